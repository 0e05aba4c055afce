"""What looks like a time and is none: ages, ranks, names, counts, and words that mean a month only in company.

Each rule that needs its neighbourhood looked at says so (``license``), and so does each month that is also another word
(`months.tsv`). The judgement is made here, by the words around the match, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.dates import calendars
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.fold import fold_text
from analysis.text.number_words import AND
from analysis.text.read import Item, Reading

_JOINS = frozenset({"-", "–", "/", "،"})
_ENOUGH = frozenset({
    "months", "weekdays", "relative_days", "time_references", "placed_references", "time_units", "repeats", "decades",
    "feasts", "then_words", "recently_words", "year_parts", "parts_of_day", "spoken_days", "at_once",
})  # fmt: skip
_COMPANY = _ENOUGH | {"seasons", "deictics", "clock_zones", "clock_fractions"}
_COMPANY_REACH = 6
_REACH = {
    "this_words": 1, "several_words": 1, "every_words": 3, "portions": 3, "time_anchors": 5, "number_words": 6,
    "digits": 5,
}  # fmt: skip
_DATE_SIGNS = frozenset({":", "/", "-", "."})
_ASIDE = frozenset({"(", "[", ")", "]", "،", ",", "-", "–", '"', "«", "»"})
_OPENS = frozenset({"(", "[", "«", '"'})
_CURRENCY = frozenset({"$", "%", "٪", "€"})
_BESIDE = ("day", "year", "unit", "relation", "shift", "day_to", "part", "weekday", "then")
_QUOTES = frozenset('"“”«»')
_AROUND_AGES = 3
_COMMAS = frozenset({"،", ","})
_GROWN = 11
"""So many years behind a comma are an age (سعاد، 72 عاما من حلب)."""
_LONGEST_LINK = 3
_BEHIND_HOURS = frozenset({
    "prepositions", "clause_words", "time_links", "time_joins", "parts_of_day", "weekdays", "relative_days", "months",
})  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1850, 2080
_FIRST_BRACKETED, _LAST_BRACKETED = 1900, 2040
"""Years that a number alone in brackets may be."""
_LIFE = 100
_PLAY_REACH = 12
_CHANGE_REACH = 5
_TO = "الي"
_BETWEEN = "بين"
_IN = "في"
_ALEF = "ا"
_THEIRS = ("ها", "هما", "كما", "نا")
_SHORTEST_NOUN = 3
_TANWEEN = "\u064b"
_LAM = "ل"


def has_company(reading: Reading, i: int) -> bool:
    """Whether a word that is a time only in company (a number, قبل, هذا) may have some: a quick look before any rule.

    A number needs a unit, a month or the like within a few words, or a sign of dates and clocks right behind it.
    """
    keys = reading.words[i].keys
    if not keys.isdisjoint(_ENOUGH):
        return True
    if "digits" in keys and len(reading.words[i].folded) == 4:
        return True
    reach = max((_REACH[key] for key in keys if key in _REACH), default=_COMPANY_REACH)
    for word in reading.words[i + 1 : i + 1 + reach]:
        if not word.keys.isdisjoint(_COMPANY):
            return True
    if "digits" in keys:
        return any(word.folded in _DATE_SIGNS for word in reading.words[i + 1 : i + 3])
    return not keys.isdisjoint(("time_anchors", "portions")) and any(
        "digits" in word.keys and len(word.folded) == 4 for word in reading.words[i + 1 : i + 3]
    )


def is_time(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether ``match`` is a time where it stands.

    ``said`` is what its elements say together, ``before`` the expression found last.
    """
    if said.get("month") is not None and not _month_holds(reading, match, said, before):
        return False
    if said.get("month") and not said.get("year") and _is_name(reading, match.first, said):
        return False
    if "unit" in said and not _unit_holds(reading, match, said):
        return False
    if match.rule.means.get("shape") == "ref" and (_goes_on(reading, match.last) or _describes(reading, match)):
        return False
    if said.get("weekday") and match.last - match.first == 1 and _are_two(reading, match):
        return False
    if "year" in said and "day" in said and "month" in said:
        figures = all(reading.words[i].kind != "arabic" for i in (match.first, match.last - 1))
        if not _exists(said) or (figures and _goes_on_in_figures(reading, match)):
            return False
    wanted = str(match.rule.means.get("license", said.get("license", "")))
    check = _CHECKS.get(wanted)
    return check is None or check(reading, match, said, before)


def is_no_event(reading: Reading, i: int) -> bool:
    """Whether token ``i`` names no event to count from: a time or now ("بعد أسبوع من الآن"), or a set phrase."""
    return bool(
        reading.at(
            i,
            "time_references",
            "relative_days",
            "weekdays",
            "months",
            "time_units",
            "this_words",
            "no_events",
            "time_links",
        )
    )


def ending_at(reading: Reading, i: int, *classes: str) -> list[Item]:
    """Return the entries of these classes, of up to three words, that end right before token ``i``; the longest first."""
    before = (item for at in range(max(0, i - _LONGEST_LINK), i) for item in reading.at(at, *classes))
    return [item for item in before if item.last == i]


def linked(reading: Reading, i: int, before: Written | None) -> bool:
    """Whether a preposition of time stands before token ``i``, written apart or with it, or another time joins it."""
    if i == 0:
        return False
    if reading.at(i - 1, "time_links", "about_words"):
        return True
    return joined(reading, i, before)


def joined(reading: Reading, i: int, before: Written | None) -> bool:
    """Whether the time found last stands right before token ``i``, with no more than و or إلى between."""
    if before is None:
        return False
    between = range(before.last, i)
    return len(between) <= 1 and all(
        reading.words[at].folded in _JOINS or "time_joins" in reading.words[at].keys for at in between
    )


def _month_holds(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    license_ = said.get("license", "free")
    if license_ not in {"placed", "bound", "dated"}:
        return True
    if license_ == "dated":
        return said.get("day") is not None and "year" in said
    if any(said.get(key) is not None for key in _BESIDE):
        return True
    first = _first_month(reading, match)
    if any("prep" in item.analysis.before for item in reading.at(first, "months")):
        return license_ == "placed"
    if joined(reading, first, before) and before is not None and before.month is not None:
        return True
    return license_ == "placed" and (linked(reading, match.first, before) or "portion" in said or match.first != first)


def _unit_holds(reading: Reading, match: Candidate, said: Mapping[str, Any]) -> bool:
    """Whether a unit is meant as a time: not اليوم الأول, the name of a paper, the final week of something."""
    if said["unit"] == "day" and said.get("shift") is not None and reading.at(match.last - 1, "relative_days"):
        if match.last < len(reading.words) and (
            reading.at(match.last, "today_followers") or _is_rank(reading, match.last)
        ):
            return False
        return not _is_title(reading, match) and not _is_rate(reading, match, said)
    recent = reading.at(match.last - 1, "deictics")
    if recent and recent[0].entry.row["place"] == "recent" and said.get("count") == "1":
        return not reading.at(match.last, "part_of_words")
    if said["unit"] == "year" and reading.at(match.last, "year_kinds"):
        return False
    if said["unit"] == "year" and match.rule.means.get("shape") == "then" and reading.at(match.first - 1, "titles"):
        return False  # الأمين العام السابق
    if said.get("amount") is not None and match.last < len(reading.words) and reading.at(match.last, "number_heads"):
        return False
    repeated = [item.entry.row["unit"] for item in reading.at(match.first - 1, "time_units")]
    return not (match.rule.name == "hence" and said["unit"] in repeated)  # يوما بعد يوم


def _is_rate(reading: Reading, match: Candidate, said: Mapping[str, Any]) -> bool:
    """Whether a price or a rate is told for one night: 60 دولارا في الليلة."""
    tonight = said.get("part") is not None and said.get("shift") == 0 and match.last - match.first == 1
    return tonight and match.first > 0 and reading.words[match.first - 1].folded == _IN


def _is_title(reading: Reading, match: Candidate) -> bool:
    """Whether اليوم is the name of a paper or channel: in marks by itself, or behind صحيفة."""
    if match.first == 0:
        return False
    if reading.at(match.first - 1, "today_titles"):
        return True
    marks = reading.words[match.first - 1].folded in _QUOTES
    return marks and match.last < len(reading.words) and reading.words[match.last].folded in _QUOTES


def _is_rank(reading: Reading, i: int) -> bool:
    return any(
        item.entry.row["part"] in {"ordinal", "ordinal_head"} and item.analysis.definite
        for item in reading.at(i, "number_words")
    )


def _exists(said: Mapping[str, Any]) -> bool:
    """Whether the calendar has the day: 31/02/2013 is none."""
    try:
        calendars.day_of(said.get("calendar", "gregorian"), said["year"], said["month"], said["day"])
    except OverflowError:
        return True  # a Hijri year beyond the tables
    except ValueError:
        return said.get("calendar") == "hijri"
    return True


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether a relative clause or an hour follows: في اللحظة التي تبدأ فيها, حدود الساعة الثالثة are no "now"."""
    if i >= len(reading.words):
        return False
    if reading.at(i - 1, "time_units") and not reading.words[i].keys.isdisjoint(("digits", "number_words")):
        return True
    return any(item.entry.row["opens"] == "relative" for item in reading.at(i, "clause_words"))


def _describes(reading: Reading, match: Candidate) -> bool:
    """Whether an adverb is the adjective of an indefinite noun before it: وزيرا سابقا, توترا قديما."""
    if match.first == 0 or match.last - match.first > 1:
        return False
    noun, word = reading.words[match.first - 1], reading.words[match.first].folded
    if not word.endswith(_ALEF) or noun.kind != "arabic" or len(noun.folded) <= _SHORTEST_NOUN:
        return False
    accusative = noun.folded.endswith(_ALEF) and not noun.folded.endswith(_THEIRS)
    return accusative and not _is_verb(reading, match.first - 1)


def _is_verb(reading: Reading, i: int) -> bool:
    return bool(reading.at(i, "event_verbs", "speech_verbs", "past_verbs"))


def _are_two(reading: Reading, match: Candidate) -> bool:
    """Whether "between" stands before the only weekday: الجمع بين الاثنين speaks of two things."""
    if match.first == 0 or reading.words[match.first - 1].folded != _BETWEEN:
        return False
    return match.last < len(reading.words) and not reading.words[match.last].folded.startswith(AND)


def _first_month(reading: Reading, match: Candidate) -> int:
    return next((i for i in range(match.first, match.last) if reading.at(i, "months")), match.first)


def _is_name(reading: Reading, i: int, said: Mapping[str, Any]) -> bool:
    """Whether a date, or the month of one, is part of a name: شارع 17 تموز, ثورة 25 يناير."""
    first = i - 1 if i > 0 and reading.words[i - 1].kind == "digits" else i
    heads = (item for at in {first, i} if at > 0 for item in reading.at(at - 1, "name_heads"))
    if any(not item.analysis.definite for item in heads):
        return True  # مدينة 6 أكتوبر, but not المدينة
    reach = 1 if "day" in said else _LONGEST_RANK
    named = [item.entry.row for at in range(i - reach, i) for item in reading.at(at, "named_days")]
    return any((int(row["month"]), int(row["day"])) == (said["month"], said.get("day", int(row["day"]))) for row in named)


def _year(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number of four digits is a year behind a preposition, or joined to a year, and counts nothing."""
    year = said["year"]
    if _in_brackets(reading, match):
        return _FIRST_BRACKETED <= year <= _LAST_BRACKETED
    if _reached(reading, match.first):
        return False
    if year % 100 == 0 and match.last - match.first == 1:
        return False
    if not _FIRST_YEAR <= year <= _LAST_YEAR or _counts(reading, match.last):
        return False
    if joined(reading, match.first, before) and before is not None and before.year is not None and before.month is None:
        return True
    return _placed(reading, match, said, before) and not reading.at(match.first - 1, "about_words")


def _year_of_a_part(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number of four digits behind "at the end of" is a year, if it counts nothing."""
    return _FIRST_YEAR <= said["year"] <= _LAST_YEAR and not _counts(reading, match.last)


def _two_years(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two years under one dual are one time, where they lie in their order ("عامي 2012 و2015")."""
    return said["year_to"] > said["year"]


def _year_part(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
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


def _row_of_years(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two numbers with a dash are years where the second is the later by less than a life, and they count nothing."""
    first, last = said["year"], said["year_to"]
    if not _FIRST_YEAR <= first < last <= min(_LAST_YEAR, first + _LIFE) or _counts(reading, match.last):
        return False
    marked = reading.words[match.last - 1].kind == "arabic"
    return marked or linked(reading, match.first, before) or _is_noun_before(reading, match.first)


def _is_noun_before(reading: Reading, i: int) -> bool:
    return i > 0 and (reading.words[i - 1].kind == "arabic" or reading.words[i - 1].folded in _OPENS)


def _in_brackets(reading: Reading, match: Candidate) -> bool:
    """Whether a number stands alone in brackets behind a word: قصر الرياضة (1967)."""
    if match.first < 2 or match.last >= len(reading.words):
        return False
    around = reading.words[match.first - 1].folded + reading.words[match.last].folded
    return around in {"()", "[]"} and reading.words[match.first - 2].kind == "arabic"


def _reached(reading: Reading, i: int) -> bool:
    """Whether a number is what something comes to: سيصل العدد إلى 1920."""
    if i == 0 or reading.words[i - 1].folded != _TO:
        return False
    return any(reading.at(j, "changes") for j in range(max(0, i - 1 - _CHANGE_REACH), i - 1))


def _counts(reading: Reading, i: int) -> bool:
    """Whether what stands at token ``i`` is counted by the number before it, or goes on with the number."""
    if i >= len(reading.words):
        return False
    word = reading.words[i]
    if word.kind == "digits" or word.surface in _CURRENCY:
        return reading.tight(i) or word.surface in _CURRENCY
    if word.folded in {".", ",", ":"} and i + 1 < len(reading.words) and reading.words[i + 1].kind == "digits":
        return reading.tight(i) and reading.tight(i + 1)
    return not word.keys.isdisjoint(("time_units", "currencies", "units")) or word.folded in _counted()


@cache
def _counted() -> frozenset[str]:
    """Return what a number above ten counts, folded: the singular, as it is and in the accusative."""
    forms = {fold_text(row["form"]) for row in lexicon.rows("counted_nouns") if row["number"] == "one"}
    return frozenset(forms | {form + _ALEF for form in forms})


def _clock(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """An hour is one with الساعة, a part of the day or a zone; two numbers with a colon need a preposition.

    So they do where they are a whole line.
    """
    if said.get("license") == "spoken hour" and not _spoken_hour(reading, match, said, before):
        return False
    bare = reading.words[match.first].kind == "digits" and match.last - match.first in {3, 5}
    if bare and _counts(reading, match.last):
        return False
    if not bare or "part" in said or "zone" in said or linked(reading, match.first, before):
        return True
    if said["hour"] < 24 and _is_whole(reading, match):
        return True
    return match.first > 0 and reading.words[match.first - 1].folded in _OPENS


def _spoken_hour(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """An hour by its number is one where no noun follows that it may count: في الساعة ثلاثة جنود holds none."""
    if "minute" in said or match.last >= len(reading.words) or reading.words[match.last].kind != "arabic":
        return True
    return not reading.words[match.last].keys.isdisjoint(_BEHIND_HOURS)


def _spoken_day(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A word for a day that is another word too is one as a whole text, or with a part of the day or an hour."""
    return "part" in said or "hour" in said or _is_whole(reading, match)


def _is_whole(reading: Reading, match: Candidate) -> bool:
    """Whether a match is all that its sentence says, but for a stop."""
    sentence = reading.sentence_of(match.start)
    return sentence.start == match.start and sentence.end - match.end <= 1


def _so_often(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """ "Twice a week" is one where no certain week is meant (في الأسبوع الماضي), and no rank (أول مرة في العام)."""
    if match.first > 0 and any("ordinal" in item.entry.row["part"] for item in reading.at(match.first - 1, "number_words")):
        return False
    if match.last >= len(reading.words) or reading.words[match.last].kind == "mark":
        return True
    return not reading.words[match.last].keys.isdisjoint(("prepositions", "clause_words", "time_links"))


def _whole(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    return _is_whole(reading, match)


def _part_of_day(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A part of the day by itself is a time as an adverb (صباحا, مساء)."""
    surface = reading.words[match.first].surface
    if said.get("alone") != "yes":
        return False
    if match.last - match.first > 1 or (_is_whole(reading, match) and not _is_definite(reading, match.first)):
        return True
    adverb = _TANWEEN in surface or any(item.analysis.after for item in reading.at(match.first, "parts_of_day"))
    following = reading.words[match.last].folded if match.last < len(reading.words) else ""
    return adverb and not following.startswith("و")


def _length(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A number of years behind a word of age, or alone in brackets behind a person, is an age."""
    start = match.first
    if start > 1 and reading.words[start - 1].folded == "/" and reading.words[start - 2].kind == "digits":
        return False  # the lower half of a fraction
    if said.get("unit") == "second" and said.get("count") == "1" and said.get("amount", 1) == 1:
        return False
    if not _agrees(said) or _names_next(reading, match.last, said):
        return False
    if said.get("unit") != "year" and said.get("unit") != "month":
        return True
    if reading.at(start - 1, "under_words"):
        return False
    for i in range(max(0, start - _AROUND_AGES), start):
        if reading.at(i, "number_heads"):
            return False
    behind = range(match.last, min(match.last + 2, len(reading.words)))
    if any(reading.at(i, "number_heads") for i in behind):
        return False
    opened = start > 0 and reading.words[start - 1].folded in _ASIDE
    closed = match.last < len(reading.words) and reading.words[match.last].folded in _ASIDE
    set_off = opened and reading.words[start - 1].folded in _COMMAS and said.get("amount", 0) >= _GROWN
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
        return bool(reading.at(i, "weekdays", "relative_days")) or _is_number(reading, i)
    return reading.words[i].kind == "digits" and said["unit"] == "year"


def _one_unit(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A unit without a number is a length behind لمدة, خلال, على مدى and the like."""
    if match.first == 0 or (match.last < len(reading.words) and reading.at(match.last, "weekdays", "months")):
        return False
    if said.get("count") == "many" and match.last < len(reading.words) and _is_definite(reading, match.last):
        return False  # خلال أيام العيد, سنوات الدراسة: no length, but what the days are of
    if _behind_lam(reading, match.first):
        if said["unit"] == "decade" and said.get("count") == "1":
            return match.last == len(reading.words) or reading.words[match.last].kind == "mark"  # لعقد اجتماع
        return said["unit"] not in {"day", "hour", "minute", "second"} or said.get("count") == "many"
    return bool(ending_at(reading, match.first, "length_links")) or match.last - match.first > 1


def _behind_lam(reading: Reading, i: int) -> bool:
    """Whether ل is written with the unit at token ``i``: توقف لسنوات."""
    prefixed = any("prep" in item.analysis.before for item in reading.at(i, "time_units"))
    return prefixed and _LAM in reading.words[i].folded[:2]


def _is_definite(reading: Reading, i: int) -> bool:
    return reading.words[i].folded.startswith("ال") or bool(reading.at(i, "feasts"))


def _placed(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    return match.first > 0 and bool(reading.at(match.first - 1, "time_links"))


def _feast(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A feast is a time with its year or "next", as one of its days or its eve, alone, or behind a preposition."""
    at = next(i for i in range(match.first, match.last) if reading.at(i, "feasts"))
    license_ = reading.at(at, "feasts")[0].entry.row["license"]
    if license_ == "never" or any(item.analysis.definite for item in reading.at(match.last, "number_words")):
        return False  # عيد الميلاد التسعين is a birthday
    if "relation" in said or _alone(reading, match):
        return True
    placed = _placed(reading, match, said, before)
    if license_ == "bound":
        return at > match.first and (placed or not reading.at(match.first, "day_names"))
    return at > match.first or placed or "year" in said or "unit" in said


def _first_of_month(
    reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None
) -> bool:
    """The first of a month is a day behind a preposition or with its year; أول رمضان is also the first one after."""
    if any(key in said for key in ("year", "relation", "unit", "weekday")) or _alone(reading, match):
        return True
    return _placed(reading, match, said, before)


def _month_first(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A day behind its month is one where its number counts nothing (في أغسطس 27 شخصا)."""
    return not _counts(reading, match.last)


def _figures(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Two numbers with a stroke are also scores, shares, laws: a date behind يوم or بتاريخ, or where no more is said.

    What stands alone is one where a nought, or a number too high for a month, says so; the day stands first, but where
    it can be no month.
    """
    first, last = match.first, match.last - 1
    if _goes_on_in_figures(reading, match) or (not reading.at(first, "day_names") and _counts(reading, match.last)):
        return False
    if "day" in said and reading.words[last].folded == str(said["day"]) and said["day"] <= 12:
        return False  # 5/4 is the fifth of April
    if reading.at(first, "day_names") or reading.at(first - 1, "agreed_words", "date_heads"):
        return True
    if before is not None and before.figures and joined(reading, first, before):
        return True
    padded = any(word.folded.startswith("0") for word in reading.words[first : match.last])
    return _alone(reading, match) and ("year" in said or padded or said["day"] > 12)


def _goes_on_in_figures(reading: Reading, match: Candidate) -> bool:
    """Whether a number goes on before or behind the match: 21/09/2013/05 is no date."""
    words, first, last = reading.words, match.first, match.last
    before = first > 1 and words[first - 1].folded in _STROKES and words[first - 2].kind == "digits"
    behind = last < len(words) and words[last].folded in _STROKES and reading.tight(last)
    return (before and reading.tight(first)) or behind


def _by_itself(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A weekday and a rank are a date only where no more is said: "the eighth Friday" is also one of protests."""
    return _alone(reading, match)


def _alone(reading: Reading, match: Candidate) -> bool:
    """Whether nothing but the match stands in its sentence, marks aside."""
    sentence = reading.sentence_of(match.start)
    around = (sentence.start, match.start), (match.end, sentence.end)
    return not any(letter.isalnum() for start, end in around for letter in reading.source[start:end])


def _dated_clock(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    return "minute" in said


def _decade(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Decades are also ages: في الأربعينيات من عمره."""
    behind = range(match.last, min(match.last + 3, len(reading.words)))
    if any(reading.at(i, "number_heads") for i in behind):
        return False
    items = [item for i in range(match.first, match.last) for item in reading.at(i, "decades")]
    return any(item.analysis.definite for item in items) or match.last - match.first > 1


def _behind_a_verb(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether a verb of the past stands close before, with no more than its subject between: أعلنت الشركة أخيرا."""
    if match.last < len(reading.words) and reading.words[match.last].surface in _ASIDE:
        return False
    for i in range(match.first - 1, max(-1, match.first - 1 - _VERB_REACH), -1):
        word = reading.words[i]
        if word.kind == "mark" or not word.keys.isdisjoint({"prepositions", "clause_words"}):
            return False
        for item in reading.at(i, "event_verbs", "speech_verbs", "past_verbs"):
            if item.entry.cls == "past_verbs" or item.entry.row.get("aspect") == "past":
                return True
    return False


def _numbered_month(
    reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None
) -> bool:
    """A number behind شهر is that of a month beside a year, a day or "last", or where nothing is counted by it."""
    if match.first > 0 and reading.at(match.first - 1, "every_words"):
        return False
    if _counts(reading, match.last) or _is_number(reading, match.last):
        return False
    if any(said.get(key) is not None for key in (*_BESIDE, "nth", "portion")):
        return True
    behind = reading.words[match.last] if match.last < len(reading.words) else None
    return behind is None or behind.kind == "mark" or not behind.keys.isdisjoint(("prepositions", "time_links"))


def _ranked_month(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """The ninth month is one of the calendar beside a year, or a day where no "of" says of what (من الحمل)."""
    if said.get("year") is not None or said.get("unit"):
        return True
    goes_on = match.last < len(reading.words) and reading.words[match.last].folded == _OF
    return not goes_on and any(said.get(key) is not None for key in ("day", "nth", "portion"))


def _is_number(reading: Reading, i: int) -> bool:
    return i < len(reading.words) and reading.words[i].kind == "digits"


_OF = "من"
_LONGEST_RANK = 4
"""Words of a day in words with من before its month (الحادي عشر من)."""
_STROKES = frozenset({"/", "-"})
_VERB_REACH = 4

_CHECKS = {
    "year": _year,
    "numbered month": _numbered_month,
    "ranked month": _ranked_month,
    "year of a part": _year_of_a_part,
    "two years": _two_years,
    "year part": _year_part,
    "a row of years": _row_of_years,
    "clock": _clock,
    "spoken hour": _spoken_hour,
    "spoken": _spoken_day,
    "so often": _so_often,
    "whole": _whole,
    "part of day": _part_of_day,
    "length": _length,
    "one unit": _one_unit,
    "behind": _placed,
    "feast": _feast,
    "first of a month": _first_of_month,
    "month first": _month_first,
    "alone": _by_itself,
    "figures": _figures,
    "dated clock": _dated_clock,
    "decade": _decade,
    "behind a verb": _behind_a_verb,
}
