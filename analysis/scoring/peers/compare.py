"""The comparison from end to end: gather the texts, ask every program, score, print, keep."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tqdm import tqdm

from analysis.scoring.peers import running, table, texts


def compare(day: date, news: Path | None = None, data: Path | None = None, record: Path | None = None) -> str:
    """Compare the programs on every set of texts at hand; return the tables as text, kept in ``record`` if given."""
    annotated, absent = texts.gather(news, data)
    asked = [*texts.warm_up(), *(one.asked for one in annotated)]
    answered: dict[str, running.Answers] = {}
    not_run: dict[str, str] = {}
    for name in tqdm(running.READERS, "programs", leave=False):
        try:
            answered[name] = running.ask(name, asked)
        except running.NotRunError as error:
            not_run[name] = str(error)
    measured = table.measured(annotated, answered, not_run, absent, day)
    if record:
        table.keep(measured, record)
    return table.text(measured)
