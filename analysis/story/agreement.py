"""Counts of agreement, by outlet and by independent origin; the one place that counts it.

Eleven articles that share two origins say a thing twice, not eleven times. Nothing is averaged: a count says how many
say so, never what is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.tables import Grade, Verdict

CONFIRMED, FAIR = 3, 2
"""Independent origins that make a figure confirmed, or fairly so."""


def outlets(article_ids: Iterable[str], articles: Mapping[str, Mapping[str, Any]]) -> int:
    """Return how many named outlets these articles are of; one that names none is not counted."""
    named = {articles.get(article_id, {}).get("outlet_id") for article_id in article_ids}
    return sum(isinstance(outlet, str) and bool(outlet) for outlet in named)


def articles(article_ids: Iterable[str], known: Mapping[str, Mapping[str, Any]]) -> int:
    """Return how many articles these are, an article and its versions taken once."""
    return len({known.get(one, {}).get("version_of") or one for one in article_ids})


def origins(
    spans: Iterable[tuple[str, int, int]], known: Mapping[str, Iterable[tuple[int, int, str]]] | None
) -> int | None:
    """Return how many independent origins lie under these stretches of articles; None while origins are not known.

    ``known`` maps an article to its stretches with their origin; a stretch without one counts as its article's own.
    """
    if known is None:
        return None
    found: set[str] = set()
    for article_id, start, end in spans:
        under = {origin for first, last, origin in known.get(article_id, ()) if first < end and start < last}
        found |= under or {f"article {article_id}"}
    return len(found)


def grade(verdict: Verdict, n_origins: int | None) -> Grade | None:
    """Return how well confirmed a group of claims is: contested, or by its number of independent origins.

    Examples
    --------
    >>> grade("conflicting", None), grade("same", 3), grade("same", 1), grade("same", None)
    ('contested', 'confirmed', 'weak', None)
    """
    if verdict == "conflicting":
        return "contested"
    if n_origins is None:
        return None
    if n_origins >= CONFIRMED:
        return "confirmed"
    return "fair" if n_origins == FAIR else "weak"
