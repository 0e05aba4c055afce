"""The stages in their order, on one screen.

Stages do not call each other; this module alone knows who comes after whom. Each stage gives rows (mappings of column
to value), and the rows become frames once, at the end, where they are checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
from tqdm import tqdm

from analysis.tables import TABLES

Rows = list[dict[str, Any]]

PROGRESS_AFTER = 2
"""Seconds after which a bar shows."""


class CorpusError(Exception):
    """Nothing can be built from a corpus; the message names the path and says why."""


@dataclass(frozen=True)
class Build:
    """What one run of the reading produced: a frame a table, and the digest of every input by its path."""

    frames: dict[str, pd.DataFrame]
    inputs: Mapping[str, str]

    @property
    def skipped(self) -> pd.DataFrame:
        """The notices of what was left out."""
        notices = self.frames["notices"]
        return notices[notices["severity"] == "error"]


def build(corpus: Path) -> Build:
    """Read the articles of ``corpus``, a folder or a file, and say what they say.

    Raises CorpusError where the path is missing or holds nothing that can be read.
    """
    raise CorpusError(f"{corpus}: not yet")


def summary(frames: Mapping[str, pd.DataFrame]) -> str:
    """Count the rows of the tables that hold any, in words."""
    return ", ".join(f"{len(frame)} {name}" for name, frame in frames.items() if len(frame))
