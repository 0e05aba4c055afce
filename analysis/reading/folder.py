"""The files of a folder: which are articles, which belong to them, which are left out and why.

Links are not followed out of the folder or round in it, and the folder that a browser saves beside a page
(``page_files``) is the page's own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.notices import notice
from analysis.reading import formats, sidecar

PROJECT_FILES = frozenset({sidecar.NAME, "story.toml", "readme.md", "readme", "license", "thumbs.db", "desktop.ini"})
"""Files that belong to a story without being articles of it; nothing is said about them."""
_SAVED_WITH = ("_files", ".files", "_ملفات")
"""Endings of the folders that browsers save beside a page, with what it shows."""


@dataclass
class Folder:
    """What a folder holds: articles and sidecars by their paths below it, in order; what is to be said of the rest."""

    articles: dict[str, Path] = field(default_factory=dict)
    sidecars: dict[str, Path] = field(default_factory=dict)
    notices: list[dict[str, Any]] = field(default_factory=list)


def look(root: Path) -> Folder:
    """Find the files below ``root`` that are not hidden. Raises OSError where the root itself cannot be read."""
    found = Folder()
    resolved = root.resolve()
    for file in sorted(_files(root, found.notices), key=lambda file: below(file, root)):
        name = below(file, root)
        if file.is_symlink() and not _leads_inside(file, resolved):
            found.notices.append(notice("link-refused", name))
        elif file.name.lower() == sidecar.NAME:
            found.sidecars[name] = file
        elif formats.of(file.name):
            found.articles[name] = file
        elif file.suffix.lower() in formats.COMPANIONS:
            found.notices.append(notice("not-an-article", name, why=f"its kind ({file.suffix}) holds none"))
        elif file.name.lower() not in PROJECT_FILES:
            found.notices.append(notice("unknown-kind", name, advice=formats.advice(file.name)))
    return found


def beside(file: Path) -> Folder:
    """Return one file and the sidecar beside it as a folder of that one."""
    said = file.with_name(sidecar.NAME)
    return Folder({file.name: file}, {said.name: said} if said.is_file() and said != file else {})


def below(file: Path, root: Path) -> str:
    """Return the path of ``file`` below ``root``; bytes of a name that are no text stand as U+FFFD."""
    return os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", errors="replace")


def _files(root: Path, notices: list[dict[str, Any]]) -> Iterator[Path]:
    """All files below ``root``; folders that cannot be entered and links to folders are told."""

    def refuse(error: OSError) -> None:
        if Path(error.filename) == root:
            raise error
        notices.append(notice("folder-unreadable", below(Path(error.filename), root), why=error.strerror))

    for folder, folders, names in os.walk(root, onerror=refuse):
        links = [name for name in folders if Path(folder, name).is_symlink() and not name.startswith(".")]
        notices += [notice("link-refused", below(Path(folder, name), root)) for name in sorted(links)]
        pages = {form.stem for name in names if (form := formats.of(name)) and form.kind == "page"}
        saved = [name for name in folders if name.endswith(_SAVED_WITH) and _page_of(name) in pages]
        notices += [notice("saved-with-a-page", below(Path(folder, name), root)) for name in sorted(saved)]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in {*links, *saved}]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _page_of(folder: str) -> str:
    return next(folder.removesuffix(ending) for ending in _SAVED_WITH if folder.endswith(ending))


def _leads_inside(link: Path, root: Path) -> bool:
    """Whether a link ends at a file below ``root``; one that ends nowhere is left to whoever opens it."""
    try:
        return link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads round to itself
        return False
