"""What a build changed: documents, claims, disputes and their answers."""

from __future__ import annotations

from dataclasses import replace

from variorum.case import Case
from variorum.model import Dispute
from variorum.publish.views.overview.difference_view import (
    differences,
    marks,
    told_apart,
)


def holding(case: Case, disputes: tuple[Dispute, ...]) -> Case:
    """Return the case with these disputes alone."""
    kept = {proof for dispute in disputes for proof in dispute.proofs}
    proofs = tuple(found for found in case.contradictions if found.id in kept)
    return replace(
        case, comparison=replace(case.comparison, disputes=disputes, contradictions=proofs)
    )


def test_a_first_build_has_nothing_to_differ_from(ferry_built: Case) -> None:
    assert differences(Case(), ferry_built) == ()


def test_what_has_not_changed_is_said_to_be_so(ferry_built: Case) -> None:
    assert differences(ferry_built, ferry_built) == ("Nothing has changed since last time.",)


def test_reports_and_claims_are_counted_both_ways(ferry_built: Case) -> None:
    whole = holding(ferry_built, ())
    fewer = replace(whole, documents=whole.documents[1:], claims=whole.claims[3:])
    assert differences(fewer, whole) == ("New: 1 report, 3 claims",)
    assert differences(whole, fewer) == ("Gone: 1 report, 3 claims",)


def test_a_report_that_was_changed_is_a_revised_one(ferry_built: Case) -> None:
    whole = holding(ferry_built, ())
    first = whole.documents[0]
    again = first.model_copy(update={"id": "new", "revision_of": first.id})
    revised = replace(whole, documents=(*whole.documents, again))
    assert differences(whole, revised) == ("New: 1 revised report",)


def test_disputes_are_named_as_the_screen_names_them(ferry_built: Case) -> None:
    first, *others = ferry_built.disputes
    whole, fewer = holding(ferry_built, ferry_built.disputes), holding(ferry_built, tuple(others))
    (line,) = differences(fewer, whole)
    assert line == f"New: 1 dispute ({first.label[9:-1].replace(' were', '')})"
    assert differences(whole, fewer) == (line.replace("New", "Gone"),)


def test_answers_that_came_and_went_are_named(ferry_built: Case) -> None:
    (killed,) = (d for d in ferry_built.disputes if "killed" in d.label)
    kept = killed.model_copy(update={"positions": killed.positions[1:]})
    other = killed.positions[0].model_copy(update={"label": "99"})
    moved = killed.model_copy(update={"positions": (other, *killed.positions[1:])})
    gone, *_ = killed.positions
    whole, fewer, changed = (holding(ferry_built, (d,)) for d in (killed, kept, moved))
    assert differences(fewer, whole) == (f"Changed: people killed: now also {gone.label}",)
    assert differences(whole, changed) == (
        f"Changed: people killed: now also 99; no longer {gone.label}",
    )


def test_of_many_changed_disputes_three_have_a_line(ferry_built: Case) -> None:
    (killed,) = (d for d in ferry_built.disputes if "killed" in d.label)
    several = tuple(
        killed.model_copy(update={"id": f"d{n}", "rank": n, "label": f"How many left ({n})?"})
        for n in range(1, 6)
    )
    fewer = tuple(d.model_copy(update={"positions": d.positions[1:]}) for d in several)
    lines = differences(holding(ferry_built, fewer), holding(ferry_built, several))
    assert len(lines) == 4
    assert lines[-1] == "Changed: 2 other disputes"


def test_programs_are_told_the_ids_and_the_answers(ferry_built: Case) -> None:
    first, *others = ferry_built.disputes
    position, *rest = first.positions
    fewer = holding(ferry_built, (first.model_copy(update={"positions": tuple(rest)}), *others))
    whole = holding(ferry_built, tuple(ferry_built.disputes))
    extra = whole.documents[0].model_copy(update={"id": "extra"})
    told = told_apart(marks(fewer), marks(replace(whole, documents=(*whole.documents, extra))))
    assert told["new"] == {"documents": ["extra"], "claims": [], "disputes": []}
    assert told["gone"] == {"documents": [], "claims": [], "disputes": []}
    (changed,) = told["changed"]
    assert (changed["new"], changed["gone"]) == ([position.label], [])
