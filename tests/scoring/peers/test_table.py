from datetime import date

import pytest

from analysis.scoring.peers import table
from analysis.scoring.peers.protocol import Asked
from analysis.scoring.peers.running import PROJECT, Answers
from analysis.scoring.peers.texts import Annotated

TEXT = "قال الوزير، الأربعاء، إن الجلسة في أبريل المقبل تستمر ثلاثة أيام، وكان قد نفى ذلك سابقا."


def time(words, value, earliest=None, latest=None, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "value": value, "earliest": earliest, "latest": latest} | more


WEDNESDAY = time("الأربعاء", "2021-03-17", "2021-03-17", "2021-03-17")
APRIL = time("أبريل المقبل", "2021-04", "2021-04-01", "2021-04-30")
DAYS = time("ثلاثة أيام", "P3D")
OPTIONAL = time("سابقا", "PAST_REF", None, "2021-03-23", optional=True)
GOLD = Annotated(Asked("a", "articles", TEXT, date(2021, 3, 23)), [WEDNESDAY, APRIL, DAYS, OPTIONAL])


def answers(*rows, failed=None):
    return Answers("1.0", "Python 3.11.7", {"a": list(rows)}, {"articles": 0.5}, failed or {})


@pytest.fixture
def measured():
    ahead = WEDNESDAY | {"earliest": "2021-03-24", "latest": "2021-03-24"}
    minister = time("الوزير", None)
    programs = {"Right": answers(WEDNESDAY, APRIL, DAYS, OPTIONAL), "Ahead": answers(ahead, minister)}
    return table.measured([GOLD], programs, {"Gone": "no Java"}, {"news": "not named"}, date(2026, 11, 22))


def test_a_program_is_counted_by_the_rules_of_the_project(measured):
    assert measured["counts"]["Ahead"]["articles"] == {
        "gold": 3, "found": 2, "matched": 1, "right": 0, "dated gold": 2, "dated matched": 1, "dated right": 0,
        "failed": 0, "seconds": 0.5,
    }  # fmt: skip


def test_what_the_gold_calls_optional_counts_on_neither_side(measured):
    counted = measured["counts"]["Right"]["articles"]
    assert (counted["gold"], counted["found"], counted["matched"], counted["right"]) == (3, 3, 3, 3)


def test_a_failed_text_is_counted():
    counted = table.counts([GOLD], answers(failed={"a": "RuntimeError"}))
    assert counted["articles"]["failed"] == 1


def test_shares_are_made_from_counts_the_best_program_first(measured):
    frame = table.frame(measured, "articles")
    assert list(frame.index) == ["Right", "Ahead", "Gone"]
    assert list(frame.columns) == list(table.SCORES)
    ahead = frame.loc["Ahead"]
    assert (ahead["found"], ahead["precision"], ahead["false alarms"], ahead["F1"]) == (0.333, 0.5, 1, 0.4)
    assert (ahead["right, of all"], ahead["right, of found"], ahead["dated, right"]) == (0.0, 0.0, 0.0)
    assert frame.loc["Right", "chars/s"] == round(len(TEXT) / 0.5, -2)


def test_a_program_that_is_not_run_has_no_numbers(measured):
    assert table.frame(measured, "articles").loc["Gone"].isna().all()


def test_the_text_names_what_is_missing_and_why(measured):
    said = table.text(measured)
    assert "the five articles: 88 characters, 3 times, 2 with a day" in said
    assert "Gone: not run, no Java" in said
    assert "twelve articles of two other stories: not at hand, not named" in said


def test_the_front_page_says_what_is_kept():
    assert table.markdown(table.kept()) in (PROJECT / "README.md").read_text(encoding="utf-8")


def test_a_program_that_is_not_run_is_a_dash_on_the_front_page(measured):
    assert "| Gone | – · – | – |" in table.markdown(measured)


def test_what_is_kept_comes_back(measured, tmp_path):
    table.keep(measured, tmp_path / "peers.json")
    assert table.kept(tmp_path / "peers.json") == measured


def test_what_the_project_keeps_is_of_every_program_and_set():
    kept = table.kept()
    assert {"Isnad", *kept["readers"], *kept["not run"]} >= {"HeidelTime", "Duckling", "puckling", "Maha", "dateparser"}
    for group in kept["texts"]:
        assert table.frame(kept, group).loc["Isnad", "found"] > 0
