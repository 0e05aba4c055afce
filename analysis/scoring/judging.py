"""Whether the rows found in a peer's case are the answer the case expects.

A case is a short text with one value in it: a number, a share, a sum of money, a length of time, a point in time. The
peers' suites speak of instants; the tables of Isnad speak of days, with the clock in `times.value`. Both are led to
half-open stretches of time and compared there. Where the stretch found has the right length and differs only because
the suite looks ahead (an assistant's "Friday" is the coming one, a newspaper's the last) or begins its week on Sunday,
the case differs by convention, which is no mistake and is counted apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

Json = dict[str, Any]
Rows = Sequence[Mapping[str, Any]]
Outcome = Literal["solved", "by convention", "unsolved"]

DAY = timedelta(days=1)
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
"""How long a unit is at most; a found stretch of nine tenths of it will do, since months and years differ."""

OPEN_UNITS = {
    "riyal": "IRR OMR QAR SAR YER", "fils": "", "dinar": "BHD DZD IQD JOD KWD LYD TND RSD SDD",
    "dirham": "AED MAD", "pound": "EGP GBP LBP SDG SYP SSP", "cent": "USD EUR",
}  # fmt: skip
"""Currencies that a suite's unit may stand for, where the text leaves the country open."""


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


def judge(case: Case, answer: Answer) -> Outcome:
    """Compare what was found in a case with what it expects; raises KeyError for a kind that no suite has."""
    return _JUDGES[case.kind](case, answer)


def _numbers(*kinds: str) -> Callable[[Case, Answer], Outcome]:
    def judged(case: Case, answer: Answer) -> Outcome:
        values = [row["value"] for row in answer.numbers if row["kind"] in kinds]
        expect = case.expect or {"values": []}
        wanted = expect["values"] if "values" in expect else [expect["value"]]
        return _when(len(values) == len(wanted) and all(map(_same, values, wanted)))

    return judged


def _amount(case: Case, answer: Answer) -> Outcome:
    """Judge a sum of money or a measure: by value, or by the ends that are said, and by unit."""
    claims = [row for row in answer.claims if row.get("unit") or row.get("currency")]
    if case.expect is None:
        return _when(not claims)
    return _when(len(claims) == 1 and _amount_of(case.expect, claims[0]))


def _amount_of(expect: Json, row: Mapping[str, Any]) -> bool:
    scale, unit = _measure(row.get("unit") or row.get("currency") or "")
    wanted_scale, wanted = _measure(expect["unit"])
    ends = [key for key in ("value", "low", "high") if key in expect]
    alike = all(row[key] is not None and _same(row[key] * scale, expect[key] * wanted_scale) for key in ends)
    return alike and unit in {wanted, *OPEN_UNITS.get(wanted, "").split()}


def _measure(unit: str) -> tuple[float, str]:
    """Return a unit as so many of the one it is compared in."""
    return UNIT_SIZES.get(unit.lower(), (1, unit.lower() if unit.lower() in OPEN_UNITS else unit))


UNIT_SIZES: dict[str, tuple[float, str]] = {
    "milligram": (0.001, "gram"), "mg": (0.001, "gram"), "g": (1, "gram"),
    "kilogram": (1000, "gram"), "kg": (1000, "gram"), "tonne": (1_000_000, "gram"), "t": (1_000_000, "gram"),
    "millimetre": (0.001, "metre"), "mm": (0.001, "metre"), "centimetre": (0.01, "metre"), "cm": (0.01, "metre"),
    "m": (1, "metre"), "kilometre": (1000, "metre"), "km": (1000, "metre"), "mi": (1, "mile"), "in": (1, "inch"),
    "ft": (1, "foot"), "yd": (1, "yard"), "millilitre": (0.001, "litre"), "ml": (0.001, "litre"), "l": (1, "litre"),
    "hectolitre": (100, "litre"), "hl": (100, "litre"), "gal": (1, "gallon"), "oz": (1, "ounce"),
    "°c": (1, "celsius"), "°f": (1, "fahrenheit"), "°": (1, "degree"), "degc": (1, "celsius"), "deg": (1, "degree"),
    "rial": (1, "riyal"),
}  # fmt: skip
"""Units as so many of a unit they are compared in: a suite may say 2 grams of what the text calls 0.002 kilograms."""


def _duration(case: Case, answer: Answer) -> Outcome:
    lengths = [seconds(row["value"]) for row in answer.times if row["type"] == "DURATION"]
    known = [length for length in lengths if length is not None]
    if case.expect is None:
        return _when(not known)
    return _when(bool(known) and len(known) == len(lengths) and _same(sum(known), case.expect["seconds"]))


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


def _time(case: Case, answer: Answer) -> Outcome:
    rows = [row for row in answer.times if row["type"] in ("DATE", "TIME")]
    if case.expect is None:
        return _when(not rows)
    assert case.reference is not None
    found = [stretch for row in rows for stretch in stretches(row, case.reference)]
    if not found or len(found) < len(rows):
        return "unsolved"
    if case.expect.get("interval"):
        found = [_hull(found)]
    if all(_fits(case.expect, stretch, case.reference) for stretch in found):
        return "solved"
    ahead = all(
        any(_fits(case.expect, other, case.reference) for other in _otherwise(stretch, case.reference))
        for stretch in found
    )
    return "by convention" if ahead else "unsolved"


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


def _hull(found: Iterable[Stretch]) -> Stretch:
    found = list(found)
    starts, ends = [s.start for s in found], [s.end for s in found]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return Stretch(start, end, any(s.clock for s in found))


def _fits(expect: Json, found: Stretch, reference: datetime) -> bool:
    """Tell whether a stretch is the one expected, by the suite's own flags (see its README)."""
    start, end = (datetime.fromisoformat(expect[key]) if expect.get(key) else None for key in ("start", "end"))
    grain = GRAINS.get(expect.get("grain", ""), timedelta(0))
    if expect.get("open") == "before":
        return found.start is None and _near(found.end, end, grain)
    if expect.get("open") == "after":
        return found.end is None and _near(found.start, start, grain)
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
    return found.start is not None and found.end is not None and 0.9 * grain <= found.end - found.start <= grain


def _otherwise(found: Stretch, reference: datetime) -> list[Stretch]:
    """Return what a stretch would be by another convention: one that looks ahead, or a week that begins on Sunday."""
    if found.start and found.end and found.end - found.start == GRAINS["week"]:
        return [*_looking_ahead(found, reference), Stretch(found.start - DAY, found.end - DAY)]
    return _looking_ahead(found, reference)


def _looking_ahead(found: Stretch, reference: datetime) -> list[Stretch]:
    """Return what an assistant would have meant: the coming week, year or half of the day instead of the last one."""
    if found.start is None or found.end is None or found.start > reference:
        return []
    later = [found.start + timedelta(days=7), _next_year(found.start)]
    later += [found.start + timedelta(hours=12), found.start + DAY] if found.clock else []
    return [
        Stretch(start, _next_year(found.end) if start == later[1] else start + (found.end - found.start), found.clock)
        for start in later
    ]


def _next_year(moment: datetime) -> datetime:
    leap_day = (moment.month, moment.day) == (2, 29)
    return moment.replace(year=moment.year + 1, day=28 if leap_day else moment.day)


def _same(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def _when(right: bool) -> Outcome:
    return "solved" if right else "unsolved"


_JUDGES: dict[str, Callable[[Case, Answer], Outcome]] = {
    "number": _numbers("cardinal", "fraction"),
    "ordinal": _numbers("ordinal"),
    "percent": _numbers("percent"),
    "money": _amount,
    "quantity": _amount,
    "duration": _duration,
    "time": _time,
}
KINDS = tuple(_JUDGES)
