"""Numbers that differ from a peer's case by a convention, and such as do not."""

import pytest

from analysis.scoring import suites
from analysis.scoring.judging import judge
from analysis.scoring.stretches import Case


@pytest.mark.parametrize(
    ("kind", "text", "expect", "outcome"),
    [
        pytest.param("ordinal", "التسعون", {"value": 90}, "by convention", id="definite tens"),
        pytest.param("ordinal", "(المئة والعشرون)", {"value": 120}, "by convention", id="with hundreds"),
        pytest.param("ordinal", "التسعون", {"value": 80}, "unsolved", id="another value"),
        pytest.param("ordinal", "تسعون", {"value": 90}, "unsolved", id="not definite"),
        pytest.param("ordinal", "المليون", {"values": [1_000_000]}, "by convention", id="in a list of one"),
        pytest.param("number", "المليون", None, "by convention", id="ranked elsewhere"),
        pytest.param("number", "١,٢٣٤", None, "by convention", id="a comma for thousands"),
        pytest.param("number", "+١", None, "by convention", id="a sign"),
        pytest.param("number", "ثلاثةعشر", None, "by convention", id="a space lost"),
        pytest.param("number", "١٬٢٣", None, "solved", id="a code has no value"),
        pytest.param("number", "ولست", None, "unsolved", id="another word"),
        pytest.param("number", "١١/١٠", {"value": 1.1}, "by convention", id="a slash"),
        pytest.param("number", "١٠/٤", {"value": 3}, "unsolved", id="a slash, another value"),
    ],
)
def test_a_number_and_its_case(kind, text, expect, outcome):
    case = Case("x-1", "x", kind, text, None, expect)
    assert judge(case, suites.answer(case)) == outcome
