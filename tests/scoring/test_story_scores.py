"""What several articles say together, on two sentences that report one strike."""

from dataclasses import replace

import pytest

from analysis.scoring.gold import Article, Story
from analysis.scoring.story_scores import StoryScorer, measures

TEXT = "قتل 14 جنديا في غارة، وقال قائد الجيش إن القتلى 10 جنود، ودمرت مركبتان."
NUMBERS = ("14", "10", "مركبتان")
STORY = Story("strike", [], [], [], [], [], [], None, {}, ())
TABLES = ("claims", "quotes", "claim_groups", "quote_groups", "events", "event_mentions", "passages", "origins")
EMPTY = {name: [] for name in TABLES}


def span(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def article(name):
    claims = [span(number) | {"number": span(number)} for number in NUMBERS]
    return Article(name, f"{name}.txt", {"claims": claims, "quotes": []})


def claim_rows(name):
    return [
        {"article_id": name, "claim_id": f"{name}:{i}", "number_start": span(n)["start"], "number_end": span(n)["end"]}
        for i, n in enumerate(NUMBERS)
    ]


def scored(story, **tables):
    rows = EMPTY | {"articles": [{"article_id": name, "text": TEXT} for name in "ab"]}
    rows |= {"claims": claim_rows("a") + claim_rows("b")} | tables
    tally = StoryScorer(story, [article("a"), article("b")], rows).score()
    return {measure.key: measure.value for measure in measures(tally)}, tally


def group(name, verdict, *members, **more):
    return {"id": name, "verdict": verdict, "members": [{"article": a, "claim": i} for a, i in members]} | more


def grouped(name, verdict, *claims):
    return [{"group_id": name, "claim_id": claim, "verdict": verdict} for claim in claims]


def test_pairs_of_claims_not_groups_are_compared():
    story = replace(STORY, claim_groups=[group("toll", "conflicting", ("a", 0), ("a", 1), ("b", 0))])
    found, _ = scored(story, claim_groups=grouped("g", "conflicting", "a:0", "b:0"))
    assert (found["claim pairs P"], found["claim pairs R"]) == (1, 0.333)


def test_what_the_gold_keeps_apart_inside_a_group_counts_on_neither_side():
    apart = [{"a": 0, "b": 1, "verdict": "not_comparable"}]
    story = replace(STORY, claim_groups=[group("toll", "same", ("a", 0), ("b", 2), ("b", 0), pairs=apart)])
    found, _ = scored(story, claim_groups=grouped("g", "same", "a:0", "b:2", "b:0"))
    assert found["claim pairs F1"] == 1


def test_claims_that_cannot_be_compared_are_not_together():
    story = replace(STORY, claim_groups=[group("mixed", "not_comparable", ("a", 0), ("a", 2))])
    found, tally = scored(story, claim_groups=grouped("g", "same", "a:0", "a:2"))
    assert found["claim pairs P"] == 0
    assert [mistake.kind for mistake in tally.mistakes] == ["claim pair spurious"]


@pytest.mark.parametrize(("verdict", "right"), [("conflicting", 1), ("same", 0)])
def test_the_verdict_is_that_of_the_group_that_shares_most(verdict, right):
    story = replace(STORY, claim_groups=[group("toll", "conflicting", ("a", 0), ("a", 1), ("b", 0))])
    rows = grouped("part", "updated", "a:0") + grouped("whole", verdict, "a:0", "a:1", "b:0")
    assert scored(story, claim_groups=rows)[0]["verdicts"] == right


def mention(event, start, end):
    return {"event_id": event, "article_id": "a", "start": start, "end": end}


def test_evidence_is_given_to_the_mention_that_lies_closest_over_it():
    strike = {"id": "strike", "evidence": [{"article": "a"} | span("غارة"), {"article": "b"} | span("غارة")]}
    story = replace(STORY, events=[strike])
    at = span("غارة")
    wide, close = mention("whole-sentence", 0, len(TEXT)), mention("strike", at["start"] - 1, at["end"])
    there = mention("strike", at["start"], at["end"]) | {"article_id": "b"}
    found, _ = scored(story, event_mentions=[wide, close, there])
    assert (found["event evidence found"], found["event pairs F1"]) == (1, 1)
    found, _ = scored(story, event_mentions=[wide, there])
    assert found["event pairs R"] == 0


def passage(relation="verbatim"):
    sides = {side: {"article": side, "start": 0, "end": 20} for side in "ab"}
    return sides | {"relation": relation}


def shared(end):
    return {"a_article_id": "a", "a_start": 0, "a_end": end, "b_article_id": "b", "b_start": 0, "b_end": 20}


def test_shared_copy_is_counted_in_characters_on_both_sides():
    found, _ = scored(replace(STORY, shared_passages=[passage()]), passages=[shared(40)])
    assert (found["shared copy P"], found["shared copy R"]) == (round(40 / 60, 3), 1)


def test_a_rewrite_is_neither_asked_for_nor_punished():
    found, _ = scored(replace(STORY, shared_passages=[passage("rewrite")]), passages=[shared(20)])
    assert found["shared copy F1"] is None


def test_origins_are_compared_by_their_number():
    rows = [{"article_id": name, "origin_id": "afp"} for name in "ab"]
    assert scored(replace(STORY, independent_origins=2), origins=rows)[0]["origins off by"] == 1


def test_a_story_leaves_the_articles_of_others_alone():
    story = replace(STORY, articles=("a",), claim_groups=[group("toll", "same", ("a", 0), ("a", 1))])
    rows = grouped("g", "same", "a:0", "a:1", "b:0")
    assert scored(story, claim_groups=rows)[0]["claim pairs P"] == 1
