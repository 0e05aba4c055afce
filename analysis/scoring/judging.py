"""Whether the rows found in a peer's case are the answer the case expects.

A case is a short text with one value in it: a number, a share, a sum of money, a length of time, a point in time. What
is not the answer may differ by a convention of this project that `conventions` names, with its reason; such cases are
counted apart, and are no mistakes. What is not found at all is unsolved.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Literal

from analysis.scoring import conventions
from analysis.scoring.stretches import Answer, Case, Json, fits, hull, seconds, stretches

Outcome = Literal["solved", "by convention", "unsolved"]

OPEN_UNITS = {
    "riyal": "IRR OMR QAR SAR YER", "fils": "", "dinar": "BHD DZD IQD JOD KWD LYD TND RSD SDD",
    "dirham": "AED MAD", "pound": "EGP GBP LBP SDG SYP SSP", "cent": "USD EUR",
}  # fmt: skip
"""Currencies that a suite's unit may stand for, where the text leaves the country open."""


def judge(case: Case, answer: Answer) -> Outcome:
    """Compare what was found in a case with what it expects; raises KeyError for a kind that no suite has."""
    if _JUDGES[case.kind](case, answer):
        return "solved"
    return "by convention" if conventions.differing(case, answer) else "unsolved"


def _numbers(*kinds: str) -> Callable[[Case, Answer], bool]:
    def judged(case: Case, answer: Answer) -> bool:
        values = [row["value"] for row in answer.numbers if row["kind"] in kinds and row["value"] is not None]
        expect = case.expect or {"values": []}
        wanted = expect["values"] if "values" in expect else [expect["value"]]
        return len(values) == len(wanted) and all(map(_same, values, wanted))

    return judged


def _amount(case: Case, answer: Answer) -> bool:
    """Judge a sum of money or a measure: by value, or by the ends that are said, and by unit."""
    claims = [row for row in answer.claims if row.get("unit") or row.get("currency")]
    if case.expect is None:
        return not claims
    return len(claims) == 1 and _amount_of(case.expect, claims[0])


def _amount_of(expect: Json, row: Mapping[str, Any]) -> bool:
    scale, unit = _measure(row.get("unit") or row.get("currency") or "")
    wanted_scale, wanted = _measure(expect["unit"])
    ends = [key for key in ("value", "low", "high") if key in expect]
    alike = all(row[key] is not None and _same(row[key] * scale, expect[key] * wanted_scale) for key in ends)
    return alike and unit in {wanted, *OPEN_UNITS.get(wanted, "").split()}


def _measure(unit: str) -> tuple[float, str]:
    """Return a unit as so many of the one it is compared in."""
    return UNIT_SIZES.get(unit.lower(), (1, unit.lower() if unit.lower() in OPEN_UNITS else unit))


UNIT_SIZES: dict[str, tuple[float, str]] = {
    "milligram": (0.001, "gram"), "mg": (0.001, "gram"), "g": (1, "gram"),
    "kilogram": (1000, "gram"), "kg": (1000, "gram"), "tonne": (1_000_000, "gram"), "t": (1_000_000, "gram"),
    "millimetre": (0.001, "metre"), "mm": (0.001, "metre"), "centimetre": (0.01, "metre"), "cm": (0.01, "metre"),
    "m": (1, "metre"), "kilometre": (1000, "metre"), "km": (1000, "metre"), "mi": (1, "mile"), "in": (1, "inch"),
    "ft": (1, "foot"), "yd": (1, "yard"), "millilitre": (0.001, "litre"), "ml": (0.001, "litre"), "l": (1, "litre"),
    "hectolitre": (100, "litre"), "hl": (100, "litre"), "gal": (1, "gallon"), "oz": (1, "ounce"),
    "°c": (1, "celsius"), "°f": (1, "fahrenheit"), "°": (1, "degree"), "degc": (1, "celsius"), "deg": (1, "degree"),
    "rial": (1, "riyal"),
}  # fmt: skip
"""Units as so many of a unit they are compared in: a suite may say 2 grams of what the text calls 0.002 kilograms."""


def _duration(case: Case, answer: Answer) -> bool:
    lengths = [seconds(row["value"]) for row in answer.times if row["type"] == "DURATION"]
    known = [length for length in lengths if length is not None]
    if case.expect is None:
        return not known
    return bool(known) and len(known) == len(lengths) and _same(sum(known), case.expect["seconds"])


def _time(case: Case, answer: Answer) -> bool:
    rows = [row for row in answer.times if row["type"] in ("DATE", "TIME")]
    if case.expect is None:
        return not rows
    assert case.reference is not None
    found = [stretch for row in rows for stretch in stretches(row, case.reference)]
    if not found or len(found) < len(rows):
        return False
    if case.expect.get("interval"):
        found = [hull(found)]
    return all(fits(case.expect, stretch, case.reference) for stretch in found)


def _same(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


_JUDGES: dict[str, Callable[[Case, Answer], bool]] = {
    "number": _numbers("cardinal", "fraction"),
    "ordinal": _numbers("ordinal"),
    "percent": _numbers("percent"),
    "money": _amount,
    "quantity": _amount,
    "duration": _duration,
    "time": _time,
}
KINDS = tuple(_JUDGES)
