"""What a number counts: the noun behind it or before it, in its dictionary form.

Arabic nouns change with the number before them: plural after 3 to 10 (خمسة جنود), accusative singular after 11 to 99
(14 جنديا), singular after a hundred (مئة جندي), and two of a thing is one word (جنديان). Broken plurals are listed
(`counted_nouns.tsv`); duals, sound plurals and case endings are taken off by rule, so that a noun in no list is read
too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from analysis import lexicon
from analysis.lexicon import folded_words
from analysis.text.fold import fold_text
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

Kind = Literal["thing", "unit", "currency", "time"]

ARTICLE = "ال"
FROM = "من"
_JOINERS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


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
    if name == "currencies":
        return Lexeme(form, "money", "currency", gloss=row["currency"])
    if name == "units":
        time = row["kind"] == "time"
        return Lexeme(form, "other", "time" if time else "unit", None if time else row["unit"], row["unit"])
    return Lexeme(form.split()[0], row["category"], "thing", gloss=row["noun"])  # of a fixed pair the first word


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
def uncounted() -> frozenset[str]:
    """Return the words that are never what a number counts, folded."""
    return frozenset(fold_text(row["form"]) for row in lexicon.rows("uncounted"))


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


def after(reading: Reading, numeral: Numeral) -> Noun | None:
    """Return the noun behind a number, with "من" between (10 من الجنود) or without; None where none is counted."""
    i = past_asides(reading, _unmarked(reading, numeral))
    if i >= len(reading.words) or _breaks(reading, i):
        return None
    if reading.words[i].folded == FROM:
        return _of_them(reading, i + 1)
    if reading.words[i].folded in _passed_over() and i + 1 < len(reading.words):
        i += 1
    noun = listed(reading, i)
    if noun is not None:
        return noun if _agrees(noun, numeral) else None
    if numeral.kind == "vague":
        return listed(reading, i, definite=True) or _many_people(reading, i)
    in_brackets = i != numeral.rest and reading.words[i - 1].surface in MARKS_BEHIND
    return None if in_brackets else _guess(reading, i, numeral)


MARKS_BEFORE = frozenset('"«“”([')
_BRACKETS = frozenset(")]")
MARKS_BEHIND = frozenset('"»”“)]')


def _unmarked(reading: Reading, numeral: Numeral) -> int:
    """Return the token behind a number and the bracket or mark that closes around it: (122) وظيفة، “أربع” مواد."""
    i = numeral.rest
    if i < len(reading.words) and reading.words[i].surface in MARKS_BEHIND:
        opened = numeral.first > 0 and reading.words[numeral.first - 1].surface in MARKS_BEFORE
        return i + 1 if opened or reading.words[i].surface not in _BRACKETS else len(reading.words)
    if i < len(reading.words) and reading.words[i].surface in MARKS_BEFORE - {"(", "["}:
        return i + 1
    return i


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(fold_text(row["form"]) for row in lexicon.rows("passed_over"))


def _breaks(reading: Reading, i: int) -> bool:
    """Whether the line ends before token ``i``."""
    return i > 0 and "\n" in reading.source[reading.ends[i - 1] : reading.starts[i]]


def _agrees(noun: Noun, numeral: Numeral) -> bool:
    if noun.lexeme.kind != "thing" or numeral.scaled or numeral.kind != "cardinal":
        return True
    if 3 <= numeral.last_value <= 10:
        return noun.number == "many"
    return noun.number != "two"


def _of_them(reading: Reading, i: int) -> Noun | None:
    """Return the noun behind "من": definite (من الجنود), or the head of a construct (من أعضاء الحزب)."""
    while i < len(reading.words) and reading.words[i].folded in _passed_over():
        i += 1
    noun = (
        listed(reading, i, definite=True)
        or listed(reading, i)
        or (owned(reading, i) if i < len(reading.words) else None)
    )
    if noun is not None:
        several = noun.number == "many" or noun.lexeme.category == "people"  # من طاقم المروحية
        return noun if several and noun.lexeme.kind == "thing" else None
    return _many_people(reading, i)


def _many_people(reading: Reading, i: int) -> Noun | None:
    """Return people of a kind in no list, by the sound plural with the article: المصريين."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic":
        return None
    plain = bare(reading.words[i].surface)
    if plain.startswith(ARTICLE) and plain.endswith(("ين", "ون")) and len(plain) > 6:
        return _noun(reading, i, plain.removeprefix(ARTICLE)[:-2], "people", "many")
    return None


def past_asides(reading: Reading, i: int) -> int:
    """Return the token "من" behind words that only set off the number (فقط من, على الأقل من), else ``i``."""
    for item in reading.at(i, "only_words", "bounds"):
        aside = item.entry.cls == "only_words" or item.entry.row["place"] == "after"
        if aside and item.last < len(reading.words) and reading.words[item.last].folded == FROM:
            return item.last
    return i


def share_of(reading: Reading, numeral: Numeral) -> Noun | None:
    """Return what a percentage or fraction is a share of: the noun behind "من", or right behind a fraction."""
    i = past_asides(reading, numeral.rest)
    if i >= len(reading.words) or _breaks(reading, i):
        return None
    if reading.words[i].folded == FROM:
        i += 1
    elif numeral.kind == "percent":
        return None
    while i < len(reading.words) and (reading.words[i].folded in _passed_over() or reading.words[i].kind == "mark"):
        i += 1
    return thing(reading, i)


def thing(reading: Reading, i: int) -> Noun | None:
    """Return the noun at token ``i`` in its dictionary form, whether listed or not, with the article or without."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic":
        return None
    noun = listed(reading, i, definite=True) or listed(reading, i)
    noun = noun or _with_owner(reading, i)
    if noun is not None:
        return noun if noun.lexeme.kind != "time" else None
    word = bare(reading.words[i].surface)
    if fold_text(word) in uncounted() or not reading.words[i].keys.isdisjoint(_NO_WHOLE) or word.startswith("لل"):
        return None
    word = word.removeprefix(ARTICLE)
    if word.endswith(("ين", "ون")) and len(word) > 5:
        return _noun(reading, i, word[:-2], "people", "many")
    if word.endswith("ات") and len(word) > 5:
        return _noun(reading, i, word[:-2] + "ة", "other", "many")
    return _noun(reading, i, word, "other", "one") if len(word) > 1 else None


_NO_WHOLE = frozenset({"months", "weekdays", "changes", "relative_words", "function_words", "event_verbs"})
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")


def bare(surface: str) -> str:
    """Return a word without vowel marks and tatweel, its hamzas kept."""
    return _MARKS.sub("", surface)


def _noun(reading: Reading, i: int, form: str, category: str, number: str) -> Noun:
    return Noun(Lexeme(form, category, "thing"), number, i, i + 1, reading.starts[i], reading.ends[i], known=False)


def _guess(reading: Reading, i: int, numeral: Numeral) -> Noun | None:
    """Return a noun that is in no list, where its form is what grammar asks for behind this number."""
    word = reading.words[i]
    if (
        word.kind != "arabic"
        or len(word.folded) < 3
        or word.folded in uncounted()
        or word.folded.startswith((ARTICLE, "و"))
    ):
        return None
    if not word.keys.isdisjoint(_NO_NOUNS) or numeral.kind not in {"cardinal"}:
        return None
    surface = bare(word.surface)
    count = numeral.last_value
    if 3 <= count <= 10 and not numeral.scaled:
        singular = _singular(surface, numeral)
        return _noun(reading, i, *singular, "many") if singular else None
    if 11 <= count < 100 and not numeral.scaled:
        if surface.endswith("ا") and len(surface) > 3 and not word.folded.endswith("وا"):
            form = surface[:-1]
            return _noun(reading, i, form, "people" if form.endswith("ي") else "other", "one")
        return _noun(reading, i, surface, "other", "one") if _feminine(surface) else None
    if count >= 100:
        if _feminine(surface):
            return _noun(reading, i, surface, "other", "one")
        if surface.endswith("ي") and len(surface) > 4 and not surface.startswith(("ي", "ت")):
            return _noun(reading, i, surface, "people", "one")
    return None


_NO_NOUNS = frozenset({"months", "weekdays", "function_words", "event_verbs", "bounds", "changes", "number_words"})


def _feminine(surface: str) -> bool:
    return surface.endswith("ة") and not surface.startswith((*_JOINERS, *_PREPOSITIONS))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = lexicon.rows("plural_patterns")
    return tuple((re.compile(_regex(row["form"])), row["singular"], row["feminine"]) for row in rows)


def _regex(pattern: str) -> str:
    """Turn a pattern of the grammarians (أفعال) into an expression with its three or four root letters as groups."""
    roots = "فعل"
    return "".join("([^اويء])" if letter in roots else f"[{letter}]" for letter in pattern) + "$"


def _singular(surface: str, numeral: Numeral) -> tuple[str, str] | None:
    """Return dictionary form and category of a plural in no list; a feminine number word says a feminine noun."""
    if surface.endswith(("ين", "ون")) and len(surface) > 5:
        return surface[:-2], "people"
    if surface.endswith("ات") and len(surface) > 3:
        masculine = numeral.gender == "masculine"
        return (surface[:-2] if masculine else surface[:-2] + "ة"), "other"
    for pattern, singular, feminine in _patterns():
        if match := pattern.match(surface):
            roots = iter(match.groups())
            shape = feminine if numeral.gender == "feminine" and feminine else singular
            return "".join(next(roots) if letter in "فعل" else letter for letter in shape), "other"
    return None


def before(reading: Reading, i: int, *, reach: int = 3) -> Noun | None:
    """Return the listed noun, definite or in a construct, that stands at most ``reach`` words before token ``i``."""
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if reading.words[k].kind != "arabic" or not reading.words[k].keys.isdisjoint(_CUTS):
            return None
        noun = listed(reading, k, definite=True) or listed(reading, k) or owned(reading, k)
        if noun is not None and noun.last <= i and noun.number == "many":
            return noun
    return None


_CUTS = frozenset({"function_words", "clause_words", "prepositions", "number_words", "relative_words"})
_PRONOUNS = tuple(fold_text(row["form"]) for row in lexicon.rows("clitics") if row["slot"] == "pronoun")


def owned(reading: Reading, k: int) -> Noun | None:
    """Return a listed plural with a pronoun: ركابها، قطاعاته."""
    word = reading.words[k].folded
    for ending in _PRONOUNS:
        if word.endswith(ending) and len(word) > len(ending) + 3 and ending != "ي":
            lexeme = plural(word.removesuffix(ending))
            if lexeme is not None:
                return Noun(lexeme, "many", k, k + 1, reading.starts[k], reading.ends[k])
    return None


def _with_owner(reading: Reading, i: int) -> Noun | None:
    """Return the noun at token ``i`` without the pronoun of its owner: قيمتها، أسعارها، إنتاجهم."""
    surface = bare(reading.words[i].surface)
    if reading.words[i].folded.startswith(ARTICLE) or not reading.words[i].keys.isdisjoint(_NO_WHOLE):
        return None
    for ending in sorted(_PRONOUNS, key=len, reverse=True):
        stem = surface.removesuffix(ending)
        if stem == surface or ending == "ي" or len(stem) < _SHORTEST:
            continue
        feminine = stem.endswith("ت") and not stem.endswith("ات")
        form = stem[:-1] + "ة" if feminine else stem
        for _, lexeme, number in nouns().get(fold_text(form), ()):
            return Noun(lexeme, number, i, i + 1, reading.starts[i], reading.ends[i])
        if len(ending) > 1 or feminine:
            plural = form.endswith("ات")
            return _noun(reading, i, form[:-2] + "ة" if plural else form, "other", "many" if plural else "one")
    return None


_SHORTEST = 3
"""Letters that must be left of a word before a pronoun."""


def behind_lam(reading: Reading, i: int) -> Noun | None:
    """Return the listed noun that ل is written with (خسارة [لقيمة] الليرة، زيادة [للأسعار]), or None."""
    word = reading.words[i].folded
    plain = word[2:] if word.startswith("لل") else word[1:] if word.startswith("ل") else ""
    for spelling, number in spellings(plain) if plain else ():
        for words, lexeme, own in nouns().get(spelling, ()):
            if len(words) == 1:
                return Noun(lexeme, number or own, i, i + 1, reading.starts[i], reading.ends[i])
    return None
