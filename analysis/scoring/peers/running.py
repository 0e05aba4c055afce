"""Each program in its own environment and process: three runs, of which the fastest counts for its speed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.scoring.peers.protocol import Asked

Json = dict[str, Any]
PROJECT = Path(__file__).resolve().parents[3]
ENVIRONMENTS = PROJECT / ".venv-peers"
RUNS = 3
READERS = {
    "Isnad": "isnad",
    "HeidelTime": "heideltime",
    "Duckling": "duckling",
    "puckling": "puckling",
    "Maha": "maha",
    "dateparser": "dateparser",
}
"""The programs by name, each with its module here; its environment has the module's name too."""


class NotRunError(Exception):
    """A program could not be asked; the message says why."""


@dataclass
class Answers:
    """What a program answered: its version, its Python, times by text, the best seconds by group, failures by text."""

    version: str
    python: str
    times: dict[str, list[Json]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def ask(name: str, asked: Sequence[Asked]) -> Answers:
    """Let a program read the texts in new processes, ``RUNS`` times. Raises NotRunError."""
    python = interpreter(name)
    given = "".join(f"{one.line()}\n" for one in asked)
    runs = [gathered(_run(python, READERS[name], given)) for _ in range(RUNS)]
    first = runs[0]
    first.seconds = {group: min(run.seconds[group] for run in runs) for group in first.seconds}
    return first


def interpreter(name: str) -> Path:
    """Return the Python of a program's environment. Raises NotRunError where `make peers` could not make one."""
    if name == "Isnad":
        return Path(sys.executable)
    python = ENVIRONMENTS / READERS[name] / "bin" / "python"
    if python.exists():
        return python
    why = ENVIRONMENTS / f"{READERS[name]}.why"
    raise NotRunError(
        why.read_text(encoding="utf-8").strip() if why.exists() else "not installed; `make peers` does it"
    )


def gathered(lines: Iterable[str]) -> Answers:
    """Return the answers that a program wrote, line by line."""
    told = [json.loads(line) for line in lines]
    answers = Answers(told[0]["version"], told[0]["python"])
    for line in told[1:]:
        if "seconds" in line:
            answers.seconds[line["group"]] = line["seconds"]
            continue
        answers.times[line["id"]] = line["times"]
        if "failed" in line:
            answers.failed[line["id"]] = line["failed"]
    return answers


def _run(python: Path, module: str, given: str) -> list[str]:
    command = [str(python), "-m", f"analysis.scoring.peers.{module}"]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", cwd=PROJECT, check=False)
    if done.returncode:
        raise NotRunError(f"it stopped: {(done.stderr.strip().splitlines() or ['without a word'])[-1]}")
    return done.stdout.splitlines()
