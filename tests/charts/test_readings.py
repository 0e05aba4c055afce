"""What articles say of an event's date: in the text or inferred, and which reading of a conflict stands."""

import pandas as pd
import pytest

from analysis.charts import readings
from analysis.charts.readings import Span
from analysis.tables import EVENT_MENTIONS, EVENTS


def span(first, last):
    return Span(first and pd.Timestamp(first), last and pd.Timestamp(last))


def row(own, said, *, conflict=False, status="happened"):
    """One event whose articles ``a``, ``b``, … say the given intervals."""
    event = {
        "event_id": "blast",
        "label_ar": "انفجار مرفأ بيروت",
        "label_en": "Beirut port explosion",
        "earliest": own[0],
        "latest": own[1],
        "status": status,
        "n_articles": len(said),
        "n_outlets": len(said),
        "conflict": conflict,
    }
    mentions = [
        {
            "event_id": "blast",
            "article_id": name,
            "sentence_id": f"{name}:s0-9",
            "start": 0,
            "end": 9,
            "text": "الانفجار",
        }
        | {"earliest": first, "latest": last}
        for name, (first, last) in zip("abcdef", said, strict=False)
    ]
    return readings.rows(EVENTS.frame([event]), EVENT_MENTIONS.frame(mentions), "en")[0]


AUGUST = ("2020-08-01", "2020-08-31")
THE_DAY = ("2020-08-04", "2020-08-04")
LATER = ("2021-08-01", "2021-08-31")
NO_DATE = (None, None)


@pytest.mark.parametrize(
    ("own", "said", "in_text"),
    [
        pytest.param(THE_DAY, [THE_DAY, NO_DATE], True, id="one article gives the day"),
        pytest.param(
            THE_DAY, [AUGUST, ("2020-07-20", "2020-08-04"), ("2020-08-04", None)], True, id="together they do"
        ),
        pytest.param(THE_DAY, [AUGUST], False, id="the month is said, the day was inferred"),
        pytest.param(THE_DAY, [NO_DATE, NO_DATE], False, id="no article dates it"),
        pytest.param((None, "2020-08-05"), [(None, "2020-08-06")], True, id="open at the same end"),
    ],
)
def test_a_date_is_in_the_text_when_articles_give_it(own, said, in_text):
    assert row(own, said).in_text is in_text


def test_an_article_that_gives_no_date_tells_the_event_all_the_same():
    told = row(THE_DAY, [THE_DAY, NO_DATE])
    assert (told.dated, told.told) == ({"a"}, {"a", "b"})


def test_dates_that_share_no_day_are_readings_of_a_conflict_with_their_articles():
    told = row(THE_DAY, [AUGUST, LATER, THE_DAY, LATER], conflict=True)
    assert [(reading.span, reading.articles) for reading in told.said] == [
        (span(*THE_DAY), ("a", "c")),
        (span(*LATER), ("b", "d")),
    ]
    assert told.reach == pd.Timestamp("2021-08-31")


def test_an_article_that_was_out_before_the_other_date_proves_its_reading():
    told = row(("2020-08-01", "2021-08-31"), [LATER, AUGUST], conflict=True)
    out = {"a": span("2021-09-01", "2021-09-01"), "b": span("2020-09-01", "2020-09-02")}
    reading, proof = readings.standing(told, out)
    assert (reading.span, proof) == (span(*AUGUST), "b")


def test_without_such_an_article_the_reading_stands_that_the_event_agrees_with():
    reading, proof = readings.standing(row(THE_DAY, [AUGUST, LATER], conflict=True), {})
    assert (reading.span, proof) == (span(*AUGUST), None)


def test_where_neither_decides_no_reading_stands():
    told = row(("2020-08-01", "2021-08-31"), [AUGUST, LATER], conflict=True)
    assert readings.standing(told, {"a": span("2022-01-01", "2022-01-01")}) is None


def test_an_event_without_an_english_label_keeps_its_arabic_one():
    event = {
        "event_id": "x",
        "label_ar": "هدنة",
        "status": "planned",
        "n_articles": 0,
        "n_outlets": 0,
        "conflict": False,
    }
    (made,) = readings.rows(EVENTS.frame([event]), EVENT_MENTIONS.frame([]), "en")
    assert (made.label, made.in_text) == ("هدنة", False)
