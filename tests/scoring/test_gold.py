import subprocess
import sys
from pathlib import Path

import pytest

from analysis.scoring import gold, scores, stand_in
from analysis.tables import TABLES

PROJECT = Path(__file__).parents[2]
GOLD, SEEDS = PROJECT / "tests/gold", PROJECT / "seeds"


@pytest.fixture(scope="module")
def frames():
    return gold.tables(GOLD, SEEDS)


def test_the_gold_holds_its_own_rules():
    checked = subprocess.run(
        [sys.executable, GOLD / "validate.py", SEEDS, GOLD], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_every_table_is_there_and_checked(frames):
    assert list(frames) == list(TABLES)
    assert all(TABLES[name].check(frame).equals(frame) for name, frame in frames.items())


def test_the_gold_as_tables_scores_without_a_mistake(frames):
    found = scores.score(frames, GOLD)
    assert {m.key: m.value for m in found.measures if m.value not in (1, None) and not m.lower_is_better} == {}
    assert found.mistakes.empty


@pytest.mark.parametrize("table", ["times", "numbers", "claims", "quotes", "mentions", "event_mentions"])
def test_every_mark_lies_in_its_sentence(frames, table):
    sentences = frames["sentences"].set_index("sentence_id")
    marks = frames[table].join(sentences[["start", "end"]].add_prefix("sentence_"), on="sentence_id")
    assert len(marks)
    assert ((marks["start"] >= marks["sentence_start"]) & (marks["start"] < marks["sentence_end"])).all()


def test_what_the_page_alone_allows_is_a_reason(frames):
    reasons = frames["articles"].set_index("article_id")["published_reasons"]
    assert "page alone: 2020-02-01..2020-12-31" in list(reasons["001_e3c0704792053e9b"])


def test_positions_survive_a_byte_order_mark_and_windows_lines():
    raw = "\ufeffخبر\r\nقتل 14 جنديا\r\nيوم الأحد"
    text, shift = gold.as_tables_read(raw)
    assert text == "خبر\nقتل 14 جنديا\nيوم الأحد"
    for words in ("خبر", "14", "الأحد"):
        start = shift(raw.index(words))
        assert text[start : start + len(words)] == words


def test_every_start_and_end_is_moved_however_deep():
    raw = "\ufeffقتل 14"
    shift = gold.as_tables_read(raw)[1]
    node = {"claims": [{"start": 1, "number": {"start": 5, "end": 7}, "value": 14}]}
    assert gold.moved(node, shift) == {"claims": [{"start": 0, "number": {"start": 4, "end": 6}, "value": 14}]}


def test_a_folder_without_annotations_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no annotated article"):
        gold.read(tmp_path)


def test_members_that_agree_make_one_part():
    pairs = [{"a": 0, "b": 1}, {"a": 3, "b": 4}, {"a": 1, "b": 2}]
    assert stand_in._parts(pairs) == [[3, 4], [0, 1, 2]]
