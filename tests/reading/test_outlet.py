"""Which outlet, and which agencies."""

from __future__ import annotations

import pytest

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
    ],
)
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
    ],
)
def test_what_names_others_leaves_the_outlet_unknown(text):
    assert identified(text) == (None, "unknown")


def test_what_is_told_to_a_paper_in_marks_is_in_that_paper():
    text = f"عنوان الخبر هنا\n\n{PROSE}\nوأوضح مدير المرور لـ«عكاظ» أن الطريق مغلق."
    assert identified(text) == ("okaz", "inferred")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(given={"outlet": "BBC Arabic"}), ("bbc-arabic", "given")),
        (Facts(given={"outlet": "Baghdad Post"}), ("baghdad-post", "given")),
        (Facts(url="https://www.skynewsarabia.com/world/1"), ("sky-news-arabia", "stated")),
        (Facts(sites=("فرانس 24 / France 24", "فرانس 24")), ("france-24-arabic", "stated")),
        (Facts(sites=("صدى الواقع",)), ("صدى-الواقع", "stated")),
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
