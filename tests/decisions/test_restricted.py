"""A restricted report is left out with its claims and with all that was decided of it."""

from decisions.weighed import COURIER, HERALD, case, claim_with, decide
from variorum.decisions.restricted import case_without, restricted


def test_a_report_is_restricted_until_that_is_undone():
    of = decide(case(), "restrict", "Herald.txt")
    assert restricted(of) == {HERALD.id}
    assert restricted(decide(of, "undo", of.decisions[0].id)) == frozenset()


def test_its_revisions_and_translations_are_restricted_too():
    later = COURIER.model_copy(update={"id": "later", "revision_of": COURIER.id})
    again = COURIER.model_copy(update={"id": "again", "translation_of": "later"})
    of = decide(case(), "restrict", COURIER.id)
    for documents in ((COURIER, HERALD, later, again), (again, later, HERALD, COURIER)):
        changed = case(*of.decisions, documents=(COURIER, HERALD))
        changed = changed.__class__(documents, changed.claims, decisions=changed.decisions)
        assert restricted(changed) == {COURIER.id, "later", "again"}


def test_without_it_nothing_of_it_is_left():
    of = decide(case(), "accept", claim_with("40 people", case()).id)
    of = decide(of, "reject", claim_with("55 people", of).id)
    of = decide(of, "undo", of.decisions[1].id)
    of = decide(of, "grade", "Herald", reliability="A")
    of = decide(of, "restrict", "Herald.txt")
    left = case_without(of, restricted(of))
    assert left.documents == (COURIER,)
    assert {claim.document for claim in left.claims} == {COURIER.id}
    assert [made.kind for made in left.decisions] == ["accept"]
    assert case_without(of, ()) is of
