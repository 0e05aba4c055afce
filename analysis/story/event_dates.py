"""The days of an event from all its tellings, and whether they contradict each other.

Days are what all articles allow together. Where no day is left, an article is wrong, and the calendar alone decides
which: none can tell of a day after its own publication.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.story.told import Told

Articles = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Dated:
    """The days of an event, whether the articles contradict each other, and why in words, where there is a why."""

    earliest: date | None
    latest: date | None
    conflict: bool = False
    reason: str | None = None


def dates(group: Sequence[Told], articles: Articles) -> Dated:
    """Intersect what the articles say; where that is empty, keep what no publication date rules out."""
    dated = [one for one in group if one.time]
    if not dated:
        return _undated(group, articles)
    if compatible(dated):
        return Dated(*_common(dated))
    readings = sorted({(one.earliest, one.latest) for one in dated}, key=str)
    said = "; ".join(f"{_words(*reading)} in {_articles_of(dated, reading)}" for reading in readings)
    known = _last_possible(group, articles)
    possible = [one for one in dated if known is None or one.earliest is None or one.earliest <= known[0]]
    if known and possible and len(possible) < len(dated) and compatible(possible):
        day, teller = known
        why = f"{teller} was published by {day.isoformat()} and cannot tell of a later day"
        return Dated(*_common(possible), conflict=True, reason=f"conflict: {said}; {why}")
    first = min((one.earliest for one in dated if one.earliest), default=None)
    last = max((one.latest for one in dated if one.latest), default=None)
    return Dated(first, last, conflict=True, reason=f"conflict: {said}; nothing here says who is right")


def compatible(group: Sequence[Told]) -> bool:
    """Whether one day could satisfy every telling."""
    first, last = _common(group)
    return (first or date.min) <= (last or date.max)


def possible(group: Sequence[Told]) -> bool:
    """Whether one day lies in the windows of all, and no two dates contradict each other."""
    if not compatible(group):
        return False
    return max(one.window[0] for one in group) <= min(one.window[1] for one in group)


def _common(group: Sequence[Told]) -> tuple[date | None, date | None]:
    first = max((one.earliest for one in group if one.earliest), default=None)
    last = min((one.latest for one in group if one.latest), default=None)
    return first, last


def _undated(group: Sequence[Told], articles: Articles) -> Dated:
    """Bound an event without a date by the publications: what is told as past was before, what is planned is behind."""
    if all(one.status == "planned" for one in group):
        first_told = [_day(articles[one.article_id].get("published_earliest")) for one in group]
        first = min((day for day in first_told if day), default=None)
        return Dated(first, None, reason="inferred: told as still to come when published")
    known = _last_possible(group, articles)
    if known:
        return Dated(None, known[0], reason=f"inferred: told without a date by {known[1]}")
    return Dated(None, None, reason="inferred: told without a date")


def _last_possible(group: Sequence[Told], articles: Articles) -> tuple[date, str] | None:
    """The last day on which the event can have been, since an article that tells it as past was published then."""
    days = [
        (day, one.article_id)
        for one in group
        if one.status != "planned" and (day := _day(articles[one.article_id].get("published_latest")))
    ]
    return min(days, default=None)


def _day(value: Any) -> date | None:
    return None if value is None or value != value else value.date() if hasattr(value, "date") else value


def _words(first: date | None, last: date | None) -> str:
    return first.isoformat() if first and first == last else f"{first or '…'} to {last or '…'}"


def _articles_of(dated: Sequence[Told], reading: tuple[date | None, date | None]) -> str:
    return ", ".join(sorted({one.article_id for one in dated if (one.earliest, one.latest) == reading}))
