"""Who is said to hold an office, and so in whose time an article was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from analysis.dates.interval import Interval
from analysis.dating.evidence import Evidence, Page
from analysis.text.read import Reading
from analysis.text.sentences import Sentence


def held(page: Page) -> Iterator[Evidence]:
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
