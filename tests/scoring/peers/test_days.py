from datetime import date

import pytest

from analysis.dates.interval import Interval
from analysis.scoring.peers import days

PUBLISHED = date(2021, 3, 23)


def interval(first, last):
    return Interval(*(date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.mark.parametrize(
    ("value", "mod", "means"),
    [
        pytest.param("2021-04", None, ("2021-04-01", "2021-04-30"), id="a month"),
        pytest.param("2019", "END", ("2019-10-01", "2019-12-31"), id="late in a year"),
        pytest.param("2021-03", "MID", ("2021-03-10", "2021-03-20"), id="the middle of a month"),
        pytest.param("2021-02", "END", ("2021-02-21", "2021-02-28"), id="late in a short month"),
        pytest.param("2021-W12", "START", ("2021-03-22", "2021-03-28"), id="a week has no parts"),
        pytest.param("2021-03", "APPROX", ("2021-03-01", "2021-03-31"), id="about is no part"),
        pytest.param("PAST_REF", None, (None, "2021-03-23"), id="a past ends with the publication"),
        pytest.param("FUTURE_REF", None, ("2021-03-23", None), id="a future begins there"),
    ],
)
def test_a_timex_value_is_its_days(value, mod, means):
    assert days.of_timex(value, mod, PUBLISHED) == interval(*means)


@pytest.mark.parametrize("value", ["P3M", "PRESENT_REF", "XXXX-XX-XX", "2021-02-30", "2021-W60"])
def test_a_value_without_days_has_none(value):
    assert days.of_timex(value, None, PUBLISHED) is None


@pytest.mark.parametrize(
    ("value", "means"),
    [
        pytest.param({"value": "2021-03-17T00:00:00+00:00", "grain": "day"}, ("2021-03-17", "2021-03-17"), id="a day"),
        pytest.param(
            {"value": "2021-04-01T00:00:00+00:00", "grain": "month"}, ("2021-04-01", "2021-04-30"), id="month"
        ),
        pytest.param({"value": "2021-03-23T17:00:00+00:00", "grain": "hour"}, ("2021-03-23", "2021-03-23"), id="clock"),
        pytest.param(
            {"type": "interval", "from": {"value": "2021-03-10T00:00:00"}, "to": {"value": "2021-03-16T00:00:00"}},
            ("2021-03-10", "2021-03-15"),
            id="the end of an interval lies outside",
        ),
        pytest.param(
            {"type": "interval", "from": {"value": "2003-01-01T00:00:00", "grain": "year"}},
            ("2003-01-01", "2021-03-23"),
            id="since a year runs to the publication",
        ),
        pytest.param(
            {"type": "interval", "from": {"value": "2021-06-01T00:00:00", "grain": "month"}},
            ("2021-06-01", None),
            id="from a coming month on has no end",
        ),
        pytest.param(
            {"type": "interval", "to": {"value": "2021-12-31T00:00:00", "grain": "day"}},
            ("2021-12-31", "2021-12-31"),
            id="until a day is that day",
        ),
    ],
)
def test_a_moment_or_an_interval_is_its_days(value, means):
    assert days.of_moments(value, PUBLISHED) == interval(*means)


def test_now_has_no_bounds_but_today_has():
    now = {"value": "2021-03-23T12:00:00+00:00", "grain": "second"}
    assert days.of_moments(now, PUBLISHED) is None
    assert days.of_moments(now | {"grain": "day"}, PUBLISHED) == Interval.day(PUBLISHED)


def test_an_interval_the_wrong_way_round_says_nothing():
    backwards = {"type": "interval", "from": {"value": "2021-03-16T00:00:00"}, "to": {"value": "2021-03-10T00:00:00"}}
    assert days.of_moments(backwards, PUBLISHED) is None


def test_lines_keep_their_places_in_the_text():
    text = "عنوان\n\nأعلن الوزير، الثلاثاء.\n"
    assert [text[at : at + len(line)] == line for at, line in days.lines(text)] == [True, True]
