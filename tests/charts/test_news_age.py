"""Publication against event time as drawn: where marks stand, what the title says, that no words are cut or overlap."""

from functools import cache
from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.patches import PathPatch

from analysis.charts import lag_scale, lags, look, news_age, news_age_words
from analysis.scoring import gold
from analysis.tables import ARTICLES, EVENT_MENTIONS
from tests.charts import chronicles
from tests.conftest import PROJECT, SEEDS
from tests.rendering import measure

BOX = (500.0, 1106.0)
TABLES = ("events", "event_mentions", "times", "articles", "entities")


@pytest.fixture(scope="module")
def five():
    """The project's five articles without a fault of reading."""
    frames = gold.tables(PROJECT / "tests/gold", SEEDS)
    return [frames[name] for name in TABLES]


@cache
def made(events, articles):
    return look.twins(news_age.by_telling, *chronicles.story(events, articles))


def said(figure):
    return [measure.said(text).strip("\u200e\u2068\u2069") for text in measure.texts(figure)]


@pytest.mark.parametrize(("events", "articles"), [(5, 2), (50, 14), (500, 60)])
def test_tellings_of_every_number_are_drawn_without_a_fault(events, articles):
    for figure in made(events, articles).values():
        assert measure.faults(figure) == []


def test_the_five_articles_are_drawn_without_a_fault_and_turned(five):
    figures = look.twins(news_age.by_telling, *five)
    turned = look.twins(news_age.by_telling, *five, reverse=True, digits="arab")
    for figure in [*figures.values(), *turned.values()]:
        assert measure.faults(figure) == []


def test_few_tellings_have_a_row_with_distance_and_date_many_are_piled_up():
    few, many = made(5, 2)["en"], made(500, 60)["en"]
    assert any(words.endswith(("before", "ahead", "same day")) for words in said(few))
    assert "tellings" in said(many)
    counts = [int(words) for words in said(many) if words.isdigit()]
    assert sum(counts) == len(many.shown)


def test_the_same_tellings_are_drawn_in_both_languages_and_counted_in_the_footer():
    figures = made(50, 14)
    assert figures["ar"].shown.equals(figures["en"].shown)
    assert f"Drawn: {len(figures['en'].shown)}." in figures["en"].caption


def test_the_title_can_be_counted_in_the_rows():
    figure = made(50, 14)["en"]
    shown = figure.shown
    fresh = shown[(shown["after_least"] >= -1) & (shown["after_most"] <= 0)]["article_id"].nunique()
    number = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five"}.get(fresh, str(fresh))
    assert figure.title.startswith(f"{number} of {shown['article_id'].nunique()} articles tell")
    assert f"{round(-shown['after_most'].min() / 365.25)} years back" in figure.title


@pytest.mark.parametrize("lang", look.LANGUAGES)
@pytest.mark.parametrize("reverse", [False, True])
def test_the_axis_tells_days_apart_and_still_holds_decades(lang, reverse):
    scale = lag_scale.fitted(look.Page(lang, reverse=reverse), BOX, [-27_000, 200])
    places = [scale.at(day) for day in (-27_000, -4000, -400, -40, -8, -3, -2, 0, 1, 2, 9, 40)]
    steps = [b - a for a, b in pairwise(places)]
    assert all(step < -8 for step in steps) if reverse else all(step > 8 for step in steps)
    assert min(scale.left, scale.right) <= min(places)
    assert max(places) <= max(scale.left, scale.right)
    assert (scale.before, scale.after) == (5, 3)


def test_both_sides_of_the_axis_are_mirror_images():
    scale = lag_scale.fitted(look.Page("en"), BOX, [-300, 300])
    middle = sum(scale.publication) / 2
    for days in (1, 5, 20, 200):
        assert scale.at(-days) - middle == pytest.approx(middle - scale.at(1 + days))


def test_a_mark_of_the_same_day_stands_on_the_yellow_and_one_of_the_day_before_left_of_it():
    with look.context():
        page = look.Page("en")
        scale = lag_scale.fitted(page, BOX, [-6, 6])
        sheet, axes = look.canvas(page, 100)
        row = pd.Series({"after_least": 0.0, "after_most": 0.0, "status": "happened", "label_en": "x",
                         "earliest": pd.Timestamp("2020-08-04"), "latest": pd.Timestamp("2020-08-04")})  # fmt: skip
        news_age._draw_telling(axes, scale, row, ["x"], 20)
        row["after_least"] = row["after_most"] = -1.0
        news_age._draw_telling(axes, scale, row, ["x"], 60)
    boxes = [patch.get_path().get_extents() for patch in axes.patches if isinstance(patch, PathPatch)]
    same, before = [(box.x0 + box.x1) / 2 for box in boxes]
    assert scale.publication[0] < same < scale.publication[1]
    assert before < scale.publication[0]
    assert measure.faults(sheet) == []


@pytest.mark.parametrize(
    ("least", "most", "english", "arabic"),
    [
        (0, 0, "same day", "يوم النشر نفسه"),
        (-1, 0, "same day or day before", "يوم النشر أو اليوم قبله"),
        (-1, -1, "1 day before", "يوم واحد قبل النشر"),
        (-6, 0, "at most 6 days before", "6 أيام على الأكثر قبل النشر"),
        (-13, -9, "9 to 13 days before", "من 9 إلى 13 يوماً قبل النشر"),
        (-800, -740, "2 years before", "سنتان قبل النشر"),
        (8, 35, "1 to 5 weeks ahead", "من 1 إلى 5 أسابيع بعد النشر"),
        (float("nan"), 0, "before, no day given", "قبل النشر بلا تحديد"),
        (float("nan"), -21, "three weeks or more before", "ثلاثة أسابيع أو أكثر قبل النشر"),
        (0, float("nan"), "ahead, no day given", "بعد النشر بلا تحديد"),
        (-3, 9, "3 before to 9 days after", "بين 3 قبل النشر و9 أيام بعده"),
    ],
)
def test_a_distance_is_said_in_its_largest_unit(least, most, english, arabic):
    assert news_age_words.distance(least, most, look.Page("en")) == english
    assert news_age_words.distance(least, most, look.Page("ar")) == arabic


def test_a_story_without_a_dated_telling_or_without_any_publication_says_so():
    events, mentions, times, articles, entities = chronicles.story(5, 2)
    undated = EVENT_MENTIONS.check(mentions.assign(earliest=pd.NaT, latest=pd.NaT))
    unknown = ARTICLES.check(articles.assign(published_earliest=pd.NaT, published_latest=pd.NaT))
    for tables in ((events, undated, times, articles, entities), (events, mentions, times, unknown, entities)):
        figure = look.twins(news_age.by_telling, *tables)["en"]
        assert figure.title == "No telling has a day to measure from publication"
        assert measure.faults(figure) == []


def test_no_rows_at_all_are_no_error():
    empty = [frame.iloc[:0] for frame in chronicles.story(5, 2)]
    assert lags.tellings(*empty[:4]).empty
    assert look.twins(news_age.by_telling, *empty)["ar"].title
