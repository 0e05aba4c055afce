"""Dates that go by what is told beside them: one year in a sentence, ends of ranges, days of writing and speaking."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from analysis.dates.interval import Interval
from tests.dating.resolving import resolved

FRIDAY = Interval.day(date(2018, 4, 6))
rows = partial(resolved, published=FRIDAY)


def values(text):
    return [row["value"] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "يمنع الصيد بين 15 من شهر يونيو و15 من شهر سبتمبر", ["2018-06-15", "2018-09-15"], id="the end lies behind"
        ),
        pytest.param("افتتح المعرض من 28 ديسمبر إلى 5 يناير", ["2017-12-28", "2018-01-05"], id="over the new year"),
        pytest.param(
            "بدأ الحصار في مارس 2015، وسقطت المدينة في 7 مارس", ["2015-03", "2015-03-07"], id="a month with its year"
        ),
        pytest.param(
            "سيبدأ الدوري في 19 أغسطس، بينما غادر الفريق إلى لندن قبل مباراة 21 أغسطس",
            ["2018-08-19", "2018-08-21"],
            id="beside a day to come",
        ),
        pytest.param("وقع الهجوم في أغسطس 2016 وقبض على المتهم في مايو", ["2016-08", "2017-05"], id="another month"),
    ],
)
def test_dates_of_a_sentence_go_by_each_other(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("عقد اليوم الخميس لقاء مع الوفد الذي وصل أمس", ["2018-04-05", "2018-04-04"], id="a day late"),
        pytest.param("عقد اليوم الجمعة لقاء مع الوفد الذي وصل أمس", ["2018-04-06", "2018-04-05"], id="the same day"),
        pytest.param(
            "قال الوزير: «نحتفل اليوم الخميس». ووصل أمس وفد إلى الرياض",
            ["2018-04-05", "2018-04-05"],
            id="in a quotation",
        ),
    ],
)
def test_today_is_the_day_of_writing(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("قال الثلاثاء 3 أبريل: «نعلن اليوم نهاية الحرب»", "2018-04-03", id="the day of speaking"),
        pytest.param("يبدأ القرار في 24 يونيو المقبل. وقال: «نعلن اليوم ذلك»", "2018-04-06", id="not a day to come"),
        pytest.param("قال: «سنعلن القرار غدا أو نعلنه اليوم»", "2018-04-06", id="not another word of the quotation"),
    ],
)
def test_today_in_a_quotation(text, value):
    assert values(text)[-1] == value


def test_a_stamp_is_of_the_publication():
    assert values("يعود الوفد يوم غد إلى الرياض.\n// انتهى // 13:18 ت م")[-1] == "2018-04-06T13:18"


def test_a_market_clock_is_not_of_a_day_to_come():
    assert values("تجتمع اللجنة الأربعاء المقبل. وبحلول الساعة 0642 بتوقيت جرينتش زاد الذهب")[-1] == "2018-04-06T06:42Z"


@pytest.mark.parametrize(
    ("text", "value", "latest"),
    [
        pytest.param("ينعقد المجلس قبل نهاية العام", "2018", date(2018, 12, 31), id="of the year"),
        pytest.param("يعلن القرار قبل نهاية مارس 2019", "2019-03", date(2019, 3, 31), id="of a month"),
        pytest.param("يعلن القرار قبل نهاية الأسبوع", "2018-W14", date(2018, 4, 8), id="of the week"),
        pytest.param("يعلن القرار قبل مطلع 2019", "2019", date(2018, 12, 31), id="before its beginning"),
    ],
)
def test_before_an_end_is_still_in_it(text, value, latest):
    (row,) = rows(text)
    assert (row["value"], row["earliest"], row["latest"], row["open"]) == (value, None, latest, "before")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            "وقع الحادث الأحد وبقي في المستشفى أسبوعين، وفي ذلك اليوم كان الجو غائما", "2018-04-01", id="a day"
        ),
        pytest.param("سقطت بغداد في أبريل 2003، وشهدت تلك السنة نزوحا", "2003", id="the year of a month"),
        pytest.param("عاش في القاهرة عام 1990، وفي ذلك اليوم رحل", "PAST_REF", id="no day told"),
    ],
)
def test_that_unit_is_the_last_one_told(text, value):
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("سنلعب السبت ضد ليفربول", "2018-04-07", id="we will"),
        pytest.param("سأكون في صقلية الأحد", "2018-04-08", id="I will"),
        pytest.param("سألته الأحد عن رأيه", "2018-04-01", id="asked"),
        pytest.param("خطفت الفتاة التي تبلغ من العمر 22 عاما، من بيتها الخميس", "2018-04-05", id="an age is no plan"),
    ],
)
def test_the_verb_says_where_a_weekday_lies(text, value):
    assert values(text) == [value]
