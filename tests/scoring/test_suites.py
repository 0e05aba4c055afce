import json
import os
from pathlib import Path

import pytest

from analysis.scoring import suites
from analysis.scoring.stretches import Answer

ROWS = [
    {"id": "x-1", "suite": "x", "kind": "number", "text": "أربعون", "reference": None, "expect": {"value": 40}},
    {"id": "x-2", "suite": "x", "kind": "number", "text": "فتيان", "reference": None, "expect": None},
    {"id": "x-3", "suite": "x", "kind": "time", "text": "الأربعاء", "reference": "2013-02-12T04:30:00",
     "expect": {"start": "2013-02-13T00:00:00", "grain": "day"}},
]  # fmt: skip


@pytest.fixture
def place(tmp_path):
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS]
    (tmp_path / "x.jsonl").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def answer(case):
    day = {"type": "DATE", "value": "2013-02-06", "earliest": "2013-02-06", "latest": "2013-02-06", "open": None}
    return Answer(numbers=[{"value": 40.0, "kind": "cardinal"}], times=[day] if case.kind == "time" else [])


def test_outcomes_are_counted_by_suite_and_kind(place):
    tally = suites.counts(suites.judged(suites.cases(place), answer))
    assert tally == {
        "x": {
            "number": {"solved": 1, "by convention": 0, "cases": 2},
            "time": {"solved": 0, "by convention": 1, "cases": 1},
        }
    }
    assert suites.by_kind(tally).loc["x", "time"] == "0/1 (+1)"
    assert suites.by_kind(tally).loc["x", "money"] == "–"
    assert suites.beside_peers(tally).loc["x", "Isnad"] == 1


def test_the_peers_stand_beside(place):
    tally = {"duckling": {"number": {"solved": 180, "by convention": 0, "cases": 186}}}
    assert suites.beside_peers(tally).loc["duckling", "puckling"] == 409


def test_absent_suites_say_what_to_do(monkeypatch, tmp_path):
    monkeypatch.delenv(suites.VARIABLE, raising=False)
    with pytest.raises(suites.NoSuitesError, match="ISNAD_SUITES names no folder"):
        suites.folder()
    with pytest.raises(suites.SuiteError, match="holds no suite"):
        suites.folder(tmp_path)


@pytest.mark.skipif(not os.environ.get(suites.VARIABLE), reason="ISNAD_SUITES does not name the folder of the suites")
def test_no_suite_solves_less_than_was_recorded():
    stored = json.loads((Path(__file__).parents[1] / "scores.json").read_text(encoding="utf-8"))["suites"]
    now = suites.counts(suites.judged(suites.cases(suites.folder()), suites.answer))
    fewer = {
        (suite, kind): (now[suite][kind]["solved"], counted["solved"])
        for suite, kinds in stored.items()
        for kind, counted in kinds.items()
        if now[suite][kind]["solved"] < counted["solved"]
    }
    assert fewer == {}
