"""Which place of a name is meant: by what stands beside it."""

import pytest

from variorum.model import Document
from variorum.normalise.places.places import places


def told(text, language="en"):
    found = {p.name: p for p in places(Document.from_text(text, language=language))}
    return {name: (p.known_as, p.country) for name, p in found.items()}


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Two were hurt in Moscow, Idaho.", "Moscow", ("Moscow", "US")),
        ("Two were hurt in Portland, Maine.", "Portland", ("Portland", "US")),
        ("The Macon brigade came late, as it does in Georgia.", "Georgia", ("Georgia", "US")),
        ("Trucks from Tbilisi cross Georgia.", "Georgia", ("Georgia", "GE")),
        ("He spoke of Mexico, China, Japan and Brazil.", "China", ("China", "CN")),
        ("People came from Asia, Africa and Europe.", "Africa", ("Africa", None)),
        ("Floods hit Oregon, Washington and Idaho.", "Washington", ("Washington", "US")),
        ("Ten died in San José.", "San José", ("San José", "CR")),
        ("Ten died in Springfield.", "Springfield", (None, None)),
    ],
)
def test_what_the_text_says_decides_and_without_it_a_name_stays_open(text, name, place):
    assert told(text)[name] == place


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("en", "Ten died in Bakhmut, which Russia calls Artemovsk.", "Artemovsk"),
        ("en", "Ten died in Bakhmut (formerly Artemovsk).", "Artemovsk"),
        ("en", "Ten died in Bakhmut, also known as Artemovsk.", "Artemovsk"),
        ("ru", "Погибли в Бахмуте (бывший Артёмовск).", "Артёмовск"),
        ("es", "Murieron en Bajmut, que Rusia llama Artemovsk.", "Artemovsk"),
    ],
)
def test_another_name_of_a_place_is_that_place_or_open(language, text, other):
    assert told(text, language).get(other, (None, None)) in {("Bakhmut", "UA"), (None, None)}
