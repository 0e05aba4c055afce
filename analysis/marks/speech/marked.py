"""Which stretches in quotation marks are speech, and which are names, titles or terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.speech import cues, pairing, scopes
from analysis.marks.speech.pairing import Pair
from analysis.marks.speech.phrases import Mentions
from analysis.text.fold import fold
from analysis.text.read import Reading

_COMMAS = frozenset({"،", ","})
_SPEECH_WORDS = 3
_NAME_WORDS = 6


def pairs(reading: Reading) -> list[Pair]:
    """Return the stretches in quotation marks of an article; one never closed has its most likely end."""
    found = pairing.pair(reading.source)
    return [one if one.closed else replace(one, end=_likely_end(reading, one)) for one in found]


def _likely_end(reading: Reading, pair: Pair) -> int:
    """Return where a quotation that is never closed ends: at its first full stop, or before who is said to say it."""
    first = reading.token_at(pair.start)
    for i in range(first + 1, len(reading.starts)):
        if reading.starts[i] >= pair.end:
            break
        before = reading.words[i - 1]
        if reading.at(i, "source_phrases") and (before.surface in _COMMAS or before.folded in words.particles("that")):
            return _before(reading, i, pair.start)
        if reading.words[i].surface == "." and not (i + 1 < len(reading.starts) and reading.tight(i + 1)):
            return reading.ends[i]
        cue = cues.verb(reading, i) if before.surface in _COMMAS else None
        if cue is not None and cue.entry.row["shape"] == "participle":
            return _before(reading, i, pair.start)
    return scopes.trimmed(reading, pair.start, pair.end)[1]


def _before(reading: Reading, i: int, start: int) -> int:
    """Return the end of what stands before token ``i``, without وذلك."""
    while reading.words[i - 1].folded in words.particles("that"):
        i -= 1
    return scopes.trimmed(reading, start, reading.starts[i])[1]


def word_count(reading: Reading, pair: Pair) -> int:
    """Return how many words and numbers stand inside the marks."""
    return sum(reading.words[i].kind != "mark" for i in reading.tokens_in(pair.start, pair.end))


def names(reading: Reading, mentions: Mentions, pair: Pair) -> bool:
    """Whether a stretch in marks is a name or a title: it is one of the names, or stands behind what bears one."""
    inside = reading.source[pair.start : pair.end].strip()
    if any(len(row["text"].strip()) >= len(inside) - 1 for row in mentions.inside(pair.start - 1, pair.end)):
        return True
    if (over := mentions.over(pair.start)) and over["end"] >= pair.end:
        return True
    before = reading.token_at(pair.start - 1) - 1
    if before < 0 or reading.ends[before] < pair.start - 3:
        return False
    if word_count(reading, pair) > _NAME_WORDS:
        return reading.words[before].folded in words.particles("titled")
    return any(opening.stem in _bearers() for opening in words.openings(reading.words[before].folded))


def tokens_of_speech(reading: Reading, mentions: Mentions, marks: Iterable[Pair]) -> set[int]:
    """Return the tokens inside quotation marks, the marks too, where what is inside is long enough to be speech."""
    inside: set[int] = set()
    for pair in marks:
        if pair.depth or names(reading, mentions, pair):
            continue
        if word_count(reading, pair) >= _SPEECH_WORDS or _behind_colon(reading, pair):
            inside.update(reading.tokens_in(pair.start - 1, pair.end + 1))
    return inside


def _behind_colon(reading: Reading, pair: Pair) -> bool:
    before = reading.token_at(pair.start - 1) - 1
    return before >= 0 and reading.words[before].surface == ":"


@cache
def _bearers() -> frozenset[str]:
    lists = ("body_heads", "place_heads", "work_heads", "name_bearers", "outlet_words")
    return frozenset(fold(row["form"]).text for name in lists for row in lexicon.rows(name))
