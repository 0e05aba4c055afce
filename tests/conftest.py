"""What many tests read: the stories, each built once.

What builds them is imported where it is used: the rendering tests run on an older matplotlib too, without pandas.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from analysis.build import Build

PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "seeds"
FLOOD = PROJECT / "tests/stories/flood"


@pytest.fixture(scope="session")
def seeds() -> Build:
    from analysis.build import build

    return build(SEEDS)


@pytest.fixture(scope="session")
def flood() -> Build:
    from analysis.build import build

    return build(FLOOD)
