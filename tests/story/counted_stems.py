"""Makes ``language/frequent_stems.tsv`` anew: how many articles of a corpus hold each stem among their first words.

``ISNAD_DATA=articles.parquet python -m tests.story.counted_stems`` counts the columns ``title`` and ``text`` and writes
the list; stems of less than one article of a hundred are left out.
"""

import os
from collections import Counter
from pathlib import Path

import pandas as pd

from analysis.story import stems
from analysis.text.read import read
from tests.conftest import PROJECT

LIST = PROJECT / "analysis" / "language" / "frequent_stems.tsv"


def main(path: Path) -> None:
    """Count the stems of the articles in ``path`` and write the list, its comments kept."""
    articles = pd.read_parquet(path, columns=["title", "text"]).fillna("")
    counts = Counter(stem for text in articles["title"] + "\n\n" + articles["text"] for stem in stems.lead(read(text)))
    known = {stem: 100 * count / len(articles) for stem, count in counts.items()}
    shares = {stem: round(share) for stem, share in known.items() if share >= 1}
    comments = [line for line in LIST.read_text("utf-8").splitlines() if line.startswith("#")]
    rows = [f"{share}\t{stem}" for stem, share in sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))]
    LIST.write_text("\n".join([*comments, "share\tform", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(os.environ["ISNAD_DATA"]))
