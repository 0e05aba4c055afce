"""Digits and number words to values: "سبعين ألفا", "70 ألف", "1.2 مليون", "مليون ونصف المليون", "عشرات الآلاف".

A number in words is built from parts (`number_words.tsv`): a unit and ten make a teen, a unit و tens a number below a
hundred, hundreds go before it, a scale word multiplies what stands before it, and smaller groups follow with و. What
is not built so is not one number: "اثنان ثلاثة" are two.

Examples
--------
>>> from analysis.text.read import read
>>> [at(read(text), 0).value for text in ("ثلاثة وعشرين ألفا ومئتين", "مليون ونصف المليون", "70 ألف")]
[23200.0, 1500000.0, 70000.0]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from analysis.text import digits
from analysis.text.number_words import ARTICLE, after_article, joined, one_scale, parts, parts_of, scale_of
from analysis.text.read import Reading

Kind = Literal["cardinal", "ordinal", "fraction", "percent", "vague"]

PERCENT_SIGNS = frozenset("%٪﹪")
LARGEST = 1e18


@dataclass(frozen=True, slots=True)
class Numeral:
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


class _Sum(NamedTuple):
    """What has been read so far: its value, the token behind it, its last character, its smallest scale."""

    value: Fraction
    last: int
    end: int
    scale: Fraction
    written: bool
    last_value: Fraction
    vague: bool = False


def at(reading: Reading, i: int) -> Numeral | None:
    """Return the longest number expression that begins at token ``i``, or None.

    Whatever follows, the work is bounded by the length of the number. Fractions of a thing (نصف السكان) have the kind
    ``fraction``; "one of" (أحد) and pronouns (ثلاثتهم) are no numbers here.
    """
    return next(iter(readings(reading, i)), None)


def readings(reading: Reading, i: int) -> tuple[Numeral, ...]:
    """Return the number expressions that begin at token ``i``, the longest first; looked at once a reading.

    The shorter ones matter where و joins two numbers: "بين خمسة وعشرين" may be a range.
    """
    if not 0 <= i < len(reading.words) or reading.words[i].keys.isdisjoint(("digits", "number_words")):
        return ()
    found = reading.numerals.get(i)
    if found is None:
        readable = [*_cardinals(reading, i), *_ordinals(reading, i), *_fractions(reading, i)]
        found = tuple(sorted(readable, key=lambda n: (-n.last, n.kind == "ordinal")))
        reading.numerals[i] = found
    return found


def _cardinals(reading: Reading, i: int) -> Iterator[Numeral]:
    if reading.words[i].kind == "digits":
        run = digits.at(reading, i)
        if run is None:
            return
        start, before, definite, gender = reading.starts[run.first], (), after_article(reading, run.first), "any"
        if run.value is None or run.ratio:
            kind: Kind = "fraction" if run.ratio else "cardinal"
            yield _percent(
                reading,
                Numeral(
                    run.first,
                    run.last,
                    start,
                    reading.ends[run.last - 1],
                    run.value,
                    run.value,
                    run.value,
                    kind,
                    run.last,
                    definite,
                    (),
                    True,
                ),
            )
            return
        first = run.first
    else:
        words = [p for p in parts(reading, i) if not p.after]
        if not words:
            return
        first, start, before, gender = i, words[0].start, words[0].before, words[0].gender
        definite = "det" in before
    for total in _sums(reading, i):
        value = float(total.value)
        point = None if total.vague else value
        yield _percent(
            reading,
            Numeral(
                first,
                total.last,
                start,
                total.end,
                point,
                value,
                point,
                "vague" if total.vague else "cardinal",
                total.last,
                definite,
                before,
                total.written,
                total.scale > 1,
                float(total.last_value),
                gender,
            ),
        )


def _sums(reading: Reading, i: int) -> list[_Sum]:
    """Return the ways to read a whole number at token ``i``, the longest first."""
    found: list[_Sum] = []
    for minus in parts_of(reading, i, "minus"):
        return [total._replace(value=-total.value) for total in _sums(reading, minus.last)]
    for group in _groups(reading, i):
        found.append(group)
        total = group
        while total.scale > 1 and not total.vague and (more := _added(reading, total)):
            total = more
            found.append(total)
    return sorted({s.last: s for s in reversed(found)}.values(), key=lambda s: -s.last)


def _added(reading: Reading, total: _Sum) -> _Sum | None:
    """Return ``total`` with the smaller group behind it: ألفان [وثلاثمئة]، مليون [ونصف]."""
    after = joined(reading, total.last)
    if after is None:
        return None
    for part in parts(reading, after):
        if part.part == "fraction" and part.value < 1 and not part.after and total.value.denominator == 1:
            last, end = part.last, part.end
            for scale in parts(reading, last):
                if scale.part == "scale" and scale.value == total.scale and scale.number == "one":
                    last, end = scale.last, scale.end  # "مليون ونصف المليون" names its scale twice
            if (
                last == part.last
                and last < len(reading.words)
                and (parts_of(reading, last, "scale") or reading.words[last].folded.startswith(ARTICLE))
            ):
                return None  # "مليون ونصف مليار", "خمسة آلاف ونصف السكان": two numbers
            return _Sum(total.value + part.value * total.scale, last, end, total.scale, total.written, total.last_value)
    for group in _groups(reading, after, inner=True):
        if group.value < total.scale and not group.vague and group.value >= 1:
            return _Sum(
                total.value + group.value,
                group.last,
                group.end,
                group.scale,
                total.written or group.written,
                group.last_value,
            )
    return None


def _groups(reading: Reading, i: int, *, inner: bool = False) -> list[_Sum]:
    """Return what a number's group at token ``i`` may be, its scale words taken in; the longest first."""
    found: list[_Sum] = []
    for base in _bases(reading, i, inner=inner):
        scaled = base
        while more := _scaled(reading, scaled):
            scaled = more
        if scaled is not base or not (base.vague and base.scale == 0):
            found.append(scaled)
    return sorted(found, key=lambda s: -s.last)


def _bases(reading: Reading, i: int, *, inner: bool) -> Iterator[_Sum]:
    """Yield what may stand before a scale word: digits, words below a thousand, a fraction, or a scale word itself."""
    run = digits.at(reading, i)
    if run is not None:
        value = run.value
        if value is None or run.ratio:
            return
        if run.decimal is not None and (parts_of(reading, run.last, "scale") or _percent_after(reading, run.last)):
            value = run.decimal
        exact = Fraction(str(value))
        yield from _with_point(reading, exact, run.last, written=True)
        tail = exact % 100 if exact > 100 and exact % 100 >= 3 else exact  # 220 is said with a ten last
        yield _Sum(exact, run.last, reading.ends[run.last - 1], Fraction(1), True, tail)
        return
    for part in parts(reading, i):
        if part.after or (inner and "prep" in part.before):
            continue
        if part.part == "scale":
            vague = part.number == "many"
            yield _Sum(part.value * (2 if vague else 1), part.last, part.end, scale_of(part), False, part.value, vague)
        elif part.part in {"vague", "few"}:
            yield _Sum(
                part.value, part.last, part.end, Fraction(0 if part.part == "few" else 1), False, part.value, True
            )
        elif part.part == "fraction" and part.number == "one" and one_scale(reading, part.last):
            yield _Sum(part.value, part.last, part.end, Fraction(1), False, Fraction(0))
        elif part.part == "zero":
            yield from _with_point(reading, part.value, part.last)
            yield _Sum(part.value, part.last, part.end, Fraction(1), False, part.value)
    for small in _below_thousand(reading, i):
        yield from _with_point(reading, small.value, small.last)
        yield small


def _with_point(reading: Reading, whole: Fraction, i: int, *, written: bool = False) -> Iterator[_Sum]:
    """Yield ``whole`` with the decimals that "فاصلة" at token ``i`` leads in: ثلاثة فاصلة خمسة."""
    for point in parts_of(reading, i, "point"):
        run = digits.at(reading, point.last)
        if run is not None and run.value is not None and run.last == point.last + 1:
            decimals = [(reading.words[point.last].folded, run.last, reading.ends[point.last])]
        else:
            small = _below_thousand(reading, point.last)
            decimals = [(str(int(part.value)), part.last, part.end) for part in small]
        for text, last, end in decimals:
            yield _Sum(whole + Fraction(int(text), 10 ** len(text)), last, end, Fraction(1), written, whole)


def _below_thousand(reading: Reading, i: int) -> Iterator[_Sum]:
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
        for small in _below_hundred(reading, after) if after is not None else ():
            yield _Sum(value + small.value, small.last, small.end, Fraction(1), False, small.value)
        yield _Sum(value, last, end, Fraction(1), False, Fraction(100))
    yield from _below_hundred(reading, i)


def _below_hundred(reading: Reading, i: int) -> Iterator[_Sum]:
    one = Fraction(1)
    for part in parts(reading, i):
        if part.after:
            continue
        if part.part in {"unit", "head"}:
            for ten in parts_of(reading, part.last, "ten"):
                if not ten.before and not ten.after and (part.value > 1 or part.part == "head"):
                    value = part.value + 10
                    yield _Sum(value, ten.last, ten.end, one, False, value)
            after = joined(reading, part.last)
            for tens in parts_of(reading, after, "tens") if after is not None else ():
                if (
                    not tens.after
                    and set(tens.before) <= {"conj", "det"}
                    and ("det" in tens.before) <= ("det" in part.before)
                ):
                    yield _Sum(part.value + tens.value, tens.last, tens.end, one, False, part.value + tens.value)
        if part.part in {"unit", "ten", "teen", "tens"}:
            yield _Sum(part.value, part.last, part.end, one, False, part.value)


def _scaled(reading: Reading, base: _Sum) -> _Sum | None:
    """Return ``base`` times the scale word behind it (70 [ألف]، عشرات [الآلاف]، مئة ألف [مليار])."""
    for part in parts_of(reading, base.last, "scale"):
        if part.number == "two" or "conj" in part.before or "prep" in part.before or part.after:
            continue
        if base.value * part.value > LARGEST or (base.scale > 1 and part.value < base.scale):
            continue
        if base.scale > 1 and base.value == base.scale and part.number == "many":
            continue
        vague = base.vague
        return _Sum(
            base.value * part.value,
            part.last,
            part.end,
            max(base.scale, Fraction(1)) * part.value,
            base.written,
            part.value,
            vague,
        )
    if base.vague and base.scale == 0:  # بضع عشرات، بضع مئات
        for part in parts_of(reading, base.last, "vague"):
            if not part.before:
                return _Sum(base.value * part.value / 2, part.last, part.end, Fraction(1), False, part.value, True)
    return None


def _ordinals(reading: Reading, i: int) -> Iterator[Numeral]:
    for part in parts(reading, i):
        if part.part == "hundred" and "det" in part.before and (after := joined(reading, part.last)) is not None:
            for small in _ordinals(reading, after):  # المئة والرابع
                if small.definite and small.value is not None:
                    value = float(part.value) + small.value
                    yield replace(
                        small, first=i, start=part.start, value=value, low=value, high=value, before=part.before
                    )
        if part.part not in {"ordinal", "ordinal_head"} or part.after:
            continue
        definite = "det" in part.before
        ends = [(part.value, part.last, part.end)] if part.part == "ordinal" else []
        ends += [(part.value + 10, ten.last, ten.end) for ten in parts_of(reading, part.last, "ten") if not ten.before]
        after = joined(reading, part.last)
        for tens in parts_of(reading, after, "tens") if after is not None else ():
            if ("det" in tens.before) == definite:
                ends.append((part.value + tens.value, tens.last, tens.end))
        for value, last, end in ends:
            number = float(value)
            yield Numeral(
                i,
                last,
                part.start,
                end,
                number,
                number,
                number,
                "ordinal",
                last,
                definite,
                part.before,
                gender=part.gender,
            )


def _fractions(reading: Reading, i: int) -> Iterator[Numeral]:
    """Yield shares in words: ثلث, ثلثي, ثلاثة أرباع; a scale word behind makes a number of them, not a share."""
    for part in parts(reading, i):
        if part.part == "fraction" and not part.after and not parts_of(reading, part.last, "scale"):
            value = float(part.value)
            definite = "det" in part.before
            yield Numeral(
                i, part.last, part.start, part.end, value, value, value, "fraction", part.last, definite, part.before
            )
        elif part.part == "unit" and not part.after:
            for many in parts_of(reading, part.last, "fraction"):
                if many.number == "many" and not many.before and not many.after and part.value * many.value < 1:
                    value = float(part.value * many.value)
                    yield Numeral(
                        i,
                        many.last,
                        part.start,
                        many.end,
                        value,
                        value,
                        value,
                        "fraction",
                        many.last,
                        before=part.before,
                    )


def _percent(reading: Reading, number: Numeral) -> Numeral:
    """Return ``number`` as a percentage where a sign or "في المئة" says so."""
    rest = _percent_after(reading, number.last)
    if not rest and number.written and number.first > 0 and reading.words[number.first - 1].surface in PERCENT_SIGNS:
        rest = number.last if reading.tight(number.first) else 0
    if not rest or number.kind == "vague":
        return number
    return replace(number, kind="percent", rest=rest)


def _percent_after(reading: Reading, i: int) -> int:
    """Return the token behind a percent sign or its words at token ``i``; 0 where there is none."""
    if i < len(reading.words) and reading.words[i].surface in PERCENT_SIGNS:
        return i + 1
    for item in reading.at(i, "percent_words"):
        return item.last
    return 0
