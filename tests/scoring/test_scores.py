import json

import pytest

from analysis import store
from analysis.scoring import floors, scores


@pytest.fixture
def gold(tmp_path, at):
    """A gold folder of one article: a time, and nothing else."""
    folder = tmp_path / "gold"
    folder.mkdir()
    day = at("الثلاثاء") | {"text": "الثلاثاء", "value": "2021-05-04", "earliest": "2021-05-04", "latest": "2021-05-04"}
    article = {"file": "a.txt", "published": {"earliest": "2021-05-04", "latest": "2021-05-04"}}
    (folder / "a.json").write_text(json.dumps({"article": article, "times": [day]}), encoding="utf-8")
    return folder


@pytest.fixture
def build(tables, at, tmp_path):
    """A build on disk that found that time, with the value the test says."""

    def make(value):
        row = at("الثلاثاء") | {
            "article_id": "a", "sentence_id": "a:s0", "time_id": "a:t0", "text": "الثلاثاء", "type": "DATE",
            "value": value, "earliest": value, "latest": value, "calendar": "gregorian",
        }  # fmt: skip
        frames = tables(times=[row], article={"published_earliest": "2021-05-01", "published_latest": "2021-05-31"})
        store.write(frames, tmp_path / "tables", "parquet", store.manifest(frames, {}, "parquet"))
        return tmp_path / "tables"

    return make


def test_a_mistake_comes_with_its_sentence(build, gold, text):
    found = scores.score(build("2021-05-11"), gold)
    (mistake,) = found.worst(kind="time value").to_dict("records")
    assert (mistake["wanted"], mistake["found"], mistake["sentence"]) == ("2021-05-04", "2021-05-11", text)


def test_a_missing_article_is_said(build, gold):
    (gold / "b.json").write_text(json.dumps({"article": {"file": "b.txt"}}), encoding="utf-8")
    found = scores.score(build("2021-05-04"), gold)
    assert found.values["articles found"] == 0.5
    assert list(found.worst(kind="article")["article_id"]) == ["b"]


def test_a_report_holds_the_scores_against_their_floors(build, gold, tmp_path):
    limits = tmp_path / "scores.json"
    assert scores.report(build("2021-05-04"), gold, limits, raise_floors=True).holds
    fell = scores.report(build("2021-05-11"), gold, limits)
    assert not fell.holds
    assert "below the floor: times value, times interval, times value F1" in fell.text


def test_a_changed_gold_is_noticed(build, gold, tmp_path):
    limits = tmp_path / "scores.json"
    scores.report(build("2021-05-04"), gold, limits, raise_floors=True)
    (gold / "a.json").write_text((gold / "a.json").read_text(encoding="utf-8") + " ", encoding="utf-8")
    said = scores.report(tmp_path / "tables", gold, limits)
    assert not said.holds
    assert "another gold" in said.text
    assert floors.read(limits).digest != floors.digest(gold)


def test_the_worst_are_listed_with_their_sentence(build, gold, text):
    assert text in scores.report(build("2021-05-11"), gold, worst=5).text


def test_the_frame_names_layer_and_measure(build, gold):
    frame = scores.score(build("2021-05-04"), gold).frame
    (row,) = frame.query("layer == 'times' and measure == 'F1'").to_dict("records")
    assert (row["score"], row["of"]) == (1, 1)
