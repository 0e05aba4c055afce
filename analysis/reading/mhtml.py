"""A saved web archive (`.mhtml`): the page in it, and the address it was saved from.

The day it was saved stands in its head and is never taken for the day of publication.
"""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

from analysis.reading.page import declared_encoding

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
MOST_PARTS = 10_000
"""Parts of the largest archive that is taken apart; a page has hundreds of pictures and styles at most."""


class NoArchiveError(ValueError):
    """The bytes are no web archive; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The bytes of a page, the encoding it was saved in, and the address it was saved from."""

    html: bytes
    encoding: str | None
    url: str | None


def page_of(data: bytes) -> Saved:
    """Return the page of a web archive: the part its head names as the root, else the first page in it.

    Raises NoArchiveError where there is none, or where it breaks off.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = list(_parts(message))
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        raise NoArchiveError("it holds no page; save the page anew, as .mhtml or .html")
    root = _plain(message.get_param("start"))
    part = next((part for part in pages if root and _plain(part.get("Content-ID")) == root), pages[0])
    if part is parts[-1] and any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        raise NoArchiveError("it breaks off inside its page; save the page anew")
    html = part.get_payload(decode=True)
    if not isinstance(html, bytes) or not html.strip():
        raise NoArchiveError("its page is empty; save it anew")
    addresses = (message.get("Snapshot-Content-Location"), part.get("Content-Location"))
    url = next((_plain(address) for address in addresses if _plain(address).startswith("http")), None)
    return Saved(html, part.get_content_charset() or declared_encoding(html), url)


def _parts(message: Message) -> list[Message]:
    try:
        parts = []
        for part in message.walk():
            parts.append(part)
            if len(parts) > MOST_PARTS:
                raise NoArchiveError(f"it has over {MOST_PARTS:,} parts; save the page anew")
    except RecursionError as error:
        raise NoArchiveError("its parts are nested too deep; save the page anew") from error
    else:
        return parts


def _plain(value: object) -> str:
    """A header as text, without its folds, blanks and angle brackets."""
    return "".join(str(value or "").split()).strip("<>")
