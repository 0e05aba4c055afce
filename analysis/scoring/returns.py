"""When what was found comes round once more: in a week, a year, a Hijri year, another half of the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from analysis.scoring.stretches import DAY, WEEK, Answer, Case, Stretch, hull, stretches

_UTC_OF_DUCKLING = timedelta(hours=-2)
"""The zone of Duckling's reference clock."""
_HIJRI_YEARS = (timedelta(days=354), timedelta(days=355))


def found_in(case: Case, answer: Answer) -> list[Stretch]:
    """Return the stretches of an answer, by the suite's clock where they name their zone; none if one has no ends.

    None either for a case that expects nothing or is asked at no time.
    """
    if case.expect is None or case.reference is None:
        return []
    rows = [row for row in answer.times if row["type"] in ("DATE", "TIME")]
    found = []
    for row in rows:
        zoned = _UTC_OF_DUCKLING if case.suite == "duckling" and str(row["value"]).endswith("Z") else timedelta(0)
        found += [moved(one, zoned) for one in stretches(row, case.reference)]
    return found if len(found) >= len(rows) else []


def comes_to(
    case: Case, answer: Answer, fitting: Callable[[dict, Stretch, datetime], bool], *, at_once: bool = False
) -> bool:
    """Whether what was found, come round once more, fits; ``at_once``: or as it was found."""
    found = found_in(case, answer)
    if not found or case.expect is None or case.reference is None:
        return False
    if case.expect.get("interval"):
        found = [hull(found)]
    expect, reference = case.expect, case.reference
    return all(
        (at_once and fitting(expect, one, reference))
        or any(fitting(expect, other, reference) for other in _returns(one, reference))
        for one in found
    )


def _returns(found: Stretch, reference: datetime) -> Iterator[Stretch]:
    """Yield when a stretch that is not ahead comes round: in a week, a year, a Hijri year, another half of the day."""
    known = found.start or found.end
    if known is None or known > reference:
        return
    yield moved(found, WEEK)
    yield Stretch(_next_year(found.start), _next_year(found.end), found.clock)
    yield from (moved(found, year) for year in _HIJRI_YEARS)
    if found.start and found.end == found.start + DAY:
        day = found.start
        yield from (moved(found, weeks * WEEK) for weeks in (52, 53) if _same_of_month(day, weeks * WEEK))
    if found.clock:
        yield from (moved(found, later) for later in (timedelta(hours=12), DAY))


def _same_of_month(day: datetime, later: timedelta) -> bool:
    """Whether a weekday is the so-many-eth of the same month a year on ("the first Tuesday of October")."""
    other = day + later
    return other.month == day.month and (other.day - 1) // 7 == (day.day - 1) // 7


def moved(found: Stretch, later: timedelta) -> Stretch:
    """Return a stretch put ``later`` by so much; an open end stays open."""
    start, end = (None if end is None else end + later for end in (found.start, found.end))
    return Stretch(start, end, found.clock)


def _next_year(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    leap_day = (moment.month, moment.day) == (2, 29)
    return moment.replace(year=moment.year + 1, day=28 if leap_day else moment.day)
