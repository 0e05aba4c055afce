"""Times that a figure is only compared with: 2.6 مليار مقابل 3.5 مليار خلال الشهر السابق، بانخفاض 26 في المئة.

The time behind a word of comparison is of the figure between the two, if any; the figure before, and the change that
is told behind, are of the time told of otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis import lexicon
from analysis.marks import changes
from analysis.text.fold import fold_text
from analysis.text.read import Reading

REACH = 14
"""So many tokens may stand between a word of comparison and its time (مقابل 3.5 مليار سهم تم تداولها خلال الشهر)."""
CHANGED = 8
"""So many tokens before عن or من a change or a share must stand: بانخفاض 25 في المئة [عن] العام الماضي."""
THAN = frozenset(map(fold_text, ("عن", "من")))
_STOPS = frozenset(".؛;!?؟،,:\n")
_SHARES = frozenset({"percent_words", "superlatives", "surpassing_verbs"}) | changes.KEYS


def is_of_another(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the time of ``row`` is one that the figure of ``claim`` is compared with, and not its own."""
    at = _word_of_comparison(reading, row)
    if at is None:
        return False
    if claim["number_end"] <= reading.starts[at]:
        return True
    return claim["number_start"] >= row["end"] and not _told_of_then(reading, claim, row)


def _word_of_comparison(reading: Reading, row: Mapping[str, Any]) -> int | None:
    """Return the token of the word of comparison that governs a time, or None: [مقارنة] بعام 2014."""
    first = reading.token_at(row["start"])
    begins = reading.tokens_in(reading.sentence_of(row["start"]).start, row["start"] + 1).start
    if first - 1 >= begins and reading.words[first - 1].folded in THAN:
        return first - 1 if _changed_before(reading, first - 1, begins) else None
    for k in range(first - 1, max(begins, first - REACH) - 1, -1):
        if reading.words[k].surface in _STOPS and not _in_a_number(reading, k):
            return None
        for item in reading.at(k, "set_against_words"):
            if item.entry.row["other"] == "time":
                return k
    return None


def _changed_before(reading: Reading, k: int, begins: int) -> bool:
    """Whether عن or من at token ``k`` sets against what a change, or a word of more and less, is told of."""
    if reading.words[k].folded != fold_text("عن"):
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
    if not between or reading.words[between[0]].surface == "(":
        return True
    told = [item.entry.row["opens"] for item in reading.at(between[0], "clause_words")]
    if "when" in told:
        return True
    level = any(item.entry.row["direction"] == "level" for i in between for item in changes.at(reading, i))
    leads = reading.words[between[0]].folded in lexicon.forms("level_leads", says="which")
    return leads or ("relative" in told and (level or claim["category"] != "percent"))
