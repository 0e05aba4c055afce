"""Names of people, bodies and places, and who or what each one names.

Lists know the names that are often in the news (``knowledge/``); rules find the others by what stands around them.
Where readings overlap the longest counts, so no name lies inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.marks.naming import bodies, english, identity, listed, people
from analysis.marks.naming.candidates import Candidate, choose
from analysis.text.fold import fold_text
from analysis.text.read import Reading

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}")
_CAPITALISED = re.compile(r"[A-Z][\w'’]*")
_ARTICLE = "ال"
_MERGED = re.compile("^لل")
_KNOWN = ("people", "bodies", "places", "agencies", "outlets")


def find(reading: Reading) -> list[dict[str, Any]]:
    """Return the rows of `tables.MENTIONS` of one article, in text order; no name lies inside another.

    Takes time in proportion to the text.
    """
    chosen = choose(_candidates(reading))
    rows = []
    for one, entity in zip(chosen, identity.ids(reading, chosen), strict=True):
        where = reading.where_is(one.start, one.end)
        own = {"mention_id": f"{reading.article_id}:m{one.start}-{one.end}", "entity_id": entity, "type": one.type}
        rows.append({**where, **own})
    return rows


def entities(mentions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of `tables.ENTITIES` for the mentions of all articles, by id.

    The Arabic name is that of the list, for a state the spelling most often found, else the longest found, a merged ل
    taken off (للحكومة: الحكومة); the type is the one most often given.
    """
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in mentions:
        found.setdefault(row["entity_id"], []).append(row)
    return [_entity(entity_id, rows) for entity_id, rows in sorted(found.items())]


def _candidates(reading: Reading) -> Iterator[Candidate]:
    known = listed.find(reading)
    persons = people.find(reading, known)
    named = [person.candidate for person in persons]
    yield from known
    yield from named
    yield from people.alone(reading, persons)
    yield from bodies.find(reading, bodies.Known(reading, [*known, *named]))
    yield from _latin(reading)


def _latin(reading: Reading) -> Iterator[Candidate]:
    """Names in Latin letters: an acronym, or words that all begin with a capital."""
    i = 0
    while i < len(reading.words):
        if reading.words[i].kind != "latin" or not _CAPITALISED.fullmatch(reading.words[i].surface):
            i += 1
            continue
        last = i + 1
        while last < len(reading.words) and _goes_on(reading, last):
            last += 1
        if last - i > 1 or _ACRONYM.fullmatch(reading.words[i].surface):
            type_ = "PER" if last - i > 1 and _given(reading.words[i].surface) else "ORG"
            yield Candidate(i, last, reading.starts[i], reading.ends[last - 1], type_, None, 0)
        i = last


def _goes_on(reading: Reading, i: int) -> bool:
    gap = reading.source[reading.ends[i - 1] : reading.starts[i]]
    if reading.words[i].surface == "-":
        return not gap and i + 1 < len(reading.words) and reading.tight(i + 1) and reading.words[i + 1].kind == "latin"
    joined = gap == " " or (not gap and reading.words[i - 1].surface == "-")
    return joined and bool(_CAPITALISED.fullmatch(reading.words[i].surface))


def _given(surface: str) -> bool:
    """Whether a word in Latin letters is a given name that the list of name words knows."""
    return surface.casefold() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["latin"].casefold() for row in lexicon.rows("name_words") if row["kind"] != "family")


def _entity(entity_id: str, rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    types = [row["type"] for row in rows]
    type_ = max(sorted(set(types)), key=types.count)
    listed_as = _facts().get(entity_id, {})
    unmerged = [_MERGED.sub(_ARTICLE, row["text"]) for row in rows]
    name = _clearest(unmerged)
    listed_name = max(sorted(set(unmerged)), key=unmerged.count) if type_ == "GPE" else listed_as.get("form")
    return {
        "entity_id": entity_id,
        "type": type_,
        "name_ar": (listed_as and listed_name) or name,
        "name_en": listed_as.get("name_en") or _english(identity.plain(name), type_),
        "wikidata": listed_as.get("wikidata") or None,
        "variants": sorted({row["text"] for row in rows}),
    }


def _clearest(unmerged: list[str]) -> str:
    """The longest spelling, of equally long ones the most frequent, then the one with the fewest marks."""
    bare = {text: fold_text(text) for text in unmerged}
    longest = max(len(folded) for folded in bare.values())
    return max(sorted({t for t in unmerged if len(bare[t]) == longest}), key=lambda t: (unmerged.count(t), -len(t)))


def _english(folded: str, type_: str) -> str | None:
    return identity.latin_name(folded) if type_ == "PER" else english.body(folded)


@cache
def _facts() -> dict[str, Mapping[str, str]]:
    return {row["id"]: row for name in reversed(_KNOWN) for row in reversed(lexicon.rows(name))}
