"""Publication against event time: what each article tells late, and what it announces ahead.

A mark is a telling, an event in an article that dates it; its place is the distance from the article's publication
(`lags`), on an axis that tells days from days and still holds decades (`lag_scale`). Few tellings have a row each, with
the event's name and date; many are piled up in a row an article or outlet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import columns, frame, labels, lag_scale, lags, look, marks, news_age_pile
from analysis.charts.frames import Frame
from analysis.charts.lag_scale import LagScale
from analysis.charts.news_age_words import Words, distance, given, published

MOST_ROWS = 70
"""More tellings than this, and they are piled up."""
LABEL_AT = look.MARGIN + 14
AXIS, DISTANCE_AT, DATE_AT = (500.0, 1106.0), 1120.0, 1340.0
HEADER, ABOVE, ROW, SECOND_LINE, BELOW = 52.0, 8.0, 33.0, 25.0, 14.0
LABEL, BESIDE, KEY = 19.0, 17.0, 18.0
OPEN = 1.4
"""Length of a mark that is open at an end, in bands: it leaves the band that it begins in."""


def by_telling(
    events: pd.DataFrame,
    event_mentions: pd.DataFrame,
    times: pd.DataFrame,
    articles: pd.DataFrame,
    entities: pd.DataFrame,
    *,
    page: look.Page,
) -> look.Sheet:
    """Draw every telling of an event at its distance from the article's publication.

    Parameters
    ----------
    events, event_mentions, times, articles, entities
        The tables of those names (`analysis.tables`). Times are asked what a date was counted from, entities for the
        English names of outlets.
    page
        The page to draw on; call inside `look.context`, or through `look.twins`.

    Returns
    -------
    look.Sheet
        1600 pixels wide. Up to `MOST_ROWS` tellings have a row each, grouped by article; more are piled up, by article
        or, beyond `news_age_pile.MOST_ARTICLES`, by outlet. Tellings without a day and articles without any publication
        are counted in the footer. A story without a dated telling has a sheet that says so.
    """
    every = lags.tellings(events, event_mentions, times, articles)
    told = every.dropna(subset=["after_least", "after_most"], how="all").reset_index(drop=True)
    by_row = len(told) <= MOST_ROWS
    words = Words(page, told, len(every) - len(told), _undated(event_mentions), articles, by_row=by_row)
    if told.empty:
        title = page.pick("لا رواية لها تاريخ يُقاس من النشر", "No telling has a day to measure from publication")
        return frame.empty(page, title, words.footer()).says(title, words.footer(), title, told)
    sheet, axes = look.canvas(page, 1.0)
    y = frame.heading(axes, page, words.title(), words.subtitle())
    y = frame.key(axes, page, y + 14, _key(told, page, by_row=by_row), size=KEY)
    draw = _draw_rows if by_row else news_age_pile.draw
    y = draw(axes, told, articles, entities, page, y + 16)
    frame.cut(sheet, axes, frame.footer(axes, page, y + 6, words.footer()))
    return sheet.says(words.title(), words.footer(), words.alt(), told)


def _undated(mentions: Frame) -> int:
    """Pairs of event and article in which no mention has a day."""
    told = mentions.assign(day=mentions["earliest"].notna() | mentions["latest"].notna())
    return int((~told.groupby(["event_id", "article_id"])["day"].any()).sum())


def _key(told: Frame, page: look.Page, *, by_row: bool) -> list[tuple[float, frame.Symbol, str]]:
    """The marks that this chart holds, in words."""
    exact = (told["after_least"] == told["after_most"]).tolist()
    opened = told[["after_least", "after_most"]].isna().any(axis=1).tolist()
    status = set(told["status"])

    def dot(certainty: marks.Certainty) -> frame.Symbol:
        return partial(_dot if by_row else _square, certainty=certainty)

    shown = (
        (any(exact), 20.0, dot("stated"), page.pick("بُعد معلوم باليوم", "distance known to the day")),
        (not all(exact), 42.0, partial(_bar, certainty="stated"), page.pick("بين حدّين", "between two bounds")),
        (any(opened), 42.0, _open_bar, page.pick("طرف مفتوح", "open end")),
        ("planned" in status, 20.0, dot("planned"), page.pick("مخطَّط", "planned")),
        ("claimed" in status, 42.0, partial(_bar, certainty="claimed"), page.pick("رواية طرف", "one side’s claim")),
        (True, 16.0, _chip, page.pick("يوم النشر", "day of publication")),
    )
    return [(width, symbol, words) for there, width, symbol, words in shown if there]


def _dot(axes: Axes, x: float, y: float, *, certainty: marks.Certainty) -> None:
    marks.day(axes, x, y, certainty)


def _square(axes: Axes, x: float, y: float, *, certainty: marks.Certainty) -> None:
    marks.square(axes, x, y, filled=certainty == "stated", size=news_age_pile.MARK + 2)


def _bar(axes: Axes, x: float, y: float, *, certainty: marks.Certainty) -> None:
    marks.interval(axes, marks.Extent(x - 21, x + 21), y, certainty)


def _open_bar(axes: Axes, x: float, y: float) -> None:
    marks.interval(axes, marks.Extent(x - 21, x + 21, open_left=True), y, "stated")


def _chip(axes: Axes, x: float, y: float) -> None:
    marks.chip(axes, x, y, width=14)


def _draw_rows(axes: Axes, told: Frame, articles: Frame, entities: Frame, page: look.Page, y: float) -> float:
    """Draw a block an article, a row a telling; return the y below."""
    scale = lag_scale.of(page, told, AXIS)
    y = lag_scale.draw_directions(axes, scale, y)
    titles = columns.titles(articles, entities, page.lang)
    days = columns.published(articles)
    here = articles.loc[articles["article_id"].isin(told["article_id"])]
    for article in sorted(here.itertuples(), key=lambda a: (days[a.article_id].ends[::-1], a.article_id)):
        rows = told.loc[told["article_id"] == article.article_id]
        rows = rows.assign(place=rows["after_most"].fillna(np.inf)).sort_values(["place", "after_least"], kind="stable")
        name = labels.name(" ".join(filter(None, titles[article.article_id])), page.lang)
        y = _draw_block(axes, scale, name, published(article, page), list(rows.itertuples()), y)
    return y


def _draw_block(axes: Axes, scale: LagScale, name: str, out: str, rows: Sequence[Any], top: float) -> float:
    """One article: its name and publication over its tellings."""
    page = scale.page
    lines = [_label(row, page) for row in rows]
    heights = [ROW + (len(label) - 1) * SECOND_LINE for label in lines]
    bottom = top + HEADER + ABOVE + sum(heights) + 6
    left, right = page.box(look.MARGIN, page.width - look.MARGIN)
    marks.box(axes, left, top, right, top + HEADER, look.BAND)
    room = AXIS[0] - LABEL_AT - 12
    short = labels.shorten(name, room, page, size=look.HEADING, weight=look.SEMIBOLD)
    labels.put(axes, page.x(LABEL_AT), top + HEADER / 2, short, page, size=look.HEADING, weight=look.SEMIBOLD)
    room = page.width - look.MARGIN - DISTANCE_AT - 8
    short = labels.shorten(out, room, page, size=look.TICK)
    labels.put(axes, page.x(DISTANCE_AT), top + HEADER / 2, short, page, size=look.TICK, color=look.TEXT)
    lag_scale.draw(axes, scale, top, HEADER, bottom)
    y = top + HEADER + ABOVE
    for place, (row, label, height) in enumerate(zip(rows, lines, heights, strict=True)):
        if place:
            marks.line(axes, (left, right), (y, y), look.ROW_RULE, width=1.6, z=0.3)
        _draw_telling(axes, scale, row, label, y + ROW / 2)
        y += height
    return bottom + BELOW - 6


def _label(row: Any, page: look.Page) -> list[str]:
    """An event's name in two lines at most."""
    english = page.lang == "en" and isinstance(row.label_en, str)
    text = labels.clean(row.label_en if english else row.label_ar).replace(" …", "…")
    room = AXIS[0] - LABEL_AT - 12
    lines = labels.wrap(text, room, page, size=LABEL)
    return lines if len(lines) <= 2 else [lines[0], labels.shorten(" ".join(lines[1:]), room, page, size=LABEL)]


def _draw_telling(axes: Axes, scale: LagScale, row: Any, label: Sequence[str], y: float) -> None:
    """Draw an event's name, its mark, how far it lies from publication, and the date that the article gives."""
    page = scale.page
    labels.block(axes, page.x(LABEL_AT), y, label, page, size=LABEL, leading=SECOND_LINE / LABEL)
    extent = _extent(scale, row)
    certainty: marks.Certainty = row.status if row.status in ("planned", "claimed") else "stated"
    if pd.notna(row.after_least) and row.after_least == row.after_most and scale.reaches(row.after_least):
        marks.day(axes, extent.middle, y, certainty)
    else:
        marks.interval(axes, extent, y, certainty)
    ends = (DISTANCE_AT, DATE_AT - 22), (DATE_AT, page.width - look.MARGIN - 4)
    said = distance(row.after_least, row.after_most, page), given(row, page)
    for (start, end), words, color in zip(ends, said, (look.INK, look.TEXT), strict=True):
        size = labels.fitting(words, end - start, page, size=BESIDE)
        short = labels.shorten(words, end - start, page, size=size)
        labels.put(axes, page.x(start), y, short, page, size=size, color=color)


def _extent(scale: LagScale, row: Any) -> marks.Extent:
    """Where a telling lies; an end that is open, or beyond the axis, becomes an arrow head."""
    ahead = -1.0 if scale.page.reverse else 1.0
    begin = scale.at(row.after_least) if pd.notna(row.after_least) else None
    end = scale.at(row.after_most + 1) if pd.notna(row.after_most) else None
    open_begin = begin is None or not scale.reaches(row.after_least)
    open_end = end is None or not scale.reaches(row.after_most)
    begin = end - ahead * OPEN * scale.unit if begin is None else begin  # type: ignore[operator]
    end = begin + ahead * OPEN * scale.unit if end is None else end
    low, high = min(begin, end), max(begin, end)
    open_left, open_right = (open_end, open_begin) if scale.page.reverse else (open_begin, open_end)
    spare = max(0.0, marks.BAR - (high - low)) / 2
    return marks.Extent(max(low - spare, scale.left), min(high + spare, scale.right), open_left, open_right)
