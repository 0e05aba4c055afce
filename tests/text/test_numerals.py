"""Numbers in digits and words to values, built and not guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text import numerals
from analysis.text.read import read


def numbers_in(text: str) -> list[numerals.Numeral]:
    reading = read(text)
    found, i = [], 0
    while i < len(reading.words):
        numeral = numerals.at(reading, i)
        if numeral is not None:
            found.append(numeral)
        i = max(i + 1, numeral.rest if numeral else 0)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12500", 12_500),
        ("12,500", 12_500),
        ("١٢٬٥٠٠", 12_500),
        ("12.500", 12_500),
        ("12 500", 12_500),
        ("1.234.567,5", 1_234_567.5),
        ("0.875", 0.875),
        ("٢٫٥", 2.5),
        ("2,5", 2.5),
        ("5ر1", 1.5),
        ("70 ألف", 70_000),
        ("1.250 مليار", 1_250_000_000),
        ("5 آلاف و300", 5300),
        ("3/4", 0.75),
    ],
)
def test_digits_of_both_systems_have_one_value(text, value):
    (found,) = numbers_in(text)
    assert found.value == value
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاثة وعشرين ألفا ومئتين", 23_200),
        ("ثلاثة و عشرون ألفاً و مائتان", 23_200),
        ("ستمئة وخمس عشرة", 615),
        ("ثلاث مئة وأربعين", 340),
        ("أحد عشر", 11),
        ("اثنتي عشرة", 12),
        ("مليون ونصف المليون", 1_500_000),
        ("مليونين ونصف مليون", 2_500_000),
        ("نصف مليون", 500_000),
        ("ألفي", 2000),
        ("مئتي", 200),
        ("مليوني", 2_000_000),
        ("مئة ألف مليار", 1e14),
        ("سبع آلاف", 7000),
        ("ثلاثة فاصلة خمسة", 3.5),
        ("مئة ألف وألفان", 102_000),
        ("ربع مئة", 25),
        ("ثلاثمئة وواحد وعشرون ألفا وأربعمئة", 321_400),
        ("سالب سبعة", -7),
    ],
)
def test_number_words_are_read_whole(text, value):
    (found,) = numbers_in(text)
    assert found.value == pytest.approx(value)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("اثنان ثلاثة", [2, 3], id="side by side without and"),
        pytest.param("عشرين وثلاثين", [20, 30], id="two tens"),
        pytest.param("خمسة وعشرة", [5, 10], id="a unit and ten"),
        pytest.param("ألف وألفين", [1000, 2000], id="the second is larger"),
        pytest.param("خمسة آلاف ونصف السكان", [5000, 0.5], id="half of another thing"),
    ],
)
def test_what_grammar_does_not_join_stays_apart(text, values):
    assert [n.value for n in numbers_in(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("قتل ألفا جندي", 2000, id="a dual before its noun"),
        pytest.param("قرض قيمته مليارا دولار", 2e9, id="two billion"),
        pytest.param("دفع ألفاً دولار", 1000, id="tanween is no dual"),
        pytest.param("بلغ ألفا ومئة", 1100, id="with more behind it"),
        pytest.param("عشرون ألفا دولار", 20_000, id="multiplied"),
        pytest.param("تبلغ مليونا من الليرات", 1e6, id="no noun behind it"),
    ],
)
def test_a_scale_word_that_lost_its_noon_is_two(text, value):
    assert [n.value for n in numbers_in(text)] == [value]


@pytest.mark.parametrize("text", ["١٬٢٣", "١٬٢٣٤٥", "١٫٫٢", "1,23,456", "4.2.2", "١/٠", "12345678901234567890"])
def test_digits_that_make_no_number_are_a_code_without_a_value(text):
    (found,) = numbers_in(text)
    assert (text[found.start : found.end], found.value) == (text, None)


@pytest.mark.parametrize(
    ("text", "value"), [("١,٢٣٤", 1234), ("١٫", 1), ("+١", 1), ("−١", -1), ("5.", 5), ("+1 000 000", 1e6)]
)
def test_signs_and_stops_beside_a_number_leave_it_whole(text, value):
    assert [n.value for n in numbers_in(text)] == [value]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("5 في الألف", "percent", 0.5),
        ("المئة والرابع", "ordinal", 104),
        ("الخامسة بعد المئة", "ordinal", 105),
        ("12 في المئة", "percent", 12),
        ("13,5%", "percent", 13.5),
        ("٪20", "percent", 20),
        ("ثلاثة أرباع", "fraction", 0.75),
        ("خُمس", "fraction", 0.2),
        ("خمس", "cardinal", 5),
        ("الحادي والعشرين", "ordinal", 21),
        ("الثالثة عشرة", "ordinal", 13),
    ],
)
def test_kinds_are_told_apart(text, kind, value):
    (found,) = numbers_in(text)
    assert (found.kind, found.value) == (kind, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "low"), [("عشرات", 20), ("مئات الآلاف", 200_000), ("بضعة آلاف", 3000), ("ملايين", 2e6)]
)
def test_a_vague_number_has_a_low_end_and_no_value(text, low):
    (found,) = numbers_in(text)
    assert (found.kind, found.value, found.low, found.high) == ("vague", None, low, None)


@pytest.mark.parametrize("text", ["كمية كبيرة", "نص البيان", "عشرتهم", "قرابة"])
def test_words_that_only_look_like_numbers_are_left(text):
    assert numbers_in(text) == []


def test_a_clitic_stays_outside_the_span():
    text = "وبسبعين"
    (found,) = numbers_in(text)
    assert (text[found.start : found.end], found.before) == ("سبعين", ("conj", "prep"))


def test_tens_after_between_can_be_read_alone():
    reading = read("خمسة وعشرين")
    assert [n.value for n in numerals.readings(reading, 0)] == [25, 5]


@pytest.mark.parametrize("text", ["9" * 400, "1." * 300, "1,000" * 200, "و" * 500, "ألف " * 300, "0/0", "1/00000"])
def test_no_number_however_malformed_stops_the_reading(text):
    assert all(n.value is None or abs(n.value) <= 1e18 for n in numbers_in(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789٣٫٬.,/-%و ألفمئةعشرينثلاثةمليون", max_size=40))
def test_spans_lie_in_the_text(text):
    assert all(0 <= n.start < n.end <= len(text) and n.last <= n.rest for n in numbers_in(text))
