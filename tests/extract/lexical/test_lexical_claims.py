import pytest

from variorum import Document, extract

CASES = [
    ("nb", "Forklaringen fra politiet var at tre menn hadde reist.", "politiet"),
    (
        "fr",
        "L'explication du ministère était que trois soldats avaient quitté la base.",
        "ministère",
    ),
    ("de", "Die Erklärung der Polizei war, dass zwölf Menschen verletzt wurden.", "Polizei"),
    ("es", "La versión del gobierno es que murieron cinco civiles.", "gobierno"),
    ("pt", "A explicação do governo foi que morreram cinco civis.", "governo"),
    ("id", "Penjelasan dari polisi adalah bahwa tiga orang tewas.", "polisi"),
]


@pytest.mark.parametrize(("language", "text", "source"), CASES)
def test_what_an_account_is_belongs_to_whose_account_it_is(language, text, source):
    (claim,) = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert claim.speaker.name == source
    assert len(claim.measures) == 1


def test_a_noun_without_a_clause_tells_nothing():
    text = "Forklaringen fra politiet kom for tre dager siden."
    claims = extract(Document.from_text(text, language="nb", publisher="The Paper"))
    assert all(claim.cue is None for claim in claims)


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("es", "El ejército asegura haber rescatado a 12 personas.", "ejército", "haber rescatado"),
        ("es", "La alcaldesa negó en una nota haber cobrado 12 mil euros.", "alcaldesa", "haber"),
        ("pt", "O clube disse em nota não ter vendido 12 bilhetes.", "clube", "não ter vendido"),
        ("fr", "La mairie affirme par lettre n'avoir fermé aucune école.", "mairie", "n'avoir"),
        ("nb", "Politiet hevder å ha funnet 12 biler.", "Politiet", "å ha funnet"),
        ("de", "Major Jan Kruse, einer der Helfer, versichert, 12 Boote gesehen zu haben.",
         "Major Jan Kruse", "12 Boote"),
        ("de", "Andere Menschenrechtler halten bis zu 90 Tote für möglich.",
         "Andere Menschenrechtler", "bis zu 90"),
        ("pl", "Według Jana Lisa PKP zamknęło 12 stacji.", "Jana Lisa", "PKP"),
        ("id", "Menurut laporan polisi hari Minggu, 12 orang tewas.", "laporan polisi", "12 orang"),
        ("ar", "وأوضح سامي عبد الله، مدير المستشفى، لوكالة رويترز أن 12 شخصا أصيبوا.",
         "سامي عبد الله", "12"),
    ],
)  # fmt: skip
def test_content_begins_where_the_words_of_its_speaker_end(language, text, source, content):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    (claim,) = [claim for claim in claims if claim.cue is not None]
    assert claim.speaker.name.startswith(source)
    assert claim.content[0].exact.startswith(content)


def test_a_participle_at_the_head_of_a_sentence_tells_nothing():
    text = "Ein Zeuge sagte, es sei dunkel gewesen. Bestätigt sind bislang 30 Tote, alle aus Ulm."
    claims = extract(Document.from_text(text, language="de", publisher="The Paper"))
    assert claims[-1].speaker.name == "The Paper"


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("es", "BEIRUT (AP) — Diez personas murieron, según la policía.", "Diez personas murieron"),
        (
            "uk",
            "Вибух у Грозному - загинули десять людей.",
            "Вибух у Грозному - загинули десять людей",
        ),
        ("id", "KABUL -- Sepuluh orang tewas, kata polisi.", "Sepuluh orang tewas"),
        ("id", "Direktur itu mengatakan kepada AFP, sepuluh orang tewas.", "sepuluh orang tewas"),
    ],
)
def test_a_dateline_and_who_was_told_are_no_content(language, text, content):
    document = Document.from_text(text, language=language)
    assert content in [span.exact for claim in extract(document) for span in claim.content]


@pytest.mark.parametrize(
    ("language", "text", "content", "other"),
    [
        ("de", "Die Feuerwehr wies die Vorwürfe zurück.", "die Vorwürfe", "die Hilfe"),
        ("fr", "La mairie a rejeté ces accusations.", "ces accusations", "cette offre"),
        ("es", "La alcaldía negó su responsabilidad.", "su responsabilidad", "su firma"),
        ("pt", "A prefeitura negou as acusações.", "as acusações", "as licenças"),
        ("pt", "A prefeitura rejeitou o informe.", "o informe", "a licença"),
        ("de", "Die Feuerwehr bestreitet es.", "es", "alles"),
        ("it", "Il comune nega ogni addebito.", "ogni addebito", "ogni permesso"),
        ("ru", "Мэрия отвергла обвинения.", "обвинения", "заявку"),
        ("pl", "Gmina odrzuca zarzuty.", "zarzuty", "ofertę"),
    ],
)
def test_who_denies_a_charge_makes_a_claim_and_who_refuses_a_thing_none(
    language, text, content, other
):
    told, refused = (
        [c for c in extract(Document.from_text(t, language=language, publisher="P")) if c.cue]
        for t in (text, text.replace(content, other))
    )
    assert [(c.content[0].exact, c.stance) for c in told] == [(content, "denies")]
    assert not refused
