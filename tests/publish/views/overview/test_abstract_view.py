"""The abstract: at most five sentences, each clause with the claims it rests on."""

from dataclasses import replace

import pytest

from variorum.case import Case, Comparison
from variorum.compare import compare
from variorum.model import Answer, Change, Dispute, Document, Gap, Position, Span
from variorum.publish.base.index import Index
from variorum.publish.views.overview.abstract_view import abstract, as_of, some_names
from variorum.settings import Settings


def said(case: Case) -> list[str]:
    return [sentence.text for sentence in abstract(Index(case))]


def position(label: str, low: float | None, high: float | None, **more: object) -> Position:
    given = {"answers": (), "speakers": (f"who says {label}",), "origins": ("o",), **more}
    return Position.model_validate(
        {"id": f"position-{label}", "label": label, "low": low, "high": high, **given}
    )


def disputed(label: str, *positions: Position) -> Case:
    dispute = Dispute(id="d", label=label, questions=("q",), positions=positions, proofs=(), rank=1)
    return Case(comparison=Comparison(disputes=(dispute,)))


def test_what_was_read_comes_first_and_then_the_gravest_dispute(ferry_built: Case) -> None:
    read, first, *_ = abstract(Index(ferry_built))
    assert read.text.startswith("5 reports in 1 language make ")
    assert read.text.endswith(" independent origins.")
    gravest = ferry_built.disputes[0]
    assert all(name in first.text for name in gravest.positions[0].speakers[:1])
    assert first.text.startswith("By these accounts, between ")


def test_what_is_said_of_positions_cites_claims_of_the_case(ferry_built: Case, truce: Case) -> None:
    for case in (ferry_built, truce):
        sentences = abstract(Index(case))
        assert 1 < len(sentences) <= 5
        cited = [any(clause.claims for clause in told.clauses) for told in sentences[1:]]
        assert all(cited) or sentences[1].text == "No contradiction was found in them."
        cited = {c for s in sentences for clause in s.clauses for c in clause.claims}
        assert cited <= set(case.claim_by_id)


def test_a_record_says_no_more_than_it_holds() -> None:
    assert said(Case()) == ["No report was read."]
    alone = Case(documents=(Document.from_text("It rained."),))
    assert said(alone) == ["1 report in 1 language makes no claims from no independent origins."]


def test_contradictions_that_no_dispute_holds_are_told_by_the_gravest(case: Case) -> None:
    assert not case.disputes
    assert said(case)[1].startswith("They cannot all be true: The coast guard took about 90")


def test_the_two_ends_are_those_that_exclude_each_other() -> None:
    told = disputed(
        "How many people were killed?",
        position("100 to 300", 95, 315, origins=("a", "b", "c")),
        position("at least 500", 500, None),
        position("not 40", 0, 10),
        position("at most 50", None, 50),
    )
    assert said(told)[1] == (
        "By these accounts, between 50 or fewer (who says at most 50) and 500 or more (who says at "
        "least 500) people were killed; 3 origins, the most, say 100 to 300 (who says 100 to 300)."
    )


def test_what_is_worked_out_is_said_to_be() -> None:
    drivers = {"derived": ("3 × 45",), "speakers": ("drivers",)}
    told = disputed(
        "How long did it take?", position("none", 0, 0), position("3 to 5", 3, 5, **drivers)
    )
    assert said(told)[1] == (
        "“How long did it take?” is answered from none (who says none) to 3–5 (worked out from "
        "drivers)."
    )


def test_answers_in_words_stand_beside_each_other() -> None:
    told = disputed(
        "Was it secret?",
        position("yes", 1, 1, value="yes", speakers=("a", "b", "c", "d")),
        position("no", 0, 0, value="no"),
    )
    assert said(told)[1] == (
        "Was it secret? Yes, according to a, b and 2 others; no, according to who says no."
    )
    named = disputed("Who did it?", *(position(w, None, None, value=w) for w in ("A", "B", "C")))
    assert said(named)[1] == (
        "Who did it? “A”, according to who says A; “B”, according to who says B; and there is 1"
        " other answer."
    )


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Ada Lund"], "Ada Lund"),
        (["a", "b", "c"], "a, b and 1 other"),
        (["A driver (BBC)", "A driver (Wire)"], "A driver"),
        (["A driver (BBC)"], "A driver (BBC)"),
    ],
)
def test_a_few_names_are_told_and_the_others_counted(names: list[str], told: str) -> None:
    assert some_names(names) == told


def test_a_record_as_of_a_day_says_so() -> None:
    documents = [
        Document.from_text("Nine left.", publisher="Northwire", published="2020-01-01"),
        Document.from_text("Ten left.", publisher="Courier", published="2020-03-01"),
    ]
    found = compare(documents, [], Settings(), as_of="2020-02-01")
    known = Case(documents=tuple(documents[:1]), comparison=found)
    assert as_of(Index(known)) == "2020-02-01"
    assert "what is not known to be of 1 February 2020 or before is left out" in said(known)[0]
    assert as_of(Index(Case())) is None


def test_files_that_could_not_be_read_are_counted_once_each(ferry_built: Case) -> None:
    gaps = tuple(Gap(what=name, why=why) for name in ("a.pdf", "b.pdf") for why in ("x", "y"))
    assert "; 2 files could not be read in full." in said(replace(ferry_built, gaps=gaps))[0]


def test_of_a_position_the_first_claims_are_cited() -> None:
    place = Span(document="x", start=0, end=3, exact="two")
    answers = tuple(
        Answer(claim=name, span=place, low=2, high=2, standing="fact") for name in "abcdef"
    )
    told = disputed(
        "How many left?", position("2", 2, 2, answers=answers, first="f"), position("5", 5, 5)
    )
    (clause,) = (c for c in abstract(Index(told))[1].clauses if c.claims)
    assert clause.claims == ("f", "a", "b", "c")


def test_who_changed_is_told_with_how_many_others_did(case: Case) -> None:
    (changed,) = (text for text in said(case) if " changed the answer to “" in text)
    assert "), then “" in changed
    assert changed.endswith(".")


def test_two_answers_told_on_one_day_have_it_once(case: Case) -> None:
    changed = next(h for h in case.histories if h.change is not Change.HELD)
    steps = tuple(step.model_copy(update={"when": "2019-03-04"}) for step in changed.steps)
    one_day = changed.model_copy(update={"steps": steps})
    told = replace(case, comparison=replace(case.comparison, histories=(one_day,)))
    (line,) = (text for text in said(told) if " changed the answer to “" in text)
    assert line.count("(4 March 2019)") == 1


def test_a_disputed_agreement_names_both_sides_and_another_its_terms(truce: Case) -> None:
    last = said(truce)[-1]
    assert last.startswith("Whether the ") or "term" in last
