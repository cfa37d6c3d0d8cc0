"""Names and attributions that are read whole: none is cut, and none is left in what was said."""

import pytest

from variorum import extract
from variorum.model import Document

SAID = [
    # A hyphen is part of a name.
    ("de", "Nach Angaben des UN-Militärs kamen 13 Fischer ums Leben.", "UN-Militärs", "kamen"),
    ("de", "Nach Angaben des Militärs kamen 13 Fischer ums Leben.", "Militärs", "kamen"),
    (
        "fr",
        "Il y avait 120 pêcheurs là, selon le responsable du centre Anders al-Grimi.",
        "Anders al-Grimi",
        "Il y avait",
    ),
    # So is "of this place", and what a body belongs to.
    ("fr", "« Il ne reste rien ici du tout », raconte un habitant de cette ville.",
     "habitant de cette ville", "Il ne reste"),
    ("fr", "« Il ne reste rien ici du tout », raconte un habitant ce matin.", "habitant", "Il ne"),
    # The holder of an office behind a comma says it; what ends at the comma is no holder.
    ("es", "Murieron 40 personas, según ha explicado el portavoz de la Unión Portuaria de Corva"
     " (UPC), Karl Anders.", "Karl Anders", "Murieron"),
    ("es", "Murieron 40 personas, según ha explicado la Unión Portuaria.", "Unión Portuaria",
     "Murieron"),
    # What leads to a name is no part of it.
    ("fr", "Le naufrage a été revendiqué par le GRN, qui a précisé avoir ciblé 40 pêcheurs.",
     "GRN", "avoir ciblé"),
    ("ar", "قال الوزير شيئا. وكانت النرويج أعلنت مؤخرا أن الجسر اكتمل.", "النرويج", "الجسر"),
    ("ar", "قال الوزير شيئا. وكانت النرويج أعلنت أن الجسر اكتمل.", "النرويج", "الجسر"),
    ("de", "Dabei waren Bewohnern zufolge 12 Fischer gestorben.", "Bewohnern", "Dabei waren"),
    # The day belongs to the verb, not to what was said.
    ("fr", "Oslo a rejeté dimanche 11 octobre les accusations de massacre.", "Oslo", "les accus"),
    ("fr", "Oslo a rejeté les accusations de dimanche.", "Oslo", "les accusations de dimanche"),
    # Who begins a sentence accuses; whom it accuses does not.
    ("it", "Oslo ha accusato la Svezia di aver aperto il fuoco.", "Oslo", "di aver"),
    ("it", "Il governo ha da parte sua accusato la Svezia di aver aperto il fuoco.",
     "governo", "di aver"),
    ("fr", "Quelque 20 pêcheurs ont quitté la ville, ont annoncé les deux parties.",
     "deux parties", "Quelque 20"),
    # Verbs and nouns that attribute.
    ("fr", "Erik Sund a appelé lundi la Suède à relâcher les 12 pêcheurs.", "Erik Sund",
     "relâcher"),
    ("de", "Norwegens Armee hat eingeräumt, zehn Fischer getötet zu haben.", "Norwegens Armee",
     "zehn Fischer"),
    ("de", "Es brannte. Untersuchungen ergaben, dass zwei Fischer starben.", "Untersuchungen",
     "zwei Fischer"),
    ("es", "Más de 100 personas murieron. Esto es lo que ha denunciado la Unión Portuaria.",
     "Unión Portuaria", "Más de 100"),
    ("es", "Además, el Observatorio advierte de 12 muertos por falta de agua.", "Observatorio",
     "12 muertos"),
    ("uk", "Йшов дощ. Загинули 12 рибалок. Про це інформує агентство Nordo.", "агентство Nordo",
     "Загинули 12"),
    ("de", "Norwegische Behörden hatten am Mittwoch von 17 Verletzten gesprochen.",
     "Norwegische Behörden", "17"),
]  # fmt: skip


def claims_of(language: str, text: str) -> set[tuple[str, str]]:
    document = Document.from_text(text, language=language, publisher="Paper")
    return {(c.speaker.name, c.content[0].exact) for c in extract(document) if c.cue is not None}


@pytest.mark.parametrize(("language", "text", "speaker", "begins"), SAID)
def test_a_name_is_whole_and_the_content_has_no_attribution(language, text, speaker, begins):
    said = claims_of(language, text)
    assert any(name == speaker and words.startswith(begins) for name, words in said), said


NOBODY = [
    # "According to which" names nobody, though "according to the services" does.
    ("fr", 'Les services affirment que les "rumeurs" selon lesquelles 12 barges ont coulé sont'
     ' fausses.', "lesquelles"),
    ("es", 'Sund leyó la "Gran Verdad", según la cual los 12 pescadores se ahogaron.',
     "cual los"),
    # What was claimed or done is no speaker.
    ("fr", "Le Grom, lié à la Suède, a revendiqué l'attaque.", "attaque"),
    ("fr", "Le bilan de l'attaque contre la ville de Grom s'élève à 86 morts.", "attaque"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "word"), NOBODY)
def test_no_speaker_is_made_of_what_names_nobody(language, text, word):
    said = claims_of(language, text)
    assert not any(word in name for name, _ in said), said


def test_who_is_meant_by_which_is_not_who_spoke_last():
    said = claims_of(
        "pt",
        "“Encontrámos 27 corpos queimados em dois barcos”, disse o pescador, corroborando o relato"
        " de outra pessoa que também disse ter visto dezenas de corpos sem vida.",
    )
    assert any(name == "pescador" for name, _ in said), said
    assert any(words.startswith("ter visto") for _, words in said), said
    assert ("pescador", "ter visto dezenas de corpos sem vida") not in said
