"""Whether a definite number says which and not how many: الذكرى العشرون is the twentieth, القتلى العشرون are twenty.

From twenty on, and in digits, a rank has the form of a count; the noun before it tells. One thing has a rank, several
have a count (Ryding 2005, 15.4).
"""

from __future__ import annotations

from functools import cache

from analysis.marks import nouns
from analysis.marks.phrases import Phrase
from analysis.text.number_words import ARTICLES
from analysis.text.read import Reading

REACH = 3
"""So many definite words may stand before the number, the noun first: القمة العربية العادية الـ30."""
_LOWEST_IN_WORDS = 20
"""Below it ranks have words of their own (الثالث)."""
_SOUND = ("ات", "ون", "ين")
_NO_NOUNS = frozenset({"number_words", "function_words", "prepositions", "relative_words", "clause_words", "months"})


def ranks(reading: Reading, found: Phrase) -> bool:
    """Whether a number is the rank of the one thing named right before it; what stands behind it is a noun of its own.

    "القمة الثلاثون", "الأسرة الـ18 قصة حب"; "الجنود الـ18" are counted.
    """
    numeral = found.numeral
    if numeral is None or numeral.kind != "cardinal" or not numeral.definite:
        return False
    if found.noun is not None and not (found.how == "behind" and numeral.written and not numeral.scaled):
        return False
    if numeral.value is None or not numeral.value.is_integer() or numeral.before not in {(), ("det",)}:
        return False
    if not numeral.written and numeral.value < _LOWEST_IN_WORDS:
        return False
    return _one_thing(reading, numeral.first - 1 if numeral.written else numeral.first)


def _one_thing(reading: Reading, i: int) -> bool:
    """Whether a definite noun in the singular, with its adjectives, ends right before token ``i``."""
    first = i
    while first > max(0, i - REACH) and _definite(reading, first - 1):
        first -= 1
    if first == i or any(_several(reading, k) for k in range(first, i)):
        return False
    return first == 0 or not _several(reading, first - 1)  # "دول الاتحاد الـ27" are many


def _definite(reading: Reading, k: int) -> bool:
    word = reading.words[k]
    if word.kind != "arabic" or "\n" in reading.source[reading.ends[k] : reading.starts[k + 1]]:
        return False
    return _stem(word.folded) is not None and word.keys.isdisjoint(_NO_NOUNS)


def _several(reading: Reading, k: int) -> bool:
    """Whether the word at token ``k`` is a plural: of a listed noun, or by its ending."""
    word = _stem(reading.words[k].folded) or reading.words[k].folded
    own = {number for words, _, number in nouns.nouns().get(word, ()) if len(words) == 1}
    return "one" not in own and ("many" in own or nouns.plural(word) is not None or word.endswith(_SOUND))


@cache
def _stem(word: str) -> str | None:
    """Return a folded word without its article and what is written before that; None where it has no article."""
    for opening in ARTICLES:
        if word.startswith(opening) and len(word) > len(opening) + 1:
            return word.removeprefix(opening)
    return None
