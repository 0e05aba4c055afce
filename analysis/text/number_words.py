"""The words that numbers are written with, where they stand: what each may be in a number, and what joins them.

A word is judged once and remembered; what it means there - unit, ten, scale, fraction - is said by `number_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from typing import NamedTuple

from analysis import lexicon
from analysis.text.fold import fold_text
from analysis.text.read import Reading
from analysis.text.tokens import WORDS

AND = "و"
BEYOND = "بعد"
"""Joins a rank to the hundreds that it goes on from: الثاني بعد المئة."""
SPOKEN = "Duckling and Maha, Arabic numerals: spoken"
DAMMA = "\u064f"
ARTICLE = next(fold_text(row["form"]) for row in lexicon.rows("clitics") if row["slot"] == "det")
ACCUSATIVE = tuple(fold_text(row["form"]) for row in lexicon.rows("clitics") if row["slot"] == "case")
_CONJ, _PREP = (
    ["", *(fold_text(row["form"]) for row in lexicon.rows("clitics") if row["slot"] == slot)]
    for slot in ("conj", "prep")
)
FOR = "ل"
ARTICLES = frozenset(
    conj + (prep + ARTICLE[1:] if prep == FOR else prep + ARTICLE) for conj, prep in product(_CONJ, _PREP)
)
"""The article with every clitic that may stand before it (ال، وال، بال); ل takes its alef away (Ryding 2005, 7.3)."""
PERCENT_SIGNS = frozenset("%٪﹪")
TANWEEN = "\u064b"


class Part(NamedTuple):
    """A number word at a token: what it stands for, its place in a number, and the clitics around it.

    ``alef`` says that it ends with the alef of the accusative, without tanween; a dual before a noun looks so too.
    """

    value: Fraction
    part: str
    number: str
    gender: str
    last: int
    start: int
    end: int
    before: tuple[str, ...]
    after: str
    alef: bool = False


def parts(reading: Reading, i: int) -> list[Part]:
    """Return what the word at token ``i`` may be in a number.

    خمس, سبع, تسع and عشر are also fractions (a fifth …): only where their first letter is written with its vowel.
    """
    found = _all_parts(reading, i)
    if len({part.part == "fraction" for part in found}) == 2:
        vowel = reading.source[found[0].start + 1 : found[0].start + 2] == DAMMA
        return [part for part in found if (part.part == "fraction") == vowel]
    return found


def _all_parts(reading: Reading, i: int) -> list[Part]:
    if i >= len(reading.words):
        return []
    word, at = reading.words[i], reading.starts[i]
    if "number_words" not in word.keys:
        return []
    return [
        Part(value, part, number, gender, i + 1, at + start, at + end, before, after, alef)
        for value, part, number, gender, _, start, end, before, after, alef in _of_word(word.surface)
    ]


@cache
def _of_word(surface: str) -> tuple[Part, ...]:
    """Return what a word may be in a number, its characters counted from its own first; few words come here."""
    found: list[Part] = []
    for analysis in WORDS[surface].analyses:
        row = analysis.entry.row
        if analysis.entry.cls != "number_words" or _another_word(row, analysis.before):
            continue
        case = analysis.after in ACCUSATIVE
        end = len(surface) if case else analysis.end
        after = "" if case else analysis.after
        value = Fraction(row["value"])
        span = (1, analysis.start, end)
        alef = case and TANWEEN not in surface
        found.append(Part(value, row["part"], row["number"], row["gender"], *span, analysis.before, after, alef))
    return tuple(sorted(found, key=lambda part: len(part.before)))


def _another_word(row: Mapping[str, str], before: tuple[str, ...]) -> bool:
    """Whether a spoken form with these clitics is rather a word of its own: كمية is no hundred, المتين no two."""
    return row["source"] == SPOKEN and ("prep" in before or (row["number"] == "two" and "det" in before))


def parts_of(reading: Reading, i: int, kind: str) -> list[Part]:
    """Return what the word at token ``i`` may be of this kind: unit, tens, scale …."""
    return [part for part in parts(reading, i) if part.part == kind]


def one_scale(reading: Reading, i: int) -> bool:
    """Whether a scale word in the singular stands at token ``i``: نصف [مليون]."""
    return any(part.number == "one" for part in parts_of(reading, i, "scale"))


def scale_of(part: Part) -> Fraction:
    """Return the scale of a word: of ألفان is a thousand, of مليونان a million."""
    return part.value / 2 if part.number == "two" else part.value


def joined(reading: Reading, i: int) -> int | None:
    """Return the token of the number that و joins at token ``i``: و on its own, or written with the word."""
    if i >= len(reading.words):
        return None
    if reading.words[i].folded == AND:
        return i + 1
    return i if any(part.before[:1] == ("conj",) for part in parts(reading, i)) else None


def percent_after(reading: Reading, i: int) -> tuple[int, Fraction] | None:
    """Return the token behind "per cent" at token ``i`` (a sign, في المئة, بالألف), and how many per cent one is."""
    if i < len(reading.words) and reading.words[i].surface in PERCENT_SIGNS:
        return i + 1, Fraction(1)
    for item in reading.at(i, "percent_words"):
        return item.last, Fraction(100, int(item.entry.row["of"]))
    return None


def after_article(reading: Reading, i: int) -> bool:
    """Whether the article stands before digits, with its clitics: الـ257، والـ36، للـ12."""
    return i > 0 and reading.words[i - 1].folded in ARTICLES
