"""What rises or falls: the subject of a verb or noun of change, before it or behind, and what somebody raised or cut.

"سهم الشركة [ارتفع]", "ارتفعت [أسعار] النفط", "رفع البنك [سعر] الفائدة", "خفضت الحكومة [إنفاقها]",
"أغلق [المؤشر] مرتفعا".
"""

from __future__ import annotations

from analysis import lexicon
from analysis.marks import changes, counted, nouns, unlisted
from analysis.marks.nouns import Noun
from analysis.marks.phrases import Phrase
from analysis.marks.sharing import CLAUSE, NO_SUBJECT
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.read import Reading

REACH = 22
"""How many words before a percentage a rate or a change may stand."""
SENTENCE = 32
"""As many tokens may stand between an index and the participle that says how it went."""
SUBJECT = 8
"""How many words a subject before its verb may have."""
OWNED = 3
"""So many words may stand between who cut something and that (خفضت الحكومة الجديدة إنفاقها)."""
SMALL = frozenset({"function_words", "prepositions", "rate_words", "count_words", "bounds"})
"""Lists of words that head no phrase."""
THEN = "ف"
SHE = "ت"
SHE_MANY = "ات"
_STOPS = frozenset(".؛!?؟\n")


def before(reading: Reading, k: int) -> Noun | None:
    """Return the noun at the head of the clause that ends before the verb at token ``k``: سهم الشركة [ارتفع]."""
    found = None
    for j in range(k - 1, max(-1, k - 1 - SUBJECT), -1):
        word = reading.words[j]
        if word.kind == "digits" or "number_words" in word.keys:
            return found if found is not None and found.first > j + 1 else None  # what is counted is no subject
        if word.kind != "arabic" or _cuts(reading, j) or counted.breaks(reading, j + 1):
            break
        if "past_verbs" not in word.keys and (joined := counted.behind(reading, j, AND)) is not None:
            return joined
        if word.folded.startswith(THEN + nouns.ARTICLE):
            return opening(reading, j, THEN)
        led = j > 0 and "prepositions" in reading.words[j - 1].keys
        if word.keys.isdisjoint(SMALL) and not led:
            noun = nouns.listed(reading, j, definite=True) or nouns.listed(reading, j) or _marked_as_noun(reading, j)
            if noun is not None and noun.lexeme.gloss == counted.DECADE:
                noun = counted.thing(reading, j)
            if noun is None and j > 0 and reading.at(j - 1, "count_words"):
                noun = counted.thing(reading, j)  # "عدد تراخيص البناء"
            if noun is not None and noun.lexeme.kind in {"thing", "currency"}:
                found = noun
    return found


def behind(reading: Reading, k: int, end: int) -> Noun | None:
    """Return the noun that the word at token ``k`` is followed by, before token ``end``."""
    for n in range(k + 1, min(k + 4, end)):
        word = reading.words[n]
        if word.kind == "mark":
            continue
        if word.kind != "arabic" or "number_words" in word.keys:
            return None
        if "times_words" in word.keys or is_by_a_rate(reading, n):
            return None  # "خفض لمرة واحدة"، "يرتفع بمعدل سنوي"
        if word.keys.isdisjoint(SMALL) and (word.keys.isdisjoint(NO_SUBJECT) or nouns.listed(reading, n)):
            noun = counted.behind(reading, n, "لل", "ل") or counted.thing(reading, n)
            if noun is not None and not noun.known and _no_noun(word.folded):
                return None
            if noun is not None and not noun.known and (word.folded.endswith(ACCUSATIVE) or _describes(reading, n)):
                continue  # "نموا ملموسا"، "نسبة قياسية"
            if noun is not None and noun.lexeme.kind in {"thing", "currency"}:
                return _its_object(reading, noun, end) or _caused(reading, k, noun, end) or noun
    return None


def of_a_level(reading: Reading, end: int) -> Noun | None:
    """Return the subject of the verb of level of a sum before token ``end``: بلغت [القيمة] في يوليو، 84."""
    for k in range(end - 1, max(-1, end - REACH), -1):
        if ends_a_sentence(reading, k) or (reading.words[k].kind == "mark" and k < end - 1):
            return None
        if any(item.entry.row["direction"] == "level" for item in changes.at(reading, k)):
            return behind(reading, k, end)
    return None


def _measured_before(reading: Reading, end: int) -> Noun | None:
    """Return the nearest index before token ``end`` in its sentence: أغلق [المؤشر] عند مستوى 9098 نقطة، مرتفعا."""
    for k in range(end - 1, max(-1, end - SENTENCE), -1):
        if ends_a_sentence(reading, k):
            return None
        for item in reading.at(k, "level_nouns"):
            if item.entry.row["kind"] == "measure" and "prep" not in item.analysis.before:
                return nouns.listed(reading, k, definite=True) or nouns.listed(reading, k) or counted.thing(reading, k)
    return None


def by_participle(reading: Reading, found: Phrase) -> Noun | None:
    """Return what a participle before the percentage, or before its points, is said of: المؤشر [مرتفعا] 11 نقطة."""
    for k in range(found.first - 1, max(-1, found.first - 1 - SUBJECT), -1):
        word = reading.words[k]
        if reading.at(k, "change_participles"):
            return before(reading, k) or _measured_before(reading, k) or of_a_level(reading, k)
        amount = word.kind in {"digits", "mark"} or not word.keys.isdisjoint(SMALL | {"number_words"})
        if not amount and nouns.listed(reading, k) is None:
            return None
    return None


def opening(reading: Reading, j: int, lead: str) -> Noun:
    """Return the noun that ``lead`` and the article open: [فالناتج] نما، [والمحاسبون] (23 %)."""
    if (noun := counted.behind(reading, j, lead + nouns.ARTICLE)) is not None:
        return noun
    form = unlisted.bare(reading.words[j].surface).removeprefix(lead + nouns.ARTICLE)
    if form.endswith(("ون", "ين")) and unlisted.of_people(form[:-2]):
        return unlisted.made(reading, j, form[:-2], "people", "many")
    if form.endswith("ات"):
        return unlisted.made(reading, j, unlisted.sound(form[:-2]), "other", "many")
    return unlisted.made(reading, j, form, "other", "one")


def ends_a_sentence(reading: Reading, k: int) -> bool:
    """Whether token ``k`` is a mark that ends a sentence, and not the point of a decimal."""
    if reading.words[k].surface not in _STOPS:
        return False
    return not (k + 1 < len(reading.words) and reading.words[k + 1].kind == "digits" and reading.tight(k + 1))


def is_by_a_rate(reading: Reading, k: int) -> bool:
    """Whether token ``k`` is a rate with ب: بنسبة، وبمعدل."""
    led = k >= 0 and reading.words[k].folded.removeprefix(AND).startswith(changes.BY)
    return led and bool(reading.at(k, "rate_words"))


def _caused(reading: Reading, verb: int, subject: Noun, end: int) -> Noun | None:
    """Return what the subject of the verb at token ``verb`` raised or cut: رفع البنك المركزي [سعر] الفائدة.

    The subject ends with its first definite word and the adjectives behind that; the next listed noun is the object.
    """
    if reading.words[verb].folded not in lexicon.forms("causing_changes"):
        return None
    closed = False
    for n in range(subject.first, min(subject.first + SUBJECT, end)):
        word = reading.words[n]
        if word.kind != "arabic" or not word.keys.isdisjoint(CLAUSE | SMALL):
            return None
        definite = word.folded.startswith(nouns.ARTICLE)
        if closed and not nouns.is_nisba(word.folded):
            noun = nouns.listed(reading, n, definite=True) or nouns.listed(reading, n)
            if noun is not None and noun.lexeme.kind == "thing":
                return noun
        closed = closed or definite
    return None


def _its_object(reading: Reading, subject: Noun, end: int) -> Noun | None:
    """Return what the subject of a verb raised or cut, by the pronoun that it carries: خفضت الحكومة [إنفاقها]."""
    for n in range(subject.last, min(subject.last + OWNED, end)):
        word = reading.words[n]
        if word.kind != "arabic" or not word.keys.isdisjoint(CLAUSE | SMALL):
            return None
        if word.folded.endswith(nouns.endings("of_things")) and (noun := counted.with_owner(reading, n)):
            return noun if noun.known else None
    return None


def _no_noun(word: str) -> bool:
    """Whether a word in no list is rather a verb (فقد تصدرت) or stands in a phrase of its own (بالعام)."""
    verb = word.endswith(SHE) and not word.endswith(SHE_MANY)
    return verb or any(word.startswith(lead + nouns.ARTICLE) for lead in (AND, THEN, changes.BY))


def _describes(reading: Reading, n: int) -> bool:
    """Whether the word at token ``n`` has the ending of an adjective and no owner behind it: نسبة [قياسية] من 65 %."""
    word = reading.words[n].folded
    if not nouns.is_nisba(word) or word.startswith(nouns.ARTICLE) or n + 1 >= len(reading.words):
        return False
    behind = reading.words[n + 1]
    return behind.kind != "arabic" or not behind.keys.isdisjoint(SMALL | CLAUSE)


def _cuts(reading: Reading, j: int) -> bool:
    """Whether a word that no subject holds stands at token ``j``; في alone is none, though في حين begins with it."""
    if reading.words[j].keys.isdisjoint(CLAUSE) or changes.spoken_of(reading, j):
        return False
    return bool(reading.at(j, *CLAUSE))


def _marked_as_noun(reading: Reading, j: int) -> Noun | None:
    """Return the noun at token ``j`` that is in no list, where article or owner say that it is one; no adjective."""
    word = reading.words[j].folded
    if nouns.is_nisba(word) or not reading.words[j].keys.isdisjoint(NO_SUBJECT):
        return None
    if word.startswith(nouns.ARTICLE):
        behind = j > 0 and reading.words[j - 1].folded.startswith((nouns.ARTICLE, AND + nouns.ARTICLE))
        return None if behind else counted.thing(reading, j)  # "والمديريات المرتبطة"
    if j > 0 and reading.at(j - 1, "carried_out"):
        return None  # "أسهم تم تداولها"
    noun = counted.with_owner(reading, j)
    return noun if noun is not None and noun.known else None
