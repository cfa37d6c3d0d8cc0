"""What a verb of saying takes, who goes on, and who passes it on: each beside one that differs."""

import pytest

from variorum import extract
from variorum.model import Document

DOCK = "el muelle seguía cerrado"
SAID = [
    # A clause about the object of a verb is not what was said, nor one that tells when.
    ("es", f"El alcalde expresó su pena por noticias que decían que {DOCK}.", {"unnamed": DOCK}),
    ("es", f"El alcalde expresó que {DOCK}.", {"alcalde": DOCK}),
    ("es", f"El alcalde pidió una pausa después de que {DOCK}.", {}),
    ("es", f"El alcalde dijo después que {DOCK}.", {"alcalde": DOCK}),
    ("es", "El alcalde contó los barcos del puerto, que seguían en la bahía.", {}),
    ("es", f"El alcalde contó, por su parte, que {DOCK}.", {"alcalde": DOCK}),
    # The whole object is told, also where it ends with a quotation.
    (
        "es",
        "El alcalde atribuyó los daños a “la mala suerte de los barcos”.",
        {"alcalde": "los daños a “la mala suerte de los barcos”"},
    ),
    (
        "es",
        "El alcalde atribuyó en su carta “los daños a la mala suerte”.",
        {"alcalde": "los daños a la mala suerte"},
    ),
    (
        "es",
        "La marina informó de la captura de 11 barcos acusados de ser piratas.",
        {"marina": "la captura de 11 barcos acusados de ser piratas"},
    ),
    ("es", "La marina afirma ser la dueña de 11 barcos.", {"marina": "ser la dueña de 11 barcos"}),
    (
        "es",
        "El alcalde había atribuido lo ocurrido a un fallo.",
        {"alcalde": "lo ocurrido a un fallo"},
    ),
    # A gerund goes on with the subject of its sentence; without a comma it tells of a noun.
    (
        "es",
        f"El alcalde dijo que llovía mucho. Los vecinos huyeron, destacando que {DOCK}.",
        {"alcalde": "llovía mucho", "vecinos": DOCK},
    ),
    (
        "es",
        "El alcalde huyó diciendo que cartas y mapas hechos por vecinos alegando frío eran falsos.",
        {"alcalde": "cartas y mapas hechos por vecinos alegando frío eran falsos"},
    ),
    (
        "pt",
        "Três barcos afundaram, disse o ministério, acrescentando que a ponte caiu.",
        {"ministério": "a ponte caiu"},
    ),
    # "And" goes on with who was named last, but what several did is no saying of one.
    (
        "es",
        f"Corva dijo que nevaba mucho, aunque Lund negó la noticia y aseguró que {DOCK}.",
        {"Corva": "nevaba mucho", "Lund": DOCK},
    ),
    ("es", "El alcalde dijo que llovía y confirmó 45 averías.", {"alcalde": "45 averías"}),
    # A verb alone behind what was said goes on with who spoke.
    (
        "es",
        "El alcalde dijo que llovía. Otros 50 barcos siguen en la bahía de Lund, agregó.",
        {"alcalde": "Otros 50 barcos siguen en la bahía de Lund"},
    ),
    # Who passes it on ends what another said; who says another thing ends an account.
    (
        "es",
        f"Los pescadores aseguraron que {DOCK}, informó la agencia Efe.",
        {"Efe": f"Los pescadores aseguraron que {DOCK}", "pescadores": DOCK},
    ),
    (
        "pt",
        "Segundo os moradores, 45 barcos afundaram, mas o governo estima entre 100 e 200.",
        {"moradores": "45 barcos afundaram", "governo": "entre 100 e 200"},
    ),
    (
        "es",
        "79 barcos, según la Fiscalía, y 119, según el Ejército.",
        {"Fiscalía": "79 barcos", "Ejército": "119"},
    ),
    # Nobody is named by "it was", and whom it was told to says nothing.
    (
        "es",
        "Cuando la marina abrió la presa, se han confirmado 32 averías.",
        {"unnamed": "32 averías"},
    ),
    (
        "es",
        "La Unión Portuaria exigió al gobierno que abra la presa.",
        {"Unión Portuaria": "abra la presa"},
    ),
    (
        "es",
        "Los pescadores se manifestaron y Corva dijo estar lejos de 30 barcos.",
        {"Corva": "estar lejos de 30 barcos"},
    ),
    ("es", f"Los pescadores manifestaron que {DOCK}.", {"pescadores": DOCK}),
    # No name goes over a verb; an article that is a preposition too leads to a name.
    ("es", f"La policía local emitió el balance y precisó que {DOCK}.", {"policía local": DOCK}),
    (
        "pt",
        "“A ponte caiu ontem de manhã”, disse a organização em uma carta.",
        {"organização": "A ponte caiu ontem de manhã"},
    ),
    (
        "pt",
        "A organização não-governamental Porto Livre disse que a ponte caiu.",
        {"organização não-governamental Porto Livre": "a ponte caiu"},
    ),
    # Who confirms in the passive; one person is no group.
    (
        "es",
        "La muerte de los pescadores fue confirmada por la alcaldía.",
        {"alcaldía": "La muerte de los pescadores"},
    ),
    (
        "pt",
        "Moradores dizem que neva bem. O padre Rui Lund rezou. “A ponte já caiu hoje”, disse ele.",
        {"Moradores": "neva bem", "Rui Lund": "A ponte já caiu hoje"},
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), SAID)
def test_each_says_its_own(language: str, text: str, said: dict[str, str]) -> None:
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    assert {claim.speaker.name: claim.content[0].exact for claim in claims} == said


def test_who_passes_it_on_is_in_the_relay() -> None:
    text = f"Los pescadores aseguraron que {DOCK}, informó Efe."
    claims = extract(Document.from_text(text, language="es", publisher="Paper"))
    relays = [[link.name for link in claim.relay] for claim in claims]
    assert ["Paper", "Efe", "pescadores"] in relays


MORE = [
    # Whom a verb accuses is part of the accusation; who gave an account speaks behind its verb.
    (
        "es",
        "Corva acusó a los vecinos de haber quemado los barcos.",
        {"Corva": "a los vecinos de haber quemado los barcos"},
    ),
    ("es", "Corva afirma haber quemado los barcos.", {"Corva": "haber quemado los barcos"}),
    ("es", "Hay un plan de 43 barcos que anunció el gobierno de Lund.", {}),
    (
        "es",
        "Anunció el gobierno de Lund, un plan de 43 barcos.",
        {"gobierno de Lund": "un plan de 43 barcos"},
    ),
    # What an office is of is no name of its holder.
    (
        "es",
        f"El secretario de Asuntos Marinos de Lund afirmó que {DOCK}.",
        {"secretario de Asuntos Marinos de Lund": DOCK},
    ),
    ("es", f"El gobernador de Corva Ana Ruiz afirmó que {DOCK}.", {"Ana Ruiz": DOCK}),
    # A figure of one ends where another says something.
    (
        "es",
        "El alcalde habla de cinco muertos y los Pescadores Unidos afirman que son 200.",
        {"alcalde": "cinco muertos", "Pescadores Unidos": "son 200"},
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), MORE)
def test_each_verb_has_what_it_tells(language: str, text: str, said: dict[str, str]) -> None:
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    told = {claim.speaker.name: claim.content[0].exact for claim in claims}
    assert told == said


def test_a_clause_without_its_own_words_ends_before_what_opens_it() -> None:
    text = "Unos 60 murieron en un choque que el Ministerio atribuyó a Lund."
    (claim,) = extract(Document.from_text(text, language="es", publisher="Paper"))
    assert claim.content[0].exact == "Unos 60 murieron en un choque"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("CORVA, 20 Jul. 2025 (Europa Press) - Unas 100 personas han muerto", "Unas 100 personas"),
        ("LA CORVA.- Unas 100 personas han muerto", "Unas 100 personas"),
        ("Corva (Lund) ha contado 100 personas - todas vivas", "Corva (Lund) ha"),
    ],
)
def test_a_dateline_with_its_day_is_no_content(text: str, content: str) -> None:
    document = Document.from_text(f"{text}, según la policía.", language="es", publisher="Paper")
    assert extract(document)[0].content[0].exact.startswith(content)


def _speakers(language: str, text: str) -> list[tuple[str, str]]:
    document = Document.from_text(text, language=language, publisher="Paper")
    return [(claim.speaker.name, claim.content[0].exact) for claim in extract(document)]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        # Who was named before is meant by a noun alone.
        ("de", "Der Verband Freies Meer hat eine Liste gezeigt. Die Organisation nennt 20 Tote.",
         ("Verband Freies Meer", "20 Tote")),
        ("de", "Die Gruppe Freies Meer schwieg. Ana Lund ist tot. Die Gruppe bestätigte 9 Tote.",
         ("Gruppe Freies Meer", "9 Tote")),
        ("ar", "قتلت حركة الشباب المجاهدين 9 جنود. وأكدت الحركة أن العدد 12 جنديا.",
         ("حركة الشباب المجاهدين", "العدد 12 جنديا")),
        ("de", "Lund AG nannte 3 Tote. Ana Lund, die Ärztin, nannte 2 Tote. Die Organisation nannte"
         " 9 Tote.", ("Organisation", "9 Tote")),
        # The verb of what was reported goes on with it, without a number too.
        ("de", "Laut Polizei brannte der Hafen, so der Bürgermeister. Auf die Boote sei geschossen"
         " worden.", ("Polizei", "Auf die Boote sei geschossen worden")),
        ("ru", "Генеральная прокуратура Норландии начала дело. По данным прокуратуры, 9 убиты.",
         ("Генеральная прокуратура Норландии", "9 убиты")),
        # What a text says is what they said who spoke last.
        ("ru", "Полиция сообщила о пожаре. Два человека погибли, говорится в сообщении.",
         ("Полиция", "Два человека погибли")),
        ("de", "Die Polizei meldete 9 Tote. Sie hätten gefeiert, heißt es in der Erklärung vom"
         " Dienstag.", ("Polizei", "Sie hätten gefeiert")),
        # The verb before "and" tells what stands before it.
        ("tr", "Ana Lund, 50 kişinin yaralandığını söyledi ve 9 kişinin öldüğünü belirtti.",
         ("Ana Lund", "9 kişinin öldüğünü")),
    ],
)  # fmt: skip
def test_who_spoke_before_goes_on(language: str, text: str, last: tuple[str, str]) -> None:
    assert _speakers(language, text)[-1] == last


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("de", "Es gab laut Polizei 87 Tote, nach unabhängigen Quellen sogar 200.",
         {"Polizei": "Es gab", "unabhängigen Quellen": "sogar 200"}),
        ("de", "Nach Lunds Angaben starben neun Bauern.", {"Lund": "starben neun Bauern"}),
        ("de", "Das Komitee half. Nach eigenen Angaben hatte das NRK 700 Gefangene geholt.",
         {"NRK": "hatte das NRK 700 Gefangene geholt"}),
        ("ar", "وتحدثت حصيلة أولى عن مقتل 25 جنديا، غير أن الوزارة أكدت أن القتلى مدنيون.",
         {"حصيلة أولى": "مقتل 25 جنديا", "الوزارة": "القتلى مدنيون"}),
        ("ar", 'وقال مصدر حكومي لم يرغب في ذكر اسمه، وفق ما نقله موقع "نور"، إن 30 أسيرا وصلوا.',
         {'موقع "نور"': "وقال مصدر حكومي لم يرغب في ذكر اسمه"}),
        ("bg", "Вчера Фронт за свобода пое отговорност за взрива в град Лиси.",
         {"Фронт за свобода": "взрива в град Лиси"}),
    ],
)  # fmt: skip
def test_each_account_has_its_own_part(language: str, text: str, parts: dict[str, str]) -> None:
    assert parts.items() <= dict(_speakers(language, text)).items()
