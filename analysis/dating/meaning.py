"""From what the words say to a value and an interval, for one day of publication.

Everything here is arithmetic on `Written` and a day; what the text around it says (does it look ahead?) comes in as an
argument. The conventions are those of news: a weekday or month without more lies behind unless the text looks ahead,
a count keeps the grain of its unit, parts of a period are its first, middle and last third or quarter.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.dates import calendars, timex
from analysis.dates.interval import BELOW_DAY, SMALLER, Interval, shift, shift_months, unit_around
from analysis.dating import stretches
from analysis.dating.outlook import Outlook
from analysis.marks.written import Written
from analysis.tables import Mod, Open

_ONE_DAY = timedelta(days=1)
_SOON, _LONG = timedelta(days=150), timedelta(days=210)
"""A date without a year that is nearer than the one, and further than the other in the next, is the near one."""
_NEXT_DAYS, _NEAR_YEAR = timedelta(days=31), timedelta(days=330)
"""The same for a day told of in the past (أبلغهم بوصوله في السابع من أغسطس): who means a far one names its year."""
_NEAR_YEARS = timedelta(days=400)
"""How far a date without a year may lie where its weekday chooses the year."""
_MODS: dict[str, Mod] = {
    "START": "START", "MID": "MID", "END": "END", "CLOSE": "END", "BEFORE": "BEFORE", "LATER": "AFTER",
    "FIRST_HALF": "START", "SECOND_HALF": "END",
}  # fmt: skip
_SCHOOL_AHEAD = 4
"""Months before a school year begins that it is the new one (العام الدراسي الجديد)."""
_SCHOOL_OVER, _SCHOOL_BEGUN = 2, 1
"""Months before a school year or a season of play begins that the old is the last, and after that it is the next."""
_YEARS = frozenset({"decade", "century"})
_OF_AN_HOUR = frozenset({"minute", "second"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 value with the days meant, and the side left open; no interval where none is known."""

    value: str
    days: Interval | None = None
    open: Open | None = None
    mod: Mod | None = None


def meaning(written: Written, day: date | None, outlook: Outlook | None) -> Meaning:
    """Return what ``written`` means in an article published on ``day``; without a day, what its words alone say.

    ``outlook`` is where the text looks. What cannot be resolved keeps a value with what is known of it.
    """
    if written.ref:
        return _reference(written, day)
    try:
        if written.length:
            return _length(written, day)
        days = _days(written, day, outlook)
    except (ValueError, OverflowError):  # years before the first, Hijri years beyond the tables
        days = None
    if days is None and written.length:
        return Meaning(written.how_long, None, written.open, written.mod)
    if days is None:
        return Meaning(unresolved(written), None, written.open, _mod(written))
    return finished(written, days, day)


def finished(written: Written, days: Interval, day: date | None) -> Meaning:
    """Return the meaning of ``written`` once the days it names are known: its part, its open side, its value."""
    if written.head and days.earliest:
        days = Interval(days.earliest, shift(days.earliest, written.head[1], written.head[0]) - _ONE_DAY)
    value = _value(written, days)
    if _is_midnight(written) and days.earliest:
        days = Interval(days.earliest - _ONE_DAY, days.latest)  # the night lies on both days
    if written.portion and not _before_its_end(written):
        days = stretches.part_of(days, str(written.portion), day)
    if written.open == "after" and written.mod is None:
        latest = day if day and days.earliest and days.earliest <= day else None
        days = Interval(days.earliest, latest)
    elif written.hour is not None or written.part:
        pass  # before and after an hour are still of its day
    elif _before_its_end(written):
        days = Interval(None, days.latest)
    elif written.mod == "BEFORE":
        days = Interval(None, days.earliest - _ONE_DAY if days.earliest else None)
    elif written.mod == "AFTER" and written.open:
        days = Interval(days.latest + _ONE_DAY if days.latest else None, None)
    return Meaning(value, days, written.open, _mod(written))


def _before_its_end(written: Written) -> bool:
    """Whether a time lies before the end of a stretch (قبل نهاية العام), and so in it or before it."""
    return written.open == "before" and written.mod == "BEFORE" and written.portion == "CLOSE"


def _is_midnight(written: Written) -> bool:
    """Whether the middle of last night is meant (منتصف الليلة الماضية)."""
    return written.hour == 0 and written.minute == 0 and written.unit == "day" and written.shift is not None


def unresolved(written: Written) -> str:
    """Return the value of what has no anchor: its year, month, weekday left open (``XXXX-03-30``, ``XXXX-WXX-2``)."""
    if written.shift is not None and written.unit and written.month is None and written.weekday is None:
        if abs(written.shift) > 1 or written.amount:
            return written.but(amount=written.amount or abs(written.shift), length=None).how_long
        open_value = {"week": "XXXX-WXX", "month": "XXXX-XX", "day": "XXXX-XX-XX", "decade": "XXX", "century": "XX"}
        return open_value.get(written.unit, "XXXX") + _clock(written)
    year = "XXXX" if written.year is None else f"{written.year:04}"
    if written.century is not None:
        return f"{'BC' if written.before_christ else ''}{written.century:02}"
    if written.moving is not None or written.before_christ:
        return f"BC{year}" if written.before_christ else year
    if written.month is not None and written.calendar == "gregorian":
        day = "" if written.day is None else f"-{written.day:02}"
        return f"{year}-{written.month:02}{day}" + _clock(written)
    if written.weekday is not None:
        return f"XXXX-WXX-{written.weekday}" + _clock(written)
    if written.day is not None:
        return f"XXXX-XX-{written.day:02}" + _clock(written)
    if written.season or written.quarter or written.half:
        named = written.season or (f"Q{written.quarter}" if written.quarter else f"H{written.half}")
        return f"{year}-{named}"
    if written.hour is not None or written.part:
        return "XXXX-XX-XX" + _clock(written)
    return year


def _reference(written: Written, day: date | None) -> Meaning:
    value = str(written.ref)
    if value == "PAST_REF":
        return Meaning(value, Interval(None, day) if day else None, "before")
    if value == "FUTURE_REF":
        return Meaning(value, Interval(day, None) if day else None, "after")
    return Meaning(value)


def _length(written: Written, day: date | None) -> Meaning:
    unit = str(written.length)
    if written.type == "SET" and (written.weekday or written.part or written.day):
        return Meaning(unresolved(written.but(length=None)))
    value = written.how_long
    if day is None or not written.reach:
        return Meaning(value, None, written.open, written.mod)
    if written.amount is None:
        days = Interval(None, day) if written.reach < 0 else Interval(day, None)
        return Meaning(value, days, written.open, written.mod)
    if unit in _OF_AN_HOUR:
        return Meaning(value, None, written.open, written.mod)  # the last minutes of something, rarely those till now
    other = shift(day, unit, written.reach * round(written.amount))
    for amount, smaller in written.more:
        other, unit = shift(other, smaller, written.reach * round(amount)), smaller
    grain = "day" if unit in BELOW_DAY else "year" if unit in _YEARS else unit
    if written.reach < 0:
        days = Interval(unit_around(other, grain).earliest, day)
    else:
        days = Interval(day, unit_around(other, grain).latest)
    return Meaning(value, days, written.open, written.mod)


def _days(written: Written, day: date | None, outlook: Outlook | None) -> Interval | None:
    """Return the days that ``written`` names, before its part and its open side are looked at."""
    if (known := written.absolute) is not None:
        return known
    if day is None:
        return None
    if written.unit is not None and written.shift is not None:
        return _counted(written, day)
    if written.unit == "weekend":
        this = unit_around(day, "weekend")
        return this if outlook == "ahead" or this.holds(day) else unit_around(day - 7 * _ONE_DAY, "weekend")
    if written.unit == "school year":
        return unit_around(shift_months(day, _SCHOOL_AHEAD), written.unit)
    if written.weekday is not None and written.month is None:
        return _weekday(written, day, outlook)
    if written.day is not None and not (written.month or written.moving or written.then):
        return _day_of_month(written.day, day, outlook)
    if any((written.month, written.season, written.quarter, written.half, written.moving)):
        return _nearest(written, day, outlook)
    if written.hour is not None or written.part is not None:
        return Interval.day(day)
    return None


def _counted(written: Written, day: date) -> Interval | None:
    unit, count = str(written.unit), int(written.shift or 0)
    if unit == "day" and (written.month is not None or written.weekday is not None):
        return _spoken(written.but(unit=None, shift=None), day + count * _ONE_DAY)
    if unit in BELOW_DAY:
        return Interval.day(shift(day, unit, count))
    if unit == "school year":
        day = shift_months(day, _SCHOOL_OVER if count < 0 else -_SCHOOL_BEGUN if count > 0 else 0)
    moved = shift(day, unit, count)
    if (left := (written.amount or 0) % 1) and unit in SMALLER:  # قبل عام ونصف
        smaller, many = SMALLER[unit]
        moved = shift(moved, smaller, round(left * many) * (1 if count > 0 else -1))
    for amount, smaller in written.more:
        moved, unit = shift(moved, smaller, round(amount if count > 0 else -amount)), smaller
    frame = unit_around(moved, unit)
    if frame.earliest is None:
        return None
    if unit == "week" and written.weekday is not None:
        return Interval.day(frame.earliest + (written.weekday - 1) * _ONE_DAY)
    if written.nth is not None and written.month is None and written.calendar == "gregorian":
        return written.nth_in(frame)
    if unit == "month" and written.day is not None:
        if written.weekday is not None:
            return _in_month(written, frame)
        last = written.day_to or written.day
        return Interval(frame.earliest.replace(day=written.day), frame.earliest.replace(day=last))
    if unit == "year" and written.calendar != "gregorian":
        return written.within(calendars.year_around(written.calendar, day) + count)
    if unit == "year" and any((written.month, written.season, written.quarter, written.half, written.moving)):
        return written.but(unit=None, shift=None).within(frame.earliest.year)
    return frame


def _in_month(written: Written, month: Interval) -> Interval | None:
    """Return the day of a weekday and a day, or a rank, of a month counted ("الثلاثاء التاسع عشر من هذا الشهر")."""
    first = month.earliest
    return written.but(unit=None, shift=None, month=first.month).within(first.year) if first else None


def _spoken(named: Written, meant: date) -> Interval:
    """Return the day of "yesterday, Monday": where word and name disagree, the name is right.

    Copy is often printed the day after it was written, or dated by the day it was collected on, and "اليوم الثالث من
    أكتوبر" is no today.
    """
    known = named.absolute
    if known is not None and known.days == 1:
        return known
    if named.month is not None:
        return min(_every_year(named, meant), key=lambda days: _away(days, meant), default=Interval.day(meant))
    for away in (0, -1, 1, -2, -3, -4, -5):
        if (meant + away * _ONE_DAY).isoweekday() == named.weekday:
            return Interval.day(meant + away * _ONE_DAY)
    return Interval.day(meant)


def _weekday(written: Written, day: date, outlook: Outlook | None) -> Interval:
    if written.day is not None:
        return _weekday_of_month(written, day)
    weekday = int(written.weekday or 1)
    back = (day.isoweekday() - weekday) % 7
    relation = written.relation
    if relation is not None and relation < 0:
        found = day - ((back or 7) + 7 * (-1 - relation)) * _ONE_DAY
    elif relation is not None and relation > 0:
        found = day + (((-back) % 7 or 7) + 7 * (relation - 1)) * _ONE_DAY
    elif relation is None and outlook == "ahead":
        found = day + (-back) % 7 * _ONE_DAY
    else:
        found = day - back * _ONE_DAY
    if written.weekday_to is not None:
        return Interval(found, found + (written.weekday_to - weekday) % 7 * _ONE_DAY)
    return Interval.day(found)


def _day_of_month(number: int, day: date, outlook: Outlook | None) -> Interval | None:
    """Return the day of that number in the nearest month on the side that the text looks to; behind, if it does not."""
    first = day.replace(day=1)
    months = range(0, 3) if outlook == "ahead" else range(0, -3, -1)
    days = [month.replace(day=number) for month in (shift_months(first, by) for by in months) if _has(month, number)]
    return next((Interval.day(one) for one in days if one == day or (one > day) == (outlook == "ahead")), None)


def _weekday_of_month(written: Written, day: date) -> Interval:
    """Return the day of a weekday and a day of a month that is not said, in the nearest month where both agree."""
    around = [shift_months(day.replace(day=1), months) for months in range(-6, 7)]
    dates = [month.replace(day=written.day or 1) for month in around if _has(month, written.day or 1)]
    fits = [Interval.day(one) for one in dates if one.isoweekday() == written.weekday]
    return min(fits, key=lambda days: _away(days, day), default=Interval.day(day))


def _has(month: date, day: int) -> bool:
    return day <= monthrange(month.year, month.month)[1]


def _nearest(written: Written, day: date, outlook: Outlook | None) -> Interval | None:
    """Return the days of what comes round every year, in the year that relation and outlook choose.

    A date that lies close on one side and most of a year away on the other is the close one, whatever the clause says:
    who means a far one names its year.
    """
    found = _every_year(written, day)
    if written.weekday is not None and written.day is not None and written.nth is None:
        hijri = written.but(calendar="hijri") if written.figures else None
        if fixed := _by_weekday(found, written, day) or (hijri and _by_weekday(_every_year(hijri, day), hijri, day)):
            return fixed
    if written.moving == "eid" and written.relation is None:
        return min(found, key=lambda days: _away(days, day), default=None)
    by_month = written.calendar == "gregorian" and all(
        part is None for part in (written.day, written.nth, written.moving)
    )
    now = unit_around(day, "month") if by_month else Interval.day(day)
    past = [days for days in found if days.latest and now.earliest and days.latest < now.earliest]
    future = [days for days in found if days.earliest and now.latest and days.earliest > now.latest]
    if written.relation == -2:
        return past[-2] if len(past) > 1 else None
    if written.relation == 2:
        return future[1] if len(future) > 1 else None
    present = [days for days in found if days.overlap(now)]
    if written.relation == 0:
        return min(found, key=lambda days: _away(days, day), default=None)
    if written.relation is not None:
        chosen = past[-1:] if written.relation < 0 else future[:1]
        return chosen[0] if chosen else None
    if present:
        return present[0]
    if not past or not future:
        return None
    back, ahead = _away(past[-1], day), _away(future[0], day)
    if written.quarter or written.half:  # results are told of long after, whatever the tense
        return future[0] if outlook == "ahead" and ahead < back else past[-1]
    if outlook == "ahead":
        return past[-1] if back < _SOON and ahead > _LONG else future[0]
    if outlook == "back":  # أبلغ النادي بوصوله في السابع من أغسطس
        return future[0] if written.day is not None and ahead < _NEXT_DAYS and back > _NEAR_YEAR else past[-1]
    return future[0] if ahead < _SOON and back > _LONG else past[-1]


def _every_year(written: Written, day: date) -> list[Interval]:
    """Return the days meant in each of the years around ``day``, in order."""
    found = []
    for year in range(-2, 3):
        for one in written.readings():
            try:
                days = one.within(calendars.year_around(written.calendar, day) + year)
            except (ValueError, OverflowError):
                continue  # 29 February
            if days and days.earliest and days.latest:
                found.append(days)
    return found


def _by_weekday(found: list[Interval], written: Written, day: date) -> Interval | None:
    """Return the days of the year, near ``day``, in which a date falls on its weekday ("الاثنين 18 شباط").

    The weekday tells the year, whatever the clause looks at. A year further away is not meant: the weekday is a slip.
    """
    fits = [days for days in found if _falls_on(days, written) and _away(days, day) <= _NEAR_YEARS]
    return min(fits, key=lambda days: _away(days, day), default=None)


def _falls_on(days: Interval, written: Written) -> bool:
    """Whether a date falls on its weekday; a Hijri one may be a day off (the moon is sighted, not reckoned)."""
    off = (days.earliest.isoweekday() - int(written.weekday or 0)) % 7 if days.earliest else 3
    return off == 0 or (written.calendar == "hijri" and off in {1, 6})


def _away(days: Interval, day: date) -> timedelta:
    """Return how far ``day`` lies from an interval with two ends; zero inside it."""
    if days.earliest and day < days.earliest:
        return days.earliest - day
    return day - days.latest if days.latest and day > days.latest else timedelta(0)


def _value(written: Written, days: Interval) -> str:
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return unresolved(written)
    if written.weekday_to is not None:
        return timex.period(first, "day") + _clock(written)
    night = written.day_to is not None and written.part is not None  # ليلة التاسع والعاشر من مايو
    if first == last or written.hour is not None or written.days or night:
        return first.isoformat() + _clock(written)
    if written.year_to is not None and (written.school or written.calendar == "gregorian"):
        return f"{first.year}/{last.year}"
    if written.day_to is not None or written.month_to is not None:
        return f"{first.isoformat()}/{last.isoformat()}"
    for unit in _units(written):
        around = unit_around(first, unit)
        if around == days:
            return timex.period(first, unit)
    return f"{first.isoformat()}/{last.isoformat()}"


def _units(written: Written) -> tuple[str, ...]:
    if written.season is not None:
        return ("season",)
    if written.quarter is not None:
        return ("quarter",)
    if written.half is not None:
        return ("half",)
    return (
        written.unit or "month",
        "weekend",
        "week",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
    )


def _clock(written: Written) -> str:
    if written.hour is not None:
        zone = "Z" if written.zone == "Z" else ""
        seconds = "" if written.second is None else f":{written.second:02}"
        return f"T{written.hour:02}:{written.minute or 0:02}{seconds}{zone}"
    if written.part is None:
        return ""
    return written.part if written.part.startswith("T") else f"T{written.part}"


def _mod(written: Written) -> Mod | None:
    return written.mod if _before_its_end(written) else _MODS.get(written.portion or "") or written.mod
