"""Which outlet, and which agencies."""

from __future__ import annotations

import pytest

from analysis import lexicon
from analysis.reading import outlet
from analysis.reading.furniture import lay_out
from analysis.reading.page import Facts
from analysis.text.read import read

PROSE = "وصل الوفد إلى الخرطوم، الأربعاء، في زيارة تستمر يومين، بحسب بيان رسمي."


def identified(text, facts=None):
    reading = read(text, "a")
    found = outlet.identify(reading, lay_out(reading), facts or Facts())
    return found.outlet_id, found.basis


@pytest.mark.parametrize(
    ("text", "outlet_id"),
    [
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\n\nعنب بلدي", "enab-baladi", id="alone below the prose"),
        pytest.param(f"عنوان الخبر هنا\n\nالدمام – عين اليوم\n{PROSE}", "ain-alyoum", id="a byline with a city"),
        pytest.param(f"عنوان الخبر هنا\n\nالخرطوم، السودان (CNN) -- {PROSE}", "cnn-arabic", id="the dateline"),
        pytest.param(f"عنوان الخبر هنا\n\nالرياض 10 أغسطس 2015 م واس\n{PROSE}", "spa", id="an agency's own wire"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\n© 2020 هسبريس. جميع الحقوق محفوظة", "hespress", id="copyright"),
        pytest.param(
            f"عنوان الخبر هنا\n\n{PROSE}\nجميع الحقوق محفوظة لصحيفة عكاظ 2018", "okaz", id="copyright of a common word",
        ),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\n© الشرق الأوسط 2021", "asharq-al-awsat", id="owner by itself"),
        pytest.param(f"عنوان الخبر هنا\n\nسبق- الرياض: {PROSE}", "sabq", id="paper and place"),
        pytest.param(f"عنوان الخبر هنا\n\nفهد العتيبي- سبق- الطائف: {PROSE}", "sabq", id="reporter, paper, place"),
        pytest.param(f"عنوان الخبر هنا\n\nعربي21 - لندن\n{PROSE}", "arabi21", id="a byline with the site's name"),
        pytest.param(f"عنوان الخبر هنا\n\nهسبريس - محمد الراجي\n{PROSE}", "hespress", id="site and reporter"),
        pytest.param(
            f"عنوان الخبر هنا\n\n{PROSE}\nرابط الخبر بصحيفة الوئام: عنوان الخبر هنا", "al-weeam", id="a link to itself",
        ),
        pytest.param(f"عنوان الخبر هنا\nموازين نيوز – بغداد\n{PROSE}", "mawazin-news", id="name and place"),
    ],
)  # fmt: skip
def test_a_page_names_its_outlet(text, outlet_id):
    assert identified(text) == (outlet_id, "stated")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"عنوان الخبر هنا\n\nالشرق الأوسط\n{PROSE}", id="a section, not the paper"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nوذكرت قناة الجزيرة أن الوفد سيغادر.", id="another's report"),
        pytest.param(f"عنوان الخبر هنا\n\nلحظة الوصول - سكاي نيوز عربية/رويترز\n{PROSE}", id="a photo credit"),
        pytest.param(f"عنوان الخبر هنا\n\nالخرطوم (رويترز) - {PROSE}", id="an agency's dateline"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nوقال لصحيفة «الحياة» إنه راض.", id="told to another paper"),
        pytest.param(f'عنوان الخبر هنا\n\n{PROSE}\n* نقلا عن "الشرق الأوسط"', id="taken from another"),
        pytest.param(PROSE, id="nothing"),
        pytest.param(
            f"عنوان الخبر هنا\n\n{PROSE}\nوقال لهيئة الإذاعة البريطانية (بي بي سي) إنه راض.", id="told to another",
        ),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nوارتفعت الحرارة وفقا لـ سكاي نيوز.", id="according to another"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nوأضاف في مقابلة مع «العربية» أنه راض.", id="an interview elsewhere"),
        pytest.param(f"عنوان الخبر هنا\n\nالرياض - واس: {PROSE}", id="a place that is a paper, and an agency"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nعلمت «الوطن» أن الوفد المصري سيغادر.", id="a name of many papers"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nوتعود ملكية الشركة التابعة لـ MBC إلى مستثمرين.", id="owned by one"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\nالمصدر: الجزيرة + رويترز", id="sources below the prose"),
        pytest.param(f"عنوان الخبر هنا\n\n{PROSE}\n© 2020 المملكة العربية السعودية", id="a state's copyright"),
    ],
)  # fmt: skip
def test_what_names_others_leaves_the_outlet_unknown(text):
    assert identified(text) == (None, "unknown")


@pytest.mark.parametrize(
    ("sentence", "outlet_id"),
    [
        ("وأوضح مدير المرور لـ«عكاظ» أن الطريق مغلق.", "okaz"),
        ("وأكد المتحدث ل»الرياض» أن المشروع سيكتمل.", "al-riyadh"),
        ("وقال الوزير لـ {الشرق الأوسط} إن الحوار مستمر.", "asharq-al-awsat"),
        ('وأضاف الخبير في تصريحات إلى "الاقتصادية" أن الأسعار سترتفع.', "al-eqtisadiah"),
        ("وجاء في بيان تلقت «القبس» نسخة منه أن الاجتماع تأجل.", "al-qabas"),
        ("«المدى» تواصلت مع الناطق باسم الوزارة للتعليق.", "al-mada"),
        ("وأفاد مراسل الجزيرة نت بأن القصف توقف.", "al-jazeera"),
        ("وقال شاهد لعنب بلدي إن النيران امتدت.", "enab-baladi"),
    ],
)
def test_what_is_told_to_an_outlet_or_learnt_by_it_is_in_it(sentence, outlet_id):
    assert identified(f"عنوان الخبر هنا\n\n{PROSE}\n{sentence}") == (outlet_id, "inferred")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(given={"outlet": "BBC Arabic"}), ("bbc-arabic", "given")),
        (Facts(given={"outlet": "Baghdad Post"}), ("baghdad-post", "given")),
        (Facts(url="https://www.skynewsarabia.com/world/1"), ("sky-news-arabia", "stated")),
        (Facts(sites=("فرانس 24 / France 24", "فرانس 24")), ("france-24-arabic", "stated")),
        (Facts(sites=("صدى الواقع",)), ("صدى-الواقع", "stated")),
        (Facts(sites=("صحيفة عكاظ",)), ("okaz", "stated")),
        (Facts(sites=("بوابة الرياض الإلكترونية",)), ("al-riyadh", "stated")),
        (Facts(sites=("هسبريس - أخبار المغرب",)), ("hespress", "stated")),
        (Facts(sites=("RT Arabic",), url="https://arabic.rt.com/world/1"), ("rt-arabic", "stated")),
        (Facts(url="https://m.youm7.com/story/2019/8/5/x"), ("youm7", "stated")),
        (Facts(url="https://www.spa.gov.sa/w123"), ("spa", "stated")),
        (Facts(url="https://notyoum7.com/story"), (None, "unknown")),
    ],
)
def test_facts_beside_the_text_come_first(facts, expected):
    assert identified(f"عنوان الخبر هنا\n\n{PROSE}", facts) == expected


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("وقال شاهد لوكالة فرانس برس إن النيران امتدت.", ["afp"]),
        ("الخرطوم (رويترز) - وصل الوفد إلى الخرطوم، الأربعاء، في زيارة.", ["reuters"]),
        ("نقلت وكالة أ ف ب عن مصدر قوله إن الوفد غادر، وأكدت أسوشيتد برس ذلك.", ["afp", "ap"]),
        ("وقالت واس إن الوفد غادر، وتواصل البحث.", ["spa"]),
        ("قتل ثلاثة في انفجار، بحسب الشرطة.", []),
    ],
)
def test_agencies_are_those_the_text_credits(text, ids):
    reading = read(f"عنوان الخبر هنا\n\n{text}", "a")
    assert outlet.agencies(reading, lay_out(reading), None) == ids


def test_a_photo_credit_is_no_credit_of_the_text():
    text = f"عنوان الخبر هنا\n\nالوفد في المطار - رويترز\n{PROSE}"
    reading = read(text, "a")
    assert outlet.agencies(reading, lay_out(reading), None) == []


def test_the_list_is_wide_and_whole():
    rows = lexicon.rows("outlets")
    assert len({row["id"] for row in rows}) >= 250
    assert len({row["country"] for row in rows}) >= 25
    assert {row["country"] for row in (*rows, *lexicon.rows("agencies"))} <= {
        row["country"] for row in lexicon.rows("zones")
    }
    kinds = {row["id"]: {other["kind"] for other in rows if other["id"] == row["id"]} for row in rows}
    assert all(len(found) == 1 for found in kinds.values())
    domains = {(row["id"], row["domain"]) for row in rows}
    assert len({domain for _, domain in domains}) == len(domains)
