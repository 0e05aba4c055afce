"""The elements a pattern is compiled to: each gives, at a token, every way it matches there.

A literal is one token, a row its elements one behind another, a choice any of several. Patterns hold no repetition: the
work at a token is bounded by the pattern, not by the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import or_
from typing import Any, NamedTuple

from analysis.marks.word_bits import Beginning, Masks, Option
from analysis.text.read import Reading


class Found(NamedTuple):
    """What a slot found: tokens ``first`` to ``last`` (one past the end), their characters, and what they mean."""

    first: int
    last: int
    start: int
    end: int
    value: Any = None


Bound = tuple[tuple[str, Found], ...]
"""What the elements of a way found, in the order of the pattern: each with its name, empty for none."""
Ways = Sequence[tuple[int, Bound]]
"""The ways to match at a token: each as the token behind it, with what was found."""


class Course:
    """One reading while rules run over it: what each of its tokens may begin, and what slots have found there.

    ``may`` is one longer than the text, with 0 for its end.
    ``ways`` holds what each slot was found to be at each token it was tried at; how many it has is the work done.
    """

    def __init__(self, reading: Reading, may: Iterable[int]) -> None:
        self.reading = reading
        self.may = [*may, 0]
        self.ways: dict[tuple[int, int], Ways] = {}

    @classmethod
    def of(cls, reading: Reading, masks: Masks) -> Course:
        """Return a reading with what its words may begin."""
        return cls(reading, map(masks.__getitem__, reading.words))

    @cached_property
    def ahead(self) -> Sequence[int]:
        """What any token from each on may begin."""
        return [*accumulate(self.may[::-1], or_)][::-1]


Run = Callable[[Course, int], Ways]
"""Gives the ways to match at a token."""


class Element(NamedTuple):
    """An element of a pattern, to run where a token has one of the bits it begins with; and those it ends with.

    ``needs`` are bits of which one each must stand ahead of it, or it cannot match.
    """

    run: Run
    begins: int
    ends: int
    optional: bool
    needs: Sequence[int] = ()


def literal(course: Course, i: int) -> Ways:
    """Run a literal: the one token ``i``, whose bits have said already that it is the word."""
    return ((i + 1, (("", Found(i, i + 1, course.reading.starts[i], course.reading.ends[i])),)),)


def tight(course: Course, i: int) -> Ways:
    """Run the sign for no space: nothing is taken where token ``i`` touches the one before, else there is no way."""
    return ((i, ()),) if course.reading.tight(i) else ()


def row(elements: Sequence[Element]) -> Run:
    """Return what runs ``elements`` one behind another."""
    parts = [(element.run, element.begins, element.optional) for element in elements]

    def run(course: Course, i: int) -> Ways:
        may = course.may
        ways: Ways = ((i, ()),)
        for part, begins, optional in parts:
            on: list[tuple[int, Bound]] = []
            for at, bound in ways:
                if may[at] & begins:
                    on += [(last, bound + more) for last, more in part(course, at)]
                elif optional:
                    on.append((at, bound))
            if not on:
                return ()
            ways = on
        return ways

    return run


def choice(options: Sequence[Element], *, absent: bool) -> Element:
    """Return the element that is any of ``options``, or nothing at all where ``absent``."""
    begins = ends = 0
    for option in options:
        begins, ends = begins | option.begins, ends | option.ends
    beginning = Beginning(Option(option.begins, option.needs, option.run) for option in options)
    may_lack = [option.begins for option in options if option.optional]

    def run(course: Course, i: int) -> Ways:
        may = course.may[i]
        ways = [way for option in beginning.at(may, course.ahead[i]) for way in option(course, i)]
        if absent or any(not may & bits for bits in may_lack):
            ways.append((i, ()))
        return ways

    return Element(run, begins, ends, absent or bool(may_lack))


def reach(elements: Iterable[Element], side: str) -> int:
    """Return the bits that a row may begin or end with (``side``): of its elements to the first that must be there."""
    bits = 0
    for element in elements:
        bits |= getattr(element, side)
        if not element.optional:
            break
    return bits
