"""Everything a page and its text give away about the day of publication, each piece as a set of days with its reason.

Evidence is of several strengths (`RANKS`): what the user gives and what the page states are days; words that place a
named year or month beside the present bound it from both sides; a full date with its weekday in the lead is the news
of that day; what is told as past, and who is said to hold an office, bounds it loosely; a weekday leaves one or two days
of each week. A weekday named once, far down, says so little (``late-weekday``) that only the story may use it. Dates of the page that are not its own - clocks of the visit, above all - are kept apart as traps.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.marks.written import Written
from analysis.reading.corpus import day as iso_day
from analysis.reading.furniture import Layout, Stamp
from analysis.reading.page import Facts
from analysis.text.read import Reading
from analysis.text.sentences import Sentence

Kind = Literal[
    "given", "stated", "dateline", "deictic", "lead", "told", "office", "visited", "before-event", "shared", "weekday",
    "late-weekday", "trap", "updated",
]  # fmt: skip
RANKS: tuple[Kind, ...] = (
    "given", "stated", "dateline", "deictic", "told", "visited", "lead", "before-event", "office", "shared", "weekday",
)  # fmt: skip
"""Kinds by strength: where two cannot both hold, the later one is left aside."""

LEAD = 2
"""Sentences of prose in which news is dated."""
NEWS_DAYS = 1
"""Days by which news that names its day may be late: the paper of the next morning."""
CUE_TOKENS = 8
"""Tokens before a date in which a word may say that it lies ahead."""
DATELINE = 14
"""Tokens at the beginning of the prose in which a dateline ends."""
PAST_BEFORE, PAST_AFTER = 10, 6
"""Tokens before and behind a date in which a verb in the past makes it past."""
SHORTEST_FUTURE = 4
"""Letters that a verb of the future has more than."""
FARTHEST = 400
"""Days beyond the latest date told at which a clock of the page is far from the text."""

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0?[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")
_WHOLE = Interval(None, None)
_FOR = "ل"
"""The clitic of purpose: what is planned "for 2022"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A set of days that publication lies in, and why.

    ``days`` bounds it; ``weekdays`` (1 Monday to 7), ``months`` and ``month_day`` narrow it where they are not empty.
    ``reason`` is a sentence, with offsets.
    """

    kind: Kind
    days: Interval
    reason: str
    start: int | None = None
    end: int | None = None
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    month_day: tuple[int, int] | None = None

    @property
    def bounds_only(self) -> bool:
        """Whether it says no more than ``days``."""
        return not (self.weekdays or self.months or self.month_day)

    def allows(self, day: dt.date) -> bool:
        """Whether ``day`` is in the set."""
        return (
            self.days.holds(day)
            and (not self.weekdays or day.isoweekday() in self.weekdays)
            and (not self.months or day.month in self.months)
            and (self.month_day is None or (day.month, day.day) == self.month_day)
        )


@dataclass(frozen=True)
class Page:
    """What the evidence is gathered from: one article's reading, layout, facts and times."""

    reading: Reading
    layout: Layout
    facts: Facts
    times: Sequence[Written]

    @property
    def prose(self) -> list[Sentence]:
        """The sentences of the body, in order."""
        return [sentence for sentence in self.layout.sentences if sentence.place == "body"]

    def quoted(self, start: int, end: int) -> str:
        """A stretch of the text as a reason cites it: on one line, cut where it is long, with its offsets."""
        text = " ".join(self.reading.source[start:end].split())
        return f"«{text if len(text) <= 60 else text[:59] + '…'}» ({start}–{end})"

    def inside(self, start: int, end: int) -> list[Written]:
        """The times that lie in a stretch of the text."""
        return [time for time in self.times if start <= time.start and time.end <= end]


def gather(page: Page) -> list[Evidence]:
    """Return all evidence of one article, the strongest first; what only misleads has the kind ``trap``."""
    told = [*_told(page)]
    found = [
        *_given(page.facts),
        *_structured(page.facts),
        *_datelines(page),
        *_deictic(page),
        *told,
        *_lead(page),
        *_before_event(page),
        *_offices(page),
        *_weekdays(page),
    ]
    found += _stamps(page, found)
    return sorted(found, key=lambda item: RANKS.index(item.kind) if item.kind in RANKS else len(RANKS))


# What is stated


def _given(facts: Facts) -> Iterator[Evidence]:
    written = facts.given.get("published")
    day = iso_day(written) if written else None
    if day:
        yield Evidence("given", Interval.day(day), f"given beside the text: {written}")


def _structured(facts: Facts) -> Iterator[Evidence]:
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


def _stamps(page: Page, others: Sequence[Evidence]) -> Iterator[Evidence]:
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


def _doubts(
    day: dt.date, weekday: int | None, above: bool, below: bool, others: Sequence[Evidence]
) -> list[str]:
    """Why a bare date is not the article's: what in the text speaks against it; else its place, if nothing supports it."""
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


# What the prose says


def _datelines(page: Page) -> Iterator[Evidence]:
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
                    "dateline", _WHOLE, f"the dateline: {where}", time.start, time.end,
                    month_day=(time.month, time.day),
                )  # fmt: skip
            return


def relation_of(reading: Reading, time: Written) -> int | None:
    """Return -1, 0 or 1 where the expression places what it names before, at or after the present."""
    if time.relation is not None:
        return time.relation
    for i in range(time.first, time.last):
        for item in reading.at(i, "deictics"):
            if item.entry.row["place"] != "recent":
                return int(item.entry.row["relation"])
    return None


def _deictic(page: Page) -> Iterator[Evidence]:
    """A year that is named and placed: "of the current year 2021", "January last, 2020"."""
    for time in page.times:
        if time.year is None or time.calendar != "gregorian" or page.reading.sentence_of(time.start).place == "caption":
            continue
        relation = relation_of(page.reading, time)
        if relation is None:
            continue
        first, last = dt.date(time.year, 1, 1), dt.date(time.year, 12, 31)
        named = time.absolute
        if relation == 0:
            days, said = Interval(first, last), f"it is {time.year}"
        elif named is None or named.earliest is None or named.latest is None:
            continue
        elif time.month is None:
            year = time.year - relation
            days, said = Interval(dt.date(year, 1, 1), dt.date(year, 12, 31)), f"it is {year}"
        elif relation < 0:
            latest = dt.date(named.earliest.year + 1, named.earliest.month, 1) - dt.timedelta(days=1)
            days, said = Interval(named.latest + dt.timedelta(days=1), latest), "that is over, by less than a year"
        else:
            earliest = dt.date(named.latest.year - 1, named.latest.month, 28)
            days, said = Interval(earliest, named.earliest - dt.timedelta(days=1)), "that is to come, within a year"
        yield Evidence("deictic", days, f"{page.quoted(time.start, time.end)}: {said}", time.start, time.end)


def looks_ahead(reading: Reading, time: Written) -> bool:
    """Whether words before a date leave it open if it has come: plans, ends, editions, hopes, verbs in س."""
    sentence = reading.sentence_of(time.start)
    tokens = reading.tokens_in(sentence.start, sentence.end)
    if reading.starts[time.first] < time.start and reading.source[reading.starts[time.first]] == _FOR:
        return True
    for i in range(max(tokens.start, time.first - 2 * CUE_TOKENS), min(time.last + 1, tokens.stop)):
        if reading.at(i, "looking_ahead") or _future_verb(reading, i):
            return True
    for i in range(max(tokens.start, time.first - CUE_TOKENS), time.first):
        if any(item.entry.row["kind"] == "ahead" for item in reading.at(i, "date_words")):
            return True
    if any(item.entry.row["kind"] == "ahead" for item in reading.at(time.first, "date_words")):
        return True
    behind = reading.words[time.first - 1].folded if time.first > tokens.start else ""
    return behind in {"-", "–", "/"}


def _future_verb(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return len(word.folded) > SHORTEST_FUTURE and not word.keys and word.folded.startswith(_futures())


@cache
def _futures() -> tuple[str, ...]:
    return tuple(lexicon.folded_words(row["form"])[0] for row in lexicon.rows("future_shapes"))


def is_past(reading: Reading, time: Written) -> bool:
    """Whether words say that a date has come: "last", "since", a verb in the past near it, or a plain "on" that day."""
    relation = relation_of(reading, time)
    if relation is not None:
        return relation < 0
    around = (max(0, time.first - 1), time.first)
    kinds = {item.entry.row["kind"] for i in around for item in reading.at(i, "date_words")}
    if "since" in kinds or ("on" in kinds and time.month is not None):
        return True
    return _past_verb(reading, time.first - PAST_BEFORE, time.first, time) is not None or (
        _past_verb(reading, time.last, time.last + PAST_AFTER, time) is not None
    )


def _past_verb(reading: Reading, first: int, last: int, time: Written) -> int | None:
    """The last verb in the past among tokens ``first`` to ``last`` of the sentence a time stands in."""
    sentence = reading.sentence_of(time.start)
    tokens = reading.tokens_in(sentence.start, sentence.end)
    for i in range(min(last, tokens.stop) - 1, max(first, tokens.start) - 1, -1):
        for item in reading.at(i, "event_verbs", "speech_verbs", "past_verbs"):
            row = item.entry.row
            if "past" in (row.get("aspect"), row.get("shape")) or item.entry.cls == "past_verbs":
                return i
    return None


def _told(page: Page) -> Iterator[Evidence]:
    """Dates of what has happened: the article is not earlier. Only the latest is kept of each grain."""
    latest: dict[bool, tuple[dt.date, Written]] = {}
    for time in page.times:
        sentence = page.reading.sentence_of(time.start)
        days = time.absolute
        if sentence.place not in ("body", "title") or days is None or days.earliest is None:
            continue
        if time.year is None or looks_ahead(page.reading, time) or not is_past(page.reading, time):
            continue
        exact = days.days == 1
        if exact not in latest or latest[exact][0] < days.earliest:
            latest[exact] = (days.earliest, time)
    for earliest, time in latest.values():
        where = page.quoted(time.start, time.end)
        yield Evidence("told", Interval(earliest, None), f"{where} is told as past", time.start, time.end)


def _lead(page: Page) -> Iterator[Evidence]:
    """A full date with its weekday in the lead: what happened that day is the news."""
    for sentence in page.prose[:LEAD]:
        for time in page.inside(sentence.start, sentence.end):
            days = time.absolute
            if time.weekday is None or days is None or days.days != 1 or days.earliest is None:
                continue
            if days.earliest.isoweekday() != time.weekday or not _is_news(page.reading, time):
                continue
            news = Interval(days.earliest, days.earliest + dt.timedelta(days=NEWS_DAYS))
            where = page.quoted(time.start, time.end)
            yield Evidence("lead", news, f"the lead tells of {where}", time.start, time.end)
            return


def _is_news(reading: Reading, time: Written) -> bool:
    """Whether a verb in the past stands before a date in its own clause: ``أعلن البيت الأبيض، الثلاثاء 23 مارس، أن``."""
    verb = _past_verb(reading, time.first - PAST_BEFORE, time.first, time)
    if verb is None or relation_of(reading, time) is not None or looks_ahead(reading, time):
        return False
    between = (item for i in range(verb + 1, time.first) for item in reading.at(i, "clause_words"))
    return not any(item.entry.row["opens"] == "complement" for item in between)


def _weekdays(page: Page) -> Iterator[Evidence]:
    """The weekday of publication: named beside "today" or "yesterday", else that of the news or the day after it."""
    bare: list[Written] = []
    for number, sentence in enumerate(page.prose):
        for time in page.inside(sentence.start, sentence.end):
            if time.weekday is None or time.day or time.month or time.year or time.relation is not None:
                continue
            if time.unit == "day" and time.shift is not None and number < 2 * LEAD:
                weekday = (time.weekday - time.shift - 1) % 7 + 1
                where = page.quoted(time.start, time.end)
                yield Evidence(
                    "weekday", _WHOLE, f"{where}: written on a {_DAYS[weekday]}", time.start, time.end,
                    weekdays=frozenset({weekday}),
                )  # fmt: skip
                return
            if time.shift is None and time.anchor == "publication" and not looks_ahead(page.reading, time):
                bare.append(time)
    chosen = _news_day(page, bare)
    if chosen is None and len({time.weekday for time in bare}) == 1:
        yield from (_weekday_of(page, bare[0], "late-weekday"),)
    elif chosen:
        yield _weekday_of(page, chosen, "weekday")


def _weekday_of(page: Page, time: Written, kind: Kind) -> Evidence:
    """News of a weekday: published on it or on the day after."""
    weekday = time.weekday or 0
    where = page.quoted(time.start, time.end)
    said = f"the latest weekday told of is {where}, so that day or the day after"
    return Evidence(kind, _WHOLE, said, time.start, time.end, weekdays=frozenset({weekday, weekday % 7 + 1}))


_DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _news_day(page: Page, bare: Sequence[Written]) -> Written | None:
    """The weekday of the news: the lead's, or the last of three that follow one another somewhere in the text."""
    lead_end = page.prose[min(LEAD, len(page.prose)) - 1].end if page.prose else 0
    lead = [time for time in bare if time.start < lead_end]
    by_day = {time.weekday: time for time in reversed(bare) if time.weekday}
    if lead:
        days = {time.weekday for time in lead}
        return next((time for time in lead if len(days) == 1 or (time.weekday or 0) % 7 + 1 not in days), lead[0])
    if len(by_day) == 3:
        for day, time in by_day.items():
            if (day - 2) % 7 + 1 in by_day and (day - 3) % 7 + 1 in by_day:
                return time
    return None


def _before_event(page: Page) -> Iterator[Evidence]:
    """Hopes "three months before the election", the election's month being named: the month they are held in."""
    for time in page.times:
        if time.anchor != "event" or time.unit != "month" or not time.shift or time.shift > 0 or not time.anchor_tokens:
            continue
        sentence = page.reading.sentence_of(time.start)
        present = [i for i in page.reading.tokens_in(sentence.start, sentence.end) if page.reading.at(i, "looking_ahead")]
        if not present:
            continue
        event = _bare_noun(page.reading.words[time.anchor_tokens[0]].folded)
        for other in page.times:
            around = page.reading.sentence_of(other.start)
            if other.month is None or relation_of(page.reading, other) != 1:
                continue
            words = (page.reading.words[i].folded for i in page.reading.tokens_in(around.start, around.end))
            if event in map(_bare_noun, words):
                month = (other.month + time.shift - 1) % 12 + 1
                said = f"{page.quoted(time.start, time.end)} what {page.quoted(other.start, other.end)} will bring"
                yield Evidence("before-event", _WHOLE, said, time.start, time.end, months=frozenset({month}))
                return


def _bare_noun(folded: str) -> str:
    return folded.removeprefix("و").removeprefix("لل").removeprefix("ال").removeprefix("ل")


# Who holds an office


def _offices(page: Page) -> Iterator[Evidence]:
    """Titles before the names of those who held them: the article is of their term, the latest term counting first."""
    found: dict[str, Evidence] = {}
    for sentence in page.layout.sentences:
        if sentence.place not in ("body", "title") or _dated(page, sentence):
            continue
        for i in page.reading.tokens_in(sentence.start, sentence.end):
            items = page.reading.at(i, "offices")
            rows = [item.entry.row for item in items if item.last == items[0].last]
            rows = [row for row in rows if _titled(page.reading, i, items[0].last, row["office"])]
            if rows and rows[0]["person"] not in found:
                where = page.quoted(items[0].start, items[0].end)
                term = _term(rows)
                until = f" to {term.latest}" if term.latest else ""
                said = f"{where} is named in office, held from {term.earliest}{until}"
                found[rows[0]["person"]] = Evidence("office", term, said, items[0].start, items[0].end)
    yield from sorted(found.values(), key=lambda item: item.days.earliest or dt.date.min, reverse=True)


def _dated(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence names a year or counts from the past, so that its offices may be of that time."""
    return any(
        time.year is not None or time.decade is not None or (time.unit in ("year", "decade") and time.shift)
        for time in page.inside(sentence.start, sentence.end)
    )


def _term(rows: Sequence[Mapping[str, str]]) -> Interval:
    """The hull of the terms that one person held the office for."""
    ends = [row["to"] for row in rows]
    return Interval(
        dt.date.fromisoformat(min(row["from"] for row in rows)),
        dt.date.fromisoformat(max(ends)) if all(ends) else None,
    )


def _titled(reading: Reading, first: int, last: int, office: str) -> bool:
    """Whether the office's title stands before the name, and no word that says it is not held now."""
    around = range(max(0, first - 6), min(last + 4, len(reading.words)))
    if any(item.entry.row["office"] == "former" for i in around for item in reading.at(i, "office_titles")):
        return False
    for i in range(first - 1, max(-1, first - 6), -1):
        titles = reading.at(i, "office_titles")
        if titles:
            return titles[0].entry.row["office"] == office
        if reading.words[i].folded in {".", "؛", ":"}:
            return False
    return False
