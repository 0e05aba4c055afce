"""A sentence as an article of its own, and the rows of ``times`` that it comes to."""

from __future__ import annotations

from typing import Any

from analysis.dates.interval import Interval
from analysis.dating import resolve
from analysis.marks import times
from analysis.text.read import read


def resolved(text: str, published: Interval | None) -> list[dict[str, Any]]:
    """Return the times of ``text`` as an article of that day, or of an unknown one, has them."""
    reading = read(text, "a")
    return resolve.resolve(times.find(reading), published, reading)
