"""Which words may begin a time by the company they keep, told from their bits before any rule is tried.

A month or a weekday may by itself; a number, قبل or هذا only where a unit, a month or the like stands in reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.marks.elements import Course
from analysis.marks.time_around import particle
from analysis.marks.word_bits import Masks
from analysis.text.tokens import Word

_ENOUGH = frozenset({
    "months", "weekdays", "relative_days", "time_references", "placed_references", "time_units", "repeats", "decades",
    "feasts", "seasons", "someday_words", "later_words", "playing_seasons",
    "then_words", "recently_words", "year_parts", "parts_of_day", "spoken_days",
    "at_once",
})  # fmt: skip
_COMPANY = _ENOUGH | {"deictics", "clock_zones", "clock_fractions"}
_COMPANY_REACH = 6
_REACH = {
    "this_words": 1, "that_words": 1, "several_words": 1, "every_words": 3, "portions": 3, "time_anchors": 5,
    "number_words": 6, "digits": 5,
}  # fmt: skip
_DATE_SIGNS = frozenset({":", "/", "-", "–", ".", particle("of it")})
"""What may follow the first number of a date or clock: a sign, or "of it" behind a month told of (في 20 منه)."""


class Company:
    """Tells which tokens may begin a time, before any rule is tried.

    Many words are one only in company (a number, قبل, هذا): a number needs a unit, a month or the like within a few
    words, or a sign of dates and clocks right behind it.
    """

    def __init__(self, masks: Masks) -> None:
        self._year = masks.classes(frozenset({"digits"}), _is_of_four)
        self._enough = masks.classes(_ENOUGH) | self._year
        self._company = masks.classes(_COMPANY)
        self._digits = masks.classes(frozenset({"digits"}))
        self._anchors = masks.classes(frozenset({"time_anchors", "portions"}))
        self._signs = masks.literal(_DATE_SIGNS)
        self._reach = [(masks.classes(frozenset({key})), reach) for key, reach in _REACH.items()]
        self._needs: dict[int, int] = {}

    def kept(self, course: Course, places: Iterable[int]) -> Iterator[int]:
        """Yield those of the tokens ``places``, in order, that may begin a time."""
        may, told, any_word = course.may, self._company, Masks.ANY
        company = iter([i for i, bits in enumerate(may) if bits > any_word and bits & told])
        nearest = -1
        for i in places:
            here = may[i]
            if not here & self._enough:
                while nearest <= i:
                    nearest = next(company, len(may) + _COMPANY_REACH)
                reach = self._needs.get(here) or self._reach_of(here)
                if nearest > i + reach and not self._is_dated(here, may[i + 1 : i + 3]):
                    continue
            yield i

    def _reach_of(self, here: int) -> int:
        found = max((reach for bits, reach in self._reach if bits & here), default=_COMPANY_REACH)
        self._needs[here] = found
        return found

    def _is_dated(self, here: int, behind: Iterable[int]) -> bool:
        """Whether a sign of dates stands behind a number, or a year behind a word that times are counted from."""
        if here & self._digits:
            return any(bits & self._signs for bits in behind)
        return bool(here & self._anchors) and any(bits & self._year for bits in behind)


def _is_of_four(word: Word) -> bool:
    return len(word.folded) == len("2021")
