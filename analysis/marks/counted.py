"""What a number counts: the noun behind it or before it, in its dictionary form.

Arabic nouns change with the number before them: plural after 3 to 10 (خمسة جنود), accusative singular after 11 to 99
(14 جنديا), singular after a hundred (مئة جندي), and two of a thing is one word (جنديان). Broken plurals are listed
(`counted_nouns.tsv`); duals, sound plurals and case endings are taken off by rule, so that a noun in no list is read
too.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from analysis import lexicon
from analysis.marks import changes, unlisted
from analysis.marks.nouns import ARTICLE, Noun, listed, nouns, person, plural, spellings
from analysis.marks.unlisted import bare, made
from analysis.text import numerals
from analysis.text.fold import fold_text
from analysis.text.number_words import ARTICLES
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

FROM = "من"
_HUNDRED = 100


def after(reading: Reading, numeral: Numeral) -> Noun | None:
    """Return the noun behind a number, with "من" between (10 من الجنود) or without; None where none is counted."""
    i = past_asides(reading, _unmarked(reading, numeral))
    if i >= len(reading.words) or breaks(reading, i):
        return None
    if reading.words[i].folded == FROM:
        return _of_them(reading, i + 1)
    if _passed_over(reading, i) and i + 1 < len(reading.words):
        if unlisted.is_year(numeral):
            return None  # "معرض الشرق الأوسط 2015 أبرز رواد السوق"
        i += 1
    noun = listed(reading, i) or _misspelt(reading, i)
    measured = noun is not None and noun.lexeme.kind != "thing"
    if _numbers_a_list(reading, numeral) and not measured:
        return None
    if noun is not None and _of_one(reading, noun, numeral):
        return None  # "عددهن 158 امرأة واحدة ماتت منهن"
    if noun is not None:
        fits = _agrees(noun, numeral) and not _otherwise_spelt(reading, noun)
        return noun if fits and not _may_be_verb(reading, noun, numeral) else None
    if numeral.kind == "vague":
        return listed(reading, i, definite=True) or _many_people(reading, i)
    return unlisted.guess(reading, i, numeral)


def _of_one(reading: Reading, noun: Noun, numeral: Numeral) -> bool:
    """Whether "one" behind a noun says that it is no part of the number before: 158 [امرأة واحدة]."""
    if noun.number != "one" or noun.lexeme.kind != "thing" or numeral.value == 1:
        return False
    one = numerals.at(reading, noun.last)
    return one is not None and one.value == 1 and not one.written and one.kind == "cardinal" and not one.before


def in_brackets(reading: Reading, numeral: Numeral) -> bool:
    """Whether the digits of a number stand in brackets: (2750) توصيلة، (162) مليون ريال."""
    if not numeral.written or not numeral.first or reading.words[numeral.first - 1].surface not in _OPEN:
        return False
    last = numeral.first + 1
    while last < numeral.rest and reading.words[last].surface not in _BRACKETS:
        last += 1
    return last < len(reading.words) and reading.words[last].surface in _BRACKETS


def _numbers_a_list(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number in brackets opens its line, or is written with its first word: (12) زيارة، (6)هنالك."""
    if not in_brackets(reading, numeral) or numeral.scaled:
        return False
    return numeral.first == 1 or breaks(reading, numeral.first - 1) or reading.tight(numeral.rest + 1)


_OPEN = frozenset("([")


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


def _passed_over(reading: Reading, i: int) -> bool:
    return reading.words[i].folded in lexicon.forms("passed_over")


def breaks(reading: Reading, i: int) -> bool:
    """Whether the line ends before token ``i``."""
    return i > 0 and "\n" in reading.source[reading.ends[i - 1] : reading.starts[i]]


def _agrees(noun: Noun, numeral: Numeral) -> bool:
    if noun.lexeme.kind != "thing" or numeral.scaled or numeral.kind != "cardinal":
        return True
    if 3 <= numeral.last_value <= 10 and numeral.last_value.is_integer():
        # of 5706 in digits the press says عامل as of 5700, though read aloud it ends in six
        return noun.number == "many" or (noun.number == "one" and numeral.written and (numeral.value or 0) > _HUNDRED)
    if numeral.value == 2 and not numeral.written:
        return False  # "اثنان" is said of a dual, or with من
    return noun.number != "two"


def _misspelt(reading: Reading, i: int) -> Noun | None:
    """Return the listed feminine whose ة is written ه: 82 مخالفه."""
    word = reading.words[i].folded
    if not word.endswith("ه") or len(word) < _SHORTEST + 2:
        return None
    for words, lexeme, number in nouns().get(word[:-1] + "ة", ()):
        if len(words) == 1 and number == "one":
            return Noun(lexeme, number, i, i + 1, reading.starts[i], reading.ends[i])
    return None


def _otherwise_spelt(reading: Reading, noun: Noun) -> bool:
    """Whether a particle that only folding makes a noun stands there: 89-75 أمام الفريق is no إمام."""
    surface = bare(reading.words[noun.first].surface)
    return noun.lexeme.kind == "thing" and surface in _particles() and surface != noun.lexeme.form


@cache
def _particles() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("uncounted"))


def _may_be_verb(reading: Reading, noun: Noun, numeral: Numeral) -> bool:
    """Whether three letters behind what may be a year are rather its verb: في 2015 خرق.

    Behind full hundreds a singular without ending is what grammar asks for (1900 شخص); behind 2015 it would be شخصا.
    """
    if numeral.value is not None and numeral.value % _HUNDRED == 0:
        return False
    short = noun.last == noun.first + 1 and len(reading.words[noun.first].folded) == _SHORTEST
    return short and noun.lexeme.kind == "thing" and unlisted.is_year(numeral)


def _of_them(reading: Reading, i: int) -> Noun | None:
    """Return the noun behind "من": definite (من الجنود), or the head of a construct (من أعضاء الحزب)."""
    while i < len(reading.words) and _passed_over(reading, i):
        i += 1
    noun = (
        listed(reading, i, definite=True)
        or listed(reading, i)
        or (owned(reading, i, shortest=_SHORTEST) if i < len(reading.words) else None)
    )
    if noun is None:
        return _many_people(reading, i)
    if noun.number == "one" and noun.lexeme.gloss in GROUPS:
        return replace(noun, lexeme=person(), number="many")  # "4 من عائلة واحدة" are people
    if not reading.words[i].keys.isdisjoint(_PLACES) and not reading.words[i].folded.startswith(ARTICLE):
        return None  # "اثنين من ليبيا"
    several = noun.number == "many" or noun.lexeme.category == "people"  # من طاقم المروحية
    return noun if several and noun.lexeme.kind == "thing" else None


GROUPS = frozenset({"family", "household", "tribe"})
"""Nouns of groups: some "of one" are people, and "one" of them means the same (من عائلة واحدة)."""
_PLACES = frozenset({"places"})


def _many_people(reading: Reading, i: int) -> Noun | None:
    """Return people of a kind in no list, by the sound plural with the article: المصريين."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic":
        return None
    plain = bare(reading.words[i].surface)
    if plain.startswith(ARTICLE) and plain.endswith(("ين", "ون")) and unlisted.of_people(plain[2:-2]):
        return made(reading, i, plain.removeprefix(ARTICLE)[:-2], "people", "many")
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
    i = past_asides(reading, numeral.rest + in_brackets(reading, numeral))
    if i >= len(reading.words) or breaks(reading, i):
        return None
    if reading.words[i].folded == FROM:
        i += 1
    elif numeral.kind == "percent":
        return None
    first = i
    while i < len(reading.words) and (_passed_over(reading, i) or reading.words[i].kind == "mark"):
        i += 1
    if i > first and (sum_ := numerals.at(reading, i)) is not None and sum_.value is not None:
        return after(reading, sum_)  # "13 في المئة من أصل 1.6 مليار دولار"
    noun = _rated(reading, i) or thing(reading, i)
    those = any("those_words" in word.keys for word in reading.words[first : i + 1])
    if those and (noun is None or not _definite(reading, i)):  # "نصف هؤلاء موجودون", not "نصف هؤلاء الطلاب"
        return Noun(person(), "many", first, first + 1, reading.starts[first], reading.ends[first])
    return noun


def _definite(reading: Reading, i: int) -> bool:
    return reading.words[i].folded.startswith(ARTICLE)


def owner_of(reading: Reading, numeral: Numeral) -> str:
    """Return the pronoun that a share in words is written with, folded: نصف[هم]، ثلثا[ها]; or nothing."""
    end = reading.ends[numeral.last - 1]
    return fold_text(reading.source[numeral.end : end]) if numeral.kind == "fraction" and not numeral.written else ""


def _rated(reading: Reading, i: int) -> Noun | None:
    """Return what the rate at token ``i`` is of: 5 في المئة من معدل [النمو]."""
    if i + 1 >= len(reading.words) or not any(not item.analysis.after for item in reading.at(i, "rate_words")):
        return None
    if (noun := thing(reading, i + 1)) is not None:
        return noun
    word = bare(reading.words[i + 1].surface)
    changed = changes.NOUNS in reading.words[i + 1].keys and word.startswith(ARTICLE)
    return made(reading, i + 1, word.removeprefix(ARTICLE), "other", "one") if changed else None


def thing(reading: Reading, i: int) -> Noun | None:
    """Return the noun at token ``i`` in its dictionary form, whether listed or not, with the article or without."""
    if i >= len(reading.words) or reading.words[i].kind != "arabic":
        return None
    noun = listed(reading, i, definite=True) or listed(reading, i)
    noun = noun or with_owner(reading, i)
    if noun is not None and noun.lexeme.gloss == DECADE:
        return made(reading, i, noun.lexeme.form, "other", noun.number)  # "عقود الخام" are contracts
    if noun is not None:
        return noun if noun.lexeme.kind != "time" else None
    word = bare(reading.words[i].surface)
    if (
        fold_text(word) in lexicon.forms("uncounted")
        or not reading.words[i].keys.isdisjoint(_NO_WHOLE)
        or changes.at(reading, i)
        or word.startswith("لل")
    ):
        return None
    if not reading.words[i].keys.isdisjoint(_VERBS) or _inside_a_place(reading, i):
        return None
    word = word.removeprefix(ARTICLE)
    if word.endswith(("ين", "ون")) and len(word) > 5 and unlisted.of_people(word[:-2]):
        return made(reading, i, word[:-2], "people", "many")
    if word.endswith("ات") and len(word) > 5:
        return made(reading, i, unlisted.sound(word[:-2]), "other", "many")
    return made(reading, i, word, "other", "one") if len(word) > 1 else None


def _inside_a_place(reading: Reading, i: int) -> bool:
    """Whether token ``i`` only ends the name of a place: الولايات [المتحدة]."""
    return any(item.last > i for k in range(max(0, i - 2), i) for item in reading.at(k, "places"))


DECADE = "dec"
"""The unit whose noun (عقد) is that of contracts as well."""
_VERBS = frozenset({"past_verbs", "speech_verbs"})
_NO_WHOLE = frozenset({"months", "weekdays", "changes", "relative_words", "function_words", "event_verbs"})


def before(reading: Reading, i: int, *, reach: int = 3, gender: str = "any") -> Noun | None:
    """Return the noun, definite or in a construct, that stands at most ``reach`` words before token ``i``.

    It is a listed one, or right before a number of that ``gender`` a plural in ـات.
    """
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if reading.words[k].kind != "arabic" or not reading.words[k].keys.isdisjoint(_CUTS):
            return None
        noun = listed(reading, k, definite=True) or listed(reading, k) or owned(reading, k)
        noun = noun or _led_in(reading, k) or (_many_things(reading, k, gender) if k == i - 1 else None)
        if noun is not None and noun.last <= i and noun.number == "many":
            return _qualified_by(reading, noun) or noun
        if k == i - 1 and noun is None and not reading.words[k].folded.startswith(ARTICLE):
            return None  # "مباريات دور الـ32": the number is that of the round
    return None


def _led_in(reading: Reading, k: int) -> Noun | None:
    """Return the listed noun whose article stands behind a clitic, that clitic outside: إيران و[الدول] الست."""
    noun = behind(reading, k, *_ARTICLES)
    return replace(noun, start=noun.start + _lead_of(reading, k)) if noun is not None else None


def _lead_of(reading: Reading, k: int) -> int:
    """Return the letters of the clitic before the article of token ``k``; of لل none can be cut."""
    word = reading.words[k].folded
    lead = next((lead for lead in _ARTICLES if word.startswith(lead)), "")
    return len(lead) - len(ARTICLE) if lead.endswith(ARTICLE) else 0


def _many_things(reading: Reading, k: int, gender: str) -> Noun | None:
    """Return a plural in ـات in no list, with the article, alone or behind a clitic: الرئاسات الثلاث."""
    word = bare(reading.words[k].surface)
    lead = next((lead for lead in (*_ARTICLES, ARTICLE) if word.startswith(lead)), "")
    stem = word.removeprefix(lead)
    if not lead or not stem.endswith(MANY) or len(stem) < _SHORTEST + len(MANY):
        return None
    noun = made(reading, k, unlisted.sound(stem.removesuffix(MANY), gender), "other", "many")
    return replace(noun, start=noun.start + _lead_of(reading, k))


MANY = "ات"
_ARTICLES = tuple(sorted(ARTICLES - {ARTICLE}, key=len, reverse=True))


def numbers_a_name(reading: Reading, i: int) -> bool:
    """Whether the word at token ``i`` makes a number with the article a name: دور الـ32."""
    return i >= 0 and reading.words[i].folded in lexicon.forms("number_labels")


def _qualified_by(reading: Reading, noun: Noun) -> Noun | None:
    """Return the definite plural that ``noun`` only qualifies: [الدول] الأعضاء الـ28."""
    if not reading.words[noun.first].folded.startswith(ARTICLE):
        return None
    head = listed(reading, noun.first - 1, definite=True)
    return head if head is not None and head.number == "many" and head.last == noun.first else None


_CUTS = frozenset({"function_words", "clause_words", "prepositions", "number_words", "relative_words"})
_PRONOUNS = tuple(fold_text(row["form"]) for row in lexicon.rows("clitics") if row["slot"] == "pronoun")


def owned(reading: Reading, k: int, *, shortest: int = 4) -> Noun | None:
    """Return a listed plural of so many letters with a pronoun: ركابها، قطاعاته."""
    word = reading.words[k].folded
    for ending in _PRONOUNS:
        if word.endswith(ending) and len(word) >= len(ending) + shortest and ending != "ي":
            lexeme = plural(word.removesuffix(ending))
            if lexeme is not None:
                return Noun(lexeme, "many", k, k + 1, reading.starts[k], reading.ends[k])
    return None


def with_owner(reading: Reading, i: int) -> Noun | None:
    """Return the noun at token ``i`` without the pronoun of its owner: قيمتها، أسعارها، إنتاجهم."""
    surface = bare(reading.words[i].surface)
    if reading.words[i].folded.startswith((ARTICLE, "لل")) or not reading.words[i].keys.isdisjoint(_NO_WHOLE):
        return None
    if changes.at(reading, i):
        return None
    for ending in sorted(_PRONOUNS, key=len, reverse=True):
        stem = surface.removesuffix(ending)
        if stem == surface or ending == "ي" or len(stem) < _SHORTEST:
            continue
        feminine = stem.endswith("ت") and not stem.endswith("ات")
        form = stem[:-1] + "ة" if feminine else stem
        for _, lexeme, number in nouns().get(fold_text(form), ()):
            return Noun(lexeme, number, i, i + 1, reading.starts[i], reading.ends[i])
        if stem.endswith(_CONSTRUCT) and len(stem) > _SHORTEST_PLURAL:  # مشاهديه: of مشاهدين
            if lexeme := plural(fold_text(stem) + "ن"):
                return Noun(lexeme, "many", i, i + 1, reading.starts[i], reading.ends[i])
            if unlisted.of_people(stem[:-1]):
                return made(reading, i, stem[:-1], "people", "many")
        if len(ending) > 1 or feminine:
            many = form.endswith("ات")
            return made(reading, i, unlisted.sound(form[:-2]) if many else form, "other", "many" if many else "one")
    return None


_SHORTEST = 3
_SHORTEST_PLURAL = 4
_CONSTRUCT = (
    "ي",
    "و",
)
"""Endings of plurals of people before their owner."""
"""Letters that must be left of a word before a pronoun."""


def behind(reading: Reading, i: int, *clitics: str) -> Noun | None:
    """Return the listed noun that one of ``clitics`` is written with (خسارة [لقيمة] الليرة), or None."""
    word = reading.words[i].folded
    plain = next((word.removeprefix(clitic) for clitic in clitics if word.startswith(clitic)), "")
    for spelling, number in spellings(plain) if plain else ():
        for words, lexeme, own in nouns().get(spelling, ()):
            if len(words) == 1:
                return Noun(lexeme, number or own, i, i + 1, reading.starts[i], reading.ends[i])
    return None
