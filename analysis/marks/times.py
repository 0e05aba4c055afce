"""Time expressions, as written: what is a time, where it stands and what its words say.

The rules of ``time_rules.toml`` find the expressions; here what their elements say becomes one `Written`, and what only
looks like a time (an age, a rank, a name such as شارع 17 تموز) is turned away. No day of publication is needed: what is
counted from it waits for `dating.resolve`.

Examples
--------
>>> from analysis.text.read import read
>>> reading = read("قال الثلاثاء 23 مارس/آذار 2021 إن القوات انسحبت قبل ثلاثة أشهر.")
>>> [(reading.source[w.start : w.end], w.absolute, w.unit, w.shift) for w in find(reading)][1]
('قبل ثلاثة أشهر', None, 'month', -3)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from analysis.dates.interval import SMALLER
from analysis.marks import patterns, time_around, time_doubts, time_slots
from analysis.marks.patterns import Rules
from analysis.marks.time_memo import Candidate, Memo
from analysis.marks.time_shared import shared
from analysis.marks.written import Written
from analysis.text.read import Reading

_KEPT = frozenset(field.name for field in fields(Written))
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_HALVES = {1: "FIRST_HALF", 2: "SECOND_HALF"}
_PORTIONS = {"START": "START", "MID": "MID", "END": "END", "CLOSE": "END"}
_AFTERNOON = frozenset({"TAF", "TEV", "T12:00"})
_SIZES = ("year", "month", "week", "day", "hour", "minute", "second")
_SHORT = frozenset({"day", "hour", "minute", "second"})
_NEAR_NOON = 9
"""An hour from this on is before noon even where it is called one of noon (العاشرة والثلث ظهرا)."""
_FINER_THAN_DAY = ("hour", "part")


@cache
def memo() -> Memo:
    """Return the rules of times with what they have found before; made once."""
    return Memo(Rules(patterns.load("time"), time_slots.slots("time")))


def find(reading: Reading) -> list[Written]:
    """Return the time expressions of ``reading`` in text order, none over another.

    Takes time in proportion to the words of interest; a text without any costs one look at each of its words.
    """
    candidates = memo()
    course = candidates.rules.course(reading)
    found: list[Written] = []
    after = 0
    for i in candidates.rules.places(course):
        if i < after or not time_doubts.has_company(reading, i):
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
    """Return what ``match`` says as one record, or None where it is no time.

    ``before`` is the expression found last: "بين 2014 و2017" licenses its second year by its first.
    """
    means = match.rule.means
    said = match.said
    if not time_doubts.is_time(reading, match, said, before):
        return None
    fields_ = _SHAPES.get(means.get("shape", "named"), _named)(dict(said), means)
    if fields_ is None:
        return None
    kept = {key: value for key, value in fields_.items() if key in _KEPT and value is not None}
    kept.setdefault("type", "TIME" if any(kept.get(key) is not None for key in _FINER_THAN_DAY) else "DATE")
    written = Written(match.first, match.last, match.start, match.end, rule=match.rule.name, **kept)
    written = _of_something(reading, _rough(reading, _until(reading, written, before)))
    return _anchored(reading, written)


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
    return written.but(reach=None) if recent else written


def _named(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    """Parts of the calendar, or a unit beside the present."""
    if "unit" in said:
        if said.get("before_last") or said.get("after_next"):
            said["shift"] = -2 if said.get("before_last") else 2
        elif "relation" in said:
            said["shift"] = said.pop("relation")
        if "shift" not in said and said["unit"] not in {"weekend", "school year"}:
            if not said.get("then"):
                return None
            del said["unit"]
    elif said.get("before_last") or said.get("after_next"):
        said["relation"] = -2 if said.get("before_last") else 2
    if "decade" in said and "century" in said:
        said["decade"] = 100 * said.pop("century") + said["decade"] % 100
    if "half" in said and ("month" in said or "century" in said or said.get("unit") in {"month", "century"}):
        said["portion"] = _HALVES[said.pop("half")]
    if "hour" in said:
        said = _clock(said)
    if "open" in means:
        said["open"] = means["open"]
    if side := means.get("side"):
        said["open"], said["mod"] = side, side.upper()
        if said.get("unit") == "weekend" and side == "before":  # the end of the week, not its last days
            said |= {"unit": "week", "shift": said.get("shift", 0), "portion": "CLOSE"}
    return said


def _clock(said: dict[str, Any]) -> dict[str, Any]:
    """Turn an hour of twelve into one of twenty-four by its part of the day; a quarter to twelve is eleven first."""
    hour, part = said["hour"], said.pop("part", None)
    minute = said.get("minute", 0) or 0
    if minute < 0:
        hour, minute = (hour - 1 or 12) if hour else 23, 60 + minute
    evening = part == "TNI" and hour >= 6
    if (part in _AFTERNOON or evening) and hour < 12 and not (part == "T12:00" and hour >= _NEAR_NOON):
        hour += 12
    elif hour == 12 and part in {"TMO", "TNI", "T00:00"}:
        hour = 0
    return {**said, "hour": hour, "minute": minute}


def _count(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    """So many units back or ahead; how many is not always said."""
    sign = int(means["sign"])
    amount = _amount(said)
    unit, more = said["unit"], _more(said)
    if more is None:
        return None
    if amount is not None and amount < 1 and unit in SMALLER:  # قبل نصف عام
        amount, unit = amount * SMALLER[unit][1], SMALLER[unit][0]
    if amount is None:
        if means.get("since"):
            return {"type": "DURATION", "length": unit, "reach": -1, "open": "before"}
        return {"ref": "PAST_REF" if sign < 0 else "FUTURE_REF", "unit": unit}
    counted = {"unit": unit, "shift": sign * int(amount), "amount": amount, "more": more}
    return {**counted, "calendar": said.get("calendar"), "mod": said.get("mod")}


def _length(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    amount, more = _amount(said), _more(said)
    if more is None:
        return None
    reach = said.get("relation") or None
    length = {"type": "DURATION", "length": said["unit"], "amount": amount, "more": more}
    return {**length, "reach": reach, "mod": said.get("mod")}


def _set(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    if said.get("day") is not None:
        return {"type": "SET", "day": said["day"], "length": said["unit"], "amount": 1}
    if "unit" in said and "weekday" not in said and not ("part" in said and said["unit"] == "day"):
        portion = _PORTIONS.get(said.get("portion", ""))
        return {"type": "SET", "length": said["unit"], "amount": _amount(said) or 1, "mod": portion}
    if "length" in said:
        return {"type": "SET", "length": said["length"], "amount": 1}
    return {"type": "SET", "weekday": said.get("weekday"), "part": said.get("part"), "length": "day", "amount": 1}


def _reference(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    """No more than past, present or future: by the word itself, or by what stands beside units ("الأشهر المقبلة")."""
    return {"ref": said.get("ref") or _REFERENCES[said["relation"]]}


def _then(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    return {
        "then": True,
        "unit": said.get("unit"),
        "weekday": said.get("weekday"),
        "part": said.get("part"),
        "shift": said.get("shift"),
        "open": means.get("open"),
        "anchor": "time",
    }


def _same(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    """The stretch told of last, in another year."""
    fields_ = _named(said, means)
    return None if fields_ is None else {**fields_, "then": True, "same": True}


def _told_count(said: dict[str, Any], means: Mapping[str, Any]) -> dict[str, Any] | None:
    """So many units from the time told of last ("وبعدها بعامين")."""
    amount = _amount(said)
    if amount is None:
        return {"type": "DURATION", "length": said["unit"]}
    shift = int(said["sign"]) * int(amount)
    return {"then": True, "unit": said["unit"], "shift": shift, "amount": amount, "anchor": "time"}


_SHAPES = {
    "count": _count,
    "length": _length,
    "set": _set,
    "then": _then,
    "told count": _told_count,
    "same": _same,
    "ref": _reference,
}


def _amount(said: Mapping[str, Any]) -> float | None:
    if said.get("few"):
        return None
    plus = said.get("plus", 0)
    if "amount" in said:
        return said["amount"] + plus
    return None if said.get("count") == "many" else float(said.get("count", 1)) + plus


def _more(said: Mapping[str, Any]) -> tuple[tuple[float, str], ...] | None:
    """Return the smaller units that a length goes on with; None where they are no part of one length.

    "سنتان وشهران" goes on to smaller units; "سنة وثلاث سنوات" are two lengths, "ساعة ونصف دقيقة" no hour and a half.
    """
    parts = (said, *said.get("more", ()))
    more = [(_amount(part), str(part["unit"])) for part in parts]
    sizes = [_SIZES.index(unit) if unit in _SIZES else -1 for _, unit in more]
    if any(part.get("half_unit", part["unit"]) != part["unit"] for part in parts):
        return None
    if len(parts) > 1 and (sizes != sorted(set(sizes)) or any(amount is None for amount, _ in more)):
        return None
    return tuple((amount, unit) for amount, unit in more[1:] if amount is not None)


def _anchored(reading: Reading, written: Written) -> Written:
    """Return ``written`` with what it is counted from: an event that follows ("من الانتخابات"), or the publication."""
    if written.anchor != "none":
        return written
    if written.rule in {"ago", "hence"} and (
        event := _event_behind(reading, written.last, 1 if written.rule == "hence" else -1)
    ):
        if written.ref:
            return written.but(type="DURATION", ref=None, length=written.unit, unit=None, anchor_tokens=event)
        return written.but(anchor="event", anchor_tokens=event)
    needs = written.shift is not None or written.ref or written.reach is not None
    if needs or (written.absolute is None and written.length is None):
        return written.but(anchor="publication")
    return written


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
