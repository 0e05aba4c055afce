"""Tellings of one event come together, those of two stay apart, and what can happen only once has one date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from analysis.story import events
from analysis.story.told import tell
from analysis.text.read import read

NAMES = {
    "سامي الخطيب": "sami-khatib",
    "حزب الوفاق": "wifaq",
    "تونس": "tunis",
    "وزارة الصحة": "health-ministry",
}


def told_in(article_id: str, text: str, published: str, days: Mapping[str, tuple[str, str]]):
    """What ``text`` tells, with ``days`` for its time expressions."""
    reading = read(text, article_id)
    times = [
        {
            **_at(reading, words),
            "time_id": f"{article_id}:{words}",
            "type": "DATE",
            "earliest": date.fromisoformat(first),
            "latest": date.fromisoformat(last),
            "open": None,
            "grain": "day",
        }
        for words, (first, last) in days.items()
    ]
    names = [{**_at(reading, name), "entity_id": slug} for name, slug in NAMES.items() if name in text]
    day = date.fromisoformat(published)
    return tell(reading, times, names, [], (day, day))


def _at(reading, words):
    start = reading.source.index(words)
    return reading.where_is(start, start + len(words))


def found(*told, published="2019-05-20"):
    tellings = [one for some in told for one in some]
    day = date.fromisoformat(published)
    articles = {one.article_id: {"published_earliest": day, "published_latest": day} for one in tellings}
    return events.find(tellings, articles, {})


def test_two_articles_tell_of_one_fire_in_other_words():
    a = told_in("a", "اندلع حريق في سوق الخضار وسط تونس صباح السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    b = told_in("b", "قالت الشرطة إن حريق سوق الخضار في تونس وقع السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    (fire,) = [event for event in found(a, b).events if event["n_articles"] == 2]
    assert (fire["earliest"], fire["latest"], fire["conflict"]) == (date(2019, 5, 18), date(2019, 5, 18), False)


def test_two_fires_on_two_days_are_two_events():
    a = told_in("a", "اندلع حريق في سوق الخضار السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    b = told_in("b", "اندلع حريق في سوق السمك الأحد.", "2019-05-20", {"الأحد": ("2019-05-19",) * 2})
    assert [event["n_articles"] for event in found(a, b).events] == [1, 1]


def test_nobody_is_killed_twice_so_two_years_contradict_each_other():
    a = told_in(
        "a",
        "بعد اغتيال سامي الخطيب زعيم حزب الوفاق في مارس 2018.",
        "2018-06-01",
        {"مارس 2018": ("2018-03-01", "2018-03-31")},
    )
    b = told_in(
        "b", "بعد اغتيال سامي الخطيب زعيم حزب الوفاق في مارس الماضي.", "2019-05-20",
        {"مارس الماضي": ("2019-03-01", "2019-03-31")},
    )  # fmt: skip
    articles = {
        "a": {"published_earliest": date(2018, 6, 1), "published_latest": date(2018, 6, 1)},
        "b": {"published_earliest": date(2019, 5, 20), "published_latest": date(2019, 5, 20)},
    }
    (killing,) = events.find([*a, *b], articles, {}).events
    assert killing["conflict"]
    assert (killing["earliest"], killing["latest"]) == (date(2018, 3, 1), date(2018, 3, 31))
    assert "a was published by 2018-06-01 and cannot tell of a later day" in killing["reason"]


def test_what_is_told_with_a_future_verb_is_planned():
    (told,) = told_in("a", "ستزور بعثة وزارة الصحة تونس الخميس.", "2019-05-20", {"الخميس": ("2019-05-23",) * 2})
    assert (told.kind, told.status) == ("visit", "planned")


def test_a_time_counted_from_an_event_is_not_the_time_of_that_event():
    text = "غادر سامي الخطيب البلاد قبل شهرين من انتخابات الرئاسة."
    told = told_in("a", text, "2019-05-20", {"قبل شهرين": ("2019-03-01", "2019-03-31")})
    assert all(one.time is None for one in told if "vote" in one.classes)


@pytest.mark.parametrize("tail", ["وأصيب عشرة", "أسفر عن إصابة عشرة"])
def test_what_an_event_led_to_is_told_with_it_only_by_a_verb_of_result(tail):
    told = told_in("a", f"وقع انفجار في تونس، {tail}.", "2019-05-20", {})
    assert len(told) == (1 if tail.startswith("أسفر") else 2)


def test_every_telling_stands_in_its_article():
    text = "اندلع حريق في سوق الخضار وسط تونس السبت، وقتل شخصان."
    told = told_in("a", text, "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    assert told
    assert all(text[one.start : one.end] == one.text for one in told)


@pytest.mark.parametrize("text", ["\u200f", "…", "،", "\u0640"])
def test_a_sentence_without_a_word_tells_nothing(text):
    assert told_in("a", text, "2019-05-20", {}) == []


def test_one_article_does_not_conflict_with_itself():
    text = "أنباء عن مقتل سامي الخطيب زعيم حزب الوفاق الجمعة. ونفى حزب الوفاق مقتل سامي الخطيب السبت."
    told = told_in("a", text, "2019-05-20", {"الجمعة": ("2019-05-17",) * 2, "السبت": ("2019-05-18",) * 2})
    assert not any(event["conflict"] for event in found(told).events)


def test_two_words_in_common_are_not_enough_without_a_date():
    a = told_in("a", "غادر الوفد القاعة.", "2019-05-20", {})
    b = told_in("b", "غادر المدرب القاعة غاضبا.", "2019-05-20", {})
    assert found(a, b).events == []
