"""From files to tables: the same bytes from the same input, and what happens when the input is bad."""

import json
import shutil

import pandas as pd
import pytest

from analysis import session, store
from analysis.build import CorpusError, build, skipped
from analysis.tables import TABLES
from tests.conftest import FLOOD, SEEDS


def written(built, folder, form="parquet"):
    store.write(built.frames, folder, form, store.manifest(built.frames, built.inputs, form))
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_table_is_there_with_its_columns(seeds):
    assert {name: tuple(frame.columns) for name, frame in seeds.frames.items()} == {
        name: table.names for name, table in TABLES.items()
    }


@pytest.mark.parametrize(
    "name", ["articles", "sentences", "times", "numbers", "claims", "quotes", "mentions", "events"]
)
def test_another_story_is_read_as_well(flood, name):
    assert len(flood.frames[name]) > 0


def test_the_same_input_gives_the_same_bytes_in_another_folder(flood, tmp_path):
    shutil.copytree(FLOOD, tmp_path / "elsewhere/flood")
    again = build(tmp_path / "elsewhere/flood")
    assert written(again, tmp_path / "again") == written(flood, tmp_path / "first")


def test_a_build_names_its_inputs_but_not_their_place(flood, tmp_path):
    manifest = json.loads(written(flood, tmp_path / "out")["manifest.json"])
    assert set(manifest["inputs"]) == {path.name for path in FLOOD.iterdir()}
    assert str(FLOOD.parent) not in json.dumps(manifest)
    assert flood.frames["articles"]["path"].tolist() == [
        "a_first_night.txt", "b_toll_rises.txt", "c_another_count.txt", "d_the_dam.txt",
    ]  # fmt: skip


def test_what_the_reader_knows_is_given(flood):
    articles = flood.frames["articles"].set_index("article_id")
    given = articles.loc["a_first_night"]
    assert (given["outlet"], given["outlet_basis"], given["published_basis"]) == ("صباح الأطلس", "given", "given")
    assert given["published_earliest"] == given["published_latest"] == pd.Timestamp("2019-07-24")
    assert articles.loc["d_the_dam", "published_basis"] in {"stated", "inferred"}


def test_a_quotation_carried_by_an_agency_keeps_its_chain(flood):
    quotes = flood.frames["quotes"]
    carried = quotes[quotes["article_id"].eq("b_toll_rises") & quotes["kind"].eq("direct")]
    assert [next(iter(chain)) for chain in carried["chain"]] == ["reuters"]


def test_the_seeds_are_five_articles_and_nothing_was_skipped(seeds):
    assert len(seeds.frames["articles"]) == 5
    assert skipped(seeds.frames) == []


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(CorpusError, match="no-such-story"):
        build(tmp_path / "no-such-story")


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(CorpusError, match=f"{tmp_path}: holds no article"):
        build(tmp_path)


def test_a_folder_in_which_nothing_can_be_read_is_named(tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00")
    with pytest.raises(CorpusError, match=r"nothing in it can be read: .*picture"):
        build(tmp_path)


def test_one_bad_file_among_good_ones_is_a_notice(tmp_path):
    shutil.copy(FLOOD / "a_first_night.txt", tmp_path)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00")
    built = build(tmp_path)
    assert built.frames["articles"]["article_id"].tolist() == ["a_first_night"]
    (line,) = skipped(built.frames)
    assert line.startswith("skipped picture")


def test_an_article_of_one_word_is_an_article(tmp_path):
    (tmp_path / "short.txt").write_text("عاجل", encoding="utf-8")
    assert build(tmp_path).frames["articles"]["text"].tolist() == ["عاجل"]


def test_a_story_in_a_table_reads_like_one_in_files(tmp_path):
    texts = {path.stem: path.read_text("utf-8") for path in sorted(FLOOD.glob("*.txt"))}
    rows = [json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in texts.items()]
    (tmp_path / "flood.jsonl").write_text("\n".join(rows), encoding="utf-8")
    articles = build(tmp_path / "flood.jsonl").frames["articles"]
    assert articles.set_index("article_id")["text"].to_dict() == texts


def test_the_one_way_in_gives_frames_as_attributes(flood, tmp_path):
    written(flood, tmp_path / "tables")
    story = session.load(tmp_path / "tables", figures=tmp_path / "figures")
    pd.testing.assert_frame_equal(story.claims, flood.frames["claims"])
    assert story.figures == tmp_path / "figures"
    with pytest.raises(AttributeError, match="its tables are articles, sentences"):
        _ = story.numerals


def test_which_story_it_is_may_be_said_from_outside(flood, tmp_path, monkeypatch):
    written(flood, tmp_path / "tables")
    monkeypatch.setenv("ISNAD_CORPUS", str(tmp_path / "tables"))
    monkeypatch.setenv("ISNAD_FIGURES", str(tmp_path / "figures"))
    story = session.load()
    assert (len(story.articles), story.figures) == (4, tmp_path / "figures")


def test_without_being_told_it_is_the_projects_own(monkeypatch, tmp_path):
    monkeypatch.delenv("ISNAD_CORPUS", raising=False)
    monkeypatch.chdir(tmp_path)  # a notebook does not run in the project's folder
    assert session.load().articles["path"].tolist() == [path.name for path in sorted(SEEDS.glob("*.txt"))]
