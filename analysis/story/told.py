"""What one article says happened, will happen or is claimed: a row of clauses, each with its time, people and words.

A clause that holds a word of happening (`event_verbs.tsv`, `event_nouns.tsv`) or a time to come is something told.
Which tellings are of one event is decided in `story.events`, over all articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from analysis.story.clauses import Clause, Marks, Row, clauses, content, kind_of
from analysis.text.read import Item, Reading
from analysis.text.sentences import Sentence
from analysis.text.stems import stem

Published = tuple[date | None, date | None]
Status = Literal["happened", "planned", "claimed"]

_DATED = frozenset({"DATE", "TIME"})
_AND = "و"
_LEADING = frozenset({"function_words", "clause_words", "prepositions"})
_SUBJECT = 4
"""Tokens before the word of happening in which its subject may stand."""
_LABEL_WORDS = 10
_REACH = 3
"""Tokens behind the first word of happening in which a word of modality still speaks of it (انتخابات مقررة)."""
_MONTH = 31
_LONG = 400
_UNKNOWN = 100_000
"""Days; a time wider than this gives way to a narrower one in the same clause."""
_FRESH = timedelta(days=10)
"""News reports what was said in these days before publication."""
_BACK = timedelta(days=45)
_AHEAD = timedelta(days=120)
"""How far from publication news speaks without a date: back for what happened, ahead for what is planned."""


@dataclass(frozen=True)
class Told:
    """One telling: where it stands, when the article says it was, and what it can be compared by.

    ``classes`` are kinds of event (`event_classes.tsv`), the most telling first; ``head`` is the light stem of the
    first word of happening; ``features`` are light stems, entities and the month; ``named`` the entities alone;
    ``speaker`` who speaks, for a statement; ``window`` the days it can have been.
    """

    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    label: str
    classes: tuple[str, ...]
    head: str | None
    features: frozenset[str]
    named: frozenset[str]
    speaker: str | None
    time: Row | None
    status: Status
    window: tuple[date, date]
    in_title: bool

    @property
    def earliest(self) -> date | None:
        """First day that the article gives, if any."""
        return self.time["earliest"] if self.time else None

    @property
    def latest(self) -> date | None:
        """Last day that the article gives, if any."""
        return self.time["latest"] if self.time else None

    @property
    def kind(self) -> str | None:
        """The most telling kind of event, if a word names one."""
        return self.classes[0] if self.classes else None


@dataclass(frozen=True)
class _Timed:
    """A time of a clause, the span that it dates (0 to 0 for the whole clause) and the words of happening in it."""

    time: Row | None
    start: int
    end: int
    items: tuple[Item, ...]


def tell(
    reading: Reading, times: Iterable[Row], mentions: Iterable[Row], quotes: Iterable[Row], published: Published
) -> list[Told]:
    """Return what ``reading`` tells, in order.

    ``times``, ``mentions`` and ``quotes`` are the article's rows of those tables; ``published`` are the first and last
    day it can have been published, by which what is told without a date is past or to come.
    """
    marks = Marks(reading.source, [row for row in times if row["type"] in _DATED], list(mentions), list(quotes))
    found: list[Told] = []
    for sentence in reading.sentences:
        if sentence.place in {"body", "title"}:
            found.extend(_told_in(reading, sentence, marks, published))
    return found


def _told_in(reading: Reading, sentence: Sentence, marks: Marks, published: Published) -> Iterator[Told]:
    before: Row | None = None
    found = clauses(reading, sentence, marks)
    for number, clause in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        told = list(_told(reading, sentence, clause, marks, published, before))
        if told and told[0].kind == "statement" and after and after.opens in {"complement", "speech"}:
            end = _trim(reading, after.first, after.last)[1]  # a statement is what was said, too
            told[0] = replace(told[0], end=end, text=reading.source[told[0].start : end])
        yield from told
        before = told[-1].time if told else None


def _told(
    reading: Reading, sentence: Sentence, clause: Clause, marks: Marks, published: Published, before: Row | None
) -> Iterator[Told]:
    start, end = _trim(reading, clause.first, clause.last)
    times = _times_of(reading, clause, marks)
    if clause.opens == "while" and not times and before:
        times = [_Timed(before, start, end, clause.items)]
    for timed in times or [_Timed(None, start, end, clause.items)]:
        own = timed if timed.end else replace(timed, start=start, end=end)
        if told := _one(reading, sentence, clause, own, marks, published):
            yield told


def _one(
    reading: Reading, sentence: Sentence, clause: Clause, timed: _Timed, marks: Marks, published: Published
) -> Told | None:
    """One telling of a clause, or None where it tells nothing."""
    time = timed.time
    classes = _classes(timed.items)
    if time and classes[:1] == ("statement",) and _long_before(time, published):
        classes = classes[1:] or ("occur",)  # an old date is of what is told, not of the telling
    if not classes and not (time and _to_come(time, published)):
        return None
    status = _status(reading, clause, time, published, marks)
    names = marks.names_in(timed.start, timed.end)
    return Told(
        article_id=reading.article_id,
        sentence_id=sentence.sentence_id,
        start=timed.start,
        end=timed.end,
        text=reading.source[timed.start : timed.end],
        label=_label(reading, clause, timed.items),
        classes=classes,
        head=_head(timed.items),
        features=_features(reading, clause, timed, marks) | _month(time),
        named=frozenset(row["entity_id"] for row in names),
        speaker=marks.speaker_in(timed.start, timed.end) if classes[:1] == ("statement",) else None,
        time=time,
        status=status,
        window=_window(time, status, published, tensed=_tensed(timed.items)),
        in_title=sentence.place == "title",
    )


def _times_of(reading: Reading, clause: Clause, marks: Marks) -> list[_Timed]:
    """The time of a clause first, and others that it holds besides.

    A vague time gives way to a dated one; a time counted from an event (قبل ثلاثة أشهر من الانتخابات) is not the time
    of that event. Another time is either joined to the first (في يونيو وأغسطس) or that of another word of happening
    (حادث أمس … بحادث وقع في مارس).
    """
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    bounded = [row for row in marks.times_in(start, end) if row["earliest"] or row["latest"]]
    own = [row for row in bounded if not _counted_from_event(reading, row) and not _standing(row)]
    dated = [row for row in own if row["earliest"] and row["latest"]] or own
    if not dated:
        return []
    at = clause.items[0].end if clause.items else start
    main = min(dated, key=lambda row: (_width(row) > _LONG, abs(row["start"] - at)))
    found = [_Timed(main, 0, 0, clause.items)]
    last = main
    for row in (row for row in dated if row["start"] > main["start"]):
        item = next((item for item in reversed(clause.items) if item.end <= row["start"]), None)
        if reading.source[last["end"] : row["start"]].strip(" ،") == _AND:
            found.append(_Timed(row, row["start"], row["end"], clause.items))
            last = row
        elif item and item.start > main["start"]:
            found.append(_Timed(row, item.start, row["end"], (item,)))
    return found


def _standing(time: Row) -> bool:
    """Whether the time is that of a state which has lasted for years (النزاع المستمر منذ 2001), not of an event."""
    return time["open"] == "after" and _LONG < _width(time) < _UNKNOWN


def _counted_from_event(reading: Reading, time: Row) -> bool:
    """Whether a word of happening is what the time is counted from: it stands behind it and a preposition."""
    i = reading.token_at(time["end"] - 1) + 1
    first = reading.words[reading.token_at(time["start"])]
    governed = i + 1 < len(reading.words) and "prepositions" in reading.words[i].keys & first.keys
    return governed and "event_nouns" in reading.words[i + 1].keys


def _width(time: Row) -> int:
    return (time["latest"] - time["earliest"]).days if time["earliest"] and time["latest"] else _UNKNOWN


def _window(time: Row | None, status: Status, published: Published, *, tensed: bool) -> tuple[date, date]:
    """The days in which the event can have been: as said, else around publication, by tense where a verb has one."""
    first, last = published
    if time and time["earliest"] and time["latest"]:
        return time["earliest"], time["latest"]
    past = first - _BACK if first else date.min
    ahead = last + _AHEAD if last else date.max
    if status == "planned":
        return (first or date.min), ahead
    return past, (last or date.max) if tensed else ahead


def _tensed(items: Sequence[Item]) -> bool:
    """Whether a verb says what happens; a noun of happening says nothing of when."""
    return bool(items) and items[0].entry.cls == "event_verbs"


def _label(reading: Reading, clause: Clause, items: Sequence[Item]) -> str:
    """What happened in the article's words: from the word of happening, its subject before it taken in where near."""
    last = _trim(reading, clause.first, clause.last)[1]
    if not items:
        return reading.source[_trim(reading, clause.first, clause.last)[0] : last]
    first = items[0].first
    for i in range(first - 1, max(clause.first, first - _SUBJECT) - 1, -1):
        if reading.words[i].kind == "mark":
            break
        if reading.words[i].keys.isdisjoint(_LEADING):
            first = i
    start = _without_and(reading, first)
    words = reading.source[start : max(last, items[0].end)].split()
    return " ".join(words[:_LABEL_WORDS]) + (" …" if len(words) > _LABEL_WORDS else "")


def _without_and(reading: Reading, i: int) -> int:
    """The first character of a token without the و that joins its clause to the one before."""
    word = reading.words[i]
    joined = [analysis for analysis in word.analyses if "conj" in analysis.before]
    only_joined = len(joined) == len(word.analyses)
    begins = reading.sentence_of(reading.starts[i]).start == reading.starts[i]
    if word.surface.startswith(_AND) and only_joined and (joined or begins):
        return reading.starts[i] + len(_AND)
    return reading.starts[i]


def _classes(items: Sequence[Item]) -> tuple[str, ...]:
    """The kinds of event in order, words that say less than their object last."""
    kinds = list(dict.fromkeys(item.entry.row["class"] for item in items))
    return tuple(sorted(kinds, key=lambda kind: kind_of(kind)["light"] != "no"))


def _head(items: Sequence[Item]) -> str | None:
    weighty = next(filter(_weighty, items), None)
    return stem(weighty.entry.words[0]) if weighty else None


def _weighty(item: Item) -> bool:
    return kind_of(item.entry.row["class"])["light"] == "no"


def _trim(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The characters of tokens without the marks and conjunctions at their ends."""
    while first < last - 1 and (reading.words[first].kind == "mark" or reading.at(first, "clause_words")):
        first += 1
    while last - 1 > first and reading.words[last - 1].kind == "mark":
        last -= 1
    return reading.starts[first], reading.ends[last - 1]


def _features(reading: Reading, clause: Clause, timed: _Timed, marks: Marks) -> frozenset[str]:
    """What a telling can be compared by: light stems, kinds (#) and entities (@) of the stretch that its time dates."""
    whole = timed.items == clause.items
    part = clause if whole else replace(clause, first=timed.items[0].first, last=reading.token_at(timed.end - 1) + 1)
    start, end = reading.starts[part.first], reading.ends[part.last - 1]
    kinds = {f"#{item.entry.row['class']}" for item in timed.items if _weighty(item)}
    return frozenset(
        content(reading, part, marks) | kinds | {f"@{row['entity_id']}" for row in marks.names_in(start, end)}
    )


def _month(time: Row | None) -> frozenset[str]:
    """The month of a time known to the month, as one more word that tellings may share: the rarer, the more it says."""
    if time is None or not time["earliest"] or not time["latest"] or _width(time) > _MONTH:
        return frozenset()
    return frozenset({f"~{time['earliest']:%Y-%m}"})


def _long_before(time: Row, published: Published) -> bool:
    first, _ = published
    return bool(first and time["latest"] and time["latest"] < first - _FRESH)


def _to_come(time: Row, published: Published) -> bool:
    first, last = published
    if last and time["earliest"] and time["earliest"] > last:
        return True
    return time["open"] == "after" and bool(first and time["earliest"] and time["earliest"] >= first)


def _status(reading: Reading, clause: Clause, time: Row | None, published: Published, marks: Marks) -> Status:
    governed = min(clause.last, clause.items[0].last + _REACH) if clause.items else clause.last
    start = clause.first
    if clause.opens == "predicate":  # وستكون المحادثات … هي الأولى: the verb stands at the head of the sentence
        start = reading.tokens_in(*_bounds(reading, clause))[0]
        governed = clause.last
    said = {item.entry.row["says"] for i in range(start, governed) for item in reading.at(i, "modality")}
    future = any("future" in item.analysis.before for item in clause.items)
    first, _ = published
    span = reading.starts[clause.first], reading.ends[clause.last - 1]
    counted = [row for row in marks.times_in(*span) if _counted_from_event(reading, row)]
    if time and first and time["latest"] and time["latest"] < first:
        future, said = False, said - {"planned"}
    ahead = any(_ahead_of_event(reading, row, first) for row in counted)
    if future or ahead or "planned" in said or (time and _to_come(time, published)):
        return "planned"
    if "claimed" in said:
        return "claimed"
    return "happened"


def _bounds(reading: Reading, clause: Clause) -> tuple[int, int]:
    sentence = reading.sentence_of(reading.starts[clause.first])
    return sentence.start, sentence.end


def _ahead_of_event(reading: Reading, time: Row, published: date | None) -> bool:
    """Whether a time counted back from an event is about now, so that the event is to come."""
    before = reading.at(reading.token_at(time["start"]), "prepositions")
    counted_back = any(item.entry.row["sets"] == "before" for item in before)
    return counted_back and bool(published and time["latest"] and time["latest"] >= published)
