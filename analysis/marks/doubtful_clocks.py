"""Clocks and parts of the day that may be none: scores, times of races, verbs and backs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.marks.time_around import OPENS, alone, counts, ending_at, is_definite, linked
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.number_words import TANWEEN
from analysis.text.read import Reading

_BEHIND_HOURS = frozenset({
    "prepositions", "clause_words", "time_links", "time_joins", "parts_of_day", "weekdays", "relative_days", "months",
})  # fmt: skip
_POINTS = frozenset({":", "."})
_HOURS = 12


def clock(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """An hour is one with الساعة, a part of the day or a zone; two numbers with a colon need a preposition.

    So they do where they are a whole line.
    """
    if said.get("license") == "spoken hour" and not spoken_hour(reading, match, said, before):
        return False
    bare = reading.words[match.first].kind == "digits" and match.last - match.first in {3, 5}
    if bare and counts(reading, match.last):
        return False
    if not bare or "part" in said or "zone" in said or linked(reading, match.first, before):
        return True
    if said["hour"] < 24 and alone(reading, match):
        return True
    return match.first > 0 and reading.words[match.first - 1].folded in OPENS


def spoken_hour(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """An hour by its number is one where no noun follows that it may count: في الساعة ثلاثة جنود holds none."""
    if "minute" in said or match.last >= len(reading.words) or reading.words[match.last].kind != "arabic":
        return True
    return not reading.words[match.last].keys.isdisjoint(_BEHIND_HOURS)


def spoken_day(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A word for a day that is another word too is one as a whole text, or with a part of the day or an hour."""
    return "part" in said or "hour" in said or alone(reading, match)


def part_of_day(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A part of the day by itself is a time as an adverb (صباحا, مساء)."""
    surface = reading.words[match.first].surface
    if said.get("alone") != "yes":
        return False
    if is_definite(reading, match.first) and reading.at(match.first - 1, "throughout_words"):
        return True
    if match.last - match.first > 1 or (alone(reading, match) and not is_definite(reading, match.first)):
        return True
    adverb = TANWEEN in surface or any(item.analysis.after for item in reading.at(match.first, "parts_of_day"))
    following = reading.words[match.last].folded if match.last < len(reading.words) else ""
    return adverb and not following.startswith("و")


def dated_clock(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """An hour without a word for it is one behind a day where its minutes are said."""
    return "minute" in said


def until_now(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether حتى الساعة or حتى اللحظة says "until now": no hour and no adjective follow.

    Behind an hour any noun may be its adjective (الساعة الثمينة); behind a moment a rank or "last" is one.
    """
    if not ending_at(reading, match.first, "until_words"):
        return False
    if reading.at(match.first, "time_units"):
        return not (match.last < len(reading.words) and is_definite(reading, match.last))
    return not reading.at(match.last, "last_words", "number_words")


def up_to_a_clock(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A bare hour is one behind "from" or "between" where an hour with its part of the day ends what it begins."""
    last = match.last + 1
    if not 0 < said["hour"] <= _HOURS or not reading.at(match.first - 1, "time_links"):
        return False
    if not reading.at(match.last, "time_joins") or last + 1 >= len(reading.words):
        return False
    minutes = 2 * (reading.words[last + 1].folded in _POINTS)
    ends = reading.words[last].kind == "digits" and len(reading.words[last].folded) <= 2
    return ends and bool(reading.at(last + 1 + minutes, "parts_of_day"))
