"""The stretch of time that a row of ``times`` names, and whether it is the one a peer's case expects.

The peers' suites speak of instants; the tables of Isnad speak of days, with the clock in `times.value`. Both are led to
half-open stretches of time and compared there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

Json = dict[str, Any]
Rows = Sequence[Mapping[str, Any]]

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MIDNIGHT = datetime.min.time()

SECONDS = {"Y": 31556952, "M": 2629746, "W": 604800, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
"""Seconds in a unit, as the suites count them; `TM` is a minute, `M` a month."""

PARTS = {"MO": (0, 12), "AF": (12, 18), "EV": (16, 24), "NI": (18, 29), "DT": (6, 18), "MI": (11, 13)}
"""Hours that a part of the day may hold; a night runs into the next morning."""

GRAINS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=31),
    "quarter": timedelta(days=92),
    "year": timedelta(days=366),
}
"""How long a unit is at most."""
SHORTEST = 0.9
"""The share of a unit's length that will do for it, since months and years differ."""


@dataclass(frozen=True)
class Case:
    """One text of a suite and what is to be found in it; ``expect`` is None where nothing may be found."""

    id: str
    suite: str
    kind: str
    text: str
    reference: datetime | None
    expect: Json | None


@dataclass(frozen=True)
class Answer:
    """The rows that were found in a case's text, with the columns of the tables."""

    numbers: Rows = ()
    times: Rows = ()
    claims: Rows = ()


@dataclass(frozen=True)
class Stretch:
    """A half-open stretch of time; ``clock`` says that hour and minute were named, an end is None where it is open."""

    start: datetime | None
    end: datetime | None
    clock: bool = False


def seconds(value: str) -> float | None:
    """Return the length of a TIMEX3 duration in seconds, None where it does not say how long.

    >>> seconds("P1DT2H"), seconds("PXW")
    (93600.0, None)
    """
    days, _, clock = value.removeprefix("P").partition("T")
    parts = [(size, unit) for size, unit in re.findall(r"([\d.X]+)([YMWD])", days)]
    parts += [(size, f"T{unit}") for size, unit in re.findall(r"([\d.X]+)([HMS])", clock)]
    if not parts or any("X" in size for size, _ in parts):
        return None
    return sum(float(size) * SECONDS[unit] for size, unit in parts)


def stretches(row: Mapping[str, Any], reference: datetime) -> list[Stretch]:
    """Return the stretch of time that a row names: none where it has no bounds, the moment itself for "now"."""
    value = str(row["value"])
    if value == "PRESENT_REF":
        return [Stretch(reference, reference + timedelta(seconds=1), clock=True)]
    first, last = (row[end] and datetime.fromisoformat(row[end]) for end in ("earliest", "latest"))
    if first is None and last is None:
        return []
    clock = re.fullmatch(r"[\dX-]*T(\d\d)(?::(\d\d))?(?::(\d\d))?Z?", value)
    if clock and first:
        start = first + timedelta(hours=int(clock[1]), minutes=int(clock[2] or 0), seconds=int(clock[3] or 0))
        end = start + (timedelta(minutes=1) if clock[2] else timedelta(hours=1))
        if row.get("open") == "before":
            return [Stretch(None, start, clock=True)]
        return [Stretch(start, None if row.get("open") == "after" else end, clock=True)]
    part = re.search(r"T(MO|AF|EV|NI|DT|MI)$", value)
    if part and first:
        begins, ends = PARTS[part[1]]
        return [Stretch(first + timedelta(hours=begins), first + timedelta(hours=ends))]
    start = None if row.get("open") == "before" else first
    end = None if row.get("open") == "after" or last is None else last + timedelta(days=1)
    return [Stretch(start, end)]


def hull(found: Iterable[Stretch]) -> Stretch:
    """Return the stretch from the first start to the last end; a day beside clock times only says whose they are."""
    every = list(found)
    found = [one for one in every if one.clock] or every
    starts, ends = [s.start for s in found], [s.end for s in found]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return Stretch(start, end, any(s.clock for s in found))


def fits(expect: Json, found: Stretch, reference: datetime) -> bool:
    """Tell whether a stretch is the one expected, by the suite's own flags (see its README)."""
    start, end = (datetime.fromisoformat(expect[key]) if expect.get(key) else None for key in ("start", "end"))
    grain = GRAINS.get(expect.get("grain", ""), timedelta(0))
    if expect.get("open") == "before" or (expect.get("interval") and start is None):
        return found.start is None and _near(found.end, end, grain)
    if expect.get("open") == "after":
        return found.end is None and _near(found.start, start, grain)
    if expect.get("interval") and found.start is None and start == reference:
        return _near(found.end, end, grain, timedelta(minutes=1))  # until then, from now
    if found.start is None or found.end is None or start is None:
        return False
    if expect.get("interval"):
        least = timedelta(minutes=1) if found.clock else DAY
        return _near(found.start, start, grain, least) and _near(found.end, end, grain, least)
    if expect.get("clock"):
        return found.clock and found.start.time() == start.time()
    if expect.get("point"):
        return _holds(found, start, reference)
    if grain < DAY:
        return found.start == start if found.clock else end is not None and found.start <= start < found.end
    return found.start == start and (found.end == end if end else _as_long(found, grain))


def _near(found: datetime | None, wanted: datetime | None, grain: timedelta, least: timedelta = DAY) -> bool:
    """Tell whether an end is within one grain: suites differ on whether the last unit belongs to an interval."""
    return found is not None and wanted is not None and abs(found - wanted) <= max(grain, least)


def _holds(found: Stretch, instant: datetime, reference: datetime) -> bool:
    """Tell whether a period holds an instant that the expression shifts to; a clock time only where one is expected."""
    if instant.time() not in (reference.time(), MIDNIGHT):
        return found.clock and found.start == instant
    return found.start is not None and found.end is not None and found.start <= instant < found.end


def _as_long(found: Stretch, grain: timedelta) -> bool:
    return found.start is not None and found.end is not None and SHORTEST * grain <= found.end - found.start <= grain
