"""Where an answer differs from a peer's case by a convention, and why this project keeps to its own.

The suites are written for assistants: a bare "Friday" is the coming one, a bare "week" a length. The tables are
written for news. Each difference is a rule over what was found and what was expected, never a list of cases, and has
its reason. An answer that was not found differs by no convention, unless the text is a word that means a time in
company only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from analysis.dates.interval import month_of, shift
from analysis.scoring import number_conventions
from analysis.scoring.stretches import DAY, GRAINS, Answer, Case, Stretch, fits, hull, stretches
from analysis.text.read import read

UTC_OF_DUCKLING = timedelta(hours=-2)
"""The zone of Duckling's reference clock."""
_WEEK = timedelta(weeks=1)
_HIJRI_YEARS = (timedelta(days=354), timedelta(days=355))
_LONGEST_FEAST = timedelta(days=4)
_COMPANY = frozenset({"time_units", "parts_of_day"})
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])$")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_SHIFTED = frozenset({"year", "month", "week", "day"})


@dataclass(frozen=True)
class Convention:
    """A difference that is no mistake: its name, why the tables have it so, and whether a case differs by it."""

    name: str
    reason: str
    holds: Callable[[Case, Answer], bool]


def differing(case: Case, answer: Answer) -> Convention | None:
    """Return the convention by which an answer that is not the expected one differs; None where none does."""
    return next((one for one in CONVENTIONS if one.holds(case, answer)), None)


def _looks_ahead(case: Case, answer: Answer) -> bool:
    """What was found lies behind; coming round once more, not before its present day, it is what the suite takes."""
    until = (case.expect or {}).get("start") or (case.expect or {}).get("end")
    if until is None or case.reference is None or datetime.fromisoformat(until).date() < case.reference.date():
        return False
    return _some_return(case, answer, fits)


def _feast(case: Case, answer: Answer) -> bool:
    """A feast of several days begins on the day that the suite takes for all of it."""
    if case.expect is None or "holiday" not in case.expect:
        return False
    return _some_return(case, answer, lambda expect, found, _: _begins(expect, found, _LONGEST_FEAST), at_once=True)


def _part(case: Case, answer: Answer) -> bool:
    """A part of a month holds the one day that the suite takes for it."""
    if not all(row.get("mod") in {"START", "MID", "END"} for row in answer.times):
        return False
    return _some_return(case, answer, lambda expect, found, _: _holds_start(expect, found), at_once=True)


def _sunday(case: Case, answer: Answer) -> bool:
    """A week from Monday lies a day behind the same one from Sunday."""
    found = _found(case, answer)
    weeks = [one for one in found if one.start and one.end and one.end - one.start == _WEEK]
    if not weeks or len(weeks) < len(found) or case.expect is None or case.reference is None:
        return False
    return all(fits(case.expect, _moved(one, -DAY), case.reference) for one in weeks)


def _week_of_month(case: Case, answer: Answer) -> bool:
    """Seven days from the first of a month, or its last seven, where the suite takes the whole weeks of a calendar."""
    if case.expect is None or case.expect.get("grain") != "week" or not case.expect.get("end"):
        return False
    start, end = (datetime.fromisoformat(case.expect[key]) for key in ("start", "end"))
    expected = Stretch(start, end)
    found = _found(case, answer)
    return len(found) == 1 and _in_sevens(found[0]) and _overlap(found[0], expected)


def _in_sevens(found: Stretch) -> bool:
    if found.start is None or found.end is None or found.end - found.start != _WEEK:
        return False
    last = month_of(found.start.year, found.start.month).latest
    return found.start.day in {1, 8, 15, 22} or (found.end - DAY).date() == last


def _overlap(one: Stretch, other: Stretch) -> bool:
    return bool(one.start and one.end and other.start and other.end and one.start < other.end and other.start < one.end)


def _grain_of_unit(case: Case, answer: Answer) -> bool:
    """A week ago is that week, where the suite takes the day a week before."""
    found = _found(case, answer)
    if len(found) != 1 or case.expect is None or case.expect.get("grain") != "day" or case.reference is None:
        return False
    start = datetime.fromisoformat(case.expect["start"]) if case.expect.get("start") else None
    if start is None or found[0].start is None or found[0].end is None:
        return False
    whole = (start.date() - case.reference.date()).days % 7 == 0 or start.day == case.reference.day
    return whole and found[0].end - found[0].start >= _WEEK and found[0].start <= start < found[0].end


def _length(case: Case, answer: Answer) -> bool:
    """A length that ends where the suite's point lies: "within three days" is P3D here."""
    if case.kind != "time" or case.expect is None or case.reference is None or len(answer.times) != 1:
        return False
    row = answer.times[0]
    counted = bool(read(str(row.get("text", ""))).at(0, "time_anchors"))  # "in two weeks" is a point
    length = _LENGTH.match(str(row["value"])) if row["type"] == "DURATION" and not counted else None
    until = case.expect.get("end") if case.expect.get("interval") else case.expect.get("start")
    if length is None or until is None:
        return False
    end, point = _counted(case.reference, int(length[2]), _UNITS[length[1] + length[3]]), datetime.fromisoformat(until)
    if case.expect.get("point"):
        return point == end
    if case.expect.get("interval"):
        return datetime.fromisoformat(case.expect["start"]) == case.reference and abs(point - end) <= DAY
    return point <= end < point + GRAINS.get(case.expect["grain"], timedelta(0))


def _counted(reference: datetime, count: int, unit: str) -> datetime:
    if unit in _SHIFTED:
        return datetime.combine(shift(reference.date(), unit, count), reference.time())
    return reference + count * GRAINS[unit]


def _coming_units(case: Case, answer: Answer) -> bool:
    """So many coming weeks begin with the publication, where the suite's begin with the next whole one."""
    if case.expect is None or not case.expect.get("interval") or case.reference is None or len(answer.times) != 1:
        return False
    row, length = answer.times[0], _LENGTH.match(str(answer.times[0]["value"]))
    start, end = (case.expect.get(key) and datetime.fromisoformat(case.expect[key]) for key in ("start", "end"))
    if length is None or not start or not end or row.get("earliest") is None:
        return False
    today = datetime.fromisoformat(str(row["earliest"])).date() == case.reference.date()
    unit = _UNITS[length[1] + length[3]]
    soon = case.reference <= start <= case.reference + GRAINS[unit]
    return today and soon and _counted(start, int(length[2]), unit) == end


def _no_hour(case: Case, answer: Answer) -> bool:
    """Two hours ago is the day of publication, or the one beside it, since no publication has an hour."""
    found = _found(case, answer)
    if len(found) != 1 or case.expect is None or not case.expect.get("point") or found[0].clock:
        return False
    words = read(str(answer.times[0].get("text", "")))
    units = {item.entry.row["unit"] for i in words.where("time_units") for item in words.at(i, "time_units")}
    if not words.at(0, "time_anchors") or not units or units & _SHIFTED or found[0].start is None or not found[0].end:
        return False
    return found[0].start - DAY <= datetime.fromisoformat(case.expect["start"]) < found[0].end + DAY


def _month_in_figures(case: Case, answer: Answer) -> bool:
    """2/2013 is a month, of which the suite takes the first day."""
    found = _found(case, answer)
    if not re.fullmatch(r"\d\d?/\d{4}", case.text.strip()) or len(found) != 1 or case.expect is None:
        return False
    return _holds_start(case.expect, found[0]) and found[0].start == datetime.fromisoformat(case.expect["start"])


def _whole_units(case: Case, answer: Answer) -> bool:
    """A range of units holds the instants, of the clock it is asked at, that the suite makes of its ends."""
    found = _found(case, answer)
    if not found or case.expect is None or case.reference is None or not case.expect.get("interval"):
        return False
    held = []
    for stretch, key in ((found[0], "start"), (found[-1], "end")):
        instant = datetime.fromisoformat(case.expect[key]) if case.expect.get(key) else None
        after = instant is None or (stretch.end is not None and instant < stretch.end)
        before = instant is None or stretch.start is None or stretch.start <= instant
        held.append(after and before and (instant is None or instant.time() == case.reference.time()))
    return all(held)


def _set(case: Case, answer: Answer) -> bool:
    """A repetition names the weekday of which the suite takes the next one."""
    start = (case.expect or {}).get("start")
    if not start or not answer.times or any(row["type"] != "SET" for row in answer.times):
        return False
    weekday = datetime.fromisoformat(start).isoweekday()
    return all(str(row["value"]) == f"XXXX-WXX-{weekday}" for row in answer.times)


def _year_first(case: Case, answer: Answer) -> bool:
    return case.kind == "time" and case.expect is None and bool(re.fullmatch(r"\d{4}/\d\d?/\d\d?", case.text.strip()))


def _bare(case: Case, answer: Answer) -> bool:
    """Nothing is found in a word that is a unit, a part of the day or a number, and nothing more."""
    if case.kind not in {"time", "duration"} or case.expect is None or answer.times:
        return False
    if re.fullmatch(r"\d+([/-]\d+)?", case.text.strip()):
        return True
    words = [word for word in read(case.text).words if word.kind != "mark"]
    return len(words) == 1 and not words[0].keys.isdisjoint(_COMPANY)


CONVENTIONS = (
    Convention(
        "looks ahead",
        "a bare weekday, date, month or feast lies behind unless the text looks ahead, and an hour without a part of "
        "the day is of the morning; the suite takes the coming one",
        _looks_ahead,
    ),
    Convention("days of a feast", "a feast lasts its days; the suite takes the first for all of it", _feast),
    Convention(
        "part of a month",
        "early is the first ten days, the middle those from the 10th to the 20th; the suite takes one day",
        _part,
    ),
    Convention("week from Monday", "weeks are those of ISO 8601, from Monday; the suite's begin on Sunday", _sunday),
    Convention(
        "week of a month",
        "the first week of a month is its first seven days, as news has it; the suite takes whole calendar weeks",
        _week_of_month,
    ),
    Convention(
        "grain of the unit",
        "a count back keeps the grain of its unit: a week ago is that week; the suite takes a day",
        _grain_of_unit,
    ),
    Convention(
        "a length is no point",
        "a length of time (within three days) is a duration; the suite takes the point at its end",
        _length,
    ),
    Convention(
        "coming units begin now",
        "the coming three weeks run from the publication; the suite's begin with the next whole week",
        _coming_units,
    ),
    Convention(
        "no hour of publication",
        "an article has a day, no hour: two hours ago is that day; the suite counts from the minute it is asked at",
        _no_hour,
    ),
    Convention(
        "whole units",
        "from 2021 to 2022 is from the first day to the last; the suite counts from day and hour of asking to the same",
        _whole_units,
    ),
    Convention("a month in figures", "2/2013 is the month; the suite takes its first day", _month_in_figures),
    Convention("a set is no point", "a repetition (every Friday) is a set; the suite takes the next one", _set),
    Convention(
        "year first",
        "2013/04/04 is how Arabic news pages date themselves; the suite wants it unread",
        _year_first,
    ),
    Convention(
        "bare word",
        "a unit, a part of the day or a number alone is no time in running text, where it counts or names something",
        _bare,
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


def _found(case: Case, answer: Answer) -> list[Stretch]:
    """Return the stretches of an answer, by the suite's clock where they name their zone; none if one has no ends."""
    if case.expect is None or case.reference is None:
        return []
    rows = [row for row in answer.times if row["type"] in ("DATE", "TIME")]
    found = []
    for row in rows:
        zoned = UTC_OF_DUCKLING if case.suite == "duckling" and str(row["value"]).endswith("Z") else timedelta(0)
        found += [_moved(one, zoned) for one in stretches(row, case.reference)]
    return found if len(found) >= len(rows) else []


def _some_return(
    case: Case, answer: Answer, fitting: Callable[[dict, Stretch, datetime], bool], *, at_once: bool = False
) -> bool:
    """Whether what was found, come round once more, fits; ``at_once``: or as it was found."""
    found = _found(case, answer)
    if not found or case.expect is None or case.reference is None:
        return False
    if case.expect.get("interval"):
        found = [hull(found)]
    expect, reference = case.expect, case.reference
    return all(
        (at_once and fitting(expect, one, reference))
        or any(fitting(expect, other, reference) for other in _returns(one, reference))
        for one in found
    )


def _returns(found: Stretch, reference: datetime) -> Iterator[Stretch]:
    """Yield when a stretch that is not ahead comes round: in a week, a year, a Hijri year, another half of the day."""
    known = found.start or found.end
    if known is None or known > reference:
        return
    yield _moved(found, _WEEK)
    yield Stretch(_next_year(found.start), _next_year(found.end), found.clock)
    yield from (_moved(found, year) for year in _HIJRI_YEARS)
    if found.start and found.end == found.start + DAY:
        day = found.start
        yield from (_moved(found, weeks * _WEEK) for weeks in (52, 53) if _same_of_month(day, weeks * _WEEK))
    if found.clock:
        yield from (_moved(found, later) for later in (timedelta(hours=12), DAY))


def _same_of_month(day: datetime, later: timedelta) -> bool:
    """Whether a weekday is the so-many-eth of the same month a year on ("the first Tuesday of October")."""
    other = day + later
    return other.month == day.month and (other.day - 1) // 7 == (day.day - 1) // 7


def _moved(found: Stretch, later: timedelta) -> Stretch:
    start, end = (None if end is None else end + later for end in (found.start, found.end))
    return Stretch(start, end, found.clock)


def _next_year(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    leap_day = (moment.month, moment.day) == (2, 29)
    return moment.replace(year=moment.year + 1, day=28 if leap_day else moment.day)


def _begins(expect: dict, found: Stretch, longest: timedelta) -> bool:
    start = expect.get("start") and datetime.fromisoformat(expect["start"])
    return bool(start and found.start == start and found.end and DAY < found.end - start <= longest)


def _holds_start(expect: dict, found: Stretch) -> bool:
    start = expect.get("start") and datetime.fromisoformat(expect["start"])
    return bool(start and found.start and found.end and found.start <= start < found.end)
