"""Who and what the articles speak of, and who of them is also heard: a matrix of names and articles.

Tint and number say how often an article's prose names a person, body or state; a frame says that it is also quoted
there. Counts are neither divided by length nor added up over outlets. Dozens of articles are grouped by outlet,
hundreds become columns of outlet and month (`grid`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.charts import columns, frame, grid, labels, look, marks
from analysis.charts.frames import Frame
from analysis.charts.grid import Cell, Column

KINDS = {"PER": "person", "ORG": "body", "GPE": "state"}
"""The types of entity that act; cities are no states, and the outlets themselves are left out."""
LARGE, GROUPED = 14, 90
"""Up to so many articles each is a wide column, a narrow one; more are columns of outlet and month."""
MOST_ROWS = 45
REACH = 0.1
"""With hundreds of articles, names in less than this share of them are left out."""
START, NAME, KIND, CELLS, END = look.MARGIN, 200.0, 625.0, 640.0, look.WIDTH - look.MARGIN
ROW_HEIGHT, BLOCK_GAP = 40.0, 20.0
NUMBER_FROM = 4
"""In narrow columns smaller numbers are said by the tint alone."""


def rows(
    articles: Frame,
    sentences: Frame,
    mentions: Frame,
    quotes: Frame,
    entities: Frame,
) -> Frame:
    """Return a row for each actor in each article that names it: its ``count`` in prose, and whether it is ``quoted``.

    The arguments are the tables of these names. Counted are names of persons, bodies and states in sentences of the
    body. An actor that is quoted but not named in an article's prose has no row there.
    """
    known = entities.drop_duplicates("entity_id").set_index("entity_id")
    actors = [e for e in known.index if _acts(known.loc[e])]
    outlets = set(articles["outlet_id"].dropna())
    body = set(sentences.loc[sentences["place"] == "body", "sentence_id"])
    named = mentions[
        mentions["sentence_id"].isin(body) & mentions["entity_id"].isin(actors) & ~mentions["entity_id"].isin(outlets)
    ]
    counts = named.groupby(["entity_id", "article_id"], observed=True).size().rename("count").reset_index()
    heard = set(zip(quotes["speaker_id"], quotes["article_id"], strict=True))
    pairs = zip(counts["entity_id"], counts["article_id"], strict=True)
    counts["quoted"] = [pair in heard for pair in pairs]
    for column in ("name_ar", "name_en", "type"):
        counts[column] = counts["entity_id"].map(known[column].astype("object"))
    order = ["entity_id", "name_ar", "name_en", "type", "article_id", "count", "quoted"]
    return counts[order].sort_values(["entity_id", "article_id"]).reset_index(drop=True)


def matrix(
    articles: Frame,
    sentences: Frame,
    mentions: Frame,
    quotes: Frame,
    entities: Frame,
    *,
    page: look.Page,
) -> Figure:
    """Draw who and what each article names, how often, and who is also quoted there.

    The arguments are the tables of these names. Rows are actors in two articles or more, by number of articles, then
    by the highest count in one article, then by pattern. Returns a `look.Sheet` that shows `rows`; raises ValueError
    where no article names an actor.
    """
    counts = rows(articles, sentences, mentions, quotes, entities)
    if counts.empty:
        raise ValueError("no article names a person, body or state; see `mentions`")
    body = sentences[sentences["place"] == "body"]
    length = (body["end"] - body["start"]).groupby(body["article_id"]).sum()
    made = grid.columns_of(articles, entities, length, page.lang, LARGE, GROUPED)
    kept, left = _kept(counts, made, len(articles))
    sheet, axes = look.canvas(page, 100)
    title = finding(counts, len(articles), page.lang)
    y = frame.heading(axes, page, title, _subtitle(len(articles), page))
    y = grid.head(axes, page, made, y + 28, wide=len(articles) <= LARGE)
    y = _blocks(axes, page, kept, made, y, wide=len(articles) <= LARGE)
    if len(articles) <= LARGE:
        y = _others(axes, page, counts, made, y)
    caption = small_print(articles, kept, left, page)
    frame.cut(sheet, axes, frame.footer(axes, page, y + 50, caption))
    return sheet.says(
        title,
        caption,
        f"{title}. {_alt(kept, made, page)}",
        counts[counts["entity_id"].isin([a.entity_id for a in kept])],
    )


def finding(counts: Frame, articles: int, lang: look.Lang) -> str:
    """State how many names all articles share and how many of those are heard; else which name stands in most."""
    reach = counts.groupby("entity_id").size()
    shared = reach.index[reach == articles]
    if len(shared) and articles > 1:
        quoted = counts[counts["entity_id"].isin(shared) & counts["quoted"]]["entity_id"].nunique()
        return _shared(len(shared), quoted, articles, lang)
    most = int(reach.max())
    top = reach.index[reach == most]
    if len(top) == 1:
        row = counts[counts["entity_id"] == top[0]].iloc[0]
        name = labels.name(_name(row, lang), lang)
        some = labels.counted(most, "in articles", "ar", words=True)
        if lang == "ar":
            return f"أكثر الأسماء وروداً: {name}، في {some} من أصل {labels.number_word(articles, 'ar', genitive=True)}"
        return (
            f"{name} is named in {most} of the {labels.number_word(articles, 'en')} articles, more than any other name"
        )
    if lang == "ar":
        some, whole = (
            labels.counted(most, "in articles", "ar", words=True),
            labels.number_word(articles, "ar", genitive=True),
        )
        return f"لا اسم يرد في أكثر من {some} من أصل {whole}"
    most_said, whole = labels.number_word(most, "en"), labels.number_word(articles, "en")
    return f"No name stands in more than {most_said} of the {whole} articles"


def _shared(shared: int, quoted: int, articles: int, lang: look.Lang) -> str:
    if lang == "ar":
        many = "المقالات كلها"
        if 3 <= articles <= 10:
            many = f"المقالات ال{labels.number_word(articles, 'ar')} كلها"
        names = labels.counted(shared, "shared name", "ar", words=True)
        heard = (
            f"والمنقول كلامه منها {labels.number_word(quoted, 'ar', 'masculine')}"
            if quoted
            else "ولا كلام منقولاً عن أي منها"
        )
        return f"{names} بين {many}، {heard}"
    names = labels.counted(shared, "shared name", "en", words=True)
    heard = (
        "none of them is"
        if not quoted
        else f"{labels.number_word(quoted, 'en')} of them {'is' if quoted == 1 else 'are'}"
    )
    if quoted == shared:
        heard = "it is" if shared == 1 else "each of them is"
    return f"{names[0].upper()}{names[1:]} in all {labels.number_word(articles, 'en')} articles; {heard} also quoted"


def _subtitle(count: int, page: look.Page) -> str:
    if count > GROUPED:
        return page.pick(
            "كل عمود مقالات ناشر في شهر، واللون عدد المقالات التي تسمّي شخصاً أو جهة أو دولة.",
            "Each column is an outlet’s articles of a month; the tint says how many of them name the actor.",
        )
    return page.pick(
        "كم مرة يسمّي متن كل مقالة شخصاً أو جهة أو دولة. والعدد المؤطَّر: له قول منقول في تلك المقالة.",
        "How often each article’s prose names a person, body or state. Framed: it is also quoted in that article.",
    )


class Actor:
    """A row of the matrix: an actor, and its cell in each column that names it."""

    def __init__(self, group: Frame, made: Sequence[Column]) -> None:
        first = group.iloc[0]
        self.entity_id, self.type, self.row = str(first["entity_id"]), str(first["type"]), first
        self.reach = len(group)
        self.highest = int(group["count"].max())
        by_article = {row.article_id: row for row in group.itertuples()}
        self.cells = tuple(_cell([by_article[a] for a in column.articles if a in by_article]) for column in made)

    @property
    def order(self) -> tuple[Any, ...]:
        """Number of articles, highest count in one, then the pattern from the first column on."""
        return (-self.reach, -self.highest, tuple(cell.count == 0 for cell in self.cells), self.entity_id)


def _cell(found: Sequence[Any]) -> Cell:
    """An article's count; of a column of several articles, how many of them name the actor."""
    quoted = any(row.quoted for row in found)
    return Cell(found[0].count if len(found) == 1 else len(found), quoted) if found else Cell(0, False)


def _kept(counts: Frame, made: Sequence[Column], articles: int) -> tuple[list[Actor], int]:
    """The actors that get a row, in order, and how many of those in two articles or more do not."""
    actors = sorted((Actor(group, made) for _, group in counts.groupby("entity_id")), key=lambda actor: actor.order)
    several = [actor for actor in actors if actor.reach > 1] or actors
    least = REACH * articles if articles > GROUPED else 0
    kept = [actor for actor in several if actor.reach >= least][:MOST_ROWS]
    return kept, len(several) - len(kept)


def _blocks(
    axes: Axes, page: look.Page, kept: Sequence[Actor], made: Sequence[Column], y: float, *, wide: bool
) -> float:
    """Rows in blocks of equal reach, or without blocks where there are too many articles for that."""
    height = ROW_HEIGHT if wide else 32.0
    before: int | None = None
    for actor in kept:
        if before is None or (wide and actor.reach != before):
            y += BLOCK_GAP if before is not None else 0
            marks.line(axes, (START, END), (y, y), look.OTHER, width=2, z=1)
        if actor.reach != before:
            words = grid.reach(actor.reach, sum(len(c.articles) for c in made), page.lang)
            room = NAME - START - 12
            size = labels.fitting(words, room, page, size=18, weight=look.SEMIBOLD)
            labels.put(
                axes, page.x(START), y + height / 2, words, page, size=size, weight=look.SEMIBOLD, color=look.TEXT
            )
        _row(axes, page, actor, made, y, height, wide=wide)
        before, y = actor.reach, y + height
    return y


def _row(
    axes: Axes, page: look.Page, actor: Actor, made: Sequence[Column], y: float, height: float, *, wide: bool
) -> None:
    middle = y + height / 2
    kind = _kind_word(actor.type, page)
    room = KIND - NAME - labels.width(kind, page, size=17) - 20
    name = labels.name(_name(actor.row, page.lang), page.lang)
    name = labels.shorten(name, room, page, size=20 if wide else 18, weight=look.MEDIUM)
    labels.put(axes, page.x(NAME), middle, name, page, size=20 if wide else 18, weight=look.MEDIUM)
    labels.put(axes, page.x(KIND), middle, kind, page, size=17, color=look.TEXT, side="end")
    for column, cell in zip(made, actor.cells, strict=True):
        _tile(axes, page, column, cell, y, height, wide=wide)


def _tile(axes: Axes, page: look.Page, column: Column, cell: Cell, y: float, height: float, *, wide: bool) -> None:
    """One cell: its tint, its number where it fits, its frame."""
    left, right = page.box(*column.box)
    middle = (left + right) / 2, y + height / 2
    if cell.count == 0:
        if wide:
            labels.put(axes, *middle, "·", page, size=20, color="#C0C6CF", side="middle")
        return
    gap = min(2.0, (right - left) / 8)
    step = grid.step(cell.count)
    marks.box(axes, left + gap, y + 2, right - gap, y + height - 2, look.TINTS[step], z=2)
    ink = look.PAPER if step == 3 else look.INK
    number = labels.number(cell.count, page.lang)
    if wide or (
        cell.count >= NUMBER_FROM and column.single and right - left >= labels.width(number, page, size=15) + 4
    ):
        size = 20 if wide else look.SMALLEST
        labels.put(axes, *middle, number, page, size=size, weight=look.SEMIBOLD, color=ink, side="middle", zorder=4)
    if cell.quoted and column.single:
        inset = min(27.0, (right - left) / 2 - gap - 2)
        top = height / 2 - 6
        axes.add_patch(
            Rectangle(
                (middle[0] - inset, middle[1] - top), 2 * inset, 2 * top, facecolor="none", edgecolor=ink,
                linewidth=(4.0 if wide else 2.5) * look.POINTS, joinstyle="miter", zorder=3,
            )
        )  # fmt: skip


def _others(axes: Axes, page: look.Page, counts: Frame, made: Sequence[Column], y: float) -> float:
    """The last row: how many further actors stand in this article only."""
    alone = counts.groupby("entity_id")["article_id"].transform("size") == 1
    alone_in = counts[alone].groupby("article_id").size()
    y += BLOCK_GAP
    marks.line(axes, (START, END), (y, y), look.OTHER, width=2, z=1)
    words = page.pick("آخرون لا يُسمَّون إلا في هذه المقالة", "Others, named in this article only")
    labels.put(axes, page.x(START), y + 27, words, page, size=18, weight=look.SEMIBOLD, color=look.TEXT)
    for column in made:
        count = int(alone_in.get(column.articles[0], 0))
        said = labels.number(count, page.lang) if count else page.pick("لا أحد", "none")
        x = sum(page.box(*column.box)) / 2
        labels.put(axes, x, y + 27, said, page, size=18, weight=look.MEDIUM, color=look.TEXT, side="middle")
    return y + 54


def small_print(articles: Frame, kept: Sequence[Actor], left: int, page: look.Page) -> str:
    """Count what is shown, say how it is ordered and what was left out."""
    more = labels.counted(left, "name", page.lang)
    rest = page.pick(f" · غير معروض {more}", f" · not shown: {more}") if left else ""
    fewest = min(actor.reach for actor in kept)
    least = labels.counted(fewest, "in articles", page.lang, words=True)
    said = page.pick(
        f"من يُسمَّون في {least} فأكثر، بحسب عدد المقالات ثم أكبر عدد. الأعداد غير منسوبة إلى الطول ولا مجموعة،"
        " دون العناوين وتعليقات الصور والمدن وأسماء الناشرين؛ وصيغ الاسم الواحد معدودة معاً.",
        f"Named in {least} or more, by number of articles, then by the highest count. Counts are not divided by length"
        " and not added up. Headlines, captions, cities and the outlets themselves left out; variants of a name counted"
        " together.",
    )
    return f"{columns.tally(articles, page.lang)}{rest} · {said}"


def _alt(kept: Sequence[Actor], made: Sequence[Column], page: look.Page) -> str:
    """The first rows in words."""
    total = sum(len(column.articles) for column in made)
    said = [f"{_name(a.row, page.lang)}: {grid.reach(a.reach, total, page.lang)}" for a in kept[:12]]
    return page.pick("؛ ", "; ").join(said) + "."


def _kind_word(kind: str, page: look.Page) -> str:
    arabic = {
        "PER": "شخص",
        "ORG": "جهة",
        "GPE": "دولة",
    }
    return page.pick(arabic[kind], KINDS[kind])


def _name(row: Mapping[str, Any] | pd.Series, lang: look.Lang) -> str:
    english = row["name_en"]
    return english if lang == "en" and isinstance(english, str) else str(row["name_ar"])


def _acts(entity: Frame) -> bool:
    return entity["type"] in ("PER", "ORG") or (entity["type"] == "GPE" and _is_state(entity))


def _is_state(entity: Frame) -> bool:
    """Whether CLDR knows a territory of that name, in either language: Iraq is one, Baghdad is not."""
    return any(
        isinstance(entity[f"name_{lang}"], str) and entity[f"name_{lang}"] in _territories(lang)
        for lang in look.LANGUAGES
    )


@cache
def _territories(lang: str) -> frozenset[str]:
    from babel import Locale

    return frozenset(name for code, name in Locale(lang).territories.items() if code.isalpha())
