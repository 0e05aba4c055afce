"""What happened when, how surely, and which article says so.

A row is an event, in blocks with a calendar each (`blocks`); the mark in the calendar says the date and how surely it
is known (`marks`), the words beside it say it again; the columns are the articles that tell it. An event that
articles date so differently that they cannot all be right has a red row with every reading, who reads it, and which
one stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import (
    blocks,
    chronology_dates,
    chronology_words,
    columns,
    frame,
    labels,
    look,
    marks,
    readings,
    timeline,
)
from analysis.charts import chronology_layout as layout
from analysis.charts.chronology_layout import ABOVE_ROWS, HEADER, LABEL_AT, ROW, STRIP, Chart, Line, Section
from analysis.charts.readings import Row

MOST_BANDS, WIDEST_BAND = 8, 60.0
"""More publications than this in one block, or one that may be anywhere in it, would paint its calendar over."""
KEY, NAME, NAME_STEP = 18.0, 15.0, 21.0


def by_event(
    events: pd.DataFrame,
    event_mentions: pd.DataFrame,
    articles: pd.DataFrame,
    entities: pd.DataFrame,
    *,
    page: look.Page,
) -> look.Sheet:
    """Draw the chronology of a story: a row an event, a block a scale, a column an article.

    Parameters
    ----------
    events, event_mentions, articles, entities
        The tables of those names (`analysis.tables`). Entities are asked for the English names of outlets only.
    page
        The page to draw on; call inside `look.context`, or through `look.twins`.

    Returns
    -------
    look.Sheet
        1600 pixels wide and as high as its rows; with 40 of them it has the proportions of A4. Events without a date
        are counted in the footer, and listed while they are few. Above 80 events those told by one article alone are
        drawn as ticks; above 8 articles the columns are outlets, with the number of articles in each square.

        A story without a dated event has a sheet that says so.
    """
    dated = blocks.ordered(events)
    if dated.empty:
        return _without_dates(events, articles, page)
    kept, rest, least = layout.told_most(dated)
    every = readings.rows(dated, event_mentions, page.lang)
    drawn = set(kept["event_id"])
    rows = [row for row in every if row.event_id in drawn]
    chart = layout.chart(articles, entities, event_mentions, page)
    sections = layout.sections(kept, rows, rest, chart)
    words = chronology_words.Words(
        page=page,
        rows=every,
        undated=readings.rows(events.loc[blocks.anchors(events).isna()], event_mentions, page.lang),
        drawn=len(kept),
        least=least,
        articles=articles,
        names=chart.names,
        published=chart.published,
        by_outlet=chart.counted,
    )
    sheet = _drawn(chart, sections, words)
    return sheet.says(words.title(), words.footer(), words.alt(), chronology_words.shown(kept, rows, chart.names))


def _without_dates(events: pd.DataFrame, articles: pd.DataFrame, page: look.Page) -> look.Sheet:
    title = page.pick("لا حدث له تاريخ في هذه المقالات", "No event in these articles has a date")
    count = labels.counted(len(events), "event", page.lang)
    footer = f"{columns.tally(articles, page.lang)}. {page.pick('بلا تاريخ', 'Without a date')}: {count}."
    return frame.empty(page, title, footer).says(title, footer, title, chronology_words.shown(events, [], {}))


def _drawn(chart: Chart, sections: Sequence[Section], words: chronology_words.Words) -> look.Sheet:
    page = chart.page
    names = _column_names(chart)
    sheet, axes = look.canvas(page, 1.0)
    y = frame.heading(axes, page, words.title(), words.subtitle())
    matrix_top = y + max(len(lines) for lines in names) * NAME_STEP + 30
    end = frame.key(axes, page, y + 14, _key(sections, chart), size=KEY, end=chart.matrix[0] - 10)
    top = max(end, matrix_top) + 12
    _draw_names(axes, chart, names, top - 16)
    for section in sections:
        _draw_section(axes, chart, section, top)
        top += section.height
    frame.cut(sheet, axes, frame.footer(axes, page, top + 6, words.footer()))
    return sheet


def _key(sections: Sequence[Section], chart: Chart) -> list[tuple[float, frame.Symbol, str]]:
    """The marks that this chart holds, in words; none that it does not."""
    page = chart.page
    rows = [line.row for section in sections for line in section.lines]
    sure = [row for row in rows if row.in_text and row.status == "happened"]
    status = {row.status for row in rows}

    def bar(certainty: marks.Certainty, *, open_left: bool = False) -> frame.Symbol:
        return lambda axes, x, y: marks.interval(axes, marks.Extent(x - 21, x + 21, open_left=open_left), y, certainty)

    def dot(certainty: marks.Certainty) -> frame.Symbol:
        return lambda axes, x, y: marks.day(axes, x, y, certainty)

    def both(axes: Axes, x: float, y: float) -> None:
        marks.day(axes, x - 20, y, "inferred")
        marks.interval(axes, marks.Extent(x - 2, x + 30), y, "inferred")

    def square(axes: Axes, x: float, y: float, *, filled: bool) -> None:
        marks.square(axes, x, y, filled=filled)

    def chip(axes: Axes, x: float, y: float) -> None:
        marks.chip(axes, x, y, width=14)

    published = page.pick("النشر: يومه في التقويم ومقالته في الأعمدة", "publication: its day, its article’s column")
    entries = (
        (any(row.own.is_day for row in sure), 20, dot("stated"), page.pick("يوم مذكور", "day stated")),
        (any(not row.own.is_day for row in sure), 42, bar("stated"), page.pick("فترة", "interval")),
        (any(not r.own.closed for r in rows), 42, bar("stated", open_left=True), page.pick("طرف مفتوح", "open end")),
        ("claimed" in status, 42, bar("claimed"), page.pick("رواية طرف", "one side’s claim")),
        (any(not row.in_text for row in rows), 60, both, page.pick("مستنتج لا يذكره نص", "inferred, in no text")),
        ("planned" in status, 20, dot("planned"), page.pick("مخطَّط", "planned")),
        (any(row.dated for row in rows), 18, partial(square, filled=True), page.pick("يذكر تاريخاً", "gives a date")),
        (any(r.told - r.dated for r in rows), 18, partial(square, filled=False), page.pick("بلا تاريخ", "gives none")),
        (any(section.published for section in sections), 16, chip, published),
    )
    return [(width, symbol, words) for shown, width, symbol, words in entries if shown]


def _column_names(chart: Chart) -> list[list[str]]:
    room = chart.pitch - 3
    return [
        [
            line
            for part in (column.name, column.detail)
            if part
            for line in labels.wrap(part, room, chart.page, size=NAME, weight=look.SEMIBOLD)
        ][:3]
        for column in chart.columns
    ]


def _draw_names(axes: Axes, chart: Chart, names: Sequence[Sequence[str]], bottom: float) -> None:
    page = chart.page
    most = max(len(lines) for lines in names)
    for at, (column, lines) in enumerate(zip(chart.columns, names, strict=True)):
        style = {"weight": look.SEMIBOLD, "color": look.INK} if column.named else {"color": look.TEXT}
        y = bottom - (len(lines) - 1) * NAME_STEP
        labels.block(
            axes, chart.column_x(at), y, lines, page, size=NAME, side="middle", leading=NAME_STEP / NAME, **style
        )
    middle = sum(chart.matrix) / 2
    words = page.pick("من يرويه؟", "Who tells it")
    if chart.counted:
        words = page.pick("من يرويه؟ وفي كم مقالة؟", "Who tells it, in how many articles")
    labels.put(
        axes, page.x(middle), bottom - most * NAME_STEP - 10, words, page, size=18, weight=look.SEMIBOLD, side="middle"
    )


def _draw_section(axes: Axes, chart: Chart, section: Section, top: float) -> None:
    page, block = chart.page, section.block
    marks.box(axes, *_corners(page.box(look.MARGIN, page.width - look.MARGIN), top, top + HEADER), look.BAND)
    labels.put(axes, page.x(LABEL_AT), top + HEADER / 2, section.heading, page, size=look.HEADING, weight=look.SEMIBOLD)
    at = timeline.scale(page, block.first, block.last, *_inner(chart.calendar))
    bottom = top + section.height - layout.BELOW_ROWS
    marks.box(axes, *_corners(page.box(*chart.calendar), top + HEADER, bottom), look.PANEL)
    _draw_published(axes, chart, section, at, top, bottom)
    for x, words in timeline.ticks(block.first, block.last, block.unit, at, page):
        marks.line(axes, (x, x), (top + HEADER, bottom), look.GRID, width=1.6)
        labels.put(axes, x, top + HEADER / 2, words, page, size=look.TICK, color=look.TEXT, side="middle")
    y = top + HEADER + ABOVE_ROWS
    if section.ticks:
        _draw_strip(axes, chart, section, at, y)
        y += STRIP
    for line in section.lines:
        _draw_line(axes, chart, line, block, at, y)
        y += line.height


def _corners(sides: tuple[float, float], top: float, bottom: float) -> tuple[float, float, float, float]:
    return sides[0], top, sides[1], bottom


def _inner(calendar: tuple[float, float]) -> tuple[float, float]:
    """The scale leaves room at both ends for half a mark and half a word."""
    return calendar[0] + 26, calendar[1] - 26


def _draw_published(axes: Axes, chart: Chart, section: Section, at: timeline.Scale, top: float, bottom: float) -> None:
    """Mark publications in their block: a band down its calendar, short where it would paint too much of it over."""
    for span in section.published:
        ends = sorted((at(timeline.number_of(span.ends[0])), at(timeline.number_of(span.ends[1]) + 1)))
        spare = max(0.0, 10 - (ends[1] - ends[0])) / 2
        whole = len(section.published) <= MOST_BANDS and ends[1] - ends[0] <= WIDEST_BAND
        foot, color = (bottom, look.PUBLISHED_PALE) if whole else (top + HEADER + 6, look.PUBLISHED)
        marks.box(axes, ends[0] - spare, top + HEADER, ends[1] + spare, foot, color, z=0.5)
    for place, column in enumerate(chart.columns):
        if any(chart.published.get(article) in section.published for article in column.articles):
            marks.chip(axes, chart.column_x(place), top + HEADER / 2)


def _draw_strip(axes: Axes, chart: Chart, section: Section, at: timeline.Scale, top: float) -> None:
    """Events without a row of their own: at each first day a tick, as long as there are events."""
    page = chart.page
    left, right = page.box(*chart.calendar)
    days = Counter(section.ticks)
    most = max(days.values())
    for day, count in days.items():
        x = min(max(at(timeline.number_of(day) + 0.5), left + 2), right - 2)
        marks.line(
            axes, (x, x), (top + STRIP - 12 - (STRIP - 16) * count / most, top + STRIP - 12), look.OTHER, width=4
        )
    count = labels.counted(len(section.ticks), "event", page.lang)
    words = page.pick(f"ومعها {count} بلا صف، أطول خط: {most}", f"and {count} without a row, longest tick: {most}")
    labels.put(axes, page.x(LABEL_AT), top + STRIP / 2 - 4, words, page, size=layout.WORDS, color=look.TEXT)


def _draw_line(axes: Axes, chart: Chart, line: Line, block: blocks.Block, at: timeline.Scale, top: float) -> None:
    page, row = chart.page, line.row
    y = top + ROW / 2
    if row.conflict:
        sides = page.box(look.MARGIN, page.width - look.MARGIN)
        marks.box(axes, *_corners(sides, top, top + line.height), look.CONFLICT_PALE, z=0.2)
    else:
        marks.line(
            axes,
            page.box(look.MARGIN, page.width - look.MARGIN),
            (top + line.height, top + line.height),
            look.ROW_RULE,
            z=0.3,
        )
    style = {"color": look.CONFLICT, "weight": look.SEMIBOLD} if row.conflict else {}
    labels.block(
        axes,
        page.x(LABEL_AT),
        y,
        line.label,
        page,
        size=layout.LABEL,
        leading=layout.SECOND_LINE / layout.LABEL,
        **style,
    )
    under = y + len(line.label) * layout.SECOND_LINE + 2
    labels.block(
        axes, page.x(LABEL_AT), under, line.why, page, size=layout.WHY, color=look.CONFLICT, leading=24 / layout.WHY
    )
    if row.conflict and len(row.said) > 1:
        chronology_dates.draw_conflict(axes, chart, row, at, y)
    else:
        chronology_dates.draw_dates(axes, chart, row, block, at, y)
    _draw_cells(axes, chart, row, y)


def _draw_cells(axes: Axes, chart: Chart, row: Row, y: float) -> None:
    stands = readings.standing(row, chart.published) if row.conflict else None
    for at, column in enumerate(chart.columns):
        x = chart.column_x(at)
        told = [article for article in column.articles if article in row.told]
        if not told:
            marks.point(axes, x, y)
            continue
        dated = [article for article in told if article in row.dated]
        wrong = row.conflict and any(article not in (stands[0].articles if stands else ()) for article in dated)
        color = look.CONFLICT if wrong else look.INK
        many = len(told) > 1
        marks.square(axes, x, y, filled=bool(dated), color=color, size=24 if many else 18)
        if many:
            style = {"color": look.PAPER if dated else color, "weight": look.SEMIBOLD, "side": "middle"}
            labels.put(axes, x, y, labels.number(len(told), chart.page.lang), chart.page, size=15, zorder=6, **style)
