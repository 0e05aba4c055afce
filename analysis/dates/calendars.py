"""Days of other calendars as Gregorian ones.

Hijri dates go by the Umm al-Qura calendar of Saudi Arabia, through ``hijridate`` (1343–1500 AH); a country that goes by
the sighting of the moon may be a day off. The solar Hijri calendar of Iran and Afghanistan goes by the 33-year rule,
which agrees with the astronomical one from 1244 to 1472 AP (Borkowski 1996, *The Persian calendar for 3000 years*).
Easter is reckoned by ``dateutil``, by the western rule and by that of the eastern churches.

Examples
--------
>>> day_of("hijri", 1436, 9, 15)
datetime.date(2015, 7, 2)
>>> day_of("solar-hijri", 1400, 1, 1)
datetime.date(2021, 3, 21)
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dateutil import easter as computus
from hijridate import Gregorian, Hijri

from analysis.dates.interval import Interval, month_of

Calendar = Literal["gregorian", "hijri", "solar-hijri"]

_SOLAR_EPOCH = date(622, 3, 21)
_SOLAR_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Places of the leap years in the cycle of 33 years."""


def day_of(calendar: str, year: int, month: int, day: int) -> date:
    """Return the Gregorian day; ValueError or OverflowError where the calendar has no such day."""
    if calendar == "gregorian":
        return date(year, month, day)
    if calendar == "hijri":
        return _hijri(year, month, day)
    return _solar(year, month, day)


def month_in(calendar: str, year: int, month: int) -> Interval:
    """Return the days of a month of any calendar."""
    if calendar == "gregorian":
        return month_of(year, month)
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    return Interval(day_of(calendar, year, month, 1), day_of(calendar, *after, 1) - timedelta(days=1))


def year_in(calendar: str, year: int) -> Interval:
    """Return the days of a year of any calendar."""
    if calendar == "gregorian":
        return Interval(date(year, 1, 1), date(year, 12, 31))
    return Interval(day_of(calendar, year, 1, 1), day_of(calendar, year + 1, 1, 1) - timedelta(days=1))


def year_around(calendar: str, day: date) -> int:
    """Return the year of ``calendar`` that a Gregorian day lies in; ValueError outside its range."""
    if calendar == "gregorian":
        return day.year
    if calendar == "hijri":
        return _from_gregorian(day)
    year = day.year - 621
    return year if day >= _solar(year, 1, 1) else year - 1


def easter(rite: str, year: int) -> date:
    """Return Easter Sunday of a Gregorian year: of the churches that go by ``"western"`` or ``"eastern"`` reckoning.

    >>> easter("western", 2013), easter("eastern", 2013)
    (datetime.date(2013, 3, 31), datetime.date(2013, 5, 5))
    """
    return computus.easter(year, computus.EASTER_WESTERN if rite == "western" else computus.EASTER_ORTHODOX)


@lru_cache(maxsize=4096)
def _hijri(year: int, month: int, day: int) -> date:
    return date(*Hijri(year, month, day).to_gregorian().datetuple())


@lru_cache(maxsize=4096)
def _from_gregorian(day: date) -> int:
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _solar(year: int, month: int, day: int) -> date:
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        raise ValueError(f"no day {day} in month {month}")
    cycles, place = divmod(year - 1, 33)
    leaps = 8 * cycles + sum(leap <= place for leap in _SOLAR_LEAPS)
    before = (month - 1) * 31 if month < 8 else 186 + (month - 7) * 30
    return _SOLAR_EPOCH + timedelta(days=365 * (year - 1) + leaps + before + day - 1)
