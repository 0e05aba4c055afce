"""What takes up a time told of before: "then", "the same day", "the year after", "two years after that".

The time told of last is meant, the unit of it that is named again, or the unit beside it. The week "before" or
"after" is that of the publication where no time was told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from analysis.dates import timex
from analysis.dates.interval import BELOW_DAY, Interval, shift, shift_months, unit_around
from analysis.dating import outlook as looks
from analysis.dating.meaning import Meaning, finished, meaning
from analysis.dating.resolved import REACH, Resolved, has_days, hull, id_of, is_whole
from analysis.marks.written import Written
from analysis.text.read import Reading

_ONE_DAY = timedelta(days=1)
_LESS_THAN_A_YEAR = 360
"""Days that the longest part of a year stays below, and every year reaches: nine months have 276, a year 365."""
_TOLD_REACH = 200
"""Characters from a time to a count that is made from it ("وبعدها بعامين")."""
_TO = "ل"


def take_up(
    one: Resolved, at: int, found: Sequence[Resolved], published: Interval | None, reading: Reading
) -> Resolved:
    """Take up the time told of last, or the unit of it that is named again ("مساء اليوم التالي").

    The day before or after is counted from the publication where no time was told of yet.
    """
    taken = _taken_up(one, at, found, published, reading)
    days = taken.means.days
    if taken.written.open == "after" and days and days.earliest:
        latest = published.latest if published and published.latest and published.latest >= days.earliest else None
        return replace(taken, means=replace(taken.means, days=Interval(days.earliest, latest), open="after"))
    if taken.written.part is None or days is None or days.days != 1:
        return taken
    return replace(taken, means=finished(taken.written.but(unit=None), days, None))


def _taken_up(
    one: Resolved, at: int, found: Sequence[Resolved], published: Interval | None, reading: Reading
) -> Resolved:
    written = one.written
    if written.same:
        return _same_stretch(one, at, found, published, reading)
    last = _told_last(written, found[max(0, at - REACH) : at])
    if last is None or last.means.days is None or last.means.days.earliest is None:
        if written.amount is not None:
            length = Meaning(timex.length(written.amount, str(written.unit)))
            return Resolved(written.but(type="DURATION", length=written.unit), length, None)
        if published and _counts_from_now(written, reading):
            return _beside_now(written, published)
        return replace(one, means=Meaning("PAST_REF"), anchor=None)
    anchor = id_of(reading, last.written)
    day = last.means.days.earliest
    if written.month is not None:
        days = written.but(then=False, shift=None).within(day.year + (written.shift or 0))
        if days:
            return Resolved(written, finished(written, days, None), anchor)
    if written.shift is not None:
        return _beside_then(written, last, anchor)
    if written.day is not None:
        return Resolved(written, finished(written, Interval.day(day.replace(day=written.day)), None), anchor)
    if written.unit and written.unit != "day":
        return Resolved(written, Meaning(timex.period(day, written.unit), unit_around(day, written.unit)), anchor)
    return Resolved(written, Meaning(last.means.value, last.means.days), anchor)


def _told_last(written: Written, before: Sequence[Resolved]) -> Resolved | None:
    """Return the time told of last that can be taken up: none that only began then, none longer than the unit named."""
    told = [one for one in before if has_days(one) and not one.written.length]
    if written.amount is not None:
        told = [one for one in told if written.start - one.written.end <= _TOLD_REACH]
    unit = written.unit if written.shift is None else None
    fits = [one for one in told if one.written.open != "after" and (unit is None or _within_one(one, unit))]
    return (fits or ([] if unit == "day" else told) or [None])[-1]


def _within_one(one: Resolved, unit: str) -> bool:
    days = one.means.days
    return days is not None and days.earliest is not None and days.overlap(unit_around(days.earliest, unit)) == days


def _same_stretch(
    one: Resolved, at: int, found: Sequence[Resolved], published: Interval | None, reading: Reading
) -> Resolved:
    """Return the stretch told of last in the year that is named ("الفترة نفسها من العام الماضي"), else that year."""
    written = one.written
    told = next((other for other in reversed(found[max(0, at - REACH) : at]) if _is_stretch(other)), None)
    plain = written.but(then=False, same=False)
    if written.shift is not None and written.unit is None:  # من العام السابق
        first = told.means.days.earliest if told and told.means.days else published and published.earliest
        plain = plain.but(shift=None, year=first.year + written.shift if first else None)
    year = hull(plain, published, None) if published else meaning(plain, None, None)
    if told is None or told.means.days is None or year.days is None or year.days.earliest is None:
        return Resolved(plain, year, "publication" if year.days and written.shift is not None else None)
    first, last = told.means.days.earliest, told.means.days.latest
    if first is None or last is None:
        return Resolved(plain, year, None)
    months = 12 * (year.days.earliest.year - first.year)
    moved = told.written.but(shift=None, relation=None, unit=None, year=first.year, then=False)
    days = Interval(shift_months(first, months), shift_months(last + _ONE_DAY, months) - _ONE_DAY)
    return Resolved(written, finished(moved.but(portion=None, open=None), days, None), id_of(reading, told.written))


def _is_stretch(one: Resolved) -> bool:
    """Whether a time is a part of a year: a month, a quarter, a half, from day to day."""
    days = one.means.days
    return has_days(one) and days is not None and 1 < (days.days or 0) < _LESS_THAN_A_YEAR


def _counts_from_now(written: Written, reading: Reading) -> bool:
    """Whether "the week before" or "after" may be that of the publication: no event follows that it is counted from."""
    if written.shift is None:
        return False
    if is_whole(written, reading):
        return True
    behind = reading.words[written.last].folded if written.last < len(reading.words) else ""
    if behind.startswith(_TO) or written.unit in BELOW_DAY:
        return False
    return written.shift < 0 or looks.outlook(reading, written) == "ahead"


def _beside_now(written: Written, published: Interval) -> Resolved:
    """Return the unit or weekday before or after the publication ("الأسبوع السابق")."""
    plain = written.but(then=False, anchor="publication")
    if written.weekday is not None:
        plain = plain.but(relation=written.shift, unit=None, shift=None)
    return Resolved(plain, hull(plain, published, None), "publication")


def _beside_then(written: Written, last: Resolved, anchor: str) -> Resolved:
    """Return the unit before or after the one told of last ("في اليوم التالي")."""
    days, count = last.means.days, int(written.shift or 0)
    day = days.latest if days and count > 0 else days.earliest if days else None
    if day is None:
        return Resolved(written, Meaning("PAST_REF"), None)
    if written.weekday is not None:
        ahead = (written.weekday - day.isoweekday()) % 7 or 7
        moved = day + timedelta(days=ahead if count > 0 else ahead - 7 if ahead < 7 else -7)
        return Resolved(written, Meaning(moved.isoformat(), Interval.day(moved)), anchor)
    unit = str(written.unit)
    moved = shift(day, unit, count)
    return Resolved(written, Meaning(timex.period(moved, unit), unit_around(moved, unit)), anchor)
