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
from analysis.marks.nouns import ARTICLE, Lexeme, Noun
from analysis.text import numerals
from analysis.text.fold import fold_text
from analysis.text.number_words import AND
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

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
