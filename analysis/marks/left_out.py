"""What a number counts where its noun does not stand beside it.

"وعددهم نحو 2500", "عدد القتلى ارتفع إلى 34", "مقتل 257", "وإصابة أربعة", "ثلاثة منهم", "من 14 جنديا إلى 10": the noun
stands before, or nowhere, and is found by the word that leads the number in.
"""

from __future__ import annotations

from analysis import lexicon
from analysis.marks import changes, counted, levels, money, nouns, rankings, shares, unlisted
from analysis.marks.nouns import PEOPLE, Noun
from analysis.marks.phrases import LOOK_BACK, Phrase
from analysis.text.fold import fold_text
from analysis.text.number_words import AND
from analysis.text.read import Item, Reading

_TO = frozenset(fold_text(word) for word in ("إلى", "من", "عند"))
_THEIRS = nouns.endings("of_people")
_OF_THEM = (*_THEIRS, *nouns.endings("of_things"))
_STOPS = frozenset(".؛!?؟\n")


def fill(reading: Reading, found: Phrase, last: Phrase | None, told: Phrase | None = None) -> Phrase:
    """Return ``found`` with the noun that its sentence leaves out, or as it is where none is meant.

    ``last`` is the claim before it in the same sentence, if any, ``told`` that before it in the article.
    """
    numeral = found.numeral
    if _of_the_same(reading, found, last):
        return found._replace(noun=last.noun if last else None, how="left_out", unit=None)
    if found.how == "from" and numeral is not None and (noun := _numbering(reading, found.first - 1)):
        return found._replace(noun=noun, how="counting", unit=None)
    if levels.said_of(reading, found):
        return levels.fill(reading, found, last, told)
    if found.noun is not None or numeral is None or numeral.kind == "ordinal":
        return found
    if numeral.kind == "percent":
        if pronoun := _pointing(reading, found.last):
            return found._replace(noun=_pointed_at(reading, found, last, pronoun, found.last), how="left_out")
        if (noun := rankings.whole(reading, found, last)) is not None:
            return found._replace(noun=noun, how=rankings.RANKED)
        carries = (
            _joined(reading, found) or _set_against(reading, found) or reading.words[found.first - 1].folded in _TO
        )
        noun = shares.whole(reading, found, last, carries=carries)
        return found._replace(noun=noun, how="counting") if noun else found
    if told is not None and told.noun is not None and numeral.kind == "cardinal":
        if reading.at(found.last, "more_words") and told.kind != "percent":
            return _carrying(reading, found, told, found.last + 1)
        if last is not None and _goes_on(reading, found, last):
            return _carrying(reading, found, _outside(reading, last), found.last)
    if owner := counted.owner_of(reading, numeral):
        noun = _owning(reading, found, last, owner)
        return found._replace(noun=noun, how="left_out") if noun else found
    if numeral.kind == "fraction" and last is not None and _is_another_share(reading, found, last):
        return found._replace(noun=last.noun, how="left_out", last=found.last + 1, end=reading.ends[found.last])
    if is_whole_share(reading, found):
        noun = shares.whole(reading, found, last, carries=False)
        return found._replace(noun=noun, how="counting") if noun else found
    if numeral.kind == "fraction" or (numeral.written and numeral.value is None):
        return found
    noun, how = _noun(reading, found, last)
    if noun is not None:
        return found._replace(noun=noun, how=how, unit=noun.lexeme.unit)
    if currency := money.left_out(reading, found.first, numeral):
        return found._replace(noun=currency, how="left_out", unit=money.unit(reading, currency, currency.last))
    return levels.fill(reading, found, last, told)


def is_whole_share(reading: Reading, found: Phrase) -> bool:
    """Whether a fraction with the article behind a bound is a share of what the clause is about: بأكثر من [الربع].

    One with an adjective of its own is a part of something: نحو الثلث الأخير من الليل.
    """
    numeral = found.numeral
    if numeral is None or numeral.kind != "fraction" or not numeral.definite or found.bound == "exact":
        return False
    behind = reading.words[numeral.rest].folded if numeral.rest < len(reading.words) else ""
    return not behind.startswith(nouns.ARTICLE)


def _carrying(reading: Reading, found: Phrase, last: Phrase, end: int) -> Phrase:
    """Return ``found`` with the noun of the claim before it, words up to token ``end`` taken in."""
    return found._replace(
        noun=last.noun, how="left_out", unit=last.unit, last=end, end=max(found.end, reading.ends[end - 1])
    )


def _outside(reading: Reading, last: Phrase) -> Phrase:
    """Return the sum whose worth ``last`` gives in another currency, in brackets: 89 جنيها [(5 دولارات)]."""
    if last.noun is None or last.noun.lexeme.kind != "currency" or reading.words[last.first - 1].surface != "(":
        return last
    sums = (one for one in reading.phrases.values() if one.last == last.first - 1 and one.noun is not None)
    return next((one for one in sums if one.noun and one.noun.lexeme.kind == "currency"), last)


def _of_the_same(reading: Reading, found: Phrase, last: Phrase | None) -> bool:
    """Whether an adjective stands for things counted just before: 689 موقعا ثقافيا [و176 طبيعيا]."""
    noun = found.noun
    if noun is None or noun.known or last is None or last.lexeme is None or last.lexeme.category in PEOPLE:
        return False
    return last.kind == "cardinal" and _joined(reading, found) and nouns.is_nisba(noun.lexeme.form)


def _is_another_share(reading: Reading, found: Phrase, last: Phrase) -> bool:
    """Whether a share is another of what the one before it is of: ثلث المصابين … وثلث آخر."""
    if found.last >= len(reading.words) or not (last.kind == "fraction" or shares.is_share(last)):
        return False
    return reading.words[found.last].folded in lexicon.forms("another_words")


def _joined(reading: Reading, found: Phrase) -> bool:
    """Whether و leads a figure in, with its bound or without."""
    numeral = found.numeral
    alone = found.first > 0 and reading.words[found.first - 1].folded == AND
    return alone or (numeral is not None and "conj" in numeral.before) or led_by_and(reading, found)


def _set_against(reading: Reading, found: Phrase) -> bool:
    places = range(max(0, found.first - AGAINST), found.first)
    return any(item.last == found.first for k in places for item in reading.at(k, "set_against_words"))


def led_by_and(reading: Reading, found: Phrase) -> bool:
    """Whether و stands before the bound of a figure: [ونحو] 30 جنديا."""
    return found.bound != "exact" and reading.words[found.first].folded.startswith(AND)


def _goes_on(reading: Reading, found: Phrase, last: Phrase) -> bool:
    """Whether a figure without a noun is of what the one before it counts: 98 ألف مهاجر في روما [و124 ألفا] في أثينا.

    It is joined with و or set against it, no other number stands between, and nothing that it might count behind it.
    """
    numeral, gap = found.numeral, range(last.last, found.first)
    if numeral is None or last.kind in {"percent", "fraction"} or last.noun is None or unlisted.is_year(numeral):
        return False
    if len(gap) > CARRIED or not (_set_against(reading, found) or _joined(reading, found)):
        return False
    if any(reading.words[k].kind == "digits" or not reading.words[k].keys.isdisjoint(_NUMBERS) for k in gap):
        return False
    closed = found.numeral is not None and counted.in_brackets(reading, found.numeral)
    at = found.last + 1 if closed else found.last
    behind = reading.words[at] if at < len(reading.words) else None
    if behind is None or behind.kind == "mark" or not behind.keys.isdisjoint(_NOT_COUNTED):
        return True
    return _set_against(reading, found) and behind.folded.startswith(unlisted.FOR)  # 678 صوتا مقابل 414 لنور الدين


AGAINST = 3
"""The longest words that set a figure against another (بعد أن كان)."""
CARRIED = 12
"""So many words may stand between a figure and one that leaves its noun out."""
_NUMBERS = frozenset({"number_words"})
_NOT_COUNTED = frozenset({"prepositions", "function_words", "clause_words", "relative_words", "parts_of"})


def _noun(reading: Reading, found: Phrase, last: Phrase | None) -> tuple[Noun | None, str]:
    lead = found.first - 1
    known = found.numeral is not None and found.numeral.definite and not found.numeral.written
    for place in (found.last,) if known else (found.last, lead):  # "بينهما الاثنان" goes back to two who are known
        if pronoun := _pointing(reading, place):
            return _pointed_at(reading, found, last, pronoun, place), "left_out"
    if lead < 0 or _between(reading, lead, found.first):
        return None, ""
    inside = found.numeral.first - 1 if found.numeral is not None else lead
    if noun := _numbering(reading, lead) or (_numbering(reading, inside) if inside > lead else None):
        return noun, "counting"  # the bound may stand before it: يفوق عددهم المليار
    if event(reading, lead):
        return shares.left_out_person(found), "left_out"
    if noun := _counting(reading, found.first if found.kind == "range" else lead):
        return noun, "counting"
    if (
        last is not None
        and last.noun is not None
        and last.kind != "percent"
        and last.last <= lead
        and lead - last.last <= 1
        and reading.words[lead].folded in _TO
    ):
        return last.noun, "shared"
    return None, ""


def _pointed_at(reading: Reading, found: Phrase, last: Phrase | None, pronoun: str, place: int) -> Noun | None:
    """Return what "of them" at token ``place`` goes back to: people, or the things counted or named before."""
    if pronoun in _THEIRS:
        return shares.left_out_person(found)
    earlier = last.noun if last and last.noun and last.noun.lexeme.category not in PEOPLE else None
    return earlier or _plural_before(reading, place, of_people=False)


def _owning(reading: Reading, found: Phrase, last: Phrase | None, owner: str) -> Noun | None:
    """Return what a share with a pronoun is of: people (ثلثهم), or the things counted just before (نصفها)."""
    if owner in _THEIRS:
        return shares.left_out_person(found)
    if last is None or last.lexeme is None or found.first - last.last > CARRIED:
        return None
    things = last.lexeme.kind == "thing" and last.lexeme.category not in PEOPLE and not shares.is_share(last)
    return last.noun if things else None


def event(reading: Reading, i: int) -> Item | None:
    """Return the verb or verbal noun at token ``i`` that says what happened to those who are counted.

    A feminine verb with a pronoun says it of somebody else (أصابته), or is a noun with its owner (أسرته).
    """
    for item in reading.at(i, "counted_events"):
        if item.analysis.after and item.entry.words[-1].endswith(_SHE):
            continue
        if not item.analysis.definite or item.entry.words[0].startswith(nouns.ARTICLE):
            return item
    return None


_SHE = "ت"
"""What verbs in the past end with that are said of a feminine noun."""


def _pointing(reading: Reading, i: int) -> str:
    """Return the pronoun of "of them", "among them" at token ``i``, or nothing."""
    for item in reading.at(i, "parts_of"):
        return next((ending for ending in _OF_THEM if item.entry.words[-1].endswith(ending)), "")
    return ""


def _between(reading: Reading, i: int, k: int) -> bool:
    return "\n" in reading.source[reading.ends[i] : reading.starts[k]]


def _numbering(reading: Reading, lead: int) -> Noun | None:
    """Return the noun that "their number" goes back to: الجنود … وعددهم 2500."""
    for i in range(lead, max(-1, lead - 3), -1):
        for item in reading.at(i, "count_words"):
            if item.analysis.after:
                return _plural_before(reading, i, of_people=item.analysis.after in _THEIRS)
    return None


def _plural_before(reading: Reading, i: int, *, of_people: bool) -> Noun | None:
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        if reading.words[k].surface in _STOPS:
            return None
        noun = nouns.listed(reading, k, definite=True) or nouns.listed(reading, k)
        noun = noun or counted.owned(reading, k)
        if noun is not None and noun.number == "many" and (noun.lexeme.category in PEOPLE) == of_people:
            return noun
    return None


def _counting(reading: Reading, lead: int) -> Noun | None:
    """Return the noun behind a word of counting in the same clause: عدد القتلى … إلى 34, بلغ عدد طلابها 3000."""
    word, before = reading.words[lead], reading.words[lead - 1] if lead else None
    counts = before is not None and "count_words" in before.keys
    if word.folded not in _TO and word.keys.isdisjoint({*changes.KEYS, "bounds", "count_words"}) and not counts:
        return None
    for k in range(lead, max(-1, lead - LOOK_BACK), -1):
        if reading.words[k].surface in _STOPS or reading.words[k].kind == "digits":
            return None
        for item in reading.at(k, "count_words"):
            if item.analysis.after:
                continue
            for n in (k + 1, k + 2):
                noun = nouns.listed(reading, n, definite=True) or nouns.listed(reading, n)
                if noun is not None and noun.lexeme.kind == "thing" and noun.last <= lead + 1:
                    return noun
            return counted.thing(reading, k + 1) if k + 1 <= lead else None
        noun = nouns.listed(reading, k, definite=True)
        if noun is not None and noun.lexeme.category in {"killed", "wounded"} and noun.number == "many":
            return noun
    return None
