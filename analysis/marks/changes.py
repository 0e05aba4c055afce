"""Words of change: verbs (ارتفع) and verbal nouns (ارتفاع), with the direction in which a number goes.

A verbal noun changes what its sentence counts where it is indefinite (مع تراجع، ارتفاعا); with the article it is itself
spoken of (الارتفاع), and with ب it says by how much (بزيادة).
"""

from __future__ import annotations

from analysis.text.number_words import AND
from analysis.text.read import Item, Reading

VERBS, NOUNS = "changes", "change_nouns"
KEYS = frozenset({VERBS, NOUNS})
BY = "ب"


def at(reading: Reading, i: int) -> list[Item]:
    """Return the verbs of change and the indefinite nouns of change that begin at token ``i``, longest first."""
    if i < 0 or i >= len(reading.words) or reading.words[i].keys.isdisjoint(KEYS):
        return []
    by = with_by(reading, i)
    found = reading.at(i, VERBS, NOUNS)
    return [item for item in found if item.entry.cls == VERBS or not (by or item.analysis.definite)]


def with_by(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a noun of change with ب: بزيادة، وبتراجع."""
    word = reading.words[i]
    return NOUNS in word.keys and word.folded.removeprefix(AND).startswith(BY)


def spoken_of(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a noun of change with the article, which may itself be what a number is of: الخسارة."""
    return NOUNS in reading.words[i].keys and not at(reading, i) and not with_by(reading, i)
