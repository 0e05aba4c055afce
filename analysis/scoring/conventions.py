"""Where an answer differs from a peer's case by a convention, and why this project keeps to its own.

The suites are written for assistants: a bare "Friday" is the coming one, a bare "week" a length. The tables are
written for news. Each difference is a rule over what was found and what was expected, never a list of cases, and has
its reason. An answer that was not found differs by no convention, unless the text is a word that means a time in
company only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.scoring import number_conventions, time_conventions
from analysis.scoring.stretches import Answer, Case


@dataclass(frozen=True)
class Convention:
    """A difference that is no mistake: its name, why the tables have it so, and whether a case differs by it."""

    name: str
    reason: str
    holds: Callable[[Case, Answer], bool]


def differing(case: Case, answer: Answer) -> Convention | None:
    """Return the convention by which an answer that is not the expected one differs; None where none does."""
    return next((one for one in CONVENTIONS if one.holds(case, answer)), None)


CONVENTIONS = (
    Convention(
        "looks ahead",
        "a bare weekday, date, month or feast lies behind unless the text looks ahead, and an hour without a part of "
        "the day is of the morning; the suite takes the coming one",
        time_conventions.looks_ahead,
    ),
    Convention(
        "days of a feast", "a feast lasts its days; the suite takes the first for all of it", time_conventions.feast
    ),
    Convention(
        "part of a month",
        "early is the first ten days, the middle those from the 10th to the 20th; the suite takes one day",
        time_conventions.part_of_month,
    ),
    Convention(
        "week from Monday",
        "weeks are those of ISO 8601, from Monday; the suite's begin on Sunday",
        time_conventions.sunday,
    ),
    Convention(
        "week of a month",
        "the first week of a month is its first seven days, as news has it; the suite takes whole calendar weeks",
        time_conventions.week_of_month,
    ),
    Convention(
        "grain of the unit",
        "a count back keeps the grain of its unit: a week ago is that week; the suite takes a day",
        time_conventions.grain_of_unit,
    ),
    Convention(
        "a length is no point",
        "a length of time (within three days) is a duration; the suite takes the point at its end",
        time_conventions.length,
    ),
    Convention(
        "coming units begin now",
        "the coming three weeks run from the publication; the suite's begin with the next whole week",
        time_conventions.coming_units,
    ),
    Convention(
        "no hour of publication",
        "an article has a day, no hour: two hours ago is that day; the suite counts from the minute it is asked at",
        time_conventions.no_hour,
    ),
    Convention(
        "whole units",
        "from 2021 to 2022 is from the first day to the last; the suite counts from day and hour of asking to the same",
        time_conventions.whole_units,
    ),
    Convention(
        "a month in figures", "2/2013 is the month; the suite takes its first day", time_conventions.month_in_figures
    ),
    Convention(
        "a set is no point",
        "a repetition (every Friday) is a set; the suite takes the next one",
        time_conventions.repetition,
    ),
    Convention(
        "year first",
        "2013/04/04 is how Arabic news pages date themselves; the suite wants it unread",
        time_conventions.year_first,
    ),
    Convention(
        "bare word",
        "a unit, a part of the day or a number alone is no time in running text, where it counts or names something",
        time_conventions.bare_word,
    ),
    Convention(
        "definite number alone",
        "a definite number counts or ranks by the noun it stands with (الضحايا العشرون، الذكرى العشرون); alone it has "
        "the form of a cardinal and is read as one; the suite takes it for a rank",
        number_conventions.definite,
    ),
    Convention(
        "number as written",
        "a sign, a stop, a comma for thousands or a lost space leaves a number what it is to a reader of news; the "
        "suite wants it unread",
        number_conventions.as_written,
    ),
    Convention(
        "two numbers and a slash",
        "11/10 is a date, a score or two numbers in news; the suite divides one by the other",
        number_conventions.slash,
    ),
)
"""Asked in order; the first that holds is named."""
