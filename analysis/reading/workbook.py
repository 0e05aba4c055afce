"""Rows of an Excel workbook (`.xlsx`): every sheet that has a column of text.

A workbook is a zip archive of XML; what it unpacks to is bounded before it is opened. Formulas count with the value
that Excel stored for them, and are never worked out.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from analysis.reading import bounded
from analysis.reading.columns import NO_WISHES, recognise
from analysis.reading.formats import Form
from analysis.reading.records import EXCEL_CELL, Found, NoTableError, Remark, record, remarks

LARGEST = 400_000_000
"""Bytes that a workbook may unpack to."""
_OLE = b"\xd0\xcf\x11\xe0"


def rows(path: Path, form: Form, asked: Mapping[str, str] = NO_WISHES) -> Iterator[Found]:
    """Yield the rows of a workbook, sheet by sheet. Raises NoTableError, and `bounded.RefusedError`."""
    with bounded.seekable(path, compressed=form.compressed) as file:
        _check(file)
        try:
            yield from _sheets(file, asked)
        except (NoTableError, bounded.RefusedError):
            raise
        except Exception as error:  # openpyxl promises nothing about damaged files
            raise NoTableError(f"it is damaged ({type(error).__name__}: {error})"[:200] + "; save it anew") from error


def _check(file: IO[bytes]) -> None:
    """Raise NoTableError for what is no workbook, is encrypted, or unpacks out of all proportion."""
    begins = file.read(4)
    file.seek(0)
    if begins == _OLE:
        raise NoTableError("it is encrypted, or an old .xls under another name; save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NoTableError(f"it is no .xlsx, or breaks off ({error}); get it anew or save it anew") from error
    if any(part.flag_bits & 1 for part in parts):
        raise NoTableError("it is encrypted; save it without a password")
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > LARGEST or (unpacked > bounded.HARMLESS and unpacked > bounded.MOST_RATIO * packed):
        raise NoTableError(f"it unpacks to {unpacked:,} bytes, as a zip bomb does; save it as .csv if it is none")
    file.seek(0)


def _sheets(file: IO[bytes], asked: Mapping[str, str]) -> Iterator[Found]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not know change no text
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        without: list[NoTableError] = []
        read = 0
        for sheet in book.worksheets:
            try:
                yield from _sheet(sheet, asked, f"{sheet.title}!" if read else "")
                read += 1
            except NoTableError as error:
                without.append(error)
                yield Remark("sheet-without-text", {"sheet": sheet.title, "why": str(error)})
        book.close()
    if not read:
        raise without[0] if without else NoTableError("it has no sheet with rows")


def _sheet(sheet: Any, asked: Mapping[str, str], before: str) -> Iterator[Found]:
    header: list[str] = []
    columns = recognise(())
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if not any(cell is not None for cell in cells):
            continue
        if not header:
            header = ["" if cell is None else str(cell).strip() for cell in cells]
            header = [name if name not in header[:at] else "" for at, name in enumerate(header)]
            columns = recognise(list(filter(None, header)), asked)
            yield from remarks(columns, header)
            continue
        found = record(f"{before}{number}", dict(zip(header, cells, strict=False)), columns)
        if any(isinstance(cell, str) and len(cell) >= EXCEL_CELL for cell in cells):
            yield Remark("cell-full", {"row": f"{before}{number}", "most": EXCEL_CELL})
        yield found
