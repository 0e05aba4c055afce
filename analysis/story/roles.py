"""Which names stand with an event, and the word that joins each to it (زيارة الكاظمي إلى واشنطن: him, and "to" her)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis import lexicon
from analysis.marks.naming import bodies
from analysis.story.clauses import Clause, Marks, Row
from analysis.story.parts import kind, weighty
from analysis.text.fold import fold_text
from analysis.text.number_words import ARTICLE
from analysis.text.read import Item, Reading

_BETWEEN = 5
"""Tokens between a name and the word that governs it: titles and adjectives (زيارة رئيس الوزراء العراقي …)."""
_SUBJECT = 8
"""Tokens of a subject with its titles, between a verb of going and the place it has for an object."""
_COMMAS = frozenset("،,")
_PLACES = frozenset({"GPE", "LOC"})
"""Names that may stand behind any noun of place (في شمال العراق); others only behind titles and adjectives."""
_ENDS = frozenset({"clause_words", "function_words", "event_verbs"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its type, and the folded word before it: a preposition, the letter joined to it, or none.

    ``does`` is true where a verb of the event governs it.
    """

    entity: str
    type: str
    before: str
    does: bool


def named_with(reading: Reading, clause: Clause, items: Sequence[Item], marks: Marks) -> tuple[Named, ...]:
    """Return the names of a clause that belong to its event, in order; those whose place says nothing are left out."""
    own = items and items[0].first >= clause.first
    return tuple(_named(reading, clause, items, marks)) if own else ()


def _named(reading: Reading, clause: Clause, items: Sequence[Item], marks: Marks) -> Iterator[Named]:
    names = marks.names_in(reading.starts[clause.first], reading.ends[clause.last - 1])
    inside = {i for row in names for i in reading.tokens_in(row["start"], row["end"])}
    told = next((item for item in items if weighty(item)), items[0])
    aside = "prepositions" in reading.words[told.first - 1].keys if told.first else False
    own = [item for item in items if kind(item) == kind(told) or (item is items[0] and not aside)]
    governing = {item.last - 1: item for item in own}
    for row in names:
        found = _governed(reading, clause, row, inside, governing)
        if isinstance(found, str) and row["start"] < told.start:
            found = None  # what stands before the word of happening belongs to another: باللوم على روسيا في الهجوم
        if not isinstance(found, str):
            found = _gone_to(reading, row, inside, own) or found
        if found is None:
            found = next((item for item in own if _is_subject(reading, row, item)), None)
        if isinstance(found, Item) and (said := _as_noun(found, row, "subject")):
            found = said
        if isinstance(found, str):
            yield Named(row["entity_id"], str(row.get("type") or ""), found, does=False)
        elif found:
            yield Named(row["entity_id"], str(row.get("type") or ""), "", does=found.entry.cls == "event_verbs")


def _governed(
    reading: Reading, clause: Clause, row: Row, inside: set[int], governing: Mapping[int, Item]
) -> str | Item | None:
    """What governs a name: a preposition, a letter joined to it, or the event's own word; None where nothing does."""
    first = reading.token_at(row["start"])
    joined = reading.words[first].folded[: row["start"] - reading.starts[first]]
    place = row.get("type") in _PLACES
    if joined:
        return joined[-1]
    of_another = False
    for i in range(first - 1, max(clause.first, first - _BETWEEN - 1) - 1, -1):
        word = reading.words[i]
        if i in governing:
            return None if of_another and governing[i].entry.cls == "event_verbs" else governing[i]
        if i in inside or word.kind == "mark":
            return None
        if "prepositions" in word.keys:
            return word.folded
        if word.keys & _ENDS or not (place or "titles" in word.keys or word.folded.startswith(ARTICLE)):
            return None
        of_another |= (
            place and not word.folded.startswith(ARTICLE) and not bodies.heads_a_construct(word.folded)
        )  # سفير لندن
    return None


def _gone_to(reading: Reading, row: Row, inside: set[int], own: Sequence[Item]) -> str | None:
    """The preposition that a verb with a place for its object stands for (زار الكاظمي واشنطن: to her)."""
    place = reading.token_at(row["start"])
    for verb in reversed([item for item in own if item.last <= place]):
        between = range(verb.last, place)
        if len(between) > _SUBJECT or any(_parts_from(reading, i) for i in between if i not in inside):
            return None
        if said := _as_noun(verb, row, "object"):
            return said
    return None


def _as_noun(item: Item, row: Row, role: str) -> str | None:
    """The preposition that would say of a noun what a verb says of its subject or object without one."""
    lemma = item.entry.row["lemma"] if item.entry.cls == "event_verbs" else None
    for said in lexicon.rows("verb_roles") if lemma else ():
        if said["lemma"] == lemma and said["role"] == role and row.get("type") in said["with"].split():
            return fold_text(said["form"])
    return None


def _parts_from(reading: Reading, i: int) -> bool:
    """Whether a word parts a verb from what may be its object."""
    word = reading.words[i]
    return word.kind == "mark" or bool(word.keys & (_ENDS | {"prepositions"}))


def _is_subject(reading: Reading, row: Row, first: Item) -> bool:
    """Whether a name stands close before the verb of the event (الجبير يزور موسكو), with commas between at the most."""
    name = reading.token_at(row["start"])
    between = reading.words[name : first.first]
    if first.entry.cls != "event_verbs" or not 0 < len(between) <= _BETWEEN:
        return False
    return all(word.kind != "mark" or word.surface in _COMMAS for word in between)
