"""Every number of a text has a role, and only what counts something claims."""

import pytest

from analysis.marks import numbers
from analysis.text.read import read


def roles(text: str, times: list[str] = [], names: list[str] = []) -> list[tuple[str, str]]:  # noqa: B006 - not changed
    spans = [[(text.index(words), text.index(words) + len(words)) for words in listed] for listed in (times, names)]
    return [(row["text"], row["role"]) for row in numbers.find(read(text, "a"), *spans)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("صوت المجلس على القرار 2254 بالإجماع.", [("2254", "name")], id="a resolution"),
        pytest.param("تحطمت طائرة من طراز إف-16 قرب القاعدة.", [("16", "name")], id="a make of aircraft"),
        pytest.param("فاز المنتخب 2-1 على ضيفه.", [("2", "other"), ("1", "other")], id="a score"),
        pytest.param("للاستفسار الاتصال على 00966114567890.", [("00966114567890", "other")], id="a telephone number"),
        pytest.param("حكم عليه بالسجن 15 عاما.", [("15", "time")], id="a duration"),
        pytest.param("ولد الشاعر في بيروت سنة 1931م.", [("1931", "time")], id="a year of the era"),
        pytest.param("حل الفريق في المركز الثالث عشر.", [("ثالث عشر", "ordinal")], id="a rank"),
        pytest.param("سجل اللاعب هدفه في الدقيقة 72.", [("72", "other")], id="a minute of play"),
        pytest.param("شارك في الندوة 40 خبيرا.", [("40", "claim")], id="a count"),
        pytest.param("هبط السعر 3.5 في المئة.", [("3.5", "claim")], id="a share"),
        pytest.param("انتشل الغواصون جثتين.", [("جثتين", "claim")], id="a dual"),
        pytest.param("اتفق الجانبان على خطوات.", [], id="a definite dual"),
        pytest.param("قال لست نادما على قراري.", [("ست", "other")], id="not six"),
    ],
)
def test_a_number_is_for_one_thing(sentence, found):
    assert roles(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('حلقت مقاتلة من طراز "ميراج 2000" فوق البلدة.', {"2000": "name"}),
        ("استند إلى قرار مجلس الأمن 2254 بشأن سوريا.", {"2254": "name"}),
        ("وافق المجلس على القرار بأغلبية 2254 صوتا.", {"2254": "claim"}),
        ("زار الأمير من آل ثاني العاصمة للمرة الثانية.", {"ثاني": "name", "ثانية": "ordinal"}),
        ("استمر النشيد أربعين ثانية.", {"أربعين": "time"}),
    ],
)
def test_names_hold_numbers_of_their_own(sentence, found):
    assert {row["text"]: row["role"] for row in numbers.find(read(sentence, "a"), [], [])} == found


def test_times_and_names_keep_their_numbers():
    text = "عرضت قناة 24 في 3 شباط لقاء مع 5 وزراء."
    assert roles(text, times=["3 شباط"], names=["قناة 24"]) == [("24", "name"), ("3", "time"), ("5", "claim")]


def test_a_range_is_one_number():
    (row,) = numbers.find(read("أصيب ما بين 10 و15 شخصا.", "a"), [], [])
    assert (row["text"], row["kind"], row["value"], row["low"], row["high"]) == ("10 و15", "range", None, 10, 15)
    assert row["number_id"] == "a:n12-18"


@pytest.mark.parametrize("text", ["", "\n\n", "1" * 5000, "2-" * 800, "بين 5 و" * 300, "من 1 إلى " * 300, "% ٪ %"])
def test_no_text_stops_the_reading(text):
    rows = numbers.find(read(text, "a"), [], [])
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
