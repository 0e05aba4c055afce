"""Groups of claims over ten press articles on three disasters, annotated before any program had read them."""

import csv
import hashlib
import json
import os
from pathlib import Path

import pandas as pd
import pytest

from analysis.build import build
from analysis.scoring.gold import Article, Story
from analysis.scoring.scores import plain
from analysis.scoring.story_scores import StoryScorer

WATERS = json.loads((Path(__file__).parents[1] / "stories/waters.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """The articles, each as it was annotated, with the days on which they appeared."""
    corpus = Path(os.environ.get("ISNAD_DATA", ""))
    if not corpus.is_file():
        pytest.skip("ISNAD_DATA does not name the corpus that the articles of waters.json were drawn from")
    held = pd.read_parquet(corpus, columns=["id", "title", "text"]).set_index("id")
    folder = tmp_path_factory.mktemp("waters")
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed)
        rows.writerow(["file", "published"])
        for article in WATERS["articles"]:
            text = "{title}\n\n{text}".format(**held.loc[article["id"]])
            assert hashlib.sha256(text.encode()).hexdigest() == article["sha256"]
            (folder / f"{article['id']}.txt").write_text(text, encoding="utf-8", newline="")
            rows.writerow([f"{article['id']}.txt", article["published"]])
    return folder


def test_claims_about_one_thing_are_found_together(texts):
    articles = [
        Article(one["id"], "", {"claims": [{"start": a, "end": b} for a, b in one["claims"]]})
        for one in WATERS["articles"]
    ]
    story = Story("waters", WATERS["claim_groups"], [], [], [], [], [], None, {}, ())
    scorer = StoryScorer(story, articles, {name: plain(frame) for name, frame in build(texts).frames.items()})
    pairs, verdicts = scorer.claim_pairs().counts, scorer.verdicts().counts
    assert 2 * pairs["pair_match"] / (pairs["pair_gold"] + pairs["pair_found"]) >= 0.9
    assert verdicts["verdict_ok"] / verdicts["verdict"] >= 0.8
