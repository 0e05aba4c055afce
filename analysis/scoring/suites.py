"""Peers' own test cases, answered by Isnad and set beside what the peers solve of each other's.

The suites are collections of Arabic numbers, ordinals, shares, sums, lengths and times from other programs' tests
(Duckling, puckling, Maha, num2words, PyArabic, CLDR; dateparser, moment and date-fns in ``tests/suites``), a JSON
object a line. Those that do not ship stay where they are: the environment variable ``ISNAD_SUITES`` names their folder.
A case is read like an article published at its reference time.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from tqdm import tqdm

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating.resolve import resolve
from analysis.marks import claims, numbers, times
from analysis.scoring import floors
from analysis.scoring.conventions import CONVENTIONS, differing
from analysis.scoring.judging import KINDS, Outcome, judge
from analysis.scoring.stretches import Answer, Case
from analysis.text.read import read

VARIABLE = "ISNAD_SUITES"
PROGRESS_AFTER = 2
"""Seconds after which a bar shows."""

PEERS = {
    "duckling": {"HeidelTime": 65, "puckling": 409, "Maha": 334, "dateparser": 31, "arabic-itn": 78},
    "puckling": {"HeidelTime": 127, "puckling": 657, "Maha": 382, "dateparser": 78, "arabic-itn": 133},
    "maha": {"HeidelTime": 168, "puckling": 878, "Maha": 1678, "dateparser": 61, "arabic-itn": 168},
    "cldr": {"HeidelTime": 374, "puckling": 492, "Maha": 434, "dateparser": 303, "arabic-itn": 365},
}
"""Cases that other programs solve, of all of a suite; an unsupported kind is wrong. Measured in November 2026."""


class SuiteError(Exception):
    """The suites cannot be read; the message says why."""


class NoSuitesError(SuiteError):
    """Nobody said where the suites are, which is no fault: the larger ones are not part of the project."""


@dataclass(frozen=True)
class Judged:
    """A case and what became of it: ``convention`` names what it differs by, where it differs by a convention."""

    case: Case
    outcome: Outcome
    convention: str = ""


def folder(given: Path | str | None = None) -> Path:
    """Return the folder of the suites: ``given``, else what ``ISNAD_SUITES`` names.

    Raises NoSuitesError where neither names any, SuiteError where what is named holds no suite.
    """
    named = given or os.environ.get(VARIABLE)
    if not named:
        raise NoSuitesError(f"other programs' cases: not at hand, {VARIABLE} names no folder of them; nothing scored")
    if not any(Path(named).glob("*.jsonl")):
        raise SuiteError(f"{named}: holds no suite (*.jsonl)")
    return Path(named)


def cases(place: Path) -> Iterator[Case]:
    """Yield the cases of every suite in a folder, in the order of their files."""
    for path in sorted(place.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            reference = datetime.fromisoformat(row["reference"]) if row.get("reference") else None
            yield Case(row["id"], row["suite"], row["kind"], row["text"], reference, row["expect"])


def answer(case: Case) -> Answer:
    """Read a case as an article published on its reference day, and return what is found in it."""
    reading = read(case.text, case.id)
    published = Interval.day(case.reference.date()) if case.reference else None
    written = times.find(reading)
    found = numbers.find(reading, [(time.start, time.end) for time in written], [])
    resolved = [_as_text(row) for row in resolve(written, published, reading)]
    figures = claims.find(reading, found, resolved, [])
    return Answer(found, resolved, [row | {"currency": _currencies().get(row["noun"])} for row in figures])


@cache
def _currencies() -> dict[str, str]:
    """Return the currency that a counted noun names, whatever its country."""
    return {row["form"]: row["currency"] for row in lexicon.rows("currencies")}


def _as_text(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of times with its days as ISO text, as the tables on disk give them."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}


def judged(asked: Iterable[Case], answering: Callable[[Case], Answer]) -> list[Judged]:
    """Answer and judge every case."""
    return [_judged(case, answering(case)) for case in tqdm(list(asked), "cases", delay=PROGRESS_AFTER, leave=False)]


def _judged(case: Case, answered: Answer) -> Judged:
    outcome = judge(case, answered)
    convention = differing(case, answered) if outcome == "by convention" else None
    return Judged(case, outcome, convention.name if convention else "")


def counts(results: Iterable[Judged]) -> dict[str, dict[str, dict[str, int]]]:
    """Count outcomes by suite and kind: ``{"maha": {"number": {"solved": 900, "by convention": 0, "cases": 917}}}``."""
    tally: dict[str, dict[str, Counter[str]]] = {}
    for result in results:
        counted = tally.setdefault(result.case.suite, {}).setdefault(result.case.kind, Counter())
        counted["cases"] += 1
        counted[result.outcome] += 1
    columns = ("solved", "by convention", "cases")
    return {
        suite: {kind: {column: kinds[kind][column] for column in columns} for kind in KINDS if kind in kinds}
        for suite, kinds in sorted(tally.items())
    }


def report(
    place: Path | None = None, kept: Path | None = None, *, convention: bool = False, unsolved: str | None = None
) -> str:
    """Answer the suites and return the counts as text; kept in the file ``kept``, if it is given.

    ``convention`` lists the cases that differ by convention, under the convention and its reason; ``unsolved`` names a
    kind whose unsolved cases are listed. Raises SuiteError where there are no suites.
    """
    results = judged(cases(folder(place)), answer)
    tally = counts(results)
    if kept:
        floors.store(kept, "suites", tally)
    parts = [by_kind(tally).to_string(), "", beside_peers(tally).to_string()]
    parts += by_convention(results) if convention else []
    parts += [_line(one) for one in results if one.outcome == "unsolved" and one.case.kind == unsolved]
    return "\n".join(parts)


def by_convention(results: Iterable[Judged]) -> list[str]:
    """Return the cases that differ by convention as lines, under each convention with its reason and its count."""
    lines: list[str] = []
    differ = [one for one in results if one.outcome == "by convention"]
    for convention in CONVENTIONS:
        if cases_of := [one for one in differ if one.convention == convention.name]:
            lines += ["", f"{convention.name} ({len(cases_of)}): {convention.reason}", *map(_line, cases_of)]
    return lines


def _line(one: Judged) -> str:
    return f"{one.case.id} | {one.case.text}"


def by_kind(tally: Mapping[str, Mapping[str, Mapping[str, int]]]) -> pd.DataFrame:
    """Return the share solved as a frame, a row a suite, a column a kind: "180/186 (+3)", the last by convention."""
    return pd.DataFrame(
        {kind: [_cell(kinds.get(kind)) for kinds in tally.values()] for kind in KINDS},
        index=pd.Index(tally, name="suite"),
    )


def beside_peers(tally: Mapping[str, Mapping[str, Mapping[str, int]]]) -> pd.DataFrame:
    """Return cases solved by suite, Isnad beside the peers: ``suite``, ``cases``, ``Isnad``, "by convention", peers."""
    totals = {suite: sum((Counter(kind) for kind in kinds.values()), Counter()) for suite, kinds in tally.items()}
    frame = pd.DataFrame(
        {
            "cases": {suite: total["cases"] for suite, total in totals.items()},
            "Isnad": {suite: total["solved"] for suite, total in totals.items()},
            "by convention": {suite: total["by convention"] for suite, total in totals.items()},
        }
    )
    peers = pd.DataFrame.from_dict(PEERS, orient="index").astype("Int64")
    return frame.join(peers).rename_axis("suite")


def _cell(counted: Mapping[str, int] | None) -> str:
    if counted is None:
        return "–"
    more = f" (+{counted['by convention']})" if counted["by convention"] else ""
    return f"{counted['solved']}/{counted['cases']}{more}"
