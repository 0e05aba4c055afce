"""Digits and number words to values: "سبعين ألفا" is 70,000, as are "70 ألف".

A number in words is built from parts (`number_words.tsv`) as `number_sums.py` says. What is not built so is not one
number: "اثنان ثلاثة" are two. The same words mean the same number wherever they stand, so a run of them is read once
and remembered.

Examples
--------
>>> from analysis.text.read import read
>>> at(read("ثلاثة وعشرين ألفا ومئتين"), 0).value
23200.0
>>> at(read("مليون ونصف المليون"), 0).value
1500000.0
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from analysis import lexicon
from analysis.text import digits
from analysis.text.fold import fold_text
from analysis.text.number_sums import Sum, sums
from analysis.text.number_words import (
    ACCUSATIVE,
    AND,
    ARTICLE,
    BEYOND,
    PERCENT_SIGNS,
    after_article,
    joined,
    parts,
    parts_of,
    percent_after,
)
from analysis.text.read import Reading, read

Kind = Literal["cardinal", "ordinal", "fraction", "percent", "vague"]

NUMBER_KEYS = frozenset({"digits", "number_words"})
LONGEST_RUN = 80
"""Characters; a longer run of number words is read where it stands, and not remembered."""
MOST_RUNS = 1 << 15


class Numeral(NamedTuple):
    """A number expression where it stands.

    ``first`` and ``last`` are its tokens (one past the end), ``start`` and ``end`` its characters, clitics outside;
    ``rest`` is the first token behind it, a percent sign or "في المئة" taken in. ``value`` is missing for a vague
    number, whose ``low`` is the least it can mean, and for a code of digits. A percentage is in percent.

    ``definite`` says that it carries the article, ``before`` which kinds of clitics its first word does, ``written``
    whether it holds digits, ``scaled`` that it ends with a scale word (ألف, مليون), and ``last_value`` what its last
    part counts: the noun behind it goes by that (3 to 10 a plural, 11 to 99 a singular accusative, 100 and 1000 a
    singular genitive).
    """

    first: int
    last: int
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    kind: Kind
    rest: int
    definite: bool = False
    before: tuple[str, ...] = ()
    written: bool = False
    scaled: bool = False
    last_value: float = 0
    gender: str = "any"


def at(reading: Reading, i: int) -> Numeral | None:
    """Return the longest number expression that begins at token ``i``, or None.

    Whatever follows, the work is bounded by the length of the number. Fractions of a thing (نصف السكان) have the kind
    ``fraction``; "one of" (أحد) and pronouns (ثلاثتهم) are no numbers here.
    """
    found = readings(reading, i)
    return found[0] if found else None


def readings(reading: Reading, i: int) -> tuple[Numeral, ...]:
    """Return the number expressions that begin at token ``i``, the longest first; looked at once a reading.

    The shorter ones matter where و joins two numbers: "بين خمسة وعشرين" may be a range.
    """
    if not 0 <= i < len(reading.words) or reading.words[i].keys.isdisjoint(NUMBER_KEYS):
        return ()
    found = reading.numerals.get(i)
    if found is None:
        found = reading.numerals[i] = _plain(reading, i) or _remembered(reading, i)
    return found


def _plain(reading: Reading, i: int) -> tuple[Numeral, ...]:
    """Return a run of digits that nothing beside it makes more of, which most numbers are; nothing for any other."""
    word, behind = reading.words[i], i + 1
    if word.kind != "digits" or len(word.folded) > digits.LONGEST:
        return ()
    if behind < len(reading.words):
        following = reading.words[behind]
        if not following.keys.isdisjoint(_GOING_ON) or following.surface in PERCENT_SIGNS:
            return ()
        if following.surface in digits.SIGNS and reading.tight(behind) and reading.tight(behind + 1):
            return ()
    if i > 0 and reading.tight(i) and reading.words[i - 1].surface in _BEFORE:
        return ()
    value = float(word.folded)
    tail = value % 100 if value > 100 and value % 100 >= 3 else value
    start, end, definite = reading.starts[i], reading.ends[i], after_article(reading, i)
    return (Numeral(i, behind, start, end, value, value, value, "cardinal", behind, definite, (), True, False, tail),)


_GOING_ON = frozenset({"digits", "number_words", "percent_words"})
_BEFORE = digits.SIGNS | PERCENT_SIGNS


def _remembered(reading: Reading, i: int) -> tuple[Numeral, ...]:
    """Return the numbers at token ``i``, from the memory of runs where only the run itself matters."""
    start, last = reading.starts[i], _run_end(reading, i)
    if reading.ends[last - 1] - start > LONGEST_RUN or _leans_on_others(reading, i, last):
        return _read(reading, i)
    return tuple(
        n._replace(first=n.first + i, last=n.last + i, start=n.start + start, end=n.end + start, rest=n.rest + i)
        for n in _run(reading.source[start : reading.ends[last - 1]])
    )


def _run_end(reading: Reading, i: int) -> int:
    """Return the token behind the number words, digits and signs between them from token ``i`` on, and per cent."""
    words, last = reading.words, i + 1
    while last < len(words) and reading.ends[last - 1] - reading.starts[i] <= LONGEST_RUN:
        if not words[last].keys.isdisjoint(NUMBER_KEYS) or words[last].folded == AND:
            last += 1
        elif words[last].surface in digits.SIGNS and digits.separated(reading, last):
            last += 2
        else:
            break
    said = percent_after(reading, last)
    return said[0] if said else last


def _leans_on_others(reading: Reading, i: int, last: int) -> bool:
    """Whether what stands before or behind a run has a say in what it means: a sign, an article, a noun."""
    words = reading.words
    in_digits = words[i].kind == "digits" and i > 0
    if in_digits and (reading.tight(i) or words[i - 1].kind == "digits" or after_article(reading, i)):
        return True
    if last >= len(words):
        return False
    behind, end = words[last], words[last - 1]
    if end.kind == "digits":
        return reading.tight(last)
    leads_on = behind.folded == BEYOND or behind.folded.startswith(ARTICLE)
    return behind.kind == "arabic" and (leads_on or _may_be_dual(reading, i, last - 1))


def _may_be_dual(reading: Reading, i: int, k: int) -> bool:
    """Whether the last word of a run, token ``k``, may be a scale word that nothing multiplies: ألفا, ومليونا."""
    word = reading.words[k].folded
    alone = k == i or word.startswith(AND) or reading.words[k - 1].folded == AND
    return alone and word.endswith(ACCUSATIVE)


@lru_cache(maxsize=MOST_RUNS)
def _run(text: str) -> tuple[Numeral, ...]:
    """Return the numbers that begin where a run of number words does, by its text alone."""
    return _read(read(text), 0)


def _read(reading: Reading, i: int) -> tuple[Numeral, ...]:
    readable = [*_cardinals(reading, i), *_ordinals(reading, i), *_fractions(reading, i)]
    return tuple(sorted(readable, key=lambda n: (-n.last, n.kind == "ordinal")))


def _cardinals(reading: Reading, i: int) -> Iterator[Numeral]:
    if reading.words[i].kind == "digits":
        yield from _in_digits(reading, i)
        return
    words = [part for part in parts(reading, i) if not part.after]
    if not words:
        return
    before = words[0].before
    for total in sums(reading, i):
        yield _numeral(reading, total, i, words[0].start, "det" in before, before, words[0].gender)


def _in_digits(reading: Reading, i: int) -> Iterator[Numeral]:
    run = digits.at(reading, i)
    if run is None:
        return
    start, definite = reading.starts[run.first], after_article(reading, run.first)
    if run.value is None or run.ratio:
        kind: Kind = "fraction" if run.ratio else "cardinal"
        end, value = reading.ends[run.last - 1], run.value
        number = Numeral(run.first, run.last, start, end, value, value, value, kind, run.last, definite, (), True)
        yield _percent(reading, number)
        return
    for total in sums(reading, i):
        yield _numeral(reading, total, run.first, start, definite)


def _numeral(
    reading: Reading,
    total: Sum,
    first: int,
    start: int,
    definite: bool,
    before: tuple[str, ...] = (),
    gender: str = "any",
) -> Numeral:
    """Return a sum as a number expression that begins at token ``first``, character ``start``."""
    low = float(total.value)
    point = None if total.vague else low
    kind: Kind = "vague" if total.vague else "cardinal"
    span = (first, total.last, start, total.end)
    scaled, tail = total.scale > 1, float(total.last_value)
    number = Numeral(*span, point, low, point, kind, total.last, definite, before, total.written, scaled, tail, gender)
    return _percent(reading, number)


def _ordinals(reading: Reading, i: int) -> Iterator[Numeral]:
    for rank in _ranks(reading, i):
        yield rank
        yield from _beyond(reading, rank)
    for part in parts_of(reading, i, "hundred"):
        after = joined(reading, part.last) if "det" in part.before else None
        for small in _ranks(reading, after, behind_hundred=True) if after is not None else ():  # المئة والرابع
            if small.definite and small.value is not None:
                value = float(part.value) + small.value
                yield small._replace(first=i, start=part.start, value=value, low=value, high=value, before=part.before)


def _beyond(reading: Reading, rank: Numeral) -> Iterator[Numeral]:
    """Yield a definite rank with the hundred, thousand or million that it goes on from: الثاني [بعد المئة]."""
    k = rank.last
    if not rank.definite or rank.value is None or k >= len(reading.words) or reading.words[k].folded != BEYOND:
        return
    for part in parts(reading, k + 1):
        if part.part in {"hundred", "scale"} and part.before == ("det",) and not part.after:
            value = rank.value + float(part.value)
            yield rank._replace(last=part.last, rest=part.last, end=part.end, value=value, low=value, high=value)


def _ranks(reading: Reading, i: int, *, behind_hundred: bool = False) -> Iterator[Numeral]:
    """Yield the ranks below a hundred at token ``i``: الرابع، الثالثة عشرة، الحادي والعشرون."""
    for part in parts(reading, i):
        if part.part not in {"ordinal", "ordinal_head"} or part.after:
            continue
        definite = "det" in part.before
        alone = part.part == "ordinal" or behind_hundred
        ends = [(part.value, part.last, part.end)] if alone else []
        ends += [(part.value + 10, ten.last, ten.end) for ten in parts_of(reading, part.last, "ten") if not ten.before]
        after = joined(reading, part.last)
        for tens in parts_of(reading, after, "tens") if after is not None else ():
            if ("det" in tens.before) == definite:
                ends.append((part.value + tens.value, tens.last, tens.end))
        for whole, last, end in ends:
            value = float(whole)
            number = Numeral(i, last, part.start, end, value, value, value, "ordinal", last, definite, part.before)
            yield number._replace(gender=part.gender)


def _fractions(reading: Reading, i: int) -> Iterator[Numeral]:
    """Yield shares in words: ثلث, ثلثي, ثلاثة أرباع; a scale word behind makes a number of them, not a share.

    Of a share with the pronoun of what it is of (نصفهم، ثلثاها) the span leaves that out; ثمنها is a price.
    """
    for part in parts(reading, i):
        if part.after and not (part.value in _OWNED and part.number != "many" and part.after in _owners()):
            continue
        if part.part == "fraction" and not parts_of(reading, part.last, "scale"):
            yield _share(i, float(part.value), part.start, part.last, part.end, "det" in part.before, part.before)
        elif part.part == "unit":
            for many in parts_of(reading, part.last, "fraction"):
                if many.number == "many" and not many.before and not many.after and part.value * many.value < 1:
                    value = float(part.value * many.value)
                    yield _share(i, value, part.start, many.last, many.end, False, part.before)


_OWNED = frozenset({Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 4)})


@cache
def _owners() -> frozenset[str]:
    rows = lexicon.rows("word_endings")
    return frozenset(fold_text(row["form"]) for row in rows if row["says"] in {"of_people", "of_things"})


def _share(
    first: int, value: float, start: int, last: int, end: int, definite: bool, before: tuple[str, ...]
) -> Numeral:
    return Numeral(first, last, start, end, value, value, value, "fraction", last, definite, before)


def _percent(reading: Reading, number: Numeral) -> Numeral:
    """Return ``number`` as a percentage where a sign or "في المئة" says so."""
    if number.kind == "vague":
        return number
    if said := percent_after(reading, number.last):
        rest, one = said
        value = None if number.value is None else number.value * float(one)
        return number._replace(kind="percent", rest=rest, value=value, low=value, high=value)
    before = reading.words[number.first - 1].surface if number.first > 0 else ""
    if number.written and before in PERCENT_SIGNS and reading.tight(number.first):
        return number._replace(kind="percent")
    return number
