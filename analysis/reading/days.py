"""A day as users, exports and structured data write it.

Only what can be read in one way is read: ISO days and times, the basic form of exports, the dates of mail and of RSS,
and a day with the name of its month. ``3/4/2021`` is refused, since it is March in one country and April in the next.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from analysis import lexicon
from analysis.text.fold import fold_text

ADVICE = "it is no day (2021-03-23), no ISO time, and no day with the name of its month (23 March 2021)"

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_DASHED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d\d?)[-.](\d\d?)[-.](\d{4})(?: .*)?")
_DIGIT = re.compile(r"\d")
_NAMED = r"""
    (?: [^\W\d]+ [.,،]* [ ] )?                          # a weekday
    (?: (?P<first>\d\d?) (?:st|nd|rd|th)? ,? [ ] )?
    (?P<month>{months}) \.? (?: [ ]?-[ ]?(?:{months}) )?  # مارس/آذار
    (?: [ ] (?P<second>\d\d?) (?:st|nd|rd|th)? )?
    ,? [ ] (?P<year>\d{{4}}) (?: [ ,] .* )?
"""

PLAUSIBLE = range(1800, 2200)
"""Years in which an article may have been published: databases write the year 1 or 9999 for "not known"."""


def day(written: str) -> dt.date | None:
    """Return the day that ``written`` names, as written, in whatever zone; None where it names none or two.

    Examples
    --------
    >>> [day(text).isoformat() for text in ("2021-03-23T22:59:00Z", "20210323", "Tue, 23 Mar 2021 10:00:00 GMT")]
    ['2021-03-23', '2021-03-23', '2021-03-23']
    >>> day("March 23, 2021 Tuesday") == day("٢٣ آذار ٢٠٢١") == day("23.3.2021") == dt.date(2021, 3, 23)
    True
    >>> day("3/4/2021")
    """
    found = _written(written)
    return found if found and found.year in PLAUSIBLE else None


def western(text: str) -> str:
    """Return ``text`` with its decimal digits, of whatever script, as those that machines write.

    >>> western("٢٠٢٦-٠٧-٠٧T١٤:٢٩:٢١+0400")
    '2026-07-07T14:29:21+0400'
    """
    return _DIGIT.sub(lambda digit: str(int(digit[0])), text)


def _written(written: str) -> dt.date | None:
    text = western(" ".join(written.split()).replace("/", "-"))
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError:
        pass
    folded = fold_text(text[:80])
    return _basic(folded) or _numbers(folded) or _named(folded)


def _basic(text: str) -> dt.date | None:
    found = _BASIC.fullmatch(text) or _DASHED.fullmatch(text)
    return _date(found[1], found[2], found[3]) if found else None


def _numbers(text: str) -> dt.date | None:
    """Day, month and year where the day cannot be a month, in either order."""
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if first > 12 or first == second:
        return _date(found[3], second, first)
    return _date(found[3], first, second) if second > 12 else None


def _named(text: str) -> dt.date | None:
    found = _named_pattern().fullmatch(text)
    if not found or bool(found["first"]) == bool(found["second"]):
        return None
    month = _months().get(found["month"])
    return _date(found["year"], month, found["first"] or found["second"]) if month else None


def _date(year: str, month: str | int, day_: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day_))
    except ValueError:
        return None


@cache
def _named_pattern() -> re.Pattern[str]:
    months = "|".join(re.escape(name).replace(r"\ ", "[ ]") for name in sorted(_months(), key=len, reverse=True))
    return re.compile(_NAMED.format(months=months), re.VERBOSE)


@cache
def _months() -> dict[str, int]:
    """Gregorian months by their folded names, long and short: in Arabic, and in the other languages of stamps."""
    foreign = {
        fold_text(row["form"]): int(row["value"]) for row in lexicon.rows("stamp_words") if row["kind"] == "month"
    }
    arabic = {
        fold_text(row["form"]): int(row["month"])
        for row in lexicon.rows("months")
        if row["calendar"] == "gregorian" and row["license"] in ("free", "placed", "bound")
    }
    return arabic | foreign
