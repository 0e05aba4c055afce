"""Direct and indirect speech, and its speakers."""

import pytest

from analysis.marks import attribution, names, quotes
from analysis.marks.speech import pairing
from analysis.tables import TABLES
from analysis.text.read import read


def rows_of(text):
    reading = read(text, "a")
    mentions = names.find(reading)
    return quotes.find(reading, attribution.find(reading, mentions), mentions)


def direct(text):
    return [row["text"] for row in rows_of(text) if row["kind"] == "direct"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("“", "”"), ("”", "“"), ("«", "»"), ("‘", "’"), ('"', "»"), ("„", "“")],
)
def test_any_mark_opens_and_any_of_its_kind_closes(opening, closing):
    said = "لن نقبل أي شروط مسبقة للحوار"
    assert direct(f"قال رئيس الحزب: {opening}{said}{closing} في المؤتمر.") == [said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'وأكدت أن "تنظيم "داعش" لم يعد قادرا على شن الهجمات" في المدينة. قالت الوزارة ذلك.',
            ['تنظيم "داعش" لم يعد قادرا على شن الهجمات'],
            id="a mark nested in itself",
        ),
        pytest.param(
            "قال المدرب إن الفريق «قدم أفضل ما لديه» و«يستحق الفوز» في النهاية.",
            ["قدم أفضل ما لديه", "يستحق الفوز"],
            id="fragments in one clause",
        ),
        pytest.param('شاهد الجمهور فيلم "أيام المدينة" في المهرجان.', [], id="the title of a film"),
        pytest.param('قال الناطق إن صحيفة "الشرق الأوسط" نشرت الخبر.', [], id="the name of a paper"),
        pytest.param(
            'قال التاجر إن "عسل سدر" نادر وإن "عسل سدر" غال وإن الناس يطلبون "عسل سدر".', [], id="a term that recurs"
        ),
        pytest.param('نشرت المجلة تقريرا بعنوان "هل يعود النهر إلى مجراه القديم بعد السد" أمس.', [], id="a long title"),
        pytest.param('قال التاجر إن محركات "يورو 6" مطلوبة.', [], id="a term"),
        pytest.param("تحدث المدير عن «الأزمة» طويلا.", [], id="one word in scare quotes"),
    ],
)
def test_speech_in_marks_is_direct(text, expected):
    speaker = "قالت وزيرة البيئة المصرية ياسمين فؤاد إن العمل بدأ. "
    assert direct(speaker + text) == expected


def test_a_quotation_never_closed_ends_before_its_source():
    text = 'الاتفاق "يفتح الباب أمام مرحلة جديدة في البلاد، وذلك وفقا لمصادر دبلوماسية.'
    (row,) = [row for row in rows_of(text) if row["kind"] == "direct"]
    assert row["text"] == "يفتح الباب أمام مرحلة جديدة في البلاد"
    assert row["closed"] is False
    assert text[row["speaker_start"] : row["speaker_end"]] == "مصادر دبلوماسية"
    (notice,) = quotes.unclosed(read(text, "a"))
    assert text[notice["start"]] == '"'


def test_a_headline_with_a_colon_is_indirect_speech():
    (row,) = rows_of("وزير الصحة الأردني: تسجيل أربعين إصابة جديدة في العاصمة")
    assert (row["kind"], row["text"]) == ("indirect", "تسجيل أربعين إصابة جديدة في العاصمة")


def test_a_clause_mostly_in_marks_is_no_indirect_speech_besides():
    kinds = [row["kind"] for row in rows_of('قال الوزير إن "الحكومة لن تتراجع عن قرارها الأخير".')]
    assert kinds == ["direct"]


def test_a_clause_around_a_fragment_is_both():
    text = "قال الوزير إن الحكومة تدرس بعناية كل المقترحات المقدمة من الأحزاب وستتخذ «القرار المناسب» قريبا."
    assert [row["kind"] for row in rows_of(text)] == ["indirect", "direct"]


def test_the_speaker_of_a_quotation_is_the_antecedent():
    text = 'قال الرئيس الكيني وليام روتو إن بلاده مستعدة.\n\nوأضاف: "لن نتخلى عن جيراننا في هذه الأزمة".'
    row = next(row for row in rows_of(text) if row["kind"] == "direct")
    assert text[row["speaker_start"] : row["speaker_end"]] == "وليام روتو"
    assert text[row["cue_start"] : row["cue_end"]] == "أضاف"


def test_rows_keep_the_table():
    text = 'قالت الشرطة: "عثرنا على السيارة". وأوضحت أن التحقيق مستمر، بحسب وكالة رويترز.'
    frame = TABLES["quotes"].frame(rows_of(text))
    assert (frame["text"] == [text[a:b] for a, b in zip(frame["start"], frame["end"], strict=True)]).all()


@pytest.mark.parametrize("pattern", ['"', '" ', "«", "» ", '«a" ', "'"])
def test_a_hundred_thousand_marks_are_paired_without_harm(pattern):
    source = pattern * (100_000 // len(pattern))
    assert all(0 < pair.start <= pair.end <= len(source) for pair in pairing.pair(source))
