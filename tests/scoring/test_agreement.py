"""The project's scores are those of the reference scorer, to the last digit.

The reference scorer is not part of the project: ISNAD_SCORING names the folder that holds its `score.py` and
`topics.py`. Both read the same damaged tables from disk: a faultless reading with rows dropped, moved and altered.
ISNAD_GOLD may name a folder of further annotated articles, with their texts in `texts/`; its stories are compared too.
"""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import store
from analysis.scoring import gold, scores

PROJECT = Path(__file__).parents[2]
REFERENCE = os.environ.get("ISNAD_SCORING")
MORE = os.environ.get("ISNAD_GOLD")
pytestmark = pytest.mark.skipif(not REFERENCE, reason="ISNAD_SCORING does not name the folder of the reference scorer")

OTHER = {
    "value": lambda old: "2021-03-24" if isinstance(old, str) else 7,
    "bound": lambda _: "approx",
    "noun": lambda _: "جندي",
    "type": lambda old: "MISC" if old in ("PER", "ORG", "GPE", "LOC") else old,
    "kind": lambda old: "indirect" if old == "direct" else old,
    "claimant_id": lambda _: "narration",
    "speaker_id": lambda _: None,
    "category": lambda _: "other",
    "event_id": lambda _: "us-forces-sent",
    "group_id": lambda _: "us-troops-over-time",
}


def damaged(frames, seed):
    """Return the frames with a tenth of the rows dropped and of the cells altered."""
    chance = random.Random(seed)
    worse = {}
    for name, frame in frames.items():
        rows = scores.plain(frame)
        if name not in ("articles", "sentences"):
            rows = [altered(row, chance) for row in rows if chance.random() > 0.1]
        if name == "claim_groups":  # a verdict is its group's
            swapped = {row["group_id"]: chance.choice(("same", "conflicting", row["verdict"])) for row in rows}
            rows = [row | {"verdict": swapped[row["group_id"]]} for row in rows]
        keys = {tuple(row[key] for key in store.TABLES[name].key) or id(row): row for row in rows}
        worse[name] = store.TABLES[name].frame(keys.values())
    return worse


def altered(row, chance):
    row = {key: OTHER[key](old) if key in OTHER and chance.random() < 0.1 else old for key, old in row.items()}
    for end in [key for key in row if key.endswith("end") and row[key] is not None]:
        if chance.random() < 0.15:
            row[end] += chance.choice((-3, 2, 9))
            row[end] = max(row[end], row[end.replace("end", "start")] + 1)
    for latest in [key for key in row if key.endswith("latest") and row[key]]:
        if chance.random() < 0.1:
            row[latest] = row[latest.replace("latest", "earliest")] = "2021-12-31"
    return row


def reference(script, *arguments):
    command = [sys.executable, str(Path(REFERENCE) / script), *map(str, arguments)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, encoding="utf-8").stdout
    return dict(re.findall(r"^(.+?)\s+((?:[\d./]+|None)(?: [\d./]+)*)$", said, flags=re.MULTILINE))


@pytest.fixture(scope="module", params=range(3), ids="seed {}".format)
def folder(request, tmp_path_factory):
    return written(gold.tables(PROJECT / "tests/gold", PROJECT / "seeds"), request.param, tmp_path_factory)


def written(frames, seed, tmp_path_factory):
    frames = damaged(frames, seed)
    place = tmp_path_factory.mktemp("damaged") / "tables"
    store.write(frames, place, "parquet", store.manifest(frames, {}, "parquet"))
    return place


def compare_marks(folder, annotated):
    ours = scores.score(folder, annotated).values
    theirs = {k: v for k, v in reference("score.py", folder, annotated).items() if not k.endswith("n gold")}
    assert len(theirs) > 30
    # the reference says 0 where nothing was there to be found, the project says nothing
    assert {name: ours[name] or 0 for name in theirs} == {
        name: 0 if value == "None" else float(value) for name, value in theirs.items()
    }


def compare_story(folder, topic, annotated):
    ours = scores.score(folder, annotated).values
    theirs = reference("topics.py", folder, topic, annotated)
    for layer in ("shared copy", "claim pairs", "event pairs"):
        said = [float(value) for value in theirs[f"{layer} P R F1"].split()]
        assert [ours[f"{layer} {name}"] or 0 for name in ("P", "R", "F1")] == said
    for name in ("verdicts", "event evidence found"):
        part, whole = map(int, theirs[name].split("/"))
        assert ours[name] == round(part / whole, 3)


def test_marks_score_as_the_reference_says(folder):
    compare_marks(folder, PROJECT / "tests/gold")


def test_stories_score_as_the_reference_says(folder):
    compare_story(folder, PROJECT / "tests/gold", PROJECT / "tests/gold")


@pytest.mark.skipif(not MORE, reason="ISNAD_GOLD does not name a folder of further annotated articles")
def test_further_stories_score_as_the_reference_says(tmp_path_factory):
    further = Path(MORE)
    frames = gold.tables(further, further / "texts")
    compare_marks(written(frames, 3, tmp_path_factory), further)
    for story in gold.stories(further):
        part = {name: of_story(frame, set(story.articles)) for name, frame in frames.items()}
        compare_story(written(part, 4, tmp_path_factory), further / f"{story.name}-topic.json", further)


def of_story(frame, articles):
    column = next(
        name for name in ("article_id", "a_article_id", "claim_id", "quote_id", *frame.columns) if name in frame
    )
    return frame[frame[column].astype("string").str.split(":").str[0].isin(articles)]
