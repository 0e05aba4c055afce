"""The slots of ``time_rules.toml``: what its ``[[slot]]`` tables name.

A slot is one of three things. A *filter* gives the words of a list under conditions (``list``, ``where``,
``definite``); a *part* gives a pattern a name, so that rules can be built of it (``pattern``); a *number* is found by a
function of `time_numbers`.
Whatever a slot finds, its value is a mapping of what the words say (``{"month": 3, "year": 2021}``), and a part's value
is that of its elements put together, or nothing where they contradict each other (two months that are not the same).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from analysis import lexicon
from analysis.marks import patterns
from analysis.marks.patterns import Found, Node, Runner, Slots
from analysis.marks.time_numbers import NUMBERS
from analysis.text.fold import fold_text
from analysis.text.read import Item, Reading

Said = Mapping[str, Any]

WHOLE = frozenset({
    "century", "decade", "year", "half", "quarter", "month", "day", "weekday", "hour", "minute", "second", "shift",
    "relation", "days", "nth",
})  # fmt: skip
WORDS = frozenset({
    "season", "part", "calendar", "unit", "count", "portion", "zone", "ref", "length", "mod", "license", "alone",
    "easter",
})  # fmt: skip
_NUMBER_SIGNS = frozenset("%٪.,٫٬،/-−'’")
_CASE = frozenset({"", "ا"})


@dataclass(frozen=True, slots=True)
class _Filter:
    """The words of a list, under conditions on their columns and clitics."""

    listed: str
    where: Mapping[str, str]
    definite: bool | None
    bare: bool
    says: Said

    def find(self, reading: Reading, i: int) -> Iterator[Found]:
        for item in reading.at(i, self.listed):
            analysis = item.analysis
            if analysis.after not in _CASE or (self.definite is not None and analysis.definite != self.definite):
                continue
            if analysis.after and item.entry.form.endswith("ة"):
                continue  # سنتا is no accusative of سنة
            if self.bare and not {"det"}.issuperset(analysis.before):
                continue
            row = item.entry.row
            if all(row[column] == wanted for column, wanted in self.where.items()):
                end = reading.ends[item.last - 1] if analysis.after else item.end
                start = max(reading.starts[item.first], item.start - 2) if analysis.definite else item.start
                yield Found(item.first, item.last, start, end, {**_row(item), **self.says})


@dataclass(frozen=True, slots=True)
class _Option:
    """One pattern of a part: what it says besides its elements, what of them it drops, and how it may begin."""

    run: Runner
    says: Said
    drops: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """Patterns under one name; filled once all slots are known."""

    options: list[_Option]

    def find(self, reading: Reading, i: int) -> Iterator[Found]:
        seen: list[tuple[int, Said]] = []
        if i >= len(reading.words):
            return
        word = reading.words[i]
        for option in self.options:
            if word.keys.isdisjoint(option.classes) and word.folded not in option.words:
                continue
            for last, bound in option.run(reading, i):
                if last == i:
                    continue
                said = merged(((name, found.value) for name, found in bound if name), option.says, option.drops)
                if said is None or (last, said) in seen:
                    continue
                seen.append((last, said))
                yield Found(i, last, bound[0][1].start, bound[-1][1].end, said)


def merged(bound: Iterable[tuple[str, Said]], says: Said, drops: frozenset[str] = frozenset()) -> Said | None:
    """Put together what the elements of a pattern say; None where two of them cannot both be true.

    An element bound to a name of its own that is a column (``<day:day_to>``) says that column; ``also`` is a second way
    to say the same date and counts only where the first is not Gregorian.
    """
    total: dict[str, Any] = {}
    for name, said in bound:
        if name == "also":
            if total.get("calendar", "gregorian") == "gregorian":
                continue
            total = {key: value for key, value in total.items() if key in {"weekday", "part", "shift", "unit"}}
        elif name.endswith("_to"):
            said = {name: said[name.removesuffix("_to")]}
        elif name == "century_rank":
            said = {"century": said["rank"] - 1}
        elif name == "half_unit":
            continue
        for key, value in said.items():
            if key in drops:
                continue
            if key in total and total[key] != value:
                if key not in {"license", "calendar", "count", "alone"}:
                    return None
                continue
            total[key] = value
    return {**total, **says}


def _row(item: Item) -> dict[str, Any]:
    """Return what a list's row says, and whether the word stands behind a preposition written with it."""
    said: dict[str, Any] = {}
    for column, cell in item.entry.row.items():
        if cell and column in WHOLE:
            said[column] = int(cell)
        elif cell and column in WORDS:
            said[column] = cell
    if said.get("calendar") == "gregorian":
        del said["calendar"]
    if "kind" in item.entry.row:
        said[item.entry.row["kind"]] = int(item.entry.row["value"])
    return said


class Grammar:
    """All slots of one rules file, each place of a reading looked at once.

    Slots are defined before they are used; `patterns.RuleError` where one is not, or names an unknown list.
    """

    def __init__(self, name: str) -> None:
        finders: dict[str, patterns.Slot] = {}
        begins: dict[str, frozenset[str]] = {}
        self.slots = Slots(finders, begins)
        self._parts: dict[str, _Part] = {}
        for number, (find, keys) in NUMBERS.items():
            finders[number], begins[number] = _remembered(find), keys
        for listed in sorted(_named(name) & set(lexicon.names())):
            finders[listed] = _remembered(_Filter(listed, {}, None, False, {}).find)
            begins[listed] = frozenset({listed})
        written: dict[str, list[tuple[Node, Mapping[str, Any]]]] = {}
        for table in _tables(name):
            slot = table["name"]
            if "list" in table:
                finders[slot], begins[slot] = _remembered(_filter(table).find), frozenset({table["list"]})
                continue
            node = patterns.parse(table["pattern"])
            keys, empty = node.begins(self.slots)
            if empty:
                raise patterns.RuleError(f"slot {slot!r} may match nothing")
            begins[slot] = begins.get(slot, frozenset()) | keys
            written.setdefault(slot, []).append((node, table))
            if slot not in finders:
                self._parts[slot] = _Part([])
                finders[slot] = _remembered(self._parts[slot].find)
        for slot, options in written.items():
            self._compile(slot, options)

    def _compile(self, slot: str, options: Iterable[tuple[Node, Mapping[str, Any]]]) -> None:
        """Give a part its patterns once all slots are known."""
        part = self._parts[slot]
        part.options.extend(
            _Option(
                node.runner(self.slots),
                table.get("says", {}),
                frozenset(table.get("drops", ())),
                *_split(node.begins(self.slots)[0]),
            )
            for node, table in options
        )


def _filter(table: Mapping[str, Any]) -> _Filter:
    if table["list"] not in lexicon.names():
        raise patterns.RuleError(f"slot {table['name']!r}: no list {table['list']!r}")
    return _Filter(
        table["list"],
        table.get("where", {}),
        table.get("definite"),
        table.get("bare", False),
        table.get("says", {}),
    )


def _split(begins: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes and the literal words that a pattern may begin with."""
    return begins, frozenset(key[1:] for key in begins if key.startswith("="))


def _remembered(find: Callable[[Reading, int], Iterable[Found]]) -> patterns.Slot:
    """Return ``find``, the longest first, each token of the reading at hand looked at once."""
    state: tuple[Reading | None, dict[int, list[Found]]] = (None, {})

    def look(reading: Reading, i: int) -> list[Found]:
        nonlocal state
        known_for, known = state
        if known_for is not reading:
            known = {}
            state = (reading, known)
        found = known.get(i)
        if found is None:
            found = known[i] = sorted(find(reading, i), key=lambda one: -one.last)
        return found

    return look


def inside(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the classes and the words that may stand inside an expression, and the words before any word.

    The last are those behind which a slot finds what is in no list: a place behind بتوقيت, a misspelt month in
    brackets.
    """
    text = (files("analysis") / "language" / f"{name}_rules.toml").read_text("utf-8")
    tables = (*_tables(name), *tomllib.loads(text).get("rule", ()))
    literals: set[str] = set()
    openers: set[str] = set()
    for table in tables:
        pattern = table.get("pattern", "")
        found = {fold_text(word) for group in re.findall(r'"([^"]+)"', pattern) for word in group.split("|")}
        literals |= found
        if "<word>" in pattern or "<near_month>" in pattern:
            openers |= found
    classes = {table["list"] for table in _tables(name) if "list" in table} | (_named(name) & set(lexicon.names()))
    inner = {
        words for listed in classes for row in lexicon.rows(listed) for words in lexicon.folded_words(row["form"])[1:]
    }
    classes |= {key for _, keys in NUMBERS.values() for key in keys} | {"percent_words", "clitics"}
    return frozenset(classes), frozenset(literals | inner | _NUMBER_SIGNS), frozenset(openers)


def _named(name: str) -> set[str]:
    """Return what the patterns of a rules file name in angle brackets."""
    return set(
        re.findall(r"<([a-z_0-9]+)[:>]", (files("analysis") / "language" / f"{name}_rules.toml").read_text("utf-8"))
    )


@cache
def _tables(name: str) -> tuple[dict[str, Any], ...]:
    text = (files("analysis") / "language" / f"{name}_rules.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).get("slot", ()))
