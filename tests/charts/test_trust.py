"""The chart of scores: what it holds."""

import pandas as pd
import pytest

from analysis.charts import look, trust


def scores(**columns):
    rows = [
        ("الأزمنة", "Times", "خمسة مقالات", "five articles", 0.98, 0.91, 1.0, 57),
        ("الأزمنة", "Times", "اثنا عشر مقالا", "twelve articles", 0.95, 0.86, 0.98, 59),
        ("المتكلم", "Speaker", "خمسة مقالات", "five articles", 0.61, 0.46, 0.74, 41),
    ]
    names = ["score_ar", "score_en", "set_ar", "set_en", "share", "low", "high", "of"]
    return pd.DataFrame(rows, columns=names).assign(**columns)


def drawn(shown):
    return look.twins(trust.by_score, shown)


def test_the_title_names_the_weakest_and_where():
    titles = {lang: figure.title for lang, figure in drawn(scores()).items()}
    assert titles["en"] == "Weakest: speaker, 61% right in five articles"
    assert "المتكلم" in titles["ar"]


def test_every_score_is_drawn_and_said_in_words():
    figure = drawn(scores())["en"]
    assert len([patch for patch in figure.axes[0].patches if patch.get_zorder() == 4]) == 3 + 2  # and the key
    assert "Times, twelve articles: 95%" in figure.alt
    assert figure.shown.equals(scores())


def test_a_bar_reaches_from_low_to_high_on_the_page_of_each_language():
    for lang, figure in drawn(scores()).items():
        scale = look.Page(lang).scale(0, 1, trust.SCALE, trust.COUNTS - 60)
        bars = [line for line in figure.axes[0].lines if line.get_zorder() == 2]
        assert tuple(bars[0].get_xdata()) == pytest.approx((scale(0.91), scale(1.0)))


def test_nothing_to_draw_is_said():
    with pytest.raises(ValueError, match="no score"):
        drawn(scores().head(0))
