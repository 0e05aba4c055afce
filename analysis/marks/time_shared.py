"""What a time shares with the one joined to it: a year, a "last", the half of the day.

"من أبريل إلى يونيو من العام الماضي" names the year of both months once, "من الثالثة إلى الرابعة عصرا" the afternoon of
both hours. Two times are joined where no more than و, إلى or the like stands between them (`time_around.joined`).
"""

from __future__ import annotations

from analysis.marks import time_around
from analysis.marks.written import Written
from analysis.text.read import Reading

_NOON = 12
_AFTERNOON = frozenset({"TAF", "TEV"})
_DAY = 24


def shared(reading: Reading, before: Written | None, written: Written, after: Written | None) -> Written:
    """Return ``written`` with what it shares with the times found right ``before`` and ``after`` it."""
    if written.hour is not None:
        return _in_half_of_day(reading, before, written, after)
    if after is None or not time_around.joined(reading, after.first, written) or written.calendar != after.calendar:
        return written
    return _in_year(written, after)


def _in_year(written: Written, after: Written) -> Written:
    """Return a month or weekday with the year, the الماضي or the "of every week" of the one after it.

    A month later in the year than the one that carries it belongs to the year before ("ديسمبر ويناير 2018").
    """
    bare = written.year is None and written.shift is None and written.relation is None
    if not bare or bool(written.month) != bool(after.month) or bool(written.weekday) != bool(after.weekday):
        return written
    if not written.month and not written.weekday:
        return written
    if after.type == "SET":
        return written.but(type="SET", length=after.length, amount=after.amount, anchor="none")
    back = int(bool(written.month and after.month and written.month > after.month))
    if written.month and after.year is not None:
        return written.but(year=after.year - back, anchor="none")
    if written.month and after.unit == "year" and after.shift is not None:
        return written.but(unit="year", shift=after.shift - back)
    return written.but(relation=after.relation) if after.relation is not None else written


def _in_half_of_day(reading: Reading, before: Written | None, written: Written, after: Written | None) -> Written:
    """Return an hour of twelve in the half of the day that the hour joined to it says.

    Both lie in the afternoon where that keeps them in order; "من الثامنة صباحا إلى الثانية" ends in the afternoon too.
    """
    hour = written.hour or 0
    if not 0 < hour < _NOON or _says_part(reading, written) or _of_twenty_four(reading, written):
        return written
    later = written.but(hour=hour + _NOON)
    if after is not None and time_around.joined(reading, after.first, written) and _says_part(reading, after):
        ends = after.hour or _DAY  # twelve at night ends the day
        return later if hour + _NOON < ends else written
    if before is not None and before.hour is None and before.part in _AFTERNOON and _beside(before, written):
        return later
    if before is not None and time_around.joined(reading, written.first, before) and _says_part(reading, before):
        begins = before.hour or 0
        return later if (hour < begins < _NOON) or _NOON <= begins < hour + _NOON else written
    return written


def _beside(before: Written, written: Written) -> bool:
    """Whether an hour stands right behind a time, with no more than a preposition between ("مساء الأربعاء عند")."""
    return written.first - before.last <= 1


def _of_twenty_four(reading: Reading, written: Written) -> bool:
    """Whether the hour is written with a nought before it (04:00), or in four figures (0400)."""
    told = {f"{written.hour:02}", f"{written.hour:02}{written.minute or 0:02}"}
    return any(reading.words[i].folded in told for i in range(written.first, written.last))


def _says_part(reading: Reading, written: Written) -> bool:
    """Whether the words of a clock name a part of the day."""
    return written.hour is not None and any(
        reading.at(i, "parts_of_day", "clock_parts", "clock_halves") for i in range(written.first, written.last)
    )
