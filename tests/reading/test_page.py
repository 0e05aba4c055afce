"""HTML to headline, body and facts."""

from __future__ import annotations

import pytest

from analysis.reading import corpus, page
from tests.reading import pages_bench

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


def test_what_broken_structured_data_still_says_is_heard():
    html = HTML.replace('{"@graph": [', "{broken [").replace('"@type": "Organization", ', "")
    facts = page.parse(html).facts
    assert [date.value for date in facts.dates if date.where == "JSON-LD dateModified"] == ["2018-05-26"]
    assert facts.sites == ("صحيفة الساحل", "الساحل")


def test_broken_structured_data_of_something_else_is_left_aside():
    html = HTML.replace('{"@graph": [', "{broken [").replace("NewsArticle", "Recipe")
    assert {date.where for date in page.parse(html).facts.dates} == {"article:published_time"}


PROSE = "<p>قال الوزير إن القرار نهائي، ولا رجعة عنه في أي حال من الأحوال، بحسب بيان.</p>"
STRANGE = {
    "spans within spans": f"<h1>القرار نهائي ولا رجعة عنه</h1>{'<span>' * 10_000}{PROSE}",
    "tables within tables": f"<table>{'<tr><td><table>' * 2_000}{PROSE}",
    "bold within italics": f"<p>{'<b><i>' * 5_000}نص قصير.</p>{PROSE}",
    "giant attributes": f"<div class='{'x ' * 100_000}' style='{'a' * 100_000}'>{PROSE}</div>",
    "scripts and templates": f"<body>{PROSE}<script>{'var x = 1;' * 10_000}</script><template>{PROSE}</template>",
    "data without end": f"<script type='application/ld+json'>{'[' * 50_000}</script>{PROSE}",
    "no body": f"<title>القرار نهائي</title>{PROSE}",
    "a declaration of XML": f"<?xml version='1.0' encoding='windows-1256'?><html><body>{PROSE}</body></html>",
    "signs of tags": f"{'<' * 10_000}{PROSE}",
    "a tag within tags": f"{'<div ' * 10_000}>{PROSE}",
    "tags of others": f"<html><body><o:p>نص</o:p><amp-ad>إعلان</amp-ad><![CDATA[x]]>{PROSE}</html>",
    "words for those without scripts": f"<noscript>يرجى تفعيل جافاسكربت</noscript>{PROSE}",
}


@pytest.mark.parametrize("html", STRANGE.values(), ids=STRANGE)
def test_a_strange_page_is_read(html):
    assert "قال الوزير إن القرار نهائي" in page.parse(html).text


@pytest.mark.parametrize(
    "html",
    [
        "<html><frameset><frame src=a><frame src=b></frameset><noframes>لا إطارات</noframes></html>",
        "<html><body><noscript>يرجى تفعيل جافاسكربت</noscript><div id=root></div></body></html>",
    ],
)
def test_a_page_that_shows_nothing_is_no_article(html):
    with pytest.raises(page.NoPageError):
        page.parse(html)


PAGES = {file.stem: (file, gold) for file, gold in pages_bench.pages(pages_bench.HERE)}


@pytest.mark.parametrize("name", PAGES)
def test_the_prose_of_a_page_is_kept_and_nothing_else(name):
    file, gold = PAGES[name]
    found = page.parse(pages_bench.html(file))
    prose = [line for line, place in zip(found.text.split("\n"), found.places, strict=True) if place == "body"]
    wanted = "\n".join(gold["body"])
    assert pages_bench.score("\n".join(prose), wanted).f1 >= 0.97
    assert found.title == gold["title"]


@pytest.mark.parametrize("name", PAGES)
def test_a_line_of_a_page_is_whole(name):
    found = page.parse(pages_bench.html(PAGES[name][0]))
    assert all(line.strip() for line in found.text.split("\n"))


ONE = "أعلنت البلدية، الأحد، إغلاق الجسر القديم أمام السيارات ثلاثة أيام لأعمال الصيانة."
TWO = "وقال المهندس المشرف إن العمال يبدلون ألواح الخشب التي أتلفتها الأمطار في الشتاء."
CROSS = "مخاوف السكان"


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        (f"<div>{ONE}<br>{CROSS}<br>{TWO}<br>{ONE}</div>", True),
        (f"<p>{ONE}</p><p><strong>{CROSS}</strong></p><p>{TWO}</p><p>{ONE}</p>", True),
        (f"<p>{ONE}</p><p>{CROSS}</p><p>{TWO}</p><p>{ONE}</p>", False),
        (f"<p>{ONE}</p><p>{TWO}</p><p>{ONE}</p><p><b>{CROSS}</b></p>", False),
        (f'<p>{ONE}</p><p><b><a href="/tag">{CROSS}</a></b></p><p>{TWO}</p><p>{ONE}</p>', False),
        (f"<div>{ONE}<br>اقرأ أيضا<br>{TWO}<br>{ONE}</div>", False),
    ],
)
def test_two_words_between_paragraphs_are_a_cross_head_where_they_look_it(inner, kept):
    found = page.parse(f"<html><body><article><h1>إغلاق الجسر القديم للصيانة</h1>{inner}</article></body></html>")
    lines = found.text.split("\n")
    assert [line for line in lines if line not in (ONE, TWO)] == ([CROSS] if kept else [])


def test_a_row_of_buttons_below_the_prose_is_no_prose():
    row = "".join(f'<a href="#">{name}</a> ' for name in ("طباعة", "Email", "فيسبوك", "تويتر", "واتس آب", "لينكدين"))
    html = f"<html><body><article><h1>إغلاق الجسر</h1><p>{ONE}</p><p>{TWO}</p><div>{row}</div></article></body></html>"
    assert page.parse(html).text.split("\n") == [ONE, TWO]
    plain = html.replace('<a href="#">', "").replace("</a>", "")
    assert page.parse(plain).text.split("\n") == [ONE, TWO]


LINES = """<html><body><div class="clock">الخميس 2 مايو 2019</div><main><p class="kicker">محليات</p>
<h1>إغلاق جسر الكرامة لأعمال الصيانة</h1><div class="info">بقلم: سلمى عودة</div><span>29 نيسان/أبريل 2019</span>
<div class="post-text"><p>أغلقت البلدية جسر الكرامة أمام السيارات لأعمال صيانة تستمر ثلاثة أيام، بحسب بيان لها.</p>
<p>وقالت البلدية إن المشاة يمكنهم العبور من الرصيف الجنوبي طوال مدة العمل.</p></div></main></body></html>"""


def test_a_warning_longer_than_a_short_article_is_no_article():
    warning = "قد يحتوي هذا المقطع على صور قوية يمكن أن تزعج بعض المشاهدين ممن لا يحبون مثل هذه الصور."
    line = "أعلنت هيئة الأرصاد أن العاصفة تقترب من الساحل الشرقي وأن المدارس تغلق أبوابها غدا."
    player = f'<div class="player"><div class="video-wrapper">{warning}</div></div>'
    head = f"<header><h1>عاصفة تقترب من الساحل</h1>{player}<p>{line}</p></header>"
    found = page.parse(f"<html><body><main>{head}</main></body></html>")
    assert [text for text, place in zip(found.text.split("\n"), found.places, strict=True) if place == "body"] == [line]


def test_bylines_and_dates_at_the_headline_are_kept_as_furniture():
    found = page.parse(LINES)
    lines = list(zip(found.text.split("\n"), found.places, strict=True))
    assert lines[:2] == [("بقلم: سلمى عودة", "furniture"), ("29 نيسان/أبريل 2019", "furniture")]
    assert [place for _, place in lines[2:]] == ["body", "body"]


@pytest.mark.parametrize(
    ("element", "date"),
    [
        ('<time itemprop="datePublished" datetime="2019-04-29">أمس</time>', ("published", "2019-04-29", "time")),
        ('<time class="entry-date updated" datetime="2019-04-30">الثلاثاء</time>', ("updated", "2019-04-30", "time")),
        ('<time datetime="2019-04-29T08:00">الاثنين</time>', ("published", "2019-04-29T08:00", "time")),
        ('<abbr itemprop="datePublished" title="2019-04-29">م 8</abbr>', ("published", "2019-04-29", "datepublished")),
        ('<meta itemprop="dateModified" content="2019-04-30">', ("updated", "2019-04-30", "datemodified")),
    ],
)
def test_dates_in_the_markup_are_evidence(element, date):
    html = LINES.replace("<span>29 نيسان/أبريل 2019</span>", element)
    assert [(one.kind, one.value, one.where) for one in page.parse(html).facts.dates] == [date]


def test_dates_of_comments_and_of_other_stories_are_no_evidence():
    other = '<div class="comments"><p>رأي</p><time itemprop="datePublished" datetime="2015-01-01">قديم</time></div>'
    card = '<div class="card"><a href="/1">خبر آخر لا يعنينا هنا</a><time datetime="2016-01-01">قديم</time></div>'
    assert page.parse(LINES.replace("</main>", f"{other}{card}</main>")).facts.dates == ()


def test_another_article_described_on_the_page_is_left_aside():
    own = '{"@type": "NewsArticle", "headline": "إغلاق جسر الكرامة لأعمال الصيانة", "datePublished": "2019-04-29"}'
    other = '{"@type": "NewsArticle", "headline": "افتتاح الجسر الجديد", "datePublished": "2012-01-01"}'
    script = f'<script type="application/ld+json">[{other}, {own}]</script></head><body>'
    html = LINES.replace("<body>", f"<head><title>إغلاق جسر الكرامة لأعمال الصيانة</title>{script}")
    assert [date.value for date in page.parse(html).facts.dates] == ["2019-04-29"]


def test_a_publisher_may_be_pointed_at():
    graph = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#o"},
    "articleSection": ["محليات"], "author": [{"name": "سلمى عودة"}]}, {"@type": "Organization", "@id": "#o",
    "name": "جريدة الضفة"}]}</script></body>"""
    facts = page.parse(LINES.replace("</body>", graph)).facts
    assert (facts.sites, facts.section, facts.authors) == (("جريدة الضفة",), "محليات", ("سلمى عودة",))


def test_damage_on_a_page_is_told_once_as_the_article_has_it(tmp_path):
    broken = HTML.replace("حفوظة", "\ufffd").replace("بحسب شرطة", "بحسب \ufffd شرطة").encode()
    (tmp_path / "a.html").write_bytes(broken.replace("\ufffd".encode(), b"\xff"))
    (found,) = [row for row in corpus.read(tmp_path).notices if row["kind"] == "damaged-text"]
    assert found["message"].startswith("1 characters")
