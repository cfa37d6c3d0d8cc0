"""Speakers of texts read by lexicon: the name of a source, and who "he" is."""

import pytest

from variorum import extract
from variorum.extract.lexical.clause_grammar import ClauseGrammar
from variorum.extract.lexical.lexical_cues import attributions
from variorum.extract.lexical.lexical_page import Page
from variorum.extract.lexical.lexical_sources import Sources
from variorum.extract.lexical.lexical_speakers import Cast
from variorum.extract.lexical.source_words import lexicon_of
from variorum.language import cut
from variorum.model import Document


def speakers(text, language):
    document = Document.from_text(text, language=language, publisher="Le Rivage")
    page, words = cut(text, language), lexicon_of(language)
    cast = Cast(document, page, words)
    found = attributions(Page(page, words, Sources(page, words), [], ClauseGrammar(page, None)))
    return [cast.speaker(*each.source).name for each in found]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Ada Lund a déclaré que trois hommes étaient partis.", ["Ada Lund"]),
        ("de", "Ada Lund sagte, dass drei Männer gegangen seien.", ["Ada Lund"]),
        ("fr", "Il pleuvait dans la vallée.", []),
    ],
)
def test_a_source_beside_a_cue_is_who_says_it(language, text, names):
    assert speakers(text, language) == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "de",
            "Die BBC hat recherchiert. Der Sender meldet, dass 40 Menschen starben.",
            ["BBC"],
        ),
        (
            "id",
            "Menurut laporan Antara, 40 orang tewas. Laporan itu menyebut 90 orang terluka.",
            ["laporan Antara", "laporan Antara"],
        ),
        (
            "fr",
            "Le ministère de la Santé a annoncé 40 morts. Le ministère a ajouté que 90 personnes"
            " étaient blessées.",
            ["ministère de la Santé", "ministère de la Santé"],
        ),
        (
            "es",
            "El portavoz Juan Vidal llegó tarde. Vidal dijo que murieron 40 personas.",
            ["Juan Vidal"],
        ),
        ("pt", "O prefeito disse que um motorista, Vidal, levou 40 mortos.", ["prefeito"]),
    ],
)
def test_who_is_described_again_is_who_was_named(language, text, names):
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    assert [claim.speaker.name for claim in claims] == names


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Le gouvernement ostien et la RTO", "gouvernement ostien"),
        ("Le gouvernement ostien de Sel et de Mer", "gouvernement ostien de Sel et de Mer"),
    ],
)
def test_of_two_bodies_that_spoke_together_one_may_speak_alone(first, last):
    text = (
        f"{first} accusent le groupe de meurtres. Il y aurait eu 40 personnes tuées selon"
        " la Lanterne, 90 selon le gouvernement, huit selon le groupe."
    )
    document = Document.from_text(text, language="fr", publisher="Paper")
    assert [claim.speaker.name for claim in extract(document)][:3] == [first[3:], "Lanterne", last]


def test_the_reporter_of_an_outlet_is_the_outlet():
    assert speakers("Reporter BBC powiedział, że zginęło 40 osób.", "pl") == ["BBC"]


def test_a_short_description_is_enough_to_be_known_by():
    text = (
        "Le roi Jean Vidal a déclaré que 40 personnes étaient mortes. "
        "Le roi a ajouté que 90 personnes étaient blessées."
    )
    assert speakers(text, "fr") == ["Jean Vidal", "Jean Vidal"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "Diez personas murieron, según activistas sirios de oposición.",
            "activistas sirios de oposición",
        ),
        (
            "fr",
            "Dix personnes ont été tuées, selon une source militaire syrienne.",
            "source militaire syrienne",
        ),
        ("es", "La agencia de noticias, SANA, informó de que diez personas murieron.", "SANA"),
        ("fr", "La mairie l’évalue à dix morts.", "mairie"),
        (
            "de",
            "Der Gouverneur der Provinz Herat, Ali Ahmad Jar, sprach von acht Toten.",
            "Ali Ahmad Jar",
        ),
        (
            "uk",
            "Загинули десять людей. Про це повідомив начальник обласної адміністрації Олег Шев.",
            "Олег Шев",
        ),
        ("pl", "Po północy policja podała, że zginęło dziesięć osób.", "policja"),
        ("pl", "Zginęło dziesięć osób - przekazała policja cytowana przez agencję.", "policja"),
        ("pt", "Segundo informações do G1, dez pessoas morreram.", "informações do G1"),
    ],
)
def test_a_source_is_named_whole_and_no_further(language, text, name):
    assert name in speakers(text, language)


@pytest.mark.parametrize(
    ("language", "text", "name", "content"),
    [
        (
            "es",
            "La ministra Ana Ruiz, quien en una carta afirmó que hubo 12 muertos, salió.",
            "Ana Ruiz",
            "hubo 12 muertos",
        ),
        (
            "pt",
            "O prefeito, que em nota afirmou que dez pessoas morreram, saiu.",
            "prefeito",
            "dez pessoas morreram",
        ),
        (
            "fr",
            "Le gouverneur, qui dans une lettre a affirmé que dix personnes étaient mortes,"
            " est parti.",
            "gouverneur",
            "dix personnes étaient mortes",
        ),
        (
            "de",
            "Der Minister, der in einem Brief sagte, dass zehn Menschen starben, ging.",
            "Minister",
            "zehn Menschen starben",
        ),
        (
            "uk",
            "Губернатор, який у листі повідомив, що загинули десять людей, пішов.",
            "Губернатор",
            "загинули десять людей",
        ),
        (
            "tr",
            "Vali Ahmet Demir'in verdiği bilgiye göre on kişi öldü.",
            "Ahmet Demir",
            "on kişi öldü",
        ),
        (
            "tr",
            "On iki kişi öldü, dedi bakan.",
            "bakan",
            "On iki kişi öldü",
        ),
    ],
)
def test_a_clause_about_the_speaker_is_no_speaker(language, text, name, content):
    document = Document.from_text(text, language=language, publisher="Paper")
    (claim,) = [claim for claim in extract(document) if claim.cue is not None]
    assert (claim.speaker.name, [span.exact for span in claim.content]) == (name, [content])


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "uk",
            "Про це повідомив голова ОДА Павло Коваль. «Загинули десять людей», – додав він.",
            "Павло Коваль",
        ),
        (
            "nb",
            "Det bekrefter operasjonsleder Kari Moe til NTB. – Ti personer døde, sier hun.",
            "Kari Moe",
        ),
        (
            "fr",
            "Un autre élu, interrogé par Radio X, a dit que dix étaient morts, précisant lui"
            " aussi que vingt étaient blessées.",
            "autre élu",
        ),
    ],
)
def test_who_confirms_the_title_speaks_on(language, text, name):
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    assert claims
    assert name in {claim.speaker.name for claim in claims}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "وقع القصف بحسب نقابة الأطباء التي أكدت مقتل عشرة أشخاص.", "نقابة الأطباء"),
        ("fr", "Un maire a cité dix morts. D'après lui, vingt sont blessées.", "maire"),
        ("es", "Igualmente la Defensoría señaló que hubo diez muertos.", "Defensoría"),
    ],
)
def test_the_noun_a_clause_is_about_and_no_adverb_speaks(language, text, name):
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    assert name in {claim.speaker.name for claim in claims}
