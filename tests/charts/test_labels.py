"""Lines as they are handed to matplotlib, and how much room they take."""

import pytest
from matplotlib.figure import Figure

from analysis.charts import labels, look, shaping

AR, EN = look.Page("ar"), look.Page("en")


@pytest.mark.parametrize(
    ("text", "lang", "line"),
    [
        pytest.param("بغداد", "ar", "بغداد", id="Arabic on an Arabic page needs no mark"),
        pytest.param("AP: نحو 2500", "ar", "\u200fAP: نحو 2500", id="Latin first, Arabic page"),
        pytest.param("بغداد 5", "en", "\u200eبغداد 5", id="Arabic first, English page"),
        pytest.param("5200", "ar", "5200", id="a number is a number"),
        pytest.param("سطر\nوآخر\tبعده", "ar", "سطر وآخر بعده", id="one line"),
        pytest.param("نص\u0000\u001b خطر", "ar", "نص خطر", id="control characters"),
        pytest.param("abc\u202eأمر\u202c", "en", "abcأمر", id="overrides"),
        pytest.param("\u2067مفتوح", "ar", "مفتوح", id="an isolate that nothing closes"),
        pytest.param("ﻣﺼﺮ", "ar", "مصر", id="presentation forms"),
        pytest.param("漢", "ar", "\u200f\ufffd", id="no font has it"),
    ],
)
def test_a_line_in_logical_order(text: str, lang: look.Lang, line: str) -> None:
    assert shaping.logical(text, lang) == line


def test_arabic_indic_digits_are_an_option_and_leave_latin_names_alone() -> None:
    assert shaping.logical("نحو 2500 على قناة24 وF16", "ar", "arab") == "نحو ٢٥٠٠ على قناة٢٤ وF16"


def test_a_name_of_the_other_direction_is_isolated_with_its_brackets_and_numbers() -> None:
    assert labels.name("France 24", "ar") == "\u2068France 24\u2069"
    assert labels.name("رويترز", "ar") == "رويترز"
    assert labels.name("رويترز", "en") == "\u2068رويترز\u2069"


def test_a_name_cannot_close_its_own_isolate() -> None:
    assert labels.name("AP\u2069\u202eخدعة", "ar") == "\u2068APخدعة\u2069"


def test_put_keeps_what_was_meant_beside_what_is_drawn() -> None:
    with look.context():
        made = labels.put(Figure(), 0.5, 0.5, "AP: نحو 2500", AR)
    assert made.get_label() == "\u200fAP: نحو 2500"
    assert made.get_horizontalalignment() == "right"


def test_wrapped_lines_hold_all_words_and_fit() -> None:
    text = "كل علامة على التقويم تاريخ نشر. وكل شريط طول نص مقالة، وتحته الوكالات التي تذكرها صفحتها."
    lines = labels.wrap(text, 300, AR, size=23)
    assert " ".join(lines) == text
    assert all(labels.width(line, AR, size=23) <= 300 for line in lines)
    assert len(lines) > 2


def test_a_newline_breaks_a_paragraph() -> None:
    assert labels.wrap("أول\nثان", 500, AR) == ["أول", "ثان"]


def test_a_long_name_is_cut_with_an_ellipsis_and_fits() -> None:
    name = "صحيفة المدى اليومية السياسية المستقلة الصادرة في بغداد"
    short = labels.shorten(name, 150, AR, size=20)
    assert short.endswith("…")
    assert name.startswith(short[:-1])
    assert labels.width(short, AR, size=20) <= 150
    assert labels.shorten("بغداد", 150, AR, size=20) == "بغداد"


def test_type_is_made_smaller_to_fit_but_not_too_small() -> None:
    wide = labels.width("23 سبتمبر 2021", AR, size=20)
    assert labels.fitting("23 سبتمبر 2021", wide * 0.9, AR, size=20) == pytest.approx(18)
    assert labels.fitting("23 سبتمبر 2021", 10, AR, size=20) == look.SMALLEST


def test_the_arabic_page_is_mirrored_and_its_data_are_not() -> None:
    assert (AR.x(50), EN.x(50)) == (1550, 50)
    for page in (AR, EN):
        scale = page.scale(0, 10, 100, 600)
        assert scale(2) < scale(8)
    turned = look.Page("ar", reverse=True).scale(0, 10, 100, 600)
    assert turned(2) > turned(8)


def test_nothing_of_the_context_is_left_behind() -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    with look.context():
        assert mpl.rcParams["text.parse_math"] is False
    assert dict(mpl.rcParams) == before
