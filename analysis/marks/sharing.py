"""What a percentage is taken in: يساهم في الناتج بنسبة 20 في المئة، يملك 49 في المئة في البنك.

Who takes part in cutting or raising something takes part in what is behind that: يسهم في التقليص من نسبة الوفيات.
"""

from __future__ import annotations

from analysis.marks import changes, counted, nouns
from analysis.marks.nouns import Noun
from analysis.marks.phrases import Phrase
from analysis.marks.speech import cues
from analysis.text.read import Item, Reading

IN = "في"
NO_SUBJECT = frozenset({"places", "months", "weekdays", "relative_days"})
"""Lists of places and times, which no percentage is of."""
CLAUSE = frozenset({"clause_words", "relative_words", "event_verbs", "number_words"}) | changes.KEYS
"""Lists of words that end a noun phrase."""


def whole(reading: Reading, found: Phrase) -> Noun | None:
    """Return what a share is taken in: يساهم في [الناتج] بنسبة 20 في المئة، يملك 49 في المئة في [البنك]."""
    behind = found.last if found.last < len(reading.words) and reading.words[found.last].folded == IN else -1
    for k in range(found.first - 1, max(-1, found.first - 1 - PART_BACK), -1):
        if reading.words[k].kind != "arabic" or "relative_words" in reading.words[k].keys:
            return None
        if reading.at(k, "sharing_words"):
            before = (n for n in range(k + 1, found.first) if reading.words[n].folded == IN)
            at = next(before, behind)
            return no_place(reading, _behind_reducing(reading, at + 1)) if at >= 0 else None
    return None


PART_BACK = 10
"""So many words before a percentage a word of taking part may stand."""


def _behind_reducing(reading: Reading, i: int) -> int:
    """Return the token of what the definite verbal noun at token ``i`` cuts or raises with من, else ``i``.

    يسهم في التقليص من نسبة [الوفيات] بنسبة 40 في المئة.
    """
    if i + 2 >= len(reading.words) or reading.words[i + 1].folded != counted.FROM:
        return i
    if not (reading.words[i].folded.startswith(nouns.ARTICLE) and cues.is_verbal_noun(reading.words[i].folded)):
        return i
    rate = any(names_its_whole(item) for item in reading.at(i + 2, "rate_words"))
    return i + 3 if rate and i + 3 < len(reading.words) else i + 2


def no_place(reading: Reading, i: int) -> Noun | None:
    """Return the noun at token ``i`` unless it is a place or a time."""
    if i >= len(reading.words):
        return None
    place = not reading.words[i].keys.isdisjoint(NO_SUBJECT | CLAUSE) and not changes.spoken_of(reading, i)
    return None if place else counted.thing(reading, i)


def names_its_whole(item: Item) -> bool:
    """Whether a word of share is followed by what it is of: نسبة البطالة, not بنسبة or نسبتها."""
    owned = item.analysis.after or item.entry.words[-1].endswith(nouns.endings("of_things"))
    return not owned and "prep" not in item.analysis.before
