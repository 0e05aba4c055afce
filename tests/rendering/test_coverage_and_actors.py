"""Coverage and actors at 5, 50 and 500 articles, on both pages: no word cut, none over another, none misshapen."""

import pytest

from analysis.charts import look
from analysis.charts.shaping import NATIVE

if not NATIVE:
    pytest.skip("figures are exported by a matplotlib that shapes by itself", allow_module_level=True)

from analysis.charts import actors, coverage
from tests.charts import stories
from tests.rendering import measure

SIZES = (1, 2, 5, 14, 50, 500)
TURNED = {"reverse": True, "digits": "arab"}


def drawn(chart: str, count: int, **options: object) -> dict[look.Lang, look.Figure]:
    articles, entities = stories.articles(count), stories.entities()
    sentences = stories.sentences(articles)
    if chart == "coverage":
        return look.twins(coverage.calendar, articles, sentences, entities, **options)
    mentions, quotes = stories.mentions(articles), stories.quotes(articles)
    return look.twins(actors.matrix, articles, sentences, mentions, quotes, entities, **options)


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("chart", ["coverage", "actors"])
def test_nothing_is_wrong_with_the_words(chart: str, count: int) -> None:
    assert {lang: measure.faults(figure) for lang, figure in drawn(chart, count).items()} == {"ar": [], "en": []}


@pytest.mark.parametrize("chart", ["coverage", "actors"])
def test_nor_where_data_run_the_other_way_in_arabic_indic_digits(chart: str) -> None:
    assert {lang: measure.faults(figure) for lang, figure in drawn(chart, 5, **TURNED).items()} == {"ar": [], "en": []}
