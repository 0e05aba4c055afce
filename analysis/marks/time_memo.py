"""Time expressions found before, by their words: news says "العام الماضي" again and again.

What the rules find at a token depends on the words from there to the first that no rule goes on with, and on nothing
else. So the findings are kept by those words, and placed anew where they come again; only what the neighbourhood
decides (`time_doubts`) is asked each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.marks import time_slots
from analysis.marks.patterns import Rule, Rules
from analysis.text.read import Reading
from analysis.text.tokens import Word

_LONGEST = 20
"""Words of a stretch that is kept; a longer one is looked at afresh."""
_MOST = 1 << 17
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a rule found: its tokens (one past the end), its characters, and what its elements say together."""

    rule: Rule
    first: int
    last: int
    start: int
    end: int
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A candidate without its place: how many tokens, and how far inside them its characters begin and end."""

    rule: Rule
    tokens: int
    after_start: int
    before_end: int
    said: Mapping[str, Any]


class Memo:
    """The rules of one file, and what they found at each stretch of words seen so far."""

    def __init__(self, rules: Rules, name: str) -> None:
        self.rules = rules
        self._classes, self._words, self._openers = time_slots.inside(name)
        self._known: dict[_Key, tuple[_Kept, ...]] = {}

    def __call__(self, reading: Reading, i: int) -> list[Candidate]:
        """Return what the rules find at token ``i``, the longest first."""
        key = self._key(reading, i)
        kept = self._known.get(key) if key else None
        if kept is None:
            kept = tuple(self._look(reading, i))
            if key:
                if len(self._known) >= _MOST:
                    self._known.clear()
                self._known[key] = kept
        starts, ends = reading.starts, reading.ends
        return [
            Candidate(k.rule, i, i + k.tokens, starts[i] + k.after_start, ends[i + k.tokens - 1] - k.before_end, k.said)
            for k in kept
        ]

    def _look(self, reading: Reading, i: int) -> list[_Kept]:
        found = []
        for match in self.rules.all_at(reading, i):
            said = time_slots.merged(match.bound_values(), {})
            if said is not None:
                after, before = match.start - reading.starts[i], reading.ends[match.last - 1] - match.end
                found.append(_Kept(match.rule, match.last - i, after, before, said))
        return found

    def _key(self, reading: Reading, i: int) -> _Key | None:
        """Return the words from ``i`` to the first that no rule goes on with, and how they stand together."""
        words, starts, ends = reading.words, reading.starts, reading.ends
        key: list[object] = [words[i].surface]
        for at in range(i + 1, min(i + _LONGEST, len(words))):
            word = words[at]
            if not self._goes_on(word) and words[at - 1].folded not in self._openers:
                return tuple(key)
            key.append(starts[at] == ends[at - 1])
            key.append(word.surface)
        return tuple(key) if i + _LONGEST >= len(words) else None

    def _goes_on(self, word: Word) -> bool:
        return word.folded in self._words or not word.keys.isdisjoint(self._classes)
