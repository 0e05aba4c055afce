"""Words with their clitics split, each with its span; a surface is judged once and remembered.

Most words of a corpus have been seen before, so all that can be said of a word by itself - its folded form, the
entries of the lists it may be, the clitics around them - is worked out once a spelling and kept. A token is then no
more than a position and a look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final, Literal

from analysis import lexicon
from analysis.lexicon import Entry
from analysis.text.fold import fold

Kind = Literal["arabic", "digits", "latin", "mark"]
_Slots = tuple[tuple[str, str], ...]

_LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_MARK = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
TOKEN = re.compile(
    f"[{_LETTER}](?:[{_LETTER}{_MARK}]+|[{_HIDDEN}]+(?=[{_LETTER}{_MARK}]))*"
    r"|[0-9]+|[\u0660-\u0669]+|[\u06f0-\u06f9]+"
    f"|[^\\W\\d_{_LETTER}]+"
    f"|[^\\s{_HIDDEN}{_MARK}]"
)
"""One token: a run of Arabic letters with their marks, of digits of one system, of other letters, or one sign."""

_ARABIC = re.compile(f"[{_LETTER}]")
_MOST_WORDS = 1 << 20
_LONGEST_WORD = 64
"""Longer runs of letters are no words and are not looked up, so that no input makes the memo large."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: an entry of a list, and what is written together with it.

    ``start`` and ``end`` cut the entry's own letters out of the surface, in source characters. Where a clitic has
    merged with the word (للعراق for ل and العراق) ``start`` is 0 and ``merged`` is true.
    """

    entry: Entry
    before: tuple[str, ...]
    after: str
    start: int
    end: int
    merged: bool = False

    @property
    def definite(self) -> bool:
        """Whether the article stands before the entry."""
        return "det" in self.before


@dataclass(frozen=True, slots=True)
class Word:
    """What a surface says by itself.

    ``keys`` holds the classes of its analyses and is what rules are looked up by.
    """

    surface: str
    folded: str
    kind: Kind
    analyses: tuple[Analysis, ...]
    keys: frozenset[str]


def tokens(source: str) -> Iterator[tuple[int, int, Word]]:
    """Yield start, end and word of every token of ``source``, in order; white space and hidden marks are none.

    Examples
    --------
    >>> [(start, word.folded) for start, _, word in tokens("16من أكتوبر")]
    [(0, '16'), (2, 'من'), (5, 'اكتوبر')]
    """
    for match in TOKEN.finditer(source):
        yield *match.span(), WORDS[match.group()]


class _Memo(dict[str, "Word"]):
    """Surface to word; forgets everything when full, so that no corpus fills the memory."""

    def __missing__(self, surface: str) -> Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        word = self[surface] = judge(surface)
        return word


WORDS: Final = _Memo()
"""What has been said of a surface before; a plain look-up, since this is the path every word of a corpus takes."""


def kind_of(surface: str) -> Kind:
    """Return the kind of a token by its first character."""
    first = surface[0]
    if first.isdecimal():
        return "digits"
    if not first.isalpha():
        return "mark"
    return "arabic" if _ARABIC.match(first) else "latin"


def judge(surface: str) -> Word:
    """Return what can be said of ``surface`` without its context."""
    kind = kind_of(surface)
    if kind == "mark":
        found = tuple(Analysis(entry, (), "", 0, 1) for entry in lexicon.index().get(surface, ()))
        return Word(surface, surface, kind, found, frozenset(a.entry.cls for a in found))
    if len(surface) > _LONGEST_WORD and kind != "digits":
        return Word(surface, surface.casefold(), kind, (), frozenset())
    folded = fold(surface)
    if kind == "digits":
        return Word(surface, folded.text, kind, (), frozenset({"digits"}))
    found = []
    for before, after, stem, at, merged in _splits(folded.text):
        for entry in lexicon.index().get(stem, ()):
            if _agrees(entry, before, after):
                start = 0 if merged else folded.to_source(at, at)[0]
                end = folded.to_source(0, len(folded.text) - len(after))[1] if after else len(surface)
                found.append(Analysis(entry, tuple(slot for slot, _ in before), after, start, end, merged))
    return Word(surface, folded.text, kind, tuple(found), frozenset(a.entry.cls for a in found))


def _splits(folded: str) -> Iterator[tuple[_Slots, str, str, int, bool]]:
    """Yield clitics before, clitic after, stem, the stem's place and whether a clitic has merged with it."""
    for written, before in _proclitics():
        if not folded.startswith(written):
            continue
        for after in _enclitics():
            if len(written) + len(after) >= len(folded) or not folded.endswith(after):
                continue
            stem = folded[len(written) : len(folded) - len(after)]
            yield before, after, stem, len(written), False
            if after and stem.endswith("ت"):
                yield before, after, stem[:-1] + "ة", len(written), False  # ة is written ت before a pronoun
            if written.endswith("لل"):
                yield before[:-1], after, "ال" + stem, len(written), True  # the article is the name's own


def _agrees(entry: Entry, before: _Slots, after: str) -> bool:
    allowed = _takes()
    if after and len(entry.words) > 1:
        return False
    return all(entry.takes in allowed[slot, form] for slot, form in before) and (
        not after or any(entry.takes in allowed.get((slot, after), ()) for slot in ("pronoun", "case"))
    )


@cache
def _takes() -> dict[tuple[str, str], frozenset[str]]:
    return {(row["slot"], fold(row["form"]).text): frozenset(row["takes"].split()) for row in lexicon.rows("clitics")}


@cache
def _enclitics() -> tuple[str, ...]:
    return ("", *(form for slot, form in _takes() if slot in {"pronoun", "case"}))


@cache
def _proclitics() -> tuple[tuple[str, _Slots], ...]:
    """Every sequence of clitics before a word, as written, with its slots."""
    by_slot = {slot: [None, *(form for s, form in _takes() if s == slot)] for slot in ("conj", "prep", "future", "det")}
    found: list[tuple[str, _Slots]] = []
    for conj, prep, future, det in product(*by_slot.values()):
        chosen = zip(by_slot, (conj, prep, future, det), strict=True)
        slots = tuple((slot, form) for slot, form in chosen if form)
        written = "".join(form for _, form in slots)
        if prep == "ل" and det:
            written = (conj or "") + "لل"  # Ryding 2005, 7.3: ل takes the alef of the article away
        if not (prep and future) and not (future and det):
            found.append((written, slots))
    return tuple(sorted(found, key=lambda item: len(item[0])))
