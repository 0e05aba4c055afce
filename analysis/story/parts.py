"""Clauses parted where they tell of a second event, and tied to the event that they are dated by.

أعلن مسؤول، أمس، وفاة سامي: an announcement, and a death. غادر بعد مقتل سامي: a departure, and a killing before it. Two
views of one event stay together (قتل شخصان في غارة).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.story.clauses import Clause, Marks, content, kind_of
from analysis.text.read import Item, Reading

GOING = frozenset({"arrive", "withdraw", "meeting", "vanish"})
"""Families of events that take somebody somewhere."""
_BACKGROUND = frozenset({"while", "before", "after"})
_BARE_WORDS = 2
"""Words besides, with which a noun with the article still says nothing of its own."""
_PRIOR = 6
"""Tokens before a verb in which كان or سبق sets it before what the article is about."""
_HAD = "قد"
_HOLDER = 3
"""Tokens behind a verbal noun in which the name stands that it is of (وصول مصطفى الكاظمي)."""


def parts(reading: Reading, clause: Clause) -> list[Clause]:
    """Part a clause where it tells of another event; what follows is opened by the kind of the first."""
    found: list[Clause] = []
    first, began = clause.first, 0
    for number, item in enumerate(clause.items):
        before = next((other for other in reversed(clause.items[began:number]) if weighty(other)), None)
        if before is None or not weighty(item):
            continue
        other = family(kind(item)) != family(kind(before))
        how = set_by(reading, (item,))
        led_to = any(kind_of(kind(one))["light"] == "result" for one in clause.items[began:number])
        if how == "since" or (other and (opens(kind(before)) or how in _BACKGROUND or led_to)):
            found.append(replace(clause, first=first, last=item.first, items=clause.items[began:number]))
            first, began = item.first, number
    told_by = clause.opens if not found else kind(found[0].items[0])
    return [*found, replace(clause, first=first, items=clause.items[began:], opens=told_by)]


def kind(item: Item) -> str:
    """Return the kind of event that a word of happening names (`event_classes.tsv`)."""
    return item.entry.row["class"]


def family(name: str) -> str:
    """Return the family of a kind of event."""
    return kind_of(name)["family"]


def opens(name: str) -> bool:
    """Whether what a kind of event speaks of is an event of its own (أعلن وفاة)."""
    return kind_of(name)["opens"] == "yes"


def weighty(item: Item) -> bool:
    """Whether a word says what happened, and not only that something did (بدأت المحادثات)."""
    return kind_of(kind(item))["light"] == "no"


def set_by(reading: Reading, items: Sequence[Item]) -> str | None:
    """How the first word of happening is set beside what is told: behind it (بعد), ever since it, at the same time."""
    if not items:
        return None
    return next((found.entry.row["sets"] for found in reading.at(items[0].first - 1, "prepositions")), None)


def bare(reading: Reading, clause: Clause, items: Sequence[Item], marks: Marks) -> bool:
    """Whether a noun with the article is all that a clause says of the event, but for its time (وقع الهجوم أمس)."""
    telling = [item for item in items if weighty(item)]
    if not telling or not telling[0].analysis.definite:
        return False
    span = reading.starts[clause.first], reading.ends[clause.last - 1]
    own = {i for item in items for i in range(item.first, item.last)}
    return not marks.names_in(*span) and len(content(reading, clause, marks, own)) <= _BARE_WORDS


def stands_alone(reading: Reading, clause: Clause, items: Sequence[Item], marks: Marks) -> bool:
    """Whether a telling without a date is clear enough for a row of its own.

    A finite past verb with somebody named, or a verbal noun with its name behind it, of a kind that is news by itself
    (`event_classes.tsv`, ``alone``); a statement that has an occasion or is told as what went before.
    """
    telling = [item for item in items if weighty(item)]
    if not telling:
        return False
    first, span = items[0], (reading.starts[clause.first], reading.ends[clause.last - 1])
    if family(kind(telling[0])) == "statement":
        nouns = [item for item in telling if item.entry.cls == "event_nouns" and not item.analysis.definite]
        occasion = any(kind_of(kind(item))["alone"] == "yes" for item in nouns)
        spoken = first.entry.cls == "event_verbs" and marks.speaker_in(*span) is not None
        return spoken and (occasion or prior(reading, clause, first))
    if not marks.names_in(*span):
        return False
    if kind_of(kind(telling[0]))["alone"] != "yes":
        return False
    if first.entry.cls == "event_verbs":
        return first.entry.row["aspect"] == "past"
    behind = reading.ends[min(first.last + _HOLDER, clause.last) - 1]
    return bool(marks.names_in(first.end, behind))


def prior(reading: Reading, clause: Clause, item: Item) -> bool:
    """Whether كان, قد or سبق before a verb sets it before what the article is about."""
    long_ago = item.first > clause.first and reading.words[item.first - 1].folded == _HAD
    before = range(clause.first if long_ago else max(clause.first, item.first - _PRIOR), item.first)
    return any(found.entry.row["says"] == "prior" for i in before for found in reading.at(i, "modality"))
