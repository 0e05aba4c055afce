"""Prose apart from the rest of a page, where the page came as plain text.

A saved or copied page holds more than the article: a clock, a logo's name, the headline twice, share buttons, captions,
cross-heads, links to other stories. Words give some of it away (``language/furniture.tsv``), shape the rest: prose is
written in sentences, and what stands alone on a line, short and without a full stop, is none. Every line gets one
place; nothing is cut from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis import lexicon
from analysis.text.read import Reading, read
from analysis.text.sentences import Place, Sentence

LONG = 11
"""Words from which a line without a full stop is prose, among prose."""
LONG_HEAD = 18
"""The same above the prose, where captions stand."""
ANNOUNCING = 8
"""Words from which a line that ends in a colon is prose anywhere."""
FEWEST_ANNOUNCING = 3
"""The same between two lines of prose."""
LONGEST_LINKS = 4
"""Words of the longest label with links below it; a longer one holds its link itself."""
LONGEST_TITLE = 30
"""Words of the longest headline; a longer line without a full stop is a paragraph that lost it."""
LONGEST_LABEL = 25
"""Words of the longest line that the list of furniture is tried on."""
LONGEST_TOOL = 6
"""Words of the longest button or label that ends as a sentence does; a longer line is a sentence that names one."""
FEWEST_TOOLS = 3
"""Labels of tools that stand one after another in a row of them."""
LONGEST_POLICY = 90
"""Words of the longest line that tells readers the terms of a site."""

SURE_TITLE = 6
"""Words from which the first unlisted line is the headline, and not a section's or a site's name."""
FEWEST_TITLE = 3
"""Words of the shortest line that is a headline because the prose repeats it."""
SHARED_TITLE = 2
"""Words that a line and the prose below must share for the line to be a headline before the first one."""
LEAD = 3
"""Paragraphs of the prose in which the words of the headline come again."""

_PATH = ("»", " / ", " > ", " | ", "›")
"""What sets the steps of a path through a site apart."""
_BULLET = re.compile(r"[-–—*•●▪]\s?(?=\w)|\d{1,2}\s?[-–.)]\s?(?=[^\W\d])")
_FIELD = re.compile(r"[A-Za-z_]{2,12}\s*[:=]\s")
_STOPS = frozenset(".!?؟…")
_CLOSING = "\"”»›')] \t\u00a0\u200e\u200f"
_PROSE_KINDS = frozenset({"byline", "credit", "reading-time"})
"""Kinds whose words also stand in sentences: no furniture where the line is written as one."""
_SURE = frozenset({"mark", "bare", "policy"})
"""Kinds that are no prose however they are written."""
_LINKING = frozenset({"related", "link", "newsletter", "copyright"})
"""Kinds that hold other headlines, which may end as sentences do."""
_TAILS = frozenset({"related", "comments", "end"})
"""Kinds after which the end of a page holds no prose."""


_FIGURES = re.compile(r"(?<!\d)(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)")
"""A day in figures, its year first or last; ``\\d`` is a digit of any script."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page that is not blank: its trimmed span, its tokens, and its words folded, without marks."""

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    stop: bool
    kind: str | None
    colon: bool = False
    """Whether it ends in a colon."""


@dataclass(frozen=True)
class Layout:
    """Where the parts of a page are. ``lines`` are the lines with their places; spans are characters."""

    title: tuple[int, int] | None
    body: tuple[int, int] | None
    lines: tuple[tuple[Line, Place], ...]
    sentences: tuple[Sentence, ...]

    def furniture(self) -> Iterator[Line]:
        """Yield the lines that are neither headline nor prose nor caption."""
        return (line for line, place in self.lines if place == "furniture")


def lay_out(reading: Reading, title: tuple[int, int] | None = None, known: Sequence[Place] = ()) -> Layout:
    """Say which lines of a page are headline, prose, caption and furniture.

    ``title`` is the headline's span where it is known; it is found otherwise. ``known`` are the places of the lines
    below it, where the page's markup gives them. A page without any line that looks like prose has all its unlisted
    lines as body.
    """
    lines = _lines(reading)
    head = _headline(reading, lines, title)
    below = 0 if head is None else head + 1
    if known and len(known) == len(lines) - below:
        heads: list[Place] = ["title"] * below
        places: list[Place] = heads + list(known)
    else:
        places = _places(reading, lines, head)
    body = [line for line, place in zip(lines, places, strict=True) if place == "body"]
    return Layout(
        title=title or ((lines[head].start, lines[head].end) if head is not None else None),
        body=(body[0].start, body[-1].end) if body else None,
        lines=tuple(zip(lines, places, strict=True)),
        sentences=tuple(_placed(reading.sentences, lines, places)),
    )


def _lines(reading: Reading) -> list[Line]:
    found: list[Line] = []
    for match in re.finditer(r"[^\n\u2028\u2029]+", reading.source):
        text = match.group()
        if not text.strip():
            continue
        start = match.start() + len(text) - len(text.lstrip())
        end = match.start() + len(text.rstrip())
        tokens = reading.tokens_in(start, end)
        words = tuple(reading.words[i].folded for i in tokens if reading.words[i].kind != "mark")
        stop = text.rstrip(_CLOSING)[-1:] in _STOPS
        first, last = (tokens.start, tokens.stop) if len(tokens) else (0, 0)
        kind = kind_of(words)
        if kind is None and words and _only_date(reading, first, last):
            kind = "bare"
        found.append(Line(start, end, first, last, words, stop, kind, text.rstrip().rstrip("-–— ").endswith(":")))
    return found


@cache
def _labels() -> Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    """Furniture by where it stands and the word it is looked up by: the last for ``end``, else the first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for row in lexicon.rows("furniture"):
        words = tuple(word for word in lexicon.folded_words(row["form"]) if word.isalnum() or len(row["form"]) == 1)
        key = (row["match"], words[-1] if row["match"] == "end" else words[0])
        found.setdefault(key, []).append((words, row["kind"]))
    return {key: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for key, entries in found.items()}


def kind_of(words: tuple[str, ...]) -> str | None:
    """Return the kind of furniture that a line's words are, folded and without marks; None where the list has none."""
    if not words:
        return "mark"
    labels = _labels()
    if len(words) > LONGEST_LABEL:
        return "policy" if len(words) <= LONGEST_POLICY and _holds(words, "policy") else None
    for form, kind in labels.get(("whole", words[0]), ()):
        if words == form:
            return kind
    for form, kind in labels.get(("start", words[0]), ()):
        if words[: len(form)] == form:
            return kind
    for form, kind in labels.get(("end", words[-1]), ()):
        if len(words) > len(form) and words[-len(form) :] == form:
            return kind
    return "share" if _is_row_of_tools(words) else _holds(words)


def _is_row_of_tools(words: tuple[str, ...]) -> bool:
    """Whether words are nothing but labels of tools, as the buttons of a bar are: ``طباعة فيسبوك تويتر``."""
    at = tools = 0
    while at < len(words):
        forms = _labels().get(("whole", words[at]), ())
        form = next((form for form, kind in forms if kind == "share" and words[at : at + len(form)] == form), None)
        if form is None:
            return False
        at += len(form)
        tools += 1
    return tools >= FEWEST_TOOLS


def _holds(words: tuple[str, ...], wanted: str | None = None) -> str | None:
    """The kind of furniture that stands anywhere in a line, or whether it is the one wanted."""
    labels = _labels()
    for at, word in enumerate(words):
        for form, kind in labels.get(("in", word), ()):
            if words[at : at + len(form)] == form and wanted in (None, kind):
                return kind
    return None


def line_kind(text: str) -> str | None:
    """Return the kind of furniture that a line is by its words alone, a date by itself among them."""
    lines = _lines(read(text))
    return lines[0].kind if lines else None


def holds_day(text: str) -> bool:
    """Whether a line names a day and a year: in figures, or with the name of a month."""
    if _FIGURES.search(text):
        return True
    reading = read(text)
    months = any("months" in word.keys or word.folded in _month_names() for word in reading.words)
    return months and sum(word.kind == "digits" for word in reading.words) > 1


@cache
def _stamp_words() -> frozenset[str]:
    return frozenset(word for row in lexicon.rows("stamp_words") for word in lexicon.folded_words(row["form"]))


@cache
def _month_names() -> frozenset[str]:
    months = (row for row in lexicon.rows("stamp_words") if row["kind"] == "month")
    return frozenset(word for row in months for word in lexicon.folded_words(row["form"]))


def _only_date(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens ``first`` to ``last`` are a date and nothing else: two numbers, or one and a month."""
    parts = 0
    for i in range(first, last):
        word = reading.words[i]
        if word.kind == "digits" or "months" in word.keys or word.folded in _month_names():
            parts += 1
        elif word.kind != "mark" and not (
            word.folded in _stamp_words() or not word.keys.isdisjoint({"months", "weekdays"})
        ):
            return False
    return parts > 1 and last - first <= LONGEST_LABEL


def _is_label(line: Line) -> bool:
    """Whether the list of furniture claims the line; some of its words need the line to be no sentence."""
    if line.kind is None:
        return False
    if line.kind in _SURE or not line.stop:
        return True
    if line.kind in _LINKING:
        return len(line.words) < LONG
    return line.kind not in _PROSE_KINDS and len(line.words) <= LONGEST_TOOL


def _headline(reading: Reading, lines: Sequence[Line], given: tuple[int, int] | None) -> int | None:
    """The number of the headline's line: the first that is no furniture, unless it is prose or nothing follows it.

    Where what stands first is a label that the list does not know (a section, a site's name), the headline is the line
    below it that says more of what the prose says.
    """
    if given is not None:
        return next((number for number, line in enumerate(lines) if line.start >= given[0]), None)
    first: int | None = None
    for number, line in enumerate(lines[:-1]):
        if _is_label(line) and line.kind not in _PROSE_KINDS:
            continue
        text = reading.source[line.start : line.end].rstrip(_CLOSING)
        if len(line.words) > LONGEST_TITLE or (text.endswith(".") and not text.endswith("..") and len(line.words) > 3):
            break
        if len(line.words) >= LONG and text.endswith(":"):
            break
        if first is None:
            first = number
            if len(line.words) >= SURE_TITLE and not _is_path(text):
                break
    return first if first is None else _said_again(reading, lines, first)


def _is_path(text: str) -> bool:
    """Whether a line tells where on the site a page stands, or is a field of a crawl."""
    return any(sign in text for sign in _PATH) or bool(_FIELD.match(text))


def _said_again(reading: Reading, lines: Sequence[Line], first: int) -> int:
    """The line from ``first`` on, above the prose, that shares most words with the prose; ``first`` where none does."""
    below = next((n for n in range(first + 1, len(lines)) if _is_prose(lines[n], LONG_HEAD)), len(lines))
    prose = {_bare(word) for line in lines[below : below + LEAD] for word in line.words if len(word) > 2}
    text = reading.source[lines[first].start : lines[first].end]
    if len(lines[first].words) >= SURE_TITLE and not _is_path(text):
        return first
    best, most = first, 0
    for number in range(first, below):
        line = lines[number]
        text = reading.source[line.start : line.end]
        if line.kind is not None or len(line.words) < FEWEST_TITLE or _is_path(text):
            continue
        shared = len({_bare(word) for word in line.words} & prose)
        if shared > most:
            best, most = number, shared
    return best if most >= SHARED_TITLE else first


def _bare(word: str) -> str:
    """A folded word without what may be written in front of it, and maybe less: the same for all its forms."""
    while clitic := next((one for one in _clitics() if _is_cut(word, one)), None):
        word = word[len(clitic) :]
    return word


def _is_cut(word: str, clitic: str) -> bool:
    return word.startswith(clitic) and len(word) - len(clitic) > 2


@cache
def _clitics() -> tuple[str, ...]:
    forms = {row["form"] for row in lexicon.rows("clitics") if row["side"] == "before"}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _places(reading: Reading, lines: Sequence[Line], head: int | None) -> list[Place]:
    stops = _ends_in_stops(lines)
    above = 0 if head is None else head + 1
    above = next((number for number in range(above, len(lines)) if lines[number].stop), len(lines))
    prose = [
        number != head and _is_prose(line, LONG_HEAD if number <= above and stops else LONG)
        for number, line in enumerate(lines)
    ]
    if not any(prose):
        prose = [number != head and not _is_label(line) for number, line in enumerate(lines)]
    first = prose.index(True) if any(prose) else len(lines)
    last = len(prose) - prose[::-1].index(True) if any(prose) else 0
    for number in range(first + 1, last):
        prose[number] = prose[number] or _announces(lines[number]) or _is_item(reading, lines, number)
    for number in _listed_links(reading, lines):
        prose[number] = False
    tail = _tail(lines, first, last)
    credits = _captions(lines)
    places: list[Place] = []
    for number in range(len(lines)):
        if number == head:
            places.append("title")
        elif number in credits:
            places.append("caption")
        else:
            places.append("body" if prose[number] and number < tail else "furniture")
    return places


def _announces(line: Line) -> bool:
    """Whether a line among prose is a sentence that ends in a colon: what is said, or listed, stands below."""
    return line.colon and len(line.words) >= FEWEST_ANNOUNCING and not _is_label(line)


def _is_item(reading: Reading, lines: Sequence[Line], number: int) -> bool:
    """Whether a line is one of several items of a list, or the first below a colon."""
    near = [lines[other] for other in (number - 1, number + 1) if 0 <= other < len(lines)]
    if _is_label(lines[number]) or len(lines[number].words) < FEWEST_ANNOUNCING or not _bullet(reading, lines[number]):
        return False
    return lines[number - 1].colon or any(_bullet(reading, line) for line in near)


def _bullet(reading: Reading, line: Line) -> bool:
    return bool(_BULLET.match(reading.source, line.start))


def _listed_links(reading: Reading, lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of lines below a label of links that look like headlines: short, and without a full stop."""
    linking = False
    for number, line in enumerate(lines):
        if line.kind == "related" and len(line.words) <= LONGEST_LINKS:
            linking = True
        elif linking and line.kind is None:
            text = reading.source[line.start : line.end].rstrip(_CLOSING)
            linking = len(line.words) < LONG and not text.endswith((".", ":"))
            if linking:
                yield number


def _is_prose(line: Line, long: int) -> bool:
    """Whether a line is prose: it ends as a sentence does, or has ``long`` words."""
    if _is_label(line):
        return False
    return len(line.words) >= (3 if line.stop else ANNOUNCING if line.colon else long)


def _ends_in_stops(lines: Sequence[Line]) -> bool:
    """Whether this page's paragraphs end in full stops."""
    long = [line for line in lines if len(line.words) >= LONG_HEAD]
    return sum(line.stop for line in long) * 2 >= len(long)


def _tail(lines: Sequence[Line], first: int, last: int) -> int:
    """The number of the line at which the article has ended: links to other stories, or comments, follow."""
    for number in range(last - 1, first, -1):
        line = lines[number]
        if line.stop and len(line.words) >= LONG:
            break  # prose: what stands above it is inside the article
        if line.kind in _TAILS and _is_label(line) and len(line.words) <= 4:
            last = number
    return last


def _captions(lines: Sequence[Line]) -> set[int]:
    """The lines that are captions: those with a credit, and their copies beside them."""
    found = {number for number, line in enumerate(lines) if line.kind == "credit" and _is_label(line)}
    for number in sorted(found):
        for other in range(max(0, number - 1), min(len(lines), number + 2)):
            words = lines[other].words
            if len(words) >= 3 and not lines[other].stop and words == lines[number].words[: len(words)]:
                found.add(other)
    return found


def _placed(sentences: Sequence[Sentence], lines: Sequence[Line], places: Sequence[Place]) -> Iterator[Sentence]:
    """The sentences with the place of the line they lie in."""
    number = 0
    for sentence in sentences:
        while number + 1 < len(lines) and lines[number + 1].start <= sentence.start:
            number += 1
        yield replace(sentence, place=places[number]) if lines else sentence
