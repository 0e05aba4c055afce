"""What a word may be to a name: a known given or family name, an everyday word, a nation's adjective.

Everything here is a question about one folded word, answered from the lists ``name_words``, ``everyday_words``,
``nationalities`` and ``body_adjectives``, and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from analysis import lexicon
from analysis.text.fold import fold
from analysis.text.read import Reading
from analysis.text.tokens import WORDS

Evidence = Literal["sure", "open", ""]

_MOST = 1 << 18
_HEADS = ("body_heads", "place_heads", "work_heads")
_GLUED = 6
_VERB = 5
_SHORTEST = 3
_HUMAN_CLASSES = frozenset({"counted_nouns", "titles"})
_NO_NAME_CLASSES = frozenset({"months", "weekdays", "number_words", "time_units", "function_words", "relative_days"})


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of ``name_words``: given, family or both, whether it is no everyday word, its Latin spelling.

    ``alone`` says whether it may be a whole name without further evidence.
    """

    kind: str
    sure: bool
    latin: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """A way to read the beginning of a word: the stem, and how many folded letters of clitics stand before it."""

    stem: str
    cut: int
    merged: bool = False


@cache
def affixes(kind: str) -> tuple[str, ...]:
    """Return a closed set of affixes, folded, in the order of the list."""
    return tuple(fold(row["form"]).text for row in lexicon.rows("closed_sets") if row["kind"] == kind)


@cache
def particles(kind: str) -> frozenset[str]:
    """Return a closed set of particles, folded."""
    return frozenset(affixes(kind))


def key(folded: str) -> str:
    """Return a folded word as ``name_words`` spells it: a final ة is written ه as often as not."""
    return folded[:-1] + "ه" if folded.endswith("ة") else folded


@cache
def name_words() -> dict[str, NameWord]:
    """Return the list of name words by spelling."""
    return {
        row["form"]: NameWord(row["kind"], row["sure"] == "yes", row["latin"], row["source"] == "Wikidata")
        for row in lexicon.rows("name_words")
    }


@lru_cache(_MOST)
def evidence(folded: str) -> Evidence:
    """Return how well a word by itself speaks for being part of a person's name."""
    known = name_words().get(key(folded))
    if known is None:
        glued = folded.startswith(affixes("given_opening")) and len(folded) > _GLUED
        return "sure" if glued else ""
    return "sure" if known.sure else "open"


@lru_cache(_MOST)
def everyday(folded: str) -> bool:
    """Whether a word, with or without the clitics it may carry, is a word of prose rather than a name."""
    if folded in _everyday():
        return True
    if folded.startswith("ال") and folded[2:] in _everyday():
        return True
    return any(
        opening.cut and len(opening.stem) > 2 and (opening.stem in _everyday() or _definite_everyday(opening.stem))
        for opening in openings(folded)
    )


def _definite_everyday(stem: str) -> bool:
    return stem.startswith("ال") and len(stem) > 4 and stem[2:] in _everyday()


@lru_cache(_MOST)
def inflected(folded: str) -> bool:
    """Whether the shape of a word that no list knows is that of prose: a verb (ينتحرون, ستشهده), a word with a pronoun.

    Also a plural or an accusative of an everyday word (تكتلات, معطلا), and ما written together with its verb.
    """
    if evidence(folded):
        return False
    folded = folded.removeprefix("ال")
    if any(o.cut and len(o.stem) > 3 and (_verbal(o.stem) or _suffixed(o.stem)) for o in openings(folded)):
        return True
    return _verbal(folded) or _suffixed(folded)


def _verbal(stem: str) -> bool:
    """Whether a word has the shape of a verb with its subject or object: يفضلهم, ستؤثر, ماتضمنه."""
    for opening in affixes("relative_opening"):
        rest = stem[len(opening) :]
        if stem.startswith(opening) and len(rest) >= _VERB and rest.startswith(affixes("person_opening")):
            return rest.endswith(affixes("object_ending")) or rest in _everyday()
    if stem.startswith(affixes("future_opening")):
        plain = stem[1:]
        if plain in _everyday() or (len(plain) >= _VERB and plain.endswith(affixes("object_ending"))):
            return True
    if not stem.startswith(affixes("person_opening")) or len(stem) <= _VERB:
        return False
    return stem.endswith(affixes("plural_verb_ending")) and stem.startswith(affixes("person_opening")[:1])


def _suffixed(stem: str) -> bool:
    """Whether a word carries a pronoun, or the ending of a plural or an accusative of an everyday word."""
    long_pronouns = tuple(ending for ending in affixes("object_ending") if len(ending) > 1)
    if len(stem) > _VERB and stem.endswith(long_pronouns[:1]):
        return True
    for ending in (*affixes("object_ending"), *affixes("plural_ending"), *affixes("accusative_ending")):
        base = stem[: len(stem) - len(ending)]
        least = _SHORTEST + (ending in affixes("plural_ending"))
        if stem.endswith(ending) and len(base) >= least and any(b in _everyday() for b in _singulars(base)):
            return True
    return False


def _singulars(base: str) -> tuple[str, ...]:
    return (base, base[:-1] + "ة", base + "ة") if base.endswith("ت") else (base, base + "ة")


@lru_cache(_MOST)
def nation(folded: str) -> str:
    """Return the id of the country or region that an adjective belongs to, as in الأميركية; else an empty string."""
    stem = folded[2:] if folded.startswith("ال") else folded
    known = _nations()
    for suffix in ("", *affixes("nisba_suffix")):
        if stem.endswith(suffix) and (of := known.get(stem[: len(stem) - len(suffix)])):
            return of
    return ""


@lru_cache(_MOST)
def proper_adjective(folded: str) -> bool:
    """Whether a definite adjective makes the name of a body: الوطني, الدولية, or a nation's."""
    if not folded.startswith("ال"):
        return False
    stem = folded[2:]
    return bool(nation(folded)) or any(
        stem.endswith(suffix) and stem[: len(stem) - len(suffix)] in _adjectives()
        for suffix in ("", *affixes("adjective_suffix"))
    )


@lru_cache(_MOST)
def openings(folded: str) -> tuple[Opening, ...]:
    """Return the ways to take clitics off the front of a word, none first; لل keeps the article's place."""
    found = [
        Opening(folded[len(prefix) :], len(prefix))
        for prefix in ("", *affixes("prefix"))
        if folded.startswith(prefix) and len(folded) > len(prefix) + 1
    ]
    found += [
        Opening("ال" + folded[len(prefix) :], len(prefix) - 2, True)
        for prefix in affixes("merged")
        if folded.startswith(prefix) and len(folded) > len(prefix) + 1
    ]
    return tuple(found)


@lru_cache(_MOST)
def adjective_shape(folded: str) -> bool:
    """Whether a word that no list of names knows has the shape of a feminine participle: عامرة, محروسة."""
    return any(re.fullmatch(shape, folded) for shape in affixes("adjective_shape")) and not evidence(folded)


def unlikely(reading: Reading, i: int) -> bool:
    """Whether token ``i`` cannot be part of a person's name unless a list says so."""
    word = reading.words[i]
    if word.kind != "arabic" or word.surface in _not_names() or any(o.merged for o in openings(word.folded)):
        return True
    if inflected(word.folded):
        return True
    return everyday(word.folded) or bool(nation(word.folded)) or not word.keys.isdisjoint(_NO_NAME_CLASSES)


def proof(reading: Reading, i: int, stem: str) -> Evidence:
    """Return how well token ``i``, read as ``stem``, speaks for a person's name, its spelling considered."""
    return "" if reading.words[i].surface in _not_names() else evidence(stem)


def preposed(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a word with بـ or لـ before it (بدور, للرئيس), باسم and its like apart."""
    folded = reading.words[i].folded
    if (
        folded[:1] not in affixes("preposition_letter")
        or folded in _everyday()
        or folded in _links()
        or evidence(folded) == "sure"
    ):
        return False
    if folded.startswith(affixes("preposed_opening")):
        return True
    return len(folded) > 3 and (
        folded[1:] in _everyday() or folded[1:] in _speakers() or not WORDS[folded[1:]].keys.isdisjoint(_HUMAN_CLASSES)
    )


def bound(folded: str) -> bool:
    """Whether a word has a conjunction or preposition before it, so that it ends a row of names: وعبد, فالرقعي.

    A long word that no list knows behind بال or كال is foreign: بالوميروس.
    """
    if folded.startswith(affixes("bound_opening")):
        foreign = folded.startswith(affixes("chance_opening")) and len(folded) >= _VERB
        return not foreign or any(
            evidence(rest) or everyday(rest) or nation(rest) for rest in (folded[1:], folded[3:]) if len(rest) > 2
        )
    return (
        folded[:1] in affixes("conjunction")
        and bool(evidence(folded[1:]) or everyday(folded[1:]))
        and not evidence(folded)
    )


def listed_everyday(folded: str) -> bool:
    """Whether a word as it stands, clitics and all, is an everyday word: كبير is no ك before a name."""
    return folded in _everyday() or (folded.endswith("ا") and folded[:-1] in _everyday())


def char(reading: Reading, i: int, cut: int) -> int:
    """Return the source position of token ``i`` without its first ``cut`` folded letters."""
    if not cut:
        return reading.starts[i]
    return reading.starts[i] + fold(reading.words[i].surface).to_source(cut, cut)[0]


def joined(reading: Reading, i: int) -> bool:
    """Whether only blanks, and no line end, stand between token ``i - 1`` and token ``i``."""
    if not 0 < i < len(reading.words):
        return False
    return "\n" not in reading.source[reading.ends[i - 1] : reading.starts[i]]


def latin(folded: str) -> str | None:
    """Return the usual Latin spelling of a name word."""
    known = name_words().get(key(folded))
    return known.latin if known else None


def quoted(reading: Reading, i: int, most: int = 6) -> int | None:
    """Return the token after the closing mark where ``i`` opens a short stretch in quotation marks; else None."""
    if i >= len(reading.words) or reading.words[i].folded not in _marks():
        return None
    for last in _until(reading, i + 1, most):
        if reading.words[last].folded in _marks():
            return last + 1 if last > i + 1 else None
    return None


def _until(reading: Reading, i: int, most: int) -> Iterator[int]:
    for j in range(i, min(i + most + 1, len(reading.words))):
        if not joined(reading, j):
            return
        yield j


@cache
def _marks() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("quotation_marks"))


@cache
def _everyday() -> frozenset[str]:
    heads = (fold(row["form"]).text for name in _HEADS for row in lexicon.rows(name))
    return frozenset(row["form"] for row in lexicon.rows("everyday_words")) | frozenset(heads)


@cache
def _not_names() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("not_names"))


@cache
def _speakers() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("source_nouns"))


@cache
def _links() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("title_links"))


@cache
def _nations() -> dict[str, str]:
    return {fold(row["form"]).text: row["of"] for row in lexicon.rows("nationalities")}


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("body_adjectives"))
