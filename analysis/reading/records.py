"""One row of a table, or one JSON object, to an article-to-be: the fields that say something, as text.

A row that cannot be read is told apart from the file that cannot be: the first becomes a `BadRow`, the second raises
`NoTableError`. What a reader of the table must know besides is a `Remark`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.reading.columns import Columns
from analysis.reading.decode import plain

DEEPEST = 3
"""Levels of nested objects whose keys are columns of their own (``publisher.name``)."""
EXCEL_CELL = 32_767
"""Characters that a cell of Excel holds; what is longer was cut off there."""
_NOTHING = frozenset({"", "nan", "none", "null", "<na>", "nat"})
_SHORT = max(map(len, _NOTHING))


class NoTableError(ValueError):
    """The file is no table of articles; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: where in its file it stands, and its cells by field; what is absent or blank is not in them."""

    place: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no article: where it stands, and why."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the whole table: a kind of notice and its details."""

    kind: str
    details: Mapping[str, Any] = field(default_factory=dict)


Found = Record | BadRow | Remark


def record(place: str, row: Mapping[str, Any], columns: Columns) -> Record | BadRow:
    """Return the article of ``row``, column to cell; of the columns of a field the first that says anything counts."""
    cells: dict[str, str] = {}
    nested = None
    for name, sources in columns.by_field.items():
        for source in sources:
            value = row.get(source)
            if isinstance(value, (dict, list)):
                nested = source if name == "text" else nested
                continue
            if text := _text(value, name):
                cells[name] = text
                break
    lead = cells.pop("lead", None)
    blurb = cells.pop("blurb", None)
    if not cells.keys() & {"text", "html"} and (rest := lead or blurb):
        cells["text"] = rest
    elif lead and "text" in cells and not cells["text"].startswith(lead):
        cells["text"] = f"{lead}\n{cells['text']}"
    if nested and not cells.keys() & {"text", "html"}:
        return BadRow(place, f"its column `{nested}` holds no text but a nested value")
    if not cells.keys() & {"text", "title", "html"}:
        return BadRow(place, "it has no text")
    return Record(place, cells)


def _text(value: Any, name: str) -> str:
    """A cell as text, days and times in ISO form; empty where it says nothing."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # an id that passed through a spreadsheet or a frame with gaps
    text = value.isoformat() if isinstance(value, dt.date) else plain(str(value))
    kept = text if name in ("text", "html", "lead", "blurb") else " ".join(text.split())
    return "" if not kept or kept.isspace() or (len(kept) <= _SHORT + 2 and kept.strip().lower() in _NOTHING) else kept


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``row`` with the keys of nested objects as columns (``source.name``); of a list the first object counts.

    Examples
    --------
    >>> flat({"title": {"rendered": "T"}, "publisher": [{"name": "P"}], "tags": ["a"]})
    {'title.rendered': 'T', 'publisher.name': 'P', 'tags': ['a']}
    """
    found: dict[str, Any] = {}
    for key, value in _leaves(row, "", DEEPEST):
        found.setdefault(key, value)
    return found


def _leaves(row: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        inner = value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else value
        if isinstance(inner, dict) and depth:
            yield from _leaves(inner, f"{before}{key}.", depth - 1)
        else:
            yield f"{before}{key}", value


def remarks(columns: Columns, names: list[str] | tuple[str, ...]) -> Iterator[Remark]:
    """Say what of the columns ``names`` is read as what, and raise NoTableError where there is nothing to read."""
    shown = ", ".join(f"`{name}`" for name in names[:12] if name) or "none"
    more = " …" if len(names) > 12 else ""
    if columns.absent:
        yield Remark("column-absent", {"wish": " ".join(columns.absent), "names": shown + more})
    if not any(name in columns for name in ("text", "lead", "html", "title")):
        raise NoTableError(
            f"no column holds text; its columns are {shown}{more}; say which does with --column text=NAME"
        )
    if not columns.plain:
        yield Remark("columns-recognised", {"columns": str(columns)})
    if not any(name in columns for name in ("text", "lead", "html")):
        yield Remark("headlines-only", {"names": shown + more})
