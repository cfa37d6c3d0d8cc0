"""The words by which a claim speaks of all or nothing, in the language of its document."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements.blanket_words import blanket_word


def blanket(text, language="en"):
    document = Document.from_text(text, publisher="Outlet", language=language)
    return {blanket_word(claim, document) for claim in extract(document)}


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The clerk said that the firm never paid pirates.", "en", "never"),
        ("The clerk said that no ship left the harbour.", "en", "no"),
        ("Der Beamte sagte, die Firma habe niemals Piraten bezahlt.", "de", "niemals"),
        ("Il funzionario ha detto che nessuna nave è partita.", "it", "nessuna"),
        ("Il funzionario ha detto che una nave è partita.", "it", ""),
        ("Служителят заяви, че никой кораб не е тръгнал.", "bg", "никой"),
        ("Служителят заяви, че един кораб е тръгнал.", "bg", ""),
        ("The clerk said that not all ships left the harbour.", "en", ""),
        ("The clerk said that the firm paid pirates.", "en", ""),
        ("The clerk said that all ships left the harbour.", "en", "all"),
        ("The clerk said that the firm put all kinds of ships to sea.", "en", ""),
        ("Der Beamte sagte, die Firma zahle alle Rechnungen pünktlich.", "de", ""),
    ],
)
def test_what_is_denied_or_restricted_as_a_whole(text, language, word):
    assert blanket(text, language) == {word}


def test_a_denial_needs_no_such_word():
    assert blanket("The clerk denied that the firm paid pirates.") == {"denied"}
