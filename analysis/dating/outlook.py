"""Whether a text looks ahead or back where a time stands, by the words of its clause.

News speaks of what was, so a bare weekday lies behind unless the clause says otherwise: a verb in س, a word of plan or
hope, the present tense of what is announced. The nearest verb before the time decides; a relative clause is left at its
pronoun, and behind "said that" without a verb of its own nothing is known.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from analysis import lexicon
from analysis.marks.futures import SHORTEST_FUTURE, is_future_form, is_plan
from analysis.marks.time_around import particle
from analysis.marks.written import Written
from analysis.text.read import Reading

Outlook = Literal["ahead", "back"]

_REACH = 28
"""How many words before a time still belong to it; a longer clause has another verb of its own."""
_NEAR = 14
"""Words before a time from which one in the present, or of plan or hope, still looks ahead to it: half a long clause,
since background in the present (تضم المنطقة …) stands further back than what is announced."""
_STRONG = 20
"""The same for words that speak of nothing but what is to come (من المقرر)."""
_WAS_REACH = 8
"""Words from كان to the verb that it makes one of the past, its subject between them."""
_BEHIND = 6
"""Words behind a time in which its verb stands where the time opens the clause (والخميس سيعقد)."""
_HOPE_REACH = 6
"""Words before "some day" in which the hope stands that it is of: the verb, what it governs, and its object."""
_PLAN = 3
"""The longest words of plan."""
_LASTING_REACH = 14
"""Words before منذ with a length in which a word says that something lasts, as far as a clause reaches (`_NEAR`)."""
_LASTING_BEHIND = 2
"""The same behind the length: the verb right behind it, or behind a comma."""
_LONGEST_QUOTATION = 10_000
"""Characters; a mark that opened further back has been forgotten to be closed."""
VERBS = ("event_verbs", "speech_verbs", "past_verbs")
"""The lists of verbs."""
_NEGATED_PAST = particle("did not")
_ABOUT = particle("about")
_SUBJECT_REACH = 4
"""Words from a verb of telling to what it tells of."""
_NEGATED_FUTURE = particle("will not")
_AND = "وف"
_FIRST_PERSON, _ASKED = (
    "سأ",
    "سأل",
)
_COMPLEMENT, _RELATIVE = "complement", "relative"


def outlook(reading: Reading, written: Written) -> Outlook | None:
    """Return where the clause of ``written`` looks; None where nothing in it says so."""
    sentence = reading.sentence_of(written.start)
    first = max(reading.token_at(sentence.start), written.first - _REACH)
    if written.last < len(reading.words) and is_plan(reading, written.last):
        return "ahead"  # حدد 24 حزيران موعدا للانتخابات
    reported = False
    for i in range(written.first - 1, first - 1, -1):
        if reading.starts[i] < sentence.start:
            break
        opens = _opens(reading, i)
        if _RELATIVE in opens:
            return None
        if _COMPLEMENT in opens and not reported:
            reported = True
            if behind := _looks_behind(reading, written, sentence.end):
                return behind  # the clause has its verb behind the time ("فإن وقفة الأربعاء ستكون قائمة")
        found = _looks(reading, i, written.first - i)
        if found == "back" and _planned(reading, i):
            continue  # من المقرر [عقد] اجتماع: a noun, though it reads like a verb in the past
        if found == "back" and written.weekday is None and _announces(reading, i):
            return None
        if found == "ahead" and not is_plan(reading, i) and _was(reading, i, first):
            return "back"
        if found == "ahead" or (found == "back" and not reported):
            return found
        if found == "back":
            return None
    return _looks_behind(reading, written, sentence.end)


def lasting(reading: Reading, written: Written) -> bool:
    """Whether منذ with a length says "since" here: of what lasts, of what did not happen, of a superlative."""
    sentence = reading.sentence_of(written.start)
    first = max(0, written.first - _LASTING_REACH)
    for i in range(written.first - 1, first - 1, -1):
        if reading.starts[i] < sentence.start:
            return False
        if reading.at(i, "since_cues"):
            return True
        if _opens(reading, i) or _tense(reading, i) == "past":
            return False
    behind = range(written.last, min(written.last + _LASTING_BEHIND, len(reading.words)))
    return any(reading.at(i, "since_cues") for i in behind if reading.starts[i] < sentence.end)


def not_before(reading: Reading, written: Written) -> bool:
    """Whether قبل with a length counts ahead, since its clause says that it will not be sooner: لن يعود قبل شهرين."""
    sentence = reading.sentence_of(written.start)
    for i in range(written.first - 1, max(0, written.first - _NEAR) - 1, -1):
        if reading.starts[i] < sentence.start or reading.words[i].kind == "mark":
            return False
        if reading.words[i].folded.lstrip(_AND) == _NEGATED_FUTURE:
            return True
        if _opens(reading, i) or _tense(reading, i) == "past":
            return False
    return False


def hoped(reading: Reading, written: Written) -> bool:
    """Whether a word of hope or of what may be stands close before: أن نرى يوما ما, قد تنجح يوما ما."""
    before = reading.words[max(0, written.first - _HOPE_REACH) : written.first]
    return any("hope_words" in word.keys for word in before)


def quoted(reading: Reading, position: int) -> bool:
    """Whether ``position`` stands inside quotation marks of its paragraph."""
    least = max(0, position - _LONGEST_QUOTATION)
    line = max(least, reading.source.rfind("\n", least, position) + 1)
    before = reading.source[line:position]
    opened, closed, turned = (sum(map(before.count, _marks(side))) for side in ("open", "close", "either"))
    return opened > closed or turned % 2 == 1


@cache
def _marks(side: str) -> tuple[str, ...]:
    """The double quotation marks of a side: open, close or either; single ones are apostrophes too often."""
    rows = lexicon.rows("quotation_marks")
    return tuple(row["form"] for row in rows if row["pair"] == "double" and row["side"] == side)


def _looks(reading: Reading, i: int, away: int) -> Outlook | None:
    """Return what one word says: ahead, back or nothing."""
    word = reading.words[i]
    if "number_heads" in word.keys:
        return None  # التي تبلغ من العمر 22 عاما
    tense = _tense(reading, i)
    for item in reading.at(i, "looking_ahead"):
        if (item.entry.row["strength"] == "strong" and away <= _STRONG) or "future" in item.analysis.before:
            return "ahead"
        if away <= _NEAR and not _denied(reading, i):
            return "ahead"
    if tense == "future" or is_future_form(word.folded) or _says_i_will(word.surface):
        return "ahead"
    if tense == "past" or reading.at(i, "looking_back"):
        return "back"
    if tense == "present":
        if _denied(reading, i):
            return "back"
        return "ahead" if away <= _NEAR else None
    return None


def _planned(reading: Reading, i: int) -> bool:
    """Whether words of plan stand right before token ``i``, behind which no verb in the past can: من المقرر [عقد]."""
    items = (item for k in range(max(0, i - _PLAN), i) for item in reading.at(k, "looking_ahead"))
    return any(item.last == i and item.entry.row["strength"] == "strong" for item in items)


def _was(reading: Reading, i: int, first: int) -> bool:
    """Whether كان stands before a verb in its clause and makes it one of the past."""
    for j in range(i - 1, max(first, i - _WAS_REACH) - 1, -1):
        if _opens(reading, j):
            return False
        if reading.words[j].kind == "mark":
            return False
        if any(item.entry.row.get("was") == "yes" for item in reading.at(j, "past_verbs")):
            return True
    return False


def _looks_behind(reading: Reading, written: Written, end: int) -> Outlook | None:
    """Return what the words right behind the time say ("والخميس سيعقد")."""
    for i in range(written.last, min(written.last + _BEHIND, len(reading.words))):
        if reading.starts[i] >= end or _opens(reading, i):
            return None
        if reading.words[i].kind == "mark" and i > written.last:
            return None  # a comma right behind the time belongs to it ("وفي 26 سبتمبر، أصدر")
        tense = _tense(reading, i)
        if tense == "future" or is_future_form(reading.words[i].folded):
            return "ahead"
        if tense == "past":
            return "back"
    return None


def _tense(reading: Reading, i: int) -> str | None:
    """Return past, present or future of a verb at token ``i``, as far as the lists of verbs know it.

    A form that may be past or present (تحدث, "spoke" or "happens") is past: so are most verbs of the news.
    """
    if reading.words[i].keys.isdisjoint(VERBS):
        return None
    found = None
    for item in reading.at(i, *VERBS):
        if "future" in item.analysis.before:
            return "future"
        if "purpose" in item.analysis.before:
            continue  # it goes on in the time of the verb before: سقط أرضا ليخرج مصابا
        aspect = item.entry.row.get("aspect", "")
        if item.entry.cls == "past_verbs" or aspect == "past":
            return "past"
        if item.entry.cls == "event_verbs" and aspect == "present":
            found = "present"
    return found


def _announces(reading: Reading, i: int) -> bool:
    """Whether a verb tells of a thing, whose day is not the telling's: أعلن عن اجتماع في سبتمبر."""
    behind = reading.words[i + 1 : i + 1 + _SUBJECT_REACH]
    return bool(reading.at(i, "speech_verbs")) and any(word.folded == _ABOUT for word in behind)


def _denied(reading: Reading, i: int) -> bool:
    """Whether لم stands before a verb, or كان: the present form is then of the past."""
    return i > 0 and (
        reading.words[i - 1].folded.lstrip(_AND) == _NEGATED_PAST or bool(reading.at(i - 1, "past_verbs"))
    )


def _opens(reading: Reading, i: int) -> frozenset[str]:
    if "clause_words" not in reading.words[i].keys:
        return frozenset()
    return frozenset(item.entry.row["opens"] for item in reading.at(i, "clause_words"))


def _says_i_will(surface: str) -> bool:
    """Whether a word has the form of a verb in س of the first person (سأكون), and is none of asking."""
    word = surface[1:] if surface[:1] in _AND else surface
    return len(word) >= SHORTEST_FUTURE and word.startswith(_FIRST_PERSON) and not word.startswith(_ASKED)
