import json
import re
from datetime import date

import pytest

from analysis.scoring.peers import running
from analysis.scoring.peers.protocol import Asked

TEXT = Asked("a", "articles", "قال الوزير، الأربعاء، إن الجلسة في أبريل المقبل.", date(2021, 3, 23))


@pytest.fixture
def nowhere(monkeypatch, tmp_path):
    monkeypatch.setattr(running, "ENVIRONMENTS", tmp_path)
    return tmp_path


def test_a_program_without_an_environment_is_not_run_and_says_what_makes_one(nowhere):
    with pytest.raises(running.NotRunError, match="make peers"):
        running.command("Maha")


def test_the_reason_is_that_of_the_installation_where_it_left_one(nowhere):
    (nowhere / "puckling.why").write_text("no Python from 3.13 to 3.14 at hand\n", encoding="utf-8")
    with pytest.raises(running.NotRunError, match=r"no Python from 3\.13 to 3\.14 at hand"):
        running.command("puckling")


def test_every_program_has_a_module_and_what_to_install():
    for name, module in running.READERS.items():
        assert (running.PROJECT / f"analysis/scoring/peers/{module}.py").exists()
        lock = f"{module}/package-lock.json" if name in running.ON_NODE else f"{module}.lock"
        assert name == "Isnad" or (running.PROJECT / "tests/peers" / lock).exists()


@pytest.mark.parametrize("lock", sorted((running.PROJECT / "tests/peers").glob("*.lock")), ids=lambda path: path.stem)
def test_what_is_installed_is_what_is_asked_for_each_by_its_hash(lock):
    asked = [line for line in lock.with_suffix(".in").read_text("utf-8").splitlines() if not line.startswith("#")]
    packages = re.split(r"^(?=[a-z])", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert {line.lower() for line in asked} <= {package.split()[0] for package in packages}
    assert all("--hash=sha256:" in package for package in packages)


def test_what_node_answers_is_said_in_the_terms_of_the_tables():
    found = {"index": 32, "text": "في أبريل", "from": {"at": "2021-04-01T12:00:00Z", "known": ["month"]}, "to": None}
    lines = [{"version": "2", "on": "Node 20"}, {"group": "articles", "id": "a", "answer": [found]}]
    (row,) = running.gathered(map(json.dumps, lines), [TEXT]).times["a"]
    assert TEXT.text[row["start"] : row["end"]] == "في أبريل"
    assert (row["earliest"], row["latest"]) == ("2021-04-01", "2021-04-30")


def test_a_program_is_asked_in_its_own_process(monkeypatch):
    monkeypatch.setattr(running, "RUNS", 1)
    answers = running.ask("Isnad", [TEXT])
    assert [row["value"] for row in answers.times["a"]] == ["2021-03-17", "2021-04"]
    assert answers.seconds["articles"] > 0


def test_a_program_that_stops_is_not_run(monkeypatch):
    monkeypatch.setitem(running.READERS, "Isnad", "nosuch")
    with pytest.raises(running.NotRunError, match=r"it stopped: .*nosuch"):
        running.ask("Isnad", [TEXT])
