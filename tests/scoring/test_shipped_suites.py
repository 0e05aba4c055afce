"""The cases of other programs that the project ships can be read, and say where they are from."""

import json
from datetime import datetime

import pytest

from analysis.scoring import suites
from analysis.scoring.judging import KINDS
from tests.conftest import PROJECT

SHIPPED = PROJECT / "tests/suites"
ROWS = [json.loads(line) for path in sorted(SHIPPED.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]


def test_every_row_is_a_case_of_its_own():
    assert len({row["id"] for row in ROWS}) == len(ROWS) == len(list(suites.cases(SHIPPED)))
    assert {row["kind"] for row in ROWS} <= set(KINDS)
    assert all(row["text"].strip() and row["note"] for row in ROWS)


@pytest.mark.parametrize("suite", sorted({row["suite"] for row in ROWS}))
def test_each_suite_is_a_file_with_its_licence(suite):
    assert (SHIPPED / f"{suite}.jsonl").exists()
    (line,) = [
        line for line in (SHIPPED / "README.md").read_text("utf-8").splitlines() if line.startswith(f"| `{suite}`")
    ]
    assert "MIT" in line or "BSD" in line


def test_a_stretch_of_time_begins_before_it_ends():
    ends = [(row["expect"]["start"], row["expect"]["end"]) for row in ROWS if {"start", "end"} <= set(row["expect"])]
    assert ends
    assert all(datetime.fromisoformat(start) < datetime.fromisoformat(end) for start, end in ends)
