"""The page of what was read by eye says what its rows say, and what was right is still claimed."""

import os
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest

from analysis.build import build
from analysis.tables import Category
from tests.by_eye import drawing, page

CLAIMS, LEFT = page.read_rows(page.CLAIMS), page.read_rows(page.LEFT)


def test_the_page_is_made_from_the_rows():
    assert page.PAGE.read_text(encoding="utf-8") == page.page(CLAIMS, LEFT), "run python -m tests.by_eye"


def test_a_verdict_agrees_with_its_errors():
    for row in CLAIMS:
        assert row["verdict"] == ("right" if not row["errors"] else "false" if "false" in row["errors"] else "wrong")
        assert set(row["errors"]) <= {"false", *page.ERRORS}
        assert row["category"] in get_args(Category)
    assert all((row["verdict"] == "missed") == bool(row["kind"]) for row in LEFT)


def test_fifty_of_each_category_or_all_were_read():
    rounds = pd.DataFrame(CLAIMS).groupby(["round", "category"])
    assert (rounds.size() == rounds["of"].first().clip(upper=drawing.PER_CATEGORY)).all()
    assert {row["round"] for row in LEFT} <= {row["round"] for row in CLAIMS}


def test_a_row_of_the_table_counts_verdicts_and_errors():
    rows = [
        {"category": "money", "of": 10, "verdict": "right", "errors": {}},
        {"category": "money", "of": 10, "verdict": "wrong", "errors": {"noun": "another coin", "bound": "behind"}},
        {"category": "people", "of": 30, "verdict": "false", "errors": {"false": "a name"}},
    ]
    table = page.rates(rows).splitlines()
    assert table[2] == "| money | 10 | 2 | 1 | 0 | 0 | 1 | 1 | 0 | 0 |"
    assert table[-1].startswith("| as they are in the corpus |  |  | 12.5 % | 75.0 % |")
    assert page.kinds(rows).splitlines()[0] == "- 1 × bound: behind"


def test_a_draw_is_the_same_each_time_and_holds_all_of_a_small_category():
    table = pd.DataFrame(
        {
            "article_id": [f"a{number:03}" for number in range(120)],
            "start": range(120),
            "category": ["money"] * 100 + ["troops"] * 20,
        }
    )
    drawn = drawing.claims(table, seed=3)
    assert drawn.equals(drawing.claims(table, seed=3))
    assert drawn.groupby("category")["of"].agg(["size", "first"]).to_numpy().tolist() == [[50, 100], [20, 20]]


@pytest.fixture(scope="module")
def claims(tmp_path_factory):
    """The claims of the articles that the last round was drawn from, as they are made today."""
    corpus = Path(os.environ.get("ISNAD_DATA", ""))
    if not corpus.is_file():
        pytest.skip("ISNAD_DATA does not name the corpus that was read by eye")
    held = pd.read_parquet(corpus)
    read = {row["article_id"] for row in last_round()}
    path = tmp_path_factory.mktemp("by_eye") / "read.parquet"
    held[held["id"].astype(str).isin(read)].to_parquet(path)
    return build(path).frames["claims"]


def last_round():
    last = max(row["round"] for row in CLAIMS)
    return [row for row in CLAIMS if row["round"] == last]


def test_what_was_right_is_still_claimed(claims):
    places = set(
        zip(claims["article_id"], claims["number_start"], claims["number_end"], claims["category"], strict=True)
    )
    right = [row for row in last_round() if row["verdict"] == "right"]
    kept = [(r["article_id"], r["number_start"], r["number_end"], r["category"]) in places for r in right]
    assert sum(kept) / len(kept) >= 0.98
