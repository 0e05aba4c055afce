"""A row is shown with its sentence, and nothing of a page can leave its cell."""

from types import SimpleNamespace

import pandas as pd

from analysis import reader
from analysis.reader.evidence import CELL
from analysis.tables import TABLES

TEXT = "عنوان\nقال الوزير إن 40 <جنديا> وصلوا. ثم غادر."
SENTENCES = [(0, 5, "title"), (6, 37, "body"), (38, 47, "body")]


def story() -> SimpleNamespace:
    article = {
        "article_id": "a", "path": "a.txt", "sha256": "0", "chars": len(TEXT), "text": TEXT,
        "outlet_basis": "unknown", "published_basis": "unknown", "published_reasons": [], "agencies": [],
    }  # fmt: skip
    sentences = [
        {
            "article_id": "a",
            "sentence_id": f"a:s{start}-{end}",
            "start": start,
            "end": end,
            "paragraph": 0,
            "place": place,
        }
        for start, end, place in SENTENCES
    ]
    return SimpleNamespace(articles=TABLES["articles"].frame([article]), sentences=TABLES["sentences"].frame(sentences))


def rows(**more: object) -> pd.DataFrame:
    start = TEXT.index("40")
    return pd.DataFrame([{"article_id": "a", "start": start, "end": start + 2, "value": 40.0, **more}])


def test_the_sentence_is_shown_with_the_mark_in_it() -> None:
    shown = str(reader.evidence(rows(), story()))
    assert "قال الوزير إن <mark" in shown
    assert ">40</mark> &lt;جنديا&gt; وصلوا.</td>" in shown
    assert "غادر" not in shown


def test_arabic_cells_run_from_the_right_and_others_from_the_left() -> None:
    shown = str(reader.evidence(rows(noun="جندي", unit="USD"), story()))
    assert f'<td dir="rtl" lang="ar" align="right" style="{CELL};text-align:right">جندي</td>' in shown
    assert f'<td dir="ltr" align="left" style="{CELL};text-align:left">USD</td>' in shown


def test_a_reason_in_english_that_quotes_arabic_runs_from_the_left() -> None:
    reason = "«يوم 31 من كانون الأول للعام الجاري» (1393–1425) is told as coming"
    shown = str(reader.evidence(pd.DataFrame([{"reason": reason}]), story()))
    assert 'dir="ltr"' in shown
    assert 'dir="rtl"' not in shown
    assert "<bdi>«يوم 31 من كانون الأول للعام الجاري»</bdi> (1393–1425)" in shown


def test_a_hostile_value_stays_words() -> None:
    shown = str(reader.evidence(rows(noun='</td><script>alert("x")</script>'), story()))
    assert "<script>" not in shown
    assert "&lt;/td&gt;&lt;script&gt;" in shown


def test_missing_is_shown_as_missing_and_lists_as_words() -> None:
    shown = str(
        reader.evidence(rows(low=pd.NA, chain=["ap", "iraqi-officials"], as_of=pd.Timestamp("2021-03-23")), story())
    )
    assert "—" in shown
    assert "ap; iraqi-officials" in shown
    assert ">2021-03-23<" in shown


def test_a_row_without_place_has_no_sentence() -> None:
    shown = reader.evidence(
        pd.DataFrame([{"article_id": "a", "start": pd.NA, "end": pd.NA, "kind": "no-title"}]), story()
    )
    assert "<mark" not in str(shown)


def test_rows_left_out_are_counted() -> None:
    many = pd.concat([rows()] * 9)
    shown = reader.evidence(many, story(), most=4)
    assert "5 more rows not shown" in str(shown)
    assert repr(shown) == "evidence of 9 rows"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert str(reader.evidence(rows(), story())) == str(reader.evidence(rows(), story()))
