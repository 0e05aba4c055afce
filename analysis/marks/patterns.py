"""Runs the rules of ``language/*_rules.toml`` over tokens; the one place where a rule becomes an expression.

A rule is a name, a pattern (`notation`) and what it means, with sentences it must match and leave. Its pattern is made
of elements (`elements`), once (`compiling`), and tried only at words that may begin it (`word_bits`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from analysis import lexicon
from analysis.marks.compiling import NO_SLOTS, Compiler, Slots
from analysis.marks.elements import Course, Found, choice
from analysis.marks.notation import Node, RuleError, parse
from analysis.marks.word_bits import Beginning, Masks, Option
from analysis.text.read import Reading
from analysis.text.tokens import Word


@dataclass(frozen=True)
class Rule:
    """One rule: ``means`` holds whatever else its table says; ``matches`` and ``leaves`` its examples."""

    name: str
    order: int
    pattern: Node
    means: Mapping[str, Any]
    matches: tuple[Mapping[str, Any], ...]
    leaves: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule where it matched: tokens, characters, and what each named element found."""

    rule: Rule
    first: int
    last: int
    start: int
    end: int
    bound: Mapping[str, Found]

    def __getitem__(self, name: str) -> Any:
        """Return the value bound to ``name``; KeyError where the rule has none or it was absent."""
        return self.bound[name].value

    def bound_values(self) -> Iterator[tuple[str, Any]]:
        """Yield each name with what it found, in the order of the pattern."""
        for name, found in sorted(self.bound.items(), key=lambda pair: pair[1].first):
            yield name, found.value

    def get(self, name: str) -> Any:
        """Return the value bound to ``name``, or None."""
        found = self.bound.get(name)
        return None if found is None else found.value


class Rules:
    """The rules of one file, ready to run.

    ``slots`` are the stage's own; every other slot is a list of the lexicon. Raises RuleError for a pattern that cannot
    be read, names a slot that is none, may match nothing, or may begin with any word.
    """

    def __init__(self, rules: Iterable[Rule], slots: Slots = NO_SLOTS) -> None:
        self.rules = tuple(rules)
        compiler = Compiler(slots)
        elements = [(rule, compiler.element(rule.pattern)) for rule in self.rules]
        for rule, element in elements:
            if element.optional:
                raise RuleError(f"rule {rule.name!r} may match nothing")
            if element.begins & Masks.ANY:
                raise RuleError(f"rule {rule.name!r} may begin with any word")
        either = choice([element for _, element in elements], absent=False)
        options = (Option(element.begins, element.needs, (rule, element.run)) for rule, element in elements)
        self._beginning = Beginning(options)
        self.masks = masks = compiler.masks
        behind = masks.classes(slots.behind) | masks.literal(slots.behind)
        self._stands = behind | masks.literal(slots.numeral) | compiler.stands
        between, behind_another = _of_several(compiler.lists)
        self._leads = masks.classes(compiler.lists, _leads) | masks.literal(between)
        self._follows = masks.literal(behind_another)
        self._begins, self._ends, self._before_any = either.begins, either.ends | behind, compiler.before_any
        self._course: Course | None = None

    def all_at(self, reading: Reading, i: int) -> list[Match]:
        """Return every match that begins at token ``i``, the longest first; of equally long ones the earlier rule's."""
        return self.matches(self.course(reading), i)

    def matches(self, course: Course, i: int) -> list[Match]:
        """Return the same, of a reading that is already known."""
        found: list[Match] = []
        for rule, run in self._beginning.at(course.may[i], course.ahead[i]):
            for last, bound in run(course, i):
                if last > i and bound:
                    named = {name: one for name, one in reversed(bound) if name}
                    found.append(Match(rule, i, last, bound[0][1].start, bound[-1][1].end, named))
        return sorted(found, key=lambda match: (-match.last, match.rule.order))

    def places(self, course: Course) -> list[int]:
        """Return the tokens at which a rule may begin, in order."""
        begins, any_word = self._begins, Masks.ANY
        return [i for i, may in enumerate(course.may) if may > any_word and may & begins]

    def course(self, reading: Reading) -> Course:
        """Return ``reading`` with what its words may begin; the last one asked for is kept."""
        if self._course is None or self._course.reading is not reading:
            self._course = Course.of(reading, self.masks)
        return self._course

    def window(self, course: Course, i: int, longest: int) -> int:
        """Return where the words end on which depends what is found at token ``i``: at most ``longest`` of them.

        They go on as long as a word may stand in an expression, and are cut behind the last that one may end with.
        """
        may, last, most = course.may, i, min(i + longest, len(course.may) - 1)
        for at in range(i + 1, most):
            here, before = may[at], may[at - 1]
            bound = before & self._before_any or (here & self._follows and before & self._leads)
            if bound or here & self._ends:
                last = at
            elif not here & self._stands:
                break
        return last + 1


def _leads(word: Word) -> bool:
    """Whether the word begins an entry of several words."""
    return any(len(one.entry.words) > 1 for one in word.analyses)


def _of_several(lists: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand between two others of an entry, and those that stand behind another."""
    forms = [lexicon.folded_words(row["form"]) for name in lists for row in lexicon.rows(name)]
    between = frozenset(word for words in forms for word in words[1:-1])
    return between, frozenset(word for words in forms for word in words[1:])


@cache
def load(name: str) -> tuple[Rule, ...]:
    """Return the rules of ``language/<name>_rules.toml``, in file order.

    Raises RuleError for a rule without name or pattern, or with one that cannot be read.
    """
    text = (files("analysis") / "language" / f"{name}_rules.toml").read_text(encoding="utf-8")
    return tuple(_rule(name, order, table) for order, table in enumerate(tomllib.loads(text).get("rule", ())))


def _rule(file: str, order: int, table: dict[str, Any]) -> Rule:
    known = {"name", "pattern", "matches", "leaves"}
    try:
        return Rule(
            name=table["name"],
            order=order,
            pattern=parse(table["pattern"]),
            means={key: value for key, value in table.items() if key not in known},
            matches=tuple(table.get("matches", ())),
            leaves=tuple(table.get("leaves", ())),
        )
    except (KeyError, RuleError) as error:
        raise RuleError(f"{file}_rules.toml, rule {table.get('name', order)!r}: {error}") from error
