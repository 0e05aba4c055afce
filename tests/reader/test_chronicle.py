"""The tellings of a story as tables: nothing lost, sorted by time, each with its words, its article and its offsets."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import reader
from analysis.charts import lags, limits
from analysis.reader import chronicle
from analysis.tables import SENTENCES
from tests.charts import chronicles

NAMES = ("events", "event_mentions", "times", "articles", "entities")


def story(events, articles):
    tables = dict(zip(NAMES, chronicles.story(events, articles), strict=True))
    return SimpleNamespace(**tables, sentences=SENTENCES.frame([]))


@pytest.fixture(scope="module")
def fifty():
    return story(50, 14)


def test_every_telling_is_listed_once_with_what_dates_it(fifty):
    told = chronicle.told(fifty)
    assert len(told) == len(fifty.event_mentions)
    dated = told[told["dated"] != ""]
    assert set(dated["words"].dropna()) == {"قبل يومين"}
    assert told["anchor"].dropna().is_monotonic_increasing
    assert set(chronicle.TOLD) <= set(told.columns)


def test_an_open_end_is_two_dots(fifty):
    dated = set(chronicle.told(fifty)["dated"])
    assert any(days.startswith("..") for days in dated)
    assert any(days.endswith("..") for days in dated)


def test_both_readings_of_a_conflict_stand_beneath_each_other(fifty):
    (event,) = set(chronicle.disputed(fifty)["event_id"])
    assert event == "event-023"
    assert chronicle.disputed(fifty)["dated"].nunique() == 2


def test_plans_and_claims_are_apart(fifty):
    planned, claimed = (set(chronicle.of_status(fifty, status)["event_id"]) for status in ("planned", "claimed"))
    assert planned
    assert claimed
    assert not planned & claimed


def test_what_is_left_out_is_listed(fifty):
    assert chronicle.undated(fifty)["dated"].eq("").all()
    assert len(chronicle.unused_times(fifty)) == 0
    lonely = story(3, 14)
    assert len(chronicle.silent(lonely)) == 14 - lonely.event_mentions["article_id"].nunique()


def test_ages_begin_with_the_oldest_and_say_it_in_both_languages(fifty):
    ages = chronicle.ages(fifty)
    assert ages["days_to"].dropna().is_monotonic_increasing
    assert ages["distance_en"].iloc[0] == "75 years before"
    assert ages["distance_ar"].iloc[0] == "75 سنة قبل النشر"


def test_a_story_without_anything_has_tables_without_rows_and_says_so():
    empty = story(50, 14)
    empty = SimpleNamespace(**{name: frame.iloc[:0] for name, frame in vars(empty).items()})
    for rows in (chronicle.told(empty), chronicle.disputed(empty), chronicle.undated(empty), chronicle.ages(empty)):
        assert "no rows" in str(reader.evidence(rows, empty, ["article_id"]))
    for lang in ("ar", "en"):
        assert limits.in_short(empty.events, empty.event_mentions, empty.articles, lang)
        assert limits.of_conflicts(empty.events, empty.event_mentions, empty.times, empty.articles, lang)
        tellings = lags.tellings(empty.events, empty.event_mentions, empty.times, empty.articles)
        assert limits.of_news_age(tellings, lang)


def test_a_conflict_is_told_with_its_words_and_who_reads_it(fifty):
    (english,) = limits.of_conflicts(fifty.events, fifty.event_mentions, fifty.times, fifty.articles, "en")
    assert "in the words" in english or "cannot all be right" in english or "cannot mean" in english
    assert "23:" in english


def test_a_sortable_table_names_its_columns_and_loads_nothing():
    frame = pd.DataFrame({"day": [pd.Timestamp("2021-03-23")], "count": [3]})
    shown = str(reader.evidence(frame, story(1, 1), sortable=True))
    assert shown.count("onclick=") == 2
    assert "http" not in shown
    assert "white-space:nowrap" in shown
    assert "onclick" not in str(reader.evidence(frame, story(1, 1)))
