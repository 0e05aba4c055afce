"""What goes between the comparison and a program that reads times: texts in, times out, a JSON object a line.

A program's module ends in ``serve(Reader())`` and runs in the program's own environment, so nothing here may import
more than the standard library and what stands on it alone (`dates`, `dating.stretches`). Only ``find`` is timed: what a
program gives of itself, not its translation.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TextIO

from analysis.dates.interval import Interval

WARM_UP, WARM_UP_ROUNDS = "warm-up", 3
"""The group of texts that are read first, so many times, and neither timed nor answered."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A text to read, as if it had appeared on ``published``; ``group`` is the set of texts it belongs to."""

    id: str
    group: str
    text: str
    published: date

    def line(self) -> str:
        """Return the text as a line of JSON."""
        return json.dumps(vars(self) | {"published": self.published.isoformat()}, ensure_ascii=False)

    @classmethod
    def of(cls, line: str) -> Asked:
        """Return the text that a line of JSON holds."""
        held = json.loads(line)
        return cls(**held | {"published": date.fromisoformat(held["published"])})


@dataclass(frozen=True)
class Found:
    """A time that a program found: its characters, its kind in the program's words, and the days that it means.

    ``days`` is None where the program gives no day (a length, say); ``value`` is a TIMEX3 value, where it gives one.
    """

    start: int
    end: int
    kind: str
    days: Interval | None = None
    value: str | None = None

    def row(self) -> Json:
        """Return the time as a row of ``times`` would say it."""
        days = self.days or Interval(None, None)
        ends = {"earliest": days.earliest, "latest": days.latest}
        said = {name: end.isoformat() if end else None for name, end in ends.items()}
        return {"start": self.start, "end": self.end, "kind": self.kind, "value": self.value} | said


class Reader(Protocol):
    """A program that reads times, behind one face."""

    version: str

    def find(self, asked: Asked) -> Any:
        """Return what the program finds in a text, in its own form. Timed."""

    def times(self, asked: Asked, answer: Any) -> Iterable[Found]:
        """Say what ``find`` returned in the terms of the tables."""
        ...


def serve(reader: Reader, given: TextIO | None = None, out: TextIO | None = None) -> None:
    """Answer the texts in ``given`` (standard input): version, times by text, seconds by group of texts.

    Seconds are of processor time. On standard input the process is its own, and keeps to one core. What the program
    prints goes to the errors, so that ``out`` holds answers alone. A text that it fails on has no times; its line says
    why.
    """
    if given is None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    target = out or sys.stdout
    asked = [Asked.of(line) for line in given or sys.stdin]
    with redirect_stdout(sys.stderr):
        lines = [json.dumps(line, ensure_ascii=False) for line in answers(reader, asked)]
    target.write("".join(f"{line}\n" for line in lines))


def answers(reader: Reader, asked: Iterable[Asked]) -> Iterator[Json]:
    """Yield what ``serve`` writes.

    Every text is read once: a program may remember what it has read, and news is not read twice.
    """
    yield {"version": reader.version, "on": f"Python {platform.python_version()}"}
    groups: dict[str, list[Asked]] = {}
    for one in asked:
        groups.setdefault(one.group, []).append(one)
    for one in groups.pop(WARM_UP, []) * WARM_UP_ROUNDS:
        _tried(reader, one)
    for group, texts in groups.items():
        started = time.process_time()
        found = [_tried(reader, one) for one in texts]
        seconds = time.process_time() - started
        for one, answer in zip(texts, found, strict=True):
            yield {"group": group, "id": one.id} | _told(reader, one, answer)
        yield {"group": group, "seconds": seconds}


def _tried(reader: Reader, asked: Asked) -> Any:
    """Return what is found, or the exception: one text that a program cannot read must not end the comparison."""
    try:
        return reader.find(asked)
    except Exception as error:
        return error


def _told(reader: Reader, asked: Asked, answer: Any) -> Json:
    if isinstance(answer, Exception):
        return {"times": [], "failed": f"{type(answer).__name__}: {answer}"}
    return {"times": [found.row() for found in reader.times(asked, answer)]}
