"""The dispute board: every dispute, position and answer of the record, once."""

from __future__ import annotations

from dataclasses import replace

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.board_view import (
    LONGEST_LEAD,
    MOST_CARDS,
    MOST_QUOTED,
    board_view,
)


def test_positions_of_numbers_go_up_and_have_letters(disputed: Case) -> None:
    aboard, drinking = board_view(Index(disputed)).cards
    assert [(p.letter, p.low) for p in aboard.positions] == [
        ("a", 186),
        ("b", 240),
        ("c", 250),
        ("d", 500),
    ]
    assert (aboard.numeric, drinking.numeric) == (True, False)
    assert [position.label for position in drinking.positions] == ["no", "yes"]


def test_every_answer_has_its_quotation_and_the_first_leads(disputed: Case) -> None:
    for view, dispute in zip(board_view(Index(disputed)).cards, disputed.disputes, strict=True):
        shown = {said.id for position in view.positions for said in position.quotations}
        assert shown == {a.claim for position in dispute.positions for a in position.answers}
        for position in view.positions:
            told = next(p for p in dispute.positions if p.id == position.id)
            assert (position.first.id if position.first else None) == told.first


def test_contradictions_stand_in_their_dispute_or_beside_all(disputed: Case) -> None:
    board = board_view(Index(disputed))
    held = [proof.number for card in board.cards for proof in card.proofs]
    others = [proof.number for proof in board.others]
    assert sorted((*held, *others)) == list(range(1, len(disputed.contradictions) + 1))


def test_no_more_than_twelve_cards_stand_open_and_none_is_lost(disputed: Case) -> None:
    dispute = disputed.disputes[0]
    many = tuple(dispute.model_copy(update={"id": f"d{n}", "rank": 20 - n}) for n in range(15))
    board = board_view(
        Index(replace(disputed, comparison=replace(disputed.comparison, disputes=many)))
    )
    assert (len(board.cards), len(board.folded)) == (MOST_CARDS, 3)
    assert MOST_CARDS == 12
    assert [card.number for card in board.cards] == list(range(6, 18))


def test_twelve_positions_of_a_card_are_quoted_and_the_others_are_there(disputed: Case) -> None:
    dispute = disputed.disputes[0]
    position = dispute.positions[0]
    many = tuple(position.model_copy(update={"id": f"p{n}"}) for n in range(15))
    one = (dispute.model_copy(update={"positions": many}),)
    (card,) = board_view(
        Index(replace(disputed, comparison=replace(disputed.comparison, disputes=one)))
    ).cards
    assert [bool(p.lead) for p in card.positions] == [True] * MOST_QUOTED + [False] * 3
    assert MOST_QUOTED == 12
    assert all(p.quotations for p in card.positions)


def test_the_quotation_before_a_card_is_opened_is_short_and_has_the_number(disputed: Case) -> None:
    for card in board_view(Index(disputed)).cards:
        for position in card.positions:
            words = "".join(run.text for run in position.lead)
            assert len(words) <= LONGEST_LEAD + 60
            assert not position.lead or any(run.marked for run in position.lead)


def test_what_is_derived_has_its_steps_without_the_verdict(disputed: Case) -> None:
    steps = [position.derived for position in board_view(Index(disputed)).cards[0].positions]
    assert [step for some in steps for step in some] == [
        "12 rafts × 20 to 25 people in each = 240 to 300 people"
    ]


def test_an_answer_in_words_in_another_language_says_what_was_read(disputed: Case) -> None:
    french = tuple(d.model_copy(update={"language": "fr"}) for d in disputed.documents)
    for case, gloss in ((disputed, ""), (replace(disputed, documents=french), "no")):
        drinking = board_view(Index(case)).cards[1]
        assert drinking.positions[0].quotations[0].gloss == gloss


def test_a_proof_does_not_say_the_question_again_and_yes_stands_against_no(disputed: Case) -> None:
    for card in board_view(Index(disputed)).cards:
        for proof in card.proofs:
            assert not proof.because.startswith(card.label)
            assert (proof.rule == "some against none") <= card.numeric


def test_a_few_words_lead_in_their_whole_sentence(disputed: Case) -> None:
    documents = {document.id: document.text for document in disputed.documents}
    for card in board_view(Index(disputed)).cards:
        for position in card.positions:
            said = position.first
            words = "".join(run.text for run in position.lead)
            if said and len(said.text) < 60:
                assert len(words) > len(said.text)
                assert any(words.strip("…") in text for text in documents.values())


def test_what_may_have_been_more_is_drawn_to_where_its_words_end(disputed: Case) -> None:
    dispute = disputed.disputes[0]
    told = next(p for p in dispute.positions if p.answers and p.high is not None)
    opened = tuple(a.model_copy(update={"high": None}) for a in told.answers)
    more = told.model_copy(update={"high": None, "answers": opened})
    one = (dispute.model_copy(update={"positions": (more, *dispute.positions[1:])}),)
    (card,) = board_view(
        Index(replace(disputed, comparison=replace(disputed.comparison, disputes=one)))
    ).cards
    (view,) = (p for p in card.positions if p.id == told.id)
    assert view.more
    assert view.high is None
    assert {high for _, high, _ in view.given} == {a.high for a in told.answers}
