"""Where a chronology is cut into blocks with scales of their own."""

import numpy as np
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


def hours(**clocks):
    """From when to when events go by the clock, by id; ``HH:MM`` or ``HH:MM-HH:MM`` of the day they are dated to."""
    moments = {}
    for event, clock in clocks.items():
        first, _, last = clock.partition("-")
        ends = [pd.Timestamp(f"2021-03-23 {end}") for end in (first, last or first)]
        moments[event.replace("_", "-")] = tuple(ends)
    return moments


def timed(count, moments):
    frame = events(*[day("2021-03-23")] * count)
    return blocks.ordered(frame.drop(columns=["begins", "ends"]), moments)


def test_a_day_told_by_the_clock_is_a_block_of_the_hours_that_are_told_of():
    (block,) = blocks.cut(timed(3, hours(event_0="06:10", event_1="06:40", event_2="11:00-13:00")))
    assert block.unit == "hour"
    assert (block.opens, block.closes) == (pd.Timestamp("2021-03-23 05:00"), pd.Timestamp("2021-03-23 14:00"))


def test_an_event_dated_by_the_day_among_them_wants_the_whole_day_and_comes_first():
    ordered = timed(3, hours(event_0="06:10", event_1="06:40"))
    assert ordered["event_id"].tolist() == ["event-2", "event-0", "event-1"]
    (block,) = blocks.cut(ordered)
    assert (block.opens, block.closes) == (pd.Timestamp("2021-03-23"), pd.Timestamp("2021-03-24"))


def test_one_clock_among_many_days_makes_no_block_of_hours():
    moments = {"event-2": (pd.Timestamp("2021-03-22 06:00"),) * 2}
    (block,) = blocks.cut(blocks.ordered(events(*WEEK).drop(columns=["begins", "ends"]), moments))
    assert block.unit == "day"


def test_a_century_is_told_by_decades_from_before_the_oldest_calendars_of_computers():
    old = [
        ("0622-07-16", "0622-07-16"),
        ("1258-01-01", "1258-12-31"),
        ("1916-05-16", "1916-05-16"),
        ("1948-01-01", None),
    ]
    cut = blocks.cut(events(*old))
    assert {block.unit for block in cut} == {"decade"}
    assert cut[0].first <= pd.Timestamp("0622-07-16")


def test_rows_that_weigh_less_ask_for_no_block_of_their_own():
    ordered = events(*BACKGROUND, *WEEK)
    light = np.where(blocks.anchors(ordered) < pd.Timestamp("2020-01-01"), 1.0, 0.1)
    assert len(blocks.cut(ordered)) == 2
    assert len(blocks.cut(ordered, weights=light)) == 1
