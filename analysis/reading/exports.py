"""Tables of articles, whatever their format, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.reading import bounded, delimited, jsons, workbook
from analysis.reading.columns import NO_WISHES, recognise
from analysis.reading.formats import Form
from analysis.reading.records import Found, NoTableError, flat, record, remarks

BATCH = 100
"""Rows of a Parquet file that are held at once."""


def rows(path: Path, form: Form, asked: Mapping[str, str] = NO_WISHES) -> Iterator[Found]:
    """Yield what the table at ``path`` holds, in order: articles, rows that are none, and remarks on it as a whole.

    ``asked`` says which column gives a field, where the names of `columns` do not. Raises NoTableError where the file
    is not what its name says or no column holds text, `bounded.RefusedError` where it cannot be opened or breaks off.
    """
    return _READERS[form.suffix](path, form, asked)


def _parquet(path: Path, form: Form, asked: Mapping[str, str]) -> Iterator[Found]:
    import pyarrow as pa
    import pyarrow.parquet as parquet

    number = 0
    with bounded.seekable(path, compressed=form.compressed) as source:
        try:
            with parquet.ParquetFile(source) as file:
                names = [file.schema.column(at).path for at in range(len(file.schema))]
                columns = recognise(names, asked)
                yield from remarks(columns, names)
                _refuse_bomb(file, path.stat().st_size)
                for batch in file.iter_batches(BATCH, columns=list(columns.names)):
                    for row in batch.to_pylist():
                        number += 1
                        yield record(str(number), flat(row), columns)
        except (NoTableError, bounded.RefusedError):
            raise
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            where = f"it breaks off after row {number}" if number else "it is no Parquet file, or damaged"
            raise NoTableError(f"{where} ({error})"[:200] + "; get it anew or write it anew") from error


def _refuse_bomb(file: Any, size: int) -> None:
    """Raise NoTableError where the columns would unpack out of all proportion to the file's ``size``."""
    groups = (file.metadata.row_group(at) for at in range(file.metadata.num_row_groups))
    unpacked = sum(group.column(at).total_uncompressed_size for group in groups for at in range(group.num_columns))
    if unpacked > bounded.HARMLESS and unpacked > bounded.MOST_RATIO * size:
        raise NoTableError(f"it unpacks to {unpacked:,} bytes, as a bomb does; save it as .csv if it is none")


_READERS: dict[str, Callable[[Path, Form, Mapping[str, str]], Iterator[Found]]] = {
    ".json": jsons.document_rows,
    ".jsonl": jsons.line_rows,
    ".ndjson": jsons.line_rows,
    ".csv": delimited.rows,
    ".tsv": delimited.rows,
    ".xlsx": workbook.rows,
    ".parquet": _parquet,
}
