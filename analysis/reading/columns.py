"""Which column of a table holds what: the names of common exports, and those that the user gives.

The names stand in ``knowledge/columns.tsv``. A column that looks like the day of publication and is the day of a crawl
is known there too, and never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from analysis import lexicon

FIELDS = ("id", "title", "lead", "text", "html", "blurb", "outlet", "published", "updated", "url")
"""What is taken from a row."""
NEVER = "never"
"""The field of names that give none of these, whatever list they come to stand in: days of a crawl."""

_APART = re.compile(r"[\s_\-\u200e\u200f\ufeff]+")


class ColumnError(ValueError):
    """A wish for a column cannot be met; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns by the field each gives; several of one field are asked in their order."""

    by_field: Mapping[str, tuple[str, ...]]
    absent: tuple[str, ...] = ()
    """Wishes for columns that the table has not, as the user wrote them."""

    def __contains__(self, field: str) -> bool:
        return field in self.by_field

    @property
    def names(self) -> tuple[str, ...]:
        """All columns that are read."""
        return tuple(dict.fromkeys(name for names in self.by_field.values() for name in names))

    @property
    def plain(self) -> bool:
        """Whether every field goes by its own name, so that nothing need be told."""
        return all(names == (field,) for field, names in self.by_field.items())

    def __str__(self) -> str:
        return ", ".join(f"{field} from `{names[0]}`" for field, names in self.by_field.items())


NO_WISHES: Mapping[str, str] = MappingProxyType({})


def wishes(written: Iterable[str]) -> dict[str, str]:
    """Return what the user asks for, ``field=column`` a piece, as a mapping of field to column.

    Raises ColumnError for a piece that is none, a field that is none, or one asked for twice.

    Examples
    --------
    >>> wishes(["text=Body", "published=Date of issue"])
    {'text': 'Body', 'published': 'Date of issue'}
    """
    found: dict[str, str] = {}
    for piece in written:
        field, equals, column = (part.strip() for part in piece.partition("="))
        if not equals or not column or field not in FIELDS:
            raise ColumnError(f"--column {piece}: write FIELD=COLUMN, FIELD one of {', '.join(FIELDS)}")
        if found.setdefault(field, column) != column:
            raise ColumnError(f"--column {piece}: {field} is taken from {found[field]!r} already")
    return found


def recognise(names: Sequence[str], asked: Mapping[str, str] = NO_WISHES) -> Columns:
    """Return which of the columns ``names`` gives which field; what the user ``asked`` for goes before what is known.

    Examples
    --------
    >>> str(recognise(["Headline", "Body", "seendate"]))
    'title from `Headline`, text from `Body`'
    >>> str(recognise(["Headline", "Body"], {"title": "Body", "text": "Headline"}))
    'title from `Body`, text from `Headline`'
    """
    present: dict[str, str] = {}
    for name in names:
        present.setdefault(folded(name), name)
    found: dict[str, tuple[str, ...]] = {}
    absent = []
    for field, column in asked.items():
        if column in names or folded(column) in present:
            found[field] = (column if column in names else present[folded(column)],)
        else:
            absent.append(f"{field}={column}")
    taken = {name for columns in found.values() for name in columns}
    for field in FIELDS:
        known = [present[key] for key, unless in _known()[field] if key in present and unless.isdisjoint(present)]
        known = [name for name in known if name not in taken]
        if field not in found and known:
            found[field] = tuple(dict.fromkeys(known))
    return Columns({field: found[field] for field in FIELDS if field in found}, tuple(absent))


def folded(name: str) -> str:
    """Return the name of a column without what exports differ in: case, spaces and their likes."""
    return _APART.sub("", name.casefold())


@cache
def _known() -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The known names of each field in their order, folded, with the names beside which they mean something else."""
    rows = lexicon.rows("columns")
    never = {folded(row["form"]) for row in rows if row["field"] == NEVER}
    found: dict[str, list[tuple[str, frozenset[str]]]] = {field: [] for field in FIELDS}
    for row in rows:
        if (name := folded(row["form"])) not in never:
            found[row["field"]].append((name, frozenset(row["unless"].split())))
    return {field: tuple(names) for field, names in found.items()}
