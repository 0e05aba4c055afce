"""The programs side by side: what each finds, how often it is right, how fast it is.

All are scored by the rules that Isnad is scored by (`article_scores.times`): found is what overlaps a gold time by more
than half of both; right is an interval with both ends as in the gold. Counts are kept, shares are made from them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.scoring import article_scores
from analysis.scoring.peers.running import PROJECT, Answers
from analysis.scoring.peers.texts import Annotated

Json = dict[str, Any]
KEPT = PROJECT / "tests/peers.json"
TITLES = {
    "articles": "the five articles",
    "news": "twelve articles of two other stories",
    "sentences": "a hundred sentences of a hundred articles",
}
SCORES = ("F1", "found", "precision", "false alarms", "right, of all", "right, of found", "dated, right", "chars/s")


def counts(texts: Iterable[Annotated], answers: Answers) -> dict[str, Json]:
    """Count by set of texts what a program found and how much of it is right.

    ``gold``, ``found`` and ``matched`` leave out what the gold calls optional; ``dated`` counts gold times with a day.
    """
    tally: dict[str, Counter[str]] = {}
    for one in texts:
        rows = [row | {"text": one.asked.text[row["start"] : row["end"]]} for row in answers.times[one.asked.id]]
        counted = tally.setdefault(one.asked.group, Counter())
        counted.update(_counts(one, one.times, rows, ""))
        counted.update(_counts(one, [time for time in one.times if time["earliest"] or time["latest"]], rows, "dated "))
        counted["failed"] += one.asked.id in answers.failed
    return {
        group: {name: counted[name] for name in sorted(counted)} | {"seconds": round(answers.seconds[group], 4)}
        for group, counted in tally.items()
    }


def _counts(one: Annotated, wanted: Sequence[Json], rows: Sequence[Json], prefix: str) -> dict[str, int]:
    tally = article_scores.times(one.asked.id, {"times": wanted}, rows, one.asked.text).counts
    named = {"t_gold": "gold", "t_match": "matched", "t_interval": "right"} | ({} if prefix else {"t_found": "found"})
    return {f"{prefix}{name}": tally[key] for key, name in named.items()}


def measured(
    texts: Sequence[Annotated],
    answered: Mapping[str, Answers],
    not_run: Mapping[str, str],
    absent: Mapping[str, str],
    day: date,
) -> Json:
    """Return everything that was measured on ``day``, as it is kept in a file."""
    sizes: dict[str, Counter[str]] = {}
    for one in texts:
        sizes.setdefault(one.asked.group, Counter()).update({"texts": 1, "characters": len(one.asked.text)})
    return {
        "measured": day.isoformat(),
        "readers": {name: {"version": one.version, "on": one.on} for name, one in answered.items()},
        "not run": dict(not_run),
        "texts": {group: dict(size) for group, size in sizes.items()},
        "not at hand": dict(absent),
        "counts": {name: counts(texts, one) for name, one in answered.items()},
    }


def keep(measured: Json, path: Path = KEPT) -> None:
    """Write what was measured to a file."""
    path.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def kept(path: Path = KEPT) -> Json:
    """Read what was measured and kept."""
    return json.loads(path.read_text(encoding="utf-8"))


def frame(measured: Json, group: str) -> pd.DataFrame:
    """Return the programs on one set of texts, a row each, the best first: `SCORES`, shares from 0 to 1.

    ``found`` is the share of gold times found (recall), ``right, of all`` and ``right, of found`` the share with the
    gold's interval, ``dated, right`` the same of all gold times that have a day. A program that is not run has a row
    without numbers.
    """
    characters = measured["texts"][group]["characters"]
    rows = {name: _scores(sets[group], characters) for name, sets in measured["counts"].items()}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(SCORES)).sort_values("F1", ascending=False)
    return table.reindex([*table.index, *measured["not run"]]).rename_axis("program").convert_dtypes()


def _scores(counted: Mapping[str, float], characters: int) -> list[float | None]:
    matched, gold, found = counted["matched"], counted["gold"], counted["found"]
    return [
        _share(2 * matched, gold + found),
        _share(matched, gold),
        _share(matched, found),
        found - matched,
        _share(counted["right"], gold),
        _share(counted["right"], matched),
        _share(counted["dated right"], counted["dated gold"]),
        round(characters / counted["seconds"], -2) if counted["seconds"] else None,
    ]


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 3) if whole else None


def markdown(measured: Json) -> str:
    """Return what the front page shows: F1 and the share right, of all, on each set of texts; speed on the last."""
    frames = {group: frame(measured, group) for group in TITLES if group in measured["texts"]}
    *_, last = frames.values()
    rows = [["", *(TITLES[group] for group in frames), "characters a second"], ["---", *["---:"] * (len(frames) + 1)]]
    for name in last.index:
        cells = [table.loc[name].to_dict() for table in frames.values()]
        shares = [f"{_plain(cell['F1'])} · {_plain(cell['right, of all'])}" for cell in cells]
        speed = cells[-1]["chars/s"]
        rows.append([name, *shares, "–" if pd.isna(speed) else f"{speed:,.0f}"])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _plain(share: float) -> str:
    return "–" if pd.isna(share) else f"{share:.2f}".removeprefix("0")


def text(measured: Json) -> str:
    """Return the tables as text, with what is missing and why."""
    parts = []
    for group, size in measured["texts"].items():
        gold = next(iter(measured["counts"].values()))[group]
        title = (
            f"{TITLES[group]}: {size['characters']:,} characters, {gold['gold']} times, {gold['dated gold']} with a day"
        )
        shown = frame(measured, group).to_string(na_rep="–", formatters={"chars/s": "{:,.0f}".format})
        parts.append(f"{title}\n{shown}\n")
    parts += [f"{TITLES[group]}: not at hand, {why}" for group, why in measured["not at hand"].items()]
    parts += [f"{name}: not run, {why}" for name, why in measured["not run"].items()]
    parts += [f"{name} {one['version']} on {one['on']}" for name, one in measured["readers"].items()]
    return "\n".join(parts)
