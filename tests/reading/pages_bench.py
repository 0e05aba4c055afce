"""Body text of saved pages, by words, beside that of the extractor library alone: one table.

A page is an ``.html`` file with a ``.json`` beside it: ``title``, ``body`` (its paragraphs), ``outlet``, ``published``,
``updated`` and ``traps`` (days that stand on the page and are not its own). The folder ``pages`` beside this module
holds invented ones; pages of real outlets may not be passed on, so they lie outside the project, in folders that
``ISNAD_PAGES`` names, separated as in PATH.

``python -m tests.reading.pages_bench`` prints the table. Words are compared as bags: what counts is whether a word of
the article was kept, and whether a word that is none came in.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import trafilatura

from analysis.build import build
from analysis.reading import corpus, decode, page

HERE = Path(__file__).parent / "pages"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of the words of a body."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(found: str, wanted: str) -> Score:
    """Compare two texts as bags of words."""
    has, needs = Counter(_WORD.findall(found)), Counter(_WORD.findall(wanted))
    shared = (has & needs).total()
    return Score(shared / has.total() if has else 0.0, shared / needs.total() if needs else 1.0)


def folders() -> list[Path]:
    """Return the folder of invented pages, and those that ``ISNAD_PAGES`` names."""
    named = os.environ.get("ISNAD_PAGES", "")
    return [HERE, *(Path(name) for name in named.split(os.pathsep) if name)]


def pages(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the annotated pages of a folder, each with what it should give."""
    for file in sorted(folder.glob("*.htm*")):
        gold = file.with_suffix(".json")
        if gold.exists():
            yield file, json.loads(gold.read_text(encoding="utf-8"))


def html(file: Path) -> str:
    """Return the markup of a page, decoded as `reading.corpus` decodes it."""
    data = file.read_bytes()
    return decode.decode(data, page.declared_encoding(data)).text


def alone(markup: str) -> str:
    """Return the body that the extractor library finds by itself."""
    return trafilatura.extract(markup, include_comments=False, include_tables=True) or ""


def body(read: corpus.Corpus, article_id: str) -> str:
    """Return what the project takes for the article's prose: its sentences with the place ``body``."""
    reading = read.readings[article_id]
    return "\n".join(reading.source[s.start : s.end] for s in reading.sentences if s.place == "body")


def main(arguments: Sequence[str]) -> int:
    """Print the table for the folders named, or for all."""
    lines = []
    for folder in [Path(name) for name in arguments] or folders():
        annotated = dict(pages(folder))
        if not annotated:
            continue
        with TemporaryDirectory() as alone_there:
            for file in annotated:
                shutil.copy(file, alone_there)
            read = corpus.read(Path(alone_there))
            articles = build(Path(alone_there)).frames["articles"].set_index("article_id")
        for file, gold in annotated.items():
            wanted = "\n".join(gold["body"])
            theirs = score(alone(html(file)), wanted)
            ours = score(body(read, file.stem), wanted) if file.stem in read.readings else Score(0.0, 0.0)
            lines.append((file.stem, theirs, ours, _facts(articles, file.stem, gold)))
    if not lines:
        sys.stderr.write("no annotated page found\n")
        return 2
    sys.stdout.write(_table(lines))
    return 0


def _facts(articles: Any, article_id: str, gold: dict[str, Any]) -> tuple[str, ...]:
    """Whether headline and publication are right, and the outlet as read."""
    if article_id not in articles.index:
        return "-", "-", "-"
    row = articles.loc[article_id]
    days = {str(row[end])[:10] for end in ("published_earliest", "published_latest")}
    day = "yes" if days == {gold["published"]} else "TRAP" if days & set(gold["traps"]) else "..".join(sorted(days))
    return "yes" if row["title"] == gold["title"] else f"{row['title']}", day, f"{row['outlet']}"


def _table(lines: Sequence[tuple[str, Score, Score, tuple[str, ...]]]) -> str:
    head = (
        f"{'page':34} {'library P':>9} {'R':>5} {'F1':>5} {'ours P':>7} {'R':>5} {'F1':>5}  title, published, outlet\n"
    )
    rows = [
        f"{name:34.34} {theirs.precision:9.2f} {theirs.recall:5.2f} {theirs.f1:5.2f}"
        f" {ours.precision:7.2f} {ours.recall:5.2f} {ours.f1:5.2f}  {', '.join(facts)}\n"
        for name, theirs, ours, facts in lines
    ]
    library = sum(theirs.f1 for _, theirs, _, _ in lines) / len(lines)
    own = sum(ours.f1 for _, _, ours, _ in lines) / len(lines)
    rows.append(f"{f'mean of {len(lines)} pages':34} {'':9} {'':5} {library:5.3f} {'':7} {'':5} {own:5.3f}\n")
    return "".join((head, *rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
