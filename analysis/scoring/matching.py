"""Which found span answers which annotated one.

Pairs are one to one and chosen greedily, the longest overlap first, then in text order. Expressions and quotes must
overlap by more than half of both; numbers are short, so for them any shared character is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int]
Pair = tuple[int, int]


def overlap(a: Span, b: Span) -> int:
    """Return how many characters two half-open spans share.

    >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
    (2, 0)
    """
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def by_majority(gold: Sequence[Sequence[Span]], found: Sequence[Span]) -> list[Pair]:
    """Pair spans that cover each other by more than half; a gold item may be right in several ways.

    ``gold`` holds, for each item, its spans (with and without "since", say). Returns pairs of indices.

    >>> by_majority([[(0, 10)], [(20, 30), (24, 30)]], [(24, 30), (0, 5)])
    [(1, 0)]
    """
    candidates = [
        (-shared, i, j)
        for i, spans in enumerate(gold)
        for span in spans
        for j, other in enumerate(found)
        if (shared := overlap(span, other)) and 2 * shared > span[1] - span[0] and 2 * shared > other[1] - other[0]
    ]
    return _one_to_one(candidates)


def by_touch(gold: Sequence[Span], found: Sequence[Span]) -> list[Pair]:
    """Pair spans that share a character; returns pairs of indices.

    >>> by_touch([(0, 4), (5, 9)], [(3, 9)])
    [(1, 0)]
    """
    candidates = [
        (-shared, i, j)
        for i, span in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := overlap(span, other))
    ]
    return _one_to_one(candidates)


def _one_to_one(candidates: Iterable[tuple[int, int, int]]) -> list[Pair]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())
