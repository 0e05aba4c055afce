"""Times as written to rows of ``times``: value, interval, and what they were resolved against.

An expression is resolved against the publication, by where its clause looks; a clock without a day takes the day told
of beside it, "then" the time told of last, "three months before the election" the election's date where the article
gives one. A publication that is an interval makes hulls: what cannot be known better is as wide as its anchor.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from analysis.dates.interval import BELOW_DAY, Interval
from analysis.dating import outlook as looks
from analysis.dating import ranges
from analysis.dating.counted import (
    beside_event,
    from_event,
    from_start,
    is_ahead,
    is_plain_length,
    is_vague_before_event,
    since_told,
    starting_day,
    told_after,
)
from analysis.dating.meaning import Meaning, finished, meaning, unresolved
from analysis.dating.resolved import REACH, Resolved, hull, id_of, is_one_day, is_whole
from analysis.dating.then import take_up
from analysis.dating.together import in_one_year
from analysis.dating.writing import counted_from
from analysis.marks.written import Written
from analysis.text.read import Reading

T = TypeVar("T")

_SAID_IN = {"school year": "year"}
"""Units that the table has no grain for, and the one it has."""
_AGO, _HENCE, _SOME_DAY = "ago", "hence", "some day"
_SPOKEN_BEHIND = 250
"""Characters from the day of speaking to a word of the quotation."""
_SPOKEN_BEFORE = timedelta(days=2)
"""What was said on a day further back is told of close to it."""
_BESIDE = 20
"""So many times before and behind a clock are asked for its day."""


def resolve(written: Sequence[Written], published: Interval | None, reading: Reading) -> list[dict[str, Any]]:
    """Return a row of ``times`` for each expression, in order.

    ``published`` is when the article appeared; None, or an interval with an open end, where that is not known: relative
    times then have a value with what is open in it, and no bounds.
    """
    known = published if published and published.earliest and published.latest else None
    froms = counted_from(written, known, reading)
    found: list[Resolved] = []
    for one, now in zip(written, froms, strict=True):
        resolved = _or_else(None, _first_pass, one, now, reading, found[-REACH:])
        found.append(resolved or Resolved(one, Meaning(one.ref or unresolved(one), None, one.open), None))
    for at in range(1, len(found)):
        two = found[at - 1], found[at]
        found[at - 1 : at + 1] = _or_else(two, _in_order, *two, reading)
    found = [_or_else(one, in_one_year, one, at, found, known, reading) for at, one in enumerate(found)]
    found = [_or_else(one, _second_pass, one, at, found, known, reading) for at, one in enumerate(found)]
    seen: dict[str, int] = {}
    return [_row(one, reading, seen) for one in found]


def _or_else(otherwise: T, step: Callable[..., T], *arguments: Any) -> T:
    """Return what a step gives; ``otherwise`` where it leaves the calendar (before the year 1, 31 February)."""
    try:
        return step(*arguments)
    except (ValueError, OverflowError):
        return otherwise


def _first_pass(written: Written, published: Interval | None, reading: Reading, before: list[Resolved]) -> Resolved:
    """Resolve against the publication; in a quotation "today" is the day told of last."""
    view = looks.outlook(reading, written) if _needs_outlook(written) else None
    if written.open == "after" and written.mod is None:
        view = "back"  # what has gone on since
    elif written.open == "before" and view is None and is_whole(written, reading):
        view = "ahead"  # a term, where nothing says that it is over
    if written.rule == "ago by since" and written.shift is not None and looks.lasting(reading, written):
        written = written.but(open="after")
    if written.rule == _SOME_DAY and (view == "ahead" or looks.hoped(reading, written)):
        written = written.but(ref="FUTURE_REF")
    ago = written.shift if written.rule == _AGO and written.anchor == "publication" else None
    if ago and looks.not_before(reading, written):
        written = written.but(shift=-ago)
    if _is_today(written) and looks.quoted(reading, written.start):
        last = _day_of_speaking(written, before, published, reading)
        if last and last.means.days:
            return Resolved(written, meaning(written, last.means.days.earliest, view), id_of(reading, last.written))
    if written.rule == _HENCE and written.anchor == "publication":
        if told := since_told(written, before, known=published, reading=reading):
            return told
        if view != "ahead" and not is_whole(written, reading):
            return told_after(written, before, reading)
    if published is None:
        return Resolved(written, meaning(written, None, view), None)
    means = hull(written, published, view)
    needs = written.absolute is None and means.days is not None
    needs = needs or (written.open == "after" and means.days is not None)
    return Resolved(written, means, "publication" if needs else None)


def _day_of_speaking(
    written: Written, before: Sequence[Resolved], published: Interval | None, reading: Reading
) -> Resolved | None:
    """Return the day on which a quotation was said: told of close before it, or not long before the publication."""
    now = published.earliest if published else None
    for one in reversed(before):
        day = one.means.days.earliest if is_one_day(one) and one.means.days else None
        if day is None or looks.quoted(reading, one.written.start) or (now and day > now):
            continue
        if written.start - one.written.end <= _SPOKEN_BEHIND or (now and now - day <= _SPOKEN_BEFORE):
            return one
    return None


def _in_order(first: Resolved, last: Resolved, reading: Reading) -> tuple[Resolved, Resolved]:
    """Return two times as they are, but for a range of weekdays whose end would lie before its beginning."""
    if not ranges.is_range(reading, first.written, last.written):
        return first, last
    begins, ends = first.means.days, last.means.days
    if not (begins and ends and begins.latest and ends.earliest and ends.earliest < begins.latest):
        return first, last
    ahead = looks.outlook(reading, first.written) == "ahead"
    begins, ends = ranges.in_order(first.written, begins, ends, ahead=ahead)
    return (
        replace(first, means=replace(finished(first.written, begins, None), open=first.means.open)),
        replace(last, means=replace(finished(last.written, ends, None), open=last.means.open)),
    )


def _second_pass(
    one: Resolved, at: int, found: Sequence[Resolved], published: Interval | None, reading: Reading
) -> Resolved:
    """Resolve what another time of the article anchors."""
    written = one.written
    if written.then:
        return take_up(one, at, found, published, reading)
    if written.anchor == "event":
        return from_event(one, at, found, reading)
    if is_vague_before_event(written):
        return beside_event(one, at, found, reading)
    if is_plain_length(written) and (start := starting_day(one, found[max(0, at - REACH) : at + REACH], reading)):
        return from_start(written, start, reading)
    if _only_clock(written) and (beside := _day_beside(at, found, published, reading)):
        days = beside.means.days
        if days and days.earliest:
            return Resolved(
                written, finished(written, Interval.day(days.earliest), None), id_of(reading, beside.written)
            )
    return one


def _day_beside(at: int, found: Sequence[Resolved], published: Interval | None, reading: Reading) -> Resolved | None:
    """Return the day that a clock without one belongs to: beside it in the sentence, else told of last before it.

    A clock is of a day to come only where the text looks ahead; one in universal time is that of a market's report.
    """
    here = found[at].written
    sentence = reading.sentence_of(here.start)
    near = [
        (abs(other.written.first - here.first), other)
        for other in found[max(0, at - _BESIDE) : at + _BESIDE]
        if is_one_day(other) and not _only_clock(other.written) and sentence.start <= other.written.start < sentence.end
    ]
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    if _is_stamp(here, reading):
        return None
    told = next((found[i] for i in range(at - 1, max(0, at - REACH) - 1, -1) if is_one_day(found[i])), None)
    if told and is_ahead(told, published) and (here.zone == "Z" or looks.outlook(reading, here) != "ahead"):
        return None
    return told


def _is_stamp(written: Written, reading: Reading) -> bool:
    """Whether a clock stands by itself at the end of a text, as agencies put it (انتهى 13:18 ت م)."""
    sentence = reading.sentence_of(written.start)
    words = reading.tokens_in(sentence.start, sentence.end)
    return sum(reading.words[i].kind == "arabic" for i in words if not written.first <= i < written.last) <= 1


def _needs_outlook(written: Written) -> bool:
    if written.absolute is not None or written.relation is not None or written.then:
        return False
    if written.rule in {_HENCE, _SOME_DAY} or (written.unit == "weekend" and written.shift is None):
        return True
    return written.shift is None and any(
        (written.weekday, written.day, written.month, written.season, written.quarter, written.half, written.moving)
    )


def _is_today(written: Written) -> bool:
    return written.unit == "day" and written.shift == 0 and written.weekday is None and written.month is None


def _only_clock(written: Written) -> bool:
    return (written.hour is not None or written.part is not None) and not any(
        (written.shift is not None, written.weekday, written.day, written.month, written.type == "SET")
    )


def _row(one: Resolved, reading: Reading, seen: dict[str, int]) -> dict[str, Any]:
    written, means = one.written, one.means
    name = id_of(reading, written)
    seen[name] = seen.get(name, 0) + 1
    return {
        **reading.where_is(written.start, written.end),
        "time_id": name if seen[name] == 1 else f"{name}.{seen[name]}",
        "type": written.type,
        "value": means.value,
        "earliest": means.days.earliest if means.days else None,
        "latest": means.days.latest if means.days else None,
        "open": means.open,
        "mod": means.mod,
        "grain": grain(written),
        "calendar": written.calendar,
        "anchor": one.anchor,
    }


def grain(written: Written) -> str | None:
    """Return the unit that the time is said in; None for a vague one."""
    if written.ref or (written.then and not written.unit and written.month is None):
        return None
    if written.length:
        return _SAID_IN.get(written.length, written.length)
    if written.hour is not None:
        return "second" if written.second is not None else "minute" if written.minute else "hour"
    if written.part is not None:
        return "part_of_day"
    if written.piece is not None:
        return written.piece
    if any(named is not None for named in (written.day, written.weekday, written.moving)):
        return "day"
    if written.unit == "day" or (written.month is None and written.unit in {"week", *BELOW_DAY}):
        return written.unit
    for unit in ("month", "season", "quarter", "half"):
        if getattr(written, unit) is not None:
            return unit
    if written.unit:
        return written.more[-1][1] if written.more else _SAID_IN.get(written.unit, written.unit)
    for unit in ("year", "decade", "century"):
        if getattr(written, unit) is not None:
            return unit
    return None
