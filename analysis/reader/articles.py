"""A corpus on one screen: what was read, when and by whom it was published, and what was doubted.

`overview` counts and is the same size for one article and for two thousand; `doubts` has a row for each article of
which something is not known or was not believed, the most doubtful first. Nothing is said that is not in the tables.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any, Protocol

import pandas as pd

from analysis import lexicon
from analysis.charts import labels, look
from analysis.charts.frames import Frame
from analysis.reader.evidence import Evidence

MOST_OUTLETS = 7
MOST_KINDS = 9
MOST_EXAMPLES = 3
MOST_REASONS = 3
MOST_LETTERS = 110
"""Characters of an example of a notice, and of a reason."""
WIDTHS = ((0, 0), (1, 6), (7, 30))
"""Days between the ends of a publication, from and to; what is wider comes last."""
BASES = ("given", "stated", "inferred", "unknown")
PLACES = ("body", "title", "caption", "furniture")
SEVERITIES = ("error", "warning", "info")
COLORS = {
    "given": look.AGENCY, "stated": look.AGENCY, "inferred": look.PUBLISHED, "unknown": look.OTHER,
    "body": look.AGENCY, "title": look.PUBLISHED, "caption": look.OFFICIAL, "furniture": look.OTHER,
    "error": look.CONFLICT, "warning": look.OFFICIAL, "info": look.OTHER,
}  # fmt: skip

CARD = f"vertical-align:top;width:50%;padding:8px 14px;border:1px solid {look.RULE};text-align:left;white-space:normal"
HEAD = f"display:flex;justify-content:space-between;font-weight:600;font-size:15px;color:{look.INK};margin-bottom:4px"
INNER = f"width:100%;border-collapse:collapse;font-size:13px;color:{look.INK}"
NAME = "padding:1px 8px 1px 0;text-align:left;white-space:nowrap;border:0"
ARABIC = f"border:0;color:{look.TEXT};text-align:right;white-space:nowrap"
NUMBER = "padding:1px 8px;text-align:right;border:0;font-variant-numeric:tabular-nums"
NOTE = f"color:{look.TEXT};font-size:12px;white-space:normal;text-align:left;border:0;padding:0 0 3px 14px"
BAR = "display:inline-block;height:11px;border-radius:2px;vertical-align:middle"
LONGEST_BAR = 120
"""Pixels."""


class HasNotices(Protocol):
    """What is asked of a story: its articles, sentences and notices."""

    @property
    def articles(self) -> Frame:
        """`tables.ARTICLES`."""
        ...

    @property
    def sentences(self) -> Frame:
        """`tables.SENTENCES`."""
        ...

    @property
    def notices(self) -> Frame:
        """`tables.NOTICES`."""
        ...


def overview(story: HasNotices) -> Evidence:
    """Show what was read of a corpus, how far its dates and outlets are known, and what was doubted, on one screen."""
    read, when = _read(story), _published(story.articles)
    whom, doubted = _outlets(story.articles), _notices(story.notices)
    rows = f"<tr>{read}{when}</tr><tr>{whom}{doubted}</tr>"
    table = f'<table dir="ltr" style="width:100%;border-collapse:collapse;font-size:13px">{rows}</table>'
    return Evidence(table, len(story.articles))


def doubts(story: HasNotices) -> Frame:
    """One row an article of which something is doubted: what, and why, by how much is doubted and then by id.

    Columns: ``article_id, title, outlet, published, doubted, why``; ``why`` is a list, the reasons for a date that was
    inferred and the messages of its warnings.
    """
    warned = story.notices[story.notices["severity"] == "warning"].groupby("article_id", observed=True)["message"]
    messages = {str(article): list(found) for article, found in warned}
    rows = []
    for row in story.articles.to_dict("records"):
        told = messages.get(row["article_id"], [])
        doubted = [name for name, holds in _doubted(row).items() if holds] + ["warning"] * bool(told)
        if doubted:
            reasons = list(row["published_reasons"]) if row["published_basis"] == "inferred" else []
            rows.append(
                {
                    "article_id": row["article_id"],
                    "title": row["title"],
                    "outlet": row["outlet"],
                    "published": _interval(row["published_earliest"], row["published_latest"]),
                    "doubted": doubted,
                    "why": _first_few(list(dict.fromkeys([*told, *filter(_is_news, reasons)]))),
                }
            )
    columns = ["article_id", "title", "outlet", "published", "doubted", "why"]
    found = pd.DataFrame(rows, columns=pd.Index(columns))
    order = found["doubted"].map(len)
    return found.assign(order=order).sort_values(["order", "article_id"], ascending=[False, True])[columns]


def _is_news(reason: str) -> bool:
    """Whether a reason says more than the interval and the notices do."""
    return not reason.startswith(("page alone", "refused"))


def _first_few(reasons: list[str]) -> list[str]:
    left = len(reasons) - MOST_REASONS
    return [*(_cut(reason, MOST_LETTERS) for reason in reasons[:MOST_REASONS]), *([f"{left} more"] * (left > 0))]


def _doubted(row: dict[str, Any]) -> dict[str, bool]:
    """What of an article is not known for sure, by name."""
    ends = row["published_earliest"], row["published_latest"]
    return {
        "no outlet": row["outlet_basis"] == "unknown",
        "outlet inferred": row["outlet_basis"] == "inferred",
        "no date": row["published_basis"] == "unknown",
        "date inferred": row["published_basis"] == "inferred" and ends[0] != ends[1],
        "a version": not pd.isna(row["version_of"]),
    }


def _interval(earliest: Any, latest: Any) -> str | None:
    ends = ["…" if pd.isna(end) else str(end)[:10] for end in (earliest, latest)]
    if ends == ["…", "…"]:
        return None
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


# The four cards


def _read(story: HasNotices) -> str:
    articles, notices = story.articles, story.notices
    versions = int(articles["version_of"].notna().sum())
    left_out = int((notices["severity"] == "error").sum())
    strangers = int((articles["language"].notna() & (articles["language"] != "ar")).sum())
    lines = [
        _line("articles", "مقالات", len(articles)),
        _line("versions of another", "نسخ من مقالة أخرى", versions) if versions else "",
        _line("left out", "متروك", left_out, look.CONFLICT) if left_out else "",
        _line("not in Arabic", "بغير العربية", strangers, look.OFFICIAL) if strangers else "",
    ]
    lengths = (story.sentences["end"] - story.sentences["start"]).groupby(story.sentences["place"], observed=True).sum()
    whole = max(int(lengths.sum()), 1)
    names = {
        "body": "متن",
        "title": "عناوين",
        "caption": "تعليقات الصور",
        "furniture": "أجزاء الصفحة",
    }
    counts = story.sentences["place"].value_counts()
    for place in PLACES:
        if count := int(counts.get(place, 0)):
            share = int(lengths.get(place, 0)) / whole
            lines.append(_line(f"sentences of {place}", f"جمل: {names[place]}", count, COLORS[place], share))
    return _card("What was read", "ما قُرئ", lines)


def _published(articles: Frame) -> str:
    names = {
        "given": "مُعطى",
        "stated": "مذكور",
        "inferred": "مستنتج",
        "unknown": "مجهول",
    }
    counts = articles["published_basis"].value_counts()
    lines = [
        _line(basis, names[basis], count, COLORS[basis], count / len(articles))
        for basis in BASES
        if (count := int(counts.get(basis, 0)))
    ]
    days = (articles["published_latest"] - articles["published_earliest"]).dt.days
    open_ended = int((days.isna() & (articles["published_basis"] != "unknown")).sum())
    said = [
        ("to the day", "باليوم", int(days.between(*WIDTHS[0]).sum())),
        ("within a week", "في أسبوع", int(days.between(*WIDTHS[1]).sum())),
        ("within a month", "في شهر", int(days.between(*WIDTHS[2]).sum())),
        ("wider", "أوسع", int((days > WIDTHS[2][1]).sum())),
        ("one end open", "مفتوح الطرف", open_ended),
    ]
    widths = " · ".join(f"{english} {count} <bdi>{arabic}</bdi>" for english, arabic, count in said if count)
    lines.append(_note(widths))
    earliest, latest = articles["published_earliest"].min(), articles["published_latest"].max()
    if not (pd.isna(earliest) or pd.isna(latest)):
        lines.append(_note(f"{str(earliest)[:10]} – {str(latest)[:10]}"))
    return _card("When it was published", "متى نُشر", lines)


def _outlets(articles: Frame) -> str:
    named = articles["outlet"].dropna().value_counts(sort=True)
    ordered = sorted(named.items(), key=lambda item: (-item[1], str(item[0])))
    unnamed = int(articles["outlet"].isna().sum())
    most = max([unnamed, 1, *(count for _, count in ordered[:1])])
    lines = [_line(str(name), "", int(count), look.AGENCY, int(count) / most) for name, count in ordered[:MOST_OUTLETS]]
    if others := ordered[MOST_OUTLETS:]:
        count = sum(int(number) for _, number in others)
        lines.append(_line(f"{len(others)} others", f"{len(others)} غيرها", count, look.NEUTRAL))
    if unnamed:
        lines.append(_line("not named on the page", "لا تسمّيه الصفحة", unnamed, look.OTHER, unnamed / most))
    bases = articles["outlet_basis"].value_counts()
    lines.append(_note(" · ".join(f"{basis} {int(bases[basis])}" for basis in BASES if bases.get(basis, 0))))
    return _card("Who published it", "من نشره", lines)


def _notices(notices: Frame) -> str:
    names = {row["kind"]: row["form"] for row in lexicon.rows("notice_names")}
    counted = notices.groupby(["severity", "kind"], observed=True).size()
    kinds = [(str(key[0]), str(key[1]), int(size)) for key, size in counted.items()]
    kinds.sort(key=lambda kind: (SEVERITIES.index(kind[0]), -kind[2], kind[1]))
    lines = []
    for severity, kind, count in kinds[:MOST_KINDS]:
        found = notices[notices["kind"] == kind]
        lines.append(_line(kind.replace("-", " "), names.get(kind, ""), count, COLORS[severity], dot=True))
        lines.append(_note(_example(found)))
    if left := kinds[MOST_KINDS:]:
        rest = sum(count for _, _, count in left)
        lines.append(_line(f"{len(left)} other kinds", f"{len(left)} أنواع أخرى", rest))
    lines = lines or [_note("nothing · لا شيء")]
    return _card("What was doubted, and why", "ما المشكوك فيه، ولماذا", lines)


def _example(found: Frame) -> str:
    """One message of a kind, and where more of it is."""
    first = found.iloc[0]
    message = _cut(str(first["message"]), MOST_LETTERS)
    where = [str(article) for article in found["article_id"].dropna().unique()[:MOST_EXAMPLES]]
    more = "…" if found["article_id"].nunique() > len(where) else ""
    listed = ", ".join(f"<code>{html.escape(_cut(one, 24))}</code>" for one in where)
    return f"<bdi>{html.escape(message)}</bdi> {listed}{more}"


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


# Parts of a card


def _card(english: str, arabic: str, lines: Iterable[str]) -> str:
    head = f'<div style="{HEAD}"><span>{english}</span><span dir="rtl" lang="ar">{arabic}</span></div>'
    return f'<td style="{CARD}">{head}<table style="{INNER}">{"".join(lines)}</table></td>'


def _line(
    english: str, arabic: str, count: int, color: str = look.NEUTRAL, share: float | None = None, *, dot: bool = False
) -> str:
    """A name in both languages, how many, and a bar as long as its share; everything of a page is escaped."""
    mark = f'<span style="color:{color}">●</span> ' if dot else ""
    width = 0 if share is None else max(2, round(share * LONGEST_BAR))
    bar = f'<span style="{BAR};width:{width}px;background:{color}"></span>' if width else ""
    return (
        f'<tr><td style="{NAME}">{mark}<bdi>{html.escape(_cut(english, 40))}</bdi></td>'
        f'<td style="{NUMBER}">{labels.number(count, "en")}</td>'
        f'<td style="border:0;text-align:left;width:{LONGEST_BAR}px">{bar}</td>'
        f'<td dir="rtl" lang="ar" style="{ARABIC}">{html.escape(arabic)}</td></tr>'
    )


def _note(inner: str) -> str:
    return f'<tr><td colspan="4" style="{NOTE}">{inner}</td></tr>' if inner else ""
