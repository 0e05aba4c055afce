"""What articles say together against their story's gold: shared copy, groups of claims and quotes, events, origins.

Groups are compared pair by pair: two claims, quotes or pieces of evidence are together or they are not. What gold marks
correspond to is found first, since groups hold ids of the build's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from analysis.scoring import event_days
from analysis.scoring.article_scores import number_span, span
from analysis.scoring.gold import Article, Story, full_id
from analysis.scoring.matching import by_majority, overlap
from analysis.scoring.measures import Measure, Mistake, Tally

Json = dict[str, Any]
Mark = tuple[str, int]
"""An article id and the place of a mark in its gold list."""
Together = frozenset[Mark]


class StoryScorer:
    """One story's gold beside the tables of a build of its articles.

    ``tables`` holds each table's rows as plain values, days as ISO text.
    """

    def __init__(self, story: Story, articles: Sequence[Article], tables: Mapping[str, list[Json]]) -> None:
        """Keep of ``tables`` what belongs to the story's articles (all of them where the story lists none)."""
        present = [row["article_id"] for row in tables["articles"]]
        wanted = {full_id(short, present) for short in story.articles} or set(present)
        self.story = story
        self.ids = [name for name in present if name in wanted]
        self.articles = [article for article in articles if article.id in self.ids]
        self.tables = tables
        self.texts = {row["article_id"]: row["text"] for row in tables["articles"]}

    def score(self) -> Tally:
        """Compare everything the story's gold annotates."""
        tally = Tally()
        tally += self.shared_copy()
        tally += self.claim_pairs()
        tally += self.verdicts()
        tally += self.quote_pairs()
        tally += self.events()
        tally += self.origins()
        return tally

    def rows(self, table: str, article_id: str) -> list[Json]:
        """Return the rows that a table has for one article, in its order."""
        return [row for row in self.tables[table] if row["article_id"] == article_id]

    def full_id(self, short: str) -> str:
        """Return the article that the gold calls ``short``."""
        return full_id(short, self.ids)

    def shared_copy(self) -> Tally:
        """Count the characters in shared copy, both sides of each pair; rewrites count on neither side."""
        gold: dict[Any, set[int]] = {}
        free: dict[Any, set[int]] = {}
        for passage in self.story.shared_passages:
            for here, there in (("a", "b"), ("b", "a")):
                key = self.full_id(passage[here]["article"]), self.full_id(passage[there]["article"])
                side = free if passage["relation"] in ("rewrite", "retranslation") else gold
                side.setdefault(key, set()).update(range(*span(passage[here])))
        found: dict[Any, set[int]] = {}
        for row in self.tables["passages"]:
            for here, there in (("a", "b"), ("b", "a")):
                key = row[f"{here}_article_id"], row[f"{there}_article_id"]
                if set(key) <= set(self.ids):
                    found.setdefault(key, set()).update(range(row[f"{here}_start"], row[f"{here}_end"]))
        match = sum(len(found.get(key, set()) & letters) for key, letters in gold.items())
        wanted = sum(map(len, gold.values()))
        given = sum(len(letters - (free.get(key, set()) - gold.get(key, set()))) for key, letters in found.items())
        return _agreement("copy", match, wanted, given)

    def claim_ids(self) -> dict[Mark, str]:
        """Return, for each gold claim that a row touches, the id of the row that covers most of its number."""
        found = {}
        for article in self.articles:
            rows = self.rows("claims", article.id)
            for index, claim in enumerate(article.data.get("claims", [])):
                numbers = [overlap(number_span(claim), (row["number_start"], row["number_end"])) for row in rows]
                if any(numbers):
                    found[article.id, index] = rows[numbers.index(max(numbers))]["claim_id"]
        return found

    def quote_ids(self) -> dict[Mark, str]:
        """Return, for each gold quote that a row answers, that row's id."""
        found = {}
        for article in self.articles:
            quotes, rows = article.data.get("quotes", []), self.rows("quotes", article.id)
            for i, j in by_majority([[span(quote)] for quote in quotes], [span(row) for row in rows]):
                found[article.id, i] = rows[j]["quote_id"]
        return found

    def members(self, group: Json, kind: str) -> list[Mark]:
        """Return the marks that a gold group joins."""
        return [
            (self.full_id(member["article"]), member.get(kind, member.get(f"{kind}_index")))
            for member in group["members"]
        ]

    def claims_wanted(self) -> tuple[set[Together], set[Together]]:
        """Return the pairs of claims that belong together, and those that the gold keeps apart inside a group."""
        together: set[Together] = set()
        apart: set[Together] = set()
        for group in self.story.claim_groups:
            members = self.members(group, "claim")
            judged = {(min(p["a"], p["b"]), max(p["a"], p["b"])): p["verdict"] for p in group.get("pairs", [])}
            for i, j in combinations(range(len(members)), 2):
                pair = frozenset((members[i], members[j]))
                if judged.get((i, j), group["verdict"]) != "not_comparable":
                    together.add(pair)
                elif group["verdict"] != "not_comparable":
                    apart.add(pair)
        return together, apart

    def claims_found(self) -> set[Together]:
        """Return the pairs of gold claims that the build puts in one group, unless only as not comparable."""
        groups: dict[str, set[str]] = {}
        for row in self.tables["claim_groups"]:
            if row["verdict"] != "not_comparable":
                groups.setdefault(row["claim_id"], set()).add(row["group_id"])
        return _together(self.claim_ids(), groups)

    def claim_pairs(self) -> Tally:
        """Count the pairs of claims that are about the same thing."""
        wanted, apart = self.claims_wanted()
        found = self.claims_found() - apart
        tally = _agreement("pair", len(found & wanted), len(wanted), len(found))
        tally.mistakes += self._pair_mistakes("claim pair missed", wanted - found)
        tally.mistakes += self._pair_mistakes("claim pair spurious", found - wanted)
        return tally

    def verdicts(self) -> Tally:
        """Count the gold groups whose verdict the best overlapping group shares."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for row in self.tables["claim_groups"]:
            groups.setdefault(row["claim_id"], []).append((row["group_id"], row["verdict"]))
        found: dict[tuple[str, str], set[Mark]] = {}
        for mark, claim_id in self.claim_ids().items():
            for group in groups.get(claim_id, []):
                found.setdefault(group, set()).add(mark)
        judged = [group for group in self.story.claim_groups if group["verdict"] != "not_comparable"]
        right = sum(self._verdict(group, found) == group["verdict"] for group in judged)
        return Tally(Counter(verdict=len(judged), verdict_ok=right))

    def _verdict(self, group: Json, found: Mapping[tuple[str, str], set[Mark]]) -> str | None:
        members = set(self.members(group, "claim"))
        best = max(found, key=lambda key: len(found[key] & members) / len(found[key] | members), default=None)
        return best[1] if best and found[best] & members else None

    def quote_pairs(self) -> Tally:
        """Count the pairs of quotes that are wordings of one utterance; nothing where the gold has no groups."""
        wanted = {
            frozenset(pair)
            for group in self.story.quote_groups
            for pair in combinations(self.members(group, "quote"), 2)
        }
        groups: dict[str, set[str]] = {}
        for row in self.tables["quote_groups"]:
            groups.setdefault(row["quote_id"], set()).add(row["group_id"])
        found = _together(self.quote_ids(), groups)
        return _agreement("wording", len(found & wanted), len(wanted), len(found)) if wanted else Tally()

    def evidence(self) -> list[tuple[str, str, tuple[int, int]]]:
        """Return the gold's pieces of evidence: the event, the article, the characters."""
        return [
            (event["id"], self.full_id(piece["article"]), span(piece))
            for event in self.story.events
            for piece in event.get("evidence", [])
        ]

    def told(self) -> list[set[str]]:
        """Return, for each piece of evidence, the events of the mention that lies closest over it."""
        return [self._closest(article_id, at) for _, article_id, at in self.evidence()]

    def _closest(self, article_id: str, at: tuple[int, int]) -> set[str]:
        fits = [
            (overlap(at, span(row)) / (max(at[1], row["end"]) - min(at[0], row["start"])), row["event_id"])
            for row in self.rows("event_mentions", article_id)
        ]
        best = max((fit for fit, _ in fits), default=0)
        return {event for fit, event in fits if fit == best and fit > 0}

    def events(self) -> Tally:
        """Count the evidence found, the pairs of pieces that tell of one event, and the days of events told twice."""
        evidence, told = self.evidence(), self.told()
        pairs = list(combinations(range(len(evidence)), 2))
        wanted = {(i, j) for i, j in pairs if evidence[i][0] == evidence[j][0]}
        found = {(i, j) for i, j in pairs if told[i] & told[j]}
        tally = _agreement("event", len(wanted & found), len(wanted), len(found))
        tally.counts.update(evidence=len(evidence), evidence_ok=sum(map(bool, told)))
        held = [(event, article, names) for (event, article, _), names in zip(evidence, told, strict=True)]
        tally.counts += event_days.count(
            self.story.events, held, {row["event_id"]: row for row in self.tables["events"]}
        )
        tally.mistakes += [
            Mistake(article_id, "event evidence missed", *at, self.texts[article_id][slice(*at)], event, "")
            for (event, article_id, at), events in zip(evidence, told, strict=True)
            if not events and article_id in self.texts
        ]
        return tally

    def origins(self) -> Tally:
        """Count how far the number of independent origins is from the gold's; nothing where the gold does not say."""
        gold = self.story.independent_origins
        if gold is None:
            return Tally()
        found = len({row["origin_id"] for row in self.tables["origins"] if row["article_id"] in self.ids})
        return Tally(Counter(origins=gold, origins_off=abs(found - gold)))

    def _pair_mistakes(self, kind: str, pairs: Iterable[Together]) -> Iterator[Mistake]:
        claims = {
            (article.id, i): claim
            for article in self.articles
            for i, claim in enumerate(article.data.get("claims", []))
        }
        for pair in sorted(map(sorted, pairs)):
            first, second = pair[0], pair[-1]
            if first in claims and second in claims:
                here, there = (self.texts[mark[0]][slice(*span(claims[mark]))] for mark in (second, first))
                yield Mistake(second[0], kind, *span(claims[second]), here, f"{there} ({first[0]})", "")


def measures(tally: Tally) -> Iterator[Measure]:
    """Yield every score that the counts give, in reading order."""
    yield from tally.agreement("shared copy", "copy_match", "copy_gold", "copy_found")
    yield from tally.agreement("claim pairs", "pair_match", "pair_gold", "pair_found")
    yield tally.share("verdicts", "", "verdict_ok", "verdict")
    yield from tally.agreement("quote pairs", "wording_match", "wording_gold", "wording_found")
    yield tally.share("event evidence", "found", "evidence_ok", "evidence")
    yield from tally.agreement("event pairs", "event_match", "event_gold", "event_found")
    yield from tally.agreement("event days", "day_match", "day_gold", "day_found")
    yield Measure("origins", "off by", tally.counts["origins_off"], tally.counts["origins"], lower_is_better=True)


def _agreement(prefix: str, match: int, gold: int, found: int) -> Tally:
    return Tally(Counter({f"{prefix}_match": match, f"{prefix}_gold": gold, f"{prefix}_found": found}))


def _together(ids: Mapping[Mark, str], groups: Mapping[str, set[str]]) -> set[Together]:
    """Return the pairs of marks whose rows share a group."""
    placed = [(mark, groups[row_id]) for mark, row_id in ids.items() if row_id in groups]
    return {frozenset((a, b)) for (a, here), (b, there) in combinations(placed, 2) if here & there}
