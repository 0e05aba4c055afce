"""The phrase that names a source: a name, or a description such as مصدر أمني or ثلاثة مسؤولين عراقيين.

A phrase is read from its first word to the first word that cannot belong to it: a comma, a preposition, a day, أن.
Of the names inside, the person it introduces identifies the source (رئيس الوزراء العراقي، مصطفى الكاظمي), else the
body it begins with; else the words themselves do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.marks import counted, nouns
from analysis.marks.naming import identity, words
from analysis.marks.speech.cues import is_verbal_noun, without_pronoun
from analysis.text.fold import fold
from analysis.text.read import Reading

_LONGEST = 16
_APPOSITION = 12
_COMMAS = frozenset({"،", ",", "(", ")"})
_ENDS = frozenset(
    {"phrase_ends", "complementisers", "weekdays", "relative_days", "months", "speech_verbs", "source_phrases"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to speak: an id and the span of the name or description; ``agrees`` is the gender of its verb.

    ``last`` is the token after the phrase.
    """

    source_id: str
    start: int
    end: int
    last: int
    type: str = ""
    agrees: str = ""


class Mentions:
    """The names of an article, by place."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self.rows: Sequence[Mapping[str, Any]] = sorted(rows, key=lambda row: row["start"])
        self._starts = [row["start"] for row in self.rows]

    def inside(self, start: int, end: int) -> Sequence[Mapping[str, Any]]:
        """Return the names that begin inside ``start:end``."""
        return self.rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, position: int) -> Mapping[str, Any] | None:
        """Return the name that covers ``position``."""
        at = bisect_left(self._starts, position + 1) - 1
        return self.rows[at] if at >= 0 and self.rows[at]["end"] > position else None


def read(reading: Reading, mentions: Mentions, first: int, stop: int, *, cut: int = 0) -> Source | None:
    """Return the source named by the phrase that begins at token ``first``, before token ``stop``.

    ``cut`` is the number of folded letters of a clitic to leave off its first word (وفقا لمسؤولين).
    """
    last = _end(reading, mentions, first, stop)
    if last <= first or (numbers(reading, first) and not _of_some(reading, first, last)):
        return None
    last = _end_of_some(reading, mentions, first, last, stop)
    start = words.char(reading, first, cut)
    end = reading.ends[last - 1]
    named = mentions.inside(reading.starts[first], end)
    person = _person(reading, named)
    if person is None:
        person, last = _apposed(reading, mentions, last, stop) if _describes(reading, first) else (None, last)
    if person is not None:
        return _as_source(person, last)
    if named and named[0]["start"] <= start + 1 and named[0]["type"] != "PER":
        return _as_source(named[0], last)
    text = reading.source[start:end].strip()
    if not any(letter.isalpha() for letter in text):
        return None
    if named and "outlet_words" in reading.words[first].keys and reading.token_at(named[0]["start"]) <= first + 2:
        return Source(named[0]["entity_id"], start, end, last, named[0]["type"], _agreement(reading, first))
    return Source(identity.slug(identity.plain(text)), start, end, last, "", _agreement(reading, first))


def numbers(reading: Reading, i: int) -> bool:
    """Whether token ``i`` says how many there are (عدد الأجانب), and so nobody who speaks."""
    return i < len(reading.words) and _plain(reading, i) in words.particles("numbered")


def _of_some(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase is of some people, who may speak: عدد من السكان، عدد كبير من السكان."""
    return last - first <= _AMOUNT and last < len(reading.words) and reading.words[last].folded == counted.FROM


def _plain(reading: Reading, i: int) -> str:
    return reading.words[i].folded.removeprefix("ال")


def _end_of_some(reading: Reading, mentions: Mentions, first: int, last: int, stop: int) -> int:
    """Return the token behind the people some of whom speak: عدد [من السكان]، مجموعة كبيرة [من الأطباء]."""
    some = _plain(reading, first) in words.particles("amount") and _of_some(reading, first, last)
    if not some or last + 1 >= stop or not words.joined(reading, last):
        return last
    return max(last, _end(reading, mentions, last + 1, stop))


_AMOUNT = 2
"""A word of amount may have an adjective: عدد كبير من السكان."""


def _agreement(reading: Reading, first: int) -> str:
    """Return the gender and number that a verb takes after the noun at ``first``."""
    folded = reading.words[first].folded
    if folded.endswith(words.affixes("plural_suffix")):
        return "mp"
    return (
        "fs"
        if folded.endswith(words.affixes("feminine_noun_suffix")) or folded.removeprefix("ل") in _broken_plurals()
        else "ms"
    )


@cache
def _broken_plurals() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("source_plurals"))


def _describes(reading: Reading, first: int) -> bool:
    return not reading.words[first].keys.isdisjoint({"titles", "counted_nouns"})


def _as_source(row: Mapping[str, Any], last: int) -> Source:
    return Source(row["entity_id"], row["start"], row["end"], last, row["type"])


def _person(reading: Reading, named: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the person that a phrase introduces: the last of those in it that no ل or باسم makes another's."""
    persons = [row for row in named if row["type"] == "PER" and not _of_another(reading, row)]
    return persons[-1] if persons else None


def _of_another(reading: Reading, row: Mapping[str, Any]) -> bool:
    before = reading.token_at(row["start"]) - 1
    at = before + 1
    if reading.starts[at] < row["start"] and reading.words[at].folded.startswith("ل"):
        return True
    return before >= 0 and reading.words[before].folded in words.particles("in_the_name_of")


def _end(reading: Reading, mentions: Mentions, first: int, stop: int) -> int:
    """Return the token after the phrase that begins at ``first``."""
    i = first
    while i < min(stop, first + _LONGEST):
        if i > first and (not words.joined(reading, i) or _breaks(reading, mentions, i, first)):
            break
        if i > first and _abbreviates(reading, i):
            i += 1
            continue
        if reading.words[i].kind == "mark" and not _opens_name(reading, i):
            break
        i = (words.quoted(reading, i) or i + 1) if reading.words[i].kind == "mark" else i + 1
    return i


def _breaks(reading: Reading, mentions: Mentions, i: int, first: int) -> bool:
    word = reading.words[i]
    if (name := mentions.over(reading.starts[i])) and name["start"] < reading.starts[i]:
        return False
    if word.kind == "digits" or words.preposed(reading, i):
        return True
    if (
        name is None
        and _complete(reading, mentions, i - 1)
        and (is_verbal_noun(word.folded) or _with_pronoun(word.folded))
    ):
        return True
    told = is_verbal_noun(word.folded) and word.folded not in words.particles("before_place")  # نقل عسكرية قرب الساحل
    if name is None and i - first > 1 and told and _described(reading, mentions, i - 1):
        return True  # أعلنت مصادر رسمية مقتل ثلاثة
    if any(item.analysis.after for item in reading.at(i, "speech_nouns")):
        return True  # عن مسؤول قوله
    return not word.keys.isdisjoint(_ENDS) and any(not item.analysis.after for item in reading.at(i, *_ENDS))


def _with_pronoun(folded: str) -> bool:
    """Whether a word is a verbal noun with ب before it and a pronoun behind it: ذكر القائد بتوصياته."""
    letter = words.affixes("preposition_letter")[0]
    return folded.startswith(letter) and any(is_verbal_noun(base[1:]) for base in without_pronoun(folded))


def _abbreviates(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is the point of a title cut short: د. عزام."""
    return reading.words[i].surface == "." and reading.tight(i) and len(reading.words[i - 1].folded) == 1


def _complete(reading: Reading, mentions: Mentions, i: int) -> bool:
    """Whether a noun phrase may end with token ``i``: it is definite, or part of a name."""
    return reading.words[i].folded.startswith("ال") or mentions.over(reading.starts[i]) is not None


def _described(reading: Reading, mentions: Mentions, i: int) -> bool:
    """Whether token ``i`` is an adjective of origin that ends an indefinite noun phrase: مصادر [رسمية]."""
    word = reading.words[i].folded
    return nouns.is_nisba(word) and not word.startswith("ال") and mentions.over(reading.starts[i]) is None


def _opens_name(reading: Reading, i: int) -> bool:
    """Whether a quotation mark inside a phrase opens a name (موقع "النهار") and not what is said."""
    last = words.quoted(reading, i, 4)
    return bool(last) and not reading.words[i - 1].keys & {"speech_verbs"}


def _apposed(reading: Reading, mentions: Mentions, last: int, stop: int) -> tuple[Mapping[str, Any] | None, int]:
    """Return the person who is the one described, behind a comma or a place.

    المتحدثة باسم البيت الأبيض، جين ساكي, مدير الشرطة في محافظة ينبع سامر العنيني.
    """
    i = last
    while i < min(stop, last + _APPOSITION, len(reading.words)) and words.joined(reading, i):
        after = mentions.over(reading.starts[i]) or _led_in(reading, mentions, i)
        if after is not None and after["type"] == "PER" and after["start"] == reading.starts[i]:
            return after, reading.token_at(after["end"] - 1) + 1
        comma = reading.words[i - 1].folded in _COMMAS
        if after is None and not comma and _titled(reading, i):
            i += 1
            continue
        if comma or not (reading.words[i].folded in _COMMAS or _of_place(reading, i, after)):
            break
        i += 1
    return None, last


def _titled(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a word of honour that only a name may follow: بمنطقة جازان [الدكتور] خالد."""
    items = reading.at(i, "titles")
    return any(item.entry.row["kind"] == "person" and not item.analysis.before for item in items)


def _led_in(reading: Reading, mentions: Mentions, i: int) -> Mapping[str, Any] | None:
    """Return the name that token ``i`` is written with ب before: ب[وزارة الصحة]."""
    led = reading.words[i].folded.startswith(words.affixes("preposition_letter")[0])
    return next(iter(mentions.inside(reading.starts[i] + 1, reading.ends[i])), None) if led else None


def _of_place(reading: Reading, i: int, name: Mapping[str, Any] | None) -> bool:
    """Whether token ``i`` may stand between a description and the name: في محافظة ينبع, بالمنطقة الشرقية."""
    word = reading.words[i]
    if name is not None:
        return name["type"] in {"GPE", "LOC", "ORG"}
    letter = words.affixes("preposition_letter")[0]
    return (
        word.folded.removeprefix(letter) in words.particles("place_word")
        or "place_heads" in word.keys
        or (word.folded.startswith(words.affixes("definite_opening")) and word.keys.isdisjoint(_ENDS | {"titles"}))
    )
