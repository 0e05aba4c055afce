"""What is read as a time, as a page: every rule with what its own sentences come to, every word of every list.

The page, ``language/TIMES.md``, is made from the lists and rules and by the extractor itself, so that it says no more
than the program does; a test holds it against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating.resolve import resolve
from analysis.marks import patterns, time_slots, times
from analysis.marks.patterns import Rule
from analysis.text.read import read

PAGE = Path(str(files("analysis") / "language" / "TIMES.md"))
PUBLISHED = date(2021, 3, 23)
"""The day the sentences are read as if published on, as the rules' own examples are."""

_UNLISTED = frozenset({"clitics", "percent_words", "units"})
"""Classes that rules of times name, but that are no words of time."""

_DAY = f"{PUBLISHED:%A} {PUBLISHED.day} {PUBLISHED:%B %Y}"
_HEAD = f"""\
# What is read as a time

Made by `make pages` from the lists and rules of this folder, read by the program itself; a test holds the page against
them. Sentences are read as if published on {_DAY}; values are TIMEX3, `open` and the intervals as in the
table `times`. How to add a word or a rule: [README.md](README.md).
"""


def page() -> str:
    """Return the page as Markdown: the rules in their order, then the lists by name."""
    rules = patterns.load("time")
    return "\n".join([
        _HEAD,
        "## Expressions",
        *(line for rule in rules for line in _of_rule(rule)),
        "## Words",
        "",
        *(line for name in listed() for line in _of_list(name)),
    ])  # fmt: skip


def write(path: Path = PAGE) -> None:
    """Write the page where it belongs, or to ``path``."""
    path.write_text(page(), encoding="utf-8", newline="\n")


def listed() -> tuple[str, ...]:
    """Return the names of the lists that rules of times are built of, sorted."""
    return tuple(sorted((time_slots.listed("time") | {"number_words"}) - _UNLISTED))


def _of_rule(rule: Rule) -> Iterator[str]:
    """Yield a rule's section: a table of what its sentences come to, then what it leaves, with why."""
    yield f"\n### {rule.name[0].upper()}{rule.name[1:]}\n"
    yield "| expression | value | earliest | latest | open | sentence |"
    yield "|---|---|---|---|---|---|"
    for example in rule.matches:
        yield _example(rule, example)
    yield "\nLeft alone:\n"
    yield from (f"- {left['why']}: {_arabic(left['text'])}" for left in rule.leaves)


def _example(rule: Rule, example: Mapping[str, str]) -> str:
    """Return the line of a table for the expression of ``rule`` with the value that a sentence is there for."""
    reading = read(example["text"])
    written = times.find(reading)
    rows = zip(written, resolve(written, Interval.day(PUBLISHED), reading), strict=True)
    row = next(row for one, row in rows if row["value"] == example["value"] and one.rule == rule.name)
    said = reading.source[row["start"] : row["end"]]
    ends = [_cell(row[column]) for column in ("earliest", "latest", "open")]
    return _line([_arabic(said), f"`{row['value']}`", *ends, _arabic(example["text"])])


def _of_list(name: str) -> Iterator[str]:
    """Yield a list's section: what it holds, its forms by what they mean, and where they are from."""
    rows = lexicon.rows(name)
    columns = [column for column in rows[0] if column not in {"source", "form"}]
    yield f"### {name}\n"
    yield f"{_meaning(name)}\n"
    if columns:
        yield _line([*columns, "forms"])
        yield _line(["---"] * (len(columns) + 1))
        for means, together in groupby(rows, key=lambda row: [row[column] for column in columns]):
            yield _line([*means, _forms(together)])
    else:
        yield _forms(rows)
    yield f"\nSources: {_sources(rows)}\n"


def _meaning(name: str) -> str:
    """Return the comment at the head of a list."""
    text = (files("analysis") / "language" / f"{name}.tsv").read_text(encoding="utf-8")
    said = [line.lstrip("# ").rstrip() for line in text.splitlines() if re.match(r"#(?!: takes)", line)]
    return " ".join(said)


def _sources(rows: Iterable[Mapping[str, str]]) -> str:
    """Return the sources of a list's rows, each with the number of rows that name it."""
    named = sorted(row.get("source", "") for row in rows)
    return ", ".join(f"{source or 'grammar'} ({len(list(of))})" for source, of in groupby(named))


def _forms(rows: Iterable[Mapping[str, str]]) -> str:
    return _arabic("، ".join(row["form"] for row in rows))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _arabic(text: str) -> str:
    """Return text that a browser orders by itself, whatever stands around it."""
    return f"<bdi>{text}</bdi>"


def _cell(value: object) -> str:
    return "" if value is None else str(value)
