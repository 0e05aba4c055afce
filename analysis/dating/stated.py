"""What a page states about its day of publication: the user's word, structured data, its address, stamps, datelines.

A date on a line of its own may be the article's or the visitor's. It is believed where it is labelled, or stands below
the headline and nothing in the text speaks against it; a clock above the headline dates the visit, and so bounds the
publication from above.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating.evidence import ANY_DAY, Evidence, Kind, Page
from analysis.reading.corpus import day as iso_day
from analysis.reading.furniture import Stamp
from analysis.reading.page import Facts
from analysis.text.read import Reading

DATELINE = 14
"""Tokens at the beginning of the prose in which a dateline ends."""
FARTHEST = 400
"""Days beyond the latest date told at which a clock of the page is far from the text."""

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0?[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")


def given(facts: Facts) -> Iterator[Evidence]:
    """Yield the day that the user gives beside the text."""
    written = facts.given.get("published")
    day = iso_day(written) if written else None
    if day:
        yield Evidence("given", Interval.day(day), f"given beside the text: {written}")


def structured(facts: Facts) -> Iterator[Evidence]:
    """Dates of the page's structured data and of its address."""
    for stated in facts.dates:
        day = iso_day(stated.value)
        if day:
            kind: Kind = "stated" if stated.kind == "published" else "updated"
            yield Evidence(kind, Interval.day(day), f"the page's {stated.where}: {stated.value}")
    if facts.url:
        match = _URL_DAY.search(facts.url)
        day = iso_day("-".join(part.zfill(2) for part in match.groups())) if match else None
        if match and day:
            yield Evidence("stated", Interval.day(day), f"the page's address holds {match.group()}")


def stamps(page: Page, others: Sequence[Evidence]) -> Iterator[Evidence]:
    """Dates on lines of their own outside the prose; those of the visit are told from those of the article."""
    head = page.layout.title[0] if page.layout.title else page.layout.body[0] if page.layout.body else 0
    body_end = page.layout.body[1] if page.layout.body else len(page.reading.source)
    stated = any(item.kind in ("given", "stated") for item in others)
    for stamp in page.layout.stamps:
        day, weekday = stamp_day(page, stamp)
        if day is None:
            continue
        days, where = Interval.day(day), page.quoted(stamp.start, stamp.end)
        if stamp.kind == "updated":
            yield Evidence("updated", days, f"the page says it was updated: {where}", stamp.start, stamp.end)
        elif stamp.kind == "published" and not (stated and stamp.start > body_end):
            yield Evidence("stated", days, f"the page says it was published: {where}", stamp.start, stamp.end)
            stated = True
        else:
            above, below = stamp.start < head, stamp.start >= body_end
            doubts = _doubts(day, weekday, above, below, others)
            trusted = stamp.kind == "bare" and not doubts
            if trusted and not stated:
                yield Evidence("stated", days, f"a date by itself at the headline: {where}", stamp.start, stamp.end)
            elif not trusted:
                why = "; ".join(doubts or ["it is a clock"])
                yield Evidence("trap", days, why, stamp.start, stamp.end)
                yield Evidence(
                    "visited", Interval(None, day), f"the page was seen on {day}: {where}", stamp.start, stamp.end
                )


def stamp_day(page: Page, stamp: Stamp) -> tuple[dt.date | None, int | None]:
    """Return the day a stamp gives, and the weekday it names, 1 to 7; None for what it does not."""
    for time in page.inside(stamp.start, stamp.end):
        days = time.absolute
        if days and days.days == 1 and days.earliest:
            return days.earliest, time.weekday
    return _english_day(page.reading, stamp)


def _english_day(reading: Reading, stamp: Stamp) -> tuple[dt.date | None, int | None]:
    """A day written with English or Arabic names of months, or in digits, in any of the usual orders."""
    numbers: list[str] = []
    month: int | None = None
    weekday: int | None = None
    for i in reading.tokens_in(stamp.start, stamp.end):
        word = reading.words[i]
        name = _stamp_names().get(word.folded)
        if word.kind == "digits":
            numbers.append(word.folded)
        elif name and name[0] == "month":
            month = int(name[1])
        elif name and name[0] == "weekday":
            weekday = int(name[1])
        elif month is None and "months" in word.keys:
            item = next(iter(reading.at(i, "months")), None)
            month = int(item.entry.row["month"]) if item and item.entry.row["calendar"] == "gregorian" else None
    years = [number for number in numbers if len(number) == 4 and number[:2] in ("19", "20")]
    others = [int(number) for number in numbers if len(number) <= 2]
    try:
        if month and years and others:
            return dt.date(int(years[0]), month, others[0]), weekday
        if years and len(others) >= 2:
            first, second = others[:2]
            if numbers.index(years[0]) == 0:
                return dt.date(int(years[0]), first, second), weekday
            return dt.date(int(years[0]), second, first), weekday
    except ValueError:
        pass
    return None, weekday


@cache
def _stamp_names() -> Mapping[str, tuple[str, str]]:
    listed = (row for row in lexicon.rows("stamp_words") if row["value"])
    return {word: (row["kind"], row["value"]) for row in listed for word in lexicon.folded_words(row["form"])}


def _doubts(day: dt.date, weekday: int | None, above: bool, below: bool, others: Sequence[Evidence]) -> list[str]:
    """Why a bare date is not the article's: what the text says against it; else its place, if nothing supports it."""
    found: list[str] = []
    if weekday and weekday != day.isoweekday():
        found.append(f"its weekday is wrong, {day} was a {day:%A}")
    for item in others:
        if item.kind == "weekday" and not item.allows(day):
            found.append(f"{day} was a {day:%A}, but {item.reason}")
        elif item.kind in ("stated", "deictic", "told", "office", "lead") and not item.days.holds(day):
            found.append(f"it does not fit: {item.reason}")
    told = max((item.days.earliest for item in others if item.kind == "told" and item.days.earliest), default=None)
    if told and (day - told).days > FARTHEST:
        found.append(f"the latest date the text tells of is {told}")
    if not found and (above or below):
        supported = any(item.kind in ("lead", "weekday", "dateline") and item.allows(day) for item in others)
        if not supported:
            found.append(f"it stands {'above the headline' if above else 'below the article'}, as clocks and links do")
    elif found and above:
        found.append("it stands above the headline, as clocks do")
    return found


def datelines(page: Page) -> Iterator[Evidence]:
    """The date in an agency's dateline: ``الرياض 10 أغسطس 2015 م واس``, ``بغداد 23 مارس (رويترز) -``."""
    reading = page.reading
    if not page.layout.body:
        return
    first = max(0, reading.token_at(page.layout.body[0]))
    lines = [(line.first, line.last) for line in page.layout.furniture() if line.start < page.layout.body[0]]
    for start, end in (*lines, (first, min(first + DATELINE, len(reading.words)))):
        agency = [i for i in range(start, end) if reading.at(i, "agencies", "outlets")]
        for time in page.times:
            if not (start <= time.first and time.last <= end) or time.day is None or time.month is None:
                continue
            if not any(0 <= i - time.last <= 3 or 0 < time.first - i <= 3 for i in agency):
                continue
            where = page.quoted(time.start, time.end)
            days = time.absolute
            if days and days.days == 1:
                yield Evidence("stated", days, f"the dateline: {where}", time.start, time.end)
            elif time.calendar == "gregorian" and time.relation is None:
                yield Evidence(
                    "dateline", ANY_DAY, f"the dateline: {where}", time.start, time.end,
                    month_day=(time.month, time.day),
                )  # fmt: skip
            return
