"""Counts and lengths that something else in the article anchors: an event with a date, a time told of, a first day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from analysis.dates import timex
from analysis.dates.interval import Interval, shift, unit_around
from analysis.dating.meaning import Meaning, meaning
from analysis.dating.resolved import Resolved, has_days, id_of, is_one_day
from analysis.marks.written import Written
from analysis.text.number_words import AND
from analysis.text.read import Reading
from analysis.text.stems import stem

_EVENT_REACH = 14
"""Words before a date in which the noun stands that it dates, a clause (الانتخابات المقرر إجراؤها في 24 أكتوبر)."""
_EVENT_TIMES = 200
"""So many times before and behind a count are asked if they date the event it is made from."""
_BEHIND_REACH = 6
"""Words from a day to the event that it is set for: 24 حزيران موعدا لبدء التطبيق."""
_AGO = "ago"
_SHORTEST_STEM = 4
"""Letters of the shortest noun that is looked for again: shorter ones are met by chance (يوم، حرب)."""
_WHOLE_DAYS = frozenset({"day", "week", "month", "year"})
_START_REACH = 8
"""Words between a length and the day that it begins on."""
_CUE_REACH = 3
"""Words before a day in which "as from" stands, with a preposition and a weekday between (اعتبارا من يوم الأحد)."""


def since_told(
    written: Written, before: list[Resolved], *, known: Interval | None, reading: Reading
) -> Resolved | None:
    """Count on from the time told of last in the same sentence ("في 2014 ... وبعد أربع سنوات"), if that is past too."""
    last = next((one for one in reversed(before) if has_days(one) and not one.written.then), None)
    if last is None or last.means.days is None or last.means.days.earliest is None or written.shift is None:
        return None
    if reading.sentence_of(last.written.start) != reading.sentence_of(written.start) or is_ahead(last, known):
        return None
    joined = reading.starts[written.first] < written.start or reading.words[written.first - 1].folded == AND
    fits = unit_around(last.means.days.earliest, str(written.unit)).hull(last.means.days)
    if not joined or (fits.days or 0) > (unit_around(last.means.days.earliest, str(written.unit)).days or 1):
        return None
    means = meaning(written, last.means.days.earliest, None)
    found = Resolved(written, means, id_of(reading, last.written))
    return None if is_ahead(found, known) else found


def is_ahead(one: Resolved, known: Interval | None) -> bool:
    """Whether a time begins after the publication."""
    earliest = one.means.days.earliest if one.means.days else None
    return bool(known and known.latest and earliest and earliest > known.latest)


def told_after(written: Written, before: list[Resolved], reading: Reading) -> Resolved:
    """Count from the day told of last ("وبعد يومين عاد"), where nothing looks ahead; without one it is a length."""
    last = next((one for one in reversed(before) if is_one_day(one)), None)
    if written.shift is not None and last is not None and last.means.days and last.means.days.earliest:
        means = meaning(written, last.means.days.earliest, None)
        return Resolved(written, means, id_of(reading, last.written))
    length = written.how_long
    plain = written.but(type="DURATION", ref=None, length=written.unit)
    return Resolved(plain, Meaning(length, mod=written.mod), None)


def is_plain_length(written: Written) -> bool:
    """Whether an expression is a length of whole days or more that nothing anchors yet."""
    whole = written.amount is not None and written.amount == int(written.amount) > 0
    return written.type == "DURATION" and whole and not written.reach and written.length in _WHOLE_DAYS


def starting_day(one: Resolved, found: Sequence[Resolved], reading: Reading) -> Resolved | None:
    """Return the day that a length begins on, where "as from" says so beside it ("لمدة شهر اعتبارا من الأحد")."""
    written = one.written
    sentence = reading.sentence_of(written.start)
    for other in found:
        beside = min(abs(other.written.first - written.last), abs(written.first - other.written.last)) <= _START_REACH
        if not beside or not is_one_day(other) or not sentence.start <= other.written.start < sentence.end:
            continue
        before = range(max(0, other.written.first - _CUE_REACH), other.written.first)
        if any(reading.at(i, "starting_points") for i in before):
            return other
    return None


def from_start(written: Written, start: Resolved, reading: Reading) -> Resolved:
    """Return a length with the days it takes up from its first."""
    length = Meaning(written.how_long, None, written.open, written.mod)
    first = start.means.days.earliest if start.means.days else None
    if first is None:
        return Resolved(written, length, None)
    try:
        last = shift(first, str(written.length), int(written.amount or 1)) - timedelta(days=1)
    except (ValueError, OverflowError):
        return Resolved(written, length, None)
    return Resolved(written, replace(length, days=Interval(first, last)), id_of(reading, start.written))


def from_event(one: Resolved, at: int, found: Sequence[Resolved], reading: Reading) -> Resolved:
    """Count from the event that the words name, by the date that the article gives it; else it is a length."""
    written = one.written
    event = _event_time(written, at, found, reading)
    length = Meaning(written.how_long, mod=written.mod)
    if event is None or event.means.days is None or event.means.days.earliest is None:
        return Resolved(written.but(type="DURATION"), length, None)
    try:
        moved = shift(event.means.days.earliest, str(written.unit), int(written.shift or 0))
    except (ValueError, OverflowError):
        return Resolved(written.but(type="DURATION"), length, None)
    unit = str(written.unit)
    days = unit_around(moved, unit)
    return Resolved(
        written, Meaning(timex.period(moved, unit), days, mod=written.mod or "APPROX"), id_of(reading, event.written)
    )


def is_vague_before_event(written: Written) -> bool:
    """Whether so many units, how many is not said, lie before or after an event: قبل ساعات من المباراة."""
    return written.anchor_tokens is not None and written.amount is None and written.length is not None


def beside_event(one: Resolved, at: int, found: Sequence[Resolved], reading: Reading) -> Resolved:
    """Return such a length with the day of the event at its one end, the other open; as it is where none is dated."""
    event = _event_time(one.written, at, found, reading)
    if event is None or event.means.days is None:
        return one
    before = one.written.rule == _AGO
    days = Interval(None, event.means.days.latest) if before else Interval(event.means.days.earliest, None)
    means = replace(one.means, days=days, open="before" if before else "after")
    return Resolved(one.written, means, id_of(reading, event.written))


def _event_time(written: Written, at: int, found: Sequence[Resolved], reading: Reading) -> Resolved | None:
    """Return the time that dates the event named behind a count: one that stands close to the same noun, or words."""
    if written.anchor_tokens is None:
        return None
    first = written.anchor_tokens[0]
    nouns = [stem(word.folded, endings=0) for word in reading.words[first : first + 2]]
    best: tuple[int, Resolved] | None = None
    for i in range(max(0, at - _EVENT_TIMES), min(at + _EVENT_TIMES, len(found))):
        other = found[i]
        if i == at or not has_days(other) or other.written.anchor == "event" or other.written.then:
            continue
        if _is_named(nouns, other.written, reading) and (best is None or abs(i - at) < best[0]):
            best = abs(i - at), other
    return best[1] if best else None


def _is_named(nouns: Sequence[str], written: Written, reading: Reading) -> bool:
    """Whether the sentence of a time names an event close before the time, or by two words close behind it."""
    sentence = reading.sentence_of(written.start)
    tokens = reading.tokens_in(sentence.start, sentence.end)
    before = range(max(tokens.start, written.first - _EVENT_REACH), written.first)
    behind = range(written.last, min(tokens.stop, written.last + _BEHIND_REACH))
    words = reading.words
    if len(nouns[0]) >= _SHORTEST_STEM and any(stem(words[j].folded, endings=0) == nouns[0] for j in before):
        return True
    return len(nouns) > 1 and any(
        words[j].folded.endswith(nouns[0]) and stem(words[j + 1].folded, endings=0) == nouns[1]
        for j in (*before, *behind)
        if j + 1 < len(words)
    )
