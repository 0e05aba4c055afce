"""How far an event lies from the article that tells it: both intervals count, and what is counted from publication."""

import math

import pandas as pd
import pytest

from analysis.charts import lags
from analysis.tables import ARTICLES, EVENT_MENTIONS, EVENTS, TIMES

FRIDAY = "2020-08-07"


def telling(event, published, *, value="2020-08-04", anchor=None, status="happened", grain="day"):
    """One article of ``published`` (a day, two, or nothing) that dates one event by ``event`` (first and last day)."""
    place = {"article_id": "a", "sentence_id": "s", "start": 0, "end": 4, "text": "قبل يومين"}
    days = {"earliest": event[0], "latest": event[1]}
    counts = {"n_articles": 1, "n_outlets": 1, "conflict": False}
    events = EVENTS.frame([{"event_id": "blast", "label_ar": "انفجار", "status": status} | counts | days])
    mentions = EVENT_MENTIONS.frame([{"event_id": "blast", "time_id": "a:t0-4"} | place | days])
    time = {"time_id": "a:t0-4", "type": "DATE", "value": value, "anchor": anchor, "grain": grain}
    times = TIMES.frame([place | days | time | {"calendar": "gregorian"}])
    article = {"article_id": "a", "path": "x", "sha256": "0", "chars": 1, "text": "م", "language": "ar"}
    article |= {"outlet_basis": "unknown", "published_basis": "inferred"}
    article |= {"published_earliest": published[0], "published_latest": published[-1]} if published else {}
    (row,) = lags.tellings(events, mentions, times, ARTICLES.frame([article])).itertuples()
    return row.after_least, row.after_most


@pytest.mark.parametrize(
    ("event", "published", "distance"),
    [
        pytest.param(("2020-08-04", "2020-08-04"), [FRIDAY], (-3, -3), id="three days before"),
        pytest.param((FRIDAY, FRIDAY), [FRIDAY], (0, 0), id="the same day"),
        pytest.param(("2020-08-01", "2020-08-04"), [FRIDAY], (-6, -3), id="an interval of days"),
        pytest.param(("2020-08-04", "2020-08-04"), ["2020-08-05", FRIDAY], (-3, -1), id="an interval of publication"),
        pytest.param(("2020-08-01", "2020-08-31"), [FRIDAY], (-6, 0), id="this month, but it has happened"),
        pytest.param(("2020-08-09", "2020-08-09"), [FRIDAY], (2, 2), id="after publication, and drawn so"),
    ],
)
def test_the_distance_is_from_publication_to_event_with_the_doubt_of_both(event, published, distance):
    assert telling(event, published) == distance


def test_what_is_planned_lies_not_before_its_publication():
    assert telling(("2020-08-01", "2020-08-31"), [FRIDAY], status="planned") == (0, 24)


def test_a_claim_is_not_narrowed():
    assert telling(("2020-08-01", "2020-08-31"), [FRIDAY], status="claimed") == (-6, 24)


def test_a_weekday_counted_from_an_unknown_day_is_one_of_the_seven_up_to_it():
    tuesdays = ("2020-07-14", "2020-08-04")
    out = ["2020-07-17", "2020-08-07"]
    assert telling(tuesdays, out, value="XXXX-WXX-2", anchor="publication") == (-6, 0)


def test_yesterday_is_one_day_before_an_unknown_day():
    assert telling(("2020-07-16", "2020-08-06"), ["2020-07-17", FRIDAY], value="XXXX-XX-XX", anchor="publication") == (
        -1,
        -1,
    )


def test_an_open_end_stays_open():
    least, most = telling((None, FRIDAY), [FRIDAY])
    assert math.isnan(least)
    assert most == 0
    least, most = telling((FRIDAY, None), [FRIDAY], status="planned")
    assert math.isnan(most)
    assert least == 0


def test_without_a_publication_there_is_no_distance_but_a_row():
    assert all(math.isnan(end) for end in telling(("2020-08-04", "2020-08-04"), None))


def test_an_article_that_dates_an_event_twice_counts_once_by_its_narrowest_date():
    place = {"event_id": "blast", "article_id": "a", "sentence_id": "s", "text": "م"}
    counts = {"n_articles": 1, "n_outlets": 1, "conflict": False, "status": "happened"}
    events = EVENTS.frame([{"event_id": "blast", "label_ar": "انفجار"} | counts])
    august = {"earliest": "2020-08-01", "latest": "2020-08-31", "start": 0, "end": 2}
    day = {"earliest": "2020-08-04", "latest": "2020-08-04", "start": 9, "end": 12}
    mentions = EVENT_MENTIONS.frame([place | august, place | day, place | {"start": 20, "end": 22}])
    article = {"article_id": "a", "path": "x", "sha256": "0", "chars": 1, "text": "م", "language": "ar"}
    article |= {"outlet_basis": "unknown", "published_basis": "given"}
    articles = ARTICLES.frame([article | {"published_earliest": FRIDAY, "published_latest": FRIDAY}])
    (row,) = lags.tellings(events, mentions, TIMES.frame([]), articles).itertuples()
    assert (row.earliest, row.start, row.after_most) == (pd.Timestamp("2020-08-04"), 9, -3)
