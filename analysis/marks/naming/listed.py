"""Names that a list knows: people, bodies, places, agencies and outlets."""

from __future__ import annotations

from functools import cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.naming.candidates import Candidate, Type
from analysis.text.read import Item, Reading

LISTS = ("people", "bodies", "places", "agencies", "outlets")
_RANKS = {"people": 5, "bodies": 6, "places": 4, "agencies": 7, "outlets": 3}
_SHORT = 4
"""A name of so few letters counts as it is spelled only, or behind a word for a place."""
_SEATS = frozenset({"white-house", "kremlin"})
"""Bodies that are also the building they sit in: a place behind a preposition of place."""


def find(reading: Reading) -> list[Candidate]:
    """Return the names of the lists wherever they stand in ``reading``, overlapping ones too."""
    return [
        Candidate(item.first, item.last, item.start, item.end, _type(reading, item), item.entry.row["id"], rank)
        for i in reading.where(*LISTS)
        for item in _whole_first(reading.at(i, *LISTS))
        if (rank := _RANKS[item.entry.cls]) and _licensed(reading, item)
    ]


def _whole_first(items: list[Item]) -> list[Item]:
    """A word that is a name as it stands is not read as a clitic and a shorter name (كابل is Kabul, not ك and أبل)."""
    whole = [item for item in items if not item.analysis.before]
    longest = max((item.last for item in whole), default=0)
    return [item for item in items if not item.analysis.before or item.last > longest]


def _type(reading: Reading, item: Item) -> Type:
    row = item.entry.row
    if item.entry.cls in {"agencies", "outlets"}:
        return "ORG"
    if row["id"] in _SEATS and item.first and reading.words[item.first - 1].folded in words.particles("inside"):
        return "LOC"
    return row["type"]  # type: ignore[return-value]


def _licensed(reading: Reading, item: Item) -> bool:
    """Whether a form that means something else too (الوطن) stands where it can only be the outlet."""
    if any(not words.joined(reading, j) for j in range(item.first + 1, item.last)):
        return False
    if item.entry.cls == "places" and (_adjectival(reading, item) or _misread(reading, item)):
        return False
    if item.entry.row.get("license", "free") == "free":
        return True
    after = reading.words[item.last].folded if item.last < len(reading.words) else ""
    if words.nation(after) and after.startswith("ال"):
        return False  # وكالة الأنباء الإيرانية
    before = item.first - 1
    if before >= 0 and reading.words[before].folded in {*words._marks(), "("}:
        return after in {*words._marks(), ")"}
    return before >= 0 and _outlet_word(reading.words[before].folded)


def _misread(reading: Reading, item: Item) -> bool:
    """Whether a short name of a place is only what is left of another word: كبيرا, or one that hamza tells apart."""
    if item.last > item.first + 1:
        return item.first > 0 and reading.words[item.first - 1].folded in words.particles("custodian")
    word = reading.words[item.first]
    bare = item.analysis.before and not word.folded.startswith(words.affixes("conjunction"))
    if bare and words.listed_everyday(word.folded):
        return True
    if item.entry.row["form"] in _doubtful():
        if not word.surface.endswith(item.entry.row["form"]) or item.analysis.before:
            return True
        return not item.first or reading.words[item.first - 1].folded not in words.particles("before_place")
    if len(item.entry.row["form"]) > _SHORT or word.surface.endswith(item.entry.row["form"]):
        return False
    return not item.first or reading.words[item.first - 1].folded not in words.particles("place_word")


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("closed_sets") if row["kind"] == "doubtful_place")


def _adjectival(reading: Reading, item: Item) -> bool:
    """Whether the name of a country stands as an adjective: الأندية السعودية, طائرة سورية."""
    folded = reading.words[item.first].folded
    if item.last > item.first + 1 or item.analysis.before or not item.first or not words.nation(folded):
        return False
    if not folded.endswith("ة") or not words.joined(reading, item.first):
        return False
    before = reading.words[item.first - 1].folded
    definite = before.startswith(words.affixes("definite_opening"))
    return definite if folded.startswith("ال") else before.endswith(words.affixes("feminine_noun_suffix"))


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(
        word
        for row in lexicon.rows("outlet_words")
        if row["kind"] == "body"
        for word in lexicon.folded_words(row["form"])
    )


def _outlet_word(folded: str) -> bool:
    return any(opening.stem in _outlet_words() for opening in words.openings(folded))
