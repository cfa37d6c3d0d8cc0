"""Who tells something beside the sentence: in an aside, as a view, or with a figure."""

import pytest

from variorum import extract
from variorum.model import Document

COLONEL = {
    "es": "El coronel Juan Lund dijo que nevaba mucho. ",
    "fr": "Le colonel Jean Lund a dit qu'il neigeait. ",
    "it": "Il colonnello Gino Lund ha detto che nevicava molto. ",
    "pt": "O coronel João Lund disse que nevava muito. ",
}
ASIDES = [
    ("es", "Los barcos, añadió, quedaron en el muelle.", "quedaron en el muelle"),
    ("fr", "Les bateaux du port, a-t-il dit, sont restés au port.", "sont restés au port"),
    ("it", "Le barche, ha aggiunto, sono rimaste al molo.", "sono rimaste al molo"),
    ("pt", "Os barcos, acrescentou, ficaram no cais.", "ficaram no cais"),
]
TOLD = [
    # What stands behind who tells a sentence in the middle is told as well.
    ("es", "El piloto Ana Ruiz, dijo la marina, hundió 3 barcos.", {"marina": "hundió 3 barcos"}),
    ("fr", "Le pilote, précise la police, a coulé 3 bateaux.", {"police": "a coulé 3 bateaux"}),
    # Who is named behind "for", first in a sentence, holds what follows; but no people at large.
    (
        "fr",
        "Pour Jean Lund, porte-parole du port, le quai a coulé en une nuit.",
        {"Jean Lund": "le quai a coulé en une nuit"},
    ),
    (
        "es",
        "Para el ministro Juan Lund, el muelle se hundió.",
        {"Juan Lund": "el muelle se hundió"},
    ),
    (
        "it",
        "Per il ministro del porto, i morti sono 12.",
        {"ministro del porto": "i morti sono 12"},
    ),
    ("pt", "Para o ministro João Lund, o cais afundou.", {"João Lund": "o cais afundou"}),
    ("es", "Para la población, el muelle se hundió con 20 barcos.", {}),
    # What somebody finds out is told where a clause follows at once.
    ("es", "La ONG halló que el muelle se hundió.", {"ONG": "el muelle se hundió"}),
    ("es", "La ONG halló cartas que hablan de 20 barcos.", {}),
    ("fr", "La commission a établi que le quai a coulé.", {"commission": "le quai a coulé"}),
    (
        "it",
        "La commissione ha accertato che il molo è caduto.",
        {"commissione": "il molo è caduto"},
    ),
    ("pt", "A OBR, depois de ouvir todos, apurou que o cais caiu.", {"OBR": "o cais caiu"}),
    # A denial ends at the colon behind what it denies.
    (
        "es",
        "La marina niega todos los cargos: asegura que el muelle se hundió.",
        {"marina": "el muelle se hundió"},
    ),
    # Proofs are nobody, and a version that did something is no account.
    (
        "es",
        "Numerosas pruebas indican que el muelle se hundió.",
        {"unnamed": "el muelle se hundió"},
    ),
    ("es", "Llegó la versión de la marina sobre el plan que hundió 3 barcos.", {}),
    # A semicolon ends what is told where another tells on.
    (
        "es",
        "La radio habla de 25 muertos; la agencia Efe informó de 20 heridos.",
        {"radio": "25 muertos", "Efe": "20 heridos"},
    ),
    # Who is sent is nobody who sends: "a note sent by".
    ("es", "Los barcos son, afirman en un comunicado enviado por correo, 20 veleros.", {}),
    # The name of who holds an office stands behind its comma, with a title.
    (
        "fr",
        "« Le quai a coulé », a dit à l'AFP son directeur, le Dr Jean Lund.",
        {"Dr Jean Lund": "Le quai a coulé"},
    ),
    # Whom somebody accuses says nothing.
    (
        "fr",
        "La «Zorda», nom de la marine, accuse les milices de Corva d'avoir coulé 3 navires.",
        {"Zorda": "avoir coulé 3 navires"},
    ),
    ("fr", "«Il faut agir en mer», a réagi Ana Lund.", {"Ana Lund": "Il faut agir en mer"}),
    # A clause about somebody goes on with "and".
    (
        "es",
        "El informe contradice a Corva, que lo lamenta e insiste en que el muelle se hundió.",
        {"Corva": "el muelle se hundió"},
    ),
]


def _told(language: str, text: str) -> dict[str, str]:
    document = Document.from_text(text, language=language)
    claims = [claim for claim in extract(document) if claim.cue is not None]
    return {claim.speaker.name: claim.content[-1].exact for claim in claims}


@pytest.mark.parametrize(("language", "text", "content"), ASIDES)
def test_an_aside_without_a_name_goes_on_with_who_spoke(
    language: str, text: str, content: str
) -> None:
    told = _told(language, COLONEL[language] + text)
    assert [*told.values()] == [content]
    assert "Lund" in next(iter(told))


@pytest.mark.parametrize(("language", "text", "said"), TOLD)
def test_who_tells_beside_a_sentence_is_found(
    language: str, text: str, said: dict[str, str]
) -> None:
    assert _told(language, text) == said


@pytest.mark.parametrize(
    ("language", "several", "one"),
    [
        ("es", "También añadieron que nevaba mucho.", "También añadió que nevaba mucho."),
        ("fr", "Ont ajouté aussi qu'il neigeait fort.", "A ajouté aussi qu'il neigeait fort."),
        ("it", "Hanno aggiunto che nevicava molto.", "Ha aggiunto che nevicava molto."),
        ("pt", "Também acrescentaram que nevava muito.", "Também acrescentou que nevava muito."),
    ],
)
def test_what_one_says_is_no_word_of_several(language: str, several: str, one: str) -> None:
    witnesses = {
        "es": "Los testigos dijeron que llovía mucho. ",
        "fr": "Les témoins ont dit qu'il pleuvait. ",
        "it": "I testimoni hanno detto che pioveva molto. ",
        "pt": "As testemunhas disseram que chovia muito. ",
    }[language]
    assert len(_told(language, witnesses + several)) == 1
    assert "unnamed" in _told(language, witnesses + one)


def test_one_name_that_two_bear_is_not_made_whole() -> None:
    text = "Vimos a Ana Lund y a Eva Lund en el muelle. Lund, herida, dijo que nevaba mucho."
    assert [*_told("es", text)] == ["Lund"]


def test_a_figure_is_told_by_who_begins_a_sentence() -> None:
    text = "Ayer llegó Corva. Corva cifra en 60 los rebeldes muertos."
    assert _told("es", text) == {"Corva": "en 60 los rebeldes muertos"}


def test_an_office_of_many_words_may_stand_between_a_name_and_its_verb() -> None:
    office = "responsable de la gran oficina humanitaria de la isla (OGHI)"
    text = f"Juana Lund, {office}, cifra en 22 los civiles muertos: 3 eran niños."
    assert list(_told("es", text)) == ["Juana Lund"]
