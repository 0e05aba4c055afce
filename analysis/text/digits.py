"""Numbers written in digits: grouped by thousands, with a decimal part, as a fraction, with a sign.

Arabic news writes 12500 as 12,500 · 12.500 · ١٢٬٥٠٠ · 12 500 and one half as 0.5 · 0,5 · ٠٫٥. One sign serves both
ways, so what follows it decides: three digits make thousands, any other count a decimal part. Where a scale word or a
share follows (1.250 مليون), a single full stop is read as a decimal point. Digits and separators that make no number
(1٬23, 1.5.3, 1/0) are a code: read whole, without a value, and never as some other number.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.text.read import Reading

DECIMAL = frozenset(".,٫،")
DECIMAL_LETTER = "ر"
THOUSANDS = frozenset(".,٬'’،")
SPACES = frozenset(" \u00a0\u2009\u202f")
MINUS = frozenset("-−")
PLUS = "+"
SLASHES = frozenset("/⁄")
SIGNS = DECIMAL | THOUSANDS | MINUS | SLASHES | {PLUS, DECIMAL_LETTER}
"""What may make more of the digits beside it."""
LONGEST = 18
"""Runs of more digits are codes, not quantities: they are read, but given no value."""
MOST_PIECES = 24
"""So many runs of digits are read as one expression, however many follow, so that the work stays bounded."""
_OF_A_CODE = frozenset(".,٫٬")


@dataclass(frozen=True, slots=True)
class Digits:
    """A run of digits: tokens ``first`` to ``last`` (one past the end) and its value.

    ``decimal`` is the other reading of a single full stop before three digits, where there is one. ``ratio`` says that
    it is written as a fraction. ``value`` is missing for a code of digits that is no quantity.
    """

    first: int
    last: int
    value: float | None
    decimal: float | None = None
    ratio: bool = False


def at(reading: Reading, i: int) -> Digits | None:
    """Return the longest number in digits that begins at token ``i``, or None where there are none.

    Examples
    --------
    >>> from analysis.text.read import read
    >>> [at(read(text), 0).value for text in ("12,500", "٢٫٥", "1.234.567,5")]
    [12500.0, 2.5, 1234567.5]
    """
    if not 0 <= i < len(reading.words) or reading.words[i].kind != "digits":
        return None
    if turned := _turned(reading, i):
        return turned
    pieces, seps, last = _pieces(reading, i)
    if len(pieces) == 1 and (spaced := _spaced(reading, i)):
        pieces, seps, last = spaced
    if (code := _past_code(reading, last)) > last:
        return Digits(i, code, None)
    value, decimal = _value(pieces, seps)
    first = i
    if value is not None and last == i + 1 and _pointed(reading, i):
        return Digits(i - 1, last, float("0." + pieces[0]))
    if value is not None and (ratio := _ratio(reading, i, last, value)):
        return ratio
    if value is not None and _signed(reading, i, last):
        first, value = i - 1, -value
        decimal = None if decimal is None else -decimal
    return Digits(first, last, value, decimal)


def _pieces(reading: Reading, i: int) -> tuple[list[str], list[str], int]:
    """Return runs of digits joined by separators without white space, the separators, and the token after them."""
    pieces, seps = [reading.words[i].folded], []
    last = i + 1
    while (
        separated(reading, last)
        and reading.words[last].surface in _SEPARATORS
        and len(pieces) < MOST_PIECES
        and _fits(pieces, seps, reading.words[last].surface, reading.words[last + 1].folded)
    ):
        seps.append(reading.words[last].surface)
        pieces.append(reading.words[last + 1].folded)
        last += 2
    return pieces, seps, last


_SEPARATORS = DECIMAL | THOUSANDS


def separated(reading: Reading, i: int) -> bool:
    """Whether one token and more digits stand at token ``i``, all without white space."""
    tight = i + 1 < len(reading.words) and reading.tight(i) and reading.tight(i + 1)
    return tight and reading.words[i + 1].kind == "digits"


def _past_code(reading: Reading, i: int) -> int:
    """Return the token behind separators and digits at token ``i`` that make no number with those before it (1٬23)."""
    last, pieces = i, 0
    while pieces < MOST_PIECES and last < len(reading.words) and reading.words[last].surface in _OF_A_CODE:
        doubled = reading.words[last + 1 : last + 2] == [reading.words[last]] and reading.tight(last)
        if doubled and reading.words[last].surface not in _ARABIC_ONLY:
            break
        if not separated(reading, last + doubled):
            break
        last, pieces = last + doubled + 2, pieces + 1
    return last


_ARABIC_ONLY = frozenset("٫٬")
"""Separators that stand nowhere but in numbers."""


def _turned(reading: Reading, i: int) -> Digits | None:
    """Read 5ر1 as 1.5: Arabic agencies write the decimal sign as the letter ر, the digits as on the screen."""
    if not (
        i + 2 < len(reading.words)
        and reading.words[i + 1].surface == DECIMAL_LETTER
        and reading.tight(i + 1)
        and reading.tight(i + 2)
        and reading.words[i + 2].kind == "digits"
    ):
        return None
    decimals, whole = reading.words[i].folded, reading.words[i + 2].folded
    if len(decimals) + len(whole) > LONGEST:
        return Digits(i, i + 3, None)
    return Digits(i, i + 3, float(whole + "." + decimals))


def _fits(pieces: list[str], seps: list[str], sep: str, piece: str) -> bool:
    """Whether one more run still makes one number: thousands of one sign, then at most one decimal part."""
    grouped = len(piece) == 3 and sep in THOUSANDS and len(pieces[0]) <= 3 and pieces[0] != "0"
    if not seps:
        return grouped or sep in DECIMAL
    if len(pieces[-1]) != 3 or seps[-1] != seps[0]:
        return False  # a decimal part ends the number
    if sep == seps[0]:
        return grouped
    return sep in DECIMAL and seps[0] in THOUSANDS and len(pieces[0]) <= 3


def _spaced(reading: Reading, i: int) -> tuple[list[str], list[str], int] | None:
    """Read 12 500 as one number: groups of three digits behind single spaces, as French typesetting has them."""
    pieces, last = [reading.words[i].folded], i + 1
    if len(pieces[0]) > 3 or pieces[0].startswith("0") or _follows_digits(reading, i):
        return None
    while (
        last < len(reading.words)
        and reading.words[last].kind == "digits"
        and len(reading.words[last].folded) == 3
        and reading.source[reading.ends[last - 1] : reading.starts[last]] in SPACES
        and len(pieces) < MOST_PIECES
    ):
        pieces.append(reading.words[last].folded)
        last += 1
    if len(pieces) == 1 or (last < len(reading.words) and reading.tight(last) and reading.words[last].kind != "arabic"):
        return None
    return pieces, ["\u00a0"] * (len(pieces) - 1), last


def _follows_digits(reading: Reading, i: int) -> bool:
    return i > 0 and (
        reading.words[i - 1].kind == "digits"
        or (reading.tight(i) and reading.words[i - 1].kind == "mark" and reading.words[i - 1].surface != PLUS)
    )


def _value(pieces: list[str], seps: list[str]) -> tuple[float | None, float | None]:
    if sum(map(len, pieces)) > LONGEST:
        return None, None
    if not seps:
        return float(pieces[0]), None
    ends_in_thousands = len(pieces[-1]) == 3 and (len(pieces) == 2 or seps[-1] == seps[0]) and pieces[0] != "0"
    if not ends_in_thousands or seps[-1] == "٫" or len(pieces[0]) > 3:
        return float("".join(pieces[:-1]) + "." + pieces[-1]), None
    other = float(pieces[0] + "." + pieces[1]) if len(pieces) == 2 and seps[0] in DECIMAL else None
    return float("".join(pieces)), other


def _ratio(reading: Reading, i: int, last: int, value: float) -> Digits | None:
    """Read 3/4 as a fraction; with a third part (3/4/2018) it is a date."""
    slash = last
    if not separated(reading, slash) or reading.words[slash].surface not in SLASHES:
        return None
    if slash + 2 < len(reading.words) and reading.tight(slash + 2) and reading.words[slash + 2].surface in {"/", "-"}:
        return None
    if i > 0 and reading.tight(i) and reading.words[i - 1].kind == "mark":
        return None
    below = reading.words[slash + 1].folded
    if len(below) > 4 or (int(below) and not value < int(below)):
        return None
    if not int(below):
        return Digits(i, slash + 2, None)
    return Digits(i, slash + 2, value / int(below), ratio=True)


def _pointed(reading: Reading, i: int) -> bool:
    """Whether the digits are all decimals: .77 behind white space."""
    return i > 0 and reading.words[i - 1].surface in {".", "٫"} and reading.tight(i) and not reading.tight(i - 1)


def _signed(reading: Reading, i: int, last: int) -> bool:
    """Whether a minus stands tight before the number: not a hyphen between two words, nor a bullet of a list."""
    if i == 0 or reading.words[i - 1].surface not in MINUS or not reading.tight(i) or reading.tight(i - 1):
        return False
    if i > 1 and reading.words[i - 2].kind == "digits":
        return False  # "2015 -2019" are two years
    return _within_a_line(reading, i - 1) or not _goes_on(reading, last)


def _within_a_line(reading: Reading, i: int) -> bool:
    """Whether a word stands before token ``i`` on its line."""
    return i > 0 and "\n" not in reading.source[reading.ends[i - 1] : reading.starts[i]]


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether the line goes on at token ``i`` with more than a full stop and a percent sign."""
    while i < len(reading.words) and _within_a_line(reading, i):
        if reading.words[i].surface not in _LINE_ENDS:
            return True
        i += 1
    return False


_LINE_ENDS = frozenset(".%٪")
