"""What a page states about its day of publication: the user's word, structured data, its address, a dateline.

Structured data gives moments. One that names a zone of the outlet's own is of that zone's day; one in universal time is
turned to the outlet's day, where the outlet is known, and is of one of two days where it is not. A date in the folders
of an address is the article's; one among the words of its last part may be of what it tells. (Dates on lines of their
own: `stamps`.)
"""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from analysis import lexicon
from analysis.dates.interval import Interval, month_of
from analysis.dating.evidence import ANY_DAY, Evidence, Kind, Page
from analysis.marks.written import Written
from analysis.reading import outlet
from analysis.reading.days import PLAUSIBLE, western
from analysis.reading.days import day as iso_day
from analysis.reading.page import Facts, StatedDate
from analysis.text.read import Reading

DATELINE = 14
"""Tokens at the beginning of the prose in which a dateline ends."""
BEFORE_DATE = 6
"""Tokens of place and name that may stand before the date of a dateline."""
EAST = dt.timedelta(hours=4)
"""How far east of Greenwich outlets of the Arab world lie at most; they lie west of it by no more than an hour."""
SLUG = dt.timedelta(days=3)
"""Days by which the day named in an address may lie before or after the publication: it may be that of the news."""
EARLIEST = 1995
"""The first year of news on the web; an earlier one in an address is a number."""

_YEAR, _MONTH, _DAY = r"((?:19|20)\d\d)", r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_FOLDERS = re.compile(rf"(?<=/){_YEAR}([/-]){_MONTH}\2{_DAY}(?=[/?#]|$)")
_SECTION_BETWEEN = re.compile(rf"(?<=/){_YEAR}/[a-z_-]+/{_MONTH}/{_DAY}(?=[/?#]|$)")
_FOLDER_RUN = re.compile(r"(?<=/)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=/|$)")
_MONTH_FOLDER = re.compile(rf"(?<=/){_YEAR}/(0[1-9]|1[0-2])(?=/)")
_SLUG_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}([-_.]){_MONTH}\2{_DAY}(?!\d)")
_SLUG_DAY_FIRST = re.compile(rf"(?<![\d]){_DAY}([-_.]){_MONTH}\2{_YEAR}(?!\d)")
_SLUG_RUN = re.compile(r"(?<![\w])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w])")
_EPOCH = re.compile(r"1\d{9}(\d{3})?")
_SPACED_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")
_FRACTION = re.compile(r"(?<=:\d\d)\.\d+")
_ENGLISH = ("%a, %d %b %Y %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S GMT", "%d %b %Y", "%B %d, %Y", "%d %B %Y")
_DASHES = frozenset("-–—:/|(،.\u0640")


def given(facts: Facts) -> Iterator[Evidence]:
    """Yield the day that the user gives beside the text."""
    written = facts.given.get("published")
    day = iso_day(written) if written else None
    if day:
        yield Evidence("given", Interval.day(day), f"given beside the text: {written}")


def structured(facts: Facts) -> Iterator[Evidence]:
    """Yield the dates of the page's structured data and of its address."""
    zone = _zone(facts)
    for stated in facts.dates:
        days, said = _days(stated, zone)
        if days is None:
            continue
        if stated.kind == "published":
            yield Evidence("stated", days, f"the page's {stated.where}: {stated.value}{said}")
        else:
            yield Evidence("updated", days, f"the page's {stated.where}: {stated.value}{said}")
            until = Interval(None, days.latest)
            yield Evidence("visited", until, f"it had been published when updated ({stated.where}: {stated.value})")
    if facts.url:
        yield from _in_address(facts.url)


def _zone(facts: Facts) -> dt.tzinfo | None:
    """The zone that the outlet of a page counts its days in, where the lists know both."""
    known = outlet.by_address(facts.url) or next(filter(None, map(outlet.named, facts.sites)), None)
    name = _zone_names().get(outlet.country_of(known)) if known else None
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except zoneinfo.ZoneInfoNotFoundError:
        return None


@cache
def _zone_names() -> dict[str | None, str]:
    return {row["country"]: row["form"] for row in lexicon.rows("zones")}


def _days(stated: StatedDate, zone: dt.tzinfo | None) -> tuple[Interval | None, str]:
    """The day or days of a moment of structured data, as the outlet counts them, and words on how it was turned."""
    moment = _moment(stated.value)
    if moment is None or moment.year not in range(EARLIEST, PLAUSIBLE.stop):
        return None, ""
    if moment.tzinfo is None or moment.utcoffset():
        return Interval.day(moment.date()), ""
    if zone is not None:
        local = moment.astimezone(zone)
        turned = f", {local.date()} as the outlet counts" if local.date() != moment.date() else ""
        return Interval.day(local.date()), turned
    latest = (moment + EAST).date()
    said = f", which may be {latest} where the outlet is" if latest != moment.date() else ""
    return Interval(moment.date(), latest), said


def _moment(value: str) -> dt.datetime | None:
    """A moment as machines write it: ISO 8601 in its variants, seconds of the epoch, or as in mail."""
    text = _FRACTION.sub("", _SPACED_ZONE.sub("", western(value.strip())))
    if _EPOCH.fullmatch(text):
        return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    try:
        return dt.datetime.fromisoformat(text.replace("/", "-"))
    except ValueError:
        pass
    for form in _ENGLISH:
        try:
            found = dt.datetime.strptime(text, form)  # noqa: DTZ007 - a zone that the text names is set behind it
        except ValueError:
            continue
        return found.replace(tzinfo=dt.UTC) if text.endswith("GMT") else found
    return None


def _in_address(url: str) -> Iterator[Evidence]:
    """The day in the folders of an address; else one among the words of its last part, and the month of its folders."""
    path = unquote(urlsplit(url).path)
    for pattern, order in ((_FOLDERS, (0, 2, 3)), (_SECTION_BETWEEN, (0, 1, 2)), (_FOLDER_RUN, (0, 1, 2))):
        match = pattern.search(path)
        days = _day(*(match.groups()[n] for n in order)) if match else None
        if match and days:
            yield Evidence("stated", days, f"the page's address holds {match.group()}")
            return
    slug = path.rstrip("/").rpartition("/")[2]
    found = _in_slug(slug)
    if found and found[0].earliest and found[0].latest:
        days = Interval(found[0].earliest - SLUG, found[0].latest + SLUG)
        yield Evidence("address", days, f"the page's address names {found[1]}")
    month_folder = _MONTH_FOLDER.search(path)
    if month_folder and int(month_folder[1]) >= EARLIEST:
        days = month_of(int(month_folder[1]), int(month_folder[2]))
        yield Evidence("stated", days, f"the page's address lies in {month_folder.group()}")


def _in_slug(slug: str) -> tuple[Interval, str] | None:
    for pattern, order in ((_SLUG_YEAR_FIRST, (0, 2, 3)), (_SLUG_DAY_FIRST, (3, 2, 0)), (_SLUG_RUN, (0, 1, 2))):
        for match in pattern.finditer(slug):
            parts = match.groups()
            days = _day(*(parts[n] for n in order))
            if days:
                return days, match.group()
    return None


def _day(year: str, month: str, day: str) -> Interval | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return Interval.day(found) if found.year >= EARLIEST else None


def datelines(page: Page) -> Iterator[Evidence]:
    """Yield the date of a dateline: ``الرياض 10 أغسطس 2015 م واس``, ``بغداد 23 مارس (رويترز) -``."""
    reading = page.reading
    if not page.layout.body:
        return
    first = max(0, reading.token_at(page.layout.body[0]))
    lines = [(line.first, line.last) for line in page.layout.furniture() if line.start < page.layout.body[0]]
    for start, end in (*lines, (first, min(first + DATELINE, len(reading.words)))):
        filed = [i for i in range(start, end) if _files(reading, i)]
        for time in page.inside(reading.starts[start], reading.ends[end - 1]) if start < end else ():
            if time.day is None or time.month is None:
                continue
            near = any(0 <= i - time.last <= 3 or 0 < time.first - i <= 3 for i in filed)
            if not near and not _from_place(reading, time, start):
                continue
            yield from _dateline(page, time)
            return


def _dateline(page: Page, time: Written) -> Iterator[Evidence]:
    where = page.quoted(time.start, time.end)
    days = time.absolute
    kind: Kind = "stated" if days and days.days == 1 else "dateline"
    if days and days.days == 1:
        yield Evidence(kind, days, f"the dateline: {where}", time.start, time.end)
    elif time.calendar == "gregorian" and time.relation is None and time.month and time.day:
        yield Evidence(
            kind, ANY_DAY, f"the dateline: {where}", time.start, time.end, month_day=(time.month, time.day)
        )  # fmt: skip


def _files(reading: Reading, i: int) -> bool:
    """Whether an agency stands at token ``i``, or an outlet whose name is no common word."""
    return any(item.entry.row["license"] == "free" for item in reading.at(i, "agencies", "outlets"))


def _from_place(reading: Reading, time: Written, start: int) -> bool:
    """Whether nothing but a place stands before a date, and a dash behind it: ``بغداد – 12 آذار – أعلن``."""
    if not 0 < time.first - start <= BEFORE_DATE or not reading.at(start, "places"):
        return False
    place = reading.at(start, "places")[0]
    between = range(place.last, time.first)
    closed = time.last < len(reading.words) and reading.words[time.last].folded in _DASHES
    cut = bool(between) and reading.words[time.first - 1].folded in _DASHES
    return (closed or cut) and all(
        reading.words[i].kind == "mark" or reading.at(i, "weekdays", "places") for i in between
    )
