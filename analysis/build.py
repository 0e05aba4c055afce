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

from analysis.marks import attribution, names, quotes
from analysis.reading import corpus as reading_corpus
from analysis.reading.corpus import CorpusError
from analysis.tables import TABLES
from analysis.text.read import Reading

__all__ = ["Build", "CorpusError", "build", "skipped", "summary"]

Rows = list[dict[str, Any]]
T = TypeVar("T")

PROGRESS_AFTER = 2
"""Seconds after which a bar shows."""


@dataclass(frozen=True)
class Build:
    """What one run of the reading produced: a frame a table, and the digest of every input by its path."""

    frames: dict[str, pd.DataFrame]
    inputs: Mapping[str, str]


def build(path: Path) -> Build:
    """Read the articles at ``path``, a folder or a file, and say what they say.

    Raises CorpusError, its message naming ``path``, where nothing can be read.
    """
    corpus = reading_corpus.read(path, _progress("reading"))
    rows: dict[str, Rows] = {name: [] for name in TABLES}
    rows["articles"] = corpus.articles
    rows["sentences"] = reading_corpus.sentences(corpus)
    rows["notices"] = corpus.notices
    for reading in _progress("marking")(corpus.readings.values()):
        _mark(reading, rows)
    for article in corpus.articles:
        article.setdefault("published_basis", "unknown")  # until dating is there
    rows["entities"] = names.entities(rows["mentions"])
    frames = {name: TABLES[name].frame(found) for name, found in rows.items()}
    return Build(frames, corpus.inputs)


def _mark(reading: Reading, rows: dict[str, Rows]) -> None:
    """Add the marks of one article."""
    mentions = names.find(reading)
    attributions = attribution.find(reading, mentions)
    rows["mentions"] += mentions
    rows["quotes"] += quotes.find(reading, attributions, mentions)


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
