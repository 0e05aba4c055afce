"""Bodies, places and events named by grammar: وزارة الدفاع الأميركية, القوات العراقية, مطار بغداد, مدينة دوما.

A head noun opens the name; what may follow it is a matter of its kind. After وزارة a definite noun and its
adjectives, after القوات an adjective of a nation, after مدينة a word that is nobody's everyday word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.naming.candidates import Candidate, Type
from analysis.text.fold import fold
from analysis.text.read import Reading

_MOST_ADJECTIVES = 4
_DASHES = frozenset("-–—")
_NO_HEAD: Mapping[str, str] = {"kind": ""}
_STOPS = frozenset({"weekdays", "relative_days", "months", "deictics", "number_words"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a head: the token after it, its last character, whether it names rather than describes."""

    last: int
    end: int
    proper: bool


class Known:
    """The names found so far, by the token they begin at: the longest, and whether a clitic stands before it."""

    def __init__(self, reading: Reading, candidates: Iterable[Candidate]) -> None:
        self.reading = reading
        self._at: dict[int, Candidate] = {}
        for one in candidates:
            if one.first not in self._at or one.last > self._at[one.first].last:
                self._at[one.first] = one

    def at(self, i: int) -> Candidate | None:
        """Return the longest name that begins with token ``i`` whole, no clitic before it."""
        one = self._at.get(i)
        merged = i < len(self.reading.words) and self.reading.words[i].folded.startswith("لل")
        return one if one and one.start == self.reading.starts[i] and not merged else None


def find(reading: Reading, known: Known) -> list[Candidate]:
    """Return the names that a head noun opens, overlapping ones too."""
    found: list[Candidate] = []
    for i, word in enumerate(reading.words):
        for opening in _heads_of(word.folded) if word.kind == "arabic" else ():
            office = i > 0 and "titles" in reading.words[i - 1].keys
            if word.folded in words.particles("sought") or (office and word.folded in words.particles("portfolio")):
                continue
            if (head := _body_heads().get(opening.stem)) and (opening.merged <= (head["kind"] == "definite")):
                found += _body(reading, known, i, opening, head)
            if (head := _place_heads().get(opening.stem)) and not opening.merged:
                found += _place(reading, known, i, opening, head)
            if head := _work_heads().get(opening.stem):
                found += _work(reading, known, i, opening, head)
    return found


def _body(
    reading: Reading, known: Known, i: int, opening: words.Opening, head: Mapping[str, str]
) -> Iterator[Candidate]:
    tail = _definite_tail(reading, i, head) if head["kind"] == "definite" else _tail(reading, known, i + 1)
    if tail is None or (head["needs"] in {"proper", "name"} and not tail.proper):
        return
    if head["needs"] == "name" and not _names_itself(reading, known, i + 1):
        return
    if head["kind"] == "construct" and head["person"] == "no" and _names_a_person(reading, known, i + 1):
        return
    if head["inside"] == "no" or (head["inside"] == "unless" and _is_name(reading, known, i + 1)):
        yield from _quoted_name(reading, i + 1, "ORG")
        return
    yield Candidate(i, tail.last, words.char(reading, i, opening.cut), tail.end, "ORG", None, 3)


def _place(
    reading: Reading, known: Known, i: int, opening: words.Opening, head: Mapping[str, str]
) -> Iterator[Candidate]:
    type_: Type = "LOC" if head["type"] == "LOC" else "GPE"
    if head["kind"] == "definite":
        yield from _border(reading, i, opening)
        return
    name = known.at(i + 1)
    if head["inside"] == "no":
        if name is None and (last := _unknown_place(reading, i + 1)):
            yield Candidate(i + 1, last, reading.starts[i + 1], reading.ends[last - 1], type_, None, 2)
        return
    tail = _tail(reading, known, i + 1)
    if tail and words.quoted(reading, i + 1) == i + 4 and words.listed_everyday(reading.words[i + 2].folded):
        return  # طريق «خطرة»
    if tail and (tail.proper or _unknown_place(reading, i + 1)):
        yield Candidate(i, tail.last, words.char(reading, i, opening.cut), tail.end, type_, None, 3)


def _border(reading: Reading, i: int, opening: words.Opening) -> Iterator[Candidate]:
    """الحدود السورية, الحدود السورية-العراقية."""
    j = i + 1
    while j < len(reading.words) and words.nation(reading.words[j].folded) and _definite(reading, j):
        dashed = j + 2 < len(reading.words) and reading.words[j + 1].surface in _DASHES
        if not (dashed and words.nation(reading.words[j + 2].folded)):
            yield Candidate(i, j + 1, words.char(reading, i, opening.cut), reading.ends[j], "LOC", None, 3)
            return
        j += 2


def _work(
    reading: Reading, known: Known, i: int, opening: words.Opening, head: Mapping[str, str]
) -> Iterator[Candidate]:
    if head["kind"] == "work":
        yield from _quoted_name(reading, i + 1, "MISC")
        return
    tail = _definite_tail(reading, i, {"needs": "proper"}) if opening.stem.startswith("ال") else None
    tail = tail or (None if opening.stem.startswith("ال") else _tail(reading, known, i + 1))
    if tail and tail.proper:
        yield Candidate(i, tail.last, words.char(reading, i, opening.cut), tail.end, "MISC", None, 1)


def _quoted_name(reading: Reading, i: int, type_: Type) -> Iterator[Candidate]:
    last = words.quoted(reading, i)
    if last and all(reading.words[j].kind != "mark" for j in range(i + 1, last - 1)):
        yield Candidate(i + 1, last - 1, reading.starts[i + 1], reading.ends[last - 2], type_, None, 3)


def _tail(reading: Reading, known: Known, i: int, depth: int = 0) -> Tail | None:
    """Read what follows a head in the construct state."""
    if not words.joined(reading, i) or depth > 2:
        return None
    if last := words.quoted(reading, i):
        return _with_adjectives(reading, Tail(last, reading.ends[last - 1], True))
    if name := known.at(i):
        return _with_adjectives(reading, Tail(name.last, name.end, True))
    word = reading.words[i]
    if word.kind == "latin":
        return Tail(i + 1, reading.ends[i], True)
    if word.kind != "arabic" or not word.keys.isdisjoint(_STOPS):
        return None
    if "titles" in word.keys and (person := known.at(i + 1)) and person.type == "PER":
        return _with_adjectives(reading, Tail(person.last, person.end, True))
    if word.folded in _genitives() or _body_heads().get(word.folded, _NO_HEAD)["kind"] == "construct":
        return _tail(reading, known, i + 1, depth + 1)
    if word.folded.startswith("ال") and len(word.folded) > 3:
        return _nouns(reading, known, i)
    if words.evidence(word.folded) or words.unlikely(reading, i) or "speech_verbs" in word.keys:
        return None
    if word.folded.startswith("و") or words.bound(word.folded):
        return None
    return _with_adjectives(reading, Tail(i + 1, reading.ends[i], True)) if len(word.folded) > 2 else None


def _nouns(reading: Reading, known: Known, i: int) -> Tail | None:
    """Read a definite noun, its adjectives, and what و joins to it: التربية والتعليم العالي."""
    word = reading.words[i]
    proper = bool(words.nation(word.folded)) or not (words.everyday(word.folded) or words.inflected(word.folded))
    common = reading.words[i - 1].folded in words.particles("common_head")
    tail = _with_adjectives(reading, Tail(i + 1, reading.ends[i], proper))
    tail = Tail(tail.last, tail.end, proper or (tail.last > i + 1 and not common))
    while (j := tail.last) < len(reading.words) and words.joined(reading, j):
        folded = reading.words[j].folded
        if folded.startswith("وال") and len(folded) > 5 and _coordinates(reading, j):
            tail = _with_adjectives(reading, Tail(j + 1, reading.ends[j], tail.proper or not common))
        elif folded in words.particles("charge") and j + 1 < len(reading.words) and _definite(reading, j + 1):
            tail = _with_adjectives(reading, Tail(j + 2, reading.ends[j + 1], True))
        elif (name := known.at(j)) and name.type == "GPE" and tail.last == i + 1:
            return Tail(name.last, name.end, True)
        else:
            break
    return tail


def _coordinates(reading: Reading, j: int) -> bool:
    """Whether a noun joined by و is part of the name: no head of a body of its own, no nation's people."""
    stem = reading.words[j].folded[1:]
    return stem not in _body_heads() and not words.nation(stem) and "titles" not in reading.words[j].keys


def _definite_tail(reading: Reading, head_at: int, head: Mapping[str, str]) -> Tail | None:
    """Read the adjectives of a definite head, then a genitive with ل: الهيئة العامة للغذاء والدواء."""
    i = head_at + 1
    if not words.joined(reading, i) or not _agrees(reading, head_at, i):
        return None
    tail = _with_adjectives(reading, Tail(i, reading.ends[i - 1], False))
    if tail.last == i or (head["needs"] == "nation" and not _has_nation(reading, i, tail.last)):
        return None
    tail = Tail(tail.last, tail.end, True)
    if head["needs"] == "nation" or (j := tail.last) >= len(reading.words) or not words.joined(reading, j):
        return tail
    folded = reading.words[j].folded
    if folded in words.particles("sought"):
        return tail  # الحزب الديمقراطي للرئاسة
    if folded.startswith("لل") and len(folded) > 4 and _has_no_nation(reading, i, tail.last):
        tail = _with_adjectives(reading, Tail(j + 1, reading.ends[j], True))
        while (j := tail.last) < len(reading.words) and words.joined(reading, j) and _joins(reading, j):
            tail = _with_adjectives(reading, Tail(j + 1, reading.ends[j], True))
    elif folded.startswith("ل") and "titles" in reading.words[j].keys:
        while j + 1 < len(reading.words) and words.joined(reading, j + 1) and _definite(reading, j + 1):
            j += 1
        tail = Tail(j + 1, reading.ends[j], True)
    return tail


def _with_adjectives(reading: Reading, tail: Tail) -> Tail:
    for _ in range(_MOST_ADJECTIVES):
        j = tail.last
        if j >= len(reading.words) or not words.joined(reading, j) or not _adjective(reading, j):
            return tail
        tail = Tail(j + 1, reading.ends[j], True)
    return tail


def _adjective(reading: Reading, j: int) -> bool:
    word = reading.words[j]
    return word.kind == "arabic" and words.proper_adjective(word.folded) and word.keys.isdisjoint(_STOPS)


def _definite(reading: Reading, j: int) -> bool:
    word = reading.words[j]
    return word.kind == "arabic" and word.folded.startswith("ال") and word.keys.isdisjoint(_STOPS)


def _joins(reading: Reading, j: int) -> bool:
    return reading.words[j].folded.startswith("وال") and _coordinates(reading, j)


def _agrees(reading: Reading, head_at: int, i: int) -> bool:
    """Whether an adjective agrees with its head; a broken plural takes the feminine: الأركان الفرنسية."""
    head = reading.words[head_at].folded
    plural = any(opening.stem in words.particles("broken_plural") for opening in words.openings(head))
    return (plural or _feminine(reading, head_at)) == _feminine(reading, i)


def _feminine(reading: Reading, j: int) -> bool:
    """Whether a noun takes, or an adjective has, the feminine: an adjective that differs belongs to another noun."""
    return reading.words[j].folded.endswith(words.affixes("feminine_suffix"))


def _names_a_person(reading: Reading, known: Known, i: int) -> bool:
    name = known.at(i)
    return (name is not None and name.type == "PER") or (i < len(reading.words) and "titles" in reading.words[i].keys)


def _names_itself(reading: Reading, known: Known, i: int) -> bool:
    """Whether the word behind a head that is an everyday noun too (قوة, مجموعة) can be nothing but a name."""
    folded = reading.words[i].folded
    return _is_name(reading, known, i) or not (
        folded.startswith("ال") or folded.endswith(words.affixes("feminine_suffix")) or words.nation(folded)
    )


def _has_nation(reading: Reading, i: int, last: int) -> bool:
    return any(words.nation(reading.words[j].folded) for j in range(i, last))


def _has_no_nation(reading: Reading, i: int, last: int) -> bool:
    return not _has_nation(reading, i, last)


def _is_name(reading: Reading, known: Known, i: int) -> bool:
    return known.at(i) is not None or words.quoted(reading, i) is not None or reading.words[i].kind == "latin"


def _unknown_place(reading: Reading, i: int) -> int:
    """Return the token after the name of a place that no list knows, at ``i``; 0 where there is none."""
    j = i
    while j < len(reading.words) and j - i < 2 and words.joined(reading, j):
        word = reading.words[j]
        if words.unlikely(reading, j) or len(word.folded) < 3 or "speech_verbs" in word.keys:
            break
        if words.adjective_shape(word.folded):
            break  # منطقة عامرة
        if j > i and (word.folded.startswith(words.affixes("clitic_letter")) or word.folded.startswith("ال")):
            break
        j += 1
    return j if j > i else 0


@lru_cache(1 << 18)
def _heads_of(folded: str) -> tuple[words.Opening, ...]:
    """Return the ways to read a word as a head noun."""
    heads = (_body_heads(), _place_heads(), _work_heads())
    return tuple(o for o in words.openings(folded) if any(o.stem in listed for listed in heads))


@cache
def heads_a_construct(folded: str) -> bool:
    """Return whether a word, clitics aside, is a body with its name behind it: منظمة [حظر الأسلحة], لجنة [التحقيق]."""
    heads = (_body_heads().get(opening.stem) for opening in words.openings(folded))
    return any(head is not None and head["kind"] == "construct" for head in heads)


@cache
def _body_heads() -> dict[str, Mapping[str, str]]:
    return {fold(row["form"]).text: row for row in lexicon.rows("body_heads")}


@cache
def _place_heads() -> dict[str, Mapping[str, str]]:
    return {fold(row["form"]).text: row for row in lexicon.rows("place_heads")}


@cache
def _work_heads() -> dict[str, Mapping[str, str]]:
    return {fold(row["form"]).text: row for row in lexicon.rows("work_heads")}


@cache
def _genitives() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("body_genitives"))
