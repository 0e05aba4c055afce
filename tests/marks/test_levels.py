"""The level of an index or a reading is a claim, though its number stands bare."""

import pytest

from tests.marks.test_claims import told


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("سجل مؤشر ثقة المستهلكين 61.2 في مايو.", [(61.2, "مؤشر")], id="behind its subject"),
        pytest.param("بلغ المؤشر العام 7210 عند الإغلاق.", [(7210, "مؤشر")], id="a whole number"),
        pytest.param(
            "ارتفع مؤشر ثقة المستهلك إلى 102.5 في مارس من 99.8 في فبراير.",
            [(102.5, "مؤشر"), (99.8, "مؤشر")],
            id="to and from",
        ),
        pytest.param(
            "جاءت القراءة الأولية لمؤشر الخدمات عند 51.6 متخطية التقديرات البالغة 51.1.",
            [(51.6, "مؤشر"), (51.1, "مؤشر")],
            id="a reading of an index, and what was foreseen",
        ),
        pytest.param(
            "بلغ مؤشر التصنيع الذي يقيس نشاط القطاع 50.2 أمس.", [(50.2, "مؤشر")], id="a relative clause between"
        ),
        pytest.param(
            "ارتفع مؤشر الليرة 0.3 في المئة إلى 88.125 بعد أن سجل في وقت سابق ذروة 88.410.",
            [(0.3, "مؤشر"), (88.125, "مؤشر"), (88.41, "مؤشر")],
            id="points before three digits, where points are decimal",
        ),
        pytest.param(
            "تراجع اليورو إلى 1.11 دولار لكن مؤشر العملات استقر عند 94.6.",
            [(1.11, "دولار"), (94.6, "مؤشر")],
            id="a subject before its verb",
        ),
        pytest.param(
            "سجل المؤشر العام انخفاضا بنسبة 3 في المئة ليصل إلى 1165.26.",
            [(3, "مؤشر"), (1165.26, "مؤشر")],
            id="a verb without a subject of its own",
        ),
        pytest.param("استقر معدل الخصوبة عند 2.1 العام الماضي.", [(2.1, "معدل")], id="a rate"),
        pytest.param("تراجع المؤشر من قراءة سابقة بلغت 49.4 في يونيو.", [(49.4, "قراءة")], id="a reading by itself"),
        pytest.param(
            "هذا دون أعلى مستوى في عامين البالغ 58.3 الذي سجله المؤشر في مايو.", [(58.3, "مؤشر")], id="the index behind"
        ),
        pytest.param("صعد مؤشر نيكاي 225 إلى 18500.35 أمس.", [(18500.35, "مؤشر")], id="a number in its name"),
    ],
)
def test_a_level_is_of_its_index(sentence, found):
    assert told(sentence, "value", "noun") == found


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("ارتفع المؤشر، بينما انخفض سعر البرميل إلى 45.2 أمس.", id="a price"),
        pytest.param("ارتفع المؤشر أمس وتراجع اليورو إلى 1.09 مساء.", id="another subject"),
        pytest.param("أغلق مؤشر فوتسي 100 منخفضا.", id="a name"),
        pytest.param("بلغ مؤشر نيكاي 225 أعلى مستوى له.", id="a name behind a verb of level"),
        pytest.param("تقدمت قطر في مؤشر السلام من 30 إلى 22.", id="ranks"),
        pytest.param("احتل البلد المركز 45 في مؤشر الفساد، متراجعا من المركز 40.", id="places"),
        pytest.param("وصل المؤشر إلى 2015 دون تغيير.", id="a year"),
        pytest.param("أشار المؤشر إلى المادة 4 من الدستور.", id="an article of law"),
        pytest.param("كان المؤشر متقاربا وانتهت المباراة 63-61 أمس.", id="a score"),
    ],
)
def test_what_is_no_level(sentence):
    assert told(sentence, "value") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("ارتفع مؤشر ستاندرد اند بورز 500 إلى 2801.5 نقطة.", [(2801.5, "نقطة")]),
        ("كسب مؤشر داكس 30 الألماني 0.4 في المئة.", [(0.4, "مؤشر")]),
        ("صعد نيكاي 225 نقطة.", [(225, "نقطة")]),
    ],
)
def test_a_number_in_the_name_of_an_index_is_no_figure(sentence, found):
    assert told(sentence, "value", "noun") == found
