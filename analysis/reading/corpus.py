"""A folder or a file to articles, with their readings and what a reader must know about them.

`read` is the only way in: it finds the files, has them decoded and their pages laid out, and says which outlet each is
from. When an article was published is weighed later, by `dating.publication`, from the facts kept here beside the text.

What cannot be read becomes a notice, and the rest is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from analysis.notices import notice
from analysis.reading import bounded, exports, folder, formats, furniture, incoming, language, outlet, sidecar, versions
from analysis.reading.columns import NO_WISHES
from analysis.reading.days import ADVICE, day
from analysis.reading.incoming import Incoming
from analysis.reading.oddities import Note
from analysis.reading.page import Facts
from analysis.reading.records import BadRow, NoTableError, Record, Remark
from analysis.text.read import Reading
from analysis.text.read import read as read_text

LONGEST = 1_000_000
"""Characters of an article that are read for marks: no article is longer, and a dump of many in one costs no hours."""

T = TypeVar("T")
Progress = Callable[[Iterable[T]], Iterable[T]]


class CorpusError(Exception):
    """Nothing can be read from a corpus; the message names the path and says why."""


@dataclass(frozen=True)
class Corpus:
    """What was read.

    ``articles`` are rows of `tables.ARTICLES` without the columns of publication; ``readings`` and ``facts`` are by
    article id; ``inputs`` is the sha256 of every file read, by its path below the corpus; ``own_ids`` are the articles
    that are rows of a table with an id of their own.
    """

    articles: list[dict[str, Any]]
    readings: dict[str, Reading]
    facts: dict[str, Facts]
    notices: list[dict[str, Any]]
    inputs: dict[str, str]
    layouts: dict[str, furniture.Layout] = field(repr=False)
    own_ids: set[str] = field(default_factory=set)


def read(
    path: Path, progress: Progress | None = None, *, asked: Mapping[str, str] = NO_WISHES, strict: bool = False
) -> Corpus:
    """Read the articles of a folder, or of one file.

    Parameters
    ----------
    path
        A folder of texts, pages, web archives and tables in any mixture, or one of these.
    progress
        Is handed the files, or the rows of a single table, and gives them back, showing how far it is.
    asked
        Which column of a table gives a field (`columns.FIELDS`), where its name is not a known one.
    strict
        Whether to read nothing where something would be skipped.

    Raises
    ------
    CorpusError
        Its message naming ``path``: where it is missing or empty or nothing in it can be read; with ``strict``, where
        anything in it cannot.
    """
    corpus = Corpus([], {}, {}, [], {}, {})
    show: Progress = progress or (lambda items: items)
    for raw in _incoming(path, corpus, asked, show):
        _add(corpus, raw)
    if strict and (skipped := _errors(corpus)):
        lines = "".join(f"\n  {row['article_id']}: {row['message']}" for row in skipped)
        raise CorpusError(f"{path}: {len(skipped)} would be skipped, and --strict allows none{lines}")
    if not corpus.articles:
        raise CorpusError(f"{path}: {_why_nothing(corpus)}")
    versions.mark(corpus.articles, corpus.readings, corpus.facts, corpus.notices, corpus.own_ids)
    return corpus


def sentences(corpus: Corpus) -> list[dict[str, Any]]:
    """Return the rows of `tables.SENTENCES`, in the order of the articles."""
    return [
        {
            "article_id": article_id,
            "sentence_id": sentence.sentence_id,
            "start": sentence.start,
            "end": sentence.end,
            "paragraph": sentence.paragraph,
            "place": sentence.place,
        }
        for article_id, reading in corpus.readings.items()
        for sentence in reading.sentences
    ]


def _errors(corpus: Corpus) -> list[dict[str, Any]]:
    return [row for row in corpus.notices if row["severity"] == "error"]


def _why_nothing(corpus: Corpus) -> str:
    errors = _errors(corpus)
    if not errors:
        return f"holds no article; read are {formats.READ}"
    first = errors[0]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"nothing in it can be read: {first['article_id']}: {first['message']}{more}"


# Files


def _incoming(path: Path, corpus: Corpus, asked: Mapping[str, str], show: Progress) -> Iterator[Incoming]:
    if path.is_dir():
        try:
            found = folder.look(path)
        except OSError as error:
            raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
    elif not path.exists():
        raise CorpusError(f"{path}: there is no such file or folder")
    elif formats.of(path.name) is None:
        raise CorpusError(f"{path}: {formats.advice(path.name)}; read are {formats.READ}")
    else:
        found = folder.beside(path)
    corpus.notices.extend(found.notices)
    said = sidecar.read(found.sidecars, found.articles)
    corpus.inputs.update(said.inputs)
    corpus.notices.extend(said.notices)
    alone = len(found.articles) == 1
    for name, file in found.articles.items() if alone else show(found.articles.items()):
        form = formats.of(name.rpartition("/")[2])
        if form is not None and form.kind == "table":
            yield from _rows(file, name, form, corpus, said.of(name), asked, show if alone else lambda rows: rows)
        elif form is not None:
            yield from _document(file, name, form, corpus, said.of(name))


def _document(
    file: Path, name: str, form: formats.Form, corpus: Corpus, given: Mapping[str, str]
) -> Iterator[Incoming]:
    """The article of a file, or the notice that says why there is none."""
    try:
        data = bounded.whole(file, compressed=form.compressed)
        corpus.inputs[name] = hashlib.sha256(data).hexdigest()
        raw = incoming.document(form, name, data, given)
    except (bounded.RefusedError, incoming.UnreadableError) as error:
        corpus.notices.append(notice("unreadable-file", name, why=str(error)))
        return
    if raw.text.strip():
        yield raw
    else:
        corpus.notices.append(notice("empty-file", name))


def _rows(
    file: Path,
    name: str,
    form: formats.Form,
    corpus: Corpus,
    given: Mapping[str, str],
    asked: Mapping[str, str],
    show: Progress,
) -> Iterator[Incoming]:
    """The articles of a table, and notices of the rows that are none."""
    shared = {field_: value for field_, value in given.items() if field_ in ("outlet", "published")}
    rows = 0
    try:
        if not bounded.size(file):
            corpus.notices.append(notice("empty-file", name))
            return
        for found in show(exports.rows(file, form, asked)):
            rows += not isinstance(found, Remark)
            yield from _row(found, name, corpus, shared)
        if not rows:
            raise NoTableError("it has no rows; take it away or fill it")
    except (bounded.RefusedError, NoTableError) as error:
        corpus.notices.append(notice("unreadable-file", name, why=str(error)))
    if rows:
        corpus.inputs[name] = bounded.digest(file)


def _row(found: Record | BadRow | Remark, table: str, corpus: Corpus, given: Mapping[str, str]) -> Iterator[Incoming]:
    if isinstance(found, Remark):
        corpus.notices.append(notice(found.kind, table, **found.details))
        return
    name = f"{table}#{found.place}"
    try:
        if isinstance(found, BadRow):
            raise incoming.UnreadableError(found.why)
        yield incoming.row(found, name, given)
    except incoming.UnreadableError as error:
        corpus.notices.append(notice("bad-row", name, row=found.place, why=str(error)))


# One article


def _add(corpus: Corpus, raw: Incoming) -> None:
    article_id = _free_id(raw, corpus)
    given, refused = _checked(raw.facts.given)
    facts = replace(raw.facts, given=given)
    if facts.url and not _is_address(facts.url):
        refused.append(("given-value-refused", {"column": "url", "value": facts.url[:80], "why": "it is no address"}))
        facts = replace(facts, url=None)
    read_to = _read_to(raw.text)
    reading = read_text(raw.text[:read_to], article_id)
    layout = furniture.lay_out(reading, _title_span(raw), raw.places)
    reading = reading.place(layout.sentences)
    found = outlet.identify(reading, layout, facts)
    title = raw.title or (raw.text[slice(*layout.title)] if layout.title else None)
    corpus.articles.append(
        {
            "article_id": article_id,
            "path": raw.path,
            "sha256": raw.sha256,
            "chars": len(raw.text),
            "text": raw.text,
            "title": title,
            "title_start": layout.title[0] if layout.title else None,
            "title_end": layout.title[1] if layout.title else None,
            "body_start": layout.body[0] if layout.body else None,
            "body_end": layout.body[1] if layout.body else None,
            "outlet": found.name,
            "outlet_id": found.outlet_id,
            "outlet_basis": found.basis,
            "version_of": None,
            "agencies": outlet.agencies(reading, layout, found.outlet_id),
            "language": language.identify(raw.text),
        }
    )
    if raw.own_id:
        corpus.own_ids.add(article_id)
    corpus.readings[article_id] = reading
    corpus.facts[article_id] = facts
    corpus.layouts[article_id] = layout
    if read_to < len(raw.text):
        corpus.notices.append(notice("too-long", article_id, read_to, len(raw.text), read=read_to, most=LONGEST))
    for kind, details in (*raw.notes, *refused, *_page_notes(layout, corpus.articles[-1])):
        corpus.notices.append(notice(kind, article_id, **details))


def _read_to(text: str) -> int:
    """How far a text is read for marks: to its end, or to the last blank before it is too long."""
    if len(text) <= LONGEST:
        return len(text)
    return max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST), LONGEST // 2)


def _free_id(raw: Incoming, corpus: Corpus) -> str:
    if raw.wanted not in corpus.readings:
        return raw.wanted
    article_id = raw.path
    while article_id in corpus.readings:
        article_id += "+"
    corpus.notices.append(notice("duplicate-id", article_id, wanted=raw.wanted))
    return article_id


def _title_span(raw: Incoming) -> tuple[int, int] | None:
    """Where a known headline stands: at the beginning, or on a line of its own, or nowhere in the text."""
    if not raw.title:
        return None
    if len(raw.title) > LONGEST // 2:
        return None
    if raw.titled:
        return 0, len(raw.title)
    at = f"\n{raw.text[: LONGEST // 2]}\n".find(f"\n{raw.title}\n")
    return None if at < 0 else (at, at + len(raw.title))


def _checked(given: Mapping[str, str]) -> tuple[dict[str, str], list[Note]]:
    """What the user gives, without what cannot be meant."""
    published = given.get("published")
    if not published or day(published):
        return dict(given), []
    kept = {name: value for name, value in given.items() if name != "published"}
    return kept, [("given-value-refused", {"column": "published", "value": published, "why": ADVICE})]


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname) or "://" not in url
    except ValueError:
        return False


def _page_notes(layout: furniture.Layout, article: Mapping[str, Any]) -> Iterator[Note]:
    if layout.body is None:
        yield "no-body", {}
    if article["title"] is None:
        yield "no-title", {}
    elif article["title"].rstrip().endswith(("...", "…")):
        yield "cut-title", {}
    if article["language"] not in (None, "ar"):
        yield "not-arabic", {}
