from __future__ import annotations

from variorum.case import Case
from variorum.model import SpeakerKind
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import origin_label


def test_a_report_has_the_badge_of_its_own_voice(case: Case) -> None:
    index = Index(case)
    for document in case.documents:
        badge = index.document_badge(document)
        assert badge is not None
        for claim in index.claims_of.get(document.id, []):
            if claim.speaker.kind is SpeakerKind.DOCUMENT:
                assert index.badge_of(claim) == badge


def test_a_part_has_the_number_of_its_whole_and_no_note_of_its_own(case: Case) -> None:
    index = Index(case)
    parts = [claim for claim in case.claims if claim.part_of]
    assert parts
    for part in parts:
        assert index.claim_number[part.id] == index.claim_number[part.part_of or ""]
        assert part not in index.claims_of[part.document]
    assert len(index.whole_claims) == len(case.claims) - len(parts)


def test_copies_share_a_badge_and_others_do_not(case: Case) -> None:
    index = Index(case)
    sigla = {d.path: index.document_badge(d) for d in case.documents}
    assert sigla["wire.txt"] == sigla["evening.txt"]
    assert len({badge.siglum for badge in sigla.values() if badge}) == len(case.origins)


def test_origins_behind_most_contradictions_come_first(case: Case) -> None:
    index = Index(case)
    assert [index.badge[o.id].label for o in index.origins[:2]] == [
        "Seafarers' Union",
        "Harbour Courier",
    ]


def test_an_origin_nobody_describes_is_an_unnamed_source() -> None:
    assert origin_label("unnamed") == "an unnamed source"
    assert origin_label("Littoral Press") == "Littoral Press"
