"""What each program answers, in its own form, and what it means in days; no program is run."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from analysis.dates.interval import Interval
from analysis.scoring.peers import chrono, dateparser, heideltime, maha
from analysis.scoring.peers.isnad import Isnad
from analysis.scoring.peers.protocol import Asked

TUESDAY = date(2021, 3, 23)


def noon(day):
    return datetime.fromisoformat(f"{day}T12:00")


def asked(text):
    return Asked("a", "articles", text, TUESDAY)


class Shift:
    """A time as Maha gives it: what it sets, and a moment that it makes of another."""

    FIELDS = (*(field for fields in maha.FIELDS.values() for field in fields),)

    def __init__(self, moment=None, **fields):
        self.moment = moment
        vars(self).update(dict.fromkeys(self.FIELDS) | fields)

    def __radd__(self, other):
        if self.moment is None:
            raise ValueError("day is out of range for month")
        return self.moment


@pytest.mark.parametrize(
    ("value", "means"),
    [
        pytest.param(Shift(noon("2021-04-23"), month=4), ("2021-04-01", "2021-04-30"), id="a month"),
        pytest.param(Shift(noon("2021-03-17"), month=3, day=17), ("2021-03-17", "2021-03-17"), id="the finest"),
        pytest.param(Shift(noon("2021-03-14"), _weeks=-1), ("2021-03-15", "2021-03-21"), id="a week from Sunday"),
        pytest.param(Shift(noon("2020-03-23"), _years=-1), ("2020-01-01", "2020-12-31"), id="last year"),
        pytest.param(Shift(noon("2021-03-23"), _days=0), ("2021-03-23", "2021-03-23"), id="today sets no days"),
    ],
)  # fmt: skip
def test_a_time_of_maha_has_the_finest_grain_that_it_sets(value, means):
    assert maha.meant(value, asked("")) == Interval(*map(date.fromisoformat, means))


def test_what_names_no_day_in_maha_has_none():
    now = Shift(noon("2021-03-23"), _days=0, _hours=0, _minutes=0, _seconds=0, _months=0, _years=0)
    assert maha.meant(now, asked("الآن")) is None
    assert maha.meant(SimpleNamespace(values=[3]), asked("ثلاثة أشهر")) is None
    assert maha.meant(Shift(None, day=31, month=2), asked("31 فبراير")) is None


def test_since_and_until_of_maha():
    year = Shift(noon("2008-03-23"), year=2008)
    assert maha.meant(SimpleNamespace(start=year, end=None), asked("")) == Interval(date(2008, 1, 1), TUESDAY)
    assert maha.meant(SimpleNamespace(start=None, end=year), asked("")) == Interval(
        date(2008, 1, 1), date(2008, 12, 31)
    )


def test_a_space_that_maha_begins_with_is_cut_off():
    length = SimpleNamespace(
        start=3, end=13, body=" ثلاثة أشهر", value=None, dimension_type=SimpleNamespace(name="DURATION")
    )
    (found,) = maha.Maha.times(asked("مدة ثلاثة أشهر"), [length])
    assert (found.start, found.end, found.days) == (4, 13, None)


def test_tags_lead_back_to_the_characters():
    body = (
        'منذ <TIMEX3 tid="t2" type="DATE" value="2003">عام 2003</TIMEX3>'
        ' و<TIMEX3 type="DURATION" value="P3M">ثلاثة أشهر</TIMEX3>'
    )
    text = "منذ عام 2003 وثلاثة أشهر"
    found = list(heideltime.tagged(body))
    assert [text[start:end] for start, end, _ in found] == ["عام 2003", "ثلاثة أشهر"]
    assert [tag["value"] for *_, tag in found] == ["2003", "P3M"]


def test_a_text_that_heideltime_changes_is_not_scored_in_silence():
    with pytest.raises(ValueError, match="did not come back"):
        list(heideltime.HeidelTime.times(asked("منذ عام"), "<TimeML>\nمنذ\n</TimeML>"))


def test_wordings_are_placed_one_behind_the_other():
    text = "الأربعاء قال، ثم الأربعاء قال"
    assert list(dateparser.placed(text, ["الأربعاء", "الأربعاء"])) == [(0, 8), (17, 25)]


def test_a_period_of_dateparser_is_a_unit():
    hits = [("2003", noon("2003-03-23"), "year"), ("الأربعاء", noon("2021-03-17"), "day")]
    found = list(dateparser.Dateparser.times(asked("في 2003 ويوم الأربعاء"), hits))
    assert [one.days for one in found] == [
        Interval(date(2003, 1, 1), date(2003, 12, 31)),
        Interval.day(date(2021, 3, 17)),
    ]


def moment(day, *known, clock="12:00:00"):
    return {"at": f"{day}T{clock}Z", "known": list(known)}


@pytest.mark.parametrize(
    ("found", "means"),
    [
        pytest.param({"from": moment("2021-04-01", "month"), "to": None}, ("2021-04-01", "2021-04-30"), id="a month"),
        pytest.param(
            {"from": moment("2021-03-17", "weekday"), "to": None}, ("2021-03-17", "2021-03-17"), id="a weekday"
        ),
        pytest.param({"from": moment("2020-03-23", "year"), "to": None}, ("2020-01-01", "2020-12-31"), id="a year"),
        pytest.param(
            {"from": moment("2021-03-10", "month", "day"), "to": moment("2021-03-15", "month", "day")},
            ("2021-03-10", "2021-03-15"),
            id="both days of an interval lie inside",
        ),
    ],
)
def test_a_moment_of_chrono_is_as_long_as_what_the_text_says_of_it(found, means):
    assert chrono.meant(found, asked("")) == Interval(*map(date.fromisoformat, means))


def test_what_names_no_day_in_chrono_has_none():
    now = {"from": moment("2021-03-23", "day", "hour", "second"), "to": None}
    backwards = {"from": moment("2021-03-15", "day"), "to": moment("2021-03-10", "day")}
    assert chrono.meant(now, asked("الآن")) is None
    assert chrono.meant(backwards, asked("")) is None


def test_node_counts_in_utf_16():
    (found,) = chrono.times(
        asked("🕐🕑 غدا"), [{"index": 5, "text": "غدا", "from": moment("2021-03-24", "day"), "to": None}]
    )
    assert (found.start, found.end) == (3, 6)


def test_isnad_is_asked_like_the_others():
    text = "قال الوزير، الأربعاء، إن القانون سيصدر في أبريل المقبل."
    program = Isnad()
    found = list(program.times(asked(text), program.find(asked(text))))
    assert [(text[one.start : one.end], one.value) for one in found] == [
        ("الأربعاء", "2021-03-17"),
        ("أبريل المقبل", "2021-04"),
    ]
