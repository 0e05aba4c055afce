"""Direct and indirect speech with its speaker.

Direct speech is what stands in quotation marks and is said by someone: behind a word of saying, inside what one
governs, or a whole sentence. Names, titles and terms in marks are none. Indirect speech is what a word of saying
governs, unless nearly all of it stands in marks. A quotation that is never closed ends with its sentence, or before
the phrase that names its source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.marks import attribution
from analysis.marks.attribution import Attribution
from analysis.marks.naming import words
from analysis.marks.speech import marked
from analysis.marks.speech.cues import is_verbal_noun
from analysis.marks.speech.pairing import Pair
from analysis.marks.speech.phrases import Mentions
from analysis.notices import notice
from analysis.text.read import Reading

_MOSTLY = 0.7
_MOSTLY_FROM_THE_START = 0.5
"""A clause of which so much stands in marks is no indirect speech besides; less will do where it opens with them."""
_SENTENCE_WORDS = 5
_FAR = 3
_NEAR = 40
_LONG = 8
_LONG_LINE = 40
_TERM_WORDS = 3
_OFTEN = 3
_SHORTEST_INDIRECT = 2


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    kind: str
    said: Attribution
    closed: bool = True


def find(
    reading: Reading, attributions: Iterable[Attribution], mentions: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the rows of `tables.QUOTES` of one article, in text order, an outer quotation before the inner one."""
    said = _Said(one for one in attributions if one.form != "none")
    named = Mentions(mentions)
    direct = _direct(reading, said, named)
    found = sorted([*direct, *_indirect(reading, said.all, direct)], key=lambda one: (one.start, -one.end, one.kind))
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[int, int], int] = {}
    for one in found:
        seen[one.start, one.end] = number = seen.get((one.start, one.end), 0) + 1
        rows.append(_row(reading, one, number))
    return rows


def unclosed(reading: Reading) -> list[dict[str, Any]]:
    """Return a notice for every quotation mark that is never closed."""
    at = [pair.start - 1 for pair in marked.pairs(reading) if not pair.closed]
    return [notice("unclosed-quotation", reading.article_id, position, position + 1) for position in at]


class _Said:
    """The attributions of an article, by where their scopes begin."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self.all = sorted(attributions, key=lambda one: (one.scope_start, -one.scope_end))
        self._starts = [one.scope_start for one in self.all]
        self._first: dict[str, Attribution] = {}
        for one in self.all:
            self._first.setdefault(one.source_id, one)

    def near(self, position: int) -> Sequence[Attribution]:
        """Return the attributions that begin shortly before or behind ``position``."""
        at = bisect_right(self._starts, position)
        return self.all[max(0, at - _NEAR) : at + _NEAR]

    def before(self, position: int) -> Attribution | None:
        """Return the last attribution that begins before ``position``."""
        at = bisect_left(self._starts, position)
        return self.all[at - 1] if at else None

    def first_of(self, source_id: str, otherwise: Attribution) -> Attribution:
        """Return the first attribution to a source, as the body whose statement a later speaker was heard in."""
        return self._first.get(source_id, otherwise)


def _row(reading: Reading, one: _Quote, number: int) -> dict[str, Any]:
    suffix = f".{number}" if number > 1 else ""
    return {
        **reading.where_is(one.start, one.end),
        "quote_id": f"{reading.article_id}:q{one.start}-{one.end}{suffix}",
        "kind": one.kind,
        "speaker_id": one.said.source_id,
        "speaker_start": one.said.source_start,
        "speaker_end": one.said.source_end,
        "cue_start": one.said.cue_start,
        "cue_end": one.said.cue_end,
        "chain": list(one.said.chain),
        "closed": one.closed,
    }


def _direct(reading: Reading, said: _Said, named: Mentions) -> list[_Quote]:
    found: list[_Quote] = []
    for pair in marked.pairs(reading):
        if pair.depth or not reading.source[pair.start : pair.end].strip():
            continue
        own = _speaker(reading, said, pair, found)
        if own is not None and _is_speech(reading, named, pair, own):
            found.append(_Quote(pair.start, pair.end, "direct", own, pair.closed))
    return found


def _speaker(reading: Reading, said: _Said, pair: Pair, found: Sequence[_Quote]) -> Attribution | None:
    """Return who says what stands in marks: who governs it, who is named in its sentence, or who spoke before."""
    start = pair.start
    over = attribution.innermost(said.near(start), start, start + 1)
    if over is not None:
        return over
    sentence = reading.sentence_of(start)
    here = [
        one for one in said.near(start) if one.cue_start is not None and sentence.start <= one.cue_start < sentence.end
    ]
    if here:
        return min(here, key=lambda one: abs((one.cue_start or 0) - start))
    if _stands_alone(reading, pair) or marked.word_count(reading, pair) >= _LONG:
        earlier = said.before(start)
        return said.first_of(earlier.chain[0], earlier) if earlier else (found[-1].said if found else None)
    return None


def _is_term(reading: Reading, pair: Pair) -> bool:
    """Whether a few words in marks are a name or a number rather than wording («يورو 6»)."""
    inside = [reading.words[i] for i in reading.tokens_in(pair.start, pair.end)]
    return any(word.kind in {"digits", "latin"} for word in inside) or not any(
        words.everyday(word.folded) or is_verbal_noun(word.folded) for word in inside
    )


def _behind_definite(reading: Reading, pair: Pair) -> bool:
    """Whether a definite noun stands right before the marks, as before a product's name: هاتفها الجديد "إكسبيريا"."""
    before = reading.token_at(pair.start - 1) - 1
    return before >= 0 and reading.words[before].folded.startswith(words.affixes("definite_opening"))


def _recurs(reading: Reading, pair: Pair, count: int) -> bool:
    """Whether the same few words stand in marks again and again: a term."""
    if count > _TERM_WORDS:
        return False
    source = reading.source
    return source.count(source[pair.start - 1 : pair.end + 1]) >= _OFTEN


def _stands_alone(reading: Reading, pair: Pair) -> bool:
    """Whether the marks hold a whole line, or open one, and so go on with what the last speaker said."""
    line = max(reading.source.rfind("\n", 0, pair.start) + 1, pair.start - _LONG_LINE)
    return not reading.source[line : pair.start - 1].strip(" \t\u00a0-–•") and pair.end - pair.start > _LONG_LINE


def _is_speech(reading: Reading, named: Mentions, pair: Pair, own: Attribution) -> bool:
    start = pair.start
    count = marked.word_count(reading, pair)
    governed = own.covers(start, start + 1)
    opens = governed and start - own.scope_start <= _FAR
    if marked.names(reading, named, pair) or _recurs(reading, pair, count):
        return False
    if opens and own.form in {"marks", "colon"} and count > 1:
        return count > _TERM_WORDS or own.form == "colon" or not _behind_definite(reading, pair)
    if count < 2 or (count <= _TERM_WORDS and _is_term(reading, pair)):
        return False
    return governed or count >= _SENTENCE_WORDS


def _indirect(reading: Reading, said: Sequence[Attribution], direct: Sequence[_Quote]) -> list[_Quote]:
    starts = [quote.start for quote in direct]
    found: list[_Quote] = []
    for one in said:
        within = direct[bisect_left(starts, one.scope_start) : bisect_left(starts, one.scope_end)]
        if one.form == "marks" or (one.form == "colon" and within) or _is_mostly_direct(one, within):
            continue
        start, end = one.scope_start, _without_open(one, within)
        before = direct[bisect_left(starts, start) - 1] if bisect_left(starts, start) else None
        inside = before is not None and end <= before.end
        if len(reading.tokens_in(start, end)) >= _SHORTEST_INDIRECT and not inside:
            found.append(_Quote(start, end, "indirect", one))
    return found


def _without_open(one: Attribution, within: Sequence[_Quote]) -> int:
    """Return the end of what is said, before a quotation in it that is never closed."""
    return min([one.scope_end, *(quote.start - 1 for quote in within if not quote.closed)])


def _is_mostly_direct(one: Attribution, within: Sequence[_Quote]) -> bool:
    closed = [quote for quote in within if quote.closed]
    shared = sum(min(one.scope_end, quote.end + 1) - quote.start + 1 for quote in closed)
    opens = any(quote.start - one.scope_start <= 1 for quote in closed)
    return shared > (_MOSTLY_FROM_THE_START if opens else _MOSTLY) * (one.scope_end - one.scope_start)
