"""Days that come every year, as evidence of the year or of the week: a date without its year, and what is beside it.

"Tuesday, 23 March" is of a year in which that day is a Tuesday. "On 8 July of the current" is told in July. "Next
Sunday, 9 August" is told in the week before. None of them names a year; beside evidence that bounds years they leave
weeks.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.dates.interval import Interval
from analysis.dating.evidence import ANY_DAY, Evidence, Page, Yearly
from analysis.dating.outlook import outlook
from analysis.marks.written import Written
from analysis.text.read import Reading

WEEK = 8
"""Days within which "last Thursday" and "next Sunday" lie, a day told late or early included."""
HALF_YEAR = 300
"""Days within which a day without a year is meant: a farther one would be told with its year."""
LATE = 2
"""Days by which what is told of "this month" may come out in the next: it is written before it is printed."""
LONGEST_MONTH = 31
"""Days of the longest month, any of which may be the first on which "this month" was said."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a date: -1, 0 or 1 behind its weekday and behind its month, None where nothing does."""

    weekday: int | None
    month: int | None


def find(page: Page) -> Iterator[Evidence]:
    """Yield what the days of the prose that name no year say, and the weeks around those that are last or next."""
    seen: set[tuple[object, ...]] = set()
    for time in page.times:
        if time.month is None or time.calendar != "gregorian" or time.month_to or time.nth or time.days or time.moving:
            continue
        if page.reading.sentence_of(time.start).place not in ("body", "title"):
            continue
        evidence = _said(page, time)
        key = (evidence.yearly, evidence.days) if evidence else ()
        if evidence and key not in seen:
            seen.add(key)
            yield evidence


def _said(page: Page, time: Written) -> Evidence | None:
    beside = _beside(page.reading, time)
    where = page.quoted(time.start, time.end)
    if time.day is not None and time.weekday is not None and beside.weekday:
        return _week(time, beside.weekday, where)
    if time.year is not None:
        return None
    if beside.month == 0 and time.relation in (0, None):
        this = Yearly(int(time.month or 1), 1, None, 0, LONGEST_MONTH - 1 + LATE)
        return Evidence("month", ANY_DAY, f"{where} is of this month", time.start, time.end, yearly=this)
    if time.day is not None and time.weekday is not None and not time.ranked:
        return _year(page.reading, time, where)
    return None


def _beside(reading: Reading, time: Written) -> _Beside:
    """Where the words "last", "this" and "next" stand: right behind the weekday, or behind the month."""
    weekday: int | None = None
    month: int | None = time.relation
    named = False
    for i in range(time.first, time.last):
        placed = [item for item in reading.at(i, "deictics") if item.entry.row["place"] != "recent"]
        if placed and named and "weekdays" in reading.words[i - 1].keys:
            weekday, month = int(placed[0].entry.row["relation"]), None
        elif placed:
            month = int(placed[0].entry.row["relation"])
        named = named or "weekdays" in reading.words[i].keys
    return _Beside(weekday, month)


def _week(time: Written, relation: int, where: str) -> Evidence | None:
    """The week around a day that is called last or next."""
    least, most = (1, WEEK) if relation < 0 else (-WEEK, -1)
    said = f"{where} is {'the last' if relation < 0 else 'the next'} such day"
    day = time.absolute
    if time.year is not None and day and day.days == 1 and day.earliest:
        days = Interval(day.earliest + dt.timedelta(days=least), day.earliest + dt.timedelta(days=most))
        return Evidence("deictic", days, said, time.start, time.end)
    if time.year is not None:
        return None
    week = Yearly(int(time.month or 1), int(time.day or 1), time.weekday, least, most)
    return Evidence("month", ANY_DAY, said, time.start, time.end, yearly=week)


def _year(reading: Reading, time: Written, where: str) -> Evidence:
    """The years in which a day is of its weekday."""
    looks = outlook(reading, time) if time.relation is None else None
    least = 0 if looks == "back" and time.relation is None else -HALF_YEAR
    year = Yearly(int(time.month or 1), int(time.day or 1), time.weekday, min(least, -1), HALF_YEAR)
    name = calendar.day_name[(time.weekday or 1) - 1]
    said = f"{where} is a {name} in some years only"
    return Evidence("month", ANY_DAY, said, time.start, time.end, yearly=year)
