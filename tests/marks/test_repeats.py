"""Twice is a count where a verb tells what happened so often, and else none."""

import pytest

from tests.marks.test_claims import told


@pytest.mark.parametrize(
    "sentence",
    [
        "زار الوفد المخيم مرتين.",
        "فازت السباحة بالكأس مرتين خلال عام واحد.",
        "قصفت الطائرات الجسر مرتين متتاليتين، ثم انسحبت.",
        "اجتمعت اللجنة مرتين في الأسبوع الماضي.",
    ],
)
def test_how_often_something_happened_is_a_count(sentence):
    assert told(sentence, "value", "noun", "category")[0] == (2, "مرة", "other")


@pytest.mark.parametrize(
    "sentence",
    [
        "تدرب الحراس مرتين أسبوعيا.",
        "اجتمع المجلس مرتين في الشهر.",
        "يؤخذ الدواء مرتين.",
        "تضاعف إنتاج المصنع مرتين.",
        "زار المدينة مرة أو مرتين.",
        "ارتفعت الكلفة مرتين أكثر من المتوقع.",
        "وصل المنطاد إلى علو أكبر بمرتين من سابقه.",
    ],
)
def test_a_habit_or_a_measure_is_none(sentence):
    assert told(sentence, "value") == []
