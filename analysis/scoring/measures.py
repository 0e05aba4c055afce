"""How far two sets agree, and what a mistake is.

A score is kept with the counts behind it, so that a share of three and a share of three hundred can be told apart, and
every mistake is kept with its place, so that a reader can look at the sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

Row = dict[str, object]


@dataclass(frozen=True)
class Mistake:
    """One thing that gold and reading do not agree on; ``start`` and ``end`` are characters of the article."""

    article_id: str
    kind: str
    start: int | None
    end: int | None
    text: str
    wanted: str
    found: str


@dataclass(frozen=True)
class Measure:
    """One score: what of, which measure, its value (None where there was nothing to measure), and the number behind it.

    ``of`` is the size of what the share is taken of; for precision, what was found; for recall and F1, the gold.
    """

    layer: str
    name: str
    value: float | None
    of: int
    lower_is_better: bool = False

    @property
    def key(self) -> str:
        """The name under which the score has its floor: "times F1"."""
        return f"{self.layer} {self.name}".strip()


@dataclass
class Tally:
    """Counts by name, with the mistakes met while counting; two tallies add up."""

    counts: Counter[str] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        """Take in what ``other`` counted."""
        self.counts += other.counts
        self.mistakes += other.mistakes
        self.widths += other.widths
        return self

    def share(self, layer: str, name: str, part: str, whole: str) -> Measure:
        """Return the share of ``whole`` that is ``part``."""
        return share(layer, name, self.counts[part], self.counts[whole])

    def agreement(self, layer: str, match: str, gold: str, found: str) -> Iterator[Measure]:
        """Yield precision, recall and F1 from three counts."""
        yield from agreement(layer, self.counts[match], self.counts[gold], self.counts[found])

    def f1(self, layer: str, name: str, match: str, gold: str, found: str) -> Measure:
        """Return F1 alone, under ``name``."""
        *_, f1 = agreement(layer, self.counts[match], self.counts[gold], self.counts[found])
        return Measure(layer, name, f1.value, f1.of)


def share(layer: str, name: str, part: int, whole: int) -> Measure:
    """Return ``part`` of ``whole`` as a measure; no value where the whole is empty.

    >>> share("times", "value", 2, 3).value
    0.667
    """
    return Measure(layer, name, round(part / whole, 3) if whole else None, whole)


def agreement(layer: str, match: int, gold: int, found: int) -> Iterator[Measure]:
    """Yield precision, recall and F1 of ``match`` hits among ``gold`` wanted and ``found`` given; none for nothing.

    >>> [measure.value for measure in agreement("times", 1, 2, 4)]
    [0.25, 0.5, 0.333]
    """
    precision = match / found if found else 0.0
    recall = match / gold if gold else 0.0
    both = precision + recall
    values = precision, recall, 2 * precision * recall / both if both else 0.0
    for name, value, of in zip(("P", "R", "F1"), values, (found, gold, gold), strict=True):
        yield Measure(layer, name, round(value, 3) if gold or found else None, of)
