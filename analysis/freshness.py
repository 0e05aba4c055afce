"""What a step was made from and what it made, as digests, so that a second run redoes only what changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis import store


@dataclass
class Ledger:
    """The digests of earlier steps; on disk after every step, so that an interruption costs one step only."""

    path: Path
    known: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Ledger:
        """Read the ledger at ``path``; one that is absent or damaged knows nothing, and all is made anew."""
        try:
            return cls(path, json.loads(path.read_text("utf-8")))
        except (OSError, ValueError):
            return cls(path)

    def holds(self, step: str, made_from: str, made: Iterable[Path]) -> bool:
        """Whether ``step`` was made from the same, and what it made is still as it left it."""
        return self.known.get(step) == {"from": made_from, "made": of_files(made)}

    def keep(self, step: str, made_from: str, made: Iterable[Path]) -> None:
        """Remember that ``step`` made these files from inputs of this digest."""
        self.known[step] = {"from": made_from, "made": of_files(made)}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        store.write_json(self.path, self.known)


def of_files(paths: Iterable[Path]) -> str:
    """Return one digest of files' names and contents, whatever the order; an absent file counts as such."""
    return of_texts(f"{path.name!a} {_content(path)}" for path in sorted(paths))


def _content(path: Path) -> str:
    try:
        return store.sha256(path) if path.is_file() else "absent"
    except OSError:
        return "unreadable"


def of_texts(texts: Iterable[str]) -> str:
    """Return one digest of some texts in their order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
