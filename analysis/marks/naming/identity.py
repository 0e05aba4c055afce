"""Who a name names: one id for every spelling, and for the family name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.naming.candidates import Candidate
from analysis.text.fold import fold_text
from analysis.text.read import Reading


def ids(reading: Reading, chosen: Iterable[Candidate]) -> list[str]:
    """Return an id for each name of one article; a family name alone takes that of the whole name before it."""
    chosen = list(chosen)
    spelled = [plain(reading.source[one.start : one.end]) for one in chosen]
    whole: dict[str, str] = {}
    found: list[str] = []
    for one, name in zip(chosen, spelled, strict=True):
        known = one.entity or _listed(one.type).get(name)
        if known is None and one.type == "PER":
            known = whole.get(name.split()[-1]) if name in whole or len(name.split()) == 1 else None
        known = known or slug(name)
        if one.type == "PER" and len(name.split()) > 1:
            for unit in _short_forms(name):
                whole.setdefault(unit, known)
        found.append(known)
    return _look_back(chosen, spelled, found, whole)


def _look_back(chosen: list[Candidate], spelled: list[str], found: list[str], whole: dict[str, str]) -> list[str]:
    """Give a family name that stands before the whole name (a headline's) the id of the whole name."""
    return [
        whole.get(name, own) if one.type == "PER" and not one.entity and " " not in name else own
        for one, name, own in zip(chosen, spelled, found, strict=True)
    ]


def _short_forms(name: str) -> list[str]:
    parts = name.split()
    return [parts[-1], " ".join(parts[-2:])]


def plain(name: str) -> str:
    """Return a name folded, without quotation marks and without the ل that has merged with its article."""
    folded = re.sub(r"[^\w\s]", " ", fold_text(name))
    folded = " ".join(folded.split())
    return "ال" + folded[2:] if folded.startswith("لل") else folded


def slug(name: str) -> str:
    """Return an id made of a folded name's letters: nations by their id, names as a list spells them."""
    written = " ".join(words.nation(word) or words.latin(word) or _spell(word) for word in name.split())
    ascii_only = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "unnamed"


def latin_name(name: str) -> str | None:
    """Return a person's name in Latin letters, where a list knows every word of it."""
    spelled = [words.latin(word) for word in name.split()]
    return " ".join(part for part in spelled if part) if spelled and all(spelled) else None


def _spell(word: str) -> str:
    if word.startswith("ال") and len(word) > 3:
        return "al-" + _spell(word[2:])
    return "".join(_letters().get(letter, letter) for letter in word)


@cache
def _letters() -> dict[str, str]:
    return {row["form"]: row["latin"] for row in lexicon.rows("latin_letters")}


@cache
def _listed(type_: str) -> dict[str, str]:
    names = ("people",) if type_ == "PER" else ("bodies", "places", "agencies", "outlets")
    return {plain(row["form"]): row["id"] for name in reversed(names) for row in lexicon.rows(name)}
