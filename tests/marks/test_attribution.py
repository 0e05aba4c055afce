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


def test_an_agency_relays_and_the_official_speaks():
    text = "ونقلت وكالة رويترز عن مسؤول ليبي قوله إن الحقول أغلقت."
    (one,) = heard(text)
    assert text[one.source_start : one.source_end] == "مسؤول ليبي"
    assert one.chain[0] == "reuters"
    assert one.chain[-1] == one.source_id


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن المدينة تعاني من نقص المياه.",
        "بعد أن وصل الوفد بدأت المحادثات.",
        "ذهب الفريق إلى الملعب حسب الخطة الموضوعة.",
        "ستعلن النتائج أن الفائز واحد.",
    ],
)
def test_the_outlet_itself_is_no_source(text):
    assert heard(text) == []


def test_the_innermost_attribution_counts():
    text = "قالت الوزارة إن المتحدث باسم الشركة أكد أن العطل أصلح."
    found = heard(text)
    at = text.index("العطل")
    inner = attribution.innermost(found, at, at + 5)
    assert inner is not None
    assert inner.scope_end - inner.scope_start == min(one.scope_end - one.scope_start for one in found)
    assert attribution.innermost(found, 0, 3) is None
