"""What looks like a time and is none: ages, ranks, names, counts, and words that mean a month only in company.

Each rule that needs its neighbourhood looked at says so (``license``), and so does each month that is also another word
(`months.tsv`). The judgement is made here, by the words around the match, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.dates.interval import BELOW_DAY
from analysis.marks import doubtful_clocks, doubtful_dates, doubtful_lengths
from analysis.marks.futures import is_future_form, is_plan
from analysis.marks.time_around import ASIDE, ages, in_marks, particle, placed
from analysis.marks.time_memo import Candidate
from analysis.marks.written import Written
from analysis.text.number_words import ACCUSATIVE, ARTICLE, TANWEEN
from analysis.text.read import Reading

_NO_EVENTS = (
    "time_references", "relative_days", "weekdays", "months", "time_units", "this_words", "no_events", "time_links",
)  # fmt: skip
_IN = particle("in")
_ABOUT = particle("about")
_SHORTEST_NOUN = 3
_VERB_REACH = 4
_AHEAD_REACH = 8
"""Words from a verb or a plan to "later"."""


def is_time(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether ``match`` is a time where it stands.

    ``said`` is what its elements say together, ``before`` the expression found last.
    """
    if said.get("month") is not None and not doubtful_dates.month_holds(reading, match, said, before):
        return False
    if said.get("month") and not said.get("year") and doubtful_dates.is_name(reading, match.first, said):
        return False
    if ("unit" in said and not _unit_holds(reading, match, said)) or _is_watch(reading, match):
        return False
    if match.rule.means.get("shape") == "then" and (_is_told(reading, match.last) or _is_noun(reading, match)):
        return False
    if match.rule.means.get("shape") == "ref" and (_goes_on(reading, match) or _describes(reading, match)):
        return False
    if said.get("month") and doubtful_dates.is_drawn(reading, match):
        return False
    if said.get("weekday") and match.last - match.first == 1 and doubtful_dates.is_no_weekday(reading, match):
        return False
    if "year" in said and "day" in said and "month" in said:
        figures = all(reading.words[i].kind != "arabic" for i in (match.first, match.last - 1))
        if not doubtful_dates.exists(said) or (figures and doubtful_dates.goes_on_in_figures(reading, match)):
            return False
    wanted = str(match.rule.means.get("license", said.get("license", "")))
    check = _CHECKS.get(wanted)
    return check is None or check(reading, match, said, before)


def is_no_event(reading: Reading, i: int) -> bool:
    """Whether token ``i`` names no event to count from: a time or now ("بعد أسبوع من الآن"), or a set phrase."""
    return bool(reading.at(i, *_NO_EVENTS))


def _unit_holds(reading: Reading, match: Candidate, said: Mapping[str, Any]) -> bool:
    """Whether a unit is meant as a time: not اليوم الأول, the name of a paper, the final week of something."""
    if said["unit"] == "day" and said.get("shift") is not None and reading.at(match.last - 1, "relative_days"):
        if match.last < len(reading.words) and (
            reading.at(match.last, "today_followers") or _is_rank(reading, match.last)
        ):
            return False
        return not (_is_title(reading, match) or _is_rate(reading, match, said) or _became(reading, match))
    recent = reading.at(match.last - 1, "deictics")
    if recent and recent[0].entry.row["place"] == "recent" and said.get("count") == "1":
        return not reading.at(match.last, "part_of_words")
    if said["unit"] == "year" and reading.at(match.last, "year_kinds"):
        return False
    if said["unit"] == "year" and match.rule.means.get("shape") == "then" and reading.at(match.first - 1, "titles"):
        return False  # الأمين العام السابق
    if said.get("amount") is not None and ages(reading, (match.last,)):
        return False
    if said["unit"] in BELOW_DAY and reading.at(match.first, "that_words"):
        return False  # قتل في تلك الساعة ثلاثة جنود
    before = reading.words[match.first - 1].folded if match.first else ""
    if match.rule.name == "hence" and before in lexicon.forms("distance_words"):
        return False  # على بعد تسعة أشهر من
    repeated = [item.entry.row["unit"] for item in reading.at(match.first - 1, "time_units")]
    return not (match.rule.name == "hence" and said["unit"] in repeated)  # يوما بعد يوم


def _is_watch(reading: Reading, match: Candidate) -> bool:
    """Whether this hour may be a watch: nothing sets it in time (يرتدي هذه الساعة, أعلن عن هذه الساعة)."""
    if match.last - match.first != 2 or reading.words[match.first].keys.isdisjoint({"this_words", "same_periods"}):
        return False
    if not any(item.entry.row["unit"] == "hour" for item in reading.at(match.last - 1, "time_units")):
        return False
    before = reading.words[match.first - 1] if match.first else None
    return before is None or "time_links" not in before.keys or before.folded == _ABOUT


def _is_rate(reading: Reading, match: Candidate, said: Mapping[str, Any]) -> bool:
    """Whether a price or a rate is told for one day or night: رحلتين في اليوم, 60 دولارا في الليلة."""
    today = said.get("shift") == 0 and match.last - match.first == 1
    return today and match.first > 0 and reading.words[match.first - 1].folded == _IN


def _became(reading: Reading, match: Candidate) -> bool:
    """Whether غدا is the verb, with what something became behind it: غدا متعذرا."""
    if match.last - match.first > 1 or match.last >= len(reading.words):
        return False
    word, became = reading.words[match.last], reading.words[match.first].folded.endswith(ACCUSATIVE)
    accusative = word.surface.rstrip(TANWEEN).endswith(ACCUSATIVE) and len(word.folded) > _SHORTEST_NOUN
    return became and accusative and word.keys.isdisjoint(("parts_of_day", "places", "name_words"))


def _is_title(reading: Reading, match: Candidate) -> bool:
    """Whether اليوم is the name of a paper or channel: in marks by itself, or behind صحيفة."""
    if match.first == 0:
        return False
    if reading.at(match.first - 1, "today_titles"):
        return True
    return in_marks(reading, match.first, match.last)


def _is_rank(reading: Reading, i: int) -> bool:
    return any(
        item.entry.row["part"] in {"ordinal", "ordinal_head"} and item.analysis.definite
        for item in reading.at(i, "number_words")
    )


def _goes_on(reading: Reading, match: Candidate) -> bool:
    """Whether a relative clause or an hour follows: في اللحظة التي تبدأ فيها, حدود الساعة الثالثة are no "now".

    These days are now, whatever is said of them ("هذه الأيام التي تشهد").
    """
    i = match.last
    if i >= len(reading.words) or reading.at(match.first, "this_words"):
        return False
    if reading.at(i - 1, "deictics"):
        return False  # السنوات الماضية التي شهدت
    if reading.at(i - 1, "time_units") and not reading.words[i].keys.isdisjoint(("digits", "number_words")):
        return True
    return _is_told(reading, i)


def _is_noun(reading: Reading, match: Candidate) -> bool:
    """Whether a noun with a pronoun stands behind a preposition: انتهت المباراة في وقتها الأصلي."""
    if match.first == 0 or match.last - match.first > 1:
        return False
    noun = any(item.entry.row["noun"] == "yes" for item in reading.at(match.first, "then_words"))
    return noun and "prepositions" in reading.words[match.first - 1].keys


def _is_told(reading: Reading, i: int) -> bool:
    """Whether a relative clause says which time is meant: تلك اللحظة التي تغيرت فيها حياته.

    One joined by و goes on with something told before (المشروع الذي ينفذ حاليا والذي سيكتمل).
    """
    clauses = reading.at(i, "clause_words")
    return any(item.entry.row["opens"] == "relative" and not item.analysis.before for item in clauses)


def _describes(reading: Reading, match: Candidate) -> bool:
    """Whether an adverb is the adjective of an indefinite noun before it: وزيرا سابقا, توترا قديما."""
    if match.first == 0 or match.last - match.first > 1:
        return False
    noun, word = reading.words[match.first - 1], reading.words[match.first].folded
    if (
        not word.endswith(ACCUSATIVE)
        or word in lexicon.forms("no_adjectives")
        or noun.kind != "arabic"
        or len(noun.folded) <= _SHORTEST_NOUN
    ):
        return False
    accusative = noun.folded.endswith(ACCUSATIVE) and not noun.folded.endswith(_theirs())
    return accusative and not _is_verb(reading, match.first - 1)


@cache
def _theirs() -> tuple[str, ...]:
    """Return the pronouns that end as the accusative does: the noun that carries one (دارها) is definite."""
    pronouns = (row["form"] for row in lexicon.rows("clitics") if row["slot"] == "pronoun")
    return tuple(form for form in pronouns if form.endswith(ACCUSATIVE))


def _is_verb(reading: Reading, i: int) -> bool:
    return bool(reading.at(i, "event_verbs", "speech_verbs", "past_verbs"))


def _behind_a_verb(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether a verb of the past stands close before, with no more than its subject between: أعلنت الشركة أخيرا."""
    if any(item.entry.row["beside"] == "right" for item in reading.at(match.first, "recently_words")):
        return _right_behind_a_verb(reading, match.first)
    if match.last < len(reading.words) and reading.words[match.last].surface in ASIDE:
        return False
    for i in range(match.first - 1, max(-1, match.first - 1 - _VERB_REACH), -1):
        word = reading.words[i]
        if word.kind == "mark" or not word.keys.isdisjoint({"prepositions", "clause_words"}):
            return False
        for item in reading.at(i, "event_verbs", "speech_verbs", "past_verbs"):
            if item.entry.cls == "past_verbs" or item.entry.row.get("aspect") == "past":
                return True
    return False


def _right_behind_a_verb(reading: Reading, i: int) -> bool:
    """Whether a verb of the past or a definite participle ends before token ``i``: صدر حديثا، المشيدة حديثا."""
    if i == 0 or reading.words[i - 1].kind != "arabic" or reading.at(i - 1, "talk_verbs"):
        return False
    if i + 1 < len(reading.words) and reading.words[i + 1].folded.endswith(ACCUSATIVE):
        return False  # "نشرت حديثا صحفيا"
    if reading.words[i - 1].folded.startswith(_PARTICIPLE):
        return True
    verbs = reading.at(i - 1, "event_verbs", "past_verbs")
    return any(item.entry.cls == "past_verbs" or item.entry.row.get("aspect") == "past" for item in verbs)


_PARTICIPLE = ARTICLE + "م"
"""What participles of derived verbs begin with: المشيدة."""


def _is_ahead(reading: Reading, match: Candidate, said: Mapping[str, Any], before: Written | None) -> bool:
    """Whether a word of plan or a verb of the future stands close before, in the same clause: سيعلن لاحقا."""
    for i in range(match.first - 1, max(-1, match.first - 1 - _AHEAD_REACH), -1):
        if reading.words[i].kind == "mark":
            return False
        if is_plan(reading, i) or is_future_form(reading.words[i].folded):
            return True
    return False


_CHECKS = {
    "year": doubtful_dates.year,
    "numbered month": doubtful_dates.numbered_month,
    "ranked month": doubtful_dates.ranked_month,
    "year of a part": doubtful_dates.year_of_a_part,
    "two years": doubtful_dates.two_years,
    "year part": doubtful_dates.year_part,
    "a row of years": doubtful_dates.row_of_years,
    "two years running": doubtful_dates.running_years,
    "day alone": doubtful_dates.day_alone,
    "clock": doubtful_clocks.clock,
    "spoken hour": doubtful_clocks.spoken_hour,
    "spoken": doubtful_clocks.spoken_day,
    "so often": doubtful_lengths.so_often,
    "by so much": doubtful_lengths.by_so_much,
    "until now": doubtful_clocks.until_now,
    "up to a clock": doubtful_clocks.up_to_a_clock,
    "whole": doubtful_dates.by_itself,
    "part of day": doubtful_clocks.part_of_day,
    "length": doubtful_lengths.length,
    "rough": doubtful_lengths.rough,
    "share": doubtful_lengths.share,
    "two of something": doubtful_lengths.two_of_something,
    "ahead": _is_ahead,
    "single unit": doubtful_lengths.single_unit,
    "one unit": doubtful_lengths.one_unit,
    "behind": placed,
    "feast": doubtful_dates.feast,
    "first of a month": doubtful_dates.first_of_month,
    "three days": doubtful_dates.three_days,
    "month first": doubtful_dates.month_first,
    "month first, going on": doubtful_dates.month_first_going_on,
    "alone": doubtful_dates.by_itself,
    "figures": doubtful_dates.figures,
    "dated clock": doubtful_clocks.dated_clock,
    "decade": doubtful_dates.decade,
    "behind a verb": _behind_a_verb,
}
