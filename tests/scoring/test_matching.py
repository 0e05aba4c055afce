from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.matching import by_majority, by_touch, overlap

spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def test_exactly_half_is_not_more_than_half():
    assert by_majority([[(0, 10)]], [(5, 10)]) == []


def test_both_spans_must_be_covered():
    assert by_majority([[(0, 4)]], [(0, 8)]) == []


def test_an_expression_may_be_right_with_and_without_since():
    since, alone = (0, 9), (5, 9)
    assert by_majority([[since, alone]], [alone]) == [(0, 0)]
    assert by_majority([[since, alone]], [since]) == [(0, 0)]


def test_the_longest_overlap_is_served_first():
    assert by_touch([(0, 4), (4, 12)], [(3, 12)]) == [(1, 0)]


def test_numbers_need_share_but_one_character():
    assert by_touch([(0, 4)], [(3, 20)]) == [(0, 0)]
    assert by_touch([(0, 4)], [(4, 20)]) == []


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_no_span_is_used_twice_and_every_pair_overlaps(gold, found):
    pairs = by_touch(gold, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(overlap(gold[i], found[j]) for i, j in pairs)


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_nothing_that_fits_is_left_over(gold, found):
    pairs = by_touch(gold, found)
    used, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    free = [(i, j) for i in range(len(gold)) for j in range(len(found)) if i not in used and j not in taken]
    assert not any(overlap(gold[i], found[j]) for i, j in free)
