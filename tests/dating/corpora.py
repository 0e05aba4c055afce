"""Small corpora of texts and pages, read and dated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.dating import publication
from analysis.marks import times
from analysis.reading import corpus


def dated(
    folder: Path, texts: Mapping[str, str], sidecar: str | None = None
) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Write ``texts`` by file name and return their rows by id, with publication, and its notices."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    if sidecar:
        (folder / "metadata.csv").write_text(sidecar, encoding="utf-8")
    read = corpus.read(folder)
    found = {name: times.find(reading) for name, reading in read.readings.items()}
    notices = publication.infer(read.articles, read.readings, read.layouts, read.facts, found)
    return {row["article_id"]: row for row in read.articles}, notices


def interval(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    """Return the ends of an article's publication, as ISO days."""
    return tuple(day and day.isoformat() for day in (row["published_earliest"], row["published_latest"]))
