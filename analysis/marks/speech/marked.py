"""Which stretches in quotation marks are speech, and which are names, titles or terms."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.speech import pairing
from analysis.marks.speech.pairing import Pair
from analysis.marks.speech.phrases import Mentions
from analysis.text.fold import fold
from analysis.text.read import Reading

_SPEECH_WORDS = 3
_NAME_WORDS = 6


@lru_cache(8)
def _pairs(source: str) -> tuple[Pair, ...]:
    return tuple(pairing.pair(source))


def pairs(reading: Reading) -> tuple[Pair, ...]:
    """Return the stretches in quotation marks of an article; worked out once."""
    return _pairs(reading.source)


def word_count(reading: Reading, pair: Pair) -> int:
    """Return how many words and numbers stand inside the marks."""
    return sum(reading.words[i].kind != "mark" for i in reading.tokens_in(pair.start, pair.end))


def names(reading: Reading, mentions: Mentions, pair: Pair) -> bool:
    """Whether a stretch in marks is a name or a title of a work: it is one of the names, or stands behind what bears one."""
    inside = reading.source[pair.start : pair.end].strip()
    if any(len(row["text"].strip()) >= len(inside) - 1 for row in mentions.inside(pair.start - 1, pair.end)):
        return True
    if (over := mentions.over(pair.start)) and over["end"] >= pair.end:
        return True
    if word_count(reading, pair) > _NAME_WORDS:
        return False
    before = reading.token_at(pair.start - 1) - 1
    if before < 0 or reading.ends[before] < pair.start - 3:
        return False
    return any(opening.stem in _bearers() for opening in words.openings(reading.words[before].folded))


def tokens_of_speech(reading: Reading, mentions: Mentions) -> set[int]:
    """Return the tokens inside quotation marks, the marks too, where what is inside is long enough to be speech."""
    inside: set[int] = set()
    for pair in pairs(reading):
        if pair.depth == 0 and pair.closed and not names(reading, mentions, pair):
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
