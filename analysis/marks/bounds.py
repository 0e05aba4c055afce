"""How a number is meant: about, at least, more than, between; said before it, behind it, or by two numbers.

The words stand in `bounds.tsv`, ranges in `claim_rules.toml`. "About" widens nothing: how far it reaches is not ours to
invent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.lexicon import Entry
from analysis.marks import changes, nouns, patterns, unlisted
from analysis.marks.patterns import Found, Rules, Slots
from analysis.tables import Bound
from analysis.text import numerals
from analysis.text.fold import fold_text
from analysis.text.number_words import AND, ARTICLES
from analysis.text.numerals import Numeral
from analysis.text.read import Item, Reading
from analysis.text.tokens import Analysis

REACH = 5
"""The longest bound is said in five words."""
BEHIND = 3
"""As many words may stand between the noun and a bound behind it (جنود أفغان على الأقل)."""


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers that are the ends of one figure; ``first`` is the token the expression begins with."""

    first: int
    low: Numeral
    high: Numeral
    low_value: float
    high_value: float


def before(reading: Reading, i: int) -> Item | None:
    """Return the longest bound that ends right before token ``i``, or before "their number" there; or None."""
    led = i > 0 and "count_words" in reading.words[i - 1].keys
    counting = led and any(item.analysis.after for item in reading.at(i - 1, "count_words"))
    amount = i > 0 and reading.words[i - 1].folded in lexicon.forms("passed_over")
    for end in (i, i - 1) if counting or amount else (i,):
        for k in range(max(0, end - REACH), end):
            for item in reading.at(k, "bounds") if "bounds" in reading.words[k].keys else ():
                if item.last == end and item.entry.row["place"] == "before" and not item.analysis.after:
                    return item
    return _parted(reading, i - 1 if amount else i)


def _parted(reading: Reading, end: int) -> Item | None:
    """Return the denied bound whose subject stands inside it: لا يقل [الدخل] عن 2000 ريال."""
    words = reading.words
    if end < PARTED or "prepositions" not in words[end - 1].keys:
        return None
    for k in range(end - PARTED, max(-1, end - 1 - PARTED - REACH), -1):
        if words[k].kind == "mark":
            return None
        for entry in _denied().get(words[k].folded.removeprefix(AND), ()):
            head = entry.words[:-1]
            if entry.words[-1] == words[end - 1].folded and words[k + 1].folded == head[1] and k + len(head) < end:
                start = reading.starts[k] + words[k].folded.startswith(AND)
                return Item(entry, Analysis(entry, (), "", 0, 0), end - 1, end, start, reading.ends[end - 1])
    return None


def surpassed(reading: Reading, end: int) -> Item | None:
    """Return the bound whose subject stands between verb and number: [تجاوزت] ديون النادي 15 مليون ريال.

    Asked of amounts alone: who passes three players by is no bound.
    """
    for k in range(end - 2, max(-1, end - 2 - SUBJECT), -1):
        word = reading.words[k]
        if word.kind != "arabic" or word.folded in _literals():
            return None
        if not word.keys.isdisjoint(_NO_SUBJECT) and reading.at(k, *_NO_SUBJECT):
            return None
        if word.folded.removeprefix(AND) in lexicon.forms("surpassing_verbs"):
            items = [item for at in (k - 1, k) if at >= 0 for item in reading.at(at, "bounds") if item.last == k + 1]
            return next((item for item in items if item.entry.row["place"] == "before"), None)
    return None


SUBJECT = 6
"""So many words may stand between the verb of a bound and its number."""
_NO_SUBJECT = frozenset({"number_words", "clause_words", "relative_words", "speech_verbs"})


PARTED = 3
"""Words of a denied bound: لا يقل عن."""


@cache
def _denied() -> dict[str, list[Entry]]:
    """Return the bounds of three words that a preposition ends, by their first word."""
    found: dict[str, list[Entry]] = {}
    for entries in lexicon.index().values():
        for entry in entries:
            if entry.cls == "bounds" and len(entry.words) == PARTED and entry.row["place"] == "before":
                found.setdefault(entry.words[0], []).append(entry)
    return found


def behind(reading: Reading, i: int) -> Item | None:
    """Return the bound that stands behind a noun phrase that ends at token ``i``, a few adjectives between; or None."""
    for k in range(i, min(i + BEHIND + 1, len(reading.words))):
        for item in reading.at(k, "bounds"):
            if item.entry.row["place"] == "after":
                return item
        word = reading.words[k]
        if word.kind != "arabic" or word.folded.startswith(AND):
            return None
        if "parts_of" not in word.keys and not word.keys.isdisjoint(_ENDS):
            return None  # "12 منهم على الأقل" is of the twelve
    return None


_ENDS = frozenset({"number_words", "prepositions", "clause_words"})


def ends(bound: Bound, value: float | None) -> tuple[float | None, float | None]:
    """Return the low and high end that a bound gives a value.

    Examples
    --------
    >>> ends("more_than", 70_000.0), ends("approx", 2500.0), ends("at_most", 3.0)
    ((70000.0, None), (2500.0, 2500.0), (None, 3.0))
    """
    if bound in {"at_least", "more_than"}:
        return value, None
    if bound in {"at_most", "less_than"}:
        return None, value
    return value, value


def range_at(reading: Reading, numeral: Numeral) -> Range | None:
    """Return the range whose first number is ``numeral``, "بين" or "من" before it; or None."""
    i, words = numeral.first, reading.words
    if of_an_index(reading, numeral) or _a_year_before_millions(reading, numeral):
        return None
    lead = any(words[k].folded in _literals() for k in range(max(0, i - 2), i))
    if not lead and (numeral.rest >= len(words) or words[numeral.rest].folded not in _literals()):
        return None
    if all(word.keys.isdisjoint(numerals.NUMBER_KEYS) for word in words[i + 1 : numeral.rest + _HIGH_BY]):
        return None
    for first in range(max(0, i - 2), i + 1):
        for match in rules().all_at(reading, first):
            found = _range(match)
            if found is not None and found.low.first == i:
                return None if any(_changed(reading, k) for k in (found.first, i - 1)) else found
    return None


def _a_year_before_millions(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number that may be a year stands before a sum that is said with its scale: بعام 2014 إلى 1.5 مليون."""
    if not unlisted.is_year(numeral) or numeral.rest + 1 >= len(reading.words) or numeral.first == 0:
        return False
    high = numerals.at(reading, numeral.rest + 1)
    dated = bool(reading.at(numeral.first - 1, "time_units", "months"))
    return dated and high is not None and high.scaled


def of_an_index(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number ends the name of an index: نيكاي 225."""
    if not numeral.written or numeral.first == 0 or numeral.rest != numeral.first + 1:
        return False
    named = reading.words[numeral.first - 1].folded, reading.words[numeral.first].folded
    return named in _indices()


@cache
def _indices() -> frozenset[tuple[str, str]]:
    return frozenset((fold_text(row["form"]), row["number"]) for row in lexicon.rows("index_names"))


def _changed(reading: Reading, first: int) -> bool:
    """Whether what rose or fell does so "من" the first number to the second: two figures (ارتفع العدد من 12 إلى 15).

    Between the word of change and "من" stands what changed, however long: رفع [الطاقة الاستيعابية لمحطات المعالجة
    بمدينة الطائف] من 67 ألفا إلى 147 ألفا. What begins a clause, a verb, a figure or a mark ends it; what is not yet
    known has no change (مبالغ من 10 إلى 20 ألفا).
    """
    words = reading.words
    if first < 0 or words[first].folded != FROM:
        return False
    if first > 0 and "event_verbs" in words[first - 1].keys and changes.at(reading, first - 1):
        return True
    several = nouns.listed(reading, first - 1)
    if several is not None and several.number == "many":
        return False
    reach = PHRASE if _known(reading, first - 1) else REACH
    for k in range(first - 1, max(-1, first - 2 - reach), -1):
        if words[k].kind != "arabic":
            return False
        if k < first - 1 and any(item.entry.row["direction"] in {"up", "down"} for item in changes.at(reading, k)):
            return True
        if _ends_a_phrase(reading, k):
            return False
    return False


def _known(reading: Reading, i: int) -> bool:
    """Whether the word at token ``i`` has the article or is a place."""
    return i >= 0 and (reading.words[i].folded.startswith(_ARTICLES) or "places" in reading.words[i].keys)


def _ends_a_phrase(reading: Reading, k: int) -> bool:
    """Whether the word at token ``k`` belongs to no noun phrase; verbs that are spelt as a listed noun do."""
    keys = reading.words[k].keys
    if not keys.isdisjoint(_NO_PHRASE) and reading.at(k, *_NO_PHRASE):
        return True
    return not keys.isdisjoint(_VERBS) and bool(reading.at(k, *_VERBS)) and nouns.listed(reading, k) is None


_ARTICLES = tuple(ARTICLES)
PHRASE = 14
"""So many words may stand between a word of change and the number that it starts from."""
_NO_PHRASE = frozenset({"clause_words", "relative_words", "number_words", "number_heads"})
_VERBS = frozenset({"event_verbs", "past_verbs", "speech_verbs", "state_verbs"})


FROM = "من"
_HIGH_BY = 8
"""The higher number of a range stands at most so many words behind the lower one, the counted noun between them."""


@cache
def _literals() -> frozenset[str]:
    """Return the words that ranges are made with; where none stands beside a number, no rule need be tried."""
    found: set[str] = set()
    nodes: list[Any] = [rule.pattern for rule in rules().rules]
    while nodes:
        node = nodes.pop()
        found.update(getattr(node, "words", ()))
        nodes += (*getattr(node, "parts", ()), *getattr(node, "options", ()))
    return frozenset(found)


@cache
def rules() -> Rules:
    """Return the rules of ranges, with their slots."""
    counts = frozenset({"digits", "number_words"})
    finders = {"number": _number, "joined": _joined, "counted": _counted}
    return Rules(patterns.load("claim"), Slots(finders, {"number": counts}))


def _range(match: patterns.Match) -> Range | None:
    low, high = match["low"], match["high"]
    if low.value is None or high.value is None or (low.kind == "percent" and high.kind != "percent"):
        return None
    small = low.value
    if high.scaled and not low.scaled and high.last_value * small < high.value:
        small *= high.last_value  # "من 3 إلى 5 آلاف"
    if not small < high.value:
        return None
    return Range(match.first, low, high, small, high.value)


def _number(reading: Reading, i: int) -> Iterable[Found]:
    for numeral in numerals.readings(reading, i):
        if numeral.kind in {"cardinal", "percent"} and numeral.value is not None and "conj" not in numeral.before:
            yield Found(i, numeral.rest, numeral.start, numeral.end, numeral)


def _joined(reading: Reading, i: int) -> Iterable[Found]:
    if i >= len(reading.words):
        return
    alone = reading.words[i].folded == AND
    for numeral in numerals.readings(reading, i + 1 if alone else i):
        if (
            numeral.kind in {"cardinal", "percent"}
            and numeral.value is not None
            and alone != ("conj" in numeral.before)
        ):
            yield Found(i, numeral.rest, numeral.start, numeral.end, numeral)


def _counted(reading: Reading, i: int) -> Iterable[Found]:
    noun = nouns.listed(reading, i)
    if noun is not None:
        yield Found(noun.first, noun.last, noun.start, noun.end, noun)
