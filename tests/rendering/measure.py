"""What can be wrong with a figure, measured on the figure itself: words cut, words over words, boxes, wrong shapes.

``faults`` is what a test of a chart asserts to be empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.charts import look
from analysis.charts.shaping import NATIVE

TRIM = 0.2
"""A line box is cut by a fifth above and below: there is air in it."""
SLACK = 1.0
"""Pixels that boxes may share, and that letters may stand over the edge: half of what an eye sees at this size."""
SMALLEST = 14.9
"""No type is smaller than 15 pixels (CHARTS.md, Type)."""


@dataclass(frozen=True)
class Line:
    """A text on the canvas, what it says, and its trimmed box in pixels (left, bottom, right, top)."""

    text: Text
    said: str
    box: tuple[float, float, float, float]


def faults(figure: Figure) -> list[str]:
    """Everything wrong with ``figure``, in words; nothing, if it is as it should be."""
    with look.context():
        found = [*unlabelled(figure), *too_small(figure), *cut(figure), *overlaps(figure)]
        if NATIVE:
            found += [*boxes(figure), *misshapen(figure)]
    return found


def texts(figure: Figure) -> list[Text]:
    """All texts that are drawn."""
    found = figure.findobj(Text)
    return [t for t in found if isinstance(t, Text) and t.get_visible() and t.get_text().strip() and _in_view(t)]


def lines(figure: Figure) -> list[Line]:
    """All texts with their boxes."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    found = []
    for text in texts(figure):
        box = text.get_window_extent(renderer)
        dx, dy = (0, TRIM * box.height) if not text.get_rotation() else (TRIM * box.width, 0)
        found.append(Line(text, said(text), (box.x0 + dx, box.y0 + dy, box.x1 - dx, box.y1 - dy)))
    return found


def said(text: Text) -> str:
    """What a text says, in logical order."""
    return str(text.get_label())


def unlabelled(figure: Figure) -> Iterator[str]:
    """Texts that did not come through `charts.labels`."""
    return (f"not put by charts.labels: {text.get_text()!r}" for text in texts(figure) if not said(text))


def too_small(figure: Figure) -> Iterator[str]:
    """Texts that cannot be read at half size."""
    for text in texts(figure):
        pixels = text.get_fontsize() / look.POINTS
        if pixels < SMALLEST:
            yield f"{pixels:.1f} pixels are too small: {said(text)!r}"


def cut(figure: Figure) -> Iterator[str]:
    """Texts that the edge of the canvas, or of axes that clip them, cuts."""
    canvas = figure.bbox
    for line in lines(figure):
        clip = line.text.axes.bbox if line.text.axes is not None and line.text.get_clip_on() else canvas
        left, bottom, right, top = line.box
        over = max(clip.x0 - left, clip.y0 - bottom, right - clip.x1, top - clip.y1)
        if over > SLACK:
            yield f"cut by {over:.0f} pixels: {line.said!r}"


def overlaps(figure: Figure) -> Iterator[str]:
    """Pairs of texts whose trimmed boxes share more than a hair."""
    found = lines(figure)
    if not found:
        return
    boxes = np.array([line.box for line in found])
    for at, (left, bottom, right, top) in enumerate(boxes[:-1]):
        rest = boxes[at + 1 :]
        wide = np.minimum(right, rest[:, 2]) - np.maximum(left, rest[:, 0])
        high = np.minimum(top, rest[:, 3]) - np.maximum(bottom, rest[:, 1])
        for other in np.flatnonzero((wide > SLACK) & (high > SLACK)):
            pair = f"{found[at].said!r} lies over {found[at + 1 + other].said!r}"
            yield f"{pair} by {wide[other]:.0f} × {high[other]:.0f} pixels"


def boxes(figure: Figure) -> Iterator[str]:
    """Texts with a letter that no font has."""
    from tests.rendering import shaper

    return (f"shows a box: {said(text)!r}" for text in texts(figure) if shaper.boxes(shaper.laid_out(text)))


def misshapen(figure: Figure) -> Iterator[str]:
    """Texts whose glyphs or their order are not those of HarfBuzz for what the text says."""
    from tests.rendering import shaper

    for text in texts(figure):
        if said(text) and shaper.laid_out(text) != shaper.expected(said(text), _weight(text)):
            yield f"not as HarfBuzz has it: {said(text)!r}"


def _weight(text: Text) -> int:
    weight = text.get_fontweight()
    return weight if isinstance(weight, int) else {"normal": 400, "bold": 700}[str(weight)]


def _in_view(text: Text) -> bool:
    """Whether its axes are shown, or it is none of theirs (an axis that is off draws no ticks)."""
    axes = text.axes
    return axes is None or axes.axison or text in axes.texts
