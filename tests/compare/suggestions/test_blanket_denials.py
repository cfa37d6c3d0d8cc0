"""Blanket denials stand beside the claims nearest to them, and are counted nowhere."""

import pytest

from variorum.compare import compare
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings


def suggested(*texts, language="en"):
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", published="2021-05-04", language=language)
        for n, text in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings())
    by_id = {claim.id: claim for claim in claims}
    return found, [[by_id[c].speaker.name for c in one.claims] for one in found.suggestions]


PAID = "The harbour company paid smugglers for safe passage, a former clerk said."
ELSE = "The weather was fine in the mountains, a shepherd said."


@pytest.mark.parametrize(
    "denial",
    [
        "The harbour company never dealt with smugglers, the director said.",
        "The harbour company paid only its own sailors for passage, the director said.",
    ],
)
def test_a_blanket_denial_stands_beside_what_is_nearest_to_it(denial):
    _, told = suggested(denial, PAID, ELSE)
    assert told == [["director", "former clerk"]]


def test_in_any_language():
    _, told = suggested(
        "Die Hafenfirma habe niemals Schmuggler für die Überfahrt bezahlt, sagte der Direktor.",
        "Die Hafenfirma habe Schmuggler für die Überfahrt bezahlt, sagte ein Angestellter.",
        language="de",
    )
    assert told == [["Direktor", "Angestellter"]]


def test_what_has_little_in_common_is_not_suggested():
    assert suggested("No ship ever left the harbour, the director said.", ELSE)[1] == []


def test_nobody_is_set_beside_himself_and_nothing_is_counted():
    own = "The director said that the harbour company paid smugglers for passage."
    denial = "The harbour company never paid smugglers for passage, the director said."
    found, told = suggested(f"{own} {denial}")
    assert told == []
    assert found.contradictions == found.disputes == ()
