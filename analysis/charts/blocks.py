"""Rows in time, cut into blocks that have a scale each.

The events of a story lie years apart before it begins and hours apart once it has: on one axis either the past or
the present is a smear. Cutting the axis in pieces and bending its slope would make bar lengths lie, so the *rows* are
cut into blocks, and every block is drawn on a straight scale of its own, in decades, years, months, days or hours.

Where to cut is a matter of what a scale can show. A row dated to the day needs days as wide as a mark, one dated by the
clock needs hours; on a scale ten times too coarse it loses a factor of ten, and a block costs as much as
`ROWS_FOR_A_BLOCK` rows that lose one. The cheapest division is found by dynamic programming, as Scargle et al. (2013,
*Bayesian Blocks*, ApJ 764:167) do for densities; here the cost is in lost resolution, because rows of one day are no
denser on any scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np
import pandas as pd

from analysis.charts.frames import Frame

Unit = Literal["hour", "day", "month", "year", "decade"]
Moments = tuple[pd.Timestamp, pd.Timestamp]

ROWS_FOR_A_BLOCK = 6.0
"""A heading and its calendar take the room of two rows, and a break in time some of the reader's patience; on the
three stories that were looked at, anything from 5 to 7 cuts the same."""
MARKS_ACROSS = 30
"""How many marks stand side by side in a calendar: its width in marks, with air between them."""
MARKS_IN_A_BAR = 8
"""An interval is read as one from about this length on, in marks."""
LONGEST = {"hour": 3, "day": 75, "month": 1000, "year": 16_000}
"""A calendar of more days than this is ticked in the next coarser unit."""
HOUR = 1 / 24
FEWEST_HOURS, FEWEST_YEARS = 6, 6
DAY = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Block:
    """Rows that share a calendar: their positions in the ordered frame, and the calendar's unit, first and last day.

    The calendar holds every row's earliest day; a row's interval may reach beyond it and is then drawn cut. It opens
    with ``opens`` and is over at ``closes``: whole days, or ``hours`` where the rows of a block are timed by the clock.
    """

    first_row: int
    end_row: int
    unit: Unit
    first: pd.Timestamp
    last: pd.Timestamp
    hours: Moments | None = None

    @property
    def final(self) -> pd.Timestamp:
        """The last second of the calendar."""
        return cast("pd.Timestamp", self.closes - pd.Timedelta(seconds=1))

    @property
    def rows(self) -> range:
        """Positions of the block's rows."""
        return range(self.first_row, self.end_row)

    @property
    def days(self) -> int:
        """Days in the calendar, both ends counted."""
        return (self.last - self.first).days + 1

    @property
    def opens(self) -> pd.Timestamp:
        """The moment the calendar begins with."""
        return self.hours[0] if self.hours else self.first

    @property
    def closes(self) -> pd.Timestamp:
        """The moment after the calendar's end."""
        return self.hours[1] if self.hours else cast("pd.Timestamp", self.last + DAY)


def anchors(events: Frame) -> pd.Series:
    """Return the day by which each event is ordered: its earliest, or its latest where the start is open."""
    return events["earliest"].fillna(events["latest"])


def ordered(events: Frame, hours: Mapping[str, Moments] | None = None) -> pd.DataFrame:
    """Return the dated events in reading order: by anchor, then by how soon they end, then as they came.

    ``hours`` say from when to when an event goes by the clock, by its id; such an event follows those of its day. They
    are handed on in two more columns, ``begins`` and ``ends``, missing where an event is dated by the day.
    """
    dated = events.loc[anchors(events).notna()]
    known = [(hours or {}).get(event, (pd.NaT, pd.NaT)) for event in dated["event_id"]]
    clock = pd.DataFrame(known, columns=["begins", "ends"], index=dated.index, dtype="datetime64[s]")
    far = pd.Timestamp("9999-01-01")
    keys = pd.DataFrame({"anchor": anchors(dated), "latest": dated["latest"].fillna(far)})
    keys = keys.assign(anchor=clock["begins"].fillna(keys["anchor"]))
    order = keys.sort_values(["anchor", "latest"], kind="stable").index
    return dated.join(clock).loc[order].reset_index(drop=True)


def cut(events: Frame, reach: pd.Series | None = None, weights: np.ndarray | None = None) -> list[Block]:
    """Cut ordered events into blocks.

    Parameters
    ----------
    events
        The result of `ordered`: `earliest`, `latest` and `grain`, no event without any date.
    reach
        The last day that must stand in the calendar with each row, such as the later reading of a conflict; by
        default the row's own anchor.
    weights
        How much it matters that a row is drawn on a fine scale; by default 1 for all.

    Returns
    -------
    list[Block]
        In time order, together holding every row once. Rows of one day are never parted. Empty for no events.
    """
    if events.empty:
        return []
    own = anchors(events)
    reach = own if reach is None else reach.fillna(own).clip(lower=own)
    begins = _days(events["begins"].fillna(own))
    until = np.where(events["ends"].notna(), _days(events["ends"].fillna(own)), _days(reach) + 1)
    weights = np.ones(len(events)) if weights is None else weights
    ends = _cheapest(begins, until, _fineness(events, reach), weights)
    return [_block(events, reach, start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _days(dates: pd.Series) -> np.ndarray:
    """Days since the epoch, with their fraction."""
    return dates.to_numpy().astype("datetime64[s]").astype(np.int64) / 86_400


def _fineness(events: Frame, reach: pd.Series) -> np.ndarray:
    """Days that one mark may stand for in each row: few for a day, many for an interval of years."""
    ends = np.fmax(_days(events["latest"].fillna(reach)), _days(reach))
    by_day = np.maximum((ends - _days(anchors(events)) + 1) / MARKS_IN_A_BAR, 1)
    timed = events["begins"].notna().to_numpy()
    lasting = np.where(timed, (events["ends"] - events["begins"]).dt.total_seconds().fillna(0) / 86_400, 0)
    return np.where(timed, np.maximum(lasting / MARKS_IN_A_BAR, HOUR), by_day)


def _cheapest(begins: np.ndarray, until: np.ndarray, fineness: np.ndarray, weights: np.ndarray) -> list[int]:
    """End positions of the cheapest division of rows that begin in order, the last one being the number of rows."""
    days = np.floor(begins)
    starts = np.flatnonzero(np.diff(days, prepend=days[0] - 1))  # a day is never parted
    stops = np.append(starts[1:], len(days))
    grains, which = np.unique(np.round(np.log10(fineness), 1), return_inverse=True)
    counts = np.zeros((len(starts) + 1, len(grains)))
    for place, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        counts[place + 1] = counts[place] + np.bincount(which[start:stop], weights[start:stop], len(grains))
    best, cut_before = np.zeros(len(starts) + 1), np.zeros(len(starts) + 1, dtype=int)
    for place in range(1, len(starts) + 1):
        backwards = zip(starts[:place][::-1], stops[:place][::-1], strict=True)
        farthest = np.maximum.accumulate([until[start:stop].max() for start, stop in backwards])
        span = np.maximum(farthest[::-1] - begins[starts[:place]], FEWEST_HOURS * HOUR)
        lost = np.maximum(np.log10(span / MARKS_ACROSS)[:, None] - grains[None, :], 0)
        cost = best[:place] + ROWS_FOR_A_BLOCK + ((counts[place] - counts[:place]) * lost).sum(axis=1)
        cut_before[place] = int(cost.argmin())
        best[place] = cost.min()
    ends, place = [], len(starts)
    while place:
        ends.append(int(stops[place - 1]))
        place = cut_before[place]
    return ends[::-1]


def _block(events: Frame, reach: pd.Series, start: int, end: int) -> Block:
    rows = events.iloc[start:end]
    first, last = anchors(rows).min(), reach.iloc[start:end].max()
    timed = int(rows["begins"].notna().sum())
    if 2 * timed >= len(rows) and (last - first).days < LONGEST["hour"]:
        near = rows["latest"].loc[(rows["latest"] - first).dt.days < LONGEST["hour"]]
        last = max([last, *near])
        return Block(start, end, "hour", first, last, _hours(rows, first, last, whole=timed < len(rows)))
    typical = (rows["latest"] - rows["earliest"]).dt.days.median()
    room = max((last - first).days, 31, 0 if pd.isna(typical) else int(typical))
    ends = rows["latest"].loc[rows["latest"] <= last + pd.Timedelta(days=room)]
    last = max(last, ends.max()) if len(ends) else last
    lengths = (rows["latest"] - rows["earliest"]).dt.days
    unit = _unit(max((last - first).days + 1, LONGEST["month"] + 1 if lengths.min() > 300 else 0))
    return Block(start, end, unit, *_padded(first, last, unit))


def _hours(rows: Frame, first: pd.Timestamp, last: pd.Timestamp, *, whole: bool) -> Moments:
    """Whole days where a row is dated by the day, else the hours that are told of, with one before and after."""
    hour = pd.Timedelta(hours=1)
    begins, ends = rows["begins"].min().floor("h") - hour, rows["ends"].max().ceil("h") + hour
    if whole:
        return first, max(cast("pd.Timestamp", last + DAY), ends)
    return begins, max(ends, begins + FEWEST_HOURS * hour)


def _unit(days: int) -> Unit:
    """The unit that a calendar of so many days is ticked in, hours left aside."""
    if days <= LONGEST["day"]:
        return "day"
    if days <= LONGEST["month"]:
        return "month"
    return "year" if days <= LONGEST["year"] else "decade"


def _padded(first: pd.Timestamp, last: pd.Timestamp, unit: Unit) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Widen a calendar to whole years or months, or by days enough for a mark and a word at either end."""
    if unit in ("year", "decade"):
        spare = max(FEWEST_YEARS - 1 - (last.year - first.year), 0)
        begins = pd.Timestamp(max(first.year - spare // 2, 1), 1, 1)
        ends = pd.Timestamp(min(last.year + spare - spare // 2, 9998), 12, 31)
        return cast("Moments", (begins, ends))
    if unit == "month":
        return first.replace(day=1), last + pd.offsets.MonthEnd(0)
    spare = max(12 - (last - first).days, 4) // 2
    wide = pd.Timedelta(days=spare)
    return cast("pd.Timestamp", first - wide), cast("pd.Timestamp", last + wide)
