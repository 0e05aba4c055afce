"""The one place through which every string reaches matplotlib.

`put` draws one line, `block` several; both take text in logical order and see to shaping, direction, digits and
hostile characters. `width` and `wrap` measure what would be drawn, before there is a figure. Dates, numbers and counted
nouns as a reader expects them come from `wording` and are handed on here.

A position is the *optical middle* of a line: the height of a mark that the label stands beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation

from analysis.charts import look
from analysis.charts.shaping import clean, drawn, logical, name
from analysis.charts.wording import (
    counted,
    day,
    interval,
    listed,
    month,
    month_short,
    number,
    number_word,
    percent,
    stretch,
)

__all__ = [
    "block",
    "clean",
    "counted",
    "day",
    "fitting",
    "interval",
    "listed",
    "month",
    "month_short",
    "name",
    "number",
    "number_word",
    "percent",
    "put",
    "shorten",
    "stretch",
    "ticks",
    "width",
    "wrap",
]

MIDDLE = {"ar": 0.30, "en": 0.345}
"""How far the baseline lies below the optical middle of a line, of the size of the type."""
ELLIPSIS = "…"
INCH = look.DPI


def put(
    target: Axes | Figure,
    x: float,
    y: float,
    text: str,
    page: look.Page,
    *,
    size: float = look.LABEL,
    weight: int = look.REGULAR,
    color: str = look.INK,
    side: look.Side | Literal["left", "right"] = "start",
    halo: str | None = None,
    rotation: float = 0,
    **style: Any,
) -> Text:
    """Draw ``text`` as one line and return matplotlib's Text, whose label is the line in logical order.

    Parameters
    ----------
    target
        Axes (``x``, ``y`` in data) or Figure (in fractions of it).
    text
        In logical order; newlines become spaces. Lines of a paragraph are drawn by `block`.
    page
        Its language gives the line its direction, whatever letter it begins with.
    size
        Of the type, in pixels.
    side
        Which end of the text stands at ``x``: ``start`` and ``end`` follow the page, ``left`` and ``right`` do not.
    halo
        A colour laid under the line, which breaks the gridlines there.
    rotation
        In degrees; a rotated line is centred on ``x``, ``y``.
    """
    line = logical(text, page.lang, page.digits)
    transform = style.pop("transform", target.transData if isinstance(target, Axes) else target.transSubfigure)
    drop = 0 if rotation else MIDDLE[page.lang] * size
    offset = ScaledTranslation(0, -drop / INCH, target.get_figure(root=True).dpi_scale_trans)  # type: ignore[union-attr]
    made = target.text(
        x,
        y,
        drawn(line),
        fontsize=size * look.POINTS,
        fontweight=weight,
        fontfamily=look.FAMILIES,
        color=color,
        ha="center" if rotation else page.align(side) if side in ("start", "middle", "end") else side,
        va="center" if rotation else "baseline",
        rotation=rotation,
        transform=transform + offset,
        **style,
    )
    made.set_label(line)
    if halo:
        made.set_bbox({"facecolor": halo, "edgecolor": "none", "pad": 2 * look.POINTS})
    return made


def block(
    target: Axes,
    x: float,
    y: float,
    lines: Sequence[str],
    page: look.Page,
    *,
    size: float = look.LABEL,
    leading: float = look.LINE,
    **style: Any,
) -> list[Text]:
    """Draw ``lines`` under each other, the middle of the first at ``y``; ``leading`` is their distance, of the size."""
    return [put(target, x, y + at * size * leading, line, page, size=size, **style) for at, line in enumerate(lines)]


def ticks(
    axes: Axes,
    positions: Sequence[float],
    texts: Sequence[str],
    page: look.Page,
    *,
    along: Literal["x", "y"] = "x",
    size: float = look.TICK,
    **style: Any,
) -> list[Text]:
    """Label ``positions`` of an ordinary axis with ``texts``, outside the axes; matplotlib's own labels go.

    For axes that have scales of their own; a chart drawn on the pixel canvas puts its ticks with `put`.
    """
    axis = axes.xaxis if along == "x" else axes.yaxis
    axis.set_ticks(list(positions), labels=[""] * len(positions))
    gap = 1.2 * size / INCH
    shift = ScaledTranslation(*((0, -gap) if along == "x" else (-gap / 2, 0)), axes.figure.dpi_scale_trans)
    frame = axes.get_xaxis_transform() if along == "x" else axes.get_yaxis_transform()
    style = {"side": "middle" if along == "x" else "right", "transform": frame + shift} | style
    places = [(at, 0.0) if along == "x" else (0.0, at) for at in positions]
    return [put(axes, *place, text, page, size=size, **style) for place, text in zip(places, texts, strict=True)]


def width(text: str, page: look.Page, *, size: float = look.LABEL, weight: int = look.REGULAR) -> float:
    """Pixels that ``text`` takes as one line."""
    line = logical(text, page.lang, page.digits)
    return _width(drawn(line), weight) * size / MEASURED if line else 0.0


MEASURED = 100.0
"""Widths are measured at this size and scaled: hinting is off, so they grow in proportion."""


@lru_cache(maxsize=16384)
def _width(line: str, weight: int) -> float:
    font = FontProperties(family=look.FAMILIES, weight=weight, size=MEASURED * look.POINTS)
    return float(_ruler().get_text_width_height_descent(line, font, False)[0])


@cache
def _ruler() -> RendererAgg:
    look.register_fonts()
    return RendererAgg(10, 10, look.DPI)


def wrap(text: str, room: float, page: look.Page, *, size: float = look.LABEL, weight: int = look.REGULAR) -> list[str]:
    """Break ``text`` at spaces into lines no wider than ``room`` pixels; a newline in it breaks too.

    A word wider than ``room`` stands on a line of its own, shortened to fit.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and width(longer, page, size=size, weight=weight) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return [shorten(line, room, page, size=size, weight=weight) for line in lines if line]


def fitting(
    text: str, room: float, page: look.Page, *, size: float, least: float = look.SMALLEST, **style: Any
) -> float:
    """Return the largest size of type, from ``size`` down to ``least``, in which ``text`` fits into ``room`` pixels."""
    wide = width(text, page, size=size, **style)
    return size if wide <= room else max(least, size * room / wide)


def shorten(text: str, room: float, page: look.Page, *, size: float = look.LABEL, weight: int = look.REGULAR) -> str:
    """Return ``text``, or as many of its letters as fit into ``room`` pixels, and an ellipsis."""
    if width(text, page, size=size, weight=weight) <= room:
        return text
    plain = clean(text)
    short, long = 0, len(plain)
    while short < long:  # the longest beginning that fits
        middle = (short + long + 1) // 2
        cut = name(plain[:middle].rstrip() + ELLIPSIS, page.lang)
        short, long = (middle, long) if width(cut, page, size=size, weight=weight) <= room else (short, middle - 1)
    return name(plain[:short].rstrip() + ELLIPSIS, page.lang)
