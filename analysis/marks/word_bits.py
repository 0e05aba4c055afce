"""What a word may begin by itself - which lists, which literal words - as one number, a bit for each.

A word's bits are worked out once a spelling. An element of a pattern is tried only where its bits are among them, so
that most of a rule costs nothing where it does not match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from analysis.text.tokens import Word

T = TypeVar("T")

Test = Callable[[Word], bool]
"""What a word must be by itself, besides one of a class."""


class Masks(dict[Word, int]):
    """What a word may begin, as bits: a class it is in, if it passes its test, or a literal of the patterns."""

    ANY = 1
    _MOST = 1 << 20

    def __init__(self) -> None:
        super().__init__()
        self._literals: dict[str, int] = {}
        self._classes: dict[str, list[tuple[int, Test | None]]] = defaultdict(list)
        self._bits: dict[object, int] = {}

    def __missing__(self, word: Word) -> int:
        mask = self.ANY | self._literals.get(word.folded, 0)
        for key in word.keys:
            for bit, test in self._classes.get(key, ()):
                if test is None or test(word):
                    mask |= bit
        if len(self) >= self._MOST:
            self.clear()
        self[word] = mask
        return mask

    def literal(self, words: frozenset[str]) -> int:
        """Return the bit of tokens that read as one of ``words``."""
        known = words in self._bits
        bit = self._bit(words)
        if not known:
            for word in words:
                self._literals[word] = self._literals.get(word, 0) | bit
        return bit

    def classes(self, names: frozenset[str], test: Test | None = None) -> int:
        """Return the bit of words of any of these classes that pass ``test``."""
        known = (names, test) in self._bits
        bit = self._bit((names, test))
        if not known:
            for name in names:
                self._classes[name].append((bit, test))
        return bit

    def _bit(self, key: object) -> int:
        return self._bits.setdefault(key, 2 << len(self._bits))


class Beginning(dict[int, tuple[T, ...]], Generic[T]):
    """Which of several options, each with its bits, may begin at a token: worked out once a set of bits."""

    _MOST = 1 << 16

    def __init__(self, options: Iterable[tuple[int, T]]) -> None:
        super().__init__()
        self._options = tuple(options)

    def __missing__(self, bits: int) -> tuple[T, ...]:
        if len(self) >= self._MOST:
            self.clear()
        found = self[bits] = tuple(option for begins, option in self._options if bits & begins)
        return found
