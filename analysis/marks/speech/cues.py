"""Words of saying where they stand, and where what they say begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis import lexicon
from analysis.marks.naming import words
from analysis.text.fold import fold
from analysis.text.read import Item, Reading

Form = Literal["clause", "noun", "marks", "colon", "none"]

_FARTHEST = 45
"""أن may stand so many tokens behind its verb: subject, titles, day and place come between."""
_NEAR, _NEARBY = 2, 12
_COMMAS = frozenset({"،", ",", "؛"})
_SHAPE_LETTERS = frozenset("فعل")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying: token ``at``, its characters, and the complement that follows.

    ``form`` says how what is said is joined: by أن, as a noun, in marks, behind a colon, or not. ``opens`` is the
    token of the complementiser or mark, ``first`` the token where what is said begins.
    """

    at: int
    start: int
    end: int
    kind: str
    shape: str
    agrees: str
    noun: bool
    form: Form
    opens: int
    first: int


def find(reading: Reading, first: int, stop: int, inside_marks: set[int]) -> list[Cue]:
    """Return the verbs of saying among the tokens ``first`` to ``stop`` that stand outside quotation marks."""
    at = [i for i in range(first, stop) if i not in inside_marks and verb(reading, i)]
    found: list[Cue] = []
    for number, i in enumerate(at):
        item = verb(reading, i)
        if item is None:
            continue
        behind = [j for j in at[number + 1 : number + 3] if not _inserted(reading, i, j, stop, inside_marks)]
        limit = min(stop, i + _FARTHEST, *behind[:1])  # the أن of the next verb is not this one's
        found.append(_with_complement(reading, i, item, limit, stop, inside_marks))
    return found


def _inserted(reading: Reading, i: int, j: int, stop: int, inside_marks: set[int]) -> bool:
    """Whether the verb at ``j`` stands between commas in what the verb at ``i`` says: أظهر مسح، نشر أمس، أن."""
    if reading.words[j - 1].surface not in _COMMAS or reading.at(j, "speech_verbs")[0].analysis.before:
        return False
    for k in range(j + 1, min(stop, i + _FARTHEST)):
        if k in inside_marks:
            return False
        if complementiser(reading, k):
            return reading.words[k - 1].surface in _COMMAS
    return False


def verb(reading: Reading, i: int) -> Item | None:
    """Return the verb of saying at token ``i``, if it is one and not a noun that reads the same."""
    if "speech_verbs" not in reading.words[i].keys or not (items := reading.at(i, "speech_verbs")):
        return None
    item = items[0]
    if item.analysis.after or not {"future", "purpose"}.isdisjoint(item.analysis.before):
        return None  # وكالة نقلتها, ستوضح: nobody is heard here
    if i and "no_words" in reading.words[i - 1].keys:
        return None  # فضل عدم نشر اسمه, مصدر لم يذكر اسمه
    if reading.words[i].surface in words._not_names() or _is_preposition(reading, i, item):
        return None
    if i and item.entry.row["shape"] != "participle" and not item.analysis.before and _governed(reading, i - 1):
        return None  # حول رد موسكو
    return item


def _governed(reading: Reading, i: int) -> bool:
    """Whether token ``i`` is a preposition, so that a noun comes next."""
    return any(not item.analysis.after for item in reading.at(i, "prepositions")) and words.joined(reading, i + 1)


def _is_preposition(reading: Reading, i: int, item: Item) -> bool:
    """Whether a verb that reads like a preposition is one: عبر الهاتف, but عبر الرئيس عن قلقه."""
    if "prepositions" not in reading.words[i].keys or item.analysis.before:
        return False
    near = reading.words[i + 1 : i + _NEARBY]
    return not any(word.folded in words.particles("from") for word in near)


def _with_complement(reading: Reading, i: int, item: Item, limit: int, stop: int, inside_marks: set[int]) -> Cue:
    row = item.entry.row
    form, opens, first = _complement(reading, i, limit, stop, inside_marks)
    if not (form in {"marks", "colon"} and fold(row["lemma"]).text in words.particles("writes")) and _doubtful(
        reading, i, item, opens
    ):
        form, opens, first = "none", -1, -1
    return Cue(
        i, item.start, item.end, row["kind"], row["shape"], row["agrees"], row["noun"] == "yes", form, opens, first
    )


def _doubtful(reading: Reading, i: int, item: Item, opens: int) -> bool:
    """Whether a word that may be something else (بين) has too little beside it to be a verb of saying."""
    if fold(item.entry.form).text not in _listed("doubtful_verbs"):
        return False
    reach = opens - i
    if stands_in_text(reading, i) or _of_paper(reading, i):
        return False
    if not i or not words.joined(reading, i):
        return False  # at the head of a line it is the verb: طالب الرئيس الميليشيات باحترام الهدنة
    return not (reach <= _NEAR or (item.analysis.before and reach <= _NEARBY))


def stands_in_text(reading: Reading, i: int) -> bool:
    """Whether the verb at token ``i`` says where something is written: ورد في بيان, جاء أيضا في التقرير."""
    item = next(iter(reading.at(i, "speech_verbs")), None)
    if item is None or fold(item.entry.row["lemma"]).text not in words.particles("stands"):
        return False
    return any(word.folded in words.particles("inside") for word in reading.words[i + 1 : i + 3])


def _of_paper(reading: Reading, i: int) -> bool:
    """Whether a text is the subject right behind the verb: أظهر مسح, بينت دراسة."""
    after = reading.words[i + 1].folded if i + 1 < len(reading.words) else ""
    return after.removeprefix("ال") in _listed("documents")


def too_doubtful(reading: Reading, cue: Cue, opens: int) -> bool:
    """Whether the verb of ``cue`` may be another word, and what is said would begin too far behind it, at ``opens``."""
    item = reading.at(cue.at, "speech_verbs")[0]
    if fold(item.entry.form).text not in _listed("doubtful_verbs"):
        return False
    if reading.words[min(cue.at + 1, len(reading.words) - 1)].folded in words.particles("from") or reading.words[
        cue.at - 1
    ].folded in words.particles("as"):
        return False
    opens_line = not cue.at or not words.joined(reading, cue.at)
    return not (item.analysis.before or opens_line) or _doubtful(reading, cue.at, item, opens)


def may_be_another(reading: Reading, cue: Cue) -> bool:
    """Whether the verb of ``cue`` reads like another common word."""
    return fold(reading.at(cue.at, "speech_verbs")[0].entry.form).text in _listed("doubtful_verbs")


def voiceless(reading: Reading, cue: Cue) -> bool:
    """Whether nobody is said to speak: يذكر أن, يشار إلى أن, سفينة يتوقع وصولها."""
    if fold(reading.at(cue.at, "speech_verbs")[0].entry.form).text not in _listed("voiceless_verbs"):
        return False
    between = reading.words[cue.at + 1 : cue.opens]
    if cue.form == "noun":
        return not between and bool(without_pronoun(reading.words[cue.opens].folded))
    plain = all(word.folded in words.particles("about") for word in between)
    return cue.form == "clause" and len(between) < _NEAR and plain


def _complement(reading: Reading, i: int, limit: int, stop: int, inside_marks: set[int]) -> tuple[Form, int, int]:
    """Return how and where what is said begins behind the verb at ``i``."""
    for j in range(i + 1, limit):
        if (comp := complementiser(reading, j)) is not None and comp.analysis.before[:1] != ("conj",):
            if j in inside_marks:
                continue
            return "clause", j, j + 1
        word = reading.words[j]
        if word.surface == ":":
            after = j + 1
            if after < stop and complementiser(reading, after):
                return "clause", after, after + 1
            return "colon", j, after
        if j in inside_marks:
            return "marks", j, j
    return "none", -1, -1


def complementiser(reading: Reading, j: int) -> Item | None:
    """Return أن, إن or one of theirs at token ``j`` where it can open what is said."""
    if "complementisers" not in reading.words[j].keys:
        return None
    items = reading.at(j, "complementisers")
    before = reading.words[j - 1].folded if j else ""
    if items[0].analysis.before[:1] != ("conj",) and any(
        o.stem in _listed("no_complement_words") for o in words.openings(before)
    ):
        return None
    return items[0]


def verbal_noun(reading: Reading, j: int) -> tuple[bool, int]:
    """Whether token ``j`` is a verbal noun, and how many folded letters of a preposition stand before it."""
    if j >= len(reading.words):
        return False, 0
    word = reading.words[j]
    if word.kind != "arabic" or "place_heads" in word.keys:
        return False, 0
    for cut, stem in (
        (0, word.folded),
        (1, word.folded[1:]) if word.folded.startswith(words.affixes("preposition_letter")) else (0, ""),
    ):
        if len(stem) > 2 and is_verbal_noun(stem):
            return True, cut
    return False, 0


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows(name))


@cache
def _verbal_nouns() -> frozenset[str]:
    listed = [*lexicon.rows("verbal_nouns"), *lexicon.rows("event_nouns")]
    return frozenset(fold(row["form"]).text for row in listed)


@cache
def _shapes() -> tuple[str, ...]:
    return tuple(fold(row["form"]).text for row in lexicon.rows("verbal_noun_shapes"))


@cache
def is_verbal_noun(folded: str) -> bool:
    """Whether a word by itself is a verbal noun: listed, or of the shape of one, with a pronoun or without (سيطرته)."""
    stem = folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded
    return _is_verbal_noun(stem) or any(_is_verbal_noun(base) for base in without_pronoun(folded))


def without_pronoun(folded: str) -> tuple[str, ...]:
    """Return what a word may be without the pronoun at its end: سيطرته → سيطرت, سيطرة."""
    for ending in sorted(words.affixes("object_ending"), key=len, reverse=True):
        base = folded.removesuffix(ending)
        if base != folded and len(base) >= _SHORTEST_BASE:
            plural = words.affixes("feminine_plural")
            whole = (base, base[:-1] + "ة") if base.endswith("ت") else (base,)
            return (*whole, base[:-2], base[:-2] + "ة") if base.endswith(plural) else whole
    return ()


_SHORTEST_BASE = 4


def _is_verbal_noun(stem: str) -> bool:
    return stem in _verbal_nouns() or any(_of_shape(stem, shape) for shape in _shapes())


def _of_shape(word: str, shape: str) -> bool:
    return len(word) == len(shape) and all(
        own == sign or (sign in _SHAPE_LETTERS and own not in "اةى") for own, sign in zip(word, shape, strict=True)
    )
