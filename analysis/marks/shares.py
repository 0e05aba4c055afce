"""What a percentage is of, where no "من" says so: what has a rate, what rose or fell, what was said just before.

"نسبة البطالة 12 في المئة", "ارتفعت أسعار النفط 5 في المئة", "الأسهم الصينية هوت 8 في المئة", "84 حالة بنسبة 2 في
المئة", "رسوما جمركية بنسبة 25 في المئة". The nearest of these before the number counts.
"""

from __future__ import annotations

from analysis import lexicon
from analysis.marks import changes, changing, counted, nouns, rises, sharing, unlisted
from analysis.marks.nouns import Noun
from analysis.marks.phrases import Phrase
from analysis.marks.sharing import CLAUSE, IN, NO_SUBJECT
from analysis.text.number_words import ACCUSATIVE, AND
from analysis.text.read import Reading

BESIDE = 3
"""How many words may stand between a count and its own share (84 حالة في يومين بنسبة 2 في المئة)."""
ROW = 4
"""As many words may name what stands in a row of percentages: الليرة التركية 43 بالمئة."""
PRESENT = "ي"
"""What verbs of people in the present begin with: 49 في المئة يعتقدون."""


def whole(reading: Reading, found: Phrase, last: Phrase | None, *, carries: bool) -> Noun | None:
    """Return what the percentage of ``found`` is of, or None.

    ``last`` is the claim before it in the same sentence; ``carries`` says that ``found`` is joined with it.
    """
    earlier = last.noun if last is not None and (is_share(last) or last.kind == "fraction") else None
    if carries and earlier is not None:
        return earlier
    ways = (_named_behind, _changed_in, sharing.whole)
    noun = next((noun for way in ways if (noun := way(reading, found)) is not None), None)
    noun = noun or changing.by_participle(reading, found)
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
            return changing.opening(reading, j, AND)
    return changing.before(reading, at)


def _bounded(reading: Reading, found: Phrase) -> Noun | None:
    """Return the subject of a bound that is a verb: حصة التمويل [لا تتجاوز] 1 في المئة."""
    numeral = found.numeral
    if numeral is None or found.bound == "exact":
        return None
    for k in range(found.first, numeral.first):
        if reading.words[k].folded in lexicon.forms("surpassing_verbs"):
            return changing.behind(reading, k, numeral.first) or changing.before(reading, found.first)
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
        if reading.words[k].keys.isdisjoint(changing.SMALL):
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
    while at > 0 and not changes.at(reading, at) and not reading.words[at].keys.isdisjoint(changing.SMALL):
        at -= 1
    if at >= 0 and changes.at(reading, at):
        return changing.behind(reading, at, first) or changing.before(reading, at)
    return changing.before(reading, first) or changing.of_a_level(reading, first)


def _first_sum(reading: Reading, last: Phrase) -> int:
    """Return the token of the sum that ``last`` gives again in another currency: 84 ريالا [أي ما يعادل] 22 دولارا."""
    for one in reversed(reading.phrases.values()):
        if one.last < last.first - BESIDE:
            break
        if one.last <= last.first and one.lexeme is not None and one.lexeme.kind == "currency":
            return one.first
    return last.first


def _rate(reading: Reading, found: Phrase, last: Phrase | None) -> Noun | None:
    for k in range(found.first - 1, max(-1, found.first - changing.REACH), -1):
        if changing.ends_a_sentence(reading, k):
            return None
        rates = [item for item in reading.at(k, "rate_words") if item.last <= found.first]
        change = any(item.last <= found.first for item in changes.at(reading, k))
        noun = None
        if rates and any(sharing.names_its_whole(item) and item.last < found.first for item in rates):
            if reading.words[k + 1].folded.startswith(TO_THE):
                continue  # "نسبة للناتج المحلي" is set against it
            noun = changing.behind(reading, k, found.first - 1)
            noun = noun or (_named_change(reading, k + 1) if found.first - k <= changing.SUBJECT else None)
        elif rates:
            noun = _beside(k, last) or _rate_of(reading, k, found) or _rated(reading, k) or _sized(reading, k)
        elif change and _says_how_high(reading, k):
            continue
        elif change:
            noun = changing.behind(reading, k, found.first) or _told_of(reading, k, found)
            noun = noun or changing.before(reading, k) or rises.antecedent(reading, k)
        elif changes.with_by(reading, k):
            noun = _changed_with(reading, k, found.first)
        if noun is not None:
            return noun
    return None


def _says_how_high(reading: Reading, k: int) -> bool:
    """Whether the verb at token ``k`` is said of the rate before it alone: بنسبة [تصل] إلى 60 في المئة."""
    verb = any(item.entry.cls == changes.VERBS for item in changes.at(reading, k))
    return verb and changing.is_by_a_rate(reading, k - 1)


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
    return changing.before(reading, k)


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


def _of_a_rate(reading: Reading, found: Phrase) -> Noun | None:
    """Return the head of the words before the nearest "بنسبة": ثم قطاع الزراعة بنسبة 2 في المئة."""
    for k in range(found.first - 1, max(-1, found.first - 1 - BESIDE), -1):
        if any(not sharing.names_its_whole(item) for item in reading.at(k, "rate_words")):
            return changing.before(reading, k)
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
    taken = not word.keys.isdisjoint(CLAUSE | changing.SMALL | NO_SUBJECT) or nouns.is_nisba(word.folded)
    return None if taken or not plain.endswith("ة") else counted.thing(reading, k - 1)


def _in_a_row(reading: Reading, found: Phrase) -> Noun | None:
    """Return the noun that alone stands between a mark or a figure and the percentage."""
    first = found.first
    while first > 0 and found.first - first <= ROW and reading.words[first - 1].kind == "arabic":
        first -= 1
    begins = first == 0 or reading.words[first - 1].kind == "mark" or counted.breaks(reading, first)
    if (
        not begins
        or not 0 < found.first - first <= ROW
        or not reading.words[first].keys.isdisjoint(changing.SMALL | CLAUSE)
    ):
        return None
    noun = nouns.listed(reading, first, definite=True) or nouns.listed(reading, first)
    return noun if noun is not None and noun.lexeme.kind in {"thing", "currency"} else None
