"""A number of an English sentence with what it counts, as the readers of measures get it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc

from variorum.language import parsing
from variorum.model import Document
from variorum.normalise.nouns.nouns import Counted, counted
from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.quantity import Quantity


@dataclass(frozen=True)
class Number:
    document: Document
    doc: Doc
    quantity: Quantity
    thing: Counted


@pytest.fixture(scope="session")
def number() -> Callable[[str], Number]:
    def read(text: str) -> Number:
        document = Document.from_text(text, published="2020-05-05")
        doc = parsing.parse(document)
        quantity = quantities(text)[-1]
        thing = counted(doc, quantity)
        assert thing is not None
        return Number(document, doc, quantity, thing)

    return read
