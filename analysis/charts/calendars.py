"""The calendar that publications are drawn on, and their marks: dot, bar, thin line, arrow.

A dot is a day that is known, a bar the days that were inferred, a thin line with ticks what the page alone allows; an
arrow says that an interval goes on beyond the stretch of calendar it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from analysis.charts import cuts, labels, look, marks
from analysis.charts.frames import Frame

CUT = 56.0
"""Room for a cut between two stretches."""
BAR_WIDTH, BAR_HEIGHT, HEAD = 11.0, 18.0, 9.0


@dataclass(frozen=True)
class Axis:
    """A calendar on the canvas: left and right of each stretch, and where a day lies (its stretch and its x)."""

    boxes: Mapping[cuts.Stretch, tuple[float, float]]
    where: Callable[[pd.Timestamp], tuple[cuts.Stretch, float]]

    def home(self, first: pd.Timestamp, last: pd.Timestamp) -> tuple[cuts.Stretch, float]:
        """The stretch an interval is drawn in, the first that it meets, and where its first day there lies."""
        known = first if pd.notna(first) else last, last if pd.notna(last) else first
        met = next(stretch for stretch in sorted(self.boxes, key=lambda s: s.first) if stretch.meets(*known))
        return met, self.where(max(known[0], met.first))[1]


def draw(
    axes: Axes, page: look.Page, shown: Frame, columns: tuple[float, float], top: float, bottom: float
) -> Axis | None:
    """Draw the calendar of the dated rows of `coverage.rows` in a box; None, and said so, where none has a date.

    The box reaches from ``columns[0]`` to ``columns[1]`` from the start of the page, and from ``top`` to ``bottom``.
    """
    first = shown["published_earliest"].fillna(shown["published_latest"])
    last = shown["published_latest"].fillna(shown["published_earliest"])
    intervals = list(zip(first.dropna(), last.dropna(), strict=True))
    if not intervals:
        x = page.x(sum(columns) / 2)
        words = page.pick("لا تاريخ معروفاً", "no date known")
        labels.put(axes, x, top - 43, words, page, color=look.TEXT, side="middle")
        return None
    found = cuts.cut(intervals)
    boxes = _boxes(found, page, columns)
    for stretch, (left, right) in boxes.items():
        marks.box(axes, left, top, right, bottom, look.PANEL)
        _stretch_head(axes, page, found, stretch, (left, right), top, bottom)
    _cut_marks(axes, page, found, boxes, top, bottom)
    return Axis(boxes, cuts.place(found, lambda stretch: _days(stretch, boxes[stretch], page)))


def _boxes(
    found: cuts.Calendar, page: look.Page, columns: tuple[float, float]
) -> dict[cuts.Stretch, tuple[float, float]]:
    """Left and right of each stretch; the order of the stretches is that of time."""
    left, right = page.box(*columns)
    scale = (right - left - CUT * (len(found.stretches) - 1)) / found.days
    boxes, at = {}, left
    for stretch in found.stretches:
        boxes[stretch] = (at, at + stretch.days * scale)
        at += stretch.days * scale + CUT
    if page.reverse:
        boxes = {stretch: (left + right - b, left + right - a) for stretch, (a, b) in boxes.items()}
    return boxes


def _days(stretch: cuts.Stretch, box: tuple[float, float], page: look.Page) -> Callable[[float], float]:
    left, right = (box[1], box[0]) if page.reverse else box
    return lambda days: left + (right - left) * days / stretch.days


def _stretch_head(
    axes: Axes, page: look.Page, found: cuts.Calendar, stretch: cuts.Stretch,
    box: tuple[float, float], top: float, bottom: float,
) -> None:  # fmt: skip
    """The stretch's months above it, its ticks, and a gridline at each."""
    scale = _days(stretch, box, page)
    room = box[1] - box[0]
    lines = labels.wrap(_head(found, stretch, page), room + CUT * 0.6, page, size=look.HEADING, weight=look.SEMIBOLD)
    y = top - 43 - (len(lines) - 1) * look.HEADING * look.LINE
    labels.block(axes, sum(box) / 2, y, lines, page, size=look.HEADING, weight=look.SEMIBOLD, side="middle")
    for _, words, x in _ticks(found, stretch, scale, page):
        marks.line(axes, (x, x), (top, bottom), look.GRID, z=0.6)
        labels.put(axes, x, top - 14, words, page, size=look.TICK, color=look.TEXT, side="middle")


def _ticks(
    found: cuts.Calendar, stretch: cuts.Stretch, scale: Callable[[float], float], page: look.Page
) -> list[tuple[pd.Timestamp, str, float]]:
    """The finest ticks whose words stand apart."""
    ticks: list[tuple[pd.Timestamp, str, float]] = []
    for days in found.ticks(stretch):
        ticks = [(day, _tick(day, found.unit, page), scale((day - stretch.first).days + 0.5)) for day in days]
        widths = [labels.width(words, page, size=look.TICK) for _, words, _ in ticks]
        apart = [abs(b[2] - a[2]) for a, b in pairwise(ticks)]
        if all(gap > (one + two) / 2 + 8 for gap, one, two in zip(apart, widths, widths[1:], strict=False)):
            break
    return ticks


def _head(found: cuts.Calendar, stretch: cuts.Stretch, page: look.Page) -> str:
    """What is said above a stretch: its months, or its years where the ticks say the months."""
    if found.unit == "day":
        return labels.interval(stretch.first, stretch.last, page.lang)
    if found.unit == "year":
        return ""
    first, last = pd.Timestamp(stretch.first.year, 1, 1), pd.Timestamp(stretch.last.year, 12, 31)
    return labels.interval(first, last, page.lang)


def _tick(day: pd.Timestamp, unit: cuts.Unit, page: look.Page) -> str:
    return labels.month_short(day, page.lang) if unit == "month" else str(day.day if unit == "day" else day.year)


def _cut_marks(
    axes: Axes, page: look.Page, found: cuts.Calendar, boxes: Mapping[cuts.Stretch, tuple[float, float]],
    top: float, bottom: float,
) -> None:  # fmt: skip
    """Two strokes where the calendar is cut, and how long the cut is, in words up the page."""
    for before, after, days in zip(found.stretches, found.stretches[1:], found.gaps(), strict=False):
        ends = sorted((*boxes[before], *boxes[after]))
        x, y = (ends[1] + ends[2]) / 2, top - 43
        for shift in (-6, 5):
            marks.line(axes, (x + shift - 6, x + shift + 6), (y + 10, y - 10), look.WHISKER, width=2.5)
        labels.put(
            axes, x, (top + bottom) / 2, labels.stretch(days, page.lang), page, size=16.5, color=look.TEXT, rotation=90
        )


def date(axes: Axes, row: Any, y: float, axis: Axis, page: look.Page) -> None:
    """One row's publication: what the page alone allows, and upon it the dot or bar."""
    ends = (row.published_earliest, row.published_latest)
    alone = (row.page_earliest, row.page_latest)
    if all(pd.isna(end) for end in ends):
        return
    home, x = axis.home(*ends)
    if row.page_says and alone != ends:
        _span(axes, alone, y, home, axis, page, whisker=True)
    if ends[0] != ends[1]:
        _span(axes, ends, y, home, axis, page, whisker=False)
    elif row.published_basis in ("stated", "given"):
        marks.day(axes, x, y, "stated")
    else:
        square(axes, x, y)


def square(axes: Axes, x: float, y: float, width: float = BAR_WIDTH) -> None:
    """Draw the bar of inferred days, centred on ``x``, ``y``."""
    marks.box(axes, x - width / 2, y - BAR_HEIGHT / 2, x + width / 2, y + BAR_HEIGHT / 2, look.INK, z=4)


def _span(
    axes: Axes, ends: tuple[pd.Timestamp, pd.Timestamp], y: float, home: cuts.Stretch, axis: Axis, page: look.Page,
    *, whisker: bool,
) -> None:  # fmt: skip
    """An interval inside its stretch: a tick at an end that lies in it, an arrow where it goes on beyond."""
    box = axis.boxes[home]
    inside = [pd.notna(end) and home.holds(end) for end in ends]
    edges = (box[1] + HEAD, box[0] - HEAD) if page.reverse else (box[0] - HEAD, box[1] + HEAD)
    xs = [axis.where(end)[1] if known else edge for end, known, edge in zip(ends, inside, edges, strict=True)]
    color = look.WHISKER if whisker else look.INK
    if whisker:
        marks.line(axes, (xs[0], xs[1]), (y, y), color, width=3, z=2)
    else:
        left, right = sorted(xs)
        square(axes, (left + right) / 2, y, max(BAR_WIDTH, right - left - (0 if all(inside) else HEAD)))
    for x, known, other in zip(xs, inside, xs[::-1], strict=True):
        if not known:
            arrow(axes, x, y, color, outward=1 if x > other else -1)
        elif whisker:
            marks.line(axes, (x, x), (y - 7, y + 7), color, width=3, z=2)


def arrow(axes: Axes, x: float, y: float, color: str, *, outward: int) -> None:
    """An arrow's head with its point at ``x``, to the right where ``outward`` is 1."""
    base = x - outward * 12
    axes.add_patch(
        Polygon([(x, y), (base, y - 7), (base, y + 7)], closed=True, facecolor=color, edgecolor="none", zorder=4)
    )
