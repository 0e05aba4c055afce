"""The lines of exported figures, read back from their SVG files."""

from __future__ import annotations

import html
import re
from pathlib import Path

FIGURES = Path(__file__).resolve().parents[2] / "figures"
TEXT = re.compile(r"<text (?P<attributes>[^<>]*)>(?P<words>[^<]*)</text>")
WEIGHT = re.compile(r"font-weight: (\d+)")


def lines(svg: str) -> list[tuple[str, int]]:
    """Every line of an SVG with its weight, as it is written there: in logical order, if all is well."""
    return [
        (html.unescape(found["words"]), int(weight[1]) if (weight := WEIGHT.search(found["attributes"])) else 400)
        for found in TEXT.finditer(svg)
    ]


def figures() -> list[Path]:
    """The SVG files of the project's own figures; none before they are made."""
    return sorted(FIGURES.glob("*.svg"))
