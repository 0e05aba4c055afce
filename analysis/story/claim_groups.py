"""Claims about the same thing, over articles: same, updated, conflicting, not comparable.

Figures that count one thing form a group; a part of it that agrees more closely is a group of its own, so that for two
claims the smallest group that holds both says how they stand. Figures of different days are an update; figures of the
same time that exclude each other are a conflict; a part beside its whole is not comparable.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from analysis import lexicon
from analysis.story import agreement
from analysis.story.same_thing import HAPPENED, SPEAKING, Figure, Stories, agrees, figure, gloss, linked
from analysis.tables import Verdict
from analysis.text.read import Reading

MOST_PAIRS = 300
"""A family of more figures than this is compared only where they share their value or stand a month apart at most."""
MONTH = timedelta(31)
SHOWN = 6


def group(
    claims: Sequence[Mapping[str, Any]], articles: Mapping[str, Mapping[str, Any]], readings: Mapping[str, Reading]
) -> list[dict[str, Any]]:
    """Return the rows of `tables.CLAIM_GROUPS` for the claims of a story.

    ``claims`` have their ``as_of``; ``articles`` and ``readings`` are by article id. A vague figure or one alone is
    in no group. ``n_origins`` and the grades that need it are missing until origins are known.
    """
    counted = [
        claim for claim in claims if claim["bound"] != "vague" and not (claim["low"] is None and claim["high"] is None)
    ]
    figures = [figure(c, readings[c["article_id"]], _published(articles, c)) for c in counted]
    figures = _drawn_from(figures)
    stories = Stories(readings, {one.article for one in figures})
    rows: list[dict[str, Any]] = []
    used: Counter[str] = Counter()
    for whole in _families(figures, stories):
        for members in _nested(whole):
            rows += _rows(members, articles, used)
    for whole, part in _parts(figures):
        rows += _rows([whole, part], articles, used, apart=True)
    return rows


def _drawn_from(figures: Sequence[Figure]) -> list[Figure]:
    """Mark as parts the figures that are drawn from a larger one told before: 100 قتيل … 87 من الضحايا."""
    largest: dict[tuple[str, str], float] = defaultdict(float)
    found: list[Figure] = []
    for one in figures:
        kind = one.article, one.claim["category"]
        apart = one.drawn and one.population == "any" and _size(one.claim) < largest[kind]
        found.append(replace(one, part=True) if apart else one)
        largest[kind] = max(largest[kind], _size(one.claim))
    return found


def _published(articles: Mapping[str, Mapping[str, Any]], claim: Mapping[str, Any]) -> date | None:
    latest = articles.get(claim["article_id"], {}).get("published_latest")
    return latest if isinstance(latest, date) else None


def _families(figures: Sequence[Figure], stories: Stories) -> list[list[Figure]]:
    """Return the figures that count one thing, in text order; those alone are left out."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(figures):
        blocks[one.thing].append(number)
    leads = list(range(len(figures)))
    for block in blocks.values():
        said = Counter((figures[n].article, _number(figures[n])) for n in block)
        pairs = sorted(_candidates(figures, block), key=lambda p: not agrees(figures[p[0]].claim, figures[p[1]].claim))
        for a, b in pairs:
            x, y = _lead(leads, a), _lead(leads, b)
            one, other = figures[a], figures[b]
            matched = bool(said[other.article, _number(one)] or said[one.article, _number(other)])
            if x == y or not linked(one, other, stories, matched=matched):
                continue
            if one.thing[0] in SPEAKING and _at_odds(figures[n] for n in block if _lead(leads, n) in {x, y}):
                continue
            leads[max(x, y)] = min(x, y)
    found: dict[int, list[Figure]] = defaultdict(list)
    for number, one in enumerate(figures):
        found[_lead(leads, number)].append(one)
    return [members for members in found.values() if len(members) > 1]


def _at_odds(members: Iterable[Figure]) -> bool:
    """Whether one article gives two figures that exclude each other: those on two boats, not one boat told twice."""
    return any(a.article == b.article and not agrees(a.claim, b.claim) for a, b in combinations(members, 2))


def _candidates(figures: Sequence[Figure], block: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(block) <= MOST_PAIRS:
        yield from combinations(block, 2)
        return
    order = sorted(block, key=lambda n: (_day(figures[n]), n))
    for at, a in enumerate(order):
        for b in order[at + 1 : at + 1 + MOST_PAIRS]:
            if _day(figures[b]) - _day(figures[a]) > MONTH:
                break
            yield (a, b) if a < b else (b, a)


def _day(one: Figure) -> date:
    return (one.when.latest if one.when else None) or one.published or date.min


def _lead(leads: list[int], number: int) -> int:
    while leads[number] != number:
        leads[number] = leads[leads[number]]
        number = leads[number]
    return number


def _nested(members: list[Figure]) -> list[list[Figure]]:
    """Return a group and the parts of it that agree more closely: on the number, and then on the time."""
    found = [members]
    by_number: dict[Any, list[Figure]] = defaultdict(list)
    for one in members:
        by_number[_number(one)].append(one)
    for part in by_number.values():
        if 1 < len(part) < len(members):
            found.append(part)
        times = _by_time(part)
        found += [together for together in times if 1 < len(together) < len(part)]
    found += [part for part in _agreeing(members) if 1 < len(part) < len(members)]
    return found


def _agreeing(members: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures of different numbers that agree within what their words allow: more than 360, 367."""
    order = sorted(members, key=lambda one: _size(one.claim))
    found: dict[tuple[str, ...], list[Figure]] = {}
    for first in order:
        part = [first]
        part += [one for one in order if one is not first and all(agrees(one.claim, other.claim) for other in part)]
        if len({_number(one) for one in part}) > 1:
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
        reach = max(reach, _day(one))
    return found


def _number(one: Figure) -> Any:
    claim = one.claim
    return claim["value"] if claim["value"] is not None else (claim["low"], claim["high"])


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
    for one in sorted(members, key=_day):
        found[_number(one)].append(_day(one))
    return found


def _pair(a: Figure, b: Figure, said: Mapping[Any, Sequence[date]]) -> tuple[Verdict, str]:
    if _number(a) == _number(b):
        return "same", "same"
    if agrees(a.claim, b.claim):
        return "same", "same_bounds"
    if a.thing[0] in {"measure", "aboard"}:
        return "conflicting", "measure" if a.thing[0] == "measure" else "conflicting"
    first, last = sorted((a, b), key=lambda one: (_day(one), one.published or date.min))
    if a.thing[0] in HAPPENED or a.thing[0] == "missing":
        small, large = sorted((a, b), key=lambda one: _size(one.claim))
        rises = said[_number(small)][0] < said[_number(large)][-1] or (
            small.claim["bound"] in {"at_least", "more_than"} and _day(small) == _day(large)
        )
        return ("updated", "grown") if rises else ("conflicting", "conflicting")
    if first.when and last.when and first.when.latest and last.when.earliest and first.when.latest < last.when.earliest:
        return "updated", "updated"
    return "conflicting", "conflicting"


def _size(claim: Mapping[str, Any]) -> float:
    ends = [end for end in (claim["value"], claim["low"], claim["high"]) if end is not None]
    return ends[0]


def _parts(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the pairs of a figure and a part of it: the figure before it in its sentence that counts people too."""
    found: list[tuple[Figure, Figure]] = []
    for whole, part in pairwise(figures):
        near = (
            whole.claim["sentence_id"] == part.claim["sentence_id"]
            and whole.claim["category"] == part.claim["category"]
        )
        if near and part.part and not whole.part and _size(part.claim) < _size(whole.claim):
            found.append((whole, part))
    return found


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
    ordered = sorted(members, key=lambda one: (_day(one), one.published or date.min, _size(one.claim)))
    if reason in {"grown"}:
        ordered = sorted(members, key=lambda one: _size(one.claim))
    if reason == "part":
        ordered = list(members)
    said = list(dict.fromkeys(_said(one.claim, lang) for one in ordered))
    separator = "، " if lang == "ar" else ", "
    values = separator.join(said[:SHOWN]) + (" …" if len(said) > SHOWN else "")
    return form.format(values=values, first=said[0], last=said[-1], n=len(members))


def _said(claim: Mapping[str, Any], lang: str) -> str:
    """Return a figure as words of the table say it: "about 2,500"."""
    bounds = lexicon.column("bound_labels", "bound", "en" if lang == "en" else "form")
    ends = claim["value"] if claim["value"] is not None else None
    if ends is None:
        return bounds["range"].format(low=_plain(claim["low"], lang), high=_plain(claim["high"], lang))
    return bounds[claim["bound"]].format(value=_plain(ends, lang))


def _plain(value: float | None, lang: str) -> str:
    """Return a number as the language writes it: "5,200" in English, "5200" in Arabic."""
    if value is None:
        return "…"
    grouping = "," if lang == "en" else ""
    return f"{value:{grouping}.0f}" if float(value).is_integer() else f"{value:{grouping}.2f}".rstrip("0")
