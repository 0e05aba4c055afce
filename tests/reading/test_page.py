"""HTML to headline, body and facts."""

from __future__ import annotations

import pytest

from analysis.reading import corpus, page

HTML = """<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">
<title>السيول تغلق طرقا في ظفار - صحيفة الساحل</title>
<link rel="canonical" href="https://www.example.org/news/2018/05/25/storm">
<meta property="og:site_name" content="صحيفة الساحل">
<meta property="article:published_time" content="2018-05-25T23:30:00+04:00">
<script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "datePublished": "2018-05-25T23:30:00+04:00",
 "dateModified": "2018-05-26", "publisher": {"@type": "Organization", "name": "الساحل"}}]}
</script><script>var x = "نص خفي";</script></head><body>
<nav><a href="/">الرئيسية</a> <a href="/2">أخبار</a></nav>
<article><h1>السيول تغلق طرقا في ظفار</h1>
<p>أغلقت السيول، الجمعة، عددا من الطرق في محافظة ظفار جنوبي سلطنة عمان، بحسب شرطة عمان السلطانية.</p>
<p>وقالت الشرطة في بيان إن فرق الإنقاذ أجلت عشرات العائلات من المناطق المنخفضة، ودعت السكان إلى البقاء في بيوتهم.</p>
<p>وتوقعت الأرصاد استمرار الأمطار يومين آخرين قبل أن تضعف العاصفة وتتحرك نحو الشمال الغربي.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_a_page_is_headline_body_and_facts():
    found = page.parse(HTML)
    assert found.title == "السيول تغلق طرقا في ظفار"
    assert found.text.startswith("أغلقت السيول")
    assert "نص خفي" not in found.text
    assert found.facts.url == "https://www.example.org/news/2018/05/25/storm"
    assert found.facts.sites == ("صحيفة الساحل", "الساحل")
    assert [(date.kind, date.value, date.where) for date in found.facts.dates] == [
        ("published", "2018-05-25T23:30:00+04:00", "JSON-LD datePublished"),
        ("updated", "2018-05-26", "JSON-LD dateModified"),
        ("published", "2018-05-25T23:30:00+04:00", "article:published_time"),
    ]


def test_the_articles_text_is_headline_and_body(tmp_path):
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    read = corpus.read(tmp_path)
    (article,) = read.articles
    assert article["text"].startswith("السيول تغلق طرقا في ظفار\n\nأغلقت السيول")
    assert (article["title_start"], article["title_end"]) == (0, len("السيول تغلق طرقا في ظفار"))
    assert (article["outlet"], article["outlet_basis"]) == ("صحيفة الساحل", "stated")


def test_a_page_may_name_its_own_encoding(tmp_path):
    html = HTML.replace('charset="utf-8"', 'charset="windows-1256"')
    (tmp_path / "a.htm").write_bytes(html.encode("windows-1256"))
    read = corpus.read(tmp_path)
    assert read.articles[0]["title"] == "السيول تغلق طرقا في ظفار"
    assert [row["kind"] for row in read.notices] == ["not-utf8"]


@pytest.mark.parametrize("html", ["", "<html></html>", "<!-- -->", "<script>x</script>"])
def test_a_page_without_words_is_no_article(html):
    with pytest.raises(page.NoPageError):
        page.parse(html)


def test_deep_nesting_ends():
    html = "<div>" * 10_000 + "<p>قال الوزير إن القرار نهائي، ولا رجعة عنه في أي حال من الأحوال.</p>"
    assert "قال الوزير" in page.parse(html).text
    assert page.shallow(html).count("<div>") == page.DEEPEST


def test_broken_structured_data_is_left_aside():
    html = HTML.replace('{"@graph": [', "{broken [")
    assert {date.where for date in page.parse(html).facts.dates} == {"article:published_time"}
