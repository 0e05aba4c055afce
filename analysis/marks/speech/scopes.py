"""Where what someone says ends: the sentence, the next word of saying, or the outlet's own voice behind a comma."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.marks.naming import words
from analysis.marks.speech import cues
from analysis.text.read import Reading

_FINAL = frozenset(".!?؟…")
_ABBREVIATED = 2
_COMMAS = frozenset({"،", ",", "؛", ";"})


def trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Return ``start:end`` without blanks and commas at both ends and full stops at its end."""
    source = reading.source
    while start < end and (source[start].isspace() or source[start] in _COMMAS or source[start] in ":-–"):
        start += 1
    while end > start and (source[end - 1].isspace() or source[end - 1] in _COMMAS or source[end - 1] in _FINAL):
        end -= 1
    return start, end


def last_token(
    reading: Reading, first: int, stop: int, turns: Sequence[int], inside_marks: set[int], *, noun: bool
) -> int:
    """Return the token after what is said from token ``first`` on.

    ``turns`` are the tokens where another word of saying takes over, ``noun`` says that what is said is a noun phrase.
    """
    end = min((turn for turn in turns if turn > first), default=stop)
    for i in range(first + 1, end):
        if i in inside_marks:
            continue
        before = reading.words[i - 1].surface
        if (noun and _gives_motive(reading, i)) or glued_stop(reading, i):
            return i
        if before in _COMMAS and _takes_back(reading, i, end, stop, inside_marks, noun=noun):
            return i - 1
        comp = cues.complementiser(reading, i)
        if comp and comp.analysis.before[:1] == ("conj",) and i > first + 1 and not _concludes(reading, i):
            return i
    return end


def glued_stop(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a full stop behind which a sentence begins without a blank: تشييع الضابط.وفتح مسلح."""
    if (
        reading.words[i].surface != "."
        or i + 1 >= len(reading.words)
        or not (reading.tight(i) and reading.tight(i + 1))
    ):
        return False
    before, after = reading.words[i - 1], reading.words[i + 1]
    return before.kind == after.kind == "arabic" and min(len(before.folded), len(after.folded)) > _ABBREVIATED


def _concludes(reading: Reading, i: int) -> bool:
    """Whether the complementiser at ``i`` goes on with the clause: ولذلك فإن الفكرة."""
    return reading.words[i].folded.startswith(words.affixes("so"))


def _gives_motive(reading: Reading, i: int) -> bool:
    """Whether the outlet tells from token ``i`` on why something is announced: أعلن الحداد حزنا على الضحايا."""
    return any(item.entry.row["ends"] == "motive" for item in reading.at(i, "scope_ends"))


def _takes_back(reading: Reading, i: int, end: int, stop: int, inside_marks: set[int], *, noun: bool) -> bool:
    """Whether the words behind the comma before token ``i`` are the outlet's own."""
    for item in reading.at(i, "scope_ends"):
        ends = item.entry.row["ends"]
        if ends == "noun" and noun:
            return True
        if ends == "relative" and not any(reading.words[j].surface in _COMMAS for j in range(i, end)):
            return True
        if ends == "always" and not any(j in inside_marks for j in range(i, stop)):
            return True
        if ends == "cue" and end < stop and end - i <= 12:
            return True
    return False


def clause_start(reading: Reading, i: int, floor: int, commas: Iterable[str] = _COMMAS) -> int:
    """Return the token where the clause begins that token ``i`` stands in, not before ``floor``."""
    j = i
    while j > floor and reading.words[j - 1].surface not in commas:
        j -= 1
    return j
