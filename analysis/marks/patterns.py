"""Runs the rules of ``language/*_rules.toml`` over tokens; the one place where a rule becomes an expression.

A rule is a name, a pattern and what it means, with sentences it must match and leave. A pattern is written in words::

    <day> <month> ("/" <month:same>)? <year>?

==============  =====================================================================================================
``<slot>``      an entry of the list of that name, or what a stage's own slot of that name finds; bound to its name
``<slot:as>``   the same, bound to another name
``"a|b"``       one token that reads so when folded, or one of several
``( … | … )``   a choice
``?``           the element or group before it may be absent
``^``           the token must stand right behind the one before it, without white space
==============  =====================================================================================================

Rules are looked up by what their first token may be, so a text is only looked at where a word of interest stands.
Patterns hold no repetition: the work at a token is bounded by the rule, not by the text.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from analysis.text.fold import fold_text
from analysis.text.read import Item, Reading


class RuleError(ValueError):
    """A rule cannot be read; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a slot found: tokens ``first`` to ``last`` (one past the end), their characters, and what they mean."""

    first: int
    last: int
    start: int
    end: int
    value: Any = None


Slot = Callable[[Reading, int], Iterable[Found]]
"""Finds, at a token, every stretch that the slot may be; the longest first."""


@dataclass(frozen=True)
class Slots:
    """The slots of a stage besides the lists: what each finds, and the classes of token it may begin with."""

    finders: Mapping[str, Slot]
    begins: Mapping[str, frozenset[str]]


NO_SLOTS = Slots({}, {})


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


_Bound = tuple[tuple[str, Found], ...]
_Ways = Sequence[tuple[int, _Bound]]
Runner = Callable[[Reading, int], _Ways]
"""Gives, at a token, the token behind each way to match there, with what was found."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a pattern; the kinds below match it."""

    def runner(self, slots: Slots) -> Runner:
        """Return the function that matches this element, its slots looked up once and for all."""
        raise NotImplementedError

    def begins(self, slots: Slots) -> tuple[frozenset[str], bool]:
        """Return the classes or literals (``=word``) it may begin with, and whether it may be empty."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Literal(Node):
    words: frozenset[str]

    def runner(self, slots: Slots) -> Runner:
        words = self.words

        def run(reading: Reading, i: int) -> _Ways:
            if i < len(reading.words) and reading.words[i].folded in words:
                return ((i + 1, (("", Found(i, i + 1, reading.starts[i], reading.ends[i])),)),)
            return ()

        return run

    def begins(self, slots: Slots) -> tuple[frozenset[str], bool]:
        return frozenset(f"={word}" for word in self.words), False


@dataclass(frozen=True, slots=True)
class _Slot(Node):
    slot: str
    bound_to: str

    def runner(self, slots: Slots) -> Runner:
        name, bound_to, finder = self.slot, self.bound_to, slots.finders.get(self.slot)
        if finder is None:

            def of_list(reading: Reading, i: int) -> _Ways:
                return [(item.last, ((bound_to, _of_list(item)),)) for item in reading.at(i, name)]

            return of_list
        begins = slots.begins.get(name, frozenset())
        literals = frozenset(key[1:] for key in begins if key.startswith("="))

        def run(reading: Reading, i: int) -> _Ways:
            if begins:
                if i >= len(reading.words):
                    return ()
                word = reading.words[i]
                if word.keys.isdisjoint(begins) and word.folded not in literals:
                    return ()
            return [(one.last, ((bound_to, one),)) for one in finder(reading, i)]

        return run

    def begins(self, slots: Slots) -> tuple[frozenset[str], bool]:
        return slots.begins.get(self.slot, frozenset({self.slot})), False


@dataclass(frozen=True, slots=True)
class _Tight(Node):
    def runner(self, slots: Slots) -> Runner:
        return lambda reading, i: ((i, ()),) if i < len(reading.words) and reading.tight(i) else ()

    def begins(self, slots: Slots) -> tuple[frozenset[str], bool]:
        return frozenset(), True


@dataclass(frozen=True, slots=True)
class _Row(Node):
    parts: tuple[Node, ...]

    def runner(self, slots: Slots) -> Runner:
        first, *rest = (part.runner(slots) for part in self.parts)
        if not rest:
            return first

        def run(reading: Reading, i: int) -> _Ways:
            ways = first(reading, i)
            for part in rest:
                if not ways:
                    return ()
                if len(ways) == 1:
                    at, bound = ways[0]
                    ways = [(last, bound + more) for last, more in part(reading, at)]
                else:
                    ways = [(last, bound + more) for at, bound in ways for last, more in part(reading, at)]
            return ways

        return run

    def begins(self, slots: Slots) -> tuple[frozenset[str], bool]:
        found: frozenset[str] = frozenset()
        for part in self.parts:
            keys, empty = part.begins(slots)
            found |= keys
            if not empty:
                return found, False
        return found, True


@dataclass(frozen=True, slots=True)
class _Choice(Node):
    options: tuple[Node, ...]
    optional: bool = False

    def runner(self, slots: Slots) -> Runner:
        options = [option.runner(slots) for option in self.options]
        if self.optional and len(options) == 1:
            (only,) = options
            return lambda reading, i: (*only(reading, i), (i, ()))
        empty = self.optional

        def run(reading: Reading, i: int) -> _Ways:
            ways = [way for option in options for way in option(reading, i)]
            if empty:
                ways.append((i, ()))
            return ways

        return run

    def begins(self, slots: Slots) -> tuple[frozenset[str], bool]:
        all_of_them = [option.begins(slots) for option in self.options]
        return frozenset().union(*(keys for keys, _ in all_of_them)), self.optional or any(e for _, e in all_of_them)


def _of_list(item: Item) -> Found:
    return Found(item.first, item.last, item.start, item.end, item)


class Rules:
    """The rules of one file, ready to run.

    ``slots`` are the stage's own; every other slot is a list of the lexicon. Raises RuleError for a pattern that cannot
    be read, names itself twice, or may match nothing.
    """

    def __init__(self, rules: Iterable[Rule], slots: Slots = NO_SLOTS) -> None:
        self.rules = tuple(rules)
        self.slots = slots
        self._by_class: dict[str, list[Rule]] = defaultdict(list)
        self._by_word: dict[str, list[Rule]] = defaultdict(list)
        self._run = {rule.order: rule.pattern.runner(slots) for rule in self.rules}
        for rule in self.rules:
            keys, empty = rule.pattern.begins(slots)
            if empty:
                raise RuleError(f"rule {rule.name!r} may match nothing")
            for key in keys:
                (self._by_word[key[1:]] if key.startswith("=") else self._by_class[key]).append(rule)

    def at(self, reading: Reading, i: int) -> Match | None:
        """Return the longest match that begins at token ``i``; of equally long ones that of the earlier rule."""
        best: Match | None = None
        for rule in self._starting(reading, i):
            for match in self._matches(rule, reading, i):
                if best is None or (-match.last, match.rule.order) < (-best.last, best.rule.order):
                    best = match
        return best

    def all_at(self, reading: Reading, i: int) -> list[Match]:
        """Return every match that begins at token ``i``, the longest first."""
        found = (m for rule in self._starting(reading, i) for m in self._matches(rule, reading, i))
        return sorted(found, key=lambda m: (-m.last, m.rule.order))

    def find(self, reading: Reading) -> list[Match]:
        """Return the matches in ``reading`` from left to right, the longest at each place, none over another."""
        found: list[Match] = []
        after = 0
        for i in self.places(reading):
            if i >= after and (match := self.at(reading, i)):
                found.append(match)
                after = match.last
        return found

    def _starting(self, reading: Reading, i: int) -> list[Rule]:
        word = reading.words[i]
        found = {rule.order: rule for key in word.keys for rule in self._by_class.get(key, ())}
        found.update((rule.order, rule) for rule in self._by_word.get(word.folded, ()))
        return [found[order] for order in sorted(found)]

    def _matches(self, rule: Rule, reading: Reading, i: int) -> Iterator[Match]:
        for last, bound in self._run[rule.order](reading, i):
            if last > i and bound:
                named = {name: found for name, found in reversed(bound) if name}
                yield Match(rule, i, last, bound[0][1].start, bound[-1][1].end, named)

    def places(self, reading: Reading) -> list[int]:
        """Return the tokens at which a rule may begin, in order."""
        places = {i for key in self._by_class for i in reading.keys.get(key, ())}
        if self._by_word:
            places.update(i for i, word in enumerate(reading.words) if word.folded in self._by_word)
        return sorted(places)


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


_SIGN = re.compile(r'\s*(<(?P<slot>[a-z_0-9]+)(?::(?P<as>[a-z_0-9]+))?>|"(?P<literal>[^"]+)"|(?P<sign>[()|?^]))')


def parse(pattern: str) -> Node:
    """Return the tree of a pattern; RuleError where it cannot be read.

    Examples
    --------
    >>> parse("<day> <month>?").begins(NO_SLOTS)
    (frozenset({'day'}), False)
    """
    signs: list[re.Match[str]] = []
    at = 0
    while pattern[at:].strip():
        sign = _SIGN.match(pattern, at)
        if sign is None:
            raise RuleError(f"cannot read {pattern[at:]!r}")
        signs.append(sign)
        at = sign.end()
    node, after = _choice(signs, 0)
    if after != len(signs):
        raise RuleError(f"a bracket closes that never opened in {pattern!r}")
    return node


def _choice(signs: list[re.Match[str]], at: int) -> tuple[Node, int]:
    options: list[Node] = []
    while True:
        row, at = _row(signs, at)
        options.append(row)
        if at == len(signs) or signs[at]["sign"] != "|":
            return (options[0] if len(options) == 1 else _Choice(tuple(options))), at
        at += 1


def _row(signs: list[re.Match[str]], at: int) -> tuple[Node, int]:
    parts: list[Node] = []
    while at < len(signs) and signs[at]["sign"] not in {"|", ")"}:
        part, at = _part(signs, at)
        if at < len(signs) and signs[at]["sign"] == "?":
            part, at = _Choice((part,), optional=True), at + 1
        parts.append(part)
    if not parts:
        raise RuleError("an empty choice")
    return _Row(tuple(parts)), at


def _part(signs: list[re.Match[str]], at: int) -> tuple[Node, int]:
    sign = signs[at]
    if sign["slot"]:
        return _Slot(sign["slot"], sign["as"] or sign["slot"]), at + 1
    if sign["literal"]:
        return _Literal(frozenset(fold_text(word) for word in sign["literal"].split("|"))), at + 1
    if sign["sign"] == "^":
        return _Tight(), at + 1
    if sign["sign"] == "(":
        node, at = _choice(signs, at + 1)
        if at == len(signs):
            raise RuleError("a bracket never closes")
        return node, at + 1
    raise RuleError(f"{sign['sign']!r} has nothing before it")
