"""Dates, numbers and counted nouns as a reader of each language expects them."""

import datetime as dt

import pytest

from analysis.charts import labels, wording


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english"),
    [
        ("2021-03-23", "2021-03-23", "23 مارس 2021", "23 March 2021"),
        ("2021-07-26", "2021-07-27", "26 أو 27 يوليو 2021", "26 or 27 July 2021"),
        ("2021-03-31", "2021-04-01", "31 مارس أو 1 أبريل 2021", "31 March or 1 April 2021"),
        ("2021-03-01", "2021-03-23", "من 1 إلى 23 مارس 2021", "1 to 23 March 2021"),
        ("2021-03-01", "2021-03-31", "مارس 2021", "March 2021"),
        ("2021-02-01", "2021-03-31", "من فبراير إلى مارس 2021", "February to March 2021"),
        ("2014-01-01", "2014-12-31", "2014", "2014"),
        ("2017-01-01", "2021-12-31", "من 2017 إلى 2021", "2017 to 2021"),
        ("2020-12-20", "2021-01-04", "من 20 ديسمبر 2020 إلى 4 يناير 2021", "20 December 2020 to 4 January 2021"),
        (None, "2021-03-23", "23 مارس 2021 على الأكثر", "by 23 March 2021"),
        ("2021-03-23", None, "من 23 مارس 2021 فصاعداً", "from 23 March 2021 on"),
        (None, None, "بلا تاريخ", "no date"),
    ],
)
def test_an_interval_is_said_in_words(first: str | None, last: str | None, arabic: str, english: str) -> None:
    ends = [None if end is None else day(end) for end in (first, last)]
    assert labels.interval(*ends, "ar", either=True) == arabic
    assert labels.interval(*ends, "en", either=True) == english


def test_the_year_can_be_left_to_the_axis() -> None:
    assert labels.interval(day("2021-03-01"), day("2021-03-23"), "ar", year=False) == "من 1 إلى 23 مارس"


@pytest.mark.parametrize(
    ("count", "arabic", "english"),
    [
        (0, "لا مقالات", "no articles"),
        (1, "مقالة واحدة", "1 article"),
        (2, "مقالتان", "2 articles"),
        (3, "3 مقالات", "3 articles"),
        (10, "10 مقالات", "10 articles"),
        (11, "11 مقالة", "11 articles"),
        (100, "100 مقالة", "100 articles"),
        (105, "105 مقالات", "105 articles"),
        (5200, "5200 مقالة", "5,200 articles"),
    ],
)
def test_count_and_noun_agree(count: int, arabic: str, english: str) -> None:
    assert labels.counted(count, "article", "ar") == arabic
    assert labels.counted(count, "article", "en") == english


def test_numbers_as_words_have_the_gender_their_noun_wants() -> None:
    assert labels.counted(3, "article", "ar", words=True) == "ثلاث مقالات"
    assert labels.counted(3, "named outlet", "ar", words=True) == "ثلاثة ناشرين معروفين"
    assert labels.number_word(2, "ar", genitive=True) == "اثنتين"


def test_every_noun_has_all_the_forms_of_its_language() -> None:
    forms = {"ar": {"one", "two", "few", "many", "hundred"}, "en": {"one", "other"}}
    nouns = {(noun, lang) for noun, lang, _ in wording._nouns()}
    assert {noun for noun, _ in nouns} == {noun for noun, lang in nouns if lang == "ar"}
    for noun, lang in nouns:
        assert {grammar for n, at, grammar in wording._nouns() if (n, at) == (noun, lang)} == forms[lang]


@pytest.mark.parametrize(
    ("days", "arabic", "english"),
    [
        (243, "ثمانية أشهر", "eight months"),
        (91, "ثلاثة أشهر", "three months"),
        (10, "عشرة أيام", "ten days"),
        (800, "سنتان", "two years"),
    ],
)
def test_a_stretch_of_time_takes_its_largest_unit(days: int, arabic: str, english: str) -> None:
    assert labels.stretch(days, "ar") == arabic
    assert labels.stretch(days, "en") == english


def test_numbers_keep_the_decimals_they_have() -> None:
    assert [labels.number(value, "en") for value in (5200, 2.5, 1_000_000, 0.25)] == [
        "5,200",
        "2.5",
        "1,000,000",
        "0.25",
    ]
    assert labels.number(70_000, "ar") == "70000"


def test_names_are_listed_as_each_language_does() -> None:
    assert labels.listed(["رويترز", "فرانس برس", "\u2068AP\u2069"], "ar") == "رويترز وفرانس برس و \u2068AP\u2069"
    assert labels.listed(["AP", "AFP", "Reuters"], "en") == "AP, AFP and Reuters"
    assert labels.listed(["AP"], "en") == "AP"
    assert labels.listed([], "ar") == ""
