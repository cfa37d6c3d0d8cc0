"""The head of the page says what the record holds, and what it leaves out."""

import pytest

from variorum.case import Case
from variorum.compare import compare
from variorum.model import Document
from variorum.publish.views.report_view import report_view
from variorum.settings import Settings


def test_a_record_as_of_a_day_says_at_its_head_what_it_leaves_out():
    documents = [
        Document.from_text("Nine left.", publisher="Northwire", published="2020-01-01"),
        Document.from_text("Ten left.", publisher="Courier", published="2020-03-01"),
        Document.from_text("Some left.", publisher="Herald"),
    ]
    found = compare(documents, [], Settings(), as_of="2020-02-01")
    view = report_view(Case(documents=tuple(documents[:1]), comparison=found), "What was known")
    head = "".join(text for sentence in view.abstract for text, _ in sentence)
    assert "1 February 2020 or before is left out" in head
    assert any("Courier" in gap.why for gap in view.gaps)


@pytest.mark.parametrize(("claims", "packed"), [(2_000, False), (2_001, True)])
def test_the_reports_of_a_large_case_are_packed(case: Case, claims: int, packed: bool) -> None:
    one = case.claims[0]
    many = tuple(one.model_copy(update={"id": f"claim-{n}"}) for n in range(claims))
    assert report_view(Case(case.documents, many), "Large").packed is packed
