"""Who speaks, where the subject of a verb stands far from it, or something else stands near."""

import pytest

from variorum import extract
from variorum.model import Document


def told(language: str, text: str) -> dict[str, str]:
    """Return the speakers of a text by the first words of what they say."""
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    return {claim.speaker.name: claim.content[0].exact for claim in claims}


SPEAKERS = [
    # A subject before an aside, and one whose apposition has commas.
    ("es", "Venían de Perú. Perú, por ejemplo, dijo que dos hombres murieron.", "Perú"),
    (
        "pt",
        "A emissora Rádio Norte, dirigida por rebeldes, noticiou que 52 pessoas morreram.",
        "Rádio Norte",
    ),
    # What helps a verb may stand far from it, and a clause about whoever speaks may be between.
    ("de", "Die Armee hatte anfangs angegeben, 15 Zivilisten seien gestorben.", "Armee"),
    ("es", "Los vecinos que fueron liberados aseguraban que había 1.500 rehenes.", "vecinos"),
    ("pt", "Relatórios que surgiram depois afirmaram que 12 civis morreram.", "Relatórios"),
    # A day between a verb and who speaks, or where nobody follows it.
    ("fr", "Neuf soldats sont morts, a déclaré jeudi un officier.", "officier"),
    ("fr", "Neuf soldats sont morts, a déclaré le 13 mai le maire.", "maire"),
    (
        "es",
        "Ana Ruiz, portavoz del puerto, aseguró el pasado 1 de mayo que murieron 40 personas.",
        "Ana Ruiz",
    ),
    # A place and a day between who speaks and the verb; to whom, or in what, it was said.
    ("id", "Kapal di Ambon rusak. Rani Putri dalam rapat kepada wali kota di Ambon, Senin,"
     " mengatakan 40 kapal rusak.", "Rani Putri"),
    ("id", "Gubernur Bank Bahari (BB) Rani Putri, mengatakan 40 kapal telah rusak.", "Rani Putri"),
    ("ar", "قالت الشركة للبي بي سي إن الطريق مغلق منذ يوم الأحد.", "الشركة"),
    # In what it was said.
    ("es", "La policía en un comunicado apunta que murieron 40 personas.", "policía"),
    ("pt", "A polícia em nota informou que morreram 40 pessoas.", "polícia"),
    # An office is no deed; a number is no part of a source; initials are those of the body before.
    ("es", "Según el enviado de la cadena, murieron 40 personas.", "enviado de la cadena"),
    ("fr", "Il y a, selon un bilan provisoire dix-neuf morts, dans le port.", "bilan provisoire"),
    ("de", "Nach Angaben der linken Partei NVP 97 Menschen getötet worden.", "linken Partei NVP"),
    ("de", "Die Opfer seien nach Angaben von Augenzeugen unbewaffnet gewesen, als die 12 Schüsse"
     " fielen.", "Augenzeugen"),
    # Another clause names another speaker.
    ("de", "Die Zahl der Toten lag bei 95, die linke Partei NVP sprach von 120 Toten.",
     "linke Partei NVP"),
    # Whose account it is, by "their own".
    ("de", "Die Rebellen haben nach eigenen Angaben 40 Soldaten getötet.", "Rebellen"),
    # A clause about whom a figure counts opens nothing that is said.
    ("es", "La policía cifró en 1.092 los civiles que dejaron sus casas.", "policía"),
    ("tr", "Bu arada Savunma Bakanlığı, 143 kişinin öldüğünü açıkladı.", "Savunma Bakanlığı"),
    # "As for", a clause about who speaks, an apposition with one name, and whose office it is.
    ("tr", "Sözcü Ana Lund ise daha önce, saldırının okulda olduğunu ve 25 kişinin öldüğünü"
     " söylemişti.", "Ana Lund"),
    ("tr", "Törene Oslo liderlerinin de katıldığını kaydeden Lund, 9 kişinin öldüğünü vurguladı.",
     "Lund"),
    ("id", "Dua warga yang tidak mau disebut namanya karena takut mengatakan bahwa 9 orang tewas.",
     "Dua warga"),
    ("ru", "Иван Лис, посол Норландии, заявил, что погибли 9 человек.", "Иван Лис"),
    ("pl", "Jan Lis, ambasador Norlandii, powiedział, że zginęło 9 osób.", "Jan Lis"),
    ("de", "Ein ranghoher Polizist aus dem Bezirk nannte sogar 84 getötete Kämpfer.",
     "Polizist aus dem Bezirk"),
    ("uk", "Загинули 12 людей. Такі дані станом на ранок навів міністр Іван Лис.", "Іван Лис"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), SPEAKERS)
def test_the_subject_speaks(language: str, text: str, name: str) -> None:
    assert name in told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "No existe una confirmación definitiva de los 40 muertos.", None),
        ("fr", "Neuf soldats sont arrivés hier après-midi, d'après-midi en après-midi.", None),
        ("es", "Contactada por Efe, dijo que murieron 40 personas.", "Efe"),
        ("de", "Die Stadt, die die Rebellen verloren, zählte 40 Tote.", "Rebellen"),
    ],
)
def test_nobody_speaks_who_does_not(language: str, text: str, name: str | None) -> None:
    found = told(language, text)
    assert name not in found
    assert name is not None or not found


@pytest.mark.parametrize(
    ("language", "office", "name"),
    [
        ("fr", "le gouverneur de Norville Ana Ruiz", "Ana Ruiz"),
        ("fr", "le gouverneur Ana Maria Ruiz", "Ana Maria Ruiz"),
        ("es", "el alcalde de Norvilla Juan Vidal", "Juan Vidal"),
        ("uk", "мер міста Лісна Іван Коваль", "Іван Коваль"),
        ("uk", "мер Іван Петрович Коваль", "Іван Петрович Коваль"),
        ("ru", "глава МВД Норландии", "глава МВД Норландии"),
        (
            "pl",
            "Biuro Prokuratora Generalnego Norlandii",
            "Biuro Prokuratora Generalnego Norlandii",
        ),
    ],
)
def test_what_an_office_is_of_is_no_name(language: str, office: str, name: str) -> None:
    said = {
        "fr": "Dix personnes sont mortes, a déclaré {}.",
        "es": "Murieron diez personas, dijo {}.",
        "uk": "Загинули десять людей, повідомив {}.",
        "ru": "Погибли десять человек, сообщил {}.",
        "pl": "Zginęło dziesięć osób - poinformowało {}.",
    }[language]
    assert name in told(language, said.format(office))


def test_a_date_before_a_source_is_no_part_of_it() -> None:
    text = "W piątek 23 września policja poinformowała, że zginęło dziesięć osób."
    assert list(told("pl", text)) == ["policja"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # The name of who holds an office, between commas.
        ("fr", "Dix sont morts, a déclaré le maire, Ada Lund, samedi soir.", "Ada Lund"),
        ("es", "“Murieron diez hombres”, dijo el alcalde de Norvilla, Juan Vidal.", "Juan Vidal"),
        ("de", "„Zehn Menschen starben“, sagte der Statthalter der Region Nord, Jan Lund, am"
         " Montag.", "Jan Lund"),
        ("de", "Zehn Menschen starben, sagte der Sprecher, Frauen, Kinder und Alte.", "Sprecher"),
        # Who released a text says what it says.
        ("es", "Los datos facilitados por el ministerio apuntan a que hay 40 muertos.",
         "ministerio"),
        ("fr", "Selon un rapport publié lundi par le ministère, 40 civils sont morts.",
         "ministère"),
        ("es", "El informe publicado hoy apunta a que hay 40 muertos.", "informe"),
        # An adjective with a capital belongs to the body behind it.
        ("de", "Nach Angaben der Norländischen Beobachtungsstelle für Menschenrechte starben 20"
         " Menschen.", "Norländischen Beobachtungsstelle für Menschenrechte"),
        # A deed, a conjunction or a help of the verb is no part of a name.
        ("ar", "أعلنت وزارة الصحة فقدان ستين شخصا في المدينة.", "وزارة الصحة"),
        ("pl", "Zginęły 23 osoby - podają władze, choć ofiar może być więcej.", "władze"),
        ("es", "El puerto puede confirmar que murieron 40 personas.", "puerto"),
        # A day between what stands for the sentence before and its verb.
        ("ru", "Погибли 12 человек. Об этом во вторник, 13 июня, заявил мэр Иван Лис.",
         "Иван Лис"),
        ("uk", "Загинули 12 людей. Про це сьогодні на нараді заявив мер Іван Лис.", "Іван Лис"),
    ],
)  # fmt: skip
def test_a_name_is_whole_and_no_more(language: str, text: str, name: str) -> None:
    assert name in told(language, text)


def test_what_she_told_a_paper_is_hers() -> None:
    text = "Ада Лис сказала, что погибли 12 человек. Ранены 30. Об этом она сообщила газете."
    assert set(told("ru", text)) == {"Ада Лис"}


def test_an_adviser_behind_as_he_said_is_no_content() -> None:
    text = "“No hay heridos”, según informó Juan Vidal, asesor del puerto, citado por Efe."
    assert told("es", text) == {"Juan Vidal": "“No hay heridos”"}


def test_the_toll_is_no_verb() -> None:
    assert told("es", "El gobierno elevó la cifra oficial de víctimas a 37.") == {
        "gobierno": "la cifra oficial de víctimas a 37"
    }


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "„Hier starben zehn Menschen an einem Tag in der Kirche“, so Lund.", "Lund"),
        ("pl", "W ocenie Save the Sea zamordowano co najmniej 38 osób.", "Save the Sea"),
        ("es", "El portavoz rebatió la versión de las autoridades y afirmó que murieron 40.",
         "portavoz"),
        ("ru", "Ранее Минздрав сообщал о трех тысячах пострадавших.", "Минздрав"),
        ("ar", "ونفى الجيش مسؤوليته عن الهجوم لافتا الى انه لا يملك أسلحة كيماوية.", "الجيش"),
    ],
)  # fmt: skip
def test_a_speaker_is_found_by_few_words(language: str, text: str, name: str) -> None:
    assert name in told(language, text)


def test_so_before_a_clause_names_nobody() -> None:
    assert told("de", "Zehn Menschen starben, so Lund bald darauf die Kirche schloss.") == {}


SLAVIC = [
    # Behind what a preposition leads: an office, or a name; no name where several speak.
    ("pl", "Na spotkaniu z ministrem burmistrz Anna Lis powiedziała, że most runął.", "Anna Lis"),
    ("uk", "У розмові з міністром мер Іван Лис сказав, що міст упав.", "Іван Лис"),
    ("uk", "У школі Анни Лис сказали, що міст упав.", None),
    # An adverb before the verb or the subject, and whom it is told.
    ("pl", "Sąsiedzi i znajomi zgodnie twierdzą, że most runął.", "Sąsiedzi i znajomi"),
    ("pl", "Niestety Anna Lis powiedziała, że most runął.", "Anna Lis"),
    ("pl", "Jednak teraz wesoły kucharz powiedział, że most runął.", "wesoły kucharz"),
    ("pl", "Jak nam powiedział kucharz, stary most runął.", "kucharz"),
    ("uk", "«Міст упав учора вранці», – сказав представник порту журналісту видання ЛИС-Новини.",
     "представник порту"),
    # What stands in brackets, a clause about the speaker, and what an office is of.
    ("pl", "Radny (dawniej SLD) Jan Lis powiedział, że most runął.", "Jan Lis"),
    ("pl", "Kucharz, mieszkający w porcie, powiedział, że most runął.", "Kucharz"),
    ("uk", "«Міст упав учора вранці», – сказав посол при ООН Іван Лис.", "Іван Лис"),
    ("pl", "Anna Lis, jedna z kierowniczek portu, wyjaśniła CNN, że most runął.", "Anna Lis"),
    ("uk", "Два дні тому він повідомив, що міст упав.", "unnamed"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), SLAVIC)
def test_a_subject_without_an_article_is_whole_and_no_more(
    language: str, text: str, name: str | None
) -> None:
    found = told(language, text)
    assert set(found) <= ({name} if name else {"unnamed", "У школі Анни Лис", "школі Анни Лис"})
    assert found or name is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # "And" joins another saying only where that tells something.
        ("Anna Lis powiedziała, że most stoi i zapewnia setki miejsc pracy.",
         "most stoi i zapewnia setki miejsc pracy"),
        ("Anna Lis powiedziała, że most runął i zapewniła, że nikt nie zginął.", "most runął"),
        # A dash closes what somebody else is quoted with.
        ("Wszystkie znaki wskazują, że most runął - mówi Jan Lis.", "most runął"),
        ("Wszystkie znaki wskazują, że most - runął.", "most - runął"),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_another_says_something(text: str, said: str) -> None:
    claims = extract(Document.from_text(text, language="pl", publisher="Paper"))
    assert said in [claim.content[0].exact for claim in claims]


def test_as_they_foretold_is_no_account_of_what_he_says() -> None:
    text = "Stary kucharz powiedział, że most runie, jak mówili oni."
    assert set(told("pl", text)) == {"Stary kucharz"}
    assert told("pl", "Stary most runął, jak mówili oni.").values()


def test_what_stands_before_and_behind_who_speaks_is_said() -> None:
    document = Document.from_text(
        "Namun, kata wali kota, dua jembatan itu tetap ditutup.", language="id", publisher="Paper"
    )
    (claim,) = [claim for claim in extract(document) if claim.cue is not None]
    assert claim.speaker.name == "wali kota"
    assert claim.content[-1].exact == "dua jembatan itu tetap ditutup"
