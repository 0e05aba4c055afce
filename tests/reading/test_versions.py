"""The same article twice: every input keeps its row, and counts take it once."""

from __future__ import annotations

import json
import random

import pytest

from analysis import build
from analysis.reading import corpus
from analysis.reading.versions import address

BODY = (
    "أعلنت شركة الكهرباء في صنعاء أن التيار سيعود إلى أحياء المدينة القديمة بعد إصلاح المحطة التي أصابها القصف، "
    "وأن فرق الصيانة تعمل ليلا ونهارا منذ أسبوعين. وقال مدير الشركة إن قطع الغيار وصلت من عدن برا، وإن العمل "
    "يحتاج إلى ثلاثة أيام أخرى، ودعا السكان إلى ترشيد الاستهلاك في ساعات المساء."
)


def lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def versions(read):
    return {row["article_id"]: row["version_of"] for row in read.articles if row["version_of"]}


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.org/news/7/%D8%AE%D8%A8%D8%B1",
        "https://m.example.org/news/7/خبر/?utm_source=x&fbclid=y",
        "https://example.org/news/7/خبر/amp#comments",
    ],
)
def test_one_address_is_one_article_however_it_is_written(tmp_path, other):
    rows = [{"url": "https://example.org/news/7/خبر", "text": BODY}, {"url": other, "text": "عدل النص كله."}]
    read = corpus.read(lines(tmp_path / "a.jsonl", rows))
    assert versions(read) == {"a.jsonl#2": "a.jsonl#1"}
    assert [row["message"] for row in read.notices if row["kind"] == "same-article"] == [
        "a version of a.jsonl#1; counts take it once"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("https://x.example/news?id=1", "https://x.example/news?id=2", id="an article's number"),
        pytest.param("https://x.example/", "https://x.example", id="the front page"),
        pytest.param("https://x.example/a", "https://y.example/a", id="another site"),
        pytest.param("https://[x/a", "https://[y/a", id="no address"),
    ],
)
def test_what_tells_articles_apart_is_kept(one, other):
    assert address(one) is None or address(one) != address(other)


def test_one_outlet_and_nearly_one_body_is_one_article(tmp_path):
    rows = [
        {"outlet": "Okaz", "text": BODY},
        {"outlet": "عمون", "text": BODY},
        {"outlet": "Okaz", "text": BODY.replace("ثلاثة", "أربعة")},
        {"outlet": "Okaz", "text": BODY},
    ]
    assert versions(corpus.read(lines(tmp_path / "a.jsonl", rows))) == {
        "a.jsonl#3": "a.jsonl#1",
        "a.jsonl#4": "a.jsonl#1",
    }


def test_where_no_outlet_is_named_only_the_same_text_is_one(tmp_path):
    rows = [{"text": BODY}, {"text": BODY.replace("ثلاثة", "أربعة")}, {"text": BODY}]
    assert versions(corpus.read(lines(tmp_path / "a.jsonl", rows))) == {"a.jsonl#3": "a.jsonl#1"}


def test_headlines_without_a_body_are_not_one_article(tmp_path):
    rows = [{"title": f"عنوان {at}", "outlet": "Okaz"} for at in range(3)]
    assert versions(corpus.read(lines(tmp_path / "a.jsonl", rows))) == {}


def test_rows_with_ids_of_their_own_are_never_versions_but_a_file_may_be_one_of_theirs(tmp_path):
    row = {"outlet": "Okaz", "text": BODY, "url": "https://x.example/a/1"}
    lines(tmp_path / "a.jsonl", [{"id": "1", **row}, {"id": "2", **row}])
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("file,outlet\nb.txt,Okaz\n", encoding="utf-8")
    assert versions(corpus.read(tmp_path)) == {"b": "1"}


def test_counts_take_a_version_once(tmp_path):
    told = "قُتل 14 جنديا في انفجار قرب مطار بغداد يوم الثلاثاء 23 مارس 2021، وفق ما أعلنت وزارة الدفاع العراقية."
    rows = [{"outlet": "Okaz", "text": told, "published": "2021-03-24"} for _ in range(3)]
    frames = build.build(lines(tmp_path / "a.jsonl", rows)).frames
    assert list(frames["articles"]["version_of"].dropna()) == ["a.jsonl#1", "a.jsonl#1"]
    assert set(frames["events"]["n_articles"]) == {1}


def test_two_thousand_rows_and_many_copies_of_one(tmp_path):
    chance = random.Random(0)
    words = BODY.split()
    texts = [" ".join(chance.choices(words, k=60)) for _ in range(400)]
    rows = [{"outlet": "Okaz", "text": texts[at % 400]} for at in range(2000)]
    found = versions(corpus.read(lines(tmp_path / "a.jsonl", rows)))
    assert len(found) == 1600
    assert set(found.values()) <= {f"a.jsonl#{at}" for at in range(1, 401)}
