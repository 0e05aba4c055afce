"""Who is said to hold an office, and so in whose time an article was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.dates.interval import Interval
from analysis.dating.evidence import Evidence, Page
from analysis.text.read import Reading
from analysis.text.sentences import Sentence

REACH = 6
"""Tokens before a name in which the title of its office stands."""
BEHIND = 4
"""Tokens behind a name in which a word may say that the office is no longer held."""
EARLY = 5
"""Sentences, the headline counted, in which those are named that the news is about."""
OFTEN = 2
"""Times that somebody is named in office who belongs to the news, wherever that is."""
_SON_OF = "بن"
_FORMER, _PRINCE = "former", "emir"
_STOPS = frozenset(".؛:")


def held(page: Page) -> Iterator[Evidence]:
    """Titles before the names of those who held them: the article is of their term, the latest term counting first.

    Background names presidents of the past by their title too, so a term that has ended bounds the article from above
    only where the office is named early or again; of two holders of one office the later one counts.
    """
    named: dict[str, list[_Named]] = {}
    for number, sentence in enumerate(s for s in page.layout.sentences if s.place in ("body", "title")):
        for i in page.reading.where_in(sentence.start, sentence.end, "offices"):
            found = _named(page.reading, i, number)
            if found:
                term = Interval(found.term.earliest, None) if _dated(page, sentence) else found.term
                named.setdefault(found.person, []).append(replace(found, term=term))
    latest: dict[str, dt.date] = {}
    for mentions in named.values():
        begun = mentions[0].term.earliest or dt.date.min
        latest[mentions[0].office] = max(begun, latest.get(mentions[0].office, dt.date.min))
    evidence = [
        _evidence(page, mentions)
        for mentions in named.values()
        if mentions[0].term.earliest == latest[mentions[0].office]
    ]
    yield from sorted(evidence, key=lambda item: item.days.earliest or dt.date.min, reverse=True)


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody named in office: where, in the how manieth sentence, and when the office was held."""

    person: str
    office: str
    start: int
    end: int
    sentence: int
    term: Interval


def _named(reading: Reading, i: int, sentence: int) -> _Named | None:
    items = reading.at(i, "offices")
    if not items or (i and reading.words[i - 1].folded == _SON_OF):
        return None
    longest = [item for item in items if item.last == items[0].last]
    rows = [item.entry.row for item in longest if _titled(reading, i, item.last, item.entry.row["office"])]
    if not rows:
        return None
    office = f"{rows[0]['office']} {rows[0]['country']}"
    return _Named(rows[0]["person"], office, items[0].start, items[0].end, sentence, _term(rows))


def _evidence(page: Page, mentions: Sequence[_Named]) -> Evidence:
    first = mentions[0]
    term = next((named.term for named in mentions if named.term.latest), first.term)
    until = f" to {term.latest}" if term.latest else ""
    said = f"{page.quoted(first.start, first.end)} is named in office, held from {term.earliest}{until}"
    if term.latest and first.sentence >= EARLY and len(mentions) < OFTEN:
        term, said = Interval(term.earliest, None), f"{said}, once and late in the text: not before"
    return Evidence("office", term, said, first.start, first.end)


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
    titles = []
    for i in range(first - 1, max(-1, first - REACH), -1):
        if reading.words[i].folded in _STOPS:
            break
        titles += [item for item in reading.at(i, "office_titles") if item.last <= first]
    held = [item for item in titles if item.entry.row["office"] != _FORMER]
    if not held:
        return False
    nearest, *others = sorted(held, key=lambda item: (-item.last, item.first - item.last))
    if nearest.entry.row["office"] == _PRINCE != office:  # ولي العهد الأمير محمد: a prince by birth
        nearest = next((item for item in others if item.entry.row["office"] != _PRINCE), nearest)
    if nearest.first and reading.words[nearest.first - 1].folded == reading.words[nearest.first].folded:
        return False  # ولي ولي العهد: the deputy of one who holds the office
    around = range(max(0, first - REACH), min(last + BEHIND, len(reading.words)))
    former = any(
        item.entry.row["office"] == _FORMER and not nearest.first <= i < nearest.last
        for i in around
        for item in reading.at(i, "office_titles")
    )
    return nearest.entry.row["office"] == office and not former
