"""The gold that stands one text to a line in tests/cases: dates, times and places.

Each function returns what is found in a line beside what its marks ask for, in a form in which the
two are equal where the line is right. The tests compare them line by line; `floors.py` counts.
"""

from __future__ import annotations

from pathlib import Path

from gold_marks import Mark, marked, marked_document
from variorum.model import Document, Place
from variorum.normalise.places.place_tables import distance_km
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

__all__ = ["dated", "lines", "placed", "placed_from_others", "timed"]

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
WITHIN_KM = 161.0


def lines(name: str) -> list[str]:
    """Return the lines of a file of tests/cases, without its comments."""
    found = (CASES / name).read_text("utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def dated(line: str) -> tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]:
    """Return the words and EDTF values of the dates found, and of those marked."""
    document, marks = _published(line)
    found = [(when.text, when.edtf) for when in dates(document) if when.dated]
    return found, [(mark.words, mark.value) for mark in marks]


def timed(line: str) -> tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]:
    """Return the words and TimeML values of the times found, and of those marked."""
    document, marks = _published(line)
    found = [(when.text, when.timex) for when in dates(document)]
    return found, [(mark.words, mark.value) for mark in marks]


def placed(line: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the names of the places found, each with its point, and of those marked.

    A point within 161 km of the one marked is that one; `?` is a place without a point.
    """
    document, marks = marked_document(line)
    wanted = {(mark.start, mark.end): mark for mark in marks}
    found = [
        (place.name, _point(place, wanted.get((place.span.start, place.span.end))))
        for place in places(document)
        if place.relation is None
    ]
    return sorted(found), sorted((mark.words, str(mark.value)) for mark in marks)


def placed_from_others(line: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the places found that are told from another ("30 km north of Vik"), and the marked."""
    document, marks = marked_document(line)
    told = {(mark.start, mark.end): mark for mark in marks if mark.label == "d"}
    found = [
        (place.name, _derived(place, told.get((place.span.start, place.span.end))))
        for place in places(document)
        if place.relation is not None
    ]
    return sorted(found), sorted((mark.words, str(mark.value)) for mark in told.values())


def _published(line: str) -> tuple[Document, list[Mark]]:
    published, _, source = line.partition(" | ")
    text, marks = marked(source)
    return Document.from_text(text, published=None if published == "-" else published), marks


def _point(place: Place, mark: Mark | None) -> str:
    """Return the value of the mark where the place has its point, else where the place is."""
    if place.lat is None or place.lon is None:
        return "?" if place.geonames is None else "no point"
    if mark is not None and mark.value not in {None, "?"}:
        lat, lon = map(float, str(mark.value).split(","))
        if distance_km((place.lat, place.lon), (lat, lon)) <= WITHIN_KM:
            return str(mark.value)
    return f"{place.lat},{place.lon}"


def _derived(place: Place, mark: Mark | None) -> str:
    if place.lat is None or place.lon is None or not place.derived_from or not place.radius_km:
        return "no point"
    if mark is not None:
        lat, lon, within = map(float, str(mark.value).split(","))
        if distance_km((place.lat, place.lon), (lat, lon)) <= within:
            return str(mark.value)
    return f"{place.lat},{place.lon}"
