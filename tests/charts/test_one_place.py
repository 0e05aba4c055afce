"""Every string reaches matplotlib through `charts.labels`."""

import ast
from pathlib import Path

import pytest

CHARTS = Path(__file__).resolve().parents[2] / "analysis" / "charts"
WRITERS = {
    "text", "annotate", "set_title", "suptitle", "supxlabel", "supylabel", "set_xlabel", "set_ylabel",
    "set_xticklabels",
    "set_yticklabels", "set_ticklabels", "legend", "bar_label", "clabel", "figtext", "Text", "TextPath", "AnchoredText",
}  # fmt: skip
"""Calls by which matplotlib takes words."""


def written(source: str) -> list[str]:
    """Calls in ``source`` that hand words to matplotlib; an annotation without words is an arrow."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [(call, getattr(call.func, "attr", getattr(call.func, "id", ""))) for call in calls]
    return [name for call, name in named if name in WRITERS and not _wordless(call)]


def _wordless(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and call.args[0].value == ""


@pytest.mark.parametrize("module", sorted(CHARTS.glob("*.py")), ids=lambda module: module.name)
def test_only_labels_hands_words_to_matplotlib(module: Path) -> None:
    found = written(module.read_text(encoding="utf-8"))
    assert found == (["text"] if module.name == "labels.py" else [])


def test_a_chart_that_writes_by_itself_would_be_found() -> None:
    assert written("axes.set_title('عنوان')") == ["set_title"]
    assert written("axes.annotate('', xy=end)") == []
