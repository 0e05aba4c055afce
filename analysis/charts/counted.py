"""Claimed figures made ready to be drawn: what is counted, which claims say the same of it, and how they stand.

A ``Thing`` is what is counted: all claims that groups of a comparable verdict hold together, or one claim alone.
Within it a ``Cluster`` is one figure at one time (same value, same bound, same as-of), whoever says so. Nothing is
summed or averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts.frames import Frame
from analysis.charts.marks import Shape
from analysis.charts.readings import Span

NARRATION = "narration"
RANK = {"updated": 0, "conflicting": 1, "same": 2, "": 3}
"""Which things come first: those whose figures move or disagree."""


@dataclass(frozen=True)
class Claim:
    """One row of `claims`, with None for whatever is missing."""

    claim_id: str
    article: str
    text: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    noun: str | None
    category: str
    unit: str | None
    claimant: str
    relays: tuple[str, ...]
    as_of: Span
    shape: Shape

    @property
    def at(self) -> float:
        """The value at which it is drawn: as said, or the end of a range that is known."""
        return next(v for v in (self.value, self.low, self.high) if v is not None)

    @property
    def ends(self) -> tuple[float, float]:
        """The least and most of the figures that the words give."""
        given = [v for v in (self.value, self.low, self.high) if v is not None]
        return min(given), max(given)

    def admits(self, other: Claim) -> bool:
        """Whether both can hold because one bound is open and the other figure lies on its open side."""
        return _reaches(self, other) or _reaches(other, self)

    @property
    def figure(self) -> tuple[Any, ...]:
        """What makes two claims the same figure."""
        return self.bound, self.value, self.low, self.high


@dataclass(frozen=True)
class Cluster:
    """Claims of one figure at one time."""

    claims: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        """The claim that stands for all in what they share."""
        return self.claims[0]

    @property
    def as_of(self) -> Span:
        """The days that all its claims may speak of."""
        first = max((c.as_of.earliest for c in self.claims if c.as_of.earliest is not None), default=None)
        last = min((c.as_of.latest for c in self.claims if c.as_of.latest is not None), default=None)
        return Span(first, last)

    @property
    def claimants(self) -> list[tuple[str, list[Claim]]]:
        """Who says so, each with the claims made in that name."""
        told: dict[str, list[Claim]] = {}
        for claim in self.claims:
            told.setdefault(claim.claimant, []).append(claim)
        return list(told.items())


@dataclass(frozen=True)
class Thing:
    """What is counted; ``verdict`` is that of the widest group that compares its claims, empty for a claim alone."""

    about: str
    verdict: str
    why_ar: str
    why_en: str
    clusters: tuple[Cluster, ...]

    @property
    def claims(self) -> list[Claim]:
        """All its claims."""
        return [claim for cluster in self.clusters for claim in cluster.claims]

    @property
    def category(self) -> str:
        """What is asserted of the counted, by its first claim."""
        return self.clusters[0].first.category

    @property
    def noun(self) -> str | None:
        """The counted noun, by the first claim that has one."""
        return next((claim.noun for claim in self.claims if claim.noun), None)

    @property
    def top(self) -> float:
        """The highest figure given."""
        return max(claim.ends[1] for claim in self.claims)


class Verdicts:
    """How two claims stand to each other: the verdict of the smallest group that holds both."""

    def __init__(self, groups: Frame) -> None:
        """Note who is in which group; ``groups`` is `tables.CLAIM_GROUPS`."""
        held = groups.groupby("group_id", sort=False)
        self.groups = sorted(
            ((set(rows["claim_id"]), str(rows["verdict"].iloc[0])) for _, rows in held), key=lambda pair: len(pair[0])
        )

    def of(self, one: Claim, other: Claim) -> str:
        """Return the verdict on a pair, empty where no group compares them."""
        pair = {one.claim_id, other.claim_id}
        return next((verdict for members, verdict in self.groups if pair <= members), "")

    def between(self, one: Cluster, other: Cluster) -> str:
        """Return the gravest verdict on any pair of two clusters' claims.

        A group of many may be in conflict while two of its figures can both hold, as at least 10 and 14 do.
        """
        found = {self.of(a, b) for a in one.claims for b in other.claims}
        if one.first.admits(other.first):
            found.discard("conflicting")
        return next((verdict for verdict in ("conflicting", "updated", "same") if verdict in found), "")


def read(claims: Frame, entities: Frame) -> list[Claim]:
    """Turn `tables.CLAIMS` into claims, without the vague ones, which give no figure."""
    persons = set(entities.loc[entities["type"] == "PER", "entity_id"])
    return [_claim(row, persons) for row in claims.to_dict("records") if row["bound"] != "vague" and _has_figure(row)]


def things(claims: Sequence[Claim], groups: Frame, published: Mapping[str, Span]) -> list[Thing]:
    """Part claims into the things they count: those whose figures move or disagree first, then the most claimed."""
    known = {claim.claim_id: claim for claim in claims}
    comparable = groups.loc[groups["verdict"].ne("not_comparable") & groups["claim_id"].isin(known)]
    found = []
    for members in _joined(known, comparable):
        rows = comparable.loc[comparable["claim_id"].isin(members)]
        widest = _widest(rows)
        clusters = _clusters([known[claim] for claim in known if claim in members], published)
        words = [str(widest[name]) if widest is not None else "" for name in ("about", "verdict", "why_ar", "why_en")]
        found.append(Thing(*words, clusters=tuple(clusters)))
    return sorted(found, key=lambda thing: (RANK[thing.verdict], -len(thing.claims)))


def _widest(rows: Frame) -> pd.Series | None:
    """The group that speaks for a thing: of those with the gravest verdict, the one with most claims."""
    if rows.empty:
        return None
    size = rows.groupby("group_id", sort=False)["claim_id"].transform("size")
    rank = rows["verdict"].astype("object").map(RANK)
    return rows.assign(size=-size, rank=rank).sort_values(["rank", "size"], kind="stable").iloc[0]


def _joined(known: Mapping[str, Claim], groups: Frame) -> list[set[str]]:
    """Sets of claims that groups hold together, directly or by way of others; a claim in no group stands alone."""
    home: dict[str, set[str]] = {claim: {claim} for claim in known}
    for _, members in groups.groupby("group_id", sort=False)["claim_id"]:
        together = set().union(*(home[claim] for claim in members))
        home.update(dict.fromkeys(together, together))
    return list({id(members): members for members in home.values()}.values())


def _clusters(claims: Sequence[Claim], published: Mapping[str, Span]) -> list[Cluster]:
    """Part a thing's claims into figures at a time, in order of time, then of publication."""
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((g for g in groups if g[0].figure == claim.figure and g[0].as_of.meets(claim.as_of)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    order = {id(group): min(_key(claim, published) for claim in group) for group in groups}
    return [Cluster(tuple(_in_order(group))) for group in sorted(groups, key=lambda group: order[id(group)])]


def _key(claim: Claim, published: Mapping[str, Span]) -> tuple[Any, ...]:
    return *claim.as_of.ends[::-1], *published.get(claim.article, Span(None, None)).ends, claim.at


def _in_order(group: Sequence[Claim]) -> list[Claim]:
    """Claims of one claimant side by side, the named ones before the text's own voice."""
    order = {who: at for at, who in enumerate(dict.fromkeys(claim.claimant for claim in group))}
    return sorted(group, key=lambda claim: (claim.claimant == NARRATION, order[claim.claimant]))


def _reaches(bound: Claim, other: Claim) -> bool:
    """Whether the open side of ``bound`` holds all that ``other`` says."""
    least, most = other.ends
    if bound.bound in ("at_least", "more_than"):
        return least > bound.at or (bound.bound == "at_least" and least == bound.at)
    if bound.bound in ("at_most", "less_than"):
        return most < bound.at or (bound.bound == "at_most" and most == bound.at)
    return False


def _has_figure(row: Mapping[str, Any]) -> bool:
    return any(not pd.isna(row[name]) for name in ("value", "low", "high"))


def _claim(row: Mapping[str, Any], persons: set[str]) -> Claim:
    claimant = row["claimant_id"] if isinstance(row["claimant_id"], str) else NARRATION
    chain = row["chain"] if isinstance(row["chain"], (list, tuple)) or hasattr(row["chain"], "__len__") else ()
    return Claim(
        claim_id=row["claim_id"],
        article=row["article_id"],
        text=row["text"],
        **{name: None if pd.isna(row[name]) else float(row[name]) for name in ("value", "low", "high")},
        bound=row["bound"],
        **{name: row[name] if isinstance(row[name], str) else None for name in ("noun", "unit")},
        category=row["category"],
        claimant=claimant,
        relays=tuple(str(link) for link in chain if link != claimant),
        as_of=Span(*(None if pd.isna(row[f"as_of_{end}"]) else row[f"as_of_{end}"] for end in ("earliest", "latest"))),
        shape="square" if claimant == NARRATION else "triangle" if claimant in persons else "circle",
    )
