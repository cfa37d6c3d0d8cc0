"""A question with many answers is one dispute with few positions and few proofs."""

from said import Event

from variorum.compare.quantities import borne_out
from variorum.compare.quantities.positions import ranked


def test_thirty_answers_in_three_camps_are_three_positions_and_three_proofs(monkeypatch):
    monkeypatch.setattr(borne_out, "FEWEST", 99)  # everything is held against everything
    event = Event()
    for n, number in enumerate((20, 20, 50, 50, 90, 90) * 5):
        event.said(f"Speaker {n}", str(number), number, number, event="left")
    found = event.compared()
    (dispute,) = found.disputes
    assert [position.label for position in dispute.positions] == ["20", "50", "90"]
    assert [len(position.answers) for position in dispute.positions] == [10, 10, 10]
    assert len(dispute.proofs) == len(found.contradictions) == 3
    assert dispute.rank == 1


def test_each_proof_names_the_positions_that_it_sets_against_each_other():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    event.said("Bo Krag", "31", 31, 31)
    found = event.compared()
    (dispute,), (proof,) = found.disputes, found.contradictions
    assert set(proof.positions) == {position.id for position in dispute.positions}
    assert dispute.questions == proof.questions


def test_answers_that_agree_are_no_dispute():
    event = Event()
    event.said("Ada Lund", "at least 12", 12, None)
    event.said("Bo Krag", "13", 13, 13)
    found = event.compared()
    assert (found.disputes, found.contradictions) == ((), ())


def test_counts_whose_days_nobody_knows_are_not_set_against_each_other():
    event = Event()
    event.said("Ada Lund", "13", 13, 13, published=None)
    event.said("Bo Krag", "31", 31, 31, published="2020-01-02")
    assert event.compared().disputes == ()


def test_a_month_may_be_of_any_of_its_days():
    event = Event()
    event.said("Ada Lund", "31", 31, 31, published="2020-01")
    event.said("Bo Krag", "13", 13, 13, published="2020-01-02")
    assert event.compared().disputes == ()
    event.said("Cy Dahl", "13", 13, 13, published="2020-02-02")
    (dispute,) = event.compared().disputes
    assert {position.label for position in dispute.positions} == {"13", "31"}


def test_those_who_are_missing_may_become_fewer():
    event = Event()
    event.said("Ada Lund", "31", 31, 31, event="missing", published="2020-01-02")
    event.said("Bo Krag", "13", 13, 13, event="missing", published="2020-01-05")
    assert event.compared().disputes == ()


def test_what_is_told_in_words_is_labelled_by_them():
    event = Event()
    event.said("Ada Lund", "dozens", 24, 99, approximate=True)
    event.said("Bo Krag", "500", 500, 500)
    (dispute,) = event.compared().disputes
    assert {position.label for position in dispute.positions} == {"“dozens”", "500"}


def test_nothing_disputed_has_no_rank():
    assert ranked([], []) == ()


def test_the_position_on_a_tied_question_is_shown_with_what_it_counts():
    event = Event()
    event.said("Ada Lund", "150", 150, 150)
    event.said("Bo Krag", "500", 500, 500, kind="people.civilians")
    (dispute,) = event.compared().disputes
    (proof,) = event.compared().contradictions
    assert set(proof.positions) <= {position.id for position in dispute.positions}
    assert any("civilians" in position.label for position in dispute.positions)


def test_what_follows_from_premises_is_shown_with_them_and_not_with_who_disagrees():
    event = Event()
    event.said("Ada Lund", "three or four", 3, 4, per="vehicles.trucks", event="left")
    event.said("Bo Krag", "50", 50, 50, kind="vehicles.trucks", event="left")
    event.said("Cai Holm", "4", 4, 4, event="left")
    (dispute,) = event.compared().disputes
    (lines,) = [position.derived for position in dispute.positions if position.derived]
    assert len(lines) == 3
    assert "Ada Lund" in lines[0]
    assert "Bo Krag" in lines[1]
    assert lines[2] == "(3 to 4) × (50) = 150 to 200"
