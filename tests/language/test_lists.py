"""Every list is read by something, says what it holds, and says nothing twice."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "analysis"
LISTS = sorted(path for folder in ("language", "knowledge") for path in (PACKAGE / folder).glob("*.tsv"))
CODE = "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))
RULES = [path.read_text("utf-8") for path in sorted((PACKAGE / "language").glob("*_rules.toml"))]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_read_by_code_or_by_a_rule(path):
    named = rf"""["']{path.stem}(\.tsv)?["']"""
    in_a_rule = rf"<{path.stem}[:>]|^list = {named}"
    assert re.search(named, CODE) or any(re.search(in_a_rule, text, re.MULTILINE) for text in RULES)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_says_nothing_twice(path):
    rows = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert sorted(set(rows)) == sorted(rows)


def test_a_slot_is_part_of_a_pattern():
    slots = {slot["name"] for text in RULES for slot in tomllib.loads(text).get("slot", ())}
    assert slots
    assert slots <= {name for text in RULES for name in re.findall(r"<([a-z_0-9]+)[:>]", text)}
