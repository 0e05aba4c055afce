"""Bodies that no list knows get an English name only where every word of theirs has a gloss."""

from __future__ import annotations

import pytest

from analysis.marks import names
from analysis.marks.naming import english
from analysis.text.fold import fold_text
from analysis.text.read import read


@pytest.mark.parametrize(
    ("arabic", "name"),
    [
        pytest.param("الشرطة الفيدرالية الألمانية", "German federal police", id="adjective and nation"),
        pytest.param("وزارة الطاقة السودانية", "Sudanese Ministry of Energy", id="a head that takes of"),
        pytest.param("مجلس النواب اليمني", "Yemeni representatives council", id="a noun under the head"),
        pytest.param("حركة البنفسج", None, id="a word without a gloss"),
        pytest.param("الحكومة", None, id="a head alone"),
    ],
)
def test_a_name_is_put_together_from_its_words(arabic, name):
    assert english.body(fold_text(arabic)) == name


def test_two_spellings_of_a_nation_name_one_body():
    text = "انتشرت القوات الأمريكية في الشمال، وقال الناطق إن القوّات الأميركيّة ستبقى. وأعلن دعمه للقوات الأميركية."
    (forces,) = [row for row in names.entities(names.find(read(text))) if row["type"] == "ORG"]
    assert (forces["name_ar"].startswith("القو"), forces["name_en"]) == (True, "US forces")
