"""Money beside a number: signs and codes of currencies, whose currency it is, and the small coin of a sum.

"$20", "42 KWD", "ثلاثة جنيهات مصرية", "20 دولارا و43 سنتا". Names of currencies are nouns (`currencies.tsv`); the
adjective behind one says the country (`currency_codes.tsv`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicon
from analysis.marks import nouns
from analysis.marks.changes import BY
from analysis.marks.nouns import ARTICLE, Lexeme, Noun
from analysis.text import numerals
from analysis.text.fold import fold_text
from analysis.text.number_words import AND
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

_MILLION = 1e6
_PAID_REACH = 4
"""Words from a word of payment to its sum: تغريم نادي الاتحاد 100 ألف."""
_STOPS = frozenset(".؛!?؟،")
NO_COUNTRY = "-"
FEMININE = ("ة", "ه")
"""How the feminine of an adjective is written, and often miswritten: جنيهات مصرية، مصريه."""


class Sign(NamedTuple):
    """A sign or code beside a number: what it stands for, the tokens from and to it, and its currency as a noun."""

    code: str
    first: int
    last: int
    noun: Noun


def sign(reading: Reading, numeral: Numeral) -> Sign | None:
    """Return the sign or ISO code of a currency right before or behind a number."""
    places = ((numeral.first - 1, numeral.first - 1, numeral.rest), (numeral.rest, numeral.first, numeral.rest + 1))
    for i, first, last in places:
        if 0 <= i < len(reading.words) and (row := _signs().get(reading.words[i].surface)):
            lexeme = Lexeme(_forms()[row["currency"]].split()[0], "money", "currency", gloss=row["currency"])
            noun = Noun(lexeme, "one", i, i + 1, reading.starts[i], reading.ends[i])
            return Sign(row["code"], first, last, noun)
    return None


@cache
def _signs() -> dict[str, Mapping[str, str]]:
    """Return the rows of signs by the sign, and those of codes by the code."""
    codes = {row["code"]: row for row in lexicon.rows("currency_codes") if row["code"].isupper()}
    return {**codes, **{row["form"]: row for row in lexicon.rows("currency_signs")}}


@cache
def _forms() -> dict[str, str]:
    return lexicon.column("currencies", "currency", "form")


def unit(reading: Reading, noun: Noun, after: int) -> str | None:
    """Return the ISO code of money, by the adjective at token ``after`` behind its currency, or the unit of measure."""
    if noun.lexeme.kind != "currency":
        return noun.lexeme.unit
    codes = _codes().get(noun.lexeme.gloss, {})
    if after < len(reading.words):
        for spelling in _masculine(reading.words[after].folded.removeprefix(ARTICLE)):
            if spelling in codes:
                return codes[spelling]
    return codes.get(NO_COUNTRY)


def _masculine(word: str) -> list[str]:
    """Return what an adjective may be in the masculine singular: of مصرية، مصريان it is مصري."""
    found = [spelling for spelling, _ in nouns.spellings(word)]
    return [*found, word[:-1]] if word.endswith(FEMININE) else found


@cache
def _codes() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in lexicon.rows("currency_codes"):
        found.setdefault(row["currency"], {})[fold_text(row["form"])] = row["code"]
    return found


def left_out(reading: Reading, first: int, numeral: Numeral) -> Noun | None:
    """Return the currency of a sum that names none: تغريم النادي 100 ألف, or التوسعة بـ 167 مليونا in a headline.

    It is the one currency that the article names; where it names none, or several, the noun is "a sum" (مبلغ).

    Examples
    --------
    >>> from analysis.text.read import read
    >>> reading = read("غرامة الفريق 100 ألف")
    >>> noun = left_out(reading, 2, numerals.at(reading, 2))
    >>> noun.lexeme.form if noun else None
    'مبلغ'
    """
    if numeral.kind != "cardinal" or not numeral.scaled:
        return None
    if not (_paid(reading, first) or _for_so_much(reading, numeral)):
        return None
    currencies = _counted(reading)
    lexeme = currencies.pop() if len(currencies) == 1 else Lexeme(_sum(), "money", "currency", gloss="sum")
    return Noun(lexeme, "many", numeral.first, numeral.last, numeral.start, numeral.end)


def _paid(reading: Reading, first: int) -> bool:
    """Whether a word of payment stands close before, with no other number between."""
    for i in range(first - 1, max(-1, first - 1 - _PAID_REACH), -1):
        word = reading.words[i]
        if word.kind == "digits" or word.folded in _STOPS:
            return False
        if "paid_words" in word.keys:
            return True
    return False


def _for_so_much(reading: Reading, numeral: Numeral) -> bool:
    """Whether ب leads in millions, and nothing that they might count follows: توسعة المحطة بـ 167 مليونا."""
    led = numeral.first > 0 and reading.words[numeral.first - 1].folded == BY
    if not (led or "prep" in numeral.before) or numeral.last_value < _MILLION:
        return False
    if numeral.rest >= len(reading.words):
        return True
    gap = reading.source[reading.ends[numeral.rest - 1] : reading.starts[numeral.rest]]
    behind = reading.words[numeral.rest]
    return "\n" in gap or behind.kind == "mark" or "prepositions" in behind.keys


def _counted(reading: Reading) -> set[Lexeme]:
    """Return the currencies that stand right behind a number anywhere in the article."""
    places = {i + 1 for i in reading.where(*numerals.NUMBER_KEYS)}
    places |= {i + 1 for i in places if i < len(reading.words) and reading.words[i].kind == "mark"}
    found = (nouns.listed(reading, i) for i in places if i < len(reading.words))
    return {noun.lexeme for noun in found if noun is not None and noun.lexeme.kind == "currency"}


@cache
def _sum() -> str:
    return next(row["form"] for row in lexicon.rows("paid_words") if row["sum"] == "yes")


def coins(reading: Reading, noun: Noun, i: int) -> tuple[float, int] | None:
    """Return what و adds to a sum in small coin at token ``i``, as a part of its unit, and the token behind it.

    Examples
    --------
    >>> from analysis.text.read import read
    >>> reading = read("20 دولارا و43 سنتا")
    >>> coins(reading, nouns.listed(reading, 1), 2)
    (0.43, 5)
    """
    sizes = _coins()
    if noun.lexeme.kind != "currency" or noun.lexeme.gloss in sizes:
        return None
    if i >= len(reading.words) or not reading.words[i].folded.startswith(AND):
        return None
    number = numerals.at(reading, i + (reading.words[i].folded == AND))
    if number is None or number.value is None or number.kind != "cardinal":
        return None
    coin = nouns.listed(reading, number.rest)
    size = sizes.get(coin.lexeme.gloss) if coin is not None else None
    return (number.value / size, coin.last) if coin is not None and size and number.value < size else None


@cache
def _coins() -> dict[str, int]:
    return {row["coin"]: int(row["in_one"]) for row in lexicon.rows("currency_coins")}
