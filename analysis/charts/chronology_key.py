"""The key of the chronology: each kind of mark that the chart at hand holds, in words, and none that it does not."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from analysis.charts import frame, look, marks
from analysis.charts.chronology_layout import Section
from analysis.charts.readings import Row

Entry = tuple[float, frame.Symbol, str]
Shown = tuple[bool, float, frame.Symbol, str]
Placed = Sequence[tuple[Row, bool]]
"""Rows, each with whether it stands in a block of hours."""


def entries(sections: Sequence[Section], page: look.Page) -> list[Entry]:
    """Return the key's entries as `frame.key` draws them."""
    placed = [(line.row, section.block.unit == "hour") for section in sections for line in section.lines]
    sure = [(row, hours) for row, hours in placed if row.in_text and row.status == "happened"]
    published = page.pick("النشر: يومه في التقويم ومقالته في الأعمدة", "publication: its day, its article’s column")
    shown: list[Shown] = [
        *_of_dates(sure, placed, page),
        *_of_certainty(placed, page),
        *_of_cells(placed, page),
        (any(section.published for section in sections), 16.0, _chip, published),
    ]
    return [(width, symbol, words) for there, width, symbol, words in shown if there]


def _of_dates(sure: Placed, placed: Placed, page: look.Page) -> list[Shown]:
    moment = any(clock.is_moment and not clock.zone for row, hours in sure if hours for clock in row.clocks)
    day = any(row.own.is_day and not hours for row, hours in sure)
    if not moment:
        unit = page.pick("يوم", "day")
    elif day:
        unit = page.pick("يوم أو ساعة", "day or hour")
    else:
        unit = page.pick("ساعة", "hour")
    whole = any(not row.own.is_day or (hours and not row.hours) for row, hours in sure)
    part = any(hours and not clock.is_moment for row, hours in placed for clock in row.clocks)
    opened = any(not row.own.closed for row, _ in placed)
    return [
        (moment or day, 20.0, _dot("stated"), page.pick(f"{unit} كما ذُكر", f"{unit} stated")),
        (whole, 42.0, _bar("stated"), page.pick("فترة", "interval")),
        (opened, 42.0, _bar("stated", open_left=True), page.pick("طرف مفتوح", "open end")),
        (any(row.about for row, _ in placed), 34.0, _about, page.pick("تقريبي", "about")),
        (part, 42.0, _bar("about"), page.pick("جزء من اليوم", "part of a day")),
    ]


def _of_certainty(placed: Placed, page: look.Page) -> list[Shown]:
    status = {row.status for row, _ in placed}
    inferred = any(not row.in_text for row, _ in placed)
    return [
        ("claimed" in status, 42.0, _bar("claimed"), page.pick("رواية طرف", "one side’s claim")),
        (inferred, 60.0, _dot_and_bar, page.pick("مستنتج لا يذكره نص", "inferred, in no text")),
        ("planned" in status, 20.0, _dot("planned"), page.pick("مخطَّط", "planned")),
    ]


def _of_cells(placed: Placed, page: look.Page) -> list[Shown]:
    dated, undated = any(row.dated for row, _ in placed), any(row.told - row.dated for row, _ in placed)
    return [
        (dated, 18.0, _square(filled=True), page.pick("يذكر تاريخاً", "gives a date")),
        (undated, 18.0, _square(filled=False), page.pick("بلا تاريخ", "gives none")),
    ]


def _bar(certainty: marks.Certainty, *, open_left: bool = False) -> frame.Symbol:
    return lambda axes, x, y: marks.interval(axes, marks.Extent(x - 21, x + 21, open_left=open_left), y, certainty)


def _dot(certainty: marks.Certainty) -> frame.Symbol:
    return lambda axes, x, y: marks.day(axes, x, y, certainty)


def _square(*, filled: bool) -> frame.Symbol:
    return lambda axes, x, y: marks.square(axes, x, y, filled=filled)


def _about(axes: Axes, x: float, y: float) -> None:
    marks.day(axes, x, y, "stated")
    marks.about(axes, marks.Extent(x - marks.DOT, x + marks.DOT), y, rounded=True)


def _dot_and_bar(axes: Axes, x: float, y: float) -> None:
    marks.day(axes, x - 20, y, "inferred")
    marks.interval(axes, marks.Extent(x - 2, x + 30), y, "inferred")


def _chip(axes: Axes, x: float, y: float) -> None:
    marks.chip(axes, x, y, width=14)
