"""A piece of evidence for the day of publication: a set of days with its reason, and what it is gathered from.

Evidence is of several strengths (`RANKS`). What the user gives and what the page states are days (`stated`, `stamps`).
Of the prose (`hints`), words that place a named year or month beside the present bound the day from both sides; a full
date in the lead is the news of that day; what is told as past, and who is said to hold an office (`offices`), bounds it
loosely; a day without its year (`recurring`) leaves some of each year, a weekday one or two days of each week. Dates of
the page that are not its own, clocks of the visit above all, are kept apart as traps.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from analysis.dates.interval import Interval
from analysis.marks.written import Written
from analysis.reading.furniture import Layout
from analysis.reading.page import Facts
from analysis.text.read import Reading
from analysis.text.sentences import Sentence

Kind = Literal[
    "given", "stated", "dateline", "address", "deictic", "told", "visited", "planned", "lead", "before-event", "office",
    "fresh", "shared", "month", "weekday", "late-weekday", "trap", "updated",
]  # fmt: skip
RANKS: tuple[Kind, ...] = (
    "given", "stated", "dateline", "address", "deictic", "told", "visited", "planned", "lead", "before-event", "office",
    "fresh", "shared", "month", "weekday",
)  # fmt: skip
"""Kinds by strength: where two cannot both hold, the later one is left aside. The others are not weighed as they are:
``late-weekday`` is one named once, far down, which only the story may use."""

ANY_DAY = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Yearly:
    """The days that lie ``least`` to ``most`` days behind a day of the year, in years in which it is a ``weekday``.

    Negative numbers are days before it; ``weekday`` counts from Monday, 1, and None is any.
    """

    month: int
    day: int
    weekday: int | None
    least: int
    most: int

    def allows(self, day: dt.date) -> bool:
        """Whether ``day`` is one of them."""
        return any(
            self.least <= (day - named).days <= self.most
            for named in map(self._in, range(day.year - 1, day.year + 2))
            if named and (self.weekday is None or named.isoweekday() == self.weekday)
        )

    def _in(self, year: int) -> dt.date | None:
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:  # the 29th of a February that has none
            return None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A set of days that publication lies in, and why.

    ``days`` bounds it; ``weekdays`` (1 Monday to 7), ``months``, ``month_day`` and ``yearly`` narrow it where they are
    not empty. ``reason`` is a sentence, with offsets.
    """

    kind: Kind
    days: Interval
    reason: str
    start: int | None = None
    end: int | None = None
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    month_day: tuple[int, int] | None = None
    yearly: Yearly | None = None

    @property
    def bounds_only(self) -> bool:
        """Whether it says no more than ``days``."""
        return not (self.weekdays or self.months or self.month_day or self.yearly)

    def allows(self, day: dt.date) -> bool:
        """Whether ``day`` is in the set."""
        return (
            self.days.holds(day)
            and (not self.weekdays or day.isoweekday() in self.weekdays)
            and (not self.months or day.month in self.months)
            and (self.month_day is None or (day.month, day.day) == self.month_day)
            and (self.yearly is None or self.yearly.allows(day))
        )


@dataclass(frozen=True)
class Page:
    """What the evidence is gathered from: one article's reading, layout, facts and times."""

    reading: Reading
    layout: Layout
    facts: Facts
    times: Sequence[Written]

    @cached_property
    def prose(self) -> list[Sentence]:
        """The sentences of the body, in order."""
        return [sentence for sentence in self.layout.sentences if sentence.place == "body"]

    def quoted(self, start: int, end: int) -> str:
        """A stretch of the text as a reason cites it: on one line, cut where it is long, with its offsets."""
        text = " ".join(self.reading.source[start:end].split())
        return f"«{text if len(text) <= 60 else text[:59] + '…'}» ({start}–{end})"

    def inside(self, start: int, end: int) -> list[Written]:
        """The times that lie in a stretch of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [time for time in self.times[first:last] if time.end <= end]

    @cached_property
    def _starts(self) -> list[int]:
        return [time.start for time in self.times]
