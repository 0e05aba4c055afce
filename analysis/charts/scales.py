"""Scales of the claimed figures: values from zero in round steps, and times, straight or in bands.

A time axis is straight where every figure has room for its words at its own time. Where many figures speak of the
same day, the time would pile them up: then each time is a band, in order and not to scale, and says so by its
heading.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import labels, look, marks, timeline
from analysis.charts.blocks import Unit
from analysis.charts.readings import Span

Scale = Callable[[float], float]
ROOM = 300.0
"""Pixels that the words of a figure want."""
NARROWEST = 60.0


@dataclass(frozen=True)
class Straight:
    """A straight time axis: its ends and unit, where each figure stands and how much room its words have."""

    first: pd.Timestamp
    last: pd.Timestamp
    unit: Unit
    at: Scale
    xs: list[float]
    rooms: list[float]
    spans: list[tuple[float, float]]


@dataclass(frozen=True)
class Band:
    """A time in a row of times: the first of its figures, where they stand, and the band's edges."""

    first: int
    xs: list[float]
    room: float
    left: float
    right: float


def nice(most: float) -> tuple[float, list[float]]:
    """Return the end of an axis from zero to ``most`` or a little more, and its steps, three to seven of them.

    >>> nice(5800)
    (6000.0, [0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0, 6000.0])
    """
    if most <= 0:
        return 1.0, [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(most))
    for step in (power / 5, power / 2, power, 2 * power):
        count = math.ceil(most / step - 1e-9)
        if count <= 6 and (step >= 1 or most < 1):
            return count * step, [place * step for place in range(count + 1)]
    return 10 * power, [0.0, 5 * power, 10 * power]


def straight(spans: Sequence[Span], page: look.Page, box: tuple[float, float]) -> Straight | None:
    """Lay figures out on a straight time axis; None where two would have less room than their words want."""
    if any(not span.closed for span in spans):
        return None
    first, last = min(span.ends[0] for span in spans), max(span.ends[1] for span in spans)
    spare = pd.Timedelta(days=max(1, round(0.12 * (last - first).days)))
    first, last = cast("pd.Timestamp", first - spare), cast("pd.Timestamp", last + spare)
    at = timeline.scale(page, first, last, *box)
    ends = [(at(timeline.number_of(s.ends[0])), at(timeline.number_of(s.ends[1]) + 1)) for s in spans]
    xs = [sum(pair) / 2 for pair in ends]
    left, right = page.box(*box)
    rooms = []
    for x in xs:
        gaps = [abs(x - other) for other in xs if other is not x]
        rooms.append(min([*gaps, 2 * (x - left), 2 * (right - x), 460.0]) - 20)
    if min(rooms) < ROOM - 100 or min((abs(a - b) for n, a in enumerate(xs) for b in xs[:n]), default=ROOM) < ROOM:
        return None
    days = (last - first).days
    unit: Unit = "day" if days <= 60 else "month" if days <= 1100 else "year"
    return Straight(first, last, unit, at, xs, rooms, [(min(pair), max(pair)) for pair in ends])


def draw_straight(axes: Axes, axis: Straight, page: look.Page, top: float, bottom: float) -> None:
    """Draw the time axis below its panel, and a pale band behind each time that a figure speaks of."""
    for left, right in axis.spans:
        spare = max(0.0, NARROWEST - (right - left)) / 2
        marks.box(axes, left - spare, top, right + spare, bottom, look.PANEL)
    for x, words in timeline.ticks(axis.first, axis.last, axis.unit, axis.at, page, size=18):
        half = labels.width(words, page, size=18) / 2
        if not look.MARGIN - 10 <= x - half < x + half <= page.width - look.MARGIN + 10:
            continue
        marks.line(axes, (x, x), (bottom, bottom + 8), look.OTHER)
        labels.put(axes, x, bottom + 28, words, page, size=18, color=look.TEXT, side="middle")


def bands(spans: Sequence[Span], page: look.Page, box: tuple[float, float]) -> list[Band]:
    """Lay figures out in bands, one a time, each figure with the same room; ``spans`` are in order of time."""
    groups: list[list[int]] = []
    for place, span in enumerate(spans):
        if groups and spans[groups[-1][0]] == span:
            groups[-1].append(place)
        else:
            groups.append([place])
    left, right = page.box(*box)
    room = (right - left) / len(spans)
    made = []
    for group in groups:
        edges = left + group[0] * room, left + (group[-1] + 1) * room
        xs = [left + (place + 0.5) * room for place in group]
        if page.reverse:
            edges, xs = (left + right - edges[1], left + right - edges[0]), [left + right - x for x in xs]
        made.append(Band(group[0], xs, room - 44, *edges))
    return made


def draw_bands(
    axes: Axes, found: Sequence[Band], words: Sequence[str], page: look.Page, top: float, bottom: float
) -> None:
    """Draw bands parted by a line, with their times in words below."""
    for band, said in zip(found, words, strict=True):
        for x in (band.left, band.right):
            marks.line(axes, (x, x), (top, bottom + 40), look.GRID, width=1.6)
        lines = labels.wrap(said, band.right - band.left - 12, page, size=18)[:2]
        middle = (band.left + band.right) / 2
        labels.block(axes, middle, bottom + 26, lines, page, size=18, color=look.TEXT, side="middle", leading=1.2)
