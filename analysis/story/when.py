"""Which time of a clause is that of the event it tells, and in which days the event can have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.story.clauses import Clause, Marks, Row
from analysis.text.number_words import AND, ARTICLE
from analysis.text.read import Item, Reading

Published = tuple[date | None, date | None]
"""The first and the last day on which an article can have been published."""

_LONG = 400
"""Days; a time wider than this gives way to a narrower one in the same clause: a year and a little, so that a year does
not."""
_UNKNOWN = 100_000
"""Days that a time with an open end is taken to have: more than any other."""
_BEFORE_TIME = 6
"""Tokens before a time in which a word can stand that sets the event against all since then."""
_PLAN = 3
"""Tokens before a time in which a word of planning makes it the time of what is planned."""
_FRESH = timedelta(days=10)
"""News reports what was said in these days before publication."""
_BACK = timedelta(days=45)
_LONG_BACK = timedelta(days=400)
_AHEAD = timedelta(days=90)
"""How far from publication news speaks without a date: back for what happened, longer for what
is only the background, ahead for what is planned."""


@dataclass(frozen=True)
class Timed:
    """A time of a clause, the span that it dates (0 to 0 for the whole clause) and the words of happening in it."""

    time: Row | None
    start: int
    end: int
    items: tuple[Item, ...]


def times_of(reading: Reading, clause: Clause, marks: Marks) -> list[Timed]:
    """The time of a clause first, and others that it holds besides.

    A vague time gives way to a dated one; a time counted from an event (قبل ثلاثة أشهر من الانتخابات) is not the time
    of that event. Another time is either joined to the first (في يونيو وأغسطس) or that of another word of happening
    (حادث أمس … بحادث وقع في مارس).
    """
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    bounded = [row for row in marks.times_in(start, end) if row["earliest"] or row["latest"]]
    described = {row["start"]: one for row in bounded if (one := _described(reading, clause, row))}
    own = [row for row in bounded if row["start"] not in described and _own(reading, clause, row)]
    own = list(_stretches(reading, own))
    dated = [row for row in own if row["earliest"] and row["latest"]] or own
    if not dated:
        return list(described.values()) and [Timed(None, 0, 0, clause.items), *described.values()]
    at = clause.items[0].end if clause.items else start
    main = min(dated, key=lambda row: (width(row) > _LONG, abs(row["start"] - at)))
    found = [Timed(main, 0, 0, clause.items)]
    last = main
    for row in (row for row in dated if row["start"] > main["start"]):
        items = tuple(item for item in clause.items if last["end"] <= item.start < row["start"])
        if reading.source[last["end"] : row["start"]].strip(" ،") == AND:
            found.append(Timed(row, row["start"], row["end"], clause.items))
            last = row
        elif items:
            found.append(Timed(row, items[0].start, row["end"], items))
            last = row
    return [*found, *described.values()]


def _described(reading: Reading, clause: Clause, time: Row) -> Timed | None:
    """The telling of a participle whose time this is (القوات المرسلة عام 2014), where a clause began before."""
    i = reading.token_at(time["start"]) - 1
    i -= bool(reading.at(i, "prepositions"))
    item = next((item for item in reading.at(i, "event_participles") if item.analysis.definite), None)
    if item is None or not any(other.last <= i for other in clause.items):
        return None
    first = i
    while first > clause.first and reading.words[first - 1].folded.startswith(ARTICLE):
        first -= 1
    return Timed(time, reading.starts[first], time["end"], (item,))


def _stretches(reading: Reading, times: Sequence[Row]) -> Iterator[Row]:
    """Yield the times, those that are the two ends of one stretch as one (بين الجمعة والأحد)."""
    rest = list(times)
    while rest:
        first = rest.pop(0)
        begins = _sets(reading, reading.token_at(first["start"]) - 1)
        if rest and begins == "between" and _whole(first) and _whole(rest[0]) and first["latest"] <= rest[0]["latest"]:
            between = reading.source[first["end"] : rest[0]["start"]].strip()
            if between == AND:
                last = rest.pop(0)
                first = {**first, "latest": last["latest"], "end": last["end"]}
        yield first


def _whole(time: Row) -> bool:
    return bool(time["earliest"] and time["latest"])


def _sets(reading: Reading, i: int) -> str | None:
    return next((item.entry.row["sets"] for item in reading.at(i, "prepositions")), None)


def _own(reading: Reading, clause: Clause, time: Row) -> bool:
    """Whether a time can be that of what its clause tells."""
    if counted_from_event(reading, time) or _standing(time):
        return False
    first = reading.token_at(time["start"])
    return not (_since_the_last(reading, clause, first) or _of_what_is_put_off(reading, clause, first))


def _since_the_last(reading: Reading, clause: Clause, first: int) -> bool:
    """Whether it says since when there was none like it (غير مسبوقة منذ 30 عاما)."""
    if _sets(reading, first) != "since":
        return False
    return any("firsts" in reading.words[i].keys for i in range(max(clause.first, first - _BEFORE_TIME), first))


def _of_what_is_put_off(reading: Reading, clause: Clause, first: int) -> bool:
    """Whether it is when something was planned that is decided upon (إلغاء جولة كانت مقررة الأربعاء)."""
    if not clause.items or clause.items[0].entry.row["class"] != "decide":
        return False
    said = (item.entry.row["says"] for i in range(max(0, first - _PLAN), first) for item in reading.at(i, "modality"))
    return clause.items[0].first < first and "planned" in said


def _standing(time: Row) -> bool:
    """Whether the time is that of a state which has lasted for years (النزاع المستمر منذ 2001), not of an event."""
    return time["open"] == "after" and _LONG < width(time) < _UNKNOWN


def counted_from_event(reading: Reading, time: Row) -> bool:
    """Whether a word of happening is what the time is counted from: it stands behind it and a preposition."""
    i = reading.token_at(time["end"] - 1) + 1
    first = reading.words[reading.token_at(time["start"])]
    governed = i + 1 < len(reading.words) and "prepositions" in reading.words[i].keys & first.keys
    return governed and "event_nouns" in reading.words[i + 1].keys


def ahead_of_event(reading: Reading, time: Row, published: date | None) -> bool:
    """Whether a time counted back from an event is about now, so that the event is to come."""
    counted_back = _sets(reading, reading.token_at(time["start"])) == "before"
    return counted_back and bool(published and time["latest"] and time["latest"] >= published)


def width(time: Row) -> int:
    """Return the days between the two ends; very many where one is open."""
    return (time["latest"] - time["earliest"]).days if time["earliest"] and time["latest"] else _UNKNOWN


def window(time: Row | None, status: str, published: Published, set_by: str | None) -> tuple[date, date]:
    """The days in which the event can have been: as said, else around publication.

    ``set_by`` is "now" for a finite verb; a noun behind بعد or منذ was before, other nouns say nothing of when.
    """
    first, last = published
    if time and time["earliest"] and time["latest"]:
        return time["earliest"], time["latest"]
    ahead = last + _AHEAD if last else date.max
    if status == "planned":
        return (first or date.min), ahead
    past = set_by in {"now", "after", "since"}
    back = _BACK if set_by in {None, "now"} else _LONG_BACK
    return (first - back if first else date.min), (last or date.max) if past else ahead


def long_before(time: Row, published: Published) -> bool:
    """Whether a time lies so far back that no one reports what was said then."""
    first, _ = published
    return bool(first and time["latest"] and time["latest"] < first - _FRESH)


def to_come(time: Row, published: Published) -> bool:
    """Whether a time lies behind publication."""
    first, last = published
    if last and time["earliest"] and time["earliest"] > last:
        return True
    return time["open"] == "after" and bool(first and time["earliest"] and time["earliest"] >= first)
