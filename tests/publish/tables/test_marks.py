from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.tables.marks import marks


def test_a_claim_comes_before_its_parts_and_every_mark_is_in_the_document(case: Case) -> None:
    index = Index(case)
    for document in case.documents:
        seen: set[str] = set()
        for mark in marks(index, document.id):
            assert mark.layer == "Claim" or mark.claim in seen
            seen |= {mark.claim}
            for span in mark.spans:
                assert document.text[span.start : span.end] == span.exact
    layers = {mark.layer for d in case.documents for mark in marks(index, d.id)}
    assert {"Claim", "Speaker", "Measure", "When"} <= layers
