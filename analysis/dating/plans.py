"""What is told as coming: the article is not later, and, where it is a day, hardly more than a year earlier.

``ستجري الانتخابات في 9 أكتوبر 2021`` was written before that day. Only what a verb in the future or a word of plan
governs counts: a year by itself is as often one of comparison ("the worst since 2003").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from analysis.dates.interval import Interval
from analysis.dating.evidence import Evidence, Page
from analysis.dating.outlook import VERBS
from analysis.marks.futures import is_future_form, is_plan
from analysis.marks.written import Written
from analysis.text.read import Reading

REACH = 10
"""Tokens between a word that looks ahead and the date that it governs."""
AHEAD = dt.timedelta(days=400)
"""How long before its day something is announced at most; in the sample, days lay up to 352 ahead."""


def coming(page: Page) -> Iterator[Evidence]:
    """Yield the bounds that days and months of a year give which are told as coming; the tightest counts most."""
    for time in page.times:
        days = time.absolute
        if days is None or days.latest is None or days.earliest is None or time.month is None or time.year is None:
            continue
        if page.reading.sentence_of(time.start).place not in ("body", "title") or not _is_ahead(page.reading, time):
            continue
        bounds = Interval(days.earliest - AHEAD if days.days == 1 else None, days.latest)
        where = page.quoted(time.start, time.end)
        yield Evidence("planned", bounds, f"{where} is told as coming", time.start, time.end)


def _is_ahead(reading: Reading, time: Written) -> bool:
    """Whether the nearest verb before a date is one of the future, or a word of plan is nearer."""
    first = max(reading.tokens_in(reading.sentence_of(time.start).start, time.end).start, time.first - REACH)
    if any("since" in _kinds(reading, i) for i in range(max(first, time.first - 2), time.last)):
        return False
    for i in range(time.first - 1, first - 1, -1):
        word = reading.words[i]
        if word.kind == "mark" or reading.at(i, "clause_words"):
            return False
        if is_future_form(word.folded) or is_plan(reading, i):
            return not (i and reading.at(i - 1, "past_verbs"))
        verbs = reading.at(i, *VERBS)
        if verbs:
            return any("future" in item.analysis.before for item in verbs)
    return False


def _kinds(reading: Reading, i: int) -> set[str]:
    return {item.entry.row["kind"] for item in reading.at(i, "date_words")}
