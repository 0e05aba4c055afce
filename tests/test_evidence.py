"""Every row leads back to its characters, in the project's story and in another."""

import pandas as pd
import pytest

from analysis.tables import TABLES

MARKS = [name for name, table in TABLES.items() if {"article_id", "start", "end", "text"} <= set(table.names)]
IDS = {"times": "t", "numbers": "n", "claims": "c", "quotes": "q", "mentions": "m"}
INNER = {
    "claims": [("number_start", "number_end"), ("claimant_start", "claimant_end")],
    "quotes": [("speaker_start", "speaker_end"), ("cue_start", "cue_end")],
}


@pytest.fixture(params=["seeds", "flood"])
def frames(request):
    return request.getfixturevalue(request.param).frames


def with_text(frames, name):
    texts = frames["articles"][["article_id", "text"]].rename(columns={"text": "source"})
    return frames[name].merge(texts, on="article_id", how="left", validate="many_to_one")


@pytest.mark.parametrize("name", [name for name in MARKS if name != "articles"])
def test_the_text_of_a_row_is_what_stands_there(frames, name):
    rows = with_text(frames, name)
    assert [
        source[start:end] for source, start, end in zip(rows["source"], rows["start"], rows["end"], strict=True)
    ] == [*rows["text"]]


@pytest.mark.parametrize("name", INNER)
def test_who_and_where_inside_a_row_lie_inside_the_article(frames, name):
    rows = with_text(frames, name)
    for first, last in INNER[name]:
        spans = rows.dropna(subset=[first])
        assert (spans[first] < spans[last]).all()
        assert (spans[last] <= spans["source"].str.len()).all()
        assert (rows[first].isna() == rows[last].isna()).all()


def test_a_claim_holds_its_number(frames):
    claims = frames["claims"]
    assert len(claims) > 0
    assert (claims["start"] <= claims["number_start"]).all()
    assert (claims["number_end"] <= claims["end"]).all()


@pytest.mark.parametrize("name", IDS)
def test_a_row_begins_in_the_sentence_it_names(frames, name):
    sentences = frames["sentences"][["sentence_id", "article_id", "start", "end"]]
    rows = frames[name].merge(sentences, on="sentence_id", how="left", suffixes=("", "_of_sentence"))
    assert (rows["article_id"] == rows["article_id_of_sentence"]).all()
    assert ((rows["start_of_sentence"] <= rows["start"]) & (rows["start"] < rows["end_of_sentence"])).all()


@pytest.mark.parametrize("name", IDS)
def test_an_id_says_where_its_row_stands(frames, name):
    rows = frames[name]
    made = rows["article_id"] + f":{IDS[name]}" + rows["start"].astype(str) + "-" + rows["end"].astype(str)
    assert len(rows) > 0
    assert rows[TABLES[name].key[0]].str.replace(r"\.\d+$", "", regex=True).tolist() == made.tolist()


@pytest.mark.parametrize(
    ("name", "column", "target"),
    [
        ("mentions", "entity_id", "entities"),
        ("event_mentions", "event_id", "events"),
        ("event_mentions", "time_id", "times"),
        ("claim_groups", "claim_id", "claims"),
        ("sentences", "article_id", "articles"),
    ],
)
def test_what_a_row_refers_to_exists(frames, name, column, target):
    known = set(frames[target][column])
    assert set(frames[name][column].dropna()) <= known


def test_an_article_says_where_its_title_stands(frames):
    titled = frames["articles"].dropna(subset=["title_start"])
    assert len(titled) > 0
    rows = zip(titled["text"], titled["title_start"], titled["title_end"], titled["title"], strict=True)
    assert all(text[start:end] == title for text, start, end, title in rows)


def test_a_file_is_read_as_it_is(seeds):
    """Offsets are into the decoded file: byte-order mark dropped, line ends LF, and nothing else changed."""
    from tests.conftest import SEEDS

    for row in seeds.frames["articles"].itertuples():
        assert (SEEDS / row.path).read_text("utf-8-sig") == row.text


def test_days_are_days(frames):
    days = [(name, c.name) for name, table in TABLES.items() for c in table.columns if c.type == "day"]
    for name, column in days:
        stamps = frames[name][column].dropna()
        assert (stamps == stamps.dt.normalize()).all()
        assert frames[name][column].dtype == pd.DatetimeTZDtype or str(frames[name][column].dtype) == "datetime64[s]"
