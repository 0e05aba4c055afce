"""Maha (`mahad`): its times are shifts of a moment that the caller names, so the grain is read from what they set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from importlib import import_module, metadata
from typing import Any

from analysis.dates.interval import Interval
from analysis.scoring.peers import days
from analysis.scoring.peers.protocol import Asked, Found, serve

FIELDS = {
    "day": ("_days", "day", "_hours", "hour", "_minutes", "minute", "_seconds", "second", "_am_pm", "weekday"),
    "week": ("_weeks",),
    "month": ("_months", "month", "next_month", "prev_month"),
    "year": ("_years", "year"),
}
"""What a time of Maha's sets, by the grain that it then has; the finest counts."""


class Maha:
    """Asks for times, and for durations that are not part of one."""

    def __init__(self) -> None:
        """Load the program."""
        self._parse = import_module("maha.parsers.functions").parse_dimension
        self.version = metadata.version("mahad")

    def find(self, asked: Asked) -> list[Any]:
        """Return times and lengths."""
        times = self._parse(asked.text, time=True)
        lengths = self._parse(asked.text, duration=True)
        return times + [one for one in lengths if not any(one.start < t.end and t.start < one.end for t in times)]

    @staticmethod
    def times(asked: Asked, answer: Iterable[Any]) -> Iterator[Found]:
        """Say them as times; a space that a match begins with is cut off."""
        for one in answer:
            start = one.start + len(one.body) - len(one.body.lstrip())
            yield Found(start, one.end, one.dimension_type.name, meant(one.value, asked))


def meant(value: Any, asked: Asked) -> Interval | None:
    """Return the days of a time; None for a length, for now, and for a day that does not exist.

    Maha's weeks begin on Sunday: the week meant is the one that holds the Monday after.
    """
    if hasattr(value, "start"):
        first, last = (meant(side, asked) if side is not None else None for side in (value.start, value.end))
        return _between(first, last, asked)
    grain = grain_of(value)
    if grain is None:
        return None
    try:
        moment = days.noon(asked.published).replace(tzinfo=None) + value
    except (ValueError, OverflowError):
        return None
    return days.around(moment + timedelta(days=grain == "week"), grain)


def _between(first: Interval | None, last: Interval | None, asked: Asked) -> Interval | None:
    """Return the days from one time to another; "from" alone runs to the publication, "until a time" is that time."""
    earliest = first.earliest if first else None
    if earliest is None:
        return last
    if last is None or last.latest is None:
        return days.since(earliest, asked.published)
    return Interval(earliest, last.latest) if earliest <= last.latest else None


def grain_of(value: Any) -> str | None:
    """Return the finest grain that a time sets; None where it sets none, or sets all to nothing, which is now."""
    said = {grain: [getattr(value, field, None) for field in fields] for grain, fields in FIELDS.items()}
    if all(one in (None, 0) for fields in said.values() for one in fields) and said["day"].count(0) > 1:
        return None
    return next((grain for grain, fields in said.items() if any(one is not None for one in fields)), None)


if __name__ == "__main__":
    serve(Maha())
