"""Counted things beside the leading one: as cards while they are few, as rows of a dot plot when they are many.

Each has a scale of its own, from zero. Up to five things are drawn as things: nobody needs an axis to see three.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from analysis.charts import claims_words, labels, look, marks, scales
from analysis.charts.claims_words import Names
from analysis.charts.counted import Claim, Cluster, Thing

INK = look.OUTLET
GAP, IN_A_ROW = 34.0, 4
BIG, WHAT, SMALL, TICK = 26.0, 18.0, 16.0, 15.0
STEP = 22.0
AS_THINGS = 5
HEAD = 9.0
OVERHANG = 12.0
"""How far the number at the end of an axis may reach beyond it."""
LABEL_COLUMN, PLOT_COLUMN, WHO_COLUMN = (50.0, 480.0), (510.0, 980.0), (1010.0, 1550.0)
MOST_SPEAKERS = 3


def arrow(axes: Axes, start: float, stop: float, y: float, color: str) -> None:
    """Draw an open end along the value: a thick line with a head at ``stop``."""
    ahead = 1 if stop > start else -1
    marks.line(axes, (start, stop - ahead * HEAD), (y, y), color, width=5, z=3)
    corners = [(stop, y), (stop - ahead * 1.6 * HEAD, y - HEAD), (stop - ahead * 1.6 * HEAD, y + HEAD)]
    marks.head(axes, corners, color)


def arrow_up(axes: Axes, x: float, start: float, stop: float, color: str) -> None:
    """Draw an open end across the value axis: up for more than said, down for less."""
    ahead = 1 if stop > start else -1
    marks.line(axes, (x, x), (start, stop - ahead * HEAD), color, width=5, z=3)
    corners = [(x, stop), (x - HEAD, stop - ahead * 1.6 * HEAD), (x + HEAD, stop - ahead * 1.6 * HEAD)]
    marks.head(axes, corners, color)


def cards(axes: Axes, found: Sequence[Thing], names: Names, top: float) -> float:
    """Draw up to four things as cards side by side; return the height below them."""
    page = names.page
    width = (page.width - 2 * look.MARGIN - (IN_A_ROW - 1) * GAP) / IN_A_ROW
    starts = [look.MARGIN + place * (width + GAP) for place in range(len(found))]
    heads = [_card_head(one, width, names) for one in found]
    depth = max(len(what) + len(said) for _, what, said in heads)
    bottoms = []
    for one, start, (figures, what, said) in zip(found, starts, heads, strict=True):
        marks.line(axes, page.box(start, start + width), (top, top), look.INK, width=2.6)
        labels.put(axes, page.x(start), top + 34, figures, page, size=BIG, weight=look.BOLD)
        y = top + 68
        labels.block(axes, page.x(start), y, what, page, size=WHAT, weight=look.MEDIUM, leading=STEP / WHAT)
        y += len(what) * STEP + 2
        labels.block(axes, page.x(start), y, said, page, size=SMALL, color=look.TEXT, leading=STEP / SMALL)
        bottoms.append(_card_body(axes, one, names, (start, start + width), top + 68 + depth * STEP + 22))
    return max(bottoms) + 16


def _card_head(one: Thing, width: float, names: Names) -> tuple[str, list[str], list[str]]:
    """A card's figures, what they count, and the words of the first claim as they stand in the article."""
    page = names.page
    figures = list(dict.fromkeys(claims_words.figure(claim, page.lang) for claim in one.claims))
    comma = "، " if page.rtl else ", "
    big = labels.shorten(comma.join(figures), width, page, size=BIG, weight=look.BOLD)
    what = labels.wrap(claims_words.thing(one, page.lang), width, page, size=WHAT, weight=look.MEDIUM)[:2]
    text = labels.clean(one.clusters[0].first.text)
    said = labels.wrap(labels.name(f"«{text}»", page.lang), width, page, size=SMALL)
    if len(said) > 2:
        said = [said[0], labels.shorten(" ".join(said[1:]), width, page, size=SMALL)]
    return big, what, said


def _card_body(axes: Axes, one: Thing, names: Names, card: tuple[float, float], y: float) -> float:
    """Draw the figure: as things while it is a small whole number, on an axis otherwise. Return the height below it."""
    first = one.clusters[0].first
    if len(one.clusters) == 1 and first.bound == "exact" and first.at in range(1, AS_THINGS + 1):
        return _as_things(axes, one, names, card, y)
    _axis(axes, one, names, (card[0] + 12, card[1] - 12), y)
    y += 54
    for words in _who(one, names):
        lines = labels.wrap(words, card[1] - card[0], names.page, size=SMALL)[:3]
        labels.block(
            axes, names.page.x(card[0]), y, lines, names.page, size=SMALL, color=look.TEXT, leading=STEP / SMALL
        )
        y += len(lines) * STEP
    return y


def _as_things(axes: Axes, one: Thing, names: Names, card: tuple[float, float], y: float) -> float:
    page, cluster = names.page, one.clusters[0]
    count = int(cluster.first.at)
    beside = card[0] + count * 27 + 16
    for claimant, own in cluster.claimants[:MOST_SPEAKERS]:
        for place in range(count):
            marks.shape(axes, page.x(card[0] + 11 + place * 27), y, own[0].shape, INK, size=21)
        lines = labels.wrap(names.entry(claimant, own), card[1] - beside, page, size=SMALL)[:3]
        labels.block(axes, page.x(beside), y, lines, page, size=SMALL, color=look.TEXT, leading=STEP / SMALL)
        y += max(34, len(lines) * STEP + 10)
    return y


def rows(axes: Axes, found: Sequence[Thing], names: Names, top: float) -> float:
    """Draw things as rows of a dot plot: what is counted, its figures on a scale of its own, who says which."""
    page = names.page
    for one in found:
        what = labels.wrap(claims_words.thing(one, page.lang), LABEL_COLUMN[1] - LABEL_COLUMN[0], page, size=WHAT)[:2]
        who = [line for words in _who(one, names) for line in _entry_lines(words, page)]
        conflict = one.verdict == "conflicting"
        height = max(82.0, len(who) * STEP + 22, len(what) * STEP + 22 + STEP)
        sides = page.box(look.MARGIN, page.width - look.MARGIN)
        if conflict:
            marks.box(axes, sides[0], top, sides[1], top + height, look.CONFLICT_PALE, z=0.2)
        marks.line(axes, sides, (top, top), look.ROW_RULE, z=0.3)
        y = top + 26
        style = {"color": look.CONFLICT if conflict else look.INK, "weight": look.MEDIUM}
        labels.block(axes, page.x(LABEL_COLUMN[0] + 8), y, what, page, size=WHAT, leading=STEP / WHAT, **style)
        _quoted(axes, one, names, y + len(what) * STEP)
        _axis(axes, one, names, PLOT_COLUMN, top + height / 2 + 2, figures=True)
        labels.block(axes, page.x(WHO_COLUMN[0]), y, who, page, size=SMALL, color=look.TEXT, leading=STEP / SMALL)
        top += height
    marks.line(axes, page.box(look.MARGIN, page.width - look.MARGIN), (top, top), look.ROW_RULE, z=0.3)
    return top + 16


def _entry_lines(words: str, page: look.Page) -> list[str]:
    room = WHO_COLUMN[1] - WHO_COLUMN[0] - 12
    lines = labels.wrap(words, room, page, size=SMALL)
    return lines if len(lines) <= 2 else [lines[0], labels.shorten(" ".join(lines[1:]), room, page, size=SMALL)]


def _quoted(axes: Axes, one: Thing, names: Names, y: float) -> None:
    page = names.page
    text = labels.name(f"«{labels.clean(one.clusters[0].first.text)}»", page.lang)
    room = LABEL_COLUMN[1] - LABEL_COLUMN[0]
    labels.put(
        axes,
        page.x(LABEL_COLUMN[0] + 8),
        y,
        labels.shorten(text, room, page, size=TICK),
        page,
        size=TICK,
        color=look.TEXT,
    )


def _who(one: Thing, names: Names) -> list[str]:
    """Who says which figure, one sentence a figure; many claimants of one figure are counted."""
    page = names.page
    figures: dict[tuple[object, ...], list[Claim]] = {}
    for claim in one.claims:
        figures.setdefault(claim.figure, []).append(claim)
    several = len(figures) > 1
    told = []
    for cluster in (Cluster(tuple(own)) for own in figures.values()):
        if len(cluster.claimants) > MOST_SPEAKERS:
            count = labels.counted(len({claim.article for claim in cluster.claims}), "article", page.lang)
            claims = labels.counted(len(cluster.claims), "claimed figure", page.lang)
            who = page.pick(f"{claims} في {count}", f"{claims} in {count}")
        else:
            who = ("؛ " if page.rtl else "; ").join(names.entry(who, own) for who, own in cluster.claimants)
        told.append(f"{claims_words.figure(cluster.first, page.lang)}: {who}" if several else who)
    if len(told) > MOST_SPEAKERS:
        more = page.pick(f"وأرقام أخرى: {len(told) - MOST_SPEAKERS}", f"further figures: {len(told) - MOST_SPEAKERS}")
        told = [*told[:MOST_SPEAKERS], more]
    return told


def _axis(
    axes: Axes, one: Thing, names: Names, columns: tuple[float, float], y: float, *, figures: bool = False
) -> None:
    """Draw a thing's figures on an axis from zero; with ``figures``, the numbers stand above their marks."""
    page = names.page
    open_up = any(claim.bound in ("more_than", "at_least") for claim in one.claims)
    most, _ = scales.nice(one.top * (1.25 if open_up else 1.08))
    at = page.scale(0, most, *columns)
    marks.line(axes, (at(0), at(most)), (y, y), look.RULE, width=2.4, z=1)
    for value in (0.0, most):
        marks.line(axes, (at(value), at(value)), (y - 7, y + 7), look.RULE, width=2.4, z=1)
        words = labels.number(value, page.lang)
        beyond = max(0.0, labels.width(words, page, size=TICK) / 2 - OVERHANG) if value else 0.0
        labels.put(axes, at(value) - beyond, y + 22, words, page, size=TICK, color=look.TEXT, side="middle")
    taken: list[tuple[float, float]] = []
    for cluster in one.clusters:
        claim = cluster.first
        _mark(axes, claim, at, y, most)
        is_range = claim.bound == "range"
        words = claims_words.figure(claim, page.lang) if is_range else labels.number(claim.at, page.lang)
        half = labels.width(words, page, size=SMALL, weight=look.SEMIBOLD) / 2 + 4
        x = at(sum(claim.ends) / 2) if is_range else at(claim.at)
        if figures and all(x + half < left or x - half > right for left, right in taken):
            taken.append((x - half, x + half))
            labels.put(axes, x, y - 29, words, page, size=SMALL, weight=look.SEMIBOLD, side="middle")


def _mark(axes: Axes, claim: Claim, at: scales.Scale, y: float, most: float) -> None:
    x = at(claim.at)
    if claim.bound in ("more_than", "at_least"):
        arrow(axes, x, at(most), y, INK)
    elif claim.bound in ("less_than", "at_most"):
        arrow(axes, x, at(0), y, INK)
    elif claim.bound == "range" and claim.low is not None and claim.high is not None:
        marks.line(axes, (at(claim.low), at(claim.high)), (y, y), INK, width=9, z=3)
    if claim.bound == "approx":
        marks.ring(axes, x, y, INK, radius=18)
    if claim.bound != "range":
        marks.shape(axes, x, y, claim.shape, INK, size=19)
