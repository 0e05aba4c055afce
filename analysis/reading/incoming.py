"""A file or a row to an article-to-be: its text, its path and digest, and what came with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.reading import decode, mhtml, oddities, page, sidecar
from analysis.reading.decode import Decoded
from analysis.reading.formats import Form
from analysis.reading.oddities import Note
from analysis.reading.page import Facts, StatedDate
from analysis.reading.records import Record
from analysis.text.sentences import Place

LONGEST_ID = 1000
"""Characters of an id: it stands in every row of every table."""


class UnreadableError(Exception):
    """A file or a row holds no article; the message says why and what to do."""


@dataclass(frozen=True)
class Incoming:
    """An article before it is laid out: its wanted id, its path, and what came with it."""

    wanted: str
    path: str
    sha256: str
    text: str
    title: str | None
    facts: Facts
    titled: bool = False
    """Whether ``text`` begins with ``title``."""
    places: tuple[Place, ...] = ()
    """The places of the lines below the title, where a page's markup gives them."""
    own_id: bool = False
    """Whether it is a row of a table and has an id of its own there."""
    notes: tuple[Note, ...] = ()


def document(form: Form, name: str, data: bytes, given: Mapping[str, str]) -> Incoming:
    """Return the article of a file ``name`` that holds ``data``: a text, a page, or a page in a web archive.

    ``given`` is what the user says of it. Raises UnreadableError.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        if form.kind == "text":
            found = _of_text(decode.decode(data), given)
        else:
            found = _of_page(data, given, form.kind == "archive")
    except (decode.NotTextError, page.NoPageError, mhtml.NoArchiveError) as error:
        raise UnreadableError(str(error)) from error
    return replace(found, wanted=form.stem, path=name, sha256=digest)


def row(record: Record, name: str, given: Mapping[str, str]) -> Incoming:
    """Return the article of a row that goes by ``name``; ``given`` is what the user says of its whole table.

    A row of a page gives that page's text. Raises UnreadableError.
    """
    cells = {field: oddities.sound(cell) for field, cell in record.cells.items()}
    known = {**given, **{field: cells[field] for field in sidecar.COLUMNS if field in cells and field != "title"}}
    html = cells.get("html") if "text" not in cells else None
    source = html or cells.get("text", "")
    if html:
        try:
            found = _laid_out(page.parse(html), cells.get("url"), known)
        except page.NoPageError as error:
            raise UnreadableError(str(error)) from error
    else:
        found = _headed(source, cells.get("title"), Facts(url=cells.get("url"), given=known))
    if "updated" in cells:
        updated = StatedDate("updated", cells["updated"], "column of its last change")
        found = replace(found, facts=replace(found.facts, dates=(*found.facts.dates, updated)))
    digest = hashlib.sha256(source.encode()).hexdigest()
    own, notes = cells.get("id"), found.notes
    if own and len(own) > LONGEST_ID:
        own, why = None, f"it has over {LONGEST_ID} characters; the article goes by its row"
        notes = (*notes, ("given-value-refused", {"column": "id", "value": cells["id"][:40] + "…", "why": why}))
    return replace(found, wanted=own or name, path=name, sha256=digest, own_id=bool(own), notes=notes)


def _of_text(decoded: Decoded, given: Mapping[str, str]) -> Incoming:
    facts = Facts(url=given.get("url"), given=given)
    notes = (*_of_encoding(decoded), *oddities.of(decoded.text))
    return Incoming("", "", "", decoded.text, given.get("title"), facts, notes=notes)


def _of_page(data: bytes, given: Mapping[str, str], archived: bool) -> Incoming:
    saved = mhtml.page_of(data) if archived else mhtml.Saved(data, page.declared_encoding(data), None)
    decoded = decode.decode(saved.html, saved.encoding)
    found = _laid_out(page.parse(decoded.text), saved.url, given)
    return replace(found, notes=(*_of_encoding(decoded), *found.notes))


def _laid_out(found: page.Page, url: str | None, given: Mapping[str, str]) -> Incoming:
    """A page as an article; the address it gives itself goes before ``url``, where it was found."""
    facts = replace(found.facts, url=given.get("url") or found.facts.url or url, given=given)
    return replace(_headed(found.text, found.title, facts), places=found.places)


def _headed(text: str, title: str | None, facts: Facts) -> Incoming:
    whole = f"{title}\n\n{text}" if title and text else title or text
    return Incoming("", "", "", whole, title, facts, bool(title), notes=tuple(oddities.of(whole)))


def _of_encoding(decoded: Decoded) -> Iterator[Note]:
    return oddities.of_encoding(decoded.encoding, decoded.doubt)
