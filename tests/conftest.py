"""What many tests read: the stories, each built once."""

from pathlib import Path

import pytest

from analysis.build import Build, build

PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "seeds"
FLOOD = PROJECT / "tests/stories/flood"


@pytest.fixture(scope="session")
def seeds() -> Build:
    return build(SEEDS)


@pytest.fixture(scope="session")
def flood() -> Build:
    return build(FLOOD)
