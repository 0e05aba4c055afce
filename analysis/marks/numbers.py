"""Every number expression of an article and what it is for.

A number claims something only where it counts something. Dates, clocks, durations and ages belong to times, ordinals
to an order, the numbers of laws, flights and channels to names; scores, telephone numbers and codes are for none of
these. What is decided here is decided once: `claims.py` takes the numbers with the role ``claim``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from analysis import lexicon
from analysis.marks import bounds, changes, duals, left_out, nouns, phrases, ranks, unasserted
from analysis.marks.phrases import Phrase
from analysis.tables import Role
from analysis.text.digits import MINUS
from analysis.text.fold import fold_text
from analysis.text.numerals import NUMBER_KEYS, Numeral
from analysis.text.read import Reading
from analysis.text.tokens import Word

Span = tuple[int, int]

YEARS = range(1800, 2101)
HIJRI_YEARS = range(1300, 1500)
CODE_DIGITS = 7
"""So many digits without a separator, and nothing counted: a telephone number or a code."""


def find(reading: Reading, times: Iterable[Span], names: Iterable[Span]) -> list[dict[str, Any]]:
    """Return the rows of `tables.NUMBERS` of one article, in text order.

    ``times`` and ``names`` are the spans of its time expressions and names. Numbers never overlap; a range is one row.
    """
    spans = {"time": _Spans(times), "name": _Spans(names)}
    rows: list[dict[str, Any]] = []
    seen: dict[Span, int] = {}
    for phrase, role in figures(reading, spans):
        key = (phrase.number_start, phrase.number_end)
        seen[key] = seen.get(key, 0) + 1
        number = f"{reading.article_id}:n{key[0]}-{key[1]}" + (f".{seen[key]}" if seen[key] > 1 else "")
        rows.append(
            {
                **reading.where_is(*key),
                "number_id": number,
                "value": phrase.value,
                "low": phrase.low if phrase.value is None else phrase.value,
                "high": phrase.high if phrase.value is None else phrase.value,
                "kind": phrase.kind,
                "role": role,
            }
        )
    return rows


class _Spans:
    """Spans of one kind, to be asked whether one of them lies over another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._reach: list[int] = []
        for _, end in self._spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def over(self, start: int, end: int) -> bool:
        """Whether a span overlaps ``start:end``."""
        k = bisect_right(self._spans, (end, -1)) - 1
        return k >= 0 and self._reach[k] > start


def figures(reading: Reading, spans: dict[str, _Spans] | None = None) -> Iterator[tuple[Phrase, Role]]:
    """Yield every number phrase of a text with its role, none over another.

    Without ``spans`` the roles ``time`` and ``name`` go by the words beside the number alone.
    """
    after, last, told, sentence = 0, None, None, ""
    for i in _places(reading):
        if i < after:
            continue
        found = _at(reading, i)
        if found is None:
            continue
        here = reading.sentence_of(found.number_start).sentence_id
        last = last if here == sentence else None
        if found.how != "alone":
            found = left_out.fill(reading, found, last, told)
        if ranks.ranks(reading, found):
            found = found._replace(kind="ordinal")
        role = _role(reading, found, spans or {})
        reading.phrases.setdefault(found.number_start, found)
        yield found, role
        after = max(i + 1, _read_until(found))
        if role == "claim":
            last, told, sentence = found, found, here


def _read_until(found: Phrase) -> int:
    """Return the token behind what a phrase has read of numbers: its own, a unit of time, the half of one more."""
    if found.numeral is None:
        return found.last
    if found.noun is not None and found.noun.number == "two" and found.how == "behind":
        return found.noun.last  # "2 جنيهان"
    of_time = found.lexeme is not None and found.lexeme.kind == "time"
    more = found.value != found.numeral.value and found.kind == "cardinal"
    return found.last if of_time or more else found.numeral.rest


def at(reading: Reading, start: int, last: Phrase | None, told: Phrase | None) -> Phrase | None:
    """Return the phrase whose number begins at character ``start``, its noun filled in.

    ``last`` is the claim before it in the same sentence, ``told`` that before it in the article.
    """
    if start in reading.phrases:
        return reading.phrases[start]
    i = reading.token_at(start)
    found = _at(reading, i) or _at(reading, i + 1)
    return left_out.fill(reading, found, last, told) if found else None


def _places(reading: Reading) -> list[int]:
    """Return the tokens that may begin a number, in order: a look-up a word, since few words do."""
    return [i for i, may_be in enumerate(map(_COUNTS.__getitem__, reading.words)) if may_be]


class _Counts(dict[Word, bool]):
    """Word to whether it may begin a number: digits, number words, duals; forgets everything when full."""

    def __missing__(self, word: Word) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        counts = not word.keys.isdisjoint(_COUNTING) or (word.kind == "arabic" and duals.may_be(word.folded))
        self[word] = counts
        return counts


_COUNTING = NUMBER_KEYS | {"no_words"}
_MOST_WORDS = 1 << 18
_COUNTS = _Counts()


def _at(reading: Reading, i: int) -> Phrase | None:
    numeral = None if reading.words[i].keys.isdisjoint(NUMBER_KEYS) else phrases.number_at(reading, i)
    if numeral is None:
        return phrases.dual_at(reading, i) or phrases.none_at(reading, i)
    if numeral.value == 1 and not numeral.written and numeral.kind == "cardinal":
        return phrases.one_at(reading, numeral) or phrases.alone(numeral)
    return phrases.at(reading, i)


def _role(reading: Reading, found: Phrase, spans: dict[str, _Spans]) -> Role:
    start, end, numeral = found.number_start, found.number_end, found.numeral
    if reading.sentence_of(start).place in {"furniture", "caption"}:
        return "furniture"
    if "time" in spans and spans["time"].over(start, end):
        return "time"
    if found.kind == "ordinal":
        return "name" if _of_a_family(reading, found) else "ordinal"
    if "name" in spans and spans["name"].over(start, end):
        return "name"
    lexeme = found.lexeme
    if lexeme is not None and (lexeme.kind == "time" or _of_the_era(reading, found)):
        return "time"
    if found.how in {"behind", "shape"} and reading.at(found.first - 1, "age_words"):
        return "time"
    if lexeme is not None and lexeme.gloss == GOAL and unasserted.a_score(reading, found.first, found.last):
        return "other"
    if numeral is None:
        return "claim"
    if found.how != "level" and _labelled(reading, numeral):
        return "name"
    if _code(reading, numeral) and not _padded(found):
        return "other"
    if found.kind == "percent" or (found.kind == "range" and numeral.kind == "percent"):
        return "claim"
    if lexeme is None and _of_a_document(reading, numeral):
        return "name"
    if lexeme is None and not left_out.is_whole_share(reading, found):
        return "time" if _year(numeral) else "other"
    if found.kind == "fraction" and not (_share(found) or left_out.is_whole_share(reading, found)):
        return "other"
    return "claim"


GOAL = "goal"


def _of_the_era(reading: Reading, found: Phrase) -> bool:
    """Whether م behind a year stands for the Common Era and not for metres: 1995م."""
    noun = found.noun
    return (
        noun is not None
        and noun.last == noun.first + 1
        and len(reading.words[noun.first].folded) == 1
        and (found.numeral is not None and _year(found.numeral))
    )


def _labelled(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number belongs to the word before it: القرار 2254، إف-16، CH-47."""
    i = numeral.first - 1
    if i < 0:
        return False
    word = reading.words[i]
    if word.kind in {"arabic", "latin"} and _ends_a_title(reading, i, numeral):
        return True
    if bounds.of_an_index(reading, numeral):
        return nouns.listed(reading, numeral.rest) is None  # "صعد نيكاي 225 نقطة"
    if word.kind == "arabic":
        return word.folded in lexicon.forms("number_labels") and not numeral.scaled and numeral.kind != "percent"
    if not numeral.written or not reading.tight(numeral.first):
        return False
    if word.kind == "latin":
        return True
    return word.surface in MINUS | {"-", "_"} and reading.tight(i) and reading.words[i - 1].kind in {"latin", "arabic"}


def _ends_a_title(reading: Reading, i: int, numeral: Numeral) -> bool:
    """Whether the number closes a name in marks that a word or two open: "ميراج 2000"، «أبولو 11»."""
    opens = any(reading.words[k].surface in _OPENING for k in range(max(0, i - 2), i))
    behind = reading.words[numeral.rest].surface if numeral.rest < len(reading.words) else ""
    return opens and behind in _CLOSING and not numeral.scaled and numeral.kind == "cardinal"


_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')


def _of_a_document(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number is that of a document named a few words before: قرار مجلس الأمن 2216."""
    if not numeral.written or numeral.scaled:
        return False
    for k in range(numeral.first - 1, max(-1, numeral.first - 1 - _DOCUMENT_REACH), -1):
        if reading.words[k].kind != "arabic" or not reading.words[k].keys.isdisjoint(_CUTS):
            return False
        if reading.at(k, "numbered_texts"):
            return True
    return False


_DOCUMENT_REACH = 5
_CUTS = frozenset({"prepositions", "clause_words", "function_words", "event_verbs"}) | changes.KEYS


def _of_a_family(reading: Reading, found: Phrase) -> bool:
    """Whether a rank is the name of a family: آل ثاني."""
    before = reading.words[found.first - 1].folded if found.first else ""
    families = lexicon.forms("name_particles", stands="first")
    return found.number_start <= reading.starts[found.first] and before in families


def _code(reading: Reading, numeral: Numeral) -> bool:
    """Whether the digits are a telephone number, a code or a score rather than an amount."""
    if not numeral.written:
        return False
    digits = reading.words[numeral.last - 1 if numeral.last == numeral.first + 1 else numeral.first].folded
    if (
        numeral.value is None
        or _raised(reading, numeral)
        or (len(digits) > 1 and digits.startswith("0") and numeral.value >= 1)
    ):
        return True
    return (
        digits.isdecimal() and len(digits) >= CODE_DIGITS and numeral.last == numeral.first + 1 and numeral.value > 1e9
    )


def _raised(reading: Reading, numeral: Numeral) -> bool:
    """Whether the digit raises the unit of one letter that it is written with: 250 ألف م2."""
    return reading.tight(numeral.first) and reading.words[numeral.first - 1].folded in _raised_units()


@cache
def _raised_units() -> frozenset[str]:
    return frozenset(fold_text(row["form"]) for row in lexicon.rows("units") if row["unit"] in {"m", "km", "cm"})


def _padded(found: Phrase) -> bool:
    """Whether a zero only fills up an amount below ten that a listed noun follows, as in reports: 05 مخازن."""
    numeral, noun = found.numeral, found.noun
    two = numeral is not None and numeral.end - numeral.start == 2 and 0 < (numeral.value or 0) < 10
    return two and noun is not None and noun.known and found.how == "behind"


def _year(numeral: Numeral) -> bool:
    value = numeral.value
    return (
        numeral.written
        and not numeral.scaled
        and value is not None
        and value.is_integer()
        and (int(value) in YEARS or int(value) in HIJRI_YEARS)
    )


def _a_price(found: Phrase) -> bool:
    """Whether "an eighth of" is rather "the price of": ثمن الكتاب."""
    return found.value == EIGHTH and found.numeral is not None and not found.numeral.written


EIGHTH = 0.125


def _share(found: Phrase) -> bool:
    """Whether a fraction is of something counted or measured: ثلث السكان، نصف كيلوغرام, not نصف النهار."""
    noun = found.noun
    if noun is None or _a_price(found):
        return False
    if found.how == "left_out":
        return True
    if not noun.known:
        return False
    return noun.number == ("many" if noun.lexeme.kind == "thing" else "one")
