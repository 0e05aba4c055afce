"""What cannot be read is told with its name, its place and what to do; the rest is read; nothing falls over."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
import zipfile

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.build import build
from analysis.reading import bounded, corpus
from analysis.tables import TABLES
from tests.conftest import PROJECT
from tests.reading.test_exports import TEXT, workbook

ROWS = [{"id": str(at), "text": f"{TEXT} {at}"} for at in range(50)]


def mixed(*parts):
    """A zip archive of named parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return data.getvalue()


def encrypted(data):
    """The same archive with the mark of encryption on each of its entries."""
    changed = bytearray(data)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


ZEROS = gzip.compress(bytes(100_000_000))
BOOK = workbook(ROWS)
PARQUET = pd.DataFrame(ROWS).to_parquet()
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'

BAD = [
    ("empty.txt", b"", "empty-file", "holds no text"),
    ("blank.txt", b" \r\n\t", "empty-file", "holds no text"),
    ("empty.csv", b"", "empty-file", "holds no text"),
    ("empty.txt.gz", b"", "empty-file", "holds no text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable-file", "a picture"),
    ("locked.txt", b"%PDF-1.7\n/Encrypt 5 0 R\n" + bytes(range(256)), "unreadable-file", "a PDF; save its text"),
    ("paper.pdf", b"%PDF-1.7\n/Encrypt 5 0 R", "unknown-kind", ".pdf is not read; save it as .txt"),
    ("no-suffix", "نص".encode(), "unknown-kind", "let its name end in .txt"),
    ("archive.zip", mixed(("a.txt", "نص")), "unknown-kind", "unpack it"),
    ("broken.txt.gz", gzip.compress(LINES)[:-300], "unreadable-file", "breaks off, its end is missing; get it anew"),
    ("plain.txt.gz", b"plain text", "unreadable-file", "not compressed by gzip"),
    ("damaged.txt.gz", gzip.compress(LINES)[:40] + b"\xff" * 400, "unreadable-file", "get it anew"),
    ("bomb.txt.gz", ZEROS, "unreadable-file", "zip bomb"),
    ("bomb.csv.gz", gzip.compress(b"text\n" + b"a" * 100_000_000), "unreadable-file", "zip bomb"),
    ("bomb.jsonl.gz", ZEROS, "unreadable-file", "binary data"),
    ("bomb.parquet.gz", ZEROS, "unreadable-file", "zip bomb"),
    ("bomb.xlsx", mixed(("xl/worksheets/sheet1.xml", bytes(30_000_000))), "unreadable-file", "zip bomb"),
    ("header.csv", b"text,title\n", "unreadable-file", "it has no rows"),
    ("nothing.json", b"[]", "unreadable-file", "it has no rows"),
    ("cut.xlsx", BOOK[: len(BOOK) // 2], "unreadable-file", "breaks off"),
    ("locked.xlsx", encrypted(BOOK), "unreadable-file", "save it without a password"),
    ("office.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unreadable-file", "encrypted, or an old .xls"),
    ("other.xlsx", mixed(("word/document.xml", "<x/>")), "unreadable-file", "damaged"),
    ("cut.parquet", PARQUET[: len(PARQUET) // 2], "unreadable-file", "no Parquet file, or damaged"),
    ("cut.json", json.dumps(ROWS).encode()[:400], "unreadable-file", "breaks off"),
    ("deep.json", b"[" * 100_000, "unreadable-file", "nested too deep"),
    ("numbers.json", b"17", "bad-row", "no JSON object"),
    ("foreign.csv", b"a,b\n1,2\n", "unreadable-file", "--column text=NAME"),
    ("scripts.html", b"<script>alert(1)</script><style>p{}</style>", "unreadable-file", ""),
    ("binary.html", bytes(range(256)) * 8, "unreadable-file", "binary"),
    ("junk.mhtml", b"From: nobody\r\n\r\njunk", "unreadable-file", "holds no page"),
    ("cut.mhtml", b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nCont", "unreadable-file", "no page"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kind", "says"), BAD, ids=[name for name, *_ in BAD])
def test_a_bad_file_is_told_and_the_rest_is_read(folder, name, data, kind, says):
    (folder / name).write_bytes(data)
    read = corpus.read(folder)
    assert "good" in read.readings
    told = [row for row in read.notices if row["severity"] == "error"]
    assert [(row["kind"], row["article_id"].partition("#")[0]) for row in told] == [(kind, name)]
    assert says in told[0]["message"]


def test_what_came_before_the_break_is_read(folder):
    rng = random.Random(0)
    rows = [{"id": str(at), "text": TEXT + "".join(rng.choices("ابتثجحخ ", k=5000))} for at in range(50)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    packed = gzip.compress(lines)
    (folder / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    read = corpus.read(folder)
    assert 10 < len(read.articles) < 40
    assert [row["kind"] for row in read.notices if row["severity"] == "error"] == ["unreadable-file"]


def test_entities_of_xml_are_not_unfolded(folder):
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    cell = '<row><c t="inlineStr"><is><t>&l11;</t></is></c></row></sheetData></worksheet>'
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>{SHEET}{cell}'
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        parts = [(name, bomb if name.startswith("xl/worksheets") else book.read(name)) for name in book.namelist()]
    (folder / "laughs.xlsx").write_bytes(mixed(*parts))
    read = corpus.read(folder)
    assert [row["kind"] for row in read.notices if row["severity"] == "error"] == ["unreadable-file"]


SPARSE = """
import resource, sys
from pathlib import Path
from analysis.reading import corpus
read = corpus.read(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
print(*sorted(row["article_id"] for row in read.notices if row["severity"] == "error"))
"""


def test_sparse_gigabytes_are_refused_in_little_memory(folder):
    """Files that begin well and go on with a gigabyte that no disk holds, all in one process of 500 MB."""
    heads = {"txt": TEXT, "csv": f"text\n{TEXT}\n", "jsonl": f'{{"text": "{TEXT}"}}\n', "json": "[", "parquet": "PAR1"}
    for suffix, head in heads.items():
        with (folder / f"sparse.{suffix}").open("wb") as file:
            file.write(head.encode() + b"\n" * (1 << 20))
            file.truncate(1 << 30)
    done = subprocess.run(
        [sys.executable, "-c", SPARSE, folder], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    megabytes, told = done.stdout.splitlines()
    assert int(megabytes) < 500
    assert {name.partition("#")[0] for name in told.split()} == {f"sparse.{suffix}" for suffix in heads}


def test_a_file_that_may_not_be_read_is_told(folder, monkeypatch):
    (folder / "closed.txt").write_text(TEXT, encoding="utf-8")
    if os.geteuid():
        (folder / "closed.txt").chmod(0)
    else:  # root may read everything
        monkeypatch.setattr(bounded, "_open", refuse)
    (told,) = [row for row in corpus.read(folder).notices if row["severity"] == "error"]
    assert (told["article_id"], told["message"]) == (
        "closed.txt", "left out, cannot be read: Permission denied; allow yourself to read it",
    )  # fmt: skip


def refuse(path):
    if path.name == "closed.txt":
        raise PermissionError(13, "Permission denied")
    return path.open("rb")


def test_links_out_of_the_folder_and_round_in_it_are_not_followed(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("سر", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "outside").symlink_to(tmp_path / "elsewhere")
    (folder / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    read = corpus.read(folder)
    assert list(read.readings) == ["good"]
    assert {(row["article_id"], row["kind"]) for row in read.notices} == {
        (name, "link-refused") for name in ("out.txt", "outside", "round", "self.txt")
    }


def test_a_sidecar_that_is_a_link_out_is_not_read(folder, tmp_path):
    (tmp_path / "secret.csv").write_text("file,outlet\ngood.txt,X\n", encoding="utf-8")
    (folder / "metadata.csv").symlink_to(tmp_path / "secret.csv")
    read = corpus.read(folder)
    assert [(row["article_id"], row["kind"]) for row in read.notices] == [("metadata.csv", "link-refused")]
    assert read.articles[0]["outlet_basis"] == "unknown"


def test_what_a_browser_saved_beside_a_page_is_the_pages(folder):
    html = f"<html><body><article><h1>عنوان</h1><p>{TEXT}</p></article></body></html>"
    (folder / "page.html").write_text(html, encoding="utf-8")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "frame.html").write_text(html, encoding="utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    read = corpus.read(folder)
    assert list(read.readings) == ["good", "page"]
    told = {row["article_id"]: (row["kind"], row["severity"]) for row in read.notices}
    assert told["page_files"] == ("saved-with-a-page", "info")
    assert told["style.css"] == ("not-an-article", "info")


def test_a_name_that_is_no_text_and_half_a_letter_can_be_written(folder, tmp_path):
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_text(TEXT, encoding="utf-8")
    (folder / "half.jsonl").write_text(
        '{"id": "\\udc00", "text": "قال \\ud83d نعم", "title": "\\ud83d\\ude00"}\n', "utf-8"
    )
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 0
    articles = pd.read_parquet(tmp_path / "out/articles.parquet")
    assert articles["text"].iloc[1] == "\U0001f600\n\nقال \ufffd نعم"


def test_scripts_and_formulas_come_out_as_they_went_in(folder, tmp_path):
    (folder / "formula.csv").write_text("text,title\n\"=cmd|' /C calc'!A0 قال الوزير\",@SUM(1)\n", encoding="utf-8")
    assert main(["build", str(folder), "--out", str(tmp_path / "out"), "--format", "csv"]) == 0
    articles = pd.read_csv(tmp_path / "out/articles.csv")
    assert articles["text"].iloc[0] == "@SUM(1)\n\n=cmd|' /C calc'!A0 قال الوزير"


def test_strict_turns_skipping_into_failing(folder, tmp_path, capsys):
    (folder / "paper.pdf").write_bytes(b"%PDF")
    (folder / "cut.json").write_bytes(b'[{"text": "a')
    out = tmp_path / "out"
    assert main(["build", str(folder), "--out", str(out), "--strict"]) == 2
    said = capsys.readouterr().err
    assert all(piece in said for piece in ("2 would be skipped", "paper.pdf: left out", "cut.json: left out"))
    assert not out.exists()
    assert main(["build", str(folder), "--out", str(out)]) == 3


def test_a_wish_that_is_none_ends_the_build_with_a_word(folder, tmp_path, capsys):
    assert main(["build", str(folder), "--out", str(tmp_path / "out"), "--column", "corps=Body"]) == 2
    assert "--column corps=Body: write FIELD=COLUMN" in capsys.readouterr().err


SOUND = {
    ".txt": TEXT.encode() * 20,
    ".html": f"<html><body><article><h1>عنوان</h1><p>{TEXT}</p></article></body></html>".encode() * 3,
    ".mhtml": (
        b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>"
        + TEXT.encode() + b"</p>\r\n--x--\r\n"
    ),
    ".json": json.dumps(ROWS[:5], ensure_ascii=False).encode(),
    ".jsonl": LINES[:2000],
    ".csv": "".join(f'"{row["id"]}","{row["text"]}"\n' for row in ({"id": "id", "text": "text"}, *ROWS[:5])).encode(),
    ".tsv": f"id\ttext\n1\t{TEXT}\n".encode(),
    ".xlsx": BOOK,
    ".parquet": PARQUET,
}  # fmt: skip


@pytest.mark.parametrize("suffix", [*SOUND, *(f"{suffix}.gz" for suffix in SOUND)])
def test_no_bytes_make_it_fall_over(tmp_path, suffix):
    rng = random.Random(suffix)
    sound = SOUND[suffix.removesuffix(".gz")]
    for turn in range(12):
        data = bytearray(sound if turn % 3 else rng.randbytes(400))
        for _ in range(rng.randint(1, 12)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 4)] = rng.randbytes(rng.randint(0, 4))
        if suffix.endswith(".gz"):
            data = bytearray(gzip.compress(data, mtime=0))
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        (tmp_path / f"{turn}{suffix}").write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    read = corpus.read(tmp_path)
    TABLES["notices"].frame(read.notices)
    assert all(row["text"].encode() for row in read.articles)


@pytest.mark.parametrize("url", ["http://[foo/2021/03/23/", "https://[::1/a", "http://"])
def test_what_is_no_address_is_told_and_left_aside(url, tmp_path):
    rows = json.dumps({"id": "a", "url": url, "text": "وصل الوفد إلى الخرطوم في زيارة تستمر يومين."})
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    built = build(tmp_path / "a.jsonl").frames
    assert len(built["articles"]) == 1
    assert built["notices"]["kind"].tolist().count("given-value-refused") == 1


@pytest.mark.parametrize("published", ["9999-12-31T23:59:59Z", "0001-01-01", "9999-12-31"])
def test_the_year_of_no_day_is_no_day(published, tmp_path):
    row = {"id": "a", "published": published, "updated": published, "text": "وصل الوفد الثلاثاء ويغادر بعد يومين."}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    built = build(tmp_path / "a.jsonl").frames
    assert built["articles"]["published_basis"].tolist() != ["given"]
    assert "given-value-refused" in built["notices"]["kind"].tolist()


def test_a_dash_of_tatweel_is_a_sign_to_every_stage(tmp_path):
    (tmp_path / "a.txt").write_text("الانتخابات ـ غدا. غادر قبل ثلاثة أشهر من الانتخابات ـ وعاد.", encoding="utf-8")
    assert len(build(tmp_path / "a.txt").frames["times"]) == 2
