"""Who says what, where a participle, a clause, a day or a body beside it could be taken for it."""

import pytest

from variorum import extract
from variorum.model import Document

HALF = "El Gobierno ha confirmado que 20 soldados han muerto en el pueblo, tomado por las milicias."
SAID = [
    # A participle that agrees with its noun says nothing; one with its auxiliary does.
    ("fr", "La seule présence confirmée de soldats était à 300 mètres.", "Paper", "La seule"),
    ("fr", "La présidence a confirmé la mort de 30 soldats.", "présidence", "la mort"),
    ("es", "La muerte confirmada de 20 vecinos causó protestas.", "Paper", "La muerte"),
    # A clause about the source, and what a dash opens, ends with its own mark.
    (
        "es",
        "Según los sobrevivientes y testigos que el diario entrevistó, murieron 20 civiles.",
        "sobrevivientes y testigos",
        "murieron 20 civiles",
    ),
    (
        "es",
        "Los barcos estaban lejos, según reconoció el Ejército danés, el lunes con 20 soldados.",
        "Ejército danés",
        "Los barcos",
    ),
    ("fr", "Six marins ont fui, selon Tel-Aviv, avec neuf enfants.", "Tel-Aviv", "Six marins"),
    (
        "it",
        "Secondo una prima indagine dell'Unia gli spari hanno causato 10 morti.",
        "prima",
        "gli",
    ),
    ("es", HALF, "Gobierno", "20 soldados"),
    (
        "it",
        "L'esercito nega e afferma che i soldati “non hanno mai usato il gas”.",
        "esercito",
        "i",
    ),
    # A day between verb and complement opens no source.
    ("ar", "أفادت تقارير اليوم الثلاثاء بمقتل 100 مدني.", "تقارير", "بمقتل"),
    # "As X writes, this was said in Y": the sentence before is what is said.
    (
        "uk",
        "Загинули 33 солдати. Як повідомляє «Ранок», про це йдеться у заяві міністерства.",
        "міністерства",
        "Загинули 33 солдати",
    ),
    # Who tells it of himself, of another's office, behind an accord, or with a broadcaster's name.
    (
        "fr",
        "Douze sont morts, a annoncé un conseiller du président danois Paul Lund.",
        "conseiller du président",
        "Douze",
    ),
    ("fr", "Le président danois Paul Lund annonce la mort de 12 soldats.", "Paul Lund", "la mort"),
    (
        "fr",
        "En vertu d’un accord parrainé par la Norvège et signé entre le gouvernement danois et "
        "les rebelles, Oslo s’est engagé à évacuer les 40 habitants.",
        "Oslo",
        "à évacuer",
    ),
    (
        "es",
        "Según el enviado de Al Alam, los soldados mataron a 12.",
        "enviado de Al Alam",
        "los soldados",
    ),
    ("fr", "Luc Petit est aussi accusé du meurtre de six personnes.", "Paper", "Luc Petit"),
    ("fr", "Luc Petit a aussi accusé l'armée du meurtre de 6 personnes.", "Luc Petit", "l'armée"),
    ("de", "Ein Gefangener berichtet vom Massentod mit 12 Opfern.", "Paper", "Ein Gefangener"),
    ("ar", "كما قال والي هاتاي إن هناك 12 إصابة في صفوف الجنود.", "والي هاتاي", "هناك 12"),
    ("ar", "قتل 33 من الجنود، بحسب ما أعلنه والي هاتاي.", "والي هاتاي", "قتل 33"),
    ("pl", "Nowak powiedział agencji Reutera, że uciekło 12 osób.", "Nowak", "uciekło"),
    ("id", "Menurut laporan BBC hari Minggu, 12 orang tewas.", "laporan BBC", "12"),
    # A month, "from" and a noun are no source, and whose own account it is was told before.
    ("de", "„Wir halten uns daran“, hieß es vom Militär.", "Militär", "Wir halten"),
    (
        "de",
        "Justizminister Jan Moor hatte vergangenen Monat erklärt, die 12 Studenten seien tot.",
        "Jan Moor",
        "die 12",
    ),
    (
        "pl",
        "Nowak mówił, że zginęło 12 osób. Według jego relacji zabito też 40 jeńców.",
        "Nowak",
        "zabito",
    ),
    (
        "tr",
        "Savunma Bakanlığı, 9 kişinin öldüğünü bildirdi. Açıklamada, 34 yaralı olduğu belirtildi.",
        "Savunma Bakanlığı",
        "Açıklamada",
    ),
    ("es", "La Liga negó 12 muertes. Hubo 101 rechazos que vio el jefe.", "Paper", "Hubo 101"),
    # A verb at the end of a subject, a people behind its officials, and a second figure.
    (
        "de",
        "Oslo wies hingegen jede Schuld zurück und beschuldigte die Armee, 40 getötet zu haben.",
        "Oslo",
        "40",
    ),
    (
        "tr",
        "Adadaki yetkililer Danimarka ordusunun 12 kişiyi öldürdüğünü bildirdi.",
        "Adadaki yetkililer",
        "Danimarka",
    ),
    (
        "de",
        "Die Polizei gab die Opfer mit 30 an, während die Gewerkschaft sagte, es seien 36 tot.",
        "Polizei",
        "die Opfer mit 30",
    ),
    (
        "ar",
        "قالت النيابة العامة إن 12 شخصا قتلوا. وأضاف البيان أن القوة كانت تبعد 150 مترا.",
        "النيابة العامة",
        "القوة",
    ),
    # Bodies that say something, with other words between than names.
    ("de", "Die Marine sprach am selben Tag von 90 Toten.", "Marine", "90 Toten"),
    (
        "de",
        "„Es waren drei“, sagte ein Einwohner der Nachrichtenagentur Xinhua.",
        "Einwohner",
        "Es",
    ),
    ("pl", "Ambasada mówiła o 40 zabitych.", "Ambasada", "40"),
    ("ru", "Посольство сообщило о 40 погибших.", "Посольство", "40"),
    ("tr", "Donanma 40 kişinin öldüğünü açıkladı.", "Donanma", "40"),
    ("nb", "Marinen snakket om 40 drepte.", "Marinen", "40"),
]


@pytest.mark.parametrize(("language", "text", "source", "begins"), SAID)
def test_who_says_what(language, text, source, begins):
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    said = {(c.speaker.name, c.content[0].exact) for c in claims}
    assert any(name.startswith(source) and words.startswith(begins) for name, words in said), said


def test_what_a_dash_opens_ends_with_a_dash():
    text = "La UNE —que insiste en que hay 27 muertos— lleva advirtiendo de que habrá más."
    claims = extract(Document.from_text(text, language="es"))
    assert "hay 27 muertos" in [claim.content[0].exact for claim in claims]
    assert {claim.speaker.name for claim in claims} == {"UNE"}


def test_what_was_said_before_is_said_once():
    text = "В пожаре погибли 33 моряка. Об этом сегодня, 28 мая, заявил глава МИД Сергей Лавин."
    (claim,) = extract(Document.from_text(text, language="ru"))
    assert claim.content[0].exact == "В пожаре погибли 33 моряка"


def test_the_second_figure_of_a_sentence_is_none_of_the_first():
    text = "Die Polizei gab die Opfer mit 30 an, während die Gewerkschaft sagte, es seien 36 tot."
    said = {
        c.speaker.name: c.content[0].exact for c in extract(Document.from_text(text, language="de"))
    }
    assert said == {"Polizei": "die Opfer mit 30", "Gewerkschaft": "es seien 36 tot"}


def test_who_denies_and_says_denies_nothing_of_what_he_says():
    text = "L'esercito nega e afferma che i soldati “non hanno mai usato il gas nella città”."
    claims = extract(Document.from_text(text, language="it"))
    assert {claim.stance.value for claim in claims} == {"asserts"}


def test_a_ministry_is_not_the_minister_of_whom_it_was_told():
    text = (
        "Директор организации Анна Петрова сказала, что погибли 19 человек. "
        "В организации говорят, что обстрел длился час."
    )
    claims = extract(Document.from_text(text, language="ru"))
    assert [claim.speaker.name for claim in claims][-1] == "организации"


BY_FIGURES = [
    ("ru", "По официальным данным, погибли 12 человек.", "официальным данным"),
    ("uk", "За попередніми даними, загинули 12 людей.", "попередніми даними"),
    ("de", "Nach offiziellen Angaben starben 12 Menschen.", "offiziellen Angaben"),
    ("de", "Nach dem Bericht von Human Aid starben 12 Menschen.", "Human Aid"),
    ("de", "Die Liga warnte. Die RSF beschuldigte die Armee, 12 getötet zu haben.", "RSF"),
    ("de", "Nach Angaben des Geheimdiensts SBU starben 12 Menschen.", "Geheimdiensts SBU"),
    ("pl", "Z dochodzenia Nowak wynika, że zginęło 12 osób.", "Nowak"),
    ("pl", "Rosyjska propaganda wielokrotnie twierdziła, że zginęło 12.", "Rosyjska propaganda"),
    ("fr", "L'armée a démenti et a attribué l'explosion de 12 bombes à des rebelles.", "armée"),
    ("fr", "Le général Petit parlait en juin de 600 morts.", "général Petit"),
    ("ru", "Минобороны отвергло сведения о том, что погибли 12 человек.", "Минобороны"),
]


@pytest.mark.parametrize(("language", "text", "source"), BY_FIGURES)
def test_whose_figures_they_are(language, text, source):
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    assert claims[-1].measures
    assert claims[-1].speaker.name == source


def test_a_straight_mark_closes_what_a_low_one_opens():
    text = '„Es gibt 12 Tote", sagte Anna Moor. Der Chef sprach von einem „Fehler". Es regnete.'
    said = extract(Document.from_text(text, language="de", publisher="Paper"))
    assert said[0].content[0].exact == "Es gibt 12 Tote"
    assert said[0].speaker.name == "Anna Moor"


def test_one_is_no_figure_of_another_body():
    text = "Die Behörden sprechen von 7 toten Polizisten und Soldaten sowie einem toten Mann."
    assert {c.speaker.name for c in extract(Document.from_text(text, language="de"))} == {
        "Behörden"
    }


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        # A quotation within a sentence begins with it.
        (
            "fr",
            "La police a vidé un camp de 600 personnes « sans aucune arme », a dit Paul Lund.",
            "Paul Lund",
            "La police a vidé un camp de 600 personnes « sans aucune arme »",
        ),
        (
            "fr",
            "Le ministre de la Mer est venu. « Il y a eu 12 morts dans le port », dit-il ensuite.",
            "ministre de la Mer",
            "Il y a eu 12 morts dans le port",
        ),
        (
            "de",
            "Nach dänischen Angaben starben 30 Menschen.",
            "dänischen Angaben",
            "starben 30 Menschen",
        ),
    ],
)
def test_what_is_said_is_whole(language, text, source, content):
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    assert (source, content) in [(c.speaker.name, c.content[0].exact) for c in claims]
    assert "denies" not in [c.stance.value for c in claims if c.content[0].exact == content]
