"""What structured data and addresses state, in whose zone, and what they may not mean."""

from __future__ import annotations

import pytest

from analysis.dating import stated
from analysis.reading.page import Facts, StatedDate


def said(value, url=None, sites=()):
    """The days that one date of structured data gives, as ISO days."""
    facts = Facts(url=url, sites=sites, dates=(StatedDate("published", value, "JSON-LD"),))
    found = [piece for piece in stated.structured(facts) if piece.reason.startswith("the page's JSON-LD")]
    return [(str(piece.days.earliest), str(piece.days.latest)) for piece in found]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        pytest.param("2019-08-05", ("2019-08-05", "2019-08-05"), id="a day"),
        pytest.param("2019-08-05T23:30:00+03:00", ("2019-08-05", "2019-08-05"), id="a zone of its own: its day"),
        pytest.param("2019-08-05T00:15:00+0300", ("2019-08-05", "2019-08-05"), id="a zone without a colon"),
        pytest.param("2019-08-05 00:15:00 +0200", ("2019-08-05", "2019-08-05"), id="a zone behind a space"),
        pytest.param("2019-08-05T10:15:00.123Z", ("2019-08-05", "2019-08-05"), id="the same day in all zones near"),
        pytest.param("2019-08-05T22:30:00Z", ("2019-08-05", "2019-08-06"), id="one of two days where nobody knows"),
        pytest.param("2019-08-05 10:15:00", ("2019-08-05", "2019-08-05"), id="no zone"),
        pytest.param("2019/08/05 10:15", ("2019-08-05", "2019-08-05"), id="slashes"),
        pytest.param("20190805", ("2019-08-05", "2019-08-05"), id="no signs"),
        pytest.param("1564999200", ("2019-08-05", "2019-08-05"), id="seconds"),
        pytest.param("1564999200000", ("2019-08-05", "2019-08-05"), id="milliseconds"),
        pytest.param("Mon, 05 Aug 2019 10:15:00 GMT", ("2019-08-05", "2019-08-05"), id="as in mail"),
        pytest.param("August 5, 2019", ("2019-08-05", "2019-08-05"), id="in English"),
    ],
)
def test_a_moment_is_of_a_day(value, days):
    assert said(value) == [days]


@pytest.mark.parametrize("value", ["", "2019", "2019-08", "0001-01-01T00:00:00Z", "1970-01-01", "yesterday"])
def test_what_gives_no_day_is_none(value):
    assert said(value) == []


@pytest.mark.parametrize(
    ("url", "sites", "day"),
    [
        pytest.param("https://www.okaz.com.sa/news/1", (), "2019-08-06", id="Riyadh is ahead"),
        pytest.param("https://www.hespress.com/1.html", (), "2019-08-05", id="Rabat was an hour ahead"),
        pytest.param(None, ("الجزيرة نت",), "2019-08-06", id="known by the site's name"),
    ],
)
def test_universal_time_is_turned_to_the_outlets_day(url, sites, day):
    assert said("2019-08-05T22:30:00Z", url, sites) == [(day, day)]


def test_a_moment_may_be_written_in_arabic_digits():
    assert said("٢٠١٩-٠٨-٠٥T١٤:٢٩:٢١+0400") == [("2019-08-05", "2019-08-05")]


def test_an_update_is_kept_apart_and_bounds_the_day():
    facts = Facts(dates=(StatedDate("updated", "2019-08-07T10:00:00+03:00", "JSON-LD dateModified"),))
    kinds = {piece.kind: piece.days for piece in stated.structured(facts)}
    assert set(kinds) == {"updated", "visited"}
    assert kinds["visited"].earliest is None
    assert str(kinds["visited"].latest) == "2019-08-07"


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://arabic.cnn.com/middle-east/article/2021/07/26/iraq-us", ("2021-07-26", "2021-07-26")),
        ("https://www.aljazeera.net/news/2021/7/26/slug-of-it", ("2021-07-26", "2021-07-26")),
        ("https://example.net/2021/middle_east/7/26/syria.clashes/index.html", ("2021-07-26", "2021-07-26")),
        ("https://example.net/2021-07-26/story.html", ("2021-07-26", "2021-07-26")),
        ("https://example.net/archive/20210726/12.html", ("2021-07-26", "2021-07-26")),
        ("https://example.net/20210726-1234", ("2021-07-23", "2021-07-29")),
        ("https://example.net/a/weather-26-7-2021", ("2021-07-23", "2021-07-29")),
        ("https://example.net/a/weather-2021-07-26", ("2021-07-23", "2021-07-29")),
        ("https://example.net/2021/07/slug-of-it/", ("2021-07-01", "2021-07-31")),
    ],
)
def test_an_address_names_its_day(url, days):
    (piece,) = stated.structured(Facts(url=url))
    assert (str(piece.days.earliest), str(piece.days.latest)) == days


@pytest.mark.parametrize(
    "url",
    [
        "https://example.net/article/2019120",
        "https://example.net/article/201912345",
        "https://example.net/story/1/20190805123",
        "https://example.net/?id=20190805",
        "https://example.net/1912/08/05/old",
        "https://example.net/2021/13/45/x",
        "https://example.net/vision-2030",
    ],
)
def test_numbers_of_an_address_are_no_day(url):
    assert list(stated.structured(Facts(url=url))) == []
