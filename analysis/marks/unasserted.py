"""Where a number asserts nothing: what is denied or only supposed, the base of a ratio, a score, the code of a page.

"ليس في طائرة واحدة", "لو تركنا ألف شخص": words before the number say so.
"""

from __future__ import annotations

from analysis import lexicon
from analysis.marks.changes import BY
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

REACH = 5
"""So many words may stand between a word of denial and the one thing that it denies."""


def supposed(reading: Reading, i: int) -> bool:
    """Whether a clause that is contrary to fact holds the number: لو تركنا ألف شخص."""
    for k in range(i - 1, max(-1, i - 1 - SUPPOSED), -1):
        word = reading.words[k]
        if word.kind == "mark" or "clause_words" in word.keys:
            return False
        if "suppositions" in word.keys:
            return reading.words[k + 1].keys.isdisjoint(_NAMES)  # "لو بان" is a name
    return False


SUPPOSED = 6
"""So many words may stand between "if it were" and a number of its clause."""
_NAMES = frozenset({"places", "people"})


def base_of_a_ratio(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number only says of how many a share is (طبيب لكل 500 نسمة); a definite one is counted itself."""
    words = reading.at(numeral.first - 1, "ratio_words")
    return not numeral.definite and any(not (one.analysis.definite or one.analysis.after) for one in words)


def a_score(reading: Reading, first: int, last: int) -> bool:
    """Whether goals at ``first``, ending at ``last``, are a result: فاز [بهدفين] مقابل [هدف], not سجل هدفين.

    A player's tally and lead are scores too: برصيد [29 هدفا]، رفع رصيده إلى [12 هدفا]، بفارق [خمسة أهداف].
    """
    before = reading.words[first - 1].folded if first else ""
    if before in lexicon.forms("score_links") or any(
        reading.at(k, "tally_words") for k in range(max(0, first - TALLY), first)
    ):
        return True
    if not reading.words[first].folded.startswith(BY) and before != BY:
        return False
    if last < len(reading.words) and reading.words[last].folded in lexicon.forms("score_links"):
        return True
    return any("score_words" in reading.words[k].keys for k in _near(reading, first))


TALLY = 2
"""So many words before goals a word of tally may stand: رصيده إلى 12 هدفا."""


def _near(reading: Reading, i: int) -> range:
    """Return the tokens of its sentence, up to `NEAR_BEFORE`, before token ``i``."""
    begins = reading.tokens_in(reading.sentence_of(reading.starts[i]).start, reading.starts[i] + 1).start
    return range(max(begins, i - NEAR_BEFORE), i)


NEAR_BEFORE = 8
"""So many words may stand between who won and by how many goals, or a court and its sentence."""


def sentenced(reading: Reading, i: int) -> bool:
    """Whether the word of death at token ``i`` is a penalty that a court sets: قضت المحكمة [بإعدام] 17 متهما."""
    if not _in_court(reading, i, "penalty"):
        return False
    return any(_in_court(reading, k, "court") for k in _near(reading, i))


def _in_court(reading: Reading, i: int, part: str) -> bool:
    return any(item.entry.row["part"] == part for item in reading.at(i, "sentencing_words"))


def in_code(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number stands in the code of a page, among Latin words alone: color-stop(4%, #eee)."""
    before = range(max(0, numeral.first - NEAR), numeral.first)
    behind = range(numeral.rest, min(numeral.rest + NEAR, len(reading.words)))
    kinds = {reading.words[k].kind for k in (*before, *behind)}
    return "latin" in kinds and "arabic" not in kinds


NEAR = 6
"""As many tokens before a number and behind it tell whether it stands in a text."""


def denied(reading: Reading, i: int) -> bool:
    """Whether the one thing at token ``i`` is what its clause denies: ليس في طائرة واحدة, not لم ينج سوى شخص واحد."""
    for k in range(i - 1, max(-1, i - 1 - REACH), -1):
        if reading.words[k].kind == "mark" or "exceptions" in reading.words[k].keys:
            return False
        if any(item.entry.row["says"] == "negated" for item in reading.at(k, "modality")):
            return True
    return False
