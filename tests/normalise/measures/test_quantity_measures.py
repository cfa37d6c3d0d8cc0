from __future__ import annotations

from variorum.model import Document, Scope
from variorum.normalise.measures.quantity_measures import kind_of_quantity, measure_of, with_event
from variorum.normalise.numbers.quantities import quantities

DOCUMENT = Document.from_text("The column was six miles (ten kilometres) long.")


def test_a_unit_decides_the_kind_before_a_noun() -> None:
    (quantity,) = quantities(DOCUMENT.text)
    assert kind_of_quantity(quantity, "people") == "distance"
    (bare,) = quantities("30 people")
    assert kind_of_quantity(bare, "people") == "people"
    assert kind_of_quantity(bare, None) == "things"


def test_a_measure_keeps_the_restatement_and_the_exact_words() -> None:
    (quantity,) = quantities(DOCUMENT.text)
    measure = measure_of(DOCUMENT, quantity, kind="distance", scope=Scope())
    assert measure.text == "six miles (ten kilometres)"
    assert [(m.low, m.unit) for m in measure.also] == [(10, "kilometre")]


def test_the_event_is_changed_and_the_rest_of_the_scope_kept() -> None:
    (quantity,) = quantities(DOCUMENT.text)
    measure = measure_of(DOCUMENT, quantity, kind="distance", scope=Scope(place="Raqqah"))
    told = with_event(measure, "left", kind="people")
    assert (told.kind, told.scope.event, told.scope.place) == ("people", "left", "Raqqah")
