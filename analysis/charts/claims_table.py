"""Hundreds of claimed figures: a row a counted thing, a column a month; in a cell the lowest, commonest and highest.

Three numbers that were said, none that was computed: no mean and no sum. Below them stands how many outlets say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import claims_words, labels, look, marks
from analysis.charts.claims_words import Names
from analysis.charts.counted import Claim, Thing

MOST_ROWS, MOST_MONTHS = 60, 5
LABEL_END, CELLS = 520.0, (540.0, 1550.0)
ROW, FIGURES, SMALL = 58.0, 18.0, 15.0

Month = tuple[int, int]


def subtitle(page: look.Page) -> str:
    """What a cell says."""
    return page.pick(
        "في كل خانة أقل رقم ذُكر فأكثرها وروداً فأعلاها، بحسب الشهر الذي يصح له الرقم، وتحتها عدد الناشرين.",
        "In each cell the lowest figure said, the one said most often and the highest, by the month it holds for; "
        "below, how many outlets say so.",
    )


def draw(axes: Axes, found: Sequence[Thing], names: Names, top: float) -> float:
    """Draw the table; return the height below it."""
    page, months = names.page, _months(found)
    width = (CELLS[1] - CELLS[0]) / len(months)
    marks.box(axes, *_box(page, look.MARGIN, page.width - look.MARGIN, top, top + 44), look.BAND)
    for place, month in enumerate(months):
        x = page.x(CELLS[0] + (_place(place, len(months), page) + 0.5) * width)
        words = labels.month(pd.Timestamp(month[0], month[1], 1), page.lang)
        labels.put(axes, x, top + 22, words, page, size=FIGURES, weight=look.SEMIBOLD, side="middle")
    y = top + 44
    for one in _most_told(found):
        what = labels.shorten(claims_words.thing(one, page.lang), LABEL_END - look.MARGIN - 20, page, size=FIGURES)
        conflict = one.verdict == "conflicting"
        labels.put(
            axes,
            page.x(look.MARGIN + 12),
            y + ROW / 2,
            what,
            page,
            size=FIGURES,
            color=look.CONFLICT if conflict else look.INK,
        )
        for place, month in enumerate(months):
            own = [claim for claim in one.claims if _month(claim) == month]
            x = page.x(CELLS[0] + (_place(place, len(months), page) + 0.5) * width)
            _cell(axes, own, names, x, y, width, color=look.CONFLICT if conflict else look.INK)
        y += ROW
        marks.line(axes, page.box(look.MARGIN, page.width - look.MARGIN), (y, y), look.ROW_RULE)
    return y + 16


def note(found: Sequence[Thing], page: look.Page) -> str:
    """Say what the table has no room for."""
    months, kept = set(_months(found)), _most_told(found)
    outside = sum(_month(claim) not in months for one in kept for claim in one.claims)
    rows = len(found) - len(kept)
    said = page.pick(
        f"أرقام لأشهر أخرى أو بلا تاريخ: {outside}.", f"Figures of other months or without a date: {outside}."
    )
    if rows:
        said += page.pick(f" أشياء أقل وروداً لم تُدرج: {rows}.", f" Things claimed less often, not listed: {rows}.")
    return said


def _cell(axes: Axes, claims: Sequence[Claim], names: Names, x: float, y: float, width: float, color: str) -> None:
    page = names.page
    if not claims:
        marks.point(axes, x, y + ROW / 2)
        return
    values = [claim.at for claim in claims]
    common = Counter(values).most_common(1)[0][0]
    three = list(dict.fromkeys((min(values), common, max(values))))
    if page.rtl and not page.reverse:
        three.reverse()  # values grow to the right, and an Arabic line is read from there
    words = labels.shorten(
        " · ".join(labels.number(value, page.lang) for value in three), width - 10, page, size=FIGURES
    )
    labels.put(axes, x, y + 21, words, page, size=FIGURES, weight=look.SEMIBOLD, side="middle", color=color)
    outlets = {names.outlets[claim.article] for claim in claims} - {None}
    counted = (
        labels.counted(len(outlets), "named outlet", page.lang)
        if outlets
        else page.pick("بلا اسم ناشر", "no outlet named")
    )
    labels.put(axes, x, y + 43, counted, page, size=SMALL, color=look.TEXT, side="middle")


def _most_told(found: Sequence[Thing]) -> list[Thing]:
    """The things in most articles, in the order they came."""
    ranked = sorted(range(len(found)), key=lambda at: -len({claim.article for claim in found[at].claims}))
    return [found[at] for at in sorted(ranked[:MOST_ROWS])]


def _months(found: Sequence[Thing]) -> list[Month]:
    """The months that most figures hold for, in order of time."""
    told = Counter(month for one in found for claim in one.claims if (month := _month(claim)) is not None)
    return sorted(month for month, _ in told.most_common(MOST_MONTHS)) or [(1, 1)]


def _month(claim: Claim) -> Month | None:
    day = claim.as_of.latest or claim.as_of.earliest
    return None if day is None else (day.year, day.month)


def _place(place: int, count: int, page: look.Page) -> int:
    """Columns are months, and time grows to the right in both languages unless the page turns it."""
    return place if page.rtl == page.reverse else count - 1 - place


def _box(page: look.Page, start: float, end: float, top: float, bottom: float) -> tuple[float, float, float, float]:
    left, right = page.box(start, end)
    return left, top, right, bottom
