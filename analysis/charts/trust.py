"""How often the reading is right, and how sure that is: a row a score, a dot a set of annotated articles.

The bar behind a dot is the range in which the true share would lie, had the articles been drawn at random; it is long
where little was annotated. A chart of scores alone would look better than it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from analysis.charts import frame, labels, look, marks

NAME, SCALE, COUNTS = look.MARGIN, 520.0, 1290.0
END = look.WIDTH - look.MARGIN
ROW_HEIGHT, PAIR, DOT, RANGE = 62.0, 12.0, 8.0, 6.0
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
FACES = (look.INK, look.PAPER)
"""The dot of each set of articles, in the order of the table: filled, hollow. Colour is for kinds of origin alone."""
BARS = (look.NEUTRAL, look.GRID)


def by_score(shown: pd.DataFrame, *, page: look.Page) -> Figure:
    """Draw scores of one or two sets of annotated articles under each other, each with its range.

    Parameters
    ----------
    shown
        A row a score and set: ``score_ar, score_en`` (its name), ``set_ar, set_en`` (the articles it was measured on),
        ``share`` (0 to 1), ``low, high`` (its range), ``of`` (the number it is a share of). In drawing order.
    page
        Language and direction.

    Raises
    ------
    ValueError
        If there is no score.
    """
    if shown.empty:
        raise ValueError("there is no score to draw")
    sheet, axes = look.canvas(page, 100)
    names = list(dict.fromkeys(shown[f"score_{page.lang}"]))
    sets = list(dict.fromkeys(shown[f"set_{page.lang}"]))
    title, caption = finding(shown, page), small_print(page)
    y = frame.heading(axes, page, title, subtitle(page))
    y = frame.key(axes, page, y + 14, [(2 * DOT, _symbol(at), words) for at, words in enumerate(sets)])
    y = _head(axes, page, y + 40)
    top = y
    for name in names:
        y += ROW_HEIGHT
        _row(axes, page, shown.loc[shown[f"score_{page.lang}"] == name], sets, y - ROW_HEIGHT / 2)
    _grid(axes, page, top, y)
    frame.cut(sheet, axes, frame.footer(axes, page, y + 40, caption))
    return sheet.says(title, caption, f"{title}. {_in_words(shown, page)}", shown)


def finding(shown: pd.DataFrame, page: look.Page) -> str:
    """Say which score is the lowest, on which articles."""
    least = shown.loc[shown["share"].idxmin()]
    name, where, share = (
        least[f"score_{page.lang}"],
        least[f"set_{page.lang}"],
        labels.percent(least["share"], page.lang),
    )
    return page.pick(
        f"أضعف ما في القراءة: {name}، {share} في {where}",
        f"Weakest: {_lowered(name)}, {share} right in {where}",
    )


def subtitle(page: look.Page) -> str:
    """Say what a dot and a bar are."""
    return page.pick(
        "النقطة نصيب الصحيح مما وُسم باليد، والخط المجال الذي يقع فيه النصيب الحقيقي لو سُحبت المقالات عشوائياً",
        "A dot is the share of annotations that is right; a bar, where the true share would lie for random articles",
    )


def small_print(page: look.Page) -> str:
    """Say what the ranges are and what they leave out."""
    return page.pick(
        "المجال 95 في المئة بطريقة ولسون. كل المقالات هنا رآها من كتب القواعد، فالنتائج في غيرها أدنى.",
        "Ranges: 95 per cent, Wilson's. The rules were written with these articles in view: expect less elsewhere.",
    )


def _head(axes: Axes, page: look.Page, y: float) -> float:
    scale = page.scale(0, 1, SCALE, COUNTS - 60)
    for step in STEPS:
        words = labels.percent(step, page.lang)
        labels.put(axes, scale(step), y, words, page, size=look.TICK, color=look.TEXT, side="middle")
    words = page.pick("من أصل", "out of")
    labels.put(axes, page.x(END), y, words, page, size=look.TICK, color=look.TEXT, side="end")
    return y + 20


def _grid(axes: Axes, page: look.Page, top: float, bottom: float) -> None:
    scale = page.scale(0, 1, SCALE, COUNTS - 60)
    for step in STEPS:
        marks.line(axes, (scale(step), scale(step)), (top, bottom), look.GRID, z=0)


def _row(axes: Axes, page: look.Page, scores: pd.DataFrame, sets: Sequence[str], y: float) -> None:
    scale = page.scale(0, 1, SCALE, COUNTS - 60)
    left, right = page.box(NAME, END)
    marks.line(axes, (left, right), (y + ROW_HEIGHT / 2, y + ROW_HEIGHT / 2), look.ROW_RULE, z=0)
    labels.put(axes, page.x(NAME), y, scores[f"score_{page.lang}"].iloc[0], page, size=look.ROW)
    for row in scores.to_dict("records"):
        at = sets.index(row[f"set_{page.lang}"])
        beside = y if len(scores) == 1 else y + (PAIR if at else -PAIR)
        marks.line(axes, (scale(row["low"]), scale(row["high"])), (beside, beside), BARS[at], width=RANGE, z=2)
        _dot(axes, scale(row["share"]), beside, at)
        words = labels.number(row["of"], page.lang)
        labels.put(axes, page.x(END), beside, words, page, size=look.TICK, color=look.TEXT, side="end")


def _dot(axes: Axes, x: float, y: float, at: int) -> None:
    outline = {"edgecolor": look.INK, "linewidth": marks.OUTLINE * look.POINTS}
    axes.add_patch(Circle((x, y), DOT - marks.OUTLINE / 2, facecolor=FACES[at], zorder=4, **outline))


def _symbol(at: int) -> frame.Symbol:
    return lambda axes, x, y: _dot(axes, x, y, at)


def _in_words(shown: pd.DataFrame, page: look.Page) -> str:
    comma = page.pick("،", ",")
    said = [
        f"{row[f'score_{page.lang}']}{comma} {row[f'set_{page.lang}']}: {labels.percent(row['share'], page.lang)}"
        for row in shown.to_dict("records")
    ]
    return page.pick("؛ ", "; ").join(said)


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
