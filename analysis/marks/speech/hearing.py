"""An article while it is being listened to: what was attributed so far, who spoke, whose statement is told of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.speech import marked, papers, scopes, subjects
from analysis.marks.speech.cues import Cue, Form
from analysis.marks.speech.phrases import Mentions, Source
from analysis.text.fold import fold
from analysis.text.read import Reading

_SPEAKING_LISTS = frozenset({"titles", "outlet_words"})
RECENT = 20
"""Of what was heard so much is kept in mind, so that a long text costs no more a word than a short one."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One stretch of text that someone is said to have said.

    ``source_start:source_end`` is the name or description that identifies the source, ``None`` where no words do;
    ``cue_start:cue_end`` the word of saying, ``scope_start:scope_end`` what it governs. ``chain`` lists who relays
    whom, the outermost first and the source itself last. ``form`` says how what is said is joined to the cue; ``none``
    where nothing is quoted: the words with which an agency describes its source.
    """

    source_id: str
    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    scope_start: int
    scope_end: int
    chain: tuple[str, ...]
    form: Form = "clause"

    def covers(self, start: int, end: int) -> bool:
        """Whether ``start:end`` lies inside the scope."""
        return self.scope_start <= start and end <= self.scope_end


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker in the sentence that is being heard; ``nested`` inside what another is said to say."""

    source: Source
    nested: bool


class Hearing:
    """What was heard so far, and the parts that verbs and phrases share."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self.reading, self.mentions = reading, mentions
        self.marks = marked.pairs(reading)
        self.mark_by_end = {pair.end: pair for pair in self.marks}
        self.inside = marked.tokens_of_speech(reading, mentions, self.marks)
        self.persons = {row["entity_id"] for row in self.mentions.rows if row["type"] == "PER"}
        self.found: list[Attribution] = []
        self.issuer: Source | None = None
        self.speakers: list[Source] = []
        self.here: list[Turn] = []

    def _resolved(self, source: Source) -> Source:
        """Return the source with the id of the person last heard, where it is only called المتحدثة ذاتها or الوزير."""
        if self.issuer is not None and self._is_document(source):
            return replace(source, source_id=self.issuer.source_id)
        known = None if source.type or self._one_of_many(source) else self._spoken_before(source)
        if known is not None and known.type:
            return replace(source, source_id=known.source_id)
        if source.type or not self._only_a_title(source):
            return source
        person = next((one for one in reversed(self.speakers[-RECENT:]) if one.type == "PER"), None)
        return replace(source, source_id=person.source_id) if person else source

    def _can_speak(self, source: Source) -> bool:
        """Whether a phrase names who speaks (حسب مصادر), not what is gone by (حسب القانون)."""
        if source.type in {"PER", "ORG"} or self._spoken_before(source):
            return True
        first = self.reading.token_at(source.start)
        return any(
            not self.reading.words[j].keys.isdisjoint(_SPEAKING_LISTS)
            or any(
                opening.stem.removeprefix("ال") in _sources()
                for opening in words.openings(self.reading.words[j].folded)
            )
            for j in range(first, min(first + 3, source.last))
        )

    def _spoken_before(self, source: Source) -> Source | None:
        """Return who spoke before and is called so, by part of the name: قال ميشائيل مانس … بحسب مانس."""
        own = self._words_of(source)
        return next((one for one in reversed(self.speakers[-RECENT:]) if own and own <= self._words_of(one)), None)

    def _one_of_many(self, source: Source) -> bool:
        """Whether a phrase describes somebody that is not the one told of: مصدر, مسؤول."""
        first = self.reading.words[self.reading.token_at(source.start)]
        return not first.folded.startswith("ال") and ("titles" in first.keys or first.folded in _sources())

    def _words_of(self, source: Source) -> set[str]:
        return {self.reading.words[i].folded for i in self.reading.tokens_in(source.start, source.end)}

    def _is_document(self, source: Source) -> bool:
        """Whether the source is a statement spoken of before: بحسب البيان."""
        folded = self.reading.words[self.reading.token_at(source.start)].folded
        return folded.startswith("ال") and folded[2:] in papers.documents()

    def _issues(self, source: Source, cue: Cue, stop: int) -> None:
        """Remember who issued a statement: قالت الوزارة في بيان."""
        limit = min(cue.opens if cue.opens > cue.at else stop, cue.at + 24)
        if any(self.reading.words[j].folded in papers.documents() for j in range(cue.at + 1, limit)):
            self.issuer = source

    def _only_a_title(self, source: Source) -> bool:
        at = [self.reading.words[i] for i in self.reading.tokens_in(source.start, source.end)]
        return bool(at) and len(at) <= 2 and "titles" in at[0].keys and at[0].folded.startswith("ال")

    def _relay_found(self, source: Source, start: int, end: int) -> None:
        """Put a second source of what a verb of saying covers where it belongs in the chain: agencies relay."""
        for number in range(max(0, len(self.found) - RECENT), len(self.found)):
            one = self.found[number]
            if one.scope_start < end and start < one.scope_end and one.scope_end >= end - 1:
                if self._passes_on(one) or source.source_id == one.source_id:
                    chain = in_order(*one.chain, source.source_id)
                    new = replace(one, source_id=source.source_id, source_start=source.start, chain=chain)
                    self.found[number] = replace(new, source_end=source.end)
                else:
                    self.found[number] = replace(one, chain=in_order(source.source_id, *one.chain))

    def _passes_on(self, one: Attribution) -> bool:
        """Whether an agency or an outlet speaks, by its name or by what it is called: تلفزيون النهار."""
        if one.source_id in relays() or one.source_start is None:
            return one.source_id in relays()
        word = self.reading.words[self.reading.token_at(one.source_start)].folded
        return any(opening.stem.removeprefix("ال") in _outlets() for opening in words.openings(word))

    def _attributed(self, start: int, end: int) -> bool:
        return any(one.scope_start < end and start < one.scope_end for one in self.found[-RECENT:])

    def _clause(self, first: int, at: int) -> int:
        """Return the first character of the clause before token ``at``: behind لكن, else where the sentence begins."""
        for j in range(at - 1, first, -1):
            if j not in self.inside and any(i.entry.row["ends"] == "always" for i in self.reading.at(j, "scope_ends")):
                return self.reading.ends[j]
        return self.reading.starts[first]

    def _end(self, at: int, last: int) -> int:
        return self.reading.ends[max(at, last - 1)] if at < len(self.reading.ends) else len(self.reading.source)

    def _first_char(self, i: int) -> int:
        return self.reading.starts[i] if i < len(self.reading.starts) else len(self.reading.source)

    def _remember(self, source: Source, cue: Cue, first: int) -> None:
        """Keep who spoke; whoever is only heard inside another's words goes with the sentence."""
        agrees = source.agrees if source.agrees == "mp" or cue.shape == "participle" else cue.agrees
        own = replace(source, agrees=agrees)
        nested = any(
            one.scope_start <= cue.start < one.scope_end
            for one in self.found[-RECENT:]
            if one.scope_start >= self.reading.starts[first]
        )
        self.here.append(Turn(own, nested))
        if not nested:
            self.speakers.append(own)

    def _speaker_here(self, agrees: str) -> Source | None:
        """Return who spoke before in this sentence: in the outlet's words rather than another's, if the verb agrees."""
        turns = self.here[-RECENT:]
        for nested in (False, True):
            for turn in reversed(turns):
                if turn.nested is nested and subjects.agree(turn.source, agrees):
                    return turn.source
        return next((turn.source for turn in reversed(turns) if not turn.nested), None)

    def _add(
        self, source: Source, cue_start: int, cue_end: int, start: int, end: int, chain: tuple[str, ...], form: Form
    ) -> None:
        start, end = scopes.trimmed(self.reading, start, end)
        if end > start:
            own = Attribution(source.source_id, source.start, source.end, cue_start, cue_end, start, end, chain, form)
            self.found.append(own)


def in_order(*ids: str) -> tuple[str, ...]:
    """Return the ids in order, each once."""
    return tuple(dict.fromkeys(ids))


@cache
def _outlets() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("outlet_words") if row["kind"] == "body")


@cache
def _sources() -> frozenset[str]:
    return frozenset(fold(row["form"]).text.removeprefix("ال") for row in lexicon.rows("source_nouns"))


@cache
def relays() -> frozenset[str]:
    """Return the ids of agencies and outlets: they pass on what others say."""
    return frozenset(row["id"] for name in ("agencies", "outlets") for row in lexicon.rows(name))
