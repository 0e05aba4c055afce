"""The notation of rules: a pattern as it is written, taken apart.

A pattern is written in words::

    <day> <month> ("/" <month:same>)? <year>?

==============  =====================================================================================================
``<slot>``      an entry of the list of that name, or what a stage's own slot of that name finds; bound to its name
``<slot:as>``   the same, bound to another name
``"a|b"``       one token that reads so when folded, or one of several
``( … | … )``   a choice
``?``           the element or group before it may be absent
``^``           the token must stand right behind the one before it, without white space
==============  =====================================================================================================

There is no repetition. What the trees are run by is `patterns`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.text.fold import fold_text


class RuleError(ValueError):
    """A rule cannot be read; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One token that reads as one of ``words``."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """What the slot of that name finds, bound to a name."""

    slot: str
    bound_to: str


@dataclass(frozen=True, slots=True)
class Tight:
    """The token stands right behind the one before it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Elements one behind the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several elements, or none where it is optional."""

    options: tuple[Node, ...]
    optional: bool = False


Node = Literal | Named | Tight | Row | Choice


_SIGN = re.compile(r'\s*(<(?P<slot>[a-z_0-9]+)(?::(?P<as>[a-z_0-9]+))?>|"(?P<literal>[^"]+)"|(?P<sign>[()|?^]))')


def parse(pattern: str) -> Node:
    """Return the tree of a pattern; RuleError where it cannot be read.

    Examples
    --------
    >>> parse("<months:month> ^ <day>")
    Row(parts=(Named(slot='months', bound_to='month'), Tight(), Named(slot='day', bound_to='day')))
    """
    signs: list[re.Match[str]] = []
    at = 0
    while pattern[at:].strip():
        sign = _SIGN.match(pattern, at)
        if sign is None:
            raise RuleError(f"cannot read {pattern[at:]!r}")
        signs.append(sign)
        at = sign.end()
    node, after = _choice(signs, 0)
    if after != len(signs):
        raise RuleError(f"a bracket closes that never opened in {pattern!r}")
    return node


def _choice(signs: list[re.Match[str]], at: int) -> tuple[Node, int]:
    options: list[Node] = []
    while True:
        row, at = _row(signs, at)
        options.append(row)
        if at == len(signs) or signs[at]["sign"] != "|":
            return (options[0] if len(options) == 1 else Choice(tuple(options))), at
        at += 1


def _row(signs: list[re.Match[str]], at: int) -> tuple[Node, int]:
    parts: list[Node] = []
    while at < len(signs) and signs[at]["sign"] not in {"|", ")"}:
        part, at = _part(signs, at)
        if at < len(signs) and signs[at]["sign"] == "?":
            part, at = Choice((part,), optional=True), at + 1
        parts.append(part)
    if not parts:
        raise RuleError("an empty choice")
    return Row(tuple(parts)), at


def _part(signs: list[re.Match[str]], at: int) -> tuple[Node, int]:
    sign = signs[at]
    if sign["slot"]:
        return Named(sign["slot"], sign["as"] or sign["slot"]), at + 1
    if sign["literal"]:
        return Literal(frozenset(fold_text(word) for word in sign["literal"].split("|"))), at + 1
    if sign["sign"] == "^":
        return Tight(), at + 1
    if sign["sign"] == "(":
        node, at = _choice(signs, at + 1)
        if at == len(signs):
            raise RuleError("a bracket never closes")
        return node, at + 1
    raise RuleError(f"{sign['sign']!r} has nothing before it")
