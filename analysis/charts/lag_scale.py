"""An axis from decades before publication to decades after it, on which a day can be told from the next.

It is cut into bands on both sides of the day of publication: days, weeks, months, years, decades. Within a band the
scale is straight; the next one is four to twelve times coarser, so places compare, lengths only within a band. Bands
that no mark reaches are left out.

A day reaches from its number to the next one, as on every calendar here: the day of publication from 0 to 1, the day
before it from -1 to 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import labels, look, marks
from analysis.charts.frames import Frame
from analysis.charts.wording import DAYS_A_MONTH, DAYS_A_YEAR

NAMES = (
    ("أيام", "days"),
    ("أسابيع", "weeks"),
    ("أشهر", "months"),
    ("سنوات", "years"),
    ("عقود", "decades"),
)
ENDS = (0.0, 6.0, round(DAYS_A_MONTH), round(DAYS_A_YEAR), round(10 * DAYS_A_YEAR), round(100 * DAYS_A_YEAR))
"""How far each band reaches, in days beyond the day of publication."""
SAME_DAY = 0.95
"""Width of the day of publication, in bands."""


@dataclass(frozen=True)
class LagScale:
    """The axis in a box: how many bands it has before and after the day of publication, which is a band too."""

    page: look.Page
    left: float
    right: float
    before: int
    after: int

    @property
    def unit(self) -> float:
        """Pixels of a band."""
        return (self.right - self.left) / (self.before + self.after + SAME_DAY)

    @property
    def publication(self) -> tuple[float, float]:
        """Left and right of the day of publication."""
        return self._sides(0.0, 1.0)

    @property
    def borders(self) -> list[float]:
        """Where bands meet, and both ends, in pixels."""
        inner = [-ENDS[place] for place in range(self.before, -1, -1)]
        return sorted(self.at(day) for day in [*inner, *(1 + ENDS[place] for place in range(self.after + 1))])

    @property
    def bands(self) -> list[tuple[float, str]]:
        """The middle of each band and its name, the day of publication among them."""
        found = [(sum(self.publication) / 2, self.page.pick("يوم النشر", "same day"))]
        for side, count in ((-1, self.before), (1, self.after)):
            for place in range(count):
                middle = (ENDS[place] + ENDS[place + 1]) / 2
                found.append((self.at(-middle if side < 0 else 1 + middle), self.page.pick(*NAMES[place])))
        return sorted(found)

    def at(self, days: float) -> float:
        """Pixels from the left of a point, ``days`` after the beginning of the day of publication; cut at both ends."""
        if 0 <= days <= 1:
            share = self.before + days * SAME_DAY
        elif days < 0:
            share = self.before - min(_bands(-days), self.before)
        else:
            share = self.before + SAME_DAY + min(_bands(days - 1), self.after)
        at = self.left + share * self.unit
        return self.left + self.right - at if self.page.reverse else at

    def day(self, number: float) -> tuple[float, float]:
        """Left and right of a whole day, by its distance from publication."""
        return self._sides(number, number + 1)

    def reaches(self, days: float) -> bool:
        """Whether a point lies on the axis."""
        return -ENDS[self.before] <= days <= 1 + ENDS[self.after]

    def _sides(self, first: float, last: float) -> tuple[float, float]:
        ends = self.at(first), self.at(last)
        return min(ends), max(ends)


def of(page: look.Page, told: Frame, box: tuple[float, float]) -> LagScale:
    """Return the axis that holds both ends of every telling of `lags.tellings`."""
    return fitted(page, box, pd.concat([told["after_least"], told["after_most"]]).dropna())


def draw(axes: Axes, scale: LagScale, top: float, header: float, bottom: float) -> None:
    """Draw the bands' names in a header of that height, and panel, borders and day of publication below it."""
    marks.box(axes, scale.left, top + header, scale.right, bottom, look.PANEL)
    marks.box(axes, scale.publication[0], top + header, scale.publication[1], bottom, look.PUBLISHED_PALE, z=0.5)
    for x in scale.borders:
        marks.line(axes, (x, x), (top + header, bottom), look.GRID, width=1.6)
    for x, name in scale.bands:
        size = labels.fitting(name, scale.unit - 6, scale.page, size=look.TICK)
        labels.put(axes, x, top + header / 2, name, scale.page, size=size, color=look.TEXT, side="middle")


def draw_directions(axes: Axes, scale: LagScale, y: float) -> float:
    """Say which side is before publication and which after, above the axis; return the y below."""
    page = scale.page
    inner = scale.publication
    before = page.pick("قبل النشر", "before publication")
    after = page.pick("بعده", "after")
    if page.reverse:
        before, after = after, before
    style = {"size": look.TICK, "weight": look.SEMIBOLD}
    before = labels.shorten(before, inner[0] - scale.left - 8, page, **style)
    after = labels.shorten(after, scale.right - inner[1] - 8, page, **style)
    labels.put(axes, inner[0] - 8, y, before, page, side="right", **style)
    labels.put(axes, inner[1] + 8, y, after, page, side="left", **style)
    return y + 18


def fitted(page: look.Page, box: tuple[float, float], days: Iterable[float]) -> LagScale:
    """Return the axis that holds all ``days``, distances from publication, and a band of days at least on each side."""
    numbers = list(days)
    before = _bands_needed(-min(numbers, default=0.0))
    after = _bands_needed(max(numbers, default=0.0))
    return LagScale(page, *page.box(*box), before, after)


def _bands(days: float) -> float:
    """How many bands a distance takes, with the part of the last one."""
    for place, (begin, end) in enumerate(pairwise(ENDS)):
        if days <= end:
            return place + (days - begin) / (end - begin)
    return float(len(NAMES))


def _bands_needed(days: float) -> int:
    return next((place for place, end in enumerate(ENDS) if place and days <= end), len(NAMES))
