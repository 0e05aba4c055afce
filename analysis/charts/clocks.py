"""Clock times of events, read from TIMEX3 values: the hours that a block of hours is drawn in.

Tables date by days; what a page says of the hour lives in ``times.value`` (``2015-07-20T06:00``, ``2018-06-17TNI``).
A clock is a moment, or a part of the day, whose ends are nobody's word: CLDR's day periods for Arabic say from when to
when it may be, and it is drawn as "about". A clock in Greenwich time has no place among local ones: it is left out of
the hours and said in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import pandas as pd

from analysis.charts import labels, look

CLOCK = re.compile(r"T(?:(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?P<zone>Z)?|(?P<part>MO|AF|EV|NI))$")
PARTS: dict[str, tuple[int, int, str, str]] = {
    "MO": (3, 12, "صباحاً أو فجراً", "morning"),
    "AF": (12, 18, "بعد الظهر", "afternoon"),
    "EV": (18, 24, "مساءً", "evening"),
    "NI": (18, 30, "ليلاً", "night"),
}
"""Hours and name of each part of the day, from CLDR 46, dayPeriods of Arabic; a night ends with the next day's dawn."""


@dataclass(frozen=True, order=True)
class Clock:
    """A moment (``first == last``) or a part of a day, and what it is called."""

    first: pd.Timestamp
    last: pd.Timestamp
    part: str = ""
    zone: str = ""

    @property
    def is_moment(self) -> bool:
        """Whether it is a time by the clock."""
        return not self.part

    def holds(self, other: Clock) -> bool:
        """Whether ``other`` is a moment within this part of the day."""
        return not self.is_moment and other.is_moment and self.first <= other.first <= self.last

    def said(self, lang: look.Lang) -> str:
        """The clock in words: ``06:00``, ``morning``, ``04:30 GMT``."""
        if self.part:
            arabic, english = PARTS[self.part][2:]
            return arabic if lang == "ar" else english
        time = f"{self.first:%H:%M}"
        zone = "بتوقيت غرينتش" if lang == "ar" else "GMT"
        return f"{time} {zone}" if self.zone else time


def read(value: object, earliest: object, latest: object) -> Clock | None:
    """Read the clock of a TIMEX3 value that is known to lie in ``earliest … latest``; None where it has none.

    The day comes from the interval, since a weekday's value may not name it; a night may have two of them.

    >>> day = pd.Timestamp("2015-07-20")
    >>> read("2015-07-20T06:00", day, day).said("en"), read("XXXX-WXX-1TEV", day, day).said("en"), read("P2D", day, day)
    ('06:00', 'evening', None)
    """
    found = CLOCK.search(value) if isinstance(value, str) and not value.startswith("P") else None
    if found is None or not isinstance(earliest, pd.Timestamp) or not isinstance(latest, pd.Timestamp):
        return None
    if (latest - earliest).days > (found["part"] == "NI"):
        return None
    if found["part"]:
        first, last = PARTS[found["part"]][:2]
        return Clock(_at(earliest, first), _at(earliest, last), found["part"])
    moment = _at(earliest, int(found["hour"]), int(found["minute"] or 0))
    return Clock(moment, moment, zone=found["zone"] or "")


def sharpest(clocks: Iterable[Clock]) -> tuple[Clock, ...]:
    """Drop from ``clocks`` parts of a day within which another gives the time, and Greenwich time beside local time.

    What is left is in order of time, each once.
    """
    known = sorted(set(clocks))
    local = [clock for clock in known if not clock.zone]
    return tuple(c for c in local or known if not any(c.holds(other) for other in known))


def _at(day: pd.Timestamp, hours: int, minutes: int = 0) -> pd.Timestamp:
    return cast("pd.Timestamp", day + pd.Timedelta(hours=hours, minutes=minutes))


def listed(clocks: Iterable[Clock], lang: look.Lang) -> str:
    """Several clocks as a choice: ``06:00 or 07:30``."""
    said = list(dict.fromkeys(clock.said(lang) for clock in clocks))
    return (" أو " if lang == "ar" else " or ").join(labels.name(words, lang) for words in said)
