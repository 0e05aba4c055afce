"""What one article says happened, will happen or is claimed: a row of clauses, each with its time, people and words.

A clause that holds a word of happening (`event_verbs.tsv`, `event_nouns.tsv`) or a time to come is something told.
Which tellings are of one event is decided in `story.events`, over all articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from analysis import lexicon
from analysis.story import stems
from analysis.story.clauses import Clause, Marks, Row, clauses, content, kind_of
from analysis.story.label_words import label, trim, with_complement
from analysis.story.modality import Status, status, tensed, unreal
from analysis.story.parts import GOING, bare, family, kind, opens, parts, prior, set_by, stands_alone, weighty
from analysis.story.roles import Named, named_with
from analysis.story.when import Published, Timed, long_before, times_of, to_come, width, window
from analysis.text.read import Item, Reading
from analysis.text.sentences import Sentence
from analysis.text.stems import stem

_DATED = frozenset({"DATE", "TIME"})
_COMPLEMENTS = frozenset({"complement", "speech"})
"""What opens a clause that says what was said."""
_JOINS = frozenset({"conjunction", "after"})
"""What opens a clause that may go on with the event before, as what it led to or came from."""
_HIS = frozenset(
    {
        "ه",
        "ها",
    }
)
"""What is written behind a noun for one person told of before."""
_RELATED = 3
"""Names before a relative clause that it may speak of."""
_ANCHORS = 2
"""Clauses behind a statement in which the time may stand of the event that it followed."""
_LONGEST = 400
"""Tokens of the longest stretch of a sentence that is read as one."""
_MONTH = 31


@dataclass(frozen=True)
class Told:
    """One telling: where it stands, when the article says it was, and what it can be compared by.

    ``classes`` are kinds of event (`event_classes.tsv`), the most telling first; ``head`` is the light stem of the
    first word of happening; ``features`` are light stems, kinds (#), entities (@), words of persons' names (&) and the
    month (~); ``named`` the entities alone, ``people`` the words of their persons; ``bare`` whether it only points to
    an event told before (الهجوم); ``speaker`` who speaks, for a statement; ``window`` the days it can have been;
    ``alone`` whether it is worth a row without a date; ``tensed`` whether a verb or a time says that it is over or to
    come; ``names`` who and where with the word that joins each; ``published`` the last day on which the article can
    have been published; ``words`` the telling words of what it says (`story.stems`), ``story`` those of the article's
    lead.
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
    people: frozenset[str]
    bare: bool
    speaker: str | None
    time: Row | None
    status: Status
    window: tuple[date, date]
    in_title: bool
    alone: bool
    tensed: bool
    published: date | None
    names: tuple[Named, ...]
    words: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()

    @property
    def earliest(self) -> date | None:
        """First day that the article gives, if any."""
        return self.time["earliest"] if self.time else None

    @property
    def latest(self) -> date | None:
        """Last day that the article gives, if any."""
        return self.time["latest"] if self.time else None

    @cached_property
    def kind(self) -> str | None:
        """The most telling kind of event, if a word names one."""
        return self.classes[0] if self.classes else None

    @property
    def tells(self) -> bool:
        """Whether it tells of something that happened, not of what was said or will be."""
        return self.status == "happened" and not self.says

    @cached_property
    def says(self) -> bool:
        """Whether it tells of a statement, not of what was stated."""
        return self.kind is not None and family(self.kind) == "statement"


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
            for stretch in _stretches(reading, sentence):
                found.extend(_told_in(reading, stretch, marks, published))
    lead = stems.lead(reading)
    return [replace(one, words=_words(reading, one), story=lead) for one in found]


def _words(reading: Reading, one: Told) -> frozenset[str]:
    tokens = reading.tokens_in(one.start, one.end)
    return frozenset(stems.telling(reading, tokens.start, tokens.stop))


def _stretches(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence in stretches that can be read in time: no prose has longer ones, and no input may hang."""
    tokens = reading.tokens_in(sentence.start, sentence.end)
    if len(tokens) <= _LONGEST:
        yield sentence
        return
    for first in tokens[::_LONGEST]:
        last = min(first + _LONGEST, tokens.stop) - 1
        yield replace(sentence, start=reading.starts[first], end=reading.ends[last])


def _told_in(reading: Reading, sentence: Sentence, marks: Marks, published: Published) -> Iterator[Told]:
    before: Row | None = None
    found = clauses(reading, sentence, marks)
    all_told: list[Told] = []
    for number, clause in enumerate(found):
        told = list(_told_of(reading, sentence, clause, marks, published, before))
        if told and told[-1].kind and opens(told[-1].kind):
            told[-1] = _labelled(reading, told[-1], clause, found[number + 1 :])
        if told and told[0].says:
            told[0] = _with_what_was_said(reading, told[0], found[number + 1 :], marks)
        if told and clause.opens in _JOINS and all_told:
            all_told[-1], told[0] = _at_one_time(all_told[-1], told[0])
        if told and clause.opens == "relative" and number:
            told[0] = _of_those_before(told[0], found[number - 1], reading, marks)
        told = [_of_the_one_meant(one, clause, reading, sentence, marks) for one in told]
        all_told += told
        before = told[-1].time if told else None
    yield from all_told


def _at_one_time(one: Told, joined: Told) -> tuple[Told, Told]:
    """Two tellings of one family with the time that one of them has (قتل ثلاثة وأصيب عشرة الأربعاء إثر الانفجار)."""
    if bool(one.time) == bool(joined.time) or not one.kind or not joined.kind:
        return one, joined
    if family(one.kind) != family(joined.kind):
        return one, joined
    dated = one if one.time else joined
    both = one.features | joined.features
    shared = {"time": dated.time, "window": dated.window, "tensed": True, "features": both}
    return replace(one, **shared), replace(joined, **shared)


def _of_those_before(one: Told, clause: Clause, reading: Reading, marks: Marks) -> Told:
    """A relative clause that names nobody, with the last named before it (سامي الخطيب … الذي اغتيل)."""
    names = marks.names_in(reading.starts[clause.first], reading.ends[clause.last - 1])
    if one.named or not names:
        return one
    last = {name["entity_id"] for name in names[-_RELATED:]}
    people = _people(reading, names[-_RELATED:])
    features = one.features | {f"@{name}" for name in last} | people
    return replace(one, features=features, named=frozenset(last), people=people)


def _of_the_one_meant(one: Told, clause: Clause, reading: Reading, sentence: Sentence, marks: Marks) -> Told:
    """What befell or was done by one whom a pronoun means (قبل اختفائه), with the person named last before it."""
    nouns = (item for item in clause.items if one.start <= item.start < one.end and item.entry.cls == "event_nouns")
    noun = next((item for item in nouns if item.analysis.after in _HIS and _of_persons(kind(item))), None)
    if one.people or noun is None:
        return one
    before = [row for row in marks.names_in(sentence.start, noun.start) if row.get("type") == "PER"]
    if not before:
        return one
    entity, people = before[-1]["entity_id"], _people(reading, before[-1:])
    features = one.features | {f"@{entity}"} | people
    names = (*one.names, Named(entity, "PER", "", does=False))
    return replace(one, features=features, named=one.named | {entity}, people=people, names=names)


def _of_persons(name: str) -> bool:
    """Whether a kind of event befalls persons or takes them somewhere, so that a pronoun behind its noun means one."""
    return kind_of(name)["personal"] == "yes" or family(name) in GOING


def _people(reading: Reading, names: Iterable[Row]) -> frozenset[str]:
    """The light stems of the words of persons' names: one person goes by two names, or is known by one of them."""
    spans = [(row["start"], row["end"]) for row in names if row.get("type") == "PER"]
    return frozenset("&" + stem(reading.words[i].folded) for span in spans for i in reading.tokens_in(*span))


def _told_of(
    reading: Reading, sentence: Sentence, clause: Clause, marks: Marks, published: Published, before: Row | None
) -> Iterator[Told]:
    """Yield what a clause tells; what is announced was no later than the announcement."""
    announced: date | None = None
    for part in parts(reading, clause):
        for one in _told(reading, sentence, part, marks, published, before):
            first, last = one.window
            if announced and not one.time and one.status != "planned" and first <= announced < last:
                yield replace(one, window=(first, announced))
            else:
                yield one
            if one.kind and opens(one.kind) and one.latest:
                announced = one.latest


def _labelled(reading: Reading, told: Told, clause: Clause, after: Sequence[Clause]) -> Told:
    """A telling of something said, asked or denied with the clause that says what, in its label."""
    if not after or after[0].opens not in _COMPLEMENTS or told.end != trim(reading, clause.first, clause.last)[1]:
        return told
    end = trim(reading, after[0].first, after[0].last)[1]
    return replace(told, label=with_complement(told.label, reading.source[told.end : end]))


def _with_what_was_said(reading: Reading, told: Told, after: Sequence[Clause], marks: Marks) -> Told:
    """A statement with what was said, or with the event that it is dated by (بيان في أعقاب الجلسة، مساء الخميس)."""
    last, time = None, told.time
    if after and after[0].opens in _COMPLEMENTS:
        last = after[0].last
    elif after and after[0].opens == "after" and "speech" in told.classes and not time:
        for clause in after[:_ANCHORS]:
            if timed := times_of(reading, clause, marks):
                last, time = clause.last, timed[0].time
                break
    if last is None:
        return told
    end = trim(reading, after[0].first, last)[1]
    window_ = (time["earliest"], time["latest"]) if time and time["earliest"] and time["latest"] else told.window
    return replace(told, end=end, text=reading.source[told.start : end], time=time, window=window_)


def _told(
    reading: Reading, sentence: Sentence, clause: Clause, marks: Marks, published: Published, before: Row | None
) -> Iterator[Told]:
    start, end = trim(reading, clause.first, clause.last)
    times = times_of(reading, clause, marks)
    if clause.opens in {"while", "when"} and not times and before:
        times = [Timed(before, start, end, clause.items)]
    for timed in times or [Timed(None, start, end, clause.items)]:
        own = timed if timed.end else replace(timed, start=start, end=end)
        if told := _one(reading, sentence, clause, own, marks, published):
            yield told


def _one(
    reading: Reading, sentence: Sentence, clause: Clause, timed: Timed, marks: Marks, published: Published
) -> Told | None:
    """One telling of a clause, or None where it tells nothing."""
    time = timed.time
    if unreal(reading, clause) and not (time and to_come(time, published)):
        return None
    classes = _classes(timed.items)
    if time and classes and family(classes[0]) == "statement" and long_before(time, published):
        # an old date is of what is told, not of the telling
        classes = tuple(name for name in classes if family(name) != "statement") or ("occur",)
    if not classes and not (time and to_come(time, published)):
        return None
    how = status(reading, clause, time, published, marks)
    names = marks.names_in(timed.start, timed.end)
    return Told(
        article_id=reading.article_id,
        sentence_id=sentence.sentence_id,
        start=timed.start,
        end=timed.end,
        text=reading.source[timed.start : timed.end],
        label=label(reading, clause, timed.items),
        classes=classes,
        head=_head(timed.items),
        features=_features(reading, clause, timed, marks) | _month(time),
        named=frozenset(row["entity_id"] for row in names),
        people=_people(reading, names),
        bare=bare(reading, clause, timed.items, marks),
        speaker=marks.speaker_in(timed.start, timed.end) if classes and family(classes[0]) == "statement" else None,
        time=time,
        status=how,
        window=window(time, how, published, _set_by(reading, clause, timed.items)),
        in_title=sentence.place == "title",
        tensed=tensed(timed.items) or time is not None,
        published=published[1],
        names=named_with(reading, clause, timed.items, marks),
        alone=sentence.place == "body" and stands_alone(reading, clause, timed.items, marks),
    )


def _set_by(reading: Reading, clause: Clause, items: Sequence[Item]) -> str | None:
    """How an event is set in time: "now" by a verb, before what the article is about by كان or a relative.

    A noun of what befalls persons goes back as far: an article may be about it months later.
    """
    said = next(filter(weighty, items), None)
    if said and said.entry.cls == "event_nouns" and family(said.entry.row["class"]) in _befalling():
        return set_by(reading, items) or "since"
    if not tensed(items):
        return set_by(reading, items)
    return "since" if clause.opens == "relative" or prior(reading, clause, items[0]) else "now"


@cache
def _befalling() -> frozenset[str]:
    return frozenset(row["family"] for row in lexicon.rows("event_classes") if row["personal"] == "yes")


def _classes(items: Sequence[Item]) -> tuple[str, ...]:
    """The kinds of event in order, words that say less than their object last."""
    kinds = list(dict.fromkeys(item.entry.row["class"] for item in items))
    return tuple(sorted(kinds, key=lambda kind: kind_of(kind)["light"] != "no"))


def _head(items: Sequence[Item]) -> str | None:
    telling = next(filter(weighty, items), None)
    return stem(telling.entry.words[0]) if telling else None


def _features(reading: Reading, clause: Clause, timed: Timed, marks: Marks) -> frozenset[str]:
    """What a telling can be compared by: light stems, kinds (#) and entities (@) of the stretch that its time dates."""
    whole = timed.items == clause.items
    part = clause if whole else replace(clause, first=timed.items[0].first, last=reading.token_at(timed.end - 1) + 1)
    start, end = reading.starts[part.first], reading.ends[part.last - 1]
    telling = {i for item in timed.items for i in range(item.first, item.last)}
    kinds = {f"#{item.entry.row['class']}" for item in timed.items if weighty(item)}
    named = marks.names_in(start, end)
    names = {f"@{row['entity_id']}" for row in named}
    return frozenset(content(reading, part, marks, telling) | kinds | names | _people(reading, named))


def _month(time: Row | None) -> frozenset[str]:
    """The month of a time known to the month, as one more word that tellings may share: the rarer, the more it says."""
    if time is None or not time["earliest"] or not time["latest"] or width(time) > _MONTH:
        return frozenset()
    return frozenset({f"~{time['earliest']:%Y-%m}"})
