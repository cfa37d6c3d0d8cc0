from __future__ import annotations

import pytest

from variorum.language import parsing
from variorum.model import Document
from variorum.normalise.nouns.named_places import NamedPlaces
from variorum.normalise.places.places import places


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("They died in Raqqa.", "Raqqa", "Raqqah"),
        ("They died in Raqqa city.", "city", "Raqqah"),
        ("They died in west Mosul.", "Mosul", "west Mosul"),
        ("They fought in Idlib province.", "province", "Idlib province"),
        ("They marched in Vellmark.", "Vellmark", "Vellmark"),
        ("They marched in March.", "March", None),
        ("They marched in silence.", "silence", None),
        ("They gave it to Mr. Vellmark.", "Vellmark", None),
    ],
)
def test_a_noun_names_a_place_or_none(text: str, noun: str, name: str | None) -> None:
    document = Document.from_text(text)
    doc = parsing.parse(document)
    token = next(t for t in doc if t.text == noun)
    assert NamedPlaces(doc, places(document, doc)).name(token) == name


def test_all_spellings_have_one_name() -> None:
    document = Document.from_text("Some fled to Zabadani. Others stayed in al-Zabadani in Syria.")
    doc = parsing.parse(document)
    named = NamedPlaces(doc, places(document, doc))
    names = {named.name(t) for t in doc if t.text.endswith("Zabadani")}
    assert len(names) == 1
