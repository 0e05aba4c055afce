"""Whether two claims count the same thing: what is asserted, of whom, where, and as of when.

"عسكري أميركي", "جندي أمريكي" and "القوات الأميركية … 2500" are one population; those on board are not the
dead, the crew is a part of them, and the dead of another year are other dead. Words around the figures and the articles
they stand in decide where the nouns alone do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import log
from typing import Any

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.marks.nouns import endings, is_nisba, spellings
from analysis.text.fold import fold_text
from analysis.text.read import Reading

FATES = frozenset({"killed", "wounded", "detained", "displaced"})
COUNTS = frozenset({"troops", "aboard"})
HAPPENED = FATES | {"attacks"}
SPEAKING = ("aboard", "missing", "rescue")
"""Roles that make people counted in them one family, whatever they are called."""
NEAR = timedelta(3)
"""Reports of one event date it at most so far apart."""
LATER = timedelta(10)
"""A toll is brought up to date for so long."""
MONTH = timedelta(31)
"""A count that sums up more than a month is no count of one event."""
WINDOW = 12
"""Words on each side of a figure that say what it is about."""
LEAD = 300
"""Words of an article that say what it is about."""
SAME_STORY = 0.11
SAME_CONTEXT = 0.2
"""Shares of shared words; chosen on the development stories, see tests/story/test_claim_groups.py."""


@dataclass(frozen=True)
class Figure:
    """A claim with what it is compared by.

    ``thing`` is the family it can be compared in, ``population`` who is counted ("any" person, "military", or a noun of
    its own), ``sides`` the nationalities that qualify it, ``roles`` the part in which it is counted, ``part`` whether
    it is said to be a part of another figure, ``drawn`` whether it is taken out of people already named (87 من
    الضحايا); ``context`` are the words around it.
    """

    claim: Mapping[str, Any]
    thing: tuple[str, ...]
    population: str
    sides: frozenset[str]
    roles: frozenset[str]
    part: bool
    drawn: bool
    context: frozenset[str]
    when: Interval | None
    published: date | None

    @property
    def article(self) -> str:
        """The article it stands in."""
        return self.claim["article_id"]


class Stories:
    """What the articles are about: the share of their telling words that two of them have in common."""

    def __init__(self, readings: Mapping[str, Reading], wanted: Iterable[str]) -> None:
        self._words = {article: frozenset(content(readings[article], 0, LEAD)) for article in wanted}
        self._rarity = self._weights()
        self._known: dict[tuple[str, str], float] = {}

    def _weights(self) -> dict[str, float]:
        counts = Counter(word for words in self._words.values() for word in words)
        return {word: log(1 + len(self._words) / count) for word, count in counts.items()}

    def shared(self, a: str, b: str) -> float:
        """Return the share of the smaller article's telling words that the other has too, 0 to 1."""
        if a == b:
            return 1.0
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            self._known[key] = self._share(self._words[a], self._words[b])
        return self._known[key]

    def contexts(self, a: Figure, b: Figure) -> float:
        """Return the share of the words around one figure that stand around the other, 0 to 1."""
        return self._share(a.context, b.context)

    def _share(self, a: frozenset[str], b: frozenset[str]) -> float:
        least = min(self._weight(a), self._weight(b))
        return self._weight(a & b) / least if least else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._rarity.get(word, 1.0) for word in words)


def figure(claim: Mapping[str, Any], reading: Reading, published: date | None) -> Figure:
    """Return a claim with what it is compared by."""
    first, last = (reading.token_at(claim[end]) for end in ("start", "end"))
    last = max(last, first + 1)
    noun = _noun(claim["noun"])
    around = range(max(0, first - 4), min(len(reading.words), last + 4))
    said = [(i, item.entry.row["role"]) for i in around for item in reading.at(i, "claim_roles")]
    roles = frozenset(role for i, role in said if i >= first or role != "crew")  # a crew is named behind its number
    if claim["category"] in FATES:
        roles &= {"crew"} | _led_by(reading, first)
    part = any(reading.at(i, "parts_of") for i in range(max(0, first - 2), min(len(reading.words), last + 1)))
    population = "any" if roles & {"crew", "missing", "rescue"} else _population(claim, noun)
    when = _interval(claim)
    return Figure(
        claim,
        _thing(claim, noun, roles, reading.source),
        population,
        frozenset(_sides(reading, first, last + 1, fold_text(noun))),
        roles,
        part or "crew" in roles,
        _drawn(reading, claim),
        frozenset(content(reading, max(0, first - WINDOW), last + WINDOW)) - frozenset(_stems(reading, first, last)),
        when,
        published,
    )


def _led_by(reading: Reading, first: int) -> set[str]:
    """Return the roles that the word right before a figure gives it: غرق قارب على متنه 700 شخص."""
    return {item.entry.row["role"] for item in reading.at(first - 1, "claim_roles")} - {"rescue"} if first else set()


def _drawn(reading: Reading, claim: Mapping[str, Any]) -> bool:
    """Whether a figure is taken out of people already named: 87 من الضحايا."""
    behind = reading.tokens_in(claim["number_end"], claim["end"])
    words = [reading.words[i].folded for i in behind[:2]]
    return len(words) == 2 and words[0] == _OF and words[1].startswith("ال")


_OF = fold_text("من")


def linked(a: Figure, b: Figure, stories: Stories, *, matched: bool = False) -> bool:
    """Whether two figures count the same thing, at one time or another.

    ``matched`` says that the other article holds a figure that agrees with one of them: what differs is then another
    thing, unless it is a count of what happened.
    """
    agree = agrees(a.claim, b.claim)
    if a.thing != b.thing or a.roles != b.roles or a.part != b.part or not _same_people(a, b, agree=agree):
        return False
    if a.sides and b.sides and not a.sides & b.sides:
        return False
    if stories.shared(a.article, b.article) < SAME_STORY:
        return False
    context = stories.contexts(a, b)
    if a.thing[0] in HAPPENED:
        return _same_event(a, b, agree=agree, context=context)
    if not agree and (matched or a.article == b.article) and a.thing[0] not in COUNTS:
        return False
    if a.thing[0] == "measure":
        return context >= (SAME_CONTEXT if agree else 2 * SAME_CONTEXT)
    if a.thing[0] in {"troops", "aboard"}:
        return agree or bool(a.sides & b.sides) or a.thing[0] == "aboard" or context >= SAME_CONTEXT
    if a.thing[0] in {"vehicles", "aircraft", "sessions", "sources", "fighters", "rescue"}:
        return agree or (a.article != b.article and _apart(a, b) <= NEAR)
    if agree:
        return context >= SAME_CONTEXT / 2
    if a.thing[0] == "missing":
        return a.article != b.article and _apart(a, b) <= NEAR and context >= SAME_CONTEXT
    return a.article != b.article and context >= 2.5 * SAME_CONTEXT


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


def _same_event(a: Figure, b: Figure, *, agree: bool, context: float) -> bool:
    apart = _apart(a, b)
    if agree:
        return apart <= NEAR and (context > 0 or _recent(a) == _recent(b))
    if apart > LATER or _sums(a) != _sums(b):
        return False
    if _recent(a) and _recent(b):
        return a.article != b.article or a.population != "any" or context >= SAME_CONTEXT
    return apart <= NEAR and a.article != b.article and context >= 2 * SAME_CONTEXT


def _sums(one: Figure) -> bool:
    """Whether a figure sums up a long time (the dead of this year), and is no count of one event."""
    if one.when is None or one.when.earliest is None or one.when.latest is None:
        return False
    return one.when.latest - one.when.earliest > MONTH


def _same_people(a: Figure, b: Figure, *, agree: bool) -> bool:
    """Whether the same people may be counted; where the figures agree, "persons" may be anyone."""
    if a.population == b.population or (agree and "any" in {a.population, b.population}):
        return True
    return "any" in {a.population, b.population} and {a.population, b.population} <= {"any", "military"}


def _apart(a: Figure, b: Figure) -> timedelta:
    """Return how far the times of two figures lie apart; nothing where one is not known."""
    x, y = a.when, b.when
    if x is None or y is None or None in {x.earliest, x.latest, y.earliest, y.latest}:
        return timedelta(0)
    assert x.earliest
    assert x.latest
    assert y.earliest
    assert y.latest
    return max(x.earliest - y.latest, y.earliest - x.latest, timedelta(0))


def _recent(one: Figure) -> bool:
    """Whether a figure is news of its article rather than background."""
    if one.when is None or one.when.latest is None or one.published is None:
        return True
    return one.published - one.when.latest <= LATER


def _interval(claim: Mapping[str, Any]) -> Interval | None:
    earliest, latest = claim["as_of_earliest"], claim["as_of_latest"]
    return None if earliest is None and latest is None else Interval(earliest, latest)


@cache
def _gloss() -> dict[str, tuple[str, str]]:
    """Map a dictionary form to its English gloss and category."""
    found: dict[str, tuple[str, str]] = {}
    for row in lexicon.rows("counted_nouns"):
        if row["number"] == "one" and " " not in row["form"]:
            found.setdefault(row["form"], (row["noun"], row["category"]))
    return found


def _noun(noun: Any) -> str:
    return noun if isinstance(noun, str) else ""


def gloss(noun: str) -> str:
    """Return the English word for a counted noun, or the noun itself where the lists have none."""
    return _gloss().get(noun, (noun, ""))[0].split(" (")[0]


def _population(claim: Mapping[str, Any], noun: str) -> str:
    name, category = _gloss().get(noun, (noun, "other"))
    if category == "troops":
        return "military"
    if claim["category"] in FATES and name in _MEMBERS:
        return "member"
    if name == _BODY:
        return name
    if name in _ANYBODY or (category in FATES and claim["category"] == category):
        return "any"
    if claim["category"] == "detained" and name.split(" (")[0] in _HELD:
        return "any"
    if claim["category"] in {"people", "displaced"} and name in _MIGRANTS:
        return "migrant"
    if claim["category"] in {*FATES, "people", "troops"} and name in _PASSENGERS:
        return "any" if claim["category"] == "people" else noun
    return noun


_ANYBODY = frozenset({"person", "individual", "human", "human being", ""})
_MEMBERS = frozenset({"member", "member of a force", "activist"})
_BODY = "body"
"""Bodies that were found are not yet the toll."""
_MIGRANTS = frozenset({"migrant", "refugee"})
_HELD = frozenset({"suspect", "accused", "detainee", "arrested person"})
_PASSENGERS = frozenset({"passenger", "traveller"})


def _thing(claim: Mapping[str, Any], noun: str, roles: frozenset[str], source: str) -> tuple[str, ...]:
    category = claim["category"]
    if claim["unit"] and category == "other":
        return "measure", claim["unit"]
    if category in {"people", *FATES} and (role := next((role for role in SPEAKING if role in roles), "")):
        return (role,)
    if category in {"people", "displaced"} and _gloss().get(noun, ("", ""))[0] in _MIGRANTS:
        return ("migrants",)
    if category in FATES or category == "troops":
        return ("aboard",) if "aboard" in roles and category == "troops" else (category,)
    if category == "people":
        return "people", noun
    words = source[claim["number_end"] : claim["end"]].split()
    pair = (
        tuple(fold_text(word) for word in words[:2]) if category in {"vehicles", "aircraft"} and len(words) > 1 else ()
    )
    return category, noun, *(pair[1:] if pair and not is_nisba(pair[1]) else ())


_WEAK = re.compile("[اويء]")


def _sides(reading: Reading, first: int, last: int, noun: str) -> Iterable[str]:
    """Yield nationalities that qualify a figure, spelling variants as one: أميركي and أمريكية are مرك."""
    for i in range(max(0, first - 1), min(last + 2, len(reading.words))):
        word = reading.words[i].folded.removeprefix("ال")
        if not reading.words[i].keys.isdisjoint({"number_words", "counted_nouns"}):
            continue  # مائتي and ضحايا end as a nationality does
        if is_nisba(word) and all(spelling != noun for spelling, _ in spellings(word)):
            stem = next(word.removesuffix(ending) for ending in endings("nisba") if word.endswith(ending))
            if len(stem) >= 3:
                yield _WEAK.sub("", stem)


def content(reading: Reading, first: int, last: int) -> Iterable[str]:
    """Yield the stems of the telling words of a stretch of tokens: no function words, no digits."""
    yield from _stems(reading, first, min(last, len(reading.words)))


def _stems(reading: Reading, first: int, last: int) -> Iterable[str]:
    for word in reading.words[first : min(last, len(reading.words))]:
        if word.kind == "arabic" and len(word.folded) > 3 and word.keys.isdisjoint(_EMPTY):
            yield _stem(word.folded)


_EMPTY = frozenset({"function_words", "prepositions", "clause_words", "bounds", "number_words", "weekdays"})
_BEFORE = re.compile("^(?:[وف]?(?:بال|كال|لل|ال)|[وف](?=.{4}))")
_AFTER = re.compile("(?:ات|ين|ون|ان|ية|ها|هم|ة|ه|ا|ي)$")


@cache
def _stem(word: str) -> str:
    cut = _BEFORE.sub("", word)
    return _AFTER.sub("", cut) if len(cut) > 4 else cut
