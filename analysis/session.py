"""A story as a notebook holds it: one frame a table, and where its figures go.

A notebook names its story once, in its first code cell: ``story = analysis.load()``. Which story that is, and where its
figures are put, may be said from outside by two environment variables, so that one set of notebooks serves every story.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis import store
from analysis.tables import TABLES

PROJECT = Path(__file__).resolve().parent.parent
CORPUS_VARIABLE = "ISNAD_CORPUS"
FIGURES_VARIABLE = "ISNAD_FIGURES"


@dataclass(frozen=True)
class Story:
    """The tables of one story, as attributes (``story.claims``) and by name (``story.tables["claims"]``).

    ``figures`` is the folder that this story's figures belong in.
    """

    tables: Mapping[str, pd.DataFrame]
    figures: Path

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name in TABLES:
            return self.tables[name]
        raise AttributeError(f"a story has no {name!r}; its tables are {', '.join(TABLES)}")

    def __dir__(self) -> list[str]:
        return sorted([*super().__dir__(), *TABLES])

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(frame)} {name}" for name, frame in self.tables.items() if len(frame))
        return f"Story({counts})"


def load(
    source: str | Path | None = None,
    figures: str | Path | None = None,
    *,
    columns: Mapping[str, str] | None = None,
) -> Story:
    """Read a story and have its tables.

    Parameters
    ----------
    source
        A folder of articles, a file of articles (`.jsonl`, `.csv`, `.xlsx`, …), or a folder of tables that ``python -m
        analysis build`` wrote. Left out, it is what the environment variable ``ISNAD_CORPUS`` says, else the project's
        own five articles.
    figures
        Where the figures go. Left out, it is what ``ISNAD_FIGURES`` says, else the project's ``figures``.
    columns
        Which column of a table of articles gives a field, where its name is not a known one:
        ``{"text": "Body", "published": "Date of issue"}``.

    Raises
    ------
    store.StoreError, build.CorpusError
        Where nothing could be read; the message names the path.
    """
    place = _found(Path(source or os.environ.get(CORPUS_VARIABLE) or "seeds"))
    folder = Path(figures or os.environ.get(FIGURES_VARIABLE) or PROJECT / "figures")
    if store.holds_build(place):
        return Story(store.read(place), folder)
    from analysis import build  # a story already in tables needs none of the stages

    return Story(build.build(place, asked=columns or {}).frames, folder)


def _found(path: Path) -> Path:
    """A relative path is looked for here, then in the project: notebooks run in a folder of their own."""
    return path if path.is_absolute() or path.exists() else PROJECT / path
