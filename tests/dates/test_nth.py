"""The so-many-eth day, week and weekday of a stretch, and the Sunday that feasts are counted from."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.dates.calendars import easter
from analysis.dates.interval import Interval, month_of
from analysis.dates.nth import nth_of


@pytest.mark.parametrize(
    ("month", "nth", "what", "first", "last"),
    [
        pytest.param((2022, 6), 1, 3, date(2022, 6, 1), date(2022, 6, 1), id="the month begins on it"),
        pytest.param((2022, 6), 2, 2, date(2022, 6, 14), date(2022, 6, 14), id="the second Tuesday"),
        pytest.param((2022, 6), -1, 5, date(2022, 6, 24), date(2022, 6, 24), id="the last Friday"),
        pytest.param((2024, 2), -1, "day", date(2024, 2, 29), date(2024, 2, 29), id="the last day of a leap month"),
        pytest.param((2024, 2), 3, "day", date(2024, 2, 3), date(2024, 2, 3), id="the third day"),
        pytest.param((2023, 9), 2, "week", date(2023, 9, 8), date(2023, 9, 14), id="the second week"),
        pytest.param((2023, 9), -1, "week", date(2023, 9, 24), date(2023, 9, 30), id="the last seven days"),
    ],
)
def test_the_so_manyeth_is_counted_inside_its_month(month, nth, what, first, last):
    assert nth_of(month_of(*month), nth, what) == Interval(first, last)


def test_what_a_month_has_not_is_none():
    june = month_of(2022, 6)
    assert nth_of(june, 5, 5) is None
    assert nth_of(june, 31, "day") is None
    assert nth_of(june, 5, "week") is None


def test_an_open_stretch_has_no_last_day():
    assert nth_of(Interval(date(2022, 6, 1), None), -1, "day") is None


def test_the_two_churches_may_keep_one_easter():
    assert easter("western", 2017) == easter("eastern", 2017) == date(2017, 4, 16)
    assert easter("western", 2018) == date(2018, 4, 1)
    assert easter("eastern", 2018) == date(2018, 4, 8)
