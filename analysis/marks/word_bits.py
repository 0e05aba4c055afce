"""What a word may begin by itself - which lists, which literal words - as one number, a bit for each.

A word's bits are worked out once a spelling. An element of a pattern is tried only where its bits are among them, so
that most of a rule costs nothing where it does not match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Generic, NamedTuple, TypeVar

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


class Option(NamedTuple, Generic[T]):
    """One of several ways to go on: the bits it begins with, and those of which one each must stand ahead of it."""

    begins: int
    needs: Sequence[int]
    runs: T


class Beginning(Generic[T]):
    """Which of several options may begin at a token, by its bits and by those of all tokens ahead.

    Both are worked out once for a set of bits, so that an option costs nothing where it cannot match.
    """

    _MOST = 1 << 16

    def __init__(self, options: Iterable[Option[T]]) -> None:
        self._options = tuple(options)
        self._begins = reduce(or_, (option.begins for option in self._options), 0)
        self._here: dict[int, tuple[int, Sequence[Option[T]]]] = {}
        self._known: dict[tuple[int, int], tuple[T, ...]] = {}

    def at(self, here: int, ahead: int) -> tuple[T, ...]:
        """Return the options that may match at a token that may begin ``here``, ``ahead`` being it and what follows."""
        here &= self._begins
        near = self._here.get(here)
        if near is None:
            near = self._here[here] = self._near(here)
        key = here, ahead & near[0]
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= self._MOST:
                self._known.clear()
            found = tuple([one.runs for one in near[1] if all(bits & ahead for bits in one.needs)])
            self._known[key] = found
        return found

    def _near(self, here: int) -> tuple[int, Sequence[Option[T]]]:
        """Return the options that begin with some of these bits, and all bits that they need ahead."""
        if len(self._here) >= self._MOST:
            self._here.clear()
        near = tuple(option for option in self._options if here & option.begins)
        return reduce(or_, (bits for option in near for bits in option.needs), 0), near
