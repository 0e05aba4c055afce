"""The grammar of whole numbers: how units, tens, hundreds and scale words make one sum.

A unit and ten make a teen, a unit و tens a number below a hundred, hundreds go before it, a scale word multiplies what
stands before it, and smaller groups follow with و. What is not built so is not one number. The work is bounded by the
number: scales only fall, and a group of digits is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from analysis.text import digits
from analysis.text.number_words import (
    ACCUSATIVE,
    AND,
    ARTICLE,
    Part,
    joined,
    one_scale,
    parts,
    parts_of,
    percent_after,
    scale_of,
)
from analysis.text.read import Reading

LARGEST = 1e18
ONE = Fraction(1)
_NO_NOUNS = frozenset({"number_words", "function_words", "prepositions", "clause_words", "relative_words"}) | {
    "changes",
    "change_nouns",
    "event_verbs",
}


class Sum(NamedTuple):
    """What has been read so far: its value, the token behind it, its last character, its smallest scale.

    ``written`` says that it holds digits, ``last_value`` what its last part counts, ``vague`` that it has no point.
    """

    value: Fraction
    last: int
    end: int
    scale: Fraction
    written: bool
    last_value: Fraction
    vague: bool = False


def sums(reading: Reading, i: int) -> list[Sum]:
    """Return the ways to read a whole number at token ``i``, the longest first."""
    for minus in parts_of(reading, i, "minus"):
        return [total._replace(value=-total.value) for total in _positive(reading, minus.last)]
    return _positive(reading, i)


def _positive(reading: Reading, i: int) -> list[Sum]:
    found: list[Sum] = []
    for group in _groups(reading, i):
        found.append(group)
        total = group
        while total.scale > 1 and not total.vague and (more := _added(reading, total)):
            total = more
            found.append(total)
    return sorted({s.last: s for s in reversed(found)}.values(), key=lambda s: -s.last)


def _added(reading: Reading, total: Sum) -> Sum | None:
    """Return ``total`` with the smaller group behind it: ألفان [وثلاثمئة]، مليون [ونصف]."""
    after = joined(reading, total.last)
    if after is None:
        return None
    for part in parts(reading, after):
        if part.part == "fraction" and part.value < 1 and not part.after and total.value.denominator == 1:
            if _of_a_hundred(reading, part.last):
                break  # "ألف وربع مئة": a group of its own
            return _and_a_half(reading, total, part.value, part.last, part.end)
    for group in _groups(reading, after, inner=True):
        if group.value >= 1 and not group.vague and (group.value < total.scale or _one_or_two_more(total, group)):
            written = total.written or group.written
            return Sum(total.value + group.value, group.last, group.end, group.scale, written, group.last_value)
    return None


def _and_a_half(reading: Reading, total: Sum, share: Fraction, last: int, end: int) -> Sum | None:
    """Return ``total`` with a share of its scale: مليون [ونصف]، مليون [ونصف المليون]."""
    named = False
    for scale in parts(reading, last):
        if scale.part == "scale" and scale.value == total.scale and scale.number == "one":
            named, last, end = True, scale.last, scale.end  # "مليون ونصف المليون" names its scale twice
    of_another = last < len(reading.words) and (
        parts_of(reading, last, "scale") or reading.words[last].folded.startswith(ARTICLE)
    )
    if of_another and not named:
        return None  # "خمسة آلاف ونصف السكان": two numbers
    return Sum(total.value + share * total.scale, last, end, total.scale, total.written, total.last_value)


def _one_or_two_more(total: Sum, group: Sum) -> bool:
    """Whether a thousand or two goes on so many hundred thousand: 101 000 is مئة ألف وألف (Ryding 2005, 15)."""
    if group.written or group.scale != total.scale or group.value not in {total.scale, 2 * total.scale}:
        return False
    count = total.value / total.scale
    return count >= 100 and count % 100 == 0


def _groups(reading: Reading, i: int, *, inner: bool = False) -> list[Sum]:
    """Return what a number's group at token ``i`` may be, its scale words taken in; the longest first."""
    found: list[Sum] = []
    for base in _bases(reading, i, inner=inner):
        scaled = base
        while more := _scaled(reading, scaled):
            scaled = more
        if scaled is not base or not (base.vague and base.scale == 0):
            found.append(scaled)
    return sorted(found, key=lambda s: -s.last)


def _bases(reading: Reading, i: int, *, inner: bool) -> Iterator[Sum]:
    """Yield what may stand before a scale word: digits, words below a thousand, a fraction, or a scale word itself."""
    if i >= len(reading.words):
        return
    if reading.words[i].kind == "digits":
        yield from _in_digits(reading, i)
        return
    for part in parts(reading, i):
        if part.after or (inner and "prep" in part.before):
            continue
        if part.part == "scale":
            vague = part.number == "many"
            two = part.number == "one" and part.alef and _before_a_noun(reading, part.last)
            yield Sum(
                part.value * (2 if vague or two else 1), part.last, part.end, scale_of(part), False, part.value, vague
            )
        elif part.part in {"vague", "few"}:
            yield Sum(
                part.value, part.last, part.end, Fraction(0 if part.part == "few" else 1), False, part.value, True
            )
        elif part.part == "fraction" and part.number == "one":
            if one_scale(reading, part.last):
                yield Sum(part.value, part.last, part.end, ONE, False, Fraction(0))
            for hundred in _of_a_hundred(reading, part.last):
                yield Sum(part.value * hundred.value, hundred.last, hundred.end, ONE, False, hundred.value)
        elif part.part == "zero":
            yield from _with_point(reading, part.value, part.last)
            yield Sum(part.value, part.last, part.end, ONE, False, part.value)
    for small in _below_thousand(reading, i):
        yield from _with_point(reading, small.value, small.last)
        yield small


def _in_digits(reading: Reading, i: int) -> Iterator[Sum]:
    run = digits.at(reading, i)
    if run is None or run.value is None or run.ratio:
        return
    value = run.value
    if run.decimal is not None and (parts_of(reading, run.last, "scale") or percent_after(reading, run.last)):
        value = run.decimal
    exact = Fraction(int(value)) if value.is_integer() else Fraction(str(value))
    yield from _with_point(reading, exact, run.last, written=True)
    tail = exact % 100 if exact > 100 and exact % 100 >= 3 else exact  # 220 is said with a ten last
    yield Sum(exact, run.last, reading.ends[run.last - 1], ONE, True, tail)


def _of_a_hundred(reading: Reading, i: int) -> list[Part]:
    """Return the word "hundred" at token ``i`` that a share stands before: نصف [مئة]."""
    hundreds = parts_of(reading, i, "hundred")
    return [part for part in hundreds if part.value == 100 and not part.before and not part.after]


def _before_a_noun(reading: Reading, i: int) -> bool:
    """Whether what a scale word in ـا counts stands at token ``i``: ألفا جندي is 2000, not so ألفا ومئة."""
    if i >= len(reading.words) or "\n" in reading.source[reading.ends[i - 1] : reading.starts[i]]:
        return False
    word = reading.words[i]
    if word.kind != "arabic" or not word.keys.isdisjoint(_NO_NOUNS):
        return False
    return not word.folded.startswith((AND, ARTICLE)) and not word.folded.endswith(ACCUSATIVE)


def _with_point(reading: Reading, whole: Fraction, i: int, *, written: bool = False) -> Iterator[Sum]:
    """Yield ``whole`` with the decimals that "فاصلة" at token ``i`` leads in: ثلاثة فاصلة خمسة."""
    for point in parts_of(reading, i, "point"):
        run = digits.at(reading, point.last)
        if run is not None and run.value is not None and run.last == point.last + 1:
            decimals = [(reading.words[point.last].folded, run.last, reading.ends[point.last])]
        else:
            small = _below_thousand(reading, point.last)
            decimals = [(str(int(part.value)), part.last, part.end) for part in small]
        for text, last, end in decimals:
            yield Sum(whole + Fraction(int(text), 10 ** len(text)), last, end, ONE, written, whole)


def _below_thousand(reading: Reading, i: int) -> Iterator[Sum]:
    for part in parts(reading, i):
        if part.after:
            continue
        value, last, end = part.value, part.last, part.end
        if part.part == "unit" and part.value > 2:
            hundreds = [p for p in parts(reading, last) if p.part in {"hundred", "vague"} and p.value in {100, 200}]
            hundreds = [p for p in hundreds if p.number != "two" and not p.before and not p.after]
            if not hundreds:
                continue
            value, last, end = part.value * 100, hundreds[0].last, hundreds[0].end
        elif part.part != "hundred":
            continue
        after = joined(reading, last)
        if after is not None:
            yield from _one_more(reading, value, after)
            for small in _below_hundred(reading, after):
                yield Sum(value + small.value, small.last, small.end, ONE, False, small.value)
        yield Sum(value, last, end, ONE, False, Fraction(100))
    yield from _below_hundred(reading, i)


def _one_more(reading: Reading, hundreds: Fraction, i: int) -> Iterator[Sum]:
    """Yield hundreds and one before a scale word that stands twice, the first time for one: ستمئة [وألف] ألف."""
    for one in parts_of(reading, i, "scale"):
        for scale in parts_of(reading, one.last, "scale") if one.number == "one" and not one.after else ():
            if scale.value == one.value and scale.number == "one" and not scale.before:
                yield Sum(hundreds + 1, one.last, one.end, ONE, False, hundreds + 1)


def _below_hundred(reading: Reading, i: int) -> Iterator[Sum]:
    for part in parts(reading, i):
        if part.after or (part.value == 1 and "det" in part.before and one_scale(reading, part.last)):
            continue  # "سعر الشقة الواحدة مليون دولار": the one belongs to the noun before it
        if part.part in {"unit", "head"}:
            for ten in parts_of(reading, part.last, "ten"):
                if not ten.before and not ten.after and (part.value > 1 or part.part == "head"):
                    value = part.value + 10
                    yield Sum(value, ten.last, ten.end, ONE, False, value)
            after = joined(reading, part.last)
            for tens in parts_of(reading, after, "tens") if after is not None else ():
                if (
                    not tens.after
                    and set(tens.before) <= {"conj", "det"}
                    and ("det" in tens.before) <= ("det" in part.before)
                ):
                    yield Sum(part.value + tens.value, tens.last, tens.end, ONE, False, part.value + tens.value)
        if part.part in {"unit", "ten", "teen", "tens"}:
            yield Sum(part.value, part.last, part.end, ONE, False, part.value)


def _scaled(reading: Reading, base: Sum) -> Sum | None:
    """Return ``base`` times the scale word behind it (70 [ألف]، عشرات [الآلاف]، مئة ألف [مليار])."""
    for part in parts_of(reading, base.last, "scale"):
        if part.number == "two" or "conj" in part.before or "prep" in part.before or part.after:
            continue
        if base.value * part.value > LARGEST or (base.scale > 1 and part.value < base.scale):
            continue
        if base.scale > 1 and base.value == base.scale and part.number == "many":
            continue
        scale = max(base.scale, ONE) * part.value
        return Sum(base.value * part.value, part.last, part.end, scale, base.written, part.value, base.vague)
    if base.vague and base.scale == 0:  # بضع عشرات، بضع مئات
        for part in parts_of(reading, base.last, "vague"):
            if not part.before:
                return Sum(base.value * part.value / 2, part.last, part.end, ONE, False, part.value, True)
    return None
