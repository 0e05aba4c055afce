"""Tables to disk and back."""

import json
import resource
from contextlib import contextmanager

import pandas as pd
import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import store
from analysis.tables import ARTICLES, TABLES

TRAPS = 'قال: "سنعود",\nثم\r\nسكت; \\n \u2028 =SUM(A1) +964 -5 @الرئيس \t ـ \u200f'


def article(**more):
    return {
        "article_id": "007",
        "path": "007.txt",
        "sha256": "0" * 64,
        "chars": len(TRAPS),
        "text": TRAPS,
        "outlet_basis": "unknown",
        "published_earliest": "2021-03-23",
        "published_basis": "inferred",
        "published_reasons": ["«الثلاثاء» في 3-11", 'الصفحة تقول "أمس"'],
        "agencies": [],
        **more,
    }


def frames(**rows):
    return {name: table.frame(rows.get(name, [])) for name, table in TABLES.items()}


def saved(folder, form="parquet", **rows):
    made = frames(**rows)
    store.write(made, folder, form, store.manifest(made, {"007.txt": "0" * 64}, form))
    return made


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@contextmanager
def largest_file(size):
    """The disk is full after ``size`` bytes of any one file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


CLAIM = {
    "article_id": "007", "sentence_id": "007:s0-40", "claim_id": "007:c0-13", "start": 0, "end": 13,
    "text": "نحو 2500 جندي",
    "number_start": 4, "number_end": 8, "value": 2500, "bound": "approx", "noun": "جندي", "category": "troops",
    "claimant_id": "narration", "chain": ["ap", "iraqi-officials"], "as_of_earliest": "2021-03-01",
}  # fmt: skip


@pytest.mark.parametrize("form", store.FORMATS)
def test_what_is_read_is_what_was_written(tmp_path, form):
    made = saved(tmp_path / "out", form, articles=[article(title=""), article(article_id="008")], claims=[CLAIM])
    back = store.read(tmp_path / "out")
    assert list(back) == list(TABLES)
    for name, frame in made.items():
        pd.testing.assert_frame_equal(back[name], frame)


@pytest.mark.parametrize("form", store.FORMATS)
def test_a_missing_text_and_an_empty_one_stay_apart(tmp_path, form):
    saved(tmp_path / "out", form, articles=[article(title=""), article(article_id="008", title=None)])
    titles = store.read(tmp_path / "out")["articles"]["title"]
    assert titles.isna().tolist() == [False, True]


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40), form=st.sampled_from(store.FORMATS))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_was(tmp_path_factory, text, form):
    path = tmp_path_factory.mktemp("any") / f"articles.{form}"
    store.write_table(ARTICLES, ARTICLES.frame([article(text=text, published_reasons=[text])]), path)
    (row,) = ARTICLES.check(store.read_table(ARTICLES, path)).itertuples()
    assert (row.text, list(row.published_reasons)) == (text, [text])


@pytest.mark.parametrize("form", store.FORMATS)
def test_the_same_tables_are_the_same_bytes_in_any_folder(tmp_path, form):
    for name in ("one", "deeper/two"):
        saved(tmp_path / name, form, articles=[article()])
    assert contents(tmp_path / "one") == contents(tmp_path / "deeper/two")


def test_an_earlier_build_is_replaced_whole(tmp_path):
    saved(tmp_path / "out", "csv", articles=[article()])
    saved(tmp_path / "out", "parquet")
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".parquet", ".json"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_other_things_in_it_is_refused_and_kept(tmp_path):
    (tmp_path / "thesis.docx").write_text("three years", encoding="utf-8")
    with pytest.raises(store.StoreError, match=r"holds thesis\.docx"):
        saved(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(store.StoreError, match="is not a folder"):
        saved(tmp_path / "out")


@pytest.mark.parametrize("form", store.FORMATS)
def test_a_full_disk_leaves_the_earlier_build_as_it_was(tmp_path, form):
    saved(tmp_path / "out", articles=[article()])
    before = contents(tmp_path / "out")
    with largest_file(2000), pytest.raises(store.StoreError, match=r"out: cannot be written: .*[Ff]ile too large"):
        saved(tmp_path / "out", form, articles=[article(text=TRAPS + "".join(map(chr, range(0x4E00, 0x6E00))))])
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_tables_of_another_version_are_to_be_built_again(tmp_path):
    saved(tmp_path / "out")
    manifest = json.loads((tmp_path / "out/manifest.json").read_text("utf-8"))
    store.write_json(tmp_path / "out/manifest.json", {**manifest, "tables_version": "0"})
    with pytest.raises(store.StoreError, match="build it again"):
        store.read(tmp_path / "out")


@pytest.mark.parametrize("form", store.FORMATS)
def test_a_damaged_table_is_named(tmp_path, form):
    saved(tmp_path / "out", form, articles=[article()])
    (tmp_path / f"out/articles.{form}").write_bytes(b"\xff\x00damaged")
    with pytest.raises(store.StoreError, match=r"out.* cannot be read"):
        store.read(tmp_path / "out")


def test_a_folder_without_tables_says_how_to_make_them(tmp_path):
    with pytest.raises(store.StoreError, match="python -m analysis build"):
        store.read(tmp_path)


def test_the_manifest_says_what_and_from_what_but_not_where(tmp_path):
    saved(tmp_path / "out", articles=[article()])
    manifest = store.read_manifest(tmp_path / "out")
    assert manifest["inputs"] == {"007.txt": "0" * 64}
    assert manifest["tables"]["articles"] == {"rows": 1}
    assert str(tmp_path) not in json.dumps(manifest)


def test_a_parquet_file_names_no_version_of_pandas(tmp_path):
    saved(tmp_path / "out")
    assert parquet.read_schema(tmp_path / "out/times.parquet").metadata == {b"table": b"times", b"tables_version": b"1"}
