"""A figure that changed on the way from one report to the next is told, and is no witness."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.distortions import distortions
from variorum.model import Derivation, DerivationKind, Stance

KNOWN = taxonomy.load()


def found(event):
    """Return the distortions where every other report takes from the one that is first."""
    first, *others = event.documents
    lines = [
        Derivation(
            id=document.id,
            document=document.id,
            source=first.id,
            name=first.name,
            kind=DerivationKind.CITATION,
            because="It cites it.",
        )
        for document in others
    ]
    documents = {document.id: document for document in event.documents}
    return distortions(replies(event.claims, KNOWN), lines, documents, KNOWN)


def told(*rows, **more):
    event = Event()
    for n, (number, low, high, kind) in enumerate(rows):
        event.said(f"Speaker {n}", number, low, high, kind=kind, event="left", **more)
    return event


def test_people_who_become_fighters_on_the_way_are_told_with_both_quotations():
    event = told(
        ("4,000", 4000, 4000, "people"),
        ("4,000", 4000, 4000, "people"),
        ("some 4,000", 3600, 4400, "people.fighters"),
    )
    (row,) = found(event)
    assert (row.what, row.to) == ("noun", event.claims[2].id)
    assert row.source in {claim.id for claim in event.claims[:2]}
    assert row.because.count("4,000") == 2


@pytest.mark.parametrize("other", ["people.fighters", "people"])
def test_what_as_many_reports_have_is_no_distortion(other):
    event = told(
        ("4,000", 4000, 4000, "people"),
        ("4,000", 4000, 4000, "people"),
        ("4,000", 4000, 4000, "people.fighters"),
        ("4,000", 4000, 4000, other),
    )
    assert len(found(event)) == (0 if other == "people.fighters" else 1)


def test_another_number_is_another_figure():
    event = told(
        ("4,000", 4000, 4000, "people"),
        ("4,000", 4000, 4000, "people"),
        ("3,500", 3500, 3500, "people.fighters"),
    )
    assert found(event) == ()


def test_a_bound_that_is_left_out_is_told():
    event = told(("at least 250", 250, None, "people"), ("250", 250, 250, "people"))
    assert [row.what for row in found(event)] == ["bound"]


def test_a_possibility_that_becomes_a_fact_is_told():
    event = Event()
    event.said("Ada Lund", "250", 250, 250, event="left", stance=Stance.DOUBTS)
    event.said("Bo Krag", "250", 250, 250, event="left")
    assert [row.what for row in found(event)] == ["modality"]


def test_small_numbers_are_shared_by_chance():
    event = told(("at least 5", 5, None, "people"), ("5", 5, 5, "people"))
    assert found(event) == ()
