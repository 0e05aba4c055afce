"""A sentence cut into clauses, each with its words of happening.

A clause begins at punctuation, at a word that opens one (`clause_words.tsv`), at a verb joined with و or ف, and where
a quotation begins. A piece that holds no word of happening belongs to the clause beside it, unless it says when and
what by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from analysis import lexicon
from analysis.marks import datelines
from analysis.marks.naming import bodies
from analysis.text.fold import fold_text
from analysis.text.number_words import ARTICLE
from analysis.text.read import Item, Reading, read
from analysis.text.sentences import Sentence
from analysis.text.stems import stem

Row = Mapping[str, Any]

_CUTS = frozenset("،؛,;:()[]–—؟!")
_TELLING = ("event_verbs", "event_nouns")
_EMPTY = frozenset({"function_words", "clause_words", "prepositions"})
_UNTELLING = frozenset({"clause_words", "prepositions", "number_words"})
_ENOUGH_WORDS = 3
"""Telling words of a piece with a time of its own, from which it is a clause by itself."""
_COMPANY_REACH = 8
"""Tokens on either side of a word of happening in which those stand that its kind asks for."""
_MINE = frozenset({"ي"})
_YOURS = frozenset(
    {
        "ك",
        "كم",
    }
)
_DICTIONARY_FORM = {"event_verbs": "lemma", "counted_nouns": "noun"}
_CLITICS = "وفبلك"
_SHORTEST = 3
"""Letters that a word keeps at least where a clitic is taken off it."""
_CHAIN = 6
"""Tokens before a relative in which the noun stands that it speaks of, no preposition between."""
_FEMININE = (
    "ة",
    "ات",
)
"""Endings of nouns that الذي cannot speak of."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` (one past the end), their words of happening, and what opened the clause."""

    first: int
    last: int
    items: tuple[Item, ...]
    opens: str


@dataclass(frozen=True)
class Marks:
    """The marks of one article, ordered, to be asked for by span."""

    source: str
    times: Sequence[Row]
    names: Sequence[Row]
    speech: Sequence[Row]

    def times_in(self, start: int, end: int) -> list[Row]:
        """Return the times that begin in a span."""
        return self._times.in_span(start, end)

    def names_in(self, start: int, end: int) -> list[Row]:
        """Return the names that begin in a span."""
        return self._names.in_span(start, end)

    def taken(self, item: Item) -> bool:
        """Whether a word is part of a time, or a verb part of a name of several words."""
        inside = self._times.over(item.start)
        if item.entry.cls == "event_verbs":
            inside += [row for row in self._names.over(item.start) if " " in row["text"]]
        return bool(inside)

    def speech_begins(self, position: int) -> bool:
        """Whether a direct quotation begins here."""
        return position in self._direct

    def speaker_in(self, start: int, end: int) -> str | None:
        """Who says something here: a speaker that stands in the span, else a name, else whose cue it is."""
        for row in self._speakers.in_span(start, end):
            return self._who(row)
        for row in self.names_in(start, end):
            return row["entity_id"]
        for row in self._cues.in_span(start, end):
            return self._who(row)
        return None

    def _who(self, row: Row) -> str:
        """The speaker's id; a described one by the stems of its words, so that case and article make no difference."""
        if row["speaker_start"] is None or row["speaker_id"] in self._named:
            return row["speaker_id"]
        words = read(self.source[row["speaker_start"] : row["speaker_end"]]).words
        return " ".join(sorted({stem(word.folded) for word in words if not word.keys & _UNTELLING}))

    @cached_property
    def _times(self) -> _Placed:
        return _Placed(self.times, "start", "end")

    @cached_property
    def _names(self) -> _Placed:
        return _Placed(self.names, "start", "end")

    @cached_property
    def _speakers(self) -> _Placed:
        return _Placed(self.speech, "speaker_start", "speaker_end")

    @cached_property
    def _cues(self) -> _Placed:
        return _Placed(self.speech, "cue_start", "cue_end")

    @cached_property
    def _direct(self) -> frozenset[int]:
        return frozenset(row["start"] for row in self.speech if row["kind"] == "direct")

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(name["entity_id"] for name in self.names)


class _Placed:
    """Rows by where they begin, so that a long article costs no more than its length; rows without a place left out."""

    def __init__(self, rows: Iterable[Row], start: str, end: str) -> None:
        placed = [(number, row) for number, row in enumerate(rows) if row[start] is not None]
        self._rows = sorted(placed, key=lambda one: one[1][start])
        self._starts = [row[start] for _, row in self._rows]
        self._longest = max((row[end] - row[start] for _, row in placed), default=0)
        self._end = end

    def in_span(self, start: int, end: int) -> list[Row]:
        """Return the rows that begin in a span, in the order they were given in."""
        found = self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [row for _, row in sorted(found, key=lambda one: one[0])]

    def over(self, position: int) -> list[Row]:
        """Return the rows that hold a position."""
        begin = bisect_left(self._starts, position - self._longest)
        found = self._rows[begin : bisect_right(self._starts, position)]
        return [row for _, row in found if position < row[self._end]]


def clauses(reading: Reading, sentence: Sentence, marks: Marks) -> list[Clause]:
    """Cut a sentence into clauses; a piece without a word of happening belongs to the one before or after it."""
    found: list[Clause] = []
    for first, last, opens in _pieces(reading, sentence, marks):
        piece = Clause(first, last, tuple(_events_in(reading, first, last, marks)), opens)
        if not found:
            found.append(piece)
            continue
        before = found[-1]
        if not before.items and not _stands_alone(reading, before, marks):
            found[-1] = Clause(before.first, last, piece.items, before.opens)
        elif before.items and _is_object(reading, before, piece):
            found[-1] = Clause(before.first, last, before.items + piece.items, before.opens)
        elif before.items and _resumes(reading, piece):
            found.append(Clause(first, last, before.items[:1], "predicate"))
        elif before.items and _goes_on(reading, before, piece):
            found[-1] = Clause(before.first, last, before.items + piece.items, before.opens)
        elif piece.items or opens in {"complement", "speech"} or _stands_alone(reading, piece, marks):
            found.append(piece)
        elif _says_when(reading, piece, marks):
            found.append(piece)  # its time is that of the saying: بشأن الهجوم، عبرت روسيا الثلاثاء عن …
        else:
            found[-1] = Clause(before.first, last, before.items + piece.items, before.opens)
    return found


def _resumes(reading: Reading, piece: Clause) -> bool:
    """Whether a piece takes the subject of the sentence up again after what stood between (…، هي الأولى تحت إشرافه)."""
    first = piece.first + (reading.words[piece.first].kind == "mark")
    return first < piece.last and bool(reading.at(first, "resuming_words")) and not piece.items


def _is_object(reading: Reading, before: Clause, piece: Clause) -> bool:
    """Whether a piece is what a verb was said to do, behind what stood between (نفذت، السبت الماضي، ضربات جوية)."""
    first = piece.first + (reading.words[piece.first].kind == "mark")
    if not piece.items or piece.items[0].first != first or piece.items[0].entry.cls != "event_nouns":
        return False
    return all(kind_of(item.entry.row["class"])["light"] == "yes" for item in before.items)


def _is_circumstance(reading: Reading, before: Clause, piece: Clause) -> bool:
    """Whether a piece is no more than how the event before came about (قتل ثلاثة أمس، في انفجار وقع وسط المدينة)."""
    first = piece.first + (reading.words[piece.first].kind == "mark")
    if not piece.items or piece.items[0].first != first + 1 or "prepositions" not in reading.words[first].keys:
        return False
    families = [kind_of(clause.items[0].entry.row["class"])["family"] for clause in (before, piece)]
    return families[0] == families[1]


def _goes_on(reading: Reading, before: Clause, piece: Clause) -> bool:
    """Whether a piece only goes on with what the one before it tells.

    المحادثات التي بدأت: what began are the talks; غارة أسفرت عن مقتل: the deaths are the raid's.
    """
    weights = [kind_of(item.entry.row["class"])["light"] for item in piece.items]
    if before.items and _is_circumstance(reading, before, piece):
        return True
    return bool(weights) and ((piece.opens == "relative" and set(weights) == {"yes"}) or weights[0] == "result")


def _says_when(reading: Reading, piece: Clause, marks: Marks) -> bool:
    """Whether a piece opens with a verb of saying and has a time of its own."""
    first = piece.first + (reading.words[piece.first].kind == "mark")
    if first == piece.last or "speech_verbs" not in reading.words[first].keys:
        return False
    return bool(marks.times_in(reading.starts[first], reading.ends[piece.last - 1]))


def _stands_alone(reading: Reading, piece: Clause, marks: Marks) -> bool:
    """Whether a piece without a word of happening still says when and what: a time, and words besides."""
    start, end = reading.starts[piece.first], reading.ends[piece.last - 1]
    times = [row for row in marks.times_in(start, end) if row["earliest"] or row["latest"]]
    return bool(times) and len(content(reading, piece, marks)) >= _ENOUGH_WORDS


def _pieces(reading: Reading, sentence: Sentence, marks: Marks) -> Iterator[tuple[int, int, str]]:
    """Yield first token, token past the last, and what opened each piece between two cuts of a sentence."""
    tokens = reading.tokens_in(sentence.start, sentence.end)
    start, opens = _behind_dateline(reading, tokens, marks), "sentence"
    for i in tokens[start - tokens.start :]:
        cut = "speech" if marks.speech_begins(reading.starts[i]) else _cut(reading, i, marks)
        if cut is None or i == start:
            continue
        if cut == "relative":
            back = _antecedent(reading, start, i)
            if not _only_leads_in(reading, start, back):
                yield start, back, opens
                start, opens = back, cut
            elif opens != "after":
                opens = cut
            continue
        yield start, i, opens
        start, opens = i, cut
    if start < tokens.stop:
        yield start, tokens.stop, opens


def _behind_dateline(reading: Reading, tokens: range, marks: Marks) -> int:
    """The first token behind a dateline, whose names are not the event's."""
    if not tokens:
        return tokens.start
    names = marks.names_in(reading.starts[tokens.start], reading.ends[tokens.start])
    place = any(name.get("type") == "GPE" for name in names)
    return datelines.behind(reading, tokens.start, tokens.stop, place=place)


def _only_leads_in(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing stands here but marks and words that open a clause (في أعقاب الجلسة التي …)."""
    return all(reading.words[i].kind == "mark" or reading.words[i].keys & _EMPTY for i in range(start, end))


def _antecedent(reading: Reading, start: int, relative: int) -> int:
    """Return the token of the noun of happening that a relative clause speaks of, or the relative itself.

    The noun must agree in gender (وفاة الرضيع الذي قتل speaks of the child); of a chain it is the first (جلسة الحوار).
    """
    speaks_of = {item.entry.row["of"] for item in reading.at(relative, "relative_words")}
    if "people" in speaks_of:
        return relative
    for i in range(relative - 1, max(start, relative - _CHAIN) - 1, -1):
        if reading.words[i].keys & _EMPTY:
            return relative
        if "event_nouns" not in reading.words[i].keys:
            continue
        while i > start and "event_nouns" in reading.words[i - 1].keys:
            i -= 1
        agrees = "masculine" not in speaks_of or not reading.words[i].surface.endswith(_FEMININE)
        return i if agrees else relative
    return relative


def _cut(reading: Reading, i: int, marks: Marks) -> str | None:
    word = reading.words[i]
    if word.kind == "mark":
        return "cut" if word.surface in _CUTS else None
    for item in reading.at(i, "clause_words"):
        return item.entry.row["opens"]
    for item in reading.at(i, "prepositions"):
        if item.entry.row["sets"] == "while" and list(_events_in(reading, item.last, item.last + 1, marks)):
            return "while"
    verbs = [analysis for analysis in word.analyses if analysis.entry.cls == "event_verbs"]
    conjoined = verbs and all("conj" in analysis.before for analysis in verbs)  # ورد is one word before it is و and رد
    return "conjunction" if conjoined else None


def _events_in(reading: Reading, first: int, last: int, marks: Marks) -> Iterator[Item]:
    """Yield the words of happening; behind a preposition or with an article, only nouns; none inside a time (فجر)."""
    after = first
    for i in range(first, min(last, len(reading.words))):
        if i < after or reading.words[i].keys.isdisjoint(_TELLING):
            continue
        if i > first and bodies.heads_a_construct(reading.words[i - 1].folded):
            continue  # منظمة حظر الأسلحة, لجنة التحقيق
        governed = i > 0 and "prepositions" in reading.words[i - 1].keys
        items = [item for item in reading.at(i, *_TELLING) if _can_be(item, governed) and not marks.taken(item)]
        items = [item for item in items if _in_company(reading, item, first, last)]
        if items:
            noun = not _may_be_verb(reading, i, first)
            best = min(items, key=lambda item: (*_says_less(item, reading.words[i].surface), _is_verb(item) == noun))
            yield best
            after = best.last


def _says_less(item: Item, surface: str) -> tuple[bool, bool, bool]:
    """Of two readings the one that says more comes first (تحدث: he spoke, it happens), and one that found its company.

    Of those left the one that is spelled as the text has it: نفى is he denied before it is a denial, نفي.
    """
    kind = item.entry.row["class"]
    return kind_of(kind)["light"] != "no", kind not in _company(), item.entry.form not in surface


def _is_verb(item: Item) -> bool:
    return item.entry.cls == "event_verbs"


def _may_be_verb(reading: Reading, i: int, first: int) -> bool:
    """Whether a word spelled like a verb and its noun stands where a verb does: first, or behind a definite word.

    الجيش قصف is he shelled, since no noun with the article has another for its genitive; موجة قصف is of shelling.
    """
    return i == first or reading.words[i - 1].kind == "mark" or reading.words[i - 1].folded.startswith(ARTICLE)


def _in_company(reading: Reading, item: Item, first: int, last: int) -> bool:
    """Whether the words that a kind of event asks for stand near: نشر قوات is a deployment, نشر خبرا is none."""
    asked = _company().get(item.entry.row["class"])
    if asked is None or len(item.entry.words) > 1:
        return True
    near = range(max(first, item.first - _COMPANY_REACH), min(last, item.last + _COMPANY_REACH))
    return any(stem(reading.words[i].folded) in asked for i in near)


@cache
def _company() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.rows("kind_company"):
        found.setdefault(row["class"], set()).add(stem(fold_text(row["form"])))
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def kind_of(name: str) -> Mapping[str, str]:
    """Return the row of a kind of event in `event_classes.tsv`."""
    return next(row for row in lexicon.rows("event_classes") if row["class"] == name)


def _can_be(item: Item, governed: bool) -> bool:
    """Whether the word can be of happening here.

    No verb stands behind a preposition; سـ stands before no past; news speaks to nobody (برأك in براك); what ends in ـي
    is more often an adjective (اجتماعي) than "my meeting".
    """
    if item.entry.cls == "event_verbs":
        return (
            not governed
            and item.analysis.after not in _YOURS
            and not ("future" in item.analysis.before and item.entry.row["aspect"] == "past")
        )
    return item.analysis.after not in _MINE


def content(reading: Reading, clause: Clause, marks: Marks, besides: Set[int] = frozenset()) -> set[str]:
    """The light stems of a clause's words that are no time, no name and no function word, and not ``besides``."""
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    marked = [*marks.times_in(start, end), *marks.names_in(start, end)]
    aside = {i for row in marked for i in reading.tokens_in(row["start"], row["end"])} | besides
    words = (i for i in range(clause.first, clause.last) if i not in aside and reading.words[i].kind != "mark")
    return {_plain(reading, i) for i in words if not reading.words[i].keys & _EMPTY} - {""}


def _plain(reading: Reading, i: int) -> str:
    """The light stem of a word's dictionary form where a list gives it, without one letter that may be a clitic.

    The letter is taken off wherever it stands, so that لإدارة and إدارة are one word; what it makes of برلمان is no
    word, but the same one each time.
    """
    for analysis in reading.words[i].analyses:
        listed = analysis.entry.row.get(_DICTIONARY_FORM.get(analysis.entry.cls, ""))
        if listed:
            return stem(fold_text(listed))
    found = stem(reading.words[i].folded)
    return found[1:] if len(found) > _SHORTEST and found[0] in _CLITICS else found
