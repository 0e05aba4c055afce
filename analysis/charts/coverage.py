"""Who published what, when: each article on the calendar, beside the length of its prose and the agencies it credits.

Certainty is said by shape: a dot where the page prints its day (or the reader gave it), a bar where the days were
inferred, and a thin line for what the page alone allows, with an arrow where that goes on beyond the calendar. Dozens
of articles become lanes, hundreds a barcode (`barcode`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts import calendars, columns, frame, labels, look, marks
from analysis.charts.frames import Frame

PAGE_ALONE = re.compile(r"page alone: (\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?")
"""The reason by which `dating.publication` says what an article allows without help of others; an end may be empty."""

LARGE, LANES = 14, 90
"""Up to so many articles rows are large, and lanes; more are a barcode."""
Scale = Callable[[float], float]


@dataclass(frozen=True)
class Lay:
    """Where the parts of a chart stand, in pixels: of a row from its top, of the columns from the start of the page.

    ``words`` is the size of the type beside a strip, ``credits`` the room kept for agencies after the longest strip.
    """

    height: float
    mark: float
    strip: tuple[float, float]
    words: float
    calendar: tuple[float, float] = (352.0, 790.0)
    strips: tuple[float, float] = (840.0, look.WIDTH - look.MARGIN)
    credits: float = 0.0


ROOMY = Lay(134.0, 46.0, (19.0, 63.0), look.LABEL)
LANES_LAY = Lay(44.0, 22.0, (12.0, 32.0), 16.0, (510.0, 850.0), (890.0, look.WIDTH - look.MARGIN), 190.0)
LINES = Lay(3.0, 1.5, (0.0, 3.0), look.TICK)


def rows(articles: Frame, sentences: Frame) -> Frame:
    """Return what the chart shows: a row an article, by its first possible day, then id; undated ones last.

    ``articles`` and ``sentences`` are `tables.ARTICLES` and `tables.SENTENCES`. ``characters`` is the length of the
    prose: the sentences of the body, without captions, headlines and page furniture. ``page_earliest`` and
    ``page_latest`` are what the page alone allows; ``page_says`` whether anything is known of that.
    """
    body = sentences[sentences["place"] == "body"]
    length = (body["end"] - body["start"]).groupby(body["article_id"]).sum()
    alone = [_page_alone(reasons) for reasons in articles["published_reasons"]]
    shown = articles[
        ["article_id", "outlet", "outlet_id", "published_earliest", "published_latest", "published_basis", "agencies"]
    ].copy()
    for at, column in enumerate(("page_earliest", "page_latest")):
        shown[column] = pd.to_datetime([found[at] for found in alone]).astype("datetime64[s]")
    shown["page_says"] = [any(found) for found in alone]
    shown["characters"] = shown["article_id"].map(length).fillna(0).astype("Int64")
    order = shown["published_earliest"].fillna(shown["published_latest"])
    return shown.assign(order=order).sort_values(["order", "article_id"]).drop(columns="order").reset_index(drop=True)


def calendar(
    articles: Frame,
    sentences: Frame,
    entities: Frame,
    agencies: Mapping[str, tuple[str, str]] | None = None,
    *,
    page: look.Page,
) -> Figure:
    """Draw each article on a calendar cut of its empty stretches, beside its length and the agencies it credits.

    Parameters
    ----------
    articles, sentences, entities
        `tables.ARTICLES`, `tables.SENTENCES`, `tables.ENTITIES` (for the names of outlets and agencies).
    agencies
        Arabic and English name of an agency, by its id in ``articles.agencies``; else its entity's, else the id.
    page
        Its language and direction.

    Returns
    -------
    look.Sheet
        What it ``shown`` is `rows`. Articles without a date keep their row, which says so.

    Raises
    ------
    ValueError
        If there is no article.
    """
    if articles.empty:
        raise ValueError("no article to draw")
    shown = rows(articles, sentences)
    names = _names(articles, entities, agencies or {}, page.lang)
    if len(shown) > LANES:
        from analysis.charts import barcode  # it draws with what stands here

        return barcode.draw(shown, names, page)
    return _draw(shown, names, page, ROOMY if len(shown) <= LARGE else LANES_LAY)


@dataclass(frozen=True)
class Names:
    """What to call articles, their outlets and the agencies they credit, in one language."""

    outlets: Mapping[str, str]
    short_ids: Mapping[str, str]
    agencies: Mapping[str, str]
    tally: str

    def credited(self, row: Any, lang: look.Lang) -> list[str]:
        """Names of the agencies a row credits, as words of a sentence."""
        return [labels.name(self.agencies.get(agency, agency), lang) for agency in row.agencies]


def finding(shown: Frame, lang: look.Lang) -> str:
    """State what the rows show of dates and credits; both can be counted in the picture."""
    count = len(shown)
    dated = int(shown["published_basis"].isin(["stated", "given"]).sum())
    silent = int((shown["agencies"].map(len) == 0).sum())
    given = bool((shown["published_basis"] == "given").any())
    return (
        _finding_ar(count, dated, silent, given=given)
        if lang == "ar"
        else _finding_en(count, dated, silent, given=given)
    )


def _finding_en(count: int, dated: int, silent: int, *, given: bool) -> str:
    whole = f"the {labels.number_word(count, 'en')} articles" if count > 1 else "the article"
    day = "has a known day" if given else "prints its day"
    days = day.replace("has a", "have a").replace("prints its", "print their")
    if dated == 0:
        first = f"None of {whole} {day}"
    elif dated == count:
        first = f"All of {whole} {days}" if count > 1 else f"The article {day}"
    else:
        first = f"{labels.number_word(dated, 'en').capitalize()} of {whole} {day if dated == 1 else days}"
    if silent in (0, count):
        return f"{first}; {'every one credits' if silent == 0 else 'none credits'} an agency"
    return f"{first}; {labels.number_word(silent, 'en')} {'credits' if silent == 1 else 'credit'} no agency"


def _finding_ar(count: int, dated: int, silent: int, *, given: bool) -> str:
    known = "مذكور"
    if given:
        known = "معروف"
    whole = labels.number_word(count, "ar", genitive=True)
    some = labels.counted(dated, "in articles", "ar", words=True)
    if dated == 0:
        first = f"يوم النشر غير {known} في أي مقالة"
    elif dated == count:
        first = f"يوم النشر {known} في المقالات كلها"
    else:
        first = f"يوم النشر {known} في {some} من أصل {whole}"
    if silent == 0:
        return f"{first}، وفي كل منها ذكر لوكالة"
    if silent == count:
        return f"{first}، ولا ذكر لوكالة في أي منها"
    return f"{first}، و{labels.counted(silent, 'article', 'ar', words=True)} بلا ذكر لأي وكالة"


def _draw(shown: Frame, names: Names, page: look.Page, lay: Lay) -> Figure:
    sheet, axes = look.canvas(page, 100)
    title = finding(shown, page.lang)
    y = frame.heading(axes, page, title, _subtitle(page))
    top = y + 116
    bottom = top + lay.height * len(shown)
    axis = calendars.draw(axes, page, shown, lay.calendar, top, bottom)
    measure = draw_lengths(axes, page, shown, lay, top - 43)
    for at, line in enumerate(shown.itertuples()):
        here = top + at * lay.height
        if at:
            ends = (look.MARGIN, page.width - look.MARGIN)
            marks.line(axes, ends, (here, here), look.ROW_RULE, z=0.5)
        _label(axes, page, line, names, here, lay)
        if axis is not None:
            calendars.date(axes, line, here + lay.mark, axis, page)
        _strip(axes, page, line, names, here, lay, measure)
    y = key(axes, page, shown, bottom + 36)
    caption = small_print(shown, names, page)
    frame.cut(sheet, axes, frame.footer(axes, page, y + 12, caption))
    return sheet.says(title, caption, in_words(shown, names, page), shown)


def _subtitle(page: look.Page) -> str:
    return page.pick(
        "كل علامة على التقويم تاريخ نشر. وكل شريط طول نص مقالة، وتحته الوكالات التي تذكرها صفحتها.",
        "Each mark on the calendars is a publication date. Each strip is the length of one article’s prose;"
        " with it, the agencies that its page credits.",
    )


def small_print(shown: Frame, names: Names, page: look.Page) -> str:
    """Count articles, outlets and what has no date, and say what was left out."""
    undated = int(shown[["published_earliest", "published_latest"]].isna().all(axis=1).sum())
    without = labels.counted(undated, "in articles", page.lang)
    late = page.pick(f" · بلا تاريخ {without}", f" · no date for {without}") if undated else ""
    rest = page.pick(
        "الرقم بجانب الشريط عدد حروف المتن، دون العناوين وتعليقات الصور وما ليس من النص.",
        "Number beside a strip: characters of prose; headlines, captions and page furniture left out.",
    )
    return f"{names.tally}{late} · {rest}"


def draw_lengths(axes: Axes, page: look.Page, shown: Frame, lay: Lay, y: float) -> Scale:
    """Head the strips and draw their scale; return the pixels of a length in characters."""
    start, end = lay.strips
    most = max(int(shown["characters"].max()), 1)
    room = (
        end
        - start
        - labels.width(labels.number(most, page.lang), page, size=look.LABEL, weight=look.SEMIBOLD)
        - 16
        - lay.credits
    )
    scale = room / most
    head = page.pick("طول النص، والوكالات المذكورة", "Length of the prose, agencies credited")
    labels.put(axes, page.x(start), y, head, page, size=look.HEADING, weight=look.SEMIBOLD)
    unit = round_down(most / 4)
    left, right = page.box(end - unit * scale, end)
    marks.line(axes, (left, right), (y + 2, y + 2), look.TEXT, width=2.5)
    for x in (left, right):
        marks.line(axes, (x, x), (y - 5, y + 9), look.TEXT, width=2.5)
    words = page.pick(f"{labels.number(unit, 'ar')} حرف", f"{labels.number(unit, 'en')} characters")
    side = "middle" if right - left > labels.width(words, page, size=look.TICK) else "end"
    at = (left + right) / 2 if side == "middle" else page.x(end)
    labels.put(axes, at, y + 26, words, page, size=look.TICK, color=look.TEXT, side=side)
    return lambda characters: characters * scale


def round_down(value: float) -> int:
    """The largest of 100, 200, 500, 1000 … not above ``value``, at least 100."""
    steps = [step * 10**power for power in range(2, 7) for step in (1, 2, 5)]
    return max([step for step in steps if step <= value], default=100)


def _label(axes: Axes, page: look.Page, line: Any, names: Names, top: float, lay: Lay) -> None:
    """Name of the outlet, date in words, id; in a lane name and date share a line."""
    named = isinstance(line.outlet, str)
    name = labels.name(names.outlets[line.article_id], page.lang)
    style: dict[str, Any] = {
        "weight": look.SEMIBOLD if named else look.MEDIUM,
        "color": look.INK if named else look.TEXT,
    }
    x, when = page.x(look.MARGIN), date_in_words(line, page)
    own_id = labels.name(names.short_ids[line.article_id], page.lang)
    if lay is ROOMY:
        room = lay.calendar[0] - look.MARGIN - 20
        labels.put(
            axes, x, top + 32, labels.shorten(name, room, page, size=24, **_weight(style)), page, size=24, **style
        )
        size = labels.fitting(when, room, page, size=20)
        labels.put(axes, x, top + 67, labels.shorten(when, room, page, size=size), page, size=size)
        said = page.pick(f"مقالة {own_id}", f"article {own_id}")
        labels.put(axes, x, top + 97, labels.shorten(said, room, page, size=17), page, size=17, color=look.TEXT)
        return
    date = labels.shorten(when, 245, page, size=lay.words)
    said = name if named else page.pick(f"{name}، {own_id}", f"{name}, {own_id}")
    room = lay.calendar[0] - look.MARGIN - labels.width(date, page, size=lay.words) - 40
    labels.put(
        axes, page.x(lay.calendar[0] - 20), top + lay.mark, date, page, size=lay.words, color=look.TEXT, side="end"
    )
    labels.put(
        axes, x, top + lay.mark, labels.shorten(said, room, page, size=18, **_weight(style)), page, size=18, **style
    )


def _weight(style: Mapping[str, Any]) -> dict[str, int]:
    return {"weight": style["weight"]}


def date_in_words(row: Any, page: look.Page) -> str:
    """A row's publication in words; what is unknown is said."""
    if pd.isna(row.published_earliest) and pd.isna(row.published_latest):
        return page.pick("تاريخ النشر غير معروف", "date not known")
    return labels.interval(row.published_earliest, row.published_latest, page.lang, either=True)


def _strip(
    axes: Axes, page: look.Page, line: Any, names: Names, top: float, lay: Lay, measure: Callable[[float], float]
) -> None:
    """The strip of a row with its number, and the agencies its page credits: under it, or in a lane after it."""
    start, end = lay.strips
    length = measure(line.characters)
    left, right = page.box(start, start + length)
    marks.box(axes, left, top + lay.strip[0], right, top + lay.strip[1], look.NEUTRAL, z=2)
    middle = top + sum(lay.strip) / 2
    number = labels.number(int(line.characters), page.lang)
    style: dict[str, Any] = {"size": lay.words, "weight": look.SEMIBOLD, "color": look.TEXT}
    labels.put(axes, page.x(start + length + 14), middle, number, page, **style)
    names_credited = names.credited(line, page.lang)
    words = page.pick("، ", ", ").join(names_credited)
    words = words or page.pick("لا وكالة مذكورة", "no agency credited")
    color = look.AGENCY if names_credited else look.TEXT
    weight = look.SEMIBOLD if names_credited else look.REGULAR
    if lay is ROOMY:
        at, y = start, top + lay.strip[1] + 26
    else:
        at, y = start + length + 28 + labels.width(number, page, size=lay.words, weight=look.SEMIBOLD), middle
    words = labels.shorten(words, end - at, page, size=lay.words, weight=weight)
    labels.put(axes, page.x(at), y, words, page, size=lay.words, weight=weight, color=color)


def key(axes: Axes, page: look.Page, shown: Frame, y: float) -> float:
    """Explain the marks that occur."""
    known = shown["published_basis"].isin(["stated", "given"])
    entries: list[tuple[float, frame.Symbol, str]] = []
    if known.any():
        given = (shown["published_basis"] == "given").any()
        words = (
            page.pick("يوم معروف", "known day")
            if given
            else page.pick("يوم مذكور في الصفحة", "day printed on the page")
        )
        entries.append((20, lambda a, x, h: marks.day(a, x, h, "stated"), words))
    if not known.all():
        days = (shown["published_latest"] - shown["published_earliest"])[~known].dropna()
        pairs = len(days) > 0 and (days == pd.Timedelta(days=1)).all()
        words = (
            page.pick("مستنتج: أحد يومين", "inferred: one of two days")
            if pairs
            else page.pick("مستنتج: أحد هذه الأيام", "inferred: one of these days")
        )
        entries.append((14, calendars.square, words))
    if shown["page_says"].any():
        words = page.pick(
            "ما تسمح به الصفحة وحدها؛ والسهم: يمتد خارج التقويم",
            "what the page alone allows; arrow: goes on beyond the calendar",
        )
        entries.append((34, _whisker_symbol, words))
    return frame.key(axes, page, y, entries)


def _whisker_symbol(axes: Axes, x: float, y: float) -> None:
    marks.line(axes, (x - 12, x + 16), (y, y), look.WHISKER, width=3)
    marks.line(axes, (x + 16, x + 16), (y - 7, y + 7), look.WHISKER, width=3)
    calendars.arrow(axes, x - 17, y, look.WHISKER, outward=-1)


def in_words(shown: Frame, names: Names, page: look.Page) -> str:
    """The alt text: one clause an article up to a dozen, else what is counted."""
    start = finding(shown, page.lang)
    if len(shown) > LARGE:
        return f"{start}. {names.tally}."
    clauses = []
    for row in shown.itertuples():
        credited = labels.listed(names.credited(row, page.lang), page.lang)
        length = labels.number(int(row.characters), page.lang)  # type: ignore[arg-type]
        name, when = names.outlets[row.article_id], date_in_words(row, page)
        said = page.pick(f"عدد الحروف {length}", f"{length} characters")
        credit = page.pick("بلا وكالة", "no agency")
        if credited:
            credit = page.pick(f"تذكر {credited}", f"credits {credited}")
        clauses.append(page.pick("، ", ", ").join((f"{names.short_ids[row.article_id]} {name}", when, said, credit)))
    return f"{start}. {page.pick('؛ ', '; ').join(clauses)}."


def _page_alone(reasons: Any) -> tuple[str | None, str | None]:
    for reason in reasons if reasons is not None else ():
        if found := PAGE_ALONE.match(reason):
            return found[1], found[2]
    return None, None


def _names(articles: Frame, entities: Frame, agencies: Mapping[str, tuple[str, str]], lang: look.Lang) -> Names:
    own = "الناشر غير مذكور" if lang == "ar" else "Outlet not named"
    titles = columns.titles(articles, entities, lang)
    named = articles["outlet"].notna()
    outlets = {i: titles[i][0] if has else own for i, has in zip(articles["article_id"], named, strict=True)}
    at = 0 if lang == "ar" else 1
    either = zip(entities["name_ar"], entities["name_en"].fillna(entities["name_ar"]), strict=True)
    known = dict(zip(entities["entity_id"], either, strict=True))
    ids = {agency for credited in articles["agencies"] for agency in credited}
    called = {agency: (agencies.get(agency) or known.get(agency) or (agency, agency))[at] for agency in ids}
    return Names(outlets, columns.short_ids(articles["article_id"].tolist()), called, columns.tally(articles, lang))
