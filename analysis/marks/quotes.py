"""Direct and indirect speech with its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.marks.attribution import Attribution
from analysis.text.read import Reading


def find(
    reading: Reading, attributions: Iterable[Attribution], mentions: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the rows of `tables.QUOTES` of one article, in text order."""
    return []
