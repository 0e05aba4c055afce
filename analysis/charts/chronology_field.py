"""A block's calendar as the ground of its marks: where days, hours and open ends lie on its scale."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.charts import marks, timeline
from analysis.charts.blocks import Block
from analysis.charts.grounds import Ground
from analysis.charts.readings import Span


@dataclass(frozen=True)
class Field(Ground):
    """The calendar of one block on the canvas."""

    block: Block
    at: timeline.Scale

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
