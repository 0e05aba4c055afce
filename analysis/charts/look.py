"""How every chart looks: one family of type, one palette, sizes in pixels, and a page that can be mirrored.

A chart is drawn on a canvas measured in pixels from its top left corner, 1600 of them across eight inches, so that the
numbers in the code are those of a ruler laid on the PNG. ``Page`` says which language the page speaks. The Arabic page
is mirrored (label column, cards, keys run from the right), the data are not: time and value grow left to right in both
languages, unless ``Page.reverse`` turns them, the one switch for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import matplotlib as mpl
from fontpkg_ibm_plex_sans_arabic import FAMILY, ROOT
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

Lang = Literal["ar", "en"]
Side = Literal["start", "middle", "end"]
Digits = Literal["latn", "arab"]
if TYPE_CHECKING:
    import pandas as pd

LANGUAGES: tuple[Lang, ...] = ("ar", "en")

FAMILIES = [FAMILY, "DejaVu Sans"]
"""Plex Arabic holds both scripts; DejaVu comes with matplotlib and fills in for whatever Plex lacks."""

DPI = 200
POINTS = 72 / DPI
"""Points in a pixel of the canvas."""
WIDTH = 1600.0
MARGIN = 50.0

# Sizes of type in pixels (CHARTS.md, Type); nothing is printed smaller than SMALLEST.
TITLE, SUBTITLE, HEADING, ROW, LABEL, TICK, FOOTER, SMALLEST = 40.0, 23.0, 20.5, 24.0, 19.0, 17.0, 18.0, 15.0
LINE = 1.42
"""Distance between two baselines, of the size: Plex is tall, so 0.9 of the usual spacing."""
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700

# Kinds of origin (CHARTS.md, Colour): the same four everywhere.
AGENCY = "#0072B2"
OFFICIAL = "#C65200"
OUTLET = "#3A3F46"
OTHER = "#8A9099"
PALE = {AGENCY: "#D3E7F3", OFFICIAL: "#F9E4D6", OUTLET: "#DFE1E4", OTHER: "#ECEEF0"}
"""The pale fill of each kind: the page does not credit it. Drawn with an outline in the kind's own colour."""

CONFLICT = "#B3261E"
CONFLICT_PALE = "#FCEDEA"
PUBLISHED = "#F2C14E"
PUBLISHED_PALE = "#F4DFAC"
INK = "#1F2328"
TEXT = "#5F6670"
"""Grey for words: 5.8 : 1 on white. ``OTHER`` is a grey for fills and too light to read."""
PAPER = "#FFFFFF"
PANEL = "#F5F6F8"
BAND = "#E9ECF0"
GRID = "#E2E5E9"
ROW_RULE = "#E6E8EC"
RULE = "#D2D6DC"
WHISKER = "#7F8894"
NEUTRAL = "#C3C9D1"
"""A length of text of which nothing is said whose words it is; none of the four kinds."""
TINTS = ("#E3EEF6", "#BFDAEB", "#7DB4D6", "#0B5F97")
"""Four steps of a count: 1, 2 to 3, 4 to 7, 8 and more."""


@cache
def register_fonts() -> None:
    """Tell matplotlib where the font package keeps Plex; a machine needs no font of its own."""
    for file in sorted((ROOT / "files").glob("*.ttf")):
        font_manager.fontManager.addfont(file)
    fonts = font_manager.fontManager.ttflist
    for weight, nearest in ((MEDIUM, REGULAR), (SEMIBOLD, BOLD)):  # or every label warns that DejaVu has no such weight
        known = [f for f in fonts if f.name == FAMILIES[1] and f.style == "normal" and f.weight == nearest]
        fonts.extend(replace(font, weight=weight) for font in known)


@contextmanager
def context() -> Iterator[None]:
    """The one rc context: charts are drawn and saved inside it, and nothing of it is left behind."""
    register_fonts()
    settings: dict[Any, Any] = {
        "font.family": FAMILIES,
        "text.parse_math": False,  # "$" in the news is money
        "svg.fonttype": "none",  # words stay words: searchable, and shaped by the reader's browser
        "svg.hashsalt": "isnad",  # the same ids on every run
        "pdf.fonttype": 42,
        "path.simplify": False,
        "figure.dpi": DPI,
        "savefig.dpi": DPI,
        "savefig.facecolor": PAPER,
        "hatch.linewidth": 1.4,
    }
    with mpl.rc_context(settings):
        yield


@dataclass(frozen=True)
class Page:
    """The page a chart is laid out on: its language, and which way its data run.

    ``start`` is the side where reading begins: left in English, right in Arabic. ``reverse`` turns time and value
    round (both grow right to left); the page stays as it is. ``digits`` are Western by default in both languages,
    ``"arab"`` prints ٠١٢.
    """

    lang: Lang
    reverse: bool = False
    digits: Digits = "latn"
    width: float = WIDTH

    @property
    def rtl(self) -> bool:
        """Whether the page is read from the right."""
        return self.lang == "ar"

    def x(self, distance: float) -> float:
        """Pixels from the left of a point ``distance`` pixels from the start of the page."""
        return self.width - distance if self.rtl else distance

    def box(self, start: float, end: float) -> tuple[float, float]:
        """Left and right of what reaches from ``start`` to ``end``, both measured from the start of the page."""
        left, right = sorted((self.x(start), self.x(end)))
        return left, right

    def align(self, side: Side) -> Literal["left", "center", "right"]:
        """The word of matplotlib for ``side`` on this page."""
        if side == "middle":
            return "center"
        return "right" if self.rtl == (side == "start") else "left"

    def scale(self, low: float, high: float, start: float, end: float) -> Callable[[float], float]:
        """Map values ``low … high`` into the box from ``start`` to ``end``; they grow to the right unless ``reverse``.

        Returns pixels from the left. A scale of one value (``low == high``) puts it in the middle.
        """
        left, right = self.box(start, end)
        if self.reverse:
            left, right = right, left
        span = high - low
        return lambda value: left + (right - left) * ((value - low) / span if span else 0.5)

    def pick(self, ar: str, en: str) -> str:
        """The wording of this page's language: twins are written twice, not translated."""
        return ar if self.rtl else en


class Sheet(Figure):
    """A Figure that knows what it says: what `export.save` writes beside the picture.

    ``title`` is the finding, ``caption`` how to read it and what was left out, ``alt`` the picture in words for whoever
    cannot see it, ``shown`` a frame of exactly the rows drawn.
    """

    title: str = ""
    caption: str = ""
    alt: str = ""
    shown: pd.DataFrame | None = None

    def says(self, title: str, caption: str, alt: str, shown: pd.DataFrame) -> Sheet:
        """Set what the sheet says and return it."""
        self.title, self.caption, self.alt, self.shown = title, caption, alt, shown
        return self


def canvas(page: Page, height: float) -> tuple[Sheet, Axes]:
    """An empty figure ``page.width`` × ``height`` pixels whose only axes count pixels from the top left corner.

    The figure is unknown to pyplot. Call it inside `context`.
    """
    figure = Sheet(figsize=(page.width / DPI, height / DPI), dpi=DPI, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, page.width), ylim=(height, 0))
    axes.set_axis_off()
    return figure, axes


def twins(chart: Callable[..., Figure], *tables: Any, **options: Any) -> dict[Lang, Figure]:
    """Draw ``chart`` on an Arabic and on an English page: ``chart(*tables, page=Page(lang), **options)``."""
    digits, reverse = options.pop("digits", "latn"), options.pop("reverse", False)
    with context():
        return {lang: chart(*tables, page=Page(lang, reverse=reverse, digits=digits), **options) for lang in LANGUAGES}
