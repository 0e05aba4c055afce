"""What a percentage in a ranking is of: the first of a row says what is measured, and those behind it go on with it.

"ومن حيث [القيمة] المتداولة تصدرت شركة سابك القائمة بنسبة 12 في المئة ثم معادن بنسبة 9 في المئة والراجحي 3 في المئة".
Who is ranked (مصرف الراجحي، دار الأركان، معادن) is never what the percentage is of.
"""

from __future__ import annotations

from analysis.marks import changes, counted, nouns, sharing
from analysis.marks.nouns import Noun
from analysis.marks.phrases import Phrase
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.read import Item, Reading

RANKED = "ranked"
"""How the noun of such a percentage is found (`Phrase.how`)."""
ROW = 12
"""So many tokens may stand between two percentages of a row (تلاه قطاع التجزئة الذي تراجع بنسبة)."""
REACH = 32
"""So many tokens before a percentage its ranking may open."""
_STOPS = frozenset(".؛!?؟:\n")
_COMMAS = frozenset("،,()[]%٪")
_PAUSES = frozenset("،,")
_NUMBERS = frozenset({"number_words", "percent_words"})
_CUTS = frozenset({"prepositions", "function_words", "clause_words", "list_words"})


def whole(reading: Reading, found: Phrase, last: Phrase | None) -> Noun | None:
    """Return what the percentage of ``found`` is of where it stands in a ranking, else None.

    ``last`` is the claim before it in the same sentence.
    """
    if (noun := _going_on(reading, found, last)) is not None:
        return noun
    return _opening(reading, found, last.last if last is not None else 0)


def _going_on(reading: Reading, found: Phrase, last: Phrase | None) -> Noun | None:
    """Return the noun of the percentage before, where a name alone stands between: 13% [تلاه دار الأركان] بنسبة 7%.

    "Then" and "followed by" make a row by themselves; و goes on with one.
    """
    if last is None or last.noun is None or last.numeral is None or last.numeral.kind != "percent":
        return None
    first = last.last
    while first < found.first and reading.words[first].surface in _COMMAS:
        first += 1
    if not first < found.first <= first + ROW or counted.breaks(reading, first):
        return None
    then = reading.at(first, "row_links")
    joined = last.how == RANKED and reading.words[first].folded.startswith(AND)
    if not then and not joined:
        return None
    return last.noun if _names_alone(reading, then[0].last if then else first, found.first) else None


def _names_alone(reading: Reading, first: int, end: int) -> bool:
    """Whether no more than a name stands in the tokens, in whose relative clause something may change."""
    for k in range(first, end):
        word = reading.words[k]
        if word.kind == "mark" and word.surface not in _COMMAS and word.surface not in counted.MARKS_BEHIND:
            return word.surface in counted.MARKS_BEFORE
        if word.kind == "digits" or not word.keys.isdisjoint(_NUMBERS) or reading.at(k, "measured_by"):
            return False
        if changes.at(reading, k) and not reading.at(k - 1, "relative_words"):
            return False
        if any(sharing.names_its_whole(item) for item in reading.at(k, "rate_words")):
            return False
    return True


def _opening(reading: Reading, found: Phrase, limit: int) -> Noun | None:
    """Return what the first of a ranking is measured by, looked for back to token ``limit``."""
    ranked: Item | None = None
    led, comma = -1, False
    for k in range(found.first - 1, max(limit, found.first - REACH) - 1, -1):
        if reading.words[k].surface in _STOPS or counted.breaks(reading, k + 1):
            break
        comma = comma or reading.words[k].surface in _PAUSES
        if not comma and (superlative := _most(reading, k)) is not None:
            return superlative
        if share := reading.at(k, "largest_shares"):
            return counted.thing(reading, share[0].last)
        if changes.at(reading, k) or changes.with_by(reading, k):
            return None
        if measure := reading.at(k, "measured_by"):
            led = measure[0].last if led < 0 else led
        ranked = next(iter(reading.at(k, "ranking_words")), ranked)
    if ranked is None:
        return None
    return _measure(reading, led) if led >= 0 else _ranked(reading, ranked, found.first)


def _measure(reading: Reading, i: int) -> Noun | None:
    """Return what is measured at token ``i``, words of counting passed over: من حيث عدد [الأسهم]."""
    while i < len(reading.words) and reading.at(i, "count_words"):
        i += 1
    return counted.thing(reading, i)


def _ranked(reading: Reading, word: Item, end: int) -> Noun | None:
    """Return the subject of a verb of ranking (تصدر [قطاع] التأمين), or what a list is of.

    A body is ranked by something else: of تصدر مصرف الراجحي قائمة [الشركات] it is the list that tells.
    """
    i = word.last
    subject = nouns.listed(reading, i, definite=True) or nouns.listed(reading, i)
    plain = subject is not None and subject.lexeme.kind == "thing" and not reading.at(i, "body_heads")
    if word.entry.row["place"] == "verb" and plain:
        return subject if subject is not None and subject.first < end else None
    return _listed_in(reading, i, end)


def _listed_in(reading: Reading, first: int, end: int) -> Noun | None:
    """Return what a list named in the tokens is of: قائمة [الأسهم] الأكثر ارتفاعا; none of people or places."""
    for k in range(first, end - 1):
        if any(not item.analysis.definite for item in reading.at(k, "list_words")):
            noun = nouns.listed(reading, k + 1, definite=True)
            return noun if noun is not None and noun.lexeme.category == "other" else None
    return None


def _most(reading: Reading, k: int) -> Noun | None:
    """Return what has changed most, with the change in the accusative at token ``k``: القطاع الأكثر [تراجعا]."""
    changed = k > 1 and reading.words[k].folded.endswith(ACCUSATIVE) and changes.NOUNS in reading.words[k].keys
    if not changed or not reading.at(k - 1, "degree_words"):
        return None
    for n in range(k - 2, max(-1, k - 2 - SUBJECT), -1):
        if reading.words[n].kind != "arabic":
            return None
        noun = nouns.listed(reading, n, definite=True) or nouns.listed(reading, n)
        if noun is not None and noun.lexeme.kind == "thing":
            return _head(reading, noun)
    return None


def _head(reading: Reading, noun: Noun) -> Noun:
    """Return the listed noun that heads the construct which ``noun`` may end: [قطاع] الفنادق والسياحة."""
    for n in range(noun.first - 1, max(-1, noun.first - 1 - SUBJECT), -1):
        word = reading.words[n]
        if word.kind != "arabic" or not word.keys.isdisjoint(_CUTS):
            break
        joined = reading.words[n + 1].folded.startswith(AND + nouns.ARTICLE)
        before = nouns.listed(reading, n)
        if n > 0 and "prepositions" in reading.words[n - 1].keys:
            break  # "على رأس الشركات"
        if before is None and not joined:
            break
        noun = before if before is not None and before.lexeme.kind == "thing" else noun
    return noun


SUBJECT = 4
"""So many words may a subject have before الأكثر تراجعا."""
