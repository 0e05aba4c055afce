"""Folders, files and tables to articles: what is read, what is doubted, what is left out."""

from __future__ import annotations

import json
import os

import pandas as pd
import pytest

from analysis.reading import corpus
from analysis.reading.corpus import CorpusError
from analysis.tables import TABLES

STORY = (
    "تعليق الرحلات بين عمان وبيروت\n\n"
    "أعلنت سلطة الطيران المدني في الأردن، الأحد، تعليق الرحلات إلى بيروت مدة أسبوع.\n"
    "وقالت في بيان إن القرار يشمل شركات الطيران كلها."
)
OTHER = (
    "افتتاح مكتبة في نواكشوط\n\n"
    "افتتحت وزارة الثقافة الموريتانية، الاثنين، مكتبة عامة في نواكشوط تضم عشرة آلاف كتاب.\n"
    "وقال الوزير إن المكتبة ستكون مفتوحة للجميع."
)


def kinds(read):
    return [row["kind"] for row in read.notices]


def rows(read):
    return {row["article_id"]: row for row in read.articles}


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path):
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(STORY, encoding="utf-8")
    read = corpus.read(tmp_path)
    assert [(row["article_id"], row["path"]) for row in read.articles] == [("a", "a.txt"), ("b", "b.txt")]
    assert list(read.inputs) == ["a.txt", "b.txt"]
    assert read.notices == []


def test_rows_make_checked_tables(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    read = corpus.read(tmp_path)
    sentences = TABLES["sentences"].frame(corpus.sentences(read))
    assert list(sentences["place"]) == ["title", "body", "body"]
    assert next(STORY[row.start : row.end] for row in sentences.itertuples()) == read.articles[0]["title"]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_text_is_the_file_without_mark_and_with_plain_line_ends(tmp_path, line_end):
    (tmp_path / "a.txt").write_bytes(("\ufeff" + STORY.replace("\n", line_end)).encode("utf-8"))
    (article,) = corpus.read(tmp_path).articles
    assert article["text"] == STORY
    assert article["chars"] == len(STORY)


def test_one_id_twice_goes_by_its_path(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "one" / "a.txt").write_text(OTHER, encoding="utf-8")
    read = corpus.read(tmp_path)
    assert list(read.readings) == ["a", "one/a.txt"]
    assert kinds(read) == ["duplicate-id"]


def test_the_sidecar_says_what_the_text_does_not(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    sidecar = "file,outlet,published,title\na.txt,عمون,2019-02-03T10:00:00+02:00,\n"
    (tmp_path / "metadata.csv").write_text(sidecar, encoding="utf-8")
    read = corpus.read(tmp_path)
    (article,) = read.articles
    assert (article["outlet"], article["outlet_id"], article["outlet_basis"]) == ("عمون", "ammon-news", "given")
    assert read.facts["a"].given["published"] == "2019-02-03T10:00:00+02:00"
    assert article["title"] == "تعليق الرحلات بين عمان وبيروت"


@pytest.mark.parametrize(
    ("sidecar", "kind"),
    [
        pytest.param("file,outlet\n../../secret.txt,X\n", "sidecar-outside", id="a way out of the folder"),
        pytest.param("file,outlet\n/etc/passwd,X\n", "sidecar-outside", id="an absolute path"),
        pytest.param("file,outlet\nC:\\a.txt,X\n", "sidecar-outside", id="an absolute path of Windows"),
        pytest.param("file,outlet\nsub\\..\\..\\a.txt,X\n", "sidecar-outside", id="a way down and out"),
        pytest.param("file,outlet\nb.txt,X\n", "sidecar-stranger", id="a file that is not there"),
        pytest.param("name,outlet\na.txt,X\n", "sidecar-unreadable", id="no column for the file"),
        pytest.param("file,published\na.txt,03/02/2019\n", "given-value-refused", id="a day in another order"),
    ],
)
def test_a_sidecar_is_not_believed_blindly(tmp_path, sidecar, kind):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(sidecar, encoding="utf-8")
    read = corpus.read(tmp_path)
    assert kinds(read) == [kind]
    assert read.articles[0]["outlet_basis"] == "unknown"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", "empty-file", id="no byte"),
        pytest.param(b" \n\n", "empty-file", id="white space"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable-file", id="a picture"),
        pytest.param(bytes(range(256)) * 20, "unreadable-file", id="binary data"),
    ],
)
def test_one_bad_file_is_told_and_the_rest_is_read(tmp_path, data, kind):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(data)
    read = corpus.read(tmp_path)
    assert list(read.readings) == ["a"]
    (told,) = read.notices
    assert (told["kind"], told["severity"], told["article_id"]) == (kind, "error", "bad.txt")


def test_links_that_lead_nowhere_or_round_end(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    read = corpus.read(tmp_path)
    assert list(read.readings) == ["a"]
    assert [(row["article_id"], row["kind"]) for row in read.notices] == [
        ("round", "link-refused"),
        ("gone.txt", "unreadable-file"),
        ("pipe.txt", "unreadable-file"),
    ]


def test_a_huge_file_is_refused_unread(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(10_000_000_000)  # sparse: no disk is filled
    read = corpus.read(tmp_path)
    assert "10,000,000,000 bytes" in read.notices[0]["message"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda path: None, "there is no such file or folder", id="missing"),
        pytest.param(lambda path: path.mkdir(), "holds no article", id="empty"),
        pytest.param(lambda path: (path.mkdir(), (path / "a.txt").touch()), "nothing in it can be read", id="no text"),
    ],
)
def test_nothing_to_read_is_an_error_that_names_the_path(tmp_path, make, says):
    path = tmp_path / "story"
    make(path)
    with pytest.raises(CorpusError, match=f"{path}: .*{says}"):
        corpus.read(path)


ROWS = [
    {
        "id": "x1",
        "title": "عنوان أول",
        "text": "قال الوزير إن القرار نهائي.",
        "outlet": "Okaz",
        "published": "2018-05-06",
    },
    {"id": "x1", "title": "", "text": "وقع\r\nالحادث."},
    {"text": "غادر الوفد أمس."},
]


def write(path, suffix):
    if suffix == ".jsonl":
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), encoding="utf-8")
    elif suffix == ".csv":
        pd.DataFrame(ROWS).to_csv(path, index=False)
    else:
        pd.DataFrame(ROWS).to_parquet(path)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_table_of_articles_is_one_article_a_row(tmp_path, suffix):
    path = tmp_path / f"story{suffix}"
    write(path, suffix)
    read = corpus.read(path)
    assert [row["article_id"] for row in read.articles] == ["x1", f"story{suffix}#2", f"story{suffix}#3"]
    first, second, _ = read.articles
    assert first["text"] == "عنوان أول\n\nقال الوزير إن القرار نهائي."
    assert (first["title_start"], first["title_end"]) == (0, len("عنوان أول"))
    assert (first["outlet_id"], first["outlet_basis"]) == ("okaz", "given")
    assert second["text"] == "وقع\nالحادث."
    assert list(read.inputs) == [f"story{suffix}"]


def test_a_bad_row_is_told_with_its_number(tmp_path):
    path = tmp_path / "story.jsonl"
    path.write_text('{"text": "غادر الوفد."}\nnot json\n{"text": ["a"]}\n{"id": "e", "text": " "}\n', encoding="utf-8")
    read = corpus.read(path)
    assert len(read.articles) == 1
    assert [(row["kind"], row["article_id"]) for row in read.notices if row["severity"] == "error"] == [
        ("bad-row", "story.jsonl#2"),
        ("bad-row", "story.jsonl#3"),
        ("bad-row", "story.jsonl#4"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param(
            "a.csv",
            b"heads,tails\nx,y\n",
            "no column holds text; its columns are `heads`, `tails`",
            id="no text column",
        ),
        pytest.param("a.parquet", b"PAR1 broken", "no Parquet file", id="broken"),
        pytest.param("a.jsonl", b"[1, 2]\n", "row 1 left out: it is no JSON object", id="lines that are no objects"),
        pytest.param("a.pdf", b"%PDF", ".pdf is not read; save it as .txt", id="another kind"),
    ],
)
def test_a_file_that_is_no_table_says_why(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CorpusError, match=says):
        corpus.read(tmp_path / name)


def test_the_same_article_twice_keeps_both_rows(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY.replace("بيان", "بيان لها"), encoding="utf-8")
    (tmp_path / "c.txt").write_text(OTHER, encoding="utf-8")
    read = corpus.read(tmp_path)
    assert [row["version_of"] for row in read.articles] == [None, None, None]  # 20 words: two edits are another text
    (tmp_path / "b.txt").write_text(STORY + "\nشارك", encoding="utf-8")
    read = corpus.read(tmp_path)
    assert [row["version_of"] for row in read.articles] == [None, "a", None]
    assert kinds(read) == ["same-article"]
