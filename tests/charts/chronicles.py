"""Chronologies of any size for charts to draw: made up, but with everything that real ones bring.

A background of decades and years, weeks of news by the day, one day by the clock; open ends, plans, claims, "about",
parts of the day and Greenwich time, conflicts, events without any date, articles without outlet or day. Everything is
counted from a row's number, so that a story is the same on every run.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.tables import ARTICLES, ENTITIES, EVENT_MENTIONS, EVENTS, TIMES

FIRST = pd.Timestamp("2023-02-06")
LABELS = (
    ("زلزال بقوة 7.8 درجات يضرب جنوب تركيا وشمال سوريا", "Earthquake: southern Turkey, northern Syria"),
    ("وصول فرق الإنقاذ إلى المدينة", "Arrival of rescue teams"),
    ("إعلان حالة الطوارئ في ثلاث محافظات متجاورة على الحدود لمدة ثلاثة أشهر بقرار من الرئيس", None),
    ("فتح المعبر أمام القوافل", "Crossing opened to convoys"),
    ("مجلس الأمن يعقد جلسة طارئة", "Talks: UN Security Council, AFAD, <b>$x_1$</b>"),
    ("الرئيس يزور المناطق المنكوبة", "Visit: Recep Tayyip Erdogan, Kahramanmaras, Hatay, Adiyaman, Gaziantep"),
    ("هزة ارتدادية", "Aftershock"),
)
OUTLETS = ("الشرق الأوسط", "سي إن إن بالعربية", "بي بي سي عربي", "الجزيرة نت", "France 24 عربي", "سكاي نيوز عربية",
           "صحيفة المدى اليومية السياسية المستقلة", "Al-Monitor", "العربي الجديد", "عنب بلدي", "رووداو")  # fmt: skip
Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]


def story(events: int, articles: int) -> Tables:
    """Events, event mentions, times, articles and entities, as `chronology.by_event` and `news_age` take them."""
    rows: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    times: list[dict[str, Any]] = []
    for at in range(events):
        first, last = dates(at)
        told = sorted({(at * 11 + step * 3) % articles for step in range(1 + at % 3)})
        conflict = at % 40 == 23 and len(told) > 1
        arabic, english = LABELS[at % len(LABELS)]
        row = {"event_id": f"event-{at:03d}", "label_ar": f"{arabic} {at}", "earliest": first, "latest": last}
        row |= {"label_en": english and f"{english} {at}", "n_articles": len(told), "n_outlets": len(told)}
        status = ("happened", "happened", "happened", "planned", "happened", "claimed", "happened")[at % 7]
        rows.append(row | {"status": status, "conflict": conflict})
        for name in told:
            dated = {"earliest": first, "latest": last} if (at * 2 + name) % 3 or conflict else {}
            if conflict and name == told[-1]:
                dated = {"earliest": first + pd.Timedelta(days=9), "latest": last + pd.Timedelta(days=9)}
            place = {"article_id": f"{name:03d}_page", "sentence_id": "s", "start": at, "end": at + 1, "text": "م"}
            mentions.append({"event_id": f"event-{at:03d}"} | place | dated)
            if dated and (first or last) is not None:
                times.append(expression(at, place, dated))
                mentions[-1]["time_id"] = times[-1]["time_id"]
    pages = [page(at) for at in range(articles)]
    frames = EVENTS.frame(rows), EVENT_MENTIONS.frame(mentions), TIMES.frame(times)
    return *frames, ARTICLES.frame(pages), papers()


def papers() -> pd.DataFrame:
    """English names of the outlets."""
    english = ("Asharq Al-Awsat", "CNN Arabic", "BBC Arabic", "Al Jazeera", "France 24 Arabic", "Sky News Arabia",
               "Al-Mada", "Al-Monitor", "The New Arab", "Enab Baladi", "Rudaw")  # fmt: skip
    names = zip(OUTLETS, english, strict=True)
    rows = [{"entity_id": f"paper-{at}", "name_ar": ar, "name_en": en} for at, (ar, en) in enumerate(names)]
    return ENTITIES.frame([{"type": "ORG", "variants": []} | row for row in rows])


def dates(at: int) -> tuple[Any, Any]:
    """The interval of event ``at``: every tenth is background, the rest lies in the weeks of the news."""
    if at % 50 == 30:
        return pd.Timestamp(1948, 5, 14), pd.Timestamp(1948, 5, 14)
    if at % 10 == 0:
        year = 1998 + at % 20
        return pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    day = FIRST + pd.Timedelta(days=at * 13 % 40 - 12)
    odd = {1: (None, day), 2: (day, None), 3: (None, None), 4: (day, day + pd.Timedelta(days=6))}
    return (day, day) if at % 40 == 23 else odd.get(at % 10, (day, day))


def expression(at: int, place: dict[str, Any], dated: dict[str, Any]) -> dict[str, Any]:
    """The time expression that dates event ``at``: the plain day, or the clock, or about."""
    day = f"{dated['earliest'] or dated['latest']:%Y-%m-%d}"
    value = {5: f"{day}T{at % 24:02d}:{at * 7 % 60:02d}", 6: f"{day}TMO", 7: f"{day}T04:17Z"}.get(at % 10, day)
    about = {"mod": "APPROX"} if at % 20 == 10 else {}
    where = place | {"text": "قبل يومين", "time_id": f"{place['article_id']}:t{at}-{at + 1}", "anchor": "publication"}
    return where | about | dated | {"type": "DATE", "value": value, "grain": "day", "calendar": "gregorian"}


def page(at: int) -> dict[str, Any]:
    """Article ``at``: one in six without outlet, one in eight dated by an interval, one in thirty by nothing."""
    named = bool(at % 6)
    outlet = at % len(OUTLETS)
    row = {"article_id": f"{at:03d}_page", "path": "x", "sha256": "0", "chars": 1, "text": "م", "language": "ar"}
    row |= {"outlet": OUTLETS[outlet] if named else None, "outlet_id": f"paper-{outlet}" if named else None}
    row |= {"outlet_basis": "stated" if named else "unknown", "published_basis": "unknown"}
    if at % 30 != 29:
        day = FIRST + pd.Timedelta(days=at * 3 % 20)
        wide = pd.Timedelta(days=12 if at % 8 == 3 else 0)
        basis = "inferred" if wide else "stated"
        row |= {"published_earliest": day, "published_latest": day + wide, "published_basis": basis}
    return row


def by_the_clock(hours: tuple[str, ...], *, undated: int = 0) -> Tables:
    """One article on one day, an event at each of ``hours`` (what ends a TIMEX3 value: ``TMO``), more at no hour."""
    day = {"earliest": FIRST, "latest": FIRST}
    place = {"article_id": "000_page", "sentence_id": "s", "text": "م"}
    rows, mentions, times = [], [], []
    for at, hour in enumerate([*hours, *[None] * undated]):
        label = {"label_ar": f"{LABELS[at % 7][0]}", "label_en": f"Event {at}", "n_articles": 1, "n_outlets": 1}
        rows.append({"event_id": f"event-{at}", "status": "happened", "conflict": False} | label | day)
        mention = {"event_id": f"event-{at}", "start": at, "end": at + 1} | place | day
        if hour is not None:
            time = {"time_id": f"000_page:t{at}-{at + 1}", "start": at, "end": at + 1} | place | day
            kind = {"type": "TIME", "value": f"{FIRST:%Y-%m-%d}{hour}", "grain": "minute", "calendar": "gregorian"}
            times.append(time | kind)
            mention["time_id"] = time["time_id"]
        mentions.append(mention)
    frames = EVENTS.frame(rows), EVENT_MENTIONS.frame(mentions), TIMES.frame(times)
    return *frames, ARTICLES.frame([page(0)]), ENTITIES.frame([])
