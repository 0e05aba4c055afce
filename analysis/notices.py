"""The kinds of trouble worth telling a reader, with their wording.

Raise when the caller is wrong; write a notice when the text is. A kind has one severity and one wording, so that a
reader meets the same words for the same trouble, and a test can count them. To add a kind, add an entry to ``KINDS``.

Examples
--------
>>> notice("not-utf8", "b", encoding="windows-1256")["message"]
'not UTF-8; read as windows-1256'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analysis.tables import Severity


@dataclass(frozen=True)
class Kind:
    """One kind of trouble: how bad it is, and its wording with ``{details}`` to fill in.

    ``error``: something was left out of the tables. ``warning``: read, with a doubt. ``info``: worth knowing.
    """

    severity: Severity
    wording: str


KINDS: dict[str, Kind] = {
    # files
    "unreadable-file": Kind("error", "left out, cannot be read: {why}"),
    "empty-file": Kind("error", "left out, holds no text; get it anew or take it away"),
    "unknown-kind": Kind("error", "left out: {advice}"),
    "link-refused": Kind("error", "left out, a link out of the folder or round in it; copy there what it means"),
    "folder-unreadable": Kind("error", "left out, a folder that cannot be entered ({why}); allow yourself to read it"),
    "not-an-article": Kind("info", "left out, no article: {why}"),
    "saved-with-a-page": Kind("info", "left out, what a browser saved beside a page"),
    "not-utf8": Kind("warning", "not UTF-8; read as {encoding}"),
    "encoding-doubted": Kind("warning", "{encoding} is a guess: {why}; if letters look wrong, save the file as UTF-8"),
    "damaged-text": Kind("warning", "{count} characters could not be decoded and stand as U+FFFD"),
    "presentation-forms": Kind("info", "{count} letters are presentation forms; they stay so and are read as letters"),
    "mojibake": Kind("warning", "{sample!r} and the like are Arabic that was decoded wrongly; get the text anew"),
    "markup-in-text": Kind(
        "warning", "tags such as {tag} stay in the text; read such a column with --column html=NAME"
    ),
    "cut-text": Kind("warning", "the text was cut off before it came here: it ends in {ending!r}"),
    "too-long": Kind(
        "error", "only its first {read:,} characters are read for marks, no article has {most:,}; split it"
    ),
    "duplicate-id": Kind("warning", "its id {wanted} was taken; it goes by its path"),
    "same-article": Kind("info", "a version of {other}; counts take it once"),
    # tables
    "bad-row": Kind("error", "row {row} left out: {why}"),
    "columns-recognised": Kind("info", "{columns}"),
    "column-absent": Kind("warning", "asked for {wish}, but its columns are {names}; give a name it has"),
    "headlines-only": Kind("warning", "no column of text, articles are their headlines; its columns are {names}"),
    "sheet-without-text": Kind("info", "sheet {sheet!r} is left out: {why}"),
    "cell-full": Kind("warning", "row {row} holds a cell of {most:,} characters, where Excel cuts off; see the source"),
    # sidecar
    "sidecar-unreadable": Kind("error", "metadata.csv says nothing, it cannot be read: {why}"),
    "sidecar-outside": Kind("error", "{file!r} leads out of its folder and is refused; name files beside it or below"),
    "sidecar-stranger": Kind("warning", "metadata.csv speaks of {file}, which is not there"),
    "sidecar-twice": Kind("warning", "metadata.csv speaks of {file} twice; the later row counts"),
    "given-value-refused": Kind("warning", "{column} {value!r} is refused: {why}"),
    # page
    "no-body": Kind("warning", "no prose found on the page"),
    "no-title": Kind("info", "the page has no headline"),
    "cut-title": Kind("warning", "the headline breaks off"),
    "not-arabic": Kind("warning", "little of it is Arabic; marks are not to be relied on"),
    # dates
    "crawl-date-refused": Kind("warning", "{text} is not the publication date: {why}"),
    "relative-date": Kind("info", "{text} counts from when the page was read, and gives no day of publication"),
    "no-publication-date": Kind("warning", "no publication date; {known}"),
    "weekday-mismatch": Kind("warning", "{text}: that day was a {weekday}"),
    # marks
    "unclosed-quotation": Kind("warning", "a quotation mark is never closed; the pairs that can be trusted are kept"),
}


def notice(
    kind: str, article_id: str | None = None, start: int | None = None, end: int | None = None, **details: Any
) -> dict[str, Any]:
    """Return a row of `tables.NOTICES` in the wording of ``kind``, filled with ``details``.

    ``start`` and ``end`` are offsets into the article's text, where there is a place to point at. Raises KeyError for a
    kind or a detail that ``KINDS`` does not know.
    """
    known = KINDS[kind]
    return {
        "article_id": article_id,
        "severity": known.severity,
        "kind": kind,
        "message": known.wording.format(**details),
        "start": start,
        "end": end,
    }
