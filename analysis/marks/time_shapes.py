"""What the elements of a rule say together, as one record: the shapes that a time may have.

A rule of ``time_rules.toml`` names its shape, and the elements it found say numbers, units and parts of a calendar.
Here they become a `Written`, by nothing but these: where it stands, and whether it is a time there, is for `times`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from analysis.dates.interval import SMALLER
from analysis.marks.patterns import Rule
from analysis.marks.written import Written

_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_HALVES = {1: "FIRST_HALF", 2: "SECOND_HALF"}
_HALVED = frozenset({"month", "decade", "century"})
_PORTIONS = {"START": "START", "MID": "MID", "END": "END", "CLOSE": "END"}
_AFTERNOON = frozenset({"TAF", "TEV", "T12:00"})
_SIZES = ("year", "month", "week", "day", "hour", "minute", "second")
_NEAR_NOON = 9
"""An hour from this on is before noon even where it is called one of noon (العاشرة والثلث ظهرا)."""
_FINER_THAN_DAY = ("hour", "part")
_KEPT = frozenset(field.name for field in fields(Written))
_NOTHING = Written(0, 0, 0, 0, "DATE", "")
"""What a time is made of by saying more; half a hundred attributes are copied far faster than set one by one."""


def shaped(rule: Rule, said: Mapping[str, Any]) -> Written | None:
    """Return what ``said`` means by ``rule``, at no place yet (token and character 0), or None where it means nothing.

    What is counted, or lacks a part of its date, is anchored to the publication.
    """
    means = rule.means
    shape = _SHAPES.get(means.get("shape", "named"), _named)(dict(said), means)
    if shape is None:
        return None
    kept = {key: value for key, value in shape.items() if key in _KEPT and value is not None}
    kept.setdefault("type", "TIME" if any(kept.get(key) is not None for key in _FINER_THAN_DAY) else "DATE")
    written = _NOTHING.but(rule=rule.name, **kept)
    if written.anchor != "none":
        return written
    counted = written.shift is not None or written.ref or written.reach is not None
    if counted or (written.absolute is None and written.length is None):
        return written.but(anchor="publication")
    return written


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
    if "half" in said and not _HALVED.isdisjoint({*said, said.get("unit")}):
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
        if sign < 0:
            return {"type": "DURATION", "length": unit, "reach": -1, "open": "before"}
        return {"ref": "FUTURE_REF", "unit": unit}
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
