"""The dates of a line that stands outside the prose, in whatever form pages write them.

What the rules of time read counts first. Pages write besides in English and French, run the digits together
(``20190805``), name the weekday without its article, and put the month before the day (``8/5/2019 10:15:20 AM``): such
a date keeps all its readings, the usual one first, for others to choose from. A Hijri day alone is a day either way,
since months begin by sight.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating.evidence import Page
from analysis.marks.written import Written
from analysis.text.fold import fold_text
from analysis.text.read import Reading

SIGHTED = 1
"""Days by which a Hijri day that is reckoned may be off from the one that was counted."""
_YEARS = ("19", "20")
_HALVES = frozenset({"am", "pm"})
_SIGNS = frozenset("/-.")
_COMMAS = frozenset(",،")
_RUN = 8
"""Digits of a date written without signs."""


@dataclass(frozen=True, slots=True)
class LineDate:
    """A date on a line: the days it may mean, the usual reading first, the weekday it names, and where it stands."""

    readings: tuple[Interval, ...]
    weekday: int | None
    first: int
    last: int
    start: int
    end: int


def find(page: Page, first: int, last: int) -> list[LineDate]:
    """Return the dates between two tokens of a line, in order; what gives no year is none."""
    reading, tokens = page.reading, range(first, last)
    if not tokens:
        return []
    weekday = _weekday(reading, tokens)
    times = page.inside(reading.starts[first], reading.ends[last - 1])
    found = [_of_time(reading, time, weekday) for time in times if _is_day(time)]
    gregorian = [item for item, hijri in found if not hijri]
    if gregorian:
        return gregorian
    foreign = _of_numbers(reading, tokens, weekday)
    return [foreign] if foreign else [item for item, _ in found]


def _is_day(time: Written) -> bool:
    days = time.absolute
    return days is not None and days.days == 1 and time.relation is None


def _of_time(reading: Reading, time: Written, weekday: int | None) -> tuple[LineDate, bool]:
    """A date that the rules of time read, and whether it is Hijri alone."""
    days = time.absolute
    assert days is not None
    assert days.earliest is not None
    named = time.weekday or weekday
    if time.calendar == "hijri":
        around = [days.earliest + dt.timedelta(days=n) for n in range(-SIGHTED, SIGHTED + 1)]
        fitting = [day for day in around if day.isoweekday() == named] or around
        readings = (Interval(fitting[0], fitting[-1]),)
    else:
        readings = tuple(map(Interval.day, _ordered(_figures(reading, time), days.earliest, named, reading, time.last)))
    date = _between(reading, readings, named, [time.first, time.last - 1])
    return date, time.calendar == "hijri"


def _figures(reading: Reading, time: Written) -> tuple[int, int] | None:
    """The first two numbers of a date in figures that ends in its year, where each of them may be a month."""
    words = reading.words[time.first : time.first + 5]
    if len(words) < 5 or words[1].folded not in _SIGNS or words[3].folded not in _SIGNS:
        return None
    if not all(word.kind == "digits" for word in words[::2]) or len(words[4].folded) != 4:
        return None
    first, second = int(words[0].folded), int(words[2].folded)
    return (first, second) if max(first, second) <= 12 and first != second else None


def _ordered(
    figures: tuple[int, int] | None, day: dt.date, weekday: int | None, reading: Reading, last: int
) -> Sequence[dt.date]:
    """The days that a date in figures may mean: the day stands first, unless the weekday or an AM says otherwise."""
    if figures is None:
        return (day,)
    swapped = dt.date(day.year, day.day, day.month)
    both = (day, swapped)
    if weekday and weekday in (day.isoweekday(), swapped.isoweekday()):
        return tuple(one for one in both if one.isoweekday() == weekday)
    halved = any(word.folded in _HALVES for word in reading.words[last : last + 2])
    return both[::-1] if halved else both


def _weekday(reading: Reading, tokens: range) -> int | None:
    """The one weekday that is named among some tokens, in Arabic or English."""
    found = set()
    for i in tokens:
        found |= {int(item.entry.row["weekday"]) for item in reading.at(i, "weekdays")}
        name = _names().get(reading.words[i].folded)
        found |= {int(name[1])} if name and name[0] == "weekday" else set()
    return found.pop() if len(found) == 1 else None


@cache
def _names() -> Mapping[str, tuple[str, str]]:
    listed = (row for row in lexicon.rows("stamp_words") if row["value"])
    return {fold_text(row["form"]): (row["kind"], row["value"]) for row in listed}


def _month(reading: Reading, i: int) -> int | None:
    """The Gregorian month that token ``i`` names, in any language of the lists."""
    name = _names().get(reading.words[i].folded)
    if name and name[0] == "month":
        return int(name[1])
    items = [item for item in reading.at(i, "months") if item.entry.row["calendar"] == "gregorian"]
    return int(items[0].entry.row["month"]) if items else None


def _numbers(reading: Reading, tokens: range) -> Iterator[tuple[int, str]]:
    """The numbers among some tokens, with where they stand; those of a clock are left out."""
    words = reading.words
    for i in tokens:
        clock = any(
            at in tokens and words[mark].folded == ":" and words[at].kind == "digits"
            for mark, at in ((i - 1, i - 2), (i + 1, i + 2))
        )
        if words[i].kind == "digits" and not clock:
            yield i, words[i].folded


def _of_numbers(reading: Reading, tokens: range, weekday: int | None) -> LineDate | None:
    """A day written with names that the rules of time do not know, or in figures run together."""
    numbers = list(_numbers(reading, tokens))
    named = [(i, month) for i in tokens if (month := _month(reading, i))]
    years = [(i, number) for i, number in numbers if len(number) == 4 and number[:2] in _YEARS]
    short = [(i, number) for i, number in numbers if len(number) <= 2]
    try:
        for i, number in numbers:
            if len(number) == _RUN and number[:2] in _YEARS:
                day = dt.date(int(number[:4]), int(number[4:6]), int(number[6:]))
                return _between(reading, (Interval.day(day),), weekday, [i])
        if not named or not years or not short:
            return None
        at, month = named[0]
        nearest = min(short, key=lambda item: abs(item[0] - at))
        day = dt.date(int(years[0][1]), month, int(nearest[1]))
    except ValueError:
        return None
    return _between(reading, (Interval.day(day),), weekday, [at, nearest[0], years[0][0]])


def _between(reading: Reading, days: tuple[Interval, ...], weekday: int | None, tokens: Sequence[int]) -> LineDate:
    """A date of ``tokens``, with the name of its weekday before it."""
    first, last = min(tokens), max(tokens)
    while weekday and first and _is_weekday(reading, first - 1):
        first -= 1
    return LineDate(days, weekday, first, last + 1, reading.starts[first], reading.ends[last])


def _is_weekday(reading: Reading, i: int) -> bool:
    """Whether a weekday's name, or the comma behind one, stands at token ``i``."""
    at = i - (reading.words[i].folded in _COMMAS)
    name = _names().get(reading.words[at].folded)
    return bool(name and name[0] == "weekday") or "weekdays" in reading.words[at].keys
