"""Bytes to text."""

from __future__ import annotations

import pytest

from analysis.reading.decode import NotTextError, decode

SENTENCE = "قال المتحدث باسم الوزارة إن القافلة وصلت إلى المدينة، وفيها 40 شاحنة.\n" * 3


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("windows-1256", "cp1256"),
        ("iso8859-6", "iso8859-6"),
    ],
)
def test_arabic_survives_its_encodings(encoding, read_as):
    decoded = decode(SENTENCE.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.damaged) == (SENTENCE, read_as, 0)


def test_a_broken_byte_in_utf8_is_counted_not_taken_for_another_encoding():
    data = SENTENCE.encode()
    at = data.index(b" ")
    decoded = decode(data[:at] + b"\xff" + data[at:])
    assert (decoded.encoding, decoded.damaged) == ("utf-8", 1)


def test_a_text_cut_inside_a_letter_is_still_utf8():
    decoded = decode(SENTENCE.encode()[:100])
    assert decoded.encoding == "utf-8"
    assert decoded.damaged == 1


def test_controls_and_marks_of_direction_stay():
    text = "قال \u200fبايدن\u200e: «نعم»\u061c.\u2069"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04abc", bytes(range(32)) * 10])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(NotTextError):
        decode(data)


@pytest.mark.parametrize(
    "declared", ["hex", "undefined", "unicode_escape", "idna", "no-such", "utf-7", "", "x" * 999, "ü"]
)
def test_a_page_may_name_whatever_it_likes(declared):
    assert decode(SENTENCE.encode("windows-1256"), declared).text == SENTENCE


def test_a_page_that_names_an_encoding_without_arabic_is_not_believed():
    decoded = decode(SENTENCE.encode("windows-1256"), "iso-8859-1")
    assert decoded.text == SENTENCE
    assert "the page names iso-8859-1" in decoded.doubt


def test_french_is_french_where_the_page_says_so():
    text = "Le président a déclaré à la presse que la décision était arrêtée. " * 3
    assert decode(text.encode("windows-1252"), "windows-1252").text == text


@pytest.mark.parametrize("text", ["قال", "Le président a été reçu à Genève."])
def test_a_guess_says_that_it_is_one(text):
    assert decode(text.encode("windows-1256")).doubt.endswith("read as cp1256, 0 times read as iso8859-6")


def test_what_is_sure_is_not_doubted():
    assert decode(SENTENCE.encode("iso8859-6")).doubt is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_in_quotes_forms_and_cut(encoding):
    text = "قال “الوزير” إن – القرار\u200f نهائي ﻻ رجعة عنه"
    assert decode(text.encode(encoding)).text == text
    assert decode(text.encode(encoding)[:-1]).text.removesuffix("\ufffd") == text[:-1]


def test_mixed_line_ends_become_one():
    assert decode(b"a\r\nb\rc\nd\r\r\n").text == "a\nb\nc\nd\n\n"
