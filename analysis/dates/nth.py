"""The so-many-eth day, week or weekday of a stretch of days.

Weeks of a month are counted from its first day, as the news counts them ("in the first week of March" is over on the
7th); the last one is the last seven days. Weeks of the calendar, from Monday, are those of `interval`.

Examples
--------
>>> from analysis.dates.interval import month_of
>>> nth_of(month_of(2013, 3), -1, 1), nth_of(month_of(2014, 9), 3, 2)
(Interval(earliest=datetime.date(2013, 3, 25), latest=datetime.date(2013, 3, 25)), \
Interval(earliest=datetime.date(2014, 9, 16), latest=datetime.date(2014, 9, 16)))
"""

from __future__ import annotations

from datetime import timedelta

from analysis.dates.interval import Interval

_ONE_DAY = timedelta(days=1)


def nth_behind(days: Interval, nth: int, weekday: int) -> Interval | None:
    """Return the ``nth`` ``weekday`` behind ``days`` ("the third Tuesday after Christmas"); None where they are open.

    >>> from datetime import date
    >>> nth_behind(Interval.day(date(2014, 12, 25)), 3, 2)
    Interval(earliest=datetime.date(2015, 1, 13), latest=datetime.date(2015, 1, 13))
    """
    if days.latest is None or nth < 1:
        return None
    ahead = (weekday - days.latest.isoweekday()) % 7 or 7
    return Interval.day(days.latest + (ahead + 7 * (nth - 1)) * _ONE_DAY)


def nth_of(days: Interval, nth: int, what: str | int) -> Interval | None:
    """Return the ``nth`` (-1: the last) ``what`` of ``days``: ``"day"``, ``"week"`` or a weekday, 1 (Monday) to 7.

    None where ``days`` is open, or has not so many.
    """
    first, last = days.earliest, days.latest
    if first is None or last is None or nth == 0:
        return None
    if isinstance(what, int):
        ahead, back = (what - first.isoweekday()) % 7, (last.isoweekday() - what) % 7
        found = first + (ahead + 7 * (nth - 1)) * _ONE_DAY if nth > 0 else last - (back + 7 * (-nth - 1)) * _ONE_DAY
        return Interval.day(found) if days.holds(found) else None
    long = 7 if what == "week" else 1
    begins = first + long * (nth - 1) * _ONE_DAY if nth > 0 else last + (long * nth + 1) * _ONE_DAY
    ends = begins + (long - 1) * _ONE_DAY
    return Interval(begins, ends) if days.holds(begins) and days.holds(ends) else None
