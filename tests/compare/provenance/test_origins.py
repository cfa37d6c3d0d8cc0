"""Origins: every claim has exactly one, and every document at least one."""

from said import Event

from variorum.compare.actors.case_actors import cast
from variorum.compare.provenance.copies import copies
from variorum.compare.provenance.origins import families, origins
from variorum.model import Document, SpeakerKind


def test_every_claim_has_one_origin_and_every_document_at_least_one():
    event = Event()
    for speaker in ("Ada Lund", "Ada Lund", "Bo Krag"):
        event.said(speaker, "13", 13, 13)
    silent = Document.from_text("It rained.", publisher="Silent")
    documents = [*event.documents, silent]
    found = origins(documents, event.claims, cast(documents, event.claims), [])
    claims = [claim for origin in found for claim in origin.claims]
    assert sorted(claims) == sorted(claim.id for claim in event.claims)
    assert {d for origin in found for d in origin.documents} == {d.id for d in documents}
    assert [len(o.claims) for o in found if o.label == "Ada Lund"] == [2]


def test_somebody_unnamed_is_one_voice_in_one_report_only():
    event = Event()
    for _ in range(2):
        event.said("drivers", "13", 13, 13, speaker_kind=SpeakerKind.GROUP)
    found = origins(event.documents, event.claims, cast(event.documents, event.claims), [])
    assert len([origin for origin in found if origin.label == "drivers"]) == 2


def test_a_family_goes_back_to_the_first():
    words = "The quick convoy of forty trucks left the port at dawn and went north. " * 4
    first, second = (
        Document.from_text(words, publisher=name, published=day)
        for name, day in (("Wire", "2020-01-02"), ("Mirror", "2020-01-03"))
    )
    second = second.model_copy(update={"id": "second"})
    links = copies([first, second], 0.6)
    assert families([first, second], links)["second"] == first.id


def test_five_pieces_of_evidence_are_kept():
    event = Event()
    for number in range(7):
        claim = event.said("Ada Lund", str(number + 3), number + 3, number + 3)
        named = claim.speaker.model_copy(update={"span": claim.content[0]})
        event.claims[-1] = claim.model_copy(update={"speaker": named})
    (found,) = origins(event.documents, event.claims, cast(event.documents, event.claims), [])
    assert len(found.evidence) == 5
