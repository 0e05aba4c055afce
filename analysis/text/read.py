"""One text folded, in words and in sentences: made once, handed to every extractor.

Examples
--------
>>> reading = read("انسحبت القوات في آذار. وعادت في أيلول.", "a")
>>> [item.entry.row["month"] for i in reading.where("months") for item in reading.at(i, "months")]
['3', '9']
>>> reading.sentence_of(25).sentence_id
'a:s23-38'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from analysis.lexicon import Entry
from analysis.text.sentences import Sentence, sentences
from analysis.text.tokens import Analysis, Word, tokens


class Item(NamedTuple):
    """A word, or words, of a list where they stand in a text.

    ``first`` and ``last`` are token numbers, ``last`` one past the end; ``start`` and ``end`` are characters, with the
    clitics before it outside, unless one has merged with it, and what is written behind it inside only where it is
    part of the word's own form.
    """

    entry: Entry
    analysis: Analysis
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A text as every extractor sees it.

    ``starts``, ``ends`` and ``words`` are the tokens, column by column. All positions are indices into ``source``.
    """

    article_id: str
    source: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[Word]
    sentences: tuple[Sentence, ...]

    @cached_property
    def numerals(self) -> dict[int, tuple[Any, ...]]:
        """What `text.numerals` has found at the tokens it was asked for."""
        return {}

    @cached_property
    def phrases(self) -> dict[int, Any]:
        """What `marks.numbers` has found, by the character its number begins at."""
        return {}

    def where(self, *classes: str) -> list[int]:
        """Return the numbers of the tokens that may begin an entry of any of these classes, in order."""
        found = self._places.get(classes)
        if found is None:
            wanted = frozenset(classes)
            found = [i for i, word in enumerate(self.words) if not wanted.isdisjoint(word.keys)]
            self._places[classes] = found
        return found

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[int]]:
        """What `where` was asked, with what it found: few classes are asked for, so a text is not indexed by all."""
        return {}

    def where_in(self, start: int, end: int, *classes: str) -> list[int]:
        """Return those of `where` that start inside ``start:end`` of the text."""
        found, tokens = self.where(*classes), self.tokens_in(start, end)
        return found[bisect_left(found, tokens.start) : bisect_left(found, tokens.stop)]

    def at(self, i: int, *classes: str) -> list[Item]:
        """Return the entries of these classes (of all, if none is named) that begin at token ``i``, longest first."""
        if not 0 <= i < len(self.words):
            return []
        word = self.words[i]
        if classes and word.keys.isdisjoint(classes):
            return []
        found = [
            self._item(i, one)
            for one in word.analyses
            if (not classes or one.entry.cls in classes) and (len(one.entry.words) == 1 or self._goes_on(i, one))
        ]
        if len(found) > 1:
            found.sort(key=_longest_first)
        return found

    def _goes_on(self, i: int, analysis: Analysis) -> bool:
        """Whether the other words of an entry of several follow token ``i``; the second alone turns most away."""
        words, second = analysis.entry.words, i + 1
        if second >= len(self.words) or self.words[second].folded != words[1]:
            return False
        return tuple([word.folded for word in self.words[second : i + len(words)]]) == words[1:]

    def _item(self, i: int, analysis: Analysis) -> Item:
        last = i + len(analysis.entry.words)
        end = self.starts[i] + analysis.end if last == i + 1 else self.ends[last - 1]
        return Item(analysis.entry, analysis, i, last, self.starts[i] + analysis.start, end)

    def token_at(self, position: int) -> int:
        """Return the number of the last token that starts at or before ``position``; -1 before the first."""
        return bisect_right(self.starts, position) - 1

    def tokens_in(self, start: int, end: int) -> range:
        """Return the numbers of the tokens that start inside ``start:end``."""
        return range(bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1))

    def sentence_of(self, position: int) -> Sentence:
        """Return the sentence that holds ``position``, or the nearest before it.

        Raises LookupError if the text has no sentence.
        """
        if not self.sentences:
            raise LookupError(f"{self.article_id or 'the text'} has no sentence")
        return self.sentences[max(0, bisect_right(self.sentences, position, key=lambda s: s.start) - 1)]

    def tight(self, i: int) -> bool:
        """Whether token ``i`` stands right behind the one before it, without white space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def place(self, places: Iterable[Sentence]) -> Reading:
        """Return the same reading with its sentences replaced, once their places on the page are known."""
        return replace(self, sentences=tuple(places))

    def where_is(self, start: int, end: int) -> dict[str, object]:
        """Return the columns that every mark has: article, sentence, span and text."""
        return {
            "article_id": self.article_id,
            "sentence_id": self.sentence_of(start).sentence_id,
            "start": start,
            "end": end,
            "text": self.source[start:end],
        }


def _longest_first(item: Item) -> tuple[int, int]:
    return item.first - item.last, len(item.analysis.before)


def read(source: str, article_id: str = "") -> Reading:
    """Fold ``source``, cut it into words and sentences, and look every word up, once.

    Any text in logical order will do, empty ones too; the sentences all have the place ``body`` until the page is
    known better. Takes time in proportion to the length.
    """
    return Reading(article_id, source, *tokens(source), tuple(sentences(source, article_id)))
