"""Numbers said in words by other libraries and the grammar are read back; more by `python -m tests.text.spelled`."""

import random

import pytest

from tests.text import spelled


@pytest.mark.parametrize("source", spelled.SOURCES)
def test_numbers_up_to_a_trillion_are_read_back(source):
    assert spelled.misread(source, count=400, seed=20) == []


@pytest.mark.parametrize("feminine", [False, True], ids=["masculine", "feminine"])
@pytest.mark.parametrize("oblique", [False, True], ids=["nominative", "oblique"])
def test_every_number_below_1100_is_read_back_in_both_genders_and_cases(feminine, oblique):
    how = spelled.Manner(feminine=feminine, oblique=oblique)
    said = [spelled.say(number, how) for number in range(1, 1100)]
    assert [spelled.read_back(text) for text in said] == [[number] for number in range(1, 1100)]


@pytest.mark.parametrize("feminine", [False, True], ids=["masculine", "feminine"])
def test_ranks_below_a_hundred_are_read_back(feminine):
    ranks = [number for number in range(1, 100) if number < 20 or number % 10]  # العشرون alone may be either
    assert [spelled.read_back(spelled.rank(number, feminine=feminine)) for number in ranks] == [[n] for n in ranks]


@pytest.mark.parametrize(
    ("number", "how", "text"),
    [
        (2300, spelled.Manner(), "ألفان وثلاثمئة"),
        (21, spelled.Manner(feminine=True, oblique=True), "إحدى وعشرين"),
        (2000, spelled.Manner(noun="دولار"), "ألفا دولار"),
        (15_300, spelled.Manner(hundred="مائة", apart=True), "خمسة عشر ألفا وثلاث مائة"),
        (101_000, spelled.Manner(), "مئة ألف وألف"),
        (212, spelled.Manner(and_apart=True), "مئتان و اثنا عشر"),
    ],
)
def test_the_grammar_says_numbers_as_a_newspaper_does(number, how, text):
    assert spelled.say(number, how) == text


def test_numbers_of_all_lengths_are_asked_for():
    asked = list(spelled.numbers(400, random.Random(1)))
    assert {len(str(number)) for number in asked} == set(range(1, spelled.LENGTHS + 1))
