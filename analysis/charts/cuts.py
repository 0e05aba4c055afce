"""A calendar with its empty stretches cut out.

Coverage of a story comes in bursts. On one axis of fourteen months, eleven are empty and a day is narrower than a
dot. So the calendar is cut into stretches that share one scale; how long each cut is stands between them in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

import pandas as pd

Unit = Literal["day", "month", "year"]
Interval = tuple[pd.Timestamp, pd.Timestamp]

MOST_STRETCHES = 5
"""More cuts than four leave no room between them."""
WORTH_CUTTING = 0.15
"""An empty stretch is cut where it takes at least this share of what would be drawn."""
FEW = 12
"""Up to so many intervals every empty month may be cut; with more, only what is long for them."""
LONG_FOR_THEM = 3.0
"""... that is, longer than this many times the median gap (CHARTS.md, coverage at 50)."""
BURST = 92
"""An interval of more days than this says too little to place a stretch by."""
DAYS_SHOWN, MONTHS_SHOWN = 190, 1100
"""A calendar of up to so many days is ticked in days, in months; beyond, in years."""


@dataclass(frozen=True)
class Stretch:
    """Part of a calendar that is drawn: first and last day, both whole months or years."""

    first: pd.Timestamp
    last: pd.Timestamp

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def meets(self, first: pd.Timestamp, last: pd.Timestamp) -> bool:
        """Whether an interval has a day in it."""
        return first <= self.last and self.first <= last

    def holds(self, day: pd.Timestamp) -> bool:
        """Whether ``day`` is drawn in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Calendar:
    """The stretches of a calendar in order, and the unit it is ticked in."""

    stretches: tuple[Stretch, ...]
    unit: Unit

    @property
    def days(self) -> int:
        """Days drawn."""
        return sum(stretch.days for stretch in self.stretches)

    def gaps(self) -> list[int]:
        """Days cut out after each stretch but the last."""
        pairs = zip(self.stretches, self.stretches[1:], strict=False)
        return [(after.first - before.last).days - 1 for before, after in pairs]

    def ticks(self, stretch: Stretch) -> list[list[pd.Timestamp]]:
        """Days of ``stretch`` to tick, the finest set first: a chart takes the first that it has room for."""
        days = pd.date_range(stretch.first, stretch.last)
        if self.unit == "day":
            return [list(days[days.day.isin(wanted)]) for wanted in ((1, 10, 20, 30), (1, 15), (1,))]
        if self.unit == "month":
            months = days[days.day == 1]
            return [list(months[(months.month - 1) % step == 0]) for step in (1, 2, 3, 6, 12)]
        years = days[days.day_of_year == 1]
        return [list(years[years.year % step == 0]) for step in (1, 2, 5, 10, 20, 50)]


def cut(intervals: Sequence[Interval]) -> Calendar:
    """Find the stretches that hold ``intervals`` (first and last day of each), without the emptiness between.

    Intervals longer than a season place no stretch of their own where another one meets them. Raises ValueError for no
    interval.
    """
    if not intervals:
        raise ValueError("no day to draw a calendar of")
    short = [pair for pair in intervals if (pair[1] - pair[0]).days <= BURST]
    stretches = _stretches(sorted(short)) if short else []
    stranded = [pair for pair in intervals if not any(stretch.meets(*pair) for stretch in stretches)]
    if stranded:
        stretches = _stretches(sorted([*short, *stranded]))
    days = sum(stretch.days for stretch in stretches)
    if days > MONTHS_SHOWN:
        years = [_rounded(stretch.first, stretch.last, "year") for stretch in stretches]
        return Calendar(tuple(_joined(years)), "year")
    return Calendar(tuple(_joined(stretches)), "month" if days > DAYS_SHOWN else "day")


def place(
    calendar: Calendar, scale_of: Callable[[Stretch], Callable[[float], float]]
) -> Callable[[pd.Timestamp], tuple[Stretch, float]]:
    """Return where a day lies: its stretch (the nearest one) and its pixel; ``scale_of`` maps the days of one."""
    scales = {stretch: scale_of(stretch) for stretch in calendar.stretches}

    def where(day: pd.Timestamp) -> tuple[Stretch, float]:
        stretch = min(calendar.stretches, key=lambda s: max((s.first - day).days, (day - s.last).days, 0))
        inside = min(max(day, stretch.first), stretch.last)
        return stretch, scales[stretch]((inside - stretch.first).days + 0.5)

    return where


def _stretches(intervals: Sequence[Interval]) -> list[Stretch]:
    """Cut the longest empty months out of the whole, while they are worth it."""
    whole = _rounded(intervals[0][0], max(last for _, last in intervals), "month")
    empty = _empty_months(intervals)
    if len(intervals) > FEW:
        starts = pd.Series([first for first, _ in intervals])
        gaps = starts.diff().dt.days
        empty = [stretch for stretch in empty if stretch.days > LONG_FOR_THEM * gaps[gaps > 0].median()]
    kept, cuts = whole.days, []
    for stretch in sorted(empty, key=lambda s: -s.days)[: MOST_STRETCHES - 1]:
        if stretch.days < WORTH_CUTTING * kept:
            break
        cuts.append(stretch)
        kept -= stretch.days
    inner = [end for s in sorted(cuts, key=lambda s: s.first) for end in (_moved(s.first, -1), _moved(s.last, 1))]
    ends = [whole.first, *inner, whole.last]
    return [Stretch(first, last) for first, last in zip(ends[::2], ends[1::2], strict=True)]


def _empty_months(intervals: Sequence[Interval]) -> list[Stretch]:
    """Whole months between one interval and the next that hold none."""
    found, reached = [], intervals[0][1]
    for first, last in intervals[1:]:
        begin, end = _moved(_month_end(reached), 1), _moved(first, -first.day)
        if begin < end:
            found.append(Stretch(begin, end))
        reached = max(reached, last)
    return found


def _rounded(first: pd.Timestamp, last: pd.Timestamp, grain: Literal["month", "year"]) -> Stretch:
    """The whole months or years that hold ``first … last``."""
    if grain == "year":
        rest = (366 if last.is_leap_year else 365) - last.day_of_year
        return Stretch(_moved(first, 1 - first.day_of_year), _moved(last, rest))
    return Stretch(_moved(first, 1 - first.day), _month_end(last))


def _month_end(day: pd.Timestamp) -> pd.Timestamp:
    return _moved(day, day.days_in_month - day.day)


def _moved(day: pd.Timestamp, days: int) -> pd.Timestamp:
    return cast("pd.Timestamp", day + pd.Timedelta(days=days))  # never NaT: a day and a number of days


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches that touch or overlap, as one."""
    joined = [stretches[0]]
    for stretch in stretches[1:]:
        if (stretch.first - joined[-1].last).days <= 1:
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, stretch.last))
        else:
            joined.append(stretch)
    return joined
