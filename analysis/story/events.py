"""The chronology: tellings of one event brought together over all articles, dated, and checked for conflict.

Two tellings are of one event where their words, people and kinds agree and their times can both be right. Times that
cannot both be right keep tellings apart, with one exception that makes a conflict: what can happen only once to the
same people (`event_classes.tsv`, ``once``), told in the same words, has one date, so two dates contradict each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from math import log
from typing import Any

from analysis import lexicon
from analysis.story.told import Told

Row = dict[str, Any]

SAME_WORDS = 0.45
"""Share of the rarer telling's weighted words that two tellings of one event have in common, undated."""
SAME_TIME = 0.22
"""The same where their times overlap and at least one is known to the month."""
ONCE_ONLY = 0.4
"""The same for a conflict: high, since it accuses an article."""
SAME_DAY = 0.12
"""The same where two articles tell of one kind of event on one day, or plan for one month: few things are."""
SAME_ARTICLE = 0.25
"""The same within one article: it tells of few things."""
ENOUGH_DATED = 1
ENOUGH_UNDATED = 3
"""Words that two articles' tellings share at least, however short they are; a name counts for two."""
_WORTH = {"#": 0, "~": 0, "@": 2}
OTHER_KIND = 0.25
"""What more is asked where the words of happening are of different kinds, or missing."""
SAME_HEAD = 0.1
"""What it adds that both begin with the same word of happening."""
ON_THE_WHOLE = 1 / 3
"""Share of the pairs between two groups that must be alike for the groups to be one."""
_LOOKED_AT = 6
_MONTH = 31
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
    groups = _grouped(told, _Weights(told))
    events, mentions, taken = [], [], set()
    for group in sorted(groups, key=lambda g: _order(g, articles)):
        if _worth_telling(group):
            event = _event(group, articles, names, taken)
            events.append(event)
            mentions += [
                _mention(event["event_id"], one) for one in sorted(group, key=lambda t: (t.article_id, t.start))
            ]
    return Found(events, mentions)


class _Weights:
    """How much a shared word says: the rarer, the more."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.counts = Counter(feature for one in told for feature in one.features)
        self.total = max(1, len(told))

    def of(self, features: Iterable[str]) -> float:
        return sum(log(1 + self.total / self.counts[feature]) for feature in features)

    def shared(self, a: Told, b: Told) -> float:
        """Weight of the shared features as a share of the lighter telling's, 0 to 1."""
        least = min(self.of(a.features), self.of(b.features))
        return self.of(a.features & b.features) / least if least else 0.0


def _grouped(told: Sequence[Told], weights: _Weights) -> list[list[Told]]:
    """Join the most alike pairs first, as long as the groups agree as a whole and their times can be right together."""
    scored = [(_likeness(told[i], told[j], weights), i, j) for i, j in _candidates(told, weights)]
    group_of = {i: [i] for i in range(len(told))}
    for likeness, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        mine, other = group_of[i], group_of[j]
        if likeness <= 0 or mine is other:
            continue
        a, b = [told[k] for k in mine], [told[k] for k in other]
        if _agree(a, b, weights) and (_possible(a + b) or _contradicts(told[i], told[j], weights)):
            mine.extend(other)
            group_of.update(dict.fromkeys(other, mine))
    return [[told[k] for k in sorted(group)] for group in {id(g): g for g in group_of.values()}.values()]


def _agree(a: Sequence[Told], b: Sequence[Told], weights: _Weights) -> bool:
    """Whether two groups are alike on the whole, so that a chain of half-likenesses joins nothing."""
    pairs = [(x, y) for x in _best_known(a) for y in _best_known(b)]
    return sum(_likeness(x, y, weights) > 0 for x, y in pairs) >= ON_THE_WHOLE * len(pairs)


def _best_known(group: Sequence[Told]) -> list[Told]:
    """The tellings that a group is judged by: those with a date, if there are any."""
    return ([one for one in group if _fixed(one)] or list(group))[:_LOOKED_AT]


def _candidates(told: Sequence[Told], weights: _Weights) -> set[tuple[int, int]]:
    """Pairs that share a word, rare words only: their number grows with the matches, not with the pairs."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for feature in one.features:
            places[feature].append(number)
    return {pair for found in places.values() if len(found) <= _COMMON for pair in combinations(found, 2)}


def _likeness(a: Told, b: Told, weights: _Weights) -> float:
    """How likely two tellings are of one event, above 0 if they are; its scale only orders pairs."""
    shared = weights.shared(a, b)
    if "statement" in (a.kind, b.kind):
        return _same_statement(a, b, shared) if a.kind == b.kind else 0.0
    if a.article_id != b.article_id and _in_common(a, b) < (
        ENOUGH_DATED if _fixed(a) and _fixed(b) else ENOUGH_UNDATED
    ):
        return 0.0
    alike = _akin(a, b)
    shared += SAME_HEAD * (a.head is not None and a.head == b.head)
    if _fixed(a) and _fixed(b):
        if not _overlap(a, b):
            return shared if _once(a, b) and shared >= ONCE_ONLY else 0.0
        planned = a.status == b.status == "planned" and max(_width(a), _width(b)) <= _MONTH
        same_day = alike and a.article_id != b.article_id and max(_width(a), _width(b)) <= 1
        narrow = min(_width(a), _width(b)) <= _MONTH
        needed = SAME_DAY if planned or same_day else SAME_TIME if narrow else SAME_WORDS
        return 1 + shared + alike if shared >= (needed if alike else needed + OTHER_KIND) else 0.0
    if not _meet(a, b):
        return 0.0
    needed = SAME_ARTICLE if a.article_id == b.article_id and _in_common(a, b) else SAME_WORDS
    return shared + alike if shared >= (needed if alike else needed + OTHER_KIND) else 0.0


def _akin(a: Told, b: Told) -> bool:
    """Whether what one tells first is of a kind with something the other tells; light words are of no kind."""
    mine, other = ([_family(kind) for kind in one.classes if kind not in _light()] for one in (a, b))
    return bool(mine and other) and (mine[0] in other or other[0] in mine)


@cache
def _light() -> frozenset[str]:
    return frozenset(row["class"] for row in lexicon.rows("event_classes") if row["light"] != "no")


@cache
def _family(kind: str) -> str:
    return lexicon.column("event_classes", "class", "family")[kind]


def _same_statement(a: Told, b: Told, shared: float) -> float:
    """Statements are one where one speaker speaks once: on one day, or in the same words."""
    if a.speaker is None or a.speaker != b.speaker or not _meet(a, b):
        return 0.0
    if a.article_id != b.article_id and _in_common(a, b) < ENOUGH_DATED:
        return 0.0
    if _fixed(a) and _fixed(b):
        return 2.0 + shared if min(_width(a), _width(b)) <= 1 else 0.0
    return 0.5 + shared if a.article_id == b.article_id or shared >= SAME_ARTICLE else 0.0


def _in_common(a: Told, b: Told) -> int:
    """How many words and names two tellings share; a name counts twice."""
    return sum(_WORTH.get(feature[0], 1) for feature in a.features & b.features)


def _fixed(one: Told) -> bool:
    """Whether the article gives both ends."""
    return bool(one.earliest and one.latest)


def _meet(a: Told, b: Told) -> bool:
    """Whether one day lies in the windows of both."""
    return a.window[0] <= b.window[1] and b.window[0] <= a.window[1]


def _width(one: Told) -> int:
    return (one.latest - one.earliest).days if one.earliest and one.latest else 10_000


def _overlap(a: Told, b: Told) -> bool:
    return (a.earliest or date.min) <= (b.latest or date.max) and (b.earliest or date.min) <= (a.latest or date.max)


def _possible(group: Sequence[Told]) -> bool:
    """Whether one day lies in the windows of all, once no two dates contradict each other."""
    if not _compatible(group):
        return False
    return max(one.window[0] for one in group) <= min(one.window[1] for one in group)


def _compatible(group: Sequence[Told]) -> bool:
    """Whether one day could satisfy every telling."""
    first = max((one.earliest or date.min for one in group), default=date.min)
    last = min((one.latest or date.max for one in group), default=date.max)
    return first <= last


@cache
def _only_once() -> frozenset[str]:
    return frozenset(row["class"] for row in lexicon.rows("event_classes") if row["once"] == "yes")


def _once(a: Told, b: Told) -> bool:
    if a.article_id == b.article_id:
        return False
    kinds = set(a.classes) & set(b.classes) & _only_once()
    return (
        bool(kinds)
        and _fixed(a)
        and _fixed(b)
        and len(a.named & b.named) >= 2
        and "planned" not in (a.status, b.status)
    )


def _contradicts(a: Told, b: Told, weights: _Weights) -> bool:
    return _once(a, b) and not _overlap(a, b) and weights.shared(a, b) >= ONCE_ONLY


def _worth_telling(group: Sequence[Told]) -> bool:
    """An event has a date, or a vague one and somebody named, or is told by two articles of somebody named."""
    if any(_fixed(one) or (one.time and one.named) for one in group):
        return True
    told_by = {one.article_id for one in group}
    return len(told_by) > 1 and group[0].kind != "statement" and any(one.named for one in group)


def _order(group: Sequence[Told], articles: Mapping[str, Mapping[str, Any]]) -> tuple[Any, ...]:
    first, last, *_ = _dates(group, articles)
    return (first or last or date.max, last or date.max, min((one.article_id, one.start) for one in group))


@dataclass(frozen=True)
class _Dated:
    earliest: date | None
    latest: date | None
    conflict: bool
    reason: str | None

    def __iter__(self) -> Any:
        return iter((self.earliest, self.latest, self.conflict, self.reason))


def _dates(group: Sequence[Told], articles: Mapping[str, Mapping[str, Any]]) -> _Dated:
    """Intersect what the articles say; where that is empty, keep what no publication date rules out."""
    dated = [one for one in group if one.time]
    if not dated:
        return _undated(group, articles)
    if _compatible(dated):
        first = max((one.earliest for one in dated if one.earliest), default=None)
        last = min((one.latest for one in dated if one.latest), default=None)
        return _Dated(first, last, conflict=False, reason=None)
    known = _last_possible(group, articles)
    possible = [one for one in dated if known is None or one.earliest is None or one.earliest <= known[0]]
    readings = sorted({(one.earliest, one.latest) for one in dated}, key=str)
    said = "; ".join(f"{_words(*r)} in {_articles_of(dated, r)}" for r in readings)
    if known and possible and len(possible) < len(dated) and _compatible(possible):
        day, teller = known
        first = max((one.earliest for one in possible if one.earliest), default=None)
        last = min((one.latest for one in possible if one.latest), default=None)
        why = f"{teller} was published by {day.isoformat()} and cannot tell of a later day"
        return _Dated(first, last, conflict=True, reason=f"conflict: {said}; {why}")
    first = min((one.earliest for one in dated if one.earliest), default=None)
    last = max((one.latest for one in dated if one.latest), default=None)
    return _Dated(first, last, conflict=True, reason=f"conflict: {said}; nothing here says who is right")


def _undated(group: Sequence[Told], articles: Mapping[str, Mapping[str, Any]]) -> _Dated:
    planned = all(one.status == "planned" for one in group)
    first_told = [_day(articles[one.article_id].get("published_earliest")) for one in group]
    known = _last_possible(group, articles)
    if planned:
        first = min((day for day in first_told if day), default=None)
        return _Dated(first, None, conflict=False, reason="inferred: told as still to come when published")
    if known:
        return _Dated(None, known[0], conflict=False, reason=f"inferred: told without a date by {known[1]}")
    return _Dated(None, None, conflict=False, reason="inferred: told without a date")


def _last_possible(group: Sequence[Told], articles: Mapping[str, Mapping[str, Any]]) -> tuple[date, str] | None:
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


def _event(
    group: Sequence[Told],
    articles: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, Mapping[str, Any]],
    taken: set[str],
) -> Row:
    dated = _dates(group, articles)
    best = _clearest(group)
    outlets = {articles[one.article_id].get("outlet_id") for one in group} - {None}
    grains = [one.time["grain"] for one in group if one.time and one.time["grain"]]
    return {
        "event_id": _slug(_kind(group), dated, taken),
        "label_ar": best.label,
        "label_en": _english(group, names),
        "earliest": dated.earliest,
        "latest": dated.latest,
        "grain": max(grains, key=grains.count) if grains else None,
        "status": _status(group),
        "n_articles": len({one.article_id for one in group}),
        "n_outlets": len(outlets),
        "conflict": dated.conflict,
        "reason": dated.reason,
    }


def _status(group: Sequence[Told]) -> str:
    """What one article tells as happened has happened; what none does is planned or claimed."""
    said = Counter(one.status for one in group)
    return "happened" if said["happened"] >= said["planned"] and said["happened"] else said.most_common(1)[0][0]


def _kind(group: Sequence[Told]) -> str | None:
    """The kind of event that most tellings begin with."""
    kinds = Counter(one.kind for one in group if one.kind)
    return max(sorted(kinds), key=lambda kind: kinds[kind], default=None)


def _clearest(group: Sequence[Told]) -> Told:
    """The telling that labels the event: in prose, with a word of happening, of the kind that most tell."""
    kind = _kind(group)
    return min(
        group,
        key=lambda t: (
            t.kind != kind,
            t.in_title,
            not t.time,
            not t.named,
            t.text.count(" ") < 2,
            len(t.text),
            t.article_id,
        ),
    )


def _english(group: Sequence[Told], names: Mapping[str, Mapping[str, Any]]) -> str | None:
    kind = _kind(group)
    if not kind:
        return None
    kind = lexicon.column("event_classes", "class", "label_en")[kind]
    counted = Counter(entity for one in group for entity in sorted(one.named))
    people = [names[e]["name_en"] for e, _ in counted.most_common() if e in names and names[e].get("name_en")][:3]
    return f"{kind}: {', '.join(people)}" if people else kind


def _slug(kind: str | None, dated: _Dated, taken: set[str]) -> str:
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
