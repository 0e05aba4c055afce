"""Who speaks in a statement, a report or a decree: بيان أصدرته الوزارة, تقرير لمنظمة الصحة, مرسوم صادر عن الرئيس.

What a paper says is said by whoever issued it, where the text tells who that is; else by the paper itself.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from analysis import lexicon
from analysis.marks import nouns
from analysis.marks.naming import words
from analysis.marks.speech import cues, phrases, subjects
from analysis.marks.speech.cues import Cue
from analysis.marks.speech.phrases import Mentions, Source
from analysis.text.fold import fold
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.read import Reading

_ISSUER_WITHIN = 5
_PAPER_WITHIN = 4
_PUT_OUT_WITHIN = 14
_COMMAS = frozenset({"،", ",", "؛"})


def is_paper(folded: str) -> bool:
    """Whether a word, its clitics and article left out, is the noun of a text in which someone speaks."""
    return any(opening.stem.removeprefix("ال") in documents() for opening in words.openings(folded))


@cache
def documents() -> frozenset[str]:
    """Return the nouns of texts that speak for whoever issued them, folded."""
    return frozenset(fold(row["form"]).text for row in lexicon.rows("documents"))


def issued_by(reading: Reading, mentions: Mentions, source: Source, stop: int) -> Source:
    """Return who issued the paper that ``source`` is, where the words behind it say so; else ``source``."""
    at = reading.token_at(source.start) if source.start >= 0 else len(reading.words)
    if at >= stop or source.type == "PER" or not is_paper(reading.words[at].folded):
        return source
    return _issuer(reading, mentions, at, stop) or source


def in_paper(reading: Reading, mentions: Mentions, cue: Cue, stop: int) -> Source | None:
    """Return who speaks where something stands in a paper: ورد في بيان أصدره الديوان أن, جاء في تقرير للشركة."""
    if not cues.stands_in_text(reading, cue.at):
        return None
    for j in range(cue.at + 1, min(stop, cue.at + _PAPER_WITHIN)):
        if reading.words[j].folded in words.particles("inside"):
            own = phrases.read(reading, mentions, j + 1, stop) if j + 1 < stop else None
            if own is None or not is_paper(reading.words[j + 1].folded):
                return None
            return issued_by(reading, mentions, own, stop)
    return None


def shown_in(reading: Reading, mentions: Mentions, cue: Cue, first: int) -> Source | None:
    """Return who put out the paper right before the verb: نشرت [الوزارة] أرقاما رسمية تبين أن."""
    at, paper = cue.at - 1, False
    while at > first and cue.at - at <= _PAPER_WITHIN and not (paper := _a_paper(reading.words[at].folded)):
        if not nouns.is_nisba(reading.words[at].folded):
            return None
        at -= 1
    if at <= first or not paper or "prepositions" in reading.words[at - 1].keys:
        return None  # "اطلعت الصحيفة على وثائق تؤكد"
    for j in range(at - 1, max(first - 1, at - _PUT_OUT_WITHIN), -1):
        bare = reading.words[j].folded.removeprefix(AND)
        if cues.verb(reading, j) or bare in words.particles("publishes"):
            own = replace(cue, at=j, start=reading.starts[j], form="none")
            return subjects.behind(reading, mentions, own, at) or subjects.before(reading, mentions, own, first)
    return None


def _a_paper(folded: str) -> bool:
    """Whether a word is the noun of a text that is spoken of for the first time: بيانا, not البيان."""
    return not folded.startswith("ال") and not {folded, folded.removesuffix(ACCUSATIVE[0])}.isdisjoint(documents())


def _issuer(reading: Reading, mentions: Mentions, at: int, stop: int) -> Source | None:
    owned, definite = False, reading.words[at].folded.startswith(words.affixes("definite_opening"))
    for j in range(at + 1, min(stop, at + 1 + _ISSUER_WITHIN)):
        word = reading.words[j]
        owned = owned or (word.folded.startswith("ال") and not definite)
        if word.surface in _COMMAS or cues.complementiser(reading, j) or not words.joined(reading, j):
            return None
        bare = word.folded.removeprefix("ال")
        if (
            bare in words.particles("issued")
            and j + 2 < stop
            and reading.words[j + 1].folded in words.particles("from")
        ):
            return phrases.read(reading, mentions, j + 2, stop)
        if bare in words.particles("issued_it") and j + 1 < stop:
            return phrases.read(reading, mentions, j + 1, stop)
        if word.folded.startswith("ل") and words.preposed(reading, j) and not owned:  # "إحصاءات اللجنة لحماية"
            return phrases.read(reading, mentions, j, stop, cut=0 if word.folded.startswith("لل") else 1)
    return None
