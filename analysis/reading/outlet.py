"""Which outlet published an article and how that is known, and which agencies its text credits.

A page names its outlet in few places: its structured data, its address, a line of its own above or below the prose, the
dateline - ``دبي (CNN)``, ``الرياض – سبق`` - or in passing, where somebody "told" it something. Everywhere else a paper
that is named is another's source. Many names are common words (اليوم, الشرق الأوسط): `knowledge/outlets.tsv` says
which, and those count in quotation marks or brackets only. An agency in the dateline filed the words; it published
nothing. What stays unnamed stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from analysis import lexicon
from analysis.reading.furniture import Layout
from analysis.reading.page import Facts
from analysis.reading.self_naming import AGENCIES, OUTLETS, Names, counts
from analysis.tables import Basis
from analysis.text.read import Reading

_PARTS = re.compile(r"\s*[|/،•·»]\s*|\s+[-–—:]\s+")
"""What stands between the parts of a site's name."""


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
    for known in (*map(named, facts.sites), by_address(facts.url), *map(_within, facts.sites)):
        if known:
            return Outlet(name_of(known), known, "stated")
    for site in facts.sites:
        return Outlet(site, slug(site), "stated")
    names = Names(reading, layout)
    for known in names.stated():
        return Outlet(name_of(known), known, "stated")
    known = names.told()
    return Outlet(name_of(known), known, "inferred") if known else Outlet()


def agencies(reading: Reading, layout: Layout, outlet_id: str | None) -> list[str]:
    """Return the ids of the agencies that the text credits, in order; photo credits and links are not the text."""
    spans = [(s.start, s.end) for s in layout.sentences if s.place == "body"]
    spans += [(line.start, line.end) for line in layout.furniture() if line.kind in (None, "byline")]
    found: dict[str, int] = {}
    for start, end in spans:
        for i in reading.where_in(start, end, AGENCIES):
            for item in reading.at(i, AGENCIES):
                if counts(reading, item):
                    at = found.get(item.entry.row["id"], item.start)
                    found[item.entry.row["id"]] = min(at, item.start)
                    break
    return [agency for agency in sorted(found, key=lambda name: found[name]) if agency != outlet_id]


def named(name: str) -> str | None:
    """Return the id of the outlet that goes by ``name`` in Arabic or English; None where the lists do not know it."""
    return _by_name().get(" ".join(lexicon.folded_words(name)))


def _within(site: str) -> str | None:
    """The outlet that a part of a site's name is of: ``هسبريس - أخبار المغرب``, ``صحيفة عكاظ الإلكترونية``."""
    for part in _PARTS.split(site):
        words = lexicon.folded_words(part)
        while words and words[0] in _bodies():
            words = words[1:]
        for tail in ((), *_tails()):
            end = len(words) - len(tail)
            known = _by_name().get(" ".join(words[:end])) if words[end:] == tail else None
            if known:
                return known
    return None


@cache
def _tails() -> frozenset[tuple[str, ...]]:
    return frozenset(lexicon.folded_words(row["form"]) for row in lexicon.rows("outlet_tails"))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(
        word
        for row in lexicon.rows("outlet_words")
        if row["kind"] == "body"
        for word in lexicon.folded_words(row["form"])
    )


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
