"""What a page says about itself outside its text: JSON-LD, OpenGraph and other metadata, microdata, its address.

Everything is kept as written, each date with the name it goes by: which of them are right is weighed in
`dating.publication`, and nothing of it goes into the body. A page may describe several articles (cards of other
stories, endless scrolling); what names another headline than the page's is left aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from analysis.reading.blocks import names

StatedKind = Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that structured data gives: whether of publication or of an update, as written, and its name there."""

    kind: StatedKind
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text: by the user (``given``), the page's structured data, its address.

    ``sites`` are the names that the page gives to its site, the surest first; ``section``, ``authors`` and ``language``
    are as the page writes them.
    """

    url: str | None = None
    sites: tuple[str, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    section: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """The facts of a page, and what it says of its text: headlines in metadata, the text itself where it is given."""

    facts: Facts
    headlines: tuple[str, ...]
    article_body: str


_DATES: Mapping[str, StatedKind] = {
    "article:published_time": "published",
    "og:published_time": "published",
    "og:article:published_time": "published",
    "datepublished": "published",
    "publisheddate": "published",
    "publish-date": "published",
    "publish_date": "published",
    "publication_date": "published",
    "mediator_published_time": "published",
    "cxenseparse:recs:publishtime": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "dcterms.date": "published",
    "pubdate": "published",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "article:updated_time": "updated",
    "datemodified": "updated",
    "dcterms.modified": "updated",
    "lastmod": "updated",
    "last-modified": "updated",
    "lastdate": "updated",
}
"""Names under which pages give their dates in ``meta`` elements, in small letters."""
_ITEM_DATES: Mapping[str, StatedKind] = {"datePublished": "published", "dateModified": "updated"}
_NEWS = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "Report", "WebPage", "VideoObject", "BreakingNews",
    "SocialMediaPosting",
})  # fmt: skip
_WEAKER = frozenset({"WebPage", "VideoObject"})
"""Types that describe the page or a film on it: heard only where no article is described."""
_OTHERS = frozenset({"comment", "comments", "respond", "related", "recommended", "recommendations", "sidebar"})
"""Names of elements whose dates are of comments and other stories."""
_SALVAGED = re.compile(
    r'"(datePublished|dateModified|headline|articleBody|articleSection|url)"\s*:\s*"((?:[^"\\]|\\.)*)"'
)
_SALVAGED_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"]{1,200})"')
_WORD = re.compile(r"\w+")
_TRAILING_COMMA = re.compile(r",(?=\s*[,}\]])")
_SEPARATOR = re.compile(r"\s+[-–—|:•»«]+\s+|\s*[|•»]\s*|:\s+")


def describe(tree: Any) -> Described:
    """Return what the page ``tree`` says of itself."""
    objects = [found for text in _scripts(tree) for found in _news_objects(text)]
    shown = _distinct((meta(tree, "og:title"), meta(tree, "twitter:title"), *_titles(tree)))
    objects = _of_this_page(objects, shown)
    headlines = _distinct((*shown, *(found.get("headline") for found in objects)))
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    addresses = [*canonical, meta(tree, "og:url"), *(found.get("url") for found in objects)]
    sites = [
        meta(tree, "og:site_name"),
        *map(_publisher, objects),
        _item_publisher(tree),
        meta(tree, "application-name"),
    ]
    dates = [*_json_dates(objects), *_meta_dates(tree), *_item_dates(tree)]
    sections = [_first(found.get("articleSection")) for found in objects]
    root = tree.getroottree().getroot()
    facts = Facts(
        url=next((address for address in addresses if _is_address(address)), None),
        sites=_distinct(sites),
        dates=tuple(dict.fromkeys(dates)),
        section=next(iter(_distinct((*sections, meta(tree, "article:section"), meta(tree, "section")))), None),
        authors=_distinct((*(name for found in objects for name in _names(found.get("author"))), meta(tree, "author"))),
        language=next(iter(_distinct((root.get("lang"), meta(tree, "og:locale")))), None),
    )
    bodies = (found.get("articleBody") for found in objects)
    return Described(facts, headlines, next((text for text in bodies if isinstance(text, str)), ""))


def meta(tree: Any, name: str) -> str | None:
    """Return the content of the ``meta`` element called ``name``, whichever attribute calls it so."""
    for element in tree.iter("meta"):
        if name in _called(element) and (element.get("content") or "").strip():
            return element.get("content")
    return None


def title_parts(title: str) -> list[str]:
    """Return a page's title cut where sites put their own name: at dashes, bars and colons.

    Examples
    --------
    >>> title_parts("فتح السد | محليات - صدى الوادي")
    ['فتح السد', 'محليات', 'صدى الوادي']
    """
    return [part for part in (" ".join(part.split()) for part in _SEPARATOR.split(title)) if part]


def plain(text: str) -> str:
    """Return what two ways to write one headline have in common: words only, without case."""
    return " ".join(words(text))


def words(text: str) -> Iterator[str]:
    """Yield the words of a text without case, one by one: a page may have millions."""
    return (word.group() for word in _WORD.finditer(text.casefold()))


def _called(element: Any) -> set[str]:
    return {(element.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")} - {""}


def _is_address(address: Any) -> bool:
    return isinstance(address, str) and address.startswith(("http://", "https://"))


def _distinct(names: Sequence[Any] | Iterator[Any]) -> tuple[str, ...]:
    found = (" ".join(name.split()) for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in found if name))


def _titles(tree: Any) -> list[str]:
    return [title.text_content() for title in tree.iter("title")][:1]


def _of_this_page(objects: list[dict[str, Any]], titles: tuple[str, ...]) -> list[dict[str, Any]]:
    """Those of the objects that describe this page: articles before pages, and none with another page's headline."""
    articles = [found for found in objects if not _types(found) <= _WEAKER] or objects
    shown = [plain(title) for title in titles]

    def fits(found: dict[str, Any]) -> bool:
        named = found.get("headline")
        name = plain(named) if isinstance(named, str) else ""
        return bool(name) and any(name in title or title in name for title in shown)

    fitting = [found for found in articles if fits(found)]
    return fitting or articles[:1]


def _meta_dates(tree: Any) -> Iterator[StatedDate]:
    for element in tree.iter("meta"):
        if element.get("itemprop") in _ITEM_DATES:
            continue
        for name in _called(element) & _DATES.keys():
            if (element.get("content") or "").strip():
                yield StatedDate(_DATES[name], element.get("content").strip(), name)


def _item_dates(tree: Any) -> Iterator[StatedDate]:
    """Dates of microdata, and of ``time`` elements that say they are the page's; comments' are not."""
    for element in tree.xpath("//*[@itemprop or @pubdate]"):
        called = set((element.get("itemprop") or "").split()) & _ITEM_DATES.keys()
        if element.tag == "time" and element.get("pubdate") is not None:
            called.add("datePublished")
        if not called or any(names(one) & _OTHERS for one in element.iterancestors()):
            continue
        value = next(filter(None, (element.get(key) for key in ("content", "datetime", "title"))), None)
        value = value or element.text_content()
        if value and value.strip():
            name = min(called)
            where = "time" if element.tag == "time" else name.lower()
            yield StatedDate("updated" if called == {"dateModified"} else "published", " ".join(value.split()), where)


def _json_dates(objects: list[dict[str, Any]]) -> Iterator[StatedDate]:
    for found in objects:
        for name, kind in _ITEM_DATES.items():
            if isinstance(found.get(name), str) and found[name].strip():
                yield StatedDate(kind, found[name].strip(), f"JSON-LD {name}")


def _scripts(tree: Any) -> Iterator[str]:
    for element in tree.iter("script"):
        if (element.get("type") or "").split(";")[0].strip().lower() == "application/ld+json" and element.text:
            yield element.text


def _news_objects(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script that describe an article; what can be saved of one that is broken."""
    for written in (text, _TRAILING_COMMA.sub("", text.strip().removesuffix(";"))):
        try:
            top = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        return _with_publishers(_articles_in(top), top)
    return _salvaged(text)


def _articles_in(top: Any) -> list[dict[str, Any]]:
    found = []
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if _NEWS & _types(node):
                found.append(node)
            waiting += [node[key] for key in ("mainEntity", "@graph") if key in node]
    return found


def _salvaged(text: str) -> list[dict[str, Any]]:
    """An object of the pairs that can still be read in broken JSON, if it speaks of an article."""
    if not any(f'"{name}"' in text for name in _NEWS):
        return []
    found: dict[str, Any] = {}
    for name, value in _SALVAGED.findall(text):
        found.setdefault(name, value)
    publisher = _SALVAGED_PUBLISHER.search(text)
    return [{"@type": "Article", **found, **({"publisher": publisher[1]} if publisher else {})}]


def _with_publishers(objects: list[dict[str, Any]], top: Any) -> list[dict[str, Any]]:
    """The objects with a publisher that is only pointed at (``{"@id": …}``) put in its place."""
    pointed = [found["publisher"] for found in objects if isinstance(found.get("publisher"), dict)]
    if not any("@id" in publisher for publisher in pointed):
        return objects
    by_id = {node["@id"]: node for node in _nodes(top) if "name" in node}
    for publisher in pointed:
        known = by_id.get(publisher["@id"]) if isinstance(publisher.get("@id"), str) else None
        if known and "name" not in publisher:
            publisher["name"] = known["name"]
    return objects


def _nodes(top: Any) -> Iterator[dict[str, Any]]:
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if isinstance(node.get("@id"), str):
                yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]


def _types(node: Mapping[str, Any]) -> frozenset[str]:
    types = node.get("@type")
    return frozenset(name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _names(value: Any) -> list[str]:
    """The names of persons or bodies, however they are wrapped."""
    several = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in several]
    return [name for name in map(_first, named) if isinstance(name, str)]


def _publisher(found: Mapping[str, Any]) -> str | None:
    return next(iter(_names(found.get("publisher"))), None)


def _item_publisher(tree: Any) -> str | None:
    for name in tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']"):
        return name.get("content") or name.text_content()
    return None
