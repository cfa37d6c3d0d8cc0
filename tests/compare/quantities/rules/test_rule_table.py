"""The table of rules: a rule that is added to it finds, tells and weighs its own contradictions."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from said import Event

from variorum.compare import compare
from variorum.compare.quantities.rules import RULES
from variorum.compare.quantities.rules.contradiction_rule import ContradictionRule
from variorum.compare.solver.constraints import Part
from variorum.model import Document, Rule
from variorum.pipeline import extract
from variorum.settings import Settings

TRUCKS, DRIVERS = "vehicles.trucks", "people.drivers"


class CrewRule(ContradictionRule):
    """Every truck has a driver."""

    name = "crew"
    weight = 7.0

    def knowledge(self, variables, taxonomy) -> Sequence[Part]:  # noqa: ARG002
        return [
            Part(trucks, drivers)
            for trucks, drivers in itertools.permutations(sorted(variables), 2)
            if trucks.kind == TRUCKS and drivers == replace(trucks, kind=DRIVERS)
        ]

    def explains(self, conflict) -> bool:
        return {variable.kind for variable in conflict.variables} == {TRUCKS, DRIVERS}

    def why(self, sides) -> str:  # noqa: ARG002
        return "every truck has a driver"


class OnlyOneSecretRule(ContradictionRule):
    """A toy: no two documents may say of anything that it was secret."""

    name = "secrets"

    def excludes(self, one, other, documents) -> bool:  # noqa: ARG002
        return one.family == other.family == "secret" and one.holds and other.holds

    def why_excluded(self, said) -> str:  # noqa: ARG002
        return "a secret is told once"


def convoy():
    event = Event()
    event.said("Ada Lund", "30", 30, 30, kind=TRUCKS, event="left")
    event.said("Bo Krag", "20", 20, 20, kind=DRIVERS, event="left")
    return event


def test_without_the_rule_there_is_no_contradiction():
    assert convoy().compared().contradictions == ()


def test_a_rule_that_is_added_finds_tells_and_weighs_its_contradiction():
    event = convoy()
    (found,) = compare(
        event.documents, event.claims, Settings(), rules=(CrewRule(), *RULES)
    ).contradictions
    assert found.rule == "crew"
    assert "Ada Lund says “30”" in found.because
    assert found.because.endswith(": every truck has a driver.")
    assert found.derivation[-1] == "No value fits all of these together."
    assert found.severity > CrewRule.weight
    assert found == type(found).model_validate_json(found.model_dump_json())


def test_a_rule_about_statements_can_be_added_too():
    documents = [
        Document.from_text(f"The {who} said the deal was secret.", publisher=who)
        for who in ("mayor", "minister")
    ]
    claims = [claim for document in documents for claim in extract(document)]
    assert compare(documents, claims, Settings()).contradictions == ()
    (found,) = compare(
        documents, claims, Settings(), rules=(*RULES, OnlyOneSecretRule())
    ).contradictions
    assert found.rule == "secrets"
    assert found.because.endswith(": a secret is told once.")


def test_a_rule_that_is_taken_out_finds_nothing_any_more():
    event = Event()
    event.said("Ada Lund", "800", 800, 800, kind="people.fighters", event="left")
    event.said("Bo Krag", "500", 500, 500, kind="people", event="left")
    without = [rule for rule in RULES if rule.name is not Rule.SUBSET]
    assert len(event.compared().contradictions) == 1
    assert compare(event.documents, event.claims, Settings(), rules=without).contradictions == ()


def test_every_rule_of_the_model_stands_in_the_table_once():
    assert sorted(rule.name for rule in RULES) == sorted(Rule)
