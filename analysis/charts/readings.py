"""What the articles say of each event's date, made ready to be drawn: rows of the chronology, as values.

A date is *in the text* when an article gives it, alone or together with the others; otherwise it was inferred, from a
publication, another event or a record outside. Where articles cannot all be right, each date they read is a
``Reading`` of its own; one of them is known to stand where an article that gives it was out before the other date
came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from analysis.charts.frames import Frame

FAR_PAST = cast("pd.Timestamp", pd.Timestamp("1000-01-01"))
FAR_FUTURE = cast("pd.Timestamp", pd.Timestamp("3000-01-01"))


@dataclass(frozen=True)
class Span:
    """An interval of days; an end that is open is None."""

    earliest: pd.Timestamp | None
    latest: pd.Timestamp | None

    @property
    def closed(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.closed and self.earliest == self.latest

    @property
    def ends(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """Both ends, an open one far away."""
        return self.earliest or FAR_PAST, self.latest or FAR_FUTURE

    def meets(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self.ends[0] <= other.ends[1] and other.ends[0] <= self.ends[1]


@dataclass(frozen=True)
class Reading:
    """A date that articles give an event, and which articles do."""

    span: Span
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One event with everything the chronology draws of it."""

    event_id: str
    label: str
    status: str
    conflict: bool
    reason: str
    own: Span
    said: tuple[Reading, ...]
    dated: frozenset[str]
    told: frozenset[str]

    @property
    def in_text(self) -> bool:
        """Whether the event's own interval is what the articles say."""
        return any(reading.span == self.own for reading in self.said)

    @property
    def reach(self) -> pd.Timestamp | None:
        """The last day that has to stand in the calendar for the row to be read: of a conflict, its last reading."""
        days = [reading.span.latest or reading.span.earliest for reading in self.said] if self.conflict else []
        return max((day for day in days if day is not None), default=None)


def rows(events: Frame, mentions: Frame, lang: str) -> list[Row]:
    """Make a row of each event, in the order of ``events``, labelled in ``lang`` (else in Arabic)."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for mention in mentions[["event_id", "article_id", "earliest", "latest"]].to_dict("records"):
        groups.setdefault(mention["event_id"], []).append(mention)
    return [_row(event, groups.get(event["event_id"], []), lang) for event in events.to_dict("records")]


def standing(row: Row, published: Mapping[str, Span]) -> tuple[Reading, str | None] | None:
    """Return the reading of a conflict that stands, and the article that proves it.

    An article that was out before another date came cannot have meant that date. Failing such an article (the second
    value is then None), it is the one reading that the event's own interval agrees with; None where neither decides.
    """
    proofs = [
        (reading, article)
        for reading in row.said
        for article in reading.articles
        for other in row.said
        if other is not reading and _out_before(published.get(article), other.span)
    ]
    if len({reading.span for reading, _ in proofs}) == 1:
        return proofs[0]
    agreeing = [reading for reading in row.said if reading.span.meets(row.own)]
    return (agreeing[0], None) if len(agreeing) == 1 < len(row.said) else None


def _out_before(published: Span | None, date: Span) -> bool:
    known = published is not None and published.latest is not None and date.earliest is not None
    return known and published.latest < date.earliest  # type: ignore[union-attr, operator]


def _row(event: Mapping[str, Any], mentions: Sequence[Mapping[str, Any]], lang: str) -> Row:
    own = _span(event)
    dated = [(mention["article_id"], _span(mention)) for mention in mentions]
    dated = [(article, span) for article, span in dated if span != Span(None, None)]
    conflict = event["conflict"] is True
    groups = _apart(dated) if conflict else [dated] if dated else []
    english = event["label_en"] if lang == "en" and isinstance(event["label_en"], str) else None
    return Row(
        event_id=event["event_id"],
        label=english or event["label_ar"],
        status=event["status"],
        conflict=conflict,
        reason=event["reason"] if isinstance(event["reason"], str) else "",
        own=own,
        said=tuple(Reading(_together([span for _, span in group], own), _articles(group)) for group in groups),
        dated=frozenset(article for article, _ in dated),
        told=frozenset(mention["article_id"] for mention in mentions),
    )


def _apart(dated: Sequence[tuple[str, Span]]) -> list[list[tuple[str, Span]]]:
    """Group closed dates so that dates of two groups share no day; an open one says too little to take a side."""
    groups: list[list[tuple[str, Span]]] = []
    for article, span in sorted((pair for pair in dated if pair[1].closed), key=lambda pair: pair[1].ends):
        if groups and any(span.meets(other) for _, other in groups[-1]):
            groups[-1].append((article, span))
        else:
            groups.append([(article, span)])
    return groups


def _together(spans: Sequence[Span], own: Span) -> Span:
    """What several mentions say: the event's interval where one gives just that, else the days that fit them all."""
    if own in spans:
        return own
    first = max(span.ends[0] for span in spans)
    last = min(span.ends[1] for span in spans)
    if first > last:
        first, last = min(span.ends[0] for span in spans), max(span.ends[1] for span in spans)
    both = Span(None if first == FAR_PAST else first, None if last == FAR_FUTURE else last)
    open_alike = not both.closed and (both.earliest is None) == (own.earliest is None) and not own.closed
    return own if open_alike else both  # the same end is open: the other differs by the day of publication at most


def _articles(group: Sequence[tuple[str, Span]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for article, _ in group))


def _span(row: Mapping[str, Any]) -> Span:
    earliest, latest = row["earliest"], row["latest"]
    return Span(None if pd.isna(earliest) else earliest, None if pd.isna(latest) else latest)
