"""The chronology: tellings of one event brought together over all articles, dated, and checked for conflict.

Two tellings are of one event where their words, people and kinds agree and their times can both be right. Times that
cannot both be right keep tellings apart, with one exception that makes a conflict: what can happen only once to the
same people (`event_classes.tsv`, ``once``), told in the same words, has one date, so two dates contradict each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from analysis.story import agreement, event_labels
from analysis.story.across import Across
from analysis.story.event_dates import Dated, dates, possible
from analysis.story.likeness import contradicts, fixed
from analysis.story.told import Told

Row = dict[str, Any]

ON_THE_WHOLE = 0.2
"""Share of the pairs between two groups that must be alike for the groups to be one."""
_LOOKED_AT = 6
"""Tellings that a group is judged by, so that joining two large ones asks for 36 pairs at the most."""
_COMMON = 60
"""Words in more tellings than this start no comparison; they still count in one."""


@dataclass(frozen=True)
class Found:
    """The rows of `tables.EVENTS` and `tables.EVENT_MENTIONS`."""

    events: list[Row]
    event_mentions: list[Row]


def find(
    told: Sequence[Told], articles: Mapping[str, Mapping[str, Any]], names: Mapping[str, Mapping[str, Any]]
) -> Found:
    """Bring tellings together into events.

    Parameters
    ----------
    told
        What the articles tell, in any order.
    articles
        Rows of `tables.ARTICLES` by id: publication and outlet are read.
    names
        Rows of `tables.ENTITIES` by id, for the English label.
    """
    groups = _grouped(told, Across(told))
    events, mentions, taken = [], [], set()
    for group in sorted(groups, key=lambda g: _order(g, articles)):
        if _worth_telling(group):
            event = _event(group, articles, names, taken)
            events.append(event)
            mentions += [
                _mention(event["event_id"], one) for one in sorted(group, key=lambda t: (t.article_id, t.start))
            ]
    return Found(events, mentions)


def _grouped(told: Sequence[Told], across: Across) -> list[list[Told]]:
    """Join the most alike pairs first, as long as the groups agree as a whole and their times can be right together."""
    scored = ((-across.likeness(told[i], told[j]), i, j) for i, j in _candidates(told))
    group_of = {i: [i] for i in range(len(told))}
    for _, i, j in sorted(pair for pair in scored if pair[0] < 0):
        mine, other = group_of[i], group_of[j]
        if mine is other:
            continue
        a, b = [told[k] for k in mine], [told[k] for k in other]
        if _agree(a, b, across) and (possible(a + b) or contradicts(told[i], told[j], across.weights)):
            mine.extend(other)
            group_of.update(dict.fromkeys(other, mine))
    return [[told[k] for k in sorted(group)] for group in {id(g): g for g in group_of.values()}.values()]


def _agree(a: Sequence[Told], b: Sequence[Told], across: Across) -> bool:
    """Whether two groups are alike on the whole, so that a chain of half-likenesses joins nothing."""
    pairs = [(x, y) for x in _best_known(a) for y in _best_known(b)]
    return sum(across.likeness(x, y) > 0 for x, y in pairs) >= ON_THE_WHOLE * len(pairs)


def _best_known(group: Sequence[Told]) -> list[Told]:
    """The tellings that a group is judged by: those with a date, if there are any."""
    return ([one for one in group if fixed(one)] or list(group))[:_LOOKED_AT]


def _candidates(told: Sequence[Told]) -> set[tuple[int, int]]:
    """Pairs that share a word, rare words only: their number grows with the matches, not with the pairs."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for feature in one.features:
            places[feature].append(number)
    return {pair for found in places.values() if len(found) <= _COMMON for pair in combinations(found, 2)}


def _worth_telling(group: Sequence[Told]) -> bool:
    """An event has a date, or a vague one and somebody named, or is told clearly or twice, of somebody named."""
    if any(fixed(one) or (one.time and one.named) or one.alone for one in group):
        return True
    told_by = {one.article_id for one in group}
    news = any((one.head and not one.says) or "announce" in one.classes for one in group)
    return len(told_by) > 1 and news and any(one.named for one in group)


def _order(group: Sequence[Told], articles: Mapping[str, Mapping[str, Any]]) -> tuple[Any, ...]:
    dated = dates(group, articles)
    first, last = dated.earliest, dated.latest
    return (first or last or date.max, last or date.max, min((one.article_id, one.start) for one in group))


def _event(
    group: Sequence[Told],
    articles: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, Mapping[str, Any]],
    taken: set[str],
) -> Row:
    dated = dates(group, articles)
    grains = [one.time["grain"] for one in group if one.time and one.time["grain"]]
    return {
        "event_id": _slug(event_labels.kind_of_all(group), dated, taken),
        "label_ar": event_labels.arabic(group),
        "label_en": event_labels.english(group, names),
        "earliest": dated.earliest,
        "latest": dated.latest,
        "grain": max(grains, key=grains.count) if grains else None,
        "status": _status(group),
        "n_articles": agreement.articles((one.article_id for one in group), articles),
        "n_outlets": agreement.outlets((one.article_id for one in group), articles),
        "conflict": dated.conflict,
        "reason": dated.reason,
    }


def _status(group: Sequence[Told]) -> str:
    """What one article tells as happened has happened; what none does is planned or claimed.

    A noun without a time says nothing of it where other tellings do.
    """
    said = Counter(one.status for one in group if one.tensed or one.status != "happened") or Counter(["happened"])
    return "happened" if said["happened"] >= said["planned"] and said["happened"] else said.most_common(1)[0][0]


def _slug(kind: str | None, dated: Dated, taken: set[str]) -> str:
    day = dated.earliest or dated.latest
    stem = f"{kind or 'event'}-{day.isoformat() if day else 'undated'}"
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    taken.add(slug)
    return slug


def _mention(event_id: str, one: Told) -> Row:
    return {
        "event_id": event_id,
        "article_id": one.article_id,
        "sentence_id": one.sentence_id,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "time_id": one.time["time_id"] if one.time else None,
        "earliest": one.earliest,
        "latest": one.latest,
    }
