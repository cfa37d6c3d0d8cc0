"""Promises outside agreements: one that is told again is one, and others' words make none."""

from said import Event

from variorum import taxonomy
from variorum.compare.actors.case_actors import cast
from variorum.compare.compliance.act_matching import Acts
from variorum.compare.compliance.actions import told
from variorum.compare.compliance.commitments import commitments
from variorum.compare.quantities.answers import replies
from variorum.model import ComplianceStatus, Stance


def found(event):
    known = taxonomy.load()
    documents = {document.id: document for document in event.documents}
    people = cast(event.documents, event.claims)
    given = replies(event.claims, known)
    acts = Acts(told(event.claims, documents))
    return commitments(event.claims, acts, documents, given, people, known)


def test_a_number_that_is_more_than_promised_breaks_the_promise():
    event = Event()
    event.said("Ada Lund", "13", 13, 13, stance=Stance.PROMISES, event="left")
    event.said("Bo Krag", "17", 17, 17, event="left")
    (made,) = found(event)
    assert (made.holder, made.status) == ("Ada Lund", ComplianceStatus.BREACHED)


def test_what_is_asserted_is_no_commitment():
    event = Event()
    event.said("Bo Krag", "7", 7, 7, event="left")
    assert found(event) == ()
