import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Document, Place
from variorum.normalise.places.places import places


def found(text: str, language: str = "en") -> dict[str, Place]:
    return {p.span.exact: p for p in places(Document.from_text(text, language=language))}


def test_a_place_has_its_id_and_point_beside_its_words() -> None:
    (place,) = found("The ferry left for Izmir.").values()
    assert place.geonames == "311046"
    assert (round(place.lat or 0), round(place.lon or 0)) == (38, 27)


@pytest.mark.parametrize(
    ("text", "name", "point"),
    [
        ("Floods hit Tyler, Texas, on Monday.", "Tyler", (32, -95)),
        ("He was born in Paris, Ontario, in Canada.", "Paris", (43, -80)),
        ("Police in Tbilisi said the army of Georgia had crossed.", "Georgia", (42, 44)),
        ("Voters in Atlanta and Savannah, Georgia, queued for hours.", "Georgia", (33, -83)),
    ],
)
def test_what_stands_around_a_name_tells_which_place_is_meant(
    text: str, name: str, point: tuple[int, int]
) -> None:
    place = found(text)[name]
    assert place.lat is not None
    assert place.lon is not None
    assert (round(place.lat), round(place.lon)) == point


def test_a_name_that_nothing_is_known_of_stays_a_name() -> None:
    place = found("Shells fell on the village of Qwertabad in the night.")["Qwertabad"]
    assert (place.name, place.geonames, place.lat) == ("Qwertabad", None, None)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_every_span_slices_to_its_words_whatever_the_text(text: str) -> None:
    document = Document.from_text(text, language="xx")
    for place in places(document):
        assert text[place.span.start : place.span.end] == place.span.exact


def test_who_acts_is_no_town_that_bears_the_name_in_another_language() -> None:
    text = "The Hamas toll was doubted. Hamas said that ten people were killed in Gaza City."
    assert set(found(text)) == {"Gaza City"}


def test_initials_that_no_place_has_are_no_place() -> None:
    assert not found("The convoy was still inside QDF territory in the morning.")
