"""What the words of a time expression say, before anyone knows the day of publication.

A time is said in three ways, and one record holds them all. It may *name* parts of a calendar: a year, a month, a day,
a weekday, a part of the day. It may *count* from somewhere: ``shift`` units of ``unit`` from the anchor (``الشهر
الماضي`` is month -1, ``أمس`` day -1, ``قبل أسبوعين`` week -2), and then the parts named lie inside that unit
(``حزيران العام الماضي``: year -1, month 6). Or it says a ``length``, a repetition, or no more than past, present and
future.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from analysis.dates import calendars, timex
from analysis.dates.calendars import Calendar
from analysis.dates.interval import Interval, months_of, season_of, unit_around
from analysis.dates.nth import nth_behind, nth_of
from analysis.tables import Mod, Open, TimeType

Anchor = Literal["none", "publication", "event", "time"]
Portion = Literal["START", "MID", "END", "CLOSE", "BEFORE", "LATER", "FIRST_HALF", "SECOND_HALF"]
MOST_WEEKDAYS = 5
"""A month has no weekday more often."""
EIDS = ((10, 1, 3), (12, 10, 4))
"""Month, first day and length of the two feasts of Islam, Fitr and Adha."""
_LAST_HIJRI = 1600
"""A year above is Gregorian, whatever month stands before it."""
Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True)
class Written:
    """One time expression as written: where it stands and what its words say.

    Attributes
    ----------
    first, last, start, end
        Tokens and characters, half-open.
    type, rule
        TIMEX3 type, and the name of the rule that found it.
    calendar, century, decade, year, half, quarter, season, month, day, weekday, part, hour, minute, second, zone
        The parts named, as the text counts them: ``decade`` by its first year (1990), ``century`` by its first two
        digits (19), ``weekday`` 1 (Monday) to 7, ``part`` a TIMEX3 part of day, ``zone`` ``Z`` or ``local``.
    day_to, month_to, year_to, weekday_to
        The last day and month of a range that shares the rest ("10 إلى 15 مارس"), the last of its years; the second
        day of a night.
    school
        The two years are one of school, from summer to summer ("العام الدراسي 2014-2015").
    unit, shift
        The unit counted from the anchor, and how many of them: -1 the last one, 0 this one, 1 the next one.
    relation
        -1 the last, 0 this, 1 the next of what is named without a unit ("الثلاثاء الماضي").
    anchor, anchor_tokens
        What is counted from: the publication, an event that the text names (its tokens) or the time told of last.
    amount, length
        Of a duration or a set: how many of which unit; ``amount`` is None where it is not said ("سنوات").
    more
        What a duration or a count goes on with: amounts of ever smaller units ("سنتان وثلاثة أشهر").
    reach
        -1 where a duration runs up to the anchor ("السنوات الثلاث الماضية"), 1 where it begins there.
    portion
        Early, mid, late, the very end (``CLOSE``: نهاية), earlier or later within what is named, or half a month.
    before_christ
        Whether the year or century lies before Christ, of which the calendars here have no days.
    head
        So many units from the beginning of what is named ("الأشهر التسعة الأولى من العام").
    nth, piece, behind
        The so-many-eth (-1 the last) day or week of what is named (``piece``), or the weekday named ("ثالث جمعة من");
        whether it is counted from its end ("أول اثنين بعد عيد الفطر").
    figures
        Whether the month is said by its number alone, which leaves open whose calendar it is of.
    ranked
        Whether the day is said by its rank, which beside a weekday may count weekdays ("الثلاثاء الثالث من أيلول").
    days, moving, eve
        How many days a feast lasts, where a feast is what dates it (its ``month`` and ``day`` are in ``calendar``);
        what a movable one is reckoned by (``western``, ``eastern``: ``day`` counts from Easter Sunday; ``eid``: the
        nearer of the two); whether the day before it is meant.
    then
        The time told of last is taken up: all of it ("آنذاك"), or its year ("من العام نفسه").
    same
        The stretch told of last is meant, in the year that is named here ("الفترة نفسها من العام الماضي").
    ref, open, mod
        A vague reference; the side that is left open ("منذ"); the TIMEX3 modifier.
    """

    first: int
    last: int
    start: int
    end: int
    type: TimeType
    rule: str
    calendar: Calendar = "gregorian"
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    day_to: int | None = None
    year_to: int | None = None
    month_to: int | None = None
    school: bool = False
    weekday_to: int | None = None
    unit: str | None = None
    shift: int | None = None
    relation: int | None = None
    anchor: Anchor = "none"
    anchor_tokens: tuple[int, int] | None = None
    amount: float | None = None
    length: str | None = None
    more: tuple[tuple[float, str], ...] = ()
    reach: int | None = None
    portion: Portion | None = None
    before_christ: bool = False
    head: tuple[int, str] | None = None
    nth: int | None = None
    piece: str | None = None
    behind: bool = False
    ranked: bool = False
    figures: bool = False
    days: int | None = None
    moving: str | None = None
    eve: bool = False
    then: bool = False
    same: bool = False
    ref: Reference | None = None
    open: Open | None = None
    mod: Mod | None = None

    def but(self, **changed: Any) -> Written:
        """Return the same with some attributes changed.

        It does what `dataclasses.replace` does, but copies them all at once: a time is changed several times over on
        its way, and has half a hundred.
        """
        if not changed.keys() <= vars(self).keys():
            raise TypeError(f"a time has no {', '.join(sorted(changed.keys() - vars(self).keys()))}")
        other = object.__new__(Written)
        object.__setattr__(other, "__dict__", vars(self) | changed)
        return other

    @property
    def how_long(self) -> str:
        """The TIMEX3 value of the length said, or of the units counted."""
        return timex.lengths(((self.amount, str(self.length or self.unit)), *self.more))

    @property
    def absolute(self) -> Interval | None:
        """The days that the words alone fix, whatever the day of publication; None where they need an anchor.

        ``portion`` and ``open`` are left aside: for "منذ مطلع 2014" it is the year 2014. None too where the calendar
        has no such day.
        """
        if self.shift is not None or self.length or self.ref or self.then:
            return None
        try:
            return self.within(self.year)
        except (ValueError, OverflowError):
            return None

    def within(self, year: int | None) -> Interval | None:
        """Return the days meant if the year is ``year`` of the expression's calendar; None if that does not fix it.

        Raises ValueError or OverflowError where the calendar has no such day.
        """
        if self.before_christ:
            return None
        if self.eve:
            feast = self.but(eve=False).within(year)
            return Interval.day(feast.earliest - timedelta(days=1)) if feast and feast.earliest else None
        if self.nth is not None:
            around = self.but(nth=None, weekday=None).within(year)
            return self.nth_in(around) if around else None
        if year is None:
            return self._without_year()
        if self.moving is not None:
            return self._moved(year)
        if self.year_to is not None:
            return self._school_year(year, self.year_to) if self.school else self._years(year, self.year_to)
        if self.calendar == "hijri" and year > _LAST_HIJRI:
            return self._in_gregorian(year)
        if self.month is not None:
            if self.day is None:
                first = calendars.month_in(self.calendar, year, self.month)
                last = first if self.month_to is None else calendars.month_in(self.calendar, year, self.month_to)
                return Interval(first.earliest, last.latest)
            day = calendars.day_of(self.calendar, year, self.month, self.day)
            if self.weekday is not None and self._counts_weekdays(day):
                return self.but(day=None, nth=self.day).within(year)
            if self.day_to is None:
                return Interval(day, day + self._after_first())
            return Interval(day, calendars.day_of(self.calendar, year, self.month_to or self.month, self.day_to))
        if self.weekday is not None or self.day is not None:
            return None
        if self.season is not None:
            return season_of(year, self.season)
        if self.quarter is not None:
            return months_of(year, 3 * self.quarter - 2, 3)
        if self.half is not None:
            return months_of(year, 6 * self.half - 5, 6)
        return calendars.year_in(self.calendar, year)

    def readings(self) -> tuple[Written, ...]:
        """Return what may be meant: itself, or either of the two feasts that are called "the feast" (العيد)."""
        if self.moving != "eid":
            return (self,)
        return tuple(self.but(moving=None, month=month, day=day, days=days) for month, day, days in EIDS)

    def _moved(self, year: int) -> Interval | None:
        """Return the days of a movable feast; None where more than one may be meant."""
        if self.moving == "eid":
            return None
        first = calendars.easter(str(self.moving), year) + timedelta(days=self.day or 0)
        return Interval(first, first + self._after_first())

    def _after_first(self) -> timedelta:
        """Return how long a feast goes on after its first day; a part of the day is one of that day."""
        return timedelta(days=(self.days or 1) - 1 if self.part is None else 0)

    def nth_in(self, days: Interval) -> Interval | None:
        """Return the so-many-eth day, week or weekday of ``days`` that is meant; None where it has not so many."""
        if self.behind:
            return nth_behind(days, self.nth or 0, self.weekday or 0)
        return nth_of(days, self.nth or 0, self.weekday or str(self.piece))

    def _counts_weekdays(self, day: date) -> bool:
        """Whether a rank beside a weekday counts weekdays: where the date of that rank, ``day``, is another weekday."""
        off = (day.isoweekday() - int(self.weekday or 0)) % 7
        sighted = {0, 1, 6} if self.calendar == "hijri" else {0}
        return self.ranked and (self.day or 0) <= MOST_WEEKDAYS and off not in sighted

    def _years(self, first: int, last: int) -> Interval | None:
        """Return the days from the first day of one year to the last of another ("عامي 2015 و2016")."""
        if last <= first:
            return None
        return Interval(calendars.year_in(self.calendar, first).earliest, calendars.year_in(self.calendar, last).latest)

    def _school_year(self, first: int, second: int) -> Interval | None:
        """Return the twelve months from the summer of one year to that of the next ("1436-1437")."""
        if second != first + 1:
            return None
        latest = calendars.year_in(self.calendar, first).latest  # a Hijri year begun in autumn ends in the next
        if latest is None:
            return None
        return unit_around(date(latest.year, 12, 31), "school year")

    def _in_gregorian(self, year: int) -> Interval | None:
        """Return the days of a Hijri month or feast that begin in a Gregorian year ("رمضان 2019")."""
        first = calendars.year_around("hijri", date(year, 1, 1))
        found = (self.within(hijri) for hijri in (first, first + 1))
        return next((days for days in found if days and days.earliest and days.earliest.year == year), None)

    def _without_year(self) -> Interval | None:
        first, long = (self.decade, 10) if self.decade is not None else ((self.century or 0) * 100, 100)
        if not first or self.calendar != "gregorian":
            return None
        return Interval(
            calendars.year_in("gregorian", first).earliest, calendars.year_in("gregorian", first + long - 1).latest
        )
