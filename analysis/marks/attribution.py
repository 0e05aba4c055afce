"""Who is said to say what: the source, the cue and the stretch of text that the cue governs.

A working table of its own: quotes take their speakers from it, claims their claimants. A sentence is read from its words of
saying (`speech.cues`): each has a subject (`speech.subjects`), a complement, and an end (`speech.scopes`). Phrases such as
بحسب and وفقا لـ give a source to the clause before or behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.speech import cues, marked, phrases, scopes, subjects
from analysis.marks.speech.cues import Cue, Form
from analysis.marks.speech.phrases import Mentions, Source
from analysis.text.fold import fold
from analysis.text.read import Item, Reading

_COMMAS = frozenset({"،", ",", "؛"})
_DASHES = frozenset("-–—")
_FROM_HIM = frozenset({"عنه", "عنها", "عنهم"})
_SPEAKING_LISTS = frozenset({"titles", "outlet_words"})
_DATELINE = 12
_WINDOW = 200
"""Longer sentences are read in pieces of so many tokens: no prose has them, and no input may hang."""
_RECENT = 20
_NOUN_WITHIN = 12
_PREPOSITION_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Attribution:
    """One stretch of text that someone is said to have said.

    ``source_start:source_end`` is the name or description that identifies the source, ``None`` where no words do;
    ``cue_start:cue_end`` the word of saying, ``scope_start:scope_end`` what it governs. ``chain`` lists who relays
    whom, the outermost first and the source itself last. ``form`` says how what is said is joined to the cue.
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


class _Listener:
    """One article while it is being read: who has spoken so far."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self.reading, self.mentions = reading, mentions
        self.marks = marked.pairs(reading)
        self.mark_by_end = {pair.end: pair for pair in self.marks}
        self.inside = marked.tokens_of_speech(reading, mentions, self.marks)
        self.persons = {row["entity_id"] for row in self.mentions.rows if row["type"] == "PER"}
        self.found: list[Attribution] = []
        self.issuer: Source | None = None
        self.speakers: list[Source] = []

    def hear(self, first: int, stop: int) -> None:
        """Read one sentence, tokens ``first`` to ``stop``."""
        for begin in range(first, stop, _WINDOW):
            self._hear(begin, min(stop, begin + _WINDOW))

    def _hear(self, first: int, stop: int) -> None:
        first = self._behind_dateline(first, stop)
        heard = cues.find(self.reading, first, stop, self.inside)
        phrases_at = self._phrases(first, stop)
        heard = [cue for cue in heard if not any(a <= cue.at < b for a, b, _ in phrases_at)]
        heard = [self._with_noun(cue, heard, stop) for cue in heard]
        turns = self._turns(heard, phrases_at, first)
        before = len(self.found)
        for thing in sorted([*heard, *phrases_at], key=lambda one: one.at if isinstance(one, Cue) else one[0]):
            if isinstance(thing, Cue):
                self._say(thing, first, stop, turns)
            else:
                self._accord(*thing, first, stop, turns, self.found[before:])

    # verbs of saying

    def _say(self, cue: Cue, first: int, stop: int, turns: Sequence[int]) -> None:
        source, relay = (None, None) if cues.voiceless(self.reading, cue) else self._subject(cue, first, stop)
        if source is None:
            return
        source = self._resolved(source)
        if cue.form == "none":
            self._remember(source, cue)
            self._said_before(cue, source, first)
            return
        self._remember(source, cue)
        self._issues(source, cue, stop)
        chain = self._chain(source, relay, cue, first)
        at = cue.first
        while True:
            noun = cue.form == "noun"
            last = scopes.last_token(self.reading, at, stop, turns, self.inside, noun=noun)
            self._add(source, cue.start, cue.end, self._start(at, cue), self._end(at, last), chain, cue.form)
            comp = cues.complementiser(self.reading, last) if last < stop and cue.form == "clause" else None
            if not comp or last in turns:
                return
            at = last + 1

    def _start(self, at: int, cue: Cue) -> int:
        """Return the first character of what is said: with أن where it carries a pronoun."""
        comp = cues.complementiser(self.reading, at - 1) if cue.form == "clause" and at else None
        if comp and comp.analysis.after:
            return comp.start
        if cue.form == "noun":
            return words.char(self.reading, at, cues.verbal_noun(self.reading, at)[1])
        return self.reading.starts[at] if at < len(self.reading.starts) else len(self.reading.source)

    def _end(self, at: int, last: int) -> int:
        return self.reading.ends[max(at, last - 1)] if at < len(self.reading.ends) else len(self.reading.source)

    def _subject(self, cue: Cue, first: int, stop: int) -> tuple[Source | None, Source | None]:
        """Return who speaks, and who relays it where the verb is one of relaying (نقلت الوكالة عن مسؤول)."""
        limit = cue.opens if cue.opens > cue.at else stop
        if cue.shape == "participle":
            said_here = [one for one in self.speakers[-_RECENT:] if one.start >= self.reading.starts[first]]
            own = said_here[-1] if said_here else subjects.of_sentence(self.reading, self.mentions, cue, first)
            return own or subjects.antecedent(self.speakers, cue.agrees), None
        if cue.kind == "relay" and cue.at + 1 < limit and self.reading.words[cue.at + 1].folded in _FROM_HIM:
            relay = phrases.read(self.reading, self.mentions, cue.at + 2, limit)
            return subjects.antecedent(self.speakers, "ms"), relay
        behind = subjects.behind(self.reading, self.mentions, cue, limit)
        ahead = subjects.before(self.reading, self.mentions, cue, first)
        if ahead and (behind is None or self._noun_follows(cue)):
            return ahead, None
        if behind is None:
            return self._understood(cue, first), None
        if cue.kind == "relay":
            return self._relayed(behind, cue, limit)
        return behind, None

    def _resolved(self, source: Source) -> Source:
        """Return the source with the id of the person last heard, where it is only called المتحدثة ذاتها or الوزير."""
        if self.issuer is not None and self._is_document(source):
            return replace(source, source_id=self.issuer.source_id)
        if source.type or not self._only_a_title(source):
            return source
        person = next((one for one in reversed(self.speakers[-_RECENT:]) if one.type == "PER"), None)
        return replace(source, source_id=person.source_id) if person else source

    def _is_document(self, source: Source) -> bool:
        """Whether the source is a statement spoken of before: بحسب البيان."""
        folded = self.reading.words[self.reading.token_at(source.start)].folded
        return folded.startswith("ال") and folded[2:] in _documents()

    def _issues(self, source: Source, cue: Cue, stop: int) -> None:
        """Remember who issued a statement: قالت الوزارة في بيان."""
        limit = min(cue.opens if cue.opens > cue.at else stop, cue.at + 24)
        if any(self.reading.words[j].folded in _documents() for j in range(cue.at + 1, limit)):
            self.issuer = source

    def _only_a_title(self, source: Source) -> bool:
        at = [self.reading.words[i] for i in self.reading.tokens_in(source.start, source.end)]
        return bool(at) and len(at) <= 2 and "titles" in at[0].keys and at[0].folded.startswith("ال")

    def _understood(self, cue: Cue, first: int) -> Source | None:
        """Return who speaks where only the verb says so: who spoke in this sentence, whom it names first, who spoke last."""
        here = [one for one in self.speakers[-_RECENT:] if one.start >= self.reading.starts[first]]
        if here:
            return subjects.antecedent(here, cue.agrees)
        joined = cue.start > self.reading.starts[cue.at] and cue.at > first
        own = subjects.of_sentence(self.reading, self.mentions, cue, first) if joined and cue.agrees == "ms" else None
        return own if own and own.type == "PER" else subjects.antecedent(self.speakers, cue.agrees)

    def _noun_follows(self, cue: Cue) -> bool:
        """Whether the word behind the verb is what is said (الكاظمي يؤكد تطلع العراق), not who says it."""
        after = cue.at + 1
        return after < len(self.reading.words) and cues.verbal_noun(self.reading, after)[0]

    def _relayed(self, relay: Source, cue: Cue, limit: int) -> tuple[Source, Source | None]:
        """Return the source that a verb of relaying names with عن, and who relays it."""
        for j in range(cue.at + 1, min(limit, cue.at + 24)):
            if self.reading.words[j].folded == "عن":
                source = phrases.read(self.reading, self.mentions, j + 1, limit)
                return (source, relay) if source else (relay, None)
        return relay, None

    def _chain(self, source: Source, relay: Source | None, cue: Cue, first: int) -> tuple[str, ...]:
        """Return who relays whom: the relay named by the verb, or an agency that the frame of the sentence names."""
        if relay is not None:
            return _unlike(relay.source_id, source.source_id)
        stop = cue.opens if cue.opens > cue.at else cue.at
        named = self.mentions.inside(self.reading.starts[first], self.reading.starts[max(stop, cue.at)])
        agencies = [row["entity_id"] for row in named if row["entity_id"] in _relays()]
        return _unlike(agencies[-1], source.source_id) if agencies else (source.source_id,)

    def _said_before(self, cue: Cue, source: Source, first: int) -> None:
        """Give the clause before كما أعلنت السلطات to its source."""
        before = cue.at - 1
        if before <= first or self.reading.words[before].folded != "كما":
            return
        start, end = scopes.trimmed(self.reading, self._clause(first, before), self.reading.starts[before])
        if end > start and not self._attributed(start, end):
            self._add(source, cue.start, cue.end, start, end, (source.source_id,), "clause")
        elif end > start:
            self._relay_found(source, start, end)

    # phrases that name a source

    def _phrases(self, first: int, stop: int) -> list[tuple[int, int, Item]]:
        """Return the phrases of a source in the sentence: first token, token after the phrase's own words, the entry."""
        found: list[tuple[int, int, Item]] = []
        i = first
        while i < stop:
            here = "source_phrases" in self.reading.words[i].keys and i not in self.inside
            items = self.reading.at(i, "source_phrases") if here else []
            if not items:
                i += 1
                continue
            last = items[0].last
            if last < stop and self.reading.words[last].folded in {"ما", "لما"}:
                last += 1
            if last < stop and "speech_verbs" in self.reading.words[last].keys:
                last += 1
            while last < stop and self.reading.words[last].folded in {"عن", "الي", "في", "به", "بها", "ايضا"}:
                last += 1
            found.append((i, last, items[0]))
            i = last
        return found

    def _accord(
        self, at: int, last: int, item: Item, first: int, stop: int, turns: Sequence[int], said: list[Attribution]
    ) -> None:
        if last >= stop:
            return
        cut = 1 if item.entry.row["before"] == "ل" and self._cuts_l(last) else 0
        if self._own_words(last):
            return
        source = phrases.read(self.reading, self.mentions, last, stop, cut=cut)
        if source is None or not self._can_speak(source):
            return
        source, relay = self._relayed_phrase(self._resolved(source), last, stop)
        chain = _unlike(relay.source_id, source.source_id) if relay else (source.source_id,)
        self.speakers.append(source)
        if self._opens_clause(at, first) or self._interrupts(source, at, first, stop):
            self._said_behind(source, item, chain, at, stop, turns)
        else:
            self._said_ahead(source, item, chain, at, first, said)

    def _can_speak(self, source: Source) -> bool:
        """Whether a phrase names who speaks (حسب مصادر), not what is gone by (حسب القانون)."""
        if source.type in {"PER", "ORG"}:
            return True
        first = self.reading.token_at(source.start)
        return any(
            not self.reading.words[j].keys.isdisjoint(_SPEAKING_LISTS)
            or any(opening.stem in _speakers() for opening in words.openings(self.reading.words[j].folded))
            for j in range(first, min(first + 3, source.last))
        )

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
            if word.folded == "عن" and "speech_verbs" in self.reading.words[last - 1].keys:
                ultimate = phrases.read(self.reading, self.mentions, j + 1, stop)
                return (ultimate, source) if ultimate else (source, None)
            name = self.mentions.over(self.reading.ends[j] - 1)
            if name is not None and name["entity_id"] in _relays() and name["entity_id"] != source.source_id:
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

    def _said_behind(
        self, source: Source, item: Item, chain: tuple[str, ...], at: int, stop: int, turns: Sequence[int]
    ) -> None:
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

    def _first_char(self, i: int) -> int:
        return self.reading.starts[i] if i < len(self.reading.starts) else len(self.reading.source)

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
        if source.source_id in _relays() or source.start < 0:
            return False
        person_before = any(one.source_id in self.persons for one in said)
        return source.type == "PER" or not person_before

    def _before_phrase(self, at: int) -> int:
        """Return the end of the clause before a phrase, وذلك left out: ..، وذلك بحسب مصادر."""
        while at and self.reading.words[at - 1].folded in {"وذلك", "ذلك"}:
            at -= 1
        return self.reading.starts[at]

    def _clause(self, first: int, at: int) -> int:
        """Return the first character of the clause before token ``at``: behind لكن, else where the sentence begins."""
        for j in range(at - 1, first, -1):
            if j not in self.inside and any(i.entry.row["ends"] == "always" for i in self.reading.at(j, "scope_ends")):
                return self.reading.ends[j]
        return self.reading.starts[first]

    def _relay_found(self, source: Source, start: int, end: int) -> None:
        """Put a second source of what a verb of saying covers where it belongs in the chain: agencies relay."""
        for number in range(max(0, len(self.found) - _RECENT), len(self.found)):
            one = self.found[number]
            if one.scope_start < end and start < one.scope_end and one.scope_end >= end - 1:
                if one.source_id in _relays() or source.source_id == one.source_id:
                    chain = _unlike(*one.chain, source.source_id)
                    new = replace(one, source_id=source.source_id, source_start=source.start, chain=chain)
                    self.found[number] = replace(new, source_end=source.end)
                else:
                    self.found[number] = replace(one, chain=_unlike(source.source_id, *one.chain))

    def _attributed(self, start: int, end: int) -> bool:
        return any(one.scope_start < end and start < one.scope_end for one in self.found[-_RECENT:])

    # small parts

    def _with_noun(self, cue: Cue, heard: Sequence[Cue], stop: int) -> Cue:
        """Return the cue with the noun that stands for what is said, where no أن does: أعلنت الوزارة مقتل ثلاثة."""
        if cue.form not in {"none", "marks"} or not cue.noun:
            return cue
        later = [other.at for other in heard if other.at > cue.at]
        limit = min([stop, cue.at + 30, *later, *([cue.opens] if cue.opens > 0 else [])])
        i = cue.at + 1
        if cue.shape != "participle":
            ahead = subjects.before(self.reading, self.mentions, cue, max(0, cue.at - 10))
            if not (ahead and self._noun_follows(cue)):
                behind = subjects.behind(self.reading, self.mentions, cue, limit)
                behind = self._relayed(behind, cue, limit)[0] if behind and cue.kind == "relay" else behind
                i = behind.last if behind else i
        for j in range(i, min(limit, i + _NOUN_WITHIN)):
            if self._says_as_noun(cue, j, i) and not cues.too_doubtful(self.reading, cue, j):
                return replace(cue, form="noun", opens=j, first=j)
        return cue

    def _says_as_noun(self, cue: Cue, j: int, after_subject: int) -> bool:
        """Whether the noun at ``j`` stands where what is said may: behind the subject, a comma, a day, عن, or with بـ."""
        is_noun, cut = cues.verbal_noun(self.reading, j)
        if not is_noun or j in self.inside:
            return False
        before = self.reading.words[j - 1]
        if cue.kind in {"accuse", "demand"} and (cut or before.folded in {"الي", "عدم"}):
            return True
        if before.folded in {"عن", "الي", "علي", "من"} and cue.kind != "relay":
            return j <= after_subject + _PREPOSITION_WITHIN or self.reading.words[j - 2].surface in _COMMAS
        return (
            j == after_subject or before.surface in _COMMAS or not before.keys.isdisjoint({"weekdays", "relative_days"})
        )

    def _turns(self, heard: Sequence[Cue], phrases_at: Sequence[tuple[int, int, Item]], first: int) -> list[int]:
        """Return the tokens where a new word of saying takes over from the one before it."""
        turns = [start for start, _, _ in phrases_at if start > first]
        turns += [turn for cue in heard if (turn := self._turn(cue, first)) is not None]
        return sorted(turns)

    def _turn(self, cue: Cue, first: int) -> int | None:
        verb = self.reading.words[cue.at]
        at = cue.at
        if cue.form == "none" and self.reading.words[at - 1].folded != "كما":
            return None
        own_and = cue.start > self.reading.starts[at]
        while at > first and (
            self.reading.at(at - 1, "scope_ends") or self.reading.words[at - 1].folded in {"قد", "وقد", "فقد"}
        ):
            at -= 1
        comma = at > first and self.reading.words[at - 1].surface in _COMMAS
        if cue.shape == "participle" or own_and or comma or at < cue.at:
            return at - 1 if comma else at
        if source := subjects.before(self.reading, self.mentions, cue, first):
            begins = self.reading.token_at(source.start)
            k = scopes.clause_start(self.reading, begins, first)
            if k > first and begins - k <= 6:
                return k - 1
        return None if verb else None

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

    def _remember(self, source: Source, cue: Cue) -> None:
        agrees = source.agrees if source.agrees == "mp" or cue.shape == "participle" else cue.agrees
        self.speakers.append(replace(source, agrees=agrees))

    def _add(
        self, source: Source, cue_start: int, cue_end: int, start: int, end: int, chain: tuple[str, ...], form: Form
    ) -> None:
        start, end = scopes.trimmed(self.reading, start, end)
        if end > start:
            own = Attribution(source.source_id, source.start, source.end, cue_start, cue_end, start, end, chain, form)
            self.found.append(own)


def _unlike(*ids: str) -> tuple[str, ...]:
    """Return the ids in order, each once."""
    return tuple(dict.fromkeys(ids))


@cache
def _speakers() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("source_nouns"))


@cache
def _documents() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("documents"))


@cache
def _relays() -> frozenset[str]:
    return frozenset(row["id"] for name in ("agencies", "outlets") for row in lexicon.rows(name))
