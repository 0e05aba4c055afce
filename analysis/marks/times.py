"""Time expressions, as written: what is a time, where it stands and what its words say.

The rules of ``time_rules.toml`` find the expressions, and `time_shapes` makes one `Written` of what their elements say.
Here what only looks like a time (an age, a rank, a name such as شارع 17 تموز) is turned away by its neighbourhood
(`time_doubts`), and what stands beside a time is added to it: until, about, the event it is counted from, what it
shares with the next. No day of publication is needed: what is counted from it waits for `dating.resolve`.

Examples
--------
>>> from analysis.text.read import read
>>> reading = read("قال الثلاثاء 23 مارس/آذار 2021 إن القوات انسحبت قبل ثلاثة أشهر.")
>>> [(reading.source[w.start : w.end], w.absolute, w.unit, w.shift) for w in find(reading)][1]
('قبل ثلاثة أشهر', None, 'month', -3)
"""

from __future__ import annotations

from functools import cache

from analysis.marks import patterns, time_around, time_company, time_doubts, time_shapes, time_slots
from analysis.marks.patterns import Rules
from analysis.marks.time_memo import Candidate, Memo
from analysis.marks.time_shared import shared
from analysis.marks.written import Written
from analysis.text.read import Reading

_COUNTS = {"ago": -1, "hence": 1}
"""The rules that count from somewhere, and which way."""
_STATE_REACH = 2
"""Words from a verb of what lasts to today: يرتبط اسمه اليوم."""
_SHORT = frozenset({"day", "hour", "minute", "second"})


@cache
def memo() -> Memo:
    """Return the rules of times with what they have found before; made once."""
    return Memo(Rules(patterns.load("time"), time_slots.slots("time")), time_shapes.shaped)


@cache
def _company() -> time_company.Company:
    return time_company.Company(memo().rules.masks)


def find(reading: Reading) -> list[Written]:
    """Return the time expressions of ``reading`` in text order, none over another.

    Takes time in proportion to the words of interest; a text without any costs one look at each of its words.
    """
    candidates = memo()
    company = _company()
    course = candidates.rules.course(reading)
    found: list[Written] = []
    after = 0
    for i in company.kept(course, candidates.rules.places(course)):
        if i < after:
            continue
        for match in candidates(course, i):
            written = compose(reading, match, found[-1] if found else None)
            if written is not None:
                found.append(written)
                after = written.last
                break
    return _shared(reading, found)


def _shared(reading: Reading, found: list[Written]) -> list[Written]:
    """Return each time with what it shares with its neighbours, the last first ("أبريل ومايو ويونيو 2019")."""
    done: list[Written] = []
    for at in range(len(found) - 1, -1, -1):
        before, after = found[at - 1] if at else None, done[-1] if done else None
        done.append(shared(reading, before, found[at], after))
    return done[::-1]


def compose(reading: Reading, match: Candidate, before: Written | None = None) -> Written | None:
    """Return what ``match`` says where it stands, or None where it is no time.

    ``before`` is the expression found last: "بين 2014 و2017" licenses its second year by its first.
    """
    if not time_doubts.is_time(reading, match, match.said, before):
        return None
    written = match.written.but(first=match.first, last=match.last, start=match.start, end=match.end)
    written = _with_tail(reading, _these_days(reading, written))
    written = _of_something(reading, _rough(reading, _until(reading, written, before)))
    return _of_event(reading, written)


def _these_days(reading: Reading, written: Written) -> Written:
    """Return today as no more than now where a verb of what lasts stands beside it: يعد اليوم من أكبر الأندية."""
    alone = written.last - written.first == 1 and written.unit == "day" and written.shift == 0
    if not alone or written.weekday or written.month:
        return written
    before = range(max(0, written.first - _STATE_REACH), written.first)
    lasts = any("state_verbs" in reading.words[i].keys for i in before)
    return written.but(ref="PRESENT_REF", unit=None, shift=None) if lasts else written


def _with_tail(reading: Reading, written: Written) -> Written:
    """Return an amount of time with the words that only say it is one: عقدين [من الزمن]."""
    tail = reading.at(written.last, "time_tails") if written.length or written.amount else []
    return written.but(last=tail[0].last, end=tail[0].end) if tail else written


def _until(reading: Reading, written: Written, before: Written | None) -> Written:
    """Return a time behind حتى with its beginning left open, unless it ends what another time before it begins."""
    if written.open or written.ref or written.length or written.then:
        return written
    if before is not None and _ends_range(reading, before, written):
        return written
    for item in time_around.ending_at(reading, written.first, "until_words"):
        if item.entry.row["place"] == "any" or reading.sentence_of(item.start).start == item.start:
            return written.but(open="before")
    return written


def _ends_range(reading: Reading, first: Written, last: Written) -> bool:
    """Whether a time may end what another of its sentence begins: behind a preposition, or joined to it."""
    if reading.sentence_of(first.start) != reading.sentence_of(last.start):
        return False
    return time_around.linked(reading, first.first, None) or time_around.joined(reading, last.first, first)


def _rough(reading: Reading, written: Written) -> Written:
    """Return a length with the modifier that stands beside it: أكثر من ساعتين, عامان على الأقل."""
    if written.type != "DURATION" or written.mod or written.amount is None:
        return written
    beside = [(item, "before") for item in time_around.ending_at(reading, written.first, "about_words")]
    beside += [(item, "after") for item in reading.at(written.last, "about_words")]
    mods = [item.entry.row["mod"] for item, place in beside if item.entry.row["place"] == place]
    return written.but(mod=mods[0]) if mods else written


def _of_something(reading: Reading, written: Written) -> Written:
    """Return the last minutes, hours or days of something (الدقائق العشر الأخيرة من المباراة) as a plain length."""
    if not written.reach or written.length not in _SHORT or not reading.at(written.last, "part_of_words"):
        return written
    last = reading.at(written.last - 1, "deictics")
    recent = bool(last) and last[0].entry.row["place"] == "recent"
    recent = recent or bool(reading.at(written.first, "last_words"))
    return written.but(reach=None, anchor="none") if recent else written


def _of_event(reading: Reading, written: Written) -> Written:
    """Return what is counted from an event that follows ("قبل شهر من الانتخابات") with its tokens."""
    if written.anchor != "publication" or written.rule not in _COUNTS:
        return written
    event = _event_behind(reading, written.last, _COUNTS[written.rule])
    if not event:
        return written
    if written.ref or written.unit is None:
        changed = {"type": "DURATION", "ref": None, "length": written.unit or written.length, "unit": None}
        return written.but(anchor_tokens=event, anchor="none", reach=None, open=None, **changed)
    return written.but(anchor="event", anchor_tokens=event)


def _event_behind(reading: Reading, i: int, sign: int) -> tuple[int, int] | None:
    """Return the tokens of the event that a count is made from ("قبل ثلاثة أشهر من انتخابات مبكرة")."""
    if i < len(reading.words) and reading.at(i, "only_words"):
        i += 1
    if i + 1 >= len(reading.words) or not (links := reading.at(i, "event_links")):
        return None
    event = i + 1
    if links[0].entry.row["side"] not in {"both", "after" if sign > 0 else "before"}:
        return None
    if reading.words[event].kind != "arabic" or time_doubts.is_no_event(reading, event):
        return None
    return event, event + 1
