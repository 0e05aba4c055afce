"""A corpus on one screen: counted, whatever its size, with nothing of a page escaping its cell."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from analysis import reader
from analysis.notices import KINDS, notice
from analysis.tables import TABLES


def article(name: str, **more: Any) -> dict[str, Any]:
    row = {
        "article_id": name, "path": f"{name}.txt", "sha256": "0", "chars": 9, "text": "قال كلمة.",
        "outlet_basis": "unknown", "published_basis": "unknown", "published_reasons": [], "agencies": [],
    }  # fmt: skip
    return {**row, **more}


KNOWN = {
    "outlet": "الساحل", "outlet_id": "sahel", "outlet_basis": "stated", "published_earliest": "2019-04-29",
    "published_latest": "2019-04-29", "published_basis": "stated", "title": "عنوان",
}  # fmt: skip
INFERRED = {**KNOWN, "published_latest": "2019-05-02", "published_basis": "inferred"}


def story(*articles: dict[str, Any], notices: tuple[dict[str, Any], ...] = ()) -> SimpleNamespace:
    sentences = [
        {"article_id": row["article_id"], "sentence_id": f"{row['article_id']}:s0-9", "start": 0, "end": 9}
        | {"paragraph": 0, "place": "body"}
        for row in articles
    ]
    return SimpleNamespace(
        articles=TABLES["articles"].frame(list(articles)),
        sentences=TABLES["sentences"].frame(sentences),
        notices=TABLES["notices"].frame(list(notices)),
    )


def test_bases_widths_and_outlets_are_counted():
    shown = str(reader.articles.overview(story(article("a", **KNOWN), article("b", **INFERRED), article("c"))))
    assert "to the day 1" in shown
    assert "within a week 1" in shown
    assert "stated 2 · unknown 1" in shown
    assert "not named on the page" in shown
    assert "2019-04-29 – 2019-05-02" in shown


def test_the_overview_of_two_thousand_articles_is_little_longer_than_that_of_five():
    few, many = (
        str(reader.articles.overview(story(*(article(f"{i}", **KNOWN, **{}) for i in range(count)))))
        for count in (5, 2000)
    )
    assert len(many) < len(few) + 200


def test_notices_are_grouped_by_kind_the_gravest_first_with_an_example():
    notices = (
        *(notice("no-title", name) for name in "abcde"),
        notice("unreadable-file", "x.html", why="it holds no <b>text</b>"),
    )
    shown = str(reader.articles.overview(story(article("a", **KNOWN), notices=notices)))
    assert shown.index("unreadable file") < shown.index("no title")
    assert "it holds no &lt;b&gt;text&lt;/b&gt;" in shown
    assert "<code>c</code>…" in shown


def test_what_a_page_calls_itself_is_escaped():
    named = {**KNOWN, "outlet": "<script>x</script>", "title": "<img src=x>"}
    whole = story(article("a", **named), notices=(notice("no-body", "a"),))
    shown = str(reader.articles.overview(whole)) + str(reader.evidence(reader.articles.doubts(whole), whole))
    assert "<script>" not in shown
    assert "<img" not in shown


def test_the_most_doubtful_article_comes_first_and_the_sure_one_not_at_all():
    reasons = ["page alone: 2019-01-01..", "the latest weekday told of is «الخميس» (3–9)", "refused: a clock"]
    whole = story(
        article("a", **KNOWN),
        article("b", **{**INFERRED, "published_reasons": reasons}),
        article("c"),
        article("d", **{**KNOWN, "version_of": "a"}),
        notices=(notice("cut-title", "c"),),
    )
    found = reader.articles.doubts(whole)
    assert found["article_id"].tolist() == ["c", "b", "d"]
    assert found["doubted"].tolist() == [["no outlet", "no date", "warning"], ["date inferred"], ["a version"]]
    assert found["published"].fillna("").tolist() == ["", "2019-04-29..2019-05-02", "2019-04-29"]
    assert found["why"].tolist() == [["the headline breaks off"], [reasons[1]], []]


def test_a_story_without_doubts_has_no_rows():
    assert reader.articles.doubts(story(article("a", **KNOWN))).empty


def test_every_name_of_a_notice_is_of_a_kind_that_is_given():
    from analysis import lexicon

    assert {row["kind"] for row in lexicon.rows("notice_names")} <= KINDS.keys()


@pytest.mark.parametrize("kind", ["crawl-date-refused", "no-publication-date", "same-article", "unclosed-quotation"])
def test_common_notices_have_an_arabic_name(kind):
    from analysis import lexicon

    assert kind in {row["kind"] for row in lexicon.rows("notice_names")}
