"""The claimed figures as drawn: titles that follow from the rows, bounds as marks, nothing cut or overlapping."""

import pandas as pd
import pytest

from analysis.charts import claims, claims_words, counted, look
from analysis.scoring import gold
from analysis.tables import ARTICLES, CLAIM_GROUPS, CLAIMS, ENTITIES
from tests.conftest import PROJECT, SEEDS
from tests.rendering import measure

BOUNDS = ("exact", "approx", "more_than", "at_least", "at_most", "less_than", "range")


@pytest.fixture(scope="module")
def five():
    """The project's five articles without a fault of reading."""
    frames = gold.tables(PROJECT / "tests/gold", SEEDS)
    return [frames[name] for name in ("claims", "claim_groups", "articles", "entities")]


@pytest.fixture(scope="module")
def drawn(five):
    return look.twins(claims.by_as_of, *five)


def claim(at, value, bound="exact", *, article=0, day="2023-02-06", category="killed", claimant="narration"):
    ends = {"low": value, "high": value}
    if bound in ("more_than", "at_least"):
        ends = {"low": value}
    elif bound in ("at_most", "less_than"):
        ends = {"high": value}
    elif bound == "range":
        ends = {"low": value, "high": value + 5}
    return {
        "article_id": f"{article:03d}_page",
        "sentence_id": f"{article:03d}_page:s0-30",
        "start": 0,
        "end": 12,
        "text": "مقتل 12 شخصا على الأقل",
        "claim_id": f"claim-{at}",
        "number_start": 5,
        "number_end": 7,
        "value": None if bound == "range" else value,
        **ends,
        "bound": bound,
        "noun": "شخص",
        "category": category,
        "claimant_id": claimant,
        "chain": [],
        "as_of_earliest": day,
        "as_of_latest": day,
    }


def frames(rows, *groups, articles=3):
    shared = {"about": "قتلى الزلزال", "why_ar": "للشيء نفسه", "why_en": "of the same thing", "n_outlets": 1}
    members = [
        shared | {"group_id": f"group-{n}", "verdict": verdict, "claim_id": f"claim-{at}"}
        for n, (verdict, *held) in enumerate(groups)
        for at in held
    ]
    pages = [
        {"article_id": f"{at:03d}_page", "path": "x", "sha256": "0", "chars": 1, "text": "م", "language": "ar"}
        | {"outlet": f"صحيفة {at}", "outlet_id": f"paper-{at}", "outlet_basis": "stated", "published_basis": "stated"}
        | {"published_earliest": "2023-02-09", "published_latest": "2023-02-09"}
        for at in range(articles)
    ]
    return CLAIMS.frame(rows), CLAIM_GROUPS.frame(members), ARTICLES.frame(pages), ENTITIES.frame([])


def many(count):
    """Claims of every bound about ``count`` things, two each, over five months."""
    rows = [
        claim(
            at,
            7 + at * 13 % 900,
            BOUNDS[at % 7],
            article=at % 12,
            day=f"2023-0{2 + at % 5}-11",
            category=("killed", "wounded", "other")[at % 3],
        )
        for at in range(2 * count)
    ]
    groups = [(("same", "updated", "conflicting")[at % 3], 2 * at, 2 * at + 1) for at in range(count)]
    return frames(rows, *groups, articles=12)


def words(figure):
    return [measure.said(text).strip("\u200e\u2068\u2069") for text in measure.texts(figure)]


def test_the_five_articles_are_drawn_without_a_fault(five, drawn):
    turned = look.twins(claims.by_as_of, *five, reverse=True, digits="arab")
    for figure in [*drawn.values(), *turned.values()]:
        assert measure.faults(figure) == []


@pytest.mark.parametrize("things", [1, 3, 25, 250])
def test_stories_of_every_size_are_drawn_without_a_fault(things):
    for figure in look.twins(claims.by_as_of, *many(things)).values():
        assert measure.faults(figure) == []


def test_a_lower_figure_at_a_later_time_is_an_update(drawn):
    said = drawn
    assert said["en"].title == "5,200 became 2,500: an update, not a contradiction"
    assert said["ar"].title == "من 5200 إلى 2500: تحديث لا تناقض"
    assert {"about 5,200", "about 2,500", "more than 70,000", "about 50"} <= set(words(said["en"]))


def test_figures_that_cannot_both_hold_are_set_against_each_other():
    drawn = frames([claim(0, 14), claim(1, 8, article=1)], ("conflicting", 0, 1))
    figure = look.twins(claims.by_as_of, *drawn)["en"]
    assert figure.title == "One count, figures that disagree: 14 and 8 (killed)"
    assert "≠" in words(figure)


def test_without_groups_no_title_says_that_nothing_repeats():
    figure = look.twins(claims.by_as_of, *frames([claim(0, 14), claim(1, 14, article=1)]))["en"]
    assert figure.title == "2 claimed figures in 2 articles"


def test_two_figures_of_one_day_do_not_become_one_another():
    drawn = frames([claim(0, 180, "at_least"), claim(1, 257, article=1)], ("updated", 0, 1))
    assert look.twins(claims.by_as_of, *drawn)["en"].title == "180 and 257: an update, not a contradiction"


def test_who_repeats_whom_is_one_bracket_with_every_article():
    rows = [claim(0, 40, article=0, claimant="red-crescent"), claim(1, 40, article=1, claimant="red-crescent")]
    rows.append(claim(2, 90, article=2, day="2023-05-06"))
    drawn = frames(rows, ("same", 0, 1), ("updated", 0, 1, 2))
    assert "red crescent, in Paper 0 and Paper 1" in " ".join(words(look.twins(claims.by_as_of, *drawn)["en"]))


@pytest.mark.parametrize(
    ("bound", "en", "ar"),
    [
        ("exact", "1,200", "1200"),
        ("approx", "about 1,200", "نحو 1200"),
        ("more_than", "more than 1,200", "أكثر من 1200"),
        ("at_least", "at least 1,200", "1200 على الأقل"),
        ("at_most", "at most 1,200", "1200 على الأكثر"),
        ("less_than", "less than 1,200", "أقل من 1200"),
        ("range", "1,200 to 1,205", "من 1200 إلى 1205"),
    ],
)
def test_the_bound_is_part_of_the_figure(bound, en, ar):
    (read,) = counted.read(CLAIMS.frame([claim(0, 1200, bound)]), ENTITIES.frame([]))
    assert (claims_words.figure(read, "en"), claims_words.figure(read, "ar")) == (en, ar)


def test_vague_quantities_and_silent_articles_are_counted_in_the_footer():
    rows = [claim(0, 14), claim(1, None) | {"bound": "vague", "low": 20, "high": None}]
    caption = look.twins(claims.by_as_of, *frames(rows))["en"].caption
    assert "vague quantities, not drawn: 1" in caption
    assert "without any: Paper 1 and Paper 2" in caption


def test_a_story_without_a_figure_says_so():
    assert look.twins(claims.by_as_of, *frames([]))["en"].title == "No figure is claimed in these articles"


def test_nothing_drawn_is_a_mean_or_a_sum(five, drawn):
    assert set(drawn["en"].shown["value"]) == set(pd.array(five[0]["value"]))


def test_a_measure_is_written_in_the_language_of_the_page():
    row = claim(0, 30, "approx", category="other") | {"noun": "كيلومتر", "unit": "km"}
    frame = CLAIMS.frame([row])
    (read,) = counted.read(frame, ENTITIES.frame([]))
    (one,) = counted.things([read], CLAIM_GROUPS.frame([]), {})
    assert claims_words.figure(read, "ar") == "نحو 30 كيلومتر"
    assert (claims_words.figure(read, "en"), claims_words.thing(one, "en")) == ("about 30 km", "km")


def test_claimants_that_share_a_column_are_set_apart():
    who = ("al-hilal-al-ahmar", "civil-defence", "narration")
    rows = [claim(at, 40, article=at, claimant=name) for at, name in enumerate(who)]
    later = [claim(3 + at, 90 + at, article=2, day=f"2023-02-{7 + at:02d}") for at in range(6)]
    drawn = frames([*rows, *later], ("same", 0, 1, 2), ("updated", *range(9)))
    said = " ".join(words(look.twins(claims.by_as_of, *drawn)["en"]))
    assert "Paper 0; civil defence" in said
    assert "Paper 1; Paper 2, in its own voice" in said


def test_a_range_in_a_row_shows_both_its_ends():
    rows = [claim(at, 1000 + at, "range" if at == 3 else "exact", article=at % 3) for at in range(6)]
    for lang, said in (("en", "1,003 to 1,008"), ("ar", "من 1003 إلى 1008")):
        assert said in words(look.twins(claims.by_as_of, *frames(rows))[lang])


def test_no_article_at_all_is_still_a_sheet():
    assert look.twins(claims.by_as_of, *frames([], articles=0))["ar"].title == "لا رقم معلناً في هذه المقالات"
