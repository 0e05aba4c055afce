"""The nouns that figures count, as the lists have them: forms, spellings, and where one stands in a text.

Broken plurals are listed (`counted_nouns.tsv`); duals, sound plurals and case endings are taken off by rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from analysis import lexicon
from analysis.lexicon import folded_words
from analysis.text.fold import fold_text
from analysis.text.read import Reading

Kind = Literal["thing", "unit", "currency", "time"]

ARTICLE = "ال"
PEOPLE = frozenset({"people", "troops", "fighters", "sources", "killed", "wounded", "displaced", "detained"})
"""Categories of nouns of persons."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A noun of the lists: its dictionary form, the usual category of its claims, and what kind of noun it is."""

    form: str
    category: str
    kind: Kind
    unit: str | None = None
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun where it stands: ``first`` to ``last`` are tokens, ``number`` its grammatical number."""

    lexeme: Lexeme
    number: str
    first: int
    last: int
    start: int
    end: int
    known: bool = True


@cache
def nouns() -> dict[str, list[tuple[tuple[str, ...], Lexeme, str]]]:
    """Map the first folded word of each listed form to its words, noun and grammatical number."""
    found: dict[str, list[tuple[tuple[str, ...], Lexeme, str]]] = defaultdict(list)
    for name, key in (("counted_nouns", "noun"), ("currencies", "currency"), ("units", "unit")):
        main: dict[str, str] = {}
        for row in lexicon.rows(name):
            main.setdefault(row[key], row["form"])
        for row in lexicon.rows(name):
            words = folded_words(row["form"])
            found[words[0]].append((words, _lexeme(name, row, main[row[key]]), row["number"]))
    return found


def _lexeme(name: str, row: Mapping[str, str], form: str) -> Lexeme:
    """Return the noun of a row; of a fixed pair (رجل أمن، متر مربع) the first word is its dictionary form."""
    if name == "currencies":
        return Lexeme(form.split()[0], "money", "currency", gloss=row["currency"])
    if name == "units":
        time = row["kind"] == "time"
        head = form.split()[0]
        return Lexeme(head, "other", "time" if time else "unit", None if time else row["unit"], row["unit"])
    return Lexeme(form.split()[0], row["category"], "thing", gloss=row["noun"])


@cache
def endings(says: str) -> tuple[str, ...]:
    """Return the endings of words that ``says`` names (`word_endings.tsv`), folded, the longest first."""
    found = {fold_text(row["form"]) for row in lexicon.rows("word_endings") if row["says"] == says}
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


def is_nisba(word: str) -> bool:
    """Whether a folded word has the ending of an adjective of origin: أفغانيا، أميركيتين."""
    return len(word) >= 4 and word.endswith(endings("nisba"))


@cache
def person() -> Lexeme:
    """Return the noun of people whose noun is left out."""
    return next(lexeme for forms in nouns().values() for _, lexeme, _ in forms if lexeme.gloss == "person")


@cache
def plural(word: str) -> Lexeme | None:
    """Return the noun whose plural a folded word is, or None."""
    for spelling, number in spellings(word):
        for words, lexeme, own in nouns().get(spelling, ()):
            if len(words) == 1 and "many" in {number, own} and number != "two":
                return lexeme
    return None


@cache
def spellings(word: str) -> tuple[tuple[str, str], ...]:
    """Return what a folded word may be listed as, with the grammatical number that its ending says ("" where none).

    Examples
    --------
    >>> spellings("مروحيتين")[:3]
    (('مروحيتين', ''), ('مروحيت', 'two'), ('مروحية', 'two'))
    """
    found = [(word, "")]
    stem = word[:-2]
    if word.endswith("ا") and len(word) > 2:
        found.append((word[:-1], ""))
    if word.endswith("ون") and len(word) > 4:
        found.append((stem + "ين", "many"))
    if word.endswith(("ان", "ين")) and len(word) > 4:
        found.append((stem, "two"))
        if stem.endswith("ت"):
            found.append((stem[:-1] + "ة", "two"))
    if word.endswith(("تا", "تي")) and len(word) > 4:
        found.append((stem + "ة", "two"))
    if word.endswith(("ي", "و")) and len(word) > 4:
        found.append((word[:-1] + "ين", "many"))
    if word.endswith("ات") and len(word) > 4:
        found += [(stem + "ة", "many"), (stem, "many")]
    return tuple(found)


def listed(reading: Reading, i: int, *, definite: bool = False) -> Noun | None:
    """Return the longest listed noun that begins at token ``i``; behind the article where ``definite``."""
    if not 0 <= i < len(reading.words):
        return None
    word = reading.words[i].folded
    if definite:
        if not word.startswith(ARTICLE):
            return None
        word = word.removeprefix(ARTICLE)
    best: tuple[int, Lexeme, str] | None = None
    for spelling, number in spellings(word):
        if spelling != word and word in lexicon.forms("uncounted"):
            continue  # "كما" is no accusative of كم
        for words, lexeme, own in nouns().get(spelling, ()):
            if number == "two" and own != "one":
                continue
            last = i + len(words)
            if len(words) > 1 and not _goes_on(reading, i + 1, words[1:], definite=definite):
                continue
            if best is None or last > best[0]:
                best = (last, _of_women(lexeme, word) if number == "many" and own == "one" else lexeme, number or own)
    if best is None:
        return None
    last, lexeme, number = best
    return Noun(lexeme, number, i, last, reading.starts[i], reading.ends[last - 1])


def _of_women(lexeme: Lexeme, word: str) -> Lexeme:
    """Return the feminine of a noun of persons where its plural is one of women: متسابقات is not of متسابق."""
    if word.endswith("ات") and lexeme.category != "other" and word[:-2] == fold_text(lexeme.form):
        return replace(lexeme, form=lexeme.form + "ة")
    return lexeme


def _goes_on(reading: Reading, i: int, rest: tuple[str, ...], *, definite: bool) -> bool:
    words = [word.folded for word in reading.words[i : i + len(rest)]]
    if len(words) < len(rest):
        return False
    for word, want in zip(words, rest, strict=True):
        plain = word.removeprefix(ARTICLE) if definite else word
        if want not in {word, plain} and all(want != spelling for spelling, _ in spellings(plain)):
            return False
    return True
