"""How many, as of when, according to whom: the figures that are claimed for one thing, and every other counted thing.

The panel holds the thing whose figures move or disagree (else the one claimed most): value from zero upwards, the
time each figure speaks of to the right. The mark's shape says who asserts the number, its dress how it is bounded: an
arrow for more or less than, a bar for a range, a dotted ring for "about", which has no length. What is counted
besides stands below, each on a scale of its own: in cards while it is little, then in rows, then in a table by month.
No line is fitted and nothing is averaged or summed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import (
    claims_cards,
    claims_table,
    claims_words,
    columns,
    counted,
    frame,
    labels,
    look,
    marks,
    scales,
)
from analysis.charts.claims_words import Names
from analysis.charts.counted import Claim, Cluster, Thing, Verdicts

PLOT = (150.0, 1550.0)
HEIGHT = 560.0
MOST_SLOTS, MOST_CLAIMANTS = 8, 3
MOST_CARDS, MOST_ROWS = 4, 60
NUMBER, SMALL, ENTRY = 24.0, 17.0, 17.0
STEP = 23.0
PITCH, RING_PITCH = 34.0, 54.0
ARROW = 46.0
INK = look.OUTLET
"""Whose words carry a figure is not known before origins are traced, so no colour says it."""


Entry = tuple[list[str], list[float]]
"""The lines that say who asserts a figure, and where that claimant's marks stand."""


@dataclass(frozen=True)
class _Slot:
    """A cluster with its place: the middle of its marks, and how much room its words have."""

    cluster: Cluster
    x: float
    room: float


def by_as_of(
    claims: pd.DataFrame,
    claim_groups: pd.DataFrame,
    articles: pd.DataFrame,
    entities: pd.DataFrame,
    *,
    page: look.Page,
) -> look.Sheet:
    """Draw the claimed figures of a story, each at the time it speaks of, with its bound and who asserts it.

    Parameters
    ----------
    claims, claim_groups, articles, entities
        The tables of those names (`analysis.tables`). Entities give names and tell persons from bodies.
    page
        The page to draw on; call inside `look.context`, or through `look.twins`.

    Returns
    -------
    look.Sheet
        1600 pixels wide. Up to four other things are cards, up to sixty rows of a dot plot; more are a table of thing
        and month. Vague quantities are counted in the footer.

        A story without any figure has a sheet that says so.
    """
    read = counted.read(claims, entities)
    if not read:
        title = page.pick("لا رقم معلناً في هذه المقالات", "No figure is claimed in these articles")
        footer = columns.tally(articles, page.lang) + "."
        return frame.empty(page, title, footer).says(title, footer, title, claims.iloc[:0])
    found = counted.things(read, claim_groups, columns.published(articles))
    names = claims_words.names(articles, entities, claims, page)
    title = claims_words.title(found, page, compared=not claim_groups.empty)
    footer = claims_words.tally(claims, read, articles, names)
    sheet, axes = look.canvas(page, 1.0)
    if len(found) > MOST_ROWS:
        y = frame.heading(axes, page, title, claims_table.subtitle(page))
        y = claims_table.draw(axes, found, names, y + 20)
        footer += " " + claims_table.note(found, page)
    else:
        y, more = _panel_and_rest(axes, found, Verdicts(claim_groups), names, title)
        footer += more
    frame.cut(sheet, axes, frame.footer(axes, page, y + 10, footer))
    return sheet.says(title, footer, f"{title}. {_subtitle(found[0], page)}", claims_words.shown(found))


def _panel_and_rest(
    axes: Axes, found: Sequence[Thing], verdicts: Verdicts, names: Names, title: str
) -> tuple[float, str]:
    page = names.page
    leading = found[0] if len(found[0].clusters) > 1 else None
    y = frame.heading(axes, page, title, _subtitle(leading, page))
    more = ""
    if leading is not None:
        y = _why(axes, leading, page, y + 12)
        y, more = _panel(axes, leading, verdicts, names, y + 20)
    y = frame.key(axes, page, y + 26, _key(found, page), size=18)
    rest = [one for one in found if one is not leading]
    if rest:
        words = page.pick("ما عُدّ، ولكل شيء مقياسه", "What is counted, each on a scale of its own")
        if leading is not None:
            words = page.pick("أشياء أخرى عُدّت، ولكل منها مقياسه", "Other things counted, each on a scale of its own")
        labels.put(axes, page.x(look.MARGIN), y + 34, words, page, size=22, weight=look.BOLD)
        drawn = claims_cards.cards if len(rest) <= MOST_CARDS else claims_cards.rows
        y = drawn(axes, rest, names, y + 70)
    return y, more


def _subtitle(leading: Thing | None, page: look.Page) -> str:
    shape = page.pick("والشكل يدل على صاحب الرقم.", "The shape says who asserts the number.")
    if leading is None:
        return page.pick(f"الأرقام كما تذكرها المقالات، {shape}", f"The figures as the articles give them. {shape}")
    what = claims_words.thing(leading, page.lang)
    return page.pick(
        f"{what}: الأرقام كما تذكرها المقالات، عند التاريخ الذي يصح له كل رقم، {shape}",
        f"{what[:1].upper()}{what[1:]}: figures as the articles give them, at the date each one holds for. {shape}",
    )


def _why(axes: Axes, leading: Thing, page: look.Page, y: float) -> float:
    lines = frame.balanced(claims_words.why(leading, page), page.width - 2 * look.MARGIN, page, size=19)[:3]
    labels.block(axes, page.x(look.MARGIN), y, lines, page, size=19, weight=look.MEDIUM)
    return y + len(lines) * 27


def _key(found: Sequence[Thing], page: look.Page) -> list[tuple[float, frame.Symbol, str]]:
    """The shapes and dresses that the chart holds."""
    read = [claim for one in found for claim in one.claims]
    shapes, bounds = {claim.shape for claim in read}, {claim.bound for claim in read}

    def shape(kind: marks.Shape) -> frame.Symbol:
        return lambda axes, x, y: marks.shape(axes, x, y, kind, look.TEXT, size=20)

    def about(axes: Axes, x: float, y: float) -> None:
        marks.shape(axes, x, y, "circle", look.TEXT, size=18)
        marks.ring(axes, x, y, look.TEXT, radius=17)

    def more(axes: Axes, x: float, y: float) -> None:
        claims_cards.arrow(axes, x - 16, x + 16, y, look.TEXT)

    def between(axes: Axes, x: float, y: float) -> None:
        marks.line(axes, (x - 17, x + 17), (y, y), look.TEXT, width=9, z=3)

    entries = (
        ("circle" in shapes, 20, shape("circle"), page.pick("جهة أو جماعة", "an authority, agency or group")),
        ("triangle" in shapes, 20, shape("triangle"), page.pick("شخص مسمى", "a person by name")),
        ("square" in shapes, 20, shape("square"), page.pick("النص نفسه بلا قائل", "the text itself, no claimant")),
        ("approx" in bounds, 34, about, page.pick("حلقة منقطة: «نحو»", "dotted ring: “about”")),
        (
            bool(bounds & {"more_than", "at_least", "less_than", "at_most"}),
            32,
            more,
            page.pick("سهم: أكثر أو أقل مما ذُكر", "arrow: more or less than said"),
        ),
        ("range" in bounds, 34, between, page.pick("شريط: بين حدّين", "bar: between two figures")),
    )
    return [(width, symbol, words) for present, width, symbol, words in entries if present]


def _panel(axes: Axes, thing: Thing, verdicts: Verdicts, names: Names, top: float) -> tuple[float, str]:
    """Draw the leading thing; return the height below its time axis, and what was left out, in words."""
    page = names.page
    clusters, left_out = _most_told(thing.clusters)
    what = claims_words.thing(thing, page.lang)
    labels.put(axes, page.x(look.MARGIN), top, what, page, size=18, weight=look.SEMIBOLD, color=look.TEXT)
    top, bottom = top + 26, top + 26 + HEIGHT
    highest = max(claim.ends[1] for cluster in clusters for claim in cluster.claims)
    most, steps = scales.nice(highest)
    left, right = page.box(*PLOT)
    slots = _placed(axes, clusters, page, top, bottom)
    unit = HEIGHT / most
    above = max(_headroom(slot, page) - unit * (most - slot.cluster.first.at) for slot in slots)
    at = _upwards(most, top + max(0.0, above), bottom)
    for value in steps:
        y = at(value)
        marks.line(axes, (left, right), (y, y), look.OTHER if value == 0 else look.GRID, width=2 if value else 3, z=0.6)
        words = labels.number(value, page.lang)
        labels.put(axes, page.x(PLOT[0] - 12), y, words, page, size=look.TICK, color=look.TEXT, side="end")
    for before, after in pairwise(slots):
        _relation(axes, before, after, verdicts.between(before.cluster, after.cluster), at, page)
    for slot in slots:
        _draw_cluster(axes, slot, names, at, bottom)
    more = page.pick(f" أرقام أقل وروداً لم تُرسم: {left_out}.", f" Figures said less often, not drawn: {left_out}.")
    return bottom + 52, more if left_out else ""


def _upwards(most: float, top: float, bottom: float) -> scales.Scale:
    return lambda value: bottom - (bottom - top) * value / most


def _most_told(clusters: Sequence[Cluster]) -> tuple[list[Cluster], int]:
    """The clusters that have room, in their order, those said most often; and how many have none."""
    ranked = sorted(range(len(clusters)), key=lambda at: -len(clusters[at].claims))[:MOST_SLOTS]
    return [clusters[at] for at in sorted(ranked)], len(clusters) - len(ranked)


def _placed(axes: Axes, clusters: Sequence[Cluster], page: look.Page, top: float, bottom: float) -> list[_Slot]:
    """Place clusters on a straight time axis where their words have room on it, else on one band a time, in order."""
    straight = scales.straight([cluster.as_of for cluster in clusters], page, PLOT)
    if straight is not None:
        scales.draw_straight(axes, straight, page, top, bottom)
        return [_Slot(cluster, x, room) for cluster, x, room in zip(clusters, straight.xs, straight.rooms, strict=True)]
    bands = scales.bands([cluster.as_of for cluster in clusters], page, PLOT)
    scales.draw_bands(axes, bands, [claims_words.when(clusters[band.first], page) for band in bands], page, top, bottom)
    return [_Slot(clusters[band.first + at], x, band.room) for band in bands for at, x in enumerate(band.xs)]


def _draw_cluster(axes: Axes, slot: _Slot, names: Names, at: scales.Scale, bottom: float) -> None:
    """Draw a figure's marks, the figure and its time above them, who says so below, or above where there is no room."""
    page, first = names.page, slot.cluster.first
    y = at(first.at)
    shown = _shown(slot.cluster, slot.room)
    xs = [slot.x + (place - (len(shown) - 1) / 2) * _pitch(slot.cluster) for place in range(len(shown))]
    for x, claim in zip(xs, shown, strict=True):
        _draw_mark(axes, x, claim, at)
    entries = [
        (
            frame.balanced(words, _entry_room(slot), page, size=ENTRY),
            [x for x, c in zip(xs, shown, strict=True) if c.claimant == who],
        )
        for who, words in _entries(slot.cluster, names)
    ]
    down = ARROW - 8 if first.bound in ("less_than", "at_most") else 0
    depth = max(_beside(slot, entries, page), key=len)
    above = y - _rise(slot.cluster)
    if y + down + 54 + len(depth) * STEP <= bottom:
        _draw_entries(axes, slot, entries, y + down + 24, page)
    else:
        lines = _one_column(slot, [own for own, _ in entries], page)
        above -= len(lines) * STEP
        _haloed(axes, slot.x, above + STEP, lines, page)
    times = _times(slot, page)
    above -= (len(times) - 1) * STEP
    _haloed(axes, slot.x, above, times, page, size=SMALL, color=look.TEXT)
    figure = claims_words.figure(first, page.lang)
    _haloed(axes, slot.x, above - 30, [figure], page, size=NUMBER, weight=look.BOLD)


def _times(slot: _Slot, page: look.Page) -> list[str]:
    return frame.balanced(claims_words.times(slot.cluster, page), slot.room, page, size=SMALL)


def _rise(cluster: Cluster) -> float:
    """From a mark up to the words above it."""
    return 42 + (ARROW - 8 if cluster.first.bound in ("more_than", "at_least") else 0)


def _headroom(slot: _Slot, page: look.Page) -> float:
    """Pixels that a figure's words take above its mark."""
    return _rise(slot.cluster) + (len(_times(slot, page)) - 1) * STEP + 30 + 20


def _haloed(
    axes: Axes, x: float, y: float, lines: Sequence[str], page: look.Page, *, size: float = ENTRY, **style: Any
) -> None:
    """Write centred lines on white, which breaks the gridlines; the white lies under all of them, not between them."""
    for place, line in enumerate(lines):
        half = labels.width(line, page, size=size, weight=style.get("weight", look.REGULAR)) / 2 + 3
        middle = y + place * STEP
        marks.box(axes, x - half, middle - size * 0.75, x + half, middle + size * 0.75, look.PAPER, z=0.8)
    labels.block(axes, x, y, lines, page, size=size, leading=STEP / size, side="middle", **style)


def _shown(cluster: Cluster, room: float) -> list[Claim]:
    """The claims that get a mark: all while they have room, else one a claimant, said to be several in words."""
    claims = list(cluster.claims)
    if len(claims) * _pitch(cluster) <= room:
        return claims
    return [own[0] for _, own in cluster.claimants][: max(1, int(room / _pitch(cluster)))]


def _pitch(cluster: Cluster) -> float:
    return RING_PITCH if cluster.first.bound == "approx" else PITCH


def _entries(cluster: Cluster, names: Names) -> list[tuple[str, str]]:
    """Who says so, in words; of many claimants the first, and how many more."""
    told, page = cluster.claimants, names.page
    entries = [(who, names.entry(who, own)) for who, own in told[:MOST_CLAIMANTS]]
    if len(told) > MOST_CLAIMANTS:
        rest = len(told) - MOST_CLAIMANTS
        entries.append(("", page.pick(f"وقائلون آخرون: {rest}", f"other claimants: {rest}")))
    return entries


def _entry_room(slot: _Slot) -> float:
    share = slot.room / max(len(slot.cluster.claimants), 1)
    return min(max(share, 150.0), 300.0, slot.room)


def _beside(slot: _Slot, entries: Sequence[Entry], page: look.Page) -> list[list[str]]:
    """The entries as columns of lines: side by side where each fits under its own marks, else one column of all."""
    columns_of_lines = [lines for lines, _ in entries]
    widths = [max(labels.width(line, page, size=ENTRY) for line in lines) for lines in columns_of_lines]
    total = sum(widths) + 24 * (len(widths) - 1)
    spans = [
        (min(*xs, middle), max(*xs, middle)) if xs else None
        for (_, xs), middle in zip(entries, _middles(widths, slot.x - total / 2), strict=True)
    ]
    apart = all(a is not None and b is not None and a[1] + 8 < b[0] for a, b in pairwise(spans))
    if len(entries) == 1 or (total <= slot.room and apart):
        return columns_of_lines
    return [_one_column(slot, columns_of_lines, page)]


def _one_column(slot: _Slot, columns_of_lines: Sequence[Sequence[str]], page: look.Page) -> list[str]:
    """All entries beneath each other in the whole room, a semicolon between one claimant and the next."""
    said = [" ".join(lines) for lines in columns_of_lines]
    ended = [f"{words}{page.pick('؛', ';')}" for words in said[:-1]] + said[-1:]
    room = min(slot.room, 300.0)
    return [line for words in ended for line in frame.balanced(words, room, page, size=ENTRY)]


def _draw_entries(axes: Axes, slot: _Slot, entries: Sequence[Entry], y: float, page: look.Page) -> None:
    """Write who says so under the marks, each claimant bracketed to its own; in one column where they do not fit."""
    beside = _beside(slot, entries, page)
    if len(beside) < len(entries):
        _haloed(axes, slot.x, y + 24, beside[0], page)
        return
    widths = [max(labels.width(line, page, size=ENTRY) for line in lines) for lines in beside]
    total = sum(widths) + 24 * (len(widths) - 1)
    for (lines, xs), middle in zip(entries, _middles(widths, slot.x - total / 2), strict=True):
        _bracket(axes, xs, middle, y)
        _haloed(axes, middle, y + 42, lines, page)


def _middles(widths: Sequence[float], left: float) -> list[float]:
    """Middles of texts set side by side from ``left``."""
    starts = [left + sum(widths[:place]) + 24 * place for place in range(len(widths))]
    return [start + width / 2 for start, width in zip(starts, widths, strict=True)]


def _bracket(axes: Axes, xs: Sequence[float], middle: float, y: float) -> None:
    """Join marks to the words below them."""
    if len(xs) == 1 and abs(xs[0] - middle) < 1:
        marks.line(axes, (middle, middle), (y, y + 26), INK, width=2.4)
        return
    for x in xs:
        marks.line(axes, (x, x), (y, y + 14), INK, width=2.4)
    ends = (min(*xs, middle) - 1.2, max(*xs, middle) + 1.2)
    marks.line(axes, ends, (y + 14, y + 14), INK, width=2.4)
    marks.line(axes, (middle, middle), (y + 14, y + 26), INK, width=2.4)


def _draw_mark(axes: Axes, x: float, claim: Claim, at: scales.Scale) -> None:
    y = at(claim.at)
    if claim.bound == "approx":
        marks.ring(axes, x, y, INK)
    if claim.bound in ("more_than", "at_least"):
        claims_cards.arrow_up(axes, x, y, y - ARROW, INK)
    if claim.bound in ("less_than", "at_most"):
        claims_cards.arrow_up(axes, x, y, y + ARROW, INK)
    if claim.bound == "range" and claim.low is not None and claim.high is not None:
        marks.line(axes, (x, x), (at(claim.low), at(claim.high)), INK, width=8, z=3)
    marks.shape(axes, x, y, claim.shape, INK, size=24)


def _relation(axes: Axes, before: _Slot, after: _Slot, verdict: str, at: scales.Scale, page: look.Page) -> None:
    """Link neighbours: a dashed arrow to a later figure, a red ``≠`` between two that cannot both hold."""
    later = not before.cluster.as_of.meets(after.cluster.as_of)
    ends = [(slot.x, at(slot.cluster.first.at)) for slot in (before, after)]
    spare = [_half(slot) + 14 for slot in (before, after)]
    ahead = 1 if ends[1][0] > ends[0][0] else -1
    start = (ends[0][0] + ahead * spare[0], ends[0][1])
    stop = (ends[1][0] - ahead * (spare[1] + 2), ends[1][1])
    if verdict == "updated" or (verdict == "same" and later):
        marks.dashed_arrow(axes, start, stop)
    elif verdict == "conflicting":
        middle = ((before.x + after.x) / 2, (start[1] + stop[1]) / 2)
        marks.badge(axes, *middle, look.CONFLICT)
        labels.put(axes, *middle, "≠", page, size=20, weight=look.BOLD, side="middle", color=look.CONFLICT, zorder=6)


def _half(slot: _Slot) -> float:
    return len(_shown(slot.cluster, slot.room)) * _pitch(slot.cluster) / 2
