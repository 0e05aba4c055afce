"""Rows of one JSON-lines, CSV or Parquet file to articles-to-be: a mapping of column to text, with the row's number.

A row that cannot be read is told apart from the file that cannot be: the first becomes a `BadRow`, the second raises.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.reading.decode import NotTextError, decode, plain

COLUMNS = ("id", "title", "outlet", "published", "url", "text")
"""What is taken from a row; other columns are left alone."""

BATCH = 1000
_NOTHING = frozenset({"", "nan", "none", "null", "<na>", "nat"})


class NoTableError(ValueError):
    """The file is no table of articles; the message says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number, counted from 1, and its cells; what is absent or blank is not in them."""

    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no article, and why."""

    row: int
    why: str


def rows(path: Path) -> Iterator[Record | BadRow]:
    """Yield the rows of a `.jsonl`, `.csv` or `.parquet` file in order; only a CSV file is held whole.

    Raises NoTableError where the file cannot be read as what its name says or has no column ``text``, OSError where it
    cannot be opened.
    """
    return _READERS[path.suffix.lower()](path)


def cells(row: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells that say something, as text: days and times in ISO form, line ends LF."""
    found: dict[str, str] = {}
    for name in COLUMNS:
        value = row.get(name)
        text = value.isoformat() if isinstance(value, dt.date) else "" if value is None else plain(str(value))
        if text.strip().lower() not in _NOTHING:
            found[name] = text if name == "text" else text.strip()
    return found


def _record(number: int, row: Mapping[str, Any]) -> Record | BadRow:
    if isinstance(row.get("text"), (list, dict)):
        return BadRow(number, "its text is not text")
    found = cells(row)
    if "text" not in found and "title" not in found:
        return BadRow(number, "it has no text")
    return Record(number, found)


def _jsonl(path: Path) -> Iterator[Record | BadRow]:
    seen_text = False
    number = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(decode(line).text)
            except (NotTextError, ValueError, RecursionError) as error:
                yield BadRow(number, f"it is no JSON ({error})"[:200])
                continue
            if not isinstance(row, dict):
                yield BadRow(number, "it is no JSON object")
                continue
            seen_text = seen_text or "text" in row
            yield _record(number, row)
    if number and not seen_text:
        raise NoTableError("no line is a JSON object with the key `text`")


def _csv(path: Path) -> Iterator[Record | BadRow]:
    table = read_csv(path.read_bytes())
    for number, row in enumerate(table, start=1):
        if number == 1 and "text" not in row:
            raise NoTableError(f"it has no column `text`; its columns are {', '.join(filter(None, row))}")
        yield BadRow(number, "it has more cells than the header") if None in row else _record(number, row)


def read_csv(data: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file in any of the encodings of `decode`, cut at commas, semicolons or tabs.

    Names of columns are stripped and lower-cased. Raises NoTableError for bytes that are no such file.
    """
    try:
        text = decode(data).text
    except NotTextError as error:
        raise NoTableError(str(error)) from error
    csv.field_size_limit(sys.maxsize)  # a cell holds an article, however long
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    try:
        yield from reader
    except csv.Error as error:
        raise NoTableError(f"line {reader.line_num}: {error}") from error


def _parquet(path: Path) -> Iterator[Record | BadRow]:
    import pyarrow as pa
    import pyarrow.parquet as parquet

    try:
        file = parquet.ParquetFile(path)
    except pa.ArrowException as error:
        raise NoTableError(f"it is no Parquet file ({error})"[:200]) from error
    with file:
        names = file.schema_arrow.names
        if "text" not in names:
            raise NoTableError(f"it has no column `text`; its columns are {', '.join(names)}")
        number = 0
        try:
            for batch in file.iter_batches(BATCH, columns=[name for name in COLUMNS if name in names]):
                for row in batch.to_pylist():
                    number += 1
                    yield _record(number, row)
        except (pa.ArrowException, OSError) as error:
            raise NoTableError(f"it breaks off after row {number} ({error})"[:200]) from error


_READERS: dict[str, Callable[[Path], Iterator[Record | BadRow]]] = {
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".parquet": _parquet,
}
SUFFIXES = frozenset(_READERS)
