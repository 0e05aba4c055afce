"""Which outlet published an article and how that is known, and which agencies its text credits.

A page names its outlet in few places: its structured data, its address, a line of its own above or below the prose, the
dateline - ``دبي (CNN)``, ``الرياض – سبق`` - or in passing, where somebody "told" it something. Everywhere else a paper
that is named is another's source. Many names are common words (اليوم, الشرق الأوسط): `knowledge/outlets.tsv` says
which, and those count in quotation marks or brackets only. An agency in the dateline filed the words; it published
nothing. What stays unnamed stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from analysis import lexicon
from analysis.reading.furniture import Layout, Line
from analysis.reading.page import Facts
from analysis.tables import Basis
from analysis.text.read import Item, Reading

OUTLETS, AGENCIES = "outlets", "agencies"
DATELINE = 14
"""Tokens at the beginning of the prose in which a dateline may end."""
SHORTEST_OTHER = 5
"""Words besides the outlet's name that a line naming it may have."""
NEAR = 2
"""Tokens between a word of `outlet_words.tsv` and the name it stands with."""

_OPENERS = frozenset('«"“„(‹[')
_CLOSERS = frozenset('»"”“)›]')
_TO = "ل"
"""The clitic of whom something is told to."""
_AND_TO = frozenset({_TO, "و"})
_DASHES = frozenset("-–—:/|،")
_STRANGERS = frozenset({"related", "credit", "byline", "comments", "share", "topics", "section"})
"""Kinds of furniture in which another outlet than the page's own may be named."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as it writes its name, its id, and how it is known; nothing but the basis where it is not."""

    name: str | None = None
    outlet_id: str | None = None
    basis: Basis = "unknown"


def identify(reading: Reading, layout: Layout, facts: Facts) -> Outlet:
    """Return the outlet of an article, by the first kind of evidence that names one.

    In this order: what the user gives, the page's structured data and address, lines outside the prose, the dateline,
    and what people are said to have told it.
    """
    given = facts.given.get("outlet")
    if given:
        known = named(given)
        return Outlet(given, known or slug(given), "given")
    for known in (*map(named, facts.sites), by_address(facts.url)):
        if known:
            return Outlet(name_of(known), known, "stated")
    for site in facts.sites:
        return Outlet(site, slug(site), "stated")
    for known in (*_in_lines(reading, layout), *_in_dateline(reading, layout), *_in_wire(reading, layout)):
        return Outlet(name_of(known), known, "stated")
    known = _told(reading, layout)
    return Outlet(name_of(known), known, "inferred") if known else Outlet()


def agencies(reading: Reading, layout: Layout, outlet_id: str | None) -> list[str]:
    """Return the ids of the agencies that the text credits, in order; photo credits and links are not the text."""
    spans = [(s.start, s.end) for s in layout.sentences if s.place == "body"]
    spans += [(line.start, line.end) for line in layout.furniture() if line.kind in (None, "byline")]
    found: dict[str, int] = {}
    for start, end in spans:
        for i in reading.tokens_in(start, end):
            for item in reading.at(i, AGENCIES):
                if _counts(reading, item):
                    at = found.get(item.entry.row["id"], item.start)
                    found[item.entry.row["id"]] = min(at, item.start)
                    break
    return [agency for agency in sorted(found, key=lambda name: found[name]) if agency != outlet_id]


def named(name: str) -> str | None:
    """Return the id of the outlet that goes by ``name`` in Arabic or English; None where the lists do not know it."""
    return _by_name().get(" ".join(lexicon.folded_words(name)))


def name_of(outlet_id: str) -> str:
    """Return the Arabic name of a listed outlet or agency: the first form of its id."""
    for rows in (lexicon.rows(OUTLETS), lexicon.rows(AGENCIES)):
        for row in rows:
            if row["id"] == outlet_id:
                return row["form"]
    raise KeyError(outlet_id)


def country_of(outlet_id: str) -> str | None:
    """Return the country of a listed outlet or agency, ISO 3166; None where the lists do not know it."""
    for table in (OUTLETS, AGENCIES):
        country = lexicon.column(table, "id", "country").get(outlet_id)
        if country:
            return country
    return None


def by_address(url: str | None) -> str | None:
    """Return the id of the outlet whose site ``url`` lies on; a host may be any subdomain of a listed domain."""
    host = (urlsplit(url).hostname or "") if url else ""
    parts = host.split(".")
    for at in range(len(parts) - 1):
        known = _by_domain().get(".".join(parts[at:]))
        if known:
            return known
    return None


def slug(name: str) -> str:
    """Return an id for a name that no list knows: its words in small letters, joined by hyphens.

    Examples
    --------
    >>> slug("Baghdad Post (العربية)")
    'baghdad-post-العربية'
    """
    return "-".join(re.findall(r"\w+", name.casefold()))


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for table in (OUTLETS, AGENCIES):
        for row in lexicon.rows(table):
            for name in (row["form"], row["name_en"], row["id"].replace("-", " ")):
                found.setdefault(" ".join(lexicon.folded_words(name)), row["id"])
    return found


@cache
def _by_domain() -> dict[str, str]:
    found: dict[str, str] = {}
    for table in (OUTLETS, AGENCIES):
        for row in lexicon.rows(table):
            found.setdefault(row["domain"], row["id"])
    return found


def _in_lines(reading: Reading, layout: Layout) -> Iterator[str]:
    """Outlets that a line outside the prose names: a byline above it, the site's name or its copyright below."""
    for line in layout.furniture():
        if line.kind in _STRANGERS or len(line.words) > SHORTEST_OTHER + 3:
            continue
        for i in range(line.first, line.last):
            item = _outlet_at(reading, i)
            if item and (line.kind == "copyright" or _heads(reading, line, item)):
                yield item.entry.row["id"]
                break


def _heads(reading: Reading, line: Line, item: Item) -> bool:
    """Whether the line is the outlet's name, or begins or ends with it, cut off by a dash or the like."""
    others = len(line.words) - sum(word.isalnum() for word in item.entry.words)
    if others <= 0:
        return item.entry.row["license"] == "free" or _marked(reading, item)
    if others > SHORTEST_OTHER:
        return False
    before, after = _outside(reading, item)
    begins = item.first - line.first <= 1 and after < line.last and reading.words[after].folded in _DASHES
    ends = line.last - item.last <= 1 and before >= line.first and reading.words[before].folded in _DASHES
    return begins or ends


def _outside(reading: Reading, item: Item) -> tuple[int, int]:
    """The tokens before and behind a name, its quotation marks or brackets skipped."""
    marked = _marked(reading, item)
    return item.first - 1 - marked, item.last + marked


def _in_dateline(reading: Reading, layout: Layout) -> Iterator[str]:
    """Outlets in the words before the first dash of the prose: ``دبي (CNN) –``, ``سبق - الرياض:``."""
    if not layout.body:
        return
    first = reading.token_at(layout.body[0])
    line_end = reading.source.find("\n", layout.body[0])
    stop = min(first + DATELINE, len(reading.words))
    for i in range(max(0, first), stop):
        if 0 <= line_end <= reading.starts[i]:
            return
        item = _outlet_at(reading, i)
        if item is None:
            continue
        _, after = _outside(reading, item)
        cut = after < len(reading.words) and reading.words[after].folded in _DASHES - {"،"}
        if cut and (_marked(reading, item) or i == first or reading.words[i - 1].folded in _DASHES):
            yield item.entry.row["id"]


def _in_wire(reading: Reading, layout: Layout) -> Iterator[str]:
    """Agencies that publish their own wire: a line above the prose with place, date and agency, as they write it."""
    for line in layout.furniture():
        if not layout.body or line.start > layout.body[0]:
            return
        tokens = range(line.first, line.last)
        dated = any("months" in reading.words[i].keys for i in tokens) and reading.words[line.first].kind == "arabic"
        numbers = sum(reading.words[i].kind == "digits" for i in tokens)
        for item in reading.at(line.last - 1, AGENCIES) if dated and numbers > 1 else ():
            yield item.entry.row["id"]


def _told(reading: Reading, layout: Layout) -> str | None:
    """The outlet that people are said to have told something, most often; None where two are named as often."""
    found: Counter[str] = Counter()
    for sentence in layout.sentences:
        if sentence.place not in ("body", "title"):
            continue
        for i in reading.tokens_in(sentence.start, sentence.end):
            item = _outlet_at(reading, i)
            if item and _its_own(reading, item):
                found[item.entry.row["id"]] += 1
    ranked = found.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _its_own(reading: Reading, item: Item) -> bool:
    """Whether the words before a name say that the article is this outlet's: "told «X»", "«X» has learnt"."""
    before, _ = _outside(reading, item)
    if before < 0 or _kind(reading, before) == "body":
        return False
    attached = "prep" in item.analysis.before and reading.source[reading.starts[item.first]] in _AND_TO
    alone = reading.words[before].folded == _TO
    if attached or alone:
        return True
    return any(_kind(reading, i) == "self" for i in range(max(0, before - NEAR + 1), before + 1))


def _kind(reading: Reading, i: int) -> str | None:
    items = reading.at(i, "outlet_words")
    return items[0].entry.row["kind"] if items else None


def _outlet_at(reading: Reading, i: int) -> Item | None:
    """The outlet that begins at token ``i``, if what stands there names one."""
    return next((item for item in reading.at(i, OUTLETS) if _counts(reading, item)), None)


def _counts(reading: Reading, item: Item) -> bool:
    return item.entry.row["license"] == "free" or _marked(reading, item)


def _marked(reading: Reading, item: Item) -> bool:
    """Whether a name stands alone in quotation marks or brackets."""
    return (
        item.first > 0
        and item.last < len(reading.words)
        and reading.words[item.first - 1].folded in _OPENERS
        and reading.words[item.last].folded in _CLOSERS
    )
