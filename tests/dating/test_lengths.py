"""Lengths and repetitions: how long, how exactly, how often; and counts with parts of units."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from analysis.tables import TABLES
from tests.dating.resolving import resolved

THURSDAY = Interval.day(date(2017, 5, 18))
rows = partial(resolved, published=THURSDAY)


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        pytest.param("قضى في السجن سنتين وثلاثة أشهر", "P2Y3M", "سنتين وثلاثة أشهر", id="years and months"),
        pytest.param("غاب يومين وست ساعات", "P2DT6H", "يومين وست ساعات", id="days and hours"),
        pytest.param("استغرق الصعود ساعة و8 دقائق و16 ثانية", "PT1H8M16S", "ساعة و8 دقائق و16 ثانية", id="three units"),
        pytest.param("توقف البث ساعة وربع الساعة", "PT75M", "ساعة وربع الساعة", id="an hour and a quarter"),
        pytest.param("وصل بعد غياب دام عاما ونصف العام", "P18M", "عاما ونصف العام", id="a year and a half"),
        pytest.param("استمر التصفيق 3/4 ساعة", "PT45M", "3/4 ساعة", id="a share in digits"),
        pytest.param("استغرق تكون الصخر 100 000 سنة", "P100000Y", "100 000 سنة", id="a large number"),
        pytest.param("غيابه تجاوز ثلاثة أشهر ونصف الشهر", "P3.5M", "ثلاثة أشهر ونصف الشهر", id="months and a half"),
    ],
)
def test_a_length_says_all_its_units(text, value, span):
    (row,) = rows(text)
    assert (row["type"], row["value"], row["text"]) == ("DURATION", value, span)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("يعاقب بالحبس بين سنة وثلاث سنوات", ["P3Y"], id="from one length to another"),
        pytest.param("نما الاقتصاد 2 في المائة العام الماضي", ["2016"], id="a share, then a year"),
        pytest.param("عثر عليه ميتا يوم 3 مايو 2017", ["2017-05-03"], id="dead, not two hundred"),
        pytest.param("أقام ثلاثة أيام وأربع ليال", ["P3D", "P4D"], id="days and nights"),
        pytest.param("متاح لثلاثين يوما ولأربع وعشرين ساعة", ["P30D", "PT24H"], id="each behind ل"),
        pytest.param("انخفض إلى أدنى مستوى في خمسة أشهر ونصف اليوم", ["P5.5M", "2017-05-18"], id="half, today"),
    ],
)
def test_two_lengths_stay_two(text, values):
    assert [row["value"] for row in rows(text)] == values


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("استمرت الجلسة أكثر من ثلاث ساعات", "MORE_THAN"),
        ("استمرت الجلسة نحو ثلاث ساعات", "APPROX"),
        ("استمرت الجلسة ثلاث ساعات تقريبا", "APPROX"),
        ("يسجن مدة لا تقل عن ثلاث سنوات", "MORE_THAN"),
        ("يسجن مدة لا تتجاوز ثلاث سنوات", "LESS_THAN"),
        ("غاب أقل من شهر", "LESS_THAN"),
        ("استمرت الجلسة ثلاث ساعات", None),
    ],
)
def test_a_length_carries_its_modifier(text, mod):
    (row,) = rows(text)
    assert row["mod"] == mod


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("توفي قبل سنتين وثلاثة أشهر", "2015-02", id="the grain is the smaller unit's"),
        pytest.param("توفي قبل عام ونصف العام", "2015", id="a year and a half ago"),
        pytest.param("تزوجا قبل نصف قرن", "1967", id="half a century ago"),
        pytest.param("وصل قبل نصف ساعة", "2017-05-18", id="half an hour ago"),
        pytest.param("رحل قبل عامين هجريين", "2014-10-25/2015-10-13", id="two Hijri years ago"),
        pytest.param("من أسبوع", "2017-W19", id="as it is spoken"),
        pytest.param("لن يعود إلى الملاعب قبل شهرين", "2017-07", id="not before two months"),
        pytest.param("لن ننسى ما وقع قبل شهرين", "2017-03", id="what happened two months ago"),
        pytest.param("انقرضت قبل 65 مليون سنة", "P65000000Y", id="before all calendars"),
    ],
)
def test_a_count_goes_back_by_all_that_is_said(text, value):
    assert [row["value"] for row in rows(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("تصدر النشرة كل يومين", "P2D", "كل يومين"),
        ("يحتاج دهنا كل نصف ساعة", "PT30M", "كل نصف ساعة"),
        ("يبث البرنامج مساء كل خميس", "XXXX-WXX-4TEV", "مساء كل خميس"),
        ("تخرج الصحيفة كل صباح", "XXXX-XX-XXTMO", "كل صباح"),
        ("يتدرب ثلاث مرات في الأسبوع", "P1W", "ثلاث مرات في الأسبوع"),
        ("تنشر الأرقام مرة كل شهرين", "P2M", "كل شهرين"),
        ("تقام السوق يوم الجمعة من كل أسبوع", "XXXX-WXX-5", "يوم الجمعة من كل أسبوع"),
        ("تصرف الرواتب في العاشر من كل شهر", "XXXX-XX-10", "العاشر من كل شهر"),
    ],
)
def test_what_comes_again_is_a_set(text, value, span):
    (row,) = rows(text)
    assert (row["type"], row["value"], row["text"], row["earliest"]) == ("SET", value, span, None)


def test_days_joined_come_again_together():
    found = rows("تدرب اللاعبون السبت والاثنين والأربعاء من كل أسبوع")
    assert [(row["type"], row["value"]) for row in found] == [
        ("SET", "XXXX-WXX-6"),
        ("SET", "XXXX-WXX-1"),
        ("SET", "XXXX-WXX-3"),
    ]


def test_a_first_time_is_no_set():
    assert [row["type"] for row in rows("فازت لأول مرة في العام الماضي")] == ["DATE"]


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("سجل الهدفين في الدقائق العشر الأخيرة من المباراة", None),
        ("تراجعت الأسعار في الأشهر الثلاثة الأخيرة", date(2017, 2, 1)),
    ],
)
def test_the_last_of_something_is_not_counted_from_publication(text, earliest):
    (row,) = rows(text)
    assert row["earliest"] == earliest


@pytest.mark.parametrize(
    "text",
    ["يوثق التقرير هجمات الحرب الجارية منذ 19 شهرا", "منذ سنة وسبعة أشهر لم نتقاض رواتبنا"],
)
def test_what_goes_on_is_since(text):
    (row,) = rows(text)
    assert (row["value"], row["open"], row["latest"]) == ("2015-10", "after", date(2017, 5, 18))


def test_school_years_are_years_in_the_table():
    found = rows("مضى نصف العام الدراسي")
    assert TABLES["times"].frame(found)["grain"].tolist() == ["year"]
