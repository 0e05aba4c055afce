"""What verbs of saying attribute: قال الوزير إن, أعلنت الوزارة مقتل ثلاثة, نقلت الوكالة عن مسؤول."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.marks.naming import words
from analysis.marks.speech import cues, papers, phrases, scopes, subjects
from analysis.marks.speech.cues import Cue
from analysis.marks.speech.hearing import RECENT, Hearing, in_order, relays
from analysis.marks.speech.phrases import Source
from analysis.text.fold import fold
from analysis.text.read import Item

_COMMAS = frozenset({"،", ",", "؛"})
_NOUN_WITHIN = 12
_PREPOSITION_WITHIN = 6
_FROM_WITHIN = 24
_ASIDE = 3
"""Words of an aside behind a participle (في هذا الصدد)."""


class VerbHearing(Hearing):
    """Hears verbs of saying: each with its subject, its complement and its end."""

    def _say(self, cue: Cue, first: int, stop: int, turns: Sequence[int]) -> None:
        source, relay = self._heard_from(cue, first, stop)
        if source is None:
            return
        source = self._resolved(source)
        if cue.form == "noun" and self.here and not self._can_speak(source):
            return  # قالت المؤسسة إن المؤشر يشير إلى نمو: a thing shows something in another's words
        if cue.form == "none":
            if not cues.may_be_another(self.reading, cue):
                self._remember(source, cue, first)
            self._said_before(cue, source, first)
            return
        self._remember(source, cue, first)
        self._issues(source, cue, stop)
        if relay is not None:  # ثلاثة مسؤولين: how many they are, the agency says
            self._add(relay, cue.start, cue.end, source.start, source.end, (relay.source_id,), "none")
        chain = self._chain(source, relay, cue, first)
        at = cue.first
        while at < stop:
            noun = cue.form == "noun"
            last = scopes.last_token(self.reading, at, stop, turns, self.inside, noun=noun)
            self._add(source, cue.start, cue.end, self._start(at, cue), self._end(at, last), chain, cue.form)
            comp = cues.complementiser(self.reading, last) if last < stop and cue.form == "clause" else None
            if not comp or last in turns or self._goes_on(last + 1):
                return
            at = last + 1

    def _heard_from(self, cue: Cue, first: int, stop: int) -> tuple[Source | None, Source | None]:
        """Return who speaks and who relays it; of a paper that shows something, who put it out."""
        shown = papers.shown_in(self.reading, self.mentions, cue, first) if cue.form == "clause" else None
        if shown is not None or cues.voiceless(self.reading, cue):
            return shown, None
        return self._subject(cue, first, stop)

    def _goes_on(self, at: int) -> bool:
        """Whether whose words these are inside of goes on from token ``at``: قال إن دراسة أظهرت أن …، وأن …."""
        start = self._first_char(at)
        return any(one.scope_start == start for one in self.found[-RECENT:])

    def _start(self, at: int, cue: Cue) -> int:
        """Return the first character of what is said: with أن where it carries a pronoun."""
        comp = cues.complementiser(self.reading, at - 1) if cue.form == "clause" and at else None
        if comp and comp.analysis.after:
            return comp.start
        if cue.form == "noun":
            return words.char(self.reading, at, cues.verbal_noun(self.reading, at)[1])
        return self.reading.starts[at] if at < len(self.reading.starts) else len(self.reading.source)

    def _subject(self, cue: Cue, first: int, stop: int) -> tuple[Source | None, Source | None]:
        """Return who speaks, and who relays it where the verb is one of relaying (نقلت الوكالة عن مسؤول)."""
        limit = cue.opens if cue.opens > cue.at else stop
        if cue.shape == "participle":
            own = self._speaker_here(cue.agrees) or subjects.of_sentence(self.reading, self.mentions, cue, first)
            return own or subjects.antecedent(self.speakers, cue.agrees), None
        if (
            cue.kind == "relay"
            and cue.at + 1 < limit
            and self.reading.words[cue.at + 1].folded in words.particles("from_him")
        ):
            relay = phrases.read(self.reading, self.mentions, cue.at + 2, limit)
            return subjects.antecedent(self.speakers, "ms"), relay
        if cues.stands_in_text(self.reading, cue.at):  # جاء في نتيجة التصويت أن: only a text speaks
            return papers.in_paper(self.reading, self.mentions, cue, limit), None
        behind = subjects.behind(self.reading, self.mentions, cue, limit)
        behind = papers.issued_by(self.reading, self.mentions, behind, limit) if behind else None
        behind = None if behind and self._is_told_of(cue, behind) else behind
        ahead = subjects.before(self.reading, self.mentions, cue, first)
        if ahead and (behind is None or self._noun_follows(cue) or self._is_object(cue, ahead, first)):
            return ahead, None
        if behind is None and phrases.numbers(self.reading, cue.at + 1):
            return None, None  # ويقدر عدد الأجانب
        if behind is None:
            return self._understood(cue, first), None
        if cue.kind == "relay":
            return self._relayed(behind, cue, limit)
        return behind, None

    def _is_told_of(self, cue: Cue, behind: Source) -> bool:
        """Whether what stands behind a second verb is its object: كشف الوكيل عن الخطة واعتبر مشروع الجسر مهما."""
        joined = cue.start > self.reading.starts[cue.at]
        return joined and cue.form == "none" and bool(self.here) and not self._can_speak(behind)

    def _understood(self, cue: Cue, first: int) -> Source | None:
        """Return who speaks where only the verb says so: who spoke in this sentence, else before."""
        if here := self._speaker_here(cue.agrees):
            return here
        joined = cue.start > self.reading.starts[cue.at] and cue.at > first
        own = subjects.of_sentence(self.reading, self.mentions, cue, first) if joined and cue.agrees == "ms" else None
        return own if own and own.type == "PER" else subjects.antecedent(self.speakers, cue.agrees)

    def _is_object(self, cue: Cue, ahead: Source, first: int) -> bool:
        """Whether who stands behind the verb is spoken to: هادي يطالب الميليشيات, سبق للحكومة أن حذرت المروجين."""
        opens = bool(ahead.type) and self.reading.token_at(ahead.start) == first
        return opens or cue.kind == "demand" or cues.complementiser(self.reading, cue.at - 1) is not None

    def _noun_follows(self, cue: Cue) -> bool:
        """Whether the word behind the verb is what is said (الكاظمي يؤكد تطلع العراق), not who says it."""
        after = cue.at + 1
        return after < len(self.reading.words) and cues.verbal_noun(self.reading, after)[0]

    def _relayed(self, relay: Source, cue: Cue, limit: int) -> tuple[Source, Source | None]:
        """Return the source that a verb of relaying names with عن, and who relays it."""
        for j in range(cue.at + 1, min(limit, cue.at + _FROM_WITHIN)):
            if self.reading.words[j].folded in words.particles("from"):
                source = phrases.read(self.reading, self.mentions, j + 1, limit)
                return (source, relay) if source else (relay, None)
        return relay, None

    def _chain(self, source: Source, relay: Source | None, cue: Cue, first: int) -> tuple[str, ...]:
        """Return who relays whom: the relay named by the verb, or an agency that the frame of the sentence names."""
        if relay is not None:
            return in_order(relay.source_id, source.source_id)
        stop = cue.opens if cue.opens > cue.at else cue.at
        named = self.mentions.inside(self.reading.starts[first], self.reading.starts[max(stop, cue.at)])
        agencies = [row["entity_id"] for row in named if row["entity_id"] in relays()]
        return in_order(agencies[-1], source.source_id) if agencies else (source.source_id,)

    def _said_before(self, cue: Cue, source: Source, first: int) -> None:
        """Give the clause before كما أعلنت السلطات to its source."""
        before = cue.at - 1
        if before <= first or self.reading.words[before].folded not in words.particles("as"):
            return
        start, end = scopes.trimmed(self.reading, self._clause(first, before), self.reading.starts[before])
        if end > start and not self._attributed(start, end):
            self._add(source, cue.start, cue.end, start, end, (source.source_id,), "clause")
        elif end > start:
            self._relay_found(source, start, end)

    def _with_noun(self, cue: Cue, heard: Sequence[Cue], stop: int) -> Cue:
        """Return the cue with the noun that stands for what is said, where no أن does: أعلنت الوزارة مقتل ثلاثة."""
        participle = cue.shape == "participle" and cue.kind == "say" and self._is_adverbial(cue)
        if cue.form == "none" and not cue.noun and (told := self._told_with(cue, stop)):
            return replace(cue, form="noun", opens=told, first=told)
        if cue.form not in {"none", "marks"} or not (cue.noun or participle):
            return cue
        later = [other.at for other in heard if other.at > cue.at]
        limit: int = min([stop, cue.at + 30, *later, *([cue.opens] if cue.opens > 0 else [])])
        i = self._behind_aside(cue.at + 1) if participle else cue.at + 1
        if participle and i + 1 < limit and self._points_to(i):
            return replace(cue, form="noun", opens=i + 1, first=i + 1)
        if participle and not cue.noun:
            return replace(cue, form="noun", opens=i, first=i) if self._says_as_noun(cue, i, i) and i < limit else cue
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

    def _told_with(self, cue: Cue, stop: int) -> int | None:
        """Return the verbal noun with ب that stands for what is said: ذكر القائد بتوصياته, أوصى الطبيب بزيادة."""
        lemma = fold(self.reading.at(cue.at, "speech_verbs")[0].entry.row["lemma"]).text
        if lemma not in words.particles("told_with"):
            return None
        subject = subjects.behind(self.reading, self.mentions, cue, stop)
        if subject is None or not self._can_speak(subject):
            return None
        i = subject.last
        told = i < stop and i not in self.inside and all(cues.verbal_noun(self.reading, i))
        return i if told and self.reading.words[i].folded.startswith(words.affixes("preposition_letter")[0]) else None

    def _is_adverbial(self, cue: Cue) -> bool:
        """Whether a participle says what the subject does besides, and is no adjective: مشيرا, or behind a comma."""
        behind_comma = cue.at > 0 and self.reading.words[cue.at - 1].surface in _COMMAS
        return behind_comma or self.reading.words[cue.at].folded.endswith(words.affixes("accusative"))

    def _behind_aside(self, i: int) -> int:
        """Return the token behind words that only say in what connection: مشيرا [في هذا الصدد] إلى."""
        behind = i + _ASIDE
        if behind >= len(self.reading.words) or self.reading.words[i].folded not in words.particles("inside"):
            return i
        return behind if "this_words" in self.reading.words[i + 1].keys and self._points_to(behind) else i

    def _points_to(self, i: int) -> bool:
        """Whether a preposition at ``i`` joins a noun to its participle: مشيرا إلى سرعة الاستجابة."""
        after = i + 1
        return (
            self.reading.words[i].folded in words.particles("about")
            and self.reading.words[after].kind == "arabic"
            and after not in self.inside
            and not self.reading.at(after, "complementisers", "phrase_ends")
            and not self._verb_like(after)
        )

    def _verb_like(self, i: int) -> bool:
        return "event_verbs" in self.reading.words[i].keys and not self.reading.words[i].folded.startswith("ال")

    def _says_as_noun(self, cue: Cue, j: int, after_subject: int) -> bool:
        """Whether the noun at ``j`` stands where what is said may: behind the subject, a comma, a day, عن."""
        is_noun, cut = cues.verbal_noun(self.reading, j)
        if not is_noun or j in self.inside:
            return False
        before = self.reading.words[j - 1]
        if cut and cue.kind == "say" and self.reading.words[j].folded.startswith("ل"):
            return False  # أعلنت الحركة الوطنية لتحرير أزواد: the name goes on
        if cue.kind in {"accuse", "demand"} and (cut or before.folded in words.particles("demand")):
            return True
        if before.folded in words.particles("about") and cue.kind != "relay":
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
        """Return the token where ``cue`` takes over, behind a comma or with its own و; None inside another's words."""
        at = cue.at
        if cue.form == "none" and self.reading.words[at - 1].folded not in words.particles("as"):
            return None
        own_and = cue.start > self.reading.starts[at]
        while at > first and (
            self.reading.at(at - 1, "scope_ends") or self.reading.words[at - 1].folded in words.particles("perfect")
        ):
            at -= 1
        comma = at > first and self.reading.words[at - 1].surface in _COMMAS
        if cue.shape == "participle" or own_and or comma or at < cue.at:
            return at - 1 if comma else at
        if source := subjects.before(self.reading, self.mentions, cue, first):
            begins = self.reading.token_at(source.start)
            k = scopes.clause_start(self.reading, begins, first)
            if k > first and begins - k <= 6 and not cues.complementiser(self.reading, k):  # وأن: another goes on
                return k - 1
        return None
