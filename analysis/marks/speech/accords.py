"""What phrases attribute that name a source: بحسب مصادر, وفقا لما ذكره مسؤولون لوكالة رويترز."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.marks.naming import words
from analysis.marks.speech import cues, papers, phrases, scopes, subjects
from analysis.marks.speech.hearing import Attribution, Hearing, Turn, in_order, relays
from analysis.marks.speech.phrases import Source
from analysis.text.read import Item

_COMMAS = frozenset({"،", ",", "؛"})
WHAT = "ما"


class AccordHearing(Hearing):
    """Hears phrases that give a source to the clause before or behind them."""

    def _phrases(self, first: int, stop: int) -> list[tuple[int, int, Item]]:
        """Return the phrases of a source in the sentence: first token, the one after it, the entry."""
        found: list[tuple[int, int, Item]] = []
        i = first
        while i < stop:
            here = "source_phrases" in self.reading.words[i].keys and i not in self.inside
            items = self.reading.at(i, "source_phrases") if here else []
            if not items:
                i += 1
                continue
            last = items[0].last
            if last < stop and self.reading.words[last].folded in words.particles("what"):
                last += 1
            if last < stop and "speech_verbs" in self.reading.words[last].keys:
                last += 1
            elif self._does(last, stop):
                i = last
                continue
            while last < stop and self.reading.words[last].folded in words.particles("behind_source_phrase"):
                last += 1
            found.append((i, last, items[0]))
            i = last
        return found

    def _does(self, i: int, stop: int) -> bool:
        """Whether a verb behind ما at token ``i`` says what was done, and not what was said: حسبما أصدرت اللجنة."""
        return i < stop and self.reading.words[i - 1].folded.endswith(WHAT) and self._verb_like(i)

    def _accord(
        self, at: int, last: int, item: Item, first: int, stop: int, turns: Sequence[int], said: list[Attribution]
    ) -> None:
        if last >= stop:
            return
        cut = 1 if item.entry.row["before"] == "ل" and self._cuts_l(last) else 0
        if self._own_words(last) or self.reading.words[last].folded in words.particles("from_him"):
            return  # على حد قوله, بحسب ما أعلن عنه
        source = subjects.in_marks(self.reading, self.mentions, last, stop)
        source = source or phrases.read(self.reading, self.mentions, last, stop, cut=cut)
        told = any("speech_verbs" in self.reading.words[j].keys for j in range(at + 1, last))  # بحسب ما ذكرت
        if source is None or not (told or self._can_speak(source)):
            return
        source = papers.issued_by(self.reading, self.mentions, source, stop)
        source, relay = self._relayed_phrase(self._resolved(source), last, stop)
        chain = in_order(relay.source_id, source.source_id) if relay else (source.source_id,)
        self.speakers.append(source)
        self.here.append(Turn(source, nested=False))
        if self._opens_clause(at, first) or self._interrupts(source, at, first, stop):
            self._said_behind(source, item, chain, stop, turns)
        else:
            self._said_ahead(source, item, chain, at, first, said)

    def _own_words(self, last: int) -> bool:
        """Whether the phrase only says again whose words they are: حسب تعبيره, على حد قوله."""
        return any(item.analysis.after for item in self.reading.at(last, "speech_nouns")) or (
            last > 0 and any(item.analysis.after for item in self.reading.at(last - 1, "speech_nouns"))
        )

    def _cuts_l(self, i: int) -> bool:
        word = self.reading.words[i].folded
        return word.startswith("ل") and not word.startswith("لل")

    def _relayed_phrase(self, source: Source, last: int, stop: int) -> tuple[Source, Source | None]:
        """Read what follows: بحسب ما نقلت الوكالة عن مسؤول, وفقا لما ذكره مسؤول لوكالة رويترز."""
        for j in range(source.last, min(stop, source.last + 10)):
            word = self.reading.words[j]
            if word.folded in words.particles("from") and "speech_verbs" in self.reading.words[last - 1].keys:
                ultimate = phrases.read(self.reading, self.mentions, j + 1, stop)
                return (ultimate, source) if ultimate else (source, None)
            name = self.mentions.over(self.reading.ends[j] - 1)
            if name is not None and name["entity_id"] in relays() and name["entity_id"] != source.source_id:
                return source, replace(source, source_id=name["entity_id"])
            if word.surface in _COMMAS:
                break
        return source, None

    def _opens_clause(self, at: int, first: int) -> bool:
        return at == first or (at == first + 1 and self.reading.words[first].kind == "mark")

    def _interrupts(self, source: Source, at: int, first: int, stop: int) -> bool:
        """Whether the phrase stands between commas near the beginning: وتمكنت المقاومة، حسب المصادر، من قطع الطريق."""
        commas = self.reading.words[at - 1].surface in _COMMAS and source.last < stop - 1
        return commas and at - first <= 5 and self.reading.words[source.last].surface in _COMMAS

    def _said_behind(self, source: Source, item: Item, chain: tuple[str, ...], stop: int, turns: Sequence[int]) -> None:
        start = source.last
        while start < stop and self.reading.words[start].surface not in _COMMAS:
            if cues.complementiser(self.reading, start) or start in self.inside or self._verb_like(start):
                break
            start += 1
        while start < stop and self.reading.words[start].surface in _COMMAS:
            start += 1
        if start >= stop:
            return
        comp = cues.complementiser(self.reading, start)
        begin = start
        if comp and comp.analysis.before in ((), ("conj",)):
            begin = start if comp.analysis.after else start + 1
        later = [turn for turn in turns if turn > begin]
        last = scopes.last_token(self.reading, begin, stop, later, self.inside, noun=False)
        scope_start = comp.start if comp and comp.analysis.after else self._first_char(begin)
        self._add(source, item.start, item.end, scope_start, self._end(begin, last), chain, "clause")

    def _verb_like(self, i: int) -> bool:
        return "event_verbs" in self.reading.words[i].keys and not self.reading.words[i].folded.startswith("ال")

    def _said_ahead(
        self, source: Source, item: Item, chain: tuple[str, ...], at: int, first: int, said: list[Attribution]
    ) -> None:
        start, end = scopes.trimmed(self.reading, self._clause(first, at), self._before_phrase(at))
        if end <= start:
            return
        last_mark = self.mark_by_end.get(end - 1)
        if not any(one.scope_start < end and one.scope_end >= end - 1 for one in said):
            self._add(source, item.start, item.end, start, end, chain, "clause")
        elif last_mark is not None and self._says_it_closer(source, said):
            self._add(source, item.start, item.end, last_mark.start, last_mark.end, chain, "marks")
        else:
            self._relay_found(source, start, end)

    def _says_it_closer(self, source: Source, said: Sequence[Attribution]) -> bool:
        """Whether a phrase behind a quotation names its speaker rather than who passed it on."""
        if source.source_id in relays() or source.start < 0:
            return False
        person_before = any(one.source_id in self.persons for one in said)
        return source.type == "PER" or not person_before

    def _before_phrase(self, at: int) -> int:
        """Return the end of the clause before a phrase, وذلك left out: ..، وذلك بحسب مصادر."""
        while at and self.reading.words[at - 1].folded in words.particles("that"):
            at -= 1
        return self.reading.starts[at]
