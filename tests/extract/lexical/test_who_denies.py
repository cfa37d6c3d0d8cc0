"""Whom a clause, a pronoun or "but" means: who is accused denies, and who a noun is about tells."""

import pytest

from variorum import extract
from variorum.model import Document, Stance


def told(language: str, text: str) -> list[tuple[str, Stance, str]]:
    """Return who says what, how, in a text."""
    document = Document.from_text(text, language=language, publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    return [(claim.speaker.name, claim.stance, claim.content[0].exact) for claim in claims]


ACCUSED = [
    ("pl", "Oslo oskarżyło o atak Zorę, ale ta zaprzeczyła.", "Zorę"),
    ("ru", "Осло обвинило «Зору» в ударе по порту, но та отрицает это.", "Зору"),
    ("uk", "Осло звинуватило «Зору» в ударі по порту, але та заперечує свою причетність.", "Зору"),
    (
        "de",
        "Oslo beschuldigte die Zora, den Hafen beschossen zu haben, doch diese bestreitet das.",
        "Zora",
    ),
    (
        "fr",
        "Oslo accuse le Zora d'avoir visé le port, mais celui-ci dément toute implication.",
        "Zora",
    ),
    ("es", "Oslo acusó a Zora de atacar el puerto, pero este negó su implicación.", "Zora"),
    ("it", "Oslo ha accusato la Zora di aver colpito il porto, ma quest'ultima nega.", "Zora"),
    ("pt", "Oslo acusou a Zora de atacar o porto, mas esta negou qualquer envolvimento.", "Zora"),
    ("ar", "واتهمت النرويج حزب الزهرة بقصف الميناء، لكنه نفى أي تورط له.", "حزب الزهرة"),
]


@pytest.mark.parametrize(("language", "text", "accused"), ACCUSED)
def test_who_is_accused_is_who_denies_behind_but(language, text, accused):
    assert [who for who, stance, _ in told(language, text) if stance is Stance.DENIES] == [accused]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Oslo affirme que le port est fermé, mais elle dément toute attaque du port.",
            "Oslo",
        ),
        ("en", "Norway said that Zora had shelled the port, but it denied any attack.", "Norway"),
    ],
)
def test_who_only_told_something_denies_for_themselves(language, text, who):
    assert {name for name, _, _ in told(language, text)} == {who}


def test_a_pronoun_behind_an_accusation_means_the_accused():
    found = told("en", "Norway accused Zora of shelling the port, but it denied any involvement.")
    assert ("Zora", Stance.DENIES, "any involvement") in found


def test_an_accusation_ends_before_but():
    found = told("pl", "Oslo oskarżyło o atak Zorę, ale ta zaprzeczyła.")
    assert ("Oslo", Stance.ASSERTS, "o atak Zorę") in found


KEPT_UP = [
    ("es", "El ministerio volvió a negar que sus hombres atacaran el puerto."),
    ("fr", "Le ministère continue de nier toute implication dans la frappe."),
    ("it", "Il ministero continua tuttavia a negare di aver colpito il porto."),
    ("pt", "O ministério continua a negar que os seus homens tenham atacado o porto."),
    ("ru", "Министерство продолжает отрицать свою причастность к удару."),
    ("uk", "Міністерство продовжує заперечувати свою причетність до удару."),
    ("tr", "Bakanlık, adamlarının ateş açtığını reddetmeye devam ediyor."),
    ("id", "Kementerian itu terus membantah bahwa pasukannya menembak."),
    ("nb", "Departementet fortsetter å nekte for at mennene deres skjøt."),
    ("ar", "ولا تزال الوزارة تنفي أن رجالها أطلقوا النار."),
]


@pytest.mark.parametrize(("language", "text"), KEPT_UP)
def test_a_verb_of_going_on_belongs_to_the_cue(language, text):
    ((who, stance, _),) = told(language, text)
    assert stance is Stance.DENIES
    assert who.split()[0].casefold()[:5] in {
        "minis",
        "minist",
        "минис",
        "мініс",
        "bakan",
        "kemen",
        "depar",
        "الوزا",
    }


OF_NOUNS = [
    # The noun right before a clause tells what the clause says.
    (
        "fr",
        "Ce rapport contredit le bilan officiel du gouvernement, qui fait état de 56 morts.",
        "bilan officiel du gouvernement",
    ),
    ("pt", "O foguete teria sido lançado pela Zora, que nega a autoria do ataque.", "Zora"),
    (
        "es",
        "Hubo un ataque contra una prisión controlada por los rebeldes, quienes denunciaron"
        " más de 70 muertos.",
        "rebeldes",
    ),
    (
        "pt",
        "A comissão entregou ao presidente um relatório que afirma que 90 civis morreram.",
        "relatório",
    ),
    ("ar", "وأطلق الصاروخ حزب الزهرة الذي ينفي مسؤوليته عن الهجوم.", "حزب الزهرة"),
    # But whom another leads, or stands near, is part of the name.
    (
        "es",
        "Oslo rechazó los datos del Comité, una organización afín a la oposición, que asegura"
        " que hay 100 muertos.",
        "organización afín a la oposición",
    ),
    (
        "fr",
        "La coalition dirigée par Oslo, qui nie avoir visé le port, a ouvert une enquête.",
        "coalition dirigée par Oslo",
    ),
    # Of whom it is told "according to whom".
    (
        "it",
        "Il porto è chiuso, ha detto la sindaca Ana Ruiz, secondo cui sono morte 12 persone.",
        "Ana Ruiz",
    ),
    # A clause about who speaks stands before the verb, and its object is nobody.
    (
        "es",
        "La coalición que interviene en el sur desde 2015 negó hoy su implicación en el"
        " bombardeo que dejó 60 muertos.",
        "coalición",
    ),
    (
        "de",
        "Nun hat die von Oslo angeführte Allianz die Verantwortung für den Angriff zurückgewiesen.",
        "Allianz",
    ),
    # Who stands between "that" or "but" and a verb that else stands first.
    ("ar", "أفاد مراسل القناة أن حزب الزهرة نفى أي صلة له بسقوط الصاروخ على البلدة.", "حزب الزهرة"),
]


@pytest.mark.parametrize(("language", "text", "who"), OF_NOUNS)
def test_who_tells_what_a_clause_says(language, text, who):
    assert who in {name for name, _, _ in told(language, text)}


LISTS = [
    (
        "es",
        "Tres padres, un residente y un funcionario local dijeron que faltaban 40 niñas.",
        "Tres padres, un residente y un funcionario local",
    ),
    (
        "id",
        "Saksi mata, pekerja darurat dan pejabat rumah sakit mengatakan sepuluh orang tewas.",
        "Saksi mata, pekerja darurat dan pejabat rumah sakit",
    ),
    (
        "pl",
        "Burmistrz i szef policji powiedzieli, że zginęło dziesięć osób.",
        "Burmistrz i szef policji",
    ),
    # An office behind a name is no second speaker.
    ("es", "Ana Ruiz, alcaldesa y médica, dijo que faltaban 40 niñas.", "Ana Ruiz"),
]


@pytest.mark.parametrize(("language", "text", "who"), LISTS)
def test_several_who_speak_are_named_whole(language, text, who):
    assert {name for name, _, _ in told(language, text)} == {who}


NAMES = [
    (
        "it",
        "Lunedì sera l'ufficio del Difensore ha confermato la morte di 19 persone.",
        "ufficio del Difensore",
    ),
    (
        "it",
        "Ma il ministero russo questa mattina ha negato il bombardamento sul porto di Zara.",
        "ministero russo",
    ),
    (
        "es",
        "Al menos 27 personas murieron, anunció la administración instalada por Oslo.",
        "administración instalada por Oslo",
    ),
    (
        "es",
        "El 7 de marzo, fuentes de Oslo informaron de que la pista llevaba al puerto.",
        "fuentes de Oslo",
    ),
    ("de", "Retter suchten nach weiteren Opfern, sagte der Sprecher weiter.", "Sprecher"),
    (
        "de",
        "Vertreter der Stadt hätten selbst erklärt, dass das Haus einstürzte, sagte Peters.",
        "Vertreter der Stadt",
    ),
    (
        "fr",
        "La présidence, sur son compte, a affirmé qu'« aucune rançon n'avait été versée ».",
        "présidence",
    ),
    (
        "fr",
        "Dans un communiqué du 1er mai 2024, Ana Ruiz, ministre du port, fait état d'un bilan"
        " de 56 morts.",
        "Ana Ruiz",
    ),
    ("uk", "Мер Дніпра Борис Літов повідомив, що загинули 13 людей.", "Борис Літов"),
    (
        "ar",
        "وأعلنت وكالة الأنباء النرويجية ارتفاع عدد القتلى إلى 29 بين عسكريين ومدنيين.",
        "وكالة الأنباء النرويجية",
    ),
    ("ar", "وكانت السلطات في ولاية الزهرة قد أقرت بأنها دفنت 347 شخصا.", "السلطات في ولاية الزهرة"),
    ("tr", "1 Ocak'ta Kiev, limanın altı füzeyle vurulduğunu duyurmuştu.", "Kiev"),
    (
        "id",
        "Menteri Dalam Negeri Budi Santoso mengatakan sepuluh orang tewas.",
        "Menteri Dalam Negeri Budi Santoso",
    ),
]


@pytest.mark.parametrize(("language", "text", "who"), NAMES)
def test_a_name_is_neither_cut_nor_run_on(language, text, who):
    assert who in {name for name, _, _ in told(language, text)}


def test_this_is_told_only_where_a_verb_of_saying_follows_it():
    text = (
        "Sözcü Ali Demir, limanın vurulduğunu duyurdu."
        " Demir, parçaların bunu kanıtladığını söyledi."
    )
    assert {name for name, _, _ in told("tr", text)} == {"Ali Demir"}


def test_a_participle_that_describes_says_nothing():
    text = "Il soldato di 38 anni, ritenuto dalla ISAF unico responsabile della strage, è morto."
    assert told("it", text) == []
