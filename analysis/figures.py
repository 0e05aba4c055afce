"""From a story to its figures: tables, notebooks, charts, each redone only when something it stands on has changed.

The project's own story is run in place: ``notebooks/`` keeps its outputs and ``figures/`` its charts. Any other story
gets a folder of its own below ``stories/``, with copies of the notebooks. Notebooks run side by side, so each saves its
charts into a folder of its own first; the charts and the one manifest are gathered when it has ended well.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from analysis import build, freshness, notebooks, store
from analysis.freshness import Ledger
from analysis.notebooks import NotebookError
from analysis.reading.columns import NO_WISHES
from analysis.reading.sidecar import NAME as SIDECAR
from analysis.session import CORPUS_VARIABLE, FIGURES_VARIABLE, PROJECT

PACKAGE = Path(__file__).resolve().parent
SOURCES = {".py", ".tsv", ".toml", ".css", ".js"}
DRAWING = ("charts", "reader", "report", "scoring")
"""The package's folders that read tables and write none."""
GOLD = PROJECT / "tests/gold"
AT_ONCE = min(4, os.cpu_count() or 1)
"""Notebooks that run side by side."""


@dataclass(frozen=True)
class Place:
    """Where the things of one story are."""

    corpus: Path
    tables: Path
    notebooks: Path
    figures: Path
    ledger: Path

    @classmethod
    def own(cls) -> Place:
        """Return the place of the project's own story."""
        work = PROJECT / "build"
        return cls(PROJECT / "seeds", work / "tables", PROJECT / "notebooks", PROJECT / "figures", work / "ledger.json")

    @classmethod
    def of_story(cls, corpus: Path) -> Place:
        """Return the place of another story, named for its folder or file."""
        corpus = corpus.resolve()
        home = PROJECT / "stories" / (corpus.name if corpus.is_dir() else corpus.name.split(".")[0])
        return cls(corpus, home / "tables", home / "notebooks", home / "figures", home / "ledger.json")


def make(corpus: Path | None = None, asked: Mapping[str, str] = NO_WISHES) -> None:
    """Make the tables, notebooks and figures of ``corpus``, or of the project's own story, and say what was made.

    ``asked`` says which column of a table of articles gives a field, where its name is not a known one.
    Raises CorpusError or StoreError where there is nothing to make them from or no place for them, NotebookError where
    notebooks fail; the other notebooks are then run and written all the same.
    """
    place = Place.own() if corpus is None else Place.of_story(corpus)
    ledger = Ledger.read(place.ledger)
    if ledger.known.setdefault("corpus", str(place.corpus)) != str(place.corpus):
        taken = f"{place.ledger.parent}: holds the story of {ledger.known['corpus']}"
        raise store.StoreError(f"{taken}; give {place.corpus} another name, or remove that folder")
    tables = _make_tables(place, ledger, asked)
    if corpus is not None:
        _copy_notebooks(PROJECT / "notebooks", place.notebooks)
    _run_notebooks(place, ledger, tables)


def _make_tables(place: Place, ledger: Ledger, asked: Mapping[str, str]) -> str:
    """Build the tables unless they are still good; return the digest of what they were made from."""
    made_from = freshness.of_files([*_code(without=DRAWING), *_files(place.corpus)])
    if asked:
        made_from = freshness.of_texts([made_from, *(f"{field}={column}" for field, column in sorted(asked.items()))])
    if ledger.holds("tables", made_from, _files(place.tables)):
        _say("tables", "unchanged")
        return made_from
    started = time.perf_counter()
    built = build.build(place.corpus, asked=asked)
    store.write(built.frames, place.tables, "parquet", store.manifest(built.frames, built.inputs, "parquet"))
    for line in build.skipped(built.frames):
        print(line, file=sys.stderr)
    ledger.keep("tables", made_from, _files(place.tables))
    _say("tables", f"{build.summary(built.frames)}, {time.perf_counter() - started:.1f} s")
    return made_from


def _copy_notebooks(source: Path, target: Path) -> None:
    """Bring the project's notebooks to a story where their cells differ, and drop those that are gone."""
    target.mkdir(parents=True, exist_ok=True)
    ours = notebooks.numbered(source)
    for copy in notebooks.numbered(target):
        if copy.name not in {path.name for path in ours}:
            copy.unlink()
    for path in ours:
        copy = target / path.name
        if not copy.exists() or notebooks.digest(copy) != notebooks.digest(path):
            shutil.copyfile(path, copy)


def _run_notebooks(place: Place, ledger: Ledger, tables: str) -> None:
    """Run the notebooks whose inputs changed, and gather the charts of each."""
    if not notebooks.numbered(place.notebooks):
        raise NotebookError(f"{place.notebooks}: holds no numbered notebook")
    code = freshness.of_files([*_code(), *_files(GOLD)])
    place.figures.mkdir(parents=True, exist_ok=True)
    errors: list[str] = []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(AT_ONCE) as pool:
        running: dict[Path, tuple[str, Future[float]]] = {}
        for path in notebooks.numbered(place.notebooks):
            made_from = freshness.of_texts([tables, code, notebooks.digest(path)])
            if ledger.holds(path.stem, made_from, [path, *_charts(place.figures, path)]):
                _say(path.stem, "unchanged")
            else:
                running[path] = made_from, pool.submit(_run, path, place, Path(scratch) / path.stem)
        for path, (made_from, ending) in running.items():
            try:
                seconds = ending.result()
            except NotebookError as error:
                errors.append(str(error))
                continue
            gathered = _gather(Path(scratch) / path.stem, place.figures, path)
            ledger.keep(path.stem, made_from, [path, *_charts(place.figures, path)])
            _say(path.stem, f"{gathered} files, {seconds:.1f} s")
    _index(place.figures)
    if errors:
        raise NotebookError("\n".join(errors))


def _run(path: Path, place: Place, charts: Path) -> float:
    """Run one notebook, its charts going to the new folder ``charts``; return the seconds it took."""
    started = time.perf_counter()
    charts.mkdir()
    notebooks.run(path, path, {CORPUS_VARIABLE: str(place.tables), FIGURES_VARIABLE: str(charts)})
    return time.perf_counter() - started


def _gather(made: Path, figures: Path, notebook: Path) -> int:
    """Put the charts that ``notebook`` made in the place of its earlier ones; return how many files they are."""
    manifests = [store.read_json(folder / store.MANIFEST, {}) for folder in (figures, made)]
    for stale in _charts(figures, notebook):
        stale.unlink()
    files = [path for path in _files(made) if path.name != store.MANIFEST]
    for path in files:
        shutil.copyfile(path, figures / path.name)
    earlier = {name: entry for name, entry in manifests[0].items() if not name.startswith(_prefix(notebook))}
    store.write_json(figures / store.MANIFEST, dict(sorted({**earlier, **manifests[1]}.items())))
    return len(files)


def _index(figures: Path) -> None:
    """Write what stands in the folder, from its manifest: each chart with its title, notebook, tables and caption."""
    lines = ["# Figures", "", "Written by `make figures`; not edited by hand.", ""]
    for name, entry in store.read_json(figures / store.MANIFEST, {}).items():
        lines += [f"## {name}", "", f"**{_plain(entry['title']['en'])}**", ""]
        lines += [f'<div dir="rtl" lang="ar">{_plain(entry["title"]["ar"])}</div>', ""]
        lines += [
            f"{_plain(entry['caption']['en'])}",
            "",
            f"From {', '.join(f'`{table}`' for table in entry['tables'])}: ",
        ]
        lines += [" · ".join(f"[{file}]({file})" for file in entry["files"]), ""]
    (figures / "README.md").write_text("\n".join(lines), encoding="utf-8")


def _plain(text: str) -> str:
    """Text for Markdown: the words of a page never become a tag, a link or a heading."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))


def _charts(figures: Path, notebook: Path) -> list[Path]:
    """List what ``notebook`` has put into ``figures``: whatever begins with its number."""
    return [path for path in _files(figures) if path.name.startswith(_prefix(notebook))]


def _prefix(notebook: Path) -> str:
    return notebook.name.split("_")[0] + "_"


def _code(without: Iterable[str] = ()) -> Iterator[Path]:
    """List the program, words and rules included, leaving out some folders of the package."""
    for path in _files(PACKAGE):
        if path.suffix in SOURCES and path.relative_to(PACKAGE).parts[0] not in without:
            yield path
    yield PACKAGE.parent / "requirements.lock"


def _files(place: Path) -> list[Path]:
    """List the files at and below ``place``, the hidden ones left out; of a file, it and the sidecar beside it."""
    if not place.is_dir():
        return [place, place.with_name(SIDECAR)]
    return sorted(path for path in place.rglob("[!.]*") if path.is_file())


def _say(step: str, outcome: str) -> None:
    print(f"{step:<28} {outcome}", flush=True)
