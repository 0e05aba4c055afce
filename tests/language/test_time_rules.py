"""Every rule of times matches its own examples and leaves what it says it leaves."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.dates.interval import Interval
from analysis.dating import resolve
from analysis.marks import patterns, times
from analysis.text.read import read

PUBLISHED = Interval.day(date(2021, 3, 23))
RULES = patterns.load("time")


def found(text):
    reading = read(text, "a")
    written = times.find(reading)
    return [
        (one.rule, row["value"]) for one, row in zip(written, resolve.resolve(written, PUBLISHED, reading), strict=True)
    ]


@pytest.mark.parametrize(
    ("rule", "value", "text"),
    [pytest.param(rule.name, example["value"], example["text"]) for rule in RULES for example in rule.matches],
)
def test_a_rule_matches_its_examples(rule, value, text):
    assert (rule, value) in found(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(rule.name, example["text"], id=f"{rule.name}: {example['why']}")
        for rule in RULES
        for example in rule.leaves
    ],
)
def test_a_rule_leaves_what_it_should(rule, text):
    assert rule not in {name for name, _ in found(text)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_examples_of_both_kinds(rule):
    assert rule.matches
    assert rule.leaves
