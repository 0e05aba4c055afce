"""Isnad itself, asked as the others are: a text and its day of publication, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from analysis import __version__
from analysis.dates.interval import Interval
from analysis.dating.resolve import resolve
from analysis.marks import times
from analysis.scoring.peers.protocol import Asked, Found, serve
from analysis.text.read import read


class Isnad:
    """Reads a text, finds its times and resolves them."""

    version = __version__

    def find(self, asked: Asked) -> list[dict[str, Any]]:
        """Return rows of ``times``."""
        reading = read(asked.text, asked.id)
        return resolve(times.find(reading), Interval.day(asked.published), reading)

    @staticmethod
    def times(asked: Asked, answer: Iterable[dict[str, Any]]) -> Iterator[Found]:
        """Say the rows as times."""
        for row in answer:
            days = Interval(row["earliest"], row["latest"])
            yield Found(row["start"], row["end"], row["type"], days, row["value"])


if __name__ == "__main__":
    serve(Isnad())
