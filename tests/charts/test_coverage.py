"""Coverage: what stands on the calendar, what the title claims, and what is said to be unknown."""

import pandas as pd
import pytest
from matplotlib.patches import Circle, PathPatch

from analysis.charts import calendars, columns, coverage, cuts, look
from analysis.tables import TABLES
from tests.charts import stories


def article(number: int, **known: object) -> dict[str, object]:
    return {
        "article_id": f"{number:03d}", "path": f"{number}.txt", "sha256": "0", "chars": 100, "text": "نص",
        "outlet_basis": "unknown", "published_basis": "unknown", "published_reasons": [], "agencies": [], **known,
    }  # fmt: skip


def published(
    number: int, first: str | None, last: str | None, basis: str = "inferred", **known: object
) -> dict[str, object]:
    return article(number, published_earliest=first, published_latest=last, published_basis=basis, **known)


def story(*rows: dict[str, object]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    articles = TABLES["articles"].frame(list(rows))
    return articles, stories.sentences(articles), stories.entities()


def words(figure: look.Figure) -> list[str]:
    return [str(text.get_label()) for text in figure.findobj() if hasattr(text, "get_text")]


def stretches(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    found = cuts.cut([(pd.Timestamp(first), pd.Timestamp(last)) for first, last in pairs])
    return [(f"{stretch.first:%Y-%m-%d}", f"{stretch.last:%Y-%m-%d}") for stretch in found.stretches]


def test_prose_is_counted_without_captions_and_furniture() -> None:
    articles, sentences, _ = story(article(1))
    assert coverage.rows(articles, sentences)["characters"].tolist() == [120]


def test_rows_are_in_order_of_the_first_possible_day_and_undated_ones_come_last() -> None:
    articles, sentences, _ = story(
        article(1),
        published(2, "2021-03-23", "2021-03-24"),
        published(3, None, "2020-01-05"),
        published(4, "2020-06-11", None),
    )
    assert coverage.rows(articles, sentences)["article_id"].tolist() == ["003", "004", "002", "001"]


@pytest.mark.parametrize(
    ("reason", "ends"),
    [
        ("page alone: 2021-02-01..2021-03-31", ("2021-02-01", "2021-03-31")),
        ("page alone: ..2021-03-31", (None, "2021-03-31")),
        ("page alone: 2021-02-01..", ("2021-02-01", None)),
        ("the page says so", (None, None)),
    ],
)
def test_what_the_page_alone_allows_is_read_from_the_reasons(reason: str, ends: tuple[str | None, str | None]) -> None:
    articles, sentences, _ = story(published(1, "2021-03-23", "2021-03-24", published_reasons=["first", reason]))
    row = coverage.rows(articles, sentences).iloc[0]
    assert [None if pd.isna(end) else f"{end:%Y-%m-%d}" for end in (row["page_earliest"], row["page_latest"])] == list(
        ends
    )
    assert bool(row["page_says"]) is any(ends)


@pytest.mark.parametrize(
    ("rows", "arabic", "english"),
    [
        (
            [published(1, "2021-03-23", "2021-03-23", "stated", agencies=["ap"]), *(article(n) for n in range(2, 6))],
            "يوم النشر مذكور في مقالة واحدة من أصل خمس، وأربع مقالات بلا ذكر لأي وكالة",
            "One of the five articles prints its day; four credit no agency",
        ),
        (
            [published(n, "2021-03-23", "2021-03-23", "given") for n in range(12)],
            "يوم النشر معروف في المقالات كلها، ولا ذكر لوكالة في أي منها",
            "All of the 12 articles have a known day; none credits an agency",
        ),
        (
            [article(1, agencies=["ap"]), article(2, agencies=["afp", "ap"])],
            "يوم النشر غير مذكور في أي مقالة، وفي كل منها ذكر لوكالة",
            "None of the two articles prints its day; every one credits an agency",
        ),
    ],
)
def test_the_title_counts_what_can_be_seen(rows: list[dict[str, object]], arabic: str, english: str) -> None:
    shown = coverage.rows(*story(*rows)[:2])
    assert (coverage.finding(shown, "ar"), coverage.finding(shown, "en")) == (arabic, english)


def test_a_known_day_is_a_dot_and_an_inferred_one_is_not() -> None:
    dots = []
    for basis in ("stated", "given", "inferred"):
        figure = look.twins(coverage.calendar, *story(published(1, "2021-03-23", "2021-03-23", basis)))["en"]
        circles = [p for p in figure.findobj(PathPatch) if len(p.get_path().vertices) > 20]
        dots.append(len(circles) + len(figure.findobj(Circle)))
    assert dots == [2, 2, 0]  # on the calendar and in the key


def test_what_is_unknown_is_said() -> None:
    figure = look.twins(coverage.calendar, *story(article(7), published(8, "2021-03-23", "2021-03-23", "stated")))["ar"]
    assert "تاريخ النشر غير معروف" in words(figure)
    assert "الناشر غير مذكور" in words(figure)
    assert "بلا تاريخ مقالة واحدة" in figure.caption


def test_a_story_without_any_date_is_drawn_and_says_so() -> None:
    figures = look.twins(coverage.calendar, *story(article(1), article(2)))
    assert "no date known" in words(figures["en"])


def test_a_story_without_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="no article"):
        look.twins(coverage.calendar, *story())


def test_empty_months_are_cut_out() -> None:
    found = stretches(("2020-06-11", "2020-06-12"), ("2021-03-23", "2021-03-24"), ("2021-07-26", "2021-07-27"))
    assert found == [("2020-06-01", "2020-06-30"), ("2021-03-01", "2021-03-31"), ("2021-07-01", "2021-07-31")]


def test_a_short_pause_is_not_worth_a_cut() -> None:
    assert stretches(("2020-01-05", "2020-06-12"), ("2020-08-02", "2020-12-30")) == [("2020-01-01", "2020-12-31")]


def test_an_interval_of_months_places_no_stretch_where_another_meets_it() -> None:
    assert stretches(("2020-01-01", "2021-12-31"), ("2021-03-23", "2021-03-24")) == [("2021-03-01", "2021-03-31")]


def test_but_keeps_its_place_where_none_does() -> None:
    (first, *_) = stretches(("2019-02-06", "2019-12-31"), ("2021-03-23", "2021-03-24"))
    assert first == ("2019-02-01", "2019-12-31")


def test_decades_are_ticked_in_years() -> None:
    found = cuts.cut([(pd.Timestamp(f"{year}-05-01"), pd.Timestamp(f"{year}-05-09")) for year in range(1995, 2021)])
    assert found.unit == "year"
    assert found.stretches[0].first == pd.Timestamp("1995-01-01")


def test_days_lie_in_order_along_the_calendar_and_the_switch_turns_them() -> None:
    shown = coverage.rows(
        *story(published(1, "2021-03-02", "2021-03-03"), published(2, "2021-03-20", "2021-03-21"))[:2]
    )
    with look.context():
        for reverse in (False, True):
            page = look.Page("ar", reverse=reverse)
            axis = calendars.draw(look.canvas(page, 900)[1], page, shown, (352, 790), 300, 800)
            assert axis is not None
            early, late = (axis.where(pd.Timestamp(day))[1] for day in ("2021-03-02", "2021-03-20"))
            assert (early < late) is not reverse


def test_the_sheet_shows_its_rows_and_describes_each_article() -> None:
    sheet = look.twins(coverage.calendar, *story(published(1, "2021-03-23", "2021-03-23", "stated", agencies=["afp"])))[
        "en"
    ]
    assert sheet.shown["article_id"].tolist() == ["001"]
    assert "23 March 2021" in sheet.alt
    assert "credits AFP" in sheet.alt
    assert columns.tally(story(article(1))[0], "en") in sheet.caption
