"""What a clock says in an article of a known day: its hour of twenty-four, its minute, the side it leaves open."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from tests.dating.resolving import resolved

THURSDAY = Interval.day(date(2017, 5, 18))
rows = partial(resolved, published=THURSDAY)


def clocks(text):
    return [row["value"].partition("T")[2] for row in rows(text) if row["type"] == "TIME"]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        pytest.param("انطلق السباق الساعة 3 و18 دقيقة عصرا", "15:18", id="minutes said apart"),
        pytest.param("وصل القطار الساعة الرابعة وأربعين دقيقة مساء", "16:40", id="minutes joined to a rank"),
        pytest.param("هبطت الطائرة عند الساعة 7 و نصف صباحا", "07:30", id="a half behind a spaced و"),
        pytest.param("يبدأ الحفل الساعة 5 إلا ربعا بعد العصر", "16:45", id="a quarter to, after the prayer"),
        pytest.param("انتهى الاجتماع الساعة 12 إلا ربعا قبل الظهر", "11:45", id="a quarter to noon is before noon"),
        pytest.param("أغلق المعبر الساعة الثانية عشرة إلا ربعا ليلا", "23:45", id="a quarter to midnight"),
        pytest.param("تعود الدراسة الساعة الواحدة إلا ثلثا ظهرا", "12:40", id="twenty to one"),
        pytest.param("سجل البلاغ الساعة العاشرة والثلث من ظهر الجمعة", "10:20", id="ten at noon is before it"),
        pytest.param("وصل الوفد الساعة ثمانية ونصف مساءا", "20:30", id="an hour by its number, evening misspelt"),
        pytest.param("يلتقي الفريقان الساعة 9 العشاء", "21:00", id="an hour by a prayer"),
        pytest.param("رصد الزلزال في الساعة 14:05:37 أمس", "14:05:37", id="seconds"),
        pytest.param("وقعت الهزة عند الساعة 25ر06 صباح الخميس", "06:25", id="agencies put ر between, minutes first"),
        pytest.param("نزل الساعة 8 و 5 دقائق في الليل", "20:05", id="at night"),
        pytest.param("12 ونصف مساء", "12:30", id="no word for the hour"),
        pytest.param("تنطلق المباراة على الساعة الثالثة زوالا", "15:00", id="afternoon in the Maghreb"),
        pytest.param("18:45", "18:45", id="a line of its own"),
    ],
)
def test_a_clock_has_an_hour_of_twenty_four(text, clock):
    assert clocks(text) == [clock]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("فاز المنتخب 25:20 في كرة اليد", id="a score"),
        pytest.param("أنهى السباق في 2:03:40", id="the time of a race"),
        pytest.param("قتل في تلك الساعة ثلاثة جنود", id="what the number counts"),
        pytest.param("سجلها بكرة قوية في الشباك", id="with a ball, not tomorrow"),
        pytest.param("تبلغ كلفة الغرفة 60 دولارا في الليلة", id="a rate for the night"),
        pytest.param("تسير الشركة رحلتين في اليوم", id="a rate for the day"),
        pytest.param("ليس الفريق أحسن حالا من غيره", id="a state, not now"),
    ],
)
def test_what_only_looks_like_a_clock_or_a_day_is_left(text):
    assert [row["text"] for row in rows(text) if row["type"] in {"TIME", "DATE"}] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يفتح المتحف من الساعة الثالثة إلى السادسة مساء", ["15:00", "18:00"]),
        ("يفتح المتحف من الساعة التاسعة وحتى الساعة الحادية عشرة صباحا", ["09:00", "11:00"]),
        ("يفتح المتحف من الساعة العاشرة صباحا حتى الساعة الثانية", ["10:00", "14:00"]),
        ("يفتح المتحف من الرابعة عصرا حتى العاشرة ليلا", ["16:00", "22:00"]),
        ("يفتح المتحف من الساعة 04:00 إلى السادسة مساء", ["04:00", "18:00"]),
        ("يفتح المتحف من الساعة 0430 إلى السادسة مساء", ["04:30", "18:00"]),
    ],
)
def test_hours_joined_share_the_half_of_the_day(text, expected):
    assert clocks(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "side", "mod"),
    [
        ("يسلم الطلب قبل الساعة 15:00", "قبل الساعة 15:00", "before", "BEFORE"),
        ("أعلنت النتائج بعد الساعة العاشرة مساء", "بعد الساعة العاشرة مساء", "after", "AFTER"),
        ("يتواصل البث منذ الساعة السادسة صباحا", "منذ الساعة السادسة صباحا", "after", None),
        ("يستمر العرض حتى الساعة العاشرة مساء", "الساعة العاشرة مساء", "before", None),
    ],
)
def test_a_clock_may_be_open_to_one_side_of_its_day(text, span, side, mod):
    (row,) = rows(text)
    assert (row["text"], row["open"], row["mod"]) == (span, side, mod)
    assert (row["earliest"], row["latest"]) == (date(2017, 5, 18), date(2017, 5, 18))
