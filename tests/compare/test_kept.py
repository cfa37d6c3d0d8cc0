"""A case that is compared again and again: the record is that of comparing it anew."""

from arrivals import A_FEW, arrivals
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare import compare
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.settings import Settings


@A_FEW
@given(data=st.data())
def test_the_record_is_the_same_in_whatever_order_reports_come_and_go(ferry_built, data):
    kept = Kept()
    for documents, claims in arrivals(data, ferry_built):
        again = compare(documents, claims, Settings(), kept=kept)
        assert again == compare(documents, claims, Settings())


def test_what_is_given_again_is_not_looked_for_again():
    kept, asked = Kept(), []

    def looked(told):
        return kept.found("key", lambda given: asked.append(given) or len(asked), told)

    kept.begin([], [])
    assert (looked("a"), looked("a")) == (1, 1)
    kept.begin([], [])
    assert (looked("a"), looked("b"), looked("b")) == (1, 2, 2)


def test_what_was_not_asked_for_the_last_time_is_forgotten():
    kept = Kept()
    kept.begin([], [])
    assert kept.found("key", lambda: 1) == 1
    kept.begin([], [])
    kept.begin([], [])
    assert kept.found("key", lambda: 2) == 2


def test_equal_records_are_the_very_same_as_before(ferry_built):
    kept = Kept()
    kept.begin(ferry_built.documents, ferry_built.claims)
    copies = [claim.model_copy() for claim in ferry_built.claims]
    _, claims = kept.begin(ferry_built.documents, copies)
    assert all(a is b for a, b in zip(claims, ferry_built.claims, strict=True))


def test_where_nothing_is_kept_all_is_looked_for_each_time():
    assert [NOTHING_KEPT.found("key", lambda n=n: n) for n in (1, 2)] == [1, 2]
