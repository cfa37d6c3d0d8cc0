"""The outlets of a case: any of their names means them, and an edition is also its agency's."""

from variorum.compare.provenance.case_outlets import Outlets
from variorum.model import Document


def document(publisher, text="It rained."):
    return Document.from_text(f"{text} {publisher}", publisher=publisher)


def test_a_publisher_is_found_by_its_name_and_within_a_longer_one():
    outlets = Outlets([document("The Harbour Courier")])
    assert outlets.label("the Harbour Courier") == "The Harbour Courier"
    assert outlets.label("a report by the Harbour Courier") == "The Harbour Courier"
    assert outlets.label("the harbour") is None


def test_an_edition_is_of_its_agency_too():
    edition = document("Reuters India")
    outlets = Outlets([edition])
    assert outlets.of(edition) == {"Reuters India", "Reuters"}
    assert outlets.by("Reuters") == [edition]


def test_a_name_of_two_small_letters_is_not_looked_for_in_texts():
    outlets = Outlets([document("Ab"), document("Abc")])
    text = Document.from_text("Ab told Abc that it rained.")
    assert [label for label, _ in outlets.mentions(text)] == ["Abc"]


def test_of_names_that_begin_alike_the_longest_is_found_and_each_of_them():
    names = ("Gull", "Gulls", "Gull-Post", "The Gull Post Weekly", "Gul", "Harbour")
    outlets = Outlets([document(name) for name in names])
    text = Document.from_text("Gull Post Weekly, Gull-Post, Gulls, Gull, Gul, Harbour, Gullible.")
    found = [text.text[where.start : where.end] for _, where in outlets.mentions(text)]
    assert found == ["Gull Post Weekly", "Gull-Post", "Gulls", "Gull", "Gul", "Harbour"]
