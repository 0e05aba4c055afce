"""Sums of money: signs, codes, the country behind a currency, small coin; and measures in parts of a unit."""

import pytest

from tests.marks.test_claims import told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("كلف الترميم 42 KWD.", (42, "KWD", "دينار")),
        ("دفع الزائر 9 جنيهات مصرية.", (9, "EGP", "جنيه")),
        ("ثمن الكتاب 35 ر.س في المعرض.", (35, "SAR", "ريال")),
        ("بلغ سعر السهم 20 دولارا و43 سنتا.", (20.43, "USD", "دولار")),
        ("الأجرة 3 دنانير أردنية و250 فلسا.", (3.25, "JOD", "دينار")),
        ("غرمته المحكمة 2 جنيهان مصريان.", (2, "EGP", "جنيه")),
        ("تبرع بمليون شيكل للمستشفى.", (1_000_000, "ILS", "شيكل")),
        ("سعر الرطل دولار ونصف في السوق.", (1.5, "USD", "دولار")),
        ("أنفقت البلدية أكثر من (162) مليون ريال.", (162_000_000, None, "ريال")),
    ],
)
def test_a_sum_has_its_value_and_currency(sentence, claim):
    assert told(sentence, "value", "unit", "noun") == [claim]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("ضبط الجمارك نصف كيلوغرام من الحشيش.", (0.5, "kg", "كيلوغرام")),
        ("غمرت المياه الطريق على عمق متر ونصف المتر.", (1.5, "m", "متر")),
        ("سعة الخزان (50) ألف متر مكعب.", (50_000, "m3", "متر")),
        ("عثر في الحقيبة على 200 غ من الزعفران.", (200, "g", "غرام")),
        ("تبلغ الحرارة 37° سلزيوس.", (37, "degC", "درجة")),
    ],
)
def test_a_measure_may_be_a_part_of_its_unit(sentence, claim):
    assert told(sentence, "value", "unit", "noun") == [claim]


def test_a_digit_that_raises_its_unit_is_no_number():
    assert told("على مساحة 250 ألف م2 قبالة الميناء.", "value", "unit") == [(250_000, "m2")]
