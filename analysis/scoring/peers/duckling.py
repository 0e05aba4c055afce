"""Duckling (Haskell), through the bindings of `pyduckling-native-phihos`: made for assistants, it looks ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module, metadata
from typing import Any

from analysis.scoring.peers import days
from analysis.scoring.peers.protocol import Asked, Found, serve

Json = dict[str, Any]
ZONES = "/usr/share/zoneinfo"


class Duckling:
    """Asks for the dimensions time and duration, line by line: it is made for utterances, and slow on long texts."""

    def __init__(self) -> None:
        """Load the bindings."""
        self._duckling = import_module("duckling")
        self.version = metadata.version("pyduckling-native-phihos")
        self._dimensions = self._duckling.parse_dimensions(["time", "duration"])
        self._zones = self._duckling.load_time_zones(ZONES)
        language = self._duckling.parse_lang("AR")
        self._locale = self._duckling.parse_locale("AR", self._duckling.default_locale_lang(language))

    def find(self, asked: Asked) -> list[tuple[int, list[Json]]]:
        """Return the entities of each line, with where the line begins."""
        noon = int(days.noon(asked.published).timestamp())
        context = self._duckling.Context(self._duckling.parse_ref_time(self._zones, "UTC", noon), self._locale)
        return [
            (at, self._duckling.parse(line, context, self._dimensions, False)) for at, line in days.lines(asked.text)
        ]

    @staticmethod
    def times(asked: Asked, answer: Iterable[tuple[int, list[Json]]]) -> Iterator[Found]:
        """Say the entities as times."""
        for at, entities in answer:
            for entity in entities:
                said = days.of_moments(entity["value"], asked.published) if entity["dim"] == "time" else None
                yield Found(at + entity["start"], at + entity["end"], entity["dim"], said)


if __name__ == "__main__":
    serve(Duckling())
