"""Who speaks where a date, a medium or a clause stands between, or a noun alone means them."""

import pytest

from variorum import extract
from variorum.model import Document


def claims(language: str, text: str) -> list[tuple[str, list[str]]]:
    """Return who speaks in a text and through whom, in order."""
    document = Document.from_text(text, language=language, publisher="Paper")
    return [
        (claim.speaker.name, [link.name for link in claim.relay[1:-1]])
        for claim in extract(document)
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pt", "Morreram 12 pessoas, disse na segunda-feira, 5, o governador.", "governador"),
        (
            "pt",
            "A Frente Azul, tida como forte, publicou na quarta-feira (9) um vídeo em que "
            "reivindica a morte de 12 pessoas.",
            "Frente Azul",
        ),
        ("pt", "Morreram 12 pessoas, disseram na terça-feira (29) autoridades.", "autoridades"),
        ("es", "Murieron 12 personas, dijo el lunes, 5 de mayo, el ministerio.", "ministerio"),
        ("ru", "Погибли 12 человек, сообщает 27 ноября портал Лино.", "портал Лино"),
        ("ru", "Как сообщило в среду, 6 мая, агентство ЛНА, погибли 12.", "агентство ЛНА"),
        ("pl", "Zginęło 12 osób, podało w środę, 6 maja, ministerstwo.", "ministerstwo"),
    ],
)
def test_a_date_may_stand_between_a_verb_and_who_speaks(language, text, name):
    assert claims(language, text)[0] == (name, [])


def test_a_number_behind_a_day_is_no_date_where_something_was_counted():
    assert claims("es", "Murieron 12 personas el lunes, 5 mujeres, dijo la policía.")[0][0] == (
        "policía"
    )


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "Sono morte 12 persone: lo hanno denunciato lunedì le autorità.", "autorità"),
        ("fr", "12 sont morts : ce bilan vient du maire Jean Roux.", "Jean Roux"),
        ("fr", "12 sont morts. C'est ce que conclut, après un an, la mission.", "mission"),
        ("pt", "Morreram 12 pessoas. A informação é da polícia.", "polícia"),
        ("es", "Murieron 12 personas. La cifra la dan dos testigos.", "dos testigos"),
        ("de", "12 Menschen starben; das sagte der Gouverneur.", "Gouverneur"),
    ],
)
def test_a_sentence_may_tell_who_said_the_one_before(language, text, name):
    assert claims(language, text)[0][0] == name


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "de",
            "12 starben. Das meldete Reuters und berief sich auf Ärzte.",
            ("Ärzte", ["Reuters"]),
        ),
        ("fr", "Reuters annonce 12 morts et cite la police.", ("police", ["Reuters"])),
        (
            "ru",
            "Погибли 12 человек, сообщает Reuters, ссылаясь на полицию.",
            ("полицию", ["Reuters"]),
        ),
    ],
)
def test_a_medium_that_cites_somebody_is_not_who_says_it(language, text, told):
    assert claims(language, text)[0] == told


def test_who_acts_and_cites_a_law_is_no_medium():
    assert claims("de", "Die Polizei meldete 12 Tote und berief sich auf ein Gesetz.")[0][0] == (
        "Polizei"
    )


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Según los datos que obtuvo la Fundación Libre, murieron 12.", "Fundación Libre"),
        ("it", "Secondo i dati che ha raccolto la polizia, sono morte 12 persone.", "polizia"),
        # Whom they accuse gave nothing.
        ("es", "Murieron 12, según fuentes que acusan al ejército.", "fuentes"),
    ],
)
def test_data_are_of_who_gave_them(language, text, name):
    assert claims(language, text)[0][0] == name


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "es",
            "Ana Paz, vecina, dijo que había 12 muertos. La mujer contó que huyó con 3 hijos.",
            ["Ana Paz", "Ana Paz"],
        ),
        (
            "pt",
            "O porto fechou, disse a OLP, que contou 12 mortos. A organização diz que 3 fugiram.",
            ["OLP", "OLP"],
        ),
        # A spokesman is none of the witnesses.
        (
            "es",
            "Ana Paz, testigo, dijo que había 12 muertos. El portavoz dijo que eran 3.",
            ["Ana Paz", "portavoz"],
        ),
        (
            "tr",
            "Lino Sağlık Bakanlığı 12 kişinin öldüğünü duyurdu. Bakanlığa göre 3 kişi yaralandı.",
            ["Lino Sağlık Bakanlığı", "Lino Sağlık Bakanlığı"],
        ),
    ],
)
def test_a_noun_alone_means_who_spoke_before(language, text, names):
    found = [name for name, _ in claims(language, text)]
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(names))


def test_a_body_that_spoke_long_ago_is_not_meant():
    text = "La ONG OLP dijo que murieron 12. {}La organización dijo que 3 huyeron."
    other = "La policía dijo que eran 3. "
    near, far = (claims("es", text.format(other * n))[-1][0] for n in (2, 3))
    assert (near, far) == ("ONG OLP", "organización")


def test_he_is_the_only_holder_of_an_office_whom_the_sentence_before_names():
    text = "On a vu le président Jean Roux. « Il y a eu 12 morts et 40 blessés ici », a-t-il dit."
    assert claims("fr", text)[-1][0] == "Jean Roux"


def test_they_are_the_group_that_the_sentence_before_begins_with():
    text = "Las autoridades cerraron el puerto. Según ellas, murieron 12 personas."
    assert claims("es", text)[-1][0] == "autoridades"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # A medium is not "it" where another acts in between, and nobody is "him" in his own deed.
        (
            "fr",
            "Selon la chaîne LBC, 12 sont morts. La police a fui. Elle affirme que 3 sont morts.",
            "police",
        ),
        ("fr", "Des dizaines de pêcheurs ont été menés, d'après lui, au port.", "unnamed"),
        (
            "fr",
            "Le maire est mort, dit Jean Roux. Dans la nuit il a annoncé 12 morts.",
            "Jean Roux",
        ),
        # "And" may stand before the object of a verb.
        (
            "es",
            "El jefe, Jorge Paz, culpó de los 12 muertos a la guerrilla y los acusó de huir con 3.",
            "Jorge Paz",
        ),
        # What goes on with a list begins no other's figure.
        ("ru", "Агентство ЛНА называло погибших: 5 солдат, министр и 3 рабочих.", "Агентство ЛНА"),
        (
            "tr",
            "Lino Sağlık Bakanlığı 12 kişinin öldüğünü bildirdi. Mora Sağlık Bakanlığı sustu. "
            "Bakanlık, 3 kişinin yaralandığını savundu.",
            "Mora Sağlık Bakanlığı",
        ),
    ],
)
def test_who_speaks_is_told_by_what_stands_before(language, text, name):
    assert claims(language, text)[-1][0] == name
