"""Where a text names the outlet that it is of, and not another that it cites.

It does so on a line of its own, in a dateline (``دبي (CNN) –``, ``فهد العتيبي – سبق – الطائف:``), in a link to itself
(``رابط الخبر بصحيفة الوئام``) or in passing: somebody "told «X»", "«X» has learnt", "of which «X» received a copy".
Names that several outlets share (الوطن) tell nothing: the country that a text speaks of need not be that of its paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.reading.furniture import Layout, Line
from analysis.text.read import Item, Reading

OUTLETS, AGENCIES = "outlets", "agencies"
DATELINE = 14
"""Tokens at the beginning of the prose in which a dateline may end."""
SHORTEST_OTHER = 5
"""Words besides the outlet's name that a line naming it may have."""
NEAR = 2
"""Tokens between a word of `outlet_words.tsv` and the name it stands with."""
BODY = 2
"""Tokens between what an outlet is and its name in brackets: ``هيئة الإذاعة الأميركية (سي إن إن)``."""
COPY = 4
"""Tokens around a name in which a copy is spoken of that it received."""
SPEECH = 10
"""Tokens before "to X" in which a verb of speech tells that something was told."""
LINK = 3
"""Tokens behind "link of the story" in which its outlet is named."""

_OPENERS = frozenset("«\"“„(‹[{»'")
_CLOSERS = frozenset("»\"”“)›]}«'")
_TO = "ل"
"""The clitic of whom something is told to."""
_AND_TO = frozenset({_TO, "و"})
_SIGN = "©"
_DASHES = frozenset("-–—:/|،\u0640")
_SPEECH = ("speech_verbs", "speech_nouns")
_STRANGERS = frozenset({"related", "credit", "byline", "comments", "share", "topics", "section"})
"""Kinds of furniture in which another outlet than the page's own may be named."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place, and the outlets that go by it."""

    item: Item
    ids: tuple[str, ...]


class Names:
    """The outlets that a text names as its own."""

    def __init__(self, reading: Reading, layout: Layout) -> None:
        self.reading = reading
        self.layout = layout

    def stated(self) -> Iterator[str]:
        """Yield outlets that the page says it is of, the surest first."""
        for named in (*self._in_lines(), *self._in_dateline(), *self._linked()):
            if len(named.ids) == 1:
                yield named.ids[0]
        yield from _in_wire(self.reading, self.layout)

    def told(self) -> str | None:
        """Return the outlet that people are said to have told something, most often; None where two are as often."""
        found: Counter[str] = Counter()
        for start, end in _prose(self.layout):
            for i in self.reading.tokens_in(start, end):
                named = self.at(i)
                if named and len(named.ids) == 1 and _its_own(self.reading, named.item):
                    found[named.ids[0]] += 1
        ranked = found.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def at(self, i: int, dated: bool = False) -> Named | None:
        """Return what begins at token ``i``, if it names an outlet: common words in marks only, or in a dateline."""
        items = [item for item in self.reading.at(i, OUTLETS) if dated or counts(self.reading, item)]
        if not items:
            return None
        same = [item for item in items if item.last == items[0].last]
        return Named(items[0], tuple(dict.fromkeys(item.entry.row["id"] for item in same)))

    def _in_lines(self) -> Iterator[Named]:
        """Outlets that a line outside the prose names: a byline above it, the site's name or its copyright below."""
        for line in self.layout.furniture():
            if line.kind in _STRANGERS or len(line.words) > SHORTEST_OTHER + 3:
                continue
            tokens = range(line.first, line.last)
            rights = line.kind == "copyright" or any(self.reading.words[i].folded == _SIGN for i in tokens)
            for i in tokens:
                named = self.at(i, dated=rights and _owns(self.reading, line, i))
                if named and (rights or _heads(self.reading, line, named.item)):
                    yield named
                    break

    def _in_dateline(self) -> Iterator[Named]:
        """Outlets in the words before the first dash of the prose: ``دبي (CNN) –``, ``سبق - الرياض:``."""
        if not self.layout.body:
            return
        words = self.reading.words
        starts = [self.layout.body[0]]
        starts += [line.start for line in self.layout.furniture() if line.start < starts[0]][-1:]
        for start in starts:
            line_end = self.reading.source.find("\n", start)
            first = max(0, self.reading.token_at(start))
            for i in range(first, min(first + DATELINE, len(words))):
                if 0 <= line_end <= self.reading.starts[i]:
                    break
                opens = i == first or words[i - 1].folded in _DASHES
                named = self.at(i, dated=opens and _filed(self.reading, i))
                if named is None:
                    continue
                _, after = outside(self.reading, named.item)
                cut = after < len(words) and words[after].folded in _DASHES - {"،"}
                if cut and (marked(self.reading, named.item) or opens):
                    yield named

    def _linked(self) -> Iterator[Named]:
        """Outlets whose page a line links to as this story's: ``رابط الخبر بصحيفة الوئام: …``."""
        words = self.reading.words
        for i in self.reading.where("outlet_words"):
            if "link" not in _kinds(self.reading, i):
                continue
            last = self.reading.at(i, "outlet_words")[0].last
            for j in range(last, min(last + LINK, len(words))):
                named = self.at(j, dated=j > last and "body" in _kinds(self.reading, j - 1))
                if named:
                    yield named
                    break


def _prose(layout: Layout) -> Iterator[tuple[int, int]]:
    return ((s.start, s.end) for s in layout.sentences if s.place in ("body", "title"))


def _filed(reading: Reading, i: int) -> bool:
    """Whether a common word at the beginning or between dashes is an outlet: a place stands behind it, and it is none.

    ``سبق - جدة:``, ``فهد العتيبي- سبق- الطائف:``; not ``الرياض - واس``.
    """
    items = reading.at(i, OUTLETS)
    if not items or "places" in reading.words[i].keys or items[0].last + 1 >= len(reading.words):
        return False
    after = items[0].last
    return reading.words[after].folded in _DASHES - {"،", ":"} and bool(reading.at(after + 1, "places"))


def _owns(reading: Reading, line: Line, i: int) -> bool:
    """Whether a name in a line of copyright stands where its owner does: apart, or behind what it is."""
    items = reading.at(i, OUTLETS)
    if not items:
        return False
    last = items[0].last
    before = i == line.first or reading.words[i - 1].kind in ("mark", "digits") or "body" in _kinds(reading, i - 1)
    after = last >= line.last or reading.words[last].kind in ("mark", "digits")
    return (before or "prep" in items[0].analysis.before) and after


def _heads(reading: Reading, line: Line, item: Item) -> bool:
    """Whether the line is the outlet's name, or begins or ends with it, cut off by a dash or the like."""
    others = len(line.words) - sum(word.isalnum() for word in item.entry.words)
    if others <= 0:
        return item.entry.row["license"] == "free" or marked(reading, item)
    if others > SHORTEST_OTHER:
        return False
    before, after = outside(reading, item)
    begins = item.first - line.first <= 1 and after < line.last and reading.words[after].folded in _DASHES
    ends = line.last - item.last <= 1 and before >= line.first and reading.words[before].folded in _DASHES
    return begins or ends


def outside(reading: Reading, item: Item) -> tuple[int, int]:
    """Return the tokens before and behind a name, its quotation marks or brackets skipped."""
    inside = marked(reading, item)
    return item.first - 1 - inside, item.last + inside


def _in_wire(reading: Reading, layout: Layout) -> Iterator[str]:
    """Agencies that publish their own wire: a line above the prose with place, date and agency, as they write it."""
    for line in layout.furniture():
        if not layout.body or line.start > layout.body[0]:
            return
        tokens = range(line.first, line.last)
        dated = any("months" in reading.words[i].keys for i in tokens) and reading.words[line.first].kind == "arabic"
        numbers = sum(reading.words[i].kind == "digits" for i in tokens)
        for item in reading.at(line.last - 1, AGENCIES) if dated and numbers > 1 else ():
            yield item.entry.row["id"]


def _its_own(reading: Reading, item: Item) -> bool:
    """Whether the words around a name say that the article is this outlet's: "told «X»", "«X» has learnt"."""
    before, after = outside(reading, item)
    if any(
        "body" in _kinds(reading, i) for i in range(max(0, before - (BODY if marked(reading, item) else 0)), before + 1)
    ):
        return False
    if _received(reading, before, after):
        return True
    attached = "prep" in item.analysis.before and reading.source[reading.starts[item.first]] in _AND_TO
    to = before >= 0 and (reading.words[before].folded == _TO or "towards" in _kinds(reading, before))
    if attached or to:
        aside = before if attached else before - 1
        taken = aside >= 0 and not {"taken", "body"}.isdisjoint(_kinds(reading, aside))
        return not taken and _is_speech(reading, item.first)
    if any("self" in _kinds(reading, i) for i in range(max(0, before - NEAR + 1), before + 1)):
        return True
    return marked(reading, item) and after < len(reading.words) and "does" in _kinds(reading, after)


def _received(reading: Reading, before: int, after: int) -> bool:
    """Whether an outlet says that it was sent something: ``بيان تلقت «عكاظ» نسخة منه``."""
    sent = before >= 0 and "received" in _kinds(reading, before)
    return sent and any("copy" in _kinds(reading, i) for i in range(after, min(after + COPY, len(reading.words))))


def _is_speech(reading: Reading, i: int) -> bool:
    """Whether somebody speaks in the words before token ``i``."""
    return any(
        not reading.words[j].keys.isdisjoint(_SPEECH) or "speech" in _kinds(reading, j)
        for j in range(max(0, i - SPEECH), i)
    )


def _kinds(reading: Reading, i: int) -> set[str]:
    return {item.entry.row["kind"] for item in reading.at(i, "outlet_words")}


def counts(reading: Reading, item: Item) -> bool:
    """Return whether a name counts where it stands: common words do in quotation marks or brackets only."""
    return item.entry.row["license"] == "free" or marked(reading, item)


def marked(reading: Reading, item: Item) -> bool:
    """Return whether a name stands alone in quotation marks or brackets."""
    return (
        item.first > 0
        and item.last < len(reading.words)
        and reading.words[item.first - 1].folded in _OPENERS
        and reading.words[item.last].folded in _CLOSERS
    )
