"""What nobody has seen a sign of, and what neither of two says, in languages without a parser."""

from __future__ import annotations

import pytest

import variorum
from variorum.model import Certainty, Claim


def read(text: str, language: str) -> Claim:
    (claim,) = variorum.extract(variorum.Document.from_text(text, language=language))
    return claim


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire a dit qu'il n'y a aucune preuve que 20 personnes sont mortes."),
        ("de", "Der Minister sagte, es gebe keine Beweise, dass 20 Menschen starben."),
        ("es", "El alcalde dijo que no hay pruebas de que murieran 20 personas."),
        ("pt", "O prefeito disse que não há provas de que 20 pessoas morreram."),
        ("ru", "Мэр заявил, что нет доказательств, что погибли 20 человек."),
        ("uk", "Мер заявив, що немає доказів, що загинули 20 людей."),
        ("pl", "Burmistrz powiedział, że nie ma dowodów, że zginęło 20 osób."),
        ("nb", "Ordføreren sa at det ikke finnes bevis for at 20 mennesker døde."),
        ("tr", "Belediye başkanı, 20 kişinin öldüğüne dair kanıt olmadığını söyledi."),
        ("id", "Wali kota mengatakan tidak ada bukti bahwa 20 orang tewas."),
        ("ar", "قال رئيس البلدية إنه لا دليل على أن 20 شخصا قتلوا."),
        ("fa", "شهردار گفت هیچ مدرکی نیست که ۲۰ نفر کشته شده باشند."),
    ],
)
def test_what_nobody_has_seen_a_sign_of_is_doubted(language: str, text: str) -> None:
    # A word of "not" beside the cue leaves it open, which asserts as little.
    assert read(text, language).certainty in {Certainty.PROBABLY_NOT, Certainty.UNKNOWN}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Weder der Bürgermeister noch die Polizei sagte, dass 20 Menschen starben."),
        ("es", "Ni el alcalde ni el gobernador dijeron que murieron 20 personas."),
    ],
)
def test_what_neither_of_two_says_is_not_said(language: str, text: str) -> None:
    assert read(text, language).certainty is Certainty.UNKNOWN


def test_a_doubt_far_before_the_content_is_of_something_else() -> None:
    text = "Der Minister sagte, dass 20 Menschen starben."
    assert read(text, "de").certainty is Certainty.CERTAIN
