"""Who is said to say what: the source, the cue and the stretch of text that the cue governs.

A working table of its own: quotes take their speakers from it, claims their claimants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.text.read import Reading


@dataclass(frozen=True, slots=True)
class Attribution:
    """One stretch of text that someone is said to have said.

    ``source_start:source_end`` is the name or description that identifies the source, ``None`` where no words do;
    ``cue_start:cue_end`` the word of saying, ``scope_start:scope_end`` what it governs. ``chain`` lists who relays
    whom, the outermost first and the source itself last.
    """

    source_id: str
    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    scope_start: int
    scope_end: int
    chain: tuple[str, ...]

    def covers(self, start: int, end: int) -> bool:
        """Whether ``start:end`` lies inside the scope."""
        return self.scope_start <= start and end <= self.scope_end


def find(reading: Reading, mentions: Iterable[Mapping[str, Any]]) -> list[Attribution]:
    """Return who is said to say what in ``reading``, by the start of the scope; an inner one after the outer."""
    return []


def innermost(attributions: Iterable[Attribution], start: int, end: int) -> Attribution | None:
    """Return the attribution with the shortest scope that holds ``start:end``; None where the outlet itself speaks."""
    over = [one for one in attributions if one.covers(start, end)]
    return min(over, key=lambda one: one.scope_end - one.scope_start, default=None)
