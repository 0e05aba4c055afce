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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "أعلن المصرف في 3 آذار/مارس، سيطرته على الشركة وضخ مبلغ 20 مليون يورو.",
            [("المصرف", "سيطرته على الشركة وضخ مبلغ 20 مليون يورو")],
            id="a verbal noun with a pronoun",
        ),
        pytest.param(
            "وذكّر الجيش بتعهداته ببناء 300 ملجأ.",
            [("الجيش", "تعهداته ببناء 300 ملجأ")],
            id="reminded of",
        ),
        pytest.param("ويذكر هذا الحادث بحادث مماثل قتل فيه خمسة ركاب.", [], id="what reminds of something is nobody"),
        pytest.param("فتح الجسر أمس.\nدبي (CNN)--", [], id="a dateline and no more"),
        pytest.param("فتح الجسر، موضحا", [], id="a participle and no more"),
        pytest.param("تحطمت طائرة نقل عسكرية يونانية قرب الساحل.", [], id="what carries is nobody"),
        pytest.param("وتبلغ كلفة الجسر 30 مليون ريال.", [], id="what amounts to something is nobody"),
        pytest.param("وصلت سفينة يتوقع تفريغها غدا وعليها 300 طن.", [], id="what is expected is said by nobody"),
        pytest.param(
            "أعلن الجيش مقتل ثلاثة مسلحين، فيما أصيب جندي.",
            [("الجيش", "مقتل ثلاثة مسلحين")],
            id="a noun ends where the outlet goes on",
        ),
        pytest.param(
            "قالت الوزيرة سلمى العمري إن الطريق مغلق.\nوتبلغ الكلفة، بحسب العمري، 40 مليون درهم.",
            [("سلمى العمري", "الطريق مغلق"), ("العمري", "40 مليون درهم")],
            id="who spoke before is called by part of the name",
        ),
        pytest.param(
            'وصل عدد الركاب إلى 90 راكبا، بحسب ما ذكرت "المسافر اليوم".',
            [("المسافر اليوم", "وصل عدد الركاب إلى 90 راكبا")],
            id="a name in marks behind the phrase",
        ),
        pytest.param(
            "وحسب إحصاء مديرية المياه، فإن عدد الآبار بلغ 45 بئرا.",
            [("إحصاء مديرية المياه", "عدد الآبار بلغ 45 بئرا")],
            id="a count that an office keeps",
        ),
        pytest.param(
            "وأظهر استطلاع للجامعة، نشرت نتائجه الأحد، أن نصف السكان راضون.",
            [("للجامعة", "نصف السكان راضون")],
            id="a verb between commas leaves the that to the verb before it",
        ),
        pytest.param(
            "كشف المدير سامي الحربي عن الخطة واعتبر مشروع الجسر مهما. وقال إن المشروع كبير.",
            [("سامي الحربي", "المشروع كبير")],
            id="the object of a second verb does not speak",
        ),
        pytest.param(
            "قال الوزير إن دراسة حديثة أظهرت أن العدد 91 طالبا، وأن 67 منهم نجحوا.",
            [("الوزير", "دراسة حديثة أظهرت أن العدد 91 طالبا"), ("دراسة حديثة", "العدد 91 طالبا"),
             ("الوزير", "67 منهم نجحوا")],
            id="what goes on is told once",
        ),
        pytest.param(
            "قالت المؤسسة إن المؤشر العام يشير إلى نمو نسبته 3 في المئة.",
            [("المؤسسة", "المؤشر العام يشير إلى نمو نسبته 3 في المئة")],
            id="a thing that shows something in another's words",
        ),
        pytest.param(
            "وأعلنت الوزارة تشييع الضابط.وفتح مسلح النار على المارة.",
            [("الوزارة", "تشييع الضابط")],
            id="a full stop without a blank",
        ),
    ],
)  # fmt: skip
def test_what_is_said_and_what_is_not(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "خبر.\nوقال اللاعب: كنا سبعة على الحافلة. ثم صرنا ثلاثة فقط.\nوسجل الفريق 4 أهداف.",
            ["كنا سبعة على الحافلة", "ثم صرنا ثلاثة فقط"],
            id="speech without marks up to the end of its paragraph",
        ),
        pytest.param(
            "أعلنت وزارة الدفاع ضبط ما يلي:\n* 30 خرطوشة.\n* 12 خوذة.\nوتقع القرية قرب الحدود.",
            ["30 خرطوشة", "12 خوذة"],
            id="a list",
        ),
        pytest.param(
            "خبر.\nأوضح المهندس أن الطريق فتح. كما سيتم ربط 6 أحياء به. وتقع الأحياء في الشمال.",
            ["الطريق فتح", "كما سيتم ربط 6 أحياء به"],
            id="besides",
        ),
        pytest.param(
            'خبر.\nويستذكر الرئيس محمود عباس رحيله: "كان اليوم صعبا جدا".',
            ['"كان اليوم صعبا جدا"'],
            id="a quotation behind a colon without a verb of saying",
        ),
        pytest.param("جاء في نتيجة التصويت أن 64 من السكان صوتوا.", [], id="what stands in no text is said by nobody"),
        pytest.param("محمد الحربي - سبق - متابعة: وصل 30 طالبا.", [], id="who reports does not speak"),
    ],
)
def test_who_speaks_goes_on(text, expected):
    assert [said.removeprefix("* ").removeprefix("*") for _, said in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأكد مدير التجارة بولاية سطيف نبيل قاسي أن 30 محلا أغلق.",
            [("نبيل قاسي", "30 محلا أغلق")],
            id="an office, its place, the person",
        ),
        pytest.param(
            "أوضح مدير عام المياه بمنطقة جازان الدكتور خالد سالم أن 12 بئرا جفت.",
            [("خالد سالم", "12 بئرا جفت")],
            id="an office, its place, a word of honour, the person",
        ),
        pytest.param(
            "أعلنت مصادر طبية إصابة 5 أشخاص وجرح ستة آخرين.",
            [("مصادر طبية", "إصابة 5 أشخاص وجرح ستة آخرين")],
            id="an indefinite source before what it announces",
        ),
        pytest.param(
            "واللافت في إحصائيات وزارة العدل أن 12 محكمة أغلقت.",
            [("إحصائيات وزارة العدل", "12 محكمة أغلقت")],
            id="what is striking in figures",
        ),
        pytest.param("واللافت في المباراة أن 5 لاعبين أصيبوا.", [], id="what is striking in no paper"),
        pytest.param("واللافت أن 5 نواب غابوا.", [], id="what is striking"),
        pytest.param(
            "نشرت الوزارة، أمس، أرقاما رسمية تظهر أن 12 مدرسة أغلقت.",
            [("الوزارة", "12 مدرسة أغلقت")],
            id="who put out the figures that show it",
        ),
        pytest.param(
            "وقدم المحافظ تقريرا يؤكد أن 3 جسور انهارت.",
            [("المحافظ", "3 جسور انهارت")],
            id="who put forward the report",
        ),
        pytest.param(
            "اطلعت الصحيفة على وثائق تؤكد أن 3 جسور انهارت.",
            [("وثائق", "3 جسور انهارت")],
            id="papers that somebody has only seen",
        ),
        pytest.param(
            "وبحسب إحصاءات اللجنة الدولية لحماية الصحفيين، حبس 73 صحفيا.",
            [("إحصاءات اللجنة الدولية", "حبس 73 صحفيا")],
            id="the name of a body goes on with lam",
        ),
        pytest.param("ويقدر عدد السكان في المدينة بـ25 ألف شخص.", [], id="a number of people says nothing"),
        pytest.param(
            "وقال عدد من سكان الحي إن 5 أشخاص غرقوا.",
            [("عدد من سكان الحي", "5 أشخاص غرقوا")],
            id="a number of people speak",
        ),
    ],
)
def test_offices_papers_and_numbers_of_people(text, expected):
    assert told(text) == expected


def test_a_participle_speaks_behind_an_aside():
    text = "أشاد المدير بالطلبة، مشيرا في هذا الصدد إلى افتتاح 3 مدارس."
    assert told(text)[-1][1] == "افتتاح 3 مدارس"
