"""A percentage that is taken in something is of that, and behind cutting and raising of what is cut or raised."""

import pytest

from tests.marks.test_claims import told


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        pytest.param("يساهم غسل الفواكه في التقليص من نسبة الإصابات بنسبة 30 بالمائة.", "إصابة", id="a rate cut"),
        pytest.param("أسهمت الحملة في التقليل من الحوادث بنسبة 12 في المئة.", "حادث", id="cut, without a rate"),
        pytest.param("ساهم المشروع في الرفع من الإنتاج بنسبة 10 في المئة.", "إنتاج", id="raised"),
        pytest.param("ساهم اللقاح في خفض الوفيات بنسبة 20 في المئة.", "وفاة", id="in a construct"),
        pytest.param("يساهم الصيد في الدخل الوطني بنسبة 5 في المئة.", "دخل", id="taken part in"),
        pytest.param("يسهم في الخسارة بنسبة 8 في المئة.", "خسارة", id="a change itself"),
    ],
)
def test_what_is_taken_part_in_is_the_whole(sentence, noun):
    assert told(sentence, "noun", "category") == [(noun, "percent")]
