"""Every rule of claims matches its own examples and leaves what it says it leaves; the lists are clean."""

from typing import get_args

import pytest

from analysis import lexicon
from analysis.marks import numbers, patterns
from analysis.tables import Bound, Category
from analysis.text.read import read

RULES = patterns.load("claim")


def ranges(text: str) -> list[tuple]:
    rows = numbers.find(read(text, "a"), [], [])
    return [(row["low"], row["high"]) for row in rows if row["kind"] == "range"]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r.name, e, id=r.name) for r in RULES for e in r.matches])
def test_a_rule_matches_its_examples(rule, example):
    assert ranges(example["text"]) == [(example["low"], example["high"])], rule


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r.name, e, id=r.name) for r in RULES for e in r.leaves])
def test_a_rule_leaves_what_is_no_range(rule, example):
    assert ranges(example["text"]) == [], f"{rule}: {example['why']}"


def test_every_bound_is_one_of_the_table():
    assert {row["bound"] for row in lexicon.rows("bounds")} <= set(get_args(Bound))


def test_every_noun_has_a_dictionary_form_and_a_known_category():
    rows = lexicon.rows("counted_nouns")
    single = {row["noun"] for row in rows if row["number"] == "one"}
    assert {row["noun"] for row in rows} == single
    assert {row["category"] for row in rows} <= set(get_args(Category))


@pytest.mark.parametrize("name", ["counted_nouns", "bounds", "number_words", "units", "currencies", "counted_events"])
def test_no_row_is_listed_twice(name):
    rows = [tuple(row.values()) for row in lexicon.rows(name)]
    assert len(rows) == len(set(rows))


def test_every_number_word_has_a_value_and_a_place():
    parts = {"zero", "unit", "head", "ten", "teen", "tens", "hundred", "scale", "fraction", "vague", "few", "ordinal"}
    assert {row["part"] for row in lexicon.rows("number_words")} <= parts | {"ordinal_head", "minus", "point"}
