"""What the prose says about the day it was written on, without stating it.

"August 2020", told as past: not before it. "January last, 2020": not in it, and within a year of it. "Yesterday,
Tuesday": on a Wednesday.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

from analysis.dates.interval import Interval
from analysis.dating.evidence import ANY_DAY, Evidence, Kind, Page
from analysis.dating.outlook import VERBS, outlook
from analysis.marks.futures import is_future_form
from analysis.marks.written import Written
from analysis.text.read import Reading
from analysis.text.sentences import Sentence
from analysis.text.stems import stem

LEAD = 2
"""Sentences of prose in which news is dated."""
NEWS_DAYS = (1, 3)
"""Days by which news that names its day may be late, told first or second: the paper of the next morning, and later."""
SIGHTED = 1
"""Days by which a Hijri day may be off."""
CLAUSE = 10
"""Tokens before an exact day in which a verb must stand for the day to be told by it."""
WRITTEN = SET_APART = 2
"""Weekdays on which news is out that says "today, Tuesday" or sets its weekday apart: that day and the next."""
IN_PASSING = 3
"""The same for a weekday of another kind."""
CHAIN = 3
"""Weekdays in a row that an article tells the news of."""
_COMMAS = frozenset("،,")
CUE_TOKENS = 8
"""Tokens before a date in which a word may say that it is an end, a plan or an edition."""
_FOR = "ل"
"""The clitic of purpose: what is planned "for 2022"."""
_FOR_THE = _FOR * 2
"""The same merged with the article."""


def relation_of(reading: Reading, time: Written) -> int | None:
    """Return -1, 0 or 1 where the expression places what it names before, at or after the present."""
    if time.relation is not None:
        return time.relation
    for i in range(time.first, time.last):
        for item in reading.at(i, "deictics"):
            if item.entry.row["place"] != "recent":
                return int(item.entry.row["relation"])
    return None


def deictic(page: Page) -> Iterator[Evidence]:
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


def is_open(reading: Reading, time: Written) -> bool:
    """Whether words before a date leave it open if it has come: ends, plans, editions, forecasts."""
    sentence = reading.sentence_of(time.start)
    tokens = reading.tokens_in(sentence.start, sentence.end)
    if time.school or reading.words[time.first].folded.startswith(_FOR_THE):
        return True
    if reading.starts[time.first] < time.start and reading.source[reading.starts[time.first]] == _FOR:
        return True
    for i in range(max(tokens.start, time.first - CUE_TOKENS), time.first + 1):
        if any(item.entry.row["kind"] == "ahead" for item in reading.at(i, "date_words")):
            return True
    behind = reading.words[time.first - 1].folded if time.first > tokens.start else ""
    return behind in {"-", "–", "/"} or may_lie_ahead(reading, time)


def may_lie_ahead(reading: Reading, time: Written) -> bool:
    """Whether the clause looks ahead, or any word of plan stands near: more than needed, since a date must be sure."""
    tokens = reading.tokens_in(reading.sentence_of(time.start).start, time.end)
    near = range(max(tokens.start, time.first - 2 * CUE_TOKENS), tokens.stop)
    if any(reading.at(i, "looking_ahead") or is_future_form(reading.words[i].folded) for i in near):
        return True
    return outlook(reading, time) == "ahead"


def is_past(reading: Reading, time: Written) -> bool:
    """Whether words say that a date has come: "last", "since", a verb in the past, or a plain "on" that day."""
    relation = relation_of(reading, time)
    if relation is not None:
        return relation < 0
    around = (max(0, time.first - 1), time.first)
    kinds = {item.entry.row["kind"] for i in around for item in reading.at(i, "date_words")}
    return "since" in kinds or ("on" in kinds and time.month is not None) or outlook(reading, time) == "back"


def told(page: Page) -> Iterator[Evidence]:
    """Dates of what has happened: the article is not earlier. Only the latest is kept of each grain."""
    latest: dict[bool, tuple[dt.date, Written]] = {}
    for time in page.times:
        sentence = page.reading.sentence_of(time.start)
        days = time.absolute
        if sentence.place not in ("body", "title") or days is None or days.earliest is None:
            continue
        exact = days.days == 1
        if time.year is None or not (_is_since(page.reading, time) or _is_over(page, time, sentence, exact)):
            continue
        earliest = days.earliest - dt.timedelta(days=SIGHTED if time.calendar == "hijri" else 0)
        if exact not in latest or latest[exact][0] < earliest:
            latest[exact] = (earliest, time)
    for earliest, time in latest.values():
        where = page.quoted(time.start, time.end)
        yield Evidence("told", Interval(earliest, None), f"{where} is told as past", time.start, time.end)


def _is_since(reading: Reading, time: Written) -> bool:
    around = (max(0, time.first - 1), time.first)
    return any(item.entry.row["kind"] == "since" for i in around for item in reading.at(i, "date_words"))


def _is_over(page: Page, time: Written, sentence: Sentence, exact: bool) -> bool:
    """Whether a date is told as past, and nothing in its sentence says that it may lie ahead."""
    if is_open(page.reading, time) or not is_past(page.reading, time):
        return False
    return _is_sure(page, time, sentence, exact)


def _is_sure(page: Page, time: Written, sentence: Sentence, exact: bool) -> bool:
    """Whether nothing in the whole sentence looks ahead, since a date that is told as past must be sure."""
    reading = page.reading
    tokens = reading.tokens_in(sentence.start, time.end)
    if any(is_future_form(reading.words[i].folded) for i in tokens):
        return False
    if any((other.relation or other.shift or 0) > 0 for other in page.inside(sentence.start, sentence.end)):
        return False
    near = range(max(tokens.start, time.first - CLAUSE), min(time.last + CUE_TOKENS, len(reading.words)))
    return not exact or time.weekday is None or any(reading.at(i, *VERBS) for i in near)


def lead(page: Page) -> Iterator[Evidence]:
    """A full date with its weekday in the lead: what happened that day is the news."""
    for late, sentence in zip(NEWS_DAYS, page.prose[:LEAD], strict=False):
        for time in page.inside(sentence.start, sentence.end):
            days = time.absolute
            if time.weekday is None or days is None or days.days != 1 or days.earliest is None:
                continue
            if days.earliest.isoweekday() != time.weekday or not _is_news(page.reading, time):
                continue
            if time.calendar == "hijri" and sentence is not page.prose[0]:
                continue
            news = Interval(days.earliest, days.earliest + dt.timedelta(days=late))
            where = page.quoted(time.start, time.end)
            yield Evidence("lead", news, f"the lead tells of {where}", time.start, time.end)
            return


def _is_news(reading: Reading, time: Written) -> bool:
    """Whether a full date is of what happened: ``أعلن البيت الأبيض، الثلاثاء 23 مارس، أن``."""
    told = relation_of(reading, time) is None and not is_open(reading, time)
    return told and outlook(reading, time) == "back"


def weekdays(page: Page) -> Iterator[Evidence]:
    """The weekday of publication: named beside "today" or "yesterday", else that of the news or the day after it."""
    bare: list[Written] = []
    for number, sentence in enumerate(page.prose):
        for time in page.inside(sentence.start, sentence.end):
            if time.weekday is None or time.day or time.month or time.year or time.nth or time.relation is not None:
                continue
            if time.unit == "day" and time.shift is not None and number < 2 * LEAD:
                weekday = (time.weekday - time.shift - 1) % 7 + 1
                written_on = calendar.day_name[weekday - 1]
                said = f"{page.quoted(time.start, time.end)}: written on a {written_on}, out then or the day after"
                days = _from(weekday, WRITTEN)
                yield Evidence("weekday", ANY_DAY, said, time.start, time.end, weekdays=days)
                return
            if time.shift is None and time.anchor == "publication" and not may_lie_ahead(page.reading, time):
                bare.append(time)
    chosen = _news_day(page, bare)
    if chosen is None and len({time.weekday for time in bare}) == 1:
        yield from (_weekday_of(page, bare[0], "late-weekday"),)
    elif chosen:
        yield _weekday_of(page, chosen, "weekday", len({time.weekday for time in bare}))


def _weekday_of(page: Page, time: Written, kind: Kind, told: int = 1) -> Evidence:
    """News of a weekday: published on it, on the day after, or, where it is told in passing, on the second day.

    ``told`` is how many weekdays the article names: the last of three in a row is no passing one.
    """
    count = SET_APART if told >= CHAIN or _is_set_apart(page, time) else IN_PASSING
    late = "the day after" if count == SET_APART else "one of the two days after"
    said = f"the latest weekday told of is {page.quoted(time.start, time.end)}, so that day or {late}"
    return Evidence(kind, ANY_DAY, said, time.start, time.end, weekdays=_from(time.weekday or 0, count))


def _from(weekday: int, count: int) -> frozenset[int]:
    """So many weekdays, from one on."""
    return frozenset((weekday + n - 1) % 7 + 1 for n in range(count))


def _is_set_apart(page: Page, time: Written) -> bool:
    """Whether commas set a weekday apart in the first sentence, as agencies date news: ``أعلن البيت، الثلاثاء، أن``."""
    words = page.reading.words
    if not page.prose or time.start >= page.prose[0].end or not 0 < time.first <= time.last < len(words):
        return False
    return words[time.first - 1].folded in _COMMAS and words[time.last].folded in _COMMAS | {"."}


def _news_day(page: Page, bare: Sequence[Written]) -> Written | None:
    """The weekday of the news: the lead's, or the last of three that follow one another somewhere in the text."""
    lead_end = page.prose[min(LEAD, len(page.prose)) - 1].end if page.prose else 0
    lead = [time for time in bare if time.start < lead_end and _dates_news(page, time)]
    by_day = {time.weekday: time for time in reversed(bare) if time.weekday}
    if lead:
        days = {time.weekday for time in lead}
        return next((time for time in lead if len(days) == 1 or (time.weekday or 0) % 7 + 1 not in days), lead[0])
    if len(by_day) == CHAIN:
        for day, time in by_day.items():
            if (day - 2) % 7 + 1 in by_day and (day - 3) % 7 + 1 in by_day:
                return time
    return None


def _dates_news(page: Page, time: Written) -> bool:
    """Whether a weekday of the lead is that of what happened: set apart, or behind a verb in the past."""
    return _is_set_apart(page, time) or outlook(page.reading, time) == "back"


def before_event(page: Page) -> Iterator[Evidence]:
    """Hopes "three months before the election", the election's month being named: the month they are held in."""
    for time in page.times:
        if time.anchor != "event" or time.unit != "month" or not time.shift or time.shift > 0 or not time.anchor_tokens:
            continue
        sentence = page.reading.sentence_of(time.start)
        tokens = page.reading.tokens_in(sentence.start, sentence.end)
        if not any(page.reading.at(i, "looking_ahead") for i in tokens):
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
                yield Evidence("before-event", ANY_DAY, said, time.start, time.end, months=frozenset({month}))
                return


def _bare_noun(folded: str) -> str:
    return stem(folded, endings=0).removeprefix(_FOR)
