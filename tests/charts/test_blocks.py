"""Where a chronology is cut into blocks with scales of their own."""

import pandas as pd
import pytest

from analysis.charts import blocks
from analysis.tables import EVENTS


def events(*dates):
    """Events from pairs of ISO days, ``None`` for an open end."""
    rows = [
        {
            "event_id": f"event-{at}",
            "label_ar": "حدث",
            "earliest": first,
            "latest": last,
            "status": "happened",
            "n_articles": 1,
            "n_outlets": 1,
            "conflict": False,
        }
        for at, (first, last) in enumerate(dates)
    ]
    return blocks.ordered(EVENTS.frame(rows))


def day(text):
    return (text, text)


BACKGROUND = [("2003-01-01", "2003-12-31"), ("2011-01-01", "2011-12-31"), ("2014-01-01", "2014-12-31")]
WEEK = [day(f"2021-03-{number}") for number in range(20, 30)]


def test_years_of_background_and_days_of_news_have_scales_of_their_own():
    cut = blocks.cut(events(*BACKGROUND, *WEEK))
    assert [(block.unit, len(block.rows)) for block in cut] == [("year", 3), ("day", 10)]


def test_events_at_one_pace_stay_in_one_block():
    months = [(f"2020-{number:02d}-01", f"2020-{number:02d}-28") for number in range(1, 13)]
    (block,) = blocks.cut(events(*months))
    assert (block.unit, block.first, block.last) == ("month", pd.Timestamp("2020-01-01"), pd.Timestamp("2020-12-31"))


def test_every_row_is_in_one_block_and_its_day_in_the_calendar():
    ordered = events(*BACKGROUND, *WEEK, day("2019-07-01"), ("2020-01-01", None), (None, "2021-12-31"))
    cut = blocks.cut(ordered)
    assert [row for block in cut for row in block.rows] == list(range(len(ordered)))
    for block in cut:
        anchors = blocks.anchors(ordered.iloc[block.first_row : block.end_row])
        assert anchors.between(block.first, block.last).all()


def test_rows_of_one_day_are_never_parted():
    ordered = events(*BACKGROUND, *[day("2021-03-23")] * 30, *[day("2021-03-24")] * 30)
    days = [set(blocks.anchors(ordered.iloc[b.first_row : b.end_row])) for b in blocks.cut(ordered)]
    assert sum(map(len, days)) == len(set().union(*days))


def test_the_later_reading_of_a_conflict_stands_in_the_calendar_of_its_row():
    ordered = events(*BACKGROUND, ("2020-01-01", "2020-01-31"), *WEEK)
    reach = pd.Series([pd.NaT] * 3 + [pd.Timestamp("2021-01-31")] + [pd.NaT] * 10, dtype="datetime64[s]")
    block = next(b for b in blocks.cut(ordered, reach) if 3 in b.rows)
    assert block.last >= pd.Timestamp("2021-01-31")


def test_an_open_start_is_ordered_by_its_end_and_an_undated_event_is_left_to_the_caller():
    ordered = events(day("2021-03-25"), (None, "2021-03-24"), (None, None), ("2021-03-23", None))
    assert ordered["event_id"].tolist() == ["event-3", "event-1", "event-0"]


@pytest.mark.parametrize("count", [0, 1])
def test_the_smallest_stories_have_no_cut(count):
    assert len(blocks.cut(events(*[day("2021-03-23")] * count))) == count
