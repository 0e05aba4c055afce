"""TIMEX3 values to and from intervals (ISO-TimeML; Pustejovsky et al. 2010).

A value names a unit of the calendar (``2021``, ``2021-04``, ``2021-W12``, ``2021-SU``, ``2021-Q2``, ``202``, ``19``), a
day with or without a part or a clock (``2021-03-23TMO``, ``2021-03-23T22:59Z``), or two days with a slash between them.
What names no days - a length (``P3M``), a place in a year that is not known (``XXXX-03-30``), a reference
(``PAST_REF``) - has no interval.

Examples
--------
>>> interval("2021-W12").earliest
datetime.date(2021, 3, 22)
>>> interval("P3M") is None
True
>>> period(date(2021, 3, 23), "quarter")
'2021-Q1'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from analysis.dates.interval import BELOW_DAY, SMALLER, Interval, month_of, months_of, season_of, unit_around

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_PART = re.compile(r"(\d{4})-([QH])([1-4])$")
_YEARS = re.compile(r"(\d{2,4})$")
_DIGITS = 12
_DIVIDED = frozenset({"minute", "hour", "year"})
"""Units whose parts are said in the next smaller one (an hour and a half is ``PT90M``)."""
_UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}


def interval(value: str) -> Interval | None:
    """Return the days that a value names, or None where it names none; ValueError for days that do not exist."""
    if "/" in value:
        first, last = (interval(end) for end in value.split("/", 1))
        return Interval(first.earliest, last.latest) if first and last else None
    if match := _DAY.match(value):
        return Interval.day(date(*map(int, match.groups())))
    if match := _MONTH.match(value):
        return month_of(int(match[1]), int(match[2]))
    if match := _WEEK.match(value):
        return unit_around(date.fromisocalendar(int(match[1]), int(match[2]), 1), "weekend" if match[3] else "week")
    if match := _SEASON.match(value):
        return season_of(int(match[1]), match[2])
    if match := _PART.match(value):
        long = 3 if match[2] == "Q" else 6
        return months_of(int(match[1]), (int(match[3]) - 1) * long + 1, long)
    if match := _YEARS.match(value):
        long = 10 ** (4 - len(value))
        first = int(value) * long
        return Interval(date(max(first, 1), 1, 1), date(first + long - 1, 12, 31)) if first + long > 1 else None
    return None


def period(day: date, unit: str) -> str:
    """Return the value of the unit that ``day`` lies in; of units below a day, that of the day."""
    year = f"{day.year:04}"
    if unit in {"week", "weekend"}:
        week = day.isocalendar()
        return f"{week.year:04}-W{week.week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{year}-{day.month:02}"
    if unit == "season":
        first = unit_around(day, "season").earliest or day
        return f"{first.year:04}-{ {3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI'}[first.month] }"
    if unit == "school year":
        first = unit_around(day, unit).earliest or day
        return f"{first.year:04}/{first.year + 1:04}"
    if unit == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{year}-H{(day.month + 5) // 6}"
    if unit in {"year", "decade", "century"}:
        return year[: {"year": 4, "decade": 3, "century": 2}[unit]]
    return day.isoformat()


def lengths(parts: Iterable[tuple[float | None, str]]) -> str:
    """Return the value of a length said in several units, the largest first.

    Examples
    --------
    >>> lengths([(2, "year"), (3, "month")]), lengths([(1, "day"), (1, "hour"), (0.5, "minute")])
    ('P2Y3M', 'P1DT1H30S')
    """
    days, clock = "", ""
    for part in (length(amount, unit).removeprefix("P") for amount, unit in parts):
        before, _, behind = part.partition("T")
        days, clock = days + before, clock + behind
    return f"P{days}T{clock}" if clock else f"P{days}"


def length(amount: float | None, unit: str) -> str:
    """Return the value of a length: ``P3M``, ``PT2H``; ``PXW`` where the amount is not said.

    Examples
    --------
    >>> length(3, "month"), length(None, "hour"), length(2, "decade"), length(1.5, "hour")
    ('P3M', 'PTXH', 'P20Y', 'PT90M')
    """
    if amount is not None and amount % 1 and unit in _DIVIDED:
        smaller, many = SMALLER[unit]
        if (amount * many) % 1 == 0:
            return length(amount * many, smaller)
    scale = {"decade": 10, "century": 100}.get(unit, 1)
    if unit == "weekend":
        return "PXWE" if amount is None else f"P{amount:g}WE"
    if unit in {"quarter", "season"}:
        return "PXQ" if amount is None else f"P{amount * 3:g}M"
    if unit == "half":
        return "PXM" if amount is None else f"P{amount * 6:g}M"
    if amount is None and scale > 1:
        return {"decade": "PXDE", "century": "PXCE"}[unit]
    said = "X" if amount is None else f"{amount * scale:.{_DIGITS}g}"
    clock = "T" if unit in BELOW_DAY else ""
    return f"P{clock}{said}{_UNITS.get(unit, 'Y')}"
