"""Words beside marks, on a ground of gridlines and publications: they keep clear of both.

Words stand right of their mark or left of it, on the first side that has room. A gridline under them is broken; the
band of a publication is not, so words step past a narrow one, and only where they cannot, they stand upon it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes

from analysis.charts import labels, look, marks

BESIDE = 9.0
"""Between a mark and its words."""
FARTHEST = 46.0
"""Words that step past a publication stay this near to their mark."""
Band = tuple[float, float]


@dataclass(frozen=True)
class Ground:
    """Where marks are drawn: the page, its left and right in pixels, the gridlines and the bands of publications."""

    page: look.Page
    left: float
    right: float
    lines: tuple[float, ...]
    bands: tuple[Band, ...]


def write(
    axes: Axes,
    ground: Ground,
    x: float,
    y: float,
    words: str,
    *,
    size: float,
    side: Literal["left", "right"] = "left",
    paper: str = look.PANEL,
    weight: int = look.REGULAR,
    color: str = look.TEXT,
) -> None:
    """Write ``words`` in the calendar, breaking the gridlines under them with the colour of the paper."""
    wide = labels.width(words, ground.page, size=size, weight=weight)
    left, right = (x, x + wide) if side == "left" else (x - wide, x)
    for line in ground.lines:
        if left - 4 < line < right + 4:
            on_band = any(band[0] <= line <= band[1] for band in ground.bands)
            cover = look.PUBLISHED_PALE if on_band else paper
            marks.box(axes, line - 1.5, y - 0.62 * size, line + 1.5, y + 0.62 * size, cover, z=1.5)
    labels.put(axes, x, y, words, ground.page, side=side, size=size, weight=weight, color=color, zorder=6)


def beside(
    axes: Axes,
    ground: Ground,
    words: str,
    taken: marks.Extent,
    y: float,
    *,
    size: float,
    inside: tuple[marks.Extent, str] | None = None,
) -> None:
    """Write ``words`` right of ``taken``, else left of it, else in its part ``inside`` (with that part's colour).

    Where neither has room for all of them, they are shortened on the wider side.
    """
    wide = labels.width(words, ground.page, size=size)
    starts = _clear(taken.right + BESIDE, wide, ground.bands)
    ends = -_clear(BESIDE - taken.left, wide, [(-right, -left) for left, right in ground.bands])
    if starts + wide <= ground.right - 4:
        write(axes, ground, starts, y, words, size=size)
    elif ends - wide >= ground.left + 4:
        write(axes, ground, ends, y, words, size=size, side="right")
    elif inside is not None and inside[0].right - inside[0].left >= wide:
        part, color = inside
        style = {"size": size - 1, "color": color, "weight": look.MEDIUM, "zorder": 6}
        labels.put(axes, part.middle, y, words, ground.page, side="middle", **style)
    else:
        _shortened(axes, ground, words, taken, y, size)


def _shortened(axes: Axes, ground: Ground, words: str, taken: marks.Extent, y: float, size: float) -> None:
    rooms = taken.left - ground.left, ground.right - taken.right
    room = max(rooms) - BESIDE - 4
    if room <= 60:
        return
    short = labels.shorten(words, room, ground.page, size=size)
    if rooms[1] >= rooms[0]:
        write(axes, ground, taken.right + BESIDE, y, short, size=size)
    else:
        write(axes, ground, taken.left - BESIDE, y, short, size=size, side="right")


def _clear(x: float, wide: float, bands: Sequence[Band]) -> float:
    """The first place from ``x`` on where words so ``wide`` stand on no band's edge; ``x`` where that is too far."""
    at = x
    for band in sorted(bands):
        if band[0] - 3 < at + wide and at < band[1] + 5:
            at = band[1] + 6
    return at if at - x <= FARTHEST else x
