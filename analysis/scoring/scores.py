"""Tables against gold: every score, its floor, and what went wrong with the sentence it went wrong in.

``score`` compares and ``report`` says it on a screen; `floors` holds the scores against a file. The rules stand in
`publication_scores` and `article_scores` for one article, in `story_scores` for what several say together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import store
from analysis.scoring import article_scores, floors, publication_scores, story_scores
from analysis.scoring.gold import Article, Story, read, stories
from analysis.scoring.measures import Measure, Mistake, Tally
from analysis.scoring.story_scores import StoryScorer

Json = dict[str, Any]
MARKED = ("times", "claims", "quotes", "mentions")
"""Tables whose rows must be the characters they say."""


@dataclass(frozen=True)
class Scores:
    """The scores of a build against a gold, and its mistakes.

    Attributes
    ----------
    measures
        The scores, in reading order.
    mistakes
        A frame: `article_id, kind, start, end, text, wanted, found, sentence`.
    """

    measures: tuple[Measure, ...]
    mistakes: pd.DataFrame

    @property
    def values(self) -> dict[str, float | None]:
        """The scores by name: ``{"times F1": 0.97, …}``."""
        return {measure.key: measure.value for measure in self.measures}

    @property
    def frame(self) -> pd.DataFrame:
        """The scores as a frame: `layer, measure, score, of`."""
        values = pd.array([m.value for m in self.measures], dtype="Float64")
        names = {"layer": [m.layer for m in self.measures], "measure": [m.name for m in self.measures]}
        return pd.DataFrame(names | {"score": values, "of": [m.of for m in self.measures]})

    def worst(self, count: int | None = None, kind: str = "") -> pd.DataFrame:
        """Return the first ``count`` mistakes whose kind begins with ``kind``, each with its sentence."""
        chosen = self.mistakes.loc[self.mistakes["kind"].str.startswith(kind)]
        return chosen.head(len(chosen) if count is None else count)

    def __str__(self) -> str:
        """Write the scores as lines."""
        return "\n".join(
            f"{m.key:34} {'–' if m.value is None else f'{m.value:g}':>6}  of {m.of}" for m in self.measures
        )


def score(tables: Path | str | Mapping[str, pd.DataFrame], gold: Path | str) -> Scores:
    """Compare a build with annotated articles.

    Parameters
    ----------
    tables
        The folder of a build, or its frames by name.
    gold
        The folder of annotations (or the file of one article). An article of the gold that the build lacks counts as
        missing; one of the build that the gold lacks is left out.

    Raises
    ------
    store.StoreError, tables.TableError
        If the folder holds no build.
    FileNotFoundError
        If the folder holds no gold.
    """
    frames = store.read(Path(tables)) if isinstance(tables, (str, Path)) else tables
    rows = {name: plain(frame) for name, frame in frames.items()}
    articles = read(gold)
    tally = _articles(rows, articles)
    measures = list(article_scores.measures(tally))
    if told := list(_told(gold, rows)):
        for story in told:
            tally += StoryScorer(story, articles, rows).score()
        measures += story_scores.measures(tally)
    return Scores(tuple(measures), _with_sentences(tally.mistakes, rows))


@dataclass(frozen=True)
class Report:
    """What a scoring says on a screen, and whether every floor holds."""

    text: str
    holds: bool

    def __str__(self) -> str:
        """Give the text."""
        return self.text


def report(
    tables: Path, gold: Path, limits: Path | None = None, *, raise_floors: bool = False, worst: int = 0
) -> Report:
    """Score a build and say it, held against the floors in the file ``limits``.

    With ``raise_floors`` the file gets every score that is better than its floor, and the digest of this gold; no floor
    goes down. ``worst`` is how many mistakes are listed, with their sentences. Raises what `score` raises, and
    `floors.FloorError` where the file cannot be used.
    """
    scores, digest = score(tables, gold), floors.digest(gold)
    first = raise_floors and limits is not None and not limits.exists()
    held = floors.read(limits) if limits and not first else floors.NONE
    if limits and raise_floors:
        held = held.raised(scores.measures, digest)
        floors.write(limits, held)
    said = [floors.table(scores.measures, held), *mistake_lines(scores.worst(worst))]
    trouble = [f"{limits}: its floors were measured on another gold; look, then --raise"] if limits else []
    trouble = trouble if held.digest != digest else []
    if fell := [measure.key for measure in held.short(scores.measures)]:
        trouble.append(f"below the floor: {', '.join(fell)}")
    return Report("\n".join([*said, *trouble]), holds=not trouble)


def record(path: Path, name: str, scores: Scores, gold: Path) -> None:
    """Keep the scores on a gold that is not shipped in the file ``path``, as its section ``name``."""
    kept = {measure.key: [measure.value, measure.of] for measure in scores.measures}
    floors.store(path, name, {"sha256": floors.digest(gold), "scores": kept})


def mistake_lines(mistakes: pd.DataFrame) -> Iterator[str]:
    """Yield each mistake in two lines: what was wanted and found, and the sentence."""
    for row in mistakes.to_dict("records"):
        where = f"{row['article_id']}:{row['start']}-{row['end']}"
        yield f"{row['kind']} | {where} | {row['text']} | {row['wanted']} != {row['found']}"
        yield f"    {row['sentence']}"


def plain(frame: pd.DataFrame) -> list[Json]:
    """Return a frame's rows as plain values: ISO days, Python numbers, None where a value is missing.

    >>> plain(pd.DataFrame({"day": pd.to_datetime(["2021-03-23", None]), "n": pd.array([1, None], dtype="Int64")}))
    [{'day': '2021-03-23', 'n': 1}, {'day': None, 'n': None}]
    """
    columns: dict[str, list[Any]] = {}
    for name, column in frame.items():
        if pd.api.types.is_datetime64_any_dtype(column.dtype):
            column = column.dt.strftime("%Y-%m-%d")
        columns[str(name)] = [None if _absent(value) else value for value in column.tolist()]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _absent(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _articles(rows: Mapping[str, list[Json]], articles: Sequence[Article]) -> Tally:
    tally = Tally()
    found = {row["article_id"]: row for row in rows["articles"]}
    texts = {name: row["text"] for name, row in found.items()}
    by_article: dict[tuple[str, str], list[Json]] = {}
    for name in (*MARKED, "numbers"):
        for row in rows[name]:
            by_article.setdefault((name, row["article_id"]), []).append(row)
    for article in articles:
        tally.counts["articles"] += 1
        if article.id not in found:
            tally.mistakes.append(Mistake(article.id, "article missing", None, None, "", "", ""))
            continue
        tally.counts["articles_found"] += 1
        tally += publication_scores.publication(article.id, article.data, found[article.id])
        for name in (*MARKED, "numbers"):
            layer = getattr(article_scores, name)
            tally += layer(article.id, article.data, by_article.get((name, article.id), []), texts[article.id])
    tally += article_scores.offsets((row for name in MARKED for row in rows[name]), texts)
    return tally


def _told(gold: Path | str, rows: Mapping[str, list[Json]]) -> Iterator[Story]:
    """Yield the stories of the gold of which the build holds an article."""
    present = {row["article_id"] for row in rows["articles"]}
    for story in stories(gold):
        if not story.articles or present & set(story.articles):
            yield story


def _with_sentences(mistakes: Sequence[Mistake], rows: Mapping[str, list[Json]]) -> pd.DataFrame:
    texts = {row["article_id"]: row["text"] for row in rows["articles"]}
    sentences: dict[str, list[Json]] = {}
    for row in rows["sentences"]:
        sentences.setdefault(row["article_id"], []).append(row)

    def sentence(mistake: Mistake) -> str:
        at = mistake.start
        held = [s for s in sentences.get(mistake.article_id, []) if at is not None and s["start"] <= at < s["end"]]
        return texts[mistake.article_id][held[0]["start"] : held[0]["end"]] if held else ""

    columns = ("article_id", "kind", "start", "end", "text", "wanted", "found")
    listed = [
        {name: getattr(mistake, name) for name in columns} | {"sentence": sentence(mistake)} for mistake in mistakes
    ]
    frame = pd.DataFrame(listed, columns=[*columns, "sentence"])
    return frame.astype({"start": "Int64", "end": "Int64"})
