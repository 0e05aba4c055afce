"""What is a time in a sentence of the news, where it stands, and what its words say."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.dates.interval import Interval
from analysis.marks import times
from analysis.text.read import read


def spans(text):
    return [text[one.start : one.end] for one in times.find(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قال بيان الجمعة 5 شباط/فبراير 2016 إن", ["الجمعة 5 شباط/فبراير 2016"], id="weekday and double month"
        ),
        pytest.param("زار دبي في نوفمبر (تشرين الثاني) الماضي", ["نوفمبر (تشرين الثاني) الماضي"], id="in brackets"),
        pytest.param("بدأ في أيلول - سبتمبر 2019 العمل", ["أيلول - سبتمبر 2019"], id="dashed"),
        pytest.param("وصل لعام 2010 التقرير", ["عام 2010"], id="clitic outside"),
        pytest.param("استقال بحلول نهاية الشهر الجاري", ["نهاية الشهر الجاري"], id="preposition outside"),
        pytest.param("توقف العمل قبل نحو خمسة أشهر", ["قبل نحو خمسة أشهر"], id="ago inside"),
        pytest.param("بين عامي 2012 و2015", ["عامي 2012 و2015"], id="two years"),
        pytest.param("لمواليد عامي (1999 و2000) في", ["عامي (1999 و2000)"], id="two years in brackets"),
        pytest.param("يومي السبت والأحد", ["يومي السبت", "الأحد"], id="two weekdays"),
        pytest.param("هاجر في 15 جويلية 2014", ["15 جويلية 2014"], id="Maghrebi month"),
        pytest.param("توفي في ٣ ربيع الآخر ١٤٣٨هـ", ["٣ ربيع الآخر ١٤٣٨هـ"], id="Hijri date in Arabic digits"),
        pytest.param(
            "اجتمعا عند الساعة 22:15 بتوقيت غرينتش أمس", ["الساعة 22:15 بتوقيت غرينتش أمس"], id="clock and zone"
        ),
        pytest.param("المشروع الذي ينفذ حاليا والذي سيكتمل", ["حاليا"], id="now, and a clause on something else"),
        pytest.param("تعود إلى ما كانت عليه قبل عقدين من الزمن", ["قبل عقدين من الزمن"], id="of time inside"),
        pytest.param("على بعد تسعة أشهر من موعد الانسحاب", ["تسعة أشهر"], id="a distance is no count"),
        pytest.param("أكد 91% منهم وهم فوق الـ18 عاما ذلك", [], id="above an age"),
        pytest.param("تبلغ مدة التدريب سنتين", ["سنتين"], id="how long, not how old"),
        pytest.param("أعلى مستوى في أربع سنوات البالغ 54.2", ["أربع سنوات"], id="a value behind the years is no age"),
        pytest.param("قالت إيفا أوريش 74عاما وهي متقاعدة", [], id="the age of one who is named"),
        pytest.param("أوقف بين الفاتح من جانفي و15 فيفري 2023", ["الفاتح من جانفي", "15 فيفري 2023"], id="the first"),
        pytest.param("تبدأ المقابلات غدا\nتبدأ الإدارة العامة", ["غدا"], id="tomorrow at the end of a line"),
        pytest.param("سجل في 16من أكتوبر الماضي", ["16من أكتوبر الماضي"], id="no space behind the number"),
    ],
)
def test_an_expression_is_one_and_whole(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قال نواب في البرلمان إن أبا الطفل غاب", id="a month inside a word"),
        pytest.param("أعلن الأمين العام للأمم المتحدة", id="general"),
        pytest.param("مقتل 1500 مدني وإصابة 2012 آخرين", id="counts"),
        pytest.param("البالغ من العمر 52 عاما", id="an age"),
        pytest.param("قالت سعاد، 72 عاما من حلب، إنها باقية", id="an age behind a name"),
        pytest.param("اشترى الثري هذه الساعة بمليون يورو", id="a watch"),
        pytest.param("اتضح أنه أردني الجنسية (41) سنة ويعمل سائقا", id="an age in brackets"),
        pytest.param("وأخيرا نشكر الحضور على صبرهم", id="finally"),
        pytest.param("أجرى الوزير حديثا مع الصحيفة", id="a talk"),
        pytest.param("نشرت حديثا صحفيا مع المدرب", id="an interview"),
        pytest.param("فاز الفريق الثاني في الترتيب", id="a rank"),
        pytest.param("شارك في ثورة 25 يناير شبان كثيرون", id="a revolution"),
        pytest.param("خسر 3 - صفر أمام ضيفه", id="nil"),
        pytest.param("عقد الوزير عقدا مع الشركة", id="a contract"),
        pytest.param("رئيس تحرير صحيفة اليوم السعودية", id="a newspaper"),
        pytest.param("توفي عن عمر 43 عاما وثلاثة أيام", id="an age of years and days"),
        pytest.param("شارك في الملتقى بعمر 45 عاما و161 يوما", id="an age behind its word"),
        pytest.param("كوكب يزيد عمره على مليار ونصف سنة", id="the age of a planet"),
        pytest.param("رأيت أنها اللحظة الأنسب للاعتزال", id="the moment for something"),
        pytest.param("سجل الفريق هدفه في اللحظة الأخيرة", id="the last moment"),
        pytest.param("كانت تلك اللحظة التي غيرت حياته", id="the moment that"),
        pytest.param("لم تنته المباراة في وقتها الأصلي", id="a time of its own"),
        pytest.param("من خلال عقد العديد من الاجتماعات", id="holding meetings"),
        pytest.param("بقي أمينا عاما للمنظمة", id="general behind a verb of lasting"),
        pytest.param("فاز الفريق في المرحلة الأخيرة من الدوري", id="the last round"),
        pytest.param("غدا متعذرا على الكثيرين السفر", id="became"),
        pytest.param("انتقد خطيب الجمعة القرار", id="a preacher"),
    ],
)
def test_what_only_looks_like_a_time_is_left(text):
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("أعلن الجدول لهذا الموسم", ["هذا الموسم"], id="behind ل"),
        pytest.param("لم نشهد يوما كهذا اليوم", ["هذا اليوم"], id="behind ك"),
        pytest.param("اختلفت عن الأرباح بهذا الشهر", ["هذا الشهر"], id="behind ب"),
        pytest.param("توقف الدوري لأكثر من عام", ["عام"], id="more than a year"),
        pytest.param("تأخرت الانتخابات بما يزيد عن العام", ["العام"], id="more than the year"),
        pytest.param("غادر البلاد قبل حوالي السنتين والنصف", ["قبل حوالي السنتين والنصف"], id="about two and a half"),
        pytest.param("// انتهى // 13:18 ت م", ["13:18 ت م"], id="an agency's stamp"),
        pytest.param("ارتفع الخام بحلول 1320 جمت", ["1320 جمت"], id="four figures and a zone"),
        pytest.param("يغلق الباب الساعة 2130 كل ليلة", ["الساعة 2130", "كل ليلة"], id="four figures of a clock"),
        pytest.param("من 3/1436 هـ إلى 8/1436 هـ", ["3/1436 هـ", "8/1436 هـ"], id="months of the Hijra in figures"),
        pytest.param("حكم البلاد من 2009 إلى .2011", ["2009", "2011"], id="a stray stop"),
        pytest.param("المحتلة عام ،1967 وما بعده", ["عام ،1967"], id="a stray comma"),
        pytest.param("رفع الإجازة من يوم إلى يومين", ["يوم", "يومين"], id="from one to two"),
        pytest.param("وصلت النجدة في دقائق", ["دقائق"], id="within minutes"),
        pytest.param("هبط إلى أدنى مستوى في أسبوع", ["أسبوع"], id="how far back"),
        pytest.param("أمضى عاما في السجن", ["عاما"], id="spent a year"),
        pytest.param("مضى على الحادث شهر ولم يعد", ["شهر"], id="a month passed"),
        pytest.param("فاز به في موسم 2013/2014", ["موسم 2013/2014"], id="a season"),
        pytest.param("يستعد للموسم الرياضي المقبل", ["للموسم الرياضي المقبل"], id="the season of sports"),
        pytest.param("أرباح السنة المالية 2015 قليلة", ["السنة المالية 2015"], id="a fiscal year"),
        pytest.param("في الستة أشهر الأولى من 2015", ["الستة أشهر الأولى من 2015"], id="first months, number first"),
        pytest.param("في العقد الأول من القرن الحالي", ["العقد الأول من القرن الحالي"], id="a decade of a century"),
        pytest.param("خلال آخر 24 ساعة", ["آخر 24 ساعة"], id="the last hours"),
        pytest.param("لم يتم حتى اللحظة التأكد من العدد", ["اللحظة"], id="until this moment"),
        pytest.param("أبرم الاتفاق في صيف 2015", ["صيف 2015"], id="a season of a year"),
        pytest.param("ينجز الكثير في اليوم الواحد", ["اليوم الواحد"], id="in a single day"),
    ],
)
def test_what_is_easily_missed_is_found(text, expected):
    assert spans(text) == expected


def test_a_full_date_needs_no_day_of_publication():
    (written,) = times.find(read("وقعت الهدنة في 9 رجب 1439هـ."))
    assert written.calendar == "hijri"
    assert written.absolute == Interval.day(date(2018, 3, 26))


def test_a_relative_time_says_what_it_counts():
    (written,) = times.find(read("بدأت المحادثات في حزيران العام الماضي."))
    assert (written.month, written.unit, written.shift, written.absolute) == (6, "year", -1, None)


def test_yesterday_with_its_weekday_gives_publication_away():
    (written,) = times.find(read("تحطمت الطائرة أمس الأربعاء."))
    assert (written.unit, written.shift, written.weekday) == ("day", -1, 3)


def test_a_count_from_an_event_names_it():
    text = "زار العاصمة قبل ثلاثة أشهر من الانتخابات."
    reading = read(text)
    (written,) = times.find(reading)
    assert written.anchor == "event"
    assert written.anchor_tokens is not None
    assert reading.words[written.anchor_tokens[0]].surface == "الانتخابات"


def test_joined_months_share_their_year():
    first, second = times.find(read("ارتفعت الأسعار في يناير وفبراير 2017."))
    assert (first.year, second.year) == (2017, 2017)


def test_a_day_that_does_not_exist_is_no_date():
    assert spans("الرقم 31/02/2013 في السجل") == []


def test_the_work_is_linear_in_the_text():
    text = "في 12 و13 و14 و15 و16 و17 و18 و19 " * 400
    assert times.find(read(text)) == []
