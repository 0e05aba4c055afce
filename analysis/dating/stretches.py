"""Early, middle and late parts of a month, a year, a century.

The parts are conventions of this project, where dictionaries give none: of a month the days 1–10, 10–20 and from 21 on;
of a year its first quarter, middle two and last one, and نهاية is December; of longer stretches the first three tenths,
the middle and the last three. "Earlier this month" runs up to the publication, "later" from it on.

Examples
--------
>>> part_of(Interval(date(2021, 3, 1), date(2021, 3, 31)), "START", None).latest
datetime.date(2021, 3, 10)
"""

from __future__ import annotations

from datetime import date, timedelta

from analysis.dates.interval import Interval, months_of, shift

_ONE_DAY = timedelta(days=1)


_WEEK, _MONTH, _HALF, _YEAR = 7, 31, 186, 366
"""Days that a week, a month, two quarters and a year have at the most, a little to spare for two quarters."""
_DAYS_A_YEAR = 365.25
"""Leap years counted in, so that whole years of days come back as whole years."""
_FIRST_HALF = 14 * _ONE_DAY
"""From the first day of a month to the last of its first half; what is longer is halved at its months."""


def part_of(days: Interval, portion: str, day: date | None) -> Interval:
    """Return the part of ``days`` that ``portion`` (`written.Portion`) means, in an article published on ``day``.

    An open interval has no parts and comes back as it is.
    """
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return days
    long = (last - first).days + 1
    if portion == "BEFORE":
        return Interval(first, min(last, day) if day and day >= first else last)
    if portion == "LATER":
        return Interval(max(first, day) if day and day <= last else first, last)
    if portion in {"FIRST_HALF", "SECOND_HALF"}:
        months = 6 * round(long / _DAYS_A_YEAR)
        middle = first + _FIRST_HALF if long <= _MONTH else shift(first, "month", months) - _ONE_DAY
        return Interval(first, middle) if portion == "FIRST_HALF" else Interval(middle + _ONE_DAY, last)
    if long > _YEAR:
        return _part_of_years(first.year, round(long / _DAYS_A_YEAR), portion)
    if long > _HALF:
        return _part_of_year(first, portion)
    early, begins, ends, late = (days * _ONE_DAY for days in _cuts(long))
    if portion == "START":
        return Interval(first, first + early)
    return Interval(first + begins, first + ends) if portion == "MID" else Interval(first + late, last)


def _cuts(long: int) -> tuple[int, int, int, int]:
    """Return, in days from the first, where the early part ends, the middle begins and ends, the late part begins."""
    if long < _WEEK:
        return 0, 0, 0, 0
    if long == _WEEK:
        return 1, 2, 4, 5
    if long <= _MONTH:
        return 9, 9, 19, min(20, long - 1)
    third = long // 3
    return third - 1, third, 2 * third - 1, 2 * third


def _part_of_year(first: date, portion: str) -> Interval:
    if portion == "CLOSE" and first.month == 1:
        return months_of(first.year, 12, 1)
    quarter, long = {"START": (0, 3), "MID": (3, 6), "END": (9, 3), "CLOSE": (9, 3)}[portion]
    begin = shift(first, "month", quarter)
    return Interval(begin, shift(begin, "month", long) - _ONE_DAY)


def _part_of_years(first: int, years: int, portion: str) -> Interval:
    early, late = round(years * 0.3), round(years * 0.7)
    begin, end = {"START": (0, early), "MID": (early, late), "END": (late, years), "CLOSE": (late, years)}[portion]
    return Interval(date(first + begin, 1, 1), date(first + end - 1, 12, 31))
