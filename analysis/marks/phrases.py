"""The whole phrase around a number: its bound, what it counts, and where all that stands.

One phrase is one figure: "ما لا يقل عن 14 جنديا أفغانيا", "الضحايا الـ257", "بين 10 و15 شخصا", "جلستان". Whether it
claims something is not asked here (`numbers.py`), nor by whom (`claims.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from analysis.marks import bounds, counted, duals, money, nouns, ones, unasserted
from analysis.marks.naming.words import preposed
from analysis.marks.nouns import Lexeme, Noun
from analysis.marks.unlisted import FOR
from analysis.tables import Bound
from analysis.text import numerals
from analysis.text.fold import fold_text
from analysis.text.number_words import AND, parts_of
from analysis.text.numerals import Numeral
from analysis.text.read import Reading

LOOK_BACK = 14
"""How many words before a number are searched for what it counts (عدد القتلى … 34)."""


class Phrase(NamedTuple):
    """A number with its bound and its noun.

    ``first`` to ``last`` are its tokens (one past the end); ``start:end`` takes in bound, number, noun and qualifiers,
    ``number_start:number_end`` the number alone. ``noun`` is missing where nothing is counted. ``how`` says where the
    noun was found: behind, from (behind من), before, of (a share), counting (عدد القتلى), level (بلغ المؤشر), left_out,
    inside (a dual), sign; alone where none is looked for.
    """

    first: int
    last: int
    start: int
    end: int
    number_start: int
    number_end: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    kind: str
    numeral: Numeral | None
    noun: Noun | None
    how: str = ""
    unit: str | None = None

    @property
    def lexeme(self) -> Lexeme | None:
        """What is counted, or None."""
        return self.noun.lexeme if self.noun else None


def at(reading: Reading, i: int) -> Phrase | None:
    """Return the phrase whose number begins at token ``i``, or None where no number does."""
    numeral = number_at(reading, i)
    if numeral is None:
        return None
    if numeral.kind != "ordinal" and (
        unasserted.supposed(reading, i)
        or unasserted.base_of_a_ratio(reading, numeral)
        or (numeral.kind == "percent" and unasserted.in_code(reading, numeral))
    ):
        return alone(numeral)._replace(kind="cardinal")
    if numeral.kind == "fraction" and (more := _one_and_a_share(reading, numeral)):
        return more
    if numeral.kind in {"cardinal", "percent"} and (span := bounds.range_at(reading, numeral)):
        low, high = span.low_value, span.high_value
        found = _phrase(reading, span.high, span.first)
        noun = None if found.noun else nouns.listed(reading, span.low.rest)
        found = _with(found, noun, "behind")._replace(unit=money.unit(reading, noun, noun.last)) if noun else found
        return found._replace(
            number_start=span.low.start,
            start=min(found.start, reading.starts[span.first], span.low.start),
            value=None,
            low=low,
            high=high,
            bound="range",
            kind="range",
        )
    return _phrase(reading, numeral, _head(reading, numeral))


def number_at(reading: Reading, i: int) -> Numeral | None:
    """Return the number at token ``i``, with a scale word behind the bracket that closes around it: (162) مليون."""
    numeral = numerals.at(reading, i)
    if numeral is None or numeral.value is None or numeral.scaled or not counted.in_brackets(reading, numeral):
        return numeral
    for part in parts_of(reading, numeral.rest + 1, "scale"):
        if part.number != "two" and not part.before and not part.after:
            scale = float(part.value)
            value = numeral.value * scale
            last = {"last": part.last, "rest": part.last, "end": part.end, "scaled": True, "last_value": scale}
            return numeral._replace(value=value, low=value, high=value, **last)
    return numeral


def dual_at(reading: Reading, i: int) -> Phrase | None:
    """Return the phrase of an indefinite dual at token ``i`` (مروحيتين اميركيتين), or None."""
    noun = duals.at(reading, i)
    if noun is None:
        return None
    last, number = i + 1, (noun.start, noun.end)
    word = _said_twice(reading, last)
    if word is not None:
        last, number = word.last, (word.start, word.end)  # "جنديان اثنان"
    found = Phrase(
        i,
        last,
        noun.start,
        reading.ends[last - 1],
        *number,
        2.0,
        2.0,
        2.0,
        "exact",
        "cardinal",
        None,
        noun,
        "inside",
    )
    found = _bounded(reading, _qualified(reading, found), i)
    return found._replace(unit=money.unit(reading, noun, noun.last))


def _said_twice(reading: Reading, i: int) -> Numeral | None:
    """Return the word for two behind a dual, and behind an adjective of it: عسكريين تركيين [اثنين]."""
    for k in (i, i + 1):
        word = numerals.at(reading, k)
        if word is not None:
            return word if word.value == 2 and not word.written and not word.before else None
        if k >= len(reading.words) or not reading.words[k].folded.endswith(duals.ENDINGS):
            return None
    return None


def none_at(reading: Reading, i: int) -> Phrase | None:
    """Return the phrase of victims that the word at token ``i`` denies: [لم يسقط ضحايا], دون وقوع إصابات; or None.

    Nobody was counted, so the figure is vague: from zero to zero, its number in the noun.
    """
    if not reading.at(i, "no_words"):
        return None
    for k in range(i + 1, min(i + 1 + DENIED, len(reading.words))):
        word = reading.words[k]
        if word.kind != "arabic" or not word.keys.isdisjoint({"number_words", "count_words"}):
            return None
        noun = nouns.listed(reading, k)
        if noun is not None and noun.number == "many" and noun.lexeme.category in {"killed", "wounded"}:
            span = (reading.starts[i], noun.end, noun.start, noun.end)
            return Phrase(i, noun.last, *span, None, 0.0, 0.0, "vague", "vague", None, noun, "inside")
    return None


DENIED = 5
"""So many words may stand between a word of denial and the victims there were none of."""


def one_at(reading: Reading, numeral: Numeral) -> Phrase | None:
    """Return the phrase of "one" behind its noun (شخص واحد), or None."""
    noun = nouns.listed(reading, numeral.first - 1) or ones.joined(reading, numeral.first - 1)
    if noun is None or noun.last != numeral.first or noun.number != "one" or numeral.before:
        return None
    if (
        noun.lexeme.kind != "thing"
        or (noun.lexeme.category in {"other", "sessions"} and not reading.at(noun.first - 1, "margin_words"))
        or (nouns.is_nisba(fold_text(noun.lexeme.form)) and not ones.named_first(reading, noun.first))
    ):
        return None  # "في موسم واحد" counts nothing, "مستشفى عسكري واحد" no soldiers; "بفارق نقطة واحدة" does
    if noun.lexeme.gloss in counted.GROUPS or unasserted.denied(reading, noun.first):
        return None
    found = Phrase(
        noun.first,
        numeral.last,
        noun.start,
        numeral.end,
        numeral.start,
        numeral.end,
        1.0,
        1.0,
        1.0,
        "exact",
        "cardinal",
        numeral,
        noun,
        "before",
    )
    return _bounded(reading, found, noun.first)


def alone(numeral: Numeral) -> Phrase:
    """Return the phrase of a number that counts nothing, and is not asked what it might: واحدة من أكبر الشركات."""
    start, end, value = numeral.start, numeral.end, numeral.value
    tokens, span = (numeral.first, numeral.last), (start, end, start, end)
    return Phrase(*tokens, *span, value, value, value, "exact", numeral.kind, numeral, None, "alone")


def _head(reading: Reading, numeral: Numeral) -> int:
    """Return the token a number begins with, an article written apart from digits (الـ257) or a bracket taken in."""
    if numeral.kind == "cardinal" and counted.in_brackets(reading, numeral):
        return numeral.first - 1
    return numeral.first - 1 if numeral.definite and numeral.written else numeral.first


def _phrase(reading: Reading, numeral: Numeral, first: int) -> Phrase:
    low, high = numeral.low, numeral.high
    vague = numeral.kind == "vague"
    start = min(numeral.start, reading.starts[first]) if counted.in_brackets(reading, numeral) else numeral.start
    found = Phrase(
        first,
        numeral.rest,
        start,
        reading.ends[numeral.rest - 1],
        numeral.start,
        numeral.end,
        numeral.value,
        low,
        high,
        "vague" if vague else "exact",
        numeral.kind,
        numeral,
        None,
    )
    found = _counted(reading, found)
    found = _and_coins(reading, _and_a_share(reading, _qualified(reading, found)))
    return _bounded(reading, found, first)


def _counted(reading: Reading, found: Phrase) -> Phrase:
    """Return the phrase with its noun, from the first place where one stands."""
    numeral = found.numeral
    if numeral is None or numeral.kind == "ordinal":
        return found
    if counted.owner_of(reading, numeral):
        return found
    if numeral.kind in {"percent", "fraction"}:
        share = counted.share_of(reading, numeral)
        return _with(found, share, "of")._replace(unit=money.unit(reading, share, share.last)) if share else found
    if numeral.definite and numeral.written and counted.numbers_a_name(reading, found.first - 1):
        return found
    if sign := money.sign(reading, numeral):
        return _signed(found, sign)
    noun = counted.after(reading, numeral) or _of_the_next(reading, numeral)
    if noun is not None:
        how = "from" if reading.words[numeral.rest].folded == counted.FROM else "behind"
        return _with(found, noun, how)._replace(unit=money.unit(reading, noun, noun.last))
    if _others(reading, numeral.rest):
        last = numeral.rest + 1
        left_out = Noun(nouns.person(), "many", numeral.rest, last, reading.starts[last - 1], reading.ends[last - 1])
        return _with(found, left_out, "left_out")
    if numeral.definite and numeral.value is not None and "prep" not in numeral.before:
        noun = counted.before(reading, found.first, gender=numeral.gender)
        if noun is not None:
            return _with(found, noun, "before")._replace(first=noun.first)
    return found


def _of_the_next(reading: Reading, numeral: Numeral) -> Noun | None:
    """Return the noun of the number that what is counted fell to: من [14] إلى 10 قتلى."""
    i = numeral.rest
    if not 0 < numeral.first < i < len(reading.words) or reading.words[i].folded not in TO:
        return None
    if reading.words[numeral.first - 1].folded != counted.FROM:
        return None
    following = numerals.at(reading, i + 1)
    noun = counted.after(reading, following) if following is not None and following.kind == "cardinal" else None
    return replace(noun, first=i, last=i, start=numeral.end, end=numeral.end) if noun is not None else None


TO = frozenset(map(fold_text, ("إلى", "حتى")))


def _with(found: Phrase, noun: Noun, how: str) -> Phrase:
    return found._replace(
        noun=noun,
        how=how,
        last=max(found.last, noun.last),
        start=min(found.start, noun.start),
        end=max(found.end, noun.end),
    )


def _others(reading: Reading, i: int) -> bool:
    """Whether "others" stands for the noun: ثمانية آخرون."""
    return bool(reading.at(i, "other_people"))


def _signed(found: Phrase, sign: money.Sign) -> Phrase:
    return _with(found, sign.noun, "sign")._replace(unit=sign.code, first=min(sign.first, found.first))


def _qualified(reading: Reading, found: Phrase) -> Phrase:
    """Return the phrase with the adjectives behind its noun (جنديا أفغانيا، شخصا آخرين)."""
    if found.noun is None or found.noun.last < found.last:
        return found
    last, end = _case_of(reading, found) or (found.last, found.end)
    while last < min(found.last + 2, len(reading.words)):
        word = reading.words[last]
        if word.kind != "arabic" or not (_adjective(word.folded) or reading.at(last, "other_people")):
            break
        if word.folded.startswith(FOR) and preposed(reading, last):
            break  # "40 مليون جنيه للتخلي عنه"
        if not word.keys.isdisjoint({"function_words", "number_words", "prepositions", "relative_words", "bounds"}):
            break
        last, end = last + 1, reading.ends[last]
    return found._replace(last=last, end=end)


def _adjective(word: str) -> bool:
    """Whether a word is an adjective of origin; one that ends in a bare ي may be a verb (طوابق وأدى، متابع يأتي)."""
    verb = word.endswith("ي") and word.startswith((AND, "ي", "ت"))
    return nouns.is_nisba(word) and not verb


def _one_and_a_share(reading: Reading, numeral: Numeral) -> Phrase | None:
    """Return the phrase of one and a part of one, its number in the noun of the unit: متر ونصف المتر."""
    alone = reading.words[numeral.first - 1].folded == AND if numeral.first else False
    if numeral.value is None or not (alone or "conj" in numeral.before):
        return None
    at = numeral.first - 1 - alone
    noun = nouns.listed(reading, at)
    if noun is None or noun.last != at + 1 or noun.number != "one" or noun.lexeme.kind not in {"unit", "currency"}:
        return None
    if numerals.at(reading, at - 1) is not None or (at > 0 and "number_words" in reading.words[at - 1].keys):
        return None
    value, last = 1 + numeral.value, numeral.last
    again = nouns.listed(reading, last, definite=True) or nouns.listed(reading, last)
    if again is not None and again.lexeme.gloss == noun.lexeme.gloss:
        last = again.last
    span = (noun.start, reading.ends[last - 1], noun.start, numeral.end)
    found = Phrase(at, last, *span, value, value, value, "exact", "cardinal", numeral, noun, "inside")
    return _bounded(reading, found, at)._replace(unit=money.unit(reading, noun, last))


def _and_coins(reading: Reading, found: Phrase) -> Phrase:
    """Return the phrase of a sum with its small coin: 20 دولارا [و43 سنتا]."""
    if found.noun is None or found.value is None or found.kind != "cardinal":
        return found
    coins = money.coins(reading, found.noun, found.last)
    if coins is None:
        return found
    value, last = found.value + coins[0], coins[1]
    low, high = bounds.ends(found.bound, value)
    return found._replace(value=value, low=low, high=high, last=last, end=reading.ends[last - 1])


def _and_a_share(reading: Reading, found: Phrase) -> Phrase:
    """Return the phrase with the share of one more behind its noun: ست ليرات [وحوالي نصف الليرة]، ثلاثة أمتار [ونصف].

    A share of something else is a figure of its own (خمسة رجال ونصف السكان).
    """
    noun = found.noun
    if (
        noun is None
        or found.value is None
        or found.kind != "cardinal"
        or found.how != "behind"
        or noun.last != found.last
    ):
        return found
    if found.last >= len(reading.words) or not reading.words[found.last].folded.startswith(AND):
        return found
    at = found.last + (reading.words[found.last].folded == AND)
    about = bounds.before(reading, at + 1) if bounds_at(reading, at) else None
    share = next((n for n in numerals.readings(reading, at + 1 if about else at) if n.kind == "fraction"), None)
    if share is None or share.value is None or share.value >= 1 or counted.owner_of(reading, share):
        return found
    last, end = share.last, share.end
    of = nouns.listed(reading, last, definite=True) or nouns.listed(reading, last)
    if of is not None and of.lexeme.gloss == noun.lexeme.gloss:
        last, end = of.last, of.end
    elif last < len(reading.words) and reading.words[last].kind == "arabic" and _may_be_whole(reading, last):
        return found
    value = found.value + share.value
    bound: Bound = about.entry.row["bound"] if about else found.bound  # type: ignore[assignment]
    low, high = bounds.ends(bound, value)
    return found._replace(value=value, low=low, high=high, bound=bound, last=last, end=end)


def _may_be_whole(reading: Reading, i: int) -> bool:
    """Whether a share may be of the word at token ``i``: one with the article or a plural, not a preposition."""
    word = reading.words[i]
    return word.folded.startswith(nouns.ARTICLE) or nouns.listed(reading, i) is not None


def bounds_at(reading: Reading, i: int) -> bool:
    """Whether a bound of one word, said before its number, stands at token ``i``."""
    return any(item.last == i + 1 and item.entry.row["place"] == "before" for item in reading.at(i, "bounds"))


def _case_of(reading: Reading, found: Phrase) -> tuple[int, int] | None:
    """Return the token and character behind what cases are of: 471 حالة [وفاة]."""
    if found.noun is None or not reading.at(found.noun.first, "case_nouns"):
        return None
    for item in reading.at(found.noun.last, "counted_events"):
        if not item.analysis.before and not item.analysis.after:
            return item.last, item.end
    return None


def _bounded(reading: Reading, found: Phrase, first: int) -> Phrase:
    """Return the phrase with its bound: the words before it count first, then those behind."""
    if found.bound == "vague":
        return found
    item = bounds.before(reading, first) or (bounds.surpassed(reading, first) if _an_amount(found) else None)
    if item is None and found.bound != "exact":
        return found
    start, end, last = found.start, found.end, found.last
    if item is not None:
        start, first = min(start, item.start), min(found.first, item.first)
    else:
        item = bounds.behind(reading, found.last)
        if item is None:
            return found
        end, last, first = item.end, item.last, found.first
    bound: Bound = item.entry.row["bound"]  # type: ignore[assignment]
    low, high = bounds.ends(bound, found.value)
    return found._replace(bound=bound, low=low, high=high, start=start, end=end, first=first, last=last)


def _an_amount(found: Phrase) -> bool:
    """Whether a figure is one of money, of a measure, a percentage, or thousands and millions."""
    numeral = found.numeral
    if numeral is None or numeral.kind == "fraction":
        return False
    measured = found.lexeme is not None and found.lexeme.kind in {"currency", "unit"}
    victims = found.lexeme is not None and found.lexeme.category in {"killed", "wounded"}
    return measured or victims or numeral.scaled or numeral.kind == "percent"
