"""Whether an agreement is genuine: both sides are shown, a short claim with the words around it."""

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.agreed.authenticity_view import authenticity_view


def test_both_sides_and_the_rest_are_shown(truce: Case) -> None:
    view = authenticity_view(Index(truce), truce.agreements[0])
    assert view.disputed
    assert view.affirmed
    assert view.denied
    told = [*view.affirmed, *view.denied, *view.others]
    assert len({(verdict, said.number) for verdict, said, *_ in told}) == len(told)


def test_only_a_short_claim_has_the_words_around_it(truce: Case) -> None:
    view = authenticity_view(Index(truce), truce.agreements[0])
    for _, said, before, after in (*view.affirmed, *view.denied, *view.others):
        numbers = Index(truce).claim_number
        claim = next(c for c in truce.claims if numbers[c.id] == said.number)
        if len(claim.text) >= 60:
            assert (before, after) == ("", "")


def test_an_agreement_of_which_nothing_is_said_has_no_sides(truce: Case) -> None:
    agreement = truce.agreements[0].model_copy(
        update={"authenticity": (), "affirmed": (), "denied": ()}
    )
    view = authenticity_view(Index(truce), agreement)
    assert (view.affirmed, view.denied, view.others) == ((), (), ())
