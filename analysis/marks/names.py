"""Names of people, bodies and places, and who or what each one names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.text.read import Reading


def find(reading: Reading) -> list[dict[str, Any]]:
    """Return the rows of `tables.MENTIONS` of one article, in text order; no name lies inside another."""
    return []


def entities(mentions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of `tables.ENTITIES` for the mentions of all articles, by id."""
    return []
