"""Numbers said in words, by the grammar and by two independent libraries, to be read back.

The grammar is written out here from Ryding 2005, chapter 15, and shares no list with the reader: 1 and 2 agree with
what is counted, 3 to 10 take the other gender, tens and duals have a nominative and an oblique case, a dual loses its ن
before a noun, 11 to 99 want a singular in the accusative behind them, 3 to 10 a plural, hundreds and thousands a
singular. Spelling varies as it does in news: مئة and مائة, attached and apart, و apart, hamzas left out, vowel marks.

``python -m tests.text.spelled --count 20000`` reads that many back and tells which are not.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from icu4py.messageformat import MessageFormat
from num2words import num2words

from analysis.text import numerals
from analysis.text.read import read

LENGTHS = 12
"""Digits that a number may have, 10^12 apart."""
DUALS = (2000, 2_000_000, 2_000_000_000)
FEMININE = (
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثماني",
    "تسع",
    "عشر",
)
TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
SPOKEN_HUNDREDS = ("مية", "ميه")
HUNDREDS = ("مئة", "مائة", "مئه", "مائه", *SPOKEN_HUNDREDS)
SCALES = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
)


@dataclass(frozen=True)
class Manner:
    """How a number is said: its gender and case, what it counts, and how a newspaper spells it."""

    feminine: bool = False
    oblique: bool = False
    noun: str = ""
    hundred: str = "مئة"
    apart: bool = False
    and_apart: bool = False
    tanween: str = "ا"
    hamzas: bool = True
    marked: bool = False

    @property
    def ending(self) -> str:
        """The ending of the sound plural, which the tens have."""
        return "ين" if self.oblique else "ون"

    @property
    def dual(self) -> str:
        """The ending of a dual that nothing follows."""
        return "ين" if self.oblique else "ان"


def manner(rng: random.Random) -> Manner:
    """Return a manner of saying numbers, one of the many that newspapers have."""
    feminine = rng.random() < 0.5
    return Manner(
        feminine=feminine,
        oblique=rng.random() < 0.5,
        noun=rng.choice(["", "", "ليرة" if feminine else "دولار"]),
        hundred=rng.choice(HUNDREDS),
        apart=rng.random() < 0.4,
        and_apart=rng.random() < 0.3,
        tanween=rng.choice(["ا", "ا", "\u064bا", "ا\u064b", ""]),
        hamzas=rng.random() < 0.8,
        marked=rng.random() < 0.1,
    )


def say(number: int, how: Manner) -> str:
    """Return a number from 1 to 10^12 in words, the noun that it counts behind it where one is asked for."""
    joiner = " و " if how.and_apart else " و"
    parts = list(_parts(number, how))
    text = joiner.join(parts)
    if how.noun:
        text += " " + how.noun
    if not how.hamzas:
        text = text.translate(str.maketrans("أإآ", "ااا"))
    return _vowelled(text) if how.marked else text


def _parts(number: int, how: Manner) -> Iterator[str]:
    for size, one, many in SCALES:
        count, number = divmod(number, size)
        if count:
            yield from _scaled(count, one, many, how, last=not number)
    if number:
        yield from _small(number, how, feminine=how.feminine, last=True)


def _scaled(count: int, one: str, many: str, how: Manner, *, last: bool) -> Iterator[str]:
    """Yield the parts of so many thousands, millions …; the number before a scale word agrees with that word."""
    construct = last and bool(how.noun)
    if count == 1:
        yield one
    elif count == 2:
        yield one + _dual(how, construct=construct)
    elif 3 <= count <= 10:
        *before, unit = _small(count, how, feminine=False)
        yield from before
        yield f"{unit} {many}"
    elif count > 100 and count % 100 in (1, 2):  # مئة ألف وألف
        yield from _scaled(count - count % 100, one, many, how, last=False)
        yield from _scaled(count % 100, one, many, how, last=last)
    else:
        *before, unit = _small(count, how, feminine=False)
        yield from before
        if 3 <= count % 100 <= 10:
            behind = many
        elif count % 100 == 0 or construct:
            behind = one
        else:
            behind = one + how.tanween
        yield f"{unit} {behind}"


def _small(number: int, how: Manner, *, feminine: bool, last: bool = False) -> Iterator[str]:
    """Yield the parts of a number below a thousand."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        yield _hundreds(hundreds, how, construct=not rest and (not last or bool(how.noun)))
    if rest:
        yield from _below_hundred(rest, how, feminine=feminine, noun=last and bool(how.noun))


def _hundreds(count: int, how: Manner, *, construct: bool) -> str:
    if count == 1:
        return how.hundred
    if count == 2 and how.hundred in SPOKEN_HUNDREDS:
        return "ميتين"
    if count == 2:
        return how.hundred.rstrip("ةه") + "ت" + _dual(how, construct=construct)
    unit = FEMININE[count - 3]
    unit = "ثمان" if unit == "ثماني" and not how.apart else unit
    return unit + (" " if how.apart else "") + how.hundred


def _dual(how: Manner, *, construct: bool) -> str:
    return how.dual[0] if construct else how.dual


def _below_hundred(number: int, how: Manner, *, feminine: bool, noun: bool) -> Iterator[str]:
    tens, unit = divmod(number, 10)
    if number < 3:
        yield (("واحدة" if feminine else "واحد"), ("اثنت" if feminine else "اثن") + how.dual)[number - 1]
    elif number <= 10:
        yield _unit(number, feminine=feminine)
    elif number < 20:
        yield _teen(unit, how, feminine=feminine)
    else:
        if unit == 1:
            yield "إحدى" if feminine else "واحد"
        elif unit:
            yield from _below_hundred(unit, how, feminine=feminine, noun=noun)
        yield TENS[tens - 2] + how.ending


def _unit(number: int, *, feminine: bool) -> str:
    """Return 3 to 10: with ة for a masculine noun, without for a feminine one."""
    word = FEMININE[number - 3]
    if feminine:
        return word
    return "ثمانية" if number == 8 else word + "ة"


def _teen(unit: int, how: Manner, *, feminine: bool) -> str:
    ten = "عشرة" if feminine else "عشر"
    if unit == 1:
        return ("إحدى " if feminine else "أحد ") + ten
    if unit == 2:
        return ("اثنت" if feminine else "اثن") + how.dual[0] + " " + ten
    return _unit(unit, feminine=feminine) + " " + ten


def _vowelled(text: str) -> str:
    """Return the text with some of the marks that schoolbooks set."""
    return text.replace("ألف", "أَلْف").replace("مئة", "مِئَة").replace("ثلاث", "ثَلاث").replace("عشر", "عَشْر")


def by_grammar(number: int, rng: random.Random) -> str:
    """Return a number as the grammar says it, in one of its manners."""
    return say(number, manner(rng))


def by_num2words(number: int, rng: random.Random) -> str:
    """Return a number as num2words says it; its 2000 is a dual before a noun (ألفا), so it is given one."""
    del rng
    words = num2words(number, lang="ar")
    return f"{words} دولار" if number in DUALS else words


def rank(number: int, *, feminine: bool) -> str:
    """Return a rank from 1 to 99 as ICU says it, definite: الحادي والعشرون."""
    pattern = "{n,spellout,%spellout-ordinal-" + ("feminine" if feminine else "masculine") + "}"
    return str(MessageFormat(pattern, "ar").format({"n": number}))


ICU_RULES = ("numbering", "cardinal-feminine", "cardinal-masculine")


def by_icu(number: int, rng: random.Random) -> str:
    """Return a number as one of the rules of ICU says it (CLDR, rule-based number formats)."""
    pattern = f"{{n,spellout,%spellout-{rng.choice(ICU_RULES)}}}"
    return str(MessageFormat(pattern, "ar").format({"n": number}))


SOURCES: dict[str, Callable[[int, random.Random], str]] = {
    "grammar": by_grammar,
    "ICU": by_icu,
    "num2words": by_num2words,
}


def numbers(count: int, rng: random.Random) -> Iterator[int]:
    """Yield numbers from 1 to 10^12, as many of each length, round ones among them."""
    for _ in range(count):
        number = rng.randrange(10 ** rng.randint(1, LENGTHS)) + 1
        zeros = rng.choice([0, 0, 1, 2, 3, 5])
        yield max(1, number // 10**zeros * 10**zeros) if rng.random() < 0.5 else number


def read_back(text: str) -> list[float | None]:
    """Return the values of the numbers that are read in a text."""
    reading = read(text)
    found, i = [], 0
    while i < len(reading.words):
        numeral = numerals.at(reading, i)
        if numeral is not None:
            found.append(numeral.value)
        i = max(i + 1, numeral.rest if numeral else 0)
    return found


def misread(source: str, count: int, seed: int) -> list[tuple[int, str, list[float | None]]]:
    """Say ``count`` numbers as ``source`` does, and return those not read back: number, words, what was read."""
    rng = random.Random(seed)
    said = [(number, SOURCES[source](number, rng)) for number in numbers(count, rng)]
    return [(number, text, found) for number, text in said if (found := read_back(text)) != [number]]


def main() -> int:
    """Read back many numbers of every source; exit with 1 where fewer than 99.9 % are."""
    arguments = argparse.ArgumentParser(description="Read back numbers that are said in words.")
    arguments.add_argument("--count", type=int, default=20_000, help="numbers of each source")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=20, help="how many of those not read back to show")
    asked = arguments.parse_args()
    good = True
    for source in SOURCES:
        failed = misread(source, asked.count, asked.seed)
        share = 1 - len(failed) / asked.count
        good &= share >= 0.999
        print(f"{source}: {asked.count - len(failed)} of {asked.count} read back ({share:.2%})")
        for number, text, found in failed[: asked.show]:
            print(f"  {number:,}: {text} -> {found}")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
