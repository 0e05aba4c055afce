import hashlib
import json

import pandas as pd
import pytest

from analysis.scoring.peers import texts

TITLE, BODY = "عنوان", "انعقدت الجلسة. أعلن الوزير، الأربعاء، أنها الأخيرة."
SENTENCE = "أعلن الوزير، الأربعاء، أنها الأخيرة."
START = len(TITLE) + 2 + BODY.index(SENTENCE)


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.parquet"
    pd.DataFrame({"id": ["x"], "title": [TITLE], "text": [BODY]}).to_parquet(path)
    return path


@pytest.fixture
def listed(tmp_path):
    time = {"start": 13, "end": 21, "value": "2021-03-17", "earliest": "2021-03-17", "latest": "2021-03-17"}
    row = {
        "article": "x", "start": START, "length": len(SENTENCE), "published": "2021-03-23", "times": [time],
        "sha256": hashlib.sha256(SENTENCE.encode()).hexdigest(),
    }  # fmt: skip
    path = tmp_path / "times.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_a_sentence_comes_from_the_corpus_and_its_times_from_the_list(corpus, listed):
    (one,) = texts.sentences(listed, corpus)
    assert one.asked.text == SENTENCE
    assert one.asked.id == f"x:{START}"
    assert one.asked.text[one.times[0]["start"] : one.times[0]["end"]] == "الأربعاء"


def test_a_sentence_that_is_not_as_annotated_is_refused(corpus, listed):
    pd.DataFrame({"id": ["x"], "title": [TITLE], "text": [BODY.replace("الأربعاء", "الخميس")]}).to_parquet(corpus)
    with pytest.raises(texts.NotAtHandError, match="does not hold x as it was annotated"):
        texts.sentences(listed, corpus)


def test_what_is_not_at_hand_is_said(monkeypatch, tmp_path):
    monkeypatch.delenv(texts.NEWS_VARIABLE, raising=False)
    monkeypatch.setenv(texts.DATA_VARIABLE, str(tmp_path / "gone.parquet"))
    found, absent = texts.gather()
    assert {one.asked.group for one in found} == {"articles"}
    assert absent["news"] == "ISNAD_NEWS does not name a folder of annotated articles"
    assert absent["sentences"].endswith("but nothing is there")


def test_the_five_articles_are_told_one_day_each_and_their_times_stand_in_the_text():
    found = texts.articles(texts.ARTICLES, texts.SEEDS)
    assert len(found) == 5
    for one in found:
        assert all(one.asked.text[time["start"] : time["end"]] == time["text"] for time in one.times)
        assert not [
            time for time in one.times if time.get("open") == "before" and time["latest"] > str(one.asked.published)
        ]


def test_only_what_runs_up_to_the_publication_ends_with_the_day_told():
    running = {"earliest": "2021-01-01", "latest": "2021-07-27"}
    assert texts.up_to(running, "2021-07-27", "2021-07-26")["latest"] == "2021-07-26"
    named = {"earliest": "2021-07-27", "latest": "2021-07-27"}
    assert texts.up_to(named, "2021-07-27", "2021-07-26") == named


def test_the_annotation_that_ships_holds_no_text():
    rows = [json.loads(line) for line in texts.SENTENCES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 100
    assert {key for row in rows for key in row} == {"article", "start", "length", "sha256", "published", "times"}
    assert not any("text" in time or "note" in time for row in rows for time in row["times"])
    assert all(time["end"] <= row["length"] for row in rows for time in row["times"])
