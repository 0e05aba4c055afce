"""Patterns compiled to elements, with the slots that a stage hands them.

A slot is a list of the lexicon, a function of the stage (*finder*), or patterns of its own (*part*); parts may be built
of parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis import lexicon
from analysis.marks.elements import Bound, Course, Element, Found, Ways, choice, literal, reach, row, tight
from analysis.marks.notation import Choice, Literal, Named, Node, Row, RuleError, Tight
from analysis.marks.word_bits import Beginning, Masks, Option, Test
from analysis.text.read import Reading

Slot = Callable[[Reading, int], Iterable[Found]]
"""Finds, at a token, every stretch that the slot may be."""


@dataclass(frozen=True)
class Part:
    """A pattern of a slot that is built of others, and what the elements it found mean together, None for nothing."""

    pattern: Node
    join: Callable[[Bound], Any]


@dataclass(frozen=True)
class Slots:
    """The slots of a stage besides the lists.

    ``finders`` and ``parts`` say what each finds. ``begins`` holds the classes of word that a finder may begin with,
    any word where it is absent; ``tests`` what else such a word must be by itself, and ``whole`` what it must be to be
    all that is found. ``looks_on`` names those that look at the word behind what they find too; ``numeral`` are signs
    that stand inside numbers, ``behind`` classes and words that belong to the number before them.
    """

    finders: Mapping[str, Slot]
    begins: Mapping[str, frozenset[str]]
    tests: Mapping[str, Test] = field(default_factory=dict)
    parts: Mapping[str, Sequence[Part]] = field(default_factory=dict)
    looks_on: frozenset[str] = frozenset()
    whole: Mapping[str, Test] = field(default_factory=dict)
    numeral: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()


NO_SLOTS = Slots({}, {})

_Find = Callable[[Course, int], list[Found]]


class Compiler:
    """Makes elements of patterns; each slot is looked up once and for all."""

    def __init__(self, slots: Slots) -> None:
        self.masks = Masks()
        self.before_any = 0
        """Bits of the tokens behind which any word may stand or is looked at."""
        self.stands = 0
        """Bits of the tokens that may stand in an expression."""
        self.lists: frozenset[str] = frozenset()
        """The lists that elements are of."""
        self._slots = slots
        self._found: dict[str, tuple[_Find, int, int] | None] = {}
        self._named: dict[tuple[str, str], Element] = {}

    def element(self, node: Node) -> Element:
        """Return the element that ``node`` describes; RuleError where it names a slot that is none."""
        match node:
            case Literal(words):
                bit = self.masks.literal(words)
                self.stands |= bit
                return Element(literal, bit, bit, False)
            case Named(slot, bound_to):
                return self._slot(slot, bound_to)
            case Tight():
                return Element(tight, Masks.ANY, 0, False)
            case Row(parts):
                return self._row(parts)
            case Choice(options, optional):
                return choice([self.element(option) for option in options], absent=optional)

    def _row(self, parts: Sequence[Node]) -> Element:
        elements = [self.element(part) for part in parts]
        if len(elements) == 1:
            return elements[0]
        standing = [element for part, element in zip(parts, elements, strict=True) if not isinstance(part, Tight)]
        for number, element in enumerate(standing):
            if element.begins & Masks.ANY:
                self.before_any |= reach(standing[:number][::-1], "ends")
        optional = all(element.optional for element in standing)
        needs = [element.begins for element in standing[1:] if not element.optional]
        return Element(row(elements), reach(standing, "begins"), reach(standing[::-1], "ends"), optional, needs)

    def _slot(self, name: str, bound_to: str) -> Element:
        find, begins, ends = self._finder(name)
        key = name, bound_to
        if key not in self._named:
            number = len(self._named)

            def run(course: Course, i: int) -> Ways:
                ways = course.ways.get((number, i))
                if ways is None:
                    found = find(course, i)
                    if len(found) > 1:
                        found.sort(key=_shortest_last)
                    ways = [(one.last, ((bound_to, one),)) for one in found] if found else ()
                    course.ways[number, i] = ways
                return ways

            self._named[key] = Element(run, begins, ends, False)
        return self._named[key]

    def _finder(self, name: str) -> tuple[_Find, int, int]:
        if name in self._found:
            if (known := self._found[name]) is None:
                raise RuleError(f"slot {name!r} is part of itself")
            return known
        self._found[name] = None
        found = self._found[name] = self._part(name) if name in self._slots.parts else self._leaf(name)
        return found

    def _leaf(self, name: str) -> tuple[_Find, int, int]:
        slots = self._slots
        if (finder := slots.finders.get(name)) is None:
            if name not in lexicon.names():
                raise RuleError(f"no slot and no list {name!r}")
            self.lists |= {name}
            self.stands |= (bit := self.masks.classes(frozenset({name})))
            return lambda course, i: _of_list(course.reading, i, name), bit, bit
        if (classes := slots.begins.get(name)) is None:
            return lambda course, i: list(finder(course.reading, i)), Masks.ANY, 0
        bit = self.masks.classes(classes, slots.tests.get(name))
        whole = self.masks.classes(classes, slots.whole[name]) if name in slots.whole else bit
        self.lists |= classes & set(lexicon.names())
        self.stands |= bit
        if name in slots.looks_on:
            self.before_any |= bit
        return lambda course, i: list(finder(course.reading, i)), bit, whole

    def _part(self, name: str) -> tuple[_Find, int, int]:
        options = [(self.element(part.pattern), part.join) for part in self._slots.parts[name]]
        if any(element.optional for element, _ in options):
            raise RuleError(f"slot {name!r} may match nothing")
        either = choice([element for element, _ in options], absent=False)
        beginning = Beginning(Option(element.begins, element.needs, (element.run, join)) for element, join in options)

        def find(course: Course, i: int) -> list[Found]:
            found: list[Found] = []
            seen: list[tuple[int, Any]] = []
            for run, join in beginning.at(course.may[i], course.ahead[i]):
                for last, bound in run(course, i):
                    value = join(bound) if last > i else None
                    if value is not None and (last, value) not in seen:
                        seen.append((last, value))
                        found.append(Found(i, last, bound[0][1].start, bound[-1][1].end, value))
            return found

        return find, either.begins, either.ends


def _shortest_last(found: Found) -> int:
    return -found.last


def _of_list(reading: Reading, i: int, name: str) -> list[Found]:
    return [Found(item.first, item.last, item.start, item.end, item) for item in reading.at(i, name)]
