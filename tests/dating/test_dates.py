"""What a date means that says less than day, month and year: its rank, its weekday, its figures, another calendar."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from tests.dating.resolving import resolved

MONDAY = Interval.day(date(2016, 11, 14))
rows = partial(resolved, published=MONDAY)


def meant(text):
    return [(row["text"], row["value"]) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        pytest.param(
            "تقرر عقد القمة في أول اثنين من ديسمبر المقبل", "أول اثنين من ديسمبر المقبل", "2016-12-05",
            id="first Monday",
        ),
        pytest.param(
            "أقيم السوق في آخر سبت من الشهر الماضي", "آخر سبت من الشهر الماضي", "2016-10-29", id="of the month before"
        ),
        pytest.param(
            "صرفت الرواتب في آخر يوم من فبراير 2016", "آخر يوم من فبراير 2016", "2016-02-29",
            id="the last day",
        ),
        pytest.param(
            "افتتح الجسر في اليوم الخامس من أيار 2014", "اليوم الخامس من أيار 2014", "2014-05-05", id="the fifth day"
        ),
        pytest.param(
            "انتخب الرئيس الثلاثاء الثاني من نوفمبر 2004", "الثلاثاء الثاني من نوفمبر 2004", "2004-11-02",
            id="Tuesday, which was the second",
        ),
        pytest.param(
            "انتخب المجلس الثلاثاء الثاني من نوفمبر 2005", "الثلاثاء الثاني من نوفمبر 2005", "2005-11-08",
            id="the second Tuesday, since the second was no Tuesday",
        ),
        pytest.param(
            "تراجعت الأسعار في الأسبوع الثالث من تشرين الأول الماضي", "الأسبوع الثالث من تشرين الأول الماضي",
            "2016-10-15/2016-10-21", id="the third seven days",
        ),
        pytest.param("بدأ الصيف في شهر 6 الماضي", "شهر 6 الماضي", "2016-06", id="a month by its number"),
        pytest.param(
            "وصلت الشحنة في الخامس من شهر تسعة", "الخامس من شهر تسعة", "2016-09-05",
            id="by a number in words",
        ),
        pytest.param("ولد في الشهر السابع من عام 1984", "الشهر السابع من عام 1984", "1984-07", id="by its rank"),
        pytest.param(
            "عاد الطلاب في أول أحد بعد عيد الأضحى الماضي", "أول أحد بعد عيد الأضحى الماضي", "2016-09-18",
            id="after a feast",
        ),
        pytest.param("فرضت الضريبة اعتبارا من أول تموز 2015", "أول تموز 2015", "2015-07-01", id="the first"),
    ],
)  # fmt: skip
def test_a_rank_counts_inside_its_month(text, expression, value):
    assert meant(text) == [(expression, value)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("دخل الإضراب اليوم الرابع من دون اتفاق", id="the fourth day of a strike"),
        pytest.param("تجمعوا في الجمعة العاشرة من الاحتجاجات", id="the tenth Friday of protests"),
        pytest.param("قتل الجنين في الشهر الخامس من حملها", id="the fifth month of a pregnancy"),
        pytest.param("دفع عن كل شهر 20 دينارا", id="so much a month"),
        pytest.param("أصيبت في الأيام الأولى من الحرب", id="the first days of a war"),
        pytest.param("أمضى هناك شهر 12 يوما", id="a month and twelve days, misspelt"),
    ],
)
def test_a_rank_of_something_else_is_no_date(text):
    assert [value for _, value in meant(text) if value.startswith("20") and value != "2016-11-11"] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("وقع الحادث الخميس 17 نوفمبر", "2016-11-17", id="three days ahead, whatever the tense"),
        pytest.param("وقع الحادث الثلاثاء 17 نوفمبر", "2015-11-17", id="a year back"),
        pytest.param("يقام الحفل السبت 14 كانون الثاني", "2017-01-14", id="ahead"),
        pytest.param("سيقام الحفل الأحد 14 كانون الثاني", "2017-01-14", id="a slip of the weekday is no other year"),
        pytest.param("غادر يوم الجمعة الموافق الحادي عشر من الشهر الجاري", "2016-11-11", id="of this month"),
        pytest.param("انتهى الاجتماع مساء الأربعاء 9 من الشهر الجاري", "2016-11-09", id="in the evening"),
    ],
)
def test_a_weekday_tells_the_year_of_its_date(text, day):
    assert [str(row["earliest"]) for row in rows(text)] == [day]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        pytest.param("يبدأ التسجيل يوم 20/11 في بيروت", "يوم 20/11", "2016-11-20", id="behind يوم"),
        pytest.param("صدر القرار بتاريخ 3/2 عن المحكمة", "3/2", "2016-02-03", id="behind بتاريخ, the day first"),
        pytest.param("غاب اللاعب الأربعاء 9/11 عن التدريب", "الأربعاء 9/11", "2016-11-09", id="behind its weekday"),
        pytest.param("وقع العقد بتاريخ 3/6/15 في دبي", "3/6/15", "2015-06-03", id="a year of two digits"),
        pytest.param("صدر في 22/10/36هـ التعميم", "22/10/36هـ", "2015-08-07", id="a Hijri one"),
        pytest.param("07/12", "07/12", "2016-12-07", id="alone, with a nought"),
        pytest.param("12/25", "12/25", "2016-12-25", id="a number too high for a month is the day"),
        pytest.param(
            "قدم العرض يوم الأحد 13 / 2 في القاهرة", "يوم الأحد 13 / 2", "2016-11-13",
            id="where no such Sunday is near, the month is Hijri: 13 Safar",
        ),
        pytest.param("صدر في 5/2014 العدد الأول", None, None, id="month and year need to stand alone"),
        pytest.param("5/2014", "5/2014", "2014-05", id="a month and its year"),
    ],
)  # fmt: skip
def test_figures_are_a_date_where_a_word_or_the_figures_say_so(text, expression, value):
    assert meant(text) == ([(expression, value)] if expression else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("تعادل الفريقان 2/2 في الرياض", id="a score"),
        pytest.param("فاز الهلال السبت 3 - 1 على ضيفه", id="a score behind a weekday"),
        pytest.param("رسا السهم على 9/10 من قيمته", id="a share"),
        pytest.param("3/12", id="two numbers alone"),
        pytest.param("40/12", id="no month and no day"),
        pytest.param("سجل الملف برقم 11/03/2012/77 في الأرشيف", id="a number that goes on"),
        pytest.param("مرسوم رقم 12/78", id="a decree"),
    ],
)
def test_other_figures_are_left(text):
    assert [value for _, value in meant(text) if value != "2016-11-12"] == []


@pytest.mark.parametrize(
    ("text", "expression", "first", "last"),
    [
        pytest.param(
            "من 3 إلى 5 ربيع الأول 1438", "3 إلى 5 ربيع الأول 1438", "2016-12-02", "2016-12-04", id="a range of days"
        ),
        pytest.param("في رجب 1437 صدر الكتاب", "رجب 1437", "2016-04-08", "2016-05-07", id="a month and a bare year"),
        pytest.param(
            "ولد في 8 محرم 1400 بمكة", "8 محرم 1400", "1979-11-27", "1979-11-27", id="a day and a bare year"
        ),
        pytest.param(
            "ختم القرآن في شهر رمضان المبارك 1437هـ", "شهر رمضان المبارك 1437هـ", "2016-06-06", "2016-07-05",
            id="with its honour",
        ),
        pytest.param(
            "اعتكف في العشر الأواخر من رمضان 1437هـ", "العشر الأواخر من رمضان 1437هـ", "2016-06-26", "2016-07-05",
            id="the last ten",
        ),
        pytest.param(
            "الاثنين 14 صفر 1438 الموافق لـ14 تشرين الثاني/نوفمبر",
            "الاثنين 14 صفر 1438 الموافق لـ14 تشرين الثاني/نوفمبر", "2016-11-14", "2016-11-14", id="said twice",
        ),
        pytest.param(
            "مع مطلع العام الهجري 1438", "مطلع العام الهجري 1438", "2016-10-02", "2017-01-01", id="early in the year"
        ),
    ],
)  # fmt: skip
def test_hijri_dates_lie_on_their_days(text, expression, first, last):
    assert [(row["text"], str(row["earliest"]), str(row["latest"])) for row in rows(text)] == [
        (expression, first, last)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "استمر القتال من السبت إلى الأربعاء", ["2016-11-05", "2016-11-09"], id="the last such Wednesday ends it"
        ),
        pytest.param("سيستمر المعرض من السبت إلى الأربعاء", ["2016-11-19", "2016-11-23"], id="ahead"),
        pytest.param("يمتد الإضراب من غد حتى الجمعة", ["2016-11-15", "2016-11-18"], id="from tomorrow"),
        pytest.param("هطل المطر بين الجمعة والأحد", ["2016-11-11", "2016-11-13"], id="in order as they are"),
        pytest.param("قصفت البلدة السبت والأربعاء", ["2016-11-12", "2016-11-09"], id="two days are no range"),
        pytest.param("عقدت الدورة من الثاني إلى السابع من أكتوبر الماضي", ["2016-10-02/2016-10-07"], id="by ranks"),
        pytest.param("يعقد اللقاء يومي العشرين والحادي والعشرين من يناير 2017", ["2017-01-20/2017-01-21"], id="and"),
        pytest.param("توقف الدوام أيام 1 و2 و3 نوفمبر", ["2016-11-01/2016-11-03"], id="three days in a row"),
        pytest.param("من شباط 13 إلى 15 تموز الماضي", ["2016-02-13", "2016-07-15"], id="months first and last"),
        pytest.param("أقيم المعرض سبتمبر 12 - 15، 2016", ["2016-09-12/2016-09-15"], id="the month first"),
        pytest.param("سقط في سبتمبر 12 قتيلا", ["2016-09"], id="a count behind a month"),
        pytest.param("قصفت المدينة ليلة السادس والسابع من نوفمبر", ["2016-11-06TNI"], id="one night of two days"),
    ],
)
def test_a_range_has_its_ends_in_order(text, values):
    assert [value for _, value in meant(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("تغير العالم بعد هجمات 11 سبتمبر", id="a day that names what happened"),
        pytest.param("احتفلت القاهرة بنصر السادس من أكتوبر", id="by its rank"),
        pytest.param("قاتل في حرب تشرين", id="a war named by its month"),
    ],
)
def test_the_name_of_an_event_is_no_date(text):
    assert meant(text) == []


def test_with_its_year_it_is_one():
    assert meant("قتل في هجمات 11 سبتمبر 2001") == [("11 سبتمبر 2001", "2001-09-11")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أبلغ اللاعب إدارته بوصوله في العشرين من نوفمبر.", [("العشرين من نوفمبر", "2016-11-20")]),
        ("حددت المحكمة الأول من ديسمبر للنطق بالحكم.", [("الأول من ديسمبر", "2016-12-01")]),
        ("قتل الحارس في العشرين من ديسمبر.", [("العشرين من ديسمبر", "2015-12-20")]),
        ("قتل الحارس في نوفمبر.", [("نوفمبر", "2016-11")]),
        ("من المقرر عقد اجتماع في روما في 10 مارس.", [("10 مارس", "2017-03-10")]),
        ("عقد الاجتماع في روما في 10 مارس.", [("10 مارس", "2016-03-10")]),
        ("ولم يذكر البيان الصادر، السبت، أي تفاصيل.", [("السبت", "2016-11-12")]),
    ],
)
def test_a_day_without_a_year_goes_by_its_nearness_and_by_plans(text, found):
    assert meant(text) == found


@pytest.mark.parametrize(
    ("text", "expression", "value", "first", "last"),
    [
        (
            "سجلت المصالح 300 مخالفة خلال الفترة المنقضية من السنة الحالية.",
            "الفترة المنقضية من السنة الحالية",
            "2016",
            "2016-01-01",
            "2016-11-14",
        ),
        ("ارتفع الإنتاج خلال ما مضى من العام.", "ما مضى من العام", "2016", "2016-01-01", "2016-11-14"),
        ("يتراجع الطلب في ما تبقى من السنة.", "ما تبقى من السنة", "2016", "2016-11-14", "2016-12-31"),
        (
            "يتراجع الطلب خلال الأسابيع المتبقية من الشهر الجاري.",
            "الأسابيع المتبقية من الشهر الجاري",
            "2016-11",
            "2016-11-14",
            "2016-11-30",
        ),
        ('تفرق المتظاهرون أمس الأول "السبت" بعد صدام.', 'أمس الأول "السبت"', "2016-11-12", "2016-11-12", "2016-11-12"),
        ("يصل الوفد غدا «الثلاثاء».", "غدا «الثلاثاء»", "2016-11-15", "2016-11-15", "2016-11-15"),
    ],
)
def test_what_is_gone_or_left_and_a_weekday_said_again_in_marks(text, expression, value, first, last):
    (row,) = rows(text)
    assert (row["text"], row["value"]) == (expression, value)
    assert (str(row["earliest"]), str(row["latest"])) == (first, last)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("تعاقب المدربون طوال تلك السنوات التي مضت.", ["PAST_REF"]),
        ("أنجز الصندوق الكثير خلال سنوات عمره الماضية.", []),
        ("تغير كل شيء على مدى سنوات حكمها.", []),
        ("تغير كل شيء على مدى سنوات قضاها في الخارج.", ["PXY"]),
        ("سيطر الفريق على ما تبقى من المباراة.", []),
    ],
)
def test_years_that_went_by_and_years_of_a_life(text, values):
    assert [row["value"] for row in rows(text)] == values
