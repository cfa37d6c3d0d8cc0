"""A decision is checked when it is made, signed, and stays in the log."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.weighed import COURIER, case, claim_with, decide
from variorum.case import in_force
from variorum.decisions.decision_log import decision_of, from_lines, to_lines
from variorum.errors import UsageError
from variorum.model import Decision, DecisionKind


def made(number: int, undoes: int | None) -> Decision:
    kind = DecisionKind.NOTE if undoes is None else DecisionKind.UNDO
    about = ("x",) if undoes is None else (f"decision-{undoes}",)
    return Decision(
        id=f"decision-{number}", kind=kind, about=about, who="Ada", when="2031", why="So."
    )


@given(st.lists(st.integers(0, 9), max_size=10))
def test_what_is_undone_holds_no_more_until_its_undoing_is_undone(picks):
    log: list[Decision] = []
    for number, pick in enumerate(picks):
        # The first of every three is a note; the others undo an earlier line.
        log.append(made(number, None if number % 3 == 0 else pick % number))

    def holds(number: int) -> bool:
        later = (d for d in log[number + 1 :] if d.about == (f"decision-{number}",))
        return not any(holds(int(d.id.removeprefix("decision-"))) for d in later)

    wanted = [d.id for n, d in enumerate(log) if holds(n) and d.kind is DecisionKind.NOTE]
    assert [d.id for d in in_force(log)] == wanted


def test_the_beginning_of_an_id_is_enough_and_the_anchor_is_kept():
    of = case()
    claim = claim_with("40 people", of)
    decision = decision_of(of, "accept", [claim.id[:-3]], who="Ada", why="Right.")
    assert decision.about == (claim.id,)
    assert [span.exact for span in decision.anchors] == [claim.content[0].exact]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", decision.when)


@pytest.mark.parametrize(
    ("kind", "about", "given", "told"),
    [
        ("approve", ["claim-"], {}, "'approve' is no decision; it is one of: accept, reject,"),
        ("accept", ["claim-0000"], {}, "'claim-0000' begins the id of no claims;"),
        ("accept", ["claim-"], {}, "'claim-' begins the id of 3 claims;"),
        ("accept", [], {}, "'accept' is about 1 of them, not 0; name each once."),
        ("merge", ["The mayor"], {}, "'merge' is about 2 of them, not 1; name each once."),
        ("accept", ["claim-"], {"who": " "}, "'accept' cannot be decided without who decides;"),
        ("accept", ["claim-"], {"why": ""}, "'accept' cannot be decided without the reason;"),
        (
            "correct",
            ["40 people"],
            {},
            "Say what to correct, as field=value; the fields are: speaker",
        ),
        (
            "correct",
            ["40 people"],
            {"fields": {"mood": "x"}},
            "A claim has no field 'mood'; there are:",
        ),
        (
            "grade",
            ["Courier"],
            {"fields": {"reliability": "Z"}},
            "'reliability=Z' is no grade; give one",
        ),
        ("grade", ["Courier"], {}, "'' is no grade; give one as reliability=A|B|C|D|E|F;"),
        ("merge", ["Nobody", "The mayor"], {}, "No actor is called 'Nobody'; write the name as"),
        ("undo", ["decision-1"], {}, "'decision-1' begins the id of no decisions;"),
        ("add", ["nowhere.txt"], {}, "'nowhere.txt' begins the id of no documents;"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_sentence(kind, about, given, told):
    of = case()
    about = [claim_with(a, of).id if a == "40 people" else a for a in about]
    given = {"who": "Ada", "why": "Right."} | given
    with pytest.raises(UsageError) as caught:
        decision_of(of, kind, about, **given)
    assert str(caught.value).startswith(told)


def test_a_log_that_was_printed_is_read_back_the_same_and_only_once():
    of = decide(case(), "accept", claim_with("40 people", case()).id)
    of = decide(of, "grade", "Courier", reliability="B")
    lines = to_lines(of.decisions)
    assert from_lines(lines + "\n" + lines, case(), "log") == list(of.decisions)
    assert from_lines(lines, of, "log") == []


def test_a_short_line_is_checked_against_the_case():
    claim = claim_with("40 people", case())
    row = {"kind": "reject", "about": claim.id, "who": "Bo", "why": "No claim."}
    (decision,) = from_lines(json.dumps(row), case(), "log")
    assert (decision.about, decision.who) == ((claim.id,), "Bo")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "log, line 2: It is no decision; give kind, about, who and why."),
        ('{"kind": "note"}', "log, line 2: It is no decision; give kind, about, who and why."),
        ("[]", "log, line 2: It is no decision; give kind, about, who and why."),
        ('{"id": "decision-1"}', "log, line 2: It is no decision: Field required."),
        (
            '{"kind": "accept", "about": "claim-0", "who": "Bo", "why": "So."}',
            "log, line 2: 'claim-0' begins the id of no claims;",
        ),
    ],
)
def test_a_line_that_is_no_decision_is_named(line, told):
    with pytest.raises(UsageError) as caught:
        from_lines(f"\n{line}\n", case(), "log")
    assert str(caught.value).startswith(told)


def test_a_claim_is_added_to_the_document_that_a_path_names():
    of = decide(case(), "add", "Courier.txt", content="12 soldiers were hurt", speaker="The mayor")
    (added,) = [c for c in of.claims if c.review]
    assert (added.document, added.text) == (COURIER.id, "12 soldiers were hurt")
    assert added.relay[-1].name == added.speaker.name == "The mayor"
