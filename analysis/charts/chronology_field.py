"""A block's calendar as a field to write in: its scale, gridlines and publications, and words that keep clear of them.

Words are put beside their mark on the first side that has room. A gridline under them is broken; the band of a
publication is not, so words step past a narrow one, and only where they cannot, they stand upon it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes

from analysis.charts import labels, look, marks, timeline
from analysis.charts.blocks import Block
from analysis.charts.readings import Span

BESIDE = 9.0
"""Between a mark and its words."""
FARTHEST = 46.0
"""Words that step past a publication stay this near to their mark."""
Band = tuple[float, float]


@dataclass(frozen=True)
class Field:
    """The calendar of one block on the canvas: its sides in pixels, its scale, gridlines and bands of publications."""

    page: look.Page
    block: Block
    at: timeline.Scale
    left: float
    right: float
    lines: tuple[float, ...]
    bands: tuple[Band, ...]

    def extent(self, span: Span) -> marks.Extent:
        """Where a span of days lies; an end that is open, or beyond the calendar, becomes an arrow head."""
        first = self.at(timeline.number_of(span.earliest)) if span.earliest is not None else None
        last = self.at(timeline.number_of(span.latest) + 1) if span.latest is not None else None
        ahead = -1.0 if self.page.reverse else 1.0
        reach = ahead * 3.4 * marks.HEAD
        if first is None and last is None:
            raise ValueError("a span without any end cannot be drawn")
        begin = first if first is not None else last - reach  # type: ignore[operator]
        finish = last if last is not None else first + reach  # type: ignore[operator]
        opened = (last is None, first is None) if self.page.reverse else (first is None, last is None)
        return self._inside(begin, finish, opened)

    def between(self, first: float, last: float) -> marks.Extent:
        """Where an interval lies whose ends are days since the epoch, with their hours."""
        return self._inside(self.at(first), self.at(last), (False, False))

    def _inside(self, begin: float, finish: float, opened: tuple[bool, bool]) -> marks.Extent:
        """The interval widened to a mark's width and cut at the calendar's sides."""
        low, high = min(begin, finish), max(begin, finish)
        spare = max(0.0, marks.BAR - (high - low)) / 2
        low, high = low - spare, high + spare
        open_left, open_right = opened[0] or low < self.left, opened[1] or high > self.right
        return marks.Extent(max(low, self.left), min(high, self.right), open_left, open_right)


def write(
    axes: Axes,
    field: Field,
    x: float,
    y: float,
    words: str,
    *,
    size: float,
    side: Literal["left", "right"] = "left",
    ground: str = look.PANEL,
    weight: int = look.REGULAR,
    color: str = look.TEXT,
) -> None:
    """Write ``words`` in the calendar, breaking the gridlines under them with the colour of the ground."""
    wide = labels.width(words, field.page, size=size, weight=weight)
    left, right = (x, x + wide) if side == "left" else (x - wide, x)
    for line in field.lines:
        if left - 4 < line < right + 4:
            on_band = any(band[0] <= line <= band[1] for band in field.bands)
            cover = look.PUBLISHED_PALE if on_band else ground
            marks.box(axes, line - 1.5, y - 0.62 * size, line + 1.5, y + 0.62 * size, cover, z=1.5)
    labels.put(axes, x, y, words, field.page, side=side, size=size, weight=weight, color=color, zorder=6)


def beside(
    axes: Axes,
    field: Field,
    words: str,
    taken: marks.Extent,
    y: float,
    *,
    size: float,
    inside: tuple[marks.Extent, str] | None = None,
) -> None:
    """Write ``words`` right of ``taken``, else left of it, else in its part ``inside`` (with that part's colour).

    Where neither has room for all of them, they are shortened on the wider side.
    """
    wide = labels.width(words, field.page, size=size)
    starts = _clear(taken.right + BESIDE, wide, field.bands)
    ends = -_clear(BESIDE - taken.left, wide, [(-right, -left) for left, right in field.bands])
    if starts + wide <= field.right - 4:
        write(axes, field, starts, y, words, size=size)
    elif ends - wide >= field.left + 4:
        write(axes, field, ends, y, words, size=size, side="right")
    elif inside is not None and inside[0].right - inside[0].left >= wide:
        part, color = inside
        style = {"size": size - 1, "color": color, "weight": look.MEDIUM, "zorder": 6}
        labels.put(axes, part.middle, y, words, field.page, side="middle", **style)
    else:
        _shortened(axes, field, words, taken, y, size)


def _shortened(axes: Axes, field: Field, words: str, taken: marks.Extent, y: float, size: float) -> None:
    rooms = taken.left - field.left, field.right - taken.right
    room = max(rooms) - BESIDE - 4
    if room <= 60:
        return
    short = labels.shorten(words, room, field.page, size=size)
    if rooms[1] >= rooms[0]:
        write(axes, field, taken.right + BESIDE, y, short, size=size)
    else:
        write(axes, field, taken.left - BESIDE, y, short, size=size, side="right")


def _clear(x: float, wide: float, bands: Sequence[Band]) -> float:
    """The first place from ``x`` on where words so ``wide`` stand on no band's edge; ``x`` where that is too far."""
    at = x
    for band in sorted(bands):
        if band[0] - 3 < at + wide and at < band[1] + 5:
            at = band[1] + 6
    return at if at - x <= FARTHEST else x
