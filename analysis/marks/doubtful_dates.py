"""Dates that may be none: names with a date in them, scores, counts, and months that are also other words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.dates import calendars
from analysis.marks import changes
from analysis.marks.time_around import ages, alone, counts, is_noun_before, is_number, joined, linked, placed
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.number_words import AND
from analysis.text.read import Reading

_BESIDE = ("day", "year", "unit", "relation", "shift", "day_to", "part", "weekday", "then")
_FIRST_YEAR, _LAST_YEAR = 1850, 2080
_FIRST_BRACKETED, _LAST_BRACKETED = 1900, 2040
"""Years that a number alone in brackets may be."""
_LIFE = 100
_PLAY_REACH = 12
_CHANGE_REACH = 5
_TO = "الي"
_OF = "من"
_LONGEST_RANK = 4
"""Words of a day in words with من before its month (الحادي عشر من)."""
_ENDS = frozenset({".", "،", ",", "؛", ")"})
_DASHES = frozenset({"-", "–", ":"})
_STROKES = frozenset({"/", "-"})


def month_holds(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether a month that is also another word is one here: by a day, a year, a preposition, a month joined to it."""
    license_ = said.get("license", "free")
    if license_ not in {"placed", "bound", "dated"}:
        return True
    if license_ == "dated":
        return said.get("day") is not None and "year" in said
    if any(said.get(key) is not None for key in _BESIDE) or said.get("portion"):
        return True
    first = _first_month(reading, match)
    if any("prep" in item.analysis.before for item in reading.at(first, "months")):
        return license_ == "placed"
    if joined(reading, first, before) and before is not None and before.month is not None:
        return True
    return license_ == "placed" and (linked(reading, match.first, before) or "portion" in said or match.first != first)


def is_drawn(reading: Reading, match: Candidate) -> bool:
    """Whether a month stands twice in the same word: تعادلا صفر-صفر is a score."""
    ends = (match.first, match.last - 1)
    return match.last - match.first > 1 and len({reading.words[i].folded for i in ends}) == 1


def exists(said: Mapping[str, Any]) -> bool:
    """Whether the calendar has the day: 31/02/2013 is none."""
    try:
        calendars.day_of(said.get("calendar", "gregorian"), said["year"], said["month"], said["day"])
    except OverflowError:
        return True  # a Hijri year beyond the tables
    except ValueError:
        return said.get("calendar") == "hijri"
    return True


def is_no_weekday(reading: Reading, match: Candidate) -> bool:
    """Whether the only weekday names no day: الجمع بين الاثنين speaks of two things, خطيب الجمعة of an office."""
    if reading.at(match.first - 1, "friday_heads"):
        return True
    if match.first == 0 or not reading.at(match.first - 1, "between_words"):
        return False
    return match.last < len(reading.words) and not reading.words[match.last].folded.startswith(AND)


def _first_month(reading: Reading, match: Candidate) -> int:
    return next((i for i in range(match.first, match.last) if reading.at(i, "months")), match.first)


def is_name(reading: Reading, i: int, said: Mapping[str, Any]) -> bool:
    """Whether a date, or the month of one, is part of a name: شارع 17 تموز, ثورة 25 يناير."""
    first = i - 1 if i > 0 and reading.words[i - 1].kind == "digits" else i
    heads = (item for at in {first, i} if at > 0 for item in reading.at(at - 1, "name_heads"))
    if any(not item.analysis.definite for item in heads):
        return True  # مدينة 6 أكتوبر, but not المدينة
    reach = 1 if "day" in said else _LONGEST_RANK
    named = [item.entry.row for at in range(i - reach, i) for item in reading.at(at, "named_days")]
    return any(
        (int(row["month"]), int(row["day"])) == (said["month"], said.get("day", int(row["day"]))) for row in named
    )


def year(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number of four digits is a year behind a preposition, or joined to a year, and counts nothing."""
    year = said["year"]
    if _in_brackets(reading, match):
        return _FIRST_BRACKETED <= year <= _LAST_BRACKETED
    if _heads_entry(reading, match):
        return True
    if _reached(reading, match.first):
        return False
    if year % 100 == 0 and match.last - match.first == 1:
        return False
    if not _FIRST_YEAR <= year <= _LAST_YEAR or counts(reading, match.last):
        return False
    if joined(reading, match.first, before) and before is not None and before.year is not None and before.month is None:
        return True
    if _is_of_an_era(reading, match) and year % 100:
        return True
    return placed(reading, match, said, before) and not reading.at(match.first - 1, "about_words")


def _is_of_an_era(reading: Reading, match: Candidate) -> bool:
    """Whether the sign of an era is written with the digits of a year: أفضل مذيع عربي 1995م."""
    sign = match.last - 1
    return sign > match.first and reading.tight(sign) and reading.words[sign].kind == "arabic"


def year_of_a_part(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number of four digits behind "at the end of" is a year, if it counts nothing."""
    return _FIRST_YEAR <= said["year"] <= _LAST_YEAR and not counts(reading, match.last)


def two_years(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two years under one dual are one time, where they lie in their order ("عامي 2012 و2015")."""
    return said["year_to"] > said["year"]


def year_part(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A quarter or a half is one of the year behind a preposition of time, but not of a match or of a thing."""
    if reading.at(match.last, "part_of_words"):
        return False
    around = range(max(0, match.first - _PLAY_REACH), match.last + _PLAY_REACH)
    if any(reading.at(i, "playing_words") for i in around):
        return False
    prefixed = any("prep" in item.analysis.before for item in reading.at(match.first, "year_parts"))
    return prefixed or bool(reading.at(match.first - 1, "time_links")) or _is_profit(reading, match.first - 1)


def _is_profit(reading: Reading, i: int) -> bool:
    return bool(reading.at(i, "results_words"))


def row_of_years(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two numbers with a dash are years where the second is the later by less than a life, and they count nothing."""
    first, last = said["year"], said["year_to"]
    if not _FIRST_YEAR <= first < last <= min(_LAST_YEAR, first + _LIFE) or counts(reading, match.last):
        return False
    marked = reading.words[match.last - 1].kind == "arabic"
    return marked or linked(reading, match.first, before) or is_noun_before(reading, match.first)


def day_alone(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number behind يوم is a day of the month where a mark or a preposition follows, and nothing that it counts."""
    if match.first > 0 and reading.at(match.first - 1, "every_words"):
        return False
    if match.last >= len(reading.words):
        return True
    behind = reading.words[match.last]
    if behind.kind == "mark":
        return behind.folded in _ENDS
    return not counts(reading, match.last) and "prepositions" in behind.keys


def running_years(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two years with a stroke are a season where one follows the other (في 2012/2013), behind a preposition."""
    follows = said["year_to"] == said["year"] + 1 and not counts(reading, match.last)
    return follows and (linked(reading, match.first, before) or placed(reading, match, said, before))


def _in_brackets(reading: Reading, match: Candidate) -> bool:
    """Whether a number stands alone in brackets behind a word: قصر الرياضة (1967)."""
    if match.first < 2 or match.last >= len(reading.words):
        return False
    around = reading.words[match.first - 1].folded + reading.words[match.last].folded
    return around in {"()", "[]"} and reading.words[match.first - 2].kind == "arabic"


def _heads_entry(reading: Reading, match: Candidate) -> bool:
    """Whether a year stands at the head of a line as the date of what follows (1960 - تولت رئاسة الحكومة)."""
    if reading.sentence_of(match.start).start != match.start or match.last + 1 >= len(reading.words):
        return False
    years = range(_FIRST_YEAR, _LAST_BRACKETED)
    dashed = reading.words[match.last].folded in _DASHES and reading.words[match.last + 1].kind == "arabic"
    return dashed and int(reading.words[match.first].folded) in years


def _reached(reading: Reading, i: int) -> bool:
    """Whether a number is what something comes to: سيصل العدد إلى 1920."""
    if i == 0 or reading.words[i - 1].folded != _TO:
        return False
    return any(changes.at(reading, j) for j in range(max(0, i - 1 - _CHANGE_REACH), i - 1))


def feast(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A feast is a time with its year or "next", as one of its days or its eve, alone, or behind a preposition."""
    at = next(i for i in range(match.first, match.last) if reading.at(i, "feasts"))
    license_ = reading.at(at, "feasts")[0].entry.row["license"]
    if license_ == "never" or any(item.analysis.definite for item in reading.at(match.last, "number_words")):
        return False  # عيد الميلاد التسعين is a birthday
    if license_ == "bound" and "unit" in said:
        return False  # فرحة العيد لهذا العام: which of the two is not said
    if "relation" in said or alone(reading, match):
        return True
    behind = placed(reading, match, said, before)
    if license_ == "bound":
        return at > match.first and (behind or not reading.at(match.first, "day_names"))
    return at > match.first or behind or "year" in said or "unit" in said


def first_of_month(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """The first of a month is a day behind a preposition or with its year; أول رمضان is also the first one after."""
    if any(key in said for key in ("year", "relation", "unit", "weekday")) or alone(reading, match):
        return True
    return placed(reading, match, said, before)


def three_days(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Three days in a row are one stretch (أيام 5 و6 و7 نوفمبر), others a list."""
    return said["day_to"] - said["day"] == 2


def month_first(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A day behind its month is one where its number counts nothing (في أغسطس 27 شخصا)."""
    return not counts(reading, match.last) and not reading.at(match.last, "months")


def month_first_going_on(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A day behind its month, and no year, is one where another day follows (من شباط 13 إلى 15 تموز)."""
    to = any(item.entry.row["range"] == "to" for item in reading.at(match.last, "time_joins"))
    return to and is_number(reading, match.last + 1) and bool(reading.at(match.last + 2, "months"))


def figures(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two numbers with a stroke are also scores, shares, laws: a date behind يوم or بتاريخ, or where no more is said.

    What stands alone is one where a nought, or a number too high for a month, says so; the day stands first, but where
    it can be no month.
    """
    first, last = match.first, match.last - 1
    if goes_on_in_figures(reading, match) or (not reading.at(first, "day_names") and counts(reading, match.last)):
        return False
    if "day" in said and reading.words[last].folded == str(said["day"]) and said["day"] <= 12:
        return False  # 5/4 is the fifth of April
    if reading.at(first, "day_names") or reading.at(first - 1, "agreed_words", "date_heads"):
        return True
    if before is not None and before.figures and joined(reading, first, before):
        return True
    padded = any(word.folded.startswith("0") for word in reading.words[first : match.last])
    return alone(reading, match) and ("day" not in said or padded or said["day"] > 12)


def goes_on_in_figures(reading: Reading, match: Candidate) -> bool:
    """Whether a number goes on before or behind the match: 21/09/2013/05 is no date."""
    words, first, last = reading.words, match.first, match.last
    before = first > 1 and words[first - 1].folded in _STROKES and words[first - 2].kind == "digits"
    behind = last < len(words) and words[last].folded in _STROKES and reading.tight(last)
    return (before and reading.tight(first)) or behind


def by_itself(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A weekday and a rank are a date only where no more is said: "the eighth Friday" is also one of protests."""
    return alone(reading, match)


def decade(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Decades are also ages: في الأربعينيات من عمره."""
    behind = range(match.last, min(match.last + 3, len(reading.words)))
    if ages(reading, behind):
        return False
    items = [item for i in range(match.first, match.last) for item in reading.at(i, "decades")]
    return any(item.analysis.definite for item in items) or match.last - match.first > 1


def numbered_month(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number behind شهر is that of a month beside a year, a day or "last", or where nothing is counted by it."""
    if match.first > 0 and reading.at(match.first - 1, "every_words"):
        return False
    if counts(reading, match.last) or is_number(reading, match.last):
        return False
    if any(said.get(key) is not None for key in (*_BESIDE, "nth", "portion")):
        return True
    behind = reading.words[match.last] if match.last < len(reading.words) else None
    return behind is None or behind.kind == "mark" or not behind.keys.isdisjoint(("prepositions", "time_links"))


def ranked_month(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """The ninth month is one of the calendar beside a year, or a day where no "of" says of what (من الحمل)."""
    if said.get("year") is not None or said.get("unit"):
        return True
    goes_on = match.last < len(reading.words) and reading.words[match.last].folded == _OF
    return not goes_on and any(said.get(key) is not None for key in ("day", "nth", "portion"))
