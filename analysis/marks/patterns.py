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

A slot is a list, a function, or patterns of its own (a *part*), and parts may be built of parts. What a word may begin
by itself (which lists, which literal words) is one number, a bit for each, worked out once a word; an element is tried
only where its bits are among those, so that most of a rule costs nothing where it does not match.
Patterns hold no repetition: the work at a token is bounded by the rules, not by the text.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from analysis import lexicon
from analysis.text.fold import fold_text
from analysis.text.read import Reading
from analysis.text.tokens import Word


class RuleError(ValueError):
    """A rule cannot be read; the message names the file and the rule."""


class Found(NamedTuple):
    """What a slot found: tokens ``first`` to ``last`` (one past the end), their characters, and what they mean."""

    first: int
    last: int
    start: int
    end: int
    value: Any = None


Slot = Callable[[Reading, int], Iterable[Found]]
"""Finds, at a token, every stretch that the slot may be."""
Test = Callable[[Word], bool]
_Bound = tuple[tuple[str, Found], ...]


@dataclass(frozen=True)
class Part:
    """A pattern of a slot that is built of others, and what the elements it found mean together, None for nothing."""

    pattern: Node
    join: Callable[[_Bound], Any]


@dataclass(frozen=True)
class Slots:
    """The slots of a stage besides the lists.

    ``finders`` and ``parts`` say what each finds. ``begins`` holds the classes of word that a finder may begin with, any
    word where it is absent, and ``tests`` what else such a word must be by itself.
    """

    finders: Mapping[str, Slot]
    begins: Mapping[str, frozenset[str]]
    tests: Mapping[str, Test] = field(default_factory=dict)
    parts: Mapping[str, Sequence[Part]] = field(default_factory=dict)


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


_Ways = Sequence[tuple[int, _Bound]]


class Course:
    """One reading while rules run over it: what each of its tokens may begin, and what slots have found there.

    ``may`` is one longer than the text, with 0 for its end. The number of entries of ``found`` is the work done.
    """

    def __init__(self, reading: Reading, masks: Masks) -> None:
        self.reading = reading
        self.may = [*map(masks.__getitem__, reading.words), 0]
        self.found: dict[tuple[int, int], list[Found]] = {}


Runner = Callable[[Course, int], _Ways]
"""Gives, at a token, the token behind each way to match there, with what was found."""


class Masks(dict[Word, int]):
    """What a word may begin, as bits: a class it is in, if it passes its test, or a literal of the patterns."""

    ANY = 1

    def __init__(self) -> None:
        super().__init__()
        self._literals: dict[str, int] = {}
        self._classes: dict[str, list[tuple[int, Test | None]]] = defaultdict(list)
        self._bits: dict[object, int] = {}

    def __missing__(self, word: Word) -> int:
        mask = self.ANY | self._literals.get(word.folded, 0)
        for key in word.keys:
            for bit, test in self._classes.get(key, ()):
                if test is None or test(word):
                    mask |= bit
        self[word] = mask
        return mask

    def literal(self, words: frozenset[str]) -> int:
        """Return the bit of tokens that read as one of ``words``."""
        known = words in self._bits
        bit = self._bit(words)
        if not known:
            for word in words:
                self._literals[word] = self._literals.get(word, 0) | bit
        return bit

    def classes(self, names: frozenset[str], test: Test | None) -> int:
        """Return the bit of words of any of these classes that pass ``test``."""
        known = (names, test) in self._bits
        bit = self._bit((names, test))
        if not known:
            for name in names:
                self._classes[name].append((bit, test))
        return bit

    def _bit(self, key: object) -> int:
        return self._bits.setdefault(key, 2 << len(self._bits))


class _Element(NamedTuple):
    """An element of a pattern, ready to run where a token may begin it; whether it may also be absent."""

    run: Runner
    begins: int
    optional: bool


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a pattern; the kinds below match it."""

    def compiled(self, compiler: _Compiler) -> _Element:
        """Return the element with its slots looked up once and for all."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Literal(Node):
    words: frozenset[str]

    def compiled(self, compiler: _Compiler) -> _Element:
        def run(course: Course, i: int) -> _Ways:
            return ((i + 1, (("", Found(i, i + 1, course.reading.starts[i], course.reading.ends[i])),)),)

        return _Element(run, compiler.masks.literal(self.words), False)


@dataclass(frozen=True, slots=True)
class _Slot(Node):
    slot: str
    bound_to: str

    def compiled(self, compiler: _Compiler) -> _Element:
        find, begins = compiler.slot(self.slot)
        bound_to = self.bound_to
        return _Element(lambda course, i: [(one.last, ((bound_to, one),)) for one in find(course, i)], begins, False)


@dataclass(frozen=True, slots=True)
class _Tight(Node):
    def compiled(self, compiler: _Compiler) -> _Element:
        return _Element(lambda course, i: ((i, ()),) if course.reading.tight(i) else (), Masks.ANY, False)


@dataclass(frozen=True, slots=True)
class _Row(Node):
    parts: tuple[Node, ...]

    def compiled(self, compiler: _Compiler) -> _Element:
        elements = [part.compiled(compiler) for part in self.parts]
        if len(elements) == 1:
            return elements[0]

        def run(course: Course, i: int) -> _Ways:
            may = course.may
            ways: _Ways = ((i, ()),)
            for part, begins, optional in elements:
                on: list[tuple[int, _Bound]] = []
                for at, bound in ways:
                    if may[at] & begins:
                        on += [(last, bound + more) for last, more in part(course, at)]
                    elif optional:
                        on.append((at, bound))
                if not on:
                    return ()
                ways = on
            return ways

        begins = 0
        for part, element in zip(self.parts, elements, strict=True):
            if not isinstance(part, _Tight):
                begins |= element.begins
                if not element.optional:
                    return _Element(run, begins, False)
        return _Element(run, begins, True)


@dataclass(frozen=True, slots=True)
class _Choice(Node):
    options: tuple[Node, ...]
    optional: bool = False

    def compiled(self, compiler: _Compiler) -> _Element:
        options = [option.compiled(compiler) for option in self.options]
        absent = self.optional

        def run(course: Course, i: int) -> _Ways:
            may = course.may[i]
            ways: list[tuple[int, _Bound]] = []
            for option, begins, optional in options:
                if may & begins:
                    ways += option(course, i)
                elif optional:
                    ways.append((i, ()))
            if absent:
                ways.append((i, ()))
            return ways

        begins = 0
        for option in options:
            begins |= option.begins
        return _Element(run, begins, self.optional or any(option.optional for option in options))


class _Compiler:
    """Gives slots by name, each made once."""

    def __init__(self, slots: Slots) -> None:
        self.masks = Masks()
        self._slots = slots
        self._known: dict[str, tuple[Callable[[Course, int], list[Found]], int] | None] = {}

    def slot(self, name: str) -> tuple[Callable[[Course, int], list[Found]], int]:
        """Return what finds a slot, the longest first, each place looked at once, and the bits it may begin with.

        Raises RuleError for a slot that is none, or that is part of itself.
        """
        if name in self._known:
            if (found := self._known[name]) is None:
                raise RuleError(f"slot {name!r} is part of itself")
            return found
        self._known[name] = None
        number = len(self._known)
        find, begins = self._part(name) if name in self._slots.parts else self._leaf(name)

        def look(course: Course, i: int) -> list[Found]:
            found = course.found.get((number, i))
            if found is None:
                found = course.found[number, i] = sorted(find(course, i), key=_shortest_last)
            return found

        self._known[name] = look, begins
        return look, begins

    def _leaf(self, name: str) -> tuple[Callable[[Course, int], Iterable[Found]], int]:
        slots = self._slots
        if (finder := slots.finders.get(name)) is not None:
            classes = slots.begins.get(name)
            begins = Masks.ANY if classes is None else self.masks.classes(classes, slots.tests.get(name))
            return lambda course, i: finder(course.reading, i), begins
        if name not in lexicon.names():
            raise RuleError(f"no slot and no list {name!r}")
        return lambda course, i: _of_list(course.reading, i, name), self.masks.classes(frozenset({name}), None)

    def _part(self, name: str) -> tuple[Callable[[Course, int], Iterable[Found]], int]:
        options = [(part.pattern.compiled(self), part.join) for part in self._slots.parts[name]]

        def find(course: Course, i: int) -> Iterator[Found]:
            may, seen = course.may[i], []
            for (run, begins, _), join in options:
                for last, bound in run(course, i) if may & begins else ():
                    value = join(bound) if last > i else None
                    if value is not None and (last, value) not in seen:
                        seen.append((last, value))
                        yield Found(i, last, bound[0][1].start, bound[-1][1].end, value)

        begins = 0
        for element, _ in options:
            if element.optional:
                raise RuleError(f"slot {name!r} may match nothing")
            begins |= element.begins
        return find, begins


def _shortest_last(found: Found) -> int:
    return -found.last


def _of_list(reading: Reading, i: int, name: str) -> list[Found]:
    return [Found(item.first, item.last, item.start, item.end, item) for item in reading.at(i, name)]


class Rules:
    """The rules of one file, ready to run.

    ``slots`` are the stage's own; every other slot is a list of the lexicon. Raises RuleError for a pattern that cannot
    be read, names a slot that is none, or may match nothing.
    """

    def __init__(self, rules: Iterable[Rule], slots: Slots = NO_SLOTS) -> None:
        self.rules = tuple(rules)
        compiler = _Compiler(slots)
        self._masks = compiler.masks
        self._compiled = [(rule, *rule.pattern.compiled(compiler)) for rule in self.rules]
        self._begins = 0
        for rule, _, begins, optional in self._compiled:
            if optional:
                raise RuleError(f"rule {rule.name!r} may match nothing")
            self._begins |= begins
        self._course: Course | None = None

    def all_at(self, reading: Reading, i: int) -> list[Match]:
        """Return every match that begins at token ``i``, the longest first; of equally long ones the earlier rule's."""
        course = self.course(reading)
        may = course.may[i]
        found: list[Match] = []
        for rule, run, begins, _ in self._compiled if may & self._begins else ():
            for last, bound in run(course, i) if may & begins else ():
                if last > i and bound:
                    named = {name: one for name, one in reversed(bound) if name}
                    found.append(Match(rule, i, last, bound[0][1].start, bound[-1][1].end, named))
        return sorted(found, key=lambda match: (-match.last, match.rule.order))

    def places(self, reading: Reading) -> list[int]:
        """Return the tokens at which a rule may begin, in order."""
        begins = self._begins
        return [i for i, may in enumerate(self.course(reading).may) if may & begins]

    def course(self, reading: Reading) -> Course:
        """Return what is known of ``reading``, the one at hand."""
        if self._course is None or self._course.reading is not reading:
            self._course = Course(reading, self._masks)
        return self._course


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
    >>> parse('<months> ("/" <months:same>)?').parts[0]
    _Slot(slot='months', bound_to='months')
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
