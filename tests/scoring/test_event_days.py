"""Days are right where each interval lies half in the other, for the events that two articles tell of."""

from datetime import date

import pytest

from analysis.scoring import event_days

FIRE = {"id": "fire", "earliest": "2019-05-18", "latest": "2019-05-18", "evidence": [{}, {}]}
TRIAL = {"id": "trial", "earliest": "2019-06-01", "latest": "2019-06-30", "evidence": [{}]}


def row(earliest, latest):
    return {"earliest": earliest, "latest": latest}


def counted(pieces, found, gold=(FIRE, TRIAL)):
    counts = event_days.count(gold, pieces, found)
    return counts["day_match"], counts["day_gold"], counts["day_found"]


def test_an_event_of_one_article_is_not_asked_for():
    pieces = [("fire", "a", {"f"}), ("fire", "b", {"f"}), ("trial", "a", {"t"})]
    found = {"f": row("2019-05-18", "2019-05-18"), "t": row("2019-06-01", "2019-06-30")}
    assert counted(pieces, found) == (1, 1, 1)


def test_an_event_told_as_two_has_its_days_from_the_larger_part():
    pieces = [
        ("fire", article, {name}) for article, name in (("a", "f"), ("b", "f"), ("a", "g"), ("b", "g"), ("c", "f"))
    ]
    found = {"f": row("2019-05-18", "2019-05-18"), "g": row(None, "2019-05-20")}
    assert counted(pieces, found) == (1, 1, 2)


@pytest.mark.parametrize(("earliest", "latest"), [("2019-05-10", "2019-05-25"), (None, "2019-05-18"), (None, None)])
def test_a_wide_or_missing_date_is_not_right(earliest, latest):
    pieces = [("fire", "a", {"f"}), ("fire", "b", {"f"})]
    assert counted(pieces, {"f": row(earliest, latest)})[0] == 0


def test_two_events_in_one_have_one_date_between_them():
    pieces = [("fire", "a", {"f"}), ("fire", "b", {"f"}), *(("trial", article, {"f"}) for article in "abc")]
    assert counted(pieces, {"f": row("2019-06-01", "2019-06-30")}) == (1, 2, 1)


def test_a_day_known_from_elsewhere_is_not_asked_of_the_articles():
    evidence = [
        {"says_earliest": "2019-05-01", "says_latest": "2019-05-31"},
        {"says_earliest": "2020-05-01", "says_latest": "2020-05-31"},
        {"says_earliest": None, "says_latest": None},
    ]
    assert event_days.said(FIRE | {"evidence": evidence}) == (date(2019, 5, 1), date(2019, 5, 31))
    assert event_days.said(FIRE | {"evidence": evidence[2:]}) is None
