"""What the notebook on trust shows: scores with their uncertainty, mistakes in their sentences, scores kept elsewhere.

A share of ten is a weak witness: beside each share stands the range in which the true one lies nineteen times in twenty
(Wilson 1927), were the annotated articles drawn from those it is asked about; five articles of one story are not.
What was measured on texts that the project may not ship is read from `tests/scores.json`, where it was recorded.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.scoring import suites
from analysis.scoring.floors import Floors, read
from analysis.scoring.measures import Measure
from analysis.scoring.scores import Scores, score

TESTS = Path(__file__).resolve().parents[2] / "tests"
GOLD, STORED = TESTS / "gold", TESTS / "scores.json"

ARABIC = {
    "articles": "المقالات",
    "publication": "تاريخ النشر",
    "trap dates": "تواريخ مضللة",
    "outlet": "المصدر",
    "times": "الأزمنة",
    "numbers": "الأعداد",
    "claims": "الأرقام المدعاة",
    "direct quotes": "الاقتباس المباشر",
    "indirect quotes": "الكلام المنقول",
    "mentions": "الأسماء",
    "offsets": "المواضع",
    "shared copy": "النص المشترك",
    "claim pairs": "تجميع الأرقام",
    "verdicts": "الأحكام",
    "quote pairs": "تجميع الأقوال",
    "event evidence": "شواهد الأحداث",
    "event pairs": "تجميع الأحداث",
    "event days": "أيام الأحداث",
}
FOUND = ("P", "R", "F1")
TABLES = ("articles", "times", "claims", "quotes", "mentions", "event_mentions", "claim_groups")
"""The tables that are scored."""
SHARES = {
    "publication inside": ("Publication", "تاريخ النشر"),
    "times R": ("Times found", "الأزمنة: العثور عليها"),
    "times value": ("Value of a time", "قيمة الزمن"),
    "times interval": ("Interval of a time", "مجال الزمن"),
    "claims R": ("Claimed figures found", "الأرقام: العثور عليها"),
    "claims value": ("Number of a figure", "عدد الرقم"),
    "claims bound": ("Bound of a figure", "حدّ الرقم"),
    "claims noun": ("Noun of a figure", "معدود الرقم"),
    "claims claimant": ("Claimant of a figure", "قائل الرقم"),
    "claims as_of": ("Time of a figure", "زمن الرقم"),
    "direct quotes R": ("Direct quotes found", "الاقتباسات: العثور عليها"),
    "direct quotes exact": ("Exact span of a quote", "حدود الاقتباس تماما"),
    "direct quotes speaker": ("Speaker of a quote", "المتكلم في الاقتباس"),
    "indirect quotes R": ("Indirect speech found", "الكلام المنقول: العثور عليه"),
    "indirect quotes speaker": ("Speaker of indirect speech", "المتكلم في المنقول"),
    "mentions R": ("Names found", "الأسماء: العثور عليها"),
    "claim pairs R": ("Figures of one thing joined", "جمع أرقام الشيء الواحد"),
    "verdicts": ("Verdict on figures", "الحكم على الأرقام"),
    "event pairs R": ("Tellings of one event joined", "جمع روايات الحدث الواحد"),
    "event days R": ("Days of events told twice", "أيام ما رواه مقالان"),
}
"""The shares that are drawn, with their names: those of something annotated, so that their range can be said."""


@dataclass(frozen=True)
class Measured:
    """The scores of a build on the project's gold, and the floors they are held against."""

    scores: Scores
    floors: Floors


def measure(tables: Mapping[str, pd.DataFrame]) -> Measured:
    """Score the tables of the project's own story against its gold. Raises ValueError if they are of another story."""
    scores = score(tables, GOLD)
    if not scores.values["articles found"]:
        raise ValueError(f"none of these articles is annotated in {GOLD.name}; load the story of the project, `seeds`")
    return Measured(scores, read(STORED))


def found(measured: Measured) -> pd.DataFrame:
    """Return precision, recall and F1 by layer, what is annotated, the range of recall; dashes for what is not read."""
    layers: dict[str, dict[str, Measure]] = {}
    for item in measured.scores.measures:
        if item.name in FOUND:
            layers.setdefault(item.layer, {})[item.name] = item
    rows = {layer: _found(layer, three, measured.floors) for layer, three in layers.items() if three["R"].of}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("layer")


def _found(layer: str, three: Mapping[str, Measure], floors: Floors) -> dict[str, Any]:
    row: dict[str, Any] = {"الطبقة": ARABIC.get(layer, ""), "annotated": three["R"].of}
    if not three["P"].of:
        return row | dict.fromkeys((*FOUND, "R, 95 %", "floor of F1"), "–")
    scores = {name: f"{item.value:.3f}" for name, item in three.items()}
    return (
        row | scores | {"R, 95 %": _range(three["R"].value, three["R"].of), "floor of F1": _floor(floors, three["F1"])}
    )


def parts(measured: Measured) -> pd.DataFrame:
    """Return what is right of what was found: value, bound, speaker and the like, with the range of each share."""
    rows = [
        {
            "layer": item.layer,
            "الطبقة": ARABIC.get(item.layer, ""),
            "part": item.name or "right",
            "score": f"{item.value:.3f}",
            "of": item.of,
            "95 %": _range(item.value, item.of),
            "floor": _floor(measured.floors, item),
        }
        for item in measured.scores.measures
        if item.name not in FOUND and "F1" not in item.name and not item.lower_is_better and item.value is not None
    ]
    return pd.DataFrame(rows).set_index(["layer", "part"])


def mistakes_by_kind(measured: Measured) -> pd.DataFrame:
    """Return how many mistakes of each kind there are, by article."""
    mistakes = measured.scores.mistakes
    short = mistakes["article_id"].str.split("_").str[0]
    return pd.crosstab(mistakes["kind"], short, margins=True, margins_name="all").rename_axis(columns="article")


@dataclass(frozen=True)
class Page:
    """HTML for a notebook: what must be seen in a saved one too. ``mistakes`` is how many there are."""

    html: str
    mistakes: int

    def __repr__(self) -> str:
        """Say how many there are: the text beside the HTML."""
        return f"{self.mistakes} mistakes"

    def _repr_html_(self) -> str:
        return self.html


def evidence(measured: Measured, kind: str, most: int = 12) -> Page:
    """Show the mistakes whose kind begins with ``kind``, each marked in its sentence; at most ``most``."""
    chosen = measured.scores.worst(kind=kind).to_dict("records")
    shown = [_mistake(row) for row in chosen[:most]]
    left = f"<p>… and {len(chosen) - most} more · وغيرها</p>" if len(chosen) > most else ""
    return Page("".join(shown) + left if chosen else "<p>No mistake · لا خطأ</p>", len(chosen))


def _mistake(row: Mapping[str, Any]) -> str:
    said = f"{row['kind']} · {row['article_id']}"
    if row["wanted"] or row["found"]:
        said += f" · annotated {row['wanted'] or '–'}, found {row['found'] or '–'}"
    sentence = html.escape(row["sentence"] or row["text"])
    marked = sentence.replace(html.escape(row["text"]), f"<mark>{html.escape(row['text'])}</mark>", 1)
    quoted = f'<blockquote dir="rtl" lang="ar" style="text-align:right">{marked}</blockquote>' if sentence else ""
    return f'<p dir="ltr"><bdi>{html.escape(said)}</bdi></p>{quoted}'


FIRST_SIGHT = (
    "times F1", "times value", "times interval", "claims F1", "claims value", "claims bound", "claims noun",
    "claims claimant", "claims as_of", "claims full F1", "direct quotes F1", "direct quotes speaker",
    "indirect quotes F1", "indirect quotes speaker", "mentions P", "mentions R", "mentions F1",
    "event evidence found", "event pairs P", "event pairs R", "event pairs F1", "event days F1",
)  # fmt: skip
"""The measures shown of a first sight, in this order."""


def recorded(name: str) -> dict[str, Any]:
    """Return what was measured where the project has not the texts: a section of `tests/scores.json`.

    Raises KeyError if nothing is recorded under ``name``.
    """
    return json.loads(STORED.read_text(encoding="utf-8"))[name]


def elsewhere(measured: Measured, name: str) -> pd.DataFrame:
    """Return the scores on the project's gold beside those recorded on further articles."""
    kept = recorded(name)["scores"]
    rows = {
        item.key: {
            "five": _shown(item.value),
            "of": item.of,
            "further": _shown(kept[item.key][0]),
            "of them": kept[item.key][1],
        }
        for item in measured.scores.measures
        if item.key in kept and kept[item.key][1] and kept[item.key][0] is not None
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("score")


def first_sight(*names: str) -> pd.DataFrame:
    """Return the scores recorded under ``names`` on articles that nobody had looked at before, with their counts."""
    rows = {
        key: {"score": _shown(share), "of": of}
        for name in names
        for key, (share, of) in recorded(name)["scores"].items()
        if key in FIRST_SIGHT and share is not None and of
    }
    return pd.DataFrame.from_dict({key: rows[key] for key in FIRST_SIGHT if key in rows}, orient="index").rename_axis(
        "score"
    )


def drawn(measured: Measured, name: str) -> pd.DataFrame:
    """Return the rows of `charts.trust.by_score`: shares on the project's gold and those recorded as ``name``."""
    kept = recorded(name)["scores"]
    sets = (
        ("the five articles", "المقالات الخمسة", {m.key: (m.value, m.of) for m in measured.scores.measures}),
        ("twelve of other stories", "اثنا عشر من قصص أخرى", {key: tuple(held) for key, held in kept.items()}),
    )
    rows = []
    for key, (score_en, score_ar) in SHARES.items():
        for set_en, set_ar, scores in sets:
            share, of = scores.get(key, (None, 0))
            if share is not None and of:
                low, high = wilson(share, of)
                said = {"score_ar": score_ar, "score_en": score_en, "set_ar": set_ar, "set_en": set_en}
                rows.append(said | {"share": share, "low": round(low, 3), "high": round(high, 3), "of": of})
    return pd.DataFrame(rows)


def peers() -> pd.DataFrame:
    """Return the cases of other programs' tests that are solved, by suite, beside what those programs solve."""
    return suites.beside_peers(recorded("suites"))


def peers_by_kind() -> pd.DataFrame:
    """Return the cases solved by suite and kind: "180/186 (+3)", the last where only a convention differs."""
    return suites.by_kind(recorded("suites"))


def wilson(share: float, of: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson 1927).

    >>> [round(end, 2) for end in wilson(1.0, 10)]
    [0.72, 1.0]
    """
    z = 1.96
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _range(share: float | None, of: int) -> str:
    if share is None or not of:
        return "–"
    low, high = wilson(share, of)
    return f"{low:.2f} to {high:.2f}"


def _floor(floors: Floors, item: Measure) -> str:
    return _shown(floors.limits.get(item.key))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".rstrip("0").rstrip(".")
