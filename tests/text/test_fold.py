"""Folding forgets spelling, never position."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.fold import fold

ARABIC = st.text(st.characters(codec="utf-8", categories=("Lo", "Mn", "Cf", "Nd", "Zs", "Po")), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("أمريكا", "امريكا", id="hamza above"),
        pytest.param("مسؤول", "مسئول", id="hamza seats"),
        pytest.param("إلى", "الي", id="alef maqsura"),
        pytest.param("مَكتَب", "مكتب", id="vowel marks"),
        pytest.param("العـــراق", "العراق", id="tatweel"),
        pytest.param("کابل", "كابل", id="Persian kaf"),
    ],
)
def test_two_spellings_of_one_word_fold_alike(one, other):
    assert fold(one).text == fold(other).text


def test_teh_marbuta_is_not_heh():
    assert fold("مهمة").text != fold("مهمه").text


@given(ARABIC)
def test_every_folded_letter_leads_back_to_the_sign_it_came_from(source):
    folded = fold(source)
    spans = [folded.to_source(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(source) for start, end in spans)
    assert all(letter in fold(source[start:end]).text for letter, (start, end) in zip(folded.text, spans, strict=True))


def test_outside_the_text_there_is_no_place():
    with pytest.raises(IndexError):
        fold("بغداد").to_source(2, 9)
