"""What is odd about a text that a reader must know, though it stays as it came: forms, leftovers, cut ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.reading.decode import LOST, UTF_8

SAMPLE = 200_000
"""Characters that are looked at for leftovers of another format."""
FEWEST = 3
"""Pairs of letters that show Arabic decoded wrongly, or tags that show markup."""

_FORM = re.compile("[\ufb50-\ufdef\ufe70-\ufefc]")
_ORNAMENTS = frozenset("\ufd3e\ufd3f")
"""Brackets of quoted scripture, which have no other form."""
_MOJIBAKE = re.compile(
    "[\u00d8\u00d9][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u0637§|\u0638\u201e"
)
"""A letter of Arabic in UTF-8, read as windows-1252 or (alef and lam) as windows-1256."""
_TAG = re.compile(r"</(?:p|div|span|a|b|i|strong|em|h[1-6]|li|td)>|<br ?/?>|<p[ >]", re.IGNORECASE)
_CUT = re.compile(r"(?:…|\.\.\.)? ?\[\+\d+ chars\]\s*\Z")
"""How NewsAPI ends the text of an article that it gives the beginning of."""

Note = tuple[str, Mapping[str, Any]]


def of(text: str) -> Iterator[Note]:
    """Yield kinds of notices and their details."""
    if count := text.count(LOST):
        yield "damaged-text", {"count": count}
    if not text.isascii():
        forms = [form for form in _FORM.findall(text) if form not in _ORNAMENTS and _is_form(form)]
        if forms:
            yield "presentation-forms", {"count": len(forms)}
        wrong = _MOJIBAKE.findall(text[:SAMPLE])
        if len(wrong) >= FEWEST:
            yield "mojibake", {"sample": "".join(wrong[:3])}
    if (at := text.rfind("[+")) >= 0 and (cut := _CUT.search(text, max(0, at - 4))):
        yield "cut-text", {"ending": cut.group().strip()}
    tags = _TAG.findall(text[:SAMPLE])
    if len(tags) >= FEWEST:
        yield "markup-in-text", {"tag": tags[0]}


def of_encoding(encoding: str, doubt: str | None) -> Iterator[Note]:
    """Yield what is to be said of the ``encoding`` that a file was read in, with the ``doubt`` of `decode.Decoded`."""
    if encoding != UTF_8:
        yield "not-utf8", {"encoding": encoding}
    if doubt:
        yield "encoding-doubted", {"encoding": encoding, "why": doubt}


def sound(text: str) -> str:
    r"""Return ``text`` with halves of surrogate pairs, which no file can hold, as U+FFFD.

    >>> sound("قال \ud83d.") == "قال \ufffd."
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _is_form(sign: str) -> bool:
    """Whether a sign is a joining form of letters, not a word or phrase of its own (U+FDF2, U+FDFA)."""
    return unicodedata.decomposition(sign).startswith(("<initial>", "<medial>", "<final>", "<isolated>")) and not (
        "\ufdf0" <= sign <= "\ufdfd"
    )
