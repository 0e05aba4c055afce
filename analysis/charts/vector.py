"""An SVG that looks the same wherever it is opened: Arabic lines from the right, the letters of its words with it.

matplotlib writes words as words, in logical order, so that they can be searched and copied. Two things are missing for
a browser to draw them as matplotlib does: the direction of each line (SVG takes it from the page around it), and the
font.
"""

from __future__ import annotations

import base64
import html
import io
import re
from collections import defaultdict
from contextlib import closing
from typing import Any

from fontpkg_ibm_plex_sans_arabic import FAMILY, ROOT

from analysis.charts import look
from analysis.charts.shaping import first_strong

LINE = re.compile(r'<text (?P<attributes>[^<>]*?)style="(?P<style>[^"]*)"(?P<more>[^<>]*)>(?P<words>[^<]*)</text>')
ANCHOR = re.compile(r"; text-anchor: (start|middle|end)|$")
OTHER_END = {"start": "end", "end": "start", "middle": "middle"}
WEIGHT = re.compile(r"font-weight: (\d+)")
NAMES = {look.REGULAR: "Regular", look.MEDIUM: "Medium", look.SEMIBOLD: "SemiBold", look.BOLD: "Bold"}


def finished(svg: str, title: str, alt: str) -> str:
    """Return matplotlib's ``svg`` with directions, the letters it needs of Plex, and its ``title`` and ``alt`` text."""
    words: dict[int, set[str]] = defaultdict(set)

    def directed(found: re.Match[str]) -> str:
        style, line = found["style"], html.unescape(found["words"])
        weight = WEIGHT.search(style)
        words[int(weight[1]) if weight else look.REGULAR].update(line)
        if first_strong(line) == "R":  # in a line from the right, "start" is its right end
            anchor = ANCHOR.search(style)
            end = OTHER_END[anchor[1] or "start"] if anchor else "end"
            style = f"{ANCHOR.sub('', style, count=1)}; text-anchor: {end}; direction: rtl; unicode-bidi: embed"
        return f'<text {found["attributes"]}style="{style}"{found["more"]}>{found["words"]}</text>'

    svg = LINE.sub(directed, svg)
    faces = "".join(_face(weight, "".join(sorted(letters))) for weight, letters in sorted(words.items()))
    head = (
        f"<title>{html.escape(title)}</title>\n <desc>{html.escape(alt)}</desc>\n"
        f' <style type="text/css">{faces}svg {{direction: ltr}}</style>\n '
    )
    opened = svg.index(">", svg.index("<svg ")) + 1
    return f'{svg[: opened - 1]} role="img">\n {head}{svg[opened:].lstrip()}'


def _face(weight: int, letters: str) -> str:
    """The rule of CSS that brings the ``letters`` of one weight, shapes and joins included, in the file itself."""
    from fontTools import subset  # half a second, for those who export

    options: Any = subset.Options()
    options.flavor = "woff"
    options.layout_features = ["*"]
    options.drop_tables += ["meta"]
    options.hinting = False
    options.name_IDs = []
    file = io.BytesIO()
    with closing(subset.load_font(ROOT / "files" / f"IBMPlexSansArabic-{NAMES[weight]}.ttf", options)) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        subset.save_font(font, file, options)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    return (
        f"@font-face {{font-family: '{FAMILY}'; font-weight: {weight}; "
        f"src: url(data:font/woff;base64,{data}) format('woff')}}\n"
    )
