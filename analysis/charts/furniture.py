"""What stands around every chart: title and subtitle above it, its key in one flowing line, the footer below.

A key or a paragraph is laid out before there is a canvas, because the canvas must know how high it will be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from analysis.charts import labels, look, marks

TOP = 72.0
"""From the top of the page to the middle of the title's first line."""
TITLE_STEP, SUBTITLE_STEP, FOOTER_STEP = 52.0, 33.0, 25.0
KEY_STEP = 40.0
KEY_SIZE = 18.0
KEY_GAP, BETWEEN_KEYS = 12.0, 30.0

Draw = Callable[[Axes, float, float], None]
"""Draws a key's mark between two x, at a height: ``(axes, left, y)``."""


@dataclass(frozen=True)
class Head:
    """Title and subtitle, broken into lines."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]

    @property
    def bottom(self) -> float:
        """The height at which the chart may begin."""
        return TOP + len(self.title) * TITLE_STEP + len(self.subtitle) * SUBTITLE_STEP + 2

    def draw(self, axes: Axes, page: look.Page) -> None:
        """Write both at the top of the page."""
        x = page.x(look.MARGIN)
        labels.block(axes, x, TOP, self.title, page, size=look.TITLE, weight=look.BOLD, leading=TITLE_STEP / look.TITLE)
        y = TOP + len(self.title) * TITLE_STEP + 7
        leading = SUBTITLE_STEP / look.SUBTITLE
        labels.block(axes, x, y, self.subtitle, page, size=look.SUBTITLE, color=look.TEXT, leading=leading)


def head(title: str, subtitle: str, page: look.Page) -> Head:
    """Break a title and a subtitle for the width of the page."""
    return Head(
        tuple(balanced(title, page, size=look.TITLE, weight=look.BOLD)),
        tuple(balanced(subtitle, page, size=look.SUBTITLE)),
    )


def balanced(text: str, page: look.Page, *, size: float, weight: int = look.REGULAR) -> list[str]:
    """Break a text into as few lines as the page needs, and those about equally long: no last line of one word."""
    room = page.width - 2 * look.MARGIN
    lines = labels.wrap(text, room, page, size=size, weight=weight)
    while len(lines) > 1 and room > page.width / 3:
        room -= size
        narrower = labels.wrap(text, room, page, size=size, weight=weight)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


@dataclass(frozen=True)
class KeyItem:
    """A mark and what it means; ``width`` is that of the mark."""

    draw: Draw
    width: float
    words: str


def key_lines(items: Sequence[KeyItem], room: float, page: look.Page) -> list[list[tuple[float, KeyItem]]]:
    """Flow key items into lines no wider than ``room``: each with its distance from the start of the line."""
    lines: list[list[tuple[float, KeyItem]]] = [[]]
    at = 0.0
    for item in items:
        width = item.width + KEY_GAP + labels.width(item.words, page, size=KEY_SIZE)
        if lines[-1] and at + width > room:
            lines.append([])
            at = 0.0
        lines[-1].append((at, item))
        at += width + BETWEEN_KEYS
    return lines


def draw_key(axes: Axes, lines: Sequence[Sequence[tuple[float, KeyItem]]], top: float, page: look.Page) -> None:
    """Draw the key, its first line at the height ``top``."""
    for row, line in enumerate(lines):
        y = top + row * KEY_STEP
        for at, item in line:
            start = look.MARGIN + at
            item.draw(axes, page.box(start, start + item.width)[0], y)
            labels.put(axes, page.x(start + item.width + KEY_GAP), y, item.words, page, size=KEY_SIZE)


def footer_lines(sentences: Sequence[str], page: look.Page) -> list[str]:
    """Break the footer's sentences, one paragraph, for the width of the page."""
    room = page.width - 2 * look.MARGIN
    return labels.wrap(" ".join(sentence for sentence in sentences if sentence), room, page, size=look.FOOTER)


def draw_footer(axes: Axes, lines: Sequence[str], top: float, page: look.Page) -> None:
    """Write the footer under a rule at the height ``top``."""
    marks.line(axes, page.box(look.MARGIN, page.width - look.MARGIN), (top, top), look.RULE)
    leading = FOOTER_STEP / look.FOOTER
    labels.block(
        axes, page.x(look.MARGIN), top + 24, lines, page, size=look.FOOTER, color=look.TEXT, leading=leading
    )


def footer_height(lines: Sequence[str]) -> float:
    """Pixels from the rule above the footer to the foot of the page."""
    return 24 + len(lines) * FOOTER_STEP + 18
