import pytest

from variorum import Document, extract

CASES = [
    ("nb", "Forklaringen fra politiet var at tre menn hadde reist.", "politiet"),
    (
        "fr",
        "L'explication du ministère était que trois soldats avaient quitté la base.",
        "ministère",
    ),
    ("de", "Die Erklärung der Polizei war, dass zwölf Menschen verletzt wurden.", "Polizei"),
    ("es", "La versión del gobierno es que murieron cinco civiles.", "gobierno"),
    ("pt", "A explicação do governo foi que morreram cinco civis.", "governo"),
    ("id", "Penjelasan dari polisi adalah bahwa tiga orang tewas.", "polisi"),
]


@pytest.mark.parametrize(("language", "text", "source"), CASES)
def test_what_an_account_is_belongs_to_whose_account_it_is(language, text, source):
    (claim,) = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert claim.speaker.name == source
    assert len(claim.measures) == 1


def test_a_noun_without_a_clause_tells_nothing():
    text = "Forklaringen fra politiet kom for tre dager siden."
    claims = extract(Document.from_text(text, language="nb", publisher="The Paper"))
    assert all(claim.cue is None for claim in claims)
