"""Chrono (`chrono-node`), which runs on Node: `chrono.mjs` asks it, this module says what its answers mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from analysis.dates.interval import Interval
from analysis.scoring.peers import days
from analysis.scoring.peers.protocol import Asked, Found

Json = Mapping[str, Any]
GRAINS = {"day": ("day", "weekday", "hour"), "month": ("month",), "year": ("year",)}
"""The grain of a moment, by what the text says of it, the finest first; the rest Chrono fills in."""


def times(asked: Asked, answer: Iterable[Json]) -> Iterator[Found]:
    """Say what Chrono found as times."""
    for result in answer:
        start = index(asked.text, result["index"])
        yield Found(start, start + len(result["text"]), "time", meant(result, asked))


def meant(result: Json, asked: Asked) -> Interval | None:
    """Return the days of a result; None for the moment of writing, and for ends that are the wrong way round."""
    first = _unit(result["from"])
    if "second" in result["from"]["known"] and datetime.fromisoformat(result["from"]["at"]) == days.noon(
        asked.published
    ):
        return None
    if result["to"] is None:
        return first
    earliest, latest = first.earliest, _unit(result["to"]).latest
    return Interval(earliest, latest) if earliest and latest and earliest <= latest else None


def index(text: str, units: int) -> int:
    """Return the character of ``text`` that ``units`` of UTF-16, in which Node counts, lead to.

    >>> index("🕐 غدا", 3)
    2
    """
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le"))


def _unit(moment: Json) -> Interval:
    grain = next((grain for grain, parts in GRAINS.items() if any(part in moment["known"] for part in parts)), "day")
    return days.around(datetime.fromisoformat(moment["at"]), grain)
