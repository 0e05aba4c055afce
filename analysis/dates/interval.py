"""Closed intervals of calendar days, and the units a calendar counts in.

An interval is what the tables call ``earliest … latest``: both days belong to it, a missing end is open. Units are the
Gregorian ones, weeks from Monday (ISO 8601); seasons are those of the northern hemisphere, by whole months.

Examples
--------
>>> Interval.day(date(2021, 3, 23)).hull(Interval.day(date(2021, 3, 24))).days
2
>>> unit_around(date(2021, 3, 23), "week").earliest
datetime.date(2021, 3, 22)
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
    "century", "school year",
]  # fmt: skip

SEASON_MONTHS: dict[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season; winter runs into the next year."""

SCHOOL_BEGINS = 8
"""The month in which school years are taken to begin."""

_MONTHS_LONG: dict[str, int] = {
    "month": 1, "quarter": 3, "half": 6, "year": 12, "school year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
_IN_A_DAY: dict[str, int] = {"hour": 24, "minute": 1440, "second": 86400}
BELOW_DAY = frozenset(_IN_A_DAY)
"""Units of the clock."""
_DAYS_LONG: dict[str, int] = {"day": 1, "week": 7, "weekend": 7}
SMALLER: dict[str, tuple[str, int]] = {
    "century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "month": ("day", 30), "week": ("day", 7),
    "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60),
}  # fmt: skip
"""The unit that a part of a unit is told in, and how many of them make it up, months in round figures."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``earliest`` to ``latest``, both inside; None is an end that is not known.

    Raises ValueError where the ends are the wrong way round.
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}")

    @classmethod
    def day(cls, day: date) -> Interval:
        """Return the interval of one day."""
        return cls(day, day)

    @property
    def days(self) -> int | None:
        """How many days lie inside; None where an end is open."""
        return None if self.earliest is None or self.latest is None else (self.latest - self.earliest).days + 1

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both; an open end stays open."""
        return Interval(
            None if self.earliest is None or other.earliest is None else min(self.earliest, other.earliest),
            None if self.latest is None or other.latest is None else max(self.latest, other.latest),
        )

    def overlap(self, other: Interval) -> Interval | None:
        """Return the days that lie in both, or None if there are none."""
        earliest = max((day for day in (self.earliest, other.earliest) if day), default=None)
        latest = min((day for day in (self.latest, other.latest) if day), default=None)
        return None if earliest and latest and earliest > latest else Interval(earliest, latest)

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies inside."""
        return (self.earliest is None or self.earliest <= day) and (self.latest is None or day <= self.latest)


def month_of(year: int, month: int) -> Interval:
    """Return the days of a month; ValueError outside the years 1–9999."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, month: int, count: int) -> Interval:
    """Return the days of ``count`` months from ``month`` of ``year`` on."""
    first = shift_months(date(year, month, 1), count - 1)
    return Interval(date(year, month, 1), month_of(first.year, first.month).latest)


def season_of(year: int, season: str) -> Interval:
    """Return the days of a season; winter belongs to the year it begins in."""
    return months_of(year, SEASON_MONTHS[season], 3)


def shift_months(day: date, months: int) -> date:
    """Return ``day`` that many months later (earlier if negative), at the month's last day where it has fewer.

    Examples
    --------
    >>> shift_months(date(2021, 3, 31), -1)
    datetime.date(2021, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: int) -> date:
    """Return ``day`` that many units later (earlier if negative); hours and below stay on the day they come to.

    Raises OverflowError or ValueError outside the years 1–9999.
    """
    if unit in _DAYS_LONG:
        return day + count * _DAYS_LONG[unit] * _ONE_DAY
    if unit in BELOW_DAY:
        return day + int(count / _IN_A_DAY[unit]) * _ONE_DAY
    if unit == "season":
        return shift_months(day, 3 * count)
    return shift_months(day, count * _MONTHS_LONG[unit])


def unit_around(day: date, unit: str) -> Interval:
    """Return the unit that ``day`` lies in: its week, month, year, decade and so on."""
    if unit == "week":
        first = day - day.weekday() * _ONE_DAY
        return Interval(first, first + 6 * _ONE_DAY)
    if unit == "weekend":
        first = day - day.weekday() * _ONE_DAY
        return Interval(first + 5 * _ONE_DAY, first + 6 * _ONE_DAY)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "season":
        month = day.month // 3 * 3 or 12
        return months_of(day.year - (day.month < 3), month, 3)
    if unit == "school year":
        return months_of(day.year - (day.month < SCHOOL_BEGINS), SCHOOL_BEGINS, 12)
    if unit in {"quarter", "half"}:
        long = _MONTHS_LONG[unit]
        return months_of(day.year, (day.month - 1) // long * long + 1, long)
    if unit in {"year", "decade", "century"}:
        long = _MONTHS_LONG[unit] // 12
        first = day.year // long * long
        return Interval(date(max(first, 1), 1, 1), date(first + long - 1, 12, 31))
    return Interval.day(day)
