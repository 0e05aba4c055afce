"""What a suite expects and what the tables say, case by case."""

from datetime import datetime

import pytest

from analysis.scoring.judging import judge
from analysis.scoring.stretches import Answer, Case

TUESDAY = datetime.fromisoformat("2013-02-12T04:30:00")


def case(kind, expect, reference=TUESDAY):
    return Case("x-1", "x", kind, "", reference, expect)


def number(value, kind="cardinal"):
    return {"value": value, "kind": kind}


def time(value, earliest=None, latest=None, **more):
    return {"type": "DATE", "value": value, "earliest": earliest, "latest": latest or earliest, "open": None} | more


@pytest.mark.parametrize(
    ("kind", "expect", "rows", "outcome"),
    [
        ("number", {"value": 4200}, [number(4200.0)], "solved"),
        ("number", {"value": 4200}, [number(4.0), number(200.0)], "unsolved"),
        ("number", {"value": 0.5}, [number(0.5, "fraction")], "solved"),
        ("number", {"value": 3}, [number(3.0, "ordinal")], "unsolved"),
        ("ordinal", {"values": [1, 40]}, [number(1.0, "ordinal"), number(40.0, "ordinal")], "solved"),
        ("percent", {"value": 12.3}, [number(12.3, "percent")], "solved"),
        ("number", None, [], "solved"),
        ("number", None, [number(1.0)], "unsolved"),
        ("ordinal", None, [number(20.0)], "solved"),
    ],
)
def test_numbers(kind, expect, rows, outcome):
    assert judge(case(kind, expect), Answer(numbers=rows)) == outcome


@pytest.mark.parametrize(
    ("expect", "row", "outcome"),
    [
        ({"value": 42, "unit": "KWD"}, {"value": 42.0, "unit": "KWD"}, "solved"),
        ({"value": 42, "unit": "dinar"}, {"value": 42.0, "unit": "IQD"}, "solved"),
        ({"value": 42, "unit": "dinar"}, {"value": 42.0, "unit": None, "currency": "dinar"}, "solved"),
        ({"value": 42, "unit": "KWD"}, {"value": 42.0, "unit": "IQD"}, "unsolved"),
        ({"value": 42, "unit": "KWD"}, {"value": 42.0, "unit": None, "currency": "dinar"}, "unsolved"),
        ({"low": 10, "high": 20, "unit": "USD"}, {"value": None, "low": 10.0, "high": 20.0, "unit": "USD"}, "solved"),
        ({"high": 7, "unit": "EUR"}, {"value": 7.0, "low": None, "high": 7.0, "unit": "EUR"}, "solved"),
        ({"value": 2, "unit": "gram"}, {"value": 0.002, "unit": "kilogram"}, "solved"),
        ({"value": 50, "unit": "centimetre"}, {"value": 50.0, "unit": "cm"}, "solved"),
    ],
)
def test_money_and_measures(expect, row, outcome):
    assert judge(case("money", expect), Answer(claims=[row])) == outcome


@pytest.mark.parametrize(
    ("expect", "values", "outcome"),
    [
        ({"seconds": 7201}, ["PT2H", "PT1S"], "solved"),
        ({"seconds": 7201}, ["PT2H1S"], "solved"),
        ({"seconds": 2629746}, ["P1M"], "solved"),
        ({"seconds": 60}, ["P1M"], "unsolved"),
        (None, ["PXD"], "solved"),
        (None, ["P1D"], "unsolved"),
    ],
)
def test_lengths(expect, values, outcome):
    rows = [time(value) | {"type": "DURATION"} for value in values]
    assert judge(case("duration", expect), Answer(times=rows)) == outcome


DAY = {"start": "2013-02-13T00:00:00", "end": "2013-02-14T00:00:00", "grain": "day"}
EVENING = {"start": "2013-02-12T17:00:00", "grain": "hour"}
MARCH = {"start": "2013-03-01T00:00:00", "grain": "month"}
NEXT_YEAR = {"start": "2014-02-12T04:30:00", "point": True}
IN_TWO_MINUTES = {"start": "2013-02-12T04:32:00", "point": True}
TO_JULY_15 = {"start": "2013-07-13T00:00:00", "end": "2013-07-16T00:00:00", "grain": "day", "interval": True}
BEFORE = {"interval": True, "open": "before", "end": "2013-02-13T00:00:00", "grain": "day"}


@pytest.mark.parametrize(
    ("expect", "rows", "outcome"),
    [
        pytest.param(DAY, [time("2013-02-13", "2013-02-13")], "solved", id="a day"),
        pytest.param(DAY, [time("2013-02", "2013-02-01", "2013-02-28")], "unsolved", id="its month instead"),
        pytest.param(DAY, [time("2013-02-06", "2013-02-06")], "by convention", id="the last weekday, not the next"),
        pytest.param(DAY, [time("2012-02-13", "2012-02-13")], "by convention", id="of last year, not of this"),
        pytest.param(DAY, [time("2013-02-14", "2013-02-14")], "unsolved", id="a day off is no convention"),
        pytest.param(MARCH, [time("2013-03", "2013-03-01", "2013-03-31")], "solved", id="a month, without an end"),
        pytest.param(MARCH, [time("2012-03", "2012-03-01", "2012-03-31")], "by convention", id="the last March"),
        pytest.param(MARCH, [time("2013-03-01", "2013-03-01")], "unsolved", id="its first day instead"),
        pytest.param(EVENING, [time("2013-02-12T17:00", "2013-02-12")], "solved", id="a clock time"),
        pytest.param(
            EVENING, [time("2013-02-12T05:00", "2013-02-12")], "unsolved", id="the reference is half past four"
        ),
        pytest.param(EVENING, [time("2013-02-12", "2013-02-12")], "unsolved", id="a day is no hour"),
        pytest.param(NEXT_YEAR, [time("2014", "2014-01-01", "2014-12-31")], "solved", id="a period holds the instant"),
        pytest.param(NEXT_YEAR, [time("2013", "2013-01-01", "2013-12-31")], "by convention", id="the year before"),
        pytest.param(IN_TWO_MINUTES, [time("2013-02-12", "2013-02-12")], "unsolved", id="a day hides the minute"),
        pytest.param(IN_TWO_MINUTES, [time("2013-02-12T04:32", "2013-02-12")], "solved", id="the minute itself"),
        pytest.param(
            TO_JULY_15, [time("2013-07-13/2013-07-15", "2013-07-13", "2013-07-15")], "solved", id="two ends in one row"
        ),
        pytest.param(
            TO_JULY_15, [time("2013-07-13", "2013-07-13"), time("2013-07-15", "2013-07-15")], "solved", id="in two rows"
        ),
        pytest.param(BEFORE, [time("2013-02-13", None, "2013-02-13", open="before")], "solved", id="open before"),
        pytest.param(BEFORE, [time("2013-02-13", "2013-02-13")], "unsolved", id="not open"),
        pytest.param(DAY, [], "unsolved", id="nothing"),
        pytest.param(None, [], "solved", id="nothing, rightly"),
        pytest.param(None, [time("2013-02-13", "2013-02-13")], "unsolved", id="something in a text that has no time"),
    ],
)
def test_times(expect, rows, outcome):
    assert judge(case("time", expect), Answer(times=rows)) == outcome


def test_now_is_the_moment_of_reading():
    now = {"start": "2013-02-12T04:30:00", "end": "2013-02-12T04:30:01", "grain": "second"}
    assert judge(case("time", now), Answer(times=[time("PRESENT_REF")])) == "solved"


def test_a_week_that_begins_on_sunday_is_a_matter_of_convention():
    sunday = {"start": "2013-02-03T00:00:00", "point": True}
    week = time("2013-W06", "2013-02-04", "2013-02-10")
    assert judge(case("time", sunday), Answer(times=[week])) == "by convention"


def test_three_o_clock_without_a_part_of_the_day_is_a_matter_of_convention():
    afternoon = {"start": "2013-02-12T15:00:00", "end": "2013-02-12T16:00:00", "grain": "hour"}
    assert judge(case("time", afternoon), Answer(times=[time("2013-02-12T03:00", "2013-02-12")])) == "by convention"
