"""The marks of one article against its gold, layer by layer.

Each function takes the gold of one article and the rows a build has for it and returns a `Tally`: counts under short
names (`t_gold`, `t_found`, `t_match`, …) and the mistakes. ``measures`` turns the sum of the tallies into scores. The
rules are those of TABLES.md, "How the marks are scored".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.scoring.matching import Pair, Span, by_majority, by_touch, overlap
from analysis.scoring.measures import Measure, Mistake, Tally

Json = dict[str, Any]
CLAIM_PARTS = ("value", "bound", "noun", "category", "claimant", "as_of")
QUOTE_KINDS = {"direct": "qd", "indirect": "qi"}


def optional(item: Json) -> bool:
    """Tell whether the gold calls an item defensible either way, or furniture: then it counts on neither side."""
    note = (item.get("note") or "").lower()
    named = note.startswith(("named day", "named feast"))
    return bool(item.get("optional")) or named or "optional layer" in note or "furniture" in note


def span(item: Mapping[str, Any]) -> Span:
    """Return the characters an annotation or a row covers."""
    return item["start"], item["end"]


def number_span(item: Json) -> Span:
    """Return the characters of a gold claim's number."""
    return span(item.get("number") or item)


def who_is_where(gold: Json) -> dict[str, list[Span]]:
    """Return where an article names each person, body or described source: any naming of the right one will do."""
    spans: dict[str, list[Span]] = {}
    named = [mention | {"id": mention["entity"]} for mention in gold.get("mentions", [])]
    named += [quote.get("speaker") or {} for quote in gold.get("quotes", [])]
    named += [claim.get("claimant") or {} for claim in gold.get("claims", [])]
    for item in named:
        if item.get("start") is not None:
            spans.setdefault(item["id"], []).append(span(item))
    return spans


def times(article_id: str, gold: Json, rows: Sequence[Json], text: str) -> Tally:
    """Score time expressions: found, value, interval."""
    wanted = gold.get("times", [])
    spans = [[span(item), *([span(item["core"])] if item.get("core") else [])] for item in wanted]
    settled = _settle(wanted, rows, by_majority(spans, [span(row) for row in rows]))
    tally = settled.tally("t")
    for item, row in settled.pairs:
        says = {
            "value": (str(item.get("value")), str(row.get("value"))),
            "interval": tuple(_interval(side.get("earliest"), side.get("latest")) for side in (item, row)),
        }
        for part, (truth, found) in says.items():
            tally.counts[f"t_{part}"] += truth == found
            if truth != found:
                tally.mistakes.append(_differs(article_id, f"time {part}", item, text, truth, found))
    tally.mistakes += _unpaired("time", article_id, settled, text)
    return tally


def claims(article_id: str, gold: Json, rows: Sequence[Json], text: str) -> Tally:
    """Score claimed figures: found, and each of their parts right."""
    wanted, where = gold.get("claims", []), who_is_where(gold)
    numbers = [(row["number_start"], row["number_end"]) for row in rows]
    matched = by_touch([number_span(item) for item in wanted], numbers)
    vague = [number_span(item) for item in gold.get("vague_quantities", []) + gold.get("vague_numbers", [])]
    vague += [number_span(item) for item in gold.get("non_claims", []) if item.get("optional")]
    hit = {j for _, j in matched}
    ignored = {
        j
        for j, number in enumerate(numbers)
        if j not in hit and (rows[j].get("bound") == "vague" or any(overlap(item, number) for item in vague))
    }
    settled = _settle(wanted, rows, matched, ignored)
    tally = settled.tally("c")
    for item, row in settled.pairs:
        right = claim_parts(item, row, where)
        tally.counts["c_full"] += right["value"] and right["bound"] and right["noun"]
        for part, ok in right.items():
            tally.counts[f"c_{part}"] += ok
            if not ok:
                tally.mistakes.append(_differs(article_id, f"claim {part}", item, text, *_said(item, row, part)))
    tally.mistakes += _unpaired("claim", article_id, settled, text)
    return tally


def claim_parts(item: Json, row: Json, where: Mapping[str, Sequence[Span]]) -> dict[str, bool]:
    """Tell which parts of a found claim are right; ``where`` holds the places that name each source."""
    ends = _equal(item.get("low"), row.get("low")) and _equal(item.get("high"), row.get("high"))
    nouns = {(noun or "").strip() for noun in (item.get("noun"), *(item.get("noun_also") or []))}
    truth = item.get("as_of") or {}
    as_of = row.get("as_of_earliest"), row.get("as_of_latest")
    told = all(as_of) and bool(truth.get("earliest") and truth.get("latest"))
    inside = told and as_of[0] <= truth["latest"] and as_of[1] >= truth["earliest"]
    return {
        "value": _equal(item.get("value"), row.get("value")) or (item.get("bound") == "range" and ends),
        "bound": item.get("bound") == row.get("bound"),
        "noun": (row.get("noun") or "").strip() in nouns,
        "category": item.get("category") == row.get("category"),
        "claimant": _claimant(item, row, where),
        "as_of": inside,
    }


def _claimant(item: Json, row: Json, where: Mapping[str, Sequence[Span]]) -> bool:
    gold = item.get("claimant") or {}
    others = item.get("claimant_alt") or []
    others = [
        other if isinstance(other, dict) else {"id": other}
        for other in (others if isinstance(others, list) else [others])
    ]
    if gold.get("id") == "narration":
        right = row.get("claimant_id") == "narration"
    else:
        right = _named(gold, row, "claimant", where)
    return right or any(_named(other, row, "claimant", {}) for other in others)


def _named(who: Json, row: Json, role: str, where: Mapping[str, Sequence[Span]]) -> bool:
    """Tell whether a row's claimant or speaker is ``who``, by id or by any place that names them."""
    if who.get("id") == row.get(f"{role}_id"):
        return True
    start, end = row.get(f"{role}_start"), row.get(f"{role}_end")
    if start is None or end is None:
        return False
    spans = [span(who)] if who.get("start") is not None else []
    return any(overlap(named, (start, end)) for named in [*spans, *where.get(who.get("id", ""), [])])


def quotes(article_id: str, gold: Json, rows: Sequence[Json], text: str) -> Tally:
    """Score attributed speech, direct and indirect apart: found, exact, speaker."""
    tally, where = Tally(), who_is_where(gold)
    for kind in QUOTE_KINDS:
        wanted = [quote for quote in gold.get("quotes", []) if quote["kind"] == kind]
        found = [row for row in rows if row.get("kind") == kind]
        tally += _quotes_of(kind, article_id, wanted, found, text, where)
    return tally


def _quotes_of(
    kind: str, article_id: str, wanted: list[Json], rows: list[Json], text: str, where: Mapping[str, Sequence[Span]]
) -> Tally:
    loose = {j for i, j in _quote_pairs(wanted, rows) if optional(wanted[i])}
    wanted = [quote for quote in wanted if not optional(quote)]
    rows = [row for j, row in enumerate(rows) if j not in loose]
    prefix, name = QUOTE_KINDS[kind], f"{kind} quote"
    settled = _settle(wanted, rows, _quote_pairs(wanted, rows))
    tally = settled.tally(prefix)
    for item, row in settled.pairs:
        speaker = item.get("speaker") or {}
        tally.counts[f"{prefix}_exact"] += span(item) == span(row)
        right = _named(speaker, row, "speaker", where)
        tally.counts[f"{prefix}_speaker"] += right
        if span(item) != span(row) and kind == "direct":
            tally.mistakes.append(
                _differs(article_id, f"{name} span", item, text, text[slice(*span(item))], row["text"])
            )
        if not right:
            says = speaker.get("id"), row.get("speaker_id")
            tally.mistakes.append(_differs(article_id, f"{name} speaker", item, text, *says))
    tally.mistakes += _unpaired(name, article_id, settled, text)
    return tally


def _quote_pairs(wanted: Sequence[Json], rows: Sequence[Json]) -> list[tuple[int, int]]:
    return by_majority([[span(quote)] for quote in wanted], [span(row) for row in rows])


def mentions(article_id: str, gold: Json, rows: Sequence[Json], text: str) -> Tally:
    """Score names by exact span and type; descriptions ("the minister") count on neither side."""
    tally = Tally()
    if not gold.get("mentions"):
        return tally
    wanted = {(*span(item), item["type"]) for item in gold["mentions"] if item.get("level") != "nominal"}
    described = {span(item) for item in gold["mentions"] if item.get("level") == "nominal"}
    found = {(*span(row), row.get("type")) for row in rows if span(row) not in described}
    tally.counts.update(m_gold=len(wanted), m_found=len(found), m_match=len(wanted & found))
    for kind, odd in (("missed", wanted - found), ("spurious", found - wanted)):
        for start, end, what in sorted(odd, key=str):
            says = (what, "") if kind == "missed" else ("", what)
            tally.mistakes.append(
                Mistake(article_id, f"mention {kind}", start, end, text[start:end], *map(_text, says))
            )
    tally.mistakes.sort(key=lambda mistake: mistake.start or 0)
    return tally


def numbers(article_id: str, gold: Json, rows: Sequence[Json], text: str) -> Tally:
    """Score how many of the article's numbers are accounted for, and as what: a claim or not; idioms are no numbers."""
    tally = Tally()
    wanted = [(number_span(item), True) for item in gold.get("claims", []) if not optional(item)]
    others = [item for item in gold.get("non_claims", []) if not item.get("optional") and item.get("why") != "idiom"]
    wanted += [(span(item), False) for item in others]
    pairs = dict(by_touch([at for at, _ in wanted], [span(row) for row in rows]))
    tally.counts.update(n_gold=len(wanted), n_match=len(pairs))
    for i, (at, claimed) in enumerate(wanted):
        says = "claim" if claimed else "no claim"
        if i not in pairs:
            tally.mistakes.append(Mistake(article_id, "number missed", *at, text[slice(*at)], says, ""))
            continue
        role = rows[pairs[i]].get("role")
        tally.counts["n_role"] += (role == "claim") == claimed
        if (role == "claim") != claimed:
            tally.mistakes.append(Mistake(article_id, "number role", *at, text[slice(*at)], says, _text(role)))
    return tally


def offsets(rows: Iterable[Json], texts: Mapping[str, str]) -> Tally:
    """Count the rows whose characters are the ones they say."""
    tally = Tally()
    for row in rows:
        right = texts.get(row["article_id"], "")[slice(*span(row))] == row["text"]
        tally.counts.update(offsets=1, offsets_ok=int(right))
        if not right:
            where = row["article_id"], "offsets", *span(row)
            tally.mistakes.append(
                Mistake(*where, row["text"], row["text"], texts.get(row["article_id"], "")[slice(*span(row))])
            )
    return tally


def measures(tally: Tally) -> Iterator[Measure]:
    """Yield every score that the counts give, in reading order."""
    counts, widths = tally.counts, tally.widths
    yield tally.share("articles", "found", "articles_found", "articles")
    yield tally.share("publication", "inside", "pub_hit", "pub")
    yield tally.share("publication", "bounded", "pub_bounded", "pub")
    yield tally.share("publication", "narrow", "pub_narrow", "pub_narrow_n")
    median = sorted(widths)[len(widths) // 2] if widths else None
    yield Measure("publication", "median width (days)", median, len(widths), lower_is_better=True)
    yield Measure("trap dates", "taken", counts["trap_taken"], counts["traps"], lower_is_better=True)
    yield tally.share("outlet", "", "outlet_ok", "outlet")
    yield from tally.agreement("times", "t_match", "t_gold", "t_found")
    yield tally.share("times", "value", "t_value", "t_match")
    yield tally.share("times", "interval", "t_interval", "t_match")
    yield tally.f1("times", "value F1", "t_value", "t_gold", "t_found")
    yield tally.share("numbers", "found", "n_match", "n_gold")
    yield tally.share("numbers", "role", "n_role", "n_gold")
    yield from tally.agreement("claims", "c_match", "c_gold", "c_found")
    for part in CLAIM_PARTS:
        yield tally.share("claims", part, f"c_{part}", "c_gold")
    yield tally.f1("claims", "full F1", "c_full", "c_gold", "c_found")
    yield tally.f1("claims", "value F1", "c_value", "c_gold", "c_found")
    for kind, prefix in QUOTE_KINDS.items():
        yield from tally.agreement(f"{kind} quotes", f"{prefix}_match", f"{prefix}_gold", f"{prefix}_found")
        if kind == "direct":
            yield tally.share(f"{kind} quotes", "exact", f"{prefix}_exact", f"{prefix}_gold")
        yield tally.share(f"{kind} quotes", "speaker", f"{prefix}_speaker", f"{prefix}_gold")
    yield from tally.agreement("mentions", "m_match", "m_gold", "m_found")
    yield tally.share("offsets", "valid", "offsets_ok", "offsets")


@dataclass(frozen=True)
class _Settled:
    """What answers what in one layer, what was missed and what is spurious; without what counts on neither side."""

    pairs: list[tuple[Json, Json]]
    missed: list[Json]
    spurious: list[Json]

    def tally(self, prefix: str) -> Tally:
        """Count the pairs, the gold and the rows found."""
        hits, tally = len(self.pairs), Tally()
        sizes = {"gold": hits + len(self.missed), "found": hits + len(self.spurious), "match": hits}
        tally.counts.update({f"{prefix}_{name}": size for name, size in sizes.items()})
        return tally


def _settle(
    wanted: Sequence[Json], rows: Sequence[Json], matched: Sequence[Pair], ignored: Iterable[int] = ()
) -> _Settled:
    """Part what was matched from what stayed alone; rows at the indices ``ignored`` and optional gold are left out."""
    loose = {i for i, item in enumerate(wanted) if optional(item)}
    paired = {i for i, _ in matched} | loose
    answered = {j for _, j in matched} | set(ignored)
    return _Settled(
        pairs=[(wanted[i], rows[j]) for i, j in matched if i not in loose],
        missed=[item for i, item in enumerate(wanted) if i not in paired],
        spurious=[row for j, row in enumerate(rows) if j not in answered],
    )


def _unpaired(name: str, article_id: str, settled: _Settled, text: str) -> list[Mistake]:
    missed = [_differs(article_id, f"{name} missed", item, text, _gist(item), None) for item in settled.missed]
    return missed + [
        Mistake(article_id, f"{name} spurious", *span(row), row["text"], "", _text(_gist(row)))
        for row in settled.spurious
    ]


def _gist(item: Json) -> object:
    """Return what an annotation or a row says in short: a value, or a speaker."""
    return item.get("value", (item.get("speaker") or {}).get("id", item.get("speaker_id")))


def _differs(article_id: str, kind: str, item: Json, text: str, wanted: object, found: object) -> Mistake:
    return Mistake(article_id, kind, *span(item), text[slice(*span(item))], _text(wanted), _text(found))


def _said(item: Json, row: Json, part: str) -> tuple[object, object]:
    if part == "claimant":
        return (item.get("claimant") or {}).get("id"), row.get("claimant_id")
    if part == "as_of":
        truth = item.get("as_of") or {}
        ends = (truth.get("earliest"), truth.get("latest")), (row.get("as_of_earliest"), row.get("as_of_latest"))
        return _interval(*ends[0]), _interval(*ends[1])
    return item.get(part), row.get(part)


def _interval(earliest: str | None, latest: str | None) -> str:
    return f"{earliest or ''}..{latest or ''}"


def _text(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _equal(a: Any, b: Any) -> bool:
    return a is not None and b is not None and abs(float(a) - float(b)) < 1e-6
