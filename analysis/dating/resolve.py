"""Times as written to rows of ``times``: value, interval, and what they were resolved against.

An expression is resolved against the publication, by where its clause looks; a clock without a day takes the day told
of beside it, "then" the time told of last, "three months before the election" the election's date where the article
gives one. A publication that is an interval makes hulls: what cannot be known better is as wide as its anchor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from analysis.dates import timex
from analysis.dates.interval import Interval, shift, shift_months, unit_around
from analysis.dating import outlook as looks
from analysis.dating import ranges
from analysis.dating.meaning import Meaning, finished, meaning, unresolved
from analysis.marks.written import Written
from analysis.text.number_words import AND
from analysis.text.read import Reading

LIKELY_FIRST = 6
"""Days: in a publication interval up to this wide its first day is the likelier, and gives the value."""
_HENCE = "hence"
_EVENT_REACH = 14
_BESIDE = 20
"""So many times before and behind a clock are asked for its day."""
_EVENT_TIMES = 200
"""So many times before and behind a count are asked if they date the event it is made from."""
_SHORTEST_STEM = 4
_ONE_DAY = timedelta(days=1)
_LESS_THAN_A_YEAR = 360
_TOLD_REACH = 200
"""Characters from a time to a count that is made from it ("وبعدها بعامين")."""
_TO = "ل"
_BELOW_DAY = frozenset({"hour", "minute", "second"})
_WHOLE_DAYS = frozenset({"day", "week", "month", "year"})
_START_REACH = 8
"""Words between a length and the day that it begins on."""
_CUE_REACH = 3


@dataclass(frozen=True, slots=True)
class _Resolved:
    written: Written
    means: Meaning
    anchor: str | None


def resolve(written: Sequence[Written], published: Interval | None, reading: Reading) -> list[dict[str, Any]]:
    """Return a row of ``times`` for each expression, in order.

    ``published`` is when the article appeared; None, or an interval with an open end, where that is not known: relative
    times then have a value with what is open in it, and no bounds.
    """
    known = published if published and published.earliest and published.latest else None
    found: list[_Resolved] = []
    for one in written:
        found.append(_first_pass(one, known, reading, found))
    for at in range(1, len(found)):
        found[at - 1 : at + 1] = _in_order(found[at - 1], found[at], reading)
    found = [_second_pass(one, at, found, known, reading) for at, one in enumerate(found)]
    seen: dict[str, int] = {}
    return [_row(one, reading, seen) for one in found]


def _first_pass(written: Written, published: Interval | None, reading: Reading, before: list[_Resolved]) -> _Resolved:
    """Resolve against the publication; in a quotation "today" is the day told of last."""
    view = looks.outlook(reading, written) if _needs_outlook(written) else None
    if written.open == "after" and written.mod is None:
        view = "back"  # what has gone on since
    elif written.open == "before" and view is None and _alone(written, reading):
        view = "ahead"  # a term, where nothing says that it is over
    if written.rule == "ago by since" and written.shift is not None and looks.lasting(reading, written):
        written = replace(written, open="after")
    if _is_today(written) and looks.quoted(reading, written.start):
        last = next((one for one in reversed(before) if _is_one_day(one)), None)
        if last and last.means.days:
            return _Resolved(written, meaning(written, last.means.days.earliest, view), _id(reading, last.written))
    if written.rule == _HENCE and written.anchor == "publication":
        if told := _since_told(written, before, known=published, reading=reading):
            return told
        if view != "ahead" and not _alone(written, reading):
            return _told_after(written, before, reading)
    if published is None:
        return _Resolved(written, meaning(written, None, view), None)
    means = _hull(written, published, view)
    needs = written.absolute is None and means.days is not None
    needs = needs or (written.open == "after" and means.days is not None)
    return _Resolved(written, means, "publication" if needs else None)


def _in_order(first: _Resolved, last: _Resolved, reading: Reading) -> tuple[_Resolved, _Resolved]:
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


def _alone(written: Written, reading: Reading) -> bool:
    """Whether an expression, and a preposition before it, is all that its sentence says; it is then counted from now."""
    sentence = reading.sentence_of(written.start)
    first = reading.token_at(sentence.start)
    behind = written.first - first == 1 and bool(reading.at(first, "time_links"))
    return (sentence.start == written.start or behind) and sentence.end - written.end <= 1


def _since_told(
    written: Written, before: list[_Resolved], *, known: Interval | None, reading: Reading
) -> _Resolved | None:
    """Count on from the time told of last in the same sentence ("في 2014 ... وبعد أربع سنوات"), if that is past too."""
    last = next((one for one in reversed(before) if _has_days(one) and not one.written.then), None)
    if last is None or last.means.days is None or last.means.days.earliest is None or written.shift is None:
        return None
    if reading.sentence_of(last.written.start) != reading.sentence_of(written.start) or _is_ahead(last, known):
        return None
    joined = reading.starts[written.first] < written.start or reading.words[written.first - 1].folded == AND
    fits = unit_around(last.means.days.earliest, str(written.unit)).hull(last.means.days)
    if not joined or (fits.days or 0) > (unit_around(last.means.days.earliest, str(written.unit)).days or 1):
        return None
    means = meaning(written, last.means.days.earliest, None)
    found = _Resolved(written, means, _id(reading, last.written))
    return None if _is_ahead(found, known) else found


def _is_ahead(one: _Resolved, known: Interval | None) -> bool:
    earliest = one.means.days.earliest if one.means.days else None
    return bool(known and known.latest and earliest and earliest > known.latest)


def _told_after(written: Written, before: list[_Resolved], reading: Reading) -> _Resolved:
    """Count from the day told of last ("وبعد يومين عاد"), where nothing looks ahead; without one it is a length."""
    last = next((one for one in reversed(before) if _is_one_day(one)), None)
    if written.shift is not None and last is not None and last.means.days and last.means.days.earliest:
        means = meaning(written, last.means.days.earliest, None)
        return _Resolved(written, means, _id(reading, last.written))
    length = written.how_long
    plain = replace(written, type="DURATION", ref=None, length=written.unit)
    return _Resolved(plain, Meaning(length, mod=written.mod), None)


def _hull(written: Written, published: Interval, view: looks.Outlook | None) -> Meaning:
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
    hull = one.hull(other)
    return hull.earliest, hull.latest


def _second_pass(
    one: _Resolved, at: int, found: Sequence[_Resolved], published: Interval | None, reading: Reading
) -> _Resolved:
    """Resolve what another time of the article anchors."""
    written = one.written
    if written.then:
        return _then(one, at, found, published, reading)
    if written.anchor == "event":
        return _from_event(one, at, found, published, reading)
    if _is_plain_length(written) and (start := _starting_day(one, found, reading)):
        return _from_start(written, start, reading)
    if _only_clock(written) and (beside := _day_beside(at, found, reading)):
        days = beside.means.days
        if days and days.earliest:
            return _Resolved(
                written, finished(written, Interval.day(days.earliest), None), _id(reading, beside.written)
            )
    return one


def _is_plain_length(written: Written) -> bool:
    """Whether an expression is a length of whole days or more that nothing anchors yet."""
    whole = written.amount is not None and written.amount == int(written.amount) > 0
    return written.type == "DURATION" and whole and not written.reach and written.length in _WHOLE_DAYS


def _starting_day(one: _Resolved, found: Sequence[_Resolved], reading: Reading) -> _Resolved | None:
    """Return the day that a length begins on, where "as from" says so beside it ("لمدة شهر اعتبارا من الأحد")."""
    written = one.written
    sentence = reading.sentence_of(written.start)
    for other in found:
        beside = min(abs(other.written.first - written.last), abs(written.first - other.written.last)) <= _START_REACH
        if not beside or not _is_one_day(other) or not sentence.start <= other.written.start < sentence.end:
            continue
        before = range(max(0, other.written.first - _CUE_REACH), other.written.first)
        if any(reading.at(i, "starting_points") for i in before):
            return other
    return None


def _from_start(written: Written, start: _Resolved, reading: Reading) -> _Resolved:
    """Return a length with the days it takes up from its first."""
    length = Meaning(written.how_long, None, written.open, written.mod)
    first = start.means.days.earliest if start.means.days else None
    if first is None:
        return _Resolved(written, length, None)
    try:
        last = shift(first, str(written.length), int(written.amount or 1)) - timedelta(days=1)
    except (ValueError, OverflowError):
        return _Resolved(written, length, None)
    return _Resolved(written, replace(length, days=Interval(first, last)), _id(reading, start.written))


def _then(
    one: _Resolved, at: int, found: Sequence[_Resolved], published: Interval | None, reading: Reading
) -> _Resolved:
    """Take up the time told of last, or the unit of it that is named again ("العام نفسه").

    The day before or after is counted from the publication where no time was told of yet.
    """
    written = one.written
    if written.same:
        return _same_stretch(one, at, found, published, reading)
    last = _told_last(written, found[:at])
    if last is None or last.means.days is None or last.means.days.earliest is None:
        if written.amount is not None:
            length = Meaning(timex.length(written.amount, str(written.unit)))
            return _Resolved(replace(written, type="DURATION", length=written.unit), length, None)
        if published and _counts_from_now(written, reading):
            return _beside_now(written, published)
        return replace(one, means=Meaning("PAST_REF"), anchor=None)
    anchor = _id(reading, last.written)
    day = last.means.days.earliest
    if written.month is not None:
        days = replace(written, then=False, shift=None).within(day.year + (written.shift or 0))
        if days:
            return _Resolved(written, finished(written, days, None), anchor)
    if written.shift is not None:
        return _beside_then(written, last, anchor)
    if written.day is not None:
        return _Resolved(written, finished(written, Interval.day(day.replace(day=written.day)), None), anchor)
    if written.unit and written.unit != "day":
        return _Resolved(written, Meaning(timex.period(day, written.unit), unit_around(day, written.unit)), anchor)
    return _Resolved(written, Meaning(last.means.value, last.means.days), anchor)


def _told_last(written: Written, before: Sequence[_Resolved]) -> _Resolved | None:
    """Return the time told of last that can be taken up: none that only began then, none longer than the unit named."""
    told = [one for one in before if _has_days(one) and not one.written.length]
    if written.amount is not None:
        told = [one for one in told if written.start - one.written.end <= _TOLD_REACH]
    unit = written.unit if written.shift is None else None
    fits = [one for one in told if one.written.open != "after" and (unit is None or _within_one(one, unit))]
    return (fits or told or [None])[-1]


def _within_one(one: _Resolved, unit: str) -> bool:
    days = one.means.days
    return days is not None and days.earliest is not None and days.overlap(unit_around(days.earliest, unit)) == days


def _same_stretch(
    one: _Resolved, at: int, found: Sequence[_Resolved], published: Interval | None, reading: Reading
) -> _Resolved:
    """Return the stretch told of last in the year that is named ("الفترة نفسها من العام الماضي"), else that year."""
    written = one.written
    told = next((other for other in reversed(found[:at]) if _is_stretch(other)), None)
    plain = replace(written, then=False, same=False)
    if written.shift is not None and written.unit is None:  # من العام السابق
        first = told.means.days.earliest if told and told.means.days else published and published.earliest
        plain = replace(plain, shift=None, year=first.year + written.shift if first else None)
    year = _hull(plain, published, None) if published else meaning(plain, None, None)
    if told is None or told.means.days is None or year.days is None or year.days.earliest is None:
        return _Resolved(plain, year, "publication" if year.days and written.shift is not None else None)
    first, last = told.means.days.earliest, told.means.days.latest
    if first is None or last is None:
        return _Resolved(plain, year, None)
    months = 12 * (year.days.earliest.year - first.year)
    moved = replace(told.written, shift=None, relation=None, unit=None, year=first.year, then=False)
    days = Interval(shift_months(first, months), shift_months(last + _ONE_DAY, months) - _ONE_DAY)
    return _Resolved(written, finished(replace(moved, portion=None, open=None), days, None), _id(reading, told.written))


def _is_stretch(one: _Resolved) -> bool:
    """Whether a time is a part of a year: a month, a quarter, a half, from day to day."""
    days = one.means.days
    return _has_days(one) and days is not None and 1 < (days.days or 0) < _LESS_THAN_A_YEAR


def _counts_from_now(written: Written, reading: Reading) -> bool:
    """Whether "the week before" or "after" may be that of the publication: no event follows that it is counted from."""
    if written.shift is None:
        return False
    if _alone(written, reading):
        return True
    behind = reading.words[written.last].folded if written.last < len(reading.words) else ""
    if behind.startswith(_TO) or written.unit in _BELOW_DAY:
        return False
    return written.shift < 0 or looks.outlook(reading, written) == "ahead"


def _beside_now(written: Written, published: Interval) -> _Resolved:
    """Return the unit or weekday before or after the publication ("الأسبوع السابق")."""
    plain = replace(written, then=False, anchor="publication")
    if written.weekday is not None:
        plain = replace(plain, relation=written.shift, unit=None, shift=None)
    return _Resolved(plain, _hull(plain, published, None), "publication")


def _beside_then(written: Written, last: _Resolved, anchor: str) -> _Resolved:
    """Return the unit before or after the one told of last ("في اليوم التالي", "العام السابق")."""
    days, count = last.means.days, int(written.shift or 0)
    day = days.latest if days and count > 0 else days.earliest if days else None
    if day is None:
        return _Resolved(written, Meaning("PAST_REF"), None)
    if written.weekday is not None:
        ahead = (written.weekday - day.isoweekday()) % 7 or 7
        moved = day + timedelta(days=ahead if count > 0 else ahead - 7 if ahead < 7 else -7)
        return _Resolved(written, Meaning(moved.isoformat(), Interval.day(moved)), anchor)
    unit = str(written.unit)
    moved = shift(day, unit, count)
    return _Resolved(written, Meaning(timex.period(moved, unit), unit_around(moved, unit)), anchor)


def _from_event(
    one: _Resolved, at: int, found: Sequence[_Resolved], published: Interval | None, reading: Reading
) -> _Resolved:
    """Count from the event that the words name, by the date that the article gives it; else it is a length."""
    written = one.written
    event = _event_time(written, at, found, reading)
    length = Meaning(written.how_long, mod=written.mod)
    if event is None or event.means.days is None or event.means.days.earliest is None:
        return _Resolved(replace(written, type="DURATION"), length, None)
    try:
        moved = shift(event.means.days.earliest, str(written.unit), int(written.shift or 0))
    except (ValueError, OverflowError):
        return _Resolved(replace(written, type="DURATION"), length, None)
    unit = str(written.unit)
    days = unit_around(moved, unit)
    return _Resolved(
        written, Meaning(timex.period(moved, unit), days, mod=written.mod or "APPROX"), _id(reading, event.written)
    )


def _event_time(written: Written, at: int, found: Sequence[_Resolved], reading: Reading) -> _Resolved | None:
    """Return the time that dates the event named behind a count: one that stands close behind the same noun."""
    if written.anchor_tokens is None:
        return None
    noun = _stem(reading.words[written.anchor_tokens[0]].folded)
    if len(noun) < _SHORTEST_STEM:
        return None
    best: tuple[int, _Resolved] | None = None
    for i in range(max(0, at - _EVENT_TIMES), min(at + _EVENT_TIMES, len(found))):
        other = found[i]
        if i == at or not _has_days(other) or other.written.anchor == "event" or other.written.then:
            continue
        sentence = reading.sentence_of(other.written.start)
        first = max(0, other.written.first - _EVENT_REACH)
        named = any(
            _stem(reading.words[j].folded) == noun and reading.starts[j] >= sentence.start
            for j in range(first, other.written.first)
        )
        if named and (best is None or abs(i - at) < best[0]):
            best = abs(i - at), other
    return best[1] if best else None


def _stem(folded: str) -> str:
    """Return a noun without و, ل, ب and the article."""
    for clitic in ("و", "ف"):
        if folded.startswith(clitic) and len(folded) > 5:
            folded = folded[1:]
    for article in ("لل", "بال", "ال"):
        if folded.startswith(article) and len(folded) > len(article) + 2:
            return folded[len(article) :]
    return folded


def _day_beside(at: int, found: Sequence[_Resolved], reading: Reading) -> _Resolved | None:
    """Return the day that a clock without one belongs to: beside it in the sentence, else told of last before it."""
    here = found[at].written
    sentence = reading.sentence_of(here.start)
    near = [
        (abs(other.written.first - here.first), other)
        for other in found[max(0, at - _BESIDE) : at + _BESIDE]
        if _is_one_day(other)
        and not _only_clock(other.written)
        and sentence.start <= other.written.start < sentence.end
    ]
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    return next((found[i] for i in range(at - 1, -1, -1) if _is_one_day(found[i])), None)


def _needs_outlook(written: Written) -> bool:
    if written.absolute is not None or written.relation is not None or written.then:
        return False
    if written.rule == _HENCE or (written.unit == "weekend" and written.shift is None):
        return True
    return written.shift is None and any(
        (written.weekday, written.month, written.season, written.quarter, written.half, written.moving)
    )


def _is_today(written: Written) -> bool:
    return written.unit == "day" and written.shift == 0 and written.weekday is None and written.month is None


def _only_clock(written: Written) -> bool:
    return (written.hour is not None or written.part is not None) and not any(
        (written.shift is not None, written.weekday, written.day, written.month, written.type == "SET")
    )


def _has_days(one: _Resolved) -> bool:
    return one.means.days is not None and one.means.days.earliest is not None and one.means.days.latest is not None


def _is_one_day(one: _Resolved) -> bool:
    days = one.means.days
    return days is not None and days.earliest is not None and days.earliest == days.latest and not one.written.then


def _id(reading: Reading, written: Written) -> str:
    return f"{reading.article_id}:t{written.start}-{written.end}"


def _row(one: _Resolved, reading: Reading, seen: dict[str, int]) -> dict[str, Any]:
    written, means = one.written, one.means
    name = _id(reading, written)
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
        return written.length
    if written.hour is not None:
        return "second" if written.second is not None else "minute" if written.minute else "hour"
    for named, unit in (("part", "part_of_day"), ("piece", written.piece), ("day", "day"), ("weekday", "day")):
        if getattr(written, named) is not None:
            return unit
    if written.unit == "day" or (written.month is None and written.unit in {"hour", "minute", "second", "week"}):
        return written.unit
    for unit in ("month", "season", "quarter", "half"):
        if getattr(written, unit) is not None:
            return unit
    if written.unit == "school year":
        return "year"
    if written.unit:
        return written.more[-1][1] if written.more else written.unit
    for unit in ("year", "decade", "century"):
        if getattr(written, unit) is not None:
            return unit
    return None
