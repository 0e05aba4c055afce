"""The columns of the matrix of actors: an article each, articles by outlet, or an outlet's months.

How many columns there are decides what a column is; how wide it is decides what its head can say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import columns, labels, look, marks
from analysis.charts.frames import Frame

STEPS = (1, 3, 7)
"""The last count of each tint but the darkest: 1, 2 to 3, 4 to 7, 8 and more."""
MOST_GROUPS = 14
"""Outlets with a name of their own above narrow columns; the rest share a group."""
GROUP_GAP = 8.0
CELLS = (640.0, look.WIDTH - look.MARGIN)


@dataclass(frozen=True)
class Cell:
    """How often, and whether also quoted."""

    count: int
    quoted: bool


@dataclass(frozen=True)
class Column:
    """One or several articles: the group it stands in, what its head says, and where it is (from the page's start)."""

    group: str
    named: bool
    details: tuple[str, ...]
    articles: tuple[str, ...]
    single: bool
    box: tuple[float, float] = (0.0, 0.0)


def step(count: int) -> int:
    """The tint of a count, 0 to 3."""
    return sum(count > last for last in STEPS)


def reach(count: int, total: int, lang: look.Lang) -> str:
    """In how many articles: «في الخمس كلها», ``in all five``; the numbers are feminine, as مقالة is."""
    many = labels.number_word(count, lang, genitive=True)
    whole = count == total and total > 2
    if lang == "en":
        return f"in all {many}" if whole else f"in {many}"
    if whole:
        every = f"ال{many} " if count <= 10 else ""
        return f"في {every}كلها"
    return f"في {many}"


def columns_of(
    articles: Frame, entities: Frame, length: Frame, lang: look.Lang, large: int, grouped: int
) -> list[Column]:
    """Make the columns of ``articles``: one each up to ``large``, by outlet up to ``grouped``, then outlet by month.

    ``length`` is the prose of each article in characters.
    """
    titles = columns.titles(articles, entities, lang)
    days = articles["published_earliest"].fillna(articles["published_latest"])
    ordered = articles.assign(day=days).sort_values(["day", "article_id"])
    if len(articles) <= large:
        made = [
            Column(
                titles[row.article_id][0],
                isinstance(row.outlet, str),
                _details(row, length, lang),
                (row.article_id,),
                True,
            )
            for row in ordered.itertuples()
        ]
        return _placed(made, gap=0)
    groups = _groups(ordered, titles, lang)
    made = []
    for (name, named), group in groups:
        if len(articles) <= grouped:
            made += [Column(name, named, (), (article,), True) for article in group["article_id"]]
        else:
            months = group.groupby(group["day"].dt.strftime("%Y-%m").fillna("-"))["article_id"]
            made += [Column(name, named, (), tuple(ids), False) for _, ids in months]
    return _placed(made, gap=GROUP_GAP)


def head(axes: Axes, page: look.Page, made: Sequence[Column], y: float, *, wide: bool) -> float:
    """Draw the heads of the columns from ``y`` on; return where the rows begin."""
    return _wide_head(axes, page, made, y) if wide else _group_head(axes, page, made, y)


def _wide_head(axes: Axes, page: look.Page, made: Sequence[Column], y: float) -> float:
    """Name, month and length of each article above its column."""
    for column in made:
        x, room = sum(page.box(*column.box)) / 2, column.box[1] - column.box[0] - 10
        color = look.INK if column.named else look.TEXT
        name = labels.name(column.group, page.lang)
        name = labels.shorten(name, room, page, size=20, weight=look.SEMIBOLD)
        labels.put(axes, x, y, name, page, size=20, weight=look.SEMIBOLD, color=color, side="middle")
        for at, words in enumerate(column.details):
            size = labels.fitting(words, room, page, size=18 - at)
            words = labels.shorten(words, room, page, size=size)
            labels.put(axes, x, y + 28 + 26 * at, words, page, size=size, color=look.TEXT, side="middle")
    return y + 82


def _group_head(axes: Axes, page: look.Page, made: Sequence[Column], y: float) -> float:
    """A bracket over each outlet's columns, its name above; names that would touch are put on a higher level."""
    spans: dict[str, list[Column]] = {}
    for column in made:
        spans.setdefault(column.group, []).append(column)
    levels: list[float] = []
    placed: list[tuple[str, bool, float, int, tuple[float, float]]] = []
    for group, members in spans.items():
        start, end = members[0].box[0], members[-1].box[1]
        name = labels.shorten(labels.name(group, page.lang), 190, page, size=16, weight=look.SEMIBOLD)
        level = next((at for at, reached in enumerate(levels) if start > reached + 14), len(levels))
        levels[level : level + 1] = [start + labels.width(name, page, size=16, weight=look.SEMIBOLD)]
        placed.append((name, members[0].named, start, level, (start, end)))
    bottom = y + 24 * len(levels) + 6
    for name, named, start, level, ends in placed:
        here = bottom - 20 - 24 * level
        color = look.INK if named else look.TEXT
        labels.put(axes, page.x(start), here, name, page, size=16, weight=look.SEMIBOLD, color=color)
        left, right = page.box(ends[0] + 1, ends[1] - 1)
        marks.line(axes, (left, right), (bottom, bottom), look.WHISKER, width=3)
        if level:
            x = page.x(start + 1)
            marks.line(axes, (x, x), (bottom, here + 12), look.RULE, width=1.5, z=0.5)
    return bottom + 8


def _details(row: object, length: Frame, lang: look.Lang) -> tuple[str, ...]:
    """Month and length of an article, for its head."""
    first, last = row.published_earliest, row.published_latest  # type: ignore[attr-defined]
    if pd.notna(first) and pd.notna(last):  # whole months: there is no room for days
        first, last = first - pd.Timedelta(days=first.day - 1), last + pd.Timedelta(days=last.days_in_month - last.day)
    when = labels.interval(first, last, lang)
    count = int(length.get(row.article_id, 0))  # type: ignore[attr-defined]
    said = f"عدد الحروف {count}" if lang == "ar" else labels.counted(count, "character", "en")
    return when, said


def _groups(
    ordered: Frame, titles: Mapping[str, tuple[str, str]], lang: look.Lang
) -> list[tuple[tuple[str, bool], Frame]]:
    """Articles by outlet: the most frequent first, the rest together, pages without outlet last."""
    named = ordered[ordered["outlet"].notna()]
    groups = {str(outlet): group for outlet, group in named.groupby("outlet", observed=True)}
    ranked = sorted(groups, key=lambda outlet: (-len(groups[outlet]), outlet))
    kept = ranked if len(ranked) <= MOST_GROUPS + 1 else ranked[:MOST_GROUPS]
    made = [((titles[groups[outlet]["article_id"].iloc[0]][0], True), groups[outlet]) for outlet in kept]
    if rest := ranked[len(kept) :]:
        made.append(((labels.counted(len(rest), "other outlet", lang), True), named[named["outlet"].isin(rest)]))
    unnamed = ordered[ordered["outlet"].isna()]
    if len(unnamed):
        made.append((("الناشر غير مذكور" if lang == "ar" else "Outlet not named", False), unnamed))
    return made


def _placed(made: Sequence[Column], gap: float) -> list[Column]:
    """Share the room among the columns, with a ``gap`` between groups."""
    breaks = [at > 0 and made[at].group != made[at - 1].group and gap > 0 for at in range(len(made))]
    each = (CELLS[1] - CELLS[0] - gap * sum(breaks)) / len(made)
    placed, at = [], CELLS[0]
    for column, after_gap in zip(made, breaks, strict=True):
        at += gap if after_gap else 0
        placed.append(replace(column, box=(at, at + each)))
        at += each
    return placed
