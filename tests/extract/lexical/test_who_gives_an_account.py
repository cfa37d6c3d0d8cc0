"""Who blames, counts or gives another account, and under which name: beside ones that differ."""

import pytest

from variorum import extract
from variorum.model import Document

SUNK = "die Wachen hätten 12 Boote versenkt"
TOLD = [
    # A colon opens what is said by who blames another or has another account of it.
    (
        "de",
        "Minister Ole Berg gab den Fischern die Schuld: Von ihrem Kai seien 12 Boote gekommen.",
        {"Ole Berg": "Von ihrem Kai seien 12 Boote gekommen"},
    ),
    (
        "de",
        f"Anders hatte das Hafenamt Anfang Juli den Hergang beschrieben: {SUNK}.",
        {"Hafenamt": SUNK},
    ),
    (
        "de",
        f"Schwere Vorwürfe gegen die Reeder erhebt auch die Gewerkschaft: {SUNK}.",
        {"Gewerkschaft": SUNK},
    ),
    ("de", "Die Marine nahm den Hafen ein: 12 Fischer starben.", {}),
    (
        "es",
        "El ministro arremetió contra los armadores: sus barcos hundieron 12 botes.",
        {"ministro": "sus barcos hundieron 12 botes"},
    ),
    ("es", "El ejército tomó el puerto: murieron 12 pescadores.", {}),
    (
        "fr",
        "Ole Berg, qui dirige le port, donne une autre version : 12 barques ont coulé.",
        {"Ole Berg": "12 barques ont coulé"},
    ),
    ("fr", "L'armée a pris le port : 12 pêcheurs sont morts.", {}),
    (
        "it",
        "Il ministro ha dato la colpa ai pescatori: sono partite 12 barche.",
        {"ministro": "sono partite 12 barche"},
    ),
    (
        "pl",
        "Policja podaje inną wersję: strażnicy zatopili 12 łodzi.",
        {"Policja": "strażnicy zatopili 12 łodzi"},
    ),
    (
        "nb",
        "Ministeren ga fiskerne skylden: Fra kaia gikk 12 båter ut.",
        {"Ministeren": "Fra kaia gikk 12 båter ut"},
    ),
    ("nb", "Hæren tok havna: 12 fiskere døde.", {}),
    (
        "tr",
        "Bakan balıkçıları sorumlu tuttu: iskeleden 12 tekne çıktı.",
        {"Bakan": "iskeleden 12 tekne çıktı"},
    ),
    (
        "ar",
        "قدمت الشرطة رواية مختلفة: الحراس أغرقوا 12 قاربا.",
        {"الشرطة": "الحراس أغرقوا 12 قاربا"},
    ),
    # The next sentence goes on with it, also by a pronoun.
    (
        "ru",
        "Ольга Лунд заявила, что шёл снег. Полиция излагает иную версию. "
        "Утонули 12 лодок, настаивают они.",
        {"Ольга Лунд": "шёл снег", "Полиция": "Утонули 12 лодок"},
    ),
    (
        "ar",
        "رفض العقيد سامي لوند ما قاله الوزير. وأكد أن 12 قاربا غرقت.",
        {"العقيد سامي لوند": "12 قاربا غرقت"},
    ),
    # What is counted may stand before who counts it, and nobody counts by weeks.
    (
        "de",
        "26 Tote, unter ihnen 16 Matrosen, zählt eine Beobachtungsstelle.",
        {"Beobachtungsstelle": "26 Tote, unter ihnen 16 Matrosen"},
    ),
    ("de", "70 Netze zählt der Hafen.", {}),
    ("de", "Von mindestens 300 Toten sprach Ole Berg.", {"Ole Berg": "mindestens 300 Toten"}),
    (
        "de",
        "19 Wochen später meldete die Marine den Tod von 22 Fischern.",
        {"Marine": "den Tod von 22 Fischern"},
    ),
    # An official count speaks for itself, where nobody tells it.
    (
        "fr",
        "Le bilan officiel est de 70 morts.",
        {"bilan officiel": "Le bilan officiel est de 70 morts"},
    ),
    ("fr", "Le bilan officiel est attendu.", {}),
    (
        "ru",
        "Официальное число погибших — 70.",
        {"Официальное число": "Официальное число погибших — 70"},
    ),
    # A medium that it is told to, or that does not name somebody, says nothing.
    ("ar", "امرأة قالت لمجلة المرسى إن 12 قاربا غرقت.", {"امرأة": "12 قاربا غرقت"}),
    (
        "ar",
        "وأوضح المسؤول، الذي لم تكشف الصحيفة اسمه، أن 12 قاربا غرقت.",
        {"المسؤول": "12 قاربا غرقت"},
    ),
    (
        "de",
        "Dem Magazin sagte die Sprecherin, 12 Boote seien gesunken.",
        {"Sprecherin": "12 Boote seien gesunken"},
    ),
    ("de", "Das Magazin sagte, 12 Boote seien gesunken.", {"Magazin": "12 Boote seien gesunken"}),
    # A number ends the name of who counts, and a noun with its article is no verb.
    ("ar", "ورصدت اللجنة ثلاث سفن غرقت.", {"اللجنة": "ثلاث سفن غرقت"}),
    (
        "it",
        "L'Osservatorio marino di Bergen parla di 12 morti.",
        {"Osservatorio marino di Bergen": "12 morti"},
    ),
    # A cue ends before the comma of its clause.
    (
        "de",
        "Ole Berg, Direktor des Hafens, nimmt an, dass 12 Boote sanken.",
        {"Ole Berg": "12 Boote sanken"},
    ),
    ("de", "Das Gericht verurteilte den Mann zu 3 Jahren Haft.", {}),
]


@pytest.mark.parametrize(("language", "text", "said"), TOLD)
def test_who_tells_it(language: str, text: str, said: dict[str, str]) -> None:
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    assert {claim.speaker.name: claim.content[0].exact for claim in claims} == said


NAMED = [
    (
        "es",
        "La Oficina del Puerto (Onap) afirmó que llovía mucho. La Onap agregó que hubo 12 muertos.",
        ["Oficina del Puerto (Onap)"] * 2,
    ),
    (
        "de",
        "Das Zentrum für Seerettung (ZSR) sprach von 12 Toten. Das ZSR zählte 40 Tote.",
        ["Zentrum für Seerettung (ZSR)"] * 2,
    ),
    (
        "es",
        "El alcalde Rui Lund (PSD) dijo que llovía mucho. El PSD dijo que hubo 12 muertos.",
        ["alcalde Rui Lund", "PSD"],
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMED)
def test_a_body_has_one_name_with_its_short_one(language: str, text: str, names: list[str]) -> None:
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    assert [claim.speaker.name for claim in claims] == names


def test_who_only_acts_gives_no_account() -> None:
    text = "Die Polizei räumte den Hafen. Es habe 12 Verletzte gegeben."
    claims = extract(Document.from_text(text, language="de", publisher="Paper"))
    assert "Polizei" not in {claim.speaker.name for claim in claims}
