"""Who speaks in a headline such as الأركان الفرنسية: القوات تقتل ثلاثين مسلحا.

What stands before the colon speaks where it is somebody: a person, a body, a described source. A country, a time or
a label (عاجل) is none.
"""

from __future__ import annotations

from functools import cache

from analysis import lexicon
from analysis.marks.speech import cues, phrases
from analysis.marks.speech.phrases import Mentions, Source
from analysis.text.fold import fold
from analysis.text.read import Reading

_COLON = ":"
_LONGEST = 12
_SPEAKING = frozenset({"titles", "outlet_words"})


def speaker(reading: Reading, mentions: Mentions, first: int, stop: int) -> tuple[Source, int] | None:
    """Return who speaks in the headline of the tokens ``first`` to ``stop``, and the token of its colon."""
    for colon in range(first + 1, min(stop - 1, first + _LONGEST)):
        if cues.verb(reading, colon - 1):
            return None  # قال الوزير: a verb of saying has its own subject
        if reading.words[colon].surface == _COLON:
            source = phrases.read(reading, mentions, first, colon)
            return (source, colon) if source and _is_somebody(reading, source, first) else None
    return None


def _is_somebody(reading: Reading, source: Source, first: int) -> bool:
    if source.type:
        return source.type in {"PER", "ORG"}
    return any(
        not reading.words[j].keys.isdisjoint(_SPEAKING) or reading.words[j].folded.removeprefix("ال") in _sources()
        for j in range(first, min(first + 2, source.last))
    )


@cache
def _sources() -> frozenset[str]:
    listed = (fold(row["form"]).text for row in lexicon.rows("source_nouns"))
    return frozenset(form.removeprefix("ال") for form in listed)
