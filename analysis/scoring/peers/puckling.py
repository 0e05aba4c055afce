"""puckling, a Python port of Duckling with an Arabic grammar of its own; it needs Python 3.13."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module, metadata
from typing import Any

from analysis.scoring.peers import days
from analysis.scoring.peers.protocol import Asked, Found, serve


class Puckling:
    """Asks for the dimensions time and duration, line by line, without a limit of time."""

    def __init__(self) -> None:
        """Load the program."""
        self._puckling = import_module("puckling")
        self.version = metadata.version("puckling")
        self._locale = self._puckling.Locale(self._puckling.Lang.AR)
        self._options = self._puckling.Options(parse_timeout_ms=None)

    def find(self, asked: Asked) -> list[tuple[int, list[Any]]]:
        """Return the entities of each line, with where the line begins."""
        context = self._puckling.Context(days.noon(asked.published), self._locale)
        wanted = ("time", "duration")
        return [(at, self._puckling.parse(line, context, self._options, wanted)) for at, line in days.lines(asked.text)]

    @staticmethod
    def times(asked: Asked, answer: Iterable[tuple[int, list[Any]]]) -> Iterator[Found]:
        """Say the entities as times."""
        for at, entities in answer:
            for entity in entities:
                said = (
                    days.of_moments(entity.value.primary.to_dict(), asked.published) if entity.dim == "time" else None
                )
                yield Found(at + entity.start, at + entity.end, entity.dim, said)


if __name__ == "__main__":
    serve(Puckling())
