"""The telling words of a stretch of text, cut to what their forms share, and how much each of them says.

Two articles that both say رئيس and أضاف have nothing in common; two that both say بوفاريك tell of one place. How common
a stem is in news is known beforehand (`frequent_stems.tsv`), so that two articles are as alike in a corpus of five as
in one of five thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import fsum, log

from analysis import lexicon
from analysis.text.read import Reading
from analysis.text.stems import stem

RARE = 0.5
"""The share of articles, in percent, that a stem is taken to stand in where the list has none."""
LEAD = 300
"""Words of an article that say what it is about."""
_EMPTY = frozenset({"function_words", "prepositions", "clause_words", "bounds", "number_words", "weekdays"})


def lead(reading: Reading) -> frozenset[str]:
    """Return the stems of the telling words that an article begins with, which say what it is about."""
    return frozenset(telling(reading, 0, LEAD))


def telling(reading: Reading, first: int, last: int) -> Iterator[str]:
    """Yield the stems of the telling words of the tokens ``first`` to ``last``: no function words, no digits."""
    for word in reading.words[first : min(last, len(reading.words))]:
        if word.kind == "arabic" and len(word.folded) > 3 and word.keys.isdisjoint(_EMPTY):
            yield stem(word.folded, endings=1)


def places(reading: Reading, first: int, last: int) -> Iterator[str]:
    """Yield the ids of the places that the tokens ``first`` to ``last`` name."""
    for i in range(max(0, first), min(last, len(reading.words))):
        for item in reading.at(i, "places")[:1]:
            yield item.entry.row["id"]


def weight(stems: Iterable[str]) -> float:
    """Return how much these stems say together: each the logarithm of how seldom news has it."""
    known = _weights()
    return fsum(known.get(one, _UNKNOWN) for one in stems)  # the same in whatever order a set gives them


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the weight of what two sets of stems have in common as a share of the lighter one's, 0 to 1."""
    common = a & b
    return weight(common) / min(weight(a), weight(b)) if common else 0.0


_UNKNOWN = log(100 / RARE)


@cache
def _weights() -> dict[str, float]:
    return {row["form"]: log(100 / float(row["share"])) for row in lexicon.rows("frequent_stems")}
