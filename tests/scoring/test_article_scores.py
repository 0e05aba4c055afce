"""Each rule of "How the marks are scored", on one sentence."""

import pytest

from analysis.scoring import article_scores
from analysis.scoring.publication_scores import publication

CLAIM = {
    "value": 40, "low": 40, "high": 40, "bound": "exact", "noun": "شخص", "category": "displaced",
    "claimant": {"id": "sami-haddad"}, "as_of": {"earliest": "2021-05-04", "latest": "2021-05-04"},
}  # fmt: skip
ROW = {
    "value": 40.0, "low": 40.0, "high": 40.0, "bound": "exact", "noun": "شخص", "category": "displaced",
    "claimant_id": "sami-haddad", "claimant_start": None, "claimant_end": None,
    "as_of_earliest": "2021-05-01", "as_of_latest": "2021-05-31", "text": "40 شخصا",
}  # fmt: skip


def parts(gold=None, row=None, where=None):
    return article_scores.claim_parts(CLAIM | (gold or {}), ROW | (row or {}), where or {})


def test_a_claim_all_right():
    assert set(parts().values()) == {True}


def test_as_of_need_only_overlap_the_truth():
    assert parts(row={"as_of_earliest": "2021-05-05"})["as_of"] is False
    assert parts(row={"as_of_latest": None})["as_of"] is False


def test_a_range_is_right_by_its_ends():
    between = {"value": None, "low": 10, "high": 15, "bound": "range"}
    assert parts(between, between)["value"]
    assert not parts(between, between | {"high": 16.0})["value"]


def test_another_noun_that_the_gold_allows():
    assert parts({"noun_also": ["نازح"]}, {"noun": "نازح"})["noun"]


def test_any_naming_of_the_claimant_in_the_article_counts():
    elsewhere = {"sami-haddad": [(4, 20)]}
    assert parts(row={"claimant_id": "al-wazir", "claimant_start": 4, "claimant_end": 10}, where=elsewhere)["claimant"]
    assert not parts(row={"claimant_id": "al-wazir", "claimant_start": 30, "claimant_end": 34}, where=elsewhere)[
        "claimant"
    ]


def test_narration_is_right_by_its_name_alone():
    voice = {"claimant": {"id": "narration", "start": None, "end": None}}
    assert parts(voice, {"claimant_id": "narration"})["claimant"]
    assert not parts(voice, {"claimant_id": "sami-haddad", "claimant_start": 4, "claimant_end": 9})["claimant"]


def test_a_second_claimant_that_the_gold_allows():
    also = {"claimant_alt": [{"id": "ministry", "start": 4, "end": 10}]}
    assert parts(also, {"claimant_id": "x", "claimant_start": 5, "claimant_end": 9})["claimant"]
    assert parts({"claimant_alt": "narration"}, {"claimant_id": "narration"})["claimant"]


@pytest.mark.parametrize("note", ["named day: Labour Day", "optional layer", "publication stamp (furniture)"])
def test_what_counts_on_neither_side(note, text, at):
    day = at("الثلاثاء")
    gold = {"times": [day | {"value": "2021-05-04", "note": note}]}
    tally = article_scores.times("a", gold, [day | {"value": "2021-05-04", "text": "الثلاثاء"}], text)
    assert not tally.counts["t_gold"]
    assert not tally.counts["t_found"]


def test_value_and_interval_of_a_time_are_judged_apart(text, at):
    day = at("يوم الثلاثاء")
    gold = {"times": [day | {"value": "2021-05-04", "earliest": "2021-05-04", "latest": "2021-05-04"}]}
    row = day | {"value": "2021-05-04", "earliest": "2021-05-11", "latest": "2021-05-11", "text": "يوم الثلاثاء"}
    tally = article_scores.times("a", gold, [row], text)
    assert (tally.counts["t_match"], tally.counts["t_value"], tally.counts["t_interval"]) == (1, 1, 0)
    (mistake,) = tally.mistakes
    assert (mistake.kind, mistake.wanted, mistake.found) == (
        "time interval", "2021-05-04..2021-05-04", "2021-05-11..2021-05-11",
    )  # fmt: skip


def claim_row(at, **more):
    number = at("40")
    return ROW | at("40 شخصا") | {"number_start": number["start"], "number_end": number["end"]} | more


def test_a_number_that_claims_nothing_is_a_false_positive(text, at):
    gold = {"claims": [], "non_claims": [at("40") | {"why": "name"}]}
    tally = article_scores.claims("a", gold, [claim_row(at)], text)
    assert (tally.counts["c_gold"], tally.counts["c_found"]) == (0, 1)
    assert [mistake.kind for mistake in tally.mistakes] == ["claim spurious"]


@pytest.mark.parametrize(
    ("gold", "more"),
    [
        pytest.param({}, {"bound": "vague"}, id="a vague row"),
        pytest.param({"vague_quantities": ["40 شخصا"]}, {}, id="over what the gold calls vague"),
        pytest.param({"non_claims": ["40"]}, {}, id="over an optional number"),
    ],
)
def test_a_vague_row_counts_on_neither_side(gold, more, text, at):
    gold = {key: [at(words) | {"optional": key == "non_claims"} for words in found] for key, found in gold.items()}
    tally = article_scores.claims("a", gold, [claim_row(at, **more)], text)
    assert tally.counts["c_found"] == 0
    assert tally.mistakes == []


def test_full_is_value_bound_and_noun_together(text, at):
    gold = {"claims": [CLAIM | at("40 شخصا") | {"number": at("40")}]}
    right = article_scores.claims("a", gold, [claim_row(at)], text)
    wrong = article_scores.claims("a", gold, [claim_row(at, noun="نازح")], text)
    assert (right.counts["c_full"], wrong.counts["c_full"], wrong.counts["c_value"]) == (1, 0, 1)


def test_direct_and_indirect_speech_do_not_answer_each_other(text, at):
    said = at("سنعود غدا")
    gold = {"quotes": [said | {"kind": "direct", "speaker": {"id": "sami-haddad"}}]}
    row = said | {"kind": "indirect", "speaker_id": "sami-haddad", "text": "سنعود غدا"}
    tally = article_scores.quotes("a", gold, [row], text)
    assert (tally.counts["qd_gold"], tally.counts["qd_match"], tally.counts["qi_found"]) == (1, 0, 1)


def test_the_speaker_is_right_by_any_place_that_names_him(text, at):
    said, name = at("سنعود غدا"), at("سامي حداد")
    gold = {
        "quotes": [said | {"kind": "direct", "speaker": {"id": "sami-haddad", "start": None, "end": None}}],
        "mentions": [name | {"entity": "sami-haddad", "type": "PER"}],
    }
    row = said | {"kind": "direct", "speaker_id": "haddad", "text": "سنعود غدا"}
    named = row | {"speaker_start": name["start"], "speaker_end": name["end"]}
    assert article_scores.quotes("a", gold, [named], text).counts["qd_speaker"] == 1
    assert article_scores.quotes("a", gold, [row], text).counts["qd_speaker"] == 0


def test_a_name_is_right_by_exact_span_and_type(text, at):
    name, office = at("سامي حداد"), at("الوزير")
    gold = {
        "mentions": [
            name | {"entity": "sami-haddad", "type": "PER", "level": "name"},
            office | {"entity": "sami-haddad", "type": "PER", "level": "nominal"},
        ]
    }

    def match(*rows):
        counts = article_scores.mentions("a", gold, [row | {"text": ""} for row in rows], text).counts
        return counts["m_gold"], counts["m_found"], counts["m_match"]

    assert match(name | {"type": "PER"}, office | {"type": "PER"}) == (1, 1, 1)
    assert match(name | {"type": "ORG"}) == (1, 1, 0)
    assert match({"start": name["start"] - 7, "end": name["end"], "type": "PER"}) == (1, 1, 0)


def test_an_article_without_annotated_names_asks_for_none(text, at):
    assert not article_scores.mentions("a", {"mentions": []}, [at("الوزير") | {"type": "PER", "text": ""}], text).counts


def test_every_number_has_a_role(text, at):
    gold = {"claims": [CLAIM | at("40 شخصا") | {"number": at("40")}], "non_claims": []}
    found = article_scores.numbers("a", gold, [at("40") | {"role": "name"}], text)
    assert (found.counts["n_gold"], found.counts["n_match"], found.counts["n_role"]) == (1, 1, 0)


TRUTH = {
    "earliest": "2021-05-04", "latest": "2021-05-05",
    "text_only": {"earliest": "2021-05-01", "latest": "2021-05-31"},
    "traps": [{"start": 38, "end": 46, "text": "الثلاثاء", "date": "2021-08-20"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("earliest", "latest", "hit", "narrow", "trapped"),
    [
        pytest.param("2021-05-04", "2021-05-04", 1, 1, 0, id="one day, inside"),
        pytest.param("2021-05-01", "2021-05-31", 1, 1, 0, id="as wide as the page alone allows"),
        pytest.param("2021-01-01", "2021-12-31", 1, 0, 0, id="wider than the page alone allows"),
        pytest.param("2021-08-20", "2021-08-20", 0, 1, 1, id="the day of the crawl taken for it"),
        pytest.param("2021-08-20", "2021-08-21", 0, 1, 0, id="a trap is taken only as an exact day"),
    ],
)
def test_publication(earliest, latest, hit, narrow, trapped):
    row = {"published_earliest": earliest, "published_latest": latest}
    counts = publication("a", {"article": {"published": TRUTH}}, row).counts
    assert (counts["pub_hit"], counts["pub_narrow"], counts["trap_taken"]) == (hit, narrow, trapped)


def test_an_open_publication_is_not_inside():
    row = {"published_earliest": "2021-05-04", "published_latest": None}
    counts = publication("a", {"article": {"published": TRUTH}}, row).counts
    assert (counts["pub"], counts["pub_hit"], counts["pub_bounded"]) == (1, 0, 0)


def test_a_trap_without_a_day_of_its_own_has_that_of_its_time_expression():
    trap = {"start": 38, "end": 46, "text": "الثلاثاء"}
    told = {"start": 34, "end": 46, "earliest": "2021-08-20", "latest": "2021-08-20"}
    gold = {"article": {"published": TRUTH | {"traps": [trap]}}, "times": [told]}
    row = {"published_earliest": "2021-08-20", "published_latest": "2021-08-20"}
    assert publication("a", gold, row).counts["trap_taken"] == 1


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ({"outlet": "صحيفة النهار", "outlet_id": None}, 1),
        ({"outlet": None, "outlet_id": "an-nahar"}, 1),
        ({"outlet": None, "outlet_id": None}, 0),
    ],
)
def test_the_outlet_is_right_by_either_name(row, right):
    outlet = {"basis": "stated", "name_ar": "النهار", "name_en": "An Nahar"}
    assert publication("a", {"article": {"outlet": outlet}}, row).counts["outlet_ok"] == right


def test_offsets_are_the_characters_they_say(text, at):
    good, bad = at("سامي") | {"text": "سامي"}, at("سامي") | {"text": "حداد"}
    tally = article_scores.offsets([row | {"article_id": "a"} for row in (good, bad)], {"a": text})
    assert (tally.counts["offsets"], tally.counts["offsets_ok"]) == (2, 1)
