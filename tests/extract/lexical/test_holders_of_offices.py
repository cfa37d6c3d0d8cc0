"""Who holds an office is named beside it: the name speaks, in whatever order they stand."""

import pytest

from variorum import extract
from variorum.model import Document


def who(language: str, text: str) -> list[str]:
    """Return who speaks in a text, in order."""
    document = Document.from_text(text, language=language, publisher="Paper")
    return [claim.speaker.name for claim in extract(document)]


NAMED = [
    # What is said of an office stands between its holder and the verb.
    (
        "es",
        "Jorge Paz, director de la ONG Casa Libre, que ayuda a todos, dijo que murieron 12.",
        "Jorge Paz",
    ),
    ("pl", "Jan Nowak, prezydent Lawii, małej wyspy, oznajmił, że zginęło 12 osób.", "Jan Nowak"),
    (
        "de",
        "Karl Berg, Direktor der NGO „Freies Haus“, die hilft, sprach von 12 Toten.",
        "Karl Berg",
    ),
    # A body behind an office is no holder of it.
    ("pl", "Zginęło 12 osób - powiedział Jan Nowak, rzecznik Ministerstwa Obrony.", "Jan Nowak"),
    (
        "fr",
        "Selon Jean Roux, directeur de l'ONG Maison Libre, 12 personnes sont mortes.",
        "Jean Roux",
    ),
    # At the end of a sentence, and with a title of their own.
    ("pt", "Morreram 12 pessoas, segundo o prefeito de Lino, Jorge Paz.", "Jorge Paz"),
    (
        "it",
        "Sono morte 12 persone, secondo il portavoce della polizia Giorgio Pace.",
        "Giorgio Pace",
    ),
    ("es", "Murieron 12 personas, según el jefe de la policía, general Jorge Paz.", "Jorge Paz"),
    # Behind a day or a place, and behind an article that is a preposition too.
    (
        "es",
        "El lunes el alcalde de Lino, Jorge Paz, confirmó la muerte de 12 personas.",
        "Jorge Paz",
    ),
    ("pl", "W porcie Jan Nowak, minister zdrowia, zapewnił, że zginęło 12 osób.", "Jan Nowak"),
    ("pt", "A ministra do Serviço Florestal, Ana Lima, disse que morreram 12.", "Ana Lima"),
    # An agency is named behind its kind.
    ("de", "12 Menschen starben, laut der Nachrichtenagentur AFP.", "AFP"),
    ("es", "Según la agencia EFE murieron 12 personas.", "EFE"),
    ("pl", "Według agencji PAP zginęło 12 osób.", "PAP"),
    # "C, so X." may name a role, or go on with an office.
    ("de", "12 Menschen seien gestorben, so zwei Zeugen.", "zwei Zeugen"),
    ("de", "12 Menschen seien gestorben, so Karl Berg, Direktor des Hafens.", "Karl Berg"),
    # States tell figures, also without an article.
    ("es", "Perú habló de 12 muertos.", "Perú"),
    ("es", "El ministerio informó el lunes de la muerte de 12 personas.", "ministerio"),
    ("de", "Anna Roth hatte vorher 12 Tote gemeldet.", "Anna Roth"),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_who_holds_the_office_speaks(language: str, text: str, name: str) -> None:
    assert who(language, text) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In Lino wurden 12 Tote bestätigt."),
        ("de", "Es gab 12 Tote, so gibt die Zeitung die Zeugen wieder."),
        ("de", "Es gab 12 Tote, so viele Opfer."),
        ("ru", "Как сообщалось, погибли 12 человек."),
    ],
)
def test_nobody_is_named_where_a_passive_or_a_clause_tells(language: str, text: str) -> None:
    assert who(language, text)
    assert set(who(language, text)) <= {"Paper", "unnamed"}


def test_as_they_say_means_who_spoke_last() -> None:
    text = "Ana Ruiz dijo que hubo disparos. Según denunció, la policía mató a 12 personas."
    assert who("es", text) == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # The only word behind the comma is a name, also where the verb is none of saying.
        ("pt", "O presidente do clube, Zambi, disse que morreram 12 pessoas.", "Zambi"),
        (
            "es",
            "El ministro, Jorge Paz, apoyó todo. “Fue un acto legal y sin ningún herido”, afirmó.",
            "Jorge Paz",
        ),
        # What an office is of is not its holder.
        ("es", "Murieron 12 personas, dijo el alcalde de San Lino.", "alcalde de San Lino"),
        ("fr", "12 personnes sont mortes, a dit le maire de Saint Lin.", "maire de Saint Lin"),
        (
            "fr",
            "Hier, rapporte le correspondant à Oslo, Anne Berg, des rebelles ont tué 12 personnes.",
            "Anne Berg",
        ),
        # Who quotes a source is not the source.
        (
            "ar",
            "قال مدير مكتب الصحة في لينو أيمن سالم إن 12 شخصا قتلوا.",
            "مدير مكتب الصحة في لينو أيمن سالم",
        ),
    ],
)
def test_the_holder_is_named_and_not_what_the_office_is_of(language, text, name):
    assert who(language, text)[0] == name
