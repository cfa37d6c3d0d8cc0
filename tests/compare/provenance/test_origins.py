"""Origins: every claim has exactly one, and the order of reports changes none."""

from said import Event

from variorum.compare.actors.case_actors import cast
from variorum.compare.provenance.copies import copies
from variorum.compare.provenance.origins import behind, families, origins
from variorum.compare.provenance.voices import Voices
from variorum.model import Claim, Document, Origin, SpeakerKind


def found_in(documents: list[Document], claims: list[Claim]) -> tuple[Origin, ...]:
    links = copies(documents, 0.6)
    voices = Voices(documents, claims, cast(documents, claims), families(documents, links))
    return origins(claims, voices, links)


def test_every_claim_has_one_origin():
    event = Event()
    for speaker in ("Ada Lund", "Ada Lund", "Bo Krag"):
        event.said(speaker, "13", 13, 13)
    found = found_in(event.documents, event.claims)
    claims = [claim for origin in found for claim in origin.claims]
    assert sorted(claims) == sorted(claim.id for claim in event.claims)
    assert [len(o.claims) for o in found if o.label == "Ada Lund"] == [2]


def test_somebody_unnamed_is_hearsay_of_the_report():
    event = Event()
    for speaker in ("drivers", "drivers", "residents"):
        event.said(speaker, "13", 13, 13, speaker_kind=SpeakerKind.GROUP)
    found = found_in(event.documents, event.claims)
    assert [origin.label for origin in found] == ["Outlet 1", "Outlet 2", "Outlet 3"]


def test_the_order_of_reports_and_claims_changes_no_origin():
    event = Event()
    for speaker in ("Ada Lund", "Bo Krag", "Ada Lund", "drivers"):
        event.said(speaker, "13", 13, 13)
    ahead = found_in(event.documents, event.claims)
    back = found_in(event.documents[::-1], event.claims[::-1])
    assert {(o.id, frozenset(o.claims)) for o in ahead} == {
        (o.id, frozenset(o.claims)) for o in back
    }


def test_origins_are_counted_behind_answers_only():
    event = Event()
    answer, _ = (event.said(speaker, "13", 13, 13) for speaker in ("Ada Lund", "Bo Krag"))
    found = found_in(event.documents, event.claims)
    assert [origin.label for origin in behind(found, frozenset({answer.id}))] == ["Ada Lund"]


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
    (found,) = found_in(event.documents, event.claims)
    assert len(found.evidence) == 5
