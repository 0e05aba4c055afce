"""An event's date in its block's calendar: the mark, the words beside it, and every reading where articles disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from matplotlib.axes import Axes

from analysis.charts import blocks, chronology_words, labels, look, marks, readings, timeline
from analysis.charts.chronology_layout import READING_STEP, WORDS, Chart
from analysis.charts.readings import Row, Span

BESIDE = 9.0
"""Between a mark and its words."""


def draw_dates(axes: Axes, chart: Chart, row: Row, block: blocks.Block, at: timeline.Scale, y: float) -> None:
    """Draw what is said of an event's date and what was inferred, and write both beside it."""
    page = chart.page
    drawn: list[tuple[Span, marks.Certainty]] = [(row.own, _certainty(row, inferred=not row.in_text))]
    if row.said and not row.in_text and row.said[0].span.closed:
        drawn.append((row.said[0].span, _certainty(row, inferred=False)))
    if row.own.closed and len(drawn) == 2 and _width(drawn[1][0], at) <= marks.BAR:
        drawn.pop()  # what is said is no wider than the mark of what was inferred: the words say both
    extents = []
    for span, certainty in sorted(drawn, key=lambda pair: _length(pair[0]), reverse=True):
        extents.append(_draw_span(axes, chart, span, certainty, at, y))
    taken = replace(extents[0], left=min(e.left for e in extents), right=max(e.right for e in extents))
    words = chronology_words.date(row, block, page)
    widest = max(drawn, key=lambda pair: _length(pair[0]))[1]
    inside = {"stated": look.PAPER, "inferred": look.INK, "planned": look.INK}.get(widest)
    _draw_words(axes, chart, words, taken, y, (_free(extents), inside) if inside else None)


def _free(extents: Sequence[marks.Extent]) -> marks.Extent:
    """The longest stretch of the first, widest extent that no later one covers."""
    whole = extents[0]
    edges = whole.left + marks.HEAD * whole.open_left, whole.right - marks.HEAD * whole.open_right
    for other in extents[1:]:
        left, right = (edges[0], other.left), (other.right, edges[1])
        edges = max(left, right, key=lambda pair: pair[1] - pair[0])
    return marks.Extent(left=edges[0], right=edges[1])


def _width(span: Span, at: timeline.Scale) -> float:
    first, last = span.ends
    return abs(at(timeline.number_of(last) + 1) - at(timeline.number_of(first)))


def _length(span: Span) -> int:
    return (span.ends[1] - span.ends[0]).days


def _certainty(row: Row, *, inferred: bool) -> marks.Certainty:
    if row.status in ("planned", "claimed"):
        return row.status  # type: ignore[return-value]
    return "inferred" if inferred else "stated"


def _draw_span(
    axes: Axes,
    chart: Chart,
    span: Span,
    certainty: marks.Certainty,
    at: timeline.Scale,
    y: float,
    color: str = look.INK,
) -> marks.Extent:
    extent = _extent(span, chart, at)
    if span.is_day:
        marks.day(axes, extent.middle, y, certainty, color)
        return marks.Extent(extent.middle - marks.DOT, extent.middle + marks.DOT)
    marks.interval(axes, extent, y, certainty, color)
    return extent


def _extent(span: Span, chart: Chart, at: timeline.Scale) -> marks.Extent:
    """Where a span lies on a calendar; an end that is open, or beyond the calendar, becomes an arrow head."""
    left, right = chart.page.box(*chart.calendar)
    first = at(timeline.number_of(span.earliest)) if span.earliest is not None else None
    last = at(timeline.number_of(span.latest) + 1) if span.latest is not None else None
    ahead = -1.0 if chart.page.reverse else 1.0
    reach = 3.4 * marks.HEAD
    if first is None and last is None:
        raise ValueError("a span without any end cannot be drawn")
    begin = first if first is not None else last - ahead * reach  # type: ignore[operator]
    finish = last if last is not None else first + ahead * reach  # type: ignore[operator]
    low, high = sorted((begin, finish))
    open_low, open_high = (first is None, last is None)[:: -1 if chart.page.reverse else 1]
    spare = max(0.0, marks.BAR - (high - low)) / 2
    low, high = low - spare, high + spare
    return marks.Extent(max(low, left), min(high, right), open_low or low < left, open_high or high > right)


def _draw_words(
    axes: Axes, chart: Chart, words: str, taken: marks.Extent, y: float, free: tuple[marks.Extent, str] | None
) -> None:
    """Write the date right of the mark, else left of it, else in its ``free`` part, in that part's colour."""
    page = chart.page
    left, right = page.box(*chart.calendar)
    width = labels.width(words, page, size=WORDS)
    style = {"size": WORDS, "halo": look.PANEL}
    if taken.right + BESIDE + width <= right - 4:
        labels.put(axes, taken.right + BESIDE, y, words, page, side="left", color=look.TEXT, **style)
    elif taken.left - BESIDE - width >= left + 4:
        labels.put(axes, taken.left - BESIDE, y, words, page, side="right", color=look.TEXT, **style)
    elif free is not None and free[0].right - free[0].left >= width:
        labels.put(
            axes,
            free[0].middle,
            y,
            words,
            page,
            side="middle",
            size=WORDS - 1,
            color=free[1],
            weight=look.MEDIUM,
            zorder=6,
        )
    else:
        room = max(right - taken.right, taken.left - left) - BESIDE - 4
        short = labels.shorten(words, room, page, size=WORDS) if room > 60 else ""
        after = right - taken.right >= taken.left - left
        x = taken.right + BESIDE if after else taken.left - BESIDE
        if short:
            labels.put(axes, x, y, short, page, side="left" if after else "right", color=look.TEXT, **style)


def draw_conflict(axes: Axes, chart: Chart, row: Row, at: timeline.Scale, y: float) -> None:
    """Every reading on the line, with ``≠`` between neighbours; who reads what stands below, a line each."""
    page = chart.page
    stands = readings.standing(row, chart.published)
    extents: list[marks.Extent] = []
    for place, reading in enumerate(row.said):
        right_one = stands is not None and reading is stands[0]
        color = look.INK if right_one else look.CONFLICT
        extents.append(_draw_span(axes, chart, reading.span, "stated" if right_one else "claimed", at, y, color))
        words = chronology_words.reading(reading, row, chart.names, page, whole=right_one)
        _draw_reading(axes, chart, words, extents[-1], y + (place + 1) * READING_STEP, color)
        if right_one and row.own.closed and row.own != reading.span and row.own.meets(reading.span):
            _draw_span(axes, chart, row.own, "inferred", at, y)
    for before, after in pairwise(extents):
        first, second = sorted((before, after), key=lambda extent: extent.left)
        xs = (first.right + 2, second.left - 2)
        if xs[1] > xs[0]:
            style = {"linestyle": (0, (3, 2))}
            marks.line(axes, xs, (y, y), look.CONFLICT, width=3, z=2, **style)
        if xs[1] - xs[0] > 50:
            marks.badge(axes, sum(xs) / 2, y, look.CONFLICT)
            labels.put(
                axes, sum(xs) / 2, y, "≠", page, size=20, weight=look.BOLD, side="middle", color=look.CONFLICT, zorder=6
            )


def _draw_reading(axes: Axes, chart: Chart, words: str, extent: marks.Extent, y: float, color: str) -> None:
    page = chart.page
    left, right = page.box(*chart.calendar)
    width = labels.width(words, page, size=WORDS, weight=look.SEMIBOLD)
    x = min(max(extent.middle - width / 2, left + 4), right - 4 - width)
    labels.put(
        axes, x, y, words, page, side="left", size=WORDS, weight=look.SEMIBOLD, color=color, halo=look.CONFLICT_PALE
    )
