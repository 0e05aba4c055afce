"""Isnad: how Arabic news tells one story, each mark traceable to its sentence.

The one way in is `load`:

    import analysis

    story = analysis.load("seeds")  # a folder of texts, a file of articles, or the folder of an earlier build
    story.claims  # one frame a table, with the columns that `analysis.tables` declares

Everything here is imported when it is first used, so that the command line and a chart pay only for what they need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis import charts
    from analysis.session import Story, load
    from analysis.tables import TABLES

__version__ = "0.1.0"

__all__ = ["TABLES", "Story", "__version__", "charts", "load"]

_HOME = {"TABLES": "analysis.tables", "Story": "analysis.session", "load": "analysis.session"}


def __getattr__(name: str) -> Any:
    """Import what ``name`` needs when it is first asked for (PEP 562)."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
