"""How well publication and outlet are read from the texts alone: one table.

``ISNAD_DATA=….parquet python -m tests.dating.measured`` reads every article of a table with the columns ``id``,
``outlet``, ``published``, ``title``, ``text`` without its outlet and its day, and then pages made of some of them
(`planted`), with the days of clocks, links and comments around them. ``--misses`` prints the articles whose interval
leaves the truth out.

``published`` is taken as its README says it may be: for ``ant-`` and for three papers it is the day, for others the day
of collection, which is the day of publication or one of the next `LATE`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.dating import publication
from analysis.marks import times
from analysis.reading import furniture, outlet, page
from analysis.reading.page import Facts
from analysis.text.read import read
from tests.dating import planted

ADDRESSED = frozenset({"Al-Eqtisadiah", "Al-Jazirah", "Okaz"})
"""Papers whose day in the sample is that of their address."""
LATE = 1
"""Days by which the others may have been collected late: in the three papers it is the same day or the next in 99 %."""
MADE = 200
"""Articles that are made into pages, of each kind."""
Interval = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True)
class Case:
    """An interval that was found, the days that are right, those that are traps, and whether the day is stated."""

    name: str
    found: Interval
    truth: tuple[dt.date, dt.date]
    traps: frozenset[dt.date]
    basis: str
    reasons: Sequence[str]

    @property
    def holds(self) -> bool:
        """Whether the interval, open or not, leaves the truth in."""
        earliest, latest = self.found
        return (earliest is None or earliest <= self.truth[1]) and (latest is None or latest >= self.truth[0])

    @property
    def bounded(self) -> bool:
        """Whether it has both ends."""
        return None not in self.found

    @property
    def exact(self) -> bool:
        """Whether it is one day, and right."""
        return self.holds and self.found[0] == self.found[1] is not None

    @property
    def trapped(self) -> bool:
        """Whether one day was taken that is planted, or an end that leaves the truth out."""
        one = self.found[0] == self.found[1] and self.found[0] in self.traps
        return bool(one or (not self.holds and not self.traps.isdisjoint(filter(None, self.found))))

    @property
    def width(self) -> int | None:
        """Days between the ends."""
        earliest, latest = self.found
        return (latest - earliest).days if earliest and latest else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 2 where the sample is not at hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what leaves the truth out, with its reasons")
    parser.add_argument("--all", action="store_true", help="print the others as well")
    asked = parser.parse_args(arguments)
    sample = Path(os.environ.get("ISNAD_DATA", ""))
    if not sample.is_file():
        sys.stderr.write("ISNAD_DATA names no sample\n")
        return 2
    articles = pd.read_parquet(sample)
    cases, named = _texts(articles)
    groups = {"articles, text alone": cases, **dict(_pages(articles))}
    sys.stdout.write(_HEAD + "".join(_line(name, group) for name, group in groups.items()) + _outlets(named))
    if asked.misses or asked.all:
        for name, group in groups.items():
            sys.stdout.writelines(_told(name, case) for case in group if asked.all or not case.holds or case.trapped)
    return 0


def _dated(texts: Mapping[str, tuple[str, str | None, Facts]]) -> list[dict[str, Any]]:
    """The rows of one corpus of articles, dated: by id, a text, its headline if it begins with one, and its facts."""
    rows, readings, layouts, facts, found = [], {}, {}, {}, {}
    for name, (text, title, known) in texts.items():
        reading = read(text, name)
        layouts[name] = furniture.lay_out(reading, (0, len(title)) if title else None)
        readings[name] = reading.place(layouts[name].sentences)
        found[name] = times.find(readings[name])
        facts[name] = known
        rows.append({"article_id": name, "outlet_id": outlet.identify(readings[name], layouts[name], known).outlet_id})
    publication.infer(rows, readings, layouts, facts, found)
    return rows


def _rows(articles: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, with its columns as attributes."""
    return iter(articles.itertuples())


def _truth(row: Any) -> tuple[dt.date, dt.date]:
    day = dt.date.fromisoformat(str(row.published)[:10])
    sure = row.id.startswith("ant-") or row.outlet in ADDRESSED
    return (day if sure else day - dt.timedelta(days=LATE), day)


def _case(row: dict[str, Any], truth: tuple[dt.date, dt.date], traps: Iterable[dt.date] = ()) -> Case:
    found = row["published_earliest"], row["published_latest"]
    return Case(row["article_id"], found, truth, frozenset(traps), row["published_basis"], row["published_reasons"])


def _texts(articles: pd.DataFrame) -> tuple[list[Case], list[tuple[str | None, str | None]]]:
    """All articles as texts in one corpus: their cases, and their outlets, found and true."""
    truths = {row.id: (_truth(row), outlet.named(row.outlet)) for row in _rows(articles)}
    rows = _dated({row.id: (f"{row.title}\n\n{row.text}", row.title, Facts()) for row in _rows(articles)})
    cases = [_case(row, truths[row["article_id"]][0]) for row in rows]
    return cases, [(row["outlet_id"], truths[row["article_id"]][1]) for row in rows]


def _pages(articles: pd.DataFrame) -> Iterator[tuple[str, list[Case]]]:
    """Pages made of articles whose day is known to the day, each read alone."""
    sure = articles.loc[[_truth(row)[0] == _truth(row)[1] for row in _rows(articles)], :]
    chance = random.Random(5)
    kinds = {
        "text, day stated": planted.dated,
        "text, traps only": planted.trapped,
        "HTML, day stated": partial(planted.page, own=True),
        "HTML, traps only": partial(planted.page, own=False),
    }
    for number, (name, make) in enumerate(kinds.items()):
        cases = []
        for row in _rows(sure.sample(min(MADE, len(sure)), random_state=number)):
            made = make(row.title, row.text, _truth(row)[0], chance)
            text, title, facts = made.text, None, Facts()
            if name.startswith("HTML"):
                parsed = page.parse(made.text)
                text, title, facts = f"{parsed.title}\n\n{parsed.text}", parsed.title, parsed.facts
            cases.append(_case(_dated({row.id: (text, title, facts)})[0], _truth(row), made.traps))
        yield name, cases


_COLUMNS = ("n", "holds", "bounded", "one end", "open", "exact", "median", "traps")
_HEAD = f"{'':22}{''.join(f'{name:>9}' for name in _COLUMNS)}  (shares in percent, widths in days)\n"


def _line(name: str, cases: Sequence[Case]) -> str:
    count = len(cases)
    bounded = [case for case in cases if case.bounded]
    widths = [case.width for case in bounded if case.width is not None]
    opened = sum(case.found == (None, None) for case in cases)
    shares = (
        sum(case.holds for case in cases), len(bounded), count - len(bounded) - opened, opened,
        sum(case.exact for case in cases),
    )  # fmt: skip
    holds, both, one, none, exact = (f"{100 * share / count:.1f}" for share in shares)
    middle = statistics.median(widths) if widths else "-"
    traps = sum(case.trapped for case in cases)
    cells = (count, holds, both, one, none, exact, middle, traps)
    return f"{name:22}{''.join(f'{cell!s:>9}' for cell in cells)}\n"


def _outlets(named: Sequence[tuple[str | None, str | None]]) -> str:
    found = [(have, want) for have, want in named if have]
    right = sum(have == want for have, want in found)
    return (
        f"outlet, text alone: found {len(found)} of {len(named)} ({len(found) / len(named):.1%}), "
        f"right {right} of {len(found)} ({right / max(1, len(found)):.1%})\n"
    )


def _told(group: str, case: Case) -> str:
    ends = " to ".join(str(end or "…") for end in case.found)
    return f"\n{group}: {case.name}: {ends}, truth {case.truth[1]}\n" + "".join(
        f"    {said}\n" for said in case.reasons
    )


if __name__ == "__main__":
    sys.exit(main())
