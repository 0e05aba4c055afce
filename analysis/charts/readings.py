"""What the articles say of each event's date, made ready to be drawn: rows of the chronology, as values.

A date is *in the text* when an article gives it, alone or together with the others; otherwise it was inferred, from a
publication, another event or a record outside. Where articles cannot all be right, each date they read is a
``Reading`` of its own; one of them is known to stand where an article that gives it was out before the other date
came. Where the time expressions are given, a row knows in which words it is dated, whether they say "about", and the
hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from analysis.charts import clocks
from analysis.charts.clocks import Clock
from analysis.charts.frames import Frame

FAR_PAST = cast("pd.Timestamp", pd.Timestamp("0001-01-01"))
FAR_FUTURE = cast("pd.Timestamp", pd.Timestamp("9999-01-01"))


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
    """A date that articles give an event, which articles do, and in which words (none where they are not asked for)."""

    span: Span
    articles: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Telling:
    """What one mention says of its event's date: the article, the days, and the words with their hour."""

    article: str
    span: Span
    words: str = ""
    about: bool = False
    clock: Clock | None = None


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
    clocks: tuple[Clock, ...] = ()
    about: bool = False

    @property
    def hours(self) -> tuple[pd.Timestamp, pd.Timestamp] | None:
        """From when to when the hours go that articles give, where all of them are local."""
        local = [clock for clock in self.clocks if not clock.zone]
        return (local[0].first, max(clock.last for clock in local)) if local else None

    @property
    def in_text(self) -> bool:
        """Whether the event's own interval is what the articles say."""
        return any(reading.span == self.own for reading in self.said)

    @property
    def reach(self) -> pd.Timestamp | None:
        """The last day that has to stand in the calendar for the row to be read: of a conflict, its last reading."""
        days = [reading.span.latest or reading.span.earliest for reading in self.said] if self.conflict else []
        return max((day for day in days if day is not None), default=None)


def rows(events: Frame, mentions: Frame, lang: str, times: Frame | None = None) -> list[Row]:
    """Make a row of each event, in the order of ``events``, labelled in ``lang`` (else in Arabic).

    ``times`` tells the words by which each mention dates its event, and the hour; without it nobody is asked.
    """
    groups: dict[str, list[Telling]] = {}
    for event, telling in _tellings(mentions, times):
        groups.setdefault(event, []).append(telling)
    return [_row(event, groups.get(event["event_id"], []), lang) for event in events.to_dict("records")]


def _tellings(mentions: Frame, times: Frame | None) -> Iterator[tuple[str, Telling]]:
    """Every mention with its event, in the table's order."""
    known: dict[str, Mapping[str, Any]] = {}
    if times is not None:
        wanted = times.loc[times["time_id"].isin(mentions["time_id"].dropna())]
        known = {time["time_id"]: time for time in wanted[["time_id", "text", "value", "mod"]].to_dict("records")}
    columns = ["event_id", "article_id", "time_id", "earliest", "latest"]
    for mention in mentions[columns].to_dict("records"):
        time = known.get(mention["time_id"]) if isinstance(mention["time_id"], str) else None
        telling = Telling(mention["article_id"], _span(mention))
        if time is not None and telling.span != Span(None, None):
            clock = clocks.read(time["value"], telling.span.earliest, telling.span.latest)
            telling = Telling(telling.article, telling.span, str(time["text"]), time["mod"] == "APPROX", clock)
        yield mention["event_id"], telling


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


def _row(event: Mapping[str, Any], tellings: Sequence[Telling], lang: str) -> Row:
    own = _span(event)
    dated = [telling for telling in tellings if telling.span != Span(None, None)]
    conflict = event["conflict"] is True
    groups = _apart(dated) if conflict else [dated] if dated else []
    english = event["label_en"] if lang == "en" and isinstance(event["label_en"], str) else None
    on_it = [telling for telling in dated if telling.span.meets(own)]
    return Row(
        event_id=event["event_id"],
        label=english or event["label_ar"],
        status=event["status"],
        conflict=conflict,
        reason=event["reason"] if isinstance(event["reason"], str) else "",
        own=own,
        said=tuple(_reading(group, own) for group in groups),
        dated=frozenset(telling.article for telling in dated),
        told=frozenset(telling.article for telling in tellings),
        clocks=clocks.sharpest(telling.clock for telling in on_it if telling.clock is not None),
        about=bool(dated) and all(telling.about for telling in dated),
    )


def _reading(group: Sequence[Telling], own: Span) -> Reading:
    words = dict.fromkeys(telling.words for telling in group if telling.words)
    return Reading(
        _together([telling.span for telling in group], own),
        tuple(dict.fromkeys(telling.article for telling in group)),
        tuple(words),
    )


def _apart(dated: Sequence[Telling]) -> list[list[Telling]]:
    """Group closed dates so that dates of two groups share no day; an open one says too little to take a side."""
    groups: list[list[Telling]] = []
    for telling in sorted((t for t in dated if t.span.closed), key=lambda t: t.span.ends):
        if groups and any(telling.span.meets(other.span) for other in groups[-1]):
            groups[-1].append(telling)
        else:
            groups.append([telling])
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


def _span(row: Mapping[str, Any]) -> Span:
    earliest, latest = row["earliest"], row["latest"]
    return Span(None if pd.isna(earliest) else earliest, None if pd.isna(latest) else latest)
