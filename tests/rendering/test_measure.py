"""The measures find what they are for: each spoils a figure in one way and must be told so."""

import pytest
from matplotlib.figure import Figure

from analysis.charts import labels, look
from tests.rendering import measure


@pytest.fixture
def canvas():
    with look.context():
        yield look.canvas(look.Page("ar"), 400)


def put(axes, x: float, y: float, text: str, **style: object) -> None:
    labels.put(axes, x, y, text, look.Page("ar"), **style)


def test_lines_that_stand_apart_are_no_fault(canvas) -> None:
    figure, axes = canvas
    put(axes, 1500, 100, "سطر أول")
    put(axes, 1500, 100 + look.LABEL * look.LINE, "سطر ثان تحته")
    assert measure.faults(figure) == []


def test_a_line_over_another_is_found(canvas) -> None:
    figure, axes = canvas
    put(axes, 1500, 100, "سطر أول")
    put(axes, 1500, 108, "سطر فوقه")
    (fault,) = measure.faults(figure)
    assert "lies over" in fault


def test_a_line_that_leaves_the_page_is_found(canvas) -> None:
    figure, axes = canvas
    put(axes, 40, 100, "سطر يبدأ عند آخر الصفحة", side="right")
    (fault,) = measure.faults(figure)
    assert fault.startswith("cut by")


def test_so_is_one_that_stands_across_another(canvas) -> None:
    figure, axes = canvas
    put(axes, 800, 200, "سطر يقطعه آخر", side="middle")
    put(axes, 800, 200, "تسعة أشهر", rotation=90)
    assert len(measure.faults(figure)) == 1


def test_words_that_went_past_the_labels_are_found(canvas) -> None:
    figure, axes = canvas
    axes.set_title("عنوان", fontsize=12)
    axes.axison = True
    axes.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)
    assert any(fault.startswith("not put by charts.labels") for fault in measure.faults(figure))


def test_type_too_small_to_read_is_found(canvas) -> None:
    figure, axes = canvas
    put(axes, 1500, 100, "صغير", size=12)
    (fault,) = measure.faults(figure)
    assert "too small" in fault


def test_an_empty_figure_has_no_faults() -> None:
    assert measure.faults(Figure()) == []
