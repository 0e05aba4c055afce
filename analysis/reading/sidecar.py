"""`metadata.csv`: what the user knows better than the texts, a row a file.

A sidecar speaks of files beside it and below. What leads out of its folder is refused, and what it says of a file that
is not there is told.
"""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from analysis.notices import notice
from analysis.reading import bounded
from analysis.reading.delimited import read_csv
from analysis.reading.records import NoTableError

NAME = "metadata.csv"
COLUMNS = ("outlet", "published", "title", "url")


@dataclass
class Sidecars:
    """What all sidecars of a folder say: cells by the path of the file below the root; digests; what is doubted."""

    said: dict[str, dict[str, str]] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    notices: list[dict[str, Any]] = field(default_factory=list)

    def of(self, name: str) -> Mapping[str, str]:
        """What is said of the file ``name``."""
        return self.said.get(name, {})


def read(files: Mapping[str, Path], known: Iterable[str]) -> Sidecars:
    """Read the sidecars ``files``, by their paths below the root; ``known`` are the articles' files, named so too."""
    sidecars = Sidecars()
    by_name = {unicodedata.normalize("NFC", name): name for name in known}
    for name, file in sorted(files.items()):
        try:
            data = bounded.whole(file)
            rows = list(read_csv(data))
        except (bounded.RefusedError, NoTableError) as error:
            sidecars.notices.append(notice("sidecar-unreadable", name, why=str(error)))
            continue
        sidecars.inputs[name] = hashlib.sha256(data).hexdigest()
        if rows and "file" not in rows[0]:
            why = f"it has no column `file`; its columns are {', '.join(filter(None, rows[0]))}"
            sidecars.notices.append(notice("sidecar-unreadable", name, why=why))
            continue
        for row in rows:
            sidecars.notices += _take(row, name, by_name, sidecars.said)
    return sidecars


def _take(
    row: Mapping[str, str], sidecar: str, known: Mapping[str, str], said: dict[str, dict[str, str]]
) -> Iterator[dict[str, Any]]:
    """Put what one row says into ``said``, and yield what is wrong with it."""
    named = (row.get("file") or "").strip()
    if not named:
        return
    if _leads_out(named):
        yield notice("sidecar-outside", sidecar, file=named)
        return
    folder = PurePosixPath(sidecar).parent
    path = posixpath.normpath((folder / named.replace("\\", "/")).as_posix())
    file = known.get(unicodedata.normalize("NFC", path))
    if file is None:
        yield notice("sidecar-stranger", sidecar, file=named)
        return
    if file in said:
        yield notice("sidecar-twice", sidecar, file=named)
    cells = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}
    said[file] = {name: text for name, text in cells.items() if text}


def _leads_out(named: str) -> bool:
    """Whether a path is absolute, on any system, or climbs above the folder it is written in."""
    path = posixpath.normpath(named.replace("\\", "/"))
    return path.startswith(("/", "../")) or path == ".." or path[1:2] == ":" or "\0" in named
