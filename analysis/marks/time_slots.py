"""The slots of ``time_rules.toml``: what its ``[[slot]]`` tables name, and the numbers that times are written with.

A slot is one of three things. A *filter* gives the words of a list under conditions (``list``, ``where``, ``definite``);
a *part* gives a pattern a name, so that rules can be built of it (``pattern``); a *number* is found by a function here.
Whatever a slot finds, its value is a mapping of what the words say (``{"month": 3, "year": 2021}``), and a part's value
is that of its elements put together, or nothing where they contradict each other (two months that are not the same).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from analysis import lexicon
from analysis.marks import patterns
from analysis.marks.patterns import Found, Node, Slots
from analysis.text import numerals
from analysis.text.fold import fold
from analysis.text.read import Item, Reading

Said = Mapping[str, Any]

WHOLE = frozenset({
    "century", "decade", "year", "half", "quarter", "month", "day", "weekday", "hour", "minute", "shift", "relation",
    "days",
})  # fmt: skip
WORDS = frozenset({
    "season", "part", "calendar", "unit", "count", "portion", "zone", "ref", "length", "mod", "license", "alone",
})  # fmt: skip
_LONGEST_NUMBER = 8
"""Words that a number before a unit of time may take (ألف وتسعمئة وسبع وستون سنة)."""
_RANKS = frozenset({"ordinal", "ordinal_head"})
_HOURS = _RANKS | {"unit"}
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
class _Part:
    """Patterns under one name, each with what it says besides what its elements say."""

    options: Sequence[tuple[Node, Said, frozenset[str], frozenset[str]]]

    def find(self, reading: Reading, i: int, slots: Slots) -> Iterator[Found]:
        seen: list[tuple[int, Said]] = []
        word = reading.words[i]
        for node, says, drops, begins in self.options:
            if f"={word.folded}" not in begins and word.keys.isdisjoint(begins):
                continue
            for last, bound in node.match(reading, i, slots):
                said = merged(((name, found.value) for name, found in bound if name), says, drops) if last > i else None
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
        elif name == "minutes_said":
            said = {"minute": int(said["amount"])}
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


# Numbers ---------------------------------------------------------------------------------------------------------------


def _digits(name: str, low: int, high: int, long: Iterable[int], **says: Any) -> Callable[[Reading, int], list[Found]]:
    lengths = frozenset(long)

    def find(reading: Reading, i: int) -> list[Found]:
        if i >= len(reading.words) or reading.words[i].kind != "digits":
            return []
        text = reading.words[i].folded
        if len(text) not in lengths or not low <= int(text) <= high:
            return []
        return [Found(i, i + 1, reading.starts[i], reading.ends[i], {name: int(text), **says})]

    return find


def _number(reading: Reading, i: int) -> Iterator[Found]:
    """Find an amount in digits or words (not a percentage, a share or a rank), with a unit of time in reach."""
    if not any("time_units" in word.keys for word in reading.words[max(0, i - 2) : i + 1 + _LONGEST_NUMBER]):
        return
    if i > 1 and reading.words[i - 1].folded == "/" and reading.words[i - 2].kind == "digits":
        return  # the lower half of a fraction
    for number in numerals.readings(reading, i):
        if number.kind == "cardinal" and number.value is not None and number.first == i and number.value < 10_000:
            digits = reading.words[number.last - 1].kind == "digits"
            yield Found(i, number.last, _start(reading, number), number.end, {"amount": number.value, "digits": digits})
        elif number.kind == "vague" and number.first == i:
            yield Found(i, number.last, number.start, number.end, {"few": True})


def _start(reading: Reading, number: numerals.Numeral) -> int:
    """Return where a number begins, its article taken in."""
    if not number.definite or reading.words[number.first].kind == "digits":
        return number.start
    return max(reading.starts[number.first], number.start - 2)


def _word(reading: Reading, i: int) -> list[Found]:
    """Find any Arabic word: the place a clock's zone is of (بتوقيت اليمن)."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic":
        return []
    return [Found(i, i + 1, reading.starts[i], reading.ends[i], {})]


def _share(reading: Reading, i: int) -> Iterator[Found]:
    """Find a fraction in words (نصف, ثلاثة أرباع)."""
    for number in numerals.readings(reading, i):
        if number.kind == "fraction" and number.value and number.value < 1 and not number.definite:
            yield Found(i, number.last, number.start, number.end, {"amount": number.value})


def _year_spelt(reading: Reading, i: int) -> Iterator[Found]:
    """Find a year in words (ألفين وأربعة عشر)."""
    for number in numerals.readings(reading, i):
        if number.kind == "cardinal" and not number.written and number.value and 1800 <= number.value <= 2100:
            yield Found(i, number.last, number.start, number.end, {"year": int(number.value)})


def _ranked(name: str, high: int) -> Callable[[Reading, int], Iterator[Found]]:
    def find(reading: Reading, i: int) -> Iterator[Found]:
        if not any(item.entry.row["part"] in _RANKS for item in reading.at(i, "number_words")):
            return
        for number in numerals.readings(reading, i):
            if number.kind == "ordinal" and number.definite and number.value and number.value <= high:
                yield Found(i, number.last, _start(reading, number), number.end, {name: int(number.value)})

    return find


def _hour_word(reading: Reading, i: int) -> Iterator[Found]:
    """Find an hour by its rank (الثامنة); one o'clock is a cardinal (الواحدة)."""
    if not any(item.entry.row["part"] in _HOURS for item in reading.at(i, "number_words")):
        return
    for number in numerals.readings(reading, i):
        one = number.kind == "cardinal" and number.value == 1
        if number.definite and number.gender == "feminine" and (number.kind == "ordinal" or one):
            if number.value and number.value <= 12:
                yield Found(i, number.last, _start(reading, number), number.end, {"hour": int(number.value)})


def _year_of_two(reading: Reading, i: int) -> list[Found]:
    """Find a year by its last two digits (عام 67): of the last century, since those of this one are written out."""
    return [
        Found(f.first, f.last, f.start, f.end, {"year": 1900 + f.value["year"]})
        for f in _digits("year", 30, 99, {2})(reading, i)
    ]


def _near_month(reading: Reading, i: int) -> list[Found]:
    """Find a word that is one slip away from the name of a month; it serves beside the month's other name only."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic" or "months" in reading.words[i].keys:
        return []
    word = reading.words[i].folded
    return [Found(i, i + 1, reading.starts[i], reading.ends[i], {"month": month}) for month in _months_near(word)]


@lru_cache(maxsize=4096)
def _months_near(word: str) -> tuple[int, ...]:
    if not 4 <= len(word) <= 9:
        return ()
    names = {(fold(row["form"]).text, row["month"]) for row in lexicon.rows("months") if row["calendar"] == "gregorian"}
    return tuple(sorted({int(month) for name, month in names if len(name) > 3 and _one_slip(word, name)}))


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter too many, too few, wrong, or two that changed places, lie between two words."""
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    end = 0
    while end < min(len(word), len(name)) - start and word[-1 - end] == name[-1 - end]:
        end += 1
    left, right = word[start : len(word) - end], name[start : len(name) - end]
    return max(len(left), len(right)) <= 1 or left == right[::-1] and len(left) == 2


NUMBERS: dict[str, tuple[Callable[[Reading, int], Iterable[Found]], frozenset[str]]] = {
    "day": (_digits("day", 1, 31, {1, 2}), frozenset({"digits"})),
    "month_number": (_digits("month", 1, 12, {1, 2}), frozenset({"digits"})),
    "year_number": (_digits("year", 1800, 2100, {4}), frozenset({"digits"})),
    "hijri_number": (_digits("year", 1300, 1500, {4}, calendar="hijri"), frozenset({"digits"})),
    "solar_number": (_digits("year", 1300, 1420, {4}, calendar="solar-hijri"), frozenset({"digits"})),
    "year_of_two": (_year_of_two, frozenset({"digits"})),
    "hour": (_digits("hour", 0, 24, {1, 2}), frozenset({"digits"})),
    "minute": (_digits("minute", 0, 59, {2}), frozenset({"digits"})),
    "number": (_number, frozenset({"digits", "number_words"})),
    "day_word": (_ranked("day", 31), frozenset({"number_words"})),
    "rank": (_ranked("rank", 31), frozenset({"number_words"})),
    "hour_word": (_hour_word, frozenset({"number_words"})),
    "share": (_share, frozenset({"number_words"})),
    "year_spelt": (_year_spelt, frozenset({"number_words"})),
    "near_month": (_near_month, frozenset()),
    "word": (_word, frozenset()),
}


# The slots of the file -------------------------------------------------------------------------------------------------


class Grammar:
    """All slots of one rules file, each place of a reading looked at once.

    Slots are defined before they are used; `patterns.RuleError` where one is not, or names an unknown list.
    """

    def __init__(self, name: str) -> None:
        self.slots = Slots({}, {})
        self._seen: tuple[Reading | None, dict[tuple[str, int], list[Found]]] = (None, {})
        finders: dict[str, Any] = {}
        begins: dict[str, frozenset[str]] = {}
        self.slots = Slots(finders, begins)
        for number, (find, keys) in NUMBERS.items():
            begins[number] = keys
            finders[number] = self._remembered(number, find) if keys else find
        parts: dict[str, list[tuple[Node, Said, frozenset[str], frozenset[str]]]] = {}
        for listed in sorted(_named(name) & set(lexicon.names())):
            plain = _Filter(listed, {}, None, False, {})
            finders[listed], begins[listed] = self._remembered(listed, plain.find), frozenset({listed})
        for table in _tables(name):
            slot, says = table["name"], table.get("says", {})
            if "list" in table:
                if table["list"] not in lexicon.names():
                    raise patterns.RuleError(f"slot {slot!r}: no list {table['list']!r}")
                chosen = _Filter(table["list"], table.get("where", {}), table.get("definite"), table.get("bare", False), says)
                finders[slot], begins[slot] = self._remembered(slot, chosen.find), frozenset({table["list"]})
                continue
            node = patterns.parse(table["pattern"])
            keys, empty = node.begins(self.slots)
            options = parts.setdefault(slot, [])
            options.append((node, says, frozenset(table.get("drops", ())), keys))
            if empty:
                raise patterns.RuleError(f"slot {slot!r} may match nothing")
            begins[slot] = begins.get(slot, frozenset()) | keys
            if slot not in finders:
                finders[slot] = self._remembered(slot, _of_part(_Part(options), self.slots))

    def _remembered(self, slot: str, find: Callable[[Reading, int], Iterable[Found]]) -> patterns.Slot:
        begins = self.slots.begins

        def look(reading: Reading, i: int) -> Sequence[Found]:
            if i >= len(reading.words):
                return ()
            word = reading.words[i]
            if word.keys.isdisjoint(begins[slot]) and f"={word.folded}" not in begins[slot]:
                return ()
            seen = self._seen
            if seen[0] is not reading:
                seen = self._seen = (reading, {})
            known = seen[1].get((slot, i))
            if known is None:
                known = seen[1][slot, i] = sorted(find(reading, i), key=lambda found: -found.last)
            return known

        return look


def _of_part(part: _Part, slots: Slots) -> Callable[[Reading, int], Iterable[Found]]:
    return lambda reading, i: part.find(reading, i, slots)


def _named(name: str) -> set[str]:
    """Return what the patterns of a rules file name in angle brackets."""
    return set(re.findall(r"<([a-z_0-9]+)[:>]", (files("analysis") / "language" / f"{name}_rules.toml").read_text("utf-8")))


@cache
def _tables(name: str) -> tuple[dict[str, Any], ...]:
    text = (files("analysis") / "language" / f"{name}_rules.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).get("slot", ()))
