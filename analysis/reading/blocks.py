"""The running text of a page, cut into blocks: what a reader sees as one paragraph, headline, label or caption.

A block is a run of words between two block-level elements or line breaks, with the element it stands in and how many of
its words are links. What elements are called says more: `mark` reads it. The page's tree is walked once, without
recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from analysis import lexicon

Mark = Literal["away", "caption", "line"]
"""What names of elements say of the words inside: something else, a caption, or a line on the article itself."""
_MARKS: tuple[Mark, ...] = ("away", "caption", "line")
"""Where the names of one element say several things, the first here counts."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "ins", "kbd", "label",
    "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "map", "select", "option", "textarea", "input", "button", "frameset", "noframes",
))  # fmt: skip
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACE = re.compile(r"\s{2,}|[^\S ]")
LARGEST_FORM = 500
"""Characters of an element that stands around a form and is no more than what the form is for."""
_LONGEST_NAMES = 400
"""Characters of class and id that are looked at; what is longer is no name."""


@dataclass(eq=False, slots=True)
class Block:
    """A run of words: its place in the order of the page, its text, and the innermost block-level element around it."""

    number: int
    text: str
    element: Any
    linked: int
    """Words that lie inside links."""
    count: int
    """Words it has."""
    times: tuple[tuple[str, bool], ...] = ()
    """``datetime`` of the ``time`` elements in it, and whether they are named as updates."""

    @property
    def is_link(self) -> bool:
        """Whether it is a link and hardly anything else."""
        return self.linked * 5 >= self.count * 4


@dataclass(slots=True)
class _Run:
    """The words read since the last block ended."""

    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    times: list[tuple[str, bool]] = field(default_factory=list)


def blocks(tree: Any) -> list[Block]:
    """Return the blocks of a page's body, in order."""
    return list(_walk(tree))


def _walk(tree: Any) -> Iterator[Block]:
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    stack: list[Any] = []
    run, depth, number = _Run(), 0, 0

    def flush() -> Iterator[Block]:
        nonlocal run, number
        text = _joined(run.parts)
        if text and stack:
            linked = len(_joined(run.links).split())
            yield Block(number, text, stack[-1], linked, text.count(" ") + 1, tuple(run.times))
            number += 1
        run = _Run()

    def say(text: str | None) -> None:
        if text:
            run.parts.append(text)
            if depth:
                run.links.append(text)

    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            if event == "end":
                say(element.tail)
            continue
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
                continue
            if tag == "br":
                yield from flush()
            elif tag not in _INLINE:
                yield from flush()
                stack.append(element)
            elif tag == "a":
                depth += 1
                run.links.append(" ")
            elif tag == "time" and element.get("datetime"):
                run.times.append((element.get("datetime").strip(), bool(names(element) & {"updated", "modified"})))
            say(element.text)
            continue
        if tag not in _INLINE and tag not in _UNSEEN and tag != "br":
            yield from flush()
            stack.pop()
        elif tag == "a":
            depth = max(0, depth - 1)
            run.links.append(" ")
        say(element.tail)
    yield from flush()


def _joined(parts: list[str]) -> str:
    """The text of the parts, on one line; two inline elements that touch in a digit are two words."""
    text = ""
    joined: list[str] = []
    for part in parts:
        if text and text[-1].isalnum() and part[:1].isalnum() and (text[-1].isdigit() or part[0].isdigit()):
            joined.append(" ")
        joined.append(part)
        text = part or text
    return _SPACE.sub(" ", "".join(joined).replace("\ufeff", " ")).strip()


def names(element: Any) -> set[str]:
    """Return the words of an element's class and id, in small letters."""
    return set(_names(element))


def mark(element: Any) -> Mark | None:
    """Say what an element's tag, role and names make of the words inside it."""
    tag, role = element.tag, (element.get("role") or "").lower()
    if tag in listed("away", "tag") or role in listed("away", "role") or element.get("hidden") is not None:
        return "away"
    if tag in listed("caption", "tag"):
        return "caption"
    if tag == "form" or _holds_form(element):
        return "away"
    words = _names(element)
    if not words:
        return "line" if tag in listed("line", "tag") else None
    said = {*words, *map(" ".join, pairwise(words))}
    if not said.isdisjoint(listed("hidden", "name")):
        return None
    return next((what for what in _MARKS if not said.isdisjoint(listed(what, "name"))), None)


@cache
def listed(says: str, of: str) -> frozenset[str]:
    """Return the tags, roles or names (``of``) that say one thing of an element: rows of `element_names.tsv`."""
    rows = lexicon.rows("element_names")
    return frozenset(row["form"] for row in rows if row["says"] == says and row["of"] == of)


def _holds_form(element: Any) -> bool:
    """Whether an element is small and has a form: to subscribe, to vote, to search."""
    return element.find("form") is not None and len(element.text_content()) < LARGEST_FORM


def _names(element: Any) -> list[str]:
    written = f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAMES]
    return [name.lower() for name in _NAME.findall(written)]
