"""What happened when, how surely, and which article says so.

A row is an event, in blocks with a calendar each (`blocks`); the mark in the calendar says the date and how surely it is
known (`marks`), the words beside it say it again; the columns are the articles that tell it. An event that articles date
so differently that they cannot all be right has a red row with every reading, who reads it, and which one stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import blocks, chronology_words, columns, frame, labels, look, marks, readings, timeline
from analysis.charts.columns import Column
from analysis.charts.readings import Row, Span

LABEL_AT = look.MARGIN + 14
CALENDAR = (560.0, 1190.0)
MATRIX = (1206.0, 1556.0)
WIDE_MATRIX = 1030.0
"""Where the matrix begins when there are more than `NARROW` columns."""
NARROW, MOST_COLUMNS = 5, 8
MOST_BANDS = 8
MOST_ROWS = 80
"""More events than this, and those that one article alone tells become ticks."""
ROW, SECOND_LINE, NAME_STEP = 33.0, 25.0, 21.0
HEADER, ABOVE_ROWS, BELOW_ROWS = 52.0, 8.0, 14.0
STRIP = 34.0
READING_STEP = 27.0
LABEL, WORDS, KEY, WHY, NAME = 19.0, 17.0, 18.0, 16.0, 15.0
BESIDE = 9.0
"""Between a mark and its words."""


@dataclass(frozen=True)
class _Line:
    """A row with the room it takes."""

    row: Row
    label: list[str]
    why: list[str]
    height: float


@dataclass(frozen=True)
class _Section:
    """A block with its rows, the days of events that are only ticks in it, and its heading."""

    block: blocks.Block
    heading: str
    lines: list[_Line]
    ticks: list[pd.Timestamp]

    @property
    def height(self) -> float:
        strip = STRIP if self.ticks else 0
        return HEADER + ABOVE_ROWS + strip + sum(line.height for line in self.lines) + BELOW_ROWS


@dataclass(frozen=True)
class _Chart:
    """Everything that drawing needs beside the section at hand."""

    page: look.Page
    columns: list[Column]
    published: dict[str, Span]
    names: dict[str, str]
    calendar: tuple[float, float]
    matrix: tuple[float, float]
    counted: bool
    home: dict[Span, blocks.Block]

    def column_x(self, at: int) -> float:
        start, end = self.matrix
        pitch = (end - start) / len(self.columns)
        return self.page.x(start + (at + 0.5) * pitch)

    @property
    def pitch(self) -> float:
        return (self.matrix[1] - self.matrix[0]) / len(self.columns)


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
        1600 pixels wide and as high as its rows; with 40 of them it has the proportions of A4. Events without a date are
        counted in the footer, and listed while they are few. Above 80 events those told by one article alone are drawn as
        ticks; above 8 articles the columns are outlets, with the number of articles in each square.

    Raises
    ------
    ValueError
        If no event has a date.
    """
    dated = blocks.ordered(events)
    if dated.empty:
        raise ValueError("no event has a date; see `event_mentions` for what is told without one")
    kept, rest, least = _told_most(dated)
    rows = readings.rows(kept, event_mentions, page.lang)
    chart = _laid_out(articles, entities, event_mentions, page)
    sections = _sections(kept, rows, rest, articles, chart)
    chart = replace(chart, home=_homes(chart.published, [section.block for section in sections]))
    words = chronology_words.Words(
        page=page,
        rows=readings.rows(dated, event_mentions, page.lang),
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


def _told_most(dated: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Part events into rows and ticks, and say how many articles or origins a row's event has at least.

    Independent origins are counted where they are known, articles otherwise. Conflicts are always rows. Where hardly any
    event is told twice, the threshold would leave nothing to look at: then the first `MOST_ROWS` by count are rows.
    """
    if len(dated) <= MOST_ROWS:
        return dated, dated.iloc[:0], 1
    told = dated["n_origins"].fillna(dated["n_articles"]).astype(int)
    conflict = dated["conflict"].fillna(value=False).astype(bool)
    least = 2
    while ((told >= least) | conflict).sum() > MOST_ROWS and least < told.max():
        least += 1
    row = (told >= least) | conflict
    if row.sum() > MOST_ROWS or row.sum() < MOST_ROWS / 10:
        first = told.where(~conflict, told.max() + 1).sort_values(ascending=False, kind="stable").index[:MOST_ROWS]
        row = pd.Series(dated.index.isin(first), index=dated.index)
    return dated.loc[row].reset_index(drop=True), dated.loc[~row], least


def _laid_out(articles: pd.DataFrame, entities: pd.DataFrame, mentions: pd.DataFrame, page: look.Page) -> _Chart:
    titles = columns.titles(articles, entities, page.lang)
    counted = len(articles) > MOST_COLUMNS
    if counted:
        told = mentions.groupby("article_id")["event_id"].nunique().to_dict()
        made = columns.by_outlet(articles, entities, page.lang, told, MOST_COLUMNS)
    else:
        made = columns.by_article(articles, entities, page.lang)
    wide = len(made) > NARROW
    return _Chart(
        page=page,
        columns=made,
        published=columns.published(articles),
        names={article: " ".join(filter(None, title)) for article, title in titles.items()},
        calendar=(CALENDAR[0], WIDE_MATRIX - 20) if wide else CALENDAR,
        matrix=(WIDE_MATRIX, MATRIX[1]) if wide else MATRIX,
        counted=counted,
        home={},
    )


def _sections(
    kept: pd.DataFrame, rows: Sequence[Row], rest: pd.DataFrame, articles: pd.DataFrame, chart: _Chart
) -> list[_Section]:
    reach = pd.Series([row.reach for row in rows], index=kept.index, dtype="datetime64[s]")
    last = columns.latest_publication(articles)
    cut = blocks.cut(kept, reach)
    ticks = blocks.anchors(rest)
    sections = []
    for at, block in enumerate(cut):
        begins = block.first if at else pd.Timestamp.min
        ends = cut[at + 1].first if at + 1 < len(cut) else pd.Timestamp.max
        inside = ticks.loc[(ticks >= begins) & (ticks < ends)]
        own = kept.iloc[block.first_row : block.end_row]
        lines = [_line(rows[place], chart) for place in block.rows]
        sections.append(_Section(block, timeline.heading(block, own, last, chart.page), lines, list(inside)))
    return sections


def _homes(published: Mapping[str, Span], cut: Sequence[blocks.Block]) -> dict[Span, blocks.Block]:
    """The block in which a publication is marked: of those whose calendar holds it, the one with the finest scale."""
    homes: dict[Span, blocks.Block] = {}
    for span in published.values():
        holding = [block for block in cut if block.first <= span.ends[0] and span.ends[1] <= block.last]
        if holding:
            homes[span] = min(holding, key=lambda block: block.days)
    return homes


def _line(row: Row, chart: _Chart) -> _Line:
    room = chart.calendar[0] - LABEL_AT - 12
    weight = look.SEMIBOLD if row.conflict else look.REGULAR
    label = labels.wrap(labels.clean(row.label), room, chart.page, size=LABEL, weight=weight)
    if len(label) > 2:
        label = [label[0], labels.shorten(" ".join(label[1:]), room, chart.page, size=LABEL, weight=weight)]
    why: list[str] = []
    height = ROW + (len(label) - 1) * SECOND_LINE
    if row.conflict and len(row.said) > 1:
        said = chronology_words.why(row, chart.published, chart.names, chart.page)
        why = frame.balanced(said, room, chart.page, size=WHY)[:4]
        height = 14 + max(ROW + len(row.said) * READING_STEP, height + len(why) * SECOND_LINE)
    return _Line(row, label, why, height)


def _drawn(chart: _Chart, sections: Sequence[_Section], words: chronology_words.Words) -> look.Sheet:
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


def _key(sections: Sequence[_Section], chart: _Chart) -> list[tuple[float, frame.Symbol, str]]:
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
        (bool(chart.home), 16, chip, published),
    )
    return [(width, symbol, words) for shown, width, symbol, words in entries if shown]


def _column_names(chart: _Chart) -> list[list[str]]:
    room = chart.pitch - 6
    return [
        [
            line
            for part in (column.name, column.detail)
            if part
            for line in labels.wrap(part, room, chart.page, size=NAME, weight=look.SEMIBOLD)
        ][:3]
        for column in chart.columns
    ]


def _draw_names(axes: Axes, chart: _Chart, names: Sequence[Sequence[str]], bottom: float) -> None:
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


def _draw_section(axes: Axes, chart: _Chart, section: _Section, top: float) -> None:
    page, block = chart.page, section.block
    marks.box(axes, *_corners(page.box(look.MARGIN, page.width - look.MARGIN), top, top + HEADER), look.BAND)
    labels.put(axes, page.x(LABEL_AT), top + HEADER / 2, section.heading, page, size=look.HEADING, weight=look.SEMIBOLD)
    at = timeline.scale(page, block.first, block.last, *_inner(chart.calendar))
    bottom = top + section.height - BELOW_ROWS
    marks.box(axes, *_corners(page.box(*chart.calendar), top + HEADER, bottom), look.PANEL)
    _draw_published(axes, chart, block, at, top, bottom)
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


def _draw_published(
    axes: Axes, chart: _Chart, block: blocks.Block, at: timeline.Scale, top: float, bottom: float
) -> None:
    """Mark publications in their block: a band down its calendar, or a short one where many would paint it over."""
    spans = {span for span, home in chart.home.items() if home == block}
    foot = bottom if len(spans) <= MOST_BANDS else top + HEADER + ABOVE_ROWS - 2
    for span in spans:
        ends = sorted((at(timeline.number_of(span.ends[0])), at(timeline.number_of(span.ends[1]) + 1)))
        spare = max(0.0, 10 - (ends[1] - ends[0])) / 2
        color = look.PUBLISHED_PALE if foot == bottom else look.PUBLISHED
        marks.box(axes, ends[0] - spare, top + HEADER, ends[1] + spare, foot, color, z=0.5)
    for place, column in enumerate(chart.columns):
        if any(chart.published.get(article) in spans for article in column.articles):
            marks.chip(axes, chart.column_x(place), top + HEADER / 2)


def _draw_strip(axes: Axes, chart: _Chart, section: _Section, at: timeline.Scale, top: float) -> None:
    """Events without a row of their own: at each first day a tick, as long as there are events."""
    page = chart.page
    left, right = page.box(*chart.calendar)
    days = Counter(section.ticks)
    most = max(days.values())
    for day, count in days.items():
        x = min(max(at(timeline.number_of(day) + 0.5), left + 2), right - 2)
        marks.line(axes, (x, x), (top + STRIP - 12 - (STRIP - 16) * count / most, top + STRIP - 12), look.OTHER, width=4)
    count = labels.counted(len(section.ticks), "event", page.lang)
    words = page.pick(f"ومعها {count} بلا صف، أطول خط: {most}", f"and {count} without a row, longest tick: {most}")
    labels.put(axes, page.x(LABEL_AT), top + STRIP / 2 - 4, words, page, size=WORDS, color=look.TEXT)


def _draw_line(axes: Axes, chart: _Chart, line: _Line, block: blocks.Block, at: timeline.Scale, top: float) -> None:
    page, row = chart.page, line.row
    y = top + ROW / 2
    if row.conflict:
        sides = page.box(look.MARGIN, page.width - look.MARGIN)
        marks.box(axes, *_corners(sides, top, top + line.height), look.CONFLICT_PALE, z=0.2)
    else:
        marks.line(
            axes, page.box(look.MARGIN, page.width - look.MARGIN), (top + line.height,) * 2, look.ROW_RULE, z=0.3
        )
    style = {"color": look.CONFLICT, "weight": look.SEMIBOLD} if row.conflict else {}
    labels.block(axes, page.x(LABEL_AT), y, line.label, page, size=LABEL, leading=SECOND_LINE / LABEL, **style)
    under = y + len(line.label) * SECOND_LINE + 2
    labels.block(axes, page.x(LABEL_AT), under, line.why, page, size=WHY, color=look.CONFLICT, leading=24 / WHY)
    if row.conflict and len(row.said) > 1:
        _draw_conflict(axes, chart, row, at, y)
    else:
        _draw_dates(axes, chart, row, block, at, y)
    _draw_cells(axes, chart, row, y)


def _draw_dates(axes: Axes, chart: _Chart, row: Row, block: blocks.Block, at: timeline.Scale, y: float) -> None:
    page = chart.page
    drawn = [(row.own, _certainty(row, inferred=not row.in_text))]
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
    edges = [whole.left + marks.HEAD * whole.open_left, whole.right - marks.HEAD * whole.open_right]
    for other in extents[1:]:
        left, right = (edges[0], other.left), (other.right, edges[1])
        edges = list(max(left, right, key=lambda pair: pair[1] - pair[0]))
    return marks.Extent(*edges)


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
    chart: _Chart,
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


def _extent(span: Span, chart: _Chart, at: timeline.Scale) -> marks.Extent:
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
    axes: Axes, chart: _Chart, words: str, taken: marks.Extent, y: float, free: tuple[marks.Extent, str] | None
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


def _draw_conflict(axes: Axes, chart: _Chart, row: Row, at: timeline.Scale, y: float) -> None:
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
    for before, after in zip(extents, extents[1:], strict=False):
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


def _draw_reading(axes: Axes, chart: _Chart, words: str, extent: marks.Extent, y: float, color: str) -> None:
    page = chart.page
    left, right = page.box(*chart.calendar)
    width = labels.width(words, page, size=WORDS, weight=look.SEMIBOLD)
    x = min(max(extent.middle - width / 2, left + 4), right - 4 - width)
    labels.put(
        axes, x, y, words, page, side="left", size=WORDS, weight=look.SEMIBOLD, color=color, halo=look.CONFLICT_PALE
    )


def _draw_cells(axes: Axes, chart: _Chart, row: Row, y: float) -> None:
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
