"""The words the program knows: ``language/`` and ``knowledge/`` read once, checked, and handed out.

A list is a file of tab-separated columns, its header first, lines that begin with ``#`` for the reader; the Arabic
column, ``form``, stands last. A line ``#: takes noun`` says which clitics its words may carry (`clitics.tsv`) and puts
the list into the index that tokens are judged by; a list without it is only read as rows. The name of the file is the
class of its words.

Examples
--------
>>> months = rows("months")
>>> {row["month"] for row in months if row["form"] == "آذار"}
{'3'}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from analysis.text.fold import fold_text

FOLDERS = ("language", "knowledge")
TAKES = frozenset({"noun", "verb", "particle", "name", "nothing"})
_WORD = re.compile(r"\w+|[^\w\s]")


class LexiconError(ValueError):
    """A list breaks its own format; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list, as the index holds it.

    ``words`` are the folded words of its form; `cls` is the list's name, ``row`` its columns by name.
    """

    cls: str
    takes: str
    words: tuple[str, ...]
    row: Mapping[str, str]

    @property
    def form(self) -> str:
        """The spelling in the list, unfolded."""
        return self.row["form"]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all lists, sorted."""
    return tuple(sorted(_paths()))


def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of one list, mappings of column to text, in file order.

    Raises LexiconError where a line has too few or too many columns, KeyError for a list that is not there.
    """
    return _read(name)[1]


@cache
def column(name: str, key: str, value: str) -> dict[str, str]:
    """Return one column of a list by another, for a look-up; the first row of a key counts."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(row[key], row[value])
    return found


@cache
def forms(name: str, **only: str) -> frozenset[str]:
    """Return the folded forms of a list, of the rows only whose columns have these values.

    Examples
    --------
    >>> sorted(forms("months", month="3", system="levant"))
    ['اذار']
    """
    return frozenset(
        fold_text(row["form"]) for row in rows(name) if all(row[key] == value for key, value in only.items())
    )


@cache
def index() -> dict[str, tuple[Entry, ...]]:
    """Return the entries of all lists that name their clitics, by the first word of their form, folded.

    Raises LexiconError where an entry has no form.
    """
    found: dict[str, list[Entry]] = {}
    for name in names():
        takes, listed = _read(name)
        if not takes:
            continue
        for line, row in enumerate(listed, start=1):
            words = folded_words(row["form"])
            if not words:
                raise LexiconError(f"{name}.tsv, entry {line}: no form")
            found.setdefault(words[0], []).append(Entry(name, takes, words, row))
    return {word: tuple(entries) for word, entries in found.items()}


def folded_words(form: str) -> tuple[str, ...]:
    """Return the folded words and marks of a form, as the tokens of a text are cut."""
    return tuple(_WORD.findall(fold_text(form)))


@cache
def _paths() -> dict[str, Traversable]:
    root = files("analysis")
    lists = [path for folder in FOLDERS for path in (root / folder).iterdir() if path.name.endswith(".tsv")]
    return {path.name.removesuffix(".tsv"): path for path in lists}


@cache
def _read(name: str) -> tuple[str, tuple[Mapping[str, str], ...]]:
    takes, header, found = "", None, []
    for number, line in enumerate(_paths()[name].read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#: takes "):
            takes = line.removeprefix("#: takes ").strip()
            if takes not in TAKES:
                raise LexiconError(f"{name}.tsv:{number}: takes {takes!r}, not one of {', '.join(sorted(TAKES))}")
        elif not line or line.startswith("#"):
            continue
        elif header is None:
            header = line.split("\t")
        else:
            found.append(_row(name, number, header, line.split("\t")))
    return takes, tuple(found)


def _row(name: str, number: int, header: list[str], cells: list[str]) -> Mapping[str, str]:
    if len(cells) != len(header):
        raise LexiconError(f"{name}.tsv:{number}: {len(cells)} columns, the header has {len(header)}")
    return dict(zip(header, cells))  # noqa: B905 - as many as the header has
