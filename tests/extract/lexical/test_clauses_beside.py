"""Who says what in a sentence with clauses beside it: each kind, and one that looks like it."""

import pytest

from variorum import extract
from variorum.model import Document

ACCOUNTS = [
    # A clause, an age, others of the same or numbers in brackets stand between speaker and verb.
    ("pt", "O camponês, que planta arroz, diz que perdeu três barcos.", "camponês",
     "perdeu três barcos"),
    ("it", "Rossi, che è stato al porto, ha affermato che tre barche sono affondate.", "Rossi",
     "tre barche sono affondate"),
    ("pt", "Monique, 37, disse que perdeu três barcos.", "Monique", "perdeu três barcos"),
    ("it", "Molte persone, inclusi alcuni pescatori, sostengono che il porto è chiuso.",
     "Molte persone", "il porto è chiuso"),
    ("es", "Los vecinos creen que Ana Ruiz en Ontario dice que faltan barcos.",
     "Ana Ruiz en Ontario", "faltan barcos"),
    # A pronoun, an adverb or a conjunction beside a speaker; a time that opens a sentence.
    ("pt", "Ana Ruiz nos disse que três barcos afundaram.", "Ana Ruiz", "três barcos afundaram"),
    ("fr", "Souchon nous rappelle que trois bateaux ont coulé.", "Souchon",
     "trois bateaux ont coulé"),
    ("de", "Drei Boote seien gesunken, sagte Lund jetzt.", "Lund", "Drei Boote seien gesunken"),
    ("nb", "Tre båter sank i natt, sier Fardal og ler høyt.", "Fardal", "Tre båter sank i natt"),
    ("nb", "Tre båter sank i natt, sier Anna Fardal og Per Lund.", "Anna Fardal og Per Lund",
     "Tre båter sank i natt"),
    ("it", "L'anno scorso Anna Ricci ha spiegato che tre barche sono affondate.", "Anna Ricci",
     "tre barche sono affondate"),
    ("de", "Der Unteroffizier hat vor einem Gericht erklärt, drei Boote seien gesunken.",
     "Unteroffizier", "drei Boote seien gesunken"),
    # Phrases between a verb and who speaks, behind it.
    ("it", "«Il porto resta chiuso per tutta la sera», ha scritto lunedì in un blog Anna Ricci, la"
     " capitana.", "Anna Ricci", "Il porto resta chiuso per tutta la sera"),
    ("fr", "Trois bateaux ont coulé, a précisé cette source.", "cette source",
     "Trois bateaux ont coulé"),
    ("nb", "Tre båter sank i natt, sa 23-åringen.", "23-åringen", "Tre båter sank i natt"),
    # Who stands between commas does it: nothing before it is said.
    ("es", "El nuevo ministro británico, Lord Grenville, rechazó cualquier acuerdo con el puerto.",
     "Lord Grenville", "cualquier acuerdo con el puerto"),
    ("es", "El puerto sigue cerrado esta semana, dijo el ministro.", "ministro",
     "El puerto sigue cerrado esta semana"),
    # A clause that nothing opens, and one whose word stands behind a time.
    ("nb", "Lund sa hun var glad for at de to båtene kom hjem.", "Lund",
     "hun var glad for at de to båtene kom hjem"),
    ("nb", "Lund sa en gang at tre båter sank.", "Lund", "tre båter sank"),
    # What ends before the main clause, or is parted by who says it.
    ("fr", "Si la banque estime que le port va rouvrir, la situation reste grave.", "banque",
     "le port va rouvrir"),
    ("fr", "La banque estime que le port va rouvrir, la situation reste grave.", "banque",
     "le port va rouvrir, la situation reste grave"),
    ("es", "Ana Ruiz dijo que el puerto está cerrado; los barcos entraron.", "Ana Ruiz",
     "el puerto está cerrado"),
    ("es", "Ana Ruiz dijo que el puerto está cerrado; y que no hay barcos.", "Ana Ruiz",
     "el puerto está cerrado; y que no hay barcos"),
    ("pt", "Essas lojas, diz Arruda, pagaram ter multas ao Estado no ano passado.", "Arruda",
     "Essas lojas … pagaram ter multas ao Estado no ano passado"),
    ("nb", "Når får jeg den nye båten min? spør Espen.", "Espen", "Når får jeg den nye båten min"),
    ("de", "Anna Lund betonte, die Wahl stelle „einen großen und klaren Linksruck“ dar.",
     "Anna Lund", "die Wahl stelle „einen großen und klaren Linksruck“ dar"),
    ("es", "Rusia anunció una ley que limita la pesca en el norte.", "Rusia",
     "una ley que limita la pesca en el norte"),
    ("es", "Rusia anunció el lunes que limita la pesca en el norte.", "Rusia",
     "limita la pesca en el norte"),
    ("es", "El tema es el mejor del año, según ha indicado Ana Ruiz.", "Ana Ruiz",
     "El tema es el mejor del año"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "said"), ACCOUNTS)
def test_speaker_and_content_are_whole(language: str, text: str, name: str, said: str) -> None:
    document = Document.from_text(text, language=language, publisher="Paper")
    found = [(c.speaker.name, " … ".join(s.exact for s in c.content)) for c in extract(document)]
    assert (name, said) in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # A noun or an infinitive that begins like a verb of saying; an ordinal; "so a".
        ("es", "La advertencia de Ana Ruiz sobre la lluvia que cayó el lunes fue larga."),
        ("es", "Hace falta más dinero con el fin de asegurar que los barcos del norte lleguen."),
        ("pt", "O gol foi marcado aos 20 minutos do segundo tempo, no sábado."),
        ("de", "Jeder kann sich so ein Bild von den drei Booten machen."),
        # "Its thanks" is nobody.
        (
            "es",
            "Los vecinos de los barrios, y los dueños, expresaron su agradecimiento al alcalde.",
        ),
    ],
)
def test_nothing_is_said(language: str, text: str) -> None:
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    assert not any(claim.cue for claim in claims)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("El alcalde dijo que hay 40 heridos. Se dijo que murieron 30 personas.", "unnamed"),
        ("El alcalde dijo que hay 40 heridos. Dijo que murieron 30 personas.", "alcalde"),
    ],
)
def test_an_impersonal_verb_has_no_speaker(text: str, name: str) -> None:
    claims = extract(Document.from_text(text, language="es", publisher="Paper"))
    assert claims[-1].speaker.name == name
