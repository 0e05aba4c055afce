"""A straight calendar: where its ticks stand and what they say, and what a block of rows is called.

Ticks are offered from fine to coarse and the first set is taken whose words do not touch; which words those are depends
on the language, so twins may be ticked differently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from analysis.charts import labels, look
from analysis.charts.blocks import Block, Unit
from analysis.charts.frames import Frame

Tick = tuple[float, str]
Scale = Callable[[float], float]
APART = 16.0
"""Pixels between the words of two ticks."""
STEPS: dict[Unit, tuple[int, ...]] = {
    "hour": (1, 2, 3, 6, 12, 24),
    "day": (1, 2, 5, 7, 10, 15, 31),
    "month": (1, 2, 3, 4, 6, 12, 24),
    "year": (1, 2, 5, 10, 20, 50),
    "decade": (10, 20, 50, 100, 200, 500),
}
EPOCH = pd.Timestamp(1970, 1, 1)
DAY = pd.Timedelta(days=1)
LONG_BEFORE = pd.Timedelta(days=365)
"""What was over so long before the first publication is the background of the story."""


def number_of(moment: pd.Timestamp) -> float:
    """Days since the epoch: the number by which a calendar is measured. A day reaches from it to the next one.

    >>> number_of(pd.Timestamp("1970-01-02 12:00"))
    1.5
    """
    return (moment - EPOCH).total_seconds() / 86_400


def scale(page: look.Page, first: pd.Timestamp, last: pd.Timestamp, start: float, end: float) -> Scale:
    """Map days since the epoch into the box from ``start`` to ``end``, the whole of ``last`` included."""
    return page.scale(number_of(first), number_of(last) + 1, start, end)


def scale_of(page: look.Page, block: Block, start: float, end: float) -> Scale:
    """Map days since the epoch, and their hours, into the box from ``start`` to ``end``, as a block wants them."""
    return page.scale(number_of(block.opens), number_of(block.closes), start, end)


def ticks(
    first: pd.Timestamp, last: pd.Timestamp, unit: Unit, at: Scale, page: look.Page, size: float = look.TICK
) -> list[Tick]:
    """Return the ticks of a calendar as pixels and words, as many as have room; at least one.

    A day's tick stands in its middle, where its marks are; those of longer units and of hours where they begin.
    """
    chosen: list[Tick] = []
    inner = 0.5 if unit == "day" else 0.0
    for step in STEPS[unit]:
        chosen = [(at(number_of(day) + inner), text) for day, text in _worded(first, last, unit, step, page.lang)]
        if _have_room(chosen, page, size):
            break
    else:
        chosen = chosen[:1]
    return chosen


def heading(block: Block, events: Frame, published: Sequence[pd.Timestamp], page: look.Page) -> str:
    """Name a block: by what it is to the story where that follows from its rows, else by its time.

    ``events`` are the block's rows; ``published`` the first and the last publication of the story, or nothing.
    """
    by = {
        "decade": page.pick("عقداً بعقد", "by decade"),
        "year": page.pick("سنة بسنة", "by year"),
        "month": page.pick("شهراً بشهر", "by month"),
        "day": page.pick("يوماً بيوم", "by day"),
        "hour": page.pick("ساعة بساعة", "by the hour"),
    }[block.unit]
    anchor = events["earliest"].fillna(events["latest"])
    first, last = anchor.min(), anchor.max()
    if published and bool((events["earliest"] > published[-1]).all()):
        return page.pick(f"ما بعد النشر، {by}", f"After publication, {by}")
    if block.unit == "hour":
        time = labels.interval(first, last, page.lang)
    elif block.unit in ("decade", "year") and first.year == last.year:
        time = str(first.year)
    else:
        time = span(first, last, page.lang)
    if published and block.closes + LONG_BEFORE <= published[0]:
        return page.pick(f"الخلفية: {time}، {by}", f"Background: {time}, {by}")
    return page.pick(f"{time}، {by}", f"{time}, {by}")


def span(first: pd.Timestamp, last: pd.Timestamp, lang: look.Lang) -> str:
    """Say which months or years two days lie in: ``March and April 2021``, ``2008 to 2019``."""
    if first.year != last.year:
        if last.year - first.year > 2:
            return f"من {first.year} إلى {last.year}" if lang == "ar" else f"{first.year} to {last.year}"
        ends = labels.month(first, lang), labels.month(last, lang)
    elif first.month == last.month:
        return labels.month(first, lang)
    elif last.month - first.month == 1:
        return labels.listed([labels.month(first, lang, year=False), labels.month(last, lang)], lang)
    else:
        ends = labels.month(first, lang, year=False), labels.month(last, lang)
    return f"من {ends[0]} إلى {ends[1]}" if lang == "ar" else f"{ends[0]} to {ends[1]}"


def _worded(
    first: pd.Timestamp, last: pd.Timestamp, unit: Unit, step: int, lang: look.Lang
) -> Iterator[tuple[pd.Timestamp, str]]:
    if unit in ("year", "decade"):
        years = range(first.year + -first.year % step, last.year + 1, step)
        yield from ((first.replace(year=year, month=1, day=1), str(year)) for year in years)
        return
    if unit == "hour":
        yield from _hours(first, last, step, lang)
        return
    days = _days(first, last, step) if unit == "day" else _months(first, last, step)
    named = None
    for day in days:
        if unit == "month":
            month = labels.month_short(day, lang)
            yield day, month if day.year == named else f"{month} {day.year}"
            named = day.year
        else:
            yield day, labels.day(day, lang, year=False) if day.month != named else str(day.day)
            named = day.month


def _hours(first: pd.Timestamp, last: pd.Timestamp, step: int, lang: look.Lang) -> Iterator[tuple[pd.Timestamp, str]]:
    """Every ``step``-th hour; a day is named at its first hour where there are several."""
    for hour in pd.date_range(first.ceil("h"), last, freq="h"):
        if hour.hour % step == 0:
            named = hour.hour == 0 and (last - first > DAY or step == 24)
            yield hour, labels.day(hour, lang, year=False) if named else f"{hour:%H:%M}"


def _months(first: pd.Timestamp, last: pd.Timestamp, step: int) -> Sequence[pd.Timestamp]:
    starts = pd.date_range(first.replace(day=1), last, freq="MS")
    return [day for day in starts if (day.month - 1) % step == 0 and day >= first and (step < 24 or day.year % 2 == 0)]


def _days(first: pd.Timestamp, last: pd.Timestamp, step: int) -> Sequence[pd.Timestamp]:
    """Every ``step``-th day: weeks run from the first day, other steps stand on the month's round days."""
    every = list(pd.date_range(first, last, freq="D"))
    if step in (1, 7):
        return every[::step]
    return [day for day in every if day.day == 1 or (day.day % step == 0 and day.day <= 31 - step / 2)]


def _have_room(found: Sequence[Tick], page: look.Page, size: float) -> bool:
    ordered = sorted(found)
    halves = [labels.width(text, page, size=size) / 2 for _, text in ordered]
    pairs = zip(ordered, ordered[1:], halves, halves[1:], strict=False)
    return bool(found) and all(right[0] - left[0] >= APART + a + b for left, right, a, b in pairs)
