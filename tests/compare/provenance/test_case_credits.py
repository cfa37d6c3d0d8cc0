"""The agency that a document credits: in its dateline, under its headline or in its name."""

import pytest

from variorum.compare.provenance.case_credits import credit
from variorum.model import Document


def credited(text, publisher="The Courier"):
    found = credit(Document.from_text(text, publisher=publisher))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("VIK (Reuters) - It rained.", "Reuters"),
        ("It rained.\n\nSource: Northwire", "Northwire"),
        ("It rained, Reuters said.", None),
    ],
)
def test_a_credit_is_a_line_of_its_own_or_a_dateline(text, agency):
    assert credited(text) == agency


def test_a_document_does_not_credit_its_own_publisher():
    assert credited("VIK (Reuters) - It rained.", publisher="Reuters") is None


def test_a_dateline_stands_at_the_head():
    line = "VIK (Reuters) - It rained."
    assert credited("a" * 300 + "\n" + line) == "Reuters"
    assert credited("a" * 900 + "\n" + line) is None
