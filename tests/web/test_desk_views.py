"""What the overview shows of a state, and what is searched in it."""

from served import Served

from variorum.web.desk_views import folded_of, named_of, overview_of


def test_the_overview_has_the_disputes_and_the_search_every_claim_and_name(served: Served):
    shown = served.desk.shown()
    told = overview_of(shown)
    assert [card.id for card in told["disputes"]] == [card.id for card in shown.board.cards]
    assert [claim.id for _, claim in folded_of(shown)] == [c.id for c in shown.index.case.claims]
    assert {actor.id for _, actor in named_of(shown)} == {actor.id for actor in shown.case.actors}
