"""Notebooks as they are committed, and the running of them."""

import ast
import copy
import json
import re

import nbformat
import pytest
from nbformat import v4

from analysis import notebooks
from analysis.notebooks import NotebookError
from tests.conftest import PROJECT

OURS = notebooks.numbered(PROJECT / "notebooks")
STORY_NAMED = r'^story = analysis\.load\((?:"seeds")?\)$'
"""The story asked for from outside, or the project's own, which alone is annotated and can be scored."""
SECRETS_OF_A_RUN = re.compile(r"0x[0-9a-f]{6,}|/tmp/|/home/|site-packages")


def read(path):
    return nbformat.read(path, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def made(folder, *sources, name="00_try.ipynb"):
    """Write a notebook of these code cells, as an author would: never run, ids drawn by lot."""
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources]), folder / name)
    return folder / name


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
class TestCommitted:
    def test_it_ran_from_top_to_bottom_without_error_or_warning(self, path):
        cells = code(read(path))
        assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
        outputs = [output for cell in cells for output in cell.outputs]
        assert [out for out in outputs if out.output_type == "error" or out.get("name") == "stderr"] == []

    def test_it_opens_with_a_question_and_closes_with_what_can_be_concluded(self, path):
        notebook = read(path)
        assert notebook.cells[0].cell_type == "markdown"
        assert "?" in notebook.cells[0].source.splitlines()[0]
        headings = [
            line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines()
        ]
        assert [line for line in headings if line.startswith("## ")][-1] == "## What can and cannot be concluded"

    def test_it_names_its_story_once_in_its_first_code_cell(self, path):
        naming = [number for number, cell in enumerate(code(read(path))) if "analysis.load(" in cell.source]
        assert naming == [0]
        assert re.search(STORY_NAMED, code(read(path))[0].source, re.MULTILINE)

    def test_a_function_in_it_has_at_most_three_lines(self, path):
        trees = [ast.parse(cell.source) for cell in code(read(path))]
        functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 3] == []

    def test_it_holds_nothing_of_the_machine_or_the_run(self, path):
        notebook = read(path)
        settled = copy.deepcopy(notebook)
        notebooks.settle(settled)
        assert settled == notebook
        shown = [out for cell in code(notebook) for out in cell.outputs]
        texts = [json.dumps({**out.get("data", out), "image/png": ""}, ensure_ascii=False) for out in shown]
        assert [found[0] for text in texts if (found := SECRETS_OF_A_RUN.search(text))] == []


def test_two_runs_give_the_same_bytes(tmp_path):
    path = made(
        tmp_path,
        "import pandas as pd\nframe = pd.DataFrame({'outlet': ['عربي بوست'], 'day': [23]})\nobject()",
        "frame.style.hide(axis='index')",
        "print('أول'); print('ثان')",
    )
    twins = [tmp_path / name / path.name for name in ("one", "two")]
    for twin in twins:
        twin.parent.mkdir()
        notebooks.run(path, twin, {})
    first, second = (twin.read_bytes() for twin in twins)
    assert first == second
    outputs = [output for cell in code(read(twins[0])) for output in cell.outputs]
    assert outputs[0].data["text/plain"] == "<object at 0x0>"
    assert "T_00000" in outputs[1].data["text/html"]
    assert outputs[2].text == "أول\nثان\n"


def test_a_cell_that_fails_is_named_and_the_notebook_stays_as_it_was(tmp_path):
    path = made(tmp_path, "1", "raise ValueError('لا تاريخ')")
    before = path.read_bytes()
    with pytest.raises(NotebookError, match=r"00_try\.ipynb: cell 2: ValueError: لا تاريخ"):
        notebooks.run(path, path, {})
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_outputs_do_not_change_what_the_author_wrote(tmp_path):
    path = made(tmp_path, "1 + 1")
    before = notebooks.digest(path)
    notebooks.run(path, path, {})
    assert notebooks.digest(path) == before
    assert notebooks.digest(made(tmp_path, "1 + 2")) != before
