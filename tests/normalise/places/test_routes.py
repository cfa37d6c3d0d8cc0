import pytest

from variorum.language import parsing
from variorum.model import Document
from variorum.normalise.places.places import places
from variorum.normalise.places.routes import with_stops


def told(text: str) -> list[str]:
    document = Document.from_text(text)
    doc = parsing.parse(document)
    stops = [p for p in with_stops(places(document, doc), document, doc) if p.stop is not None]
    return [place.name for place in sorted(stops, key=lambda place: place.stop or 0)]


@pytest.mark.parametrize(
    ("text", "journey"),
    [
        ("The convoy left Lyon on 3 June and reached Dijon on 5 June.", ["Lyon", "Dijon"]),
        ("They travelled to Dijon from Lyon.", ["Lyon", "Dijon"]),
        ("Forty buses went from the town of Lyon to Dijon.", ["Lyon", "Dijon"]),
        ("They fled Lyon for Paris through Dijon.", ["Lyon", "Paris", "Dijon"]),
        ("The families left Lyon, on the river, for Dijon.", ["Lyon", "Dijon"]),
        ("The mayors of Lyon and Dijon agreed.", []),
        ("They drove to Dijon.", []),
        ("They left Lyon near Dijon.", []),
        ("Trains left Lyon, and buses left Paris for Dijon.", ["Paris", "Dijon"]),
        ("The road from Lyon to Dijon was closed.", []),
    ],
)
def test_a_journey_has_its_start_and_where_it_led(text: str, journey: list[str]) -> None:
    assert told(text) == journey
