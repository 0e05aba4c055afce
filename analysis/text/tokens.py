"""Words with their clitics split, each with its span; a surface is judged once and remembered.

Most words of a corpus have been seen before, so all that can be said of a word by itself - its folded form, the
entries of the lists it may be, the clitics around them - is worked out once a spelling and kept. A token is then no
more than a position and a look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product
from typing import Final, Literal, NamedTuple

from analysis import lexicon
from analysis.lexicon import Entry
from analysis.text.fold import fold, fold_text

Kind = Literal["arabic", "digits", "latin", "mark"]
_Slots = tuple[tuple[str, str], ...]
_Way = tuple[Entry, tuple[str, ...], str, int, bool]
"""An entry, the slots of the clitics before it, the clitic behind it, its first letter, and whether one has merged."""

_LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_MARK = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_TATWEEL = "\u0640"
"""It stretches a word, but stands for a dash between two numbers, where no letter is beside it."""
_HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_COMMON = "\u0621-\u063a\u0641-\u064a"
_PIECES = re.compile(
    f"([{_COMMON}]++(?![{_LETTER}{_MARK}{_HIDDEN}])"
    f"|[{_LETTER}](?:[{_LETTER}{_MARK}]+|[{_HIDDEN}]+(?=[{_LETTER}{_MARK}]))*"
    r"|[0-9]+|[\u0660-\u0669]+|[\u06f0-\u06f9]+"
    f"|[^\\W\\d_{_LETTER}]+"
    f"|[^\\s{_HIDDEN}{_MARK}])"
)
"""Splits a text into gaps and tokens, in turn, a gap first and last.

A token is a run of Arabic letters with their marks, of digits of one system, of other letters, or one sign. The first
line is the second for the letters that most words are written with, and changes nothing but the time it takes.
"""

_ARABIC = re.compile(f"[{_LETTER}]")
_MOST_WORDS = 1 << 20
_LONGEST_WORD = 64
"""Longer runs of letters are no words and are not looked up, so that no input makes the memo large."""
_NO_CLASSES: frozenset[str] = frozenset()
_HEAD = 2
"""First letters by which the clitics before a word are looked up."""
_LONGEST_ENDING = 3
"""Letters of the longest clitic behind a word (هما)."""
_DIGITS = frozenset({"digits"})
_FEMININE = "ة"
"""The ending of the feminine, which is written open before a pronoun."""
_OPENED = "ت"


class Analysis(NamedTuple):
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


@dataclass(slots=True, eq=False)
class Word:
    """What a surface says by itself; there is one for each surface.

    ``keys`` holds the classes of its analyses and is what rules are looked up by. It is never changed; frozen it would
    take three times as long to make, and a corpus has a hundred thousand.
    """

    surface: str
    folded: str
    kind: Kind
    analyses: tuple[Analysis, ...]
    keys: frozenset[str]


class Tokens(NamedTuple):
    """The tokens of a text, column by column: first and past-the-last character of each, and what it is."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[Word]


def tokens(source: str) -> Tokens:
    """Return the tokens of ``source`` in order; white space and hidden marks are none.

    Examples
    --------
    >>> [(start, word.folded) for start, _, word in zip(*tokens("16من أكتوبر"))]
    [(0, '16'),
     (2, 'من'),
     (5, 'اكتوبر')]
    """
    pieces = _PIECES.split(source)
    edges = list(accumulate(map(len, pieces)))
    return Tokens(edges[:-1:2], edges[1::2], list(map(WORDS.__getitem__, pieces[1::2])))


class _Words(dict[str, Word]):
    """Surface to word; forgets everything when full, so that no corpus fills the memory."""

    def __missing__(self, surface: str) -> Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        word = self[surface] = judge(surface)
        return word


WORDS: Final = _Words()
"""What has been said of a surface before; a plain look-up, since this is the path every word of a corpus takes."""


@cache
def kind_of(first: str) -> Kind:
    """Return the kind of the tokens that begin with this character."""
    if first.isdecimal():
        return "digits"
    if not first.isalpha() or first == _TATWEEL:
        return "mark"
    return "arabic" if _ARABIC.match(first) else "latin"


def judge(surface: str) -> Word:
    """Return what can be said of ``surface`` without its context."""
    kind = kind_of(surface[0])
    if kind == "mark":
        found = [Analysis(entry, (), "", 0, 1) for entry in lexicon.index().get(surface, ())]
        return _word(surface, surface.strip(_TATWEEL), kind, found)
    if len(surface) > _LONGEST_WORD and kind != "digits":
        return Word(surface, surface.casefold(), kind, (), _NO_CLASSES)
    folded = fold_text(surface)
    if kind == "digits":
        return Word(surface, folded, kind, (), _DIGITS)
    ways = _ways(folded)
    return _word(surface, folded, kind, _cut(surface, folded, ways) if ways else ())


def _word(surface: str, folded: str, kind: Kind, found: Sequence[Analysis]) -> Word:
    if not found:
        return Word(surface, folded, kind, (), _NO_CLASSES)
    return Word(surface, folded, kind, tuple(found), _one_for_all(frozenset([one.entry.cls for one in found])))


@cache
def _one_for_all(classes: frozenset[str]) -> frozenset[str]:
    """Return the first set of these classes that was ever made: most words are of the same few."""
    return classes


def _ways(folded: str) -> list[_Way]:
    """Return the entries a word may be, with the clitics around each.

    Few words begin with a clitic and end with another, so only those that it does begin and end with are tried.
    """
    found: list[_Way] = []
    index = lexicon.index()
    endings = _endings(folded[-_LONGEST_ENDING:])
    for opening, options in _openings(folded[:_HEAD]):
        if not folded.startswith(opening):
            continue
        stem = folded[len(opening) :]
        if stem not in index and not endings and opening[-2:] != "لل":
            continue
        if not (listed := _listed(index, opening, stem, endings)):
            continue
        for clitics in options:
            for entry, after, merged in listed:
                before = clitics[:-1] if merged else clitics
                if _agrees(entry.takes, before, after) and not (after and len(entry.words) > 1):
                    found.append((entry, _slots(before), after, 0 if merged else len(opening), merged))
    return found


def _listed(
    index: Mapping[str, Sequence[Entry]], opening: str, stem: str, endings: Sequence[str]
) -> list[tuple[Entry, str, bool]]:
    """Return the entries that ``stem`` may be behind ``opening``: each with the clitic after it, and if one merged."""
    found = [(entry, "", False) for entry in index[stem]] if stem in index else []
    article = opening[-2:] == "لل"
    if article and stem and "ال" + stem in index:
        found += [(entry, "", True) for entry in index["ال" + stem]]  # the article is the name's own
    for after in endings:
        if not (inner := stem[: -len(after)]):
            continue
        if inner in index:
            found += [(entry, after, False) for entry in index[inner]]
        if inner[-1] == _OPENED and (feminine := inner[:-1] + _FEMININE) in index:
            found += [(entry, after, False) for entry in index[feminine]]
        if article and "ال" + inner in index:
            found += [(entry, after, True) for entry in index["ال" + inner]]
    return found


def _cut(surface: str, folded: str, ways: Iterable[_Way]) -> list[Analysis]:
    """Return the analyses, each with the place of the entry's own letters in the surface."""
    if folded == surface:
        ends = len(surface)
        return [
            Analysis(entry, slots, after, at, ends - len(after), merged) for entry, slots, after, at, merged in ways
        ]
    places = fold(surface)
    found: list[Analysis] = []
    for entry, slots, after, at, merged in ways:
        start = 0 if merged else places.to_source(at, at)[0]
        end = places.to_source(0, len(folded) - len(after))[1] if after else len(surface)
        found.append(Analysis(entry, slots, after, start, end, merged))
    return found


@cache
def _slots(clitics: _Slots) -> tuple[str, ...]:
    return tuple(slot for slot, _ in clitics)


@cache
def _agrees(takes: str, before: _Slots, after: str) -> bool:
    """Whether a word of this kind may stand with these clitics."""
    allowed = _takes()
    return all(takes in allowed[slot, form] for slot, form in before) and (
        not after or any(takes in allowed.get((slot, after), ()) for slot in ("pronoun", "case"))
    )


@cache
def _takes() -> dict[tuple[str, str], frozenset[str]]:
    return {(row["slot"], fold(row["form"]).text): frozenset(row["takes"].split()) for row in lexicon.rows("clitics")}


@cache
def _openings(head: str) -> Sequence[tuple[str, tuple[_Slots, ...]]]:
    """Return the clitics that a word with these first letters may begin with and what each may be, none first."""
    known = sorted(_proclitics().items(), key=lambda pair: len(pair[0]))
    return [(written, options) for written, options in known if written.startswith(head) or head.startswith(written)]


@cache
def _endings(tail: str) -> Sequence[str]:
    """Return the clitics that a word with these last letters may end with."""
    return [form for slot, form in _takes() if slot in {"pronoun", "case"} and tail.endswith(form)]


@cache
def _proclitics() -> Mapping[str, tuple[_Slots, ...]]:
    """Return every sequence of clitics before a word: as written, to its slots."""
    slots = ("conj", "prep", "future", "purpose", "det")
    by_slot = {slot: [None, *(form for s, form in _takes() if s == slot)] for slot in slots}
    found: dict[str, tuple[_Slots, ...]] = {}
    for conj, prep, future, purpose, det in product(*by_slot.values()):
        if sum(form is not None for form in (prep or det, future, purpose)) > 1:
            continue
        chosen = zip(by_slot, (conj, prep, future, purpose, det), strict=True)
        slots = tuple((slot, form) for slot, form in chosen if form)
        written = "".join(form for _, form in slots)
        if prep == "ل" and det:
            written = (conj or "") + "لل"  # Ryding 2005, 7.3: ل takes the alef of the article away
        found[written] = (*found.get(written, ()), slots)
    return found
