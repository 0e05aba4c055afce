"""A stretch that may be a name, and the choice among those that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Type = Literal["PER", "ORG", "LOC", "GPE", "MISC"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` (one past the end) and their characters; ``entity`` where a list knows who it is.

    ``rank`` decides between candidates of one length: the higher is trusted more.
    """

    first: int
    last: int
    start: int
    end: int
    type: Type
    entity: str | None = None
    rank: int = 0


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the longest candidates of which none touches another's tokens, in text order."""
    taken: set[int] = set()
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.first - c.last, -c.rank, c.first)):
        tokens = range(one.first, one.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(one)
    return sorted(chosen, key=lambda c: c.first)
