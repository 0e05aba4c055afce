"""Where a dateline ends: دبي، الإمارات العربية المتحدة (CNN)--. Its names are nobody's who speaks or acts."""

from __future__ import annotations

from analysis.text.read import Reading

DASHES = frozenset("-–—")
_LONGEST = 12
"""Tokens of the longest dateline."""
_VERBS = frozenset({"event_verbs", "speech_verbs"})


def behind(reading: Reading, first: int, stop: int, *, place: bool) -> int:
    """Return the token behind the dateline that the tokens ``first`` to ``stop`` open with, or ``first``.

    It ends with a dash behind a bracket, or behind another dash where the name of a ``place`` opens it; no verb stands
    in it.
    """
    for j in range(first + 1, min(stop - 1, first + _LONGEST)):
        if reading.words[j].keys & _VERBS:
            return first
        if reading.words[j].surface not in DASHES:
            continue
        before = reading.words[j - 1].surface
        if before == ")" or (place and before == "-"):
            while j < stop and reading.words[j].surface in DASHES:
                j += 1
            return j
    return first
