"""When an article was published, from what it says and what its story says."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from analysis.dating import publication
from analysis.marks import times
from analysis.reading import corpus
from tests.dating.corpora import dated, interval

HEAD = "وزير المياه يزور سد النهضة"
PROSE = "وقال الوزير إن المباحثات كانت مثمرة، وإن الجانبين اتفقا على مواصلة الحوار بينهما."


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("تم النشر: 2019/08/05 الساعة 10:20", "2019-08-05"),
        ("نشر في 5 أغسطس 2019", "2019-08-05"),
        ("تاريخ النشر: 5 آب / أغسطس 2019", "2019-08-05"),
        ("الاثنين 05/08/2019", "2019-08-05"),
        ("٥ أغسطس ٢٠١٩", "2019-08-05"),
        ("Published: August 5, 2019", "2019-08-05"),
        ("2019-08-05", "2019-08-05"),
    ],
)
def test_a_stamp_below_the_headline_is_the_day(tmp_path, stamp, day):
    text = f"{HEAD}\n{stamp}\nوصل وزير المياه، الاثنين، إلى أديس أبابا في زيارة قصيرة.\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == (day, day)
    assert row["published_basis"] == "stated"
    assert row["published_reasons"][0] == f"page alone: {day}..{day}"


def test_a_clock_above_the_headline_is_refused_and_told(tmp_path):
    text = f"Sunday, 03 January 2027\n{HEAD}\nوصل وزير المياه، الاثنين، إلى أديس أبابا في زيارة قصيرة.\n{PROSE}"
    rows, notices = dated(tmp_path, {"a.txt": text})
    assert [row["kind"] for row in notices] == ["crawl-date-refused", "no-publication-date"]
    assert notices[0]["start"] == 0
    assert interval(rows["a"]) == (None, "2027-01-03")  # nothing is published after it was seen


def test_an_update_is_not_the_publication(tmp_path):
    text = f"{HEAD}\nنشر في 5 أغسطس 2019\nآخر تحديث: 7 أغسطس 2019\nوصل الوزير إلى أديس أبابا.\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == ("2019-08-05", "2019-08-05")
    assert row["updated_earliest"] == row["updated_latest"] == dt.date(2019, 8, 7)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "أعلن الوزير، الاثنين 5 أغسطس 2019، أن السد جاهز للتشغيل.", ("2019-08-05", "2019-08-06"),
            id="the lead's full date is the news",
        ),
        pytest.param(
            "سيفتتح الوزير السد يوم الاثنين 5 أغسطس 2019 بحضور نظرائه.", ("2018-07-01", "2019-08-05"),
            id="a plan is announced within about a year",
        ),
        pytest.param("وكان السد قد افتتح في مايو 2016.", ("2016-05-01", None), id="what has happened"),
        pytest.param("ويمتد العقد حتى عام 2030.", (None, None), id="an end to come"),
        pytest.param(
            "وتراجع الإنتاج في مارس الماضي 2018 إلى النصف.", ("2018-04-01", "2019-02-28"), id="March last, 2018",
        ),
        pytest.param("وتستمر الأعمال حتى نهاية العام الجاري 2018.", ("2018-01-01", "2018-12-31"), id="this year"),
        pytest.param("وقال الرئيس الأميركي باراك أوباما إنه راض.", ("2009-01-20", "2017-01-20"), id="who is in office"),
        pytest.param("وقال الرئيس الأميركي السابق باراك أوباما إنه راض.", (None, None), id="who is no longer"),
        pytest.param("وهنأت الحكومة الرئيس الأميركي الجديد باراك أوباما بفوزه.", (None, None), id="who is not yet"),
    ],
)  # fmt: skip
def test_what_the_prose_says_bounds_the_day(tmp_path, sentence, expected):
    text = f"{HEAD}\n\n{sentence}\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == expected
    alone = row["published_reasons"][0]
    assert alone == f"page alone: {expected[0] or ''}..{expected[1] or ''}"


def test_an_agencys_dateline_is_a_date(tmp_path):
    text = f"{HEAD}\n\nالرياض 20 ذو القعدة 1440 هـ الموافق 23 يوليو 2019 م واس\nوصل الوزير إلى أديس أبابا.\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == ("2019-07-23", "2019-07-23")


def test_what_the_user_gives_comes_first_and_the_page_is_still_told(tmp_path):
    text = f"{HEAD}\nنشر في 5 أغسطس 2019\nوصل الوزير إلى أديس أبابا.\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text}, "file,published\na.txt,2019-08-06\n")[0].values()
    assert interval(row) == ("2019-08-06", "2019-08-06")
    assert row["published_basis"] == "given"
    assert row["published_reasons"][0] == "page alone: 2019-08-05..2019-08-05"


DISPATCH = (
    "وصل وزير المياه، الاثنين، إلى أديس أبابا في زيارة قصيرة يبحث خلالها مع نظيره الإثيوبي ملء خزان السد الكبير، "
    "وجدول الاجتماعات المقبلة للجنة الفنية التي تضم خبراء من البلدان الثلاثة المتشاطئة على النيل الأزرق.\n"
    "وذكر بيان للوزارة أن الزيارة جاءت بدعوة رسمية، وأن الوفد يضم عددا من المهندسين والقانونيين."
)


def test_an_article_learns_its_day_from_one_that_shares_its_copy(tmp_path):
    texts = {
        "a.txt": f"{HEAD}\nنشر في 5 أغسطس 2019\n{DISPATCH}\n{PROSE}",
        "b.txt": f"زيارة إلى أديس أبابا\n\n{DISPATCH}\nوتستمر الزيارة ثلاثة أيام كاملة.",
        "c.txt": "حريق في بيروت\n\nاندلع حريق كبير، الثلاثاء، في مرفأ بيروت، ولم يعرف سببه بعد.",
    }
    rows, _ = dated(tmp_path, texts)
    assert interval(rows["b"]) == ("2019-08-05", "2019-08-06")
    assert rows["b"]["published_basis"] == "inferred"
    assert rows["b"]["published_reasons"][0] == "page alone: .."
    assert interval(rows["c"]) == (None, None)
    assert rows["c"]["published_basis"] == "unknown"


def test_the_first_round_is_of_the_month_they_began(tmp_path):
    about = "المفاوضات بين السودان وإثيوبيا حول ملء السد وتشغيله بوساطة الاتحاد الأفريقي"
    texts = {
        "a.txt": f"{HEAD}\nنشر في 5 أغسطس 2019\nتستأنف غدا {about}.\nوكانت المفاوضات قد بدأت في مارس الماضي.\n{PROSE}",
        "b.txt": f"وفدان في أديس أبابا\n\nعقدت مساء الأربعاء أولى جلسات {about}.\nوتستمر حتى نهاية العام الجاري 2019.",
    }
    rows, _ = dated(tmp_path, texts)
    assert rows["b"]["published_reasons"][0] == "page alone: 2019-01-02..2019-12-27"
    assert interval(rows["b"]) == ("2019-03-01", "2019-03-29")  # Wednesdays of March and the two days after them


def test_structured_data_and_address_state_the_day(tmp_path):
    html = (
        '<html><head><link rel="canonical" href="https://example.org/2019/08/05/dam">'
        '<meta property="article:published_time" content="2019-08-05T21:00:00+03:00"></head><body><article>'
        f"<h1>{HEAD}</h1><p>{DISPATCH}</p><p>{PROSE}</p></article></body></html>"
    )
    (row,) = dated(tmp_path, {"a.html": html})[0].values()
    assert interval(row) == ("2019-08-05", "2019-08-05")
    assert row["published_basis"] == "stated"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2021-01-01T00:00:00+03:00">'
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-08-05"}</script>'
            '<link rel="canonical" href="https://example.org/2019/08/05/dam">',
            "2019-08-05", id="two against one",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-08-05T22:30:00Z"}</script>'
            '<link rel="canonical" href="https://example.org/2019/08/06/dam">',
            "2019-08-06", id="the address chooses of two days",
        ),
        pytest.param(
            '<meta property="article:modified_time" content="2019-08-09T10:00:00+03:00">'
            '<meta property="article:published_time" content="2019-08-05T10:00:00+03:00">',
            "2019-08-05", id="an update is another thing",
        ),
    ],
)  # fmt: skip
def test_what_a_page_states_is_weighed(tmp_path, stated, day):
    article = f"<article><h1>{HEAD}</h1><p>{DISPATCH}</p><p>{PROSE}</p></article>"
    html = f"<html><head>{stated}</head><body>{article}</body></html>"
    (row,) = dated(tmp_path, {"a.html": html})[0].values()
    assert interval(row) == (day, day)
    assert row["published_basis"] == "stated"
    if "2021-01-01" in stated:
        assert any(said.startswith("set aside: ") and "2021-01-01" in said for said in row["published_reasons"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "وقال الوزير جون كيري، وزير الخارجية الأميركي جون كيري، إنه راض. وكان ذلك في 8 يوليو الجاري.",
            ("2013-07-01", "2016-08-02"), id="this July, in years of an office",
        ),
        pytest.param(
            "وقال وزير الخارجية الأميركي ريكس تيلرسون إن اللقاء سيعقد الأحد المقبل 18 مارس.",
            ("2018-03-10", "2018-03-17"), id="next Sunday, 18 March, which is of one year in that office",
        ),
        pytest.param(
            "وقال الرئيس الأميركي باراك أوباما إن ذلك حدث الثلاثاء 31 يوليو.",
            ("2012-07-30", "2013-05-27"), id="Tuesday, 31 July: of one year in two terms",
        ),
        pytest.param("وتبدأ الدراسة يوم الأحد القادم الموافق 23 أغسطس 2015.", ("2015-08-15", "2015-08-22"), id="week"),
        pytest.param("وستجرى الانتخابات في 9 أكتوبر 2021.", ("2020-09-04", "2021-10-09"), id="announced"),
        pytest.param("وستكون هذه أسوأ نتيجة منذ عام 2003.", ("2003-01-01", None), id="compared, not announced"),
        pytest.param("وتقبل الكليات طلاب العام الدراسي 2015-2016 في المدن.", (None, None), id="a school year"),
        pytest.param("وطالبوه بعدم الترشح لولاية خامسة في 2019.", (None, None), id="a term to come"),
        pytest.param(
            "وتذكر كثيرون الرئيس الإيراني حسن روحاني والرئيس الإيراني محمود أحمدي نجاد.",
            ("2013-08-03", "2021-08-03"), id="of two holders the later one",
        ),
        pytest.param(
            "وقال ولي العهد الأمير محمد بن نايف بن عبدالعزيز إن العمل مستمر.",
            ("2015-04-29", "2017-06-21"), id="a father's name is not his",
        ),
    ],
)  # fmt: skip
def test_years_offices_and_plans_bound_the_day(tmp_path, sentence, expected):
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n\n{sentence}\n{PROSE}"})[0].values()
    assert interval(row) == expected
    assert row["published_basis"] == ("inferred" if any(expected) else "unknown")


SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = Path(__file__).parents[1] / "gold"


def test_each_seeds_interval_holds_the_truth_and_is_narrow():
    read = corpus.read(SEEDS)
    found = {name: times.find(reading) for name, reading in read.readings.items()}
    publication.infer(read.articles, read.readings, read.layouts, read.facts, found)
    for row in read.articles:
        gold = json.loads((GOLD / f"{row['article_id']}.json").read_text("utf-8"))["article"]
        earliest, latest = interval(row)
        assert earliest <= gold["published"]["latest"], row["article_id"]
        assert latest >= gold["published"]["earliest"], row["article_id"]
        alone = [dt.date.fromisoformat(gold["published"]["text_only"][end]) for end in ("earliest", "latest")]
        width = max(alone[1] - alone[0], dt.timedelta(days=1))  # two days, where the day after is not excluded
        assert row["published_latest"] - row["published_earliest"] <= width, row["article_id"]
