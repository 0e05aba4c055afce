"""A figure speaks of the day its sentence dates it to, or stands until publication."""

from datetime import date

import pytest

from analysis.dates.interval import Interval
from analysis.dating import as_of, resolve
from analysis.marks import claims, numbers, times
from analysis.text.read import read

PUBLISHED = Interval.day(date(2019, 5, 15))  # a Wednesday


def days(text: str, published: Interval | None = PUBLISHED) -> list[tuple[date | None, date | None]]:
    reading = read(text, "a")
    written = times.find(reading)
    dated = resolve.resolve(written, published or Interval(None, None), reading)
    counted = numbers.find(reading, [(row["start"], row["end"]) for row in dated], [])
    rows = as_of.find(reading, claims.find(reading, counted, dated, []), dated, published)
    return [(row["as_of_earliest"], row["as_of_latest"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param("قتل 12 عاملا في آذار/مارس 2014.", date(2014, 3, 1), date(2014, 3, 31), id="a dated count"),
        pytest.param("ينتشر 300 جندي في الجزيرة.", date(2019, 5, 15), date(2019, 5, 15), id="a standing state"),
        pytest.param("أصيب 9 ركاب أمس الثلاثاء.", date(2019, 5, 14), date(2019, 5, 14), id="yesterday"),
        pytest.param("نفذ الطيران 60 غارة منذ مطلع العام.", date(2019, 1, 1), date(2019, 5, 15), id="a running count"),
        pytest.param(
            "تقع القرية على بعد 40 كلم، وزارها عام 2012.", date(2019, 5, 15), date(2019, 5, 15), id="a distance"
        ),
        pytest.param(
            "في الجزيرة 300 جندي، وقال القائد إن أول دفعة من هؤلاء كانت قد وصلت إلى الميناء الشرقي القديم في 2012.",
            date(2019, 5, 15), date(2019, 5, 15), id="a date in another clause",
        ),
        pytest.param("ينتشر في الجزيرة 300 جندي، منذ عام 2012.", date(2012, 1, 1), date(2019, 5, 15), id="in its own"),
    ],
)  # fmt: skip
def test_the_sentence_says_when(text, earliest, latest):
    assert days(text) == [(earliest, latest)]


def test_the_nearer_date_counts():
    text = "قتل في 2014 نحو 20 شخصا وقتل في 2016 نحو 50 شخصا."
    assert [earliest.year for earliest, _ in days(text) if earliest] == [2014, 2016]


def test_the_day_of_speaking_is_not_that_of_the_figure():
    text = "أعلن الوزير الأربعاء أن 30 عاملا قتلوا السبت الماضي."
    assert days(text) == [(date(2019, 5, 11), date(2019, 5, 11))]


def test_then_leads_back_to_the_sentence_before():
    text = "ويذكر الحادث بآخر وقع في حزيران/يونيو 2017. وقد قتل آنذاك خمسة صيادين."
    assert days(text) == [(date(2017, 6, 1), date(2017, 6, 30))]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param(
            "أحصت البلدية 40 حريقا منذ بداية العام. وشهدت الفترة ذاتها مقتل 21 شخصا.",
            date(2019, 1, 1), date(2019, 5, 15), id="the same period",
        ),
        pytest.param(
            "توفي 464 شخصا منذ ظهور الوباء في المدينة في يونيو 2012.",
            date(2012, 6, 1), date(2019, 5, 15), id="since something of a month",
        ),
        pytest.param(
            "بلغ عدد القتلى منذ عام 2016 حتى أمس 68 قتيلا.", date(2016, 1, 1), date(2019, 5, 14), id="since and until"
        ),
        pytest.param("قتل خمسة أشخاص قبل غارات أمس.", None, date(2019, 5, 13), id="before what happened yesterday"),
    ],
)  # fmt: skip
def test_a_count_that_runs_has_two_ends(text, earliest, latest):
    assert days(text)[-1] == (earliest, latest)


def test_the_same_period_of_another_year_is_a_time_of_its_own():
    text = "أحصت البلدية 40 حريقا منذ بداية العام. وفي الفترة نفسها من العام الماضي قتل 21 شخصا."
    assert [latest.year for _, latest in days(text) if latest] == [2019, 2018]


def test_a_toll_without_a_date_lies_between_the_event_and_the_report():
    text = "انهار الجسر الاثنين.\nمقتل 8 عمال"
    assert days(text) == [(date(2019, 5, 13), date(2019, 5, 15))]


def test_without_a_publication_nothing_is_guessed():
    assert days("ينتشر 300 جندي في الجزيرة.", None) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("بلغت الأرباح 80 مليون ريال في 2017 بانخفاض 25 في المئة عن عام 2016.", [2017, 2017], id="than"),
        pytest.param("في 2015 سجلت 40 حادثة مقارنة بعام 2013.", [2015], id="set against another year"),
        pytest.param("ارتفعت من 39 حالة في 2012 إلى 43 حالة في 2014.", [2012, 2014], id="a date right behind each"),
    ],
)
def test_the_time_compared_with_is_not_that_of_the_figure(text, years):
    assert [earliest.year for earliest, _ in days(text) if earliest] == years


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param(
            "وفي الثالث من أيار/مايو قال الرئيس إن القرض البالغ 90 مليون دولار سيسدد قريبا.",
            date(2019, 5, 3), date(2019, 5, 3), id="as of the day of speaking",
        ),
        pytest.param(
            "تبلغ كلفة التذكرة 120 درهما، أي ضعف ما كانت عليه في 2011.",
            date(2019, 5, 15), date(2019, 5, 15), id="what it was then",
        ),
        pytest.param(
            "تنتج المحطة 500 متر مكعب يوميًا.وكشف المدير أن بناءها بدأ في نيسان/أبريل 2016.",
            date(2019, 5, 15), date(2019, 5, 15), id="a full stop without a blank",
        ),
        pytest.param(
            "كان الحارس (45 مباراة دولية) أفضل لاعبي الفريق في 2016.",
            date(2019, 5, 15), date(2019, 5, 15), id="a figure in brackets",
        ),
        pytest.param(
            "ستستقبل المطارات بنهاية عام 2025 أكثر من 30 مليون مسافر.",
            date(2025, 12, 1), date(2025, 12, 31), id="a figure to come",
        ),
        pytest.param(
            "ارتفعت عقود القمح تسليم أيلول/سبتمبر 3 في المئة.",
            date(2019, 5, 15), date(2019, 5, 15), id="what is to be delivered later",
        ),
        pytest.param(
            "أوقعت الحرب التي اندلعت في 2015 أكثر من 10 آلاف قتيل.",
            date(2015, 1, 1), date(2019, 5, 15), id="since the war broke out",
        ),
        pytest.param(
            "نال الحزب 31 مقعدا، بعد إعادة الفرز التي قررتها المحكمة في شباط/فبراير.",
            date(2019, 5, 15), date(2019, 5, 15), id="a relative clause behind a comma",
        ),
        pytest.param(
            "سجلت الوزارة 70 إصابة حتى الآن منذ مطلع نيسان/أبريل.",
            date(2019, 4, 1), date(2019, 5, 15), id="until now",
        ),
    ],
)  # fmt: skip
def test_which_date_speaks_of_the_figure(text, earliest, latest):
    assert days(text) == [(earliest, latest)]


def test_what_is_now_is_not_what_was_then():
    text = "أنتجت الواحة في 1995 نحو 40 ألف طن من التمور سنويا، وهي تنتج حاليا 15 ألف طن."
    assert [earliest.year for earliest, _ in days(text) if earliest] == [1995, 2019]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param(
            "بيع في 2018 نحو 260 مليون سهم مقابل 350 مليون سهم جرى بيعها في 2017 بانخفاض 26 في المئة.",
            [2018, 2017, 2018],
            id="only what stands between is of then",
        ),
        pytest.param("ارتفعت المبيعات مقارنة بعام 2014 إلى 1.5 مليون سيارة.", [2019], id="compared, then told"),
        pytest.param("انخفضت الأرباح 12% عن العام الماضي، وبلغ عدد الموظفين 300 موظف.", [2019, 2019], id="than"),
        pytest.param("سجلت 40 حادثة مقارنة بعام 2013 حين بلغت 60 حادثة.", [2019, 2013], id="what it was then"),
        pytest.param(
            "بلغت الإيرادات 4 ملايين درهم بنمو 11% عن عام 2017، حيث كانت 3.6 مليون درهم.",
            [2019, 2019, 2017],
            id="where it was",
        ),
        pytest.param(
            "ارتفع عدد الزوار 9% عن عام 2014، حيث بلغ 17 مليون زائر.", [2019, 2019], id="which it has reached"
        ),
        pytest.param(
            "بلغت البطالة 6.9 في المئة، ارتفاعا من 4.8 في المئة عما كانت عليه قبل عام.", [2019, 2018], id="from then"
        ),
        pytest.param("زاد عدد الطلاب إلى 90 طالبا بعد أن كان 30 طالبا في 2014.", [2019, 2014], id="having been"),
        pytest.param("نال المرشح في 2014 خمسة من أصل ستة مقاعد.", [2014], id="out of as many"),
        pytest.param("أعلنت الشركة أرباحها عن عام 2018 وبلغت 5 ملايين ريال.", [2018], id="the profits of a year"),
        pytest.param("تراجعت معاملات النحاس تسليم الشهر الماضي 31 سنتا.", [2019], id="what falls due"),
        pytest.param(
            "من المتوقع أن يستمر النمو حتى عام 2028، ليصل عدد السكان إلى 57 مليون نسمة.", [2028], id="foreseen"
        ),
        pytest.param("يتوقع البنك أن تبلغ الصادرات خلال العام 2025 نحو 30 مليون طن.", [2025], id="it will reach"),
        pytest.param("سيرت الحكومة سفينة يتوقع وصولها في 22 يناير 2020 تحمل 500 طن.", [2019], id="cargo on its way"),
    ],
)
def test_a_time_compared_with_or_foreseen(text, years):
    assert [earliest.year for earliest, _ in days(text) if earliest] == years
