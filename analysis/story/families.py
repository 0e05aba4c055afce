"""Figures brought together that count one thing: the surest first, and never two that one article sets apart.

A chain of likenesses would lead from the dead of one attack to those of the next. So what differs is joined only where
no article gives, for the two groups, figures that exclude each other and that nothing in it sets against each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from analysis.story.figures import Figure
from analysis.story.same_thing import Stories, agrees, linked, surety

MOST_PAIRS = 300
"""Figures of one kind that are all compared with each other. Of a larger kind each is compared with so many that follow
it in time, a month apart at most, so that the work grows with the figures. That is a step: one figure more and those
over a month apart are compared no longer. In one story a toll is told again after years; a kind of hundreds of figures
is of many stories, and what differs a month later mostly counts another thing. Three kinds of 2,000 articles of chance
are so large (dollars, riyals, the killed); without the month they take 36 rows more beside 1,865, in 1.4 times the
time."""
MONTH = timedelta(31)
"""How far apart in time two figures of a large kind may lie."""

Family = list[Figure]


def families(found: Sequence[Figure], stories: Stories) -> list[Family]:
    """Return the figures that count one thing, in text order; those alone are left out."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        blocks[one.thing].append(number)
    together: list[list[int]] = [members for block in blocks.values() for members in _joined(found, block, stories)]
    return [[found[n] for n in members] for members in sorted(together)]


def _joined(found: Sequence[Figure], block: Sequence[int], stories: Stories) -> list[list[int]]:
    """Return the groups of one block, as numbers of figures in text order."""
    pairs = _linked(found, block, stories)
    set_against = {_numbers(found[a], found[b]) for a, b in pairs if found[a].article == found[b].article}
    groups = {n: [n] for n in block}
    for a, b in pairs:
        x, y = groups[a], groups[b]
        if x is y or any(_at_odds(found[p], found[q], set_against) for p in x for q in y):
            continue
        x += y
        for n in y:
            groups[n] = x
    return [sorted(members) for members in {id(m): m for m in groups.values()}.values() if len(members) > 1]


def _linked(found: Sequence[Figure], block: Sequence[int], stories: Stories) -> list[tuple[int, int]]:
    """Return the pairs that may count one thing, the surest first."""
    said = Counter((found[n].article, found[n].number) for n in block)
    pairs: list[tuple[tuple[Any, ...], int, int]] = []
    for a, b in _candidates(found, block):
        one, other = found[a], found[b]
        matched = bool(said[other.article, one.number] or said[one.article, other.number])
        if linked(one, other, stories, matched=matched):
            pairs.append((surety(one, other, stories), a, b))
    return [(a, b) for _, a, b in sorted(pairs)]


def _candidates(found: Sequence[Figure], block: Sequence[int]) -> Iterable[tuple[int, int]]:
    order = sorted(block, key=lambda n: (found[n].day, n))
    many = len(block) > MOST_PAIRS
    for at, a in enumerate(order):
        for b in order[at + 1 : at + 1 + MOST_PAIRS]:
            if many and found[b].day - found[a].day > MONTH:
                break
            yield (a, b) if a < b else (b, a)


def _numbers(a: Figure, b: Figure) -> tuple[Any, ...]:
    return a.article, frozenset((a.number, b.number))


def _at_odds(a: Figure, b: Figure, set_against: set[tuple[Any, ...]]) -> bool:
    """Whether one article gives both as figures for two things: those on two boats, not on one boat told twice."""
    if a.article != b.article or agrees(a.claim, b.claim):
        return False
    return _numbers(a, b) not in set_against
