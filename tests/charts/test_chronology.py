"""The chronology as drawn: what it says, that nothing is lost, and that no words are cut or lie over others."""

from functools import cache

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.charts import chronology, look
from analysis.scoring import gold
from analysis.tables import ARTICLES, ENTITIES, EVENT_MENTIONS, EVENTS
from tests.conftest import PROJECT, SEEDS
from tests.rendering import measure

LABELS = (
    "وصول فرق الإنقاذ إلى المدينة",
    "إعلان حالة الطوارئ في ثلاث محافظات متجاورة على الحدود",
    "فتح المعبر أمام القوافل",
)
FIRST = pd.Timestamp("2023-02-06")


@pytest.fixture(scope="module")
def five():
    """The project's five articles without a fault of reading."""
    frames = gold.tables(PROJECT / "tests/gold", SEEDS)
    return [frames[name] for name in ("events", "event_mentions", "articles", "entities")]


def story(events, articles):
    """A made-up story: a background of years, then days; open ends, plans, claims, a fifth without any date."""
    rows, mentions = [], []
    for at in range(events):
        first, last = _dates(at)
        told = sorted({(at * 7 + step * 3) % articles for step in range(1 + at % 3)})
        row = {"event_id": f"event-{at:03d}", "label_ar": f"{LABELS[at % 3]} {at}", "earliest": first, "latest": last}
        row |= {"label_en": f"Event {at}" if at % 2 else None, "n_articles": len(told), "n_outlets": len(told)}
        rows.append(row | {"status": ("happened", "happened", "planned", "claimed")[at % 4], "conflict": False})
        for name in told:
            date = {"earliest": first, "latest": last} if (at + name) % 3 else {}
            place = {"article_id": f"{name:03d}_page", "sentence_id": "s", "start": at, "end": at + 1, "text": "م"}
            mentions.append({"event_id": f"event-{at:03d}"} | place | date)
    pages = [
        {"article_id": f"{at:03d}_page", "path": "x", "sha256": "0", "chars": 1, "text": "م", "language": "ar"}
        | {"outlet": f"صحيفة {at % 11}" if at % 6 else None, "outlet_id": f"paper-{at % 11}" if at % 6 else None}
        | {"outlet_basis": "stated" if at % 6 else "unknown", "published_basis": "stated"}
        | {
            "published_earliest": FIRST + pd.Timedelta(days=at % 20),
            "published_latest": FIRST + pd.Timedelta(days=at % 20),
        }
        for at in range(articles)
    ]
    return EVENTS.frame(rows), EVENT_MENTIONS.frame(mentions), ARTICLES.frame(pages), ENTITIES.frame([])


def _dates(at):
    if at % 10 == 0:
        year = 1998 + at % 20
        return pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    day = FIRST + pd.Timedelta(days=at * 13 % 40)
    return {1: (None, day), 2: (day, None), 3: (None, None), 4: (day, day + pd.Timedelta(days=6))}.get(
        at % 10, (day, day)
    )


@pytest.fixture(scope="module")
def drawn(five):
    return look.twins(chronology.by_event, *five)


@cache
def made(events, articles):
    """A made-up story's twins, drawn once for all tests that look at them."""
    return look.twins(chronology.by_event, *story(events, articles))


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
    assert "January 2021: Arabic Post and page 003" in english
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
    assert f"{LABELS[0]} 3" in few
    assert "Without any date and not drawn: 5 events." in many


def test_events_without_a_row_are_ticks_and_their_number_is_said():
    figure = made(500, 60)["en"]
    drawn = len(figure.shown)
    beside = [int(text.split()[1]) for text in words(figure) if text.startswith("and ")]
    assert drawn <= 80
    assert drawn + sum(beside) == 450


def test_many_articles_are_columns_by_outlet_and_pages_without_one_are_none():
    said = words(made(50, 14)["en"])
    assert "Who tells it, in how many articles" in said
    assert {"Outlet", "not", "named"} & set(" ".join(said).split())


def test_a_story_without_a_dated_event_says_so():
    events, mentions, articles, entities = story(5, 2)
    none = events.assign(earliest=pd.NaT, latest=pd.NaT)
    figure = look.twins(chronology.by_event, EVENTS.check(none), mentions, articles, entities)["en"]
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
