"""dateparser's search in Arabic text, told the day of publication and to prefer the past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib import import_module, metadata

from analysis.scoring.peers import days
from analysis.scoring.peers.protocol import Asked, Found, serve

Hit = tuple[str, datetime, str]


class Dateparser:
    """Asks `search_dates` for dates with the period that each stands for."""

    def __init__(self) -> None:
        """Load the program."""
        self._search = import_module("dateparser.search").search_dates
        self.version = metadata.version("dateparser")

    def find(self, asked: Asked) -> list[Hit]:
        """Return the wordings found, each with its moment and period."""
        settings = {"RELATIVE_BASE": days.noon(asked.published).replace(tzinfo=None), "PREFER_DATES_FROM": "past"}
        return self._search(asked.text, languages=["ar"], settings=settings, add_period=True) or []

    @staticmethod
    def times(asked: Asked, answer: Iterable[Hit]) -> Iterator[Found]:
        """Say the dates as times."""
        for (start, end), (_, moment, period) in zip(
            placed(asked.text, [hit[0] for hit in answer]), answer, strict=True
        ):
            yield Found(start, end, period, days.around(moment, period))


def placed(text: str, wordings: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where each wording stands, since the program does not say: each is looked for behind the one before.

    A wording that is not in the text as it is given (spaces put right, say) stands nowhere: an empty span.

    >>> list(placed("1 then 1", ["1", "1", "2"]))
    [(0, 1), (7, 8), (8, 8)]
    """
    behind = 0
    for wording in wordings:
        at = text.find(wording, behind)
        start, behind = (at, at + len(wording)) if at >= 0 else (behind, behind)
        yield start, behind


if __name__ == "__main__":
    serve(Dateparser())
