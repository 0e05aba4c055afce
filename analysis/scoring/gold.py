"""Gold annotations as they stand on disk, and as tables.

A gold folder holds one JSON file an article (its marks, with positions in the file as it came) and what the articles
say together: either one file a subject (`events.json`, `claim_groups.json`, …) or one `<story>-topic.json` a story.
``tables`` turns all of it into the frames that a build of the same articles would write, so that a chart or a score can
be tried on a reading without faults. The format is described in `tests/gold/README.md`.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.scoring import stand_in

Json = dict[str, Any]
SUBJECTS = ("claim_groups", "quote_groups", "shared_passages", "origins", "events", "entities")


@dataclass(frozen=True)
class Article:
    """One annotated article: its id (the file's stem) and its annotation, positions as the gold gives them."""

    id: str
    file: str
    data: Json


@dataclass(frozen=True)
class Story:
    """What a set of annotated articles say together: one list of JSON objects a subject, articles by their short id.

    ``articles`` names the story's articles; where it is empty, they are all that the folder annotates.
    """

    name: str
    claim_groups: list[Json]
    quote_groups: list[Json]
    shared_passages: list[Json]
    events: list[Json]
    origins: list[Json]
    entities: list[Json]
    independent_origins: int | None
    outlets: dict[str, str]
    articles: tuple[str, ...]


def read(gold: Path | str) -> list[Article]:
    """Read the annotated articles of a folder (or of a single file), in the order of their file names.

    Raises FileNotFoundError where nothing stands at ``gold`` or no article is annotated there.
    """
    gold = Path(gold)
    paths = sorted(gold.glob("*.json")) if gold.is_dir() else [gold]
    articles = [
        Article(
            id=Path(data["article"].get("file") or path).stem, file=data["article"].get("file") or path.name, data=data
        )
        for path, data in ((path, _load(path)) for path in paths)
        if isinstance(data, dict) and "article" in data
    ]
    if not articles:
        raise FileNotFoundError(f"no annotated article in {gold}")
    return articles


def stories(gold: Path | str) -> list[Story]:
    """Read what a gold folder says of its stories: one a topic file, or one in a file a subject; there may be none."""
    gold = Path(gold)
    if not gold.is_dir():
        return []
    topics = [_topic(_load(path)) for path in sorted(gold.glob("*-topic.json"))]
    if topics or not (gold / "claim_groups.json").exists():
        return topics
    subjects = {name: _load(gold / f"{name}.json") if (gold / f"{name}.json").exists() else [] for name in SUBJECTS}
    return [Story(name=gold.name, independent_origins=None, outlets={}, articles=(), **subjects)]


def full_id(short: str, ids: Iterable[str]) -> str:
    """Return the article id that ``short`` stands for: itself, or the one that begins with it and an underscore.

    >>> full_id("000", ["000_4803b6ff202ccf08", "001_e3c0704792053e9b"])
    '000_4803b6ff202ccf08'
    """
    return next((name for name in ids if name == short or name.startswith(f"{short}_")), short)


def tables(gold_dir: Path | str, texts_dir: Path | str) -> dict[str, pd.DataFrame]:
    """Turn a gold folder into the frames a faultless build of its articles would write.

    Parameters
    ----------
    gold_dir
        Folder of annotations.
    texts_dir
        Folder of the files they annotate.

    Returns
    -------
    dict
        Every table of `analysis.tables`, checked, by name. What the gold does not annotate is an empty frame.

    Raises
    ------
    FileNotFoundError
        If there is no gold, or an annotated file is not in ``texts_dir``.
    """
    pages = []
    for article in read(gold_dir):
        raw = (Path(texts_dir) / article.file).read_bytes().decode("utf-8")
        text, shift = as_tables_read(raw)
        pages.append(stand_in.Page(article.id, article.file, text, moved(article.data, shift)))
    moves = {page.id: as_tables_read((Path(texts_dir) / page.file).read_bytes().decode("utf-8"))[1] for page in pages}
    told = [_moved_story(story, moves) for story in stories(gold_dir)]
    return stand_in.frames(pages, told)


class Shift:
    """Positions in a file as it came, led to positions in `articles.text`."""

    def __init__(self, raw: str) -> None:
        """Note where ``raw`` holds characters that the tables drop: a byte-order mark, the CR of CRLF."""
        self.dropped = [
            at for at, char in enumerate(raw) if (char == "\ufeff" and at == 0) or raw[at : at + 2] == "\r\n"
        ]

    def __call__(self, at: int) -> int:
        """Return the position in `articles.text` of the character at ``at``."""
        return at - bisect_left(self.dropped, at)


def as_tables_read(raw: str) -> tuple[str, Shift]:
    r"""Drop a byte-order mark and turn CRLF and CR into LF, as `articles.text` has it; with the way from old to new.

    >>> text, shift = as_tables_read("\ufeffأ\r\nب")
    >>> text, shift(4)
    ('أ\nب', 2)
    """
    return raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), Shift(raw)


def moved(node: Any, shift: Shift) -> Any:
    """Return ``node``, any part of an annotation, with each `start` and `end` led through ``shift``."""
    if not shift.dropped:
        return node
    if isinstance(node, list):
        return [moved(item, shift) for item in node]
    if isinstance(node, dict):
        return {
            key: shift(value) if key in ("start", "end") and isinstance(value, int) else moved(value, shift)
            for key, value in node.items()
        }
    return node


def _moved_story(story: Story, shifts: Mapping[str, Shift]) -> Story:
    def lead(node: Any) -> Any:
        if isinstance(node, list):
            return [lead(item) for item in node]
        if isinstance(node, dict):
            node = {key: lead(value) for key, value in node.items()}
            shift = shifts.get(full_id(node["article"], shifts)) if isinstance(node.get("article"), str) else None
            return moved(node, shift) if shift else node
        return node

    return replace(story, **{name: lead(getattr(story, name)) for name in SUBJECTS})


def _topic(data: Json) -> Story:
    origins = data.get("origins", {})
    return Story(
        name=data["topic"],
        claim_groups=data.get("claim_groups", []),
        quote_groups=data.get("quote_groups", []),
        shared_passages=data.get("shared_passages", []),
        events=data.get("chronology", []),
        origins=origins.get("per_article", []),
        entities=[],
        independent_origins=origins.get("independent_origins"),
        outlets={article["id"]: article["outlet"] for article in data.get("articles", []) if article.get("outlet")},
        articles=tuple(article["id"] for article in data.get("articles", [])),
    )


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
