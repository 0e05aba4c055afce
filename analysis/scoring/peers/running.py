"""Each program in its own environment and process: three runs, of which the fastest counts for its speed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.scoring.peers import chrono
from analysis.scoring.peers.protocol import Asked

Json = dict[str, Any]
PROJECT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent
ENVIRONMENTS = PROJECT / ".venv-peers"
RUNS = 3
READERS = {
    "Isnad": "isnad",
    "HeidelTime": "heideltime",
    "Duckling": "duckling",
    "puckling": "puckling",
    "Maha": "maha",
    "dateparser": "dateparser",
    "Chrono": "chrono",
}
"""The programs by name, each with its module here; its environment has the module's name too."""
ON_NODE = {"Chrono"}


class NotRunError(Exception):
    """A program could not be asked; the message says why."""


@dataclass
class Answers:
    """What a program answered: version, what it ran on, times by text, best seconds by group, failures by text."""

    version: str
    on: str
    times: dict[str, list[Json]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def ask(name: str, asked: Sequence[Asked]) -> Answers:
    """Let a program read the texts in new processes, ``RUNS`` times. Raises NotRunError."""
    started_by = command(name)
    given = "".join(f"{one.line()}\n" for one in asked)
    runs = [gathered(_run(started_by, given), asked) for _ in range(RUNS)]
    first = runs[0]
    first.seconds = {group: min(run.seconds[group] for run in runs) for group in first.seconds}
    return first


def command(name: str) -> list[str]:
    """Return what starts a program. Raises NotRunError where `make peers` could not make its environment."""
    module = READERS[name]
    if name == "Isnad":
        return [sys.executable, "-m", f"{__package__}.{module}"]
    home = ENVIRONMENTS / module
    if not (home / "ready").exists():
        why = ENVIRONMENTS / f"{module}.why"
        raise NotRunError(
            why.read_text(encoding="utf-8").strip() if why.exists() else "not installed; see `make peers`"
        )
    if name in ON_NODE:
        return [shutil.which("node") or "node", str(HERE / f"{module}.mjs"), str(home)]
    return [str(home / "bin" / "python"), "-m", f"{__package__}.{module}"]


def gathered(lines: Iterable[str], asked: Iterable[Asked]) -> Answers:
    """Return the answers that a program wrote, line by line, about the texts that it was asked."""
    texts = {one.id: one for one in asked}
    told = [json.loads(line) for line in lines]
    answers = Answers(told[0]["version"], told[0]["on"])
    for line in told[1:]:
        if "seconds" in line:
            answers.seconds[line["group"]] = line["seconds"]
            continue
        if "answer" in line:  # from Node, where nothing could say it in the terms of the tables
            line["times"] = [found.row() for found in chrono.times(texts[line["id"]], line["answer"])]
        answers.times[line["id"]] = line["times"]
        if "failed" in line:
            answers.failed[line["id"]] = line["failed"]
    return answers


def _run(started_by: Sequence[str], given: str) -> list[str]:
    done = subprocess.run(started_by, input=given, capture_output=True, encoding="utf-8", cwd=PROJECT, check=False)
    if done.returncode:
        raise NotRunError(f"it stopped: {last_words(done.stderr)}")
    return done.stdout.splitlines()


def last_words(errors: str) -> str:
    r"""Return what a program said of its end: the last line that names an error, else the last.

    >>> last_words("TypeError: no text\n\nNode.js v20")
    'TypeError: no text'
    """
    lines = [line.strip() for line in errors.splitlines() if line.strip()] or ["without a word"]
    return next((line for line in reversed(lines) if "Error" in line), lines[-1])
