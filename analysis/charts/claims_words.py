"""What the chart of claimed figures says in words, made by rule from its rows: figures, names, title, footer."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pandas as pd

from analysis.charts import columns, labels, look
from analysis.charts.counted import NARRATION, Claim, Cluster, Thing
from analysis.charts.frames import Frame
from analysis.charts.readings import Span

ARABIC = re.compile("[\u0621-\u064a]")


@dataclass(frozen=True)
class Names:
    """How articles, claimants and relays are called on a page."""

    page: look.Page
    articles: Mapping[str, str]
    entities: Mapping[str, str]
    outlets: Mapping[str, str | None]

    def who(self, entity_id: str) -> str:
        """Name a claimant or relay, ready to stand in a line of the page."""
        return labels.name(self.plain(entity_id), self.page.lang)

    def plain(self, entity_id: str) -> str:
        """Name a claimant or relay; one that no article names or describes is called by its slug."""
        return self.entities.get(entity_id) or entity_id.replace("-", " ")

    def told(self, claims: Sequence[Claim]) -> str:
        """Name the articles of claims, or count them where they are many."""
        articles = list(dict.fromkeys(claim.article for claim in claims))
        if len(articles) > 2:
            return labels.counted(len(articles), "article", self.page.lang)
        return labels.listed(
            [labels.name(self.articles[article], self.page.lang) for article in articles], self.page.lang
        )

    def entry(self, claimant: str, claims: Sequence[Claim]) -> str:
        """Say who vouches for a figure, through whom, in which articles."""
        page, told = self.page, self.told(claims)
        if claimant == NARRATION:
            its = "its" if len({claim.article for claim in claims}) == 1 else "their"
            return page.pick(f"{told}، بلا قائل", f"{told}, in {its} own voice")
        relays = dict.fromkeys(self.who(relay) for claim in claims for relay in claim.relays)
        through = [relay for relay in relays if relay != told]  # an outlet that tells it is no relay of its own
        via = labels.listed(through, page.lang)
        by_way = page.pick(f" عن طريق {via}", f" by way of {via}") if through else ""
        return page.pick(f"{self.who(claimant)}{by_way}، في {told}", f"{self.who(claimant)}{by_way}, in {told}")


def names(articles: Frame, entities: Frame, claims: Frame, page: look.Page) -> Names:
    """Collect the names of articles and entities; who has none in the page's language is called as articles do."""
    titles = columns.titles(articles, entities, page.lang)
    column = "name_ar" if page.rtl else "name_en"
    known = entities.dropna(subset=[column])
    described = _descriptions(articles, claims)
    if not page.rtl:
        told = entities.dropna(subset=["name_ar"])
        described |= dict(zip(told["entity_id"], told["name_ar"], strict=True))
    return Names(
        page,
        {article: " ".join(filter(None, title)) for article, title in titles.items()},
        described | dict(zip(known["entity_id"], known[column], strict=True)),
        {row.article_id: row.outlet if isinstance(row.outlet, str) else None for row in articles.itertuples()},
    )


def _descriptions(articles: Frame, claims: Frame) -> dict[str, str]:
    """The words that first stand for each claimant in an article."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = claims.dropna(subset=["claimant_id", "claimant_start", "claimant_end"])
    found: dict[str, str] = {}
    for row in spans.itertuples():
        found.setdefault(str(row.claimant_id), texts[row.article_id][row.claimant_start : row.claimant_end])
    return found


def figure(claim: Claim, lang: look.Lang) -> str:
    """A figure with its bound and unit: ``more than 70,000``, «نحو 2500»."""
    given = [claim.low, claim.high] if claim.bound == "range" else [claim.at]
    said = [labels.number(value, lang) for value in given if value is not None]
    form = _bounds()[claim.bound, lang] if claim.bound != "range" or len(said) == 2 else "{}"
    return form.format(*said) + ("%" if claim.category == "percent" else _unit(claim, lang))


def _unit(claim: Claim, lang: look.Lang) -> str:
    """A unit after its number: its code, in Arabic its name."""
    if not claim.unit:
        return ""
    called = _units().get(claim.unit, claim.unit) if lang == "ar" else claim.unit
    return f" {labels.name(called, lang)}"


def thing(counted: Thing, lang: look.Lang) -> str:
    """Say what is counted: as the groups do where they speak the language, else by its category or noun."""
    about = labels.clean(counted.about)
    if lang == "ar" and about and about == counted.noun and counted.category != "other":
        return f"{_categories()[counted.category, lang]} ({about})"
    if about and bool(ARABIC.search(about)) == (lang == "ar"):
        return about
    if counted.category != "other":
        return _categories()[counted.category, lang]
    noun = counted.noun or _categories()["other", lang]
    measure = next((claim.unit for claim in counted.claims if claim.unit), noun)
    return noun if lang == "ar" else _nouns().get(noun, labels.name(measure, lang))


def when(cluster: Cluster, page: look.Page) -> str:
    """The time a figure speaks of."""
    span = cluster.as_of
    if span == Span(None, None):
        return page.pick("بلا تاريخ", "no date")
    either = span.closed and (span.ends[1] - span.ends[0]).days == 1
    return labels.interval(span.earliest, span.latest, page.lang, either=either)


def times(cluster: Cluster, page: look.Page) -> str:
    """How often a figure is said, where it is more than once, and the time it speaks of."""
    count, told = len(cluster.claims), len({claim.article for claim in cluster.claims})
    if count == 1:
        return when(cluster, page)
    articles = labels.counted(told, "article", page.lang, words=True)
    often = page.pick(f"عدد المرات {count} ({articles})", f"{labels.number_word(count, 'en')} times in {articles}")
    return page.pick(f"{often}، {when(cluster, page)}", f"{often}, {when(cluster, page)}")


def why(counted: Thing, page: look.Page) -> str:
    """Why the figures of a thing stand to each other as they do, in the words of the table."""
    said = labels.clean(page.pick(counted.why_ar, counted.why_en))
    verdict = {
        "updated": page.pick("تحديث", "Update"),
        "conflicting": page.pick("تعارض", "Conflict"),
        "same": page.pick("الرقم نفسه", "The same figure"),
    }.get(counted.verdict)
    return f"{verdict}: {said}".replace("….", "…") if verdict and said else ""


def title(found: Sequence[Thing], page: look.Page, *, compared: bool) -> str:
    """The finding: an update or a conflict where there is one, else the figure that is said most often.

    ``compared`` says whether anybody asked which claims are about the same thing; if not, no title says so either.
    """
    first = found[0]
    values = list(dict.fromkeys(claim.at for claim in first.claims))
    said = [labels.number(value, page.lang) for value in values]
    if first.verdict == "updated" and len(said) > 1:
        return _update(first, said, page)
    if first.verdict == "conflicting" and len(said) > 1:
        ordered = [labels.number(value, page.lang) for value in sorted(values, reverse=True)]
        listed = " و".join(ordered) if page.rtl else labels.listed(ordered, "en")
        what = thing(first, page.lang)
        return page.pick(f"{what}: أرقام لا تتفق، {listed}", f"One count, figures that disagree: {listed} ({what})")
    repeated = max(found, key=lambda one: max(len(cluster.claims) for cluster in one.clusters))
    cluster = max(repeated.clusters, key=lambda one: len(one.claims))
    count = len(cluster.claims)
    if count > 1:
        value = figure(cluster.first, page.lang)
        return page.pick(
            f"أكثر الأرقام تكراراً: {value} ({thing(repeated, 'ar')})",
            f"The figure said most often: {value} ({thing(repeated, 'en')})",
        )
    claims = [claim for one in found for claim in one.claims]
    total = labels.counted(len(claims), "claimed figure", page.lang)
    if not compared:
        told = labels.counted(len({claim.article for claim in claims}), "article", page.lang)
        return page.pick(f"{total} ({told})", f"{total} in {told}")
    return page.pick(f"{total}، وليس لشيء واحد رقمان", f"{total}, no two about the same thing")


def _update(first: Thing, said: Sequence[str], page: look.Page) -> str:
    spans = [cluster.as_of for cluster in first.clusters]
    if not spans[0].meets(spans[-1]):
        return page.pick(
            f"من {said[0]} إلى {said[-1]}: تحديث لا تناقض",
            f"{said[0]} became {said[-1]}: an update, not a contradiction",
        )
    listed = " و".join(said) if page.rtl else labels.listed(list(said), "en")
    return page.pick(f"{listed}: تحديث لا تناقض", f"{listed}: an update, not a contradiction")


def tally(claims: Frame, drawn: Sequence[Claim], articles: Frame, names: Names) -> str:
    """Count the claims drawn, those left out and why, and the articles that claim nothing."""
    page = names.page
    parts = [columns.tally(articles, page.lang)]
    parts.append(labels.counted(len(drawn), "claimed figure", page.lang))
    silent = articles.loc[~articles["article_id"].isin(claims["article_id"]), "article_id"]
    if len(silent):
        few = [labels.name(names.articles[article], page.lang) for article in silent]
        none = labels.listed(few, page.lang) if len(few) <= 2 else labels.counted(len(few), "article", page.lang)
        parts.append(page.pick(f"بلا رقم: {none}", f"without any: {none}"))
    vague = len(claims) - len(drawn)
    if vague:
        parts.append(page.pick(f"ألفاظ عدد مبهمة لم تُرسم: {vague}", f"vague quantities, not drawn: {vague}"))
    text = " · ".join(parts) + "."
    if any(claim.bound == "approx" for claim in drawn):
        text += page.pick(
            " حلقة «نحو» بلا طول، لأن أحداً لا يقول إلى أين تمتد.",
            " “About” is a ring without length: how far it reaches is not said.",
        )
    return text


def shown(found: Sequence[Thing]) -> pd.DataFrame:
    """The claims drawn, each with the thing it counts and the verdict on that thing."""
    rows = [
        {
            "about": counted.about,
            "verdict": counted.verdict,
            "claim_id": claim.claim_id,
            "article_id": claim.article,
            "text": claim.text,
            "value": claim.value,
            "low": claim.low,
            "high": claim.high,
            "bound": claim.bound,
            "noun": claim.noun,
            "category": claim.category,
            "claimant_id": claim.claimant,
            "as_of_earliest": claim.as_of.earliest,
            "as_of_latest": claim.as_of.latest,
        }
        for counted in found
        for claim in counted.claims
    ]
    return pd.DataFrame(rows)


@cache
def _bounds() -> dict[tuple[str, str], str]:
    return {(row["bound"], row["lang"]): row["form"] for row in _rows("label_bounds")}


@cache
def _categories() -> dict[tuple[str, str], str]:
    return {(row["category"], row["lang"]): row["form"] for row in _rows("label_categories")}


@cache
def _nouns() -> dict[str, str]:
    """The English of counted nouns, by their dictionary form."""
    return {row["form"]: row["noun"] for row in reversed(_rows("counted_nouns")) if row["number"] == "one"}


@cache
def _units() -> dict[str, str]:
    """The Arabic of units, by their code: the first form of each."""
    return {row["unit"]: row["form"] for row in reversed(_rows("units"))}


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("analysis") / "language" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
