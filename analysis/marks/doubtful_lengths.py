"""Lengths of time that may be none: ages, adjectives, and units that belong to what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis import lexicon
from analysis.dates.interval import BELOW_DAY
from analysis.marks.time_around import (
    ASIDE,
    COMMAS,
    ages,
    ending_at,
    in_marks,
    is_definite,
    is_number,
    particle,
    placed,
)
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.number_words import AND, ARTICLE
from analysis.text.read import Reading
from analysis.text.tokens import Word

_AROUND_AGES = 3
_GROWN = 11
"""So many years behind a comma are an age (سعاد، 72 عاما من حلب)."""
_OF_NAMES = frozenset({"name_words", "people"})
_NAMES_ONE = frozenset({"this_words", "same_words", "deictics", "order_words", "number_words", "months", "weekdays"})
_LAM = "ل"
_BY = "ب"
_NUMBERS = frozenset({"digits", "number_words"})
_LONGEST_AMOUNT = 6
"""Words of a number before a unit that another unit goes on."""
_FROM = "من"
_IN = particle("in")
_ABOUT = particle("about")
_DEATH_REACH = 8
_VERB_REACH = 5
"""Words from a verb, or a superlative, to the unit that says how long."""
_NO_NOUNS = frozenset({
    "prepositions", "clause_words", "time_links", "about_words", "event_verbs", "speech_verbs", "past_verbs",
})  # fmt: skip
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
    first = _range_start(reading, _joined_start(reading, start))
    if said.get("unit") not in {"year", "month"} and first == start:
        return not any(reading.at(i, "age_words") for i in range(max(0, start - _AROUND_AGES), start))
    if _is_below(reading, start) or _is_age(reading, first, start) or _of_one(reading, start, said):
        return False
    behind = range(match.last, min(match.last + 2, len(reading.words)))
    if ages(reading, behind) or _of_a_name(reading, match, said) or _of_the_dead(reading, start):
        return False
    opened = start > 0 and reading.words[start - 1].folded in ASIDE
    closed = match.last < len(reading.words) and reading.words[match.last].folded in ASIDE
    set_off = opened and reading.words[start - 1].folded in COMMAS and said.get("amount", 0) >= _GROWN
    return not (opened and (closed or set_off))


def _is_below(reading: Reading, start: int) -> bool:
    """Whether people are below or above an age: منتخب دون 20 عاما، وهم فوق الـ18 عاما."""
    before = start - 1 - (start > 0 and reading.words[start - 1].folded == ARTICLE)
    return bool(reading.at(before, "under_words"))


def _of_one(reading: Reading, start: int, said: Mapping[str, Any]) -> bool:
    """Whether a number in brackets says how old somebody is: سعودي الجنسية (33) سنة, and not for how long (لمدة)."""
    if reading.words[start].kind != "mark" or said.get("amount", 0) < _GROWN or start == 0:
        return False
    lasting = {"prepositions", "length_links", "time_links", "about_words", "bounds", "time_units"}
    lasts = any(reading.at(i, "lasting_verbs") for i in range(max(0, start - _VERB_REACH), start))
    return not lasts and reading.words[start - 1].keys.isdisjoint(lasting)


def _is_age(reading: Reading, first: int, start: int) -> bool:
    """Whether a word of age stands before, and none of how long something lasts: تبلغ مدة التدريب سنتين."""
    around = range(max(0, first - _AROUND_AGES), start)
    return any(reading.at(i, "number_heads") for i in around) and not any(
        reading.at(i, "length_links") for i in range(max(0, first - _AROUND_AGES - 1), start)
    )


def _of_a_name(reading: Reading, match: Candidate, said: Mapping[str, Any]) -> bool:
    """Whether years stand right behind a name of two words, and a pronoun takes it up: إيفا اوريش 74 عاما وهي."""
    if match.first < 2 or said.get("amount", 0) < _GROWN or match.last >= len(reading.words):
        return False
    named = all(_may_name(word) for word in reading.words[match.first - 2 : match.first])
    return named and reading.words[match.last].folded in lexicon.forms("she_and_he")


def _of_the_dead(reading: Reading, start: int) -> bool:
    """Whether somebody dies at an age: توفيت الأربعاء عن 83 عاما."""
    if start == 0 or reading.words[start - 1].folded != _ABOUT:
        return False
    before = range(max(0, start - _DEATH_REACH), start)
    died = (item for i in before for item in reading.at(i, "event_verbs", "event_nouns"))
    return any(item.entry.row["class"] == "die" for item in died)


def _may_name(word: Word) -> bool:
    return word.kind == "arabic" and word.keys <= _OF_NAMES and word.folded not in lexicon.forms("everyday_words")


def _joined_start(reading: Reading, start: int) -> int:
    """Return where a length begins that the one at ``start`` goes on: "43 عاما وثلاثة أيام" is one age or length."""
    written = reading.words[start].folded.startswith(AND)
    last = start - 1 - (not written and start > 0 and reading.words[start - 1].folded == AND)
    if last < 1 or (not written and last == start - 1) or "time_units" not in reading.words[last].keys:
        return start
    first = last
    while first > max(0, last - _LONGEST_AMOUNT) and not reading.words[first - 1].keys.isdisjoint(_NUMBERS):
        first -= 1
    return first


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
    if reading.at(match.last, "time_tails"):
        return True
    if said.get("count") == "many" and match.last < len(reading.words) and is_definite(reading, match.last):
        return False  # خلال أيام العيد, سنوات الدراسة: no length, but what the days are of
    if said.get("count") == "many" and any(item.analysis.after for item in reading.at(match.last, "life_words")):
        return False  # خلال سنوات عمره
    if said.get("count") == "many" and reading.at(match.last, "places"):
        return False  # أيام قرطاج السينمائية
    if _behind_lam(reading, match.first):
        if said["unit"] == "decade" and said.get("count") == "1":
            return match.last == len(reading.words) or reading.words[match.last].kind == "mark"  # لعقد اجتماع
        return said["unit"] not in {"day", *BELOW_DAY} or said.get("count") == "many"
    if _behind_event(reading, match.first) or _begins_range(reading, match) or _within(reading, match, said):
        return True
    if _lasts(reading, match) or _since_when_highest(reading, match):
        return True
    if said["unit"] == "decade" and said.get("count") == "1" and _goes_on(reading, match.last):
        return False  # خلال عقد اجتماع
    return bool(ending_at(reading, match.first, "length_links")) or match.last - match.first > 1


def _lasts(reading: Reading, match: Candidate) -> bool:
    """Whether a unit says how long a verb lasts (أمضى في السجن عاما), and is no adjective (بقي أمينا عاما)."""
    i = match.first - 1
    if match.last < len(reading.words) and (
        is_definite(reading, match.last) or not reading.words[match.last].keys.isdisjoint(_NAMES_ONE | {"digits"})
    ):
        return False
    if "time_links" in reading.words[i].keys or (_may_describe(reading, match.first) and not _stands_free(reading, i)):
        return False
    for j in range(i, max(-1, i - _VERB_REACH), -1):
        if reading.at(j, "lasting_verbs"):
            return True
        if reading.words[j].kind != "arabic" or reading.at(j, "time_units", "clause_words"):
            return False
    return False


def _may_describe(reading: Reading, i: int) -> bool:
    """Whether the unit is the masculine word for a year, which is also an adjective (عام)."""
    units = (item.entry.row for item in reading.at(i, "time_units"))
    return any(row["unit"] == "year" and not row["form"].endswith("ة") for row in units)


def _stands_free(reading: Reading, i: int) -> bool:
    """Whether no noun stands at token ``i`` that an adjective behind it may be of."""
    known = not reading.words[i].keys.isdisjoint(("lasting_verbs", "prepositions"))
    return known or is_definite(reading, i)


def _since_when_highest(reading: Reading, match: Candidate) -> bool:
    """Whether a unit says how far back a superlative goes: أدنى مستوى في أسبوع."""
    i = match.first - 1
    if reading.words[i].folded != _IN or _goes_on(reading, match.last):
        return False
    return any(reading.at(j, "superlatives") for j in range(max(0, i - _VERB_REACH), i))


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether a noun follows that says which one is meant (ساعة ذروة, عقد اجتماع)."""
    if i >= len(reading.words) or reading.words[i].kind == "mark":
        return False
    return reading.words[i].keys.isdisjoint(_NO_NOUNS)


def _begins_range(reading: Reading, match: Candidate) -> bool:
    """Whether a unit is the shorter end of a range of lengths: زيادة الراحة من يوم إلى يومين."""
    if match.last + 1 >= len(reading.words) or reading.words[match.first - 1].folded != _FROM:
        return False
    if not any(item.entry.row["range"] == "to" for item in reading.at(match.last, "time_joins")):
        return False
    longer = reading.words[match.last + 1 : match.last + 3]
    return any("time_units" in word.keys and not word.folded.startswith("ال") for word in longer)


def _within(reading: Reading, match: Candidate, said: Mapping[str, Any]) -> bool:
    """Whether في makes units the time that something takes, and nothing says what they are of: يعبر البلاد في دقائق."""
    if said.get("count") != "many" or reading.words[match.first - 1].folded != _IN:
        return False
    if match.last >= len(reading.words) or reading.words[match.last].kind == "mark":
        return True
    return not reading.words[match.last].keys.isdisjoint(("time_links", "clause_words", "prepositions"))


def two_of_something(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A dual before a definite noun is so long of that (سنتي التجربة); before numbers it is years (عامي 2014 و2015)."""
    last = match.last
    if said["unit"] != "year" or last >= len(reading.words) or reading.words[last].kind != "arabic":
        return False
    return is_definite(reading, last) and not reading.at(last, "number_words", "deictics")


def share(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A share is one of a unit where no larger number goes before it: مليار ونصف سنة holds no half a year."""
    if not any("conj" in item.analysis.before for item in reading.at(match.first, "number_words")):
        return True
    return match.first == 0 or reading.words[match.first - 1].keys.isdisjoint(_NUMBERS)


def _range_start(reading: Reading, start: int) -> int:
    """Return where a range begins that ends in the number at ``start``: "من 5 إلى 15 عاما" is one of ages or none."""
    between = start > 1 and "time_joins" in reading.words[start - 1].keys
    return start - 2 if between and reading.words[start - 2].kind == "digits" else start


def single_unit(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Something comes again in a single day or longer (في اليوم الواحد); in a minute it is a speed."""
    return said["unit"] not in BELOW_DAY and placed(reading, match, said, before)


def rough(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """A definite unit behind a word of about or more is a length (قرابة السنة) where nothing says which one is meant.

    "Than today" and "than the hour" compare with a day, "more than last year" with a year.
    """
    if said["unit"] in {"day", *BELOW_DAY} and said.get("count") == "1":
        return False
    if not any(item.entry.row["place"] == "before" for item in ending_at(reading, match.first, "about_words")):
        return False
    if match.last >= len(reading.words):
        return True
    word = reading.words[match.last]
    named = word.kind == "digits" or not word.keys.isdisjoint(_NAMES_ONE)
    return not named and not is_definite(reading, match.last)


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
