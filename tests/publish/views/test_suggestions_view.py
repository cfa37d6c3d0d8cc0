"""Suggestions: a denial and what it may be about, each with who says it and where it stands."""

from __future__ import annotations

from dataclasses import replace

from variorum.case import Case
from variorum.model import Suggestion
from variorum.publish.views.suggestions_view import suggestion_views


def test_a_suggestion_names_who_says_it_and_leads_to_its_claims(case: Case) -> None:
    claims = tuple(claim.id for claim in case.claims[1:3])
    found = Suggestion(claims=claims, why="They share words.", score=0.5)
    told = replace(case, comparison=replace(case.comparison, suggestions=(found,)))
    ((denial, others, _, ids),) = suggestion_views(told)
    assert ids == claims
    assert denial.startswith("Ines Kovar (Harbour Courier)")
    assert len(others) == 1
