"""Who a verb of saying is said of: the phrase behind it, the one before it, or the speaker before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.marks.naming import identity, words
from analysis.marks.speech import cues, phrases
from analysis.marks.speech.cues import Cue
from analysis.marks.speech.phrases import Mentions, Source
from analysis.text.read import Reading

_SKIPPED = frozenset({"weekdays", "relative_days"})
_SKIPPED_KINDS = frozenset({"time", "adv"})
_COMMAS = frozenset({"،", ",", "؛", ":", "-", "–", "(", ")"})
_PARTICLES = frozenset({"clause_words", "prepositions", "months"})
_MOST_SKIPPED = 4
_SINGULAR = frozenset({"ms", "fs"})


def behind(reading: Reading, mentions: Mentions, cue: Cue, stop: int) -> Source | None:
    """Return the subject behind the verb: أعلنت وزارة الدفاع, قال اليوم الوزير."""
    i = cue.at + 1
    for _ in range(_MOST_SKIPPED):
        after = _behind_what_may_stand_between(reading, mentions, i, stop)
        if after == i:
            break
        i = after
    if cue.form in {"clause", "noun"} and (source := in_marks(reading, mentions, i, stop)):
        return source
    if i >= stop or reading.words[i].kind not in {"arabic", "latin"} or _cannot_open(reading, mentions, i):
        return None
    return phrases.read(reading, mentions, i, stop)


def in_marks(reading: Reading, mentions: Mentions, i: int, stop: int) -> Source | None:
    """Return the name in quotation marks that speaks: أعلنت «شيفرون»، شركة الطاقة، أنها, قالت "الغارديان" إن."""
    if i >= stop or not (last := words.quoted(reading, i)) or last > stop:
        return None
    named = next(iter(mentions.inside(reading.starts[i], reading.ends[i + 1])), None)
    if named is not None and named["end"] >= reading.ends[last - 2]:
        return Source(named["entity_id"], named["start"], named["end"], last, named["type"])
    start, end = reading.starts[i + 1], reading.ends[last - 2]
    text = reading.source[start:end]
    return Source(identity.slug(identity.plain(text)), start, end, last) if text.strip() else None


def before(reading: Reading, mentions: Mentions, cue: Cue, floor: int) -> Source | None:
    """Return the subject before the verb: الكاظمي يؤكد, وكانت السلطات كشفت, الوكالة التي أشارت."""
    if cue.start > reading.starts[cue.at]:
        return None  # وقال: what stands before it belongs to another clause
    if cue.at + 1 < len(reading.words) and reading.words[cue.at + 1].folded in words.particles("in_it"):
        return None  # تغريدة قال فيها
    if source := _apposed(reading, mentions, cue.at, floor) or _preceded(reading, mentions, cue.at, floor):
        return source
    j = cue.at
    while j > floor and _is_kind(reading, j - 1, {"aux"}):
        j -= 1
        if reading.words[j].folded.startswith("و"):
            return None  # وقد قال
    if j > floor and _is_kind(reading, j - 1, {"rel"}):
        return _related(reading, mentions, j - 1, floor)
    first = j
    while first > floor and ((opens := _opens_marks(reading, first, floor)) or not _stops(reading, first - 1)):
        first = opens or first - 1
    while first < j and _is_kind(reading, first, {"aux", "adv"}):
        first += 1
    if first >= j or _cannot_open(reading, mentions, first) or "time_units" in reading.words[first].keys:
        return None
    cut = _conjunction(reading, mentions, first)
    return phrases.read(reading, mentions, first, j, cut=cut)


def _opens_marks(reading: Reading, i: int, floor: int) -> int:
    """Return the token that opens the name in marks that ends before token ``i``, or 0: مجموعة [«النور»] قالت."""
    for k in range(i - 3, max(floor, i - _LONGEST_NAME), -1):
        if words.quoted(reading, k) == i:
            return k
    return 0


_LONGEST_NAME = 7
"""Tokens of the longest name in marks inside a subject, the marks counted."""


def _related(reading: Reading, mentions: Mentions, j: int, floor: int) -> Source | None:
    """Return the noun phrase before the relative pronoun at ``j``: وفقا للوكالة التي أشارت."""
    first = j
    while first > floor and j - first < 5 and not _stops(reading, first - 1):
        first -= 1
        if words.preposed(reading, first) or reading.at(first, "source_phrases"):
            break
    if first < j and reading.at(first, "source_phrases"):
        first += 1
    if first >= j:
        return None
    merged = reading.words[first].folded.startswith("لل")
    return phrases.read(reading, mentions, first, j, cut=0 if merged else int(words.preposed(reading, first)))


def _apposed(reading: Reading, mentions: Mentions, at: int, floor: int) -> Source | None:
    """Return the person before a description between commas: سامر حداد، رئيس بلدية القرية، تحدث."""
    if at <= floor or reading.words[at - 1].surface not in _COMMAS:
        return None
    j = at - 2
    while j > floor and at - j < 14 and reading.words[j].surface not in _COMMAS:
        if cues.verb(reading, j):
            return None
        j -= 1
    row = mentions.over(reading.starts[j - 1]) if j > floor and reading.words[j].surface in _COMMAS else None
    if row is None or row["type"] != "PER" or row["end"] != reading.ends[j - 1]:
        return None
    begins = reading.token_at(row["start"])
    if begins > floor and cues.verb(reading, begins - 1):
        return None
    return Source(row["entity_id"], row["start"], row["end"], at, "PER")


def _preceded(reading: Reading, mentions: Mentions, at: int, floor: int) -> Source | None:
    """Return who spoke before in وسبق للمسؤولين أن أعلنوا."""
    if at <= floor or not reading.at(at - 1, "complementisers"):
        return None
    for j in range(at - 2, max(floor, at - 10) - 1, -1):
        if _is_kind(reading, j, {"aux"}) and words.preposed(reading, j + 1):
            cut = 0 if reading.words[j + 1].folded.startswith("لل") else 1
            return phrases.read(reading, mentions, j + 1, at - 1, cut=cut)
    return None


def of_sentence(reading: Reading, mentions: Mentions, cue: Cue, floor: int) -> Source | None:
    """Return the first person, else body, that the sentence names before a participle: سلط شينكر الضوء ... لافتا."""
    named = [row for row in mentions.inside(reading.starts[floor], cue.start) if row["type"] in {"PER", "ORG"}]
    named.sort(key=lambda row: row["type"] != "PER")
    if not named:
        return None
    row = named[0]
    return Source(row["entity_id"], row["start"], row["end"], cue.at, row["type"])


def antecedent(earlier: Sequence[Source], agrees: str) -> Source | None:
    """Return the last speaker whose verb agreed with this one; else the last."""
    earlier = earlier[-6:]
    for one in reversed(earlier):
        if agree(one, agrees):
            return one
    return earlier[-1] if earlier else None


def agree(source: Source, agrees: str) -> bool:
    """Whether a verb in this gender and number may be said of ``source``: of a name alone nothing but one is known."""
    return source.agrees == agrees or (not source.agrees and agrees in _SINGULAR)


def _behind_what_may_stand_between(reading: Reading, mentions: Mentions, i: int, stop: int) -> int:
    """Return the token behind a day, an adverb, or whom it is said to: قال اليوم, قال لـ"الوطن", قال لوكالة رويترز."""
    if i >= stop:
        return i
    if _may_be_skipped(reading, i):
        return i + 1
    word = reading.words[i]
    if word.folded == "ل":
        return words.quoted(reading, i + 1) or i + 2
    name = next(iter(mentions.inside(reading.starts[i], reading.ends[i])), None)
    if name is not None and name["start"] > reading.starts[i] and word.folded.startswith("ل"):
        return reading.token_at(name["end"] - 1) + 1
    if not word.folded.startswith("ل") or not words.preposed(reading, i):
        return i
    i += 1
    while i < stop and (reading.words[i].folded.startswith("ال") or (name := mentions.over(reading.starts[i]))):
        i = reading.token_at(name["end"] - 1) + 1 if name and name["end"] > reading.starts[i] else i + 1
        name = None
    if i < stop and reading.words[i].folded in words.particles("other"):
        i += 1
    return words.quoted(reading, i) or i


def _may_be_skipped(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    if word.surface in _COMMAS and i + 1 < len(reading.words):
        return not reading.words[i + 1].keys.isdisjoint(_SKIPPED)
    return not word.keys.isdisjoint(_SKIPPED) or _is_kind(reading, i, _SKIPPED_KINDS)


def _is_kind(reading: Reading, i: int, kinds: Iterable[str]) -> bool:
    return any(item.entry.row["kind"] in kinds for item in reading.at(i, "phrase_ends"))


def _cannot_open(reading: Reading, mentions: Mentions, i: int) -> bool:
    """Whether token ``i`` opens no noun phrase: a preposition, a word with ب or ل before it, أن."""
    word = reading.words[i]
    name = mentions.over(reading.starts[i])
    if name is not None and name["start"] == reading.starts[i] and not word.folded.startswith("لل"):
        return False
    if reading.at(i, "phrase_ends", "complementisers", "source_phrases") or word.folded in words.particles("that"):
        return True
    if words.preposed(reading, i) or not word.keys.isdisjoint(_PARTICLES):
        return True
    if name is None and mentions.inside(reading.starts[i], reading.ends[i]):
        return word.folded.startswith(words.affixes("clitic_letter"))
    return bool(cues.verb(reading, i))


def _stops(reading: Reading, j: int) -> bool:
    word = reading.words[j]
    if word.surface in _COMMAS or word.kind in {"mark", "digits"}:
        return True
    return bool(cues.verb(reading, j)) or _is_kind(reading, j, {"prep"}) or bool(reading.at(j, "complementisers"))


def _conjunction(reading: Reading, mentions: Mentions, first: int) -> int:
    word = reading.words[first]
    name = next(iter(mentions.inside(reading.starts[first], reading.ends[first])), None)
    if name is not None and name["start"] > reading.starts[first]:
        return 1
    return int(
        word.folded.startswith(words.affixes("conjunction"))
        and words.everyday(word.folded[1:])
        and len(word.folded) > 3
    )
