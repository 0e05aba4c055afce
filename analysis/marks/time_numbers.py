"""The numbers that times are written with: days, months, years, hours, amounts, in digits and in words.

Each function looks at one token of a reading and gives what it may be as a part of a time, as a mapping of column to
value (``{"day": 23}``). ``NUMBERS`` names them as slots of ``time_rules.toml`` and says with which classes of words
they begin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from analysis import lexicon
from analysis.marks.elements import Found
from analysis.text import numerals
from analysis.text.fold import fold_text
from analysis.text.read import Reading
from analysis.text.tokens import Word

_LONGEST_NUMBER = 8
"""Words that a number before a unit of time may take (ألف وتسعمئة وسبع وستون سنة)."""
_UNITS = frozenset({"time_units", "playing_seasons"})
_COUNTED = frozenset({"number_words", "counted_nouns", "currencies", "percent_words", "units"})
_MOST = 1e10
"""So many units of time are counted at most."""
_YEARS = 1800, 2100
_HIJRI_YEARS = 1300, 1500
_SOLAR_YEARS = 1300, 1420
"""Years that news tells of, by their calendars."""
_LAST_CENTURY, _CENTURY, _HIJRI_CENTURY = 1900, 2000, 1400
"""The centuries that years of two digits belong to."""
_OF_LAST_CENTURY = 50
"""In dates in figures a year of two digits from this one on is of the century before."""
_RANKS = frozenset({"ordinal", "ordinal_head"})
_HOURS = _RANKS | {"unit"}
_RANKED_TENS = range(20, 32)
"""Numbers that may rank a day or a century as they are: العشرين من مارس, القرن الواحد والعشرين."""


_Find = Callable[[Reading, int], Iterable[Found]]


class _Digits:
    """Finds a number in digits between two bounds, written with so many of them."""

    def __init__(self, name: str, low: int, high: int, long: Iterable[int], **says: Any) -> None:
        self._name, self._says = name, says
        self._within, self._lengths = range(low, high + 1), frozenset(long)

    def may_be(self, word: Word) -> bool:
        """Whether the word is such a number."""
        return len(word.folded) in self._lengths and word.kind == "digits" and int(word.folded) in self._within

    def __call__(self, reading: Reading, i: int) -> list[Found]:
        if i >= len(reading.words) or not self.may_be(reading.words[i]):
            return []
        says = {self._name: int(reading.words[i].folded), **self._says}
        return [Found(i, i + 1, reading.starts[i], reading.ends[i], says)]


class _Words:
    """Finds a number in words that begins with one of these parts (`number_words.tsv`)."""

    def __init__(self, find: _Find, parts: frozenset[str]) -> None:
        self._find, self._parts = find, parts

    def may_be(self, word: Word) -> bool:
        """Whether the word may be such a part."""
        return any(one.entry.row["part"] in self._parts for one in word.analyses if one.entry.cls == "number_words")

    def __call__(self, reading: Reading, i: int) -> Iterable[Found]:
        return self._find(reading, i) if i < len(reading.words) and self.may_be(reading.words[i]) else ()


def _begins_with(parts: frozenset[str]) -> Callable[[_Find], _Words]:
    return lambda find: _Words(find, parts)


def _number(reading: Reading, i: int) -> Iterator[Found]:
    """Find an amount in digits or words (not a percentage, a share or a rank), with a unit of time in reach."""
    if all(word.keys.isdisjoint(_UNITS) for word in reading.words[max(0, i - 2) : i + 1 + _LONGEST_NUMBER]):
        return
    if reading.words[i].folded.startswith("00"):
        return  # the end of a longer number: 100 000
    for number in numerals.readings(reading, i):
        if number.kind == "cardinal" and number.value is not None and number.first == i and number.value <= _MOST:
            digits = reading.words[number.last - 1].kind == "digits"
            yield Found(i, number.last, _start(reading, number), number.end, {"amount": number.value, "digits": digits})
        elif number.kind == "vague" and number.first == i:
            yield Found(i, number.last, number.start, number.end, {"few": True})


def _joined(reading: Reading, i: int) -> list[Found]:
    """Find the و written with a number or a unit of time, which joins a length to a longer one; it takes no token."""
    items = reading.at(i, "number_words", "time_units")
    if not any(item.analysis.before == ("conj",) for item in items):
        return []
    return [Found(i, i, reading.starts[i], reading.starts[i], {})]


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
    """Find a fraction, in words (نصف, ثلاثة أرباع) or written out (3/4)."""
    for number in numerals.readings(reading, i):
        if number.kind == "fraction" and number.value and number.value < 1 and not number.definite:
            yield Found(i, number.last, number.start, number.end, {"amount": number.value})


def _year_spelt(reading: Reading, i: int) -> Iterator[Found]:
    """Find a year in words (ألفين وأربعة عشر)."""
    for number in numerals.readings(reading, i):
        first, last = _YEARS
        if number.kind == "cardinal" and not number.written and number.value and first <= number.value <= last:
            yield Found(i, number.last, number.start, number.end, {"year": int(number.value)})


def _ranked(name: str, high: int) -> _Find:
    @_begins_with(_RANKS)
    def find(reading: Reading, i: int) -> Iterator[Found]:
        for number in numerals.readings(reading, i):
            if number.kind == "ordinal" and number.definite and number.value and number.value <= high:
                yield Found(i, number.last, _start(reading, number), number.end, {name: int(number.value)})

    return find


def _ranked_or_ten(name: str, high: int, **says: Any) -> _Find:
    """Find a masculine rank, or a ten that ranks with the form of a number (القرن العشرون, العشرين من مارس)."""

    @_begins_with(_HOURS | {"tens"})
    def find(reading: Reading, i: int) -> Iterator[Found]:
        for number in numerals.readings(reading, i):
            ten = number.kind == "cardinal" and number.value in _RANKED_TENS
            ranks = ten or (number.kind == "ordinal" and number.gender != "feminine")
            if number.definite and ranks and number.value and number.value <= high:
                yield Found(i, number.last, _start(reading, number), number.end, {name: int(number.value), **says})

    return find


@_begins_with(_RANKS)
def _feminine_rank(reading: Reading, i: int) -> Iterator[Found]:
    """Find a feminine rank: it counts Fridays or weeks, and is no day of the month (الجمعة الثالثة من مايو)."""
    for number in numerals.readings(reading, i):
        if number.kind == "ordinal" and number.definite and number.gender == "feminine" and number.value:
            yield Found(i, number.last, _start(reading, number), number.end, {"nth": int(number.value)})


def _and_day_by_rank(reading: Reading, i: int) -> Iterator[Found]:
    """Find a second day by its rank, joined to the first by و (الثالث والرابع من آذار)."""
    if any("conj" in item.analysis.before for item in reading.at(i, "number_words")):
        yield from _ranked("day", 31)(reading, i)


@_begins_with(_RANKS)
def _nth_before(reading: Reading, i: int) -> Iterator[Found]:
    """Find a rank without the article, as it stands before what it counts (ثالث يوم, أول جمعة)."""
    for number in numerals.readings(reading, i):
        if number.kind == "ordinal" and not number.definite and number.value and number.value <= 31:
            yield Found(i, number.last, number.start, number.end, {"nth": int(number.value)})


def _month_spelt(reading: Reading, i: int) -> Iterator[Found]:
    """Find the number of a month in words (شهر تسعة); one and two behind it count it (شهر واحد)."""
    if reading.words[i].kind != "arabic":
        return
    for number in numerals.readings(reading, i):
        if number.kind == "cardinal" and not number.definite and number.value in range(3, 13):
            yield Found(i, number.last, number.start, number.end, {"month": int(number.value or 0)})


@_begins_with(_HOURS)
def _hour_word(reading: Reading, i: int) -> Iterator[Found]:
    """Find an hour by its rank (الثامنة); one o'clock is a cardinal (الواحدة)."""
    for number in numerals.readings(reading, i):
        one = number.kind == "cardinal" and number.value == 1
        if not number.definite or number.gender != "feminine" or not (number.kind == "ordinal" or one):
            continue
        if number.value and number.value <= 12:
            yield Found(i, number.last, _start(reading, number), number.end, {"hour": int(number.value)})


def _hour_spelt(reading: Reading, i: int) -> Iterator[Found]:
    """Find an hour as it is spoken, by its number (الساعة ثلاثة): the form that counts masculine things."""
    for number in numerals.readings(reading, i):
        if number.kind != "cardinal" or number.written or number.definite or not number.value or number.before:
            continue
        if 1 <= number.value <= 12 and (number.gender != "feminine" or number.value in {1, 11}):
            yield Found(i, number.last, number.start, number.end, {"hour": int(number.value), "license": "spoken hour"})


def _hour_and_minute(reading: Reading, i: int) -> list[Found]:
    """Find a clock in four digits (الساعة 0642): two of the hour and two of the minute."""
    if i >= len(reading.words) or not _is_hour_and_minute(reading.words[i]):
        return []
    hour, minute = divmod(int(reading.words[i].folded), 100)
    return [Found(i, i + 1, reading.starts[i], reading.ends[i], {"hour": hour, "minute": minute})]


def _is_hour_and_minute(word: Word) -> bool:
    digits = word.folded
    return word.kind == "digits" and len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60


def _minutes(*, sign: int = 1, joined: bool = False) -> Callable[[Reading, int], Iterator[Found]]:
    """Return what finds the minutes of a clock, with the word for minutes in reach; ``joined`` behind a written و."""

    def find(reading: Reading, i: int) -> Iterator[Found]:
        if not any("time_units" in word.keys for word in reading.words[i + 1 : i + 4]):
            return
        for number in numerals.readings(reading, i):
            whole = number.kind == "cardinal" and number.value is not None and number.value in range(1, 60)
            if whole and joined == ("conj" in number.before):
                yield Found(i, number.last, number.start, number.end, {"minute": sign * int(number.value or 0)})

    return find


class _YearOfTwo(_Digits):
    """Finds a year by its last two digits (عام 67): of the last century, since those of this one are written out."""

    def __init__(self) -> None:
        super().__init__("year", 30, 99, {2})

    def __call__(self, reading: Reading, i: int) -> list[Found]:
        if i + 1 < len(reading.words) and not reading.words[i + 1].keys.isdisjoint(_COUNTED):
            return []  # الدين العام 35 مليار دولار
        return [one._replace(value={"year": _LAST_CENTURY + one.value["year"]}) for one in super().__call__(reading, i)]


_TWO_DIGITS = _Digits("year", 0, 99, {2})


def _short_year(reading: Reading, i: int) -> list[Found]:
    """Find a year by its last two digits in a date in figures (3/6/19): of this century up to half of it."""
    return [one._replace(value={"year": _in_full(one.value["year"])}) for one in _TWO_DIGITS(reading, i)]


def _in_full(year: int) -> int:
    return year + (_CENTURY if year < _OF_LAST_CENTURY else _LAST_CENTURY)


def _short_hijri(reading: Reading, i: int) -> list[Found]:
    """Find a Hijri year by its last two digits (22/10/36هـ)."""
    return [
        one._replace(value={"year": _HIJRI_CENTURY + one.value["year"], "calendar": "hijri"})
        for one in _TWO_DIGITS(reading, i)
    ]


def _near_month(reading: Reading, i: int) -> list[Found]:
    """Find a word that is one slip away from the name of a month; it serves beside the month's other name only."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic" or "months" in reading.words[i].keys:
        return []
    word = reading.words[i].folded
    return [Found(i, i + 1, reading.starts[i], reading.ends[i], {"month": month}) for month in _months_near(word)]


_SHORTEST_NAME, _LONGEST_NAME = 4, 9
"""Letters of a name of a month in one word that a slip leaves recognisable."""


@lru_cache(maxsize=4096)
def _months_near(word: str) -> tuple[int, ...]:
    if not _SHORTEST_NAME <= len(word) <= _LONGEST_NAME:
        return ()
    names = {(fold_text(row["form"]), row["month"]) for row in lexicon.rows("months") if row["calendar"] == "gregorian"}
    return tuple(sorted({int(month) for name, month in names if len(name) >= _SHORTEST_NAME and _one_slip(word, name)}))


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter too many, too few, wrong, or two that changed places, lie between two words."""
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    end = 0
    while end < min(len(word), len(name)) - start and word[-1 - end] == name[-1 - end]:
        end += 1
    left, right = word[start : len(word) - end], name[start : len(name) - end]
    return max(len(left), len(right)) <= 1 or (left == right[::-1] and len(left) == 2)


NUMBERS: dict[str, tuple[_Find, frozenset[str]]] = {
    "day": (_Digits("day", 1, 31, {1, 2}), frozenset({"digits"})),
    "month_number": (_Digits("month", 1, 12, {1, 2}), frozenset({"digits"})),
    "year_number": (_Digits("year", *_YEARS, {4}), frozenset({"digits"})),
    "any_year": (_Digits("year", 1, 9999, {1, 2, 3, 4}), frozenset({"digits"})),
    "hijri_number": (_Digits("year", *_HIJRI_YEARS, {4}, calendar="hijri"), frozenset({"digits"})),
    "solar_number": (_Digits("year", *_SOLAR_YEARS, {4}, calendar="solar-hijri"), frozenset({"digits"})),
    "year_of_two": (_YearOfTwo(), frozenset({"digits"})),
    "short_year": (_short_year, frozenset({"digits"})),
    "short_hijri": (_short_hijri, frozenset({"digits"})),
    "hour": (_Digits("hour", 0, 24, {1, 2}), frozenset({"digits"})),
    "minute": (_Digits("minute", 0, 59, {2}), frozenset({"digits"})),
    "minute_or_less": (_Digits("minute", 0, 59, {1, 2}), frozenset({"digits"})),
    "second": (_Digits("second", 0, 59, {1, 2}), frozenset({"digits"})),
    "full_hour": (_Digits("hour", 0, 23, {2}), frozenset({"digits"})),
    "hour_and_minute": (_hour_and_minute, frozenset({"digits"})),
    "minutes": (_minutes(), frozenset({"digits", "number_words"})),
    "minutes_joined": (_minutes(joined=True), frozenset({"number_words"})),
    "minutes_less": (_minutes(sign=-1), frozenset({"digits", "number_words"})),
    "hour_spelt": (_hour_spelt, frozenset({"number_words"})),
    "number": (_number, frozenset({"digits", "number_words"})),
    "joined": (_joined, frozenset({"number_words", "time_units"})),
    "day_word": (_ranked_or_ten("day", 31, ranked=True), frozenset({"number_words"})),
    "and_day_word": (_and_day_by_rank, frozenset({"number_words"})),
    "century_number": (_Digits("rank", 1, 30, {1, 2}), frozenset({"digits"})),
    "rank": (_ranked_or_ten("rank", 31), frozenset({"number_words"})),
    "nth_after": (_ranked("nth", 31), frozenset({"number_words"})),
    "nth_feminine": (_feminine_rank, frozenset({"number_words"})),
    "nth_before": (_nth_before, frozenset({"number_words"})),
    "month_by_rank": (_ranked("month", 12), frozenset({"number_words"})),
    "month_spelt": (_month_spelt, frozenset({"number_words"})),
    "hour_word": (_hour_word, frozenset({"number_words"})),
    "share": (_share, frozenset({"digits", "number_words"})),
    "year_spelt": (_year_spelt, frozenset({"number_words"})),
    "near_month": (_near_month, frozenset()),
    "word": (_word, frozenset()),
}


TESTS: dict[str, Callable[[Word], bool]] = {
    name: find.may_be for name, (find, _) in NUMBERS.items() if isinstance(find, _Digits | _Words)
} | {"hour_and_minute": _is_hour_and_minute}
"""What a word must be by itself for a number to begin with it, where its classes alone say little."""

LOOKS_ON = frozenset({"year_of_two"})
"""Numbers that are none before some words: they look at the word behind them too."""
