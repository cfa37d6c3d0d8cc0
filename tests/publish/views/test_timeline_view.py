"""The timeline: the days that claims speak of, in their order, and what lies outside the chart."""

from dataclasses import replace

from variorum.case import Case, Comparison
from variorum.publish.base.index import Index
from variorum.publish.charts.timeline_chart import timeline_chart
from variorum.publish.views.timeline_view import timeline_view


def test_the_days_are_in_order_and_each_has_claims(case: Case) -> None:
    view = timeline_view(Index(case))
    assert "<svg" in timeline_chart(view.rows)
    assert view.entries
    assert all(entry.claims for entry in view.entries)
    assert len({entry.when for entry in view.entries}) == len(view.entries)


def test_a_case_without_days_has_no_entries(case: Case) -> None:
    timeless = tuple(claim.model_copy(update={"when": ()}) for claim in case.claims)
    view = timeline_view(Index(replace(case, claims=timeless)))
    assert (view.entries, view.outside) == ((), 0)


def test_an_empty_case_has_an_empty_timeline() -> None:
    view = timeline_view(Index(Case((), (), (), Comparison())))
    assert (view.entries, view.outside) == ((), 0)
