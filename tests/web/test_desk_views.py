"""What the overview shows of a state, and what is searched in it."""

from served import Served

from variorum.web.desk_views import named_of, overview_of, places_with


def test_the_overview_has_the_disputes_and_the_search_every_claim_and_name(served: Served):
    shown = served.desk.shown()
    told = overview_of(shown)
    assert [card.id for card in told["disputes"]] == [card.id for card in shown.board.cards]
    told = [n for n, c in enumerate(shown.index.case.claims) if "people" in c.text]
    assert places_with(shown, "PEOPLE") == told
    assert {actor.id for _, actor in named_of(shown)} == {actor.id for actor in shown.case.actors}
