"""Which claims count the same thing, and how figures stand to each other."""

import pandas as pd
import pytest

from analysis.charts import counted
from analysis.tables import CLAIM_GROUPS, CLAIMS, ENTITIES

ENTITIES_KNOWN = ENTITIES.frame(
    [
        {"entity_id": "salem", "type": "PER", "name_ar": "سالم الحاج", "variants": []},
        {"entity_id": "red-crescent", "type": "ORG", "name_ar": "الهلال الأحمر", "variants": []},
    ]
)


def claim(name, value, *, bound="exact", claimant="narration", article="a", as_of="2023-02-06", low=None, high=None):
    return {
        "article_id": article,
        "sentence_id": f"{article}:s0-40",
        "start": 0,
        "end": 10,
        "text": "مقتل 12 شخصا",
        "claim_id": name,
        "number_start": 5,
        "number_end": 7,
        "value": value,
        "low": low,
        "high": high,
        "bound": bound,
        "noun": "شخص",
        "category": "killed",
        "claimant_id": claimant,
        "chain": [claimant],
        "as_of_earliest": as_of,
        "as_of_latest": as_of,
    }


def group(name, verdict, *claims):
    shared = {"group_id": name, "about": "قتلى الزلزال", "verdict": verdict, "why_ar": "سبب", "why_en": "why"}
    return [shared | {"claim_id": claim, "n_outlets": 1} for claim in claims]


def things(claims, *groups):
    read = counted.read(CLAIMS.frame(claims), ENTITIES_KNOWN)
    return counted.things(read, CLAIM_GROUPS.frame([row for rows in groups for row in rows]), {})


def test_groups_that_share_a_claim_count_one_thing_and_the_widest_speaks_for_it():
    claims = [claim("c1", 12), claim("c2", 12, article="b"), claim("c3", 40, as_of="2023-02-08"), claim("c4", 7)]
    found = things(claims, group("same", "same", "c1", "c2"), group("all", "updated", "c1", "c2", "c3"))
    assert [(one.verdict, [c.claim_id for c in one.claims]) for one in found] == [
        ("updated", ["c1", "c2", "c3"]),
        ("", ["c4"]),
    ]


def test_claims_that_cannot_be_compared_are_two_things():
    assert len(things([claim("c1", 12), claim("c2", 30)], group("no", "not_comparable", "c1", "c2"))) == 2


def test_one_figure_at_one_time_is_one_cluster_whoever_says_it():
    claims = [claim("c1", 12, claimant="salem"), claim("c2", 12), claim("c3", 12, bound="at_least", low=12)]
    (found,) = things(claims, group("same", "same", "c1", "c2", "c3"))
    assert [[c.claim_id for c in cluster.claims] for cluster in found.clusters] == [["c1", "c2"], ["c3"]]


def test_the_verdict_on_two_figures_is_that_of_the_smallest_group_with_both():
    claims = [claim("c1", 12), claim("c2", 14), claim("c3", 40, as_of="2023-02-08")]
    groups = CLAIM_GROUPS.frame([*group("all", "updated", "c1", "c2", "c3"), *group("two", "conflicting", "c1", "c2")])
    one, two, three = counted.read(CLAIMS.frame(claims), ENTITIES_KNOWN)
    verdicts = counted.Verdicts(groups)
    assert (verdicts.of(one, two), verdicts.of(one, three)) == ("conflicting", "updated")


@pytest.mark.parametrize(
    ("claimant", "shape"),
    [("salem", "triangle"), ("red-crescent", "circle"), ("medical-sources", "circle"), ("narration", "square")],
)
def test_the_shape_says_who_asserts_the_number(claimant, shape):
    (read,) = counted.read(CLAIMS.frame([claim("c1", 12, claimant=claimant)]), ENTITIES_KNOWN)
    assert read.shape == shape


def test_a_vague_quantity_gives_no_figure():
    assert counted.read(CLAIMS.frame([claim("c1", None, bound="vague", low=20)]), ENTITIES_KNOWN) == []


def test_a_range_is_drawn_between_its_ends_and_has_no_value():
    (read,) = counted.read(CLAIMS.frame([claim("c1", None, bound="range", low=10, high=15)]), ENTITIES_KNOWN)
    assert (read.value, read.ends) == (None, (10, 15))


def test_things_whose_figures_move_or_disagree_come_first():
    claims = [claim(f"c{at}", at + 1, article="ab"[at % 2]) for at in range(6)]
    groups = (group("a", "same", "c0", "c1"), group("b", "conflicting", "c2", "c3"), group("c", "updated", "c4", "c5"))
    assert [one.verdict for one in things(claims, *groups)] == ["updated", "conflicting", "same"]


def test_no_group_at_all_leaves_each_claim_alone():
    read = counted.read(CLAIMS.frame([claim("c1", 12), claim("c2", 12)]), ENTITIES_KNOWN)
    assert [one.verdict for one in counted.things(read, pd.DataFrame(CLAIM_GROUPS.frame([])), {})] == ["", ""]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (claim("a", 10, bound="at_least"), claim("b", 14), True),
        (claim("a", 14, bound="at_least"), claim("b", 10), False),
        (claim("a", 7, bound="more_than"), claim("b", 7), False),
        (claim("a", 20, bound="at_most"), claim("b", 20), True),
        (claim("a", 4), claim("b", 5), False),
    ],
)
def test_an_open_bound_admits_what_lies_on_its_open_side(one, other, both):
    first, second = counted.read(CLAIMS.frame([one, other]), ENTITIES_KNOWN)
    assert first.admits(second) is second.admits(first) is both


def test_a_conflict_of_many_sets_no_two_against_each_other_that_can_both_hold():
    rows = [claim("a", 10, bound="at_least"), claim("b", 14), claim("c", 7)]
    frame = CLAIM_GROUPS.frame(group("g", "conflicting", "a", "b", "c"))
    verdicts = counted.Verdicts(frame)
    least, more, fewer = (counted.Cluster((one,)) for one in counted.read(CLAIMS.frame(rows), ENTITIES_KNOWN))
    assert verdicts.between(least, more) == ""
    assert verdicts.between(more, fewer) == "conflicting"
