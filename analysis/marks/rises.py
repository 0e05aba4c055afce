"""What a percentage of a change is of, where the change names nothing itself.

In a relative clause it is the noun that the pronoun goes back to: الزيادة على الواردات، التي قد ترتفع بنسبة 25 بالمئة.
Where a change is only told of, and not what changes, it is the change: المؤشر يشير إلى نمو نسبته 0.4 بالمئة.
"""

from __future__ import annotations

from analysis.marks import changes, counted, nouns, unlisted
from analysis.marks.nouns import ARTICLE, Noun
from analysis.marks.speech import cues
from analysis.text.fold import fold_text
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.read import Reading

PHRASE = 8
"""So many words may a noun phrase have before its relative clause."""
TELLING = 6
"""So many words may stand between who tells of a change and the change (تشير التقديرات إلى ارتفاع)."""
BESIDE = 3
"""So many words may stand between a change and its percentage (نمو اقتصادي بنسبة)."""
_TOLD = frozenset(map(fold_text, ("إلى", "عن")))
_RATES = frozenset({"rate_words", "bounds"})
_ENDS = frozenset({"clause_words", "relative_words", "number_words", "event_verbs", "past_verbs"}) | changes.KEYS
_PARTICLES = frozenset({"function_words", "modality"})
_COMMAS = frozenset("،,")


def antecedent(reading: Reading, k: int) -> Noun | None:
    """Return the noun whose relative clause the verb at token ``k`` stands in, or None where it stands in none.

    Behind a comma the clause is of the whole phrase (الزيادة على الواردات، التي), else of its last noun (على
    الوقود الذي ارتفع).
    """
    j = k - 1
    while j > 0 and "relative_words" not in reading.words[j].keys and not reading.words[j].keys.isdisjoint(_PARTICLES):
        j -= 1
    if j <= 0 or not reading.at(j, "relative_words"):
        return None
    comma = reading.words[j - 1].surface in _COMMAS
    if reading.words[j].folded.startswith(AND) and not comma:
        return None  # "قبل أسبوعين والذي بلغ" goes further back
    last = j - 1 - comma
    feminine = reading.words[j].folded.endswith(_SHE)
    first = last
    while first > 0 and last - first < PHRASE and not _ends(reading, first - 1, whole=comma):
        first -= 1
    for n in range(first, last + 1):
        noun = _head(reading, n)
        if noun is None or noun.lexeme.kind not in {"thing", "currency"}:
            continue
        if feminine == (noun.number == "many" or _is_feminine(reading, n)):
            return noun
    return None


_SHE = "تي"
"""What the relative of a feminine, and of several things, ends with: التي."""


def _ends(reading: Reading, i: int, *, whole: bool) -> bool:
    """Whether the noun phrase begins behind token ``i``; one that is not ``whole`` begins behind a preposition."""
    word = reading.words[i]
    if word.kind != "arabic" or counted.breaks(reading, i + 1):
        return True
    if "prepositions" in word.keys and reading.at(i, "prepositions"):
        return not whole
    if word.folded.startswith(ARTICLE) or word.keys.isdisjoint(_ENDS):
        return False
    return bool(reading.at(i, *_ENDS)) and nouns.listed(reading, i) is None


def _head(reading: Reading, n: int) -> Noun | None:
    """Return the noun at token ``n`` that may head a phrase: definite, or the first of a construct; no verbal noun."""
    word = reading.words[n]
    if not word.keys.isdisjoint({"prepositions", "function_words"}):
        return None
    if word.folded.startswith(ARTICLE):
        form = unlisted.bare(word.surface).removeprefix(ARTICLE)
        change = bool(form) and changes.NOUNS in word.keys
        return unlisted.made(reading, n, form, "other", "one") if change else counted.thing(reading, n)
    noun = nouns.listed(reading, n)
    verbal = noun is None or (noun.number == "one" and cues.is_verbal_noun(word.folded))
    return None if verbal else noun


def _is_feminine(reading: Reading, n: int) -> bool:
    return reading.words[n].folded.endswith("ة")


def beside(reading: Reading, k: int, end: int) -> bool:
    """Whether a rate and adjectives alone stand between the change at token ``k`` and its share: نمو سنوي نسبته."""
    between = reading.words[k + 1 : end]
    return len(between) <= BESIDE and all(
        not word.keys.isdisjoint(_RATES) or nouns.is_nisba(word.folded) for word in between
    )


def told_of(reading: Reading, k: int) -> Noun | None:
    """Return the change at token ``k`` where the verb before only tells of it: يشير إلى [نمو]، توقع الصندوق [نموا]."""
    if k == 0 or not (reading.words[k - 1].folded in _TOLD or reading.words[k].folded.endswith(ACCUSATIVE)):
        return None
    for j in range(k - 1, max(-1, k - 1 - TELLING), -1):
        word = reading.words[j]
        if word.kind != "arabic" or changes.at(reading, j) or reading.at(j, "clause_words", "relative_words"):
            return None
        if reading.at(j, "speech_verbs"):
            return itself(reading, k)
        if reading.at(j, "event_verbs", "past_verbs") and nouns.listed(reading, j) is None:
            return None
    return None


def itself(reading: Reading, k: int) -> Noun:
    """Return the change at token ``k`` as a noun, ب and the alef of the accusative taken off."""
    form = unlisted.bare(reading.words[k].surface).removeprefix(AND).removeprefix(changes.BY)
    form = form[:-1] if form.endswith(ACCUSATIVE) else form
    return unlisted.made(reading, k, form, "other", "one")
