"""What HarfBuzz makes of a line, and what matplotlib (3.11 and later) lays out: the same glyphs, or not.

The expectation is built here from nothing of ours: runs from `order` (UAX #9), fonts by their own tables, shapes by
HarfBuzz. Direction marks and isolates have no form and are left out on both sides.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
import uharfbuzz as hb
from fontpkg_ibm_plex_sans_arabic import ROOT
from matplotlib import font_manager, ft2font
from matplotlib.text import Text

from tests.rendering import order

PLEX = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FORMLESS = set("\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff")
PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
LAST_RESORT = "LastResort"
"""matplotlib's own last font, which holds nothing but boxes."""

Glyphs = list[tuple[str, int]]
"""File of the font and number of the glyph, from left to right."""


def expected(line: str, weight: int) -> Glyphs:
    """The glyphs of ``line`` by HarfBuzz, from left to right; 0 is the box of a letter that no font has."""
    files = fonts(weight)
    glyphs: Glyphs = []
    for start, end, level in order.runs(line):
        parts = _by_script_and_font(line, start, end, files)
        for first, last, file, script in parts[::-1] if level % 2 else parts:
            glyphs += _shaped(line, first, last, file, script, right_to_left=bool(level % 2))
    return glyphs


def laid_out(text: Text) -> Glyphs:
    """The glyphs that matplotlib puts on the canvas for ``text``, from left to right."""
    properties = text.get_fontproperties()
    font = font_manager.get_font(font_manager.fontManager._find_fonts_by_props(properties))
    font.set_size(properties.get_size_in_points(), 200)
    items = list(font._layout(text.get_text(), ft2font.LoadFlags.NO_HINTING))
    return [(Path(item.ft_object.fname).name, item.glyph_index) for item in items if item.char not in FORMLESS]


def boxes(glyphs: Glyphs) -> bool:
    """Whether a letter came out as a box."""
    return any(glyph == 0 or LAST_RESORT in file for file, glyph in glyphs)


def fonts(weight: int) -> tuple[Path, ...]:
    """The fonts that a line may be drawn in, the first that has a letter draws it."""
    bold = "-Bold" if weight >= 600 else ""
    data = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return ROOT / "files" / f"IBMPlexSansArabic-{PLEX[weight]}.ttf", data / f"DejaVuSans{bold}.ttf"


def _by_script_and_font(line: str, start: int, end: int, files: tuple[Path, ...]) -> list[tuple[int, int, Path, str]]:
    """Cut a run where the font or the script changes."""
    parts: list[tuple[int, int, Path, str]] = []
    scripts = _scripts(line)
    for at in range(start, end):
        letter, script = line[at], scripts[at]
        file = next((f for f in files if letter in FORMLESS or ord(letter) in _letters(f)), files[0])
        if parts and parts[-1][2:] == (file, script):
            parts[-1] = (parts[-1][0], at + 1, file, script)
        else:
            parts.append((at, at + 1, file, script))
    return parts


def _scripts(line: str) -> list[str]:
    """The script of each character (UAX #24): a common one's is that of the letter before, a bracket's its pair's."""
    script = next((s for letter in line if (s := _script(letter))), "Latn")
    found: list[str] = []
    opened: list[tuple[str, str]] = []
    for letter in line:
        script = _script(letter) or script
        if letter in PAIRS:
            opened.append((PAIRS[letter], script))
        while opened and letter in PAIRS.values():
            closing, outside = opened.pop()
            if closing == letter:
                script = outside
                break
        found.append(script)
    return found


def _script(letter: str) -> str:
    kind = unicodedata.bidirectional(letter)
    if kind in ("AL", "NSM") and letter not in "،؛؟":
        return "Arab"
    return "Latn" if letter.isalpha() and kind == "L" else ""


def _shaped(line: str, start: int, end: int, file: Path, script: str, *, right_to_left: bool) -> Glyphs:
    buffer = hb.Buffer()
    buffer.add_str(line, item_offset=start, item_length=end - start)
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.script = script
    hb.shape(_font(file), buffer)
    kept = [info.codepoint for info in buffer.glyph_infos if line[info.cluster] not in FORMLESS]
    return [(file.name, glyph) for glyph in kept]


@cache
def _font(file: Path) -> hb.Font:
    return hb.Font(hb.Face(file.read_bytes()))


@cache
def _letters(file: Path) -> frozenset[int]:
    return frozenset(_font(file).face.unicodes)
