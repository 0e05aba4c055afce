"""Runs the rules of ``language/*_rules.toml`` over tokens; the one place where a rule becomes an expression.

A rule is a name, a pattern (`notation`) and what it means, with sentences it must match and leave. Its slots are lists,
functions, or patterns of their own (*parts*), and parts may be built of parts.

What a word may begin by itself - which lists, which literal words - is one number, a bit for each, worked out once a
word. An element is tried only where its bits are among those, so that most of a rule costs nothing where it does not
match. Patterns hold no repetition: the work at a token is bounded by the rules, not by the text.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate
from operator import or_
from typing import Any, Generic, NamedTuple, TypeVar

from analysis import lexicon
from analysis.marks.notation import Choice, Literal, Named, Node, Row, RuleError, Tight, parse
from analysis.text.read import Reading
from analysis.text.tokens import Word

T = TypeVar("T")


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

    ``may`` is one longer than the text, with 0 for its end.
    ``ways`` holds what each slot was found to be at each token it was tried at; how many it has is the work done.
    """

    def __init__(self, reading: Reading, masks: Masks) -> None:
        self.reading = reading
        self.may = [*map(masks.__getitem__, reading.words), 0]
        self.ways: dict[tuple[int, int], _Ways] = {}

    @cached_property
    def ahead(self) -> Sequence[int]:
        """What any token from each on may begin."""
        return [*accumulate(self.may[::-1], or_)][::-1]


_Run = Callable[[Course, int], _Ways]
"""Gives, at a token, the token behind each way to match there, with what was found."""


class Masks(dict[Word, int]):
    """What a word may begin, as bits: a class it is in, if it passes its test, or a literal of the patterns."""

    ANY = 1
    _MOST = 1 << 20

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
        if len(self) >= self._MOST:
            self.clear()
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

    def classes(self, names: frozenset[str], test: Test | None = None) -> int:
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
    """An element of a pattern, to run where a token has one of the bits it begins with; and those it ends with."""

    run: _Run
    begins: int
    ends: int
    optional: bool


class _Compiler:
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
        self._named: dict[tuple[str, str], _Element] = {}

    def element(self, node: Node) -> _Element:
        """Return the element that ``node`` describes; RuleError where it names a slot that is none."""
        match node:
            case Literal(words):
                bit = self.masks.literal(words)
                self.stands |= bit
                return _Element(_literal, bit, bit, False)
            case Named(slot, bound_to):
                return self._slot(slot, bound_to)
            case Tight():
                return _Element(_tight, Masks.ANY, 0, False)
            case Row(parts):
                return self._row(parts)
            case Choice(options, optional):
                return _choice([self.element(option) for option in options], absent=optional)

    def _row(self, parts: Sequence[Node]) -> _Element:
        elements = [self.element(part) for part in parts]
        if len(elements) == 1:
            return elements[0]
        standing = [element for part, element in zip(parts, elements, strict=True) if not isinstance(part, Tight)]
        for number, element in enumerate(standing):
            if element.begins & Masks.ANY:
                self.before_any |= _reach(standing[:number][::-1], "ends")
        optional = all(element.optional for element in standing)
        needs = [element.begins for element in standing[1:] if not element.optional]
        return _Element(_row(elements, needs), _reach(standing, "begins"), _reach(standing[::-1], "ends"), optional)

    def _slot(self, name: str, bound_to: str) -> _Element:
        find, begins, ends = self._finder(name)
        key = name, bound_to
        if key not in self._named:
            number = len(self._named)

            def run(course: Course, i: int) -> _Ways:
                ways = course.ways.get((number, i))
                if ways is None:
                    found = find(course, i)
                    if len(found) > 1:
                        found.sort(key=_shortest_last)
                    ways = course.ways[number, i] = [(one.last, ((bound_to, one),)) for one in found]
                return ways

            self._named[key] = _Element(run, begins, ends, False)
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
        either = _choice([element for element, _ in options], absent=False)

        beginning = _Beginning((element.begins, (element.run, join)) for element, join in options)

        def find(course: Course, i: int) -> list[Found]:
            found: list[Found] = []
            seen: list[tuple[int, Any]] = []
            for run, join in beginning[course.may[i] & either.begins]:
                for last, bound in run(course, i):
                    value = join(bound) if last > i else None
                    if value is not None and (last, value) not in seen:
                        seen.append((last, value))
                        found.append(Found(i, last, bound[0][1].start, bound[-1][1].end, value))
            return found

        return find, either.begins, either.ends


_Find = Callable[[Course, int], list[Found]]


def _literal(course: Course, i: int) -> _Ways:
    return ((i + 1, (("", Found(i, i + 1, course.reading.starts[i], course.reading.ends[i])),)),)


def _tight(course: Course, i: int) -> _Ways:
    return ((i, ()),) if course.reading.tight(i) else ()


def _row(elements: Sequence[_Element], needs: Sequence[int]) -> _Run:
    def run(course: Course, i: int) -> _Ways:
        ahead, may = course.ahead[i], course.may
        for need in needs:  # what must be there stands nowhere ahead
            if not ahead & need:
                return ()
        ways: _Ways = ((i, ()),)
        for part, begins, _, optional in elements:
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

    return run


def _choice(options: Sequence[_Element], *, absent: bool) -> _Element:
    begins = ends = 0
    for option in options:
        begins, ends = begins | option.begins, ends | option.ends
    beginning = _Beginning((option.begins, option.run) for option in options)
    may_lack = [option.begins for option in options if option.optional]

    def run(course: Course, i: int) -> _Ways:
        may = course.may[i]
        ways = [way for option in beginning[may & begins] for way in option(course, i)]
        if absent or any(not may & bits for bits in may_lack):
            ways.append((i, ()))
        return ways

    return _Element(run, begins, ends, absent or bool(may_lack))


class _Beginning(dict[int, tuple[T, ...]], Generic[T]):
    """Which of several begin at a token, by its bits: worked out once a set of bits."""

    _MOST = 1 << 16

    def __init__(self, options: Iterable[tuple[int, T]]) -> None:
        super().__init__()
        self._options = tuple(options)

    def __missing__(self, bits: int) -> tuple[T, ...]:
        if len(self) >= self._MOST:
            self.clear()
        found = self[bits] = tuple(option for begins, option in self._options if bits & begins)
        return found


def _reach(elements: Iterable[_Element], side: str) -> int:
    """Return the bits that a row may begin or end with: of its elements up to the first that must be there."""
    bits = 0
    for element in elements:
        bits |= getattr(element, side)
        if not element.optional:
            break
    return bits


def _leads(word: Word) -> bool:
    """Whether the word begins an entry of several words."""
    return any(len(one.entry.words) > 1 for one in word.analyses)


def _of_several(lists: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand between two others of an entry, and those that stand behind another."""
    forms = [lexicon.folded_words(row["form"]) for name in lists for row in lexicon.rows(name)]
    between = frozenset(word for words in forms for word in words[1:-1])
    return between, frozenset(word for words in forms for word in words[1:])


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
        elements = [(rule, compiler.element(rule.pattern)) for rule in self.rules]
        for rule, element in elements:
            if element.optional:
                raise RuleError(f"rule {rule.name!r} may match nothing")
        either = _choice([element for _, element in elements], absent=False)
        self._beginning = _Beginning((element.begins, (rule, element.run)) for rule, element in elements)
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
        for rule, run in self._beginning[course.may[i] & self._begins]:
            for last, bound in run(course, i):
                if last > i and bound:
                    named = {name: one for name, one in reversed(bound) if name}
                    found.append(Match(rule, i, last, bound[0][1].start, bound[-1][1].end, named))
        return sorted(found, key=lambda match: (-match.last, match.rule.order))

    def places(self, course: Course) -> list[int]:
        """Return the tokens at which a rule may begin, in order."""
        begins = self._begins
        return [i for i, may in enumerate(course.may) if may & begins]

    def course(self, reading: Reading) -> Course:
        """Return ``reading`` with what its words may begin; the one at hand is kept."""
        if self._course is None or self._course.reading is not reading:
            self._course = Course(reading, self.masks)
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
