"""One environment, said in three places: the project's metadata, the lock, and the file for conda."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from analysis import __version__
from tests.conftest import PROJECT

METADATA = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
LOCKS = {"requirements.lock": "dev", "requirements-mpl310.lock": "mpl310"}
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ \\;]+)", re.MULTILINE)


def pinned(lock):
    """Each package of a lock with its versions: a few have one for older Pythons and one for newer."""
    found = {}
    for match in PINNED.finditer((PROJECT / lock).read_text("utf-8")):
        found.setdefault(canonicalize_name(match["name"]), []).append(Version(match["version"]))
    return found


def wanted(lock):
    project = METADATA["project"]
    if LOCKS[lock] == "mpl310":
        return METADATA["dependency-groups"]["mpl310"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    return [line for line in (*project["dependencies"], *extras) if not line.startswith("isnad")]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_the_project_asks_for(lock):
    held = pinned(lock)
    for requirement in map(Requirement, wanted(lock)):
        versions = held[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_hash(lock):
    entries = (PROJECT / lock).read_text("utf-8").split("\n\n")[-1]
    blocks = re.split(r"^(?=[A-Za-z])", entries, flags=re.MULTILINE)[1:]
    assert len(blocks) > 10
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_figures_are_drawn_by_a_matplotlib_that_shapes_arabic_and_tested_on_one_that_does_not():
    assert min(pinned("requirements.lock")["matplotlib"]) >= Version("3.11")
    assert {version.release[:2] for version in pinned("requirements-mpl310.lock")["matplotlib"]} == {(3, 10)}


def test_conda_gets_the_same_set():
    conda = yaml.safe_load((PROJECT / "environment.yml").read_text("utf-8"))
    (python,) = [line for line in conda["dependencies"] if str(line).startswith("python ")]
    assert SpecifierSet(python.removeprefix("python ")) == SpecifierSet(METADATA["project"]["requires-python"])
    (pip,) = [line["pip"] for line in conda["dependencies"] if isinstance(line, dict)]
    assert pip == ["-r requirements.lock"]
    assert conda["name"] == METADATA["project"]["name"]


def test_the_citation_names_this_version():
    citation = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == __version__
    assert citation["license"] == METADATA["project"]["license"]


def test_no_registry_and_no_machine_is_named_in_what_is_committed():
    """Neither a mirror's host nor a path of the machine that made the locks may slip in."""
    address = re.compile(r"(index|find-links|trusted-host)[-_ ]?(url)?\s*[=:]\s*\S*(http|file):", re.IGNORECASE)
    host = re.compile(r"https?://[^\s/]*(pypi|pythonhosted|npmjs|artifactory|nexus|mirror)", re.IGNORECASE)
    place = re.compile(r"/(root|home/[a-z]+|work|Users/\w+)/\w")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    named = []
    for path in (PROJECT / name for name in listed.split("\0") if name):
        if path.suffix in {".png", ".pdf", ".parquet"} or path == Path(__file__) or not path.exists():
            continue
        text = path.read_text("utf-8", errors="replace")
        named += [f"{path.name}: {found[0]}" for rule in (address, host, place) for found in rule.finditer(text)]
    assert named == []


def test_uvs_own_lock_is_not_committed():
    """It records the addresses of the index that it was made with."""
    listed = subprocess.run(["git", "ls-files", "uv.lock"], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert listed.stdout == ""
