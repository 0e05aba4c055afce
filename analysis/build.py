"""The stages in their order, on one screen.

Stages do not call each other; this module alone knows who comes after whom. Each stage gives rows (mappings of column
to value), and the rows become frames once, at the end, where they are checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
from tqdm import tqdm

from analysis.dates.interval import Interval
from analysis.dating import as_of, publication, resolve
from analysis.marks import attribution, claims, names, numbers, quotes, times
from analysis.marks.attribution import Attribution
from analysis.marks.written import Written
from analysis.reading import corpus as reading_corpus
from analysis.reading.columns import NO_WISHES
from analysis.reading.corpus import CorpusError
from analysis.story import claim_groups, events
from analysis.story.told import Told, tell
from analysis.tables import TABLES
from analysis.text.read import Reading

__all__ = ["Build", "CorpusError", "build", "skipped", "summary"]

Rows = list[dict[str, Any]]
T = TypeVar("T")

PROGRESS_AFTER = 2
"""Seconds after which a bar shows."""

TABLES["notices"].frame([])  # the first check of any frame loads pandera's backends: with the imports, not in a build


@dataclass(frozen=True)
class Build:
    """What one run of the reading produced: a frame a table, and the digest of every input by its path."""

    frames: dict[str, pd.DataFrame]
    inputs: Mapping[str, str]


@dataclass(frozen=True)
class _Marked:
    """What one article says, before anyone knows the day it was published."""

    reading: Reading
    written: list[Written]
    mentions: Rows
    attributions: list[Attribution]
    quotes: Rows


def build(path: Path, *, asked: Mapping[str, str] = NO_WISHES, strict: bool = False) -> Build:
    """Read the articles at ``path``, a folder or a file, and say what they say.

    ``asked`` says which column of a table gives a field (`reading.columns.FIELDS`). Raises CorpusError, its message
    naming ``path``, where nothing can be read, and with ``strict`` where anything cannot.
    """
    corpus = reading_corpus.read(path, _progress("reading"), asked=asked, strict=strict)
    marked = [_mark(reading) for reading in _progress("marking")(corpus.readings.values())]
    rows: dict[str, Rows] = {name: [] for name in TABLES}
    rows["articles"] = _published(corpus, marked)
    articles = {row["article_id"]: row for row in rows["articles"]}
    told: list[Told] = []
    for one in _progress("dating")(marked):
        told += _date(one, articles[one.reading.article_id], rows)
    rows["entities"] = names.entities(rows["mentions"])
    found = events.find(told, articles, {row["entity_id"]: row for row in rows["entities"]})
    rows["events"], rows["event_mentions"] = found.events, found.event_mentions
    rows["claim_groups"] = claim_groups.group(rows["claims"], articles, corpus.readings)
    rows["sentences"] = reading_corpus.sentences(corpus)
    rows["notices"] = [*corpus.notices, *(note for one in marked for note in quotes.unclosed(one.reading))]
    frames = {name: TABLES[name].frame(found) for name, found in rows.items()}
    return Build(frames, corpus.inputs)


def _mark(reading: Reading) -> _Marked:
    """Say what the words of one article say."""
    mentions = names.find(reading)
    attributions = attribution.find(reading, mentions)
    quoted = quotes.find(reading, attributions, mentions)
    return _Marked(reading, times.find(reading), mentions, attributions, quoted)


def _published(corpus: reading_corpus.Corpus, marked: list[_Marked]) -> Rows:
    """Give every article its publication."""
    times_by_article = {one.reading.article_id: one.written for one in marked}
    corpus.notices.extend(
        publication.infer(corpus.articles, corpus.readings, corpus.layouts, corpus.facts, times_by_article)
    )
    return corpus.articles


def _date(one: _Marked, article: Mapping[str, Any], rows: dict[str, Rows]) -> list[Told]:
    """Resolve the times of one article, count what it counts, add its rows, and return what it tells."""
    published = Interval(article.get("published_earliest"), article.get("published_latest"))
    dated = resolve.resolve(one.written, published, one.reading)
    counted = numbers.find(one.reading, _spans(dated), _spans(one.mentions))
    claimed = claims.find(one.reading, counted, dated, one.attributions)
    rows["times"] += dated
    rows["mentions"] += one.mentions
    rows["quotes"] += one.quotes
    rows["numbers"] += counted
    rows["claims"] += as_of.find(one.reading, claimed, dated, published)
    return tell(one.reading, dated, one.mentions, one.quotes, (published.earliest, published.latest))


def _spans(rows: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    return [(row["start"], row["end"]) for row in rows]


def summary(frames: Mapping[str, pd.DataFrame]) -> str:
    """Count the rows of the tables that hold any, in words."""
    return ", ".join(f"{len(frame)} {name}" for name, frame in frames.items() if len(frame))


def skipped(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Say what was left out of the tables, a line each."""
    errors = frames["notices"].query("severity == 'error'")
    return [f"skipped {who}: {why}" for who, why in zip(errors["article_id"], errors["message"], strict=True)]


def _progress(what: str) -> Callable[[Iterable[T]], Iterable[T]]:
    def show(items: Iterable[T]) -> Iterable[T]:
        return tqdm(items, desc=what, delay=PROGRESS_AFTER, leave=False)

    return show
