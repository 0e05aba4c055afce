"""Rows with the sentence that each came from, as a table for a notebook or a page.

Everything from a page is escaped, every cell has the direction of most of its letters, and the same rows give the
same bytes: no ids, no addresses, no styles but those in the tags, which a notebook that is not trusted keeps.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

MOST_ROWS = 60
PLACES = ("sentence_id", "start", "end", "text", "path", "sha256")
"""Columns that say where a row is, left out unless asked for: the sentence with its mark says it."""
BEFORE_AND_AFTER = 120
"""Characters shown around a mark that lies in no sentence."""
QUOTED = re.compile("«[^«»]*»")
"""Words of a page inside ours: a direction of their own, or the number after them would change sides."""
UNBROKEN = re.compile(r"[\d.:-]{1,24}")
"""A day or a number, which a line end would spoil."""
MISSING = '<span style="color:#8A9099">—</span>'

NONE = '<span style="color:#5F6670">no rows · لا سطور</span>'
SORT = (
    "var h=this,i=h.cellIndex,b=h.closest('table').tBodies[0],d=h.dataset.up?-1:1;h.dataset.up=d>0?'1':'';"
    "Array.from(b.rows).sort(function(x,y){var p=x.cells[i].textContent.trim(),q=y.cells[i].textContent.trim();"
    "if(p==='—'||q==='—')return(p==='—')-(q==='—');"
    "return d*(p&&q&&!isNaN(p)&&!isNaN(q)?p-q:p.localeCompare(q,'ar'))}).forEach(function(r){b.appendChild(r)})"
)
"""Sorts a table by the column clicked; what is missing comes last. Nothing is loaded, nothing leaves the page."""

TABLE = "border-collapse:collapse;font-size:13px;line-height:1.5"
HEAD = "text-align:left;padding:4px 10px;border-bottom:2px solid #8A9099;color:#5F6670;font-weight:600"
CELL = "padding:4px 10px;border-bottom:1px solid #E6E8EC;vertical-align:top;white-space:normal"
MARK = "background:#FBE8B6;color:inherit;padding:1px 0"


class HasTables(Protocol):
    """What is asked of a story: its articles and sentences."""

    @property
    def articles(self) -> pd.DataFrame:
        """`tables.ARTICLES`."""
        ...

    @property
    def sentences(self) -> pd.DataFrame:
        """`tables.SENTENCES`."""
        ...


@dataclass(frozen=True)
class Evidence:
    """A table in HTML; a notebook shows it, ``str()`` gives it."""

    html: str
    rows: int

    def __str__(self) -> str:
        """Return the HTML."""
        return self.html

    def __repr__(self) -> str:
        """Say how many rows there are, for where HTML is not shown."""
        return f"evidence of {self.rows} rows"

    def _repr_html_(self) -> str:
        return self.html


def evidence(
    frame: pd.DataFrame,
    story: HasTables,
    columns: Sequence[str] | None = None,
    most: int = MOST_ROWS,
    *,
    sortable: bool = False,
) -> Evidence:
    """Show the rows of ``frame``, each with its sentence and the row's own characters marked in it.

    Parameters
    ----------
    frame
        Rows of any table. The sentence is shown where they have ``start`` and ``end``.
    story
        Its ``articles`` and ``sentences``: where the words are.
    columns
        What to show beside the sentence; left out, all columns that do not merely say where the row is.
    most
        Rows beyond so many are counted and left out.
    sortable
        A click on a column's name sorts by it, once more the other way; where a page runs no script (a notebook that is
        not trusted), the table stands as it is.
    """
    shown = [c for c in frame.columns if not _is_place(c)] if columns is None else list(columns)
    placed = {"article_id", "start", "end"} <= set(frame.columns)
    texts = dict(zip(story.articles["article_id"], story.articles["text"], strict=True))
    spans = _spans(story.sentences) if placed else {}
    click = f' onclick="{html.escape(SORT)}" title="sort · رتّب"' if sortable else ""
    style = f"{HEAD};cursor:pointer" if sortable else HEAD
    names = [*shown, *(["sentence"] * placed)]
    head = "".join(f'<th style="{style}"{click}>{html.escape(name)}{" ↕" * sortable}</th>' for name in names)
    body = []
    for row in frame.head(most).to_dict("records"):
        cells = [_cell(row[column]) for column in shown]
        if placed:
            cells.append(_sentence(row, texts, spans))
        body.append(f"<tr>{''.join(cells)}</tr>")
    if not body:
        body.append(f'<tr><td colspan="{len(names)}" style="{CELL}">{NONE}</td></tr>')
    left = len(frame) - min(len(frame), most)
    more = f'<p style="color:#5F6670">{left} more rows not shown</p>' if left > 0 else ""
    table = f'<table style="{TABLE}"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>{more}'
    return Evidence(table, len(frame))


def _is_place(column: str) -> bool:
    return column in PLACES or column.endswith(("_start", "_end"))


def _spans(sentences: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    grouped = sentences.sort_values(["article_id", "start"]).groupby("article_id", observed=True)
    return {str(key): list(zip(group["start"], group["end"], strict=True)) for key, group in grouped}


def _sentence(row: dict[Any, Any], texts: dict[str, str], spans: dict[str, list[tuple[int, int]]]) -> str:
    """The sentence that a row lies in, with its characters marked; a mark that runs on is shown to its end."""
    article, start, end = row["article_id"], row["start"], row["end"]
    if pd.isna(article) or pd.isna(start) or pd.isna(end) or article not in texts:
        return f'<td style="{CELL}">{MISSING}</td>'
    text = texts[article]
    first, last = next(
        ((a, b) for a, b in spans.get(article, []) if a <= start < b),
        (max(0, start - BEFORE_AND_AFTER), min(len(text), end + BEFORE_AND_AFTER)),
    )
    before, mark, after = text[first:start], text[start:end], text[end : max(last, end)]
    marked = f'{html.escape(before)}<mark style="{MARK}">{html.escape(mark)}</mark>{html.escape(after)}'
    return f'<td {_direction(text[first:last])};min-width:340px">{marked}</td>'


def _cell(value: Any) -> str:
    words = _words(value)
    shown = QUOTED.sub(r"<bdi>\g<0></bdi>", html.escape(words)) or MISSING
    unbroken = ";white-space:nowrap" if UNBROKEN.fullmatch(words) else ""
    return f'<td {_direction(words)}{unbroken}">{shown}</td>'


def _words(value: Any) -> str:
    """A value as a reader expects it: days as ISO, whole numbers without point, missing as nothing."""
    if hasattr(value, "tolist") and getattr(value, "ndim", 0) == 1:
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "; ".join(_words(item) for item in value)
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _direction(words: str) -> str:
    """The attributes of a cell, its style left open: the direction of most of its letters, quotations aside.

    An English reason stays English, however long the Arabic that it quotes. The side is said in the style as well:
    JupyterLab's own sheet overrules the attribute.
    """
    own = QUOTED.sub("", words)
    letters = own if any(map(str.isalpha, own)) else words
    kinds = Counter(unicodedata.bidirectional(letter) for letter in letters)
    if kinds["AL"] + kinds["R"] > kinds["L"]:
        return f'dir="rtl" lang="ar" align="right" style="{CELL};text-align:right'
    return f'dir="ltr" align="left" style="{CELL};text-align:left'
