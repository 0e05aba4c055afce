"""Whatever bytes an article comes in, its text comes out as it was, and every row of every table lies where it says."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import build
from analysis.reading import corpus
from analysis.reading.decode import decode, plain
from analysis.text.fold import fold

SENTENCES = (
    "أعلن التحالف، الأربعاء، أن نحو 2500 جندي أميركي ما زالوا في العراق.",
    "وقال المتحدث باسم الوزارة يوسف الخالدي: «لن ننسحب قبل نهاية العام 2021».",
    "قُتل 14 جنديا وأصيب عشرات في تفجير ببغداد يوم الثلاثاء 23 مارس/آذار 2021.",
    'وأضاف أن "أكثر من 70 ألف شخص نزحوا منذ آب/أغسطس" بحسب الأمم المتحدة.',
    "ونفى المسؤول في حديث لوكالة رويترز صحة الأنباء",
    "لا إله إلا الله ولاسيما الأهالي",
    "تعليق الرحلات بين عمان وبيروت",
)
CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u061c\u200b\u200c\u200d\u2060\u00ad\u0640\ufeff"
"""Marks of direction, joiners, zero-width blanks, tatweel: kept in the text, seen by nobody."""
MARKS = "\"'«»“”„()[]{}ـ.،؛؟!:-–—…\u064b\u0651\u0670ﷺﷲ﴾﴿"
LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x0c", "\x85")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso8859-6")


def shaped(text: str) -> str:
    """The text in presentation forms, lam-alef as one sign, as old programs and PDFs give it."""
    return "".join(FORMS.get(letter, letter) for letter in text.replace("لا", "\ufefb").replace("لأ", "\ufef7"))


FORMS = {
    plain_form: chr(code)
    for code in range(0xFEFC, 0xFE7F, -1)
    if len(plain_form := unicodedata.normalize("NFKC", chr(code))) == 1
}

pieces = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(SENTENCES).map(shaped),
    st.text(st.sampled_from(CONTROLS + MARKS + " \t\u00a0"), max_size=6),
    st.sampled_from(LINE_ENDS),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
)
texts = st.lists(pieces, min_size=1, max_size=14).map("".join)


@st.composite
def sprinkled(draw: st.DrawFn) -> str:
    """A text with controls between any two of its letters."""
    text = draw(texts)
    places = draw(st.lists(st.tuples(st.integers(0, len(text)), st.sampled_from(CONTROLS)), max_size=12))
    for at, control in sorted(places, reverse=True):
        text = text[:at] + control + text[at:]
    return text


def as_read(text: str) -> str:
    """What the contract says a file's text becomes: no byte-order mark, LF for CRLF and CR, nothing else."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=300, derandomize=True, deadline=None)
@given(text=sprinkled(), encoding=st.sampled_from(ENCODINGS[:4]))
def test_a_text_in_a_unicode_encoding_comes_out_as_it_was(text, encoding):
    marked = text if encoding != "utf-8" or not text.startswith("\ufeff") else text[1:]
    decoded = decode(marked.encode("utf-16" if encoding == "utf-16-le" else encoding))  # without a mark it is a guess
    assert (decoded.text, decoded.damaged) == (as_read(marked), 0)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(chosen=st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=9), encoding=st.sampled_from(ENCODINGS),
       end=st.sampled_from(LINE_ENDS[:3]))  # fmt: skip
def test_prose_comes_out_of_every_encoding_that_can_say_it(chosen, encoding, end):
    text = end.join(chosen).encode(encoding, errors="ignore").decode(encoding)  # ISO-8859-6 has no «»
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.damaged) == (plain(text), 0)
    assert plain(text).replace("\n", end).encode(encoding) == text.encode(encoding)  # nothing is lost on the way


@settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written=st.lists(st.tuples(sprinkled(), st.sampled_from(ENCODINGS)), min_size=1, max_size=4))
def test_every_row_of_every_table_lies_where_it_says(written):
    with TemporaryDirectory() as place:
        for number, (text, encoding) in enumerate(written):
            said = f"{SENTENCES[number]}\n{text}"
            Path(place, f"{number}.txt").write_bytes(said.encode(encoding, errors="ignore"))
        frames = build.build(Path(place)).frames
    texts_ = dict(zip(frames["articles"]["article_id"], frames["articles"]["text"], strict=True))
    assert len(texts_) == len(written)
    for name in ("times", "numbers", "claims", "quotes", "mentions", "event_mentions"):
        for row in frames[name].itertuples():
            assert texts_[row.article_id][row.start : row.end] == row.text, name
    for row in frames["sentences"].itertuples():
        assert 0 <= row.start < row.end <= len(texts_[row.article_id])
    notices = frames["notices"].dropna(subset=["start"])
    assert all(0 <= row.start <= row.end <= len(texts_[row.article_id]) for row in notices.itertuples())


def test_presentation_forms_stay_and_are_read_as_letters(tmp_path):
    text = "قال المسؤول أمس إن 14 جنديا قتلوا في بغداد. ولا تزال الأهالي في المدينة."
    (tmp_path / "plain.txt").write_text(text, encoding="utf-8")
    (tmp_path / "shaped.txt").write_text(shaped(text), encoding="utf-8")
    frames = build.build(tmp_path).frames
    shaped_text = frames["articles"].set_index("article_id").loc["shaped", "text"]
    assert shaped_text == shaped(text)
    assert "\ufefb" in shaped_text
    assert "presentation-forms" in set(frames["notices"].query("article_id == 'shaped'")["kind"])
    for name, columns in {"times": ["type"], "claims": ["value", "noun", "category"], "mentions": ["type"]}.items():
        plain_rows, shaped_rows = (
            frames[name].query("article_id == @one")[columns].to_dict("list") for one in ("plain", "shaped")
        )
        assert plain_rows == shaped_rows, name


def test_lam_alef_in_one_sign_is_two_letters_at_one_place():
    folded = fold("و\ufefbد")
    assert (folded.text, folded.starts) == ("ولاد", (0, 1, 1, 2))
    assert folded.to_source(1, 2) == folded.to_source(2, 3) == (1, 2)


@pytest.mark.parametrize("control", CONTROLS, ids=[f"U+{ord(control):04X}" for control in CONTROLS])
def test_controls_stay_in_the_text_and_no_extractor_sees_them(tmp_path, control):
    text = "\n".join(SENTENCES[:4])
    inside = "".join(letter + control if letter.isalpha() and at % 3 == 0 else letter for at, letter in enumerate(text))
    (tmp_path / "without.txt").write_text(text, encoding="utf-8")
    (tmp_path / "within.txt").write_text(inside, encoding="utf-8")
    frames = build.build(tmp_path).frames
    assert inside in set(frames["articles"]["text"])
    compared = {
        "times": ["type", "value", "earliest", "latest"],
        "numbers": ["value", "kind", "role"],
        "claims": ["value", "bound", "noun", "category"],
        "mentions": ["type", "entity_id"],
        "quotes": ["kind", "speaker_id"],
    }
    for name, columns in compared.items():
        without, within = (
            frames[name].query("article_id == @one")[columns].astype("string").fillna("").to_dict("list")
            for one in ("without", "within")
        )
        assert within == without, name


def test_a_sidecar_and_a_mark_of_order_do_not_move_a_title(tmp_path):
    (tmp_path / "a.txt").write_bytes("\ufeff\u200fعنوان الخبر\r\n\r\nقال الوزير.\r\n".encode())
    (article,) = corpus.read(tmp_path).articles
    assert article["text"] == "\u200fعنوان الخبر\n\nقال الوزير.\n"
