"""The rules about statements without numbers: who, when, before and after, yes and no."""

from dataclasses import replace
from datetime import date

from variorum.compare.quantities.rules.identity_rule import IdentityRule
from variorum.compare.quantities.rules.order_rule import OrderRule
from variorum.compare.quantities.rules.polarity_rule import PolarityRule
from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements.doers import Doer
from variorum.statements.statement import WHERE, Statement
from variorum.text import span

DOCUMENT = Document.from_text("The mayor said the deal was secret.", published="2021-05-04")
CLAIM = extract(DOCUMENT)[0]
SAID = Statement(CLAIM, "secret", "agreement", CLAIM.content[0])
DOCUMENTS = {DOCUMENT.id: DOCUMENT}
MAY = [(date(2021, 5, n), date(2021, 5, n)) for n in (1, 2)]


def test_two_who_each_did_what_one_did_alone_exclude_each_other():
    behind = replace(SAID, family="fired", topic="attack")
    army, rebels = (replace(behind, doers=(Doer(name, name),)) for name in ("army", "rebels"))
    assert IdentityRule().excludes(army, rebels, DOCUMENTS)
    assert not IdentityRule().excludes(army, army, DOCUMENTS)
    assert not IdentityRule().excludes(army, replace(rebels, holds=False), DOCUMENTS)
    assert "different doers" in IdentityRule().why_excluded(army)
    used = [replace(one, family="used", topic="tear gas") for one in (army, rebels)]
    assert not IdentityRule().excludes(*used, DOCUMENTS)


def test_two_days_of_one_thing_exclude_each_other_and_of_two_only_in_their_order():
    first, second = (replace(SAID, days=days) for days in MAY)
    assert IdentityRule().excludes(first, second, DOCUMENTS)
    assert IdentityRule().excludes(first, second, {})  # as histories ask, without the reports
    assert IdentityRule().why_excluded(first) == "it cannot have been on both days"
    arrived = replace(first, family="arrived")
    departed = replace(second, family="departed")
    assert not IdentityRule().excludes(arrived, departed, DOCUMENTS)
    assert OrderRule().excludes(arrived, departed, DOCUMENTS)
    assert not OrderRule().excludes(departed, arrived, DOCUMENTS)


def test_a_night_is_told_under_either_of_its_days_where_it_stands_near():
    near, far = (
        Document.from_text(f"At night{words} the ship sank on 1 May.", published="2021-05-04")
        for words in ("", ", in the worst of storms,")
    )
    after = replace(SAID, days=MAY[1])
    for report, apart in ((near, False), (far, True)):
        (claim,) = extract(report)
        start = report.text.index("1 May")
        told = replace(SAID, claim=claim, span=span(report, start, start + 5), days=MAY[0])
        assert IdentityRule().excludes(told, after, {report.id: report, **DOCUMENTS}) is apart


def test_yes_and_no_exclude_each_other_unless_the_no_may_have_ceased_to_be_so():
    yes, no = SAID, replace(SAID, holds=False)
    assert PolarityRule().excludes(yes, no, DOCUMENTS)
    assert not PolarityRule().excludes(yes, yes, DOCUMENTS)
    assert not PolarityRule().excludes(
        replace(no, became=True),
        replace(yes),
        {DOCUMENT.id: DOCUMENT.model_copy(update={"published": None})},
    )


def test_two_ends_of_one_way_are_told_as_places():
    led = replace(SAID, family=WHERE)
    assert IdentityRule().why_excluded(led) == "it cannot have been to both places at once"
