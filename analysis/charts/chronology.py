"""What happened when, how surely, and which article says so.

A row is an event, in blocks with a calendar each (`blocks`); the mark in the calendar says the date and how surely it
is known (`marks`), the words beside it say it again; the columns are the articles that tell it. An event that
articles date so differently that they cannot all be right has a red row with every reading, who reads it, and which
one stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import (
    blocks,
    chronology_dates,
    chronology_key,
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
from analysis.charts.chronology_field import Field
from analysis.charts.chronology_layout import ABOVE_ROWS, HEADER, LABEL_AT, ROW, STRIP, Chart, Line, Section
from analysis.charts.readings import Row, Span

MOST_BANDS, WIDEST_BAND = 8, 110.0
"""More publications than this in one block, or one that may be anywhere in it, would paint its calendar over."""
KEY, NAME, NAME_STEP = 18.0, 15.0, 21.0
BREAK = re.compile(r"(?<=\w\w)(?:-|(?=[A-Z][a-z]))")


def by_event(
    events: pd.DataFrame,
    event_mentions: pd.DataFrame,
    times: pd.DataFrame,
    articles: pd.DataFrame,
    entities: pd.DataFrame,
    *,
    page: look.Page,
) -> look.Sheet:
    """Draw the chronology of a story: a row an event, a block a scale, a column an article.

    Parameters
    ----------
    events, event_mentions, times, articles, entities
        The tables of those names (`analysis.tables`). Times are asked for the words and the hour of what dates an
        event, entities for the English names of outlets.
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
    told = {row.event_id: row for row in readings.rows(events, event_mentions, page.lang, times)}
    hours = {event: row.hours for event, row in told.items() if row.hours}
    dated = blocks.ordered(events, hours)
    if dated.empty:
        return _without_dates(events, articles, page)
    kept, least = layout.told_most(dated)
    rows = {event: told[event] for event in kept["event_id"]}
    chart = layout.chart(articles, entities, event_mentions, page)
    sections = layout.sections(dated, rows, chart)
    words = chronology_words.Words(
        page=page,
        rows=[told[event] for event in dated["event_id"]],
        undated=[told[event] for event in events.loc[blocks.anchors(events).isna(), "event_id"]],
        drawn=len(kept),
        least=least,
        articles=articles,
        names=chart.names,
        published=chart.published,
        by_outlet=chart.counted,
    )
    sheet = _drawn(chart, sections, words)
    return sheet.says(words.title(), words.footer(), words.alt(), chronology_words.shown(kept, list(rows.values())))


def _without_dates(events: pd.DataFrame, articles: pd.DataFrame, page: look.Page) -> look.Sheet:
    title = page.pick("لا حدث له تاريخ في هذه المقالات", "No event in these articles has a date")
    count = labels.counted(len(events), "event", page.lang)
    footer = f"{columns.tally(articles, page.lang)}. {page.pick('بلا تاريخ', 'Without a date')}: {count}."
    return frame.empty(page, title, footer).says(title, footer, title, chronology_words.shown(events, []))


def _drawn(chart: Chart, sections: Sequence[Section], words: chronology_words.Words) -> look.Sheet:
    page = chart.page
    names = _column_names(chart)
    sheet, axes = look.canvas(page, 1.0)
    y = frame.heading(axes, page, words.title(), words.subtitle())
    matrix_top = y + max(len(lines) for lines in names) * NAME_STEP + 30
    end = frame.key(
        axes, page, y + 14, chronology_key.entries(sections, chart.page), size=KEY, end=chart.matrix[0] - 10
    )
    top = max(end, matrix_top) + 12
    _draw_names(axes, chart, names, top - 16)
    for section in sections:
        _draw_section(axes, chart, section, top)
        top += section.height
    frame.cut(sheet, axes, frame.footer(axes, page, top + 6, words.footer()))
    return sheet


def _column_names(chart: Chart) -> list[list[str]]:
    """Each column's name in lines; the number of a page that names no outlet stands on a line of its own."""
    room = chart.pitch - 4
    names: list[list[str]] = []
    for column in chart.columns:
        parts = [column.name, column.detail] if column.named else column.name.rsplit(" ", 1)
        whole = " ".join(_hyphened(word, room, chart.page) for part in parts for word in [*part.split(), "\n"])
        lines = [labels.wrap(part, room, chart.page, size=NAME, weight=look.SEMIBOLD) for part in whole.split("\n")]
        names.append([labels.name(line, chart.page.lang) for part in lines for line in part][:3])
    return names


def _hyphened(word: str, room: float, page: look.Page) -> str:
    """A word too wide for its column, parted by a space: after a hyphen, before a capital, else in its middle."""
    if labels.width(word, page, size=NAME, weight=look.SEMIBOLD) <= room:
        return word
    found = BREAK.search(word)
    if found is None and not word.isascii():
        return word  # Arabic letters are never parted
    at = found.end() if found else (len(word) + 1) // 2
    return f"{word[:at].rstrip('-')}- {_hyphened(word[at:], room, page)}"


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
    page = chart.page
    marks.box(axes, *_corners(page.box(look.MARGIN, page.width - look.MARGIN), top, top + HEADER), look.BAND)
    room = chart.calendar[0] - LABEL_AT - 12
    heading = labels.shorten(section.heading, room, page, size=look.HEADING, weight=look.SEMIBOLD)
    labels.put(axes, page.x(LABEL_AT), top + HEADER / 2, heading, page, size=look.HEADING, weight=look.SEMIBOLD)
    field, ticks = _field(chart, section)
    bottom = top + section.height - layout.BELOW_ROWS + 6
    marks.box(axes, *_corners((field.left, field.right), top + HEADER, bottom), look.PANEL)
    for left, right in field.bands:
        marks.box(axes, left, top + HEADER, right, bottom, look.PUBLISHED_PALE, z=0.5)
    _draw_published(axes, chart, section, field, top)
    for x, words in ticks:
        marks.line(axes, (x, x), (top + HEADER, bottom), look.GRID, width=1.6)
        labels.put(axes, x, top + HEADER / 2, words, page, size=look.TICK, color=look.TEXT, side="middle")
    y = top + HEADER + ABOVE_ROWS
    if section.ticks:
        _draw_strip(axes, chart, section, field, y)
        y += STRIP
    for place, line in enumerate(section.lines):
        if place:
            marks.line(axes, page.box(look.MARGIN, page.width - look.MARGIN), (y, y), look.ROW_RULE, width=1.6, z=0.3)
        _draw_line(axes, chart, line, field, y)
        y += line.height


def _field(chart: Chart, section: Section) -> tuple[Field, list[timeline.Tick]]:
    """The block's calendar with the bands of the publications in it, where they do not paint it over; its ticks."""
    page, block = chart.page, section.block
    at = timeline.scale_of(page, block, *_inner(chart.calendar))
    ends = [_ends(span, at) for span in section.published]
    bands = tuple(end for end in ends if end[1] - end[0] <= WIDEST_BAND) if len(ends) <= MOST_BANDS else ()
    ticks = timeline.ticks(block.opens, block.final, block.unit, at, page)
    return Field(page, *page.box(*chart.calendar), tuple(x for x, _ in ticks), bands, block, at), ticks


def _ends(span: Span, at: timeline.Scale) -> tuple[float, float]:
    """Left and right of a publication's days, ten pixels wide at least."""
    left, right = sorted((at(timeline.number_of(span.ends[0])), at(timeline.number_of(span.ends[1]) + 1)))
    spare = max(0.0, 10 - (right - left)) / 2
    return left - spare, right + spare


def _corners(sides: tuple[float, float], top: float, bottom: float) -> tuple[float, float, float, float]:
    return sides[0], top, sides[1], bottom


def _inner(calendar: tuple[float, float]) -> tuple[float, float]:
    """The scale leaves room at both ends for half a mark and half a word."""
    return calendar[0] + 26, calendar[1] - 26


def _draw_published(axes: Axes, chart: Chart, section: Section, field: Field, top: float) -> None:
    """Mark the publications that have no band of their own under the heading, and the columns of all."""
    for span in section.published:
        left, right = _ends(span, field.at)
        if (left, right) not in field.bands:
            edges = max(left, field.left), min(right, field.right)
            marks.box(axes, edges[0], top + HEADER, edges[1], top + HEADER + 6, look.PUBLISHED, z=0.5)
    for place, column in enumerate(chart.columns):
        if any(chart.published.get(article) in section.published for article in column.articles):
            marks.chip(axes, chart.column_x(place), top + HEADER / 2)


def _draw_strip(axes: Axes, chart: Chart, section: Section, field: Field, top: float) -> None:
    """Events without a row of their own: at each first day a tick, as long as there are events."""
    page = chart.page
    days = Counter(section.ticks)
    most = max(days.values())
    for day, count in days.items():
        x = min(max(field.at(timeline.number_of(day) + 0.5), field.left + 2), field.right - 2)
        ends = top + STRIP - 12 - (STRIP - 16) * count / most, top + STRIP - 12
        marks.line(axes, (x, x), ends, look.OTHER, width=4)
    count = labels.counted(len(section.ticks), "event", page.lang)
    words = page.pick(f"ومعها {count} بلا صف، أطول خط: {most}", f"and {count} without a row, longest tick: {most}")
    labels.put(axes, page.x(LABEL_AT), top + STRIP / 2 - 4, words, page, size=layout.WORDS, color=look.TEXT)


def _draw_line(axes: Axes, chart: Chart, line: Line, field: Field, top: float) -> None:
    page, row = chart.page, line.row
    y = top + ROW / 2
    if row.conflict:
        sides = page.box(look.MARGIN, page.width - look.MARGIN)
        marks.box(axes, *_corners(sides, top, top + line.height), look.CONFLICT_PALE, z=0.4)
    leading = layout.SECOND_LINE / layout.LABEL
    style = {"color": look.CONFLICT, "weight": look.SEMIBOLD} if row.conflict else {}
    labels.block(axes, page.x(LABEL_AT), y, line.label, page, size=layout.LABEL, leading=leading, **style)
    under = y + len(line.label) * layout.SECOND_LINE + 2
    why = {"size": layout.WHY, "color": look.CONFLICT, "leading": 24 / layout.WHY}
    labels.block(axes, page.x(LABEL_AT), under, line.why, page, **why)
    if row.conflict and len(row.said) > 1:
        chronology_dates.draw_conflict(axes, chart, field, line, y)
    else:
        chronology_dates.draw_dates(axes, field, row, y)
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
