"""Days and units beside the present, as they are said and misspelt; and what an open end leaves open."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from tests.dating.resolving import resolved

THURSDAY = Interval.day(date(2017, 5, 18))
rows = partial(resolved, published=THURSDAY)


def values(text):
    return [row["value"] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("سقطت القذيفة البارحة قرب السوق", "2017-05-17", id="yesterday"),
        pytest.param("شيع الضحايا البارحة الأولى", "2017-05-16", id="the day before, in the Gulf"),
        pytest.param("وصل الوفد قبل أمس إلى المدينة", "2017-05-16", id="the day before yesterday"),
        pytest.param("اجتمعا مساء الأول من أمس", "2017-05-16TEV", id="its evening"),
        pytest.param("لم تتضح حتى الساعة أسباب الحريق", "PRESENT_REF", id="until now"),
        pytest.param("قال لنا: شفته امبارح", "2017-05-17", id="spoken"),
        pytest.param("بكرة الصبح", "2017-05-19TMO", id="tomorrow morning, spoken"),
        pytest.param("بعد بكرا", "2017-05-20", id="the day after, spoken"),
        pytest.param("يعود الأسبوع الجاي", "2017-W21", id="the coming week, spoken"),
        pytest.param("حصل الشهر اللي فات", "2017-04", id="the month that passed, spoken"),
        pytest.param("ارتفعت الأسعار الشهر الماض", "2017-04", id="a letter short"),
        pytest.param("تراجعت الأسعار السنة الماضيه", "2016", id="ه for ة"),
        pytest.param("يلعب الأربعاء بعد المقبل", "2017-05-31", id="the Wednesday after next"),
        pytest.param("يفتتح العام بعد المقبل", "2019", id="the year after next"),
        pytest.param("انخفض الشهر ما قبل الماضي", "2017-03", id="the month before last"),
        pytest.param("اجتمعوا ثلاثاء الأسبوع الماضي", "2017-05-09", id="a weekday of last week"),
        pytest.param("اجتمعوا اثنين الأسبوع الحالي", "2017-05-15", id="Monday, not two"),
        pytest.param("وصل الأسبوع الماضي يوم الأحد", "2017-05-14", id="the week first"),
        pytest.param("شوهد قبل ظهر الثلاثاء في السوق", "2017-05-16TMO", id="before noon is the morning"),
    ],
)
def test_a_day_is_counted_from_publication(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ارتفعت المبيعات عن الشهر السابق", ["2017-04"], id="before the month of writing"),
        pytest.param("بلغت المبيعات ذروتها في 2010 وفاقت العام السابق", ["2010", "2009"], id="before one told of"),
        pytest.param("وصل الاثنين وغادر مساء اليوم نفسه", ["2017-05-15", "2017-05-15TEV"], id="its evening"),
        pytest.param("وقع الهجوم الأحد وأغلق المعبر صباح اليوم التالي", ["2017-05-14", "2017-05-15TMO"], id="morning"),
        pytest.param("ستجري المباراة الثانية في الأسبوع التالي", ["2017-W21"], id="a plan"),
        pytest.param("عاد إلى عصر اليوم التالي لمقابلته", ["PAST_REF"], id="after an event that is not dated"),
        pytest.param("اعتذر الأمين العام السابق للحزب", [], id="a former secretary general"),
    ],
)
def test_before_and_after_go_by_what_was_told(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "side"),
    [
        pytest.param("مددت المهلة حتى نهاية العام", "2017", "before", id="until"),
        pytest.param("حتى غد الجمعة", "2017-05-19", "before", id="until, as a whole text"),
        pytest.param("إلى غد", "2017-05-19", "before", id="to, as a whole text"),
        pytest.param("أرجئ اللقاء إلى الجمعة المقبل", "2017-05-19", None, id="put off to"),
        pytest.param("يستمر المعرض لغاية 30 مايو", "2017-05-30", "before", id="up to"),
        pytest.param("لم يعرف السبب حتى الآن", "PRESENT_REF", None, id="until now"),
    ],
)
def test_until_leaves_the_beginning_open(text, value, side):
    (row,) = rows(text)
    assert (row["value"], row["open"]) == (value, side)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("أعلن المتحف عن معرض في سبتمبر", ["2017-09"], id="what is announced lies ahead"),
        pytest.param("افتتح المتحف معرضا في سبتمبر", ["2016-09"], id="what was opened does not"),
        pytest.param("هطل المطر طوال الليل", ["2017-05-18TNI"], id="all night"),
        pytest.param("وصل القطار الساعة 12 منتصف الليل", ["2017-05-18T00:00"], id="twelve at midnight"),
        pytest.param("نما الناتج في الأشهر التسعة الأولى من عام 2016", ["2016-01-01/2016-09-30"], id="first months"),
        pytest.param("يبدأ المهرجان في يوليو ويختتم في 20 منه", ["2017-07", "2017-07-20"], id="a day of it"),
        pytest.param("أغلق المصنع عام 2014 ولم ينتج شيئا منذ ذلك التاريخ", ["2014", "2014"], id="since then"),
        pytest.param("انتهت المباراة صفر-صفر", [], id="a score is no month said twice"),
    ],
)
def test_the_words_around_decide(text, expected):
    assert values(text) == expected


def test_since_then_runs_up_to_publication():
    since = rows("أغلق المصنع عام 2014 ولم ينتج شيئا منذ ذلك التاريخ")[-1]
    assert (since["earliest"], since["latest"], since["open"]) == (date(2014, 1, 1), date(2017, 5, 18), "after")


def test_the_end_of_a_stretch_is_not_open():
    assert [row["open"] for row in rows("يقام المعرض من الأحد المقبل في الرياض حتى الخميس المقبل")] == [None, None]


def test_a_term_without_more_lies_ahead():
    (row,) = rows("قبل السبت")
    assert (row["value"], row["latest"], row["open"]) == ("2017-05-20", date(2017, 5, 19), "before")


def test_a_form_past_or_present_is_past():
    assert values("نفى ما تحدث عنه الوزير السبت") == ["2017-05-13"]
