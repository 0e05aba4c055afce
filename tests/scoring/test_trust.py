"""What the notebook on trust shows, on the gold read without a mistake and with some."""

from pathlib import Path

import pytest

from analysis.scoring import gold, trust

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def frames():
    return gold.tables(PROJECT / "tests/gold", PROJECT / "seeds")


@pytest.fixture(scope="module")
def measured(frames):
    return trust.measure(frames)


@pytest.fixture(scope="module")
def worse(frames):
    """The same with no shared copy read, and one time that says something else."""
    times = frames["times"].copy()
    times.loc[2, "value"] = "2021-03-24"
    return trust.measure(frames | {"times": times, "passages": frames["passages"].head(0)})


def test_a_perfect_score_of_ten_may_still_be_seven_of_ten(measured):
    assert trust.found(measured).loc["claims", "R, 95 %"] == "0.72 to 1.00"


def test_what_is_not_read_has_dashes_not_zeros(worse):
    assert set(trust.found(worse).loc["shared copy", ["P", "R", "F1"]]) == {"–"}


def test_a_layer_nobody_annotated_is_not_shown(measured):
    assert "origins" not in trust.found(measured).index


def test_a_mistake_is_marked_in_its_sentence(worse):
    shown = trust.evidence(worse, "time value")
    assert shown.mistakes == 1
    assert "<mark>الثلاثاء 23 مارس/آذار 2021</mark>" in shown.html
    assert "annotated 2021-03-23, found 2021-03-24" in shown.html


def test_more_mistakes_than_asked_for_are_counted(frames):
    nameless = trust.measure(frames | {"mentions": frames["mentions"].head(0)})
    shown = trust.evidence(nameless, "mention missed", most=2)
    assert shown.html.count("<mark>") == 2
    assert "and 293 more" in shown.html


def test_no_mistake_is_said(measured):
    assert "No mistake" in trust.evidence(measured, "time").html


def test_tables_of_another_story_are_refused(frames):
    with pytest.raises(ValueError, match="none of these articles is annotated"):
        trust.measure({name: frame.head(0) for name, frame in frames.items()})


def test_the_five_stand_beside_what_was_recorded(measured):
    beside = trust.elsewhere(measured, "twelve further articles")
    assert beside.loc["times F1", "five"] == "1"
    assert beside.loc["claims F1", "of them"] == 84
    assert "mentions F1" not in beside.index  # the twelve have no names annotated


def test_only_shares_with_a_range_are_drawn(measured):
    drawn = trust.drawn(measured, "twelve further articles")
    assert (drawn["low"] <= drawn["share"]).all()
    assert (drawn["share"] <= drawn["high"]).all()
    assert set(drawn["set_en"]) == {"the five articles", "twelve of other stories"}
