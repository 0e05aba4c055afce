"""The command line: reads arguments, calls, says what came of it, sets the exit status."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis import __version__

DESCRIPTION = """\
Isnad reads Arabic news articles about one story and writes what they say as tables: times, claimed figures, quotes,
names, events, and where articles contradict each other. Every row leads back to the characters it came from.
"""

BUILD = """\
CORPUS is a folder of these files in any mixture, or one of them; each may be compressed by gzip (.gz)
  .txt                      an article, in UTF-8, UTF-16, windows-1256 or ISO-8859-6
  .html .htm .mhtml .mht    a saved page, an article
  .csv .tsv .xlsx .parquet  a table, an article a row
  .json .jsonl .ndjson      an article an object; in .json a list of them, under whatever name
  metadata.csv              beside the files: what the user knows better than the texts do (columns: file, and any of
                            outlet, published, title, url)

Columns of tables and keys of JSON objects go by the names text, title, id, outlet, published, updated, url, or by those
of Media Cloud, GDELT, Factiva, Nexis, Datashare, NewsAPI, schema.org and others (analysis/knowledge/columns.tsv).
Any other name is told with --column FIELD=NAME; FIELD may also be lead (put before the text) and html (a whole page).

DIR gets one file a table and manifest.json, which says what they were made from. An earlier build there is replaced
whole; a folder with anything else in it is refused. What could not be read, and what is doubted, stands in `notices`.

exit status
  0  everything was read
  3  built, but something was skipped (see the table `notices`)
  2  nothing was built; the message says why, and DIR is as it was. With --strict also where something would be skipped
  1  a fault of this program

examples
  python -m analysis build seeds --out build/tables
  python -m analysis build my-story.jsonl --out tables --format csv
  python -m analysis build export.xlsx --out tables --column text=Body --column published="Date of issue"
"""

SCORE = """\
Compares the tables of a build with annotated articles, article by article and layer by layer. The rules of the
comparison stand in analysis/scoring.

exit status
  0  scored; with --floors: every floor holds
  1  a score lies below its floor, or the floors were measured on another gold
  2  nothing to score; the message says why

examples
  python -m analysis score build/tables tests/gold --floors tests/scores.json
  python -m analysis score build/tables tests/gold --worst 20
"""

SUITES = """\
The cases are Arabic numbers, shares, sums, lengths and times from other programs' tests, a JSON object a line. Those of
date libraries are in tests/suites; the larger suites are not part of the project. A case that is off by a convention
only (for an assistant "Friday" is the coming one, in a newspaper the last) is counted apart; --convention lists them.

exit status
  0  answered; also where no folder is named, which the message says
  2  the folder holds no suite

examples
  python -m analysis suites tests/suites --convention
  ISNAD_SUITES=suites/ python -m analysis suites --record tests/scores.json
"""

PEERS = """\
The programs (HeidelTime, Duckling, puckling, Maha, dateparser, Chrono) each stand in an environment of their own, which
`make peers` makes; one that is not there is named with the reason. All of them, and Isnad, are told the day of
publication.

The texts are the five articles of tests/gold, and, where they are at hand, a folder of more annotated articles with
their texts/ (--news, ISNAD_NEWS) and the corpus of the annotated sentences of tests/sentences (--data, ISNAD_DATA).

examples
  python -m analysis peers
  python -m analysis peers --news more --data sample.parquet --record tests/peers.json
"""

FIGURES = """\
Builds the tables, runs the numbered notebooks on them and writes every chart in Arabic and in English, with its data
and one manifest. Without CORPUS: the project's own articles, its notebooks in place, and figures/. With CORPUS: copies
of the notebooks and the figures in stories/NAME, and the project's own stay as they are. A second run redoes what
changed.

exit status
  0  everything was made, or was still good
  2  something was not; the message says what and why

examples
  python -m analysis figures
  python -m analysis figures my-story.jsonl
"""

PAGES = """\
Writes analysis/language/TIMES.md from the lists and rules of times: each rule with what its sentences come to, each
list with its words. Run it after a change there; a test compares.
"""

OK, BELOW_A_FLOOR, NOTHING_BUILT, SOMETHING_SKIPPED = 0, 1, 2, 3  # Python itself exits with 1 on a fault


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with ``arguments`` (those of the process if left out) and return the exit status."""
    asked = _parser().parse_args(arguments)
    return asked.run(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m analysis", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"isnad {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = _command(commands, "build", _build, "read articles and write their tables", BUILD)
    build.add_argument("corpus", metavar="CORPUS", type=Path, help="a folder or a file of articles")
    build.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the tables go")
    build.add_argument("--format", choices=("parquet", "csv", "jsonl"), default="parquet", help="default: %(default)s")
    build.add_argument("--strict", action="store_true", help="build nothing where something would be skipped")
    _add_column(build)

    score = _command(commands, "score", _score, "compare tables with annotated articles", SCORE)
    score.add_argument("tables", metavar="TABLES", type=Path, help="the folder of a build")
    score.add_argument("gold", metavar="GOLD", type=Path, help="a folder of annotated articles")
    score.add_argument("--floors", metavar="FILE", type=Path, help="hold each score against its floor in FILE")
    score.add_argument("--raise", dest="raise_floors", action="store_true", help="lift the floors to what is reached")
    score.add_argument("--worst", metavar="N", type=int, default=0, help="list N mistakes, each with its sentence")

    score.add_argument("--record", metavar="NAME", help="keep the scores in FILE as NAME (gold not shipped)")

    suites = _command(commands, "suites", _suites, "answer other programs' test cases", SUITES)
    suites.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="default: what ISNAD_SUITES names")
    suites.add_argument("--record", metavar="FILE", type=Path, help="keep the counts in FILE, beside the floors")
    suites.add_argument("--convention", action="store_true", help="list the cases that differ by convention")
    suites.add_argument("--unsolved", metavar="KIND", help="list the unsolved cases of a kind: number, time, …")

    peers = _command(commands, "peers", _peers, "other programs that read times, side by side", PEERS)
    peers.add_argument("--news", metavar="FOLDER", type=Path, help="annotated articles; default: what ISNAD_NEWS names")
    peers.add_argument(
        "--data", metavar="FILE", type=Path, help="the sentences' corpus; default: what ISNAD_DATA names"
    )
    peers.add_argument("--record", metavar="FILE", type=Path, help="keep what was measured in FILE")

    figures = _command(commands, "figures", _figures, "run the notebooks and write the charts", FIGURES)
    figures.add_argument("corpus", metavar="CORPUS", type=Path, nargs="?", help="default: the project's own articles")
    _add_column(figures)

    _command(commands, "pages", _pages, "write the page of what is read as a time", PAGES)
    return parser


def _add_column(parser: argparse.ArgumentParser) -> None:
    asks = "which column of a table is the text, the title, …; may be repeated"
    parser.add_argument("--column", metavar="FIELD=NAME", action="append", default=[], help=asks)


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], line: str, more: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=line, description=line[0].upper() + line[1:] + ".", epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.set_defaults(run=run)
    return parser


def _build(asked: argparse.Namespace) -> int:
    started = time.perf_counter()
    from analysis import build, store
    from analysis.reading import columns

    try:
        built = build.build(asked.corpus, asked=columns.wishes(asked.column), strict=asked.strict)
        store.write(built.frames, asked.out, asked.format, store.manifest(built.frames, built.inputs, asked.format))
    except (build.CorpusError, columns.ColumnError, store.StoreError) as error:
        return _nothing_built(error)
    skipped = build.skipped(built.frames)
    print("".join(f"{line}\n" for line in skipped), end="", file=sys.stderr)
    print(f"{asked.out}: {build.summary(built.frames)} ({time.perf_counter() - started:.1f} s)")
    return SOMETHING_SKIPPED if len(skipped) else OK


def _score(asked: argparse.Namespace) -> int:
    from analysis import store
    from analysis.scoring import floors, scores
    from analysis.tables import TableError

    try:
        if asked.record and asked.floors:
            scores.record(asked.floors, asked.record, scores.score(asked.tables, asked.gold), asked.gold)
            return OK
        said = scores.report(asked.tables, asked.gold, asked.floors, raise_floors=asked.raise_floors, worst=asked.worst)
    except (store.StoreError, TableError, floors.FloorError, OSError) as error:
        return _nothing_built(error)
    print(said)
    return OK if said.holds else BELOW_A_FLOOR


def _suites(asked: argparse.Namespace) -> int:
    from analysis.scoring import suites

    try:
        print(suites.report(asked.folder, asked.record, convention=asked.convention, unsolved=asked.unsolved))
    except suites.NoSuitesError as absent:
        print(absent)
    except (suites.SuiteError, OSError) as error:
        return _nothing_built(error)
    return OK


def _peers(asked: argparse.Namespace) -> int:
    from analysis.scoring.peers import compare

    print(compare.compare(datetime.now(UTC).date(), asked.news, asked.data, asked.record))
    return OK


def _figures(asked: argparse.Namespace) -> int:
    from analysis import build, figures, store
    from analysis.reading import columns

    try:
        figures.make(asked.corpus, columns.wishes(asked.column))
    except (build.CorpusError, columns.ColumnError, store.StoreError, figures.NotebookError) as error:
        return _nothing_built(error)
    return OK


def _pages(asked: argparse.Namespace) -> int:
    from analysis import covered

    covered.write()
    return OK


def _nothing_built(error: Exception) -> int:
    print(f"isnad: {error}", file=sys.stderr)
    return NOTHING_BUILT


if __name__ == "__main__":
    sys.exit(main())
