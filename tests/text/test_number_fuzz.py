"""No number, however long or malformed, crashes or hangs; each lies in its text and is finite."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import lexicon
from analysis.marks import claims, numbers
from analysis.text import numerals
from analysis.text.read import read

WORDS = sorted({row["form"] for row in lexicon.rows("number_words")})
SEPARATORS = [" ", "", *",.٬٫،'/-−+:\u00a0\n", " و", " و ", "ر", "e", "×10^"]
BEFORE = ["$", "الـ", "(", "بين ", "من ", "نحو "]
BEHIND = ["%", "٪", " في المئة", " بالألف", ")", " جندي", " جنديا", " دولار", " إلى "]
DIGITS = st.text("0123456789٠١٢٣٤٥٦٧٨٩۴۵", min_size=1, max_size=25)
PIECES = st.one_of(DIGITS, st.sampled_from(WORDS), st.sampled_from([*SEPARATORS, *BEFORE, *BEHIND]))
fuzz = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def rows(text: str) -> list[dict]:
    """Return the rows of numbers and claims of a text, which has been checked to hold together."""
    reading = read(text, "a")
    found = numbers.find(reading, [], [])
    for row in [*found, *claims.find(reading, found, [], [])]:
        assert text[row["start"] : row["end"]] == row["text"] != ""
        assert all(row[end] is None or math.isfinite(row[end]) for end in ("value", "low", "high"))
    assert all(a["end"] <= b["start"] for a, b in pairwise(found))
    return found


@fuzz
@given(st.lists(PIECES, max_size=20).map("".join))
def test_digits_words_and_signs_in_any_order(text):
    rows(text)


@fuzz
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", " و", " و "]))
def test_number_words_in_any_order(words, joiner):
    rows(joiner.join(words))


@fuzz
@given(DIGITS, st.sampled_from("/⁄"), st.text("0٠", min_size=1, max_size=6))
def test_nothing_is_divided_by_nothing(above, slash, below):
    assert all(row["value"] is None or math.isfinite(row["value"]) for row in rows(above + slash + below))


@fuzz
@given(st.text(max_size=60))
def test_any_text_at_all(text):
    rows(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 1_000_000, id="a million digits"),
        pytest.param("9" * 400 + "." + "9" * 400, id="overflow"),
        pytest.param("1e999999 1E+400 9e9e9", id="exponents"),
        pytest.param("و" * 1_000_000, id="a million ands"),
        pytest.param("و " * 50_000, id="ands apart"),
        pytest.param("ألف " * 3000, id="thousands"),
        pytest.param("سالب " * 5000 + "خمسة", id="minus signs in words"),
        pytest.param("المئة و" * 3000 + "الأول", id="ranks of ranks"),
        pytest.param("مئة ألف و" * 2000, id="sums of sums"),
        pytest.param("-" * 200_000 + "5", id="minus signs"),
        pytest.param("1," * 20_000, id="thousands of two digits"),
        pytest.param("100," * 20_000 + "100", id="thousands without end"),
        pytest.param("123 " * 3000, id="groups without end"),
        pytest.param("1/" * 3000 + "0", id="fractions of fractions"),
        pytest.param("بين 1 و" * 2000, id="ranges of ranges"),
        pytest.param("نحو " * 100_000 + "5", id="bounds"),
        pytest.param("5 %" * 2000, id="shares"),
    ],
)
def test_long_and_malformed_numbers_end(text):
    assert all(row["value"] is None or abs(row["value"]) <= 1e18 for row in rows(text))


def test_the_longest_number_said_is_read_and_longer_ones_have_no_value():
    assert [n.value for n in map(numerals.at, [read("9" * 18), read("9" * 19)], [0, 0]) if n] == [1e18, None]
