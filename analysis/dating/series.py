"""What comes in rounds: one article reports the first, another says in which month they began.

"The first session of the dialogue was held on Thursday evening" has no date; "the talks, which began last June" does,
in an article whose own day is known. Where the two tell the same story, the first was published in that month.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.dates.interval import Interval, month_of
from analysis.dating.evidence import Evidence, Page
from analysis.marks.written import Written
from analysis.text.read import Reading

REACH = 6
"""Tokens between a word of a round and the verb of its beginning, or between that verb and its month."""
AFTER_FIRST = 2
"""Tokens behind "first" in which the round it is of stands."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A month that rounds began in, and how the article says so."""

    month: Interval
    said: str


def reports_first(page: Page) -> tuple[int, int] | None:
    """Return where an article tells of the first of several rounds as news of a weekday; None where it does not."""
    for sentence in page.prose:
        news = [time for time in page.inside(sentence.start, sentence.end) if _is_bare_weekday(time)]
        tokens = page.reading.tokens_in(sentence.start, sentence.end)
        for i in tokens if news else ():
            if _is(page.reading, i, "first"):
                rounds = [
                    j for j in range(i + 1, min(i + 1 + AFTER_FIRST, tokens.stop)) if _is(page.reading, j, "round")
                ]
                if rounds:
                    return page.reading.starts[i], page.reading.ends[rounds[-1]]
    return None


def beginnings(page: Page, published: Interval) -> Iterator[Beginning]:
    """Yield the months in which an article published in ``published``, a day or two, says that rounds began."""
    if published.latest is None:
        return
    for time in page.times:
        if time.month is None or time.day is not None or time.calendar != "gregorian" or time.relation == 1:
            continue
        verb = _begun(page.reading, time)
        if verb is None:
            continue
        year = time.year or published.latest.year - ((published.latest.month <= time.month) if time.year is None else 0)
        yield Beginning(month_of(year, time.month), page.quoted(page.reading.starts[verb], time.end))


def evidence(first: tuple[int, int], page: Page, other: str, began: Beginning) -> Evidence:
    """Return what another article's month says of the one that reports the first round: that month, or a day after."""
    assert began.month.latest
    days = Interval(began.month.earliest, began.month.latest + dt.timedelta(days=1))
    said = f"{page.quoted(*first)} is told as news, and {other} says when they began: {began.said}"
    return Evidence("shared", days, said, *first)


def _is_bare_weekday(time: Written) -> bool:
    return time.weekday is not None and time.anchor == "publication" and time.shift is None and time.month is None


def _begun(reading: Reading, time: Written) -> int | None:
    """The verb of beginning before a month, if a round is its subject."""
    for i in range(time.first - 1, max(-1, time.first - REACH), -1):
        if _is(reading, i, "begin"):
            return i if any(_is(reading, j, "round") for j in range(max(0, i - REACH), i + AFTER_FIRST)) else None
    return None


def _is(reading: Reading, i: int, kind: str) -> bool:
    return any(item.entry.row["kind"] == kind for item in reading.at(i, "series_words"))
