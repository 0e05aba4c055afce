"""Articles dated by others of their story: by the copy that they share early on, or by the rounds that both tell of.

A dispatch is printed by all within days, so an article that shares much of its beginning with a dated one is of the
same days; and one that reports the first of several rounds is of the month in which another says that they began.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.dates.interval import Interval
from analysis.dating import series
from analysis.dating.evidence import Evidence, Page
from analysis.dating.verdict import Verdict, with_story
from analysis.reading.runs import RUN, body_words, runs
from analysis.text.read import Reading

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


@dataclass(frozen=True)
class _Copy:
    """What is compared of a body: its runs of words with how far into it each first stands (0 to 1), and its words."""

    runs: Mapping[int, float]
    words: frozenset[str]


def tell_story(
    verdicts: dict[str, Verdict],
    pieces: Mapping[str, Sequence[Evidence]],
    pages: Mapping[str, Page],
) -> None:
    """Date the articles that are not dated to a day or two by those that share their copy, step by step.

    All arguments are by article id; ``verdicts`` holds what each page says by itself, and is changed in place.
    """
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
                verdicts[name] = with_story(verdicts[name], [*own, shared[1]])
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
                verdicts[name] = with_story(verdicts[name], [*pieces[name], told])
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
