"""Write the page of the readings, or draw a sample to read: ``python -m tests.by_eye [draw BUILD --seed N]``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pandas as pd

from tests.by_eye import drawing, page


def main() -> None:
    """Rewrite ``README.md`` from the rows; with ``draw``, print claims or left-out numbers of a build instead."""
    parser = argparse.ArgumentParser(prog="python -m tests.by_eye", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    draw = commands.add_parser("draw", help="print a sample of a build, to be read")
    draw.add_argument("build", type=Path, help="a folder that `python -m analysis build` wrote")
    draw.add_argument("--seed", type=int, required=True)
    draw.add_argument("--left", action="store_true", help="sentences with numbers of which nothing is said, not claims")
    draw.add_argument("--rows", action="store_true", help="rows to fill in instead of sentences")
    asked = parser.parse_args()
    if asked.command is None:
        page.PAGE.write_text(page.page(page.read_rows(page.CLAIMS), page.read_rows(page.LEFT)), encoding="utf-8")
        return
    tables = {name: pd.read_parquet(asked.build / f"{name}.parquet") for name in drawing.TABLES}
    drawn = drawing.left(tables, asked.seed) if asked.left else drawing.claims(tables["claims"], asked.seed)
    for row in drawn.to_dict("records"):
        print(
            json.dumps(drawing.blank(row, asked.seed), ensure_ascii=False) if asked.rows else drawing.shown(tables, row)
        )


if __name__ == "__main__":
    main()
