"""One person behind or beside others: خمسة رجال وامرأة واحدة، أصيب شرطي واحد, not مستشفى عسكري واحد."""

from __future__ import annotations

from dataclasses import replace

from analysis.marks import counted, duals, nouns
from analysis.marks.nouns import Noun
from analysis.text.number_words import AND
from analysis.text.read import Reading


def joined(reading: Reading, i: int) -> Noun | None:
    """Return the noun of a person that و is written with: خمسة رجال و[امرأة] واحدة."""
    noun = counted.behind(reading, i, AND) if i >= 0 else None
    if noun is None or noun.lexeme.category not in nouns.PEOPLE or not _behind_a_figure(reading, i):
        return None  # "وشخص واحد يقرر"
    return replace(noun, start=noun.start + len(AND))


def _behind_a_figure(reading: Reading, i: int) -> bool:
    """Whether another figure stands shortly before token ``i``: [خمسة رجال] وامرأة واحدة."""
    before = reading.words[max(0, i - JOINED) : i]
    return any(not w.keys.isdisjoint({"number_words", "digits"}) or duals.may_be(w.folded) for w in before)


JOINED = 6
"""So many words may stand between a figure and the one person joined with it."""


def named_first(reading: Reading, i: int) -> bool:
    """Whether a noun in ـي is one, and no adjective of the word before: أصيب [شرطي] واحد, not مستشفى عسكري واحد."""
    if i == 0 or counted.breaks(reading, i) or reading.words[i].folded.startswith(AND):
        return True
    before = reading.words[i - 1]
    return before.kind == "mark" or not before.keys.isdisjoint({"counted_events", "event_verbs", "prepositions"})
