"""Two weekdays that are the ends of one range: the second lies behind the first, whatever either means by itself.

"من السبت إلى الخميس" on a Tuesday is last week's Saturday to last Thursday, or, where the text looks ahead, the coming
Saturday to the Thursday after it; "من غد إلى الجمعة" ends on the coming Friday.
"""

from __future__ import annotations

from datetime import timedelta

from analysis.dates.interval import Interval
from analysis.marks.written import Written
from analysis.text.number_words import AND
from analysis.text.read import Reading

_WEEK = timedelta(weeks=1)
_JOINED_WITHIN = 2
"""So many words may join the ends of a range ("، وحتى")."""


def is_range(reading: Reading, first: Written, last: Written) -> bool:
    """Whether ``last`` is the end of what ``first`` begins: إلى between them, or بين before them and و between."""
    return is_bare_weekday(last) and joins_range(reading, first, last)


def joins_range(reading: Reading, first: Written, last: Written) -> bool:
    """Whether the words between two times, and before them, make the ends of a range of them."""
    if not 0 <= last.first - first.last <= _JOINED_WITHIN:
        return False
    joins = {item.entry.row["range"] for i in range(first.last, last.first) for item in reading.at(i, "time_joins")}
    if "to" in joins:
        return True
    written = any("conj" in item.analysis.before for item in reading.at(last.first, "weekdays", "months"))
    joined = "and" in joins or written or reading.words[last.first - 1].folded == AND
    return joined and any(reading.at(first.first - far, "between_words") for far in (1, 2))


def is_bare_weekday(written: Written) -> bool:
    """Whether a weekday is named and nothing that fixes its week."""
    fixed = (written.relation, written.shift, written.month, written.day, written.nth, written.weekday_to)
    return written.weekday is not None and all(part is None for part in fixed)


def in_order(first: Written, begins: Interval, ends: Interval, *, ahead: bool) -> tuple[Interval, Interval]:
    """Return both ends of a range, the wrong way round so far, in order: the end a week on, or the beginning back.

    The beginning goes back where it is a bare weekday too and nothing looks ahead.
    """
    if is_bare_weekday(first) and not ahead:
        return _moved(begins, -1, until=ends), ends
    return begins, _moved(ends, 1, until=begins)


def _moved(days: Interval, weeks: int, until: Interval) -> Interval:
    """Return ``days`` moved by whole weeks until they lie on their side of ``until``."""
    earliest, latest = days.earliest, days.latest
    if earliest is None or latest is None or until.earliest is None or until.latest is None:
        return days
    while (latest > until.earliest) if weeks < 0 else (earliest < until.latest):
        earliest, latest = earliest + weeks * _WEEK, latest + weeks * _WEEK
    return Interval(earliest, latest)
