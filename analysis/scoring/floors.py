"""Floors: the score below which no change may fall.

`tests/scores.json` holds, for a gold, the digest of its files and a floor for each score. A build is held against it: a
score under its floor is a failure, and so is a gold that is not the one the floors were measured on. Floors are raised
on purpose (``raised``) and never lowered by the program: that takes an edit of the file, with its reason in the
changelog. The same file keeps what was measured where the annotated articles or cases may not be shipped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.scoring.measures import Measure

UNFLOORED = {"origins off by", "publication median width (days)"}
"""Scores that may move either way without being better or worse by it alone."""


class FloorError(Exception):
    """A file of floors cannot be used; the message names it and says why."""


@dataclass(frozen=True)
class Floors:
    """The floors measured on one gold: its digest, and a floor (or ceiling, where lower is better) by score."""

    digest: str
    limits: Mapping[str, float]

    def short(self, measures: Iterable[Measure]) -> list[Measure]:
        """Return the scores that break their floor; one that has no value any more breaks it too."""
        return [measure for measure in measures if measure.key in self.limits and not self._holds(measure)]

    def _holds(self, measure: Measure) -> bool:
        limit = self.limits[measure.key]
        if measure.value is None:
            return False
        return measure.value <= limit if measure.lower_is_better else measure.value >= limit

    def raised(self, measures: Iterable[Measure], digest: str) -> Floors:
        """Return floors at the better of what was and what is now measured, for the gold with ``digest``."""
        limits = dict(self.limits)
        for measure in measures:
            nothing = not measure.value and not measure.lower_is_better  # a floor of 0 holds nothing up
            if measure.value is None or nothing or measure.key in UNFLOORED:
                continue
            better = min if measure.lower_is_better else max
            limits[measure.key] = better(measure.value, limits.get(measure.key, measure.value))
        return Floors(digest, limits)


NONE = Floors("", {})
"""No floor at all."""


def read(path: Path) -> Floors:
    """Read the floors in ``path``. Raises FloorError where there is no such file, or nothing of the kind in it."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))["gold"]
        return Floors(stored["sha256"], stored["floors"])
    except OSError as error:
        raise FloorError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise FloorError(f"{path}: holds no floors: {error}") from error


def write(path: Path, floors: Floors) -> None:
    """Store ``floors`` in ``path``; whatever else the file holds stays."""
    store(path, "gold", {"sha256": floors.digest, "floors": dict(floors.limits)})


def store(path: Path, section: str, value: Any) -> None:
    """Store ``value`` as one section of the file at ``path``; the other sections stay."""
    held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    held[section] = value
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def digest(gold: Path) -> str:
    """Return a digest of the names and bytes of a gold folder's annotations."""
    lines = [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n" for path in sorted(gold.glob("*.json"))]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def table(measures: Iterable[Measure], floors: Floors) -> str:
    """Return the scores as lines: name, score, floor, what it is taken of, and a mark where it fell short."""
    lines = [f"{'':34} {'score':>6} {'floor':>6} {'of':>6}"]
    for measure in measures:
        floor = floors.limits.get(measure.key)
        fell = "  below its floor" if floors.short([measure]) else ""
        lines.append(f"{measure.key:34} {_shown(measure.value)} {_shown(floor)} {measure.of:>6}{fell}")
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return f"{'–' if value is None else f'{value:g}':>6}"
