import pytest

from variorum.model import Document
from variorum.normalise.places.routes import routes


def told(text: str) -> list[list[tuple[str, str | None]]]:
    document = Document.from_text(text, published="2021-06-10")
    return [
        [(stop.place.name, stop.when.edtf if stop.when else None) for stop in route.stops]
        for route in routes(document)
    ]


def test_the_stops_stand_in_the_order_of_travel_with_their_times() -> None:
    (route,) = told("The convoy left Lyon on 3 June and reached Dijon on 5 June.")
    assert route == [("Lyon", "2021-06-03"), ("Dijon", "2021-06-05")]


def test_what_is_come_from_is_put_first() -> None:
    (route,) = told("They travelled to Dijon from Lyon.")
    assert [name for name, _ in route] == ["Lyon", "Dijon"]


@pytest.mark.parametrize("text", ["The mayors of Lyon and Dijon agreed.", "They drove to Dijon."])
def test_no_journey_is_made_of_places_that_nobody_travels_between(text: str) -> None:
    assert told(text) == []
