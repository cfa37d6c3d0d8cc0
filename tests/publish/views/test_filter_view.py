"""What the page is filtered by: each claim with its report, speaker, origin, positions and days."""

from __future__ import annotations

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.board_view import board_view
from variorum.publish.views.filter_view import filter_view


def test_every_claim_has_its_report_speaker_positions_and_days(disputed: Case) -> None:
    index = Index(disputed)
    cards = board_view(index).cards
    told = filter_view(index, cards)
    assert len(told["claims"]) == len(index.whole_claims)
    for claim, (report, speaker, origin, positions, days) in zip(
        index.whole_claims, told["claims"], strict=True
    ):
        document = disputed.document_by_id[claim.document]
        assert told["documents"][report]["name"] == document.name
        assert told["speakers"][speaker] == claim.speaker.name
        badge = index.badge_of(claim)
        assert told["origins"][origin] == (badge.anchor if badge else "")
        taken = {told["positions"][n]["id"] for n in positions}
        assert taken == {
            p.id
            for d in disputed.disputes
            for p in d.positions
            for a in p.answers
            if a.claim == claim.id
        }
        assert (document.published in [told["days"][n] for n in days]) is (
            len(document.published or "") == len("2019-03-04")
        )


def test_addresses_that_would_run_are_left_out(disputed: Case) -> None:
    told = filter_view(Index(disputed), ())
    assert all(row["url"].startswith("https://") for row in told["documents"] if row["url"])
    assert told["positions"] == []
