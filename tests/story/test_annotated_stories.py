"""Groups of claims over press articles that were annotated before any program had read them."""

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

STORIES = Path(__file__).parents[1] / "stories"


@pytest.fixture(scope="module")
def corpus():
    """The texts that the annotations were made on, by id."""
    path = Path(os.environ.get("ISNAD_DATA", ""))
    if not path.is_file():
        pytest.skip("ISNAD_DATA does not name the corpus that the annotated articles were drawn from")
    held = pd.read_parquet(path, columns=["id", "title", "text"]).set_index("id")
    return (held["title"] + "\n\n" + held["text"]).to_dict()


def scorer(name, corpus, folder):
    """Build the articles of a story, with the days on which they appeared, and hold them against its annotation."""
    gold = json.loads((STORIES / f"{name}.json").read_text(encoding="utf-8"))
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed)
        rows.writerow(["file", "published"])
        for article in gold["articles"]:
            text = corpus[article["id"]]
            assert hashlib.sha256(text.encode()).hexdigest() == article["sha256"]
            (folder / f"{article['id']}.txt").write_text(text, encoding="utf-8", newline="")
            rows.writerow([f"{article['id']}.txt", article["published"]])
    articles = [
        Article(one["id"], "", {"claims": [{"start": a, "end": b} for a, b in one["claims"]]})
        for one in gold["articles"]
    ]
    story = Story(name, gold["claim_groups"], [], [], [], [], [], None, {}, ())
    return StoryScorer(story, articles, {table: plain(frame) for table, frame in build(folder).frames.items()})


@pytest.mark.parametrize(
    ("name", "least_f1", "least_verdicts"), [("waters", 0.9, 0.9), ("outbreak", 0.9, 0.9), ("raids", 0.85, 0.7)]
)
def test_claims_about_one_thing_are_found_together(name, least_f1, least_verdicts, corpus, tmp_path):
    held = scorer(name, corpus, tmp_path)
    pairs, verdicts = held.claim_pairs().counts, held.verdicts().counts
    f1 = 2 * pairs["pair_match"] / (pairs["pair_gold"] + pairs["pair_found"])
    print(f"{name}: pairs F1 {f1:.2f}, verdicts {verdicts['verdict_ok']} of {verdicts['verdict']}")
    assert f1 >= least_f1
    assert verdicts["verdict_ok"] / verdicts["verdict"] >= least_verdicts
