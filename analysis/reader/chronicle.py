"""The tellings of events as a notebook lists them: each with its event, its article, its words and its offsets.

Every function takes a story and returns a frame for `reader.evidence`; a story without events gives no rows.
"""

from __future__ import annotations

from typing import Any, Protocol

import pandas as pd

from analysis.charts import columns, lags, look
from analysis.charts.news_age_words import distance

NO_ENTITIES = pd.DataFrame({name: pd.Series(dtype="string") for name in ("entity_id", "name_en")})
EVENT = [
    "label_en",
    "label_ar",
    "earliest",
    "latest",
    "grain",
    "status",
    "n_articles",
    "n_outlets",
    "conflict",
    "reason",
]
"""Columns of an event."""
TOLD = ["label_en", "label_ar", "status", "dated", "words", "told_by", "article_id", "start", "end"]
"""Columns of a telling: what, how it is dated and by which words, who tells it and where."""
AGE = ["label_en", "label_ar", "told_by", "words", "days_from", "days_to", "distance_en", "distance_ar", "article_id"]
"""Columns of a telling's distance from publication."""
TIME = ["text", "value", "earliest", "latest", "article_id", "start", "end"]
"""Columns of a time expression."""
ARTICLE = ["article_id", "outlet", "title", "published_earliest", "published_latest"]
"""Columns of an article."""


class HasChronicle(Protocol):
    """What is asked of a story: its events, who tells them, in which words, and the articles."""

    @property
    def events(self) -> Any:
        """`tables.EVENTS`."""
        ...

    @property
    def event_mentions(self) -> Any:
        """`tables.EVENT_MENTIONS`."""
        ...

    @property
    def times(self) -> Any:
        """`tables.TIMES`."""
        ...

    @property
    def articles(self) -> Any:
        """`tables.ARTICLES`."""
        ...


def told(story: HasChronicle, events: Any = None) -> pd.DataFrame:
    """Every telling of ``events``, rows of ``story.events`` (left out: all of them), in the order of time.

    ``told_by`` is the outlet, else the page; ``dated`` the days that the article gives, in words; ``words`` what it
    dates the event with.
    """
    events = story.events if events is None else events
    chosen = events[["event_id", "label_en", "label_ar", "status"]].assign(
        anchor=events["earliest"].fillna(events["latest"])
    )
    words = story.times[["time_id", "text"]].rename(columns={"text": "words"})
    rows = chosen.merge(story.event_mentions, on="event_id").merge(words, on="time_id", how="left")
    names = _names(story)
    return (
        rows.assign(
            told_by=[names[article] for article in rows["article_id"]],
            dated=[days(row.earliest, row.latest) for row in rows.itertuples()],
        )
        .sort_values(["anchor", "event_id", "earliest", "article_id", "start"], kind="stable")
        .reset_index(drop=True)
    )


def disputed(story: HasChronicle) -> pd.DataFrame:
    """The dated tellings of events whose dates cannot all be right."""
    rows = told(story, story.events[story.events["conflict"].fillna(value=False).astype(bool)])
    return rows.loc[rows["dated"] != ""].reset_index(drop=True)


def of_status(story: HasChronicle, status: str) -> pd.DataFrame:
    """The tellings of events that are ``happened``, ``planned`` or ``claimed``."""
    return told(story, story.events[story.events["status"] == status])


def undated(story: HasChronicle) -> pd.DataFrame:
    """The tellings of events that have no date at all."""
    return told(story, story.events[story.events["earliest"].isna() & story.events["latest"].isna()])


def unused_times(story: HasChronicle) -> pd.DataFrame:
    """Time expressions that date no event of the chronology."""
    used = story.event_mentions["time_id"].dropna()
    return story.times[~story.times["time_id"].isin(used)].reset_index(drop=True)


def silent(story: HasChronicle) -> pd.DataFrame:
    """The articles in which no event was found."""
    return story.articles[~story.articles["article_id"].isin(story.event_mentions["article_id"])].reset_index(drop=True)


def ages(story: HasChronicle) -> pd.DataFrame:
    """Every dated telling with its distance from publication, the oldest first.

    ``days_from`` and ``days_to`` count from publication, negative before it; ``distance_en``, ``distance_ar`` say it.
    """
    rows = lags.tellings(story.events, story.event_mentions, story.times, story.articles)
    names = _names(story)
    ends = list(zip(rows["after_least"], rows["after_most"], strict=True))
    return (
        rows.assign(
            told_by=[names[article] for article in rows["article_id"]],
            distance_en=[distance(*pair, look.Page("en")) for pair in ends],
            distance_ar=[distance(*pair, look.Page("ar")) for pair in ends],
        )
        .rename(columns={"after_least": "days_from", "after_most": "days_to"})
        .sort_values(["days_to", "days_from"], kind="stable")
        .reset_index(drop=True)
    )


def days(earliest: Any, latest: Any) -> str:
    """An interval as ISO days; an open end is two dots, as in EDTF; nothing where there is no date."""
    if pd.isna(earliest) and pd.isna(latest):
        return ""
    first, last = ("" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (earliest, latest))
    return first if first == last else f"{first}..{last}"


def _names(story: HasChronicle) -> dict[str, str]:
    titles = columns.titles(story.articles, NO_ENTITIES, "ar")
    return {article: " ".join(part for part in title if part) for article, title in titles.items()}
