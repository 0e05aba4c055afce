"""Many tellings piled up: a row an article or outlet, a small mark a telling, on the axis of distances.

Marks lie in lanes, the short ones below, so that the height of a pile is how much is told of that distance. What is
known to the day stands side by side where a day is wider than a mark: a place within a day means nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.charts import columns, labels, lag_scale, look, marks
from analysis.charts.frames import Frame
from analysis.charts.lag_scale import LagScale

MOST_ARTICLES, MOST_OUTLETS = 24, 24
"""More articles than this are put together by outlet."""
LABEL_AT = look.MARGIN + 14
AXIS = (400.0, 1440.0)
COUNT_AT = 1456.0
HEADER, LEAST, AROUND, BELOW = 52.0, 40.0, 8.0, 14.0
MARK, STEP, APART = 9.0, 11.0, 2.0
OPEN = 1.2
"""Length of a mark that is open at an end, in bands."""


@dataclass(frozen=True)
class Placed:
    """A telling's mark: its left and right, its lane, its status and whether an end is open or cut."""

    left: float
    right: float
    lane: int
    status: str
    open_left: bool
    open_right: bool


def draw(axes: Axes, told: Frame, articles: Frame, entities: Frame, page: look.Page, y: float) -> float:
    """Draw the piles below ``y``; return the y below them."""
    scale = lag_scale.of(page, told, AXIS)
    y = lag_scale.draw_directions(axes, scale, y)
    rows = _rows(told, articles, entities, page)
    piles = [(column, lanes(scale, told.loc[told["article_id"].isin(column.articles)])) for column in rows]
    heights = [max(LEAST, _height(pile) + 2 * AROUND) for _, pile in piles]
    left, right = page.box(look.MARGIN, page.width - look.MARGIN)
    marks.box(axes, left, y, right, y + HEADER, look.BAND)
    heading = page.pick("الرواة", "Told by")
    labels.put(axes, page.x(LABEL_AT), y + HEADER / 2, heading, page, size=look.HEADING, weight=look.SEMIBOLD)
    count = page.pick("عددها", "tellings")
    labels.put(axes, page.x(COUNT_AT), y + HEADER / 2, count, page, size=look.TICK, color=look.TEXT)
    lag_scale.draw(axes, scale, y, HEADER, y + HEADER + sum(heights) + 6)
    top = y + HEADER
    for place, ((column, pile), height) in enumerate(zip(piles, heights, strict=True)):
        if place:
            marks.line(axes, (left, right), (top, top), look.ROW_RULE, width=1.6, z=0.3)
        _draw_row(axes, page, column, pile, top, height)
        top += height
    return top + BELOW


def lanes(scale: LagScale, told: Frame) -> list[Placed]:
    """Place each telling in the lowest lane that has room, the surest first."""
    taken: list[list[tuple[float, float]]] = []
    placed: list[Placed] = []
    for row in sorted(told.itertuples(), key=_length):
        low, high, open_left, open_right = _ends(scale, row)
        for lane in range(len(taken) + 1):
            if lane == len(taken):
                taken.append([])
            spots = _spots(low, high, exact=row.after_least == row.after_most)
            free = [at for at in spots if all(at[1] + APART <= a or b + APART <= at[0] for a, b in taken[lane])]
            if free:
                taken[lane].append(free[0])
                placed.append(Placed(*free[0], lane, row.status, open_left, open_right))
                break
    return placed


def _rows(told: Frame, articles: Frame, entities: Frame, page: look.Page) -> list[columns.Column]:
    here = articles.loc[articles["article_id"].isin(told["article_id"])]
    if len(here) <= MOST_ARTICLES:
        return columns.by_article(here, entities, page.lang)
    counts = told["article_id"].value_counts().to_dict()
    return columns.by_outlet(here, entities, page.lang, counts, MOST_OUTLETS)


def _length(row: Any) -> tuple[float, float]:
    """What is surer is placed first: an open end is the least sure."""
    if pd.isna(row.after_least) or pd.isna(row.after_most):
        return float("inf"), 0.0
    return row.after_most - row.after_least, row.after_least


def _ends(scale: LagScale, row: Any) -> tuple[float, float, bool, bool]:
    """Left and right of a telling, and which of them are open."""
    ahead = -1.0 if scale.page.reverse else 1.0
    begin = scale.at(row.after_least) if pd.notna(row.after_least) else None
    end = scale.at(row.after_most + 1) if pd.notna(row.after_most) else None
    open_begin, open_end = begin is None, end is None
    begin = end - ahead * OPEN * scale.unit if begin is None else begin  # type: ignore[operator]
    end = begin + ahead * OPEN * scale.unit if end is None else end
    open_left, open_right = (open_end, open_begin) if scale.page.reverse else (open_begin, open_end)
    return min(begin, end), max(begin, end), open_left, open_right


def _spots(low: float, high: float, *, exact: bool) -> Sequence[tuple[float, float]]:
    """Where a mark may stand: in its own place, at least as wide as a mark; within its day, side by side."""
    if high - low >= MARK and not exact:
        return [(low, high)]
    count = max(1, int((high - low) // STEP))
    first = (low + high - count * STEP) / 2 + APART / 2
    return [(first + place * STEP, first + place * STEP + MARK) for place in range(count)]


def _height(pile: Sequence[Placed]) -> float:
    return (max((mark.lane for mark in pile), default=0) + 1) * STEP


def _draw_row(
    axes: Axes, page: look.Page, column: columns.Column, pile: Sequence[Placed], top: float, height: float
) -> None:
    room = AXIS[0] - LABEL_AT - 12
    name = labels.name(" ".join(filter(None, (column.name, column.detail))), page.lang)
    color = look.INK if column.named else look.TEXT
    short = labels.shorten(name, room, page, size=18)
    labels.put(axes, page.x(LABEL_AT), top + height / 2, short, page, size=18, color=color)
    count = labels.number(len(pile), page.lang)
    labels.put(axes, page.x(COUNT_AT), top + height / 2, count, page, size=18, color=look.TEXT)
    for mark in pile:
        _draw_mark(axes, mark, top + height - AROUND - mark.lane * STEP - STEP / 2)


def _draw_mark(axes: Axes, mark: Placed, y: float) -> None:
    """A small bar: hollow where planned, hatched where claimed, with a point where an end is open."""
    hollow = mark.status == "planned"
    inset = 1.2 if hollow else 0.0
    left, right = mark.left + inset, mark.right - inset
    style: dict[str, Any] = {"facecolor": look.PAPER if hollow else look.INK}
    style["edgecolor"] = look.INK if hollow else "none"
    style |= {"linewidth": 2.4 * look.POINTS if hollow else 0, "zorder": 3}
    if mark.status == "claimed":
        style |= {"hatch": "//////", "edgecolor": look.PAPER}
    half = MARK / 2 - inset
    axes.add_artist(Rectangle((left, y - half), right - left, 2 * half, **style))
    for opened, tip, outward in ((mark.open_left, mark.left, -1), (mark.open_right, mark.right, 1)):
        if opened:
            marks.head(axes, [(tip + outward * 8, y), (tip, y - 7), (tip, y + 7)], look.INK)
