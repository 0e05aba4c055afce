"""The same article twice: one address, or one outlet and nearly the same body.

Every input keeps its row; ``version_of`` names the earlier one, so that counts can take it once. Rows of a table with
ids of their own are what their owner calls articles and are never taken for versions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from analysis.notices import notice
from analysis.reading.page import Facts
from analysis.reading.runs import body_words, runs
from analysis.text.read import Reading

FEWEST = 10
"""Words below which a body says too little to be compared."""
ALIKE, ALIKE_UNNAMED = 0.8, 0.95
"""Share of the runs of both bodies together that both hold, from which they are one article; the second where neither
names its outlet, since agency copy is nearly alike in many."""
COMMONEST = 20
"""Articles of one outlet that are compared for holding the same run; those behind them are compared with these."""

_NO_CONTENT = re.compile(
    r"(utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|ref|referrer|source|amp|output|outputtype|share|cmpid|_gl)"
)
"""Parameters of an address that say how the reader came, or how the page is shown, not which article it is."""
_SHOWN_AS = re.compile(r"(/amp|\.amp|/print|/index\.html?)$|/$")


def mark(
    articles: Sequence[dict[str, Any]],
    readings: Mapping[str, Reading],
    facts: Mapping[str, Facts],
    notices: list[dict[str, Any]],
    own_ids: Set[str] = frozenset(),
) -> None:
    """Set ``version_of`` of the articles that repeat an earlier one, and say so in ``notices``.

    ``own_ids`` are articles that are never a version of another: rows of a table that have an id there.
    """
    earlier = {**_by_body(articles, readings, own_ids), **_by_address(articles, facts, own_ids)}
    for row in articles:
        first = row["article_id"]
        while first in earlier:
            first = earlier[first]
        if first != row["article_id"]:
            row["version_of"] = first
            notices.append(notice("same-article", row["article_id"], other=first))


def address(url: str | None) -> str | None:
    """Return what tells one article's address from another's; None for none, and for the front page of a site.

    Examples
    --------
    >>> address("http://m.example.org/news/%D8%AE%D8%A8%D8%B1/amp?utm_source=x#top")
    'example.org/news/خبر'
    >>> address("https://www.example.org/news/خبر/") == address("http://m.example.org/news/%D8%AE%D8%A8%D8%B1/amp")
    True
    >>> address("https://example.org/")
    """
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:  # an address that breaks the rules for addresses is compared as it stands
        return url
    host = re.sub(r"^(www|m|mobile|amp)\.", "", parts.netloc.lower())
    path = unquote(parts.path)
    while (shorter := _SHOWN_AS.sub("", path)) != path:
        path = shorter
    asked = sorted(pair for pair in parse_qsl(parts.query) if not _NO_CONTENT.fullmatch(pair[0].lower()))
    if not path.strip("/") and not asked:
        return None
    return host + path + ("?" + "&".join(f"{name}={value}" for name, value in asked) if asked else "")


def _by_address(rows: Sequence[Mapping[str, Any]], facts: Mapping[str, Facts], own_ids: Set[str]) -> dict[str, str]:
    seen: dict[str, str] = {}
    found: dict[str, str] = {}
    for row in rows:
        key = address(facts[row["article_id"]].url)
        if key is None:
            continue
        first = seen.setdefault(key, row["article_id"])
        if first != row["article_id"] and row["article_id"] not in own_ids:
            found[row["article_id"]] = first
    return found


def _by_body(rows: Sequence[Mapping[str, Any]], readings: Mapping[str, Reading], own_ids: Set[str]) -> dict[str, str]:
    """Pairs of one outlet (or of none named) whose bodies are nearly the same, the later to the earlier."""
    holders: dict[tuple[str | None, int], list[str]] = defaultdict(list)
    held_by: dict[str, set[int]] = {}
    found: dict[str, str] = {}
    order = {row["article_id"]: number for number, row in enumerate(rows)}
    for row in rows:
        article_id, paper = row["article_id"], row["outlet_id"] or row["outlet"]
        mine = held_by[article_id] = _runs_of(readings[article_id])
        if article_id not in own_ids:
            shared = Counter(other for run in mine for other in holders.get((paper, run), ()))
            alike = [
                other
                for other, count in shared.items()
                if count >= (ALIKE if paper else ALIKE_UNNAMED) * (len(mine) + len(held_by[other]) - count)
            ]
            if alike:
                found[article_id] = min(alike, key=order.__getitem__)
                continue  # whoever is like this one is like the first
        for run in mine:
            if len(held := holders[paper, run]) < COMMONEST:
                held.append(article_id)
    return found


def _runs_of(reading: Reading) -> set[int]:
    words = body_words(reading)
    return set(runs(words)) if len(words) >= FEWEST else set()
