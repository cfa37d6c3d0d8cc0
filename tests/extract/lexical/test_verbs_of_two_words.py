"""German verbs of two words go around what is said, and around who says it where that is first."""

import pytest

from variorum import extract
from variorum.model import Document, Stance


def told(text: str, language: str = "de") -> list[tuple[str, str, Stance]]:
    """Return the speakers of a text with what each says, and how."""
    claims = extract(Document.from_text(text, language=language, publisher="Blatt"))
    return [(c.speaker.name, " … ".join(s.exact for s in c.content), c.stance) for c in claims]


ROUND = [
    ("Die Werft hat am Montag den Verlust von drei Schiffen bestätigt.",
     "Werft", "den Verlust von drei Schiffen"),
    ("Im Mai hatte die Armee noch alle Vorwürfe von Übergriffen zurückgewiesen.",
     "Armee", "alle Vorwürfe von Übergriffen"),
    ("Die Ukraine wies die schweren Vorwürfe zurück.", "Ukraine", "die schweren Vorwürfe"),
    ("Die Reederei macht den Lotsen der Fähre für den Brand verantwortlich, die gerade auslief.",
     "Reederei", "den Lotsen der Fähre für den Brand verantwortlich"),
    ("Behörden hatten zunächst von 17 Verletzten gesprochen, darunter Kinder.",
     "Behörden", "17 Verletzten"),
    ("Die Reederei geht von mindestens 50 Toten aus.", "Reederei", "mindestens 50 Toten"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), ROUND)
def test_what_stands_between_is_what_is_said(text, speaker, content):
    assert [(name, said) for name, said, _ in told(text) if said.endswith(content)] == [
        (speaker, said) for _, said, _ in told(text)[:1]
    ]


OPENED = [
    # Who stands within the verb says it.
    ("Zehn Menschen seien ertrunken, gab die Polizei am Montag bekannt.", "Polizei", "Zehn"),
    ("Am Montag gab die Polizei bekannt, dass zehn Menschen ertranken.", "Polizei", "zehn"),
    # The subject stands before what helps the verb, not before the verb.
    ("Der Anwalt hat Israel am Montag dafür verantwortlich gemacht, Ana Abel getötet zu haben.",
     "Anwalt", "Ana Abel getötet"),
    ("Am Montag hat die Regierung in Oslo erklärt, zehn Menschen seien tot.",
     "Regierung in Oslo", "zehn"),
    # The first comma opens what is said, also before "dass"; behind the speaker it does not.
    ("Ana Kaplan sagte, die Armee hätte wissen müssen, dass es Fischer waren.",
     "Ana Kaplan", "die Armee hätte"),
    ("Es sagte die Ministerin, die dort war, dass es Fischer waren.", "Ministerin", "es Fischer"),
    # What others "hätten gesagt" is part of what is reported.
    ("Die Reederei erklärte, Matrosen hätten gestanden, zehn Boote verbrannt zu haben.",
     "Reederei", "Matrosen hätten gestanden"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "begins"), OPENED)
def test_who_says_it_and_where_it_begins(text, speaker, begins):
    assert [(n, s.startswith(begins)) for n, s, _ in told(text)] == [(speaker, True)], told(text)


def test_an_infinitive_says_nothing():
    text = "Es sei nicht möglich, etwas dazu zu sagen, von wo die zehn Boote kamen."
    assert {name for name, _, _ in told(text)} <= {"Blatt", "unnamed"}


NAMES = [
    # A place of what happened holds no office.
    ("Die Ernte sei verbrannt, sagte die Leiterin im Agraramt am Montag.", "Leiterin"),
    ("Das Boot sei leer, sagte der Chef des Amts, General Kusnez.", "Kusnez"),
    # No verb, no preposition and no second clause is part of a name.
    ("In Mora feuerten Wachen laut Augenzeugen mit Gummi auf Kinder.", "Augenzeugen"),
    ("Die Besatzung setzte dänischen Ermittlern zufolge zwei Notrufe ab.", "dänischen Ermittlern"),
    ("Dänemarks Regierungschef Mario Rajal lobte den Plan und warf der Partei vor, dort gelogen"
     " zu haben.", "Mario Rajal"),
    # What describes a body before its noun is none of its name; two roles are both named.
    ("Das in Oslo ansässige dänische Institut erklärte, zehn Menschen seien tot.",
     "dänische Institut"),
    ("Nach Angaben von Ärzten und Aktivisten starben zehn Menschen.", "Ärzten und Aktivisten"),
    ("Nach Angaben des Zentrums „Morgen“ starben zehn Menschen.", "Zentrums „Morgen“"),
    # Nobody is named by reports, nor by "den Angaben".
    ("Die Menschen leiden Berichten zufolge unter Hunger.", "unnamed"),
    ("Die zehn Boote sanken den Angaben zufolge am Montag.", "unnamed"),
    ("Dänischen Berichten zufolge sanken zehn Boote.", "Dänischen Berichten"),
    ("Schätzungen zufolge sanken zehn Boote.", "Schätzungen"),
    # A state says what it says of itself.
    ("Norwegen hat nach eigener Darstellung zehn Boote versenkt.", "Norwegen"),
    ("Kiew geht hingegen von mindestens 50 Toten aus.", "Kiew"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), NAMES)
def test_a_name_has_no_more_and_no_less(text, speaker):
    assert [name for name, _, _ in told(text)] == [speaker], told(text)


@pytest.mark.parametrize("opening", ["Den Angaben", "Ersten Berichten", "Berichten"])
def test_reports_that_nobody_names_are_no_content(opening):
    ((_, content, _),) = told(f"{opening} zufolge sanken zehn Boote.")
    assert content == "sanken zehn Boote"


RELAYED = [
    ("Die Ernte sei verbrannt, sagte die Leiterin dem Sender Nordwelle 3.", "Leiterin",
     ["Nordwelle 3"]),
    ("Es gebe Tote, meldete die Agentur Norfax unter Berufung auf die Feuerwehr.", "Feuerwehr",
     ["Agentur Norfax"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "media"), RELAYED)
def test_the_medium_that_was_told_is_a_link_and_no_speaker(text, speaker, media):
    found = extract(Document.from_text(text, language="de", publisher="Blatt"))
    links = [[link.name for link in claim.relay] for claim in found]
    assert links == [["Blatt", *media, speaker]]


def test_he_is_the_person_who_was_told_of_and_no_body():
    text = (
        "Das teilte die Polizei mit. Der Experte Peter Naumann vom Karls College hält das für echt."
        " „Die Nachricht lief über alle Kanäle“, schrieb er."
    )
    assert told(text)[-1][0] == "Peter Naumann"


TURNS = [
    ("Ovana Doktorlar Sendikası, Tarma'da 17 kişinin kaldığını bildirdi.",
     [("Ovana Doktorlar Sendikası", "Tarma'da 17 kişinin kaldığını")]),
    ("Selden sonra Kaya, “Su çok derin, kimse geçemez” dedi.",
     [("Kaya", "Su çok derin, kimse geçemez")]),
    ("Ova Kardeşler 20 kişinin öldüğünü, Sağlık Partisi ise 30 kişinin öldüğünü duyurmuştu.",
     [("Ova Kardeşler", "20 kişinin öldüğünü"), ("Sağlık Partisi", "30 kişinin öldüğünü")]),
    ("Polis 20 kişinin öldüğünü, yaralıların ise hastanede olduğunu bildirdi.",
     [("Polis", "20 kişinin öldüğünü, yaralıların ise hastanede olduğunu")]),
    ("Ovan bir yetkili ise 20 kişinin öldüğünü belirtti.",
     [("Ovan bir yetkili", "20 kişinin öldüğünü")]),
    ("ABC'nin bir danışmana dayandırdığı haberine göre 20 kişi öldü.", [("ABC", "20 kişi öldü")]),
    ("İlk belirlemelere göre 20 kişi öldü.", [("unnamed", "20 kişi öldü")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TURNS)
def test_each_of_several_says_its_own_where_verbs_stand_last(text, said):
    assert [(name, words) for name, words, _ in told(text, "tr")] == said
