"""Names of people, bodies and places in news prose."""

from itertools import pairwise

import pytest

from analysis.marks import names
from analysis.tables import TABLES
from analysis.text.read import read


def named(sentence):
    return [(row["text"], row["type"]) for row in names.find(read(sentence, "a"))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "وصل وزير الدفاع البريطاني غرانت شابس إلى كييف.",
            [("غرانت شابس", "PER"), ("كييف", "GPE")],
            id="unknown words behind a title and a nation are a person",
        ),
        pytest.param(
            "قال المتحدث باسم الحكومة الأردنية، فيصل الشبول، إن القرار نهائي.",
            [("الحكومة الأردنية", "ORG"), ("فيصل الشبول", "PER")],
            id="the person behind a comma",
        ),
        pytest.param(
            "استقبل محمد بن راشد آل مكتوم في دبي وفدا.",
            [("محمد بن راشد آل مكتوم", "PER"), ("دبي", "GPE")],
            id="particles join a name",
        ),
        pytest.param(
            "أعلنت وزارة التربية والتعليم السودانية نتائج الامتحانات.",
            [("وزارة التربية والتعليم السودانية", "ORG")],
            id="a ministry with two charges and a nation",
        ),
        pytest.param(
            "هبطت الطائرة في مطار بيروت الدولي.",
            [("مطار بيروت الدولي", "LOC")],
            id="the head of an airport belongs to its name",
        ),
        pytest.param("تظاهر المئات في مدينة درنة.", [("درنة", "GPE")], id="the head of a town does not"),
        pytest.param("سلمت المساعدات للأردن.", [("للأردن", "GPE")], id="a merged preposition stays inside"),
        pytest.param("سافر إلى لبنان وسوريا.", [("لبنان", "GPE"), ("سوريا", "GPE")], id="a conjunction stays outside"),
        pytest.param(
            "وقال المتحدث باسم الشرطة السويدية، إبراهيم كاليندر، إن التحقيق مستمر.",
            [("الشرطة السويدية", "ORG"), ("إبراهيم كاليندر", "PER")],
            id="a foreign family name that begins like كال",
        ),
        pytest.param(
            "التقى الأمير فهد بن سعود بن خالد بن عبدالعزيز المهنئين.",
            [("فهد بن سعود بن خالد بن عبدالعزيز", "PER")],
            id="a long line of fathers",
        ),
        pytest.param(
            "انسحبت قوات سانغاريس الفرنسية من باماكو.",
            [("قوات سانغاريس الفرنسية", "ORG"), ("باماكو", "GPE")],
            id="a force called by a name is no person",
        ),
        pytest.param("قتل جنود في شمال مالي.", [("مالي", "GPE")], id="a country that is an adjective elsewhere"),
        pytest.param("نما القطاع بدعم مالي كبير.", [], id="that adjective"),
        pytest.param('اعتقل عناصر من تنظيم "جند الخلافة" أمس.', [('تنظيم "جند الخلافة"', "ORG")], id="a name in marks"),
    ],
)
def test_a_name_is_its_words_and_its_type(sentence, expected):
    assert named(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("شكر المدرب اللاعبين على جهودهم الكبيرة.", id="titles alone"),
        pytest.param("تشارك الشركات السعودية بقوة.", id="a country's name as an adjective"),
        pytest.param("اجتمع مسؤولون أميركيون وأوروبيون أمس.", id="nationalities"),
        pytest.param("سقط على الأرض بعد أن فقد وعيه.", id="على is not علي"),
        pytest.param("قال الوزير السابق إن أهالي المنطقة ينتظرون ما سيعلنه المجلس.", id="verbs behind a title"),
        pytest.param("أكد المدير أن المشاركين يفضلهم الجمهور.", id="a verb with a pronoun"),
        pytest.param("طالب المدرب بمكافأة كبيرة صباح أمس.", id="the morning is nobody"),
        pytest.param("بلغ عدد كبير من الزوار القمة.", id="كبير is no ك before a name"),
    ],
)
def test_prose_is_no_name(sentence):
    assert named(sentence) == []


def test_a_family_name_met_whole_stands_alone_later():
    text = "التقى المبعوث مارتن سورنسن الصحفيين. وقال سورنسن إن المحادثات صعبة."
    rows = names.find(read(text, "a"))
    assert [row["text"] for row in rows] == ["مارتن سورنسن", "سورنسن"]
    assert len({row["entity_id"] for row in rows}) == 1


def test_a_family_name_in_the_headline_is_the_person_of_the_text():
    text = "شينكر: لا جدول زمنيا\n\nقال مساعد الوزير ديفيد شينكر إن شينكر لن يعلق."
    assert {row["entity_id"] for row in names.find(read(text, "a"))} == {"david-shinkr"}


def test_spellings_of_one_name_are_one_entity():
    mentions = [*names.find(read("زار ترامب بغداد.", "a")), *names.find(read("عاد دونالد ترمب من بغداد.", "b"))]
    entities = TABLES["entities"].frame(names.entities(mentions)).set_index("entity_id")
    assert list(entities.index) == ["baghdad", "donald-trump"]
    assert set(entities.loc["donald-trump", "variants"]) == {"ترامب", "دونالد ترمب"}
    assert entities.loc["donald-trump", "name_en"] == "Donald Trump"


def test_no_name_lies_inside_another():
    text = "قالت حكومة الولايات المتحدة الأمريكية في بيان لها إن جامعة الملك سعود شريك."
    rows = names.find(read(text, "a"))
    assert all(one["end"] <= other["start"] for one, other in pairwise(rows))
    assert [row["text"] for row in rows] == ["حكومة الولايات المتحدة الأمريكية", "جامعة الملك سعود"]


def test_a_name_as_it_stands_comes_before_a_clitic_and_a_shorter_one():
    text = "وصل الوفد إلى كابل صباحا، واجتمع بممثلي شركة أبل."
    found = [text[row["start"] : row["end"]] for row in names.find(read(text))]
    assert "كابل" in found
    assert "ابل" not in found
