"""The chronology laid out before it is drawn: which events are rows, in which block, how high; the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.charts import blocks, chronology_words, columns, frame, labels, look, readings, timeline
from analysis.charts.columns import Column
from analysis.charts.frames import Frame
from analysis.charts.readings import Row, Span

LABEL_AT = look.MARGIN + 14
CALENDAR = (560.0, 1190.0)
MATRIX = (1206.0, 1556.0)
WIDE_MATRIX = 1030.0
"""Where the matrix begins when there are more than `NARROW` columns."""
NARROW, MOST_COLUMNS = 5, 8
MOST_ROWS = 80
"""More events than this, and those that one article alone tells become ticks."""
TICK_WEIGHT = 0.2
"""A tick wants a fine scale less than a row does."""
ROW, SECOND_LINE = 33.0, 25.0
HEADER, ABOVE_ROWS, BELOW_ROWS, STRIP = 52.0, 8.0, 14.0, 34.0
READING_STEP = 27.0
LABEL, WORDS, WHY = 19.0, 17.0, 16.0


@dataclass(frozen=True)
class Line:
    """A row with its words in lines and the room they take; ``readings`` are those of a conflict."""

    row: Row
    label: list[str]
    why: list[str]
    height: float
    readings: tuple[list[str], ...] = ()


@dataclass(frozen=True)
class Section:
    """A block with its heading and rows, the days of events that are only ticks in it, and the publications in it."""

    block: blocks.Block
    heading: str
    lines: list[Line]
    ticks: list[pd.Timestamp]
    published: tuple[Span, ...]

    @property
    def height(self) -> float:
        """Pixels from its heading's top to the next one's."""
        strip = STRIP if self.ticks else 0
        return HEADER + ABOVE_ROWS + strip + sum(line.height for line in self.lines) + BELOW_ROWS


@dataclass(frozen=True)
class Chart:
    """Everything that drawing needs beside the section at hand."""

    page: look.Page
    columns: list[Column]
    published: dict[str, Span]
    names: dict[str, str]
    calendar: tuple[float, float]
    matrix: tuple[float, float]
    counted: bool

    def column_x(self, at: int) -> float:
        """Pixels from the left of the middle of a column."""
        return self.page.x(self.matrix[0] + (at + 0.5) * self.pitch)

    @property
    def pitch(self) -> float:
        """Pixels from one column to the next."""
        return (self.matrix[1] - self.matrix[0]) / len(self.columns)


def told_most(dated: Frame) -> tuple[pd.DataFrame, int]:
    """Return the events that get a row, and say how many articles or origins such an event has at least.

    Independent origins are counted where they are known, articles otherwise. Conflicts are always rows. Where hardly
    any event is told twice, the threshold would leave nothing to look at: then the first `MOST_ROWS` by count are
    rows.
    """
    if len(dated) <= MOST_ROWS:
        return dated, 1
    told = dated["n_origins"].fillna(dated["n_articles"]).astype(int)
    conflict = dated["conflict"].fillna(value=False).astype(bool)
    least = 2
    while ((told >= least) | conflict).sum() > MOST_ROWS and least < told.max():
        least += 1
    row = (told >= least) | conflict
    if row.sum() > MOST_ROWS or row.sum() < MOST_ROWS / 10:
        first = told.where(~conflict, told.max() + 1).sort_values(ascending=False, kind="stable").index[:MOST_ROWS]
        row = pd.Series(dated.index.isin(first), index=dated.index)
    return dated.loc[row].reset_index(drop=True), least


def chart(articles: Frame, entities: Frame, mentions: Frame, page: look.Page) -> Chart:
    """Choose the columns, articles or outlets by how many there are, and the room of calendar and matrix."""
    titles = columns.titles(articles, entities, page.lang)
    counted = len(articles) > MOST_COLUMNS
    if counted:
        told = mentions.groupby("article_id")["event_id"].nunique().to_dict()
        made = columns.by_outlet(articles, entities, page.lang, told, MOST_COLUMNS)
    else:
        made = columns.by_article(articles, entities, page.lang)
    wide = len(made) > NARROW
    return Chart(
        page=page,
        columns=made,
        published=columns.published(articles),
        names={article: " ".join(filter(None, title)) for article, title in titles.items()},
        calendar=(CALENDAR[0], WIDE_MATRIX - 20) if wide else CALENDAR,
        matrix=(WIDE_MATRIX, MATRIX[1]) if wide else MATRIX,
        counted=counted,
    )


def sections(dated: Frame, drawn: Mapping[str, Row], chart: Chart) -> list[Section]:
    """Part dated events into blocks; those with a row in ``drawn`` get one there, the others are ticks.

    Each publication is marked in one block.
    """
    rows = [drawn.get(event) for event in dated["event_id"]]
    reach = pd.Series([row and row.reach for row in rows], index=dated.index, dtype="datetime64[s]")
    cut = blocks.cut(dated, reach, np.where([row is not None for row in rows], 1.0, TICK_WEIGHT))
    published = [span for span in dict.fromkeys(chart.published.values()) if span.closed]
    homes = {span: _home(span, cut) for span in published}
    ends = [*sorted(span.ends[0] for span in published)[:1], *sorted(span.ends[1] for span in published)[-1:]]
    anchors = blocks.anchors(dated)
    return [
        Section(
            block=block,
            heading=timeline.heading(block, dated.iloc[block.first_row : block.end_row], ends, chart.page),
            lines=[_line(row, chart) for place in block.rows if (row := rows[place]) is not None],
            ticks=[anchors.iloc[place] for place in block.rows if rows[place] is None],
            published=tuple(span for span in published if homes[span] is block),
        )
        for block in cut
    ]


def _home(span: Span, cut: Sequence[blocks.Block]) -> blocks.Block | None:
    """The block in which a publication is marked: of those whose calendar holds it, the one with the finest scale."""
    holding = [block for block in cut if block.first <= span.ends[0] and span.ends[1] <= block.last]
    return min(holding, key=lambda block: block.days, default=None)


def _line(row: Row, chart: Chart) -> Line:
    room = chart.calendar[0] - LABEL_AT - 12
    weight = look.SEMIBOLD if row.conflict else look.REGULAR
    label = labels.wrap(labels.clean(row.label).replace(" …", "…"), room, chart.page, size=LABEL, weight=weight)
    if len(label) > 2:
        label = [label[0], labels.shorten(" ".join(label[1:]), room, chart.page, size=LABEL, weight=weight)]
    why: list[str] = []
    height = ROW + (len(label) - 1) * SECOND_LINE
    if row.conflict and len(row.said) > 1:
        said = chronology_words.why(row, chart.published, chart.names, chart.page)
        why = frame.balanced(said, room, chart.page, size=WHY)[:4]
        made = _readings(row, chart)
        height = 14 + max(ROW + sum(map(len, made)) * READING_STEP, height + len(why) * SECOND_LINE)
        return Line(row, label, why, height, made)
    return Line(row, label, why, height)


def _readings(row: Row, chart: Chart) -> tuple[list[str], ...]:
    """What is read by whom and in which words, by reading."""
    stands = readings.standing(row, chart.published)
    room = chart.calendar[1] - chart.calendar[0] - 8
    right = None if stands is None else stands[0]
    return tuple(
        chronology_words.reading(read, row, chart.names, chart.page, whole=read is right, room=room)
        for read in row.said
    )
