"""On a matplotlib that shapes by itself: every line as HarfBuzz has it, and a spoilt one found out."""

import arabic_reshaper
import pytest
from bidi import get_display
from matplotlib.figure import Figure

from analysis.charts import labels, look
from analysis.charts.shaping import NATIVE
from tests.rendering import exported
from tests.rendering.lines import LINES

if not NATIVE:
    pytest.skip("this matplotlib does not shape by itself", allow_module_level=True)

from tests.rendering import measure, shaper


def put(line: str, lang: look.Lang, **style: object) -> Figure:
    with look.context():
        figure = Figure(figsize=(16, 2), dpi=look.DPI)
        labels.put(figure, 0.5, 0.5, line, look.Page(lang), side="middle", size=30, **style)  # type: ignore[arg-type]
        return figure


@pytest.mark.parametrize("weight", [look.REGULAR, look.SEMIBOLD])
@pytest.mark.parametrize("lang", look.LANGUAGES)
@pytest.mark.parametrize("line", LINES)
def test_glyphs_and_their_order_are_those_of_harfbuzz(line: str, lang: look.Lang, weight: int) -> None:
    assert measure.faults(put(line, lang, weight=weight)) == []


@pytest.mark.parametrize("lang", look.LANGUAGES)
@pytest.mark.parametrize("line", LINES)
def test_a_name_inside_a_label_is_as_harfbuzz_has_it(line: str, lang: look.Lang) -> None:
    assert measure.faults(put(f"{labels.name(line, lang)} 43%", lang)) == []


@pytest.mark.parametrize("line", ["بغداد", "يوم النشر مذكور", "أسوشيتد برس 55%"])
def test_a_line_that_was_shaped_before_is_found_out(line: str) -> None:
    figure = put(line, "ar")
    (text,) = figure.texts
    text.set_text(str(get_display(arabic_reshaper.reshape(line))))
    assert [fault for fault in measure.faults(figure) if fault.startswith("not as HarfBuzz has it")]


def test_so_is_a_line_that_begins_with_latin_and_lost_its_mark() -> None:
    figure = put("AP: نحو 2500 جندي", "ar")
    (text,) = figure.texts
    text.set_text("AP: نحو 2500 جندي")
    assert measure.faults(figure) != []


def test_letters_join_on_the_canvas() -> None:
    page = look.Page("ar")
    letters = sum(labels.width(letter, page) for letter in "بغداد")
    assert labels.width("بغداد", page) < 0.9 * letters


def test_a_letter_without_glyph_would_be_seen_as_a_box() -> None:
    figure = put("نص", "ar")
    (text,) = figure.texts
    text.set_text("漢")
    with pytest.warns(UserWarning, match="missing from font"):
        assert [fault for fault in measure.faults(figure) if fault.startswith("shows a box")]


@pytest.mark.parametrize("file", exported.figures(), ids=lambda file: file.name)
def test_every_line_of_an_exported_figure_is_as_harfbuzz_has_it(file) -> None:
    lines = exported.lines(file.read_text(encoding="utf-8"))
    assert lines
    with look.context():
        figure = Figure(figsize=(16, 2), dpi=look.DPI)
        wrong = [
            line
            for line, weight in lines
            if shaper.laid_out(figure.text(0, 0, line, fontweight=weight, fontfamily=look.FAMILIES))
            != shaper.expected(line, weight)
        ]
    assert wrong == []
