"""The day an article was written, where it names it beside today or yesterday."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.dates.interval import Interval
from tests.dating.resolving import resolved

TUESDAY = Interval.day(date(2015, 7, 21))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("أعلن اليوم الاثنين أنه سيسافر غدا.", ["2015-07-20", "2015-07-21"], id="printed a day late"),
        pytest.param("كثف أمس الجمعة التدريب، وشارك الجميع أمس.", ["2015-07-17", "2015-07-17"], id="some days late"),
        pytest.param("وصل اليوم السبت، وغادر أمس الاثنين.", ["2015-07-18", "2015-07-20"], id="two that disagree"),
        pytest.param("أعلن اليوم الثلاثاء أنه سافر أمس.", ["2015-07-21", "2015-07-20"], id="today"),
    ],
)
def test_a_weekday_beside_today_says_when_an_article_was_written(text, days):
    assert [row["value"] for row in resolved(text, published=TUESDAY)] == days
