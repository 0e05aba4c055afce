import json
from pathlib import Path

import pytest

from analysis.scoring import floors
from analysis.scoring.floors import Floors
from analysis.scoring.measures import Measure

PROJECT = Path(__file__).parents[2]


def test_a_score_below_its_floor_falls_short():
    held = Floors("", {"times F1": 0.9, "trap dates taken": 0})
    good = [Measure("times", "F1", 0.9, 10), Measure("trap dates", "taken", 0, 10, lower_is_better=True)]
    bad = [Measure("times", "F1", 0.899, 10), Measure("trap dates", "taken", 1, 10, lower_is_better=True)]
    assert held.short(good) == []
    assert held.short(bad) == bad


def test_a_score_that_has_no_value_any_more_falls_short():
    assert Floors("", {"claims F1": 0.5}).short([Measure("claims", "F1", None, 0)])


UNREAD = Measure("shared copy", "F1", 0.0, 2889)


def test_raising_never_lowers():
    held = Floors("old", {"times F1": 0.9, "claims F1": 0.5}).raised(
        [Measure("times", "F1", 0.8, 10), Measure("claims", "F1", 0.6, 10), Measure("mentions", "F1", None, 0), UNREAD],
        "new",
    )
    assert held == Floors("new", {"times F1": 0.9, "claims F1": 0.6})


def test_other_sections_of_the_file_stay(tmp_path):
    path = tmp_path / "scores.json"
    floors.store(path, "suites", {"duckling": 1})
    floors.write(path, Floors("abc", {"times F1": 0.9}))
    assert json.loads(path.read_text(encoding="utf-8"))["suites"] == {"duckling": 1}
    assert floors.read(path) == Floors("abc", {"times F1": 0.9})


def test_a_file_without_floors_is_named(tmp_path):
    path = tmp_path / "scores.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(floors.FloorError, match="holds no floors"):
        floors.read(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(floors.FloorError, match="cannot be read: No such file"):
        floors.read(tmp_path / "scores.json")


def test_the_digest_changes_with_a_byte_of_the_gold(tmp_path):
    (tmp_path / "000.json").write_text('{"value": 14}', encoding="utf-8")
    before = floors.digest(tmp_path)
    (tmp_path / "000.json").write_text('{"value": 15}', encoding="utf-8")
    assert floors.digest(tmp_path) != before


def test_the_floors_belong_to_this_gold():
    assert floors.read(PROJECT / "tests/scores.json").digest == floors.digest(PROJECT / "tests/gold")
