"""Which language a text is in, as far as the program needs to know: Arabic, a neighbour in its script, or neither."""

from __future__ import annotations

from collections import Counter
from functools import cache

from analysis import lexicon

SAMPLE = 20_000
"""Characters that are looked at."""
FEWEST = 20
"""Letters below which nothing is said."""


def identify(text: str) -> str | None:
    """Return the BCP 47 code of the language most of ``text`` is in, or None where it is too short to tell.

    Other languages in Arabic script are told by the letters that Arabic lacks (``language/scripts.tsv``); what is not
    in Arabic script is ``und`` (undetermined), or English where its commonest words say so.

    Examples
    --------
    >>> identify("قال المتحدث باسم الحكومة إن القوات ستنسحب"), identify("۱۲")
    ('ar', None)
    """
    sample = text[:SAMPLE]
    letters = Counter(letter for letter in sample if letter.isalpha())
    total = letters.total()
    if total < FEWEST:
        return None
    arabic = sum(count for letter, count in letters.items() if "\u0600" <= letter <= "\u08ff" or letter >= "\ufb50")
    if arabic * 2 < total:
        words = sample.lower().split()
        english = sum(word in _english() for word in words)
        return "en" if english * 6 > len(words) else "und"
    for language, share, own in _scripts():
        if sum(letters[letter] for letter in own) > share * arabic:
            return language
    return "ar"


@cache
def _scripts() -> tuple[tuple[str, float, str], ...]:
    listed = (row for row in lexicon.rows("scripts") if row["share"])
    return tuple((row["language"], float(row["share"]), row["form"].replace(" ", "")) for row in listed)


@cache
def _english() -> frozenset[str]:
    return frozenset(word for row in lexicon.rows("scripts") if row["language"] == "en" for word in row["form"].split())
