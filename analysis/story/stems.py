"""The telling words of a stretch of text, cut to what their forms share, and how much each of them says.

Two articles that both say رئيس and أضاف have nothing in common; two that both say بوفاريك tell of one place. How common
a stem is in news is known beforehand (`frequent_stems.tsv`), so that two articles are as alike in a corpus of five as
in one of five thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from math import log

from analysis import lexicon
from analysis.text.read import Reading

RARE = 0.5
"""The share of articles, in percent, that a stem is taken to stand in where the list has none."""
_EMPTY = frozenset({"function_words", "prepositions", "clause_words", "bounds", "number_words", "weekdays"})
_BEFORE = re.compile("^(?:[وف]?(?:بال|كال|لل|ال)|[وف](?=.{4}))")
_AFTER = re.compile("(?:ات|ين|ون|ان|ية|ها|هم|ة|ه|ا|ي)$")


def telling(reading: Reading, first: int, last: int) -> Iterator[str]:
    """Yield the stems of the telling words of the tokens ``first`` to ``last``: no function words, no digits."""
    for word in reading.words[first : min(last, len(reading.words))]:
        if word.kind == "arabic" and len(word.folded) > 3 and word.keys.isdisjoint(_EMPTY):
            yield _stem(word.folded)


def places(reading: Reading, first: int, last: int) -> Iterator[str]:
    """Yield the ids of the places that the tokens ``first`` to ``last`` name."""
    for i in range(max(0, first), min(last, len(reading.words))):
        for item in reading.at(i, "places")[:1]:
            yield item.entry.row["id"]


def weight(stems: Iterable[str]) -> float:
    """Return how much these stems say together: each the logarithm of how seldom news has it."""
    known = _weights()
    return sum(known.get(stem, _UNKNOWN) for stem in stems)


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the weight of what two sets of stems have in common as a share of the lighter one's, 0 to 1."""
    common = a & b
    return weight(common) / min(weight(a), weight(b)) if common else 0.0


_UNKNOWN = log(100 / RARE)


@cache
def _weights() -> dict[str, float]:
    return {row["form"]: log(100 / float(row["share"])) for row in lexicon.rows("frequent_stems")}


@cache
def _stem(word: str) -> str:
    cut = _BEFORE.sub("", word)
    return _AFTER.sub("", cut) if len(cut) > 4 else cut
