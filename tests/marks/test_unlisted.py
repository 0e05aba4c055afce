"""A counted noun in no list is read by the grammar of counting and its shape."""

import pytest

from analysis.marks import unlisted
from tests.marks.test_claims import told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        pytest.param("وزعت البلدية (3420) تشجيرة على الأحياء.", (3420, "تشجيرة"), id="feminine, in brackets"),
        pytest.param("حضر الملتقى 140 مستضاف من الخليج.", (140, "مستضاف"), id="a participle that shows no case"),
        pytest.param("أحصى الفريق 23 تصدعا في السد.", (23, "تصدع"), id="accusative"),
        pytest.param("نظم النادي ست تمشيطات للشاطئ.", (6, "تمشيطة"), id="a feminine number word"),
        pytest.param("ركبت الشركة 4 تمديدات جديدة.", (4, "تمديد"), id="a verbal noun stays masculine"),
        pytest.param("قدم المصممون خمسة مفارش.", (5, "مفرش"), id="a broken plural by its pattern"),
        pytest.param("كرمت الجامعة ستة بلجيكيين.", (6, "بلجيكي"), id="people by where they come from"),
    ],
)
def test_the_noun_is_what_grammar_asks_for(sentence, claim):
    assert told(sentence, "value", "noun") == [claim]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("حسم الفريق اللقاء 5-4 بركلات الترجيح.", id="a score and a preposition"),
        pytest.param("خسر الضيوف 89-75 أمام جمهورهم.", id="before, not an imam"),
        pytest.param("شهد عام 2014 انطلق فيه المشروع.", id="a year and a verb"),
        pytest.param("اكتملت مباني المرحلة 12 بنجاح كبير.", id="a preposition written with its noun"),
        pytest.param("(7) زيارة المريض من آداب الإسلام.", id="a number in a list"),
        pytest.param("شخص الأطباء حالته في عمر 13 شخصته طبيبة.", id="an age"),
        pytest.param("مساحة القاعة واسعة والأرقام 250 ولا غير.", id="nothing counted"),
    ],
)
def test_what_is_not_counted_is_no_claim(sentence):
    assert told(sentence, "value", "noun") == []


@pytest.mark.parametrize(
    ("stem", "one"),
    [("إشعار", "إشعار"), ("ملصق", "ملصق"), ("معتمدي", "معتمدية"), ("محاول", "محاولة"), ("تحليل", "تحليل")],
)
def test_the_singular_of_a_sound_plural(stem, one):
    assert unlisted.sound(stem) == one


def test_only_the_shape_of_people_makes_a_plural_of_yin():
    assert unlisted.of_people("مشارك")
    assert not unlisted.of_people("أكسج")


def test_a_feminine_written_with_ha_is_the_listed_noun():
    assert told("رصدت الفرق (82) مخالفه في السوق.", "value", "noun") == [(82, "مخالفة")]
