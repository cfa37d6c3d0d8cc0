"""Who puts, counts or names a figure, in the languages that are read by their data files."""

from pathlib import Path

import pytest

from variorum import Document, extract

CASES = Path(__file__).resolve().parents[2] / "cases" / "speakers-by-lexicon.tsv"
ROWS = [
    line.split("\t") for line in CASES.read_text("utf-8").splitlines() if line and line[0] != "#"
]
COUNTED = ("people", "things", "vehicles")


def claims_of(text, language):
    return extract(
        Document.from_text(text, language=language, published="2017-10-16", publisher="Paper")
    )


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [(language, text, wanted) for language, _, text, wanted in ROWS],
    ids=[f"{language}: {text[:40]}" for language, _, text, _ in ROWS],
)
def test_each_figure_is_told_by_who_tells_it(language, text, wanted):
    said = [
        (claim.speaker.name.casefold(), measure.low or 0, measure.high or measure.low * 1.2)
        for claim in claims_of(text, language)
        for measure in claim.measures
        if measure.kind.startswith(COUNTED)
    ]
    expected = [pair.rpartition("=") for pair in wanted.split("; ")]
    for who, _, number in expected:
        speakers = {name for name, low, high in said if low <= float(number) <= high}
        others = {other.casefold() for other, _, figure in expected if figure == number}
        assert speakers, f"nobody tells {number}"
        assert any(who.casefold() in name for name in speakers)
        assert all(any(other in name for other in others) for name in speakers)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Bericht zählt 80 Seiten."),
        ("fr", "L'hôpital compte 40 lits."),
        ("es", "El gobierno elevó los salarios un 40 por ciento."),
        ("ru", "Профсоюз насчитывает 40 членов."),
    ],
)
def test_what_somebody_has_or_does_is_no_figure_of_theirs(language, text):
    assert {claim.speaker.name for claim in claims_of(text, language)} == {"Paper"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a rejeté les candidats."),
        ("pl", "Poinformował o tym gubernator w niedzielę."),
        ("tr", "Bunu vali pazar günü açıkladı."),
    ],
)
def test_a_word_or_two_without_a_number_are_no_claim(language, text):
    assert all(len(claim.content[0].exact.split()) > 2 for claim in claims_of(text, language))


def test_a_medium_that_cites_is_a_link_of_the_chain():
    (claim,) = claims_of("Погибли 40 человек, передает РИА Новости со ссылкой на полицию.", "ru")
    assert [link.name for link in claim.relay] == ["Paper", "РИА Новости", "полицию"]


@pytest.mark.parametrize(
    ("language", "text", "agency", "speaker"),
    [
        ("fr", "Le maire a déclaré à l'AFP que 40 personnes avaient été tuées.", "AFP", "maire"),
        ("ar", "وقال المحافظ لهيئة بي بي سي إن 40 شخصا قتلوا.", "بي بي سي", "المحافظ"),
        ("pl", "Burmistrz powiedział agencji Reutera, że zginęło 40 osób.", "Reutera", "Burmistrz"),
    ],
)
def test_an_agency_that_was_told_is_a_link_of_the_chain(language, text, agency, speaker):
    (claim,) = claims_of(text, language)
    assert [link.name for link in claim.relay] == ["Paper", agency, speaker]


def test_a_voice_goes_on_while_the_verbs_report_it():
    text = "Die Polizei sagte, 40 Menschen seien getötet worden. 90 weitere seien verletzt."
    assert [claim.speaker.name for claim in claims_of(text, "de")] == ["Polizei", "Polizei"]
    other = claims_of(text.replace(". 90", ".\n\n90"), "de")
    assert [claim.speaker.name for claim in other] == ["Polizei", "Polizei"]
    parted = claims_of(text.replace(". 90", ".\n\nDer Hafen ist zu. 90"), "de")
    assert parted[-1].speaker.name == "unnamed"
    both = "Laut Polizei starben 40 Menschen, laut Lund „mehr als 60“. 90 weitere seien verletzt."
    assert claims_of(both, "de")[-1].speaker.name == "Polizei"


def test_who_has_begun_a_sentence_since_is_he_who_speaks_on():
    text = (
        "Jan Nowak powiedział, że zginęło 40 osób. Rzecznik policji podał, że rannych jest 90. "
        "Nowak kieruje szpitalem. Jak mówi, zginęło 50 osób."
    )
    assert claims_of(text, "pl")[-1].speaker.name == "Jan Nowak"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Straż pożarna mówiła o 30 rannych, a policja o 45."),
        ("pt", "Os bombeiros falavam em 30 feridos, e a polícia em 45."),
        ("nb", "Brannvesenet snakket om 30 skadde, og politiet om 45."),
    ],
)
def test_both_halves_count_the_same(language, text):
    counted = [(m.kind, m.scope.event) for c in claims_of(text, language) for m in c.measures]
    assert counted == [("people", "injured")] * 2


def test_a_month_that_ends_the_sentence_is_in_the_claim():
    [claim] = claims_of("W Tarnawie zginęło 5 osób 10 października.", "pl")
    assert [when.text for when in claim.when] == ["10 października"]


def test_an_hour_is_no_count_and_a_count_no_hour():
    claims = claims_of("O 7 doszło do wybuchu, zginęły 3 osoby. Policja mówiła o 12 rannych.", "pl")
    assert [m.low for c in claims for m in c.measures] == [3, 12]
    [late] = claims_of("Policja mówiła o 30 stołach.", "pl")
    assert [m.low for m in late.measures] == [30]


def test_a_verb_that_ends_a_clause_is_no_noun_and_a_noun_before_a_number_is():
    [risen] = claims_of("Ölü sayısı 12 artarak 57'ye yükseldi.", "tr")
    assert [(m.kind, m.low) for m in risen.measures] == [("people", 12), ("people", 57)]
    [bodies] = claims_of("İki örgüt 1 hafta boyunca görüştü.", "tr")
    assert bodies.measures[0].noun == "örgüt"


SECONDS = [
    ("fr", "Israël annonce une dizaine de morts, la Ligue plus de 110.", "Ligue"),
    ("de", "Israel meldete zehn Tote, die Liga mehr als 110.", "Liga"),
    ("es", "Israel informó de diez muertos, y la Liga de más de 110.", "Liga"),
    ("pt", "Israel anunciou dez mortos, a Liga mais de 110.", "Liga"),
    ("ru", "Израиль сообщил о десяти погибших, а Лига — о более чем 110.", "Лига"),
    ("pl", "Izrael poinformował o dziesięciu zabitych, a Liga o ponad 110.", "Liga"),
]


@pytest.mark.parametrize(("language", "text", "second"), SECONDS)
def test_what_is_reported_in_two_halves_has_two_speakers(language, text, second):
    said = {m.nominal_low: c.speaker.name for c in claims_of(text, language) for m in c.measures}
    assert said[110.0] == second
    assert second not in {name for low, name in said.items() if low != 110.0}


def test_a_second_speaker_with_a_long_office_ends_what_the_first_said():
    text = (
        "O governo admitiu que 20 pessoas morreram na aldeia, e o seu representante no Conselho "
        "de Segurança disse hoje que a operação começou tarde."
    )
    first, second = claims_of(text, "pt")
    assert first.content[0].exact == "20 pessoas morreram na aldeia"
    assert second.speaker.name.startswith("seu representante")


def test_and_before_no_speaker_goes_on_with_the_same_words():
    text = "O governo admitiu que 20 pessoas morreram e a aldeia que ninguém diz conhecer ardeu."
    assert "ardeu" in claims_of(text, "pt")[0].content[-1].exact


def test_demnach_goes_on_with_the_account_before():
    text = "Nach Angaben der Polizei kam es zu einem Brand. Um vier Uhr kamen demnach 30 Lkw an."
    speakers = [c.speaker.name for c in claims_of(text, "de") if c.measures]
    assert speakers == ["Polizei"]
    assert claims_of(text.replace(" demnach", ""), "de")[-1].speaker.name == "Paper"
