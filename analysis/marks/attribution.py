"""Who is said to say what: the source, the cue and the stretch of text that the cue governs.

A working table of its own: quotes take their speakers from it, claims their claimants. A sentence is read from its
words of saying (`speech.verbs`): each has a subject, a complement and an end. Phrases such as بحسب and وفقا لـ give
a source to the clause before or behind them (`speech.accords`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.marks.speech import cues, headlines
from analysis.marks.speech.accords import AccordHearing
from analysis.marks.speech.cues import Cue
from analysis.marks.speech.hearing import Attribution
from analysis.marks.speech.phrases import Mentions
from analysis.marks.speech.verbs import VerbHearing
from analysis.text.read import Reading

__all__ = ["Attribution", "find", "innermost"]

_DASHES = frozenset("-–—")
_DATELINE = 12
_WINDOW = 200
"""Longer sentences are read in pieces of so many tokens: no prose has them, and no input may hang."""


def find(reading: Reading, mentions: Iterable[Mapping[str, Any]]) -> list[Attribution]:
    """Return who is said to say what in ``reading``, by the start of the scope; an inner one after the outer.

    ``mentions`` are the rows of `marks.names` for the same article.
    """
    listener = _Listener(reading, Mentions(mentions))
    for sentence in reading.sentences:
        span = reading.tokens_in(sentence.start, sentence.end)
        if len(span):
            listener.hear(span.start, span.stop)
    return sorted(listener.found, key=lambda one: (one.scope_start, -one.scope_end))


def innermost(attributions: Iterable[Attribution], start: int, end: int) -> Attribution | None:
    """Return the attribution with the shortest scope that holds ``start:end``; None where the outlet itself speaks."""
    over = [one for one in attributions if one.covers(start, end)]
    return min(over, key=lambda one: one.scope_end - one.scope_start, default=None)


class _Listener(VerbHearing, AccordHearing):
    """Hears an article sentence by sentence."""

    def hear(self, first: int, stop: int) -> None:
        """Read one sentence, tokens ``first`` to ``stop``."""
        for begin in range(first, stop, _WINDOW):
            self._hear(begin, min(stop, begin + _WINDOW))

    def _hear(self, first: int, stop: int) -> None:
        first = self._behind_dateline(first, stop)
        self._headline(first, stop)
        heard = cues.find(self.reading, first, stop, self.inside)
        phrases_at = self._phrases(first, stop)
        heard = [cue for cue in heard if not any(a <= cue.at < b for a, b, _ in phrases_at)]
        heard = [self._with_noun(cue, heard, stop) for cue in heard]
        turns = self._turns(heard, phrases_at, first)
        before = len(self.found)
        self.here.clear()
        for thing in sorted([*heard, *phrases_at], key=lambda one: one.at if isinstance(one, Cue) else one[0]):
            if isinstance(thing, Cue):
                self._say(thing, first, stop, turns)
            else:
                self._accord(*thing, first, stop, turns, self.found[before:])

    def _headline(self, first: int, stop: int) -> None:
        """Give what stands behind the colon of a headline to who stands before it."""
        if first >= stop or not self._is_headline(first):
            return
        if own := headlines.speaker(self.reading, self.mentions, first, stop):
            source, colon = own
            cue, end = (self.reading.starts[colon], self.reading.ends[colon]), self.reading.ends[stop - 1]
            self._add(source, *cue, cue[1], end, (source.source_id,), "colon")

    def _is_headline(self, first: int) -> bool:
        sentence = self.reading.sentence_of(self.reading.starts[first])
        return sentence.place == "title" or sentence == self.reading.sentences[0]

    def _behind_dateline(self, first: int, stop: int) -> int:
        """Return the token behind a dateline: دبي، الإمارات (CNN) –."""
        for j in range(first + 1, min(stop - 1, first + _DATELINE)):
            if self.reading.words[j].surface in _DASHES:
                before = self.reading.words[j - 1].surface
                named = self.mentions.over(self.reading.starts[first])
                if before == ")" or (named is not None and named["type"] == "GPE" and before in {")", "-"}):
                    while j < stop and self.reading.words[j].surface in _DASHES:
                        j += 1
                    return j
        return first
