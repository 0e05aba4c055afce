"""Times of any text whatever: nothing raises, every row holds, and the work grows with the words.

Texts are built of the lists' own words with clitics, digits of three systems, marks, hidden signs and noise, so that
they look like times far more often than news does. The same texts on every run.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating.resolve import resolve
from analysis.marks import time_shapes, time_slots, times
from analysis.marks.time_memo import Memo
from analysis.text.read import read

ANY = settings(
    max_examples=250,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

PUBLISHED = Interval.day(date(2021, 3, 23))
WORK = 400
"""Slots tried a token, at most; each rule has so many."""
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:[\dX.]+(?:DE|CE|[YMWDEQH]))*(?:T(?:[\dX.]+[HMS])*)?"
    r"|(?:BC)?[-\dX/]*(?:W[\dX]{2}(?:-(?:\d|WE))?)?(?:-?(?:SP|SU|FA|WI|Q\d|H\d))?(?:T[\dA-Z:.X]+)?(?:/[-\dX]+)?"
)


def _forms() -> list[str]:
    """Return the words of the lists that times are built of, and of numbers."""
    lists = sorted(time_slots.listed("time") | {"number_words", "event_links", "time_links", "feasts"})
    return sorted({row["form"] for name in lists for row in lexicon.rows(name)})


FORMS = _forms()
WORD = st.builds(
    lambda before, form: before + form, st.sampled_from(["", "", "", "و", "ف", "ب", "ل", "وال"]), st.sampled_from(FORMS)
)
NUMBER = st.one_of(
    st.integers(0, 40).map(str),
    st.integers(1, 10_000).map(str),
    st.integers(10**15, 10**30).map(str),
    st.integers(0, 2100).map(lambda n: "".join(chr(0x660 + int(d)) for d in str(n))),
    st.integers(0, 60).map(lambda n: "".join(chr(0x6F0 + int(d)) for d in str(n))),
)
SIGN = st.sampled_from(
    [*"/-–:.,،؛()[]«»\"'%٪و!?؟…٫٬", "\u200f", "\u202b", "\u2067", "\u0640", "\u064b", "\ufeff", "ال"]
)
NOISE = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
GAP = st.sampled_from([" ", " ", " ", " ", "", "\n", "\u00a0", "\u200f "])
PIECE = st.one_of(WORD, WORD, WORD, NUMBER, NUMBER, SIGN, NOISE)
TEXT = st.lists(st.tuples(PIECE, GAP), max_size=24).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
DAY = st.one_of(st.dates(), st.sampled_from([date.min, date(1, 12, 31), date(2020, 2, 29), date(9999, 1, 1), date.max]))


@ANY
@given(TEXT, st.one_of(st.none(), DAY.map(Interval.day), st.tuples(DAY, DAY).map(lambda two: Interval(*sorted(two)))))
def test_every_row_holds(text, published):
    text += "\nقبل ثلاثة أشهر."
    reading = read(text, "a")
    rows = resolve(times.find(reading), published, reading)
    assert rows
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"] != ""
        assert VALUE.fullmatch(row["value"]), row["value"]
        assert row["earliest"] is None or row["latest"] is None or row["earliest"] <= row["latest"]
    assert all(one["end"] <= other["start"] for one, other in pairwise(rows))
    assert len({row["time_id"] for row in rows}) == len(rows)


@ANY
@given(TEXT)
def test_tokens_and_sentences_stand_in_order(text):
    reading = read(text, "a")
    assert [text[a:b] for a, b in zip(reading.starts, reading.ends, strict=True)] == [w.surface for w in reading.words]
    assert all(end <= start for end, start in zip(reading.ends, reading.starts[1:], strict=False))
    assert all(one.end <= other.start for one, other in pairwise(reading.sentences))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] != "" for one in reading.sentences)


@ANY
@given(TEXT)
def test_what_is_kept_is_what_would_be_found_afresh(text):
    reading = read(text, "a")
    rules = times.memo().rules
    kept, fresh, course = times.memo(), Memo(rules, time_shapes.shaped), rules.course(reading)
    places = rules.places(course)
    assert [list(kept(course, i)) for i in places] == [list(fresh(course, i)) for i in places]


@ANY
@given(st.lists(st.sampled_from(FORMS), min_size=1, max_size=3), st.integers(2, 40))
def test_the_work_is_in_proportion_to_the_words(words, often):
    reading = read(" ".join(words * often), "a")
    rules = times.memo().rules
    course = rules.course(reading)
    for i in rules.places(course):
        rules.matches(course, i)
    assert len(course.ways) <= WORK * len(reading.words)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("انتهى الأمر قبل كانون الثاني", date.min, id="before the first day"),
        pytest.param("ينتهي الأمر بعد ألفي عام", date.max, id="behind the last year"),
        pytest.param("في شباط 2021 بدأ، وفي 31 من الشهر نفسه انتهى", date(2021, 3, 23), id="31 February"),
    ],
)
def test_what_no_calendar_has_keeps_a_value_without_days(text, published):
    reading = read(text, "a")
    last = resolve(times.find(reading), Interval.day(published), reading)[-1]
    assert last["value"]
    assert last["earliest"] is None


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "12 ",
        "القوات ",
        "و",
        "و ",
        "(",
        "«",
        '"',
        ".",
        ". ",
        "ناقص ",
        "المئة و",
        "اليوم ",
        "آنذاك ",
        "ب\u200f",
        "ثلاثة آلاف و",
    ],
    ids=ascii,
)
def test_one_word_again_and_again_is_read(unit):
    text = unit * 4000
    reading = read(text, "a")
    rows = resolve(times.find(reading), PUBLISHED, reading)
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
