"""An event's date in its block's calendar: the mark, the words beside it, and every reading where articles disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from matplotlib.axes import Axes

from analysis.charts import chronology_words, labels, look, marks, readings, timeline
from analysis.charts.chronology_field import Field
from analysis.charts.chronology_layout import READING_STEP, WORDS, Chart, Line
from analysis.charts.clocks import Clock
from analysis.charts.grounds import beside, write
from analysis.charts.readings import Row, Span


def draw_dates(axes: Axes, field: Field, row: Row, y: float) -> None:
    """Draw what is said of an event's date and what was inferred, and write both beside it."""
    local = [clock for clock in row.clocks if not clock.zone]
    if field.block.unit == "hour" and local:
        extents = [_draw_clock(axes, field, clock, row, y) for clock in local]
        widest = "planned"
    else:
        extents, widest = _draw_days(axes, field, row, y)
    taken = replace(extents[0], left=min(e.left for e in extents), right=max(e.right for e in extents))
    words = chronology_words.date(row, field.block, field.page)
    color = {"stated": look.PAPER, "inferred": look.INK, "planned": look.INK}.get(widest)
    beside(axes, field, words, taken, y, size=WORDS, inside=(_free(extents), color) if color else None)


def _draw_days(axes: Axes, field: Field, row: Row, y: float) -> tuple[list[marks.Extent], marks.Certainty]:
    """Draw a row's intervals, the longest first; return where they lie, and how sure the longest is."""
    drawn: list[tuple[Span, marks.Certainty]] = [(row.own, _certainty(row, inferred=not row.in_text))]
    if row.said and not row.in_text and row.said[0].span.closed:
        drawn.append((row.said[0].span, _certainty(row, inferred=False)))
    if row.own.closed and len(drawn) == 2 and _width(drawn[1][0], field.at) <= marks.BAR:
        drawn.pop()  # what is said is no wider than the mark of what was inferred: the words say both
    drawn.sort(key=lambda pair: _length(pair[0]), reverse=True)
    extents = [_draw_span(axes, field, span, certainty, y) for span, certainty in drawn]
    if row.about:
        marks.about(axes, extents[0], y, rounded=drawn[0][0].is_day)
        extents[0] = replace(extents[0], left=extents[0].left - marks.AROUND, right=extents[0].right + marks.AROUND)
    return extents, drawn[0][1]


def _draw_clock(axes: Axes, field: Field, clock: Clock, row: Row, y: float) -> marks.Extent:
    """Draw a time by the clock as a dot; a part of the day has no sharp ends and is "about"."""
    certainty = _certainty(row, inferred=False)
    extent = field.between(timeline.number_of(clock.first), timeline.number_of(clock.last))
    if clock.is_moment:
        marks.day(axes, extent.middle, y, certainty)
        return marks.Extent(extent.middle - marks.DOT, extent.middle + marks.DOT)
    marks.interval(axes, extent, y, certainty if certainty != "stated" else "about")
    return extent


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
    axes: Axes, field: Field, span: Span, certainty: marks.Certainty, y: float, color: str = look.INK
) -> marks.Extent:
    """Draw an interval; a day is a dot, but among hours it is an interval too."""
    extent = field.extent(span)
    if span.is_day and field.block.unit != "hour":
        marks.day(axes, extent.middle, y, certainty, color)
        return marks.Extent(extent.middle - marks.DOT, extent.middle + marks.DOT)
    marks.interval(axes, extent, y, certainty, color)
    return extent


def draw_conflict(axes: Axes, chart: Chart, field: Field, line: Line, y: float) -> None:
    """Every reading on the line, with ``≠`` between neighbours; who reads what stands below."""
    row = line.row
    stands = readings.standing(row, chart.published)
    extents: list[marks.Extent] = []
    under = y
    for reading, words in zip(row.said, line.readings, strict=True):
        right_one = stands is not None and reading is stands[0]
        color = look.INK if right_one else look.CONFLICT
        extents.append(_draw_span(axes, field, reading.span, "stated" if right_one else "claimed", y, color))
        for said in words:
            under += READING_STEP
            _draw_reading(axes, field, said, extents[-1], under, color)
        if right_one and row.own.closed and row.own != reading.span and row.own.meets(reading.span):
            _draw_span(axes, field, row.own, "inferred", y)
    for before, after in pairwise(extents):
        _draw_apart(axes, chart.page, before, after, y)


def _draw_apart(axes: Axes, page: look.Page, before: marks.Extent, after: marks.Extent, y: float) -> None:
    """The sign between two readings that cannot both be right."""
    if page.reverse:
        before, after = after, before
    first, second = before.right + 2, after.left - 2
    if second > first:
        marks.line(axes, (first, second), (y, y), look.CONFLICT, width=3, z=2, linestyle=(0, (3, 2)))
    if second - first > 50:
        middle = (first + second) / 2
        marks.badge(axes, middle, y, look.CONFLICT)
        style = {"size": 20, "weight": look.BOLD, "color": look.CONFLICT, "zorder": 6}
        labels.put(axes, middle, y, "≠", page, side="middle", **style)


def _draw_reading(axes: Axes, field: Field, words: str, extent: marks.Extent, y: float, color: str) -> None:
    room = field.right - field.left - 8
    words = labels.shorten(words, room, field.page, size=WORDS, weight=look.SEMIBOLD)
    width = labels.width(words, field.page, size=WORDS, weight=look.SEMIBOLD)
    x = min(max(extent.middle - width / 2, field.left + 4), field.right - 4 - width)
    write(axes, field, x, y, words, size=WORDS, weight=look.SEMIBOLD, color=color, paper=look.CONFLICT_PALE)
