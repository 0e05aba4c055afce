"""The grammar of marks: how surely a thing is known, said by shape, fill and outline, the same in every chart.

Filled dot: a stated day. Filled bar: an interval. Arrow head: an open end. Hollow: planned. Dashed on pale grey: not
in the text. White hatching: one side's claim. Dotted outline: "about", which has no length, or no sharp ends. All sizes
are pixels of the canvas (`look.canvas`), whose y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from analysis.charts import look

Certainty = Literal["stated", "claimed", "planned", "inferred", "about"]
Shape = Literal["circle", "triangle", "square"]

DOT = 10.0
"""Radius of a day's mark."""
BAR = 19.0
"""Height of an interval's mark; no mark is narrower than this, however short its interval."""
HEAD = 19.0
"""Length of an arrow's head."""
OUTLINE = 3.2
DASH = (0, (2.2, 1.5))
DOTS = (0, (0.1, 1.9))
INFERRED = "#DEE1E6"
HATCH = "////"


@dataclass(frozen=True)
class Extent:
    """Where an interval is drawn: its ends in pixels, and which of them are open."""

    left: float
    right: float
    open_left: bool = False
    open_right: bool = False

    @property
    def middle(self) -> float:
        """Half way between the ends."""
        return (self.left + self.right) / 2


def interval(
    axes: Axes, extent: Extent, y: float, certainty: Certainty, color: str = look.INK, *, z: float = 3
) -> None:
    """Draw an interval as a bar, with a head at each open end."""
    for patch in _dressed(_bar(extent, y), certainty, color):
        patch.set_zorder(z)
        axes.add_artist(patch)


def day(axes: Axes, x: float, y: float, certainty: Certainty, color: str = look.INK, *, z: float = 4) -> None:
    """Draw a day as a dot; a planned or inferred one is a ring."""
    outlined = certainty in ("planned", "inferred")
    radius = DOT - OUTLINE / 2 if outlined else DOT
    for patch in _dressed(Path.circle((x, y), radius), certainty, color):
        patch.set_zorder(z)
        axes.add_artist(patch)


def square(axes: Axes, x: float, y: float, *, filled: bool, color: str = look.INK, size: float = 18.0) -> None:
    """Draw a square of the matrix: filled or hollow, the same size outside."""
    inset = 0 if filled else OUTLINE / 2
    side = size - 2 * inset
    axes.add_artist(
        Rectangle(
            (x - side / 2, y - side / 2),
            side,
            side,
            facecolor=color if filled else look.PAPER,
            edgecolor=color if not filled else "none",
            linewidth=0 if filled else OUTLINE * look.POINTS,
            zorder=3,
        )
    )


def shape(axes: Axes, x: float, y: float, kind: Shape, color: str, *, size: float = 24.0, pale: bool = False) -> None:
    """Draw a claim's mark centred on ``x``, ``y``; pale with an outline where the page does not credit its words."""
    half = size / 2 - (OUTLINE / 2 if pale else 0)
    style: dict[str, Any] = {
        "facecolor": look.PALE.get(color, look.PAPER) if pale else color,
        "edgecolor": color if pale else "none",
        "linewidth": OUTLINE * look.POINTS if pale else 0,
        "zorder": 5,
    }
    if kind == "circle":
        axes.add_artist(Circle((x, y), half, **style))
    elif kind == "square":
        half *= 0.88  # of the same weight to the eye as the circle
        axes.add_artist(Rectangle((x - half, y - half), 2 * half, 2 * half, **style))
    else:
        half *= 1.12
        corners = [(x, y - half), (x - half, y + 0.8 * half), (x + half, y + 0.8 * half)]
        axes.add_artist(Polygon(corners, closed=True, **style))


def ring(axes: Axes, x: float, y: float, color: str, radius: float = 23.0) -> None:
    """Draw the dotted ring of "about": it has no length, so it invents no tolerance."""
    axes.add_artist(
        Circle(
            (x, y),
            radius,
            facecolor="none",
            edgecolor=color,
            linewidth=3.4 * look.POINTS,
            linestyle=DOTS,
            capstyle="round",
            zorder=4,
        )
    )


AROUND = 7.0
"""How far the dotted line of "about" stands off its mark."""


def about(axes: Axes, extent: Extent, y: float, *, rounded: bool, color: str = look.INK) -> None:
    """Draw the dotted line of "about" round the mark of a day (``rounded``) or of an interval."""
    left, right = extent.left - AROUND, extent.right + AROUND
    half = (DOT if rounded else BAR / 2) + AROUND - 2
    corner = min(half, (right - left) / 2) if rounded else 5
    axes.add_artist(
        FancyBboxPatch(
            (left, y - half),
            right - left,
            2 * half,
            boxstyle=f"round,pad=0,rounding_size={corner}",
            facecolor="none",
            edgecolor=color,
            linewidth=2.6 * look.POINTS,
            linestyle=DOTS,
            capstyle="round",
            zorder=4,
        )
    )


def dashed_arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], color: str = look.OTHER) -> None:
    """Draw a dashed line that ends in a head: the later of two claims about one thing."""
    axes.annotate(
        "",
        xy=end,
        xytext=start,
        arrowprops={
            "arrowstyle": "-|>,head_length=0.45,head_width=0.22",
            "linestyle": (0, (4, 2.4)),
            "linewidth": 3.6 * look.POINTS,
            "color": color,
            "shrinkA": 0,
            "shrinkB": 0,
            "mutation_scale": 40 * look.POINTS,
        },
        zorder=2,
    )


def line(
    axes: Axes,
    xs: tuple[float, float],
    ys: tuple[float, float],
    color: str,
    *,
    width: float = 2.0,
    z: float = 1,
    **style: Any,
) -> None:
    """Draw a straight line ``width`` pixels wide."""
    axes.plot(xs, ys, color=color, linewidth=width * look.POINTS, zorder=z, solid_capstyle="butt", **style)


def box(axes: Axes, left: float, top: float, right: float, bottom: float, color: str, *, z: float = 0) -> None:
    """Fill a rectangle."""
    axes.add_artist(Rectangle((left, top), right - left, bottom - top, facecolor=color, edgecolor="none", zorder=z))


def chip(
    axes: Axes, x: float, y: float, color: str = look.PUBLISHED, *, width: float = 18.0, height: float = 26.0
) -> None:
    """Draw a small rounded box, the mark of a publication."""
    axes.add_artist(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=3",
            facecolor=color,
            edgecolor="none",
            zorder=2,
        )
    )


def _bar(extent: Extent, y: float) -> Path:
    """The outline of an interval; where an end is open it runs out into a head."""
    half, barb = BAR / 2, BAR / 2 + 4
    left, right = extent.left, extent.right
    if extent.open_left:
        start = [
            (left + HEAD, y + half),
            (left + HEAD, y + barb),
            (left, y),
            (left + HEAD, y - barb),
            (left + HEAD, y - half),
        ]
    else:
        start = [(left, y + half), (left, y - half)]
    if extent.open_right:
        stop = [
            (right - HEAD, y - half),
            (right - HEAD, y - barb),
            (right, y),
            (right - HEAD, y + barb),
            (right - HEAD, y + half),
        ]
    else:
        stop = [(right, y - half), (right, y + half)]
    return Path([*start, *stop, start[0]], closed=True)


def _dressed(path: Path, certainty: Certainty, color: str) -> list[PathPatch]:
    """The patches that draw ``path`` with a certainty: two where white hatching needs an outline of its own."""
    outline = {"edgecolor": color, "linewidth": OUTLINE * look.POINTS, "joinstyle": "miter"}
    if certainty == "inferred":
        return [PathPatch(path, facecolor=INFERRED, linestyle=DASH, **outline)]
    if certainty == "planned":
        return [PathPatch(path, facecolor=look.PAPER, **outline)]
    if certainty == "about":
        dotted = outline | {"linestyle": DOTS, "capstyle": "round"}
        return [PathPatch(path, facecolor=INFERRED, edgecolor="none"), PathPatch(path, facecolor="none", **dotted)]
    if certainty == "claimed":
        hatched = PathPatch(path, facecolor=color, edgecolor=look.PAPER, linewidth=0, hatch=HATCH)
        return [hatched, PathPatch(path, facecolor="none", **outline)]
    return [PathPatch(path, facecolor=color, edgecolor="none", linewidth=0)]


def badge(axes: Axes, x: float, y: float, color: str, radius: float = 15.0) -> None:
    """Draw the white disc that a sign such as ``≠`` is printed in."""
    axes.add_artist(Circle((x, y), radius, facecolor=look.PAPER, edgecolor=color, linewidth=3 * look.POINTS, zorder=5))


def point(axes: Axes, x: float, y: float) -> None:
    """Draw the small point of an empty cell, which leads the eye along its row."""
    axes.add_artist(Circle((x, y), 1.7, facecolor="#C3C8CF", edgecolor="none", zorder=1))


def head(axes: Axes, corners: list[tuple[float, float]], color: str) -> None:
    """Fill the triangle of an arrow's head."""
    axes.add_artist(Polygon(corners, closed=True, facecolor=color, edgecolor="none", zorder=3))
