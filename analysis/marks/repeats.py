"""Twice: where مرتين tells how often something happened, and claims it.

"زار المدينة مرتين" is a count. "مرتين أسبوعيا" says how often it comes round, "مرة أو مرتين" leaves the number open,
and "أكبر مرتين" measures one thing by another.
"""

from __future__ import annotations

from analysis.marks.changes import BY
from analysis.text.fold import fold_text
from analysis.text.number_words import ARTICLE
from analysis.text.read import Reading

BACK = 12
"""So many words may stand between the verb and how often that happened (ظهر خلال الأسابيع الماضية مرتين)."""
_OR = fold_text("أو")
_IN = fold_text("في")
_STOPS = frozenset(".؛!?؟:")
_MEASURES = frozenset({"superlatives", "repeats", "every_words"})


def told(reading: Reading, i: int) -> bool:
    """Whether a verb in the past before token ``i``, which says "twice", tells what happened so often."""
    word = reading.words[i].folded
    if word.startswith(BY) or (i and reading.words[i - 1].folded == _OR):
        return False
    if _measures(reading, i + 1) or (i and not reading.words[i - 1].keys.isdisjoint(_MEASURES)):
        return False
    for k in range(i - 1, max(-1, i - 1 - BACK), -1):
        if reading.words[k].surface in _STOPS or "\n" in reading.source[reading.ends[k] : reading.starts[k + 1]]:
            return False
        if not reading.words[k].keys.isdisjoint({"multiplying_verbs", "complementisers"}):
            return False
        if any(item.entry.row["aspect"] == "past" for item in reading.at(k, "event_verbs")):
            return True
    return False


def _measures(reading: Reading, i: int) -> bool:
    """Whether what stands behind "twice" says of what it is a measure: مرتين أكبر، مرتين يوميا، مرتين في الأسبوع."""
    if i >= len(reading.words):
        return False
    more = any(item.entry.row["place"] == "before" for item in reading.at(i, "bounds"))
    if more or not reading.words[i].keys.isdisjoint(_MEASURES):
        return True
    unit = i + 1
    if reading.words[i].folded != _IN or unit >= len(reading.words) or "time_units" not in reading.words[unit].keys:
        return False
    told_of = unit + 1 < len(reading.words) and "deictics" in reading.words[unit + 1].keys
    return reading.words[unit].folded.startswith(ARTICLE) and not told_of
