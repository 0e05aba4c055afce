"""The claims of a story as tables: none lost, conflicts and updates side by side, repeats counted and not merged."""

from types import SimpleNamespace

import pytest

from analysis import reader
from analysis.reader import claimed
from analysis.tables import NUMBERS, SENTENCES
from tests.charts.test_claims import claim, frames


def story(rows, *groups, articles=3):
    names = ("claims", "claim_groups", "articles", "entities")
    tables = dict(zip(names, frames(rows, *groups, articles=articles), strict=True))
    return SimpleNamespace(**tables, numbers=NUMBERS.frame([]), sentences=SENTENCES.frame([]))


@pytest.fixture(scope="module")
def quake():
    """A toll that rises, is disputed and is repeated, and one quantity without a number."""
    rows = [
        claim(0, 912, "more_than", article=0),
        claim(1, 1400, article=1, day="2023-02-07", claimant="red-crescent") | {"chain": ["afp", "red-crescent"]},
        claim(2, 1400, article=2, day="2023-02-07"),
        claim(3, 1100, article=2, day="2023-02-07"),
        claim(4, None) | {"bound": "vague", "low": 20, "high": None},
    ]
    return story(rows, ("updated", 0, 1), ("same", 1, 2), ("conflicting", 1, 3), articles=4)


def test_every_figure_is_listed_once_with_its_bound_and_claimant(quake):
    told = claimed.told(quake)
    assert sorted(told["claim_id"]) == ["claim-0", "claim-1", "claim-2", "claim-3"]
    assert set(claimed.CLAIM) <= set(told.columns)
    by_claim = told.set_index("claim_id")
    assert by_claim.loc["claim-0", "figure"] == "أكثر من 912"
    assert by_claim.loc["claim-1", "by_way_of"] == "afp"
    assert by_claim.loc["claim-2", "claimed_by"] == "النص نفسه"


def test_figures_that_cannot_both_hold_stand_beneath_each_other(quake):
    disputed = claimed.compared(quake, "conflicting")
    assert list(disputed["value"]) == [1100, 1400]
    assert set(disputed["why_en"]) == {"of the same thing"}


def test_updates_run_in_the_order_of_the_days_they_hold_for(quake):
    moved = claimed.compared(quake, "updated")
    assert list(zip(moved["as_of"], moved["value"], strict=True)) == [("2023-02-06", 912), ("2023-02-07", 1400)]


def test_a_repeated_figure_names_all_who_say_it(quake):
    (row,) = claimed.repeated(quake).to_dict("records")
    assert row["told_by"] == "صحيفة 1 · صحيفة 2"
    assert row["claimed_by"] == "red crescent، النص نفسه"
    assert (row["n_articles"], row["n_outlets"], row["n_claims"]) == (2, 2, 2)


def test_what_is_left_out_is_listed(quake):
    assert list(claimed.vague(quake)["low"]) == [20]
    assert list(claimed.silent(quake)["article_id"]) == ["003_page"]
    assert claimed.unclaimed(quake).empty


def test_a_story_without_claims_has_tables_without_rows():
    empty = story([], articles=1)
    pairs = [
        (claimed.told(empty), claimed.CLAIM),
        (claimed.compared(empty, "conflicting"), claimed.COMPARED),
        (claimed.repeated(empty), claimed.REPEATED),
        (claimed.vague(empty), claimed.VAGUE),
        (claimed.unclaimed(empty), claimed.NUMBER),
    ]
    for rows, columns in pairs:
        assert "no rows" in str(reader.evidence(rows, empty, columns, sortable=True))


def test_an_article_and_its_versions_are_counted_once(quake):
    second, third = quake.articles["article_id"][1:3]
    articles = quake.articles.assign(
        version_of=[second if one == third else None for one in quake.articles["article_id"]]
    )
    story_ = SimpleNamespace(**{**vars(quake), "articles": articles})
    assert list(claimed.repeated(story_)["n_articles"]) == [1]
