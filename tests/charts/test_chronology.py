"""The chronology as drawn: what it says, that nothing is lost, and that no words are cut or lie over others."""

from functools import cache

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.charts import chronology, grounds, look, marks, timeline
from analysis.scoring import gold
from analysis.tables import EVENTS
from tests.charts import chronicles
from tests.conftest import PROJECT, SEEDS
from tests.rendering import measure


@pytest.fixture(scope="module")
def five():
    """The project's five articles without a fault of reading."""
    frames = gold.tables(PROJECT / "tests/gold", SEEDS)
    return [frames[name] for name in ("events", "event_mentions", "times", "articles", "entities")]


@pytest.fixture(scope="module")
def drawn(five):
    return look.twins(chronology.by_event, *five)


@cache
def made(events, articles):
    """A made-up story's twins, drawn once for all tests that look at them."""
    return look.twins(chronology.by_event, *chronicles.story(events, articles))


def words(figure):
    return [measure.said(text).strip("\u200e\u2068\u2069") for text in measure.texts(figure)]


def test_the_five_articles_are_drawn_without_a_fault(five, drawn):
    turned = look.twins(chronology.by_event, *five, reverse=True, digits="arab")
    for figure in [*drawn.values(), *turned.values()]:
        assert measure.faults(figure) == []


@pytest.mark.parametrize(("events", "articles"), [(5, 2), (50, 14), (500, 60)])
def test_stories_of_every_size_are_drawn_without_a_fault(events, articles):
    for figure in made(events, articles).values():
        assert measure.faults(figure) == []


def test_the_title_is_the_conflict_and_both_readings_name_who_reads_them(drawn):
    said = drawn
    assert said["en"].title == "One event, two dates: January 2020 in one article and January 2021 in two articles"
    assert said["ar"].title == "تاريخان لحدث واحد: يناير 2020 (مقالة واحدة) ويناير 2021 (مقالتان)"
    english = words(said["en"])
    assert any(line.startswith("January 2021: Arabic Post and page 003") for line in english)
    assert any("in the words" in line and "«يناير" in line for line in english)
    assert "≠" in english


def test_why_a_reading_stands_follows_from_the_day_its_article_was_out(drawn):
    english = " ".join(words(drawn["en"]))
    assert "CNN Arabic was out by 12 June 2020 and cannot mean January 2021." in english


def test_only_a_conflict_is_red(drawn):
    for figure, red in ((drawn["en"], True), (made(5, 2)["en"], False)):
        colors = {to_hex(patch.get_facecolor()).upper() for patch in figure.axes[0].patches}
        assert (look.CONFLICT_PALE in colors) is red


def test_forty_rows_have_about_the_proportions_of_a_page(drawn):
    for figure in drawn.values():
        wide, high = figure.get_size_inches()
        assert 1.25 < high / wide < 1.6


def test_undated_events_are_named_while_few_and_counted_when_many():
    few = made(5, 2)["ar"].caption
    many = made(50, 14)["en"].caption
    assert f"{chronicles.LABELS[3][0]} 3" in few
    assert "Without any date and not drawn: 4 events." in many


def test_events_without_a_row_are_ticks_and_their_number_is_said():
    figure = made(500, 60)["en"]
    drawn = len(figure.shown)
    beside = [int(text.split()[1]) for text in words(figure) if text.startswith("and ")]
    assert drawn <= 80
    assert drawn + sum(beside) == 462


def test_many_articles_are_columns_by_outlet_and_pages_without_one_are_none():
    said = words(made(50, 14)["en"])
    assert "Who tells it, in how many articles" in said
    assert {"Outlet", "not", "named"} & set(" ".join(said).split())


def test_a_story_without_a_dated_event_says_so():
    events, *others = chronicles.story(5, 2)
    none = events.assign(earliest=pd.NaT, latest=pd.NaT)
    figure = look.twins(chronology.by_event, EVENTS.check(none), *others)["en"]
    assert figure.title == "No event in these articles has a date"


def test_time_grows_to_the_right_in_both_languages_until_it_is_turned(five, drawn):
    def years(figure):
        found = {measure.said(text): text.get_position()[0] for text in measure.texts(figure)}
        return found["2010"], found["2012"]

    for lang in look.LANGUAGES:
        first, second = years(drawn[lang])
        assert first < second
    first, second = years(look.twins(chronology.by_event, *five, reverse=True)["ar"])
    assert first > second


def centres(figure):
    """Where lines of text begin, by what they say."""
    return {measure.said(text).strip("\u200e"): text.get_position() for text in measure.texts(figure)}


def test_a_day_by_the_clock_is_drawn_on_hours_and_its_times_are_said():
    twins = look.twins(chronology.by_event, *chronicles.by_the_clock(("T04:17", "T04:28", "TMO", "T13:24", "T19:00Z")))
    for figure in twins.values():
        assert measure.faults(figure) == []
    english = words(twins["en"])
    assert "6 February 2023, by the hour" in english
    assert {"04:17", "04:28", "morning", "13:24", "19:00 GMT", "part of a day", "hour stated"} <= set(english)
    places = centres(twins["en"])
    assert places["04:17"][0] < places["04:28"][0] < places["13:24"][0]


def test_words_break_gridlines_and_keep_off_a_narrow_publication():
    ground = grounds.Ground(look.Page("en"), 560, 1190, (700.0, 760.0), ((720.0, 740.0),))
    with look.context():
        _, axes = look.canvas(look.Page("en"), 100)
        grounds.beside(axes, ground, "23 March", marks.Extent(690, 712), 40, size=17)
    (text,) = axes.texts
    assert text.get_position()[0] > 740
    covers = [patch for patch in axes.patches if patch.get_x() < 760 < patch.get_x() + patch.get_width()]
    assert len(covers) == 1


def test_a_bar_reaches_to_the_end_of_its_last_day():
    page = look.Page("en")
    first, last = pd.Timestamp("2021-03-01"), pd.Timestamp("2021-03-31")
    at = timeline.scale(page, first, last, 0, 31)
    assert at(timeline.number_of(last) + 1) - at(timeline.number_of(first)) == pytest.approx(31)


def test_a_name_too_wide_for_its_column_is_parted_and_arabic_never():
    page = look.Page("en")
    assert chronology._hyphened("Al-Awsat", 50, page) == "Al- Awsat"
    assert chronology._hyphened("BasNews", 50, page) == "Bas- News"
    assert chronology._hyphened("Eqtisadiah", 50, page) == "Eqtis- adiah"
    assert chronology._hyphened("الاقتصادية", 50, page) == "الاقتصادية"


def test_a_hyphen_stays_behind_its_half_of_a_latin_name_on_an_arabic_page():
    page = look.Page("ar")
    assert chronology._hyphened("Al-Eqtisadiah", 62, page).split() == ["Al-", "Eqtis-", "adiah"]
    twins = look.twins(chronology.by_event, *chronicles.story(50, 14))
    assert measure.faults(twins["ar"]) == []
