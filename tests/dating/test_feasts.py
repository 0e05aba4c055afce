"""Feasts: the days their calendar gives them, in the year that tense and nearness choose, where they date something."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from tests.dating.resolving import resolved

AUGUST = Interval.day(date(2018, 8, 12))
rows = partial(resolved, published=AUGUST)


@pytest.mark.parametrize(
    ("text", "expression", "first", "last"),
    [
        pytest.param("توقف القصف في عيد الفطر", "عيد الفطر", "2018-06-15", "2018-06-17", id="the last one"),
        pytest.param("ستغلق الدوائر في عيد الأضحى", "عيد الأضحى", "2018-08-21", "2018-08-24", id="the coming one"),
        pytest.param("تعطل الدوائر خلال أيام العيد", "أيام العيد", "2018-08-21", "2018-08-24", id="the nearer of two"),
        pytest.param(
            "أصيب أول أيام عيد الفطر الماضي", "أول أيام عيد الفطر الماضي", "2018-06-15", "2018-06-15",
            id="1st",
        ),
        pytest.param(
            "قتل في ثالث أيام عيد الأضحى 2017", "ثالث أيام عيد الأضحى 2017", "2017-09-03", "2017-09-03", id="3rd"
        ),
        pytest.param("سهروا ليلة عيد الميلاد الماضي", "ليلة عيد الميلاد الماضي", "2017-12-24", "2017-12-24", id="eve"),
        pytest.param(
            "وقع الهجوم عشية رأس السنة الميلادية", "عشية رأس السنة الميلادية", "2017-12-31", "2017-12-31", id="before"
        ),
        pytest.param("صلى في القدس في عيد الفصح 2016", "عيد الفصح 2016", "2016-03-27", "2016-03-27", id="western"),
        pytest.param("فجرت الكنيسة قبل عيد القيامة 2017", "قبل عيد القيامة 2017", "None", "2017-04-15", id="eastern"),
        pytest.param("أقيم القداس في أحد الشعانين 2017", "أحد الشعانين 2017", "2017-04-09", "2017-04-09", id="palms"),
        pytest.param("خرجوا في شم النسيم الماضي", "شم النسيم الماضي", "2018-04-09", "2018-04-09", id="the day after"),
        pytest.param("تظاهروا في عيد العمال", "عيد العمال", "2018-05-01", "2018-05-01", id="the first of May"),
        pytest.param(
            "أضاءوا الشموع في المولد النبوي 2017", "المولد النبوي 2017", "2017-11-30", "2017-11-30",
            id="12/3",
        ),
        pytest.param(
            "تعرض الزوار لهجوم يوم عاشوراء الماضي", "يوم عاشوراء الماضي", "2017-09-30", "2017-09-30",
            id="10/1",
        ),
        pytest.param(
            "بدأت السنة مع رأس السنة الهجرية 1440", "رأس السنة الهجرية 1440", "2018-09-11", "2018-09-11",
            id="1/1",
        ),
        pytest.param("يقفون بعرفات في يوم عرفة المقبل", "يوم عرفة المقبل", "2018-08-20", "2018-08-20", id="9/12"),
        pytest.param("احتفلوا في عيد النوروز 2018", "عيد النوروز 2018", "2018-03-21", "2018-03-21", id="nowruz"),
        pytest.param("تسوقوا في عيد الشكر 2017", "عيد الشكر 2017", "2017-11-23", "2017-11-23", id="a fourth Thursday"),
    ],
)  # fmt: skip
def test_a_feast_lies_where_its_calendar_puts_it(text, expression, first, last):
    assert [(row["text"], str(row["earliest"]), str(row["latest"])) for row in rows(text)] == [
        (expression, first, last)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("هنأ الملك شعبه بعيد الفطر", id="wishes"),
        pytest.param("أدى صلاة العيد في الجامع", id="a prayer"),
        pytest.param("ازدحمت الأسواق بملابس العيد", id="clothes"),
        pytest.param("احتفلت بعيد ميلادها مع أسرتها", id="a birthday"),
        pytest.param("تعطل المدارس في عيد الفصح اليهودي", id="of a calendar that is not reckoned"),
        pytest.param("سجل أسامة المولد هدفا", id="a name"),
        pytest.param("يبدأ الدوام في رأس السنة الدراسية", id="a school year"),
    ],
)
def test_what_names_a_feast_but_dates_nothing_is_left(text):
    assert rows(text) == []


def test_a_part_of_the_day_is_one_of_the_first():
    (row,) = rows("استشهد فجر يوم عيد الفطر الماضي")
    assert (row["value"], row["grain"]) == ("2018-06-15TMO", "part_of_day")


def test_without_a_publication_a_feast_has_its_year_or_none():
    bare, dated = (rows(text, published=None) for text in ("توقف القصف في عيد الفصح", "توقف القصف في عيد الفصح 2015"))
    assert [(row["value"], row["earliest"]) for row in (*bare, *dated)] == [
        ("XXXX", None),
        ("2015-04-05", date(2015, 4, 5)),
    ]
