"""Claims about the same thing, over articles: same, updated, conflicting, not comparable.

Figures that count one thing form a group; a part of it that agrees more closely is a group of its own, so that for two
claims the smallest group that holds both says how they stand. Figures of different days are an update; figures of the
same time that exclude each other are a conflict; a part beside its whole is not comparable.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from analysis import lexicon
from analysis.dating.as_of import HAPPENED
from analysis.marks.claims import NARRATION
from analysis.story import agreement
from analysis.story.families import families
from analysis.story.figures import Figure, figures, gloss, parts
from analysis.story.same_thing import Stories, agrees
from analysis.tables import Verdict
from analysis.text.read import Reading

SHOWN = 6
"""So many figures stand in a reason."""
LEAST_SHOWN = 0.01
"""Below it three digits are shown wherever they stand, not three places."""
FEW = range(3, 11)
"""Numbers that take a plural in Arabic."""


def group(
    claims: Sequence[Mapping[str, Any]], articles: Mapping[str, Mapping[str, Any]], readings: Mapping[str, Reading]
) -> list[dict[str, Any]]:
    """Return the rows of `tables.CLAIM_GROUPS` for the claims of a story.

    ``claims`` have their ``as_of``; ``articles`` and ``readings`` are by article id. A vague figure or one alone is
    in no group. ``n_origins`` and the grades that need it are missing until origins are known.
    """
    found = figures(claims, readings, _published(articles))
    stories = Stories(readings, {one.article for one in found})
    rows: list[dict[str, Any]] = []
    used: Counter[str] = Counter()
    for whole in families(found, stories):
        for members in _nested(whole):
            rows += _rows(members, articles, used)
    for whole, part in parts(found):
        rows += _rows([whole, part], articles, used, apart=True)
    return rows


def _published(articles: Mapping[str, Mapping[str, Any]]) -> dict[str, date | None]:
    days = {name: row.get("published_latest") for name, row in articles.items()}
    return {name: day if isinstance(day, date) else None for name, day in days.items()}


def _nested(members: list[Figure]) -> list[list[Figure]]:
    """Return a group and the parts of it that agree more closely: on the number, and then on the time."""
    found = [members]
    by_number: dict[Any, list[Figure]] = defaultdict(list)
    for one in members:
        by_number[one.number].append(one)
    for part in by_number.values():
        if 1 < len(part) < len(members):
            found.append(part)
        times = _by_time(part)
        found += [together for together in times if 1 < len(together) < len(part)]
    found += [part for part in _agreeing(members) if 1 < len(part) < len(members)]
    return found


def _agreeing(members: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures of different numbers that agree within what their words allow: more than 360, 367."""
    order = sorted(members, key=lambda one: one.size)
    found: dict[tuple[str, ...], list[Figure]] = {}
    for first in order:
        part = [first]
        part += [one for one in order if one is not first and all(agrees(one.claim, other.claim) for other in part)]
        if len({one.number for one in part}) > 1:
            found[tuple(sorted(one.claim["claim_id"] for one in part))] = part
    return list(found.values())


def _by_time(members: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures whose times overlap, one list each, by time."""
    found: list[list[Figure]] = []
    reach = date.min
    for one in sorted(members, key=lambda one: one.when.earliest if one.when and one.when.earliest else date.min):
        start = one.when.earliest if one.when and one.when.earliest else date.min
        if not found or start > reach:
            found.append([])
        found[-1].append(one)
        reach = max(reach, one.day)
    return found


def verdict(members: Sequence[Figure]) -> tuple[Verdict, str]:
    """Return how the claims of a group stand to each other, and the reason (a row of `group_reasons.tsv`)."""
    said = _said_on(members)
    found: set[tuple[Verdict, str]] = {_pair(a, b, said) for a, b in combinations(members, 2)}
    for kind in ("conflicting", "updated", "same"):
        reasons = sorted(reason for one, reason in found if one == kind)
        if reasons:
            return kind, reasons[-1]
    return "same", "same"


def _said_on(members: Iterable[Figure]) -> dict[Any, list[date]]:
    """Return the days for which each number is given, in order.

    A toll that an article repeats when a higher one is out is old, not disputed.
    """
    found: dict[Any, list[date]] = defaultdict(list)
    for one in members:
        day = max(one.day, one.published or date.min) if one.thing[0] == "missing" else one.day
        found[one.number].append(day)  # who is missed is missed until the report
    return {number: sorted(days) for number, days in found.items()}


def _pair(a: Figure, b: Figure, said: Mapping[Any, Sequence[date]]) -> tuple[Verdict, str]:
    if a.number == b.number:
        return "same", "same"
    if agrees(a.claim, b.claim):
        return "same", "same_bounds"
    if a.thing[0] in {"measure", "aboard"}:
        return "conflicting", "measure" if a.thing[0] == "measure" else "conflicting"
    if a.thing[0] in HAPPENED or a.thing[0] == "missing":
        return ("updated", "grown") if _rises(a, b, said) else ("conflicting", "conflicting")
    first, last = sorted((a, b), key=lambda one: (one.day, one.published or date.min))
    if a.thing[0] == "case":
        return ("updated", "updated") if first.day < last.day else ("conflicting", "conflicting")
    if first.when and last.when and first.when.latest and last.when.earliest and first.when.latest < last.when.earliest:
        return "updated", "updated"
    return "conflicting", "conflicting"


def _rises(a: Figure, b: Figure, said: Mapping[Any, Sequence[date]]) -> bool:
    """Whether the larger of two tolls came later, and the smaller is not upheld against it in one article."""
    small, large = sorted((a, b), key=lambda one: one.size)
    claimants = {a.claim["claimant_id"], b.claim["claimant_id"]}
    if a.article == b.article and len(claimants - {NARRATION}) > 1 and small.claim["bound"] == "exact":
        return False
    bound = small.claim["bound"] in {"at_least", "more_than"} and small.day == large.day
    return bound or said[small.number][0] < said[large.number][-1]


def _rows(
    members: Sequence[Figure], articles: Mapping[str, Mapping[str, Any]], used: Counter[str], *, apart: bool = False
) -> list[dict[str, Any]]:
    kind, reason = ("not_comparable", "part") if apart else verdict(members)
    slug = _slug(members, used)
    n_origins = agreement.origins(((m.article, m.claim["start"], m.claim["end"]) for m in members), None)
    shared = {
        "about": _about(members),
        "verdict": kind,
        "why_ar": _why(reason, "ar", members),
        "why_en": _why(reason, "en", members),
        "n_outlets": agreement.outlets((one.article for one in members), articles),
        "n_origins": n_origins,
        "grade": agreement.grade(kind, n_origins),
    }
    return [{"group_id": slug, "claim_id": one.claim["claim_id"], **shared} for one in members]


def _slug(members: Sequence[Figure], used: Counter[str]) -> str:
    noun = Counter(gloss(one.claim["noun"] or "") for one in members).most_common(1)[0][0]
    words = "-".join(filter(None, (members[0].claim["category"], *noun.split(), *sorted(members[0].roles))))
    name = words if words.isascii() else members[0].claim["category"]
    used[name] += 1
    return f"{name}-{used[name]}"


def _about(members: Sequence[Figure]) -> str:
    """Return what is counted in the words of the claims: the noun they use most, with the words behind it."""
    spans = Counter(one.claim["noun"] for one in members if isinstance(one.claim["noun"], str))
    return spans.most_common(1)[0][0] if spans else members[0].claim["category"]


def _why(reason: str, lang: str, members: Sequence[Figure]) -> str:
    form = next(row["form"] for row in lexicon.rows("group_reasons") if (row["reason"], row["lang"]) == (reason, lang))
    ordered = sorted(members, key=lambda one: (one.day, one.published or date.min, one.size))
    if reason == "grown":
        ordered = sorted(members, key=lambda one: one.size)
    if reason == "part":
        ordered = list(members)
    said = list(dict.fromkeys(_said(one.claim, lang) for one in ordered))
    separator = "، " if lang == "ar" else ", "
    values = separator.join(said[:SHOWN]) + (" …" if len(said) > SHOWN else "")
    return form.format(values=values, first=said[0], last=said[-1], n=len(members))


def _said(claim: Mapping[str, Any], lang: str) -> str:
    """Return a figure as words of the table say it: "about 2,500"."""
    bounds = lexicon.column("bound_labels", "bound", "en" if lang == "en" else "form")
    if claim["value"] is None:
        return bounds["range"].format(low=_plain(claim["low"], lang), high=_plain(claim["high"], lang))
    return bounds[claim["bound"]].format(value=_plain(claim["value"], lang))


def _plain(value: float | None, lang: str) -> str:
    """Return a number as the language writes it: "5,200" in English, "5200" in Arabic, "3 million", "3 ملايين"."""
    if value is None:
        return "…"
    for scale in (1_000_000_000, 1_000_000):
        if abs(value) >= scale and round(value / scale, 3) * scale == value:
            return f"{_digits(value / scale, lang)} {_scale(scale, value / scale, lang)}"
    return _digits(value, lang)


def _scale(scale: int, times: float, lang: str) -> str:
    count = "few" if times in FEW else "any"
    rows = lexicon.rows("scale_labels")
    return next(row["form"] for row in rows if (row["scale"], row["lang"], row["count"]) == (str(scale), lang, count))


def _digits(value: float, lang: str) -> str:
    grouping = "," if lang == "en" else ""
    if float(value).is_integer():
        return f"{value:{grouping}.0f}"
    return f"{value:{grouping}.3g}" if abs(value) < LEAST_SHOWN else f"{value:{grouping}.3f}".rstrip("0")
