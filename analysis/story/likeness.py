"""Whether two tellings are of one event: by the words, people and kinds they share, and by when each says it was.

The scale only orders pairs; above 0 they are of one event. What two tellings share is weighed by how rare it is, and
how much must be shared depends on what else speaks for one event: a day in common, the same article, the same kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from math import fsum, log

from analysis import lexicon
from analysis.story import stems
from analysis.story.clauses import kind_of
from analysis.story.nearness import together
from analysis.story.parts import GOING
from analysis.story.told import Told
from analysis.text.fold import fold_text

SAME_WORDS = 0.35
"""Share of the rarer telling's weighted words that two tellings of one event have in common, undated."""
SAME_TIME = 0.22
"""The same where their times overlap and at least one is known to the month."""
ONCE_ONLY = 0.4
"""The same for a conflict: high, since it accuses an article."""
SAME_DAY = 0.12
"""The same where two articles tell of one kind of event on one day, or plan for one month: few things are."""
RUNNING = 0.6
"""The same where one telling is of all that happened since some day, the other of one day."""
SAME_ARTICLE = 0.25
"""The same within one article: it tells of few things."""
ENOUGH_DATED, ENOUGH_WIDE, ENOUGH_UNDATED = 1, 2, 3
"""Words that two articles' tellings share at least, however short they are: on one day, in a wider time, and without a
date; a name counts for two."""
LONG_AFTER = 0.6
"""The same for undated tellings of articles that were published more than a month apart."""
APART = 0.5
"""The same where one article names others in each, and does not date both."""
OTHER_PEOPLE = 0.75
"""The same where each names other persons whom it befell."""
POINTS = 0.6
"""Likeness of two tellings of which one only points to the other (الهجوم)."""
KNOWN = 4.5
"""Weight of the words of a name that say who is meant: a name of every third article weighs 1, a rare one 5."""
OTHER_KIND = 0.25
"""What more is asked where the words of happening are of different kinds, or missing."""
SAME_HEAD = 0.1
"""What it adds that both begin with the same word of happening."""
_WORTH = {"~": 0, "@": 2}
"""How many words a feature counts for that is none (`Told.features`): a month for none, a name for two, others one."""
_KINDS = "#~"
"""Signs of the features that many events have: kinds and months."""
_MONTH = 31
_YEAR = 366
_HURTING = frozenset({"violence", "die"})
"""Families of events that hurt people."""
_NEWS = 2
"""Days for which what happened is news of its day."""
_LONG_PAST = 180
"""Days behind the publication at which an article looks back."""
_UPON = frozenset({"", fold_text("على")})
"""What joins the name of whom something befell to the word of happening."""
_ENDLESS = 10_000
"""Days that a telling with an open end is taken to span: more than any other."""


class Weights:
    """How much a shared word says: the rarer, the more."""

    def __init__(self, told: Sequence[Told]) -> None:
        """Count in how many tellings each word stands."""
        counts = Counter(feature for one in told for feature in one.features)
        total = max(1, len(told))
        self._weights = {feature: log(1 + total / count) for feature, count in counts.items()}
        self._known: dict[int, float] = {}
        self._dated: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for one in told:
            if fixed(one) and width(one) <= _MONTH and (family := _family(one)):
                self._dated[one.article_id, family].append(one)

    def of(self, features: Iterable[str]) -> float:
        """Return what these words weigh together."""
        return fsum(self._weights[feature] for feature in features)  # the same in whatever order a set gives them

    def shared(self, a: Told, b: Told) -> float:
        """Weight of the shared features as a share of the lighter telling's, 0 to 1."""
        least = min(self._whole(a), self._whole(b))
        return self.of(a.features & b.features) / least if least else 0.0

    def _whole(self, one: Told) -> float:
        """What a telling weighs, worked out once."""
        if id(one) not in self._known:
            self._known[id(one)] = self.of(one.features)
        return self._known[id(one)]

    def leaves_no_other(self, a: Told, b: Told) -> bool:
        """Whether one telling names nobody, and its article dates only one event of the kind: the other's."""
        if a.article_id != b.article_id or fixed(a) == fixed(b) or not meet(a, b):
            return False
        vague, clear = (b, a) if fixed(a) else (a, b)
        family = _family(clear)
        others = self._dated[clear.article_id, family] if family else []
        same = family == _family(vague) and vague.tells and not vague.named
        return same and width(clear) <= _MONTH and all(overlap(clear, one) for one in others)


def likeness(a: Told, b: Told, weights: Weights) -> float:
    """How likely two tellings are of one event, above 0 if they are; what befell one person is, whatever the words."""
    found = _alike(a, b, weights)
    if found >= POINTS or not meet(a, b):
        return found
    if remembered(a, b) or (befell_one(a, b) and (overlap(a, b) or not (fixed(a) and fixed(b)))):
        return POINTS
    return found


def _alike(a: Told, b: Told, weights: Weights) -> float:
    """The same by words, kinds and times.

    Most pairs are of two events, so that what rules a pair out is asked first, the cheapest before the others.
    """
    if a.says != b.says or not (meet(a, b) or once(a, b)):
        return 0.0
    if a.says:
        return _same_statement(a, b, weights)
    alike = akin(a, b)
    if alike and (((a.bare or b.bare) and _points(a, b)) or weights.leaves_no_other(a, b)):
        return POINTS
    if not alike and _apart(a, b):
        return 0.0
    if (a.article_id != b.article_id or not alike) and in_common(a, b) + _kin(a, b) < _enough(a, b):
        return 0.0
    shared = weights.shared(a, b)
    if alike and _others(a, b) and shared < OTHER_PEOPLE:
        return 0.0
    planned = a.status == b.status == "planned"
    if a.article_id == b.article_id and _elsewhere(a, b) and shared < APART and not planned:
        return 0.0
    shared += SAME_HEAD * (a.head is not None and a.head == b.head)
    missing = 0.0 if alike else OTHER_KIND
    if fixed(a) and fixed(b):
        if not overlap(a, b):
            return shared if once(a, b) and shared >= ONCE_ONLY else 0.0
        return 1 + shared + alike if shared >= _needed_dated(a, b, alike=alike) + missing else 0.0
    if not meet(a, b):
        return 0.0
    if not (_by_kind(a, b) or any(feature[0] not in _KINDS for feature in a.features & b.features)):
        return 0.0
    needed = SAME_ARTICLE if a.article_id == b.article_id else SAME_WORDS
    if _far_apart(a, b):
        needed = LONG_AFTER
    if needed == SAME_ARTICLE and alike and planned:
        needed = SAME_DAY
    return shared + alike if shared >= needed + missing else 0.0


def remembered(a: Told, b: Told) -> bool:
    """Whether both look back to one kind of thing in one year long past, and share a word: الاتفاق الموقع في 2015."""
    if a.says or b.says or not overlap(a, b):
        return False
    if _days_past(a) and _days_past(b) and _known(a, b):
        return not _apart(a, b)
    if not (_long_past(a) and _long_past(b)) or a.kind != b.kind:
        return False
    return any(feature[0] not in _KINDS for feature in a.features & b.features)


def _days_past(one: Told) -> bool:
    """Whether a telling is of one day that lay some days before its article: it looks back to it."""
    if one.time is None or one.published is None or one.status != "happened" or width(one):
        return False
    return (one.published - one.time["latest"]).days > _NEWS


def _apart(a: Told, b: Told) -> bool:
    """Whether one tells where somebody went, the other what befell him: two events, even on one day in one place."""
    families = {_family(a), _family(b)}
    return not (families.isdisjoint(_HURTING) or families.isdisjoint(GOING))


def _known(a: Told, b: Told) -> bool:
    """Whether two tellings name one person by a name that news seldom has."""
    return stems.weight(name[1:] for name in a.people & b.people) >= KNOWN


def _long_past(one: Told) -> bool:
    """Whether a telling has a date, of a year at most, that lay long before its article."""
    if one.time is None or one.latest is None or one.published is None or width(one) > _YEAR:
        return False
    return (one.published - one.latest).days > _LONG_PAST


def befell_one(a: Told, b: Told) -> bool:
    """Whether both tell of what befell one person, known by a name that news seldom has (الهجوم على سكريبال)."""
    if not akin(a, b) or a.says or b.says:
        return False
    personal = any(kind_of(one.kind)["personal"] == "yes" for one in (a, b) if one.kind)
    return personal and _known(a, b) and not _befallen(a).isdisjoint(_befallen(b))


def _befallen(one: Told) -> frozenset[str]:
    """The persons that stand right with the word of happening: مقتل فلان, تعرض فلان, الهجوم على فلان."""
    return frozenset(named.entity for named in one.names if named.type == "PER" and named.before in _UPON)


def _kin(a: Told, b: Told) -> int:
    """What it counts that two kinds of event differ and are of one family (محاولة قتل, الهجوم)."""
    return int(akin(a, b) and not any(feature[0] == "#" for feature in a.features & b.features))


def _by_kind(a: Told, b: Told) -> bool:
    """Whether a kind alone can make an event of two tellings: of what is planned, where one says no more than its kind.

    المحادثات التي ستجرى are those planned for April; falling prices are no planned reduction.
    """
    if "planned" not in (a.status, b.status):
        return False
    return a.status == b.status or a.bare or b.bare or (a.head is not None and a.head == b.head)


def _enough(a: Told, b: Told) -> int:
    widest = max(width(a), width(b))
    if widest <= 1 or (widest <= _MONTH and a.status == b.status == "planned"):
        return ENOUGH_DATED
    return ENOUGH_WIDE if fixed(a) and fixed(b) else ENOUGH_UNDATED


def _needed_dated(a: Told, b: Told, *, alike: bool) -> float:
    """How much two tellings must share whose times overlap."""
    if _running(a) != _running(b):
        return RUNNING
    widths = width(a), width(b)
    planned = a.status == b.status == "planned" and max(widths) <= _MONTH
    same_day = alike and a.article_id != b.article_id and max(widths) <= 1
    if planned or same_day:
        return SAME_DAY
    return SAME_TIME if min(widths) <= _MONTH else SAME_WORDS


def _running(one: Told) -> bool:
    """Whether it tells of all that happened since some day (خمسون هجوما منذ مطلع العام)."""
    return one.time is not None and one.time["open"] == "after" and width(one) > 1


def _far_apart(a: Told, b: Told) -> bool:
    """Whether an undated telling was published long before or after the other."""
    return not (fixed(a) and fixed(b)) and not together(a.published, b.published, timedelta(_MONTH))


def _points(a: Told, b: Told) -> bool:
    """Whether one of two tellings can point to the other (الهجوم): in one article, or on one day."""
    if fixed(a) and fixed(b):
        return overlap(a, b) and max(width(a), width(b)) <= 1
    return a.article_id == b.article_id and meet(a, b)


def _others(a: Told, b: Told) -> bool:
    """Whether two tellings of something that befalls persons name other persons."""
    personal = any(kind_of(one.kind)["personal"] == "yes" for one in (a, b) if one.kind)
    return personal and bool(a.people and b.people) and not a.people & b.people


def _elsewhere(a: Told, b: Told) -> bool:
    """Whether two tellings that are not both dated name somebody or some place each, and nothing in common."""
    return bool(a.named and b.named) and not a.named & b.named and not (fixed(a) and fixed(b))


def akin(a: Told, b: Told) -> bool:
    """Whether what one tells first is of a kind with what the other does; light words are of no kind."""
    return bool(_views(a) & _views(b))


def _family(one: Told) -> str | None:
    kinds = [kind for kind in one.classes if kind_of(kind)["light"] == "no"]
    return kind_of(kinds[0])["family"] if kinds else None


def _views(one: Told) -> frozenset[str]:
    """The kinds of event that a telling may be of: the first, and for a death what it came through."""
    return _views_of(one.classes)


@cache
def _views_of(classes: tuple[str, ...]) -> frozenset[str]:
    kinds = [kind for kind in classes if kind_of(kind)["light"] == "no"]
    through = kinds if kinds and kind_of(kinds[0])["through"] == "yes" else kinds[:1]
    return frozenset(kind_of(kind)["family"] for kind in through)


def _same_statement(a: Told, b: Told, weights: Weights) -> float:
    """Statements are one where one speaker speaks once: on one day, or in the same words."""
    if a.speaker is None or a.speaker != b.speaker or not meet(a, b):
        return 0.0
    if a.article_id != b.article_id and not in_common(a, b):
        return 0.0
    shared = weights.shared(a, b)
    if fixed(a) and fixed(b):
        return 2.0 + shared if min(width(a), width(b)) <= 1 else 0.0
    return 0.5 + shared if a.article_id == b.article_id or shared >= SAME_ARTICLE else 0.0


def in_common(a: Told, b: Told) -> int:
    """How many words and names two tellings share; a name counts twice."""
    signs = [feature[0] for feature in a.features & b.features]
    again = signs.count("&") if "@" in signs else 0  # the words of a name that is known are not counted besides
    return sum(_WORTH.get(sign, 1) for sign in signs) - again


def fixed(one: Told) -> bool:
    """Whether the article gives both ends."""
    return bool(one.earliest and one.latest)


def meet(a: Told, b: Told) -> bool:
    """Whether one day lies in the windows of both."""
    return a.window[0] <= b.window[1] and b.window[0] <= a.window[1]


def width(one: Told) -> int:
    """Return the days between the two ends of a telling; very many where one is open."""
    return (one.latest - one.earliest).days if one.earliest and one.latest else _ENDLESS


def overlap(a: Told, b: Told) -> bool:
    """Whether the times that two articles give have a day in common."""
    return (a.earliest or date.min) <= (b.latest or date.max) and (b.earliest or date.min) <= (a.latest or date.max)


def once(a: Told, b: Told) -> bool:
    """Whether two articles tell, with a date, of something that the same people can meet only once."""
    if a.article_id == b.article_id or len(a.named & b.named) < 2 or "planned" in (a.status, b.status):
        return False
    return fixed(a) and fixed(b) and not _only_once().isdisjoint(set(a.classes) & set(b.classes))


def contradicts(a: Told, b: Told, weights: Weights) -> bool:
    """Whether two articles date one event to days that cannot both be right."""
    return once(a, b) and not overlap(a, b) and weights.shared(a, b) >= ONCE_ONLY


@cache
def _only_once() -> frozenset[str]:
    return frozenset(row["class"] for row in lexicon.rows("event_classes") if row["once"] == "yes")
