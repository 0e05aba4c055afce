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
