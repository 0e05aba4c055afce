"""What stands round every chart: the finding above it, the key, and the footer that counts and says what is left out.

All functions draw on the pixel canvas of `look.canvas` and return the y below what they drew, so that a chart grows
downwards and is cut to its height at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matplotlib.axes import Axes

from analysis.charts import labels, look, marks

TOP = 73.0
TITLE_LEADING, TEXT_LEADING = 1.35, 1.38
Symbol = Callable[[Axes, float, float], None]
"""Draws a mark centred on x, y."""


def heading(axes: Axes, page: look.Page, title: str, subtitle: str) -> float:
    """Draw the finding and what a mark is; both are broken to the width of the page."""
    room = page.width - 2 * look.MARGIN
    y = TOP
    lines = balanced(title, room, page, size=look.TITLE, weight=look.BOLD)
    labels.block(axes, page.x(look.MARGIN), y, lines, page, size=look.TITLE, weight=look.BOLD, leading=TITLE_LEADING)
    y += (len(lines) - 1) * look.TITLE * TITLE_LEADING + 55
    lines = balanced(subtitle, room, page, size=look.SUBTITLE)
    labels.block(axes, page.x(look.MARGIN), y, lines, page, size=look.SUBTITLE, color=look.TEXT, leading=TEXT_LEADING)
    return y + (len(lines) - 1) * look.SUBTITLE * TEXT_LEADING + 26


def balanced(text: str, room: float, page: look.Page, *, size: float, weight: int = look.REGULAR) -> list[str]:
    """Break ``text`` into as few lines as fit into ``room``, about equally long: no last line of one word."""
    lines = labels.wrap(text, room, page, size=size, weight=weight)
    narrower = lines
    while 1 < len(narrower) == len(lines):
        lines = narrower
        room -= size
        narrower = labels.wrap(text, room, page, size=size, weight=weight)
    return lines


def key(
    axes: Axes,
    page: look.Page,
    y: float,
    entries: Sequence[tuple[float, Symbol, str]],
    *,
    size: float = look.LABEL,
    end: float = look.WIDTH - look.MARGIN,
) -> float:
    """Draw a key of (width of the mark, mark, words) in a row; what would reach beyond ``end`` goes to the next row."""
    at, row = look.MARGIN, 34.0
    for wide, symbol, words in entries:
        long = wide + 12 + labels.width(words, page, size=size)
        if at > look.MARGIN and at + long > end:
            at, y = look.MARGIN, y + row
        symbol(axes, page.x(at + wide / 2), y)
        labels.put(axes, page.x(at + wide + 12), y, words, page, size=size)
        at += long + 40
    return y + row / 2


def footer(axes: Axes, page: look.Page, y: float, text: str) -> float:
    """Draw the rule and the small print below a chart, and return the height of the page."""
    marks.line(axes, (look.MARGIN, page.width - look.MARGIN), (y, y), look.RULE)
    room = page.width - 2 * look.MARGIN
    lines = labels.wrap(text, room, page, size=look.FOOTER)
    labels.block(axes, page.x(look.MARGIN), y + 25, lines, page, size=look.FOOTER, color=look.TEXT)
    return y + 25 + (len(lines) - 1) * look.FOOTER * look.LINE + 50


def cut(sheet: look.Sheet, axes: Axes, height: float) -> None:
    """Cut the canvas to ``height`` pixels."""
    sheet.set_size_inches(sheet.get_figwidth(), height / look.DPI)
    axes.set_ylim(height, 0)


def empty(page: look.Page, title: str, text: str) -> look.Sheet:
    """A sheet with nothing to draw: a story may lack what a chart is about, and says so."""
    sheet, axes = look.canvas(page, 1.0)
    y = heading(axes, page, title, "")
    cut(sheet, axes, footer(axes, page, y + 10, text))
    return sheet
