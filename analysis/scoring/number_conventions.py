"""Where a number differs from a peer's case by a convention: what is asked of a text with one number and nothing more.

A case leaves out what a reader goes by - the noun that says whether العشرون counts or ranks - or wants a number unread
that news writes so.
"""

from __future__ import annotations

import math
import re

from analysis.scoring.stretches import Answer, Case
from analysis.text import numerals
from analysis.text.read import Reading, read

_COUNTING = frozenset({"cardinal", "ordinal"})
_SIGNS = re.compile(r"[+\-−]*[\d,.٫٬]*\d[.,٫،-]?")
_WESTERN = {ord(eastern): str(digit) for digit, eastern in enumerate("٠١٢٣٤٥٦٧٨٩")}
_RATIO = re.compile(r"-?(\d+)/(\d+)")


def definite(case: Case, answer: Answer) -> bool:
    """The value is found as a cardinal where the suite ranks, or wants it unread since it ranks it elsewhere."""
    if case.kind not in {"number", "ordinal"} or not _definite(read(case.text)):
        return False
    found = [row["value"] for row in answer.numbers if row["kind"] in _COUNTING]
    wanted = None if case.expect is None else case.expect.get("values", [case.expect.get("value")])
    return len(found) == 1 and wanted in (None, found)


def _definite(reading: Reading) -> bool:
    """Whether a text is one definite number and nothing more, signs around it aside."""
    words = [i for i, word in enumerate(reading.words) if word.kind != "mark"]
    found = numerals.at(reading, words[0]) if words else None
    return found is not None and found.definite and found.last > words[-1]


def as_written(case: Case, answer: Answer) -> bool:
    """A number is found where the suite wants none: with a sign or a stop, a comma for thousands, or in one word."""
    if case.kind != "number" or case.expect is not None:
        return False
    reading = read(case.text)
    teen = any(item.entry.row["part"] == "teen" for item in reading.at(0, "number_words"))
    return bool(answer.numbers) and (bool(_SIGNS.fullmatch(case.text.strip())) or (len(reading.words) == 1 and teen))


def slash(case: Case, answer: Answer) -> bool:
    """Two numbers with a slash between are a date, a score or two numbers; the suite divides one by the other."""
    written = _RATIO.fullmatch(case.text.strip().translate(_WESTERN))
    if case.kind != "number" or case.expect is None or written is None:
        return False
    above, below = float(written[1]), float(written[2])
    apart = [row["value"] for row in answer.numbers] == [above, below]
    return apart and above > below and math.isclose(abs(case.expect["value"]), above / below)
