"""What stands around a time: prepositions, another time joined to it, what its number counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.fold import fold_text
from analysis.text.number_words import ACCUSATIVE
from analysis.text.read import Item, Reading

_JOINS = frozenset({"-", "–", "/", "،"})
OPENS = frozenset({"(", "[", "«", '"'})
"""Marks behind which something begins that stands by itself."""
COMMAS = frozenset({"،", ","})
ASIDE = COMMAS | {"(", "[", ")", "]", "-", "–", '"', "«", "»"}
"""Marks that set something off from its sentence."""
_CURRENCY = frozenset({"$", "%", "٪", "€"})
_LONGEST_LINK = 3


def in_marks(reading: Reading, first: int, last: int) -> bool:
    """Whether quotation marks hold the tokens ``first:last`` and no more, as they hold titles: the film «3000 ليلة»."""
    if first == 0 or last >= len(reading.words):
        return False
    return {reading.words[first - 1].surface, reading.words[last].surface} <= _double_marks()


@cache
def _double_marks() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("quotation_marks") if row["pair"] == "double")


def ages(reading: Reading, tokens: Iterable[int]) -> bool:
    """Whether a word of age stands at one of the tokens behind a number: 22 عاما من العمر."""
    return any(item.entry.row["stands"] == "either" for i in tokens for item in reading.at(i, "number_heads"))


def ending_at(reading: Reading, i: int, *classes: str) -> list[Item]:
    """Return the entries of these classes, of up to three words, that end right before ``i``; the longest first."""
    before = (item for at in range(max(0, i - _LONGEST_LINK), i) for item in reading.at(at, *classes))
    return [item for item in before if item.last == i]


def linked(reading: Reading, i: int, before: Written | None) -> bool:
    """Whether a preposition of time stands before token ``i``, written apart or with it, or another time joins it."""
    if i == 0:
        return False
    if reading.at(i - 1, "time_links", "about_words"):
        return True
    return joined(reading, i, before)


def joined(reading: Reading, i: int, before: Written | None) -> bool:
    """Whether the time found last stands right before token ``i``, with no more than و or إلى between."""
    if before is None:
        return False
    between = range(before.last, i)
    return len(between) <= 1 and all(
        reading.words[at].folded in _JOINS or "time_joins" in reading.words[at].keys for at in between
    )


def is_noun_before(reading: Reading, i: int) -> bool:
    """Whether a word, or an opening bracket or mark, stands right before token ``i``."""
    return i > 0 and (reading.words[i - 1].kind == "arabic" or reading.words[i - 1].folded in OPENS)


def counts(reading: Reading, i: int) -> bool:
    """Whether what stands at token ``i`` is counted by the number before it, or goes on with the number."""
    if i >= len(reading.words):
        return False
    word = reading.words[i]
    if word.kind == "digits" or word.surface in _CURRENCY:
        return reading.tight(i) or word.surface in _CURRENCY
    if word.folded in {".", ",", ":"} and i + 1 < len(reading.words) and reading.words[i + 1].kind == "digits":
        return reading.tight(i) and reading.tight(i + 1)
    return not word.keys.isdisjoint(("time_units", "currencies", "units")) or word.folded in _counted()


def particle(role: str) -> str:
    """Return the particle of this role in ``time_particles.tsv``, folded; KeyError where it names none."""
    return fold_text(lexicon.column("time_particles", "role", "form")[role])


@cache
def _counted() -> frozenset[str]:
    """Return what a number above ten counts, folded: the singular, as it is and in the accusative."""
    forms = {fold_text(row["form"]) for row in lexicon.rows("counted_nouns") if row["number"] == "one"}
    return frozenset(forms | {form + case for form in forms for case in ACCUSATIVE})


def is_definite(reading: Reading, i: int) -> bool:
    """Whether the word at token ``i`` carries the article, or names a feast."""
    return reading.words[i].folded.startswith("ال") or bool(reading.at(i, "feasts"))


def placed(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether a preposition of time stands right before the match."""
    i = match.first - 1
    if i > 0 and reading.words[i].folded == "." and reading.tight(match.first):
        i -= 1  # a stray stop: من 2009 إلى .2011
    return i >= 0 and bool(reading.at(i, "time_links"))


def alone(reading: Reading, match: Candidate) -> bool:
    """Whether nothing but the match stands in its sentence, marks aside."""
    sentence = reading.sentence_of(match.start)
    around = (sentence.start, match.start), (match.end, sentence.end)
    return not any(letter.isalnum() for start, end in around for letter in reading.source[start:end])


def is_number(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a number in digits."""
    return i < len(reading.words) and reading.words[i].kind == "digits"
