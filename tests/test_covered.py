"""The page of what is read as a time says what the lists and rules say."""

from __future__ import annotations

from analysis import covered, lexicon
from analysis.marks import patterns


def test_the_page_is_that_of_the_lists_and_rules():
    assert covered.PAGE.read_text(encoding="utf-8") == covered.page(), "make pages"


def test_every_rule_and_every_word_stands_on_the_page():
    page = covered.page()
    assert all(f"### {rule.name[0].upper()}{rule.name[1:]}\n" in page for rule in patterns.load("time"))
    assert all(row["form"] in page for name in ("months", "weekdays", "feasts") for row in lexicon.rows(name))


def test_an_example_says_what_the_program_reads():
    line = next(line for line in covered.page().splitlines() if "أمس (الاثنين)</bdi>" in line)
    assert "| `2021-03-22` | 2021-03-22 | 2021-03-22 |" in line


def test_of_two_times_in_a_sentence_the_one_that_the_rule_finds_is_shown():
    line = next(line for line in covered.page().splitlines() if "ذلك الحين الآلاف" in line)
    assert line.startswith("| <bdi>منذ ذلك الحين</bdi> | `2014` | 2014-01-01 | 2021-03-23 | after |")
