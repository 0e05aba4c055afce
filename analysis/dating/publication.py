"""Evidence to one interval of publication, with basis and reasons: first each page alone, then with its story.

The days that no piece of evidence rules out are the answer (`verdict`); their first and last are its ends. An article
without a date then learns from those of the same story that share its copy early on (`shared_copy`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.dates.interval import Interval
from analysis.dating import hints, offices, plans, recurring, stamps, stated
from analysis.dating.evidence import Evidence, Page
from analysis.dating.shared_copy import tell_story
from analysis.dating.verdict import Verdict, alone, rank
from analysis.marks.written import Written
from analysis.notices import notice
from analysis.reading.furniture import Layout
from analysis.reading.page import Facts
from analysis.text.read import Reading

FRESH = 31
"""Days by which news is updated at most after it was published, where nothing states the day."""

Rows = list[dict[str, Any]]


def infer(
    articles: Rows,
    readings: Mapping[str, Reading],
    layouts: Mapping[str, Layout],
    facts: Mapping[str, Facts],
    times: Mapping[str, Sequence[Written]],
) -> Rows:
    """Set the columns of publication and update of every article, and return notices of what was refused or is unknown.

    ``articles`` are rows of `tables.ARTICLES`; the other arguments are by article id. Nothing is looked up outside
    them, and no clock is read.
    """
    notices: Rows = []
    pages: dict[str, Page] = {}
    pieces: dict[str, list[Evidence]] = {}
    verdicts: dict[str, Verdict] = {}
    for article in articles:
        name = article["article_id"]
        pages[name] = Page(readings[name], layouts[name], facts[name], times[name])
        pieces[name] = gather(pages[name])
        verdicts[name] = alone(pieces[name])
        notices += _page_notices(pages[name], pieces[name])
    tell_story(verdicts, pieces, pages)
    for article in articles:
        name = article["article_id"]
        _write(article, verdicts[name], pieces[name])
        if verdicts[name].days.days is None:
            notices.append(notice("no-publication-date", name, known=_known(verdicts[name].days)))
    return notices


def gather(page: Page) -> list[Evidence]:
    """Return all evidence of one article, the strongest first; what only misleads has the kind ``trap``."""
    found = [
        *stated.given(page.facts),
        *stated.structured(page.facts),
        *stated.datelines(page),
        *hints.deictic(page),
        *hints.told(page),
        *plans.coming(page),
        *hints.lead(page),
        *hints.before_event(page),
        *offices.held(page),
        *recurring.find(page),
        *hints.weekdays(page),
    ]
    found += stamps.evidence(page, found)
    found += _fresh(found)
    votes = Counter(piece.days for piece in found if piece.kind == "stated")
    return sorted(found, key=lambda piece: (rank(piece), -votes[piece.days] if piece.kind == "stated" else 0))


def _fresh(found: Sequence[Evidence]) -> Iterator[Evidence]:
    """What an update says of news that states no other day: it was published within the weeks before."""
    kinds = {piece.kind for piece in found}
    updates = [piece.days.earliest for piece in found if piece.kind == "updated" and piece.days.earliest]
    if updates and "weekday" in kinds and "stated" not in kinds:
        first = min(updates)
        said = f"news of a weekday, updated on {first}: published within the {FRESH} days before"
        yield Evidence("fresh", Interval(first - dt.timedelta(days=FRESH), None), said)


def _known(days: Interval) -> str:
    if days.earliest and days.latest:
        return f"between {days.earliest} and {days.latest}"
    if days.earliest:
        return f"not before {days.earliest}"
    return f"not after {days.latest}" if days.latest else "nothing bounds it"


def _page_notices(page: Page, pieces: Sequence[Evidence]) -> Rows:
    name, source = page.reading.article_id, page.reading.source
    counted = [
        notice("relative-date", name, start, end, text=source[start:end]) for start, end in stamps.relative(page)
    ]
    return counted + [
        notice(
            "crawl-date-refused", name, piece.start, piece.end, text=source[piece.start : piece.end], why=piece.reason
        )
        for piece in pieces
        if piece.kind == "trap"
    ]


def _write(article: dict[str, Any], verdict: Verdict, pieces: Sequence[Evidence]) -> None:
    updates = [piece.days for piece in pieces if piece.kind == "updated"]
    update = max(updates, key=lambda days: days.earliest or dt.date.min, default=Interval(None, None))
    article |= {
        "published_earliest": verdict.days.earliest,
        "published_latest": verdict.days.latest,
        "published_basis": verdict.basis,
        "published_reasons": list(verdict.reasons),
        "updated_earliest": update.earliest,
        "updated_latest": update.latest,
    }


# Articles of one story
