"""Two of a thing in one word: جلستان, قتيلين, and مقاتلتي before the name of a type.

A dual is taken apart by rule, and is one only where its singular is a listed noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from analysis import lexicon
from analysis.marks import repeats
from analysis.marks.counted import MARKS_BEFORE, MARKS_BEHIND
from analysis.marks.nouns import ARTICLE, PEOPLE, Lexeme, Noun, listed, nouns, spellings
from analysis.text.fold import fold
from analysis.text.number_words import AND
from analysis.text.read import Reading

_JOINERS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


def may_be(folded: str) -> bool:
    """Whether a folded word is spelled like a dual of a listed noun, whatever stands beside it."""
    return len(folded) >= _SHORTEST and folded.endswith(_ENDINGS) and _is_listed(folded)


@lru_cache(maxsize=1 << 16)
def _is_listed(folded: str) -> bool:
    return any(_dual_of(plain) or _either_of(plain) for _, plain in _unprefixed(folded))


def at(reading: Reading, i: int) -> Noun | None:
    """Return the indefinite dual at token ``i`` (جلستان، قتيلين), clitics before it outside; None for any other word.

    Where a noun's plural ends in ـين, only ـان says that there are two: مدنيين are civilians, unless "two" or a pronoun
    of two behind it says so (خسر لاعبين مؤثرين هما ...).
    """
    word = reading.words[i].folded
    if reading.words[i].kind != "arabic" or not may_be(word):
        return None
    if i and reading.words[i - 1].folded in lexicon.forms("name_particles"):
        return None  # مدينة بن قردان
    before_name = word.endswith(BEFORE_A_NAME) and _names_a_type(reading, i + 1)
    if not before_name and not word.endswith(ENDINGS):
        return None
    for cut, plain in _unprefixed(word):
        found = _dual_of(plain) or (_either_of(plain) if _said_to_be_two(reading, i) else None)
        if found is not None and not cut and (_describes(reading, i) or _is_said_of_two(reading, i, found)):
            return None
        if found is not None and found.gloss == TIMES and not repeats.told(reading, i):
            return None
        if found is not None and (not before_name or found.category in NAMED_BY_TYPE):
            start = (
                fold(reading.words[i].surface).to_source(cut, cut)[0] + reading.starts[i] if cut else reading.starts[i]
            )
            return Noun(found, "two", i, i + 1, start, reading.ends[i])
    return None


def _describes(reading: Reading, i: int) -> bool:
    """Whether a word in ـين describes the people right before it, and is no dual: 20 عضوا منتخبين، أعضاء منتخبين."""
    if not i or not reading.words[i].folded.endswith(ENDINGS[-1]) or reading.words[i - 1].kind != "arabic":
        return False
    noun = listed(reading, i - 1)
    return noun is not None and noun.last == i and noun.number == "many" and noun.lexeme.category in PEOPLE


def _is_said_of_two(reading: Reading, i: int, noun: Lexeme) -> bool:
    """Whether a participle in ـان is only said of the two right before it: الدولتان مرشحتان، منغوليا وسنغافورة مرشحتان.

    Behind a preposition they are where two others are: في المدينتين مقاتلان.
    """
    if not i or not reading.words[i].folded.endswith(ENDINGS[0]) or noun.category not in PEOPLE:
        return False
    if not noun.form.startswith(PARTICIPLE):
        return False
    word = reading.words[i - 1].folded
    two = word.startswith(ARTICLE) and word.endswith(ENDINGS) and _dual_of(word.removeprefix(ARTICLE)) is not None
    joined = i > 1 and word.startswith(AND) and _is_name(reading, i - 1) and _is_name(reading, i - 2)
    first = i - 1 if two else i - 2
    if not (two or joined) or reading.words[first].kind != "arabic":
        return False
    own = reading.words[first].folded.startswith(_PREPOSITIONS) and not reading.at(first, *_NAMES)
    return not own and (first == 0 or "prepositions" not in reading.words[first - 1].keys)


def _is_name(reading: Reading, i: int) -> bool:
    return bool(reading.at(i, *_NAMES))


_NAMES = frozenset({"places", "people"})
PARTICIPLE = "م"
"""What participles of derived verbs begin with: مرشح."""


def _said_to_be_two(reading: Reading, i: int) -> bool:
    """Whether a word for two that goes back to token ``i`` stands behind it in its clause."""
    for word in reading.words[i + 1 : i + 1 + _REACH]:
        if word.kind != "arabic":
            return False
        if "words_for_two" in word.keys:
            return True
    return False


_REACH = 6
"""So many words may stand between a noun and the pronoun that says it is two."""


@cache
def _either_of(word: str) -> Lexeme | None:
    """Return the noun of people whose dual and plural are written alike: لاعبين."""
    if not word.endswith(ENDINGS[-1]):
        return None
    one = word[: -len(ENDINGS[-1])]
    plurals = {lexeme for words, lexeme, own in nouns().get(word, ()) if words == (word,) and own == "many"}
    singulars = {lexeme for words, lexeme, own in nouns().get(one, ()) if words == (one,) and own == "one"}
    return next(iter(plurals & singulars), None)


TIMES = "time"
"""The noun (مرة) whose dual says how often something happened."""
ENDINGS = ("ان", "ين")
_SHORTEST = 5
BEFORE_A_NAME = ("تي", "تا")
"""Endings of a feminine dual whose ن has fallen before a name; of a masculine one no more than a letter is left."""
NAMED_BY_TYPE = frozenset({"aircraft", "vehicles"})
_ENDINGS = (*ENDINGS, *BEFORE_A_NAME)


def _names_a_type(reading: Reading, i: int) -> bool:
    """Whether one name in marks, or with a number, stands at token ``i``: مقاتلتي "ميراج 2000"، طائرتي سوخوي 24.

    Two names joined with و name one each, and a numbered one behind the article is no type.
    """
    words = reading.words[i : i + _LONGEST_TYPE]
    if not words:
        return False
    if words[0].surface in MARKS_BEFORE:
        close = next((k for k, word in enumerate(words[1:], 1) if word.surface in MARKS_BEHIND), 0)
        after = reading.words[i + close + 1 : i + close + 2]
        return close > 1 and not (after and after[0].folded.startswith(AND))
    if words[0].kind == "latin":
        return True
    named = words[0].kind == "arabic" and not words[0].folded.startswith(ARTICLE)
    behind = words[2:3] if words[1:2] and words[1].surface == "-" else words[1:2]
    return named and any(word.kind == "digits" for word in behind)


_LONGEST_TYPE = 8


def _unprefixed(word: str) -> Iterator[tuple[int, str]]:
    yield 0, word
    cut = 1 if word.startswith(_JOINERS) else 0
    if cut:
        yield 1, word[1:]
    if word[cut:].startswith(_PREPOSITIONS):
        yield cut + 1, word[cut + 1 :]


@cache
def _dual_of(word: str) -> Lexeme | None:
    if word in lexicon.forms("uncounted") or any(words == (word,) for words, _, _ in nouns().get(word, ())):
        return None  # a word of its own, or a plural
    for spelling, number in spellings(word):
        if number != "two" or spelling + "ة" == word:
            continue
        for words, lexeme, own in nouns().get(spelling, ()):
            if len(words) == 1 and own == "one" and lexeme.kind in {"thing", "currency", "unit"}:
                return lexeme
    return None
