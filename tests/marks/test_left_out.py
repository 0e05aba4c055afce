"""A figure whose noun stands before it, or is meant without being said."""

import pytest

from tests.marks.test_claims import claims_of, told


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param(
            "أحصت الوكالة 70 ألف مهاجر في مالطا، و90 ألفا في قبرص.",
            [(70_000, "مهاجر"), (90_000, "مهاجر")],
            id="joined, the noun left out",
        ),
        pytest.param(
            "طلب النادي 5 ملايين يورو. ثم عرض دفع مليونين أخرى.",
            [(5e6, "يورو"), (2e6, "يورو")],
            id="more, in the next sentence",
        ),
        pytest.param("نال المرشح 678 صوتا مقابل 414 في الجولة.", [(678, "صوت"), (414, "صوت")], id="against"),
        pytest.param(
            "سجل المركز 12 موقعا أثريا و7 طبيعيين.", [(12, "موقع"), (7, "موقع")], id="an adjective for the noun"
        ),
        pytest.param("ارتفع عدد الجرحى إلى 34 بعد أن كان 20.", [(34, "جريح"), (20, "جريح")], id="what it was"),
        pytest.param("ارتفع العدد من 12 قتيلا إلى 15.", [(12, "قتيل"), (15, "قتيل")], id="a rise is two figures"),
        pytest.param("رفع المدرب عدد اللاعبين من 20 إلى 30 لاعبا.", [(20, "لاعب"), (30, "لاعب")], id="from, to"),
        pytest.param(
            "زيادة عدد الأسرة في المستشفيات الحكومية التابعة للوزارة من 300 سرير إلى 450 سريرا.",
            [(300, "سرير"), (450, "سرير")],
            id="a long name of what rises",
        ),
        pytest.param("خفض العدد من 14 إلى 10 حراس.", [(14, "حارس"), (10, "حارس")], id="the noun comes last"),
        pytest.param("خسر الفريق لاعبين بارزين هما سعد وعمر.", [(2, "لاعب")], id="two, by the pronoun behind"),
        pytest.param("أصيب 4 من عائلة واحدة في الحادث.", [(4, "شخص")], id="some of one family are people"),
        pytest.param("وقعت الدول الأعضاء الـ27 الاتفاق.", [(27, "دولة")], id="members qualify the states"),
        pytest.param("لا يزال عامل واحد مفقودا.", [(1, "عامل")], id="one is still missing"),
        pytest.param("لم ينج سوى راكب واحد.", [(1, "راكب")], id="nobody but one"),
        pytest.param("انتخب الحزب 12 عضوا وفيه أعضاء منتخبين.", [(12, "عضو")], id="an adjective is no dual"),
        pytest.param(
            "خفض الدعم إلى 89 مليون جنيه (5 ملايين دولار) مقارنة مع 110 ملايين في العام السابق.",
            [(89e6, "جنيه"), (5e6, "دولار"), (110e6, "جنيه")],
            id="what stands in brackets is only worth as much",
        ),
        pytest.param("أحرز هدفين في الدقيقتين 22 و40.", [(2, "هدف")], id="minutes are not goals"),
    ],
)
def test_the_noun_is_found_elsewhere(sentence, found):
    assert told(sentence, "value", "noun") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("انهار المبنى دون وقوع إصابات.", [(0, 0, "vague", "إصابة")]),
        ("لم يسقط ضحايا في الزلزال.", [(0, 0, "vague", "ضحية")]),
        ("لم نحدد بعد عدد قتلى الحريق.", []),
    ],
)
def test_nobody_is_a_vague_figure(sentence, found):
    assert told(sentence, "low", "high", "bound", "noun") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("استقبلت العيادة 970 حالة مرضية.", [("حالة", "people")]),
        ("غرق ثلاثون مهاجرا وانتشل الخفر 381 شخصا.", [("مهاجر", "killed"), ("شخص", "people")]),
        ("أصيب خمسة جنود وأنقذ المسعفون أربعة مدنيين.", [("جندي", "wounded"), ("مدني", "people")]),
        ("للنجاح ثلاثة عناصر رئيسية.", [("عنصر", "other")]),
    ],
)
def test_the_rescued_and_the_sick_are_people(sentence, found):
    assert told(sentence, "noun", "category") == found


@pytest.mark.parametrize("sentence", ["مدة العقد ثلاثة مواسم.", "قضى المدرب موسمين في النادي."])
def test_seasons_of_play_are_lengths(sentence):
    assert told(sentence, "noun") == []


def test_so_many_of_so_many_are_two_figures_of_one_noun():
    assert told("خاض 24 مباراة فقط من أصل 38.", "value", "noun") == [(24, "مباراة"), (38, "مباراة")]


@pytest.mark.parametrize(
    "sentence", ["ندد المجلس بـ عدوان سافر.", "أعلنت المحكمة بطلان القرار.", "شارك لاعبون تركيين في الحفل."]
)
def test_a_word_of_its_own_is_no_dual(sentence):
    assert told(sentence, "noun") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("حصل على درجات من 35 إلى 40 درجة.", [(35, 40, "درجة")]),
        ("ارتفعت أسعار الأسهم التي تباع بمبالغ من 20 إلى 30 دولارا.", [(20, 30, "دولار")]),
        ("تحتاج زيادة الإنتاج إلى فرق من 5 إلى 10 عمال.", [(5, 10, "عامل")]),
        ("شارك في الدورة من 20 إلى 30 متدربا.", [(20, 30, "متدرب")]),
    ],
)
def test_a_range_is_one_figure(sentence, found):
    assert told(sentence, "low", "high", "noun") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("إن نحو نصف هؤلاء موجودون في الخارج.", [("نصف", 50, "approx", "شخص")]),
        ("غادر ربع هؤلاء العمال.", [("ربع", 25, "exact", "عامل")]),
        ("بيعت نصف هذه القوارب.", [("نصف", 50, "exact", "قارب")]),
        ("وصل 300 لاجئ أكثر من نصفهم نساء.", [("300", 300, "exact", "لاجئ"), ("نصف", 50, "more_than", "شخص")]),
        ("استورد التاجر 40 حافلة ربعها مستعمل.", [("40", 40, "exact", "حافلة"), ("ربع", 25, "exact", "حافلة")]),
        ("الناجون ثلثاهم من الأطفال.", [("ثلثا", pytest.approx(200 / 3), "exact", "شخص")]),
        ("دفع 500 دولار نصفها نقدا.", [("500", 500, "exact", "دولار")]),
        ("المدينة التي دمر نصفها فقيرة.", []),
        ("انتهى الشوط في نصفه الثاني بلا أهداف.", []),
    ],
)
def test_a_share_of_those_told_of_before(sentence, found):
    rows = claims_of(sentence)
    assert [(sentence[r["number_start"] : r["number_end"]], r["value"], r["bound"], r["noun"]) for r in rows] == found
