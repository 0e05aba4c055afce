"""Dates on lines of their own: every usual form, whose they are, and what is refused."""

from __future__ import annotations

import pytest

from analysis.build import build
from tests.dating.corpora import dated, interval

HEAD = "وزير المياه يزور سد النهضة"
LEAD = "وصل وزير المياه، الاثنين، إلى أديس أبابا في زيارة قصيرة."
PROSE = "وقال الوزير إن المباحثات كانت مثمرة، وإن الجانبين اتفقا على مواصلة الحوار بينهما."
DAY = "2019-08-05"
FORMS = (
    "نشر في: 05-08-2019 | 14:22",
    "نُشر في 5 أغسطس/آب 2019",
    "نشرت في: 5 أغسطس/ آب 2019",
    "الإثنين 05 آب 2019 - 10:15",
    "الاثنين، 5 آب/أغسطس 2019",
    "الاثنين 4 ذو الحجة 1440 هـ - 5 أغسطس 2019 م",
    "الإثنين 04 ذو الحجة 1440هـ 05 أغسطس 2019 م KSA 12:40",
    "الاثنين - 4 ذو الحجة 1440 هـ - 05 أغسطس 2019 مـ رقم العدد [14860]",
    "الاثنين 4 ذو الحجة 1440",
    "٠٥/٠٨/٢٠١٩",
    "٢٠١٩/٠٨/٠٥ ١٠:٣٠ ص",
    "05.08.2019",
    "5.8.2019 | 13:04 GMT",
    "تاريخ النشر: 05.08.2019 | 09:12 GMT",
    "2019-08-05T10:15:00+03:00",
    "2019-08-05 10:15:00",
    "05/08/2019 - 10:15",
    "نشرت في: 05/08/2019 - 10:15آخر تحديث: 06/08/2019 - 11:00",
    "8/5/2019 10:15:20 AM",
    "Monday 5 August 2019",
    "Mon, 05 Aug 2019 10:15:00 GMT",
    "Aug 5, 2019, 10:15 AM",
    "August 05, 2019",
    "5th August 2019",
    "5 août 2019",
    "الاثنين 5 أوت 2019",
    "الاثنين 5 غشت 2019 - 10:15",
    "الاثنين, أغسطس 5, 2019",
    "أغسطس 5, 2019",
    "5 أغسطس، 2019",
    "اثنين, 08/05/2019 - 10:15",
    "اثنين, 05/08/2019 - 10:15",
    "الإثنين ٥ أغسطس ٢٠١٩ الساعة ١٠:١٥",
    "كتب: محمد علي | الإثنين 05 أغسطس 2019 10:15 ص",
    "كتب محمد علي الإثنين، 05 أغسطس 2019 10:15 ص",
    "بي بي سي - 5 أغسطس/ آب 2019",
    "القاهرة - محمد علي - 5 أغسطس 2019",
    "بغداد - 5 آب 2019",
    "السبيل - عمان 5/8/2019",
    "أضيف في 5 غشت 2019 الساعة 10:15",
    "الأناضول 05.08.2019",
    "تم النشر في الإثنين 5 آب / أغسطس 2019. 12:00 صباحاً",
    "آخر تعديل 2019-08-06 09:00 نشر 2019-08-05 10:15",
    "منذ 05 أغسطس 2019",
    "الإثنين، ٥ أغسطس / آب ٢٠١٩",
    "محرر الموقع 5 أغسطس 2019 0 123",
    "🕐 5 أغسطس 2019",
    "العدد: 14860 | الإثنين 5 أغسطس 2019",
    "الخامس من آب 2019",
    "الاثنين 5 آب (أغسطس) 2019",
    "آب 5, 2019",
    "٥ آب ٢٠١٩، ١٠:١٥ بتوقيت بيروت",
    "نشر بتاريخ 2019/8/5",
    "تاريخ الخبر: 5-8-2019",
    "وقت النشر : 2019/08/05 10:15 AM",
    "05/Aug/2019",
    "05-Aug-2019 10:15",
    "2019/Aug/05",
    "20190805",
    "أغسطس 2019 05",
    "طباعة الاثنين 5 أغسطس 2019",
    "الاثنين 2019/08/05 الساعة 10:15 مساءً",
    "أخبار > محليات > الإثنين 5 آب 2019",
    "نشر في: الإثنين 5 آب 2019 الساعة 10:15 بتوقيت بيروت",
    "القدس المحتلة - سبوتنيك. 5 أغسطس 2019",
    "الاثنين 5 آب 2019 | 4 ذو الحجة 1440 هـ",
    "صدر بتاريخ 5 أوت 2019",
    "حرر في: 5 غشت 2019 على الساعة 14:05",
    "5 août 2019 à 10:15",
    "Publié le 5 août 2019",
    "الإثنين ٤ ذو الحجة ١٤٤٠هـ - ٥ أغسطس ٢٠١٩م",
    "14:22-5 أغسطس 2019 م ـ 04 ذو الحِجّة 1440 هـ",
    "2019-08-05 07:15:00 UTC",
    "تمت الإضافة بتاريخ : 05/08/2019 الساعة : 10:15",
    "05 Aug, 2019",
    "منشور: 5 أغسطس 2019، 10:15 ص",
    "Posted on Monday, 5 August 2019",
)
"""Ways in which pages write Monday, 5 August 2019 at the headline."""


@pytest.mark.parametrize("stamp", FORMS)
def test_a_date_at_the_headline_is_the_day(tmp_path, stamp):
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n{stamp}\n{LEAD}\n{PROSE}"})[0].values()
    assert interval(row) == (DAY, DAY)
    assert row["published_basis"] == "stated"


@pytest.mark.parametrize(
    "stamp",
    [
        "4 ذو الحجة 1440هـ",
        "٤ ذو الحجة ١٤٤٠ هـ",
        "1440/12/04",
    ],
)
def test_a_hijri_day_alone_is_a_day_either_way_and_the_prose_chooses(tmp_path, stamp):
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n{stamp}\n{LEAD}\n{PROSE}"})[0].values()
    assert interval(row) == (DAY, "2019-08-06")


@pytest.mark.parametrize(
    "stamp",
    [
        "منذ يومين",
        "قبل ساعتين",
        "نشر قبل 5 أيام",
        "اليوم الاثنين 12 أغسطس 2024",
        "الآن: 12/08/2024 10:15",
    ],
)
def test_what_counts_from_the_visit_gives_no_day(tmp_path, stamp):
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n{stamp}\n{LEAD}\n{PROSE}"})[0].values()
    assert interval(row) in ((None, None), (None, "2024-08-12"))


@pytest.mark.parametrize("stamp", ["منذ يومين", "قبل ساعتين", "نشر قبل 5 أيام"])
def test_a_reader_is_told_that_it_counts_from_the_visit(tmp_path, stamp):
    _, notices = dated(tmp_path, {"a.txt": f"{HEAD}\n{stamp}\n{LEAD}\n{PROSE}"})
    assert [row["kind"] for row in notices] == ["relative-date", "no-publication-date"]


def test_an_update_alone_leaves_news_the_weeks_before_it(tmp_path):
    text = f"{HEAD}\nآخر تحديث: 7 أغسطس 2019\n{LEAD}\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == ("2019-07-08", "2019-08-06")  # Mondays and the days after them
    assert row["published_basis"] == "inferred"
    assert row["updated_latest"].isoformat() == "2019-08-07"


@pytest.mark.parametrize(
    "line",
    [
        "آخر تعديل 07-08-2019 09:00 نشر 05-08-2019 10:15",
        "نشر: 05/08/2019 | آخر تحديث: 07/08/2019",
        "نشر في 5 أغسطس 2019 - آخر تحديث الأربعاء 7 أغسطس 2019",
        "Published: 5 August 2019 | Updated: 7 August 2019",
    ],
)
def test_published_and_updated_on_one_line_are_two(tmp_path, line):
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n{line}\n{LEAD}\n{PROSE}"})[0].values()
    assert interval(row) == (DAY, DAY)
    assert row["updated_earliest"].isoformat() == row["updated_latest"].isoformat() == "2019-08-07"


def test_a_label_may_stand_on_the_line_above(tmp_path):
    text = f"{HEAD}\nتاريخ النشر:\n5 آب 2019\n{LEAD}\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == (DAY, DAY)


@pytest.mark.parametrize(
    ("stamp", "weekday", "day"),
    [
        pytest.param("08/05/2019", "الاثنين", "2019-08-05", id="the prose's weekday puts the month first"),
        pytest.param("08/05/2019", "الأربعاء", "2019-05-08", id="the prose's weekday puts the day first"),
        pytest.param("Monday 8/5/2019", "الاثنين", "2019-08-05", id="its own weekday"),
        pytest.param("8/5/2019 10:15:20 AM", "أمس", "2019-08-05", id="an American clock"),
        pytest.param("08/05/2019", "أمس", "2019-05-08", id="nothing says otherwise"),
        pytest.param("05/23/2019", "أمس", "2019-05-23", id="only one can be the month"),
    ],
)
def test_figures_are_read_in_the_order_that_the_page_speaks_for(tmp_path, stamp, weekday, day):
    lead = f"وصل وزير المياه، {weekday}، إلى أديس أبابا في زيارة قصيرة."
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n{stamp}\n{lead}\n{PROSE}"})[0].values()
    assert interval(row) == (day, day)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("الأحد 3 يناير 2027\nlogo", "", id="a clock above"),
        pytest.param("آخر تحديث للموقع: 3 يناير 2027", "", id="the site's own update"),
        pytest.param("", "اقرأ أيضا\nانطلاق معرض الكتاب في العاصمة\n5 أغسطس 2018", id="a link's date"),
        pytest.param("", "التعليقات\nزائر\n6 أغسطس 2019\nشكرا على الخبر", id="a comment's date"),
        pytest.param("", "الأكثر قراءة\nنشر في 6 أغسطس 2019\nانطلاق معرض الكتاب في العاصمة", id="a link's label"),
        pytest.param("", "جميع الحقوق محفوظة © 2019", id="a year of copyright"),
    ],
)
def test_other_dates_of_the_page_are_never_the_day(tmp_path, before, after):
    text = "\n".join(filter(None, (before, HEAD, f"{LEAD}\n{PROSE}", after)))
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert row["published_earliest"] is None
    assert row["published_latest"] is None or row["published_latest"].year == 2027


def test_the_labelled_date_counts_among_the_others(tmp_path):
    text = (
        f"الأحد 3 يناير 2027\n{HEAD}\nنشر في 5 أغسطس 2019\n{LEAD}\n{PROSE}\n"
        "أخبار ذات صلة\nانطلاق معرض الكتاب في العاصمة\n6 أغسطس 2019"
    )
    rows, notices = dated(tmp_path, {"a.txt": text})
    assert interval(rows["a"]) == (DAY, DAY)
    assert [row["kind"] for row in notices] == ["crawl-date-refused", "crawl-date-refused"]


def test_a_headline_that_asks_is_no_prose_under_the_sites_name(tmp_path):
    text = f"صحيفة يومية مستقلة\nهل يكتمل ملء سد النهضة هذا العام؟\n5 أغسطس 2019\n{LEAD}\n{PROSE}"
    (row,) = dated(tmp_path, {"a.txt": text})[0].values()
    assert interval(row) == (DAY, DAY)


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("بغداد – 12 آذار 2021 – ", ("2021-03-12", "2021-03-12")),
        ("الخرطوم 12 مارس 2021 (سونا) - ", ("2021-03-12", "2021-03-12")),
        ("القاهرة في 12 مارس 2021 /أ ش أ/ ", ("2021-03-12", "2021-03-12")),
    ],
)
def test_a_dateline_at_the_prose_is_the_day(tmp_path, dateline, expected):
    (row,) = dated(tmp_path, {"a.txt": f"{HEAD}\n\n{dateline}{LEAD}\n{PROSE}"})[0].values()
    assert interval(row) == expected


def test_a_headline_that_is_taken_for_prose_leaves_the_page_readable(tmp_path):
    lines = (
        'عنوان وصاحب السمو\nتنفيذ حكم القتل قانون الضريبة"، حدث امرأة مغمورة العربي بدليل كاردشيان سهرة عيد',
        'خيام وأدوية وأطقم طبية تابعين إليها حتى الآن. كما سوريا بـ"المغامرة" ليل 5-4)، وهاريسون',
        'التي تسعى إيران بنسبة “180 رسميًا الذي يتسع لنحو 50 المعسكر ولدت موراتوفا سوريا بـ"المغامرة" لاستقبال العروض',
    )
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    assert list(build(tmp_path).frames["articles"].article_id) == ["a"]
