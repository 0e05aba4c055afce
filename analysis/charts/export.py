"""A figure and its twin to files: pictures, the rows they show, and an entry in the manifest.

``save`` writes ``<name>.<ar|en>.<svg|png|pdf>`` and ``<name>.csv``, and merges the figure's entry into
``manifest.json``: title, caption and alt text in both languages, the tables it was drawn from, sha256 of every file.
The same figure gives the same bytes on every run: no dates, fixed ids.

Figures are exported by a matplotlib that shapes Arabic itself (3.11 and later). An older one draws them right, but
writes reversed presentation forms into SVG and PDF, where nobody could search them.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure

from analysis.charts import look
from analysis.charts.shaping import MARKS, NATIVE
from analysis.charts.vector import finished

if TYPE_CHECKING:
    import pandas as pd

FOLDER_VARIABLE = "ISNAD_FIGURES"
PROJECT_FIGURES = Path(__file__).resolve().parents[2] / "figures"
MANIFEST = "manifest.json"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by a spreadsheet."""
ON_SCREEN = 800
"""Width of a figure in a notebook, in CSS pixels: half its own, sharp on a dense screen."""


@dataclass(frozen=True)
class Saved:
    """What was written; as the last line of a notebook cell it shows both twins as pictures with their alt text."""

    name: str
    files: tuple[Path, ...]
    pictures: Mapping[look.Lang, bytes]
    alt: Mapping[look.Lang, str]

    def __repr__(self) -> str:
        return f"{self.name}: {', '.join(file.name for file in self.files)}"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for lang, png in self.pictures.items():
            data = {"image/png": base64.b64encode(png).decode("ascii"), "text/plain": self.alt[lang]}
            display(data, raw=True, metadata={"image/png": {"width": ON_SCREEN, "alt": self.alt[lang]}})


def save(
    figures: Mapping[look.Lang, Figure],
    name: str,
    *,
    data: pd.DataFrame | None = None,
    tables: Sequence[str] = (),
    title: Mapping[look.Lang, str] | None = None,
    caption: Mapping[look.Lang, str] | None = None,
    alt: Mapping[look.Lang, str] | None = None,
    folder: Path | None = None,
) -> Saved:
    """Write a figure's twins, the rows they show and their entry in the manifest.

    Parameters
    ----------
    figures
        The figure on an Arabic and on an English page, as `look.twins` draws them.
    name
        ``<notebook>_<subject>``, such as ``01_coverage``.
    data
        Exactly what the figure shows; left out, what its `look.Sheet` says it shows.
    tables
        Names of the tables it was drawn from.
    title, caption, alt
        By language; left out, what the sheets say.
    folder
        Left out, the environment variable ``ISNAD_FIGURES``, else the project's ``figures``.

    Raises
    ------
    RuntimeError
        If this matplotlib does not shape Arabic itself.
    ValueError
        If there is no title, alt text or data to write.
    """
    if not NATIVE:
        raise RuntimeError("figures are exported with matplotlib 3.11 or later, built with libraqm")
    words: dict[str, dict[look.Lang, str]] = {
        key: {lang: _words(figure, key, said, lang) for lang, figure in figures.items()}
        for key, said in (("title", title), ("caption", caption), ("alt", alt))
    }
    shown = data if data is not None else next((f.shown for f in figures.values() if isinstance(f, look.Sheet)), None)
    if shown is None or not all(all(words[key].values()) for key in ("title", "alt")):
        raise ValueError(f"{name} lacks its data, its title or its alt text")
    folder = Path(folder or os.environ.get(FOLDER_VARIABLE) or PROJECT_FIGURES)
    contents = {
        f"{name}.{lang}.{kind}": content
        for lang, figure in figures.items()
        for kind, content in _drawn(figure, words["title"][lang], words["alt"][lang]).items()
    }
    contents[f"{name}.csv"] = as_csv(shown).encode("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in contents.items():
        _write(folder / file, content)
    entry = {
        **words,
        "tables": sorted(tables),
        "rows": len(shown),
        "files": {file: hashlib.sha256(content).hexdigest() for file, content in sorted(contents.items())},
    }
    _merge(folder / MANIFEST, name, entry)
    pictures: dict[look.Lang, bytes] = {lang: contents[f"{name}.{lang}.png"] for lang in figures}
    return Saved(name, tuple(folder / file for file in sorted(contents)), pictures, words["alt"])


def as_csv(shown: pd.DataFrame) -> str:
    """Return ``shown`` as CSV: days as ISO, lists as JSON, missing as nothing.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(shown.columns)
    writer.writerows([_cell(value) for value in row] for row in shown.astype("object").itertuples(index=False))
    return file.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if getattr(value, "ndim", 0) == 1:
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return json.dumps(list(value), ensure_ascii=False)
    import pandas as pd  # loaded already by whoever made the frame; labels alone do without it

    if value is None or pd.isna(value):
        return ""
    return value.date().isoformat() if hasattr(value, "date") else value


def _words(figure: Figure, key: str, said: Mapping[look.Lang, str] | None, lang: look.Lang) -> str:
    text = said[lang] if said is not None else str(getattr(figure, key, ""))
    return MARKS.sub("", text)


def _drawn(figure: Figure, title: str, alt: str) -> dict[str, bytes]:
    """The figure in each format, without dates."""
    made: dict[str, bytes] = {}
    with look.context():
        for kind, metadata in (
            ("png", {"Software": None}),
            ("svg", {"Date": None}),
            ("pdf", {"CreationDate": None, "Title": title}),
        ):
            file = io.BytesIO()
            figure.savefig(file, format=kind, metadata=metadata)
            made[kind] = file.getvalue()
    made["svg"] = finished(made["svg"].decode("utf-8"), title, alt).encode("utf-8")
    return made


def _merge(manifest: Path, name: str, entry: Mapping[str, Any]) -> None:
    """Put ``entry`` among those of earlier figures; their order is that of their names, not of the runs."""
    known = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    text = json.dumps(dict(sorted({**known, name: entry}.items())), ensure_ascii=False, indent=1, sort_keys=True)
    _write(manifest, f"{text}\n".encode())


def _write(file: Path, content: bytes) -> None:
    """Write all or nothing: a reader never meets half a file."""
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        half.write_bytes(content)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
