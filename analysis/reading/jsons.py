"""Articles in JSON: a line each, one document with a list of them, or one alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.reading import bounded, oddities
from analysis.reading.columns import NO_WISHES, Columns, recognise
from analysis.reading.decode import NotTextError, decode
from analysis.reading.delimited import lines, text_of
from analysis.reading.formats import Form
from analysis.reading.records import BadRow, Found, NoTableError, Remark, flat, record, remarks

DEEPEST = 4
"""Objects that may lie around the list of articles (``response.docs``, ``hits.hits``)."""


class _Objects:
    """Objects of one file to records: each may have keys of its own, and the file is judged by all of them."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self._names: dict[str, None] = {}
        self._recognise = lru_cache(4096)(lambda names: recognise(names, asked))
        self._asked = asked

    def found(self, place: str, value: Any) -> Found:
        """Return the article of ``value``."""
        if not isinstance(value, dict):
            return BadRow(place, "it is no JSON object")
        row = flat(value)
        self._names |= dict.fromkeys(row)
        return record(place, row, self._recognise(tuple(row)))

    def remarks(self) -> Iterator[Remark]:
        """Say what was read as what. Raises NoTableError where no object had text."""
        if not self._names:
            return  # what came was no object, and that is told already
        names = tuple(self._names)
        columns: Columns = recognise(names, self._asked)
        yield from remarks(columns, names)


def line_rows(path: Path, form: Form, asked: Mapping[str, str] = NO_WISHES) -> Iterator[Found]:
    """Yield the objects of a `.jsonl` file in order, numbered by line. Raises NoTableError, `bounded.RefusedError`."""
    with text_of(path, compressed=form.compressed) as (file, notes):
        yield from notes
        yield from _lines(lines(file), asked)


def _lines(texts: Iterator[str], asked: Mapping[str, str]) -> Iterator[Found]:
    objects = _Objects(asked)
    for number, line in enumerate(texts, start=1):
        if not line.strip():
            continue
        try:
            yield objects.found(str(number), json.loads(line.removeprefix("\ufeff"), strict=False))
        except (ValueError, RecursionError) as error:
            yield BadRow(str(number), f"it is no JSON ({_said(error)})")
    yield from objects.remarks()


def document_rows(path: Path, form: Form, asked: Mapping[str, str] = NO_WISHES) -> Iterator[Found]:
    """Yield the articles of a `.json` file, numbered in its list. Raises NoTableError, and `bounded.RefusedError`.

    The list is the document itself, or lies in it under any name; a document that is one object is one article; one
    object a line is read as such.
    """
    try:
        decoded = decode(bounded.whole(path, compressed=form.compressed))
    except NotTextError as error:
        raise NoTableError(str(error)) from error
    for note in oddities.of_encoding(decoded.encoding, decoded.doubt):
        yield Remark(*note)
    try:
        document = json.loads(decoded.text, strict=False)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise NoTableError(f"it is no JSON, or breaks off ({_said(error)}); get it anew") from error
        yield from _lines(iter(decoded.text.split("\n")), asked)
        return
    except (ValueError, RecursionError) as error:
        raise NoTableError(f"it is no JSON that can be read ({_said(error)})") from error
    objects = _Objects(asked)
    for number, value in enumerate(_articles(document), start=1):
        yield objects.found(str(number), value)
    yield from objects.remarks()


def _articles(document: Any) -> list[Any]:
    """The longest list of objects in ``document``, the outermost of equals; where there is none, the document."""
    if isinstance(document, list):
        return document
    best: list[Any] = []
    level = [document]
    for _ in range(DEEPEST):
        inner = [value for node in level if isinstance(node, dict) for value in node.values()]
        if not best and _is_article(document):
            return [document]
        for value in inner:
            if isinstance(value, list) and any(isinstance(item, dict) for item in value) and len(value) > len(best):
                best = value
        if best:
            return best
        level = inner
    return [document]


def _is_article(document: Any) -> bool:
    return isinstance(document, dict) and bool({"text", "html"} & set(recognise(tuple(flat(document))).by_field))


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, character {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:120]
