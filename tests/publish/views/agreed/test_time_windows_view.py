from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from variorum.case import Case
from variorum.model import Agreement, Compliance, Term
from variorum.publish.base.index import Index
from variorum.publish.charts.windows_chart import window_chart
from variorum.publish.views.agreed.time_windows_view import window_view


def _window(case: Case, agreement: Agreement) -> SimpleNamespace | None:
    changed = replace(case, comparison=replace(case.comparison, agreements=(agreement,)))
    return window_view(Index(changed), agreement)


def _changed(agreement: Agreement, **values: Any) -> Agreement:
    """The agreement with other values in every claim of its terms."""

    def term(one: Term) -> Term:
        told: list[Compliance] = [c.model_copy(update=values) for c in one.compliance]
        return one.model_copy(update={"compliance": tuple(told)})

    return agreement.model_copy(update={"terms": tuple(term(t) for t in agreement.terms)})


def _drawn(window: SimpleNamespace | None) -> str:
    assert window is not None
    assert window.drawing is not None
    return str(window_chart(window.drawing))


def test_the_claims_stand_in_the_order_of_their_days_with_party_and_term(truce: Case) -> None:
    window = _window(truce, truce.agreements[0])
    assert window is not None
    assert window.span == "from 12 March 2027 to 11 April 2027"
    told = [told[:3] for told in window.entries]
    assert told[0] == ("14 March 2027", "the Dellow Council", 5)
    assert told[-1] == ("21 March 2027", "the Dellow Council", 5)
    assert ("18 March 2027", "party unclear", 1) in told
    assert len(told) == 8


def test_the_chart_names_every_party_and_is_named_for_those_who_do_not_see_it(
    truce: Case,
) -> None:
    drawn = _drawn(_window(truce, truce.agreements[0]))
    for name in ("the government of Orsan", "the Dellow Council", "party unclear"):
        assert f">{name}<" in drawn
    assert 'role="img"' in drawn
    assert "8 claims by day; listed below." in drawn


def test_claims_of_one_day_and_party_are_one_mark_with_their_number(truce: Case) -> None:
    agreement = _changed(truce.agreements[0], when="2027-03-16", by="the Dellow Council")
    assert " 5<" in _drawn(_window(truce, agreement))


def test_what_is_not_due_is_no_mark(truce: Case) -> None:
    agreement = truce.agreements[0]
    late = agreement.model_copy(update={"terms": (agreement.terms[6],)})
    assert agreement.terms[6].compliance
    assert _window(truce, late) is None


@pytest.mark.parametrize("when", [None, "XXXX", "2027-03-20/.."])
def test_without_a_dated_claim_there_is_no_window(truce: Case, when: str | None) -> None:
    assert _window(truce, _changed(truce.agreements[0], when=when)) is None


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ({"start": None}, "until 11 April 2027; its beginning is unclear"),
        ({"end": None}, "from 12 March 2027; its end is unclear"),
    ],
)
def test_one_end_is_enough_and_the_other_is_called_unclear(
    truce: Case, ends: dict[str, None], words: str
) -> None:
    window = _window(truce, truce.agreements[0].model_copy(update=ends))
    assert window is not None
    assert window.span == words
    assert _drawn(window)


def test_without_either_end_there_is_no_window(truce: Case) -> None:
    agreement = truce.agreements[0].model_copy(update={"start": None, "end": None})
    assert _window(truce, agreement) is None


def test_what_lies_far_off_is_listed_and_not_drawn(truce: Case) -> None:
    window = _window(truce, _changed(truce.agreements[0], when="2031"))
    assert window is not None
    assert (window.drawing, window.undrawn, len(window.entries)) == (None, 8, 8)


def test_a_hostile_party_stays_text_in_the_chart(truce: Case) -> None:
    window = _window(truce, _changed(truce.agreements[0], by="<script>alert(1)</script>"))
    drawn = _drawn(window)
    assert "<script" not in drawn
    assert "&lt;script" in drawn
