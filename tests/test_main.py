"""The command line: what it says, and its exit status."""

import os
import subprocess
import sys

import pytest

from analysis import __version__
from analysis.__main__ import main
from tests.conftest import FLOOD, PROJECT
from tests.test_store import contents, largest_file


def said(capsys):
    out, err = capsys.readouterr()
    return out + err


def run(*arguments):
    """Run in a process of its own, as from a shell; without the bar of progress, which a busy machine would show."""
    quiet = {**os.environ, "TQDM_DISABLE": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=PROJECT, env=quiet, check=False
    )


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("قُتل 14 جنديا في تفجير ببغداد يوم الثلاثاء.", encoding="utf-8")
    return folder


def test_all_read_is_zero(articles, tmp_path, capsys):
    assert main(["build", str(articles), "--out", str(tmp_path / "out")]) == 0
    assert "1 articles" in said(capsys)


def test_something_skipped_is_three_and_says_what(articles, tmp_path, capsys):
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00")
    assert main(["build", str(articles), "--out", str(tmp_path / "out")]) == 3
    assert "skipped picture" in said(capsys)
    assert (tmp_path / "out/articles.parquet").exists()


@pytest.mark.parametrize("corpus", ["no-such-folder", "empty"])
def test_nothing_to_build_from_is_two_and_names_it(corpus, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["build", str(tmp_path / corpus), "--out", str(tmp_path / "out")]) == 2
    assert str(tmp_path / corpus) in said(capsys)
    assert not (tmp_path / "out").exists()


def test_a_place_that_is_no_folder_is_two_and_names_it(articles, tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["build", str(articles), "--out", str(tmp_path / "file/out")]) == 2
    assert str(tmp_path / "file") in said(capsys)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_may_not_be_written_is_two_and_names_it(articles, tmp_path, capsys):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    assert main(["build", str(articles), "--out", str(closed / "out")]) == 2
    assert str(closed) in said(capsys)


def test_a_full_disk_is_two_names_it_and_leaves_the_earlier_build(articles, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["build", str(articles), "--out", str(out)]) == 0
    before = contents(out)
    with largest_file(200):
        assert main(["build", str(articles), "--out", str(out), "--format", "jsonl"]) == 2
    assert f"{out}: cannot be written: File too large" in said(capsys)
    assert contents(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out"]


def test_tables_and_gold_that_are_not_there_are_two(tmp_path, capsys):
    assert main(["score", str(tmp_path), "tests/gold"]) == 2
    assert f"{tmp_path}: holds no tables" in said(capsys)


def test_the_help_names_every_command_and_exit_status(capsys):
    for arguments in (["--help"], ["build", "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
    text = said(capsys)
    assert all(word in text for word in ("build", "score", "figures", "exit status", "metadata.csv"))


def test_it_says_its_version(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert said(capsys) == f"isnad {__version__}\n"


def test_a_build_from_a_shell_does_without_matplotlib(tmp_path):
    code = (
        "import sys; from analysis.__main__ import main; "
        f"status = main(['build', {str(FLOOD)!r}, '--out', {str(tmp_path / 'out')!r}]); "
        "assert 'matplotlib' not in sys.modules; sys.exit(status)"
    )
    done = run("-W", "error", "-c", code)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_look_at_the_labels_does_without_pandas():
    done = run("-c", "import sys, analysis.charts.labels; assert 'pandas' not in sys.modules")
    assert done.stderr == ""
