"""The annotated texts that the programs are compared on, with the day of publication that all of them are told.

Three sets: the project's five articles; twelve articles of two other stories; single sentences of a hundred articles.
The project may ship the first only. Of the sentences it ships the annotation
(`tests/sentences/times.jsonl`), by article, place and digest: the sentence itself is read from the corpus, where that
is at hand, and one that is not as it was annotated is refused.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.scoring import gold
from analysis.scoring.peers.protocol import WARM_UP, Asked

Json = dict[str, Any]
PROJECT = Path(__file__).resolve().parents[3]
ARTICLES, SEEDS = PROJECT / "tests/gold", PROJECT / "seeds"
SENTENCES = PROJECT / "tests/sentences/times.jsonl"
UNSCORED = PROJECT / "tests/stories/flood"
NEWS_VARIABLE, DATA_VARIABLE = "ISNAD_NEWS", "ISNAD_DATA"


class NotAtHandError(Exception):
    """A set of texts is not here; the message says what would bring it."""


@dataclass(frozen=True)
class Annotated:
    """A text as the programs are asked it, and the times that annotators found in it."""

    asked: Asked
    times: list[Json]


def gather(news: Path | None = None, data: Path | None = None) -> tuple[list[Annotated], dict[str, str]]:
    """Return the texts of every set that is at hand, and why the others are not.

    ``news`` is a folder of annotated articles with their `texts/`, ``data`` a corpus as one Parquet file; left out, the
    variables ISNAD_NEWS and ISNAD_DATA name them.
    """
    sets = {
        "articles": lambda: articles(ARTICLES, SEEDS),
        "news": lambda: annotated_news(_named(news, NEWS_VARIABLE, "a folder of annotated articles")),
        "sentences": lambda: sentences(SENTENCES, _named(data, DATA_VARIABLE, "the corpus they were drawn from")),
    }
    found: list[Annotated] = []
    absent: dict[str, str] = {}
    for name, read in sets.items():
        try:
            found += read()
        except NotAtHandError as error:
            absent[name] = str(error)
    return found, absent


def warm_up() -> list[Asked]:
    """Return the texts that a program reads before it is timed: invented ones, annotated nowhere."""
    paths = sorted(UNSCORED.glob("*.txt"))
    return [Asked(path.stem, WARM_UP, path.read_text(encoding="utf-8"), date(2024, 9, 8)) for path in paths]


def articles(
    annotations: Path, files: Path, group: str = "articles", days: dict[str, str] | None = None
) -> list[Annotated]:
    """Read annotated articles; each appeared on its day in ``days``, else on the first day that the gold allows."""
    return [_article(one, files, group, days or {}) for one in gold.read(annotations)]


def annotated_news(folder: Path) -> list[Annotated]:
    """Read the annotated articles of a folder, whose `texts/metadata.csv` says when each appeared."""
    with (folder / "texts" / "metadata.csv").open(encoding="utf-8", newline="") as listed:
        days = {row["file"]: row["published"] for row in csv.DictReader(listed)}
    return articles(folder, folder / "texts", "news", days)


def sentences(listed: Path, corpus: Path) -> list[Annotated]:
    """Read the sentences that ``listed`` annotates from a corpus with the columns id, title and text.

    Raises NotAtHandError where one is not in the corpus as it was annotated.
    """
    rows = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    held = pd.read_parquet(corpus, columns=["id", "title", "text"]).set_index("id")
    stories = held.loc[held.index.intersection([row["article"] for row in rows])]
    texts = {name: f"{title}\n\n{text}" for name, title, text in stories.itertuples()}
    return list(_sentences(rows, texts, corpus))


def _sentences(rows: Iterable[Json], texts: dict[str, str], corpus: Path) -> Iterator[Annotated]:
    for row in rows:
        text = texts.get(row["article"], "")[row["start"] : row["start"] + row["length"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise NotAtHandError(f"{corpus.name} does not hold {row['article']} as it was annotated")
        name = f"{row['article']}:{row['start']}"
        yield Annotated(Asked(name, "sentences", text, date.fromisoformat(row["published"])), row["times"])


def _article(one: gold.Article, files: Path, group: str, days: dict[str, str]) -> Annotated:
    text, shift = gold.as_tables_read((files / one.file).read_bytes().decode("utf-8"))
    appeared = one.data["article"]["published"]
    day = days.get(one.file) or appeared["earliest"]
    times = [up_to(time, appeared["latest"], day) for time in gold.moved(one.data["times"], shift)]
    return Annotated(Asked(one.id, group, text, date.fromisoformat(day)), times)


def up_to(time: Json, last: str, told: str) -> Json:
    """Return a gold time that runs to the last possible day of publication as running to the day that was told."""
    return time | {"latest": told} if time["latest"] == last and time["earliest"] != last else time


def _named(given: Path | None, variable: str, what: str) -> Path:
    named = given or os.environ.get(variable)
    if not named:
        raise NotAtHandError(f"{variable} does not name {what}")
    if not Path(named).exists():
        raise NotAtHandError(f"{variable} names {what}, but nothing is there")
    return Path(named)
