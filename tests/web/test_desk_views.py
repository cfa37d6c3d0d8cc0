"""What the overview shows of a state, and what is searched in it."""

from served import Served

from variorum.web.desk_views import claims_with, named_of, overview_of


def test_the_overview_has_the_disputes_and_the_search_every_claim_and_name(served: Served):
    shown = served.desk.shown()
    told = overview_of(shown)
    assert [card.id for card in told["disputes"]] == [card.id for card in shown.board.cards]
    told = [c.id for c in shown.index.case.claims if "people" in c.text]
    assert [claim.id for claim in claims_with(shown, "PEOPLE")] == told
    assert {actor.id for _, actor in named_of(shown)} == {actor.id for actor in shown.case.actors}
