"""What the extractor library finds in a page, and how much of one text another holds."""

from __future__ import annotations

import logging
from itertools import islice, tee
from typing import Any

from analysis.reading.page_facts import words

COVERED = 0.6
"""Share of a block's runs of three words that another text must hold to hold the block."""


def body_text(tree: Any) -> str:
    """Return the body that the extractor library finds in a page; empty where it finds none, or breaks."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by a notice of ours
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:  # the library promises nothing about broken pages, and one page must not end a build
        return ""
    text = found.get("text") if isinstance(found, dict) else getattr(found, "text", None)
    return text or ""


def shingles(text: str) -> set[tuple[str, ...]]:
    """Return the runs of three words of a text."""
    first, second, third = tee(words(text), 3)
    return set(zip(first, islice(second, 1, None), islice(third, 2, None), strict=False))


def covers(known: set[tuple[str, ...]], text: str) -> bool:
    """Return whether most runs of three words of ``text`` are ``known``."""
    own = shingles(text)
    return bool(own) and len(own & known) >= COVERED * len(own)
