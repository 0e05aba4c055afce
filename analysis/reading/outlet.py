"""Which outlet published an article and how that is known, and which agencies its text credits."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading.furniture import Layout
from analysis.reading.page import Facts
from analysis.tables import Basis
from analysis.text.read import Reading


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as it writes its name, its id, and how it is known; nothing but the basis where it is not."""

    name: str | None = None
    outlet_id: str | None = None
    basis: Basis = "unknown"


def identify(reading: Reading, layout: Layout, facts: Facts) -> Outlet:
    """Return the outlet of an article."""
    return Outlet(facts.given["outlet"], facts.given["outlet"].lower().replace(" ", "-"), "given") if "outlet" in facts.given else Outlet()


def agencies(reading: Reading, layout: Layout, outlet_id: str | None) -> list[str]:
    """Return the ids of the agencies that the text credits, in order."""
    return []
