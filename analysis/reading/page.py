"""HTML to headline, body and what the page says about itself: its address, its site, its dates.

The tree is made harmless (`shallow`), described (`page_facts`), cut into blocks (`blocks`), and the article is told
from the rest (`headlines`, `body`). What comes out is text with places: dates and bylines at the headline stand above
the prose and count as furniture, so that they are weighed like those of a pasted page; nothing else comes in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.reading import body, headlines, library
from analysis.reading.blocks import Block, blocks
from analysis.reading.page_facts import Described, Facts, StatedDate, StatedKind, describe
from analysis.text.sentences import Place

__all__ = ["Facts", "NoPageError", "Page", "StatedDate", "StatedKind", "declared_encoding", "parse", "shallow"]

DEEPEST = 250
"""Levels of nesting below which an element's tags are dropped; pages are not deeper, and parsers are slow there."""

LONGEST_ATTRIBUTE = 10_000
"""Characters of the longest attribute that is kept."""
MOST_BLOCKS = 10_000
"""Blocks of the largest page that the extractor library is asked about; it is slow on larger ones, and not needed."""
MOST_CHARACTERS = 5_000_000
"""The same for its words: the library holds them ten times over."""


@dataclass(frozen=True, slots=True)
class Page:
    """A headline, and below it a text of one line a paragraph, with the place of each line; and the page's facts."""

    title: str | None
    text: str
    places: tuple[Place, ...]
    facts: Facts


class NoPageError(ValueError):
    """The HTML holds no article; the message says why."""


_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
"""What an XHTML page says of its encoding, which is known by now."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "td", "tr", "th", "option", "dt", "dd",
))  # fmt: skip
"""Elements that hold none, or need no closing tag."""


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page names for itself near its beginning."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def parse(html: str) -> Page:
    """Return the headline, text and facts of a page.

    Raises NoPageError where there is nothing to read: no element, or no word outside scripts.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        parser = HTMLParser(huge_tree=True, remove_comments=True)
        tree = document_fromstring(shallow(_DECLARATION.sub("", html, count=1)), parser=parser)
    except (LxmlError, ValueError) as error:
        raise NoPageError(f"it holds no HTML ({error})"[:200]) from error
    _shorten(tree)
    described = describe(tree)
    found = blocks(tree)
    title, head = headlines.headline(found, described)
    page = body.Page(found, head, described)
    facts = _facts(tree, described, title)
    asked = len(found) <= MOST_BLOCKS and sum(len(block.text) for block in found) <= MOST_CHARACTERS
    prose = page.prose(library.body_text(tree) if asked else "")
    placed: list[tuple[Place, Sequence[Block]]]
    if prose:
        above, below = page.lines(prose)
        placed = [("furniture", above), ("body", prose), ("furniture", below)]
        facts = replace(facts, dates=(*facts.dates, *_times(above, facts)))
    else:  # no paragraph: all there is, but for the headline
        placed = [("body", [block for block in found if block is not head and not block.is_link])]
    lines: list[tuple[str, Place]] = [(block.text, place) for place, several in placed for block in several]
    if not lines and not title:
        raise NoPageError("it holds no text")
    return Page(title, "\n".join(text for text, _ in lines), tuple(place for _, place in lines), facts)


def shallow(html: str) -> str:
    """Return ``html`` without the tags that lie deeper than `DEEPEST`: no page makes a parser recurse or crawl."""
    if html.count("<") < DEEPEST:
        return html
    depth = 0
    kept: list[str] = []
    last = 0
    for tag in _TAG.finditer(html):
        closing, name, rest = tag.groups()
        if name.lower() in _VOID or rest.endswith("/"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth >= DEEPEST + (0 if closing else 1):
            kept.append(html[last : tag.start()])
            last = tag.end()
    return "".join((*kept, html[last:]))


def _shorten(tree: Any) -> None:
    """Take the attributes out that no page needs, as pictures written into it: looking through them takes long."""
    for element in tree.iter():
        for name in [name for name, value in element.attrib.items() if len(value) > LONGEST_ATTRIBUTE]:
            del element.attrib[name]


def _facts(tree: Any, described: Described, title: str | None) -> Facts:
    """The page's facts; a name beside the headline in the page's title is the site's where nothing else names it."""
    titles = (element.text_content() for element in tree.iter("title"))
    beside = headlines.site_in_title(" ".join(next(titles, "").split()), title)
    known = described.facts.sites
    return replace(described.facts, sites=(*known, beside)) if beside and beside not in known else described.facts


def _times(above: list[Block], facts: Facts) -> list[StatedDate]:
    """Dates in ``time`` elements of the lines at the headline, where the page states none of their kind elsewhere."""
    known = {date.kind for date in facts.dates}
    found = [
        StatedDate("updated" if updated else "published", value, "time")
        for one in above
        for value, updated in one.times
    ]
    return [date for date in dict.fromkeys(found) if date.kind not in known]
