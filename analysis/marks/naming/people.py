"""People whom no list knows: name words in a row, and unknown words behind a title.

A row of words is taken for a name where given names open it (محمد رحيم أمين, جين ساكي), or where a title stands
before it and the words are none of everyday prose (وزير الدفاع الأميركي لويد أوستن). A family name met so stands
for its bearer alone too, elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.marks.naming.candidates import Candidate
from analysis.text.fold import fold
from analysis.text.read import Reading

_LONGEST = 16
_LOOK_BACK = 9
_LONG_PLURAL = 6
_UNKNOWN_IN_A_ROW = 2
_ENOUGH = 2
"""So many sure words make a name whole: only a family name with the article may still follow."""
_COMMAS = frozenset({"،", ",", "(", ":"})


@dataclass(frozen=True, slots=True)
class Person:
    """A name of a person: its candidate, and the folded words of its last unit (أبو الغيط), which may stand alone."""

    candidate: Candidate
    last_unit: tuple[str, ...]


def find(reading: Reading, listed: Iterable[Candidate]) -> list[Person]:
    """Return the names of people that rules find in ``reading``, in text order."""
    other = {i for one in listed if one.type != "PER" for i in range(one.first, one.last)}
    whole = {one.first: one.last for one in listed if one.type == "PER"}
    found: list[Person] = []
    after = 0
    for i, word in enumerate(reading.words):
        if i < after or word.kind != "arabic" or not _may_open(word.folded):
            continue
        person = _at(reading, i, other, whole)
        if person is not None:
            found.append(person)
            after = person.candidate.last
    return found


def alone(reading: Reading, people: Iterable[Person]) -> list[Candidate]:
    """Return the places where a family name of ``people`` stands alone for its bearer."""
    units = {person.last_unit: person for person in people if person.last_unit}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for unit in units:
        by_first.setdefault(unit[0], []).append(unit)
    found: list[Candidate] = []
    for i, word in enumerate(reading.words if by_first else ()):
        for opening in words.openings(word.folded) if word.kind == "arabic" else ():
            for unit in by_first.get(opening.stem, ()):
                if _reads(reading, i, unit) and _may_stand_alone(reading, i, unit):
                    last = i + len(unit)
                    start = words.char(reading, i, opening.cut)
                    found.append(Candidate(i, last, start, reading.ends[last - 1], "PER", None, 2))
    return found


@lru_cache(1 << 18)
def _may_open(folded: str) -> bool:
    """Whether a word, clitics off or on, may begin a name of a person at all."""
    if not words.everyday(folded) and not folded.startswith("ال"):
        return True
    return any(words.evidence(o.stem) or o.stem in _particles("first") for o in words.openings(folded))


def _reads(reading: Reading, i: int, unit: tuple[str, ...]) -> bool:
    return tuple(word.folded for word in reading.words[i + 1 : i + len(unit)]) == unit[1:]


def _may_stand_alone(reading: Reading, i: int, unit: tuple[str, ...]) -> bool:
    if len(unit) > 1:
        return True
    name = "".join(unit)
    if not words.everyday(name) and words.evidence(name) != "open" and not words.nation(name):
        return True
    return i > 0 and (not reading.words[i - 1].keys.isdisjoint({"speech_verbs", "titles"}))


def _at(reading: Reading, i: int, other: set[int], whole: dict[int, int]) -> Person | None:
    """Return the name that begins at token ``i``, if one does."""
    titled = behind_title(reading, i)
    own = words.listed_everyday(reading.words[i].folded)
    for opening in words.openings(reading.words[i].folded):
        if (
            opening.merged
            or (opening.cut and (own or words.evidence(reading.words[i].folded)))
            or (opening.cut and not words.evidence(opening.stem) and opening.stem not in _particles("first"))
        ):
            continue
        if opening.stem.startswith("ال") and "titles" in reading.words[i].keys:
            continue  # المهندس سعيد, الأمين العام
        run = _Run(reading, other, titled)
        last = run.read(i, opening.stem)
        if last and run.accepted(last - i, next_to_title=_next_to_title(reading, i)):
            if last == i + 1 and not titled and (opening.cut > 1 or _like_a_noun(reading, i, opening.stem)):
                continue
            last = max(last, whole.get(i, 0))
            candidate = Candidate(
                i, last, words.char(reading, i, opening.cut), reading.ends[last - 1], "PER", None, 2 + run.sure
            )
            return Person(candidate, run.last_unit if last - i > 1 else ())
    return None


class _Run:
    """A row of name words while it is being read: what speaks for it so far."""

    def __init__(self, reading: Reading, other: set[int], titled: bool) -> None:
        self.reading, self.other, self.titled = reading, other, titled
        self.sure = self.open = self.unknown = 0
        self.unknown_in_a_row = 0
        self.last_unit: tuple[str, ...] = ()
        self.given_first = False
        self.definite_first = False

    def read(self, i: int, stem: str) -> int:
        """Return the token after the row that begins at ``i`` with ``stem``; 0 where none begins."""
        self.definite_first = stem.startswith("ال")
        first = self._unit(i, stem, first=True)
        if not first:
            return 0
        known = words.name_words().get(words.key(stem))
        self.given_first = (known is not None and known.alone and known.kind != "family") or first > i + 1
        j = first
        while j < len(self.reading.words) and j - i < _LONGEST and words.joined(self.reading, j):
            hyphen = self._hyphen(j)
            after = self._unit(j + hyphen, self.reading.words[j + hyphen].folded, first=False)
            if not after:
                break
            self.sure -= hyphen * (self.sure > 1)
            j = after
        return j

    def _hyphen(self, j: int) -> int:
        """Return 1 where token ``j`` is the hyphen inside a name, no blank around it: جان-بول; else 0."""
        words_ = self.reading.words
        inside = words_[j].surface == "-" and j + 1 < len(words_) and words_[j + 1].kind == "arabic"
        return int(inside and self.reading.tight(j) and self.reading.tight(j + 1))

    def accepted(self, length: int, *, next_to_title: bool) -> bool:
        """Whether what was read is a name; a word that may be prose too needs the title right before it."""
        if self.sure and length > 1:
            return True
        if length == 1 and self.open and not next_to_title:
            return False
        if self.titled:
            return bool(self.sure or self.open or self.unknown)
        return bool(self.sure and self.given_first) or (self.open >= 2 and self.given_first and length > 2)

    def _unit(self, i: int, stem: str, *, first: bool) -> int:
        """Return the token after the unit (a word, عبد الله, أبو الغيط, بن سلمان) at ``i``; 0 where there is none."""
        particles = _particles("first") if first else _particles("between") | _particles("first")
        if stem in particles and self._follows(i):
            return self._count(i, i + 2, "sure" if stem in _particles("first") or not first else "open")
        if not first and self.titled and stem in _particles("ordinal") and self.sure:
            return i + 1
        if not first and stem in _particles("after") and (self.sure or self.open):
            self.last_unit = (*self.last_unit, stem)
            return i + 1
        proof = words.proof(self.reading, i, stem)
        if not first and words.bound(stem):
            return 0
        if i in self.other and proof != "sure" and not self._family_of_place(stem, first=first):
            return 0
        if proof:
            return self._count(i, i + 1, proof)
        return self._unknown(i, stem, first=first)

    def _unknown(self, i: int, stem: str, *, first: bool) -> int:
        if first and (not self.titled or self.definite_first or _behind_body(self.reading, i)):
            return 0
        if self.unknown_in_a_row >= _UNKNOWN_IN_A_ROW or i in self.other or len(stem) < 3:
            return 0
        if words.bound(stem) or _inflected(self.reading.words[i].surface, stem):
            return 0
        if self.sure >= _ENOUGH and not stem.startswith("ال") and not self._nisba_of_son(stem):
            return 0  # محمد صلاح يجرح
        if words.unlikely(self.reading, i) or _is_known_as_other(self.reading, i):
            return 0
        if not first and not (self.sure or self.titled):
            return 0
        return self._count(i, i + 1, "")

    def _family_of_place(self, stem: str, *, first: bool) -> bool:
        """Whether the name of a place with the article is the family's, right behind a given name: فهد المغير."""
        return not first and self.given_first and self.sure > 0 and stem.startswith("ال") and not words.nation(stem)

    def _nisba_of_son(self, stem: str) -> bool:
        """Whether a family's adjective without an article closes a titled row with بن: أسامة بن أحمد نقلي."""
        return self.titled and len(self.last_unit) > 1 and stem.endswith("ي") and len(stem) > 3

    def _follows(self, i: int) -> bool:
        j = i + 1
        if j >= len(self.reading.words) or not words.joined(self.reading, j):
            return False
        word = self.reading.words[j]
        if word.kind != "arabic":
            return False
        return bool(words.evidence(word.folded)) or word.folded.startswith("ال") or not words.unlikely(self.reading, j)

    def _count(self, first: int, last: int, proof: words.Evidence) -> int:
        self.sure += proof == "sure"
        self.open += proof == "open"
        self.unknown += proof == ""
        self.unknown_in_a_row = 0 if proof else self.unknown_in_a_row + 1
        self.last_unit = tuple(word.folded for word in self.reading.words[first:last])
        return last


def _inflected(surface: str, stem: str) -> bool:
    """Whether an unknown word shows the endings of prose: tanween, ال with ة, a verb's ي."""
    if stem.startswith("و") and not stem.startswith(words.affixes("foreign_opening")):
        return True
    if (
        words.inflected(stem)
        or words.adjective_shape(stem)
        or surface.endswith(("\u064b", "\u064b\u0627", "\u0627\u064b"))
    ):
        return True
    if stem.endswith("ا") and words.everyday(stem[:-1]):
        return True
    if len(stem) > _LONG_PLURAL and stem.startswith("ال") and stem.endswith(words.affixes("plural_suffix")):
        return True  # المهنئين
    return (stem.startswith("ال") and stem.endswith("ة")) or (stem.startswith("ي") and len(stem) in (4, 5))


def _is_known_as_other(reading: Reading, i: int) -> bool:
    """Whether a list of language says that the word is something else: a title, a word of saying."""
    word = reading.words[i]
    if word.folded.startswith("ال") and word.folded.endswith("ي") and word.keys <= {"titles"}:
        return any(not analysis.after for analysis in word.analyses)  # الحكمي is no "my referee"
    return not word.keys.isdisjoint({"titles", "speech_verbs", "source_phrases", "outlet_words"})


def behind_title(reading: Reading, i: int) -> bool:
    """Whether the words before token ``i`` are a title: الرئيس الأميركي, وزير الدفاع الأميركي, المتحدث باسم الحكومة."""
    between = False
    for j in range(i - 1, max(-1, i - 1 - _LOOK_BACK), -1):
        word = reading.words[j]
        if "\n" in reading.source[reading.ends[j] : reading.starts[j + 1]]:
            return False
        if "titles" in word.keys:
            titles = [a for a in word.analyses if a.entry.cls == "titles"]
            kinds = {a.entry.row["kind"] for a in titles}
            if kinds == {"rank"} and all(a.definite for a in titles):
                return False  # الجهود الكبيرة
            return between or "person" in kinds or j == i - 1
        if word.folded in _COMMAS:
            if j != i - 1:
                return False
            continue
        if not _belongs_to_title(reading, j):
            return False
        between = True
    return False


def _like_a_noun(reading: Reading, i: int, stem: str) -> bool:
    """Whether a lone word is as likely a noun with ة (غنيمة) as a given name: no word of saying stands beside it."""
    beside = reading.words[max(0, i - 1) : i + 2]
    return stem.endswith("ة") and all("speech_verbs" not in word.keys for word in beside)


def _next_to_title(reading: Reading, i: int) -> bool:
    before = reading.words[i - 1].analyses if i else ()
    return any(a.entry.cls == "titles" and a.entry.row["kind"] != "rank" for a in before)


def _behind_body(reading: Reading, i: int) -> bool:
    """Whether the noun before token ``i`` names a body that would be called by it: قوات برخان."""
    before = reading.words[i - 1] if i else None
    if before is None or "titles" in before.keys or before.folded.startswith("ال"):
        return False
    return before.folded in _heads()


def _belongs_to_title(reading: Reading, j: int) -> bool:
    word = reading.words[j]
    if word.folded in _linking():
        return True
    if any(opening.stem.startswith("ال") for opening in words.openings(word.folded)):
        return word.keys.isdisjoint({"weekdays", "relative_days"})
    return not word.keys.isdisjoint({"places", "bodies", "body_heads"}) or word.folded in _heads()


@cache
def _particles(stands: str) -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("name_particles") if row["stands"] == stands)


@cache
def _linking() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("title_links"))


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon.rows("body_heads"))
