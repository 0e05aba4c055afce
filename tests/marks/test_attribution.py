"""Who is said to say what."""

import pytest

from analysis.marks import attribution, names
from analysis.text.read import read


def heard(text):
    reading = read(text, "a")
    return attribution.find(reading, names.find(reading))


def told(text):
    return [(text[one.source_start : one.source_end], text[one.scope_start : one.scope_end]) for one in heard(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأوضح الموظف الذي فضل عدم نشر اسمه أن المكتب مغلق.",
            [("الموظف", "المكتب مغلق")],
            id="what is not published is not said",
        ),
        pytest.param(
            "لكن مجموعة «النور» قالت إن الطريق مفتوح.",
            [("مجموعة «النور»", "الطريق مفتوح")],
            id="a name in marks before its verb",
        ),
        pytest.param(
            "أعلن الجيش بدء العملية، ثم أعلن إغلاق المعبر.",
            [("الجيش", "بدء العملية، ثم أعلن إغلاق المعبر")],
            id="then is nobody",
        ),
        pytest.param(
            "أعلن رئيس الوزراء اللبناني نجيب ميقاتي أن الحكومة ستجتمع غدا.",
            [("نجيب ميقاتي", "الحكومة ستجتمع غدا")],
            id="the person behind a title speaks",
        ),
        pytest.param(
            "وأفادت مصادر طبية بأن ثلاثة أشخاص أصيبوا، مضيفة أن حالتهم مستقرة.",
            [("مصادر طبية", "ثلاثة أشخاص أصيبوا"), ("مصادر طبية", "حالتهم مستقرة")],
            id="a participle has the speaker of its sentence",
        ),
        pytest.param(
            "ووفقا لشهود عيان، انهار المبنى قبل الفجر.",
            [("شهود عيان", "انهار المبنى قبل الفجر")],
            id="a source before what it says",
        ),
        pytest.param(
            "انهار المبنى قبل الفجر، بحسب مسؤول محلي.",
            [("مسؤول محلي", "انهار المبنى قبل الفجر")],
            id="a source behind what it says",
        ),
        pytest.param(
            "غرقت السفينة قرب الساحل، كما أعلنت السلطات المحلية.",
            [("السلطات المحلية", "غرقت السفينة قرب الساحل")],
            id="as the authorities announced",
        ),
        pytest.param(
            "أكدت وزارة الصحة التونسية، الخميس، تسجيل عشرين إصابة.",
            [("وزارة الصحة التونسية", "تسجيل عشرين إصابة")],
            id="a verbal noun stands for what is said",
        ),
        pytest.param(
            "قال الوزير إن الأسعار ستنخفض وإن الدعم مستمر.",
            [("الوزير", "الأسعار ستنخفض"), ("الوزير", "الدعم مستمر")],
            id="two clauses with أن are two",
        ),
        pytest.param(
            "قالت الناطقة باسم الحكومة، ريم سالم، عبر صفحتها بموقع فيسبوك إن الموازنة جاهزة.",
            [("ريم سالم", "الموازنة جاهزة")],
            id="where it was said is not who said it",
        ),
        pytest.param(
            "وقال مسؤول محلي عبر الهاتف إن الجسر انهار.",
            [("مسؤول محلي", "الجسر انهار")],
            id="a preposition that reads like a verb",
        ),
        pytest.param(
            "وجاء في بيان أصدرته إدارة السجون أن وزير العدل وجه بنقل المعتقلين.",
            [("إدارة السجون", "وزير العدل وجه بنقل المعتقلين")],
            id="a statement speaks for whoever issued it",
        ),
        pytest.param(
            "ووفق قرار صادر عن وزير النقل المغربي، ترتفع الرسوم بنسبة 14 في المئة.",
            [("وزير النقل المغربي", "ترتفع الرسوم بنسبة 14 في المئة")],
            id="so does a decree",
        ),
        pytest.param(
            "وبحسب مرسوم ملكي، ترتفع الرسوم بنسبة 14 في المئة.",
            [("مرسوم ملكي", "ترتفع الرسوم بنسبة 14 في المئة")],
            id="a decree whose issuer nobody names speaks itself",
        ),
        pytest.param(
            "أعلنت الحكومة إغلاق المدارس يومين حدادا على 40 تلميذا.",
            [("الحكومة", "إغلاق المدارس يومين")],
            id="the motive is the outlet's",
        ),
        pytest.param(
            "وأعلنت «بتروسول»، شركة النفط العملاقة، أنها ستسرح ألف عامل.",
            [("بتروسول", "أنها ستسرح ألف عامل")],
            id="a name in quotation marks speaks",
        ),
        pytest.param(
            "الأركان البريطانية: مقتل 20 مسلحا في غارات قرب الموصل",
            [("الأركان البريطانية", "مقتل 20 مسلحا في غارات قرب الموصل")],
            id="a headline with a colon",
        ),
        pytest.param(
            "قالت البلدية إن الطريق فتح، لافتة إلى سرعة الفرق الميدانية.",
            [("البلدية", "الطريق فتح"), ("البلدية", "سرعة الفرق الميدانية")],
            id="a participle points to a noun",
        ),
        pytest.param("كثرت الأسئلة حول رد موسكو: أين الجنود؟", [], id="no verb behind a preposition"),
        pytest.param("عاجل: مقتل 20 مسلحا في غارات قرب الموصل", [], id="a label is nobody"),
        pytest.param("اليمن: مقتل 20 مسلحا في غارات قرب عدن", [], id="nor is a place"),
        pytest.param(
            "قال الباحث إن الطقس تغير ولذلك فإن المحاصيل تراجعت.",
            [("الباحث", "الطقس تغير ولذلك فإن المحاصيل تراجعت")],
            id="a conclusion belongs to the clause",
        ),
        pytest.param(
            "قالوا إنهم ينتظرون الرد.",
            [],
            id="nobody has spoken yet",
        ),
    ],
)
def test_a_source_governs_its_words(text, expected):
    assert told(text) == expected


def test_who_is_only_in_the_verb_is_who_spoke_before():
    text = "قال المدير العام للمنظمة تيدروس أدهانوم إن الوضع خطير. وأضاف أن اللقاح قريب."
    assert [one.source_id for one in heard(text)] == ["tedros", "tedros"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "وأشار مدير المشروع إلى أن الشركة نقلت 4 أطنان، مبينا أن العمال 40.",
            ["مدير المشروع", "مدير المشروع"],
            id="a participle has the subject of the main verb",
        ),
        pytest.param(
            "قالت الوزارة إن رئيس البلدية أكد أن الجسر آمن. وبينت أن العمل مستمر.",
            ["الوزارة", "رئيس البلدية", "الوزارة"],
            id="who is heard inside another's words is no antecedent",
        ),
        pytest.param(
            "وبحسب مدير المستشفى، فإن الوضع جيد. وأوضح أن إدارة المياه أعادت الضخ.",
            ["مدير المستشفى", "مدير المستشفى"],
            id="the source of a phrase is",
        ),
    ],
)
def test_the_antecedent_is_the_last_main_speaker(text, speakers):
    assert [text[one.source_start : one.source_end] for one in heard(text)] == speakers


def test_an_agency_says_how_many_its_sources_are():
    text = "ونقلت وكالة رويترز عن أربعة مسؤولين قولهم إن القوات ستنسحب."
    at = text.index("أربعة")
    own = attribution.innermost(heard(text), at, at + 5)
    assert own is not None
    assert own.source_id == "reuters"


def test_an_outlet_passes_on_what_its_sources_say():
    text = "قال تلفزيون محلي إن الغارة قتلت 7 أشخاص كانوا في المبنى، وفقا لمصادر طبية."
    (one,) = heard(text)
    assert text[one.source_start : one.source_end] == "مصادر طبية"


def test_an_agency_relays_and_the_official_speaks():
    text = "ونقلت وكالة رويترز عن مسؤول ليبي قوله إن الحقول أغلقت."
    (one,) = [one for one in heard(text) if one.form != "none"]
    assert text[one.source_start : one.source_end] == "مسؤول ليبي"
    assert one.chain[0] == "reuters"
    assert one.chain[-1] == one.source_id


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن المدينة تعاني من نقص المياه.",
        "وتبين من التحقيق أن الحريق عرضي.",
        "بعد أن وصل الوفد بدأت المحادثات.",
        "ذهب الفريق إلى الملعب حسب الخطة الموضوعة.",
        "ستعلن النتائج أن الفائز واحد.",
    ],
)
def test_the_outlet_itself_is_no_source(text):
    assert heard(text) == []


@pytest.mark.parametrize("opening", ["ويذكر أنه", "ويشار إلى أن ذلك", "وجدير بالذكر أن ذلك", "وتبين أن ذلك"])
def test_nor_does_who_spoke_before_say_what_is_recalled(opening):
    assert len(heard(f"قال الوزير إن العمل جار.\n\n{opening} حدث مرتين في العام الماضي.")) == 1


def test_the_innermost_attribution_counts():
    text = "قالت الوزارة إن المتحدث باسم الشركة أكد أن العطل أصلح."
    found = heard(text)
    at = text.index("العطل")
    inner = attribution.innermost(found, at, at + 5)
    assert inner is not None
    assert inner.scope_end - inner.scope_start == min(one.scope_end - one.scope_start for one in found)
    assert attribution.innermost(found, 0, 3) is None
