"""A folder or a file to articles, with their readings and what a reader must know about them.

`read` is the only way in: it finds the files, decodes them, lays out their pages and says which outlet each is from.
When an article was published is weighed later, by `dating.publication`, from the facts kept here beside the text.

One file that cannot be read becomes a notice, and the rest is read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from analysis.notices import notice
from analysis.reading import decode, furniture, language, outlet, page, records, versions
from analysis.reading.page import Facts
from analysis.text.read import Reading
from analysis.text.read import read as read_text

TEXTS = frozenset({".txt", ".text"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
SIDECAR = "metadata.csv"
PROJECT_FILES = frozenset({SIDECAR, "story.toml", "readme.md", "readme", "license"})
"""Files that belong to a story without being articles of it; nothing is said about them."""
SIDECAR_COLUMNS = ("outlet", "published", "title", "url")
LARGEST = 100_000_000
"""Bytes of the largest file that is taken for one article."""

T = TypeVar("T")
Progress = Callable[[Iterable[T]], Iterable[T]]


class CorpusError(Exception):
    """Nothing can be read from a corpus; the message names the path and says why."""


@dataclass(frozen=True)
class Corpus:
    """What was read.

    ``articles`` are rows of `tables.ARTICLES` without the columns of publication; ``readings`` and ``facts`` are by
    article id; ``inputs`` is the sha256 of every file read, by its path below the corpus.
    """

    articles: list[dict[str, Any]]
    readings: dict[str, Reading]
    facts: dict[str, Facts]
    notices: list[dict[str, Any]]
    inputs: dict[str, str]
    layouts: dict[str, furniture.Layout] = field(repr=False)


@dataclass(frozen=True)
class _Raw:
    """An article before it is laid out: its wanted id, its path, and what came with it."""

    wanted: str
    path: str
    sha256: str
    text: str
    title: str | None
    facts: Facts
    titled: bool = False
    """Whether ``text`` begins with ``title``."""
    notes: tuple[tuple[str, Mapping[str, Any]], ...] = ()


def read(path: Path, progress: Progress | None = None) -> Corpus:
    """Read the articles of a folder of texts and pages, or of one table of articles.

    ``progress`` is handed the files or rows and gives them back, showing how far it is. Raises CorpusError, its message
    naming ``path``, where it is missing, empty, or holds nothing that can be read.
    """
    corpus = Corpus([], {}, {}, [], {}, {})
    show: Progress = progress or (lambda items: items)
    for raw in _raws(path, corpus, show):
        _add(corpus, raw)
    if not corpus.articles:
        raise CorpusError(f"{path}: {_why_nothing(corpus)}")
    versions.mark(corpus.articles, corpus.readings, corpus.facts, corpus.notices)
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


def _why_nothing(corpus: Corpus) -> str:
    errors = [row for row in corpus.notices if row["severity"] == "error"]
    if not errors:
        return "holds no article; .txt and .html files are read, or one .jsonl, .csv or .parquet file"
    first = errors[0]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"nothing in it can be read: {first['article_id']}: {first['message']}{more}"


def _raws(path: Path, corpus: Corpus, show: Progress) -> Iterator[_Raw]:
    if path.is_dir():
        return _from_folder(path, corpus, show)
    if not path.exists():
        raise CorpusError(f"{path}: there is no such file or folder")
    suffix = path.suffix.lower()
    if suffix in records.SUFFIXES:
        return _from_table(path, corpus, show)
    if suffix in TEXTS | PAGES:
        return _from_files(path.parent, [path], corpus, show)
    raise CorpusError(f"{path}: is no folder, and no .jsonl, .csv, .parquet, .txt or .html file")


# Folders


def _from_folder(root: Path, corpus: Corpus, show: Progress) -> Iterator[_Raw]:
    try:
        files = _files(root)
    except OSError as error:
        raise CorpusError(f"{root}: cannot be read: {error.strerror or error}") from error
    articles = []
    for file in files:
        if file.suffix.lower() in TEXTS | PAGES:
            articles.append(file)
        elif file.name.lower() not in PROJECT_FILES:
            kind = file.suffix or "no suffix"
            corpus.notices.append(notice("not-an-article", _below(file, root), why=f"its kind ({kind}) is not read"))
    return _from_files(root, articles, corpus, show)


def _files(root: Path) -> list[Path]:
    """All files below ``root`` that are not hidden, in the order of their paths; links to folders are not followed."""

    def refuse(error: OSError) -> None:
        if Path(error.filename) == root:
            raise error

    found = []
    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    return sorted(found, key=lambda file: _below(file, root))


def _below(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()


def _from_files(root: Path, files: list[Path], corpus: Corpus, show: Progress) -> Iterator[_Raw]:
    sidecar = _sidecars(root, files, corpus)
    for file in show(files):
        name = _below(file, root)
        try:
            data = _bytes(file)
            corpus.inputs[name] = hashlib.sha256(data).hexdigest()
            raw = _raw(file, name, data, sidecar.get(name, {}))
        except (OSError, decode.NotTextError, page.NoPageError) as error:
            why = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
            corpus.notices.append(notice("unreadable-file", name, why=why))
            continue
        if raw.text.strip():
            yield raw
        else:
            corpus.notices.append(notice("empty-file", name))


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise OSError(0, "it is no ordinary file")
    size = file.stat().st_size
    if size > LARGEST:
        raise OSError(0, f"it holds {size:,} bytes, and no article has over {LARGEST:,}")
    return file.read_bytes()


def _raw(file: Path, name: str, data: bytes, given: Mapping[str, str]) -> _Raw:
    is_page = file.suffix.lower() in PAGES
    decoded = decode.decode(data, page.declared_encoding(data) if is_page else None)
    notes = tuple(_decoding_notes(decoded))
    digest = hashlib.sha256(data).hexdigest()
    if not is_page:
        facts = Facts(url=given.get("url"), given=given)
        return _Raw(file.stem, name, digest, decoded.text, given.get("title"), facts, notes=notes)
    found = page.parse(decoded.text)
    facts = replace(found.facts, url=given.get("url") or found.facts.url, given=given)
    text = f"{found.title}\n\n{found.text}" if found.title else found.text
    return _Raw(file.stem, name, digest, text, found.title, facts, titled=bool(found.title), notes=notes)


def _decoding_notes(decoded: decode.Decoded) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if decoded.encoding != decode.UTF_8:
        yield "not-utf8", {"encoding": decoded.encoding}
    if decoded.damaged:
        yield "damaged-text", {"count": decoded.damaged}


# Sidecars


def _sidecars(root: Path, files: list[Path], corpus: Corpus) -> dict[str, dict[str, str]]:
    """What the sidecars beside the files say, by the path of the file below ``root``."""
    known = {_below(file, root) for file in files}
    found: dict[str, dict[str, str]] = {}
    for folder in sorted({file.parent for file in files} | {root}):
        sidecar = folder / SIDECAR
        if not sidecar.is_file():
            continue
        name = _below(sidecar, root)
        try:
            data = _bytes(sidecar)
            rows = list(records.read_csv(data))
        except (OSError, records.NoTableError) as error:
            corpus.notices.append(
                notice("sidecar-unreadable", name, why=getattr(error, "strerror", None) or str(error))
            )
            continue
        corpus.inputs[name] = hashlib.sha256(data).hexdigest()
        if rows and "file" not in rows[0]:
            corpus.notices.append(notice("sidecar-unreadable", name, why="it has no column `file`"))
            continue
        for row in rows:
            _take_sidecar_row(row, PurePosixPath(name).parent, known, found, corpus.notices)
    return found


def _take_sidecar_row(
    row: Mapping[str, Any],
    folder: PurePosixPath,
    known: set[str],
    found: dict[str, dict[str, str]],
    notices: list[dict[str, Any]],
) -> None:
    named = (row.get("file") or "").strip()
    file = (folder / named).as_posix()
    if not named:
        return
    if file not in known:  # which holds for `../x` and for absolute paths too: only what was found is spoken of
        notices.append(notice("sidecar-stranger", None, file=named))
        return
    cells = {name: (row.get(name) or "").strip() for name in SIDECAR_COLUMNS}
    found[file] = {name: text for name, text in cells.items() if text}


# Tables


def _from_table(path: Path, corpus: Corpus, show: Progress) -> Iterator[_Raw]:
    try:
        corpus.inputs[path.name] = _digest(path)
        for found in show(records.rows(path)):
            name = f"{path.name}#{found.row}"
            if isinstance(found, records.BadRow):
                corpus.notices.append(notice("bad-row", name, row=found.row, why=found.why))
            else:
                yield _row(found, name)
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
    except records.NoTableError as error:
        raise CorpusError(f"{path}: cannot be read: {error}") from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _row(record: records.Record, name: str) -> _Raw:
    cells = record.cells
    text, title = cells.get("text", ""), cells.get("title")
    whole = f"{title}\n\n{text}" if title else text
    given = {column: cells[column] for column in SIDECAR_COLUMNS if column in cells and column != "title"}
    return _Raw(
        wanted=cells.get("id") or name,
        path=name,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=whole,
        title=title,
        facts=Facts(url=cells.get("url"), given=given),
        titled=bool(title),
    )


# One article


def _add(corpus: Corpus, raw: _Raw) -> None:
    article_id = _free_id(raw, corpus)
    given, refused = _checked(raw.facts.given)
    facts = replace(raw.facts, given=given)
    reading = read_text(raw.text, article_id)
    layout = furniture.lay_out(reading, _title_span(raw))
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
    corpus.readings[article_id] = reading
    corpus.facts[article_id] = facts
    corpus.layouts[article_id] = layout
    for kind, details in (*raw.notes, *refused, *_page_notes(raw, layout, corpus.articles[-1])):
        corpus.notices.append(notice(kind, article_id, **details))


def _free_id(raw: _Raw, corpus: Corpus) -> str:
    if raw.wanted not in corpus.readings:
        return raw.wanted
    article_id = raw.path
    while article_id in corpus.readings:
        article_id += "+"
    corpus.notices.append(notice("duplicate-id", article_id, wanted=raw.wanted))
    return article_id


def _title_span(raw: _Raw) -> tuple[int, int] | None:
    """Where a known headline stands: at the beginning, or on a line of its own, or nowhere in the text."""
    if not raw.title:
        return None
    if raw.titled:
        return 0, len(raw.title)
    at = f"\n{raw.text}\n".find(f"\n{raw.title}\n")
    return None if at < 0 else (at, at + len(raw.title))


def _checked(given: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, Mapping[str, Any]]]]:
    """What the user gives, without what cannot be meant."""
    kept, refused = dict(given), []
    published = given.get("published")
    if published and day(published) is None:
        del kept["published"]
        why = "it is no day (2021-03-23) and no ISO time"
        refused.append(("sidecar-value-refused", {"column": "published", "value": published, "why": why}))
    return kept, refused


def day(written: str) -> dt.date | None:
    """Return the day of an ISO day or time, as written, in whatever zone; None for anything else."""
    try:
        return dt.datetime.fromisoformat(written.strip().replace("/", "-")).date()
    except ValueError:
        return None


def _page_notes(
    raw: _Raw, layout: furniture.Layout, article: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if layout.body is None:
        yield "no-body", {}
    if article["title"] is None:
        yield "no-title", {}
    elif article["title"].rstrip().endswith(("...", "…")):
        yield "cut-title", {}
    if article["language"] not in (None, "ar"):
        yield "not-arabic", {}
