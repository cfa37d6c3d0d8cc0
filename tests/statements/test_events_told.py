"""Whether something occurred and what caused it, in every language that is read."""

import pytest

from variorum.compare import compare
from variorum.model import Document, Rule
from variorum.pipeline import extract
from variorum.settings import Settings
from variorum.statements import statements_of
from variorum.statements.events_told import causes_exclude
from variorum.statements.statement import question_of


def told(text, language="en", family=""):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    return [(s.family, s.topic, s.words) for s in found if family in {"", s.family}]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The mayor said that there was no massacre.", "en", "no"),
        ("The mayor said that he saw no sign of a massacre.", "en", "no"),
        ("The mayor rejected the accusations of a massacre.", "en", "no"),
        ("Villagers called the raid a massacre.", "en", "yes"),
        ("Villagers said that a massacre took place by the river.", "en", "yes"),
        ("Der Bürgermeister sagte, es habe kein Massaker gegeben.", "de", "no"),
        ("Le maire a affirmé qu'il n'y avait pas eu de massacre.", "fr", "no"),
        ("El alcalde dijo que no hubo ninguna masacre.", "es", "no"),
        ("O prefeito disse que não houve massacre.", "pt", "no"),
        ("Ordføreren sier at det ikke var noen massakre.", "no", "no"),
        ("Tidak ada pembantaian, kata walikota.", "id", "no"),
        ("Muhalefet köyde katliam yapıldığını söyledi.", "tr", "yes"),
        ("Burmistrz powiedział, że nie było żadnej masakry.", "pl", "no"),
        ("Мэр заявил, что никакой резни не было.", "ru", "no"),
        ("Мер заявив, що жодної різанини не було.", "uk", "no"),
        ("وقال العمدة إنه لم تحدث أي مجزرة.", "ar", "no"),
        ("شهردار گفت که هیچ کشتاری رخ نداد.", "fa", "no"),
        ("Il sindaco ha detto che non c'è stata nessuna strage.", "it", "no"),
        ("Il sindaco ha detto che c'è stata una strage.", "it", "yes"),
        ("Кметът заяви, че не е имало клане.", "bg", "no"),
        ("Кметът заяви, че е имало клане.", "bg", "yes"),
        ("Der Hauptmann versicherte, kein Massaker gesehen zu haben.", "de", "no"),
        ("El capitán dijo que no vio ninguna masacre.", "es", "no"),
        ("Капитан заявил, что не видел никакой резни.", "ru", "no"),
        ("The group said it may sue, but that nothing supports claims of a massacre.", "en", "no"),
    ],
)
def test_whether_it_occurred(text, language, words):
    assert told(text, language, "occurred") == [("occurred", "a massacre", words)]


@pytest.mark.parametrize(
    ("text", "language", "topic", "words"),
    [
        ("The minister said that the massacre was staged.", "en", "a massacre", "no"),
        ("Министр заявил, что резня была постановкой.", "ru", "a massacre", "no"),
        ("The minister denied that the massacre was staged.", "en", "", ""),
        ("The group held that an air strike was highly unlikely.", "en", "an air strike", "no"),
        ("The group held that an air strike was likely.", "en", "", ""),
        ("She was hit during a gunfight at the gate, the army said.", "en", "a firefight", "yes"),
        ("The army said that it feared a gunfight.", "en", "", ""),
        ("A witness said there had been no confrontations.", "en", "a firefight", "no"),
        (
            "The court said that reports of mass graves were fabrications.",
            "en",
            "a mass grave",
            "no",
        ),
        ("Der Richter sagte, ein Massengrab sei gefunden worden.", "de", "a mass grave", "yes"),
        ("The court said that a grave was found.", "en", "", ""),
    ],
)
def test_what_only_seemed_so_or_hardly_was_did_not_occur(text, language, topic, words):
    expected = [("occurred", topic, words)] if topic else []
    assert told(text, language, "occurred") == expected


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The army said that it was a misfired rocket.", "a misfired rocket"),
        ("The army said that it was not a misfired rocket.", "not a misfired rocket"),
        ("The channel disputed Northern claims of a misfired rocket.", "not a misfired rocket"),
        ("The army said that it was near a misfired rocket.", ""),
    ],
)
def test_what_it_is_called_or_not_is_what_caused_it(text, cause):
    assert [words for _, _, words in told(text, family="caused")] == ([cause] if cause else [])


@pytest.mark.parametrize(
    "text",
    [
        "The mayor denied involvement in a massacre.",
        "The mayor denied the massacre by the river.",
        "The mayor said that no massacre since the war had been worse.",
        "The mayor denied that the explosion had killed children.",
        "The mayor said that there may have been a massacre.",
        "The mayor denied that guards killed ten people in a massacre.",
    ],
)
def test_what_leaves_open_whether_it_occurred(text):
    assert told(text, family="occurred") == []


@pytest.mark.parametrize(
    ("text", "language", "cause"),
    [
        ("The blaze was caused by a short circuit, a fireman said.", "en", "a short circuit"),
        ("Officials ruled out a gas leak as the cause of the fire.", "en", "not a gas leak"),
        ("The police attributed the fire to arson.", "en", "arson"),
        ("The fire was arson, a fireman said.", "en", "arson"),
        ("Ursache des Feuers war Brandstiftung, sagte die Polizei.", "de", "arson"),
        (
            "L'incendie a été provoqué par un court-circuit, a dit un pompier.",
            "fr",
            "a short circuit",
        ),
        ("El incendio fue causado por una fuga de gas, dijo la policía.", "es", "a gas leak"),
        ("O incêndio foi causado por uma fuga de gás, disse a polícia.", "pt", "a gas leak"),
        ("Brannen skyldtes en kortslutning, sier politiet.", "no", "a short circuit"),
        ("Kebakaran disebabkan oleh korsleting, kata polisi.", "id", "a short circuit"),
        ("Pożar spowodowało zwarcie, poinformowała straż.", "pl", "a short circuit"),
        ("Причиной пожара стало короткое замыкание, сообщили спасатели.", "ru", "a short circuit"),
        (
            "L'incendio è stato provocato da una fuga di gas, ha detto la polizia.",
            "it",
            "a gas leak",
        ),
        ("Пожарът е предизвикан от късо съединение, съобщи полицията.", "bg", "a short circuit"),
        ("Пожежу спричинило коротке замикання, повідомила поліція.", "uk", "a short circuit"),
        ("قالت الشرطة إن الحريق نجم عن تماس كهربائي.", "ar", "a short circuit"),
        ("پلیس گفت که آتش‌سوزی بر اثر اتصال برق رخ داد.", "fa", "a short circuit"),
    ],
)
def test_what_caused_it(text, language, cause):
    assert told(text, language, "caused") == [("caused", "fire", cause)]


def test_causes_exclude_each_other_as_the_data_file_says():
    assert causes_exclude("arson", "a short circuit")
    assert causes_exclude("a short circuit", "arson")
    assert not causes_exclude("an explosion", "a gas leak")
    assert not causes_exclude("arson", "arson")


def contradicted(*texts):
    documents = [
        Document.from_text(t, publisher=f"Outlet {n}", published="2021-05-04")
        for n, t in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings())
    return [(c.rule, c.because.partition("?")[0]) for c in found.contradictions]


def test_two_causes_of_one_fire_are_a_dispute():
    found = contradicted(
        "The fire at the mill was caused by a short circuit, a fireman said.",
        "The fire at the mill was arson, the police chief said.",
    )
    assert found == [(Rule.IDENTITY, "What caused the fire")]


def test_a_short_answer_denies_the_claim_before_it():
    text = "Police fired live ammunition at the crowd, witnesses said. The ministry denied it."
    assert contradicted(text) == [(Rule.POLARITY, "Was live ammunition used")]


@pytest.mark.parametrize(
    "text",
    [
        "Police fired live ammunition, some said. It rained. The road was shut. They denied it.",
        "Police fired live ammunition, witnesses said.\n\nThe ministry denied it.",
    ],
)
def test_a_short_answer_further_off_answers_nothing(text):
    assert contradicted(text) == []


@pytest.mark.parametrize(
    ("yes", "no", "asked"),
    [
        (
            "Rita Moe is alive, her brother said.",
            "Rita Moe was killed, the police said.",
            "Is Rita Moe alive",
        ),
        (
            "A ransom was paid, a mediator said.",
            "No ransom was paid, the minister said.",
            "Was ransom paid",
        ),
        (
            "The exits were locked, workers said.",
            "The exits were open, the owner said.",
            "Were the doors locked",
        ),
        (
            "The kidnappers said they released the hostages voluntarily.",
            "The hostages were freed in a raid, the minister said.",
            "Was the release voluntary",
        ),
    ],
)
def test_exclusive_pairs(yes, no, asked):
    assert contradicted(yes, no) == [(Rule.POLARITY, asked)]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (
            "A massacre took place in Lyon, a priest said.",
            "There was no massacre in Nantes, the mayor said.",
        ),
        (
            "An air strike hit the school on 3 May 2021, a nurse said.",
            "There was no air strike on 12 April 2021, the army said.",
        ),
    ],
)
def test_what_is_of_another_place_or_day_is_no_contradiction(yes, no):
    assert contradicted(yes, no) == []


def test_who_denies_having_used_it_says_nothing_of_others():
    used = "Inspectors said that tear gas was used in the square."
    assert contradicted(used, "The army denied using tear gas.") == []
    assert contradicted(used, "The mayor denied that tear gas was used.") != []


def test_who_denies_that_its_planes_did_it_does_not_deny_that_it_happened():
    struck = "Residents said that an air strike took place in Kalm."
    assert contradicted(struck, "The army denied that its planes carried out an air strike.") == []


def test_what_there_are_several_of_is_asked_for_in_the_plural():
    assert question_of(("used", "chemical weapons", "")) == "Were chemical weapons used?"
    assert question_of(("used", "tear gas", "")) == "Was tear gas used?"
    assert question_of(("secret", "talks", "")) == "Were the talks secret?"


@pytest.mark.parametrize(
    ("denies", "tells", "language"),
    [
        (
            "Управление опровергает данные о применении слезоточивого газа, сообщил начальник.",
            "Управление получило данные о применении слезоточивого газа, сообщил начальник.",
            "ru",
        ),
        (
            "El jefe dijo que la oficina niega el uso de gas lacrimógeno en la plaza.",
            "El jefe dijo que la oficina confirma el uso de gas lacrimógeno en la plaza.",
            "es",
        ),
    ],
)
def test_what_an_office_denies_within_a_claim_is_not_so(denies, tells, language):
    assert [row[2] for row in told(denies, language, "used")] == ["no"]
    assert [row[2] for row in told(tells, language, "used")] == ["yes"]


@pytest.mark.parametrize(
    ("open_", "sure", "language"),
    [
        (
            "The minister does not rule out a missile attack on the plane.",
            "The minister reported a missile attack on the plane.",
            "en",
        ),
        (
            "Das Amt schließt einen Raketenangriff als Ursache nicht aus.",
            "Das Amt meldete einen Raketenangriff auf das Flugzeug.",
            "de",
        ),
    ],
)
def test_what_is_not_ruled_out_is_not_told(open_, sure, language):
    assert told(open_, language, "rockets") == []
    assert [row[2] for row in told(sure, language, "rockets")] == ["yes"]


def test_who_did_not_die_by_one_hand_was_there_all_the_same():
    text = "وقالت الشرطة إن الضحايا المدنيين لم يلقوا مصرعهم بسبب هجمات التنظيم."
    assert told(text, "ar", "civilians") == []
    none = "وقالت الشرطة إن الضحايا لم يكونوا مدنيين."
    assert [row[2] for row in told(none, "ar", "civilians")] == ["no"]


def test_what_one_does_not_say_is_not_told():
    text = "وقال المرصد إن 30 شخصا قتلوا دون أن يشير إلى أن الشرطة استخدمت الغاز المسيل للدموع."
    assert told(text, "ar", "used") == []
    said = "وقال المرصد إن الشرطة استخدمت الغاز المسيل للدموع."
    assert told(said, "ar", "used") != []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The ministry said that the news that civilians were killed is just a rumour.", "en", []),
        ("The ministry said reports that civilians were killed are false.", "en", []),
        ("The ministry said that false alarms came before civilians were killed.", "en", ["yes"]),
        ("El alcalde dijo que las noticias de que mataron a civiles son falsas.", "es", []),
    ],
)
def test_news_that_are_called_untrue_state_nothing(text, language, found):
    assert [words for _, _, words in told(text, language, "civilians")] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The rebels denied a rocket attack on the town.", "en", ["no"]),
        ("The rebels denied any connection with the rocket attack.", "en", []),
        ("The rebels denied that rockets were fired before the rocket attack.", "en", []),
        ("The rebels said that the rocket attack hit the town.", "en", ["yes"]),
    ],
)
def test_what_a_denial_takes_for_granted_is_not_denied(text, language, found):
    assert [words for _, _, words in told(text, language, "rockets")] == found


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("El alcalde dijo que no existe ningún acuerdo.", "es", "no"),
        ("O prefeito disse que não há nenhum acordo.", "pt", "no"),
        ("Le maire a dit qu'il n'y a aucun accord.", "fr", "no"),
        ("The mayor said that there is no agreement.", "en", "no"),
    ],
)
def test_what_is_denied_twice_is_denied_once_in_languages_that_do_so(text, language, words):
    assert [said for _, _, said in told(text, language, "exists")] == [words]


@pytest.mark.parametrize(
    ("text", "language", "cause", "excluded"),
    [
        ("The minister said the fire was caused by a tragic accident.", "en", "a mistake", False),
        ("Menteri menyebut kebakaran itu akibat kecelakaan tragis.", "id", "a mistake", False),
        ("The minister said the fire was caused by an accident.", "en", "an accident", True),
    ],
)
def test_what_one_owns_to_as_a_tragic_accident_leaves_the_attack_standing(
    text, language, cause, excluded
):
    assert [words for _, _, words in told(text, language, "caused")] == [cause]
    assert causes_exclude(cause, "an air strike") == excluded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The coalition said that it never makes deals with rebels.", []),
        ("The coalition said that it makes no deals.", []),
        ("The coalition said that it made no deal.", ["no"]),
    ],
)
def test_what_somebody_never_does_is_no_answer_on_one_deal(text, found):
    assert [words for _, _, words in told(text, "en", "exists")] == found
