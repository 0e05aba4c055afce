"""Clock times read from TIMEX3 values: when they are, what they are called, which of several is kept."""

import pandas as pd
import pytest

from analysis.charts import clocks

DAY = pd.Timestamp("2023-02-06")
NEXT = pd.Timestamp("2023-02-07")


@pytest.mark.parametrize(
    ("value", "first", "last", "english", "arabic"),
    [
        ("2023-02-06T04:17", "2023-02-06 04:17", "2023-02-06 04:17", "04:17", "04:17"),
        ("2023-02-06T9", None, None, "", ""),
        ("2023-02-06T09", "2023-02-06 09:00", "2023-02-06 09:00", "09:00", "09:00"),
        ("2023-02-06T24:00", "2023-02-07 00:00", "2023-02-07 00:00", "00:00", "00:00"),
        ("2023-02-06TMO", "2023-02-06 03:00", "2023-02-06 12:00", "morning", "صباحاً أو فجراً"),
        ("XXXX-WXX-1TEV", "2023-02-06 18:00", "2023-02-07 00:00", "evening", "مساءً"),
        ("2023-02-06T01:17Z", "2023-02-06 01:17", "2023-02-06 01:17", "01:17 GMT", "01:17 بتوقيت غرينتش"),
        ("PT2H", None, None, "", ""),
        ("2023-02-06", None, None, "", ""),
        (pd.NA, None, None, "", ""),
    ],
)
def test_a_value_has_the_clock_that_it_says(value, first, last, english, arabic):
    clock = clocks.read(value, DAY, DAY)
    if first is None:
        assert clock is None
        return
    assert (clock.first, clock.last) == (pd.Timestamp(first), pd.Timestamp(last))
    assert (clock.said("en"), clock.said("ar")) == (english, arabic)


def test_a_night_may_have_two_days_a_morning_only_one():
    assert clocks.read("2023-02-06TNI", DAY, NEXT).last == pd.Timestamp("2023-02-07 06:00")
    assert clocks.read("2023-02-06TMO", DAY, NEXT) is None


def test_a_weekday_without_a_known_day_has_no_place_among_hours():
    assert clocks.read("XXXX-WXX-4TEV", DAY, DAY + pd.Timedelta(days=21)) is None


def test_the_time_by_the_clock_is_kept_before_the_part_of_the_day_that_holds_it_and_before_greenwich():
    told = [clocks.read(f"2023-02-06{hour}", DAY, DAY) for hour in ("TMO", "T04:17", "T01:17Z", "TEV")]
    assert [clock.said("en") for clock in clocks.sharpest(told)] == ["04:17", "evening"]


def test_two_articles_with_two_hours_are_a_choice_in_words():
    told = [clocks.read(f"2023-02-06{hour}", DAY, DAY) for hour in ("T06:00", "T06:30")]
    assert clocks.listed(clocks.sharpest(told), "en") == "06:00 or 06:30"
    assert clocks.listed(clocks.sharpest(told), "ar") == "06:00 أو 06:30"
