"""The level of an index or a reading, whose number stands bare: بلغ المؤشر 54.4، وارتفع إلى 49.8 من 49.4.

What has the level is the noun. The word that leads the number in (`level_leads.tsv`, or a verb of level) says that
there is one, and back over the sentence stands what it is of (`level_nouns.tsv`). The verbs between must have no other
subject: that of اليورو in "ارتفع المؤشر وتراجع اليورو إلى 1.09" is a price. Names (نيكاي 225) and years are no levels.
"""

from __future__ import annotations

import re
from functools import cache

from analysis import lexicon
from analysis.marks import bounds, changes, counted, nouns, unlisted
from analysis.marks.nouns import ARTICLE, Lexeme, Noun
from analysis.marks.phrases import Phrase
from analysis.text import digits
from analysis.text.number_words import ACCUSATIVE, ARTICLES
from analysis.text.numerals import NUMBER_KEYS
from analysis.text.read import Item, Reading

REACH = 40
"""So many tokens before a number what has the level may stand."""
NEAR = 7
"""So many words may stand between "البالغ" and the noun that it goes back to (أعلى مستوى في أربع سنوات البالغ)."""
SUBJECT = 14
"""As many words may a verb and its subject have before a level (بلغ مؤشر مديري المشتريات الذي يغطي القطاع 54.0)."""
BEHIND = 4
"""So many words behind a level its index may stand in a relative clause (54.2 الذي سجله المؤشر)."""
_ENDS = frozenset("؛!?؟:")
_TIGHT = frozenset("-–/:")
_VERBS = changes.KEYS | {"event_verbs", "past_verbs", "speech_verbs"}
_CLAUSE = frozenset({"clause_words", "relative_words"})
_SMALL = frozenset({"function_words", "prepositions", "rate_words", "bounds", "number_words", "superlatives"})
_TIMES = frozenset({"relative_days", "weekdays", "months", "parts_of_day"})
_NO_SUBJECT = _CLAUSE | _SMALL | _TIMES | changes.KEYS


def fill(reading: Reading, found: Phrase, last: Phrase | None, told: Phrase | None) -> Phrase:
    """Return ``found`` with what its bare number is the level of, or as it is where it is none.

    ``last`` is the claim before it in the same sentence, ``told`` that before it in the article. Three digits behind a
    full stop are no thousands (97.395) where the article has points before one or two digits.
    """
    if found.first == 0 or not reading.where("level_nouns") or not _bare(reading, found):
        return found
    noun = _noun(reading, found, last, told)
    if noun is None:
        return found
    decimal = _decimal(reading, found)
    low, high = bounds.ends(found.bound, decimal)
    found = found if decimal is None else found._replace(value=decimal, low=low, high=high)
    if found.numeral is not None and found.noun is not None:
        found = found._replace(last=found.numeral.rest, end=reading.ends[found.numeral.rest - 1])
    return found._replace(noun=noun, how="level", unit=None)


def said_of(reading: Reading, found: Phrase) -> bool:
    """Whether what was taken for a noun behind a decimal is said of the index: بلغ 54.0 [متراجعا]، 53.9 [مرتفعة]."""
    noun, numeral = found.noun, found.numeral
    if numeral is None or numeral.rest == numeral.first + 1 or not reading.where("level_nouns"):
        return False
    if noun is None or noun.known or found.how != "behind":
        return False
    return noun.lexeme.form.startswith(PARTICIPLE)


PARTICIPLE = "م"
"""What participles of derived verbs begin with."""


def _decimal(reading: Reading, found: Phrase) -> float | None:
    """Return the other reading of a full stop before three digits, where the article writes decimals so."""
    run = digits.at(reading, found.numeral.first) if found.numeral is not None else None
    if run is None or run.decimal is None or not _POINTED.search(reading.source):
        return None
    return run.decimal


_POINTED = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.,]*\d)")


def _noun(reading: Reading, found: Phrase, last: Phrase | None, told: Phrase | None) -> Noun | None:
    lead = found.first - 1
    if _kind(reading, lead) == "back" and not reading.words[lead].folded.startswith(ARTICLE):
        return _above(reading, lead - 1)  # "إلى مستوى 48.2"
    says = _leads().get(reading.words[lead].folded, "")
    if says == "which":
        return _which(reading, lead, found.last, told)
    if says == "from":
        return _above(reading, lead) if _starts_a_change(reading, lead, last) else None
    if says in {"to", "at", "verb"} or _holds(reading, lead):
        return _above(reading, lead)
    return _of_its_verb(reading, found, lead)


def _bare(reading: Reading, found: Phrase) -> bool:
    """Whether a figure is a number in digits and nothing more: no scale, no article, no score and no year."""
    numeral = found.numeral
    if numeral is None or found.kind != "cardinal" or not numeral.written or numeral.value is None:
        return False
    if numeral.scaled or numeral.definite or numeral.before:
        return False
    if unlisted.is_year(numeral) or bounds.of_an_index(reading, numeral):
        return False
    i = numeral.rest
    scored = i < len(reading.words) and reading.words[i].surface in _TIGHT and reading.tight(i)
    return not scored and not reading.tight(numeral.first)


def _above(reading: Reading, lead: int) -> Noun | None:
    """Return the measure nearest before token ``lead``, or None where a verb between has another subject."""
    begins = reading.tokens_in(reading.sentence_of(reading.starts[lead]).start, reading.starts[lead] + 1).start
    for k in range(lead, max(begins, lead - REACH) - 1, -1):
        if reading.words[k].surface in _ENDS:
            return None
        if (measure := _measure(reading, k)) is not None:
            return measure
        if _is_verb(reading, k):
            if k < lead and _has_subject(reading, k):
                return None
            if (j := _before_verb(reading, k)) >= begins:
                return _subject(reading, j, begins)
    return None


def _is_verb(reading: Reading, k: int) -> bool:
    """Whether a verb or a noun of change stands at token ``k``; not one that only says how (ارتفع ارتفاعا)."""
    word = reading.words[k]
    if word.folded.endswith(ACCUSATIVE) or word.keys.isdisjoint(_VERBS) or "rate_words" in word.keys:
        return False
    if not reading.at(k, *_VERBS):
        return False
    return bool(changes.at(reading, k)) or nouns.listed(reading, k) is None


def _has_subject(reading: Reading, k: int) -> bool:
    """Whether right behind the verb at token ``k`` stands a word that may be its subject: no particle, no adverb."""
    word = reading.words[k + 1]
    if word.kind != "arabic" or word.folded.endswith(ACCUSATIVE) or _kind(reading, k + 1):
        return False
    if counted.behind(reading, k + 1, changes.BY) is not None:
        return False
    return word.keys.isdisjoint(_NO_SUBJECT) or not reading.at(k + 1, *_NO_SUBJECT)


def _before_verb(reading: Reading, k: int) -> int:
    """Return the token that a subject before the verb at token ``k`` ends with, or -1 where the verb opens a clause."""
    if all(item.analysis.before for item in reading.at(k, *_VERBS)):
        return -1  # "وأغلق", "ليصل"
    j = k - 1
    while j >= 0 and reading.words[j].kind == "arabic":
        word = reading.words[j]
        if reading.at(j, "relative_words"):
            return j - 1
        if reading.at(j, "clause_words"):
            return -1
        if word.keys.isdisjoint(_SMALL | _TIMES) or not reading.at(j, *_SMALL, *_TIMES):
            return j
        j -= 1
    return -1


def _subject(reading: Reading, last: int, begins: int) -> Noun | None:
    """Return the measure that heads the words up to token ``last``, the subject of a verb behind them."""
    for j in range(last, max(begins, last - SUBJECT) - 1, -1):
        if (measure := _measure(reading, j)) is not None:
            return measure
        if reading.words[j].kind != "arabic":
            return None
        if reading.at(j, "clause_words") and not reading.at(j, "relative_words"):
            return None
    return None


def _which(reading: Reading, lead: int, behind: int, told: Phrase | None) -> Noun | None:
    """Return what "البالغ" at token ``lead`` is said of; a forecast is of the measure told before it or behind."""
    feminine = reading.words[lead].folded.endswith("ة")
    for k in range(lead - 1, max(-1, lead - 1 - NEAR), -1):
        if reading.words[k].kind != "arabic" or _is_verb(reading, k):
            return None
        item = _item(reading, k)
        if item is None or feminine != _is_feminine(item):
            continue
        if item.entry.row["kind"] != "back":
            return _made(reading, k, item)
        of = _above(reading, k - 1) or _in_relative(reading, behind)
        if of is None and told is not None and told.lexeme is not None and told.lexeme.form in _measures():
            of = told.noun
        return of or _made(reading, k, item)
    return None


def _in_relative(reading: Reading, i: int) -> Noun | None:
    """Return the measure in the relative clause that opens at token ``i``."""
    if not reading.at(i, "relative_words"):
        return None
    measures = (_measure(reading, k) for k in range(i + 1, min(i + 1 + BEHIND, len(reading.words))))
    return next((measure for measure in measures if measure is not None), None)


def _starts_a_change(reading: Reading, lead: int, last: Phrase | None) -> bool:
    """Whether "من" at token ``lead`` stands behind another level (إلى 49.8 من 49.4) or a word of change."""
    if last is not None and last.last == lead:
        return last.lexeme is not None and last.lexeme.form in _measures()
    if lead > 0 and not reading.words[lead - 1].keys.isdisjoint(NUMBER_KEYS):
        return False  # "143 مليونا من 121"
    before = range(lead - 1, max(-1, lead - 1 - SUBJECT), -1)
    return any(item.entry.row["direction"] != "level" for k in before for item in changes.at(reading, k))


def _of_its_verb(reading: Reading, found: Phrase, lead: int) -> Noun | None:
    """Return the measure between a verb of level and its number: بلغت القراءة النهائية لمؤشر المشتريات 53.9.

    Behind the measure alone a number must have a fraction, and whole numbers may end a name: نيكاي 225.
    """
    numeral = found.numeral
    whole = numeral is not None and numeral.rest == numeral.first + 1
    if whole and not (reading.words[lead].folded.startswith(tuple(ARTICLES)) or _kind(reading, lead)):
        return None
    index = None
    for k in range(lead, max(-1, lead - SUBJECT), -1):
        word = reading.words[k]
        if word.kind in {"digits", "mark"} and word.surface not in _BRACKETS:
            break
        if _holds(reading, k) or (not whole and _leads().get(word.folded) == "be"):
            opens = _measure(reading, k + 1) or _measure(reading, k + 2)
            return index or opens if opens is not None else None
        if changes.at(reading, k) or reading.at(k, "speech_verbs"):
            return None
        if (measure := _measure(reading, k)) is not None:
            index = measure if index is None or measure.lexeme.form == _index() else index
            if not whole and _opens(reading, k):
                return index
    return None


_BRACKETS = frozenset("()[]")


def _opens(reading: Reading, k: int) -> bool:
    """Whether token ``k`` opens its sentence, or stands behind a mark or a word that opens a clause."""
    at = reading.starts[k]
    if k == 0 or reading.sentence_of(at).start == at or reading.words[k - 1].kind == "mark":
        return True
    return bool(reading.at(k - 1, "clause_words"))


def _holds(reading: Reading, k: int) -> bool:
    """Whether a verb of level stands at token ``k``: بلغ، سجل، استقر."""
    return any(item.entry.row["direction"] == "level" for item in changes.at(reading, k))


def _measure(reading: Reading, k: int) -> Noun | None:
    """Return the index or reading at token ``k``; none that something else stands in (تقدم في المؤشر، بمعدل)."""
    item = _item(reading, k)
    if item is None or item.entry.row["kind"] == "back":
        return None
    if "prep" in item.analysis.before and not reading.words[k].folded.removeprefix("و").startswith("ل"):
        return None
    inside = k > 0 and _leads().get(reading.words[k - 1].folded) == "in"
    return None if inside else _made(reading, k, item)


def _item(reading: Reading, k: int) -> Item | None:
    return next(iter(reading.at(k, "level_nouns")), None)


def _kind(reading: Reading, k: int) -> str:
    item = _item(reading, k)
    return item.entry.row["kind"] if item is not None else ""


def _is_feminine(item: Item) -> bool:
    form = item.entry.words[-1]
    return form.endswith(("ة", "ات"))


def _made(reading: Reading, k: int, item: Item) -> Noun:
    form = lexicon.column("level_nouns", "noun", "form")[item.entry.row["noun"]]
    return Noun(Lexeme(form, "other", "thing", gloss=item.entry.row["noun"]), "one", k, k + 1, item.start, item.end)


@cache
def _leads() -> dict[str, str]:
    return {form: row["says"] for row in lexicon.rows("level_leads") for form in lexicon.folded_words(row["form"])}


@cache
def _measures() -> frozenset[str]:
    """Return the dictionary forms of what has a level."""
    form = lexicon.column("level_nouns", "noun", "form")
    return frozenset(form[row["noun"]] for row in lexicon.rows("level_nouns") if row["kind"] != "back")


@cache
def _index() -> str:
    return next(row["form"] for row in lexicon.rows("level_nouns") if row["kind"] == "measure")
