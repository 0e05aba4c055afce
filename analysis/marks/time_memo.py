"""Time expressions found before, by their words: news says "العام الماضي" again and again.

What the rules find at a token depends on the words from there to the last that an expression may end with, and on
nothing else: they are shown no more. So the findings are kept by that stretch of text, and placed anew where it comes
again; only what the neighbourhood decides (`time_doubts`) is asked each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from analysis.marks import time_slots
from analysis.marks.elements import Course
from analysis.marks.patterns import Rule, Rules
from analysis.marks.written import Written
from analysis.text.read import Reading

_LONGEST = 48
"""Words of the longest expression; a weekday with its date in two calendars and a clock takes twenty-six."""
_MOST = 1 << 17


class Candidate(NamedTuple):
    """What a rule found: its tokens (one past the end), its characters, what its elements say, and that as a time."""

    rule: Rule
    first: int
    last: int
    start: int
    end: int
    said: Mapping[str, Any]
    written: Written


class Memo:
    """The rules of times, and what they found in each stretch of words seen so far."""

    def __init__(self, rules: Rules, shaped: Callable[[Rule, Mapping[str, Any]], Written | None]) -> None:
        self.rules, self._shaped = rules, shaped
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def __call__(self, course: Course, i: int) -> Iterator[Candidate]:
        """Yield what the rules find at token ``i``, the longest first."""
        reading = course.reading
        end, start = self.rules.window(course, i, _LONGEST), reading.starts[i]
        text = reading.source[start : reading.ends[end - 1]]
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[text] = self._look(Course(_cut(reading, i, end), course.may[i:end]))
        for rule, first, last, begin, stop, said, written in known:
            yield Candidate(rule, i + first, i + last, begin + start, stop + start, said, written)

    def _look(self, window: Course) -> tuple[Candidate, ...]:
        found = []
        for match in self.rules.matches(window, 0):
            said = time_slots.merged(match.bound_values(), {})
            written = None if said is None else self._shaped(match.rule, said)
            if said is not None and written is not None:
                found.append(Candidate(match.rule, 0, match.last, match.start, match.end, said, written))
        return tuple(found)


def _cut(reading: Reading, first: int, last: int) -> Reading:
    """Return the tokens ``first:last`` as a reading of their own."""
    at = reading.starts[first]
    return Reading(
        article_id="",
        source=reading.source[at : reading.ends[last - 1]],
        starts=[start - at for start in reading.starts[first:last]],
        ends=[end - at for end in reading.ends[first:last]],
        words=reading.words[first:last],
        sentences=(),
    )
