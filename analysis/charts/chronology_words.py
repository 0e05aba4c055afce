"""What the chronology says in words, made by rule from its rows: dates beside marks, the title, what was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.charts import clocks, columns, labels, look, readings, timeline
from analysis.charts.blocks import Block
from analysis.charts.readings import Reading, Row, Span

ARABIC = re.compile("[\u0621-\u064a]")
LISTED = 3
"""So many undated events are named in the footer; more are only counted."""
QUOTED = 2
"""So many wordings of one reading are quoted."""


def date(row: Row, block: Block, page: look.Page) -> str:
    """Say an event's date as the articles do, with its hour, and the inferred one beside it where that says more."""
    if not row.said and not row.own.closed and row.status == "planned":
        return page.pick("بلا موعد", "no date given")
    own = _said(row.own, page, block)
    if row.clocks:
        hour = clocks.listed(row.clocks, page.lang)
        one_day = block.unit == "hour" and block.first == block.last
        own = hour if one_day else page.pick(f"{own}، {hour}", f"{own}, {hour}")
    if row.about:
        own = page.pick(f"نحو {own}", f"about {own}")
    if row.in_text or not row.said or not row.said[0].span.closed:
        return own
    said = _said(row.said[0].span, page, block)
    return page.pick(f"{said}، واستُنتج {own}", f"{said}; inferred: {own}")


def reading(
    read: Reading, row: Row, names: Mapping[str, str], page: look.Page, *, whole: bool, room: float
) -> list[str]:
    """Say a date and who reads it, then in which words where they are known: on one line of ``room`` pixels, or two.

    ``whole`` adds the inferred date where the event's own interval is another.
    """
    said = _said(read.span, page)
    if whole and row.own.closed and row.own != read.span and row.own.meets(read.span):
        said += page.pick(f" (واستُنتج {_said(row.own, page)})", f" (inferred: {_said(row.own, page)})")
    told = f"{said}: {_tellers(read, names, page)}"
    if labels.width(told, page, size=look.TICK, weight=look.SEMIBOLD) > room:
        told = f"{said}: {labels.counted(len(read.articles), 'article', page.lang)}"
    if not read.words:
        return [told]
    quoted = [labels.name(f"«{labels.clean(words)}»", page.lang) for words in read.words[:QUOTED]]
    words = page.pick(f"بلفظ {labels.listed(quoted, 'ar')}", f"in the words {labels.listed(quoted, 'en')}")
    one = page.pick(f"{told}، {words}", f"{told}, {words}")
    return [one] if labels.width(one, page, size=look.TICK, weight=look.SEMIBOLD) <= room else [told, words]


def why(row: Row, published: Mapping[str, Span], names: Mapping[str, str], page: look.Page) -> str:
    """Say which reading of a conflict stands and why; failing that, what the table gives as its reason."""
    stands = readings.standing(row, published)
    if stands is not None and stands[1] is not None:
        other = next(r for r in row.said if r is not stands[0] and _later(r, published[stands[1]]))
        out = labels.day(published[stands[1]].latest, page.lang)
        teller, later = labels.name(names[stands[1]], page.lang), _said(other.span, page)
        return page.pick(
            f"نُشر نص {teller} قبل {_day_after(published[stands[1]], page)}، فلا يعني {later}.",
            f"{teller} was out by {out} and cannot mean {later}.",
        )
    if row.reason and bool(ARABIC.search(row.reason)) == page.rtl:
        return row.reason
    return page.pick("لا تصح هذه التواريخ معاً.", "The articles cannot all be right.")


@dataclass(frozen=True)
class Words:
    """The sentences around the chart.

    ``rows`` are all dated events, ``drawn`` of them have a row, each told by ``least`` articles or origins at least.
    """

    page: look.Page
    rows: Sequence[Row]
    undated: Sequence[Row]
    drawn: int
    least: int
    articles: pd.DataFrame
    names: Mapping[str, str]
    published: Mapping[str, Span]
    by_outlet: bool

    def title(self) -> str:
        """The finding: a conflict where there is one, else what the articles share."""
        conflicts = [row for row in self.rows if row.conflict]
        page, all_rows = self.page, len(self.rows)
        if len(conflicts) == 1 and len(conflicts[0].said) > 1:
            return self._one_conflict(conflicts[0])
        if conflicts:
            return page.pick(
                f"أحداث لا تصح تواريخها معاً: {len(conflicts)} من {all_rows}",
                f"{len(conflicts)} of {all_rows} events have dates that cannot all be right",
            )
        if len(self.articles) == 1:
            dated = sum(bool(row.dated) for row in self.rows)
            events = labels.counted(all_rows, "event", page.lang)
            return page.pick(
                f"{events} في مقالة واحدة، منها بتاريخ في النص {dated}",
                f"{events} in one article, {dated} of them dated in its text",
            )
        return self._shared()

    def _one_conflict(self, row: Row) -> str:
        page = self.page
        many = labels.number_word(len(row.said), page.lang, "masculine")
        told = [
            (_said(r.span, page), labels.counted(len(r.articles), "article", page.lang, words=True)) for r in row.said
        ]
        dates = f"{many} تواريخ"
        if len(told) == 2:
            dates = "تاريخان"
        return page.pick(
            f"{dates} لحدث واحد: {labels.listed([f'{said} ({count})' for said, count in told], 'ar')}",
            f"One event, {many} dates: {labels.listed([f'{said} in {count}' for said, count in told], 'en')}",
        )

    def _shared(self) -> str:
        page, total, told = self.page, len(self.rows), len(self.articles)
        everywhere = sum(len(row.told) == told for row in self.rows)
        alone = sum(len(row.told) == 1 for row in self.rows)
        if self.by_outlet:
            return page.pick(
                f"أحداث لا ترويها إلا مقالة واحدة: {alone} من {total}",
                f"{alone} of {total} events stand in one article alone",
            )
        articles = "both articles" if told == 2 else f"all {labels.counted(told, 'article', 'en', words=True)}"
        if everywhere:
            verb = "is" if everywhere == 1 else "are"
            return page.pick(
                f"أحداث ترويها المقالات كلها: {everywhere} من {total}",
                f"{everywhere} of {total} events {verb} told by {articles}",
            )
        return page.pick(
            f"لا حدث ترويه المقالات كلها، و{alone} من {total} ترويها مقالة واحدة فقط",
            f"No event is told by all {articles}; {alone} of {total} stand in one alone",
        )

    def subtitle(self) -> str:
        """What is drawn, from when to when."""
        page = self.page
        days = [day for row in self.rows for day in (row.own.earliest, row.own.latest) if day is not None]
        time = timeline.span(min(days), max(days), page.lang)
        events = labels.counted(len(self.rows), "event", page.lang)
        articles = labels.counted(len(self.articles), "article", page.lang, words=True)
        text = page.pick(
            f"{events} كما ترويها {articles}، {time}. ولكل قسم مقياس زمني خاص به.",
            f"{events} as {articles} tell them, {time}. Each block has a time scale of its own.",
        )
        return text + self._left_out_of_rows()

    def _left_out_of_rows(self) -> str:
        if self.drawn == len(self.rows):
            return ""
        page, least = self.page, labels.number_word(self.least, self.page.lang, "feminine")
        return page.pick(
            f" الصفوف للأحداث الأكثر رواية ({least} فأكثر)، ولغيرها خط صغير تحت عنوان القسم.",
            f" Rows are the events told most ({least} times or more); others are ticks under their block’s heading.",
        )

    def footer(self) -> str:
        """Count what the chart stands on and what it leaves out."""
        page = self.page
        parts = [columns.tally(self.articles, page.lang) + "."]
        parts.append(
            page.pick("الصفوف بترتيب أقدم تاريخ ممكن.", "Rows in order of the earliest day each event may have.")
        )
        if self.undated:
            count = labels.counted(len(self.undated), "event", page.lang)
            named = "؛ " if page.rtl else "; "
            few = len(self.undated) <= LISTED
            said = f" ({named.join(labels.name(row.label, page.lang) for row in self.undated)})" if few else ""
            parts.append(
                page.pick(
                    f"بلا تاريخ ولا موضع في الرسم: {count}{said}.", f"Without any date and not drawn: {count}{said}."
                )
            )
        return " ".join(parts)

    def alt(self) -> str:
        """The picture in words."""
        page = self.page
        return self.title() + page.pick(". جدول زمني: ", ". Chronology: ") + self.subtitle()


def shown(events: pd.DataFrame, rows: Sequence[Row]) -> pd.DataFrame:
    """The rows drawn, with the hours said, the articles that date each event, and those that tell it without a date."""
    columns_kept = ["event_id", "label_ar", "label_en", "earliest", "latest", "grain", "status", "conflict", "reason"]
    events = events.iloc[: len(rows)]
    dated = ["; ".join(sorted(row.dated)) for row in rows]
    undated = ["; ".join(sorted(row.told - row.dated)) for row in rows]
    hours = [clocks.listed(row.clocks, "en") for row in rows]
    return events[columns_kept].assign(hours=hours, dated_by=dated, told_without_date_by=undated)


def _said(span: Span, page: look.Page, block: Block | None = None) -> str:
    """A span in words; without its year where the block's heading says it."""
    either = span.closed and (span.ends[1] - span.ends[0]).days == 1
    years = {day.year for day in (span.earliest, span.latest) if day is not None}
    fine = block if block is not None and block.unit in ("hour", "day", "month") else None
    known = fine is not None and years == {fine.first.year} == {fine.last.year}
    return labels.interval(span.earliest, span.latest, page.lang, year=not known, either=either)


def _tellers(read: Reading, names: Mapping[str, str], page: look.Page) -> str:
    tellers = [labels.name(names[article], page.lang) for article in read.articles]
    if len(tellers) > 3:
        return labels.counted(len(tellers), "article", page.lang)
    return labels.listed(tellers, page.lang)


def _later(read: Reading, published: Span) -> bool:
    return read.span.earliest is not None and published.latest is not None and read.span.earliest > published.latest


def _day_after(published: Span, page: look.Page) -> str:
    return labels.day(published.ends[1] + pd.Timedelta(days=1), page.lang)
