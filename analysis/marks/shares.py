"""What a percentage is of, where no "من" says so: what has a rate, what rose or fell, what was said just before.

"نسبة البطالة 12 في المئة", "ارتفعت أسعار النفط 5 في المئة", "الأسهم الصينية هوت 8 في المئة", "84 حالة بنسبة 2 في
المئة", "رسوما جمركية بنسبة 25 في المئة". The nearest of these before the number counts.
"""

from __future__ import annotations

from analysis import lexicon
from analysis.marks import changes, counted, nouns, rises, sharing, unlisted
from analysis.marks.nouns import Noun
from analysis.marks.phrases import Phrase
from analysis.marks.sharing import CLAUSE, IN, NO_SUBJECT
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.read import Reading

RATE_BACK = 22
"""How many words before a percentage a rate or a change may stand."""
SENTENCE = 32
"""As many tokens may stand between an index and the participle that says how it went."""
BESIDE = 3
"""How many words may stand between a count and its own share (84 حالة في يومين بنسبة 2 في المئة)."""
SUBJECT = 8
"""How many words a subject before its verb may have."""
ROW = 4
"""As many words may name what stands in a row of percentages: الليرة التركية 43 بالمئة."""
PRESENT = "ي"
"""What verbs of people in the present begin with: 49 في المئة يعتقدون."""
_STOPS = frozenset(".؛!?؟\n")
_SMALL = frozenset({"function_words", "prepositions", "rate_words", "count_words", "bounds"})


def whole(reading: Reading, found: Phrase, last: Phrase | None, *, carries: bool) -> Noun | None:
    """Return what the percentage of ``found`` is of, or None.

    ``last`` is the claim before it in the same sentence; ``carries`` says that ``found`` is joined with it.
    """
    earlier = last.noun if last is not None and (is_share(last) or last.kind == "fraction") else None
    if carries and earlier is not None:
        return earlier
    ways = (_named_behind, _changed_in, sharing.whole)
    noun = next((noun for way in ways if (noun := way(reading, found)) is not None), None)
    noun = noun or _said_by_participle(reading, found)
    noun = noun or _rate(reading, found, last) or _in_brackets(reading, found) or _in_a_row(reading, found)
    noun = noun or _of_a_rate(reading, found)
    return (
        noun
        or _bounded(reading, found)
        or earlier
        or _of_the_sum(reading, found, last)
        or _itself(reading, found, last)
    )


def left_out_person(found: Phrase) -> Noun:
    """Return "a person", for people whose noun is left out; it stands where the number does."""
    return Noun(nouns.person(), "many", found.first, found.last, found.number_start, found.number_end, known=True)


def is_share(found: Phrase) -> bool:
    """Whether a figure is a percentage, or a range of them."""
    return found.numeral is not None and found.numeral.kind == "percent"


def _named_behind(reading: Reading, found: Phrase) -> Noun | None:
    """Return the noun of a rate behind its number: 58 بالمئة نسبة الموقوفين."""
    if any(sharing.names_its_whole(item) for item in reading.at(found.last, "rate_words")):
        return counted.thing(reading, found.last + 1)
    if noun := _right_behind(reading, found):
        return noun
    at = _past_brackets(reading, found.last + bool(reading.at(found.last, "only_words")))
    people = at < len(reading.words) and reading.words[at].folded.endswith(nouns.endings("they"))
    return left_out_person(found) if people and reading.words[at].folded.startswith(PRESENT) else None


def _right_behind(reading: Reading, found: Phrase) -> Noun | None:
    """Return the listed noun right behind a percentage.

    It opens a heading (92 % تغطية), follows a change (10 % نمو فرص العمل), or says what the share is: 85 % قروضا.
    """
    i = found.last
    if i >= len(reading.words) or counted.breaks(reading, i):
        return None
    grows = any(item.last == i + 1 and not item.analysis.before for item in changes.at(reading, i))
    opens = found.first == 0 or counted.breaks(reading, found.first)
    at = i + grows
    kind = reading.words[i].folded.endswith(ACCUSATIVE) and reading.words[i].keys.isdisjoint(CLAUSE)
    noun = nouns.listed(reading, at, definite=True) or nouns.listed(reading, at) if grows or opens or kind else None
    return noun if noun is not None and noun.lexeme.kind == "thing" and noun.number != "two" else None


def _in_brackets(reading: Reading, found: Phrase) -> Noun | None:
    """Return the noun before the brackets that hold nothing but the percentage: المهندسون (26 %)."""
    at = found.first - 1
    opened = at > 0 and reading.words[at].surface == "("
    if not opened or found.last >= len(reading.words) or reading.words[found.last].surface != ")":
        return None
    for j in range(at - 1, max(-1, at - 1 - ROW), -1):
        if reading.words[j].kind != "arabic":
            break
        if reading.words[j].folded.startswith(AND + nouns.ARTICLE):
            return _opening(reading, j, AND)
    return _subject_before(reading, at)


def _bounded(reading: Reading, found: Phrase) -> Noun | None:
    """Return the subject of a bound that is a verb: حصة التمويل [لا تتجاوز] 1 في المئة."""
    numeral = found.numeral
    if numeral is None or found.bound == "exact":
        return None
    for k in range(found.first, numeral.first):
        if reading.words[k].folded in lexicon.forms("surpassing_verbs"):
            return _subject_behind(reading, k, numeral.first) or _subject_before(reading, found.first)
    return None


def _past_brackets(reading: Reading, i: int) -> int:
    """Return the token behind the brackets that open at token ``i``, else ``i``: 49% فقط [(بتراجع 8 نقاط)] يعتقدون."""
    if i >= len(reading.words) or reading.words[i].surface != "(":
        return i
    closes = (k for k in range(i + 1, min(i + BESIDE + ROW, len(reading.words))) if reading.words[k].surface == ")")
    return next(closes, i - 1) + 1


def _changed_in(reading: Reading, found: Phrase) -> Noun | None:
    """Return what a change without a subject is in: تراجع بنسبة 4 في المئة [في الإنتاج]."""
    i = found.last
    if i + 1 >= len(reading.words) or reading.words[i].folded != IN:
        return None
    if counted.breaks(reading, i + 1):
        return None
    for k in range(found.first - 1, max(-1, found.first - 1 - BESIDE), -1):
        if changes.with_by(reading, k) or _is_noun(reading, k):
            return sharing.no_place(reading, i + 1)
        if reading.words[k].keys.isdisjoint(_SMALL):
            return None
    return None


def _is_noun(reading: Reading, k: int) -> bool:
    """Whether a change at token ``k`` is said by an indefinite noun: مع تراجع، ارتفاعا، بزيادة; not by a verb."""
    items = [item for item in changes.at(reading, k) if item.analysis.after in ("", *ACCUSATIVE)]
    if not any(item.entry.cls == changes.NOUNS for item in items):
        return False
    led = k > 0 and "prepositions" in reading.words[k - 1].keys
    return led or all(item.entry.cls == changes.NOUNS for item in items)


def _of_the_sum(reading: Reading, found: Phrase, last: Phrase | None) -> Noun | None:
    """Return what a change of a figure just told is of: 117 مشروعا، أي بتراجع قدره 6 في المئة.

    Of a sum it is the noun before the sum: بلغت الأرباح 732 مليون يورو بزيادة نسبتها 5%.
    """
    if last is None or last.noun is None or is_share(last) or last.lexeme is None or last.last > found.first:
        return None
    beside = range(max(last.last, found.first - BESIDE), found.first)
    if not any(changes.with_by(reading, k) or changes.at(reading, k) for k in beside):
        return None
    if last.lexeme.kind == "thing":
        return last.noun
    first = _first_sum(reading, last)
    at = first - 1
    while at > 0 and not changes.at(reading, at) and not reading.words[at].keys.isdisjoint(_SMALL):
        at -= 1
    if at >= 0 and changes.at(reading, at):
        return _subject_behind(reading, at, first) or _subject_before(reading, at)
    return _subject_before(reading, first) or _of_a_level(reading, first)


def _first_sum(reading: Reading, last: Phrase) -> int:
    """Return the token of the sum that ``last`` gives again in another currency: 84 ريالا [أي ما يعادل] 22 دولارا."""
    for one in reversed(reading.phrases.values()):
        if one.last < last.first - BESIDE:
            break
        if one.last <= last.first and one.lexeme is not None and one.lexeme.kind == "currency":
            return one.first
    return last.first


def _of_a_level(reading: Reading, end: int) -> Noun | None:
    """Return the subject of the verb of level that a sum before token ``end`` belongs to: بلغت [القيمة] في يوليو، 84."""
    for k in range(end - 1, max(-1, end - RATE_BACK), -1):
        if _ends_a_sentence(reading, k) or reading.words[k].kind == "mark" and k < end - 1:
            return None
        if any(item.entry.row["direction"] == "level" for item in changes.at(reading, k)):
            return _subject_behind(reading, k, end)
    return None


def _ends_a_sentence(reading: Reading, k: int) -> bool:
    """Whether token ``k`` is a mark that ends a sentence, and not the point of a decimal."""
    if reading.words[k].surface not in _STOPS:
        return False
    return not (k + 1 < len(reading.words) and reading.words[k + 1].kind == "digits" and reading.tight(k + 1))


def _rate(reading: Reading, found: Phrase, last: Phrase | None) -> Noun | None:
    for k in range(found.first - 1, max(-1, found.first - RATE_BACK), -1):
        if _ends_a_sentence(reading, k):
            return None
        rates = [item for item in reading.at(k, "rate_words") if item.last <= found.first]
        change = any(item.last <= found.first for item in changes.at(reading, k))
        noun = None
        if rates and any(sharing.names_its_whole(item) and item.last < found.first for item in rates):
            if reading.words[k + 1].folded.startswith(TO_THE):
                continue  # "نسبة للناتج المحلي" is set against it
            noun = _subject_behind(reading, k, found.first - 1)
            noun = noun or (_named_change(reading, k + 1) if found.first - k <= SUBJECT else None)
        elif rates:
            noun = _beside(k, last) or _rate_of(reading, k, found) or _rated(reading, k) or _sized(reading, k)
        elif change and _says_how_high(reading, k):
            continue
        elif change:
            noun = _subject_behind(reading, k, found.first) or _told_of(reading, k, found)
            noun = noun or _subject_before(reading, k) or rises.antecedent(reading, k)
        elif changes.with_by(reading, k):
            noun = _changed_with(reading, k, found.first)
        if noun is not None:
            return noun
    return None


def _says_how_high(reading: Reading, k: int) -> bool:
    """Whether the verb at token ``k`` is said of the rate before it alone: بنسبة [تصل] إلى 60 في المئة."""
    return k > 0 and any("prep" in item.analysis.before for item in reading.at(k - 1, "rate_words"))


def _said_by_participle(reading: Reading, found: Phrase) -> Noun | None:
    """Return what a participle right before the percentage, or before its points, says: المؤشر [مرتفعا] 11 نقطة 0.1%."""
    for k in range(found.first - 1, max(-1, found.first - 1 - SUBJECT), -1):
        word = reading.words[k]
        if reading.at(k, "change_participles"):
            return _subject_before(reading, k) or _measured_before(reading, k) or _of_a_level(reading, k)
        amount = word.kind in {"digits", "mark"} or not word.keys.isdisjoint(_SMALL | {"number_words"})
        if not amount and nouns.listed(reading, k) is None:
            return None
    return None


def _measured_before(reading: Reading, end: int) -> Noun | None:
    """Return the nearest index before token ``end`` in its sentence: أغلق [المؤشر] عند مستوى 9098 نقطة، مرتفعا."""
    for k in range(end - 1, max(-1, end - SENTENCE), -1):
        if _ends_a_sentence(reading, k):
            return None
        for item in reading.at(k, "level_nouns"):
            if item.entry.row["kind"] == "measure" and "prep" not in item.analysis.before:
                return nouns.listed(reading, k, definite=True) or nouns.listed(reading, k) or counted.thing(reading, k)
    return None


def _told_of(reading: Reading, k: int, found: Phrase) -> Noun | None:
    """Return the change at token ``k`` itself, where it is a noun beside the percentage that a verb only tells of."""
    beside = rises.beside(reading, k, found.first) and _is_noun(reading, k)
    return rises.told_of(reading, k) if beside else None


def _itself(reading: Reading, found: Phrase, last: Phrase | None) -> Noun | None:
    """Return the change beside the percentage, where what changes is nowhere named: مقارنة [بنمو] نسبته 2 في المئة."""
    if last is not None and not is_share(last):
        return None
    for k in range(found.first - 1, max(-1, found.first - 1 - BESIDE), -1):
        if changes.with_by(reading, k) or _is_noun(reading, k):
            return rises.itself(reading, k) if rises.beside(reading, k, found.first) else None
    return None


def _changed_with(reading: Reading, k: int, end: int) -> Noun | None:
    """Return what a change with ب at token ``k`` is of: بارتفاع في [النفقات]، أغلق [الخام] بانخفاض 2 في المئة."""
    if k + 1 < end and reading.words[k + 1].folded == IN:
        return sharing.no_place(reading, k + 2)
    return _subject_before(reading, k)


TO_THE = "لل"


def _named_change(reading: Reading, i: int) -> Noun | None:
    """Return the change that a rate is of, where nothing else is named: نسبة [نمو] بلغت 7 في المئة."""
    if i >= len(reading.words) or changes.NOUNS not in reading.words[i].keys:
        return None
    if "event_verbs" in reading.words[i].keys:
        return None
    form = unlisted.bare(reading.words[i].surface).removeprefix(nouns.ARTICLE)
    return unlisted.made(reading, i, form, "other", "one")


def _rate_of(reading: Reading, k: int, found: Phrase) -> Noun | None:
    """Return the listed noun right behind a rate with ب: بنسبة فائدة لا تتجاوز 3 في المئة."""
    if k + 1 >= found.first:
        return None
    noun = nouns.listed(reading, k + 1) or nouns.listed(reading, k + 1, definite=True)
    return noun if noun is not None and noun.lexeme.kind == "thing" and noun.last <= found.first else None


def _subject_behind(reading: Reading, k: int, end: int) -> Noun | None:
    """Return the noun that the word at token ``k`` is followed by, before token ``end``."""
    for n in range(k + 1, min(k + 4, end)):
        word = reading.words[n]
        if word.kind == "mark":
            continue
        if word.kind != "arabic" or "number_words" in word.keys:
            return None
        if "times_words" in word.keys or any("prep" in item.analysis.before for item in reading.at(n, "rate_words")):
            return None  # "خفض لمرة واحدة"، "يرتفع بمعدل سنوي"
        if word.keys.isdisjoint(_SMALL) and (word.keys.isdisjoint(NO_SUBJECT) or nouns.listed(reading, n)):
            noun = counted.behind(reading, n, "لل", "ل") or counted.thing(reading, n)
            if noun is not None and not noun.known and _no_noun(word.folded):
                return None
            if noun is not None and not noun.known and (word.folded.endswith(ACCUSATIVE) or _describes(reading, n)):
                continue  # "نموا ملموسا"، "نسبة قياسية"
            if noun is not None and noun.lexeme.kind in {"thing", "currency"}:
                return _its_object(reading, noun, end) or _caused(reading, k, noun, end) or noun
    return None


def _caused(reading: Reading, verb: int, subject: Noun, end: int) -> Noun | None:
    """Return what the subject of the verb at token ``verb`` raised or cut: رفع البنك المركزي [سعر] الفائدة.

    The subject ends with its first definite word and the adjectives behind that; the next listed noun is the object.
    """
    if reading.words[verb].folded not in lexicon.forms("causing_changes"):
        return None
    closed = False
    for n in range(subject.first, min(subject.first + SUBJECT, end)):
        word = reading.words[n]
        if word.kind != "arabic" or not word.keys.isdisjoint(CLAUSE | _SMALL):
            return None
        definite = word.folded.startswith(nouns.ARTICLE)
        if closed and not nouns.is_nisba(word.folded):
            noun = nouns.listed(reading, n, definite=True) or nouns.listed(reading, n)
            if noun is not None and noun.lexeme.kind == "thing":
                return noun
        closed = closed or definite
    return None


def _no_noun(word: str) -> bool:
    """Whether a word in no list is rather a verb (فقد تصدرت) or stands in a phrase of its own (بالعام)."""
    verb = word.endswith(SHE) and not word.endswith(SHE_MANY)
    return verb or any(word.startswith(lead + nouns.ARTICLE) for lead in (AND, THEN, changes.BY))


SHE, SHE_MANY = "ت", "ات"


def _describes(reading: Reading, n: int) -> bool:
    """Whether the word at token ``n`` has the ending of an adjective and no owner behind it: نسبة [قياسية] من 65 %."""
    word = reading.words[n].folded
    if not nouns.is_nisba(word) or word.startswith(nouns.ARTICLE) or n + 1 >= len(reading.words):
        return False
    behind = reading.words[n + 1]
    return behind.kind != "arabic" or not behind.keys.isdisjoint(_SMALL | CLAUSE)


def _its_object(reading: Reading, subject: Noun, end: int) -> Noun | None:
    """Return what the subject of a verb raised or cut, by the pronoun that it carries: خفضت الحكومة [إنفاقها]."""
    for n in range(subject.last, min(subject.last + BESIDE, end)):
        word = reading.words[n]
        if word.kind != "arabic" or not word.keys.isdisjoint(CLAUSE | _SMALL):
            return None
        if word.folded.endswith(nouns.endings("of_things")) and (noun := counted.with_owner(reading, n)):
            return noun if noun.known else None
    return None


def _subject_before(reading: Reading, k: int) -> Noun | None:
    """Return the noun at the head of the clause that ends before the verb at token ``k``: سهم الشركة [ارتفع]."""
    found = None
    for j in range(k - 1, max(-1, k - 1 - SUBJECT), -1):
        word = reading.words[j]
        if word.kind == "digits" or "number_words" in word.keys:
            return found if found is not None and found.first > j + 1 else None  # what is counted is no subject
        if word.kind != "arabic" or _cuts(reading, j) or counted.breaks(reading, j + 1):
            break
        if (joined := counted.behind(reading, j, AND)) is not None:
            return joined
        if word.folded.startswith(THEN + nouns.ARTICLE):
            return _opening(reading, j, THEN)
        led = j > 0 and "prepositions" in reading.words[j - 1].keys
        if word.keys.isdisjoint(_SMALL) and not led:
            noun = nouns.listed(reading, j, definite=True) or nouns.listed(reading, j) or _marked_as_noun(reading, j)
            if noun is None and j > 0 and reading.at(j - 1, "count_words"):
                noun = counted.thing(reading, j)  # "عدد تراخيص البناء"
            if noun is not None and noun.lexeme.kind in {"thing", "currency"}:
                found = noun
    return found


def _cuts(reading: Reading, j: int) -> bool:
    """Whether a word that no subject holds stands at token ``j``; في alone is none, though في حين begins with it."""
    if reading.words[j].keys.isdisjoint(CLAUSE) or changes.spoken_of(reading, j):
        return False
    return bool(reading.at(j, *CLAUSE))


def _opening(reading: Reading, j: int, lead: str) -> Noun:
    """Return the noun that ``lead`` and the article open: [فالناتج] نما، [والمحاسبون] (23 %)."""
    if (noun := counted.behind(reading, j, lead + nouns.ARTICLE)) is not None:
        return noun
    form = unlisted.bare(reading.words[j].surface).removeprefix(lead + nouns.ARTICLE)
    if form.endswith(("ون", "ين")) and unlisted.of_people(form[:-2]):
        return unlisted.made(reading, j, form[:-2], "people", "many")
    if form.endswith("ات"):
        return unlisted.made(reading, j, unlisted.sound(form[:-2]), "other", "many")
    return unlisted.made(reading, j, form, "other", "one")


THEN = "ف"


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


def _of_a_rate(reading: Reading, found: Phrase) -> Noun | None:
    """Return the head of the words before the nearest "بنسبة": ثم قطاع الزراعة بنسبة 2 في المئة."""
    for k in range(found.first - 1, max(-1, found.first - 1 - BESIDE), -1):
        if any(not sharing.names_its_whole(item) for item in reading.at(k, "rate_words")):
            return _subject_before(reading, k)
    return None


def _beside(k: int, last: Phrase | None) -> Noun | None:
    """Return the noun of a count whose share "بنسبة" at token ``k`` gives."""
    if last is None or last.noun is None or is_share(last) or last.lexeme is None or last.lexeme.kind != "thing":
        return None
    return last.noun if 0 <= k - last.last <= BESIDE else None


def _rated(reading: Reading, k: int) -> Noun | None:
    """Return the indefinite noun, with its adjective or without, that "بنسبة" at token ``k`` qualifies."""
    for j in (k - 1, k - 2):
        if j < 0 or reading.words[j].kind != "arabic" or not reading.words[j].keys.isdisjoint(CLAUSE):
            return None
        if j > 1 and any(reading.at(j - n, "rate_words") for n in (1, 2)):
            return None  # "بمعدل سنوي مركب نسبته"
        noun = nouns.listed(reading, j)
        owner = j > 0 and nouns.listed(reading, j - 1) is not None
        if noun is not None and noun.last <= k and noun.lexeme.kind == "thing" and not owner:
            return noun
        if not nouns.is_nisba(reading.words[j].folded):
            return None
    return None


def _sized(reading: Reading, k: int) -> Noun | None:
    """Return the feminine in no list whose size the word at token ``k`` gives: [تعريفة] قدرها 25 في المئة."""
    word = reading.words[k - 1] if k > 0 else None
    if word is None or not reading.words[k].folded.endswith(nouns.endings("of_things")) or word.kind != "arabic":
        return None
    plain = unlisted.bare(word.surface)
    taken = not word.keys.isdisjoint(CLAUSE | _SMALL | NO_SUBJECT) or nouns.is_nisba(word.folded)
    return None if taken or not plain.endswith("ة") else counted.thing(reading, k - 1)


def _in_a_row(reading: Reading, found: Phrase) -> Noun | None:
    """Return the noun that alone stands between a mark or a figure and the percentage."""
    first = found.first
    while first > 0 and found.first - first <= ROW and reading.words[first - 1].kind == "arabic":
        first -= 1
    begins = first == 0 or reading.words[first - 1].kind == "mark" or counted.breaks(reading, first)
    if not begins or not 0 < found.first - first <= ROW or not reading.words[first].keys.isdisjoint(_SMALL | CLAUSE):
        return None
    noun = nouns.listed(reading, first, definite=True) or nouns.listed(reading, first)
    return noun if noun is not None and noun.lexeme.kind in {"thing", "currency"} else None
