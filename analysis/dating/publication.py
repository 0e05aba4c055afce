"""Evidence to one interval of publication, with basis and reasons: first each page alone, then with its story.

The days that no piece of evidence rules out are the answer; their first and last are its ends. Pieces are taken in the
order of `evidence.RANKS`, and one that leaves no day is set aside with a reason of its own, so that a reader sees what
was not believed. An article without a date then learns from those of the same story that share its copy early on: a
dispatch is printed by all within days.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.dates.interval import Interval
from analysis.dating import evidence, hints, offices, plans, recurring, series, stamps, stated
from analysis.dating.evidence import Evidence, Page
from analysis.marks.written import Written
from analysis.notices import notice
from analysis.reading.furniture import Layout
from analysis.reading.page import Facts
from analysis.reading.runs import RUN, body_words, runs
from analysis.tables import Basis
from analysis.text.read import Reading

FRESH = 31
"""Days by which news is updated at most after it was published, where nothing states the day."""
LONGEST = 366 * 15
"""Days of the longest interval in which single days are ruled out."""
TIGHT = 3
"""Days of the longest interval of an article that may date others."""
BEFORE, AFTER = 2, 3
"""Days by which an article may lie before or after one that shares its copy."""
FEWEST_RUNS = 20
"""Runs that two articles must share at the beginning of the one that is dated by the other."""
ALIKE = 0.35
"""Share of the shorter article's words that both must hold: set phrases and long titles are shared by strangers."""
SAME_STORY = 0.2
"""The same share from which two articles tell one story: over two stories of the gold it stays below .18."""
ROUNDS = 5
"""Steps from an article that is dated by its page to the farthest that is dated through it."""
SHORTEST_WORD = 4
"""Letters of the shortest word by which articles are compared."""
EARLY = 0.4
"""Share of a body that is its beginning."""
RARE = 12
"""Articles that may hold a run before it is taken for a set phrase."""

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Verdict:
    """When an article was published: the interval, how it is known, and why."""

    days: Interval
    basis: Basis
    reasons: tuple[str, ...]

    @property
    def tight(self) -> bool:
        """Whether it is narrow enough to date other articles by."""
        return self.days.days is not None and self.days.days <= TIGHT


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
        verdicts[name] = _alone(pieces[name])
        notices += _page_notices(pages[name], pieces[name])
    _tell_story(verdicts, pieces, pages)
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
    return sorted(found, key=lambda piece: (_rank(piece), -votes[piece.days] if piece.kind == "stated" else 0))


def _fresh(found: Sequence[Evidence]) -> Iterator[Evidence]:
    """What an update says of news that states no other day: it was published within the weeks before."""
    kinds = {piece.kind for piece in found}
    updates = [piece.days.earliest for piece in found if piece.kind == "updated" and piece.days.earliest]
    if updates and "weekday" in kinds and "stated" not in kinds:
        first = min(updates)
        said = f"news of a weekday, updated on {first}: published within the {FRESH} days before"
        yield Evidence("fresh", Interval(first - dt.timedelta(days=FRESH), None), said)


def _rank(piece: Evidence) -> int:
    return evidence.RANKS.index(piece.kind) if piece.kind in evidence.RANKS else len(evidence.RANKS)


def weigh(pieces: Iterable[Evidence]) -> tuple[Interval, list[Evidence], list[Evidence]]:
    """Return the hull of the days that the evidence leaves, what it rests on, and what was set aside.

    Bounds are cut first, in the order of rank; then single days are ruled out, where both ends are known.
    """
    ranked = sorted((piece for piece in pieces if piece.kind in evidence.RANKS), key=_rank)
    days, used, aside = Interval(None, None), [], []
    for piece in ranked:
        cut = days.overlap(piece.days)
        if cut is None:
            aside.append(piece)
        elif cut != days or not piece.bounds_only:
            days = cut
            used.append(piece)
    if days.earliest is None or days.latest is None or (days.latest - days.earliest).days > LONGEST:
        return days, used, aside
    left = [days.earliest + dt.timedelta(days=n) for n in range((days.latest - days.earliest).days + 1)]
    kept: list[Evidence] = []
    for piece in used:
        allowed = left if piece.bounds_only else [day for day in left if piece.allows(day)]
        if allowed:
            left = allowed
            kept.append(piece)
        else:
            aside.append(piece)
    return Interval(left[0], left[-1]), kept, aside


def _alone(pieces: Sequence[Evidence]) -> Verdict:
    """What one page says by itself."""
    own = [piece for piece in pieces if piece.kind != "given"]
    days, used, aside = weigh(own)
    alone = f"page alone: {_iso(days.earliest)}..{_iso(days.latest)}"
    if len(own) < len(pieces):
        days, used, aside = weigh(pieces)
    return Verdict(days, _basis(days, used), _reasons(alone, used, aside, pieces))


def _with_story(alone: Verdict, pieces: Sequence[Evidence]) -> Verdict:
    days, used, aside = weigh(pieces)
    return Verdict(days, _basis(days, used), _reasons(alone.reasons[0], used, aside, pieces))


def _basis(days: Interval, used: Sequence[Evidence]) -> Basis:
    kinds = {piece.kind for piece in used}
    if "given" in kinds:
        return "given"
    if "stated" in kinds and days.days == 1:
        return "stated"
    return "unknown" if days.earliest is None and days.latest is None else "inferred"


def _reasons(
    alone: str, used: Sequence[Evidence], aside: Sequence[Evidence], pieces: Sequence[Evidence]
) -> tuple[str, ...]:
    traps = [f"refused: {piece.reason}" for piece in pieces if piece.kind == "trap"]
    left = [f"set aside: {piece.reason}" for piece in aside]
    return (alone, *dict.fromkeys(piece.reason for piece in used), *dict.fromkeys(left), *dict.fromkeys(traps))


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


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


@dataclass(frozen=True)
class _Copy:
    """What is compared of a body: its runs of words with how far into it each first stands (0 to 1), and its words."""

    runs: Mapping[int, float]
    words: frozenset[str]


def _tell_story(
    verdicts: dict[str, Verdict],
    pieces: Mapping[str, Sequence[Evidence]],
    pages: Mapping[str, Page],
) -> None:
    """Date the articles that are not dated to a day or two by those that share their copy, step by step."""
    loose = [name for name, verdict in verdicts.items() if not verdict.tight]
    if not loose or len(loose) == len(verdicts):
        return
    copies = {name: _copy(page.reading) for name, page in pages.items()}
    holders: dict[int, list[str]] = defaultdict(list)
    for name, copy in copies.items():
        for run in copy.runs:
            holders[run].append(name)
    for _ in range(ROUNDS):
        found = {name: _shared(name, copies, holders, verdicts) for name in loose}
        for name, shared in found.items():
            if shared:
                own = [_told_by(piece, verdicts[shared[0]].days) for piece in pieces[name]]
                verdicts[name] = _with_story(verdicts[name], [*own, shared[1]])
        loose = [name for name, shared in found.items() if not shared]
        if len(loose) == len(found):
            break
    _tell_series(loose, verdicts, pieces, pages, copies)


def _tell_series(
    loose: Sequence[str],
    verdicts: dict[str, Verdict],
    pieces: Mapping[str, Sequence[Evidence]],
    pages: Mapping[str, Page],
    copies: Mapping[str, _Copy],
) -> None:
    """Date the articles that report the first of several rounds by those of the story that say when they began."""
    firsts = {name: first for name in loose if (first := series.reports_first(pages[name]))}
    if not firsts:
        return
    began = [
        (other, one)
        for other, verdict in verdicts.items()
        if verdict.tight
        for one in series.beginnings(pages[other], verdict.days)
    ]
    for name, first in firsts.items():
        for other, one in began:
            if _alike(copies[name], copies[other]) >= SAME_STORY and verdicts[name].days.overlap(one.month):
                told = series.evidence(first, pages[name], other, one)
                verdicts[name] = _with_story(verdicts[name], [*pieces[name], told])
                break


def _told_by(piece: Evidence, other: Interval) -> Evidence:
    """A weekday counts, even one named once, and no later than the day after, if its copy is of one of these days."""
    first = next((day for day in piece.weekdays if (day - 2) % 7 + 1 not in piece.weekdays), 0)
    shared = frozenset({first, first % 7 + 1})
    if piece.kind not in ("weekday", "late-weekday") or other.latest is None or other.latest.isoweekday() not in shared:
        return piece
    return replace(piece, kind="weekday", weekdays=shared)


def _copy(reading: Reading) -> _Copy:
    words = body_words(reading)
    depths: dict[int, float] = {}
    for at, run in enumerate(runs(words)):
        depths.setdefault(run, at / len(words))
    return _Copy(depths, frozenset(word for word in words if len(word) >= SHORTEST_WORD))


def _shared(
    name: str,
    copies: Mapping[str, _Copy],
    holders: Mapping[int, Sequence[str]],
    verdicts: Mapping[str, Verdict],
) -> tuple[str, Evidence] | None:
    """The dated article that shares most of this one's beginning, and the days around it."""
    counts: dict[str, int] = defaultdict(int)
    for run, depth in copies[name].runs.items():
        if depth <= EARLY and len(holders[run]) <= RARE:
            for other in holders[run]:
                if other != name and verdicts[other].tight:
                    counts[other] += 1
    fitting = [
        other for other, count in counts.items()
        if count >= FEWEST_RUNS and _alike(copies[name], copies[other]) >= ALIKE
        and verdicts[name].days.overlap(_around(verdicts[other].days))
    ]  # fmt: skip
    if not fitting:
        return None
    best = max(fitting, key=lambda other: (counts[other], other))
    said = f"its beginning shares {counts[best] + RUN - 1} words of copy with {best}, published {_span(verdicts[best])}"
    return best, Evidence("shared", _around(verdicts[best].days), said)


def _alike(one: _Copy, other: _Copy) -> float:
    return len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))


def _around(days: Interval) -> Interval:
    assert days.earliest
    assert days.latest
    return Interval(days.earliest - dt.timedelta(days=BEFORE), days.latest + dt.timedelta(days=AFTER))


def _span(verdict: Verdict) -> str:
    days = verdict.days
    return f"{days.earliest}" if days.days == 1 else f"{days.earliest} to {days.latest}"
