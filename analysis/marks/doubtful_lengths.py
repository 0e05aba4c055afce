"""Lengths of time that may be none: ages, adjectives, and units that belong to what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.dates.interval import BELOW_DAY
from analysis.marks.time_around import ASIDE, COMMAS, ending_at, in_marks, is_definite, is_number
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.read import Reading

_AROUND_AGES = 3
_GROWN = 11
"""So many years behind a comma are an age (سعاد، 72 عاما من حلب)."""
_LAM = "ل"
_BY = "ب"
_EVENT_REACH = 6
"""Words from قبل to the ب of how long before."""


def so_often(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """So often in a unit is a set where no certain one is meant (في الأسبوع الماضي), nor a rank (أول مرة في العام)."""
    if match.first > 0 and any(
        "ordinal" in item.entry.row["part"] for item in reading.at(match.first - 1, "number_words")
    ):
        return False
    if match.last >= len(reading.words) or reading.words[match.last].kind == "mark":
        return True
    return not reading.words[match.last].keys.isdisjoint(("prepositions", "clause_words", "time_links"))


def length(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number of years behind a word of age, or alone in brackets behind a person, is an age."""
    start = match.first
    if start > 1 and reading.words[start - 1].folded == "/" and reading.words[start - 2].kind == "digits":
        return False  # the lower half of a fraction
    if said.get("unit") == "second" and said.get("count") == "1" and said.get("amount", 1) == 1:
        return False
    if in_marks(reading, start, match.last):
        return False
    if not _agrees(said) or _names_next(reading, match.last, said):
        return False
    if said.get("unit") != "year" and said.get("unit") != "month":
        return True
    if reading.at(start - 1, "under_words"):
        return False
    first = _range_start(reading, start)
    for i in range(max(0, first - _AROUND_AGES), start):
        if reading.at(i, "number_heads"):
            return False
    behind = range(match.last, min(match.last + 2, len(reading.words)))
    if any(reading.at(i, "number_heads") for i in behind):
        return False
    opened = start > 0 and reading.words[start - 1].folded in ASIDE
    closed = match.last < len(reading.words) and reading.words[match.last].folded in ASIDE
    set_off = opened and reading.words[start - 1].folded in COMMAS and said.get("amount", 0) >= _GROWN
    return not (opened and (closed or set_off))


def _agrees(said: Mapping[str, Any]) -> bool:
    """Three to ten in words take a plural: عشرة يوم الخميس holds no ten days."""
    amount = said.get("amount")
    if said.get("few") and said.get("count") == "1":
        return False  # العشرات ليلة
    return said.get("digits", True) or amount is None or not (2 < amount <= 10 and said.get("count") == "1")


def _names_next(reading: Reading, i: int, said: Mapping[str, Any]) -> bool:
    """Whether the unit belongs to what follows: يوم الخميس, عام 1990."""
    if said.get("count") != "1" or i >= len(reading.words):
        return False
    if said["unit"] == "day":
        return bool(reading.at(i, "weekdays", "relative_days")) or is_number(reading, i)
    return reading.words[i].kind == "digits" and said["unit"] == "year"


def one_unit(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A unit without a number is a length behind لمدة, خلال, على مدى and the like."""
    if match.first == 0 or (match.last < len(reading.words) and reading.at(match.last, "weekdays", "months")):
        return False
    if said.get("count") == "many" and match.last < len(reading.words) and is_definite(reading, match.last):
        return False  # خلال أيام العيد, سنوات الدراسة: no length, but what the days are of
    if said.get("count") == "many" and reading.at(match.last, "places"):
        return False  # أيام قرطاج السينمائية
    if _behind_lam(reading, match.first):
        if said["unit"] == "decade" and said.get("count") == "1":
            return match.last == len(reading.words) or reading.words[match.last].kind == "mark"  # لعقد اجتماع
        return said["unit"] not in {"day", *BELOW_DAY} or said.get("count") == "many"
    if _behind_event(reading, match.first):
        return True
    return bool(ending_at(reading, match.first, "length_links")) or match.last - match.first > 1


def _range_start(reading: Reading, start: int) -> int:
    """Return where a range begins that ends in the number at ``start``: "من 5 إلى 15 عاما" is one of ages or none."""
    between = start > 1 and "time_joins" in reading.words[start - 1].keys
    return start - 2 if between and reading.words[start - 2].kind == "digits" else start


def _behind_event(reading: Reading, i: int) -> bool:
    """Whether ب makes a unit the distance from an event named before it: قبل انطلاق الدوري بأسبوع."""
    if not reading.words[i].folded.startswith(_BY):
        return False
    before = range(max(0, i - _EVENT_REACH), i - 1)
    return any(item.entry.row["side"] != "since" for j in before for item in reading.at(j, "time_anchors"))


def _behind_lam(reading: Reading, i: int) -> bool:
    """Whether ل is written with the unit at token ``i``: توقف لسنوات."""
    prefixed = any("prep" in item.analysis.before for item in reading.at(i, "time_units"))
    return prefixed and _LAM in reading.words[i].folded[:2]


def by_so_much(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A count from what was told carries ب: بعدها بأسبوع; "وبعدها أسبوعا" goes on with a length."""
    anchor = reading.at(match.first, "told_anchors")
    return bool(anchor) and reading.words[anchor[0].last].folded.startswith(_BY)
