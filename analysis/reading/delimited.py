"""Rows of CSV and of tab-separated files, read in a stream whatever their size."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from analysis.reading import bounded, oddities
from analysis.reading.columns import NO_WISHES, recognise
from analysis.reading.decode import NotTextError, decode, detect
from analysis.reading.formats import Form
from analysis.reading.records import BadRow, Found, NoTableError, Remark, record, remarks

HEAD = 1 << 20
"""Bytes from which the encoding of a stream is told."""
DELIMITERS = ",;\t|"
_NAMED_DELIMITER = "sep="
"""The line by which Excel is told the delimiter of the file it heads."""


def rows(path: Path, form: Form, asked: Mapping[str, str] = NO_WISHES) -> Iterator[Found]:
    """Yield the rows of a `.csv` or `.tsv` file in order. Raises NoTableError, and `bounded.RefusedError`."""
    with text_of(path, compressed=form.compressed) as (file, notes):
        yield from notes
        header, table = _table(lines(file), "\t" if form.suffix == ".tsv" else DELIMITERS)
        columns = recognise(list(filter(None, header)), asked)
        yield from remarks(columns, header)
        for number, cells in enumerate(table, start=1):
            if any(cell.strip() for cell in cells[len(header) :]):
                yield BadRow(str(number), "it has more cells than the header; put cells with a separator into marks")
            else:
                yield record(str(number), dict(zip(header, cells, strict=False)), columns)


def read_csv(data: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a small CSV file in any of the encodings of `decode`, its column names in lower case.

    Raises NoTableError for bytes that are no such file.
    """
    try:
        text = decode(data).text
    except NotTextError as error:
        raise NoTableError(str(error)) from error
    header, table = _table(io.StringIO(text, newline=""), DELIMITERS)
    names = [name.lower() for name in header]
    for cells in table:
        yield dict(zip(names, cells, strict=False))


@contextmanager
def text_of(path: Path, *, compressed: bool) -> Iterator[tuple[TextIO, list[Remark]]]:
    """Give a file as a stream of text, its line ends as they are, and what is to be said of its encoding.

    Raises NoTableError where it holds no text, and `bounded.RefusedError`.
    """
    try:
        encoding, mark, doubt = detect(_head(path, compressed=compressed))
    except NotTextError as error:
        raise NoTableError(str(error)) from error
    notes = [Remark(*note) for note in oddities.of_encoding(encoding, doubt)]
    with bounded.opened(path, compressed=compressed) as file:
        file.read(mark)
        with io.TextIOWrapper(file, encoding, errors="replace", newline="") as text:
            yield text, notes


def _head(path: Path, *, compressed: bool) -> bytes:
    """The beginning of a file, up to where it breaks off."""
    head = bytearray()
    with bounded.opened(path, compressed=compressed) as file:
        try:
            while len(head) < HEAD and (data := file.read1(HEAD)):
                head += data
        except bounded.RefusedError:
            if not head:
                raise
    return bytes(head)


def lines(file: TextIO) -> Iterator[str]:
    """Yield the lines of ``file`` with their ends. Raises NoTableError at one longer than `bounded.LONGEST`."""
    number = 0
    while True:
        with bounded.refusing():
            line = file.readline(bounded.LONGEST + 1)
        if not line:
            return
        number += 1
        if len(line) > bounded.LONGEST:
            raise NoTableError(f"line {number} has over {bounded.LONGEST:,} characters; what is behind it is not read")
        yield line


def _table(source: Iterable[str], delimiters: str) -> tuple[list[str], Iterator[list[str]]]:
    """The header, and the rows that hold anything. Of two columns of one name the first keeps it."""
    csv.field_size_limit(bounded.LONGEST)  # a cell holds an article, however long
    waiting = iter(source)
    head = next(waiting, "")
    if head.lower().startswith(_NAMED_DELIMITER) and len(head.strip()) == len(_NAMED_DELIMITER) + 1:
        delimiters, head = head[len(_NAMED_DELIMITER)], next(waiting, "")
    delimiter = max(delimiters, key=head.count)
    reader = csv.reader(_chained(head, waiting), delimiter=delimiter)
    table = _rows(reader)
    header = [name.strip() for name in next(table, [])]
    return [name if name not in header[:at] else "" for at, name in enumerate(header)], table


def _chained(head: str, rest: Iterator[str]) -> Iterator[str]:
    yield head
    yield from rest


def _rows(reader: Any) -> Iterator[list[str]]:
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            advice = "is a quotation mark never closed?" if "limit" in str(error) else "save it anew as CSV"
            raise NoTableError(f"it breaks off in line {reader.line_num} ({error}); {advice}") from error
        if cells is None:
            return
        if cells:
            yield cells
