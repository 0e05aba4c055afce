"""The day on which an article was written, where it says so itself: one or some days before the one it appeared on.

Copy is often printed a day late, or dated by the day it was collected on, its "today" and "yesterday" left as they were
written. Where "اليوم السبت" stands in an article of Sunday, Saturday is today in the sentences around it; a statement
quoted further down has its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from analysis.dates.interval import Interval
from analysis.dating.meaning import meaning
from analysis.dating.outlook import quoted
from analysis.marks.written import Written
from analysis.text.read import Reading

_ONE_DAY = timedelta(days=1)
_LATEST = timedelta(days=6)
"""How long before it appeared copy was written at most: from a week on, its weekday could be that of another week."""
_AROUND = 300
"""Characters from the day that is named to a today or yesterday of the same writing, beside its whole paragraph."""


def counted_from(written: Sequence[Written], published: Interval | None, reading: Reading) -> list[Interval | None]:
    """Return, for each expression, the day from which its today or yesterday counts: of writing, or of publication.

    The day of writing is less than a week before ``published`` where every named day beside a today says so. A
    publication of several days, and one that is not known, come back as they are.
    """
    day = published.earliest if published and published.earliest == published.latest else None
    if day is None:
        return [published] * len(written)
    named = [one for one in written if _is_named(one) and not quoted(reading, one.start)]
    late = {day + int(one.shift or 0) * _ONE_DAY - first for one in named if (first := _first(one, day))}
    if len(late) != 1 or not _ONE_DAY <= min(late) <= _LATEST:
        return [published] * len(written)
    before = Interval.day(day - min(late))
    spoken = [one.unit == "day" and one.shift is not None for one in written]
    return [
        before if is_spoken and any(_beside(one, other, reading) for other in named) else published
        for one, is_spoken in zip(written, spoken, strict=True)
    ]


def _is_named(one: Written) -> bool:
    """Whether today or yesterday stands with a weekday or a date."""
    return one.unit == "day" and one.shift is not None and one.nth is None and bool(one.weekday or one.month)


def _first(one: Written, day: date) -> date | None:
    days = meaning(one, day, None).days
    return days.earliest if days else None


def _beside(one: Written, named: Written, reading: Reading) -> bool:
    first, last = sorted((one, named), key=lambda written: written.start)
    near = last.start - first.end <= _AROUND
    return near or "\n" not in reading.source[first.end : last.start]
