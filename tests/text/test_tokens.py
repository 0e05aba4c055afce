"""Words are found whole, with their clitics split off and their place in the source kept."""

from __future__ import annotations

import pytest

from analysis.text.read import read
from analysis.text.tokens import tokens


@pytest.mark.parametrize(
    ("surface", "inside"),
    [
        pytest.param("وبآذار", "آذار", id="conjunction and preposition"),
        pytest.param("آذَار", "آذَار", id="vowel marks inside"),
        pytest.param("آذـــار", "آذـــار", id="stretched"),
        pytest.param("فآذار", "آذار", id="ف before"),
    ],
)
def test_a_month_is_found_under_its_clitics(surface, inside):
    reading = read(f"في {surface} الماضي")
    (item,) = [
        item for i in reading.where("months") for item in reading.at(i, "months") if item.entry.row["month"] == "3"
    ]
    assert reading.source[item.start : item.end] == inside


def test_a_month_inside_a_longer_word_is_no_month():
    assert not read("اجتمع نواب البرلمان").where("months")


def test_digits_and_letters_written_together_are_two_tokens():
    assert [word.folded for word in tokens("في16من أكتوبر").words] == ["في", "16", "من", "اكتوبر"]


def test_arabic_indic_digits_read_as_digits():
    assert [word.folded for word in tokens("عام ٢٠١٩").words] == ["عام", "2019"]


def test_direction_marks_are_in_the_text_and_in_no_token():
    source = "\u200fبغداد\u200f، \u202bدمشق\u202c"
    assert [source[start:end] for start, end, _ in zip(*tokens(source), strict=True)] == ["بغداد", "،", "دمشق"]


def test_a_presentation_form_of_two_letters_is_read_as_both_at_one_place():
    ((start, end, word),) = zip(*tokens("\ufefb"), strict=True)
    assert (start, end, word.folded) == (0, 1, "لا")


def test_a_run_of_a_million_letters_is_one_token_and_remembered_by_nobody():
    ((start, end, word),) = zip(*tokens("ب" * 1_000_000), strict=True)
    assert (start, end, word.analyses) == (0, 1_000_000, ())
