"""Claimed figures: number, bound, counted noun, and who says so.

What is asserted of those who are counted comes first from a verb or noun of event (مقتل 14 جنديا), then from the noun
itself (14 قتيلا). A part takes what is asserted of the whole (بينهم خمسة أطفال), a figure joined with و that of the one
before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.marks import left_out, numbers
from analysis.marks.attribution import Attribution, innermost
from analysis.marks.counted import endings
from analysis.marks.left_out import PEOPLE
from analysis.marks.phrases import Phrase
from analysis.tables import Category
from analysis.text.number_words import AND
from analysis.text.read import Reading

NARRATION = "narration"
REACH = 9
"""How many words before a number a word of event may stand (قتلت القوات الخاصة فجر الأربعاء 14 مسلحا)."""
AHEAD = 6
"""How many words behind a noun its verb may stand (سبعة جنود قتلوا)."""
JOINED = 3
"""How many words may stand between two joined figures (مقتل عشرة جنود أفغان وخمسة مدنيين)."""
PER_CENT = 100
DISTANCES = frozenset({"km", "mi", "nmi"})
FATES = frozenset({"killed", "wounded", "detained", "displaced"})
_STOPS = frozenset(".؛!?؟:")
_PAUSES = _STOPS | {"،", ","}


def find(
    reading: Reading,
    numbers_: Iterable[Mapping[str, Any]],
    times: Iterable[Mapping[str, Any]],
    attributions: Sequence[Attribution],
) -> list[dict[str, Any]]:
    """Return the rows of `tables.CLAIMS` of one article, in text order, their ``as_of`` still missing.

    ``numbers_`` are the rows of `numbers.find`; those with the role ``claim`` become claims. ``times`` are the rows of
    the article's times: a date inside a phrase ends it. ``attributions`` say who vouches for which stretch.
    """
    rows: list[dict[str, Any]] = []
    last: Phrase | None = None
    category: Category = "other"
    sentence = ""
    starts = sorted(row["start"] for row in times)
    for number in numbers_:
        if number["role"] != "claim":
            continue
        if number["sentence_id"] != sentence:
            last, category, sentence = None, "other", number["sentence_id"]
        found = numbers.at(reading, number["start"], last)
        if found is None or (found.number_start, found.number_end) != (number["start"], number["end"]):
            continue
        category = category_of(reading, found, last, category)
        rows.append(_row(reading, found, category, _end(found, starts), _vouching(found, attributions)))
        last = found
    return rows


def _vouching(found: Phrase, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return who vouches for a figure; nobody but the outlet for a distance, which is background wherever it stands."""
    lexeme = found.lexeme
    if lexeme is not None and lexeme.unit in DISTANCES:
        return None
    return innermost(attributions, found.number_start, found.number_end)


def _end(found: Phrase, times: Sequence[int]) -> int:
    """Return where the phrase ends, a time expression behind it left out."""
    inside = [start for start in times if found.number_end <= start < found.end]
    return max(found.number_end, inside[0] - 1) if inside else found.end


def _row(reading: Reading, found: Phrase, category: Category, end: int, by: Attribution | None) -> dict[str, Any]:
    start = found.start
    scale = PER_CENT if found.kind == "fraction" else 1
    value, low, high = (None if end is None else end * scale for end in (found.value, found.low, found.high))
    lexeme = found.lexeme
    where = reading.where_is(start, end)
    where["sentence_id"] = reading.sentence_of(found.number_start).sentence_id
    return {
        **where,
        "claim_id": f"{reading.article_id}:c{start}-{end}",
        "number_start": found.number_start,
        "number_end": found.number_end,
        "value": value,
        "low": low,
        "high": high,
        "bound": found.bound,
        "noun": lexeme.form if lexeme else None,
        "category": category,
        "unit": found.unit,
        "claimant_id": by.source_id if by else NARRATION,
        "claimant_start": by.source_start if by else None,
        "claimant_end": by.source_end if by else None,
        "chain": list(by.chain) if by else [],
        "as_of_earliest": None,
        "as_of_latest": None,
    }


def category_of(reading: Reading, found: Phrase, last: Phrase | None, earlier: Category) -> Category:
    """Return what is asserted of what is counted; ``earlier`` is what was asserted of ``last``, the claim before."""
    if found.kind in {"percent", "fraction"} or (found.numeral is not None and found.numeral.kind == "percent"):
        return "percent"
    lexeme = found.lexeme
    if lexeme is None:
        return "other"
    own: Category = lexeme.category  # type: ignore[assignment]
    if own not in PEOPLE or own in FATES:
        return own
    limit = last.last if last is not None else 0
    fate = _before(reading, found.first, max(limit, found.first - REACH)) or _behind(reading, found.last)
    if fate is not None:
        return fate
    if last is not None and earlier in FATES and found.first - last.last <= JOINED and _goes_on(reading, found, last):
        return earlier
    return own


def _before(reading: Reading, i: int, limit: int) -> Category | None:
    for k in range(i - 1, limit - 1, -1):
        word = reading.words[k]
        if word.surface in _STOPS or not word.keys.isdisjoint({"relative_words"}):
            return None
        if item := left_out.event(reading, k):
            return item.entry.row["category"]  # type: ignore[return-value]
        if (fate := _fate(reading, k)) is not None:
            return fate
        if "event_verbs" in word.keys:
            return None
    return None


def _fate(reading: Reading, k: int) -> Category | None:
    """Return what is asserted by a definite noun of fate: من بين الضحايا 26 عضوا."""
    noun = left_out.counted.listed(reading, k, definite=True)
    if noun is not None and noun.lexeme.category in FATES and noun.number == "many":
        return noun.lexeme.category  # type: ignore[return-value]
    return None


def _behind(reading: Reading, i: int) -> Category | None:
    for k in range(i, min(i + AHEAD, len(reading.words))):
        word = reading.words[k]
        if word.surface in _PAUSES or word.kind == "digits":
            return None
        if _among(reading, k) and (fate := _fate(reading, k + 1)) is not None:
            return fate
        for item in reading.at(k, "counted_events"):
            if item.entry.words[0].endswith("وا") or item.analysis.after in endings("behind_verb"):
                return item.entry.row["category"]  # type: ignore[return-value]
    return None


def _among(reading: Reading, k: int) -> bool:
    return k + 1 < len(reading.words) and reading.words[k].folded == "بين"


def _goes_on(reading: Reading, found: Phrase, last: Phrase) -> bool:
    """Whether a figure continues the one before it: joined with و, or a part of it."""
    if found.numeral is not None and "conj" in found.numeral.before:
        return True
    gap = range(last.last, found.first)
    noun_joined = found.numeral is None and found.start > reading.starts[found.first]
    return noun_joined or any(reading.words[k].folded == AND or reading.at(k, "parts_of") for k in gap)
