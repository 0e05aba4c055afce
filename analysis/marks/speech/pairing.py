"""Quotation marks in pairs, whatever their signs.

Arabic papers open with any mark and close with any other, nest a mark in itself, and forget to close. So a mark is
read by what stands around it: blank before and word behind opens, word before and blank behind closes; where that
says nothing the sign does, and then what is open. A pair may run on over line ends, where the next line closes what
this one opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis import lexicon
from analysis.marks.naming.words import affixes

_DEEPEST = 2
_LONGEST_CLITIC = 4
_TATWEEL = "\u0640"
_AFTER = frozenset(".,،؛;:!?؟)]}…-–—/")
_BEFORE = frozenset("([{:،-–—/.")
_LINES = 4
"""A quotation runs on over at most so many line ends."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch in quotation marks: ``start:end`` inside the marks, ``depth`` 0 outside any other pair.

    Where ``closed`` is false there is no closing mark, and ``end`` is the end of the paragraph.
    """

    start: int
    end: int
    depth: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    sign: str
    group: str
    turn: Literal["open", "close", "either"]


def pair(source: str) -> list[Pair]:
    """Return the stretches in quotation marks in ``source``, by their start; in time that grows with the text."""
    found: list[Pair] = []
    waiting: list[_Mark] = []
    carried: _Mark | None = None
    lines = 0
    for start, end in _paragraphs(source):
        lines += 1
        for mark in _marks(source, start, end):
            if carried and not waiting and _may_close(mark):
                found.append(Pair(carried.at + 1, mark.at, 0))
                carried = None
            else:
                carried = _drop(carried, mark, found, source)
                _take(mark, waiting, found)
        if carried and lines > _LINES:
            carried = _drop(carried, carried, found, source)
        if waiting:
            carried = _drop(carried, waiting[0], found, source)
            carried, lines = waiting[0], 0
            waiting = []
    _drop(carried, carried, found, source)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _may_close(mark: _Mark) -> bool:
    return mark.turn == "close"


def _drop(carried: _Mark | None, by: _Mark | None, found: list[Pair], source: str) -> None:
    """Give up waiting for the partner of ``carried``: it stays open up to the end of its line."""
    if carried and by:
        line = source.find("\n", carried.at)
        end = len(source) if line < 0 else line
        if source[carried.at + 1 : end].strip():
            found.append(Pair(carried.at + 1, end, 0, closed=False))


def _take(mark: _Mark, waiting: list[_Mark], found: list[Pair]) -> None:
    """Open or close with ``mark``, by what it looks like and what is open."""
    partner = next((one for one in reversed(waiting) if one.group == mark.group), None)
    if mark.turn == "close" or (mark.turn == "either" and partner):
        if partner is None:
            return
        while waiting[-1] is not partner:
            waiting.pop()
        waiting.pop()
        found.append(Pair(partner.at + 1, mark.at, len(waiting)))
    elif len(waiting) < _DEEPEST and (mark.group == "double" or mark.turn == "open"):
        waiting.append(mark)


def _marks(source: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _sign().finditer(source, start, end):
        side, group = _listed()[match.group()]
        turn = _turn(source, match.start(), start, end)
        if group == "single" and turn == "either":
            continue  # an apostrophe
        if turn == "either" and side != "either":
            turn = "open" if side == "open" else "close"
        yield _Mark(match.start(), match.group(), group, turn)


def _turn(source: str, at: int, start: int, end: int) -> Literal["open", "close", "either"]:
    """Return which way a mark at ``at`` turns by its neighbours alone."""
    before = source[at - 1] if at > start else " "
    after = source[at + 1] if at + 1 < end else " "
    free_before = before.isspace() or before in _BEFORE or _behind_clitic(source, start, at)
    free_after = after.isspace() or after in _AFTER or after in _listed()
    if before in _listed():
        free_before = free_before or (at - 1 > start and source[at - 2].isspace())
    if free_before == free_after:
        return "either"
    return "open" if free_before else "close"


def _behind_clitic(source: str, start: int, at: int) -> bool:
    """Whether only a conjunction or preposition stands between a blank and the mark: و"مساعدتها", بـ"انسحاب"."""
    i = at
    while i > start and source[i - 1] == _TATWEEL and at - i < _LONGEST_CLITIC:
        i -= 1
    letters, clitics = 0, affixes("prefix")
    while i > start and letters < 2 and source[i - 1] in clitics:
        i -= 1
        letters += 1
    return letters > 0 and (i == start or not (source[i - 1].isalnum() or source[i - 1] == _TATWEEL))


def _paragraphs(source: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", source):
        yield match.span()


@cache
def _listed() -> dict[str, tuple[str, str]]:
    return {row["form"]: (row["side"], row["pair"]) for row in lexicon.rows("quotation_marks")}


@cache
def _sign() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(_listed())) + "]")
