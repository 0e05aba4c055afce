"""What differs by a convention, and by which; and what is simply wrong."""

from __future__ import annotations

from datetime import datetime

import pytest

from analysis.scoring.conventions import CONVENTIONS, differing
from analysis.scoring.stretches import Answer, Case

WEDNESDAY = datetime.fromisoformat("2019-05-08T10:15:00")


def name(text, expect, *rows, kind="time", suite="x"):
    case = Case("x-1", suite, kind, text, WEDNESDAY, expect)
    convention = differing(case, Answer(times=rows))
    return convention.name if convention else None


def day(start, **more):
    return {"start": f"{start}T00:00:00", "grain": "day"} | more


def row(value, earliest=None, latest=None, **more):
    known = {"type": "DATE", "value": value, "earliest": earliest, "latest": latest or earliest, "open": None}
    return known | {"text": ""} | more


@pytest.mark.parametrize(
    ("expect", "found", "convention"),
    [
        pytest.param(day("2019-05-14"), row("2019-05-07", "2019-05-07"), "looks ahead", id="a weekday"),
        pytest.param(day("2019-06-04"), row("2018-06-04", "2018-06-04"), "looks ahead", id="a date"),
        pytest.param(day("2019-05-30"), row("2018-06-10", "2018-06-10"), "looks ahead", id="a Hijri date"),
        pytest.param(day("2019-09-03"), row("2018-09-04", "2018-09-04"), "looks ahead", id="a first Tuesday"),
        pytest.param(day("2019-05-01"), row("2019-04-24", "2019-04-24"), None, id="behind for both is a mistake"),
        pytest.param(day("2019-05-15"), row("2019-05-07", "2019-05-07"), None, id="another weekday"),
        pytest.param(
            day("2019-06-04", holiday="Eid"), row("2019-06-04", "2019-06-04", "2019-06-06"), "days of a feast",
            id="a feast",
        ),
        pytest.param(day("2019-06-04"), row("2019-06-04", "2019-06-04", "2019-06-06"), None, id="days of no feast"),
        pytest.param(
            day("2019-07-15"), row("2019-07", "2019-07-10", "2019-07-20", mod="MID"), "part of a month", id="middle"
        ),
        pytest.param(day("2019-07-15"), row("2019-07", "2019-07-01", "2019-07-31"), None, id="all of the month"),
        pytest.param(
            {"start": "2019-05-12T00:00:00", "end": "2019-05-19T00:00:00", "grain": "week"},
            row("2019-W20", "2019-05-13", "2019-05-19"), "week from Monday", id="a week",
        ),
        pytest.param(
            {"start": "2019-09-02T00:00:00", "end": "2019-09-09T00:00:00", "grain": "week"},
            row("2019-09-01/2019-09-07", "2019-09-01", "2019-09-07"), "week of a month", id="the first week",
        ),
        pytest.param(
            day("2019-05-01"), row("2019-W18", "2019-04-29", "2019-05-05"), "grain of the unit", id="a week ago"
        ),
        pytest.param(day("2019-05-02"), row("2019-W18", "2019-04-29", "2019-05-05"), None, id="no whole week ago"),
    ],
)  # fmt: skip
def test_a_difference_has_its_name(expect, found, convention):
    assert name("", expect, found) == convention


def test_within_so_long_is_a_length_and_in_so_long_a_point():
    in_three_days = day("2019-05-11")
    assert name("خلال 3 أيام", in_three_days, row("P3D", type="DURATION", text="3 أيام")) == "a length is no point"
    assert name("بعد 3 أيام", in_three_days, row("P3D", type="DURATION", text="بعد 3 أيام")) is None
    assert name("خلال 4 أيام", in_three_days, row("P4D", type="DURATION", text="4 أيام")) is None


def test_every_friday_is_a_set():
    assert name("كل جمعة", day("2019-05-10"), row("XXXX-WXX-5", type="SET")) == "a set is no point"
    assert name("كل سبت", day("2019-05-10"), row("XXXX-WXX-6", type="SET")) is None


def test_hours_ago_are_the_day_of_publication():
    at_eight = {"start": "2019-05-08T08:15:00", "point": True}
    assert name("", at_eight, row("2019-05-08", "2019-05-08", text="قبل ساعتين")) == "no hour of publication"
    assert name("", at_eight, row("2019-05-08", "2019-05-08", text="اليوم")) is None


def test_what_is_not_found_differs_only_where_the_text_is_a_bare_word():
    assert name("أسبوع", {"seconds": 604800}, kind="duration") == "bare word"
    assert name("2031", {"start": "2031-01-01T00:00:00", "grain": "year"}) == "bare word"
    assert name("5/6", day("2019-06-05")) == "bare word"
    assert name("أسبوع ويوم", {"seconds": 691200}, kind="duration") is None
    assert name("العيد الوطني", day("2019-06-05")) is None


def test_a_date_with_its_year_first_is_read():
    assert name("2017/03/05", None, row("2017-03-05", "2017-03-05")) == "year first"
    assert name("31/02/2017", None, row("2017-03-03", "2017-03-03")) is None


def test_a_clock_of_a_named_zone_is_led_to_the_clock_of_the_suite():
    at_six = {"start": "2019-05-09T06:00:00", "grain": "hour"}
    thursday = row("2019-05-02T08:00Z", "2019-05-02", type="TIME")
    assert name("", at_six, thursday, suite="duckling") == "looks ahead"
    assert name("", at_six, thursday) is None


def test_the_coming_weeks_begin_with_the_publication():
    two_weeks = {
        "start": "2019-05-13T00:00:00", "end": "2019-05-27T00:00:00", "grain": "week", "interval": True
    }  # fmt: skip
    found = row("P2W", "2019-05-08", "2019-05-26", type="DURATION", text="الأسبوعين المقبلين")
    assert name("", two_weeks, found) == "coming units begin now"


def test_each_convention_says_why():
    assert len({convention.name for convention in CONVENTIONS}) == len(CONVENTIONS)
    assert all(len(convention.reason.split()) > 5 for convention in CONVENTIONS)
