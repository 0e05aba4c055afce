"""Spelling folded away, positions kept.

Arabic news spells one word several ways: أمريكا and امريكا, with or without vowel marks, stretched with tatweel.
Rules match the folded text; tables hold positions in the source text. ``Folded`` carries both, so no rule ever
counts characters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, where it stands in the source."""

    text: str
    starts: tuple[int, ...]
    source_length: int

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the folded characters ``start:end``, with the marks that trail them.

        Raises IndexError outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is not inside a folded text of {len(self.text)} characters")
        starts = (*self.starts, self.source_length)
        last = end
        while last < len(self.text) and end > start and starts[last] == starts[end - 1]:
            last += 1  # one source sign folded to several letters: the span takes the sign whole
        return starts[start], starts[last]


def fold(source: str) -> Folded:
    """Fold spelling variants of ``source`` that a reader would call the same word.

    Parameters
    ----------
    source
        Text in logical order, any length; not changed, not stripped.

    Returns
    -------
    Folded
        ``Folded.to_source`` leads back, and raises IndexError outside the text. A presentation form of several letters
        folds to those letters, all at the position of the one.

    Notes
    -----
    Hamza seats and alef maqsura as in Habash (2010), *Introduction to Arabic Natural Language Processing*.
    ة and ه stay apart: folding them would make a pronoun of many a noun.

    Examples
    --------
    >>> folded = fold("أمـريكا")
    >>> folded.text, folded.to_source(0, 6)
    ('امريكا', (0, 7))
    """
    pairs = [(letter, at) for at, sign in enumerate(source) for letter in letters(sign)]
    return Folded(
        text="".join(letter for letter, _ in pairs),
        starts=tuple(at for _, at in pairs),
        source_length=len(source),
    )


def fold_text(source: str) -> str:
    """Return the text of ``fold(source)`` alone, which is all that the lists need.

    >>> fold_text("مَكتَب") == fold("مَكتَب").text
    True
    """
    return source.translate(_FOLDED)


class _Folds(dict[int, str]):
    """Code point to letters, worked out when first met."""

    def __missing__(self, codepoint: int) -> str:
        found = self[codepoint] = letters(chr(codepoint))
        return found


_FOLDED = _Folds()


@cache
def letters(sign: str) -> str:
    """Return what one character folds to: one letter, none, or the several of a ligature."""
    listed = _listed()
    if sign in listed:
        return listed[sign]
    if "\ufb50" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefe":
        plain = unicodedata.normalize("NFKC", sign)
        return sign if plain == sign or " " in plain else "".join(map(letters, plain))
    if unicodedata.category(sign) in {"Mn", "Cf"}:
        return ""
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    return sign.casefold()


@cache
def _listed() -> dict[str, str]:
    text = (files("analysis") / "language" / "folds.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {_sign(source): _sign(to) for source, to, *_ in rows}


def _sign(codepoint: str) -> str:
    return chr(int(codepoint.removeprefix("U+"), 16)) if codepoint else ""
