"""Labels: the words of the telling from its word of happening on, and in English who did what to whom and where."""

from __future__ import annotations

import pytest

from analysis.build import build


@pytest.fixture
def labels(tmp_path):
    """What the first event of a text is called, in Arabic and in English."""

    def called(text: str) -> tuple[str, str]:
        (tmp_path / "a.txt").write_text(f"خبر من الوكالات\n\n{text}\n", encoding="utf-8")
        rows = build(tmp_path).frames["events"]
        return rows["label_ar"].iloc[0], rows["label_en"].iloc[0]

    return called


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "زار رئيس الوزراء العراقي مصطفى الكاظمي واشنطن في 20 أغسطس 2020.",
            "Visit by Mustafa al-Kadhimi to Washington, D.C.",
        ),
        ("غادر الرئيس فلاديمير بوتين تركيا في 17 سبتمبر 2018.", "Withdrawal by Vladimir Putin from Turkey"),
        ("تعرض مصطفى الكاظمي لهجوم في بغداد في 7 نوفمبر 2021.", "Attack on Mustafa al-Kadhimi in Baghdad"),
        ("ألقت لندن باللوم على روسيا في الهجوم الذي وقع في 4 مارس 2018.", "Attack"),
        (
            "دبي، الإمارات العربية المتحدة (CNN)-- نفى مصدر في القنصلية بإسطنبول في 7 مايو 2018 هذا.",
            "Denial in Istanbul",
        ),
        ("استدعت أنقرة سفير لندن لديها في 13 مارس 2018.", "Summons by Ankara"),
        ("قصفت قوات روسيا بلدة سراقب في 3 مايو 2019.", "Strike by Russian forces"),
        ("نفى الكرملين الخميس 13 سبتمبر 2018 هذه الأنباء.", "Denial by Kremlin"),
        ("جاء نفي الكرملين في 14 سبتمبر 2018.", "Denial of Kremlin"),
        ("نشرت روسيا منظومة صواريخ في سوريا في 2 أكتوبر 2018.", "Deployment by Russia in Syria"),
        ("نشر مصطفى الكاظمي صورة من بغداد في 7 يناير 2021.", "Publication by Mustafa al-Kadhimi"),
    ],
)
def test_a_name_stands_by_the_part_it_has(labels, text, label):
    assert labels(text)[1].split(":")[0] == label


def test_an_event_of_nobody_known_in_english_is_told_in_the_articles_words(labels):
    assert labels("اندلع حريق في مصنع للأخشاب في 3 مايو 2019.")[1] == "Fire: «اندلع حريق في مصنع للأخشاب» …"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("لا يزال الخلاف قائما بين بغداد وأنقرة بشأن اغتيال الضابط في 3 مايو 2019.", "اغتيال الضابط في 3 مايو 2019"),
        ("وفي نهاية الأسبوع تسلمت الوزارة نتائج التحقيق في الهجوم في 3 مايو 2019.", "تسلمت الوزارة"),
        ("خرج من المستشفى وهو في عمر الستين وقد تعرض لهجوم في 3 مايو 2019.", "تعرض لهجوم في 3 مايو 2019"),
        ("الجيش العراقي قصف مواقع للتنظيم في 3 مايو 2019.", "الجيش العراقي قصف مواقع للتنظيم في 3 مايو 2019"),
        (
            "أعلنت النيابة في 3 مايو 2019 أنها فتحت تحقيقا في الحريق.",
            "أعلنت النيابة في 3 مايو 2019 أنها فتحت تحقيقا في",
        ),
        ('أضافت الوزيرة في 3 مايو 2019، "هذه فرصة للجميع".', 'أضافت الوزيرة في 3 مايو 2019، "هذه فرصة للجميع'),
        ("عرض الوزير الحملة التي تم إطلاقها في مايو 2019، و«النتائج الكبيرة» لها.", "تم إطلاقها في مايو 2019"),
        ("قتل ثلاثة عمال في انفجار وقع في 3 مايو 2019، وذلك.", "قتل ثلاثة عمال في انفجار وقع في 3 مايو 2019"),
    ],
)
def test_the_arabic_label_begins_with_what_happened_or_who_did_it(labels, text, label):
    assert labels(text)[0].startswith(label)
