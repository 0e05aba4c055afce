"""From a story to its figures, and what a second run leaves alone."""

import json
import shutil

import pytest

from analysis import figures, store
from analysis.notebooks import NotebookError
from tests.conftest import FLOOD, SEEDS
from tests.test_notebooks import made
from tests.test_store import contents

COUNT = """import json, os, pathlib
tables, figures = (pathlib.Path(os.environ[name]) for name in ("ISNAD_CORPUS", "ISNAD_FIGURES"))
count = json.loads((tables / "manifest.json").read_text())["tables"]["articles"]["rows"]"""
DRAW = """figures.mkdir(exist_ok=True)
_ = (figures / "01_count.csv").write_text(f"{count}")
entry = {"title": {"en": "*4* articles", "ar": "4 مقالات"}, "caption": {"en": "", "ar": ""}}
entry |= {"tables": ["articles"], "files": {"01_count.csv": ""}}
_ = (figures / "manifest.json").write_text(json.dumps({"01_count": entry}))"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a line of code and two notebooks, one of which draws."""
    home = tmp_path / "project"
    made(home / "notebooks", COUNT, "count", name="00_articles.ipynb")
    made(home / "notebooks", COUNT, DRAW, name="01_count.ipynb")
    shutil.copytree(SEEDS, home / "seeds")
    (home / "analysis").mkdir()
    (home / "analysis/build.py").write_text("VERSION = 1", encoding="utf-8")
    monkeypatch.setattr(figures, "PROJECT", home)
    monkeypatch.setattr(figures, "PACKAGE", home / "analysis")
    return home


@pytest.fixture
def flood(tmp_path):
    shutil.copytree(FLOOD, tmp_path / "flood")
    return tmp_path / "flood"


def outcomes(capsys):
    """What was said of each step: made, or unchanged."""
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    return {step: outcome if outcome == "unchanged" else "made" for step, outcome in lines}


def test_another_story_gets_a_folder_of_its_own_and_leaves_the_projects_alone(project, flood):
    before = contents(project / "notebooks")
    figures.make(flood)
    story = project / "stories/flood"
    assert (story / "figures/01_count.csv").read_text("utf-8") == "4"
    assert list(store.read_json(story / "figures/manifest.json", None)) == ["01_count"]
    assert "**\\*4\\* articles**" in (story / "figures/README.md").read_text("utf-8")
    assert len(store.read(story / "tables")["articles"]) == 4
    assert contents(project / "notebooks") == before
    assert sorted(path.name for path in project.iterdir()) == ["analysis", "notebooks", "seeds", "stories"]


def test_the_projects_own_story_is_run_in_place(project):
    figures.make()
    notebook = json.loads((project / "notebooks/00_articles.ipynb").read_text("utf-8"))
    assert notebook["cells"][1]["outputs"][0]["data"]["text/plain"] == ["5"]
    assert (project / "figures/01_count.csv").read_text("utf-8") == "5"


def test_a_second_run_redoes_only_what_changed(project, flood, capsys):
    figures.make(flood)
    capsys.readouterr()
    figures.make(flood)
    assert outcomes(capsys) == {"tables": "unchanged", "00_articles": "unchanged", "01_count": "unchanged"}

    made(project / "notebooks", COUNT, "count + 1", name="00_articles.ipynb")
    figures.make(flood)
    assert outcomes(capsys) == {"tables": "unchanged", "00_articles": "made", "01_count": "unchanged"}

    (project / "stories/flood/figures/01_count.csv").unlink()
    figures.make(flood)
    assert outcomes(capsys) == {"tables": "unchanged", "00_articles": "unchanged", "01_count": "made"}

    (project / "analysis/charts").mkdir()
    (project / "analysis/charts/look.py").write_text("WIDTH = 1600", encoding="utf-8")
    figures.make(flood)
    assert outcomes(capsys) == {"tables": "unchanged", "00_articles": "made", "01_count": "made"}

    (flood / "d_the_dam.txt").unlink()
    figures.make(flood)
    assert outcomes(capsys) == {"tables": "made", "00_articles": "made", "01_count": "made"}
    assert (project / "stories/flood/figures/01_count.csv").read_text("utf-8") == "3"


def test_a_chart_that_is_no_longer_drawn_goes(project, flood):
    figures.make(flood)
    made(project / "notebooks", COUNT, name="01_count.ipynb")
    figures.make(flood)
    assert sorted(contents(project / "stories/flood/figures")) == ["README.md", "manifest.json"]
    assert "01_count" not in (project / "stories/flood/figures/README.md").read_text("utf-8")


def test_a_notebook_that_fails_is_named_and_the_others_are_made(project, flood):
    made(project / "notebooks", COUNT, "count.opinions", name="00_articles.ipynb")
    with pytest.raises(
        NotebookError, match=r"00_articles\.ipynb: cell 2: AttributeError: 'int' object has no attribute 'opinions'"
    ):
        figures.make(flood)
    assert (project / "stories/flood/figures/01_count.csv").exists()


def test_two_stories_of_one_name_are_not_mixed(project, flood, tmp_path):
    figures.make(flood)
    shutil.copytree(flood, tmp_path / "other/flood")
    with pytest.raises(store.StoreError, match="another name"):
        figures.make(tmp_path / "other/flood")
