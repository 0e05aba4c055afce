"""HTML to headline, body and what the page says about itself: its address, its site, its dates.

The body is extracted by trafilatura (FINDINGS: recall of words .98 and more). Structured data - JSON-LD, OpenGraph, the
canonical address - is kept as evidence, each date with the name it goes by, and is weighed in `dating.publication`.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

DEEPEST = 250
"""Levels of nesting below which an element's tags are dropped; pages are not deeper, and parsers are slow there."""

StatedKind = Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that structured data gives: whether of publication or of an update, as written, and its name there."""

    kind: StatedKind
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text: by the user (``given``), the page's structured data, its address."""

    url: str | None = None
    sites: tuple[str, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A headline and a body as text, and the page's facts."""

    title: str | None
    text: str
    facts: Facts


class NoPageError(ValueError):
    """The HTML holds no article; the message says why."""


_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "td", "tr", "th", "option", "dt", "dd",
))  # fmt: skip
"""Elements that hold none, or need no closing tag."""
_META_DATES: Mapping[str, StatedKind] = {
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "pubdate": "published",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "datemodified": "updated",
    "lastmod": "updated",
}
_JSON_DATES: Mapping[str, StatedKind] = {"datePublished": "published", "dateModified": "updated"}
_NEWS = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting",
    "BackgroundNewsArticle", "LiveBlogPosting", "WebPage", "VideoObject", "BreakingNews",
})  # fmt: skip


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page names for itself near its beginning."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def parse(html: str) -> Page:
    """Return the headline, body and facts of a page.

    Raises NoPageError where there is nothing to read: no element, or no word outside scripts.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(shallow(html), parser=HTMLParser(huge_tree=True, remove_comments=True))
    except (LxmlError, ValueError) as error:
        raise NoPageError(f"it holds no HTML ({error})"[:200]) from error
    facts = _facts(tree)
    headline = _headline(tree)
    title, text = _body(tree, headline)
    if not text and not title:
        raise NoPageError("it holds no text")
    return Page(title, text, facts)


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


def _body(tree: Any, headline: str | None) -> tuple[str | None, str]:
    """Return the headline and the page's prose below it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by a notice of ours
    paragraphs: list[str] = []
    title = headline
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:  # the library promises nothing about broken pages, and one page must not end a build
        found = None
    if found is not None:
        paragraphs = [line.strip() for line in (_attribute(found, "text") or "").split("\n")]
        title = title or _attribute(found, "title")
    if found is None:  # too little for the library to be sure of, and all there is
        paragraphs = [" ".join(line.split()) for line in _visible(tree).split("\n")]
    paragraphs = [line for line in paragraphs if line]
    if title:
        title = " ".join(title.split())
        if paragraphs and paragraphs[0] == title:
            del paragraphs[0]
    return title or None, "\n".join(paragraphs)


def _visible(tree: Any) -> str:
    """The words of a page outside scripts and styles, and not its title, which is no part of what is shown."""
    return "\n".join(tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::title)]"))


def _attribute(found: Any, name: str) -> str | None:
    return found.get(name) if isinstance(found, dict) else getattr(found, name, None)


def _headline(tree: Any) -> str | None:
    """The page's headline: its one h1, else what it gives to those who link to it, else its title."""
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    shared = _meta(tree, "og:title")
    if len(headings) == 1:
        return headings[0]
    if shared:
        return " ".join(shared.split())
    titles = [" ".join(title.text_content().split()) for title in tree.iter("title")]
    return next(filter(None, (*headings, *titles)), None)


def _facts(tree: Any) -> Facts:
    objects = [found for text in _scripts(tree) for found in _news_objects(text)]
    publishers = [_name(found.get("publisher")) for found in objects]
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    addresses = [*canonical, _meta(tree, "og:url")]
    sites = [_meta(tree, "og:site_name"), *publishers, _meta(tree, "application-name")]
    dates = [*_json_dates(objects), *_meta_dates(tree)]
    return Facts(
        url=next((address for address in addresses if address and address.startswith("http")), None),
        sites=tuple(dict.fromkeys(site.strip() for site in sites if site and site.strip())),
        dates=tuple(dict.fromkeys(dates)),
    )


def _meta(tree: Any, name: str) -> str | None:
    for element in tree.iter("meta"):
        if (element.get("property") or element.get("name") or "").lower() == name:
            return element.get("content")
    return None


def _meta_dates(tree: Any) -> Iterator[StatedDate]:
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name in _META_DATES and element.get("content"):
            yield StatedDate(_META_DATES[name], element.get("content").strip(), name)
    for element in tree.iter("time"):
        if element.get("datetime") and (element.get("itemprop") or element.get("pubdate") is not None):
            kind = "updated" if (element.get("itemprop") or "").lower() == "datemodified" else "published"
            yield StatedDate(kind, element.get("datetime").strip(), "time")


def _json_dates(objects: list[dict[str, Any]]) -> Iterator[StatedDate]:
    for found in objects:
        for name, kind in _JSON_DATES.items():
            if isinstance(found.get(name), str):
                yield StatedDate(kind, found[name].strip(), f"JSON-LD {name}")


def _scripts(tree: Any) -> Iterator[str]:
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() == "application/ld+json" and element.text:
            yield element.text


def _news_objects(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script that describe an article."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    found = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            types = node.get("@type")
            if _NEWS & set(types if isinstance(types, list) else [types] if isinstance(types, str) else []):
                found.append(node)
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]
    return sorted(found, key=lambda node: node.get("@type") in ("WebPage", "VideoObject"))


def _name(publisher: Any) -> str | None:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    return publisher if isinstance(publisher, str) else None
