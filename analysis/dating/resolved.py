"""A time expression with what it came to mean, as the steps of `dating.resolve` hand it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from analysis.dates.interval import Interval
from analysis.dating import outlook as looks
from analysis.dating.meaning import Meaning, meaning, unresolved
from analysis.marks.written import Written
from analysis.text.read import Reading

LIKELY_FIRST = 6
"""Days: in a publication interval up to this wide its first day is the likelier, and gives the value."""
REACH = 100
"""So many times before and behind one are asked for what anchors it, so that the work grows with the text."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression, what it means, and what it was counted from: ``publication``, a time's id, or None."""

    written: Written
    means: Meaning
    anchor: str | None


def hull(written: Written, published: Interval, view: looks.Outlook | None) -> Meaning:
    """Return what ``written`` means whichever day of ``published`` the article appeared: a hull where they differ."""
    first, last = published.earliest, published.latest
    means = meaning(written, first, view)
    if first == last:
        return means
    other = meaning(written, last, view)
    if means.days is None or other.days is None:
        return means
    days = Interval(*_widest(means.days, other.days))
    likely = (published.days or 0) <= LIKELY_FIRST or means.value == other.value
    return replace(means, value=means.value if likely else unresolved(written), days=days)


def _widest(one: Interval, other: Interval) -> tuple[date | None, date | None]:
    both = one.hull(other)
    return both.earliest, both.latest


def is_whole(written: Written, reading: Reading) -> bool:
    """Whether an expression, and a preposition before it, is all that its sentence says: it is counted from now."""
    sentence = reading.sentence_of(written.start)
    first = reading.token_at(sentence.start)
    behind = written.first - first == 1 and bool(reading.at(first, "time_links"))
    return (sentence.start == written.start or behind) and sentence.end - written.end <= 1


def has_days(one: Resolved) -> bool:
    """Whether both ends of what is meant are known."""
    return one.means.days is not None and one.means.days.earliest is not None and one.means.days.latest is not None


def is_one_day(one: Resolved) -> bool:
    """Whether one day is meant, and told of by its own words."""
    days = one.means.days
    return days is not None and days.earliest is not None and days.earliest == days.latest and not one.written.then


def id_of(reading: Reading, written: Written) -> str:
    """Return the id of the first row of ``times`` that an expression makes."""
    return f"{reading.article_id}:t{written.start}-{written.end}"
