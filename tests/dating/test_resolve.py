"""What a time means in an article of a known day, of a few days, and of none."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from analysis.tables import TABLES
from tests.dating.resolving import resolved

THURSDAY = Interval.day(date(2017, 5, 18))
UNTIL = date(2017, 5, 18)
rows = partial(resolved, published=THURSDAY)


def meant(text, published=THURSDAY):
    found = rows(text, published=published)
    return [(row["value"], str(row["earliest"] or ""), str(row["latest"] or "")) for row in found]


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        pytest.param(
            "قتل جنديان في هجوم الثلاثاء", "2017-05-16", "2017-05-16", "2017-05-16", id="a weekday lies behind"
        ),
        pytest.param("أعلن الخميس عن الصفقة", "2017-05-18", "2017-05-18", "2017-05-18", id="today's weekday is today"),
        pytest.param(
            "سيلتقي الوزيران الثلاثاء", "2017-05-23", "2017-05-23", "2017-05-23", id="a verb in س looks ahead"
        ),
        pytest.param(
            "من المقرر أن تصل البعثة الأحد", "2017-05-21", "2017-05-21", "2017-05-21", id="what is set looks ahead"
        ),
        pytest.param(
            "قال إن الخميس الماضي شهد هدوءا", "2017-05-11", "2017-05-11", "2017-05-11", id="last is before today"
        ),
        pytest.param("بدأت الحملة في أكتوبر", "2016-10", "2016-10-01", "2016-10-31", id="a month lies behind"),
        pytest.param("ستبدأ الحملة في أكتوبر", "2017-10", "2017-10-01", "2017-10-31", id="or ahead"),
        pytest.param("قصف المطار في 7 أبريل", "2017-04-07", "2017-04-07", "2017-04-07", id="a day without year"),
        pytest.param("في أبريل الماضي", "2017-04", "2017-04-01", "2017-04-30", id="last April"),
        pytest.param("في أغسطس الماضي", "2016-08", "2016-08-01", "2016-08-31", id="last August"),
        pytest.param("في مطلع الشهر الجاري", "2017-05", "2017-05-01", "2017-05-10", id="early in the month"),
        pytest.param("منتصف مايو", "2017-05", "2017-05-10", "2017-05-20", id="the middle of the month"),
        pytest.param("في أواخر مارس 2014", "2014-03", "2014-03-21", "2014-03-31", id="late in the month"),
        pytest.param("بحلول نهاية العام", "2017", "2017-12-01", "2017-12-31", id="the end of the year is December"),
        pytest.param("في وقت سابق من الشهر الجاري", "2017-05", "2017-05-01", "2017-05-18", id="earlier this month"),
        pytest.param("قبل شهرين", "2017-03", "2017-03-01", "2017-03-31", id="months ago"),
        pytest.param("قبل أسبوعين", "2017-W18", "2017-05-01", "2017-05-07", id="weeks ago"),
        pytest.param("قبل يومين", "2017-05-16", "2017-05-16", "2017-05-16", id="days ago"),
        pytest.param("منذ 2003", "2003", "2003-01-01", "2017-05-18", id="since a year"),
        pytest.param("منذ كانون الثاني/يناير", "2017-01", "2017-01-01", "2017-05-18", id="since a month"),
        pytest.param("تعاني البلاد حربا مستمرة منذ ستة أعوام", "2011", "2011-01-01", "2017-05-18", id="since years"),
        pytest.param("قتل والده منذ ستة أعوام", "2011", "2011-01-01", "2011-12-31", id="since that is ago"),
        pytest.param(
            "خرج اللاعب أرضا ليستبدل بعد 30 دقيقة", "PT30M", "", "", id="ل before a verb goes on in the time before it"
        ),
        pytest.param("حدد المجلس 24 يونيو موعدا للاقتراع", "2017-06-24", "2017-06-24", "2017-06-24", id="a day is set"),
        pytest.param("تعد الشركة اليوم من الأكبر", "PRESENT_REF", "", "", id="nowadays"),
        pytest.param("قد ينجح اللاعب يوما ما في ذلك", "FUTURE_REF", "2017-05-18", "", id="some day to come"),
        pytest.param("خلال الأيام الماضية", "PAST_REF", "", "2017-05-18", id="vague past"),
        pytest.param("في الأسابيع المقبلة", "FUTURE_REF", "2017-05-18", "", id="vague future"),
        pytest.param("حتى الآن", "PRESENT_REF", "", "", id="now"),
        pytest.param("لمدة ثلاثة أيام", "P3D", "", "", id="a duration has no days"),
        pytest.param("في السنوات الخمس الماضية", "P5Y", "2012-01-01", "2017-05-18", id="unless anchored"),
        pytest.param("ليل الثلاثاء الأربعاء", "2017-05-16TNI", "2017-05-16", "2017-05-17", id="one night, two days"),
        pytest.param("في رمضان المقبل", "2017-05-27/2017-06-24", "2017-05-27", "2017-06-24", id="a Hijri month"),
        pytest.param("في منتصف يوم الأحد", "2017-05-14T12:00", "2017-05-14", "2017-05-14", id="midday"),
        pytest.param("وصل منتصف الليلة الماضية", "2017-05-18T00:00", "2017-05-17", "2017-05-18", id="midnight"),
        pytest.param("يولد طفل في كل عشرين ثانية", "PT20S", "", "", id="every so many seconds"),
        pytest.param("افتتحت الشركة أخيرا متجرا", "PAST_REF", "", "2017-05-18", id="recently, behind a verb"),
        pytest.param("صدر حديثا كتاب عن المدينة", "PAST_REF", "", "2017-05-18", id="newly, behind a verb"),
        pytest.param("زار المباني المشيدة حديثا", "PAST_REF", "", "2017-05-18", id="newly, behind a participle"),
        pytest.param("في الماضي القريب", "PAST_REF", "", "2017-05-18", id="the near past"),
        pytest.param("خلال الأشهر القريبة القادمة", "FUTURE_REF", "2017-05-18", "", id="months close ahead"),
        pytest.param("في الأيام القليلة القادمة", "FUTURE_REF", "2017-05-18", "", id="a few days ahead"),
        pytest.param(
            "خلال الأشهر الأربعة من هذا العام", "2017-01-01/2017-04-30", "2017-01-01", "2017-04-30", id="so far"
        ),
        pytest.param(
            "خلال الأشهر الأربعة الأولى من العام الجاري",
            "2017-01-01/2017-04-30",
            "2017-01-01",
            "2017-04-30",
            id="the first so many",
        ),
        pytest.param("العام الدراسي المقبل 1438 - 1439هـ", "2017/2018", "2017-08-01", "2018-07-31", id="a school year"),
        pytest.param("عند ظهر الأحد الماضي", "2017-05-14T12:00", "2017-05-14", "2017-05-14", id="noon"),
    ],
)
def test_news_says_when(text, value, earliest, latest):
    assert meant(text) == [(value, earliest, latest)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("بدأ الحصار في 2012، وبعد ثلاث سنوات رفع.", ["2012", "2015"]),
        ("وقعا الاتفاق عام 2011، وبعد أربع سنوات يعودان إلى الحرب.", ["2011", "2015"]),
        ("تنتهي المهلة بعد ثلاث سنوات.", ["2020"]),
        ("سرق المصرف السبت الماضي، وفي نفس اليوم أحرق المتجر.", ["2017-05-13", "2017-05-13"]),
    ],
)
def test_a_story_counts_on_from_what_it_told(text, values):
    assert [value for value, _, _ in meant(text)] == values


def test_a_clock_takes_the_day_beside_it():
    assert meant("وقع الانفجار الأحد عند الساعة السادسة صباحا (03:00 بتوقيت غرينتش)")[1][0] == "2017-05-14T03:00Z"


def test_today_in_a_quotation_is_the_day_told_of():
    text = 'قتل ثلاثة أمس الأربعاء. وقال الحاكم: "فقدنا اليوم أبطالا".'
    assert [value for value, _, _ in meant(text)] == ["2017-05-17", "2017-05-17"]


def test_a_count_before_an_event_goes_by_its_date():
    text = "تجرى الانتخابات في 10 سبتمبر المقبل. ويأمل الرئيس في الفوز قبل ثلاثة أشهر من الانتخابات."
    assert meant(text)[1] == ("2017-06", "2017-06-01", "2017-06-30")
    assert rows(text)[1]["mod"] == "APPROX"


def test_so_many_units_before_an_event_end_on_its_day():
    text = "تقام المباراة في 12 أغسطس المقبل، ونفدت التذاكر قبل ساعات من المباراة."
    assert meant(text)[1] == ("PTXH", "", "2017-08-12")
    assert [row["open"] for row in rows(text)][1] == "before"


def test_an_event_of_two_words_is_dated_behind_its_day():
    text = "أعلن القرار قبل أسابيع من بدء تطبيق القانون. وحددت الوزارة 24 يونيو موعدا لبدء تطبيق القانون."
    assert meant(text)[0] == ("PXW", "", "2017-06-24")


def test_a_count_from_an_undated_event_is_a_length():
    (row,) = rows("توفي بعد يومين من الهجوم")
    assert (row["type"], row["value"], row["earliest"]) == ("DURATION", "P2D", None)


def test_a_publication_of_two_days_makes_a_hull():
    two = Interval(date(2017, 5, 17), date(2017, 5, 18))
    assert meant("تراجع العدد مؤخرا", two) == [("PAST_REF", "", "2017-05-18")]
    assert meant("تنسحب خلال الأشهر المقبلة", two) == [("FUTURE_REF", "2017-05-17", "")]
    assert meant("قال أمس", two) == [("2017-05-16", "2017-05-16", "2017-05-17")]


def test_a_wide_publication_leaves_open_what_it_does_not_fix():
    months = Interval(date(2020, 2, 1), date(2020, 12, 31))
    (row,) = rows("أعلن الخميس عن الصفقة", published=months)
    assert row["value"] == "XXXX-WXX-4"
    assert (row["earliest"], row["latest"]) == (date(2020, 1, 30), date(2020, 12, 31))


def test_without_a_publication_a_relative_time_has_no_days():
    assert meant("قال الثلاثاء إنه باق", None) == [("XXXX-WXX-2", "", "")]
    assert meant("في 30 مارس", None) == [("XXXX-03-30", "", "")]
    assert meant("في عام 2008", None) == [("2008", "2008-01-01", "2008-12-31")]


def test_an_open_side_and_its_anchor_are_named():
    (since,) = rows("منذ مطلع العام")
    assert (since["open"], since["mod"], since["grain"], since["anchor"]) == ("after", "START", "year", "publication")


def test_rows_fit_their_table():
    text = "قتل 14 جنديا صباح أمس الاثنين، ومنذ 2001 لم تتوقف الحرب، وتستمر المحادثات ثلاثة أيام كل شهر."
    frame = TABLES["times"].frame(rows(text))
    assert frame["time_id"].tolist() == [
        f"a:t{start}-{end}" for start, end in zip(frame["start"], frame["end"], strict=True)
    ]
    assert [text[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == frame["text"].tolist()
