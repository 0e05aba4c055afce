"""Prose apart from the rest of a page."""

from __future__ import annotations

import pytest

from analysis.reading.furniture import lay_out
from analysis.text.read import read

PAGE = """\
الرئيسية
أخبار
حريق في سوق صنعاء القديمة يلتهم عشرات المحال
نشر في 4 مايو 2017
شارك
دخان يتصاعد من السوق - رويترز
حريق في سوق صنعاء القديمة يلتهم عشرات المحال
اندلع حريق كبير، مساء الخميس، في سوق صنعاء القديمة، بحسب ما أفاد شهود.
أسباب مجهولة
وقال الدفاع المدني إن أسباب الحريق لم تعرف بعد، وإن فرقه تواصل عملها.
اقرأ أيضا: سوق الملح.. تاريخ طويل
وأضاف أن أحدا لم يصب.
التعليقات
رائع جدا
جميع الحقوق محفوظة © 2017
"""


def placed(text):
    reading = read(text, "a")
    return [(text[line.start : line.end], place) for line, place in lay_out(reading).lines]


def test_every_line_of_a_page_has_its_place():
    places = [place for _, place in placed(PAGE)]
    assert places == [
        "furniture", "furniture", "title", "furniture", "furniture", "caption", "furniture", "body", "furniture",
        "body", "furniture", "body", "furniture", "furniture", "furniture",
    ]  # fmt: skip


def test_a_first_line_that_is_prose_is_no_headline():
    text = "قال وزير النفط إن الإنتاج سيرتفع الشهر المقبل إلى ثلاثة ملايين برميل.\nوأضاف أن الأسعار مستقرة."
    assert lay_out(read(text)).title is None


def test_a_headline_cut_short_beside_itself_is_furniture():
    head = 'الوزير: "لن نقبل" بأي اتفاق جديد'
    text = f"{head}\n\nالوزير:\nأكد الوزير، السبت، أنه لن يقبل بأي اتفاق جديد مع الشركة."
    assert [place for _, place in placed(text)] == ["title", "furniture", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("آخر تحديث: 3 يناير 2019 - 14:20", "updated"),
        ("تم النشر: 2019/01/03", "published"),
        ("الخميس 3 يناير 2019", "bare"),
        ("Thursday, 3 January 2019", "bare"),
    ],
)
def test_a_line_with_a_date_is_a_stamp(line, kind):
    reading = read(f"عنوان الخبر هنا\n{line}\nوصل الوفد إلى الخرطوم، الأربعاء، في زيارة تستمر يومين.")
    (stamp,) = lay_out(reading).stamps
    assert (stamp.kind, reading.source[stamp.start : stamp.end]) == (kind, line)


def test_a_number_by_itself_is_no_date():
    reading = read("عنوان الخبر هنا\n(8)\nوصل الوفد إلى الخرطوم، الأربعاء، في زيارة تستمر يومين.")
    assert lay_out(reading).stamps == ()


def test_sentences_take_the_place_of_their_line():
    reading = read(PAGE, "a")
    layout = lay_out(reading)
    body = [PAGE[s.start : s.end] for s in layout.sentences if s.place == "body"]
    assert len(body) == 3
    assert layout.body is not None
    assert PAGE[slice(*layout.body)].startswith("اندلع")
    assert PAGE[slice(*layout.body)].endswith("لم يصب.")
