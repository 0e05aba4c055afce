"""Where a time differs from a peer's case by a convention: each asks whether a case and its answer differ by one.

Each takes a case of a suite and what was found in its text, and says whether the difference between them is the one
that its name and first line tell of; false wherever the case lacks what would have to be compared.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from analysis.dates.interval import month_of, shift
from analysis.scoring.returns import comes_to, found_in, moved
from analysis.scoring.stretches import DAY, GRAINS, WEEK, Answer, Case, Stretch, fits
from analysis.text.read import read

_LONGEST_FEAST = timedelta(days=4)
_COMPANY = frozenset({"time_units", "parts_of_day"})
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])$")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_SHIFTED = frozenset({"year", "month", "week", "day"})


def looks_ahead(case: Case, answer: Answer) -> bool:
    """What was found lies behind; coming round once more, not before its present day, it is what the suite takes."""
    until = (case.expect or {}).get("start") or (case.expect or {}).get("end")
    if until is None or case.reference is None or datetime.fromisoformat(until).date() < case.reference.date():
        return False
    return comes_to(case, answer, fits)


def feast(case: Case, answer: Answer) -> bool:
    """A feast of several days begins on the day that the suite takes for all of it."""
    if case.expect is None or "holiday" not in case.expect:
        return False
    return comes_to(case, answer, lambda expect, found, _: _begins(expect, found, _LONGEST_FEAST), at_once=True)


def part_of_month(case: Case, answer: Answer) -> bool:
    """A part of a month holds the one day that the suite takes for it."""
    if not all(row.get("mod") in {"START", "MID", "END"} for row in answer.times):
        return False
    return comes_to(case, answer, lambda expect, found, _: _holds_start(expect, found), at_once=True)


def sunday(case: Case, answer: Answer) -> bool:
    """A week from Monday lies a day behind the same one from Sunday."""
    found = found_in(case, answer)
    weeks = [one for one in found if one.start and one.end and one.end - one.start == WEEK]
    if not weeks or len(weeks) < len(found) or case.expect is None or case.reference is None:
        return False
    return all(fits(case.expect, moved(one, -DAY), case.reference) for one in weeks)


def week_of_month(case: Case, answer: Answer) -> bool:
    """Seven days from the first of a month, or its last seven, where the suite takes the whole weeks of a calendar."""
    if case.expect is None or case.expect.get("grain") != "week" or not case.expect.get("end"):
        return False
    start, end = (datetime.fromisoformat(case.expect[key]) for key in ("start", "end"))
    expected = Stretch(start, end)
    found = found_in(case, answer)
    return len(found) == 1 and _in_sevens(found[0]) and _overlap(found[0], expected)


def _in_sevens(found: Stretch) -> bool:
    if found.start is None or found.end is None or found.end - found.start != WEEK:
        return False
    last = month_of(found.start.year, found.start.month).latest
    return found.start.day in {1, 8, 15, 22} or (found.end - DAY).date() == last


def _overlap(one: Stretch, other: Stretch) -> bool:
    return bool(one.start and one.end and other.start and other.end and one.start < other.end and other.start < one.end)


def grain_of_unit(case: Case, answer: Answer) -> bool:
    """A week ago is that week, where the suite takes the day a week before."""
    found = found_in(case, answer)
    if len(found) != 1 or case.expect is None or case.expect.get("grain") != "day" or case.reference is None:
        return False
    start = datetime.fromisoformat(case.expect["start"]) if case.expect.get("start") else None
    if start is None or found[0].start is None or found[0].end is None:
        return False
    whole = (start.date() - case.reference.date()).days % 7 == 0 or start.day == case.reference.day
    return whole and found[0].end - found[0].start >= WEEK and found[0].start <= start < found[0].end


def length(case: Case, answer: Answer) -> bool:
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


def coming_units(case: Case, answer: Answer) -> bool:
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


def no_hour(case: Case, answer: Answer) -> bool:
    """Two hours ago is the day of publication, or the one beside it, since no publication has an hour."""
    found = found_in(case, answer)
    if len(found) != 1 or case.expect is None or not case.expect.get("point") or found[0].clock:
        return False
    words = read(str(answer.times[0].get("text", "")))
    units = {item.entry.row["unit"] for i in words.where("time_units") for item in words.at(i, "time_units")}
    if not words.at(0, "time_anchors") or not units or units & _SHIFTED or found[0].start is None or not found[0].end:
        return False
    return found[0].start - DAY <= datetime.fromisoformat(case.expect["start"]) < found[0].end + DAY


def month_in_figures(case: Case, answer: Answer) -> bool:
    """2/2013 is a month, of which the suite takes the first day."""
    found = found_in(case, answer)
    if not re.fullmatch(r"\d\d?/\d{4}", case.text.strip()) or len(found) != 1 or case.expect is None:
        return False
    return _holds_start(case.expect, found[0]) and found[0].start == datetime.fromisoformat(case.expect["start"])


def whole_units(case: Case, answer: Answer) -> bool:
    """A range of units holds the instants, of the clock it is asked at, that the suite makes of its ends."""
    found = found_in(case, answer)
    if not found or case.expect is None or case.reference is None or not case.expect.get("interval"):
        return False
    held = []
    for stretch, key in ((found[0], "start"), (found[-1], "end")):
        instant = datetime.fromisoformat(case.expect[key]) if case.expect.get(key) else None
        after = instant is None or (stretch.end is not None and instant < stretch.end)
        before = instant is None or stretch.start is None or stretch.start <= instant
        held.append(after and before and (instant is None or instant.time() == case.reference.time()))
    return all(held)


def repetition(case: Case, answer: Answer) -> bool:
    """A repetition names the weekday of which the suite takes the next one."""
    start = (case.expect or {}).get("start")
    if not start or not answer.times or any(row["type"] != "SET" for row in answer.times):
        return False
    weekday = datetime.fromisoformat(start).isoweekday()
    return all(str(row["value"]) == f"XXXX-WXX-{weekday}" for row in answer.times)


def year_first(case: Case, answer: Answer) -> bool:
    """A date in figures with its year first, which the suite wants unread."""
    return case.kind == "time" and case.expect is None and bool(re.fullmatch(r"\d{4}/\d\d?/\d\d?", case.text.strip()))


def bare_word(case: Case, answer: Answer) -> bool:
    """Nothing is found in a word that is a unit, a part of the day or a number, and nothing more."""
    if case.kind not in {"time", "duration"} or case.expect is None or answer.times:
        return False
    if re.fullmatch(r"\d+([/-]\d+)?", case.text.strip()):
        return True
    words = [word for word in read(case.text).words if word.kind != "mark"]
    return len(words) == 1 and not words[0].keys.isdisjoint(_COMPANY)


def _begins(expect: dict, found: Stretch, longest: timedelta) -> bool:
    start = expect.get("start") and datetime.fromisoformat(expect["start"])
    return bool(start and found.start == start and found.end and DAY < found.end - start <= longest)


def _holds_start(expect: dict, found: Stretch) -> bool:
    start = expect.get("start") and datetime.fromisoformat(expect["start"])
    return bool(start and found.start and found.end and found.start <= start < found.end)
