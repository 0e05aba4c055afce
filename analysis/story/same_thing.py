"""Whether two claimed figures count the same thing, at one time or another.

Figures that agree need little more: a story in common and one time. Figures that differ accuse somebody, so that much
must speak for one thing before they are set against each other: the same people, the same days, articles that tell one
story, and within one article different claimants, since nobody gives two figures for one thing in one breath.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import timedelta
from typing import Any

from analysis.dating.as_of import HAPPENED
from analysis.story import stems
from analysis.story.figures import ANY, SPEAKING, Figure
from analysis.story.nearness import Leads, together
from analysis.text.read import Reading

COUNTS = frozenset({"troops", "aboard"})
NEAR = timedelta(3)
"""Reports of one event date it at most so far apart."""
NEXT = timedelta(1)
"""A figure that differs is of the same days, or of the next."""
LATER = timedelta(10)
"""A toll is brought up to date for so long."""
MONTH = timedelta(31)
"""A count that sums up more than a month is no count of one event."""
SAME_STORY = 0.11
"""Shared telling words of two articles that may tell one story, as a share of the shorter one's; of 1,000 pairs of
articles taken by chance ten share so much."""
ONE_STORY = 0.15
"""The same where figures differ."""
CLOSE_STORY = 0.25
"""The same where they also speak of other days."""
SAME_CONTEXT = 0.2
"""Shared telling words around two figures; chosen on the annotated stories."""
FEW_CONTEXT = 0.15
"""The same for a few persons of whom nothing is said, where the articles do not share places."""
SAME_PLACES = 2
"""So many places in common make two articles of one place."""
SAME_WORDING = 0.5
"""The same for what is no count of people or events: prices, shares, things."""
FEW = 10
"""Numbers up to here agree by chance."""
TELLING_DIGITS = 3
"""Digits that two articles do not give by chance."""
LARGE = 1_000_000
"""Sums of money from here on."""
ONE_REPORT = 0.4
"""Shared telling words of two articles that report one thing, where prices, shares and things are counted."""
DISTANT = 1.5
"""Measures of one thing differ by less than so many times."""
TWO_ACCOUNTS = 3
"""Two articles' tolls of the same days differ by no more than so many times."""
MANY_TIMES = 4
"""The same for cars, aircraft and fighters."""
MANIFOLD = 2
"""Figures for one thing differ by no more than so many times in one article."""


class Stories:
    """What the articles are about: the telling words and the places that two of them have in common."""

    def __init__(self, readings: Mapping[str, Reading], wanted: Set[str]) -> None:
        """Take the telling words and the places of the articles ``wanted``, of which ``readings`` has each."""
        self._leads = Leads({article: stems.lead(readings[article]) for article in wanted})
        self._places = {article: frozenset(stems.places(readings[article], 0, stems.LEAD)) for article in wanted}

    def shared(self, a: str, b: str) -> float:
        """Return the share of the lighter article's telling words that the other has too, 0 to 1."""
        return self._leads.shared(a, b)

    def elsewhere(self, a: Figure, b: Figure, *, either: bool = False) -> bool:
        """Whether two figures stand beside other places, and neither article (or only ``either``) knows the other's."""
        if a.article == b.article or not (a.places and b.places):
            return False
        unknown = (a.places.isdisjoint(self._places[b.article]), b.places.isdisjoint(self._places[a.article]))
        return a.places.isdisjoint(b.places) and (any(unknown) if either else all(unknown))

    def there(self, a: str, b: str) -> int:
        """Return how many places two articles both name."""
        return len(self._places[a] & self._places[b])


def linked(a: Figure, b: Figure, stories: Stories, *, matched: bool = False) -> bool:
    """Whether two figures count the same thing, at one time or another.

    ``matched`` says that the other article holds a figure that agrees with one of them: what differs is then another
    thing, unless it is a count of what happened.
    """
    agree = agrees(a.claim, b.claim)
    if a.thing != b.thing or a.roles != b.roles or not _same_part(a, b) or not _same_people(a, b, agree=agree):
        return False
    if a.sides and b.sides and not a.sides & b.sides:
        return False
    told = stories.shared(a.article, b.article)
    if told < (ONE_STORY if not agree and a.thing[0] not in COUNTS else SAME_STORY):
        return False
    context = stems.shared(a.context, b.context)
    if agree and a.thing[0] in _PLACED and a.size <= FEW and stories.elsewhere(a, b):
        return False
    if agree:
        return _again(a, b, told, context)
    if a.article == b.article:
        return _disputed(a, b, context)
    if stories.elsewhere(a, b, either=a.thing[0] not in SPEAKING):
        return False
    if a.thing[0] in HAPPENED and not _there(a, b, context, stories.there(a.article, b.article)):
        return False
    return _otherwise(a, b, told, context, matched=matched)


def surety(a: Figure, b: Figure, stories: Stories) -> tuple[float, ...]:
    """Return an order of pairs that are `linked`: those that agree first, then by days, stories and words in common."""
    apart, told = _apart(a, b).days, stories.shared(a.article, b.article)
    differ = 0.0 if a.thing[0] in HAPPENED else _ratio(a, b)
    return float(not agrees(a.claim, b.claim)), differ, float(apart), -told, -stems.shared(a.context, b.context)


_PLACED = HAPPENED | COUNTS | {"missing", "rescue"}


def _again(a: Figure, b: Figure, told: float, context: float) -> bool:
    """Whether figures that agree count one thing."""
    if a.thing[0] in HAPPENED:
        apart = NEXT if a.size <= FEW and context < SAME_CONTEXT else NEAR
        return _apart(a, b) <= apart and (context > 0 or _recent(a) == _recent(b))
    if a.article == b.article and a.number != b.number and "range" in {a.claim["bound"], b.claim["bound"]}:
        return False  # from 3 to 14, and of these 11
    if a.thing[0] in {"measure", "quantity"}:
        return context >= SAME_CONTEXT
    if a.thing[0] in {"money", "percent"} and a.number != b.number:
        return context >= SAME_WORDING and together(a.published, b.published, NEXT)
    if a.thing == ("case", "ill") and a.size <= FEW:
        return context >= SAME_CONTEXT and _apart(a, b) <= NEXT
    if a.thing[0] in _PLAIN or (a.number == b.number and (_telling(a, b) or (_large(a) and told >= ONE_STORY))):
        return True
    return context >= (SAME_CONTEXT if a.size <= FEW and a.article != b.article else SAME_CONTEXT / 2)


def _telling(a: Figure, b: Figure) -> bool:
    """Whether a number is too special to be met twice by chance: 75,230 persons, 12.9 %, and not 15 %."""
    if a.article == b.article and a.thing[0] not in {"percent", "money"}:
        return a.size > FEW
    return len(f"{a.size:.15g}".replace(".", "").strip("0")) >= TELLING_DIGITS


def _large(one: Figure) -> bool:
    """Whether a sum of money is too large to be named for several things in one story."""
    return one.thing[0] == "money" and one.size >= LARGE


_PLAIN = COUNTS | {"vehicles", "aircraft", "sessions", "sources", "fighters", "rescue"}


def _disputed(a: Figure, b: Figure, context: float) -> bool:
    """Whether one article gives two figures for one thing: by two claimants, or the lesser one as passed."""
    if a.thing[0] == "troops":
        return bool(a.sides & b.sides)
    if a.thing[0] not in HAPPENED or _sums(a) != _sums(b) or _apart(a, b):
        return False
    if _ratio(a, b) > MANIFOLD:
        return False
    together = a.claim["sentence_id"] == b.claim["sentence_id"]
    if a.population == b.population != ANY:
        return a.claim["claimant_id"] != b.claim["claimant_id"] and (together or context >= FEW_CONTEXT)
    lesser = min(a, b, key=lambda one: one.size)
    if together or ANY not in {a.population, b.population}:
        return False
    if a.claim["claimant_id"] != b.claim["claimant_id"] and context >= SAME_CONTEXT:
        return True
    if lesser is min(a, b, key=_place):  # what has been passed is named first
        return context >= (SAME_CONTEXT if lesser.claim["bound"] in {"at_least", "more_than"} else SAME_WORDING)
    return (a.headline or b.headline) and context >= SAME_WORDING


def _place(one: Figure) -> int:
    return one.claim["start"]


def _otherwise(a: Figure, b: Figure, told: float, context: float, *, matched: bool) -> bool:
    """Whether two articles that tell one story give different figures for one thing."""
    kind = a.thing[0]
    if kind in HAPPENED:
        return _same_event(a, b, told, context)
    if matched and kind not in COUNTS:
        return False
    if kind in COUNTS:
        return bool(a.sides & b.sides) or kind == "aboard" or (context >= SAME_CONTEXT and not matched)
    if kind in {"missing", "rescue"}:
        return _apart(a, b) <= NEAR
    if kind in {"vehicles", "aircraft", "fighters"}:
        return _apart(a, b) <= NEXT and _ratio(a, b) <= MANY_TIMES
    if kind == "case":
        return a.thing[1] != "inpatient" and (a.thing[1] != "ill" or _sums(a) == _sums(b) is True)
    if kind == "measure":
        return bool(a.places & b.places) and context >= SAME_CONTEXT and _ratio(a, b) < DISTANT
    one_report = told >= ONE_REPORT and together(a.published, b.published, NEXT) and _ratio(a, b) <= MANIFOLD
    return kind not in {"sources", "sessions"} and one_report and context >= SAME_WORDING


def _there(a: Figure, b: Figure, context: float, places: int) -> bool:
    """Whether the places that two articles share allow of one event, where other days or few persons give doubt."""
    few = a.population == b.population == ANY and min(a.size, b.size) <= FEW
    if places >= SAME_PLACES or not (few or _apart(a, b)):
        return True
    return bool(places) and context >= FEW_CONTEXT and not _apart(a, b)


def _ratio(a: Figure, b: Figure) -> float:
    small, large = sorted((abs(a.size), abs(b.size)))
    return large / small if small else float("inf")


def _same_event(a: Figure, b: Figure, told: float, context: float) -> bool:
    """Whether two tolls are of one event: of the same days and no more than a few times apart, or clearly one story."""
    apart = _apart(a, b)
    if apart > LATER or _sums(a) != _sums(b) or not (_dated(a) and _dated(b)):
        return False
    if not (_recent(a) and _recent(b)):
        return apart <= NEXT and context >= 2 * SAME_CONTEXT
    if not apart:
        return _ratio(a, b) <= TWO_ACCOUNTS
    return a.population == b.population and context >= SAME_CONTEXT and told >= CLOSE_STORY


def agrees(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two figures may both be meant: the same number, or one inside the other's range.

    "About" is read as within a twentieth, an open bound as reaching a tenth further: "أكثر من 70 ألفا" and 257 do not
    agree only because one of them is large.
    """
    low, high = _reach(a)
    other_low, other_high = _reach(b)
    return low <= other_high and other_low <= high


def _reach(claim: Mapping[str, Any]) -> tuple[float, float]:
    low, high, bound = claim["low"], claim["high"], claim["bound"]
    low = high if low is None else low
    high = low if high is None else high
    if low is None or high is None:
        return float("-inf"), float("-inf")
    if bound in {"at_least", "more_than"}:
        return low, high * 1.1
    if bound in {"at_most", "less_than"}:
        return low * 0.9, high
    if bound == "approx":
        return low * 0.95, high * 1.05
    return low, high


def _sums(one: Figure) -> bool:
    """Whether a figure sums up a long time (the dead of this year), and is no count of one event."""
    if one.when is None or one.when.earliest is None or one.when.latest is None:
        return False
    return one.when.latest - one.when.earliest > MONTH


def _dated(one: Figure) -> bool:
    """Whether a figure's days are known closely, or not at all: a count of before some day is of no one event."""
    if one.when is None or _sums(one):
        return True
    if one.when.earliest is None or one.when.latest is None:
        return one.when.earliest == one.when.latest
    return one.when.latest - one.when.earliest <= NEAR


def _same_part(a: Figure, b: Figure) -> bool:
    """Whether both are parts of a larger figure, or neither; who is named (بينهم خمسة جنود) is counted all the same."""
    named = a.thing[0] in HAPPENED and a.population == b.population != ANY
    return a.part == b.part or (named and "crew" not in a.roles)


def _same_people(a: Figure, b: Figure, *, agree: bool) -> bool:
    """Whether the same people may be counted; where the figures agree, "persons" may be anyone."""
    if a.population == b.population or (agree and ANY in {a.population, b.population}):
        return True
    return {a.population, b.population} in _MAY_BE


_MAY_BE = ({ANY, "military"}, {ANY, "مدني"}, {"fighter", "member"})
"""Populations of which one may be the other where the figures differ."""


def _apart(a: Figure, b: Figure) -> timedelta:
    """Return how far the times of two figures lie apart; nothing where an end that would say so is not known."""
    if a.when is None or b.when is None:
        return timedelta(0)
    ends = ((a.when.earliest, b.when.latest), (b.when.earliest, a.when.latest))
    return max((first - last for first, last in ends if first and last and first > last), default=timedelta(0))


def _recent(one: Figure) -> bool:
    """Whether a figure is news of its article rather than background."""
    if one.when is None or one.when.latest is None or one.published is None:
        return True
    return one.published - one.when.latest <= LATER
