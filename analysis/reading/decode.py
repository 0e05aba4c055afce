"""Bytes to text: byte-order marks, line ends, and the encodings that Arabic was written in before UTF-8.

The text that comes out is what every offset of every table counts in: the decoded file with its byte-order mark
dropped and CRLF or CR turned into LF, and nothing else changed.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

UTF_8 = "utf-8"
SAMPLE = 1 << 16
"""Bytes that are looked at to tell text from anything else."""

_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a\x1b")
_CONTROLS = frozenset(range(32)) - _TEXT_CONTROLS
_MOST_CONTROLS = 0.002
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "compressed by gzip",
}


class NotTextError(ValueError):
    """The bytes are no text; the message says what they look like."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and how many of its characters could not be decoded."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""Return the text of ``data``.

    ``declared`` is an encoding that the file names for itself (the ``charset`` of an HTML page); it is tried after
    byte-order marks and strict UTF-8, which are not mistaken for anything else. Raises NotTextError for pictures,
    archives and the like.

    Examples
    --------
    >>> decode("\ufeffقال\r\nنعم".encode("utf-8"))
    Decoded(text='قال\nنعم', encoding='utf-8', damaged=0)
    """
    encoding, data = _marked(data)
    if not encoding:
        encoding = _unmarked_utf16(data)
    if not encoding:
        _refuse_binary(data)
        try:
            return Decoded(plain(data.decode(UTF_8)), UTF_8)
        except UnicodeDecodeError:
            encoding = _eight_bit(data, declared)
    text = data.decode(encoding, errors="replace")
    return Decoded(plain(text), encoding, text.count("\ufffd"))


def plain(text: str) -> str:
    """Return ``text`` without a leading byte-order mark and with LF at line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> tuple[str | None, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is the page of Arabic or of ASCII, 06 or 00."""
    sample = data[:SAMPLE]
    pairs = len(sample) // 2
    if pairs < 8 or len(data) % 2:
        return None
    for encoding, pages, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        high = pages.count(0) + pages.count(6)
        if high > 0.9 * pairs and letters.count(0) < 0.02 * pairs:
            return encoding
    return None


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise NotTextError(f"it is {what}")
    sample = data[:SAMPLE]
    if sum(byte in _CONTROLS for byte in sample) > _MOST_CONTROLS * len(sample) + 1:
        raise NotTextError("it holds binary data")


def _eight_bit(data: bytes, declared: str | None) -> str:
    """The encoding of bytes that are not UTF-8 throughout."""
    damaged = data[: SAMPLE * 16].decode(UTF_8, errors="replace")
    foreign = sum(letter > "\x7f" and letter != "\ufffd" for letter in damaged)
    if foreign > 10 * damaged.count("\ufffd"):
        return UTF_8  # UTF-8 with a few broken bytes: no eight-bit text holds ten valid sequences to one invalid
    if declared and _known(declared) and not declared.lower().startswith("utf"):
        return codecs.lookup(declared).name
    # The article ال is the commonest pair of letters: C7 E1 in Windows-1256, C7 E4 in ISO-8859-6.
    return "iso8859-6" if data.count(b"\xc7\xe4") > data.count(b"\xc7\xe1") else "cp1256"


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
