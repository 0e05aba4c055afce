"""The words of a telling that label it: what happened as the article puts it, a line of a chart long."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.story.clauses import Clause
from analysis.text.number_words import AND, ARTICLE
from analysis.text.read import Item, Reading

_LEADING = frozenset({"function_words", "clause_words", "prepositions"})
_SUBJECT = 6
"""Tokens of the longest subject that a label takes in before its verb."""
_REST = 2
"""Words behind the last comma of a clause that a label can do without."""
_LONGEST, _SHORTEST = 10, 2
"""Words of the longest label, a line of a chart, and of one that says something."""
_MORE = " …"


def label(reading: Reading, clause: Clause, items: Sequence[Item]) -> str:
    """Return what happened in the article's words: from the word of happening on, a verb with its subject before it."""
    first, last = trim(reading, clause.first, clause.last)
    if not items:
        return reading.source[first:last]
    if items[0].entry.cls == "event_verbs":
        verb = items[0].first
        begin = _with_subject(reading, clause, verb)
        if begin == verb and len(reading.source[reading.starts[verb] : last].split()) < _SHORTEST:
            begin = max(reading.token_at(first), verb - _SUBJECT)
        start = _without_and(reading, begin)
    else:
        start = _of_noun(reading, items[0])
    return _cut(reading.source[start : max(_without_rest(reading, items, last), items[0].end)])


def with_complement(label: str, complement: str) -> str:
    """Return a label that ends with a verb of saying with what follows: أعلنت النيابة [، أنها فتحت تحقيقا]."""
    return label if label.endswith(_MORE) else _cut(label + complement)


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:_LONGEST]) + (_MORE if len(words) > _LONGEST else "")


def _with_subject(reading: Reading, clause: Clause, verb: int) -> int:
    """The token at which the subject before a verb begins, or the verb's own; what a preposition governs is none."""
    first = verb
    for i in range(verb - 1, clause.first - 1, -1):
        keys = reading.words[i].keys
        if "prepositions" in keys or verb - i > _SUBJECT:
            return verb
        if reading.words[i].kind == "mark" or "clause_words" in keys:
            break
        if keys.isdisjoint(_LEADING):
            first = i
    return first


def _of_noun(reading: Reading, item: Item) -> int:
    """The first character of a noun with its article, or of the number before it; no other clitic."""
    if item.first and "number_words" in reading.words[item.first - 1].keys:
        return reading.starts[item.first - 1]
    return item.start - len(ARTICLE) * (item.analysis.definite and not item.analysis.merged)


def _without_rest(reading: Reading, items: Sequence[Item], last: int) -> int:
    """Where a label ends that would end with a few words behind a comma that tell nothing (…، وذلك)."""
    end = reading.token_at(last - 1)
    for i in range(end, max(end - _REST, items[-1].last) - 1, -1):
        if reading.words[i].kind == "mark":
            return trim(reading, items[0].first, i)[1]
    return last


def _without_and(reading: Reading, i: int) -> int:
    """The first character of a token without the و that joins its clause to the one before."""
    word = reading.words[i]
    joined = [analysis for analysis in word.analyses if "conj" in analysis.before]
    only_joined = len(joined) == len(word.analyses)
    begins = reading.sentence_of(reading.starts[i]).start == reading.starts[i]
    if word.surface.startswith(AND) and only_joined and (joined or begins):
        return reading.starts[i] + len(AND)
    return reading.starts[i]


def trim(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Return the characters of tokens without the marks and conjunctions at their ends and a preposition of nothing."""
    while first < last - 1 and (reading.words[first].kind == "mark" or reading.at(first, "clause_words")):
        first += 1
    while last - 1 > first and (reading.words[last - 1].kind == "mark" or _governs_nothing(reading, last - 1)):
        last -= 1
    return reading.starts[first], reading.ends[last - 1]


def _governs_nothing(reading: Reading, i: int) -> bool:
    """Whether a token at the end of a clause is a preposition without a pronoun (… بعد | هجوم عنيف), or و alone."""
    if reading.words[i].folded == AND:
        return True
    return any(not item.analysis.after and item.last == i + 1 for item in reading.at(i, "prepositions"))
