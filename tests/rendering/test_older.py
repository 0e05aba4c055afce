"""On a matplotlib that does not shape by itself (up to 3.10): every line looks as Pillow with raqm draws it.

``LIKE`` was chosen on `lines.CALIBRATION`; none of those lines is tested against it.
"""

import pytest

from analysis.charts import look
from analysis.charts.shaping import NATIVE, drawn, logical
from tests.rendering import exported, pictures
from tests.rendering.lines import CALIBRATION, LINES

LIKE = 0.81
"""Share of ink that must agree: of the calibration lines, right ones have over .85, wrong ones less than .79."""

pytestmark = [
    pytest.mark.skipif(NATIVE, reason="this matplotlib shapes by itself: test_native.py asks it for its glyphs"),
    pytest.mark.filterwarnings("ignore:Glyph:UserWarning"),
]


def likeness(line: str, lang: look.Lang) -> float:
    return pictures.alike(pictures.drawn(line, lang), pictures.expected(logical(line, lang), lang))


@pytest.mark.parametrize("line", CALIBRATION)
def test_the_limit_tells_right_from_wrong(line: str) -> None:
    right = pictures.expected(logical(line, "ar"), "ar")
    assert likeness(line, "ar") > LIKE + 0.04
    spoilt = (line, logical(line, "ar"), drawn(logical(drawn(logical(line, "ar")), "ar")))
    assert max(pictures.alike(pictures.drawn_raw(text), right) for text in spoilt) < LIKE - 0.02


@pytest.mark.parametrize("lang", look.LANGUAGES)
@pytest.mark.parametrize("line", [line for line in LINES if pictures.in_plex(logical(line, "ar"))])
def test_a_line_looks_as_another_renderer_draws_it(line: str, lang: look.Lang) -> None:
    assert likeness(line, lang) > LIKE


@pytest.mark.parametrize("line", ["بغداد والموصل", "يوم النشر مذكور", "أسوشيتد برس 55%"])
def test_a_line_shaped_twice_is_found_out(line: str) -> None:
    twice = drawn(logical(drawn(logical(line, "ar")), "ar"))
    right = pictures.expected(logical(line, "ar"), "ar")
    assert pictures.alike(pictures.drawn_raw(twice), right) < LIKE


@pytest.mark.parametrize("file", exported.figures(), ids=lambda file: file.name)
def test_every_arabic_line_of_an_exported_figure_looks_right(file) -> None:
    lang: look.Lang = "ar" if file.name.endswith(".ar.svg") else "en"
    lines = {line for line, _ in exported.lines(file.read_text(encoding="utf-8"))}
    arabic = sorted(line for line in lines if any("\u0600" <= letter <= "\u06ff" for letter in line))
    assert [line for line in arabic if pictures.in_plex(line) and likeness(line, lang) <= LIKE] == []
