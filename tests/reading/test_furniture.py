"""Prose apart from the rest of a page."""

from __future__ import annotations

from pathlib import Path

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
    "line",
    [
        "آخر تحديث: 3 يناير 2019 - 14:20",
        "تم النشر: 2019/01/03",
        "الخميس 3 يناير 2019",
        "Thursday, 3 January 2019",
    ],
)
def test_a_line_with_a_date_is_furniture(line):
    text = f"عنوان الخبر هنا\n{line}\nوصل الوفد إلى الخرطوم، الأربعاء، في زيارة تستمر يومين."
    assert [place for _, place in placed(text)] == ["title", "furniture", "body"]


def test_sentences_take_the_place_of_their_line():
    reading = read(PAGE, "a")
    layout = lay_out(reading)
    body = [PAGE[s.start : s.end] for s in layout.sentences if s.place == "body"]
    assert len(body) == 3
    assert layout.body is not None
    assert PAGE[slice(*layout.body)].startswith("اندلع")
    assert PAGE[slice(*layout.body)].endswith("لم يصب.")


PASTED = sorted((Path(__file__).parent / "pasted").glob("*.tsv"))
"""Invented pages as they come from a browser's clipboard: a line a row, behind its place."""


def lines_of(file):
    rows = [line.split("\t", 1) for line in file.read_text(encoding="utf-8").splitlines()]
    return [place for place, _ in rows], placed("\n".join(text for _, text in rows))


@pytest.mark.parametrize("file", PASTED, ids=lambda file: file.stem)
def test_prose_and_headline_of_a_pasted_page_are_told_from_the_rest(file):
    wanted, found = lines_of(file)
    told = ("title", "body")
    assert [(place if place in told else "aside", text) for text, place in found] == [
        (place if place in told else "aside", text) for place, (text, _) in zip(wanted, found, strict=True)
    ]


def test_captions_of_pasted_pages_are_mostly_told_from_other_furniture():
    pages = [lines_of(file) for file in PASTED]
    captions = [
        got for wanted, found in pages for place, (_, got) in zip(wanted, found, strict=True) if place == "caption"
    ]
    assert captions.count("caption") >= 8
    assert "body" not in captions


AROUND = """\
عنوان الخبر في ست كلمات كاملة
وصل الوفد إلى الخرطوم، الأربعاء، في زيارة.
{}
وعاد الوفد مساء الخميس إلى بلاده."""


@pytest.mark.parametrize(
    "line",
    [
        "وقال رئيس المجلس:",
        "اتخذت اللجنة في اجتماعها مساء أمس القرارات الآتية:",
        "وظهر الحارس في صورة نشرتها الصفحة الرسمية للنادي على تويتر.",
        "كتب الشاعر قصيدته الأخيرة قبل رحيله بأيام قليلة، وأهداها إلى مدينته.",
        "المصدر الذي تحدث إلينا طلب عدم ذكر اسمه لأنه غير مخول بالتصريح.",
        "شارك في المؤتمر أكثر من مئتي باحث من ثلاثين دولة.",
        "نشر الجيش تعزيزات على طول الحدود الشرقية منذ مطلع الأسبوع.",
        "تابع الوزير قائلا إن المفاوضات لم تتوقف يوما واحدا.",
        "انتهى الاجتماع دون اتفاق.",
        "للمزيد من الأمان، أضافت الشركة خطوة ثانية لتسجيل الدخول إلى الحسابات.",
        "صورة المدينة تغيرت كثيرا خلال السنوات العشر الأخيرة.",
        "التعليقات على القرار جاءت متباينة بين مؤيد ومعارض له.",
        "حجبت الهيئة فيسبوك وتويتر وواتساب وتليجرام وماسنجر.",
    ],
)
def test_sentences_that_begin_as_labels_do_are_prose(line):
    text = AROUND.format(line)
    assert placed(text)[2] == (line, "body")


@pytest.mark.parametrize(
    "line",
    [
        "رابط الخبر بصحيفة الساحل: وصول الوفد إلى الخرطوم في زيارة رسمية تستمر ثلاثة أيام كاملة",
        "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
        "يمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيقنا على هاتفكم المحمول.",
        "اقرأ أيضا: افتتاح الجسر الجديد",
        "تابعوا أخبار الساحل على تلغرام",
        "4 دقائق قراءة",
        "// انتهى //",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "طباعة Email فيسبوك تويتر واتس آب لينكدين Pin Interest",
    ],
)
def test_furniture_among_prose_is_none(line):
    text = AROUND.format(line)
    assert placed(text)[2] == (line, "furniture")


def test_the_headline_is_the_line_that_the_prose_says_again():
    text = (
        "شبكة الضفة\nإغلاق جسر الكرامة للصيانة\nأغلقت البلدية جسر الكرامة أمام السيارات لأعمال صيانة تستمر ثلاثة أيام."
    )
    assert [place for _, place in placed(text)] == ["furniture", "title", "body"]
