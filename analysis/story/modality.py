"""Whether what a clause tells happened, will happen, is claimed, or is not told as an event at all.

Words of modality (`modality.tsv`), the tense of the verb and the time decide. What is denied, only possible or made
to depend on something else is no event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from analysis.story.clauses import Clause, Marks, Row
from analysis.story.when import ahead_of_event, counted_from_event, to_come
from analysis.text.read import Item, Reading

Status = Literal["happened", "planned", "claimed"]

_REACH = 3
"""Tokens behind the first word of happening in which a word of modality still speaks of it (انتخابات مقررة)."""
_DENIED = 7
"""Tokens before a verb in which a denial still governs it (لم يعرف حتى مساء الأربعاء ما حدث)."""
_DENIED_NOUN = 4
"""The same before a noun, which stands closer to what denies it (دون وقوع إصابات)."""
_UNREAL = frozenset({"negated", "possible", "conditional"})
_TO = 6
"""Tokens behind a verb of arrival in which the preposition stands that says where, or how much."""
_BOUND = 3
"""Tokens between that preposition and a number: أقل من، ما يقارب."""
_SMALL = 2
"""Digits of a number that may count places."""
_OF_SUMS = frozenset({"currencies", "percent_words", "units"})


def unreal(reading: Reading, clause: Clause) -> bool:
    """Whether a clause denies its event, holds it possible, makes it a condition, or only says how much."""
    if not clause.items:
        return False
    item = clause.items[0]
    if len(clause.items) == 1 and item.entry.row["class"] == "arrive" and _amounts(reading, item.last, clause.last):
        return True
    if item.entry.row.get("aspect") == "present" and "maybe" in _says(reading, item.first - 1):
        return True
    reach = _DENIED if item.entry.cls == "event_verbs" else _DENIED_NOUN
    for i in range(item.first - 1, max(clause.first, item.first - reach) - 1, -1):
        if reading.words[i].kind == "mark":
            return False
        if any(found.entry.row["says"] in _UNREAL for found in reading.at(i, "modality")):
            return True
    return False


def _amounts(reading: Reading, first: int, last: int) -> bool:
    """Whether what arrives is a sum (وصل الإنفاق إلى أقل من 20 مليار), so that nobody does."""
    for i in range(first, min(last, first + _TO)):
        if any(item.entry.row["sets"] == "to" for item in reading.at(i, "prepositions")):
            for word in reading.words[i + 1 : min(last, i + 2 + _BOUND)]:
                if word.keys & {"digits", "number_words"}:
                    return _is_sum(reading, i + 1, last)
                if word.keys.isdisjoint({"bounds", "function_words", "prepositions"}):
                    return False
    return False


def _is_sum(reading: Reading, first: int, last: int) -> bool:
    """Whether a number is of money, a share, of hundreds or more: three towns (إلى ثلاث مدن) are somewhere."""
    near = range(first, min(last, first + 2 * _BOUND))
    return any(
        reading.words[i].keys & _OF_SUMS
        or (reading.words[i].kind == "digits" and len(reading.words[i].folded) > _SMALL)
        or any(item.entry.row["part"] in {"scale", "hundred"} for item in reading.at(i, "number_words"))
        for i in near
    )


def _says(reading: Reading, i: int) -> set[str]:
    return {found.entry.row["says"] for found in reading.at(i, "modality")}


def status(
    reading: Reading,
    clause: Clause,
    time: Row | None,
    published: tuple[date | None, date | None],
    marks: Marks,
) -> Status:
    """Say how an article speaks of the event of a clause."""
    said = _said(reading, clause)
    future = any("future" in item.analysis.before for item in clause.items)
    first, _ = published
    span = reading.starts[clause.first], reading.ends[clause.last - 1]
    counted = [row for row in marks.times_in(*span) if counted_from_event(reading, row)]
    if time and first and time["latest"] and time["latest"] < first:
        future, said = False, said - {"planned"}
    ahead = any(ahead_of_event(reading, row, first) for row in counted)
    if future or ahead or "planned" in said or (time and to_come(time, published)):
        return "planned"
    if "claimed" in said or clause.opens == "accuse":
        return "claimed"
    return "happened"


def _said(reading: Reading, clause: Clause) -> set[str]:
    """What the words of modality say that stand before the event, or close behind its first word."""
    start, governed = clause.first, clause.last
    if clause.opens == "predicate":  # وستكون المحادثات … هي الأولى: the verb stands at the head of the sentence
        sentence = reading.sentence_of(reading.starts[clause.first])
        start = reading.tokens_in(sentence.start, sentence.end)[0]
    elif clause.items:
        governed = min(clause.last, clause.items[0].last + _REACH)
    return {item.entry.row["says"] for i in range(start, governed) for item in reading.at(i, "modality")}


def tensed(items: Sequence[Item]) -> bool:
    """Whether a verb says what happens; a noun of happening says nothing of when."""
    return bool(items) and items[0].entry.cls == "event_verbs"
