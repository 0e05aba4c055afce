"""The claimed figures as a notebook lists them: each with what it counts, its bound, who asserts it and as of when.

Every function takes a story and returns a frame for `reader.evidence`; a story without claims gives no rows. Nothing is
summed or averaged, and an order of publication is shown as an order, not as a proof of who copied whom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import pandas as pd

from analysis.charts import claims_words, columns, counted, look
from analysis.charts.counted import Claim, Cluster, Thing
from analysis.reader.chronicle import days

CLAIM = ["counts", "figure", "value", "claimed_by", "by_way_of", "as_of", "verdict", "told_by", "article_id"]
"""Columns of a claim: what is counted, the figure with its bound, who asserts it through whom, and who tells it."""
COMPARED = ["counts", "figure", "value", "as_of", "published", "claimed_by", "by_way_of", "told_by", "why_en", "why_ar"]
"""Columns of a claim among those it was compared with."""
REPEATED = ["counts", "figure", "as_of", "claimed_by", "by_way_of", "told_by", "n_articles", "n_outlets", "n_claims"]
"""Columns of a figure that is said more than once."""
VAGUE = ["text", "low", "high", "noun", "claimed_by", "told_by", "article_id"]
"""Columns of a quantity without a number."""
NUMBER = ["text", "value", "kind", "role", "article_id"]
"""Columns of a number that claims nothing."""
AND = " · "
"""Between articles."""


class HasClaims(Protocol):
    """What is asked of a story: its claims, how they stand to each other, the numbers, the articles and the names."""

    @property
    def claims(self) -> Any:
        """`tables.CLAIMS`."""
        ...

    @property
    def claim_groups(self) -> Any:
        """`tables.CLAIM_GROUPS`."""
        ...

    @property
    def numbers(self) -> Any:
        """`tables.NUMBERS`."""
        ...

    @property
    def articles(self) -> Any:
        """`tables.ARTICLES`."""
        ...

    @property
    def entities(self) -> Any:
        """`tables.ENTITIES`."""
        ...


def told(story: HasClaims) -> pd.DataFrame:
    """Every claimed figure: things whose figures move or disagree first, within a thing in order of time.

    ``counts`` is the thing as the chart names it; ``figure`` the value with bound and unit; ``by_way_of`` the relays
    between the claimant and the article.
    """
    words = _words(story)
    rows = [_row(claim, one, words) for one in _things(story) for claim in one.claims]
    return _with_places(pd.DataFrame(rows, columns=["claim_id", *CLAIM[:-1]]), story)


def compared(story: HasClaims, verdict: str) -> pd.DataFrame:
    """The claims of each group of a ``verdict`` (`tables.CLAIM_GROUPS`), in order of time, then of publication."""
    words, published = _words(story), columns.published(story.articles)
    known = {claim.claim_id: (claim, one) for one in _things(story) for claim in one.claims}
    groups = story.claim_groups.loc[story.claim_groups["verdict"].eq(verdict)]
    rows = [
        _row(*known[row.claim_id], words)
        | {"group_id": row.group_id, "why_en": row.why_en, "why_ar": row.why_ar}
        | {"published": days(*_ends(published.get(known[row.claim_id][0].article)))}
        for row in groups.itertuples()
        if row.claim_id in known
    ]
    found = pd.DataFrame(rows, columns=["claim_id", "group_id", *COMPARED])
    ordered = found.sort_values(["group_id", "as_of", "published", "value"], kind="stable")
    return _with_places(ordered.reset_index(drop=True), story)


def repeated(story: HasClaims) -> pd.DataFrame:
    """Each figure that is said more than once, the most repeated first; ``told_by`` runs in order of publication.

    ``n_outlets`` counts named outlets only: a page without one may be any of them. ``n_articles`` takes an article and
    its versions once.
    """
    words, published = _words(story), columns.published(story.articles)
    versions = story.articles.dropna(subset=["version_of"]).set_index("article_id")["version_of"].to_dict()
    clusters = [(one, cluster) for one in _things(story) for cluster in one.clusters if len(cluster.claims) > 1]
    rows = [_repeated(one, cluster, words, published, versions) for one, cluster in clusters]
    found = pd.DataFrame(rows, columns=REPEATED)
    return found.sort_values(["n_articles", "n_claims"], ascending=False, kind="stable").reset_index(drop=True)


def vague(story: HasClaims) -> pd.DataFrame:
    """The claims that give no figure: dozens, hundreds, a number of."""
    words = _words(story)
    rows = story.claims.loc[story.claims["bound"].eq("vague")]
    return rows.assign(
        claimed_by=[_who([name], words) for name in rows["claimant_id"]],
        told_by=[words.articles[article] for article in rows["article_id"]],
    ).reset_index(drop=True)


def unclaimed(story: HasClaims) -> pd.DataFrame:
    """The numbers that claim nothing: parts of dates, ranks, the page's own furniture; ``role`` says which."""
    numbers = story.numbers
    return numbers.loc[numbers["role"].ne("claim")].sort_values("role", kind="stable").reset_index(drop=True)


def silent(story: HasClaims) -> pd.DataFrame:
    """The articles in which no claim was found."""
    articles = story.articles
    return articles.loc[~articles["article_id"].isin(story.claims["article_id"])].reset_index(drop=True)


def _things(story: HasClaims) -> list[Thing]:
    read = counted.read(story.claims, story.entities)
    return counted.things(read, story.claim_groups, columns.published(story.articles))


def _words(story: HasClaims) -> claims_words.Names:
    return claims_words.names(story.articles, story.entities, story.claims, look.Page("ar"))


def _row(claim: Claim, one: Thing, words: claims_words.Names) -> dict[str, Any]:
    return {
        "claim_id": claim.claim_id,
        "counts": claims_words.thing(one, "ar"),
        "figure": claims_words.figure(claim, "ar"),
        "value": claim.at,
        "claimed_by": _who([claim.claimant], words),
        "by_way_of": _who(claim.relays, words),
        "as_of": days(*_ends(claim.as_of)),
        "verdict": one.verdict or None,
        "told_by": words.articles[claim.article],
    }


def _repeated(
    one: Thing, cluster: Cluster, words: claims_words.Names, published: Any, versions: Mapping[str, str]
) -> dict[str, Any]:
    held = {claim.article: _ends(published.get(claim.article)) for claim in cluster.claims}
    articles = sorted(held, key=lambda article: str(held[article][1]))
    outlets = {words.outlets[article] for article in articles} - {None}
    relays = [relay for claim in cluster.claims for relay in claim.relays]
    return {
        "counts": claims_words.thing(one, "ar"),
        "figure": claims_words.figure(cluster.first, "ar"),
        "as_of": days(*_ends(cluster.as_of)),
        "claimed_by": _who([claim.claimant for claim in cluster.claims], words),
        "by_way_of": _who(relays, words),
        "told_by": AND.join(words.articles[article] for article in articles),
        "n_articles": len({versions.get(article, article) for article in articles}),
        "n_outlets": len(outlets),
        "n_claims": len(cluster.claims),
    }


def _who(names: Sequence[Any], words: claims_words.Names) -> str | None:
    """Claimants or relays, each once; the text's own voice is called that."""
    said = dict.fromkeys(name for name in names if isinstance(name, str))
    called = ["النص نفسه" if name == counted.NARRATION else words.plain(name) for name in said]
    return "، ".join(called) or None


def _ends(span: Any) -> tuple[Any, Any]:
    return (None, None) if span is None else (span.earliest, span.latest)


def _with_places(rows: pd.DataFrame, story: HasClaims) -> pd.DataFrame:
    """Join the article and the characters of each claim, by which its sentence is found."""
    places = story.claims[["claim_id", "article_id", "start", "end"]]
    return rows.astype({"claim_id": "string"}).merge(places, on="claim_id", how="left")
