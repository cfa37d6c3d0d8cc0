"""Where the source of "according to" ends, also where another one who could speak follows it."""

import pytest

from variorum import extract
from variorum.extract.lexical.lexical_sources import Sources
from variorum.extract.lexical.source_words import lexicon_of
from variorum.language import cut
from variorum.model import Document

TOLD = [
    ("fr", "Selon le préfet, la police a arrêté trente manifestants.", "préfet"),
    ("fr", "D'après la police, le maire a blessé deux soldats.", "police"),
    ("de", "Laut Polizei verletzten die Soldaten sechs Zivilisten.", "Polizei"),
    ("de", "Am Montag wurden nach Angaben der Armee neun Soldaten getötet.", "Armee"),
    ("de", "Elf Menschen wurden der Polizei zufolge verletzt.", "Polizei"),
    ("es", "Según el gobierno, el ejército mató a veinte rebeldes.", "gobierno"),
    ("es", "En la ciudad murieron según la policía treinta soldados.", "policía"),
    ("pt", "Segundo a polícia, os soldados mataram nove civis.", "polícia"),
    ("ru", "По данным армии, 15 полицейских погибли.", "армии"),
    ("uk", "За даними поліції, 15 солдатів загинули.", "поліції"),
    ("pl", "Według policji armia zabiła dziewięciu cywilów.", "policji"),
    ("nb", "Ifølge politiet drepte soldatene ni sivile.", "politiet"),
    ("ar", "وبحسب الشرطة، قتل الجيش تسعة مدنيين.", "الشرطة"),
]


@pytest.mark.parametrize(("code", "text", "who"), TOLD)
def test_the_source_ends_where_its_content_begins(code: str, text: str, who: str) -> None:
    (claim,) = extract(Document.from_text(text, language=code))
    assert claim.speaker.span is not None
    assert claim.speaker.span.exact.split()[-1] == who
    held = {word for span in claim.content for word in span.exact.split()}
    rest = set(text.rstrip(".").replace("،", "").replace(",", "").split())
    assert len(held) >= len(rest) / 2


def test_a_speaker_after_the_comma_is_no_apposition_of_the_source() -> None:
    text = "وبحسب الصحفي سامي نادر، قال سائق إن تسعة مدنيين قتلوا."
    claims = extract(Document.from_text(text, language="ar"))
    assert not any("سائق" in claim.speaker.name for claim in claims if "نادر" in claim.speaker.name)
    assert any("نادر" in claim.speaker.name for claim in claims)


def test_an_apposition_between_two_commas_belongs_to_the_source() -> None:
    text = "Selon Anna Lund, ministre de la Santé, douze personnes sont mortes."
    (claim,) = extract(Document.from_text(text, language="fr"))
    assert claim.speaker.name == "Anna Lund"


def test_a_long_apposition_is_no_part_of_what_is_said() -> None:
    text = "Selon Anna Lund, ministre de la Santé et des Affaires sociales, douze sont morts."
    (claim,) = extract(Document.from_text(text, language="fr"))
    assert [span.exact for span in claim.content] == ["douze sont morts"]


def test_a_source_without_a_comma_takes_the_names_linked_to_it() -> None:
    text = cut("Según el ministerio de defensa murieron seis soldados.", "es")
    low, high = Sources(text, lexicon_of("es")).named(1, len(text.words))
    assert [text.form(k) for k in range(low, high)] == ["el", "ministerio", "de", "defensa"]


def test_an_article_after_the_word_that_links_is_no_end_of_the_source() -> None:
    text = "La décision a été prise mardi, selon un communiqué de l'entreprise."
    (claim,) = extract(Document.from_text(text, language="fr"))
    assert claim.speaker.name == "communiqué de l'entreprise"
    assert [span.exact for span in claim.content] == ["La décision a été prise mardi"]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("ru", "Местная оппозиция 4 апреля сообщила о 80 погибших.", "Местная оппозиция"),
        ("uk", "Армія 4 квітня заявила, що загинули 12 осіб.", "Армія"),
        ("pl", "Wojsko 4 kwietnia 2019 poinformowało, że zginęło 12 osób.", "Wojsko"),
        ("id", "Militer pada 4 April mengatakan 12 orang tewas.", "Militer"),
        ("fa", "ارتش روز ۴ آوریل اعلام کرد که ۱۲ نفر کشته شدند.", "ارتش"),
        ("de", "Die Armee hatte am Freitag mitgeteilt, es habe zwölf Tote gegeben.", "Armee"),
        ("de", "Die Regierung hatte bisher erklärt, dass zwölf Menschen starben.", "Regierung"),
        ("nb", "Hæren hadde hittil opplyst at 12 mennesker ble drept.", "Hæren"),
        ("pl", "Wojsko wcześniej informowało, że zginęło 12 osób.", "Wojsko"),
        ("fr", "L'hôpital a fait état lundi d'au moins 50 morts.", "hôpital"),
        ("pt", "O ministério da Saúde reportou 110 mortos.", "ministério da Saúde"),
        ("tr", "Olaydan kurtulan akrabaları, 10 kişinin öldüğünü açıklamıştı.",
         "Olaydan kurtulan akrabaları"),
        ("es", "La jefa de la oficina, Marta Ruiz, acusó al ejército de matar a 50 personas.",
         "Marta Ruiz"),
    ],
)  # fmt: skip
def test_a_day_or_an_adverb_before_the_verb_is_no_source(language, text, source):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert {claim.speaker.name for claim in claims} == {source}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Kiew geht von 500 Toten aus. Die Mission blieb in Kiew.", {"Kiew"}),
        ("Gestern geht er von 500 Toten aus.", {"The Paper"}),
    ],
)
def test_one_noun_without_an_article_is_a_name(text, sources):
    claims = extract(Document.from_text(text, language="de", publisher="The Paper"))
    assert {claim.speaker.name for claim in claims if claim.measures} == sources


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("ru", "ЦАХАЛ же в ответ объяснил, что по толпе из 300 человек огня не было.", ["ЦАХАЛ"]),
        ("ar", "وقال المرصد السوري في بادئ الأمر إن 18 شخصا قتلوا.", ["المرصد السوري"]),
        ("ar", "ونقلت وكالة عن وزارة الدفاع قولها إن الطائرة كانت تقل 65 أسيرا.", ["وزارة الدفاع"]),
        ("ar", "قالت الشرطة إن 18 شخصا قتلوا لكنها قالت إن 9 أصيبوا.", ["الشرطة", "الشرطة"]),
        ("de", "In den Gebieten starben aktuellen Zahlen aus Lviv zufolge 16 Menschen.",
         ["aktuellen Zahlen aus Lviv"]),
        ("de", "Die Streitkräfte hatten Ende August zunächst erklärt, es gebe 3 Tote.",
         ["Streitkräfte"]),
        ("es", "La rama local, integrada por voluntarios que rescatan, informó en su página de que "
         "por el momento los médicos han contado 12 heridos.", ["rama local"]),
        ("es", "Según una fuente militar el avión llevaba 12 misiles.", ["fuente militar"]),
        ("pt", "A Liga disse que 100 pessoas morreram. “Quando o comboio chegou ao norte, dezenas "
         "de moradores ficaram feridos”, bradou um funcionário.", ["Liga", "unnamed"]),
        ("pt", "A Liga disse que 100 pessoas morreram. “Quando o comboio chegou ao norte, dezenas "
         "de moradores ficaram feridos.” A tarde caiu.", ["Liga", "Liga"]),
    ],
)  # fmt: skip
def test_a_source_is_none_of_the_words_around_it(language, text, sources):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert [claim.speaker.name for claim in claims if claim.part_of is None] == sources


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("de", "Noch am Morgen meldet die Polizei von Bern einen Angriff mit 12 Toten.", "Polizei"),
        ("de", "Ein Bote meldete neun Tote.", "Bote"),
        ("de", "Die Zahl der Toten ist nach Angaben Moskaus auf 41 gestiegen.", "Moskaus"),
        ("es", "Marta Ruiz aseguró el pasado 1 de septiembre que murieron 12.", "Marta Ruiz"),
        ("ru", "10 апреля 2018 года Минобороны сообщило, что 36 человек уехали.", "Минобороны"),
        ("fr", "« Le dépôt a brûlé », a déclaré dans un communiqué le ministère de la Mer, "
         "affirmant que 12 personnes étaient mortes.", "ministère de la Mer"),
    ],
)  # fmt: skip
def test_who_speaks_stands_behind_what_leads_to_the_verb(language, text, source):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert claims[-1].measures
    assert all(claim.speaker.name.startswith(source) for claim in claims)


def test_a_text_may_end_with_a_verb_of_saying() -> None:
    for text in ("O chefe deu o passo alertou", "O chefe deu o passo."):
        assert len(extract(Document.from_text(text, language="pt"))) < 2
