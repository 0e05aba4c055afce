"""The lists that speech is known by are clean and say what they mean."""

import pytest

from analysis import lexicon
from analysis.marks.speech.cues import is_verbal_noun

LISTS = (
    "speech_verbs", "speech_nouns", "source_phrases", "source_nouns", "complementisers", "no_complement_words",
    "verbal_nouns", "verbal_noun_shapes", "scope_ends", "phrase_ends", "documents", "titles", "quotation_marks",
    "name_words", "nationalities", "body_heads", "place_heads", "work_heads", "people", "bodies", "places",
)  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_no_row_stands_twice(name):
    rows = [tuple(row.values()) for row in lexicon.rows(name)]
    assert len(rows) == len(set(rows)) > 0


@pytest.mark.parametrize("name", ["people", "bodies", "places"])
def test_a_spelling_names_one_entity(name):
    ids = {}
    for row in lexicon.rows(name):
        assert ids.setdefault(" ".join(lexicon.folded_words(row["form"])), row["id"]) == row["id"], row["form"]


def test_every_adjective_of_a_nation_belongs_to_a_place():
    assert {row["of"] for row in lexicon.rows("nationalities")} <= {row["id"] for row in lexicon.rows("places")}


@pytest.mark.parametrize("word", ["ارسال", "تخفيض", "انسحاب", "استمرار", "مشاركة", "مقتل", "الاستمرار"])
def test_verbal_nouns_are_known_by_shape_or_list(word):
    assert is_verbal_noun(word)


@pytest.mark.parametrize("word", ["وزير", "كبير", "البلاد", "مدينة"])
def test_other_nouns_are_not(word):
    assert not is_verbal_noun(word)
