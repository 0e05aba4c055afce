"""Times that a figure is only compared with: 2.6 مليار مقابل 3.5 مليار خلال الشهر السابق، بانخفاض 26 في المئة.

The time behind a word of comparison is of the figure between the two, if any; the figure before, and the change that
is told behind, are of the time told of otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.marks import changes
from analysis.text.fold import fold_text
from analysis.text.numerals import NUMBER_KEYS
from analysis.text.read import Reading

REACH = 14
"""So many tokens may stand between a word of comparison and its time (مقابل 3.5 مليار سهم تم تداولها خلال الشهر)."""
CHANGED = 8
"""So many tokens before عن or من a change or a share must stand: بانخفاض 25 في المئة [عن] العام الماضي."""
FROM = fold_text("من")
ABOUT = fold_text("عن")
WHERE = fold_text("حيث")
_STOPS = frozenset(".؛;!?؟،,:\n")
_COMMAS = frozenset("،,")
_SHARES = frozenset({"percent_words", "superlatives", "surpassing_verbs"}) | changes.KEYS


def is_of_another(
    reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any], published: Interval | None
) -> bool:
    """Whether the time of ``row`` is one that the figure of ``claim`` is compared with, and not its own."""
    at = _word_of_comparison(reading, row, published)
    if at is None:
        return False
    if claim["number_end"] <= reading.starts[at]:
        return not is_from(reading, claim)
    return claim["number_start"] >= row["end"] and not _told_of_then(reading, claim, row)


def is_from(reading: Reading, claim: Mapping[str, Any]) -> bool:
    """Whether a figure is what another rose or fell from: ارتفاعا [من] 4.8 في المئة عما كانت عليه قبل عام."""
    before = reading.tokens_in(reading.sentence_of(claim["start"]).start, claim["start"])
    return bool(before) and reading.words[before[-1]].folded == FROM


def _word_of_comparison(reading: Reading, row: Mapping[str, Any], published: Interval | None) -> int | None:
    """Return the token of the word of comparison that governs a time, or None: [مقارنة] بعام 2014."""
    first = reading.token_at(row["start"])
    begins = reading.tokens_in(reading.sentence_of(row["start"]).start, row["start"] + 1).start
    if first - 1 >= begins and reading.words[first - 1].folded in (FROM, ABOUT):
        return first - 1 if _changed_before(reading, first - 1, begins) else None
    for k in range(first - 1, max(begins, first - REACH) - 1, -1):
        if reading.words[k].surface in _STOPS and not _in_a_number(reading, k):
            return None
        for item in reading.at(k, "set_against_words"):
            kind = item.entry.row["other"]
            if kind == "time" or (kind == "then" and _of_a_figure(reading, item.last, first, row, published)):
                return k
    return None


def _of_a_figure(reading: Reading, last: int, first: int, row: Mapping[str, Any], published: Interval | None) -> bool:
    """Whether a time gone by, at token ``first``, dates a figure behind token ``last`` or stands there itself.

    What is worth so much against the dollar (مقابل الدولار الجمعة), or is still running, is compared with nothing.
    """
    if published and published.latest and row.get("latest") and str(row["latest"])[:10] >= str(published.latest):
        return False
    near = range(last, first)
    return len(near) <= 1 or any(not reading.words[i].keys.isdisjoint(NUMBER_KEYS) for i in near)


def _changed_before(reading: Reading, k: int, begins: int) -> bool:
    """Whether عن or من at token ``k`` sets against what a change, or a word of more and less, is told of."""
    if reading.words[k].folded != ABOUT:
        return k > begins and not reading.words[k - 1].keys.isdisjoint({"superlatives", "degree_words"})
    return any(
        reading.words[n].surface in {"%", "٪"} or not reading.words[n].keys.isdisjoint(_SHARES)
        for n in range(max(begins, k - CHANGED), k)
    )


def _in_a_number(reading: Reading, k: int) -> bool:
    return 0 < k < len(reading.words) - 1 and reading.words[k - 1].kind == reading.words[k + 1].kind == "digits"


def _told_of_then(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a figure behind a time compared with is that of then: مقارنة بعام 2014 حين بلغ 30، (30 حادثا)."""
    between = reading.tokens_in(row["end"], claim["start"])
    comma = bool(between) and reading.words[between[0]].surface in _COMMAS
    between = between[comma:]
    if not between or reading.words[between[0]].surface == "(":
        return True
    told = [item.entry.row["opens"] for item in reading.at(between[0], "clause_words")]
    if "when" in told:
        return True
    if comma and len(between) > 1 and reading.words[between[0]].folded == WHERE:
        return reading.words[between[1]].folded in lexicon.forms("level_leads", says="be")  # "حيث كان", not "حيث بلغ"
    level = any(item.entry.row["direction"] == "level" for i in between for item in changes.at(reading, i))
    leads = any(reading.words[i].folded in lexicon.forms("level_leads", says="which") for i in between[:2])
    return leads or ("relative" in told and (level or claim["category"] != "percent"))
