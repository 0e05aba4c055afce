"""The matrix of actors: what is counted, in which order, who is framed, and what the title claims."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from analysis.charts import actors, grid, look
from analysis.tables import TABLES
from tests.charts import stories


def tables(
    named: dict[str, dict[int, int]], quoted: tuple[tuple[str, int], ...] = (), place: str = "body", articles: int = 3
):
    """Tables of a story in which each actor is named so often in the prose of these articles."""
    pages = stories.articles(articles)
    ids = pages["article_id"].tolist()
    kinds = {
        "iraq": ("GPE", "العراق", "Iraq"),
        "baghdad": ("GPE", "بغداد", "Baghdad"),
        "psaki": ("PER", "جين ساكي", "Jen Psaki"),
    }
    rows = [
        {
            "article_id": ids[at], "sentence_id": f"{ids[at]}:s0-9", "start": time, "end": time + 1, "text": "ع",
            "mention_id": f"{ids[at]}:{who}{time}", "entity_id": who, "type": kinds[who][0],
        }
        for who, places in named.items()
        for at, count in places.items()
        for time in range(count)
    ]  # fmt: skip
    spoken = [
        {
            "article_id": ids[at], "sentence_id": f"{ids[at]}:s0-9", "start": 0, "end": 1, "text": "ع",
            "quote_id": f"{ids[at]}:q{who}", "kind": "direct", "speaker_id": who, "chain": [], "closed": True,
        }
        for who, at in quoted
    ]  # fmt: skip
    sentences = [
        {"article_id": i, "sentence_id": f"{i}:s0-9", "start": 0, "end": 9, "paragraph": 0, "place": place} for i in ids
    ]
    entities = [
        {"entity_id": key, "type": kind, "name_ar": arabic, "name_en": english, "variants": []}
        for key, (kind, arabic, english) in kinds.items()
    ]
    made = {"sentences": sentences, "mentions": rows, "quotes": spoken, "entities": entities}
    return pages, *(TABLES[name].frame(made[name]) for name in ("sentences", "mentions", "quotes", "entities"))


def test_names_in_prose_are_counted_and_those_heard_are_marked() -> None:
    counts = actors.rows(*tables({"iraq": {0: 3, 1: 1}, "psaki": {1: 2}}, quoted=(("psaki", 1),)))
    assert counts[["entity_id", "count", "quoted"]].values.tolist() == [
        ["iraq", 3, False],
        ["iraq", 1, False],
        ["psaki", 2, True],
    ]


def test_a_state_acts_and_a_city_does_not() -> None:
    counts = actors.rows(*tables({"iraq": {0: 1}, "baghdad": {0: 5}}))
    assert counts["entity_id"].tolist() == ["iraq"]


def test_names_in_captions_and_headlines_are_not_counted() -> None:
    assert actors.rows(*tables({"iraq": {0: 3}}, place="caption")).empty


def test_a_story_that_names_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="names a person"):
        look.twins(actors.matrix, *tables({}))


@pytest.mark.parametrize(
    ("named", "quoted", "arabic", "english"),
    [
        (
            {"iraq": {0: 1, 1: 1, 2: 1}, "psaki": {0: 1, 1: 1, 2: 1}},
            (("psaki", 2),),
            "اسمان مشتركان بين المقالات الثلاث كلها، والمنقول كلامه منها واحد",
            "Two names stand in all three articles; one of them is also quoted",
        ),
        (
            {"iraq": {0: 1, 1: 1, 2: 1}},
            (),
            "اسم واحد مشترك بين المقالات الثلاث كلها، ولا كلام منقولاً عن أي منها",
            "One name stands in all three articles; none of them is also quoted",
        ),
        (
            {"iraq": {0: 1, 1: 1}, "psaki": {1: 9}},
            (),
            "أكثر الأسماء وروداً: العراق، في مقالتين من أصل ثلاث",
            "Iraq is named in 2 of the three articles, more than any other name",
        ),
    ],
)
def test_the_title_says_what_can_be_counted(named, quoted, arabic: str, english: str) -> None:
    counts = actors.rows(*tables(named, quoted))
    assert actors.finding(counts, 3, "ar") == arabic
    assert actors.finding(counts, 3, "en") == english


def test_a_frame_is_drawn_for_each_article_that_also_quotes() -> None:
    def frames(quoted) -> int:
        figure = look.twins(actors.matrix, *tables({"iraq": {0: 1, 1: 1}, "psaki": {0: 2, 1: 2}}, quoted))["en"]
        return sum(r.get_facecolor()[3] == 0 and r.get_linewidth() > 1 for r in figure.findobj(Rectangle))

    assert frames((("psaki", 0), ("psaki", 1))) - frames(()) == 2


def test_the_first_step_of_tint_is_one_and_the_last_begins_at_eight() -> None:
    assert [grid.step(count) for count in (1, 2, 3, 4, 7, 8, 50)] == [0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("count", "total", "arabic", "english"), [(5, 5, "في الخمس كلها", "in all five"), (2, 5, "في اثنتين", "in two")]
)
def test_reach_is_said_as_a_reader_says_it(count: int, total: int, arabic: str, english: str) -> None:
    assert (grid.reach(count, total, "ar"), grid.reach(count, total, "en")) == (arabic, english)


def test_many_articles_are_columns_of_outlet_and_month_that_hold_each_article_once() -> None:
    articles = stories.articles(500)
    made = grid.columns_of(articles, stories.entities(), pd.Series(dtype="Int64"), "ar", 14, 90)
    held = [article for column in made for article in column.articles]
    assert sorted(held) == sorted(articles["article_id"])
    assert len(made) < 120
