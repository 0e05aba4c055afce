"""Articles as columns of a matrix: what to call each, in which order, and when to put an outlet's articles together.

A page that names no outlet is called by its own name (``page 003``), never counted as an outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.charts import labels, look
from analysis.charts.frames import Frame
from analysis.charts.readings import Span

INITIALS = re.compile(r"\b[b-df-hj-np-tv-xz]+\b", re.IGNORECASE)
"""A word without a vowel is an abbreviation: cnn, bbc."""


@dataclass(frozen=True)
class Column:
    """A column: its name, a second line that tells namesakes apart, and the articles it stands for."""

    name: str
    detail: str
    named: bool
    articles: tuple[str, ...]


def published(articles: Frame) -> dict[str, Span]:
    """Return when each article was published, by id; articles without any date are absent."""
    spans: dict[str, Span] = {}
    for row in articles[["article_id", "published_earliest", "published_latest"]].itertuples():
        ends = [None if pd.isna(end) else end for end in (row.published_earliest, row.published_latest)]
        if any(ends):
            spans[str(row.article_id)] = Span(*ends)
    return spans


def by_article(articles: Frame, entities: Frame, lang: look.Lang) -> list[Column]:
    """One column an article, by publication, then id."""
    names = titles(articles, entities, lang)
    days = published(articles)
    order = sorted(
        articles["article_id"], key=lambda article: (days.get(article, Span(None, None)).ends[::-1], article)
    )
    outlets = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    return [Column(*names[article], isinstance(outlets[article], str), (article,)) for article in order]


def by_outlet(articles: Frame, entities: Frame, lang: look.Lang, tellers: Mapping[str, int], room: int) -> list[Column]:
    """One column an outlet, those that tell most (``tellers``: events told, by article) first, the rest in a last one.

    Pages without outlet share a column of their own, which is not an outlet.
    """
    english = _english(entities)
    groups: dict[str, list[str]] = {}
    for row in articles.itertuples():
        groups.setdefault(_outlet(row, english, lang) if isinstance(row.outlet, str) else "", []).append(
            str(row.article_id)
        )
    unnamed = groups.pop("", [])
    ranked = sorted(groups, key=lambda name: (-sum(tellers.get(article, 0) for article in groups[name]), name))
    kept = ranked if len(ranked) + bool(unnamed) <= room else ranked[: room - 1 - bool(unnamed)]
    made = [Column(name, "", True, tuple(groups[name])) for name in kept]
    if rest := ranked[len(kept) :]:
        more = labels.counted(len(rest), "other outlet", lang)
        made.append(Column(more, "", True, tuple(article for name in rest for article in groups[name])))
    if unnamed:
        made.append(Column("الناشر غير مذكور" if lang == "ar" else "Outlet not named", "", False, tuple(unnamed)))
    return made


def titles(articles: Frame, entities: Frame, lang: look.Lang) -> dict[str, tuple[str, str]]:
    """Name each article by its outlet, with a second line where one outlet has several: the day, else the id."""
    short = short_ids(articles["article_id"].tolist())
    english = _english(entities)
    names: dict[str, tuple[str, str]] = {}
    repeated = Counter(articles["outlet"].dropna())
    for row in articles.itertuples():
        article = str(row.article_id)
        if not isinstance(row.outlet, str):
            names[article] = (f"صفحة {short[article]}" if lang == "ar" else f"page {short[article]}", "")
        else:
            names[article] = (_outlet(row, english, lang), short[article] if repeated[row.outlet] > 1 else "")
    return names


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """Shorten ids to what stands before the first underscore, where that still tells all of them apart.

    >>> short_ids(["000_4803b6ff202ccf08", "001_e3c0704792053e9b"])["001_e3c0704792053e9b"]
    '001'
    """
    heads = {full: full.split("_")[0] for full in ids}
    return heads if len(set(heads.values())) == len(set(ids)) else {full: full for full in ids}


def tally(articles: Frame, lang: look.Lang) -> str:
    """Count articles, named outlets and pages that name none, for a footer."""
    outlets, pages = articles["outlet"].nunique(), int(articles["outlet"].isna().sum())
    said = [labels.counted(len(articles), "article", lang), labels.counted(outlets, "named outlet", lang)]
    said += [labels.counted(pages, "page without outlet", lang)] if pages else []
    return " · ".join(said)


def _english(entities: Frame) -> dict[str, str]:
    known = entities.dropna(subset=["name_en"])
    return dict(zip(known["entity_id"], known["name_en"], strict=True))


def _outlet(row: object, english: Mapping[str, str], lang: look.Lang) -> str:
    outlet, slug = str(row.outlet), row.outlet_id  # type: ignore[attr-defined]
    if lang == "ar" or not isinstance(slug, str):
        return outlet
    return english.get(slug) or INITIALS.sub(lambda found: found.group().upper(), slug.replace("-", " ").title())
