"""Decisions about a case file: carried out, kept over rebuilds, and undone to the byte."""

import json
from pathlib import Path

import pytest

import variorum
from decisions.weighed import build, claim_of, made_in
from variorum.errors import UsageError
from variorum.model import NameRule, Stance


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    return made_in(tmp_path)


def asked(case: variorum.Case) -> set[str]:
    return {dispute.label for dispute in case.disputes}


def test_a_rejected_claim_is_in_no_dispute_and_undoing_gives_the_same_bytes(case_file):
    case = variorum.open_case(case_file)
    before, label = case.to_json(), "How many people were killed?"
    assert asked(case) == {label}
    case = case.decide("reject", claim_of(case, "55 people"), who="Ada", why="Another town.")
    assert asked(case) == set()
    row = next(c for c in case.to_dict()["claims"] if c["review"])
    assert (row["review"], len(case.to_dict()["decisions"])) == ("rejected", 1)
    case = case.decide("undo", case.decisions[0].id, who="Bo", why="The same town.")
    assert asked(case) == {label}
    without_log = {**case.to_dict(), "decisions": []}
    assert json.dumps(without_log) == json.dumps(json.loads(before))


def test_a_correction_is_compared_and_outlives_reading_again(case_file):
    case = variorum.open_case(case_file)
    forty = claim_of(case, "40 people")
    case = case.decide("correct", forty, who="Ada", why="It says 55 below.", low="55", high="55")
    assert asked(case) == set()
    assert asked(build(case_file.parent)) == set()
    assert asked(build(case_file.parent, again=True)) == set()
    assert asked(variorum.as_known(variorum.open_case(case_file), "2031-06")) == set()


def test_a_claim_that_tells_of_another_happening_is_not_compared_with_the_rest(case_file):
    case = variorum.open_case(case_file)
    forty, fifty = claim_of(case, "40 people"), claim_of(case, "55 people")
    case = case.decide(
        "correct", fifty, who="Ada", why="The fire of May.", happening="the May fire"
    )
    assert asked(case) == set()
    (happening,) = [h for h in case.happenings if fifty in h.claims]
    assert happening.label == "the May fire"
    assert happening.because == "A person decided that its claims tell of it."
    assert not happening.main
    case = case.decide("correct", forty, who="Ada", why="That too.", happening="the May fire")
    assert len(case.disputes) == 1


def test_merged_names_are_one_actor_and_one_origin(case_file):
    case = variorum.open_case(case_file)
    before = len(case.origins)
    case = case.decide("merge", "fire brigade", "army", who="Ada", why="He leads it.")
    (actor,) = [a for a in case.actors if any(m.rule is NameRule.DECIDED for m in a.merges)]
    assert {"fire brigade", "army"} <= {name.name for name in actor.names}
    assert len(case.origins) == before - 1
    case = case.decide("split", "army", "fire brigade", who="Bo", why="He does not.")
    assert len(case.origins) == before


def test_an_added_claim_has_the_values_of_its_words(case_file):
    case = variorum.open_case(case_file)
    words = "12 soldiers were hurt in Narvik"
    case = case.decide(
        "add",
        str(case_file.parent / "post.txt"),
        who="Ada",
        why="Missed.",
        content=words,
        stance="doubts",
    )
    (added,) = [claim for claim in case.claims if claim.review]
    assert [(m.low, m.kind) for m in added.measures] == [(12, "people.soldiers")]
    assert added.stance is Stance.DOUBTS


def test_a_dismissed_suggestion_is_not_made_again(case_file):
    case = variorum.open_case(case_file)
    for suggestion in case.suggestions:
        denial, *others = suggestion.claims
        for other in others:
            case = case.decide("dismiss", denial, other, who="Ada", why="Not about that.")
    assert case.suggestions == ()


def test_a_case_in_memory_keeps_no_decisions(ferry_built):
    with pytest.raises(UsageError, match="Only a case in a file keeps decisions"):
        variorum.OpenCase.of(ferry_built).decide("note", "x", who="Ada", why="So.")


def test_what_was_reviewed_is_a_record_by_itself(case_file):
    case = variorum.open_case(case_file)
    forty, fifty = claim_of(case, "40 people"), claim_of(case, "55 people")
    case = case.decide("accept", forty, who="Ada", why="Right.")
    reviewed = variorum.as_known(case, reviewed=True)
    assert ([c.id for c in reviewed.claims], reviewed.disputes) == ([forty], ())
    case = case.decide("accept", fifty, who="Ada", why="Right.")
    assert asked(variorum.as_known(case, reviewed=True)) == {"How many people were killed?"}
    case = case.decide("reject", fifty, who="Ada", why="Not so.")
    assert [c.id for c in variorum.as_known(case, reviewed=True).claims] == [forty]
    assert len(variorum.open_case(case_file).claims) == 6


def test_what_changes_nothing_that_is_compared_leaves_the_comparison_alone(case_file, monkeypatch):
    case = variorum.open_case(case_file)
    forty, fifty = claim_of(case, "40 people"), claim_of(case, "55 people")
    case = case.decide("reject", fifty, who="Ada", why="Another town.")

    def compared(*_: object, **__: object) -> None:
        raise AssertionError("the case was compared again")

    with monkeypatch.context() as watched:
        watched.setattr("variorum.pipeline.compare", compared)
        case = case.decide("note", fifty, who="Ada", why="To be looked at.")
        case = case.decide("accept", forty, who="Ada", why="Right.")
        case = case.decide("grade", "Courier", who="Ada", why="A daily.", reliability="B")
        with pytest.raises(AssertionError, match="compared again"):
            case.decide("accept", fifty, who="Bo", why="It is right after all.")
    assert [made.kind for made in case.decisions] == ["reject", "note", "accept", "grade"]
    afresh = variorum.open_case(case_file)
    assert afresh.to_json() == case.to_json()
    assert len(afresh.decide("undo", case.decisions[0].id, who="Bo", why="No.").disputes) == 1
