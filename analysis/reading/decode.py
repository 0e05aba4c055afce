"""Bytes to text: byte-order marks, line ends, and the encodings that Arabic was written in before UTF-8.

The text that comes out is what every offset of every table counts in: the decoded file with its byte-order mark
dropped and CRLF or CR turned into LF, and nothing else changed.

An encoding is taken for what it shows: a mark, valid UTF-8, the high bytes of UTF-16, and for the eight-bit ones the
article ال, the commonest pair of letters in Arabic, which each writes with other bytes. Where that shows little, the
encoding is a guess, and `Decoded.doubt` says so.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

UTF_8 = "utf-8"
LOST = "\ufffd"
"""What stands for bytes that could not be decoded."""
SAMPLE = 1 << 16
"""Bytes that are looked at to tell text from anything else."""

_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ARTICLES = {"cp1256": b"\xc7\xe1", "iso8859-6": b"\xc7\xe4"}
"""The article ال in the eight-bit encodings of Arabic; the first is taken where it shows in none."""
_FEW = 5
"""Articles below which an eight-bit encoding is a guess."""
_CHARMAPS = ("cp125", "iso8859", "mac_", "koi8", "cp720", "cp86", "latin", "windows")
_PAGES = frozenset({0x00, 0x06})
"""High bytes of ASCII and of Arabic in UTF-16."""
_MORE_PAGES = _PAGES | {0x20, *range(0xFB, 0x100)}
"""Those of punctuation and of presentation forms too."""
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a\x1b")
_CONTROLS = bytes(set(range(32)) - _TEXT_CONTROLS)
_MOST_CONTROLS = 0.002
"""Share of control characters in what is still text: damage leaves one here and there, binary data has one in ten."""
_SIGNATURES = {
    b"%PDF": "a PDF; save its text as .txt",
    b"PK\x03\x04": "a zip archive or an office document; unpack it, or save it as .txt or .xlsx",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old or an encrypted office document; save it without a password as .txt or .xlsx",
    b"\x1f\x8b": "compressed by gzip; add .gz to its name",
    b"{\\rtf": "rich text; save it as .txt",
}


class NotTextError(ValueError):
    """The bytes are no text; the message says what they look like."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, how many of its characters could not be decoded, and why to doubt it."""

    text: str
    encoding: str
    damaged: int = 0
    doubt: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""Return the text of ``data``.

    ``declared`` is an encoding that the file names for itself (the ``charset`` of an HTML page); it is tried after
    byte-order marks and strict UTF-8, which are not mistaken for anything else, and not believed where it hides Arabic.
    Raises NotTextError for pictures, archives and the like.

    Examples
    --------
    >>> decode("\ufeffقال\r\nنعم".encode("utf-8"))
    Decoded(text='قال\nنعم', encoding='utf-8', damaged=0, doubt=None)
    """
    encoding, mark, doubt = detect(data, declared)
    try:
        return Decoded(plain(data[mark:].decode(encoding)), encoding, 0, doubt)
    except UnicodeDecodeError:
        text = data[mark:].decode(encoding, errors="replace")
        return Decoded(plain(text), encoding, text.count(LOST), doubt)


def detect(data: bytes, declared: str | None = None) -> tuple[str, int, str | None]:
    """Return the encoding of ``data``, the length of its byte-order mark, and why to doubt it, if there is reason.

    Raises NotTextError as `decode` does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark), None
    if encoding := _unmarked_utf16(data):
        return encoding, 0, None
    _refuse_binary(data)
    if _is_utf8(data):
        return UTF_8, 0, None
    return _eight_bit(data, declared)


def plain(text: str) -> str:
    """Return ``text`` without a leading byte-order mark and with LF at line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is the page of Arabic or of ASCII, 06 or 00."""
    sample = data[: min(SAMPLE, len(data) // 2 * 2)]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    for encoding, pages, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        usual = sum(pages.count(page) for page in _PAGES)
        known = sum(pages.count(page) for page in _MORE_PAGES)
        if usual > 0.5 * pairs and known > 0.9 * pairs and letters.count(0) < 0.02 * pairs:
            return encoding
    return None


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise NotTextError(f"it is {what}")
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample) + 1:
        raise NotTextError("it holds binary data, no text")


def _is_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8, but for its cut end or a few broken bytes: one to ten valid sequences at most."""
    try:
        codecs.getincrementaldecoder(UTF_8)().decode(data)
    except UnicodeDecodeError:
        damaged = data[: SAMPLE * 16].decode(UTF_8, errors="replace")
        broken = damaged.count(LOST)
        return len(damaged) - len(damaged.encode("ascii", "ignore")) > 11 * broken
    return True


def _eight_bit(data: bytes, declared: str | None) -> tuple[str, int, str | None]:
    """The eight-bit encoding of ``data``, no mark, and why to doubt it."""
    counts = {encoding: data.count(article) for encoding, article in _ARTICLES.items()}
    best = max(counts, key=lambda encoding: counts[encoding])  # the first of equals
    named = _charmap(declared)
    rest = counts.get(named, 0) if named else min(counts.values())
    sure = counts[best] >= _FEW and counts[best] > 4 * rest
    if named and not (sure and named != best):
        return named, 0, None
    if named:
        return best, 0, f"the page names {declared}, in which it would hold no Arabic"
    shown = ", ".join(f"{count} times read as {encoding}" for encoding, count in counts.items())
    return best, 0, None if sure else f"the article ال shows {shown}"


def _charmap(declared: str | None) -> str | None:
    """The eight-bit encoding that ``declared`` means, by the name that Python gives it; None for any other codec."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(_CHARMAPS) else None
