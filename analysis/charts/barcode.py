"""Coverage by the hundred: a line of three pixels an article, and below it the lengths of each outlet's articles.

One scale for all lengths; nothing is averaged. Outlets beyond the most frequent share a block that says how many they
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts import calendars, coverage, frame, labels, look, marks
from analysis.charts.frames import Frame

LINE_HEIGHT, LEAST, GAP = 3.0, 26.0, 9.0
"""Height of an article's line, of the smallest block of an outlet, and of the space between blocks, in pixels."""
MOST_OUTLETS = 40
CREDIT = 815.0
PANEL_ROW = 28.0
SHORTEST = 6.0


@dataclass(frozen=True)
class Block:
    """An outlet with its articles, by date; ``named`` is false for the pages that name none."""

    name: str
    named: bool
    articles: Frame

    @property
    def height(self) -> float:
        """Pixels of its block."""
        return max(LEAST, LINE_HEIGHT * len(self.articles))


def blocks(shown: Frame, names: coverage.Names, lang: look.Lang) -> list[Block]:
    """Group rows by outlet, the most frequent first; then the other outlets together, then the pages without outlet."""
    named = shown[shown["outlet"].notna()]
    groups = {str(outlet): group for outlet, group in named.groupby("outlet", observed=True)}
    order = sorted(groups, key=lambda outlet: (-len(groups[outlet]), outlet))
    if len(order) <= MOST_OUTLETS + 1:
        kept, rest = order, []
    else:
        kept, rest = order[:MOST_OUTLETS], order[MOST_OUTLETS:]
    made = [Block(names.outlets[groups[o]["article_id"].iloc[0]], True, groups[o]) for o in kept]
    if rest:
        others = named[named["outlet"].isin(rest)]
        made.append(Block(labels.counted(len(rest), "other outlet", lang), True, others))
    unnamed = shown[shown["outlet"].isna()]
    if len(unnamed):
        made.append(Block(names.outlets[unnamed["article_id"].iloc[0]], False, unnamed))
    return made


def draw(shown: Frame, names: coverage.Names, page: look.Page) -> Figure:
    """Draw `coverage.rows` as a barcode with a panel of lengths by outlet below it."""
    sheet, axes = look.canvas(page, 100)
    title = coverage.finding(shown, page.lang)
    grouped = blocks(shown, names, page.lang)
    top = frame.heading(axes, page, title, _subtitle(page)) + 116
    bottom = top + sum(block.height + GAP for block in grouped)
    _lines(axes, page, grouped, shown, top, bottom)
    y = frame.key(axes, page, bottom + 36, _key(page, shown))
    y = _lengths(axes, page, grouped, int(shown["characters"].max()), y + 60)
    caption = coverage.small_print(shown, names, page)
    frame.cut(sheet, axes, frame.footer(axes, page, y + 34, caption))
    return sheet.says(title, caption, coverage.in_words(shown, names, page), shown)


def _subtitle(page: look.Page) -> str:
    return page.pick(
        "كل سطر مقالة، والسطور مرتبة بحسب الناشر ثم التاريخ: يوم نشرها على التقويم وطول نصها على المقياس.",
        "Each line is one article, by outlet and date: its day on the calendar, the length of its prose on the scale.",
    )


def _key(page: look.Page, shown: Frame) -> list[tuple[float, frame.Symbol, str]]:
    known = shown["published_basis"].isin(["stated", "given"])
    entries: list[tuple[float, frame.Symbol, str]] = []
    if known.any():
        entries.append((18, _swatch(look.INK), page.pick("يوم معروف", "known day")))
    if not known.all():
        entries.append((18, _swatch(look.WHISKER), page.pick("أيام مستنتجة", "inferred days")))
    if (shown["agencies"].map(len) > 0).any():
        entries.append((18, _swatch(look.AGENCY), page.pick("تذكر وكالة", "credits an agency")))
    return entries


def _swatch(color: str) -> frame.Symbol:
    return lambda axes, x, y: marks.box(axes, x - 9, y - 4, x + 9, y + 4, color, z=2)


def _lines(
    axes: Axes, page: look.Page, grouped: Sequence[Block], shown: Frame, top: float, bottom: float,
) -> None:  # fmt: skip
    """Every block of lines: its name, its days on the calendar, its lengths on one scale."""
    calendar = calendars.draw(axes, page, shown, coverage.LINES.calendar, top, bottom)
    measure = coverage.draw_lengths(axes, page, shown, coverage.LINES, top - 43)
    y = top + GAP / 2
    for block in grouped:
        _name(axes, page, block, y + block.height / 2)
        step = block.height / len(block.articles)
        places = y + step * (block.articles.reset_index(drop=True).index.to_numpy() + 0.5)
        if calendar is not None:
            _days(axes, block.articles, places, calendar)
        _strips(axes, page, block.articles, places, measure)
        y += block.height + GAP
        marks.line(axes, (look.MARGIN, page.width - look.MARGIN), (y - GAP / 2, y - GAP / 2), look.ROW_RULE, z=0.5)


def _name(axes: Axes, page: look.Page, block: Block, y: float) -> None:
    """An outlet's name and, at the other end of the column, how many articles it has."""
    count = labels.number(len(block.articles), page.lang)
    room = coverage.LINES.calendar[0] - look.MARGIN - 40 - labels.width(count, page, size=look.TICK)
    weight, color = (look.SEMIBOLD, look.INK) if block.named else (look.MEDIUM, look.TEXT)
    name = labels.shorten(labels.name(block.name, page.lang), room, page, size=18, weight=weight)
    labels.put(axes, page.x(look.MARGIN), y, name, page, size=18, weight=weight, color=color)
    at = page.x(coverage.LINES.calendar[0] - 20)
    labels.put(axes, at, y, count, page, size=look.TICK, color=look.TEXT, side="end")


def _days(axes: Axes, articles: Frame, places: Sequence[float], axis: calendars.Axis) -> None:
    for row, y in zip(articles.itertuples(), places, strict=True):
        first, last = row.published_earliest, row.published_latest
        if pd.isna(first) or pd.isna(last):
            continue
        home, left = axis.home(first, last)
        right = axis.where(last)[1] if home.holds(last) else axis.boxes[home][1]
        middle, half = (left + right) / 2, max(SHORTEST, abs(right - left)) / 2
        known = row.published_basis in ("stated", "given")
        color = look.INK if known else look.WHISKER
        marks.line(axes, (middle - half, middle + half), (y, y), color, width=LINE_HEIGHT, z=3)


def _strips(axes: Axes, page: look.Page, articles: Frame, places: Sequence[float], measure: coverage.Scale) -> None:
    for row, y in zip(articles.itertuples(), places, strict=True):
        start = coverage.LINES.strips[0]
        xs = page.box(start, start + measure(row.characters))  # type: ignore[arg-type]
        marks.line(axes, xs, (y, y), look.NEUTRAL, width=LINE_HEIGHT - 0.6, z=2)
        if len(row.agencies):  # type: ignore[arg-type]
            marks.line(axes, page.box(CREDIT, CREDIT + 16), (y, y), look.AGENCY, width=LINE_HEIGHT - 0.6, z=2)


def _lengths(axes: Axes, page: look.Page, grouped: Sequence[Block], most: int, y: float) -> float:
    """The panel by outlet: one row an outlet, one tick an article, where its length stands on the axis."""
    head = page.pick("طول كل مقالة عند كل ناشر، بالحروف", "Length of each article by outlet, in characters")
    labels.put(axes, page.x(look.MARGIN), y, head, page, size=look.ROW, weight=look.SEMIBOLD)
    top, bottom = y + 62, y + 62 + PANEL_ROW * len(grouped)
    scale = page.scale(0, most, coverage.LINES.calendar[0], look.WIDTH - look.MARGIN)
    step = coverage.round_down(most / 5)
    left, right = page.box(coverage.LINES.calendar[0], look.WIDTH - look.MARGIN)
    marks.box(axes, left, top, right, bottom, look.PANEL)
    for value in range(0, most + 1, step):
        marks.line(axes, (scale(value), scale(value)), (top, bottom), look.GRID, z=0.6)
        said = labels.number(value, page.lang)
        labels.put(axes, scale(value), top - 16, said, page, size=look.TICK, color=look.TEXT, side="middle")
    for at, block in enumerate(grouped):
        here = top + PANEL_ROW * (at + 0.5)
        _name(axes, page, block, here)
        credited = block.articles["agencies"].map(len) > 0
        for length, agency in zip(block.articles["characters"], credited, strict=True):
            color = look.AGENCY if agency else look.WHISKER
            marks.line(axes, (scale(length), scale(length)), (here - 9, here + 9), color, width=2, z=2)
    return bottom
