"""What is odd about a text stays in it and is told."""

from __future__ import annotations

import json

import pytest

from analysis.notices import notice
from analysis.reading import corpus
from analysis.reading.oddities import of

SENTENCE = "قال الوزير إن القرار نهائي."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(SENTENCE, {}, id="nothing odd"),
        pytest.param("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﻻ", {"presentation-forms": {"count": 10}}, id="letters in presentation forms"),
        pytest.param("قال ﷺ و﴿الله﴾ بـ5 ﷼", {}, id="words and brackets that have no other form"),
        pytest.param(
            SENTENCE.encode().decode("cp1252", "ignore"),
            {"mojibake": {"sample": "Ù\u201aØ§Ù\u201e"}},
            id="UTF-8 read as windows-1252",
        ),
        pytest.param(
            SENTENCE.encode().decode("cp1256", "ignore"),
            {"mojibake": {"sample": "ط§ظ\u201eط§"}},
            id="UTF-8 read as windows-1256",
        ),
        pytest.param("قال… [+2481 chars]", {"cut-text": {"ending": "… [+2481 chars]"}}, id="a beginning by NewsAPI"),
        pytest.param(
            "<p>قال</p><p>وأضاف</p>", {"markup-in-text": {"tag": "<p>"}}, id="tags in a cell"
        ),
        pytest.param("5 < 7 و 9 > 3 <ref>", {}, id="signs that are no tags"),
    ],
)  # fmt: skip
def test_it_is_told(text, told):
    assert dict(of(text)) == told
    assert all(notice(kind, "a", **details)["message"] for kind, details in of(text))


def test_it_is_told_of_files_and_of_rows(tmp_path):
    (tmp_path / "a.txt").write_text("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "<p>قال</p><p>نعم</p>"}), encoding="utf-8")
    told = {(row["article_id"], row["kind"]) for row in corpus.read(tmp_path).notices}
    assert {("a", "presentation-forms"), ("b.jsonl#1", "markup-in-text")} <= told


def test_a_text_longer_than_any_article_is_kept_and_read_for_marks_in_part(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "LONGEST", 1000)
    text = " ".join([SENTENCE] * 100)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    read = corpus.read(tmp_path)
    assert read.articles[0]["text"] == text
    assert all(sentence.end <= 1000 for sentence in read.readings["a"].sentences)
    (told,) = [row for row in read.notices if row["severity"] == "error"]
    assert (told["kind"], told["end"]) == ("too-long", len(text))
    assert text[told["start"]] == " "
