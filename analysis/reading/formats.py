"""What kind of file a name says it is, and what to do with kinds that are not read.

Examples
--------
>>> of("a.b.txt.gz")
Form(kind='text', suffix='.txt', compressed=True, stem='a.b')
>>> of("notes.pdf") is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["text", "page", "archive", "table"]

_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".mhtml": "archive", ".mht": "archive",
    ".json": "table", ".jsonl": "table", ".ndjson": "table", ".csv": "table", ".tsv": "table", ".xlsx": "table",
    ".parquet": "table",
}  # fmt: skip
READ = ".txt, .html, .mhtml, .json, .jsonl, .csv, .tsv, .xlsx and .parquet files, and these compressed by gzip"
"""The kinds that are read, in words."""

_AS_TEXT = "save it as .txt or .html"
_AS_TABLE = "save it as .xlsx, .csv or .jsonl"
_UNPACK = "unpack it"
_ADVICE = {
    **dict.fromkeys((".pdf", ".doc", ".docx", ".rtf", ".odt", ".pages", ".epub", ".eml", ".msg", ".mbox"), _AS_TEXT),
    **dict.fromkeys((".webarchive", ".maff", ".warc", ".xml", ".rss", ".md"), _AS_TEXT),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".feather", ".arrow", ".orc", ".avro"), _AS_TABLE),
    **dict.fromkeys((".db", ".sqlite", ".mdb", ".dta", ".sav", ".rds", ".rdata", ".pkl", ".pickle"), _AS_TABLE),
    **dict.fromkeys((".zip", ".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz", ".zst", ".gz", ".z", ".lz4"), _UNPACK),
}
"""What to do with kinds that often hold articles and are not read."""

COMPANIONS = frozenset({
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico", ".tif",
    ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".m4a", ".wav", ".ogg", ".webm", ".mov",
    ".avi", ".swf", ".toml", ".yaml", ".yml", ".ini", ".log", ".lnk", ".url", ".py", ".r", ".ipynb", ".sh", ".php",
    ".db-journal", ".part", ".tmp", ".download",
})  # fmt: skip
"""Kinds that lie beside articles and are none."""


@dataclass(frozen=True, slots=True)
class Form:
    """The kind of a file by its name: its suffix in lower case, whether gzip lies over it, its name without either."""

    kind: Kind
    suffix: str
    compressed: bool
    stem: str


def of(name: str) -> Form | None:
    """Return what the file ``name`` (without folders) is, or None where its kind is not read."""
    path = PurePosixPath(name)
    compressed = path.suffix.lower() == ".gz"
    inner = PurePosixPath(path.stem) if compressed else path
    suffix = inner.suffix.lower()
    kind = _KINDS.get(suffix)
    return None if kind is None else Form(kind, suffix, compressed, inner.stem)


def advice(name: str) -> str:
    """Return what to do with a file whose kind is not read."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _ADVICE:
        return f"{suffix} is not read; {_ADVICE[suffix]}"
    return f"its kind ({suffix or 'no suffix'}) is not known; if it is a text, let its name end in .txt"
