"""What says that something lies ahead: verbs of the future by their form (سيجتمع), words of plan (المقرر)."""

from __future__ import annotations

from functools import cache

from analysis import lexicon
from analysis.text.read import Reading

_AND = "وف"
_FUTURES = (
    "سي",
    "ست",
    "سن",
)
SHORTEST_FUTURE = 5
"""Letters of a verb in س that no list knows; a shorter word is most likely another."""


@cache
def is_future_form(folded: str) -> bool:
    """Whether a word not in any list has the form of a verb in س (سيجتمع, ستعود)."""
    word = folded[1:] if folded[:1] in _AND else folded
    if len(word) < SHORTEST_FUTURE or not word.startswith(_FUTURES):
        return False
    return not any(word.startswith(stem) for stem in lexicon.forms("no_futures"))


def is_plan(reading: Reading, i: int) -> bool:
    """Whether a word of plan stands at token ``i``, which looks ahead from the past too (كانت مقررة الجمعة)."""
    return any(item.entry.row["strength"] == "strong" for item in reading.at(i, "looking_ahead"))
