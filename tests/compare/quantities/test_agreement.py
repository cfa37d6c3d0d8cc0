"""Answers that agree are one position, whose core is the narrowest of them."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.quantities.agreement import agreeing, ends_meet

NUMBERS = st.integers(0, 30).map(float)
ENDS = st.one_of(
    NUMBERS.map(lambda n: (n, n)),
    NUMBERS.map(lambda n: (n, None)),
    NUMBERS.map(lambda n: (None, n)),
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: (min(ends), max(ends))),
)


def test_an_open_answer_is_with_the_only_number_that_it_fits():
    assert agreeing([(250, None), (300, 300), (200, 200)]) == [[2], [1, 0]]


def test_an_answer_that_fits_several_is_a_position_of_its_own():
    assert sorted(map(sorted, agreeing([(250, 250), (400, 400), (200, 999)]))) == [[0], [1], [2]]


def test_the_same_answer_is_the_same_position():
    assert agreeing([(4, 4), (4, 4)]) == [[0, 1]]


@given(st.lists(ENDS, max_size=8))
def test_every_answer_has_one_position_and_agrees_with_its_core(answers):
    found = agreeing(answers)
    assert sorted(n for position in found for n in position) == list(range(len(answers)))
    for core, *others in found:
        assert all(ends_meet(answers[core], answers[n]) for n in others)
