"""A claimed figure with what it can be compared by: what is counted, of whom, in what part, and as of when.

"عسكري أميركي" is of one population with "القوات الأميركية … 2500"; those on board are not the dead, the crew is a part
of them, and the women among the dead are dead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating.as_of import HAPPENED, MEASURES
from analysis.marks.nouns import endings, is_nisba, spellings
from analysis.story import stems
from analysis.text.fold import fold_text
from analysis.text.number_words import ARTICLE
from analysis.text.read import Reading

FATES = HAPPENED - {"attacks"}
SPEAKING = ("aboard", "missing", "rescue")
"""Roles that make people counted in them one family, whatever they are called."""
ANY = "any"
"""The population of people of whom nothing more is said."""
WINDOW = 12
"""Words on each side of a figure that say what it is about."""
LONGEST_BOUND = 4
"""Words of the longest bound that stands right before its number (ما لا يقل عن)."""
CASE_BEFORE, CASE_BEHIND = 10, 4
"""So many words before and behind a count of cases may say what became of them."""
_OF = fold_text("من")
_OR = fold_text("أو")


@dataclass(frozen=True)
class Figure:
    """A claim with what it is compared by.

    ``thing`` is the family it can be compared in, ``population`` who is counted (`ANY` person, "military", or a noun of
    its own), ``sides`` the nationalities that qualify it, ``roles`` the part in which it is counted, ``part`` whether
    it is said to be a part of another figure, ``drawn`` whether it is taken out of people already named (87 من
    الضحايا); ``context`` are the stems around it, ``places`` the places named there in its sentence;
    ``headline`` whether that is the headline.
    """

    claim: Mapping[str, Any]
    thing: tuple[str, ...]
    population: str
    sides: frozenset[str]
    roles: frozenset[str]
    part: bool
    drawn: bool
    context: frozenset[str]
    places: frozenset[str]
    headline: bool
    when: Interval | None
    published: date | None

    @property
    def article(self) -> str:
        """The article it stands in."""
        return self.claim["article_id"]

    @property
    def number(self) -> Any:
        """The figure itself: its value, or the two ends of a range."""
        return self.claim["value"] if self.claim["value"] is not None else (self.claim["low"], self.claim["high"])

    @property
    def size(self) -> float:
        """The figure as one number, for an order: its value, or the end of it that is known."""
        return next(end for end in (self.claim["value"], self.claim["low"], self.claim["high"]) if end is not None)

    @property
    def day(self) -> date:
        """The last day that it speaks of, else that of its publication."""
        return (self.when.latest if self.when else None) or self.published or date.min


def figures(
    claims: Iterable[Mapping[str, Any]], readings: Mapping[str, Reading], published: Mapping[str, date | None]
) -> list[Figure]:
    """Return the claims that give a number, in their order, with what they are compared by."""
    found = [
        _figure(claim, readings[claim["article_id"]], published.get(claim["article_id"]))
        for claim in claims
        if claim["bound"] != "vague" and not (claim["low"] is None and claim["high"] is None)
    ]
    return _drawn_from(_of_the_dead(found))


def parts(found: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the pairs of a figure and a part of it: the figure before it in its sentence that counts people too."""
    return [(whole, part) for whole, part in pairwise(found) if _is_part(whole, part) and _kind(whole) == _kind(part)]


def _is_part(whole: Figure, part: Figure) -> bool:
    near = whole.claim["sentence_id"] == part.claim["sentence_id"]
    return near and part.part and not whole.part and part.size < whole.size


def _kind(one: Figure) -> tuple[str, str]:
    """What is asserted of those counted, so that a part can be told from another figure."""
    return one.claim["category"], one.thing[0] if one.thing[0] == "case" else ""


def _of_the_dead(found: Sequence[Figure]) -> list[Figure]:
    """Count people who are a part of the dead as dead: قتل ستة بينهم امرأتان."""
    told = list(found)
    for number, (whole, part) in enumerate(pairwise(found), start=1):
        if part.claim["category"] == "people" and whole.thing[0] in FATES and _is_part(whole, part):
            told[number] = replace(part, thing=whole.thing)
    return told


def _drawn_from(found: Sequence[Figure]) -> list[Figure]:
    """Mark as parts the figures that are drawn from a larger one told before: 100 قتيل … 87 من الضحايا."""
    largest: dict[tuple[str, str], float] = defaultdict(float)
    told: list[Figure] = []
    for one in found:
        kind = one.article, one.claim["category"]
        apart = one.drawn and one.population == ANY and one.size < largest[kind]
        told.append(replace(one, part=True) if apart else one)
        largest[kind] = max(largest[kind], one.size)
    return told


def _figure(claim: Mapping[str, Any], reading: Reading, published: date | None) -> Figure:
    first, number, last = (reading.token_at(claim[end]) for end in ("start", "number_start", "end"))
    if number - first > LONGEST_BOUND:
        first = number  # its subject stands between bound and number, and tells what the figure is of
    last = max(last, first + 1)
    noun = claim["noun"] if isinstance(claim["noun"], str) else ""
    around = range(max(0, first - 4), min(len(reading.words), last + 4))
    said = [(i, item.entry.row["role"]) for i in around for item in reading.at(i, "claim_roles")]
    roles = frozenset(role for i, role in said if i >= first or role != "crew")  # a crew is named behind its number
    if claim["category"] in FATES:
        roles &= {"crew"} | _led_by(reading, first)
    thing = _thing(claim, noun, roles, reading, (first, last))
    within = any(reading.at(i, "parts_of") for i in range(max(0, first - 2), min(len(reading.words), last + 1)))
    return Figure(
        claim,
        thing,
        ANY if roles & {"crew", "missing", "rescue"} or thing[0] == "case" else _population(claim, noun),
        frozenset(_sides(reading, first, last + 1, fold_text(noun))),
        roles,
        (within and not _of_cases(claim, thing)) or "crew" in roles,
        _drawn(reading, claim),
        frozenset(stems.telling(reading, max(0, first - WINDOW), last + WINDOW))
        - frozenset(stems.telling(reading, first, last)),
        frozenset(stems.places(reading, *_own(reading, claim, first, last))),
        reading.sentence_of(claim["start"]).place == "title",
        _interval(claim),
        published,
    )


def _own(reading: Reading, claim: Mapping[str, Any], first: int, last: int) -> tuple[int, int]:
    """Return the tokens around a figure that belong to its sentence."""
    sentence = reading.sentence_of(claim["start"])
    words = reading.tokens_in(sentence.start, sentence.end)
    return max(first - WINDOW, words[0]), min(last + WINDOW, words[-1] + 1)


def _of_cases(claim: Mapping[str, Any], thing: tuple[str, ...]) -> bool:
    """Whether what became of cases says who is counted, of whatever they are a part (1063 حالة، شفيت منها 583)."""
    return thing[0] == "case" or (claim["noun"] in _CASES and thing == ("killed",))


def _led_by(reading: Reading, first: int) -> set[str]:
    """Return the roles that the word right before a figure gives it: غرق قارب على متنه 700 شخص."""
    if not first or (first > 1 and reading.words[first - 2].folded == _OR):
        return set()  # مقتل أو فقدان 2100 شخص
    return {item.entry.row["role"] for item in reading.at(first - 1, "claim_roles")} - {"rescue"}


def _drawn(reading: Reading, claim: Mapping[str, Any]) -> bool:
    """Whether a figure is taken out of people already named: 87 من الضحايا."""
    behind = reading.tokens_in(claim["number_end"], claim["end"])
    words = [reading.words[i].folded for i in behind[:2]]
    return len(words) == 2 and words[0] == _OF and words[1].startswith(ARTICLE)


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


def gloss(noun: str) -> str:
    """Return the English word for a counted noun, or the noun itself where the lists have none."""
    return _gloss().get(noun, (noun, ""))[0].split(" (")[0]


@cache
def _people() -> dict[str, str]:
    """Map the dictionary form of a counted noun to whom it names, where the list says more than the noun."""
    return lexicon.column("counted_people", "form", "population")


def _population(claim: Mapping[str, Any], noun: str) -> str:
    asserted, people = claim["category"], _people().get(noun) if noun else ANY
    usual = _gloss()[noun][1] if noun in _gloss() else "other"
    if people == "police":
        return "police"
    if usual == "troops":
        return "military"
    if people in {"fighter", "member"} and asserted in FATES:
        return people
    if people == "apart":
        return noun
    if people == ANY or noun in _CASES or (usual in FATES and asserted == usual):
        return ANY
    if people == "migrant" and asserted in {"people", "displaced"}:
        return "migrant"
    if (people == "held" and asserted == "detained") or (people == "aboard" and asserted == "people"):
        return ANY
    return noun


_CASES = frozenset(row["form"] for row in lexicon.rows("case_nouns"))
_SICK = _CASES | frozenset(row["form"] for row in lexicon.rows("patient_nouns"))


def _thing(
    claim: Mapping[str, Any], noun: str, roles: frozenset[str], reading: Reading, span: tuple[int, int]
) -> tuple[str, ...]:
    category = claim["category"]
    if claim["unit"] and category == "other":
        return ("measure", claim["unit"]) if claim["unit"] in MEASURES else ("quantity", claim["unit"], noun)
    ill = noun in _SICK and category in {"other", "people"}
    anybody = category == "other" and _people().get(noun) == ANY
    if (ill or anybody) and (fate := _fate(reading, claim, span)):
        return ("killed",) if fate == "dead" else ("case", fate)
    if category in {"people", *FATES} and (role := next((role for role in SPEAKING if role in roles), "")):
        return (role,)
    if category in {"people", "displaced"} and _people().get(noun) == "migrant":
        return ("migrants",)
    if category in FATES or category == "troops":
        return ("aboard",) if "aboard" in roles and category == "troops" else (category,)
    if category == "people":
        return "people", noun
    words = reading.source[claim["number_end"] : claim["end"]].split()
    pair = (
        tuple(fold_text(word) for word in words[:2]) if category in {"vehicles", "aircraft"} and len(words) > 1 else ()
    )
    return category, noun, *(pair[1:] if pair and not is_nisba(pair[1]) else ())


def _fate(reading: Reading, claim: Mapping[str, Any], span: tuple[int, int]) -> str | None:
    """Return what became of the cases that a figure counts, by the nearest word that says so (وافت المنية 471 حالة)."""
    first, last = span
    before = range(first - 1, max(-1, first - 1 - CASE_BEFORE), -1)
    number_end = reading.token_at(claim["number_end"])
    behind = range(number_end, min(len(reading.words), last + CASE_BEHIND))
    found = [near for near in (_nearest(reading, before), _nearest(reading, behind, joined=True)) if near]
    return min(found)[1] if found else None


def _nearest(reading: Reading, places: Iterable[int], *, joined: bool = False) -> tuple[int, str] | None:
    """Return how far the nearest word of a fate stands, and the fate; a mark, or where ``joined`` an "and", ends it."""
    for far, i in enumerate(places):
        if i < 0 or reading.words[i].kind == "mark":
            return None
        for item in reading.at(i, "case_fates"):
            if not (joined and _AND in item.analysis.before):
                return far, item.entry.row["fate"]
        if joined and any(_AND in item.analysis.before for item in reading.at(i)):
            return None
    return None


_AND = "conj"
_WEAK = frozenset("اويء")


def _sides(reading: Reading, first: int, last: int, noun: str) -> Iterable[str]:
    """Yield nationalities that qualify a figure, spelling variants as one: أميركي and أمريكية are مرك."""
    for i in range(max(0, first - 1), min(last + 2, len(reading.words))):
        word = reading.words[i].folded.removeprefix(ARTICLE)
        if not reading.words[i].keys.isdisjoint({"number_words", "counted_nouns"}):
            continue  # مائتي and ضحايا end as a nationality does
        if is_nisba(word) and all(spelling != noun for spelling, _ in spellings(word)):
            stem = next(word.removesuffix(ending) for ending in endings("nisba") if word.endswith(ending))
            if len(stem) >= 3:
                yield "".join(letter for letter in stem if letter not in _WEAK)
