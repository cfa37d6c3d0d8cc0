"""Answers in words of many reports are held against each other only where reports bear it out."""

import pytest

from variorum.compare import compare
from variorum.compare.statements.opposed import Opposed
from variorum.model import Document, Rule
from variorum.pipeline import extract
from variorum.settings import Settings
from variorum.statements import statements_of

MANY = 6
CHARGE = "The mayor accused Russia of the attack on the market of Tolm."
DENIAL = "Russia denied responsibility for the attack on the market."
CIVILIANS = "A nurse said that 12 civilians were killed in the raid."
NONE = "The army said that no civilians were killed in the raid."
DEAD = "Civilians died in the raid at dawn, the bakers of the old town told a radio station."
NOBODY = "No civilians were killed in the raid, a general wrote in his evening report on the war."


def told(*rows, bystanders=MANY):
    """Return the comparison of these reports, each a text and its day, beside some others."""
    others = [(f"Outlet {n} says that {n + 3} boats sank in the port.", "") for n in range(MANY)]
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", published=day or None)
        for n, (text, day) in enumerate([*others[:bystanders], *rows])
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings())


def excluded(*rows, **more):
    found = told(*rows, **more).contradictions
    return [c.rule for c in found if c.rule in {Rule.POLARITY, Rule.IDENTITY}]


@pytest.mark.parametrize(
    ("charge", "denial", "count"),
    [
        ("2020-01-02", "2020-01-02", 1),
        ("2020-01-02", "2020-01-03", 1),
        ("2020-01-02", "", 1),
        ("2020-01-02", "2020-01-04", 0),
    ],
)
def test_a_denied_charge_is_held_against_it_while_the_news_is_the_same(charge, denial, count):
    assert len(excluded((CHARGE, charge), (DENIAL, denial))) == count


def test_what_one_report_tells_both_sides_of_is_held_whenever_it_came_out():
    assert len(excluded((f"{CIVILIANS} {NONE}", "2020-01-02"))) == 1


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ([CIVILIANS, NONE], 0),
        ([CIVILIANS, NONE, NOBODY], 0),
        ([CIVILIANS, DEAD, NONE], 0),
        ([CIVILIANS, DEAD, NONE, NOBODY], 1),
    ],
)
def test_what_is_no_denied_charge_is_held_where_several_reports_tell_each_side(texts, count):
    assert len(excluded(*((text, "") for text in texts))) == count


def test_of_few_reports_any_two_answers_are_held():
    assert len(excluded((CIVILIANS, ""), (NONE, ""), bystanders=2)) == 1


def test_a_charge_by_the_report_itself_is_not_held_against_the_denial_of_another():
    charge = "Russia shelled the market of Tolm."
    assert excluded((charge, ""), (DENIAL, "")) == []
    assert excluded((f"The mayor said that {charge}", ""), (DENIAL, "")) == [Rule.POLARITY]


def test_what_is_not_held_is_suggested_with_its_sentence():
    found = told((CIVILIANS, ""), (NONE, ""))
    (suggested,) = [s for s in found.suggestions if "Were civilians" in s.why]
    assert (len(suggested.claims), suggested.score) == (2, 1.0)
    assert "it cannot be both so and not so" in suggested.why
    assert [q.status for q in found.questions if "civilians among" in q.label] == ["incomparable"]


def test_what_is_told_of_another_day_is_not_even_suggested():
    found = told((CIVILIANS, "2020-01-02"), (NONE, "2020-03-02"))
    assert [s for s in found.suggestions if "Were civilians" in s.why] == []


def test_what_may_be_held_against_each_other_is_the_same_either_way():
    rows = [(CHARGE, "2020-01-02"), (DENIAL, "2020-01-03"), (f"{DENIAL} It rained.", "2020-03-03")]
    reports = [Document.from_text(text, publisher="A", published=day) for text, day in rows]
    (charge, *_), (denial, *_), (late, *_) = [
        statements_of(extract(report), report).charges for report in reports
    ]
    opposed = Opposed([charge, denial, late], (), {report.id: report for report in reports})
    pairs = [(charge, denial), (charge, late)]
    assert [opposed.may_be(*pair) for pair in pairs] == [True, False]
    assert [opposed.may_be(*pair[::-1]) for pair in pairs] == [True, False]
