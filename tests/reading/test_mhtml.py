"""Web archives: the page in them and where it was saved from; the day it was saved is nobody's news."""

from __future__ import annotations

import quopri

import pytest

from analysis import build
from analysis.reading import corpus
from analysis.reading.mhtml import NoArchiveError, page_of

PROSE = "<p>أغلقت السيول عددا من الطرق في محافظة ظفار جنوبي سلطنة عمان، بحسب شرطة عمان السلطانية في بيان لها.</p>"
HTML = (
    '<html><head><meta charset="{}"></head><body><article><h1>السيول تغلق طرقا في ظفار</h1>' + PROSE * 3 + "</article>"
)


def archive(encoding="utf-8", *, root="<frame-1@mhtml.blink>", first=""):
    """A page as Chromium saves it, with a picture before it or behind."""
    body = quopri.encodestring(HTML.format(encoding).encode(encoding)).decode("ascii")
    return f"""From: <Saved by Blink>
Snapshot-Content-Location: https://www.example.org/news/2018/05/25/storm
Subject: =?utf-8?Q?news?=
Date: Sat, 7 Feb 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"; start="{root}"

{first}------x
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.example.org/news/2018/05/25/storm

{body}
------x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://www.example.org/logo.png

iVBORw0KGgo=
------x--
""".replace("\n", "\r\n").encode()


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
@pytest.mark.parametrize("suffix", [".mhtml", ".mht"])
def test_the_page_of_an_archive_is_an_article(tmp_path, suffix, encoding):
    (tmp_path / f"a{suffix}").write_bytes(archive(encoding))
    read = corpus.read(tmp_path)
    assert read.articles[0]["text"].startswith("السيول تغلق طرقا في ظفار\n\nأغلقت السيول")
    assert read.facts["a"].url == "https://www.example.org/news/2018/05/25/storm"


def test_the_day_of_saving_is_not_taken(tmp_path):
    (tmp_path / "a.mhtml").write_bytes(archive())
    (article,) = build.build(tmp_path).frames["articles"].itertuples()
    assert "2026" not in f"{article.published_earliest} {article.published_latest}"


def test_the_root_is_the_page_and_frames_are_not():
    frame = "------x\nContent-Type: text/html\nContent-ID: <other>\n\n<p>إعلان</p>\n"
    assert "السيول" in page_of(archive(first=frame)).html.decode()


@pytest.mark.parametrize("data", [b"", b"no archive", b"Content-Type: text/html\r\n\r\n", archive()[:400]])
def test_what_is_no_archive_says_so(data):
    with pytest.raises(NoArchiveError, match=r"save (it|the page) anew"):
        page_of(data)
