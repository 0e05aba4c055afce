"""Claimed figures: number, bound, counted noun, and who says so.

What is asserted of those who are counted is said by `asserted.py`, what a number counts by `phrases.py`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from analysis import lexicon
from analysis.marks import numbers
from analysis.marks.asserted import category_of
from analysis.marks.attribution import Attribution, innermost
from analysis.marks.phrases import Phrase
from analysis.marks.speech import marked
from analysis.tables import Category
from analysis.text.fold import fold
from analysis.text.read import Reading

NARRATION = "narration"
PER_CENT = 100
PER_CENT_SIGNS = frozenset("%٪")
DISTANCES = frozenset({"km", "mi", "nmi"})


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
    told: Phrase | None = None
    category: Category = "other"
    sentence = ""
    starts = sorted(row["start"] for row in times)
    said = sorted(attributions, key=_SCOPE)
    spoken = [(pair.start, pair.end) for pair in marked.pairs(reading) if pair.closed]
    for number in numbers_:
        if number["role"] != "claim":
            continue
        if number["sentence_id"] != sentence:
            last, category, sentence = None, "other", number["sentence_id"]
        found = numbers.at(reading, number["start"], last, told)
        if found is None or (found.number_start, found.number_end) != (number["start"], number["end"]):
            continue
        category = category_of(reading, found, last, category)
        rows.append(_row(reading, found, category, _end(found, starts), _vouching(reading, found, said, spoken)))
        last = told = found
    return rows


def _vouching(
    reading: Reading, found: Phrase, said: Sequence[Attribution], spoken: Sequence[tuple[int, int]]
) -> Attribution | None:
    """Return who vouches for a figure; the outlet for a distance, which is background unless it stands in marks.

    ``said`` is by where its scopes begin; of those the last few before the figure are asked.
    """
    start, end = found.number_start, found.number_end
    distance = found.lexeme is not None and found.lexeme.unit in DISTANCES and not _is_extent(reading, found)
    if distance and not any(first <= start and end <= last for first, last in spoken):
        return None
    behind = bisect_right(said, start, key=_SCOPE)
    near = (one for one in said[max(0, behind - SCOPES) : behind] if not _was_asked(reading, one))
    return innermost(near, start, end)


def _is_extent(reading: Reading, found: Phrase) -> bool:
    """Whether a length is that of something, and does not lie between two places: بلغ طول الأنابيب 121 كم."""
    words = reading.tokens_in(reading.sentence_of(found.number_start).start, found.number_start)
    return any(reading.at(i, "extents") for i in words[-EXTENT:])


def _was_asked(reading: Reading, one: Attribution) -> bool:
    """Whether those who speak are the counted answers of a survey: 67 في المئة من المشاركين يرون أن."""
    if one.source_start is None or one.source_end is None:
        return False
    own = reading.tokens_in(one.source_start, one.source_end)
    if any(reading.words[i].folded.removeprefix("ال") in _respondents() for i in own):
        return True
    before = reading.tokens_in(reading.sentence_of(one.source_start).start, one.source_start)[-SHARE:]
    return any(reading.words[i].surface in PER_CENT_SIGNS or reading.at(i, "percent_words") for i in before)


EXTENT = 8
"""So many words before a length, what is so long may be named: بلغت أطوال الخطوط الرئيسية المنفذة 121 كم."""
SHARE = 3
"""So many words before who speaks a share may stand: 67 [% من] المشاركين."""
SCOPES = 64
"""So many scopes may begin between that of a figure and the figure: those inside it, and those beside it."""
_SCOPE = attrgetter("scope_start")


def _end(found: Phrase, times: Sequence[int]) -> int:
    """Return where the phrase ends, a time expression behind it left out."""
    at = bisect_left(times, found.number_end)
    inside = at < len(times) and times[at] < found.end
    return max(found.number_end, times[at] - 1) if inside else found.end


def is_share(found: Phrase) -> bool:
    """Whether a fraction is a share of what can be counted (ثلث السكان), and not half of a unit (نصف كيلوغرام)."""
    return found.kind == "fraction" and (found.lexeme is None or found.lexeme.kind == "thing")


@cache
def _respondents() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("respondents"))


def _row(reading: Reading, found: Phrase, category: Category, end: int, by: Attribution | None) -> dict[str, Any]:
    start = found.start
    scale = PER_CENT if is_share(found) else 1
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
