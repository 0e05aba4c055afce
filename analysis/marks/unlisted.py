"""Counted nouns that are in no list, by the grammar of counting and the shape of the word.

Behind 3 to 10 stands a plural, whose singular its pattern gives (`plural_patterns.tsv`); behind 11 to 99 an accusative,
behind a hundred a genitive, both singular. What shows its case is a noun; what does not is taken for one only where it
has the shape of one (`singular_shapes.tsv`), since a verb may stand there as well (سجل في الدقيقة 55 وانتهى).
"""

from __future__ import annotations

import re
from functools import cache

from analysis import lexicon
from analysis.marks import changes
from analysis.marks.nouns import ARTICLE, Lexeme, Noun
from analysis.text.fold import fold_text
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

YEARS = range(1900, 2050)
_NO_NOUNS = frozenset({"months", "weekdays", "function_words", "event_verbs", "bounds", "number_words"}) | changes.KEYS
_NAMES = frozenset({"places", "people"})
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ROOT = frozenset("فعل")
_SHORTEST = 4
"""Letters of the shortest word whose shape says something: three may be a noun or a verb."""


def guess(reading: Reading, i: int, numeral: Numeral) -> Noun | None:
    """Return the noun at token ``i`` behind ``numeral``, where its form is what grammar asks for; else None.

    A scale word in the accusative (124 ألفا) has its noun left out, and a bare year counts nothing.
    """
    if numeral.kind != "cardinal" or not _may_be_noun(reading, i) or _closed(reading, numeral) or is_year(numeral):
        return None
    surface = bare(reading.words[i].surface)
    if not numeral.scaled and 3 <= numeral.last_value <= 10:
        if (singular := _singular(surface, numeral)) is not None:
            return made(reading, i, *singular, "many")
        return None if numeral.last_value == numeral.value else _of_many(reading, i, surface)
    if not numeral.scaled and 11 <= numeral.last_value < 100:
        if _accusative(reading, i, surface):
            form = surface[:-1]
            return made(reading, i, form, "people" if _of_origin(form) else "other", "one")
        return _of_many(reading, i, surface)
    if numeral.last_value >= 100 or numeral.scaled or (numeral.written and numeral.value == 2 and _feminine(surface)):
        return _of_many(reading, i, surface)
    return None


def is_year(numeral: Numeral) -> bool:
    """Whether the number is four digits that may be a year."""
    return numeral.written and not numeral.scaled and numeral.value in YEARS


def bare(surface: str) -> str:
    """Return a word without vowel marks and tatweel, its hamzas kept."""
    return _MARKS.sub("", surface)


def made(reading: Reading, i: int, form: str, category: str, number: str) -> Noun:
    """Return a noun of its own making: one word at token ``i``, its dictionary form and category as given."""
    return Noun(Lexeme(form, category, "thing"), number, i, i + 1, reading.starts[i], reading.ends[i], known=False)


def _may_be_noun(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return (
        word.kind == "arabic"
        and len(word.folded) >= 3
        and word.folded not in lexicon.forms("uncounted")
        and not word.folded.startswith(ARTICLE)
        and word.keys.isdisjoint(_NO_NOUNS)
    )


def _led_in(surface: str) -> bool:
    """Whether a word may begin with a clitic (بضربات, وسيارة); nouns of lists whose own letter it is are known."""
    return surface.startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    rows = (row for row in lexicon.rows("clitics") if row["slot"] in {"conj", "prep"})
    return tuple({fold_text(row["form"]) for row in rows})


def of_people(stem: str) -> bool:
    """Whether a word before ـين is one of people, so that the ending makes a plural: مصري, not بلات(ين)."""
    return len(stem) > 3 and (_of_origin(stem) or any(shape.match(stem) for shape in _shapes("people_shapes")))


def _closed(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number ends with the alef of the accusative, behind which its noun is left out."""
    return numeral.last - numeral.first > 1 and reading.words[numeral.last - 1].folded.endswith(ACCUSATIVE)


def _accusative(reading: Reading, i: int, surface: str) -> bool:
    """Whether a word ends with the alef of the accusative; no name does (كندا), nor a verb of many (قالوا)."""
    if not surface.endswith("ا") or len(surface) <= _SHORTEST - 1 or surface.endswith("وا"):
        return False
    return _of_origin(surface[:-1]) or (not surface.startswith((AND, FOR)) and reading.words[i].keys.isdisjoint(_NAMES))


FOR = "ل"


def _of_many(reading: Reading, i: int, surface: str) -> Noun | None:
    """Return the noun behind a number above ten that does not show its case, by its ending or its shape."""
    if _of_origin(surface):
        return made(reading, i, surface, "people", "one")
    if _led_in(surface):
        return None
    if _feminine(surface):
        return made(reading, i, surface, "other", "one")
    shaped = len(surface) >= _SHORTEST and any(shape.match(surface) for shape in _shapes("singular_shapes"))
    if shaped and reading.words[i].keys.isdisjoint(_NAMES):
        return made(reading, i, surface, "other", "one")
    return None


def _feminine(surface: str) -> bool:
    return surface.endswith("ة") and len(surface) >= _SHORTEST


def _of_origin(surface: str) -> bool:
    """Whether a word says where people come from: 220 فلسطينيا."""
    return fold_text(surface) in lexicon.forms("nationalities")


def _singular(surface: str, numeral: Numeral) -> tuple[str, str] | None:
    """Return dictionary form and category of a plural in no list; a feminine number word says a feminine noun."""
    if surface.endswith(("ين", "ون")) and len(surface) > 5 and (_of_origin(surface[:-2]) or not _led_in(surface)):
        return surface[:-2], "people"
    if _led_in(surface):
        return None
    if surface.endswith("ات") and len(surface) > 4:
        return sound(surface[:-2], numeral.gender), "other"
    for pattern, singular, feminine in _patterns():
        if match := pattern.match(surface):
            roots = iter(match.groups())
            shape = feminine if numeral.gender == "feminine" and feminine else singular
            return "".join(next(roots) if letter in _ROOT else letter for letter in shape), "other"
    return None


def sound(stem: str, gender: str = "any") -> str:
    """Return the singular of a plural in ـات from what stands before it: معروض and feminine make معروضة.

    Where the number does not say the gender, the stem does: a verbal noun (إشعار) or a passive participle of things
    (ملصق) is masculine, others are feminine.

    Examples
    --------
    >>> sound("إشعار"), sound("معتمدي"), sound("محاولة"[:-1])
    ('إشعار', 'معتمدية', 'محاولة')
    """
    if gender == "masculine":
        return stem
    masculine = any(shape.match(stem) for shape in _shapes("masculine_shapes"))
    return stem if gender == "any" and masculine else stem + "ة"


@cache
def _shapes(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_regex(row["form"])) for row in lexicon.rows(name))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = lexicon.rows("plural_patterns")
    return tuple((re.compile(_regex(row["form"])), row["singular"], row["feminine"]) for row in rows)


def _regex(pattern: str) -> str:
    """Turn a pattern of the grammarians (أفعال) into an expression with its three or four root letters as groups."""
    return "".join("([^اويىء])" if letter in _ROOT else f"[{letter}]" for letter in pattern) + "$"
