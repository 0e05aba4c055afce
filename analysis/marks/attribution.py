"""Who is said to say what: the source, the cue and the stretch of text that the cue governs.

A working table of its own: quotes take their speakers from it, claims their claimants. A sentence is read from its
words of saying (`speech.verbs`): each has a subject, a complement and an end. Phrases such as بحسب and وفقا لـ give
a source to the clause before or behind them (`speech.accords`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.marks import datelines
from analysis.marks.speech import cues, headlines, scopes
from analysis.marks.speech.accords import AccordHearing
from analysis.marks.speech.cues import Cue
from analysis.marks.speech.going import Going
from analysis.marks.speech.hearing import Attribution
from analysis.marks.speech.phrases import Mentions, Source
from analysis.marks.speech.verbs import VerbHearing
from analysis.text.read import Reading

__all__ = ["Attribution", "find", "innermost"]

_BYLINE = 10
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

    going: Going | None = None

    def hear(self, first: int, stop: int) -> None:
        """Read one sentence, tokens ``first`` to ``stop``."""
        for begin in range(first, stop, _WINDOW):
            self._hear(begin, min(stop, begin + _WINDOW))

    def _hear(self, first: int, stop: int) -> None:
        first = self._behind_byline(self._behind_dateline(first, stop), stop)
        if first >= stop:
            return  # a dateline and no more
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
        self._remembered(first, stop, turns)
        self._carried_on(first, stop, self.found[before:], bool(heard or phrases_at))

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

    def _remembered(self, first: int, stop: int, turns: Sequence[int]) -> None:
        """Give a quotation behind a colon, where no verb of saying leads to it, to the person the sentence is about.

        ويستذكر نور الدين مشاعره بعد الرحيل: «كان شعورا صعبا».
        """
        for colon in range(first + 1, stop - 1):
            start, end = self.reading.starts[colon + 1], self.reading.ends[stop - 1]
            opens = self.reading.words[colon].surface == ":" and colon + 1 in self.inside and colon not in self.inside
            if not opens or self._attributed(start, end):
                continue
            named = self.mentions.inside(self.reading.starts[first], self.reading.starts[colon])
            person = next((row for row in named if row["type"] == "PER"), None)
            if person is not None:
                source = Source(person["entity_id"], person["start"], person["end"], colon, "PER")
                cue = self.reading.starts[colon], self.reading.ends[colon]
                self._add(source, *cue, start, end, (source.source_id,), "colon")
                self.speakers.append(source)
            return

    def _carried_on(self, first: int, stop: int, own: Sequence[Attribution], speaks: bool) -> None:
        """Let who speaks go on in the sentence behind: without marks behind a colon, in a list, from كما on.

        وقال: كنا سبعة. ثم صرنا ثلاثة. — ضبطت الوزارة ما يلي: * 30 خرطوشة. — أوضح أن الطريق فتح. كما ربطت به قريتان.
        """
        paragraph = self.reading.sentence_of(self.reading.starts[first]).paragraph
        start, end = self.reading.starts[first], self.reading.ends[stop - 1]
        going = self.going
        if going and not speaks and not own and going.goes_on(self.reading, first, paragraph):
            self._add(going.source, *going.cue, start, end, (going.source.source_id,), "none")
            return
        self.going = self._going(first, stop, own, paragraph)

    def _going(self, first: int, stop: int, own: Sequence[Attribution], paragraph: int) -> Going | None:
        """Return who may go on speaking in the sentence behind the tokens ``first`` to ``stop``."""
        last = own[-1] if own else None
        if self.reading.words[stop - 1].surface == ":" and self.here:
            turn = self.here[-1].source
            return Going(turn, (self.reading.starts[stop - 1], self.reading.ends[stop - 1]), "list", paragraph)
        if last is None or last.source_start is None or last.source_end is None:
            return None
        if last.scope_end < scopes.trimmed(self.reading, last.scope_start, self.reading.ends[stop - 1])[1]:
            return None
        source = Source(last.source_id, last.source_start, last.source_end, stop)
        cue = last.cue_start or last.source_start, last.cue_end or last.source_end
        if last.form == "colon" and self._unmarked(last):
            return Going(source, cue, "speech", paragraph)
        return Going(source, cue, "besides", paragraph) if last.form == "clause" else None

    def _unmarked(self, said: Attribution) -> bool:
        """Whether what is said behind a colon stands in no marks, not even in one that is never closed."""
        first = self.reading.token_at(said.scope_start)
        return first not in self.inside and self.reading.words[first].kind != "mark"

    def _behind_dateline(self, first: int, stop: int) -> int:
        named = self.mentions.over(self.reading.starts[first])
        return datelines.behind(self.reading, first, stop, place=named is not None and named["type"] == "GPE")

    def _behind_byline(self, first: int, stop: int) -> int:
        """Return the token behind who reports and from where: محمد البقمي - سبق - الرياض:."""
        dashes = 0
        for j in range(first, min(stop - 1, first + _BYLINE)):
            word = self.reading.words[j]
            dashes += word.surface in datelines.DASHES
            if word.surface == ":":
                named = self.mentions.over(self.reading.starts[first])
                return j + 1 if dashes and named is not None and named["type"] == "PER" else first
            if word.kind not in {"arabic", "latin"} and word.surface not in datelines.DASHES:
                return first
        return first
