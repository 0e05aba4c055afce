"""The days of the events that two or more articles tell of, against the gold's.

An event counts on the gold's side where its evidence lies in two articles and at least one of them dates it; on the
build's side where it holds most of such an event's evidence, or evidence from two articles. The two are one where each
holds most of the other's, and the days are right where at least half of each interval lies in the other: in the gold's
own, or in the one that the articles allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

Json = Mapping[str, Any]
Days = tuple[date, date]
Piece = tuple[str, str, set[str]]
"""A piece of evidence: the gold's event, the article, the build's events that hold it."""

OPEN = timedelta(365)
"""An open end counts as a year from the other."""
HALF = 0.5


def count(gold: Sequence[Json], pieces: Sequence[Piece], found: Mapping[str, Json]) -> Counter[str]:
    """Count the events told by two or more articles, and those among them whose days are right.

    Parameters
    ----------
    gold
        The gold's events, with `id`, `earliest`, `latest` and `evidence`.
    pieces
        The gold's pieces of evidence with the events that hold them.
    found
        Rows of `tables.EVENTS` by id, days as ISO text or missing.

    Returns
    -------
    Counter
        ``day_gold``, ``day_found`` and ``day_match``.
    """
    mine = {event["id"]: [(article, held) for e, article, held in pieces if e == event["id"]] for event in gold}
    told = {event["id"]: event for event in gold if _shared(article for article, _ in mine[event["id"]])}
    dated = {name: days for name, event in told.items() if (days := said(event))}
    holders = {name: [(article, event) for event, article, held in pieces if name in held] for name in found}
    main = {name: _most(event for _, event in held) for name, held in holders.items() if held}
    given = {name: days for name in main if (days := interval(found[name]["earliest"], found[name]["latest"]))}
    best = {event: _holder(mine[event], given, found) for event in dated}
    shared = {name for name in given if _shared(article for article, _ in holders[name])}
    asked = {name for name in shared if main[name] in dated or main[name] not in told} | {n for n in best.values() if n}
    match = 0
    for event, days in dated.items():
        truth = interval(told[event]["earliest"], told[event]["latest"])
        name = best[event]
        if name and main[name] == event:
            match += any(alike(right, given[name]) for right in (days, truth) if right)
    return Counter(day_gold=len(dated), day_found=len(asked), day_match=match)


def _holder(pieces: Sequence[tuple[str, set[str]]], given: Mapping[str, Days], found: Mapping[str, Json]) -> str | None:
    """The dated event of the build that holds most of a gold event's pieces; of two, the one dated at both ends."""
    held = Counter(name for _, names in pieces for name in sorted(names) if name in given)
    whole = {name: bool(found[name]["earliest"] and found[name]["latest"]) for name in held}
    return max(held, key=lambda name: (held[name], whole[name]), default=None)


def said(event: Json) -> Days | None:
    """Return the days that the articles allow a gold event: what its evidence says where that holds the truth.

    A day that the gold knows from elsewhere (``date_basis`` outside) stands in no article. None where no piece of
    evidence gives a date.
    """
    truth = interval(event.get("earliest"), event.get("latest"))
    if not truth or "says_earliest" not in event["evidence"][0]:
        return truth
    readings = [interval(piece["says_earliest"], piece["says_latest"]) for piece in event["evidence"]]
    holding = [days for days in readings if days and meet(days, truth)]
    if not holding:
        return None
    first, last = max(days[0] for days in holding), min(days[1] for days in holding)
    return (first, last) if first <= last else truth


def interval(earliest: Any, latest: Any) -> Days | None:
    """Return two ends as days, an open one a year from the other; None where both are."""
    first, last = _day(earliest), _day(latest)
    if first is None:
        return None if last is None else (last - OPEN, last)
    return first, last or first + OPEN


def meet(a: Days, b: Days) -> bool:
    """Whether two intervals have a day in common."""
    return a[0] <= b[1] and b[0] <= a[1]


def alike(a: Days, b: Days) -> bool:
    """Whether at least half of each of two intervals lies in the other.

    >>> june = date(2020, 6, 1), date(2020, 6, 30)
    >>> alike(june, (date(2020, 6, 10), date(2020, 6, 29))), alike(june, (date(2020, 6, 4), date(2020, 6, 4)))
    (True, False)
    """
    common = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    return common >= HALF * max((end - start).days + 1 for start, end in (a, b))


def _day(end: Any) -> date | None:
    return date.fromisoformat(str(end)[:10]) if isinstance(end, str | date) else None


def _most(names: Iterable[str]) -> str | None:
    counted = Counter(names)
    return max(counted, key=lambda name: counted[name], default=None)


def _shared(articles: Iterable[str]) -> bool:
    return len(set(articles)) > 1
