"""What is asserted of those who are counted: killed, wounded, detained, displaced, or no more than that they are.

A verb or noun of event says it first (مقتل 14 جنديا, 20 شخصا ينتحرون, 30 حالة وفاة), then the noun itself (14 قتيلا). A
part takes what is asserted of the whole (بينهم خمسة أطفال), a figure joined with و that of the one before; a verb that
belongs to the figure before it says nothing of the next. Those whom a disease has met are not wounded.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from analysis import lexicon
from analysis.marks import counted, left_out, unasserted
from analysis.marks.nouns import ARTICLE, PEOPLE, endings, listed
from analysis.marks.phrases import Phrase
from analysis.tables import Category
from analysis.text.number_words import AND
from analysis.text.read import Item, Reading

REACH = 9
"""How many words before a number a word of event may stand (قتلت القوات الخاصة فجر الأربعاء 14 مسلحا)."""
AHEAD = 6
"""How many words behind a noun its verb may stand (سبعة جنود قتلوا)."""
ASIDE = 3
"""So many words behind a figure an aside about some of them may begin (ثلاثة جنود أتراك، بينهم ضابط، قتلوا)."""
JOINED = 3
"""How many words may stand between two joined figures (مقتل عشرة جنود أفغان وخمسة مدنيين)."""
EPIDEMIC = 2
"""So many times an article names a disease before its cases without more are taken for cases of it."""
FATES = frozenset({"killed", "wounded", "detained", "displaced"})
_STOPS = frozenset(".؛!?؟:")
_COMMAS = frozenset("،,")
_PAUSES = _STOPS | _COMMAS


def category_of(reading: Reading, found: Phrase, last: Phrase | None, earlier: Category) -> Category:
    """Return what is asserted of what is counted; ``earlier`` is what was asserted of ``last``, the claim before."""
    part = found.kind == "fraction" and (found.lexeme is None or found.lexeme.kind == "thing")
    if part or found.kind == "percent" or (found.numeral is not None and found.numeral.kind == "percent"):
        return "percent"
    lexeme = found.lexeme
    if lexeme is None:
        return "other"
    own: Category = lexeme.category  # type: ignore[assignment]
    if (met := _described(reading, found)) is not None:
        return "other" if met == "wounded" and _of_a_disease(reading, found) else met
    fate = _of_a_case(reading, found) or _of_people_too(reading, found)
    asked = own in PEOPLE or fate is not None
    until = max(_told_until(reading, found, last), found.first - REACH)
    told = _before(reading, found.first, until) if asked else None
    if told == "own":
        return own
    if fate is None and (own not in PEOPLE or own in FATES):
        fate = told if own in _HELD and told in _STRUCK else own
    if fate is None:
        fate = told
    if fate is None and (behind := _behind(reading, found.last)):
        fate = behind[0]
    if fate is None and own in PEOPLE and found.value == 1:
        fate = _behind_one(reading, found.last)
    if fate is not None:
        return "other" if fate == "wounded" and _of_a_disease(reading, found) else fate
    if last is not None and earlier in FATES and _goes_on(reading, found, last):
        return earlier
    if own == "sources":
        return own if _cited(reading, found) else "people"
    if own in _ARMED and found.noun is not None and found.noun.number == "two" and lexeme.gloss == "force":
        return "other"  # "قوتين نوويتين" are powers
    if own == "people" and _fight(reading, found):
        return "fighters"
    return "people" if own in _ARMED and _named_in_sentence(reading, found, "sport_words") else own


_HELD = frozenset({"detained", "displaced"})
_STRUCK = frozenset({"killed", "wounded"})


_ARMED = frozenset({"troops", "fighters"})


def _cited(reading: Reading, found: Phrase) -> bool:
    """Whether officials, witnesses and the like are those who speak: قال ثلاثة مسؤولين، نقلا عن مصدرين."""
    near = range(max(0, found.first - CITED), min(found.last + CITED, len(reading.words)))
    return any(
        item.entry.cls == "source_phrases" or item.entry.row["kind"] in _TELLING
        for k in near
        for item in reading.at(k, "speech_verbs", "source_phrases")
    )


CITED = 3
"""So many words may stand between those who speak and the word that says so."""
_TELLING = frozenset({"say", "relay"})


def _named_in_sentence(reading: Reading, found: Phrase, words: str) -> bool:
    """Whether a word of the list ``words`` stands in the sentence of a figure."""
    named = reading.where(words)
    sentence = reading.sentence_of(found.number_start)
    tokens = reading.tokens_in(sentence.start, sentence.end)
    return bisect_left(named, tokens.start) < bisect_left(named, tokens.stop)


def _of_a_case(reading: Reading, found: Phrase) -> Category | None:
    """Return what cases are of: 30 حالة وفاة are dead, 970 حالة مرضية people."""
    if found.noun is None or not reading.at(found.noun.first, "case_nouns"):
        return None
    if reading.at(found.noun.last, "case_kinds"):
        return "people"
    item = left_out.event(reading, found.noun.last)
    return item.entry.row["category"] if item else None  # type: ignore[return-value]


def _of_people_too(reading: Reading, found: Phrase) -> Category | None:
    """Return what is said right before a noun of things that is one of people then: اعتقال ثلاثة [أحداث]."""
    lexeme = found.lexeme
    if lexeme is None or lexeme.gloss not in lexicon.column("ambiguous_people", "noun", "form"):
        return None
    told = (left_out.event(reading, k) for k in range(max(0, found.first - NEAR), found.first))
    return next((item.entry.row["category"] for item in told if item and item.entry.row["category"] in FATES), None)  # type: ignore[misc]


NEAR = 2
"""So many words before such a noun its verb may begin (اعتقلت الشرطة ثلاثة أحداث)."""


def _behind_one(reading: Reading, i: int) -> Category | None:
    """Return what a verb right behind one person says of that one: امرأة واحدة [ماتت]; not of another (قتل أخاه)."""
    i += bool(reading.at(i, "only_words"))
    for item in reading.at(i, "counted_events"):
        bare = not item.analysis.before and not item.analysis.after and not item.analysis.definite
        closed = item.last >= len(reading.words) or not reading.words[item.last].keys.isdisjoint(_CLOSING)
        if bare and item.entry.row["category"] in FATES and (closed or reading.words[item.last].kind == "mark"):
            return item.entry.row["category"]  # type: ignore[return-value]
    return None


_CLOSING = frozenset({"prepositions", "only_words", "parts_of", "relative_days", "weekdays", "clause_words"})


def _fight(reading: Reading, found: Phrase) -> bool:
    """Whether people are told of as fighters: 3 آلاف أجنبي [يقاتلون], عدد الذين [يقاتلون] هناك 25 ألف شخص."""
    if _named_in_sentence(reading, found, "sport_words"):
        return False
    for k in range(found.last, min(found.last + AHEAD, len(reading.words))):
        if reading.words[k].surface in _PAUSES:
            break
        if "fighting_words" in reading.words[k].keys:
            return True
    for k in range(found.first - 1, max(0, found.first - FIGHTING), -1):
        if reading.words[k].surface in _PAUSES:
            return False
        if "fighting_words" in reading.words[k].keys:
            return "relative_words" in reading.words[k - 1].keys
    return False


FIGHTING = 14
"""So many words before a number a relative clause of those who fight may begin."""


def _described(reading: Reading, found: Phrase) -> Category | None:
    """Return what a noun of fate right behind people says of them: خمسة أشخاص [متوفين]، 4 جنود [جرحى]."""
    if found.how != "behind" or found.noun is None or found.noun.lexeme.category not in PEOPLE - FATES:
        return None
    noun = listed(reading, found.noun.last)
    fate = noun is not None and noun.number in {"many", "two"} and noun.lexeme.category in FATES
    return noun.lexeme.category if noun is not None and fate else None  # type: ignore[return-value]


def _told_until(reading: Reading, found: Phrase, last: Phrase | None) -> int:
    """Return the token behind the claim before and the verb that belongs to it (30 مسلحا قتلوا).

    A verb right before the next figure is of that one (هجومان قتلا 4 جنود).
    """
    if last is None:
        return 0
    behind = _behind(reading, last.last)
    return behind[1] if behind and behind[1] < found.first else last.last


def _of_a_disease(reading: Reading, found: Phrase) -> bool:
    """Whether a disease is what has met them: named in the sentence, or, of cases, again and again in the article."""
    if _named_in_sentence(reading, found, "diseases"):
        return True
    again = len(reading.where("diseases")) >= EPIDEMIC
    return again and found.lexeme is not None and found.lexeme.gloss == "injury"


def _before(reading: Reading, i: int, limit: int) -> Category | Literal["own"] | None:
    for k in range(i - 1, limit - 1, -1):
        word = reading.words[k]
        if word.surface in _STOPS or "relative_words" in word.keys or _opens_a_clause(reading, k):
            return None
        if counted.breaks(reading, k + 1):
            return None  # a heading says nothing of the line below
        if item := left_out.event(reading, k):
            if unasserted.sentenced(reading, k):
                return "own"
            if _on_board(reading, item.last, i):
                return None  # "غرق قارب على متنه 700 شخص" tells of the boat
            return item.entry.row["category"]  # type: ignore[return-value]
        if (fate := _fate(reading, k)) is not None:
            return fate
        if "event_verbs" in word.keys:
            return None
    return None


def _on_board(reading: Reading, first: int, last: int) -> bool:
    """Whether what is told of is a vehicle at token ``first``, and those counted at ``last`` are only aboard."""
    vehicle = listed(reading, first)
    if vehicle is None or vehicle.lexeme.category not in {"vehicles", "aircraft"}:
        return False
    return any("board_words" in reading.words[k].keys for k in range(vehicle.last, last))


def _opens_a_clause(reading: Reading, k: int) -> bool:
    """Whether أن or the like at token ``k`` opens a clause with a verb of its own (أعلن مقتل قائد وقال إن 5 جنود)."""
    return any(item.entry.row["opens"] == "complement" for item in reading.at(k, "clause_words"))


def _fate(reading: Reading, k: int) -> Category | None:
    """Return what is asserted by a definite noun of fate: من بين الضحايا 26 عضوا."""
    noun = listed(reading, k, definite=True)
    if noun is not None and noun.lexeme.category in FATES and noun.number == "many":
        return noun.lexeme.category  # type: ignore[return-value]
    return None


def _behind(reading: Reading, i: int) -> tuple[Category, int] | None:
    """Return what a verb behind the noun says, and the token behind it."""
    aside = any(reading.at(k, "parts_of") for k in range(i, min(i + ASIDE, len(reading.words))))
    for k in range(i, min(i + AHEAD * (1 + aside), len(reading.words))):
        word = reading.words[k]
        if aside and word.surface in _COMMAS and _of_those_before(reading, k + 1):
            continue
        if word.surface in _PAUSES or (word.kind == "digits" and not _definite(reading, k)):
            return None
        if _among(reading, k) and (fate := _fate(reading, k + 1)) is not None:
            return fate, k + 2
        for item in reading.at(k, "counted_events"):
            said = item.entry.words[0].endswith((*endings("they"), *endings("they_two")))
            if said or item.analysis.after in endings("behind_verb"):
                category = item.entry.row["category"]
                return None if category == "own" else (category, item.last)  # type: ignore[return-value]
    return None


def _of_those_before(reading: Reading, k: int) -> bool:
    """Whether a verb of fate at token ``k`` goes back to several, behind an aside: ثلاثة جنود، بينهم ضابط، [قتلوا]."""
    return any(item.entry.words[0].endswith(endings("they")) for item in reading.at(k, "counted_events"))


def _definite(reading: Reading, k: int) -> bool:
    """Whether the digits at token ``k`` only say how many there are in all: تسعة من العناصر [الـ54] خطفوا."""
    return k > 0 and reading.words[k - 1].folded == ARTICLE


def _among(reading: Reading, k: int) -> bool:
    return k + 1 < len(reading.words) and reading.words[k].folded == "بين"


def _goes_on(reading: Reading, found: Phrase, last: Phrase) -> bool:
    """Whether a figure continues the one before it: a part of it (بينهم 6), or joined with و a few words behind it."""
    if any(
        item.last == found.first for k in range(max(0, found.first - 2), found.first) for item in _parts(reading, k)
    ):
        return True
    if found.first - last.last > JOINED:
        return False
    if (found.numeral is not None and "conj" in found.numeral.before) or left_out.led_by_and(reading, found):
        return True
    gap = range(last.last, found.first)
    noun_joined = found.how in {"inside", "before"} and found.start > reading.starts[found.first]
    return noun_joined or any(reading.words[k].folded == AND or _parts(reading, k) for k in gap)


def _parts(reading: Reading, k: int) -> list[Item]:
    return reading.at(k, "parts_of")
