"""Evidence to one verdict: the days that no piece of it rules out, how they are known, and why.

Pieces are taken in the order of `evidence.RANKS`, and one that leaves no day is set aside with a reason of its own, so
that a reader sees what was not believed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.dates.interval import Interval
from analysis.dating import evidence
from analysis.dating.evidence import Evidence
from analysis.tables import Basis

LONGEST = 366 * 15
"""Days of the longest interval in which single days are ruled out, one by one; of a longer one so many would be left
that its ends say as much."""
TIGHT = 3
"""Days of the longest interval of an article that may date others: each step adds the days of `shared_copy` to it."""


@dataclass(frozen=True)
class Verdict:
    """When an article was published: the interval, how it is known, and why."""

    days: Interval
    basis: Basis
    reasons: tuple[str, ...]

    @property
    def tight(self) -> bool:
        """Whether it is narrow enough to date other articles by."""
        return self.days.days is not None and self.days.days <= TIGHT


def weigh(pieces: Iterable[Evidence]) -> tuple[Interval, list[Evidence], list[Evidence]]:
    """Return the hull of the days that the evidence leaves, what it rests on, and what was set aside.

    Bounds are cut first, in the order of rank; then single days are ruled out, where both ends are known.
    """
    ranked = sorted((piece for piece in pieces if piece.kind in evidence.RANKS), key=rank)
    days, used, aside = Interval(None, None), [], []
    for piece in ranked:
        cut = days.overlap(piece.days)
        if cut is None:
            aside.append(piece)
        elif cut != days or not piece.bounds_only:
            days = cut
            used.append(piece)
    if days.earliest is None or days.latest is None or (days.latest - days.earliest).days > LONGEST:
        return days, used, aside
    left = [days.earliest + dt.timedelta(days=n) for n in range((days.latest - days.earliest).days + 1)]
    kept: list[Evidence] = []
    for piece in used:
        allowed = left if piece.bounds_only else [day for day in left if piece.allows(day)]
        if allowed:
            left = allowed
            kept.append(piece)
        else:
            aside.append(piece)
    return Interval(left[0], left[-1]), kept, aside


def alone(pieces: Sequence[Evidence]) -> Verdict:
    """Return what one page says by itself."""
    own = [piece for piece in pieces if piece.kind != "given"]
    days, used, aside = weigh(own)
    said = f"page alone: {_iso(days.earliest)}..{_iso(days.latest)}"
    if len(own) < len(pieces):
        days, used, aside = weigh(pieces)
    return Verdict(days, _basis(days, used), _reasons(said, used, aside, pieces))


def with_story(before: Verdict, pieces: Sequence[Evidence]) -> Verdict:
    """Return what a page and its story say: ``pieces`` hold both, ``before`` is what the page said by itself."""
    days, used, aside = weigh(pieces)
    return Verdict(days, _basis(days, used), _reasons(before.reasons[0], used, aside, pieces))


def rank(piece: Evidence) -> int:
    """Return the place of a piece in `evidence.RANKS`; those that are not weighed come last."""
    return evidence.RANKS.index(piece.kind) if piece.kind in evidence.RANKS else len(evidence.RANKS)


def _basis(days: Interval, used: Sequence[Evidence]) -> Basis:
    kinds = {piece.kind for piece in used}
    if "given" in kinds:
        return "given"
    if "stated" in kinds and days.days == 1:
        return "stated"
    return "unknown" if days.earliest is None and days.latest is None else "inferred"


def _reasons(
    first: str, used: Sequence[Evidence], aside: Sequence[Evidence], pieces: Sequence[Evidence]
) -> tuple[str, ...]:
    traps = [f"refused: {piece.reason}" for piece in pieces if piece.kind == "trap"]
    left = [f"set aside: {piece.reason}" for piece in aside]
    return (first, *dict.fromkeys(piece.reason for piece in used), *dict.fromkeys(left), *dict.fromkeys(traps))


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
