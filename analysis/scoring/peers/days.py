"""What a program's answer means in days, said as the tables say it.

Programs answer in moments with a grain, in periods, or in TIMEX3; the gold holds days. Where an answer and the gold say
one thing in two ways, the answer is taken in the gold's way, so that a program is judged by what it understood: "since
2003" without an end runs to the publication, a past without a date ends there, the early part of a month is its first
ten days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from analysis.dates import timex
from analysis.dates.interval import Interval, unit_around
from analysis.dating import stretches

_GRAINS = {"no-grain": "day", "part_of_day": "day", "time": "day"}
_NOW = {"no-grain", "second"}
_NO_TIME = timedelta(microseconds=1)
_PARTS = frozenset({"START", "MID", "END"})


def noon(day: date) -> datetime:
    """Return the moment at which a text of that day counts as written."""
    return datetime.combine(day, time(12), UTC)


def lines(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield each line that holds something, with where it begins.

    >>> list(lines("a\n\nb"))
    [(0, 'a'), (3, 'b')]
    """
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def around(day: date, grain: str) -> Interval:
    """Return the unit of the calendar that a moment with a grain stands for; below a day, the day.

    >>> around(date(2021, 3, 23), "month").latest
    datetime.date(2021, 3, 31)
    """
    day = day.date() if isinstance(day, datetime) else day
    return unit_around(day, _GRAINS.get(grain, grain))


def since(first: date, published: date) -> Interval:
    """Return the days from ``first`` on: up to the publication, as the tables say "since", where it lies behind.

    >>> since(date(2003, 1, 1), date(2021, 3, 23)).latest
    datetime.date(2021, 3, 23)
    """
    return Interval(first, published if first <= published else None)


def of_moments(value: dict[str, Any], published: date) -> Interval | None:
    """Return the days of a value in Duckling's form: a moment at its grain, or an interval, whose end lies outside.

    "Until a time" is that time, as in the tables. None for the moment of writing itself, which the tables give no
    bounds, and for ends that are the wrong way round.
    """
    if value.get("type") == "interval" and "to" in value and "from" in value:
        first, end = (datetime.fromisoformat(value[side]["value"]) for side in ("from", "to"))
        return Interval(first.date(), (end - _NO_TIME).date()) if first < end else None
    if "from" in value:
        return since(datetime.fromisoformat(value["from"]["value"]).date(), published)
    named = value.get("to", value)
    moment = datetime.fromisoformat(named["value"])
    return None if named["grain"] in _NOW and moment == noon(published) else around(moment, named["grain"])


def of_timex(value: str, mod: str | None, published: date) -> Interval | None:
    """Return the days of a TIMEX3 value and its modifier; None where it has none, or names days that do not exist.

    >>> of_timex("2003", "START", date(2021, 3, 23)).latest
    datetime.date(2003, 3, 31)
    """
    if value == "PAST_REF":
        return Interval(None, published)
    if value == "FUTURE_REF":
        return Interval(published, None)
    try:
        days = timex.interval(value)
    except ValueError:
        return None
    return part_of(days, mod) if days and mod else days


def part_of(days: Interval, mod: str) -> Interval:
    """Return the early, middle or late part of a month or year; other units and modifiers leave the days as they are.

    >>> part_of(unit_around(date(2021, 2, 1), "month"), "END").latest
    datetime.date(2021, 2, 28)
    """
    first = days.earliest
    if first is None or mod not in _PARTS or days not in (unit_around(first, "month"), unit_around(first, "year")):
        return days
    return stretches.part_of(days, mod, None)
