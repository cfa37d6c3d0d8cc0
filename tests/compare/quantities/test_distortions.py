"""A figure that changed on the way from one report to the next is told, and is no witness."""

from dataclasses import replace

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.distortions import as_witnesses, distortions
from variorum.model import Derivation, DerivationKind, Stance
from variorum.text import span

KNOWN = taxonomy.load()


def found(event, taken=lambda *_: True):
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
    return distortions(replies(event.claims, KNOWN), lines, documents, KNOWN, taken)


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


def test_what_two_retellings_have_their_source_had_and_who_drops_it_has_changed_it():
    rows = [("seven", 7, 7, "people"), ("at least 250", 250, None, "people")]
    event = told(*rows, ("at least 250", 250, None, "people"), ("250", 250, 250, "people"))
    (row,) = found(event)
    assert (row.what, row.to) == ("bound", event.claims[3].id)
    alone = told(*rows, ("250", 250, 250, "people"))
    assert found(alone) == ()


def test_a_retelling_that_lost_its_bound_answers_as_its_source_does():
    event = told(("at least 250", 250, None, "people"), ("250", 250, 250, "people"))
    given = replies(event.claims, KNOWN)
    first, second = as_witnesses(given, found(event))
    assert (second.low, second.high) == (first.low, first.high)
    assert second.high is None
    assert second.measure.text == "250"


def test_another_noun_is_no_witness():
    event = told(
        ("4,000", 4000, 4000, "people"),
        ("4,000", 4000, 4000, "people"),
        ("4,000", 4000, 4000, "people.fighters"),
    )
    kept = as_witnesses(replies(event.claims, KNOWN), found(event))
    assert [reply.claim.id for reply in kept] == [claim.id for claim in event.claims[:2]]


def listing(reports, last):
    """Return reports that each list people, fighters and trucks; the last has other trucks."""
    event = Event()
    for n in range(reports + 1):
        claim = event.said(f"Speaker {n}", "300", 300, 300, event="left")
        document, (people,) = event.documents[-1], claim.measures
        trucks = last if n == reports else 120
        rows = [("in", 80, "people.fighters"), ("report", trucks, "vehicles")]
        places = [document.text.index(word) for word, _, _ in rows]
        more = [
            people.model_copy(
                update={
                    "kind": kind,
                    "low": number,
                    "high": number,
                    "span": span(document, place, place + len(word)),
                }
            )
            for place, (word, number, kind) in zip(places, rows, strict=True)
        ]
        event.claims[-1] = claim.model_copy(update={"measures": (people, *more)})
    return event


@pytest.mark.parametrize(
    ("reports", "last", "whats"), [(3, 400, ["number"]), (3, 120, []), (2, 400, [])]
)
def test_another_number_among_the_same_figures_is_told(reports, last, whats):
    assert [row.what for row in found(listing(reports, last))] == whats


def test_what_is_on_the_word_of_somebody_else_is_no_change():
    event = told(("at least 250", 250, None, "people"), ("250", 250, 250, "people"))
    assert found(event, lambda *_: False) == ()


def test_the_order_of_answers_changes_nothing():
    rows = [("at least 250", 250, None, "people"), ("250", 250, 250, "people")]
    event = told(*rows, ("at least 250", 250, None, "people"))
    event.claims.reverse()
    assert [row.what for row in found(event)] == ["bound"]


def test_a_retelling_of_another_day_that_lost_its_bound_answers_as_its_source_does():
    event = told(("at least 250", 250, None, "people"), ("250", 250, 250, "people"))
    first, second = replies(event.claims, KNOWN)
    later = replace(second, variable=replace(second.variable, as_of="2020-01-09/2020-01-09"))
    assert [r.high for r in as_witnesses([first, later], found(event))] == [None, None]
