"""Articles made into pages: a headline and a body with the dates around them that a site puts there.

Some of those dates are the article's (``dated``), most are not (``trapped``): the clock of the visit above the
headline, "today is", stories of other days in a sidebar, comments of later ones. What is planted is known, so that a
reader who takes one of them for the day of publication is found out.
"""

from __future__ import annotations

import datetime as dt
import html
import random
from dataclasses import dataclass

import hijridate

LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MAGHREB = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
)  # fmt: skip
TUNIS = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
    "ذو القعدة", "ذو الحجة",
)  # fmt: skip
DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FORMS = 22
"""Ways in which `written` writes a day."""
LABELS = (
    "نشر في: {}", "تاريخ النشر: {}", "تم النشر: {} - 10:15", "نُشرت في: {}", "{}", "{} - 14:20 بتوقيت غرينتش",
    "آخر تحديث: {upd} نشر: {}",
    "كتب محمد علي - {}", "الرياض – واس – {}", "أضيف بتاريخ {}",
)  # fmt: skip
OTHERS = (
    "انطلاق معرض الكتاب بمشاركة دور نشر عربية", "ارتفاع أسعار النفط في الأسواق العالمية",
    "المنتخب يستعد لمباراته المقبلة",
)  # fmt: skip
REMARKS = ("شكرا على هذا الخبر", "نتمنى لهم التوفيق", "كلام غير دقيق أبدا")


@dataclass(frozen=True, slots=True)
class Planted:
    """A page as text or HTML, and the days planted on it that are not the article's."""

    text: str
    traps: frozenset[dt.date]


def written(day: dt.date, form: int) -> str:
    """Return ``day`` as pages write it, in one of `FORMS` ways."""
    d, m, y, weekday = day.day, day.month - 1, day.year, DAYS[day.weekday()]
    hijri = hijridate.Gregorian(y, m + 1, d).to_hijri()
    moon = f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year} هـ"
    return (
        f"{d} {EGYPT[m]} {y}",
        f"{weekday} {d} {LEVANT[m]} {y}",
        f"{weekday}، {d} {LEVANT[m]}/{EGYPT[m]} {y}",
        f"{d} {EGYPT[m]} / {LEVANT[m]} {y}",
        f"{d} {LEVANT[m]} ({EGYPT[m]}) {y}",
        f"{weekday} {d} {MAGHREB[m]} {y}",
        f"{weekday} {d} {TUNIS[m]} {y}",
        f"{weekday} {moon} - {d} {EGYPT[m]} {y} م",
        f"{d} {EGYPT[m]} {y} م الموافق {moon}",
        f"{weekday} {moon}",
        f"{y}-{m + 1:02}-{d:02}",
        f"{d:02}/{m + 1:02}/{y}",
        f"{weekday} {d:02}/{m + 1:02}/{y}",
        f"{d:02}.{m + 1:02}.{y}",
        f"{d}-{m + 1}-{y}",
        f"{y}/{m + 1}/{d}",
        f"{weekday} {d} {EGYPT[m]} {y}".translate(INDIC),
        f"{y}/{m + 1:02}/{d:02}".translate(INDIC),
        f"{day:%A}, {d} {day:%B} {y}",
        f"{day:%B} {d}, {y}",
        f"{EGYPT[m]} {d}, {y}",
        f"{y}-{m + 1:02}-{d:02}T10:15:00+03:00",
    )[form]


def trapped(title: str, body: str, day: dt.date, chance: random.Random) -> Planted:
    """Return an article of ``day`` as copied from a page that gives every date but its own."""
    seen = day + dt.timedelta(days=chance.choice((1, 2, 7, 30, 400, 1500)) + chance.randrange(3))
    others = [day + dt.timedelta(days=chance.randrange(-400, 400) or 1) for _ in range(3)]
    later = [day + dt.timedelta(days=chance.randrange(1, 30)) for _ in range(3)]
    above = chance.choice(("{}", "اليوم هو {}", "• {}", "{} 08:15 صباحا", "الآن: {}", "آخر تحديث للموقع: {}"))
    lines = [above.format(written(seen, chance.randrange(FORMS)))]
    lines += chance.choice(([], ["logo"], ["الرئيسية", "محليات"], ["صحيفة يومية مستقلة"]))
    lines += [title, "", body, "", "اقرأ أيضا" if chance.random() < 0.5 else "أخبار ذات صلة"]
    form = chance.randrange(FORMS)
    for other, story in zip(others, OTHERS, strict=True):
        lines += [story, written(other, form)] if chance.random() < 0.7 else [written(other, form), story]
    lines += ["التعليقات"] if chance.random() < 0.7 else ["3 تعليقات"]
    for moment, remark in zip(later, REMARKS, strict=True):
        lines += (
            [f"زائر - {written(moment, form)}", remark] if chance.random() < 0.5 else [written(moment, form), remark]
        )
    lines += [f"جميع الحقوق محفوظة © {seen.year}"]
    return Planted("\n".join(lines), frozenset((seen, *others, *later)) - {day})


def dated(title: str, body: str, day: dt.date, chance: random.Random) -> Planted:
    """Return the page of `trapped` with the article's own day below its headline, in one of many forms."""
    whole = trapped(title, body, day, chance)
    own = chance.choice(LABELS)
    stamp = own.format(written(day, chance.randrange(FORMS)), upd=written(day + dt.timedelta(days=2), 11))
    text = whole.text.replace(f"{title}\n", f"{title}\n{stamp}\n", 1)
    return Planted(text, whole.traps | {day + dt.timedelta(days=2)})


def page(title: str, body: str, day: dt.date, chance: random.Random, own: bool) -> Planted:
    """Return an article as HTML, its own day in structured data (``own``) or nowhere, and others' days around it."""
    seen = day + dt.timedelta(days=chance.randrange(2, 900))
    other = day - dt.timedelta(days=chance.randrange(5, 400))
    later = day + dt.timedelta(days=chance.randrange(2, 30))
    stated = chance.choice((
        f'<meta property="article:published_time" content="{day}T10:15:00+03:00">',
        f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{day}T07:15:00Z"}}</script>',
        f'<link rel="canonical" href="https://news.example/{day:%Y/%m/%d}/story">',
        f'<script type="application/ld+json">{{"@graph":[{{"@type":["NewsArticle"],'
        f'"datePublished":"{day}T07:15:00.000+0300","dateModified":"{later}T07:15:00+0300"}}]}}</script>',
    ))  # fmt: skip
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in body.split("\n") if line.strip())
    form = chance.randrange(FORMS)
    text = (
        f'<html lang="ar"><head><title>{html.escape(title)}</title>{stated if own else ""}</head><body>'
        f'<header><div class="clock">{written(seen, form)}</div><nav><a href="/">الرئيسية</a></nav></header>'
        f"<article><h1>{html.escape(title)}</h1>{paragraphs}</article>"
        f'<aside><a href="/x">{OTHERS[0]}</a><time datetime="{other}">{written(other, form)}</time></aside>'
        f'<section class="comments"><p>{REMARKS[0]}</p><time datetime="{later}">{written(later, form)}</time></section>'
        f"<footer>{seen.year} ©</footer></body></html>"
    )
    return Planted(text, frozenset((seen, other, later)) - {day})
