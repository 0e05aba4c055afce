"""Stories of any size for charts to draw: made up, but with everything that real ones bring.

Names are Arabic and Latin, long and short; dates are stated, inferred, open at an end or unknown; some words are
hostile. Everything is counted from a row's number, so that a story is the same on every run.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.tables import TABLES

OUTLETS = (
    "الشرق الأوسط",
    "سي إن إن بالعربية",
    "بي بي سي عربي",
    "الجزيرة نت",
    "France 24 عربي",
    "سكاي نيوز عربية",
    "صحيفة المدى اليومية السياسية المستقلة الصادرة في بغداد",
    "Al-Monitor",
    "العربي الجديد",
    "وكالة الأنباء الأردنية (بترا)",
    "<script>alert($1)</script> & شركاؤه",
    "موقع_اختبار\\frac{1}{2}^2 50%",
)
AGENCIES = ("afp", "reuters", "ap", "شينخوا", "وكالة بلا اسم لاتيني معروف لدى البرنامج")
ACTORS: tuple[tuple[str, str, str | None], ...] = (
    ("GPE", "العراق", "Iraq"),
    ("GPE", "الولايات المتحدة", "United States"),
    ("GPE", "بغداد", "Baghdad"),
    ("PER", "محمد بن عبد الرحمن بن جاسم آل ثاني رئيس مجلس الوزراء وزير الخارجية", None),
    ("ORG", "وزارة الدفاع الأميركية (البنتاغون)", "US Department of Defense (the Pentagon), Office of the Secretary"),
    ("ORG", "AC/DC $x^2$ <b>", "AC/DC $x^2$ <b>"),
    ("GPE", "سوريا", "Syria"),
    *((("PER", "ORG")[at % 2], f"اسم رقم {at} من الأسماء", f"Name number {at}") for at in range(40)),
)
FIRST_DAY = pd.Timestamp("2019-10-01")


def articles(count: int, *, days: int = 1100) -> pd.DataFrame:
    """``count`` articles over ``days`` days in bursts, a fifth without outlet, one in thirty without any date."""
    return TABLES["articles"].frame([_article(at, count, days) for at in range(count)])


def _article(at: int, count: int, days: int) -> dict[str, Any]:
    day = FIRST_DAY + pd.Timedelta(days=(at * 37 % 60) + (at * 7 % 3) * days // 3)
    basis = "unknown" if at % 30 == 29 else ("stated", "inferred", "inferred", "given")[at % 4]
    wide = pd.Timedelta(days=(1, 6, 40, 400)[at % 4] if basis == "inferred" else 0)
    outlet = None if at % 5 == 4 else OUTLETS[at * 5 % len(OUTLETS)]
    row = {
        "article_id": f"{at:03d}_{at * 2654435761 % 2**32:08x}",
        "path": f"{at}.txt",
        "sha256": "0" * 64,
        "chars": 9000,
        "text": "نص",
        "outlet": outlet,
        "outlet_id": None if outlet is None else f"outlet-{OUTLETS.index(outlet)}",
        "outlet_basis": "unknown" if outlet is None else "stated",
        "published_basis": basis,
        "published_reasons": [] if basis == "unknown" else [f"page alone: {_alone(day, wide, at)}"],
        "agencies": [AGENCIES[(at + step) % len(AGENCIES)] for step in range(at % 4)],
    }
    if basis != "unknown":
        row |= {"published_earliest": day, "published_latest": None if at % 17 == 16 else day + wide}
    return row


def _alone(day: pd.Timestamp, wide: pd.Timedelta, at: int) -> str:
    ends = [f"{day - pd.Timedelta(days=9 * at):%Y-%m-%d}", f"{day + wide + pd.Timedelta(days=3):%Y-%m-%d}"]
    return "..".join("" if at % 3 == gone else end for gone, end in enumerate(ends))


def sentences(of: pd.DataFrame) -> pd.DataFrame:
    """One sentence of prose an article, 120 to 9,000 characters long, and a caption that counts for nothing."""
    rows = []
    for at, article in enumerate(of["article_id"]):
        end = 120 + (at * 2654435761 % 2**32) ** 2 % 8880
        rows.append(
            {
                "article_id": article,
                "sentence_id": f"{article}:s0-{end}",
                "start": 0,
                "end": end,
                "paragraph": 0,
                "place": "body",
            }
        )
        rows.append(
            {
                "article_id": article,
                "sentence_id": f"{article}:s{end}-{end + 99}",
                "start": end,
                "end": end + 99,
                "paragraph": 1,
                "place": "caption",
            }
        )
    return TABLES["sentences"].frame(rows)


def entities() -> pd.DataFrame:
    """Names for some of the agencies (the rest must do with their ids), and who and what the articles speak of."""
    named = {"afp": ("ORG", "فرانس برس", "AFP"), "reuters": ("ORG", "رويترز", "Reuters")}
    named |= {f"actor-{at}": actor for at, actor in enumerate(ACTORS)}
    rows = [
        {"entity_id": key, "type": kind, "name_ar": arabic, "name_en": english, "variants": [arabic]}
        for key, (kind, arabic, english) in named.items()
    ]
    return TABLES["entities"].frame(rows)


def mentions(of: pd.DataFrame) -> pd.DataFrame:
    """Names in the prose of each article: the first actors in nearly all, the later ones in fewer and fewer."""
    rows = []
    for at, article in enumerate(of["article_id"]):
        end = 120 + (at * 2654435761 % 2**32) ** 2 % 8880
        for actor, (kind, arabic, _) in enumerate(ACTORS):
            if (at * 31 + actor * 17) % (actor + 1) > actor // 4:
                continue
            for time in range(1 + (at * actor) % 11):
                start = actor * 12 + time
                rows.append({
                    "article_id": article, "sentence_id": f"{article}:s0-{end}", "start": start,
                    "end": start + 5, "text": arabic,
                    "mention_id": f"{article}:m{start}-{start + 5}", "entity_id": f"actor-{actor}", "type": kind,
                })  # fmt: skip
    return TABLES["mentions"].frame(rows)


def quotes(of: pd.DataFrame) -> pd.DataFrame:
    """In every third article somebody speaks."""
    rows = [
        {
            "article_id": article, "sentence_id": f"{article}:s0-1", "start": at, "end": at + 9, "text": "كلام",
            "quote_id": f"{article}:q{at}-{at + 9}", "kind": "direct", "speaker_id": f"actor-{at % 7}", "chain": [],
            "closed": True,
        }
        for at, article in enumerate(of["article_id"])
        if at % 3 == 0
    ]  # fmt: skip
    return TABLES["quotes"].frame(rows)
