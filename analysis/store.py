"""Tables to and from disk, and the manifest that says what they were made from.

A build's folder holds one file a table and ``manifest.json``. It is written beside its place and moved there when it is
complete: whoever looks sees the earlier build or the new one, never a mixture. Same tables, same bytes: no clock, no
absolute path and no host goes into a file.

Parquet holds everything as it is. CSV and JSON lines hold the same rows and lead back to the same frames: in CSV a
list is JSON text, a missing value is an empty cell without quotes and an empty text one with quotes (``""``). Text is
written as it stands, even where it begins with ``=``, since ``articles.text[start:end]`` must stay the row's ``text``:
bring these files into a spreadsheet by its import of data as text, not by a double click.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet

from analysis import __version__
from analysis.tables import TABLES, VERSION, Table

Format = Literal["parquet", "csv", "jsonl"]
FORMATS: tuple[Format, ...] = get_args(Format)

MANIFEST = "manifest.json"
ROW_GROUP = 100_000
"""Rows a Parquet row group; small ones double the size of a file."""

RULES = ("language", "knowledge")
"""The package's folders of words, rules and facts."""


class StoreError(Exception):
    """Tables cannot be written or read; the message names the path and says why."""


def write(frames: Mapping[str, pd.DataFrame], folder: Path, form: Format, manifest: Mapping[str, Any]) -> None:
    """Write ``frames``, by table name, and ``manifest`` as the whole content of ``folder``.

    Each frame is checked first. An earlier build in ``folder`` is replaced in one move. Raises StoreError where the
    place cannot be written, is full, or holds files that are not of an earlier build; then it is as it was.
    """
    checked = {name: TABLES[name].check(frame) for name, frame in frames.items()}
    try:
        with replacing(folder) as partial:
            for name, frame in checked.items():
                write_table(TABLES[name], frame, partial / f"{name}.{form}")
            write_json(partial / MANIFEST, manifest)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error


def read(folder: Path) -> dict[str, pd.DataFrame]:
    """Read every table of the build in ``folder``, checked, by name in reading order.

    Raises StoreError where there is no build, or one by another version of the tables; `tables.TableError` where a file
    does not hold what its table declares.
    """
    manifest = read_manifest(folder)
    if manifest["tables_version"] != VERSION:
        made = manifest["tables_version"]
        raise StoreError(
            f"{folder}: made with version {made} of the tables, this program reads {VERSION}; build it again"
        )
    form = manifest["arguments"]["format"]
    try:
        return {name: table.check(read_table(table, folder / f"{name}.{form}")) for name, table in TABLES.items()}
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, pa.ArrowException) as error:
        raise StoreError(f"{folder}: cannot be read: {error}") from error


def write_table(table: Table, frame: pd.DataFrame, path: Path) -> None:
    """Write a checked ``frame`` in the format that the ending of ``path`` names."""
    _WRITERS[path.suffix[1:]](table, frame, path)


def read_table(table: Table, path: Path) -> pd.DataFrame:
    """Read what `write_table` wrote; the types are the table's after `Table.check`."""
    return _READERS[path.suffix[1:]](table, path)


def holds_build(folder: Path) -> bool:
    """Whether ``folder`` is one that `write` made."""
    return (folder / MANIFEST).is_file() and any((folder / f"articles.{form}").is_file() for form in FORMATS)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of the build in ``folder``, or raise StoreError."""
    if not holds_build(folder):
        raise StoreError(f"{folder}: holds no tables; make them with: python -m analysis build CORPUS --out {folder}")
    try:
        return json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder / MANIFEST}: cannot be read: {error}") from error


def manifest(frames: Mapping[str, pd.DataFrame], inputs: Mapping[str, str], form: Format) -> dict[str, Any]:
    """Say what the tables were made from and by what; ``inputs`` is sha256 by path below the corpus."""
    return {
        "program": "isnad",
        "version": __version__,
        "rules_version": rules_version(),
        "tables_version": VERSION,
        "arguments": {"format": form},
        "inputs": dict(sorted(inputs.items())),
        "tables": {name: {"rows": len(frame)} for name, frame in frames.items()},
    }


def rules_version() -> str:
    """Return a digest of all words, rules and facts that the program reads, so that a changed row is a new version."""
    package = Path(__file__).parent
    paths = sorted(path for folder in RULES for path in (package / folder).glob("*.*"))
    listed = "".join(f"{path.relative_to(package).as_posix()} {sha256(path)}\n" for path in paths)
    return hashlib.sha256(listed.encode()).hexdigest()[:16]


def sha256(path: Path) -> str:
    """Return the hexadecimal digest of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_json(path: Path, value: Any) -> None:
    """Write ``value`` as readable JSON, keys in the order given, Arabic as itself."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def read_json(path: Path, absent: Any) -> Any:
    """Return what the JSON file at ``path`` holds, or ``absent`` where there is none."""
    return json.loads(path.read_text("utf-8")) if path.exists() else absent


@contextlib.contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a new folder beside ``folder`` to fill, and move it there when the block ends well.

    Raises StoreError where ``folder`` holds what no build made. What goes wrong in the block leaves ``folder`` as it
    was.
    """
    folder = folder.resolve()
    _refuse_strangers(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        partial.chmod(0o777 & ~_umask())  # mkdtemp makes it ours alone
        yield partial
        earlier = partial.with_name(partial.name + ".earlier")
        if folder.exists():
            folder.rename(earlier)
        try:
            partial.rename(folder)
        except OSError:
            if earlier.exists():
                earlier.rename(folder)
            raise
        shutil.rmtree(earlier, ignore_errors=True)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _refuse_strangers(folder: Path) -> None:
    """Raise StoreError if ``folder`` is no folder, or holds anything that a build does not write."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise StoreError(f"{folder}: is not a folder")
    ours = {MANIFEST} | {f"{name}.{form}" for name in TABLES for form in FORMATS}
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in ours)
    if strangers:
        raise StoreError(
            f"{folder}: holds {', '.join(strangers[:3])}{' …' if len(strangers) > 3 else ''}, which no build wrote; "
            "an earlier build would be replaced whole, so name a new or empty folder"
        )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _arrow(table: Table, frame: pd.DataFrame) -> pa.Table:
    """Convert without the pandas metadata, which holds the version of pandas."""
    converted = pa.Table.from_pandas(frame, schema=table.arrow, preserve_index=False)
    return converted.replace_schema_metadata({"table": table.name, "tables_version": VERSION})


def _pandas(read: pa.Table) -> pd.DataFrame:
    return read.to_pandas(types_mapper=pd.ArrowDtype)


def _write_parquet(table: Table, frame: pd.DataFrame, path: Path) -> None:
    parquet.write_table(_arrow(table, frame), path, compression="zstd", row_group_size=ROW_GROUP)


def _read_parquet(table: Table, path: Path) -> pd.DataFrame:
    return _pandas(parquet.read_table(path, schema=table.arrow))


def _write_csv(table: Table, frame: pd.DataFrame, path: Path) -> None:
    columns = _arrow(table, frame)
    for at, field in enumerate(table.arrow):
        if pa.types.is_list(field.type):
            texts = [None if cell is None else _compact(cell) for cell in columns.column(at).to_pylist()]
            columns = columns.set_column(at, field.name, pa.array(texts, pa.string()))
        elif pa.types.is_timestamp(field.type):
            columns = columns.set_column(at, field.name, columns.column(at).cast(pa.date32()))
    arrow_csv.write_csv(columns, path)


def _read_csv(table: Table, path: Path) -> pd.DataFrame:
    types = {field.name: pa.string() if pa.types.is_list(field.type) else field.type for field in table.arrow}
    convert = arrow_csv.ConvertOptions(
        column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    return _pandas(
        arrow_csv.read_csv(path, parse_options=arrow_csv.ParseOptions(newlines_in_values=True), convert_options=convert)
    )


def _write_jsonl(table: Table, frame: pd.DataFrame, path: Path) -> None:
    days = [field.name for field in table.arrow if pa.types.is_timestamp(field.type)]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in _arrow(table, frame).to_pylist():
            for name in days:
                row[name] = row[name] and row[name].date().isoformat()
            file.write(_compact(row) + "\n")


def _read_jsonl(table: Table, path: Path) -> pd.DataFrame:
    with path.open(encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file]
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype="object") for name in table.names})


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_WRITERS: dict[str, Callable[[Table, pd.DataFrame, Path], None]] = {
    "parquet": _write_parquet,
    "csv": _write_csv,
    "jsonl": _write_jsonl,
}
_READERS: dict[str, Callable[[Table, Path], pd.DataFrame]] = {
    "parquet": _read_parquet,
    "csv": _read_csv,
    "jsonl": _read_jsonl,
}
