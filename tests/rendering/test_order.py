"""The oracle of order agrees with python-bidi, which others wrote and charts use on an older matplotlib."""

import random

import pytest
from bidi import get_display

from tests.rendering import order
from tests.rendering.lines import LINES

LETTERS = "ابمabA12 3.,%-()$«»:+/\u2068\u2069\u200f\u200e٣"


def by_library(line: str) -> str:
    base = "R" if order.levels(line + "\u2029")[-1] else "L"
    return str(get_display(line, base_dir=base))


def balanced(line: str) -> bool:
    return all(line[:at].count("\u2069") <= line[:at].count("\u2068") for at in range(len(line) + 1))


@pytest.mark.parametrize("line", [line for line in LINES if "\n" not in line and "\u202e" not in line])
def test_lines_of_charts_are_ordered_as_the_library_does(line: str) -> None:
    assert order.visual(line) == by_library(line)


def test_so_are_thousands_of_made_up_ones() -> None:
    draw = random.Random(7)
    made = ["".join(draw.choices(LETTERS, k=draw.randint(1, 12))) for _ in range(20_000)]
    made = [line for line in made if balanced(line) and line.count("\u2068") == line.count("\u2069")]
    assert len(made) > 5_000
    assert [line for line in made if order.visual(line) != by_library(line)] == []


def test_a_number_after_latin_is_dragged_along_unless_the_name_is_isolated() -> None:
    assert order.visual("\u200fAP 2500 جندي").startswith("يدنج AP 2500")
    assert order.visual("\u200f\u2068AP\u2069 2500 جندي").startswith("يدنج 2500 ")
