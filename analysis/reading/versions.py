"""The same article twice: one address, or one outlet and nearly the same body.

Every input keeps its row; ``version_of`` names the earlier one, so that counts can take it once. Rows of a table with
ids of their own are what their owner calls articles and are never taken together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from typing import Any
from urllib.parse import urlsplit

from analysis.notices import notice
from analysis.reading.page import Facts
from analysis.text.read import Reading

RUN = 5
"""Words in a run by which bodies are compared."""
ALIKE = 0.8
"""Share of the runs of both bodies together that both hold, from which they are one article."""
COMMONEST = 20
"""Articles of one outlet that may share a run before it is taken for a set phrase."""


def mark(
    articles: list[dict[str, Any]],
    readings: Mapping[str, Reading],
    facts: Mapping[str, Facts],
    notices: list[dict[str, Any]],
    own_ids: Set[str] = frozenset(),
) -> None:
    """Set ``version_of`` of the articles that repeat an earlier one, and say so in ``notices``.

    ``own_ids`` are articles that are never a version of another: rows of a table that have an id there.
    """
    files = [row for row in articles if row["article_id"] not in own_ids]
    earlier = {**_by_body(files, readings), **_by_address(files, facts)}
    for row in files:
        first = row["article_id"]
        while first in earlier:
            first = earlier[first]
        if first != row["article_id"]:
            row["version_of"] = first
            notices.append(notice("same-article", row["article_id"], other=first))


def _by_address(rows: list[dict[str, Any]], facts: Mapping[str, Facts]) -> dict[str, str]:
    seen: dict[str, str] = {}
    found: dict[str, str] = {}
    for row in rows:
        url = facts[row["article_id"]].url
        if not url or not urlsplit(url).path.strip("/"):
            continue  # the address of a front page names no article
        parts = urlsplit(url)
        key = f"{parts.netloc.lower().removeprefix('www.').removeprefix('m.')}{parts.path.rstrip('/')}?{parts.query}"
        first = seen.setdefault(key, row["article_id"])
        if first != row["article_id"]:
            found[row["article_id"]] = first
    return found


def _by_body(rows: list[dict[str, Any]], readings: Mapping[str, Reading]) -> dict[str, str]:
    """Pairs of one outlet (or of none named) whose bodies are nearly the same, the later to the earlier."""
    holders: dict[tuple[str | None, int], list[str]] = defaultdict(list)
    runs: dict[str, set[int]] = {}
    found: dict[str, str] = {}
    for row in rows:
        article_id = row["article_id"]
        runs[article_id] = set(_runs(readings[article_id]))
        shared: dict[str, int] = defaultdict(int)
        for run in runs[article_id]:
            held = holders[row["outlet_id"], run]
            if len(held) < COMMONEST:
                for other in held:
                    shared[other] += 1
                held.append(article_id)
        for other, count in shared.items():
            together = len(runs[article_id]) + len(runs[other]) - count
            if count >= ALIKE * together:
                found.setdefault(article_id, other)
    return found


def _runs(reading: Reading) -> Iterator[int]:
    words: list[str] = []
    for sentence in reading.sentences:
        if sentence.place == "body":
            tokens = reading.tokens_in(sentence.start, sentence.end)
            words += [reading.words[i].folded for i in tokens if reading.words[i].kind != "mark"]
    return (hash(tuple(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1)))
