"""Dates on lines of their own: the article's, told from clocks, links to other stories and comments.

A date between headline and prose is the article's, unless the text speaks against it; so is one that a label names
("published on"), wherever links have not begun yet. A date above the headline dates the visit, and so bounds the
publication from above; one among links or comments says nothing. "Updated" is another thing than "published": the
article is not later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating import line_dates
from analysis.dating.evidence import Evidence, Page
from analysis.dating.line_dates import LineDate
from analysis.reading.furniture import Line
from analysis.text.read import Reading

FEWEST_HEAD = 4
"""Words of the shortest line that is a headline for sure, and not the name of the site."""
MOST_BESIDE = 7
"""Words that a line may hold beside a date that is set off from them: who wrote it, and where."""
FEW_BESIDE = 3
"""The same where nothing sets the date off."""
LONGEST = 30
"""Words of the longest line that a date is looked for in."""

Where = Literal["above", "head", "inside", "below", "linked"]
"""Where a line stands: before the headline, between it and the prose, among or behind the prose, behind where links and
comments have begun."""
Label = Literal["published", "updated", "today"]

_LINKS = frozenset({"related", "comments", "topics", "copyright"})
_NOT_DATED = frozenset({"credit", "related", "comments", "topics", "copyright"})
_SETS_OFF = frozenset("-–—|،,:/•·>»()[]\u0640")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date outside the prose: what a label says it is, if one does, and where its line stands."""

    date: LineDate
    label: Label | None
    where: Where
    alone: bool
    """Whether its line holds a date and no more, or sets it off from who wrote the article, and where."""


def evidence(page: Page, others: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield what the stamps of a page say, weighed against the other evidence ``others``."""
    found = list(stamps(page))
    stated = any(item.kind == "stated" for item in others)
    known = [item for item in others if item.kind == "told"]
    for stamp in sorted(found, key=_trust):
        days, doubts = _choose(stamp, known if stamp.label == "updated" else others)
        where, at = page.quoted(stamp.date.start, stamp.date.end), (stamp.date.start, stamp.date.end)
        if stamp.label == "updated" and stamp.where in ("head", "below"):
            yield Evidence("updated", days, f"the page says it was updated: {where}", *at)
            yield Evidence("visited", Interval(None, days.latest), f"it had been published when updated: {where}", *at)
        elif stamp.label == "published" and stamp.where in ("above", "head"):
            yield Evidence("stated", days, f"the page says it was published: {where}", *at)
            known.append(Evidence("told", Interval(days.earliest, None), "it is published"))
            stated = True
        elif _is_own(stamp, found, others, doubts):
            if not stated:
                yield Evidence("stated", days, f"{_SAID[stamp.where]}: {where}", *at)
            stated = True
        else:
            yield from _refused(stamp, days, doubts, where)


_SAID = {"head": "a date by itself at the headline", "below": "a date below the article"}


def _is_own(stamp: Stamp, found: Sequence[Stamp], others: Sequence[Evidence], doubts: Sequence[str]) -> bool:
    """Whether a date that need not be the article's is: by itself at the headline, or right below the prose."""
    if stamp.label == "published":
        return stamp.where == "below"
    if stamp.label or not stamp.alone or doubts:
        return False
    return stamp.where == "head" or (_closes(stamp, found) and _supported(stamp, others))


def _trust(stamp: Stamp) -> int:
    """Labelled dates first, those at the headline before those below."""
    labels = ("published", "updated", None, "today")
    places = ("head", "above", "below", "inside", "linked")
    return 10 * labels.index(stamp.label) + places.index(stamp.where)


def _refused(stamp: Stamp, days: Interval, doubts: Sequence[str], where: str) -> Iterator[Evidence]:
    """A date that is not the article's: told as a trap where it stands alone, and a bound where it dates the visit."""
    if not stamp.alone or stamp.where == "inside":
        return
    at = stamp.date.start, stamp.date.end
    why = "; ".join(doubts) or _PLACED.get(stamp.where, "another date is the article's")
    yield Evidence("trap", days, "it is a clock" if stamp.label == "today" else why, *at)
    if stamp.where == "above" or stamp.label == "today" or (stamp.where == "head" and stamp.label is None):
        yield Evidence("visited", Interval(None, days.latest), f"the page was seen on {days.latest}: {where}", *at)


_PLACED = {
    "above": "it stands above the headline, as clocks do",
    "below": "it stands below the article, as links and comments do",
    "linked": "it stands among links and comments",
}


def stamps(page: Page) -> Iterator[Stamp]:
    """Yield the dates of the lines outside the prose, in order."""
    lines = page.layout.lines
    head, first, last = _parts(page)
    linked = False
    before: Line | None = None
    for number, (line, place) in enumerate(lines):
        linked = linked or (number > last and _begins_links(line))
        if place == "furniture" and 0 < len(line.words) <= LONGEST:
            where: Where = "inside"
            if not first < number < last:
                where = "above" if number < head else "head" if number < first else "linked" if linked else "below"
            yield from _in_line(page, line, before, where)
        before = line if place == "furniture" else None


def relative(page: Page) -> Iterator[tuple[int, int]]:
    """Yield where a line at the headline says how long ago it was written, as counted when the page was read."""
    _, first, _ = _parts(page)
    for line, place in page.layout.lines[:first]:
        if place == "furniture" and len(line.words) <= MOST_BESIDE:
            times = page.inside(line.start, line.end)
            counted = [time for time in times if time.anchor == "publication" and (time.shift or 0) < 0 and time.unit]
            if len(counted) == len(times) == 1 and not line_dates.find(page, line.first, line.last):
                yield counted[0].start, counted[0].end


def _parts(page: Page) -> tuple[int, int, int]:
    """The numbers of the headline's line and of the first and last lines of prose; what is not there has no line.

    A headline that stands twice counts where it stands last. A short one may be the site's name; then the first line
    that looks more like a headline counts, which may have been taken for prose since it asks something.
    """
    lines = page.layout.lines
    places = [place for _, place in lines]
    prose = [number for number, place in enumerate(places) if place == "body"]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    if "title" not in places:
        return (0 if page.layout.title else first), first, last
    head = places.index("title")
    title = lines[head][0].words
    if len(title) < FEWEST_HEAD:
        longer = [
            n for n in range(head + 1, first) if lines[n][0].kind is None and len(lines[n][0].words) >= FEWEST_HEAD
        ]
        if longer:
            return longer[0], first, last
        asks = len(prose) > 1 and prose[1] > first + 1 and len(lines[first][0].words) < LONGEST
        return (first, prose[1], last) if asks else (head, first, last)
    again = [number for number in range(head, max(first, head + 1)) if lines[number][0].words == title]
    return again[-1], first, last


def _begins_links(line: Line) -> bool:
    """Whether a line below the prose opens what is not the article: a list of links, comments, another headline."""
    return line.kind in _LINKS or (line.kind is None and len(line.words) >= FEWEST_HEAD)


def _in_line(page: Page, line: Line, before: Line | None, where: Where) -> Iterator[Stamp]:
    """The dates of a line, each with the label before it; a label may fill the line above."""
    reading = page.reading
    labels: list[tuple[int, Label]] = _labels(reading, line)
    ends = [at for at, _ in labels if at > line.first]
    pieces = list(pairwise((line.first, *ends, line.last)))
    found = [(date, first) for first, last in pieces for date in line_dates.find(page, first, last)]
    above: Label | None = _whole_label(reading, before) if before is not None and not labels else None
    beside = _beside(reading, line, [date for date, _ in found])
    for date, first in found:
        label = above
        for at, named in labels:
            label = named if at == first else label
        alone = line.kind not in _NOT_DATED and (
            beside == 0 or (where in ("above", "head") and _set_off(reading, line, date, beside))
        )
        yield Stamp(date, label, where, alone or label is not None)


def _whole_label(reading: Reading, line: Line) -> Label | None:
    """The label that fills a line, whose date stands on the next one."""
    if len(line.words) > FEWEST_HEAD or any(reading.words[i].kind == "digits" for i in range(line.first, line.last)):
        return None
    return next((label for at, label in _labels(reading, line) if at == line.first), None)


def _set_off(reading: Reading, line: Line, date: LineDate, beside: int) -> bool:
    """Whether a date stands apart on a line that holds other words: behind a dash, or behind who wrote the article."""
    if beside <= FEW_BESIDE or (line.kind == "byline" and beside <= MOST_BESIDE):
        return True
    edges = [i for i in (date.first - 1, date.last) if line.first <= i < line.last]
    return beside <= MOST_BESIDE and any(reading.words[i].folded in _SETS_OFF for i in edges)


def _beside(reading: Reading, line: Line, dates: Sequence[LineDate]) -> int:
    """How many words of a line are neither date nor clock nor label nor what stands in a stamp."""
    dated = {i for date in dates for i in range(date.first, date.last)}
    known = _known_words()
    count = 0
    for i in range(line.first, line.last):
        word = reading.words[i]
        if i in dated or word.kind in ("mark", "digits") or word.folded in known:
            continue
        count += word.keys.isdisjoint({"months", "weekdays", "eras"}) and bool(word.folded)
    return count


@cache
def _known_words() -> frozenset[str]:
    rows = (*lexicon.rows("stamp_words"), *lexicon.rows("stamp_labels"))
    return frozenset(word for row in rows for word in lexicon.folded_words(row["form"]))


@cache
def _label_forms() -> Mapping[str, tuple[tuple[tuple[str, ...], Label], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
    for row in lexicon.rows("stamp_labels"):
        words, label = lexicon.folded_words(row["form"]), cast("Label", row["kind"])
        found.setdefault(words[0], []).append((words, label))
    return {word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in found.items()}


def _labels(reading: Reading, line: Line) -> list[tuple[int, Label]]:
    """The labels of a line with the tokens they begin at, the longest of those that begin together."""
    found: list[tuple[int, Label]] = []
    i = line.first
    while i < line.last:
        words = reading.words
        for form, label in _label_forms().get(words[i].folded, ()):
            if tuple(word.folded for word in words[i : min(i + len(form), line.last)]) == form:
                found.append((i, label))
                i += len(form) - 1
                break
        i += 1
    return found


def _closes(stamp: Stamp, found: Sequence[Stamp]) -> bool:
    """Whether a date is the only one behind the prose, before any link."""
    return stamp.where == "below" and sum(other.where in ("below", "linked") for other in found) == 1


def _supported(stamp: Stamp, others: Sequence[Evidence]) -> bool:
    """Whether the prose speaks for a date."""
    day = stamp.date.readings[0].earliest
    return day is not None and any(item.allows(day) for item in others if item.kind in ("lead", "weekday", "dateline"))


def _choose(stamp: Stamp, others: Sequence[Evidence]) -> tuple[Interval, list[str]]:
    """The reading of a date that the rest of the page speaks least against, and what it says."""
    doubted = [(days, _doubts(days, stamp.date.weekday, others)) for days in stamp.date.readings]
    return min(doubted, key=lambda item: len(item[1]))


def _doubts(days: Interval, weekday: int | None, others: Sequence[Evidence]) -> list[str]:
    """What the page says against a date's being the article's."""
    found: list[str] = []
    day = days.earliest
    assert day is not None
    span = [day + dt.timedelta(days=n) for n in range(days.days or 1)]
    if weekday and all(weekday != one.isoweekday() for one in span):
        found.append(f"its weekday is wrong, {day} was a {day:%A}")
    for item in others:
        if item.kind == "weekday" and not any(map(item.allows, span)):
            found.append(f"{day} was a {day:%A}, but {item.reason}")
        elif item.kind in ("stated", "deictic", "told", "office", "lead") and item.days.overlap(days) is None:
            found.append(f"it does not fit: {item.reason}")
    return found
