"""Intervals, calendars and TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dates import calendars, timex
from analysis.dates.interval import Interval, shift, unit_around

DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "season", "quarter", "half", "year", "decade", "century"])


@given(DAYS, UNITS)
def test_a_unit_holds_its_day_and_its_value_names_it(day, unit):
    around = unit_around(day, unit)
    assert around.holds(day)
    assert timex.interval(timex.period(day, unit)) == around


@given(DAYS, UNITS, st.integers(-9, 9))
def test_shifted_units_lie_next_to_each_other(day, unit, count):
    here, there = unit_around(shift(day, unit, count), unit), unit_around(shift(day, unit, count + 1), unit)
    assert here.latest is not None
    assert there.earliest is not None
    assert (there.earliest - here.latest).days == 1


@given(DAYS, DAYS, DAYS, DAYS)
def test_an_overlap_lies_in_a_hull(a, b, c, d):
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    common, hull = one.overlap(other), one.hull(other)
    assert common is None or hull.overlap(common) == common


def test_an_interval_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="is after"):
        Interval(date(2020, 2, 1), date(2020, 1, 1))


def test_an_open_end_stays_open():
    assert Interval(None, date(2020, 1, 1)).hull(Interval.day(date(2021, 1, 1))) == Interval(None, date(2021, 1, 1))


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "gregorian"),
    [
        ("hijri", 1436, 9, 15, date(2015, 7, 2)),
        ("hijri", 1441, 1, 1, date(2019, 8, 31)),
        ("solar-hijri", 1357, 11, 22, date(1979, 2, 11)),
        ("solar-hijri", 1403, 1, 1, date(2024, 3, 20)),
    ],
)
def test_days_of_other_calendars(calendar, year, month, day, gregorian):
    assert calendars.day_of(calendar, year, month, day) == gregorian
    assert calendars.year_around(calendar, gregorian) == year


def test_a_day_that_a_month_does_not_have_is_refused():
    with pytest.raises(ValueError, match="no day 31"):
        calendars.day_of("solar-hijri", 1400, 8, 31)


@pytest.mark.parametrize("value", ["P3M", "PXW", "PAST_REF", "XXXX-03-30", "XXXX-WXX-2"])
def test_a_value_without_days_has_no_interval(value):
    assert timex.interval(value) is None


def test_two_days_with_a_slash_are_one_stretch():
    assert timex.interval("2021-03-10/2021-03-15") == Interval(date(2021, 3, 10), date(2021, 3, 15))
