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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from analysis import lexicon
from analysis.marks.compiling import Part, Slot, Slots
from analysis.marks.elements import Found
from analysis.marks.notation import RuleError, parse
from analysis.marks.time_numbers import LOOKS_ON, NUMBERS, TESTS
from analysis.marks.word_bits import Test
from analysis.text.read import Item, Reading
from analysis.text.tokens import Analysis, Word

Said = Mapping[str, Any]

WHOLE = frozenset({
    "century", "decade", "year", "half", "quarter", "month", "day", "weekday", "hour", "minute", "second", "shift",
    "relation", "sign", "days", "nth",
})  # fmt: skip
WORDS = frozenset({
    "season", "part", "calendar", "unit", "count", "portion", "zone", "ref", "length", "mod", "license", "alone",
    "moving",
})  # fmt: skip
_NUMBER_SIGNS = frozenset(".,٫٬،/-−'’")
_PERCENT = frozenset({"%", "٪", "percent_words"})
_CASE = frozenset({"", "ا"})


@dataclass(frozen=True, slots=True)
class _Filter:
    """The words of a list, under conditions on their columns and clitics."""

    listed: str
    where: Mapping[str, str]
    definite: bool | None
    bare: bool
    says: Said

    def may_begin(self, word: Word) -> bool:
        """Whether the word, or words that it begins, are of the list and meet the conditions."""
        return any(one.entry.cls == self.listed and self._holds(one) for one in word.analyses)

    def may_be(self, word: Word) -> bool:
        """Whether the word alone is of the list and meets the conditions."""
        alone = (one for one in word.analyses if one.entry.cls == self.listed and len(one.entry.words) == 1)
        return any(map(self._holds, alone))

    def find(self, reading: Reading, i: int) -> Iterator[Found]:
        for item in reading.at(i, self.listed):
            analysis = item.analysis
            if self._holds(analysis):
                end = reading.ends[item.last - 1] if analysis.after else item.end
                start = max(reading.starts[item.first], item.start - 2) if analysis.definite else item.start
                yield Found(item.first, item.last, start, end, {**_row(item), **self.says})

    def _holds(self, analysis: Analysis) -> bool:
        if analysis.after not in _CASE or (self.definite is not None and analysis.definite != self.definite):
            return False
        if analysis.after and analysis.entry.form.endswith("ة"):
            return False  # سنتا is no accusative of سنة
        if self.bare and not {"det"}.issuperset(analysis.before):
            return False
        row = analysis.entry.row
        return all(row[column] == wanted for column, wanted in self.where.items())


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
        elif name == "decade_rank":
            said = {"decade": 10 * (said["rank"] - 1)}
        elif name in {"first_units", "units_so_far"}:
            said = {"head": (int(said["amount"]), said["unit"])}
        elif name in {"how_often", "between"}:
            continue
        elif name == "half_unit":
            said = {name: said["unit"]}
        elif name == "more":
            said = {name: (*total.pop(name, ()), said)}
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


def slots(name: str) -> Slots:
    """Return all slots of one rules file; `notation.RuleError` where one names an unknown list."""
    finders: dict[str, Slot] = {number: find for number, (find, _) in NUMBERS.items()}
    begins = {number: keys for number, (_, keys) in NUMBERS.items() if keys}
    tests: dict[str, Test] = dict(TESTS)
    whole: dict[str, Test] = {}
    parts: dict[str, list[Part]] = defaultdict(list)
    filters = {listed: _Filter(listed, {}, None, False, {}) for listed in _named(name) & set(lexicon.names())}
    for table in _tables(name):
        if "list" in table:
            filters[table["name"]] = _filter(table)
        else:
            parts[table["name"]].append(_part(table))
    for slot, one in filters.items():
        finders[slot], begins[slot] = one.find, frozenset({one.listed})
        tests[slot], whole[slot] = one.may_begin, one.may_be
    return Slots(finders, begins, tests, parts, LOOKS_ON, whole, _NUMBER_SIGNS, _PERCENT)


def _part(table: Mapping[str, Any]) -> Part:
    says, drops = table.get("says", {}), frozenset(table.get("drops", ()))

    def join(bound: Iterable[tuple[str, Found]]) -> Said | None:
        return merged(((name, found.value) for name, found in bound if name), says, drops)

    return Part(parse(table["pattern"]), join)


def _filter(table: Mapping[str, Any]) -> _Filter:
    if table["list"] not in lexicon.names():
        raise RuleError(f"slot {table['name']!r}: no list {table['list']!r}")
    return _Filter(
        table["list"],
        table.get("where", {}),
        table.get("definite"),
        table.get("bare", False),
        table.get("says", {}),
    )


def listed(name: str) -> frozenset[str]:
    """Return the lists whose words the patterns of a rules file are built of."""
    return frozenset({table["list"] for table in _tables(name) if "list" in table} | _named(name)) & set(
        lexicon.names()
    )


def _named(name: str) -> set[str]:
    """Return what the patterns of a rules file name in angle brackets."""
    return set(
        re.findall(r"<([a-z_0-9]+)[:>]", (files("analysis") / "language" / f"{name}_rules.toml").read_text("utf-8"))
    )


@cache
def _tables(name: str) -> tuple[dict[str, Any], ...]:
    text = (files("analysis") / "language" / f"{name}_rules.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).get("slot", ()))
