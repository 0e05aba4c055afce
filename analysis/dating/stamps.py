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
from typing import Literal, cast

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating import line_dates
from analysis.dating.evidence import Evidence, Page
from analysis.dating.line_dates import LineDate
from analysis.reading.furniture import Line
from analysis.tables import Place
from analysis.text.read import Reading

FARTHEST = 400
"""Days beyond the latest date told at which a clock of the page is far from the text."""
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
_SETS_OFF = frozenset("-–—|،,:/•·>»()[]") | {"ـ"}


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
    for stamp in sorted(found, key=_trust):
        days, doubts = _choose(stamp, others)
        where, at = page.quoted(stamp.date.start, stamp.date.end), (stamp.date.start, stamp.date.end)
        if stamp.label == "updated" and stamp.where in ("head", "below"):
            yield Evidence("updated", days, f"the page says it was updated: {where}", *at)
            yield Evidence("visited", Interval(None, days.latest), f"it had been published when updated: {where}", *at)
        elif stamp.label == "published" and stamp.where in ("above", "head"):
            yield Evidence("stated", days, f"the page says it was published: {where}", *at)
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
    places = [place for _, place in lines]
    head = _head(page)
    first = places.index("body") if "body" in places else len(lines)
    last = len(lines) - places[::-1].index("body") - 1 if "body" in places else len(lines)
    linked = False
    before: Line | None = None
    for number, (line, place) in enumerate(lines):
        linked = linked or (number > last and _begins_links(line))
        if place == "furniture" and 0 < len(line.words) <= LONGEST:
            above = number < (first if head is None else head)
            where: Where = "above" if above else "head" if number < first else "linked" if linked else "below"
            yield from _in_line(page.reading, page, line, before, "inside" if first < number < last else where)
        before = line if place == "furniture" else None


def _head(page: Page) -> int | None:
    """The number of the headline's line; None where there is none, or it may be no more than the site's name."""
    lines = page.layout.lines
    for number, (line, place) in enumerate(lines):
        if place == "title":
            return number if len(line.words) >= FEWEST_HEAD else _next_head(lines, number)
    titled = page.layout.title is not None
    return 0 if titled else None


def _next_head(lines: Sequence[tuple[Line, Place]], number: int) -> int:
    """The line that looks most like a headline where the first is too short: the longest before prose, if any."""
    until = next((n for n, (_, place) in enumerate(lines) if place == "body"), len(lines))
    longer = [n for n in range(number + 1, until) if lines[n][0].kind is None and len(lines[n][0].words) >= FEWEST_HEAD]
    return longer[0] if longer else number


def _begins_links(line: Line) -> bool:
    """Whether a line below the prose opens what is not the article: a list of links, comments, another headline."""
    return line.kind in _LINKS or (line.kind is None and len(line.words) >= FEWEST_HEAD)


def _in_line(reading: Reading, page: Page, line: Line, before: Line | None, where: Where) -> Iterator[Stamp]:
    dates = line_dates.find(page, line)
    if not dates:
        return
    labels = _labels(reading, line)
    if not labels and before is not None and not _holds_digit(reading, before):
        labels = [(-1, label) for _, label in _labels(reading, before)[-1:]]
    beside = _beside(reading, line, dates)
    for date in dates:
        behind: list[Label] = [label for at, label in labels if at < date.first]
        alone = line.kind not in _NOT_DATED and (
            beside == 0 or (where in ("above", "head") and _set_off(reading, line, date, beside))
        )
        yield Stamp(date, behind[-1] if behind else None, where, alone or bool(behind))


def _holds_digit(reading: Reading, line: Line) -> bool:
    return any(reading.words[i].kind == "digits" for i in range(line.first, line.last))


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
    told = max((item.days.earliest for item in others if item.kind == "told" and item.days.earliest), default=None)
    if told and (day - told).days > FARTHEST:
        found.append(f"the latest date the text tells of is {told}")
    return found
