"""A definite number ranks one thing and counts several."""

import pytest

from analysis.marks import numbers
from analysis.text.read import read


def kinds(text: str) -> list[tuple[str, float | None, str]]:
    return [(row["kind"], row["value"], row["role"]) for row in numbers.find(read(text, "a"), [], [])]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("أحيت المدينة الذكرى العشرين للمذبحة.", 20, id="tens"),
        pytest.param("افتتحت أمس النسخة الـ21 للمهرجان.", 21, id="digits"),
        pytest.param("تعقد القمة العربية العادية الـ30 في تونس.", 30, id="adjectives between"),
        pytest.param("احتفلت الجامعة بالذكرى السنوية الخمسين لتأسيسها.", 50, id="behind a preposition"),
        pytest.param("حل الفريق في المركز الحادي والعشرين.", 21, id="a rank by its form"),
    ],
)
def test_one_thing_has_a_rank(text, value):
    assert kinds(text) == [("ordinal", value, "ordinal")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("نقل القتلى العشرون إلى المستشفى.", 20, id="people before"),
        pytest.param("تتفق دول الاتحاد الـ27 على الخطة.", 27, id="several of one body"),
        pytest.param("وقعت الدول الأوروبية الـ27 على الاتفاق.", 27, id="a plural with its adjective"),
        pytest.param("انتخبت السنوات العشرون الماضية جيلا جديدا.", 20, id="a sound plural"),
        pytest.param("غاب عن القائمة في خلال 2015 كثيرون.", 2015, id="no article in the word before"),
    ],
)
def test_several_have_a_count(text, value):
    ((kind, found, _),) = kinds(text)
    assert (kind, found) == ("cardinal", value)


def test_one_on_its_own_is_a_number_that_claims_nothing():
    assert kinds("تعد الشركة واحدة من الأكبر في المنطقة.") == [("cardinal", 1.0, "other")]
    assert kinds("عثر على الميت في صلاة الميت.") == []
