"""Dates of one sentence that lie in one year: a day or month without a year goes by those told beside it.

A year said for the same month is meant again ("من السابع إلى التاسع من يناير 2015 ... في 7 يناير"); the end of a range
lies behind its beginning ("بين 15 يونيو و15 سبتمبر"); and a date that its clause would put most of a year away from
its neighbours is the one beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from analysis.dates.interval import Interval, shift_months
from analysis.dating.meaning import Meaning, meaning
from analysis.dating.ranges import joins_range
from analysis.dating.resolved import Resolved
from analysis.marks.written import Written
from analysis.text.read import Reading

_NEIGHBOURS = 4
"""So many times before and behind a date are asked for its year."""
_FAR, _NEAR = timedelta(days=240), timedelta(days=120)
"""Two thirds of a year and one third: a date so far from its neighbour is nearer to it in the year before or after, and
is moved only where it then lies close. Between the two, either year may be meant."""
_YEAR = 12
"""Months."""


def in_one_year(
    one: Resolved, at: int, found: Sequence[Resolved], published: Interval | None, reading: Reading
) -> Resolved:
    """Return a date without a year in the year that the dates of its sentence say; others as they are."""
    if not _is_bare(one.written) or one.means.days is None or published is None:
        return one
    sentence = reading.sentence_of(one.written.start)
    around = [
        other
        for other in found[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        if other is not one and sentence.start <= other.written.start < sentence.end
    ]
    before = [other for other in around if other.written.start < one.written.start]
    if (year := _said_before(one.written, before)) is not None:
        return _moved(one, year)
    if before and before[-1].written.month and joins_range(reading, before[-1].written, one.written):
        return _behind(one, before[-1])
    return _beside(one, around, published)


def _is_bare(written: Written) -> bool:
    fixed = (written.year, written.unit, written.relation, written.weekday, written.moving, written.nth, written.open)
    return written.month is not None and not written.then and all(part is None for part in fixed)


def _said_before(written: Written, before: Sequence[Resolved]) -> int | None:
    """Return the year said last for the same month, where the day says nothing else."""
    for other in reversed(before):
        if other.written.month == written.month and other.written.calendar == written.calendar:
            return other.written.year
    return None


def _behind(one: Resolved, first: Resolved) -> Resolved:
    """Return the end of a range in the first year that puts it behind the beginning."""
    begins, ends = first.means.days, one.means.days
    if one.written.calendar != "gregorian" or not (begins and begins.earliest and ends and ends.earliest):
        return one
    year = begins.earliest.year
    same = _moved(one, year).means.days
    return _moved(one, year if same and same.latest and same.latest >= begins.earliest else year + 1)


def _beside(one: Resolved, around: Sequence[Resolved], published: Interval) -> Resolved:
    """Return a date one year on or back where that lies close to a bare date beside it and to the publication."""
    days, now = one.means.days, published.earliest
    others = [other.means.days.earliest for other in around if _is_bare(other.written) and other.means.days]
    if one.written.day is None or not (days and days.earliest and now) or one.written.calendar != "gregorian":
        return one
    for other in others:
        if other is None or abs(days.earliest - other) < _FAR:
            continue
        for months in (-_YEAR, _YEAR):
            moved = shift_months(days.earliest, months)
            if abs(moved - other) < _NEAR and abs(moved - now) < abs(days.earliest - now):
                return _moved(one, moved.year)
    return one


def _moved(one: Resolved, year: int) -> Resolved:
    means: Meaning = meaning(replace(one.written, year=year), None, None)
    return replace(one, means=means) if means.days else one
