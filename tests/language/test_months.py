"""Names of months agree with CLDR, through Babel."""

from __future__ import annotations

import pytest
from babel import Locale

from analysis import lexicon
from analysis.text.fold import fold

LOCALES = [
    "ar",
    "ar_AE",
    "ar_DZ",
    "ar_EG",
    "ar_IQ",
    "ar_JO",
    "ar_LB",
    "ar_LY",
    "ar_MA",
    "ar_MR",
    "ar_PS",
    "ar_SA",
    "ar_SY",
    "ar_TN",
]


@pytest.mark.parametrize("name", LOCALES)
def test_every_name_of_cldr_is_known_as_its_month(name):
    known = {
        (fold(row["form"]).text, int(row["month"])) for row in lexicon.rows("months") if row["calendar"] == "gregorian"
    }
    for month, form in Locale.parse(name).months["format"]["wide"].items():
        assert (fold(form).text, month) in known


def test_no_spelling_names_two_months_of_one_calendar():
    months: dict[tuple[str, str], set[str]] = {}
    for row in lexicon.rows("months"):
        months.setdefault((row["calendar"], fold(row["form"]).text), set()).add(row["month"])
    assert all(len(found) == 1 for found in months.values())
