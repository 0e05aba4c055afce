"""One line as two pictures: by matplotlib through `charts.labels`, and by Pillow with raqm, an independent shaper.

For matplotlib up to 3.10, whose layout cannot be asked for its glyphs. Compared is ink: how much of one picture's
lies on or beside the other's, a window at a time, because an older matplotlib kerns otherwise and lines come out a
few pixels longer.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from fontpkg_ibm_plex_sans_arabic import ROOT
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageDraw, ImageFont

from analysis.charts import labels, look

SIZE = 64
NEAR = 2
"""Pixels by which a stroke may stand aside: widths differ by a hair a letter (hinting, kerning)."""
DARK = 96
ABOVE, BELOW = 110, 50
"""Rows kept above and below the baseline: both pictures have it in the same row."""
MIDDLE = 200
"""Half the height of the canvas."""
WINDOW, DRIFT, RISE = 80, 26, 4
"""Width of a window, and how far it may be shifted along and across the line, in pixels."""
FORMLESS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"

Ink = np.ndarray
"""Booleans, rows by columns."""


def drawn(line: str, lang: look.Lang) -> Ink:
    """``line`` on the canvas, by `labels.put`."""
    with look.context():
        figure = Figure(figsize=(len(line) * SIZE / look.DPI + 2, 2), dpi=look.DPI)
        canvas = FigureCanvasAgg(figure)
        labels.put(figure, 0.5, 0.5, line, look.Page(lang), size=SIZE, side="middle", color="black")
        return _ink(canvas, baseline=MIDDLE + round(labels.MIDDLE[lang] * SIZE))


def drawn_raw(text: str) -> Ink:
    """``text`` as it is given, by matplotlib alone: for strings that were spoilt on purpose."""
    with look.context():
        figure = Figure(figsize=(len(text) * SIZE / look.DPI + 2, 2), dpi=look.DPI)
        canvas = FigureCanvasAgg(figure)
        figure.text(0.5, 0.5, text, fontsize=SIZE * look.POINTS, fontfamily=look.FAMILIES, ha="center")
        return _ink(canvas, baseline=MIDDLE)


def expected(line: str, lang: look.Lang) -> Ink:
    """``line`` by Pillow with raqm, which is told nothing but the direction of the page."""
    image = Image.new("L", (len(line) * SIZE + 400, 3 * SIZE), 255)
    direction = "rtl" if lang == "ar" else "ltr"
    ImageDraw.Draw(image).text((200, ABOVE), line, font=_plex(), fill=0, direction=direction, anchor="ls")
    return np.asarray(image)[: ABOVE + BELOW] < 255 - DARK


def alike(one: Ink, other: Ink) -> float:
    """Share of the ink of each picture that lies at most `NEAR` pixels from ink of the other, the lower of the two.

    Windows a letter or two wide are shifted a little to where they fit best; their order stays.
    """
    one, other = _cut(one), _cut(other)
    return min(_covered(one, other), _covered(other, one))


def _covered(one: Ink, other: Ink) -> float:
    """Share of the ink of ``one`` that falls on ``other``."""
    room = _grown(np.pad(other, ((RISE, RISE + one.shape[0]), (DRIFT, DRIFT + WINDOW))))
    found = 0
    for start in range(0, one.shape[1], WINDOW):
        piece = one[:, start : start + WINDOW]
        there = round(start * other.shape[1] / one.shape[1])
        found += max(
            int((piece & room[y : y + piece.shape[0], x : x + piece.shape[1]]).sum())
            for x in range(there, there + 2 * DRIFT + 1, 2)
            for y in range(0, 2 * RISE + 1, 2)
            if x + piece.shape[1] <= room.shape[1]
        )
    return found / max(int(one.sum()), 1)


def in_plex(line: str) -> bool:
    """Whether Pillow, which is given one font, can draw the whole line."""
    letters = _letters()
    return all(letter in FORMLESS or ord(letter) in letters for letter in line)


@cache
def _plex() -> ImageFont.FreeTypeFont:
    file = ROOT / "files" / "IBMPlexSansArabic-Regular.ttf"
    return ImageFont.truetype(str(file), SIZE, layout_engine=ImageFont.Layout.RAQM)


@cache
def _letters() -> frozenset[int]:
    from matplotlib import font_manager

    return frozenset(font_manager.get_font(str(ROOT / "files" / "IBMPlexSansArabic-Regular.ttf")).get_charmap())


def _ink(canvas: FigureCanvasAgg, baseline: int) -> Ink:
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[baseline - ABOVE : baseline + BELOW, :, 0] < 255 - DARK


def _cut(ink: Ink) -> Ink:
    columns = np.flatnonzero(ink.any(axis=0))
    return ink[:, columns[0] : columns[-1] + 1]


def _grown(ink: Ink) -> Ink:
    grown = np.pad(ink, NEAR)
    steps = range(2 * NEAR + 1)
    height, width = ink.shape
    return np.logical_or.reduce([grown[y : y + height, x : x + width] for y in steps for x in steps])
