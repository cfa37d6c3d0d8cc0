"""What one document states, read without any other document."""

import pickle

import pytest

from variorum.compare import compare
from variorum.model import Document
from variorum.pipeline import build, extract
from variorum.settings import Settings
from variorum.statements import statements_of
from variorum.statements.predications import predicate_rows, read_predications
from variorum.statements.revisions import FIRST, marks_in
from variorum.statements.statement_phrases import lexicon
from variorum.statements.statement_reader import read_statements, states
from variorum.work import read_claims

TEXT = (
    "The mayor said the deal was secret. The army blew up the bridge, the council said. "
    "The rebels did not sink the ferry, a witness said."
)


def document_with_claims():
    document = Document.from_text(TEXT, publisher="Northwire", published="2021-05-04")
    return document, extract(document)


def test_a_document_states_what_its_claims_say_by_the_lexicon_and_by_any_verb():
    document, claims = document_with_claims()
    found = statements_of(claims, document)
    assert [(said.family, said.topic, said.words) for said in found.statements] == [
        ("secret", "agreement", "yes"),
        ("destroyed", "bridge", "army"),
    ]
    assert ("sink", "rebel", "ferry", False) in [
        (one.row, one.agent, one.patient, one.holds) for one in found.predications
    ]
    assert list(found.statements) == read_statements(claims, document)
    assert list(found.predications) == read_predications(claims, document)


def test_what_a_document_states_can_be_sent_to_another_process():
    document, claims = document_with_claims()
    found = statements_of(claims, document)
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_part_of_a_claim_states_nothing_of_its_own():
    _, claims = document_with_claims()
    part = claims[0].model_copy(update={"part_of": "claim-of-which-it-is-a-part"})
    assert states(claims[0])
    assert not states(part)


def test_what_was_said_at_first_is_not_compared():
    text = "At first the army blew up the bridge, the council said."
    document = Document.from_text(text, publisher="Northwire", published="2021-05-04")
    assert FIRST in marks_in(text)
    assert read_predications(extract(document), document) == []


def test_every_phrase_of_a_predicate_belongs_to_one_row():
    rows = predicate_rows().rows
    said = [word for row in rows.values() for word in row["said"]]
    assert len(said) == len(set(said))
    assert set(lexicon().families) >= {"secret", "destroyed"}


def test_the_record_is_the_same_whether_statements_come_with_the_documents_or_not(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "two.txt").write_text(
        "The minister said the deal was not secret. The rebels blew up the bridge, he said.",
        "utf-8",
    )
    case = build(tmp_path)
    assert case.comparison.contradictions
    assert compare(case.documents, case.claims, Settings()) == case.comparison


def test_the_unit_of_work_gives_what_its_claims_state():
    document, _ = document_with_claims()
    result = read_claims(document, None, Settings())
    assert result.statements.statements
    assert result.statements == statements_of(result.claims, document)


def test_what_is_negated_is_quoted_with_its_negation():
    text = "Wali kota mengatakan bahwa perjanjian itu bukan rahasia."
    document = Document.from_text(text, language="id", publisher="Northwire")
    (said,) = statements_of(extract(document), document).statements
    assert (said.span.exact, said.holds) == ("bukan rahasia", False)


def test_a_short_name_in_quotation_marks_is_who_did_it_and_not_the_speaker():
    text = "قال سائق محلي إن «قسد» استأجرت سائقي الشاحنات."
    document = Document.from_text(text, language="ar", publisher="Northwire")
    (said,) = statements_of(extract(document), document).statements
    assert [doer.name for doer in said.doers] == ["قسد"]


def test_who_is_said_to_have_told_it_is_not_who_did_it():
    text = "وقال الصحفيون: قال سائق محلي إن قسد استأجرت سائقي الشاحنات."
    document = Document.from_text(text, language="ar", publisher="Northwire")
    told = statements_of(extract(document), document).statements
    assert all("الصحفيون" not in doer.name for said in told for doer in said.doers)


def who(language, text):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    return [(s.family, [doer.name for doer in s.doers]) for s in found if s.doers]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Armee bombardierte das Krankenhaus, sagte der Arzt."),
        ("de", "Das Krankenhaus wurde von der Armee zerstört, sagte der Arzt."),
        ("fr", "L'hôpital a été bombardé par l'armée, a dit le médecin."),
        ("es", "El ejército bombardeó el hospital, dijo el médico."),
        ("pt", "O hospital foi destruído pelo exército, disse o médico."),
        ("no", "Hæren bombet sykehuset, sa legen."),
        ("id", "Rumah sakit itu dibom oleh tentara, kata dokter."),
        ("tr", "Doktor, hastanenin ordu tarafından bombalandığını söyledi."),
        ("pl", "Lekarz powiedział, że szpital został zbombardowany przez wojsko."),
        ("ru", "Армия обстреляла больницу, заявил врач."),
        ("uk", "Армія обстріляла лікарню, сказав лікар."),
        ("ar", "قال الطبيب إن الجيش دمر المستشفى."),
        ("fa", "پزشک گفت ارتش بیمارستان را بمباران کرد."),
    ],
)
def test_who_did_it_is_read_in_every_language(language, text):
    assert who(language, text) == [("destroyed", ["army"])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Hombres armados lanzaron un ataque contra la policía, dijo el alcalde."),
        ("ru", "Врач сказал, что больницу обстреляли повстанцы или армия."),
        ("de", "Die Armee und die Rebellen beschossen das Krankenhaus, sagte der Arzt."),
        ("de", "Die Armee bombardierte Stellungen neben dem Krankenhaus, sagte der Arzt."),
        ("en", "The army bombed positions near the hospital, the doctor said."),
        ("en", "The army shelled a field hospital, the doctor said."),
        ("fr", "L'armée a bombardé un hôpital, a dit le médecin."),
        ("tr", "Doktor, ordunun bir hastaneyi bombaladığını söyledi."),
    ],
)
def test_who_may_not_have_done_it_is_nobody(language, text):
    assert who(language, text) == []


def test_those_who_act_together_are_all_who_did_it():
    told = who("en", "The rebels and the army struck a deal, the minister said.")
    assert told == [("arranged", ["rebels", "army"])]


def test_who_mediates_is_no_party():
    told = who("en", "Qatar brokered the deal, the minister said.")
    assert told == [("mediated", ["Qatar"])]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The army said those killed were combatants in disguise.", "en", ("civilians", False)),
        ("The army said those wounded were combatants in disguise.", "en", None),
        ("The clinic said that 30 civilians were killed.", "en", ("civilians", True)),
        ("The clinic said that 30 civilians were wounded.", "en", None),
        ("The army said the dead were fighters.", "en", ("civilians", False)),
        ("The army said 26 of the dead were fighters.", "en", None),
        ("Der Sprecher sagte, die Toten seien Kämpfer.", "de", ("civilians", False)),
        ("Der Sprecher sagte, 26 der Toten seien Kämpfer.", "de", None),
        ("The army said that no civilians were killed.", "en", ("civilians", False)),
        ("The army said that no civilians were killed by the raid.", "en", None),
        ("El gobierno dijo que ningún civil murió.", "es", ("civilians", False)),
        ("The general said there had been no encirclement.", "en", ("encircled", False)),
        ("Die Rebellen sagten, die Einheit sei eingekesselt.", "de", ("encircled", True)),
        ("The council said that she was killed accidentally.", "en", ("intended", False)),
        ("The council said that she was found accidentally.", "en", None),
        ("Der Anwalt sagte, sie sei gezielt getötet worden.", "de", ("intended", True)),
        ("Le maire dit que le car a été attaqué intentionnellement.", "fr", ("intended", True)),
        ("Der Koch sagte, die Armee habe den Konvoi gezielt attackiert.", "de", ("intended", True)),
        ("Der Koch sagte, die Armee habe den Konvoi gezielt beraten.", "de", None),
        ("El juez dijo que el ataque no tuvo la intención de herir.", "es", ("intended", False)),
        ("Il generale ha detto che l'attacco era involontario.", "it", ("intended", False)),
        ("O juiz disse que foram alvejados com intenção de matar.", "pt", ("intended", True)),
        ("The nurse said that he bought bread with the intention of killing time.", "en", None),
        ("The rebels denied that the deal had been reached.", "en", ("exists", False)),
        ("Los rebeldes alcanzaron el domingo un acuerdo, dijo el alcalde.", "es", ("exists", True)),
        ("The ministry said the footage was another provocation.", "en", ("genuine", False)),
        ("Kiev jamais admitiu que suas tropas estivessem cercadas.", "pt", None),
    ],
)
def test_who_died_whether_on_purpose_and_what_there_was(text, language, expected):
    families = {"civilians", "encircled", "intended", "exists", "genuine"}
    document = Document.from_text(text, publisher="Northwire", language=language)
    found = statements_of(extract(document), document).statements
    told = {(said.family, said.holds) for said in found if said.family in families}
    assert told == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("language", "text", "doers"),
    [
        ("fr", "Un soldat a dit que les manifestants avaient tiré en premier.", ["protesters"]),
        ("es", "Un médico dijo que los rebeldes abrieron fuego primero.", ["rebels"]),
        ("de", "Ein Arzt sagte, die Rebellen hätten zuerst geschossen.", ["rebels"]),
        ("de", "Ein Arzt sagte, die Rebellen hätten danach geschossen.", []),
    ],
)
def test_who_fired_first_is_read_in_other_languages(language, text, doers):
    document = Document.from_text(text, publisher="Northwire", language=language)
    found = statements_of(extract(document), document).statements
    assert [d.name for said in found if said.family == "started" for d in said.doers] == doers


def test_what_is_behind_the_attack_is_asked_of_the_attack():
    document = Document.from_text(
        "The mayor said that the rebels were behind the attack.", publisher="Northwire"
    )
    (said,) = statements_of(extract(document), document).statements
    assert (said.family, said.topic, said.words) == ("fired", "attack", "rebels")
    text = "The mayor said that the rebels, who fled, stood behind the station of the attack."
    document = Document.from_text(text, publisher="Northwire")
    assert not statements_of(extract(document), document).statements


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("People left under a deal that the council had negotiated, the mayor said.", {"council"}),
        ("People left under a deal, and the council had negotiated, the mayor said.", set()),
    ],
)
def test_what_it_is_done_to_may_stand_before_that(text, doers):
    document = Document.from_text(text, publisher="Northwire")
    found = statements_of(extract(document), document).statements
    assert {d.name for said in found if said.family == "arranged" for d in said.doers} == doers


SLOTS = {"fired_on", "rockets", "present", "civilians", "broke", "mediated", "burned", "aboard"}


def slots(language, text):
    """Return what patterns with slots find: the family, what it is of, who, and yes or no."""
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    told = [s for s in found if s.family in SLOTS]
    return [(s.family, *(doer.name for doer in s.doers), s.holds) for s in told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The nurse said that there were no fighters in the clinic."),
        ("en", "The charity denied that gunmen were shooting at soldiers from its hospital."),
        ("de", "Die Ärztin sagte, es seien keine Kämpfer in der Klinik gewesen."),
        ("fr", "Le médecin a dit qu'il n'y avait aucun combattant dans l'hôpital."),
        ("es", "El médico dijo que no había combatientes en el hospital."),
        ("pt", "O médico disse que não havia combatentes no hospital."),
        ("nb", "Legen sa at det ikke var krigere i sykehuset."),
        ("id", "Dokter mengatakan bahwa tidak ada militan di rumah sakit."),
        ("pl", "Lekarz powiedział, że nie było bojowników w szpitalu."),
        ("ru", "Врач заявил, что боевиков в больнице не было."),
        ("uk", "Лікар заявив, що бойовиків у лікарні не було."),
        ("ar", "قال الطبيب إنه لم يكن هناك مسلحون في المستشفى."),
    ],
)
def test_that_no_fighters_were_in_it_is_read_in_every_language(language, text):
    assert slots(language, text) == [("present", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said that fighters were using the hospital as a base.", [("present", True)]),
        ("The army said that fighters killed 20 people in the hospital.", []),
        ("The army said that fighters may have hidden in the hospital.", []),
        ("The army said that fighters fled, and shells fell in the school.", []),
        (
            "The panel found no information suggesting that gunmen were present.",
            [("present", False)],
        ),
        (
            "A cook said that fighters ate and drank and slept all night in the old clinic.",
            [("present", True)],
        ),
        ("A cook said that fighters ate and drank and slept all of it in the big old clinic.", []),
        (
            "A cook said that fighters ate and drank and slept all the long night in the old "
            "clinic.",
            [],
        ),
        ("The judge said that only rebels were killed.", [("civilians", False)]),
        ("The judge said that only soldiers were killed.", [("civilians", False)]),
        ("The judge said that rebels were killed.", []),
        ("The guard said the dead were not his men but civilians.", [("civilians", True)]),
        ("The guard said the dead were men dressed in civilian clothing.", []),
        ("The panel said it was impossible that the bodies were burned.", [("burned", False)]),
        ("The panel said that the bodies were burned.", [("burned", True)]),
        ("The panel said that the archive was burned.", []),
        ("Moscow said that the plane was carrying prisoners of war.", [("aboard", True)]),
        ("Kyiv denied that prisoners were on board.", [("aboard", False)]),
        ("Moscow said that prisoners were to be exchanged.", []),
        ("The governor denied firing on demonstrators.", [("fired_on", False)]),
        ("A singer saw that troops opened fire and that the crowd ran.", []),
        ("A singer said that troops fired on the crowd.", [("fired_on", True)]),
        ("Engineers said that the damage is not typical of rockets.", [("rockets", False)]),
        ("The navy said that the mill was hit by a rocket.", [("rockets", True)]),
        ("The navy said that the mill made rockets.", []),
        ("The judge said that not a single resident was harmed.", [("civilians", False)]),
    ],
)
def test_slots_of_one_clause_tell_what_was_so(text, expected):
    assert slots("en", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway accused Finland of violating the truce.", ("broke", "Finland", True)),
        ("en", "Finland denied any violation of the truce.", ("broke", "Finland", False)),
        ("en", "Finland said that it observes the ceasefire.", ("broke", "Finland", False)),
        (
            "en",
            "Finland said that the militia observes the ceasefire.",
            ("broke", "rebels", False),
        ),
        ("en", "Finland said that the driver observes the ceasefire.", None),
        ("en", "An envoy said that Norway and Finland are violating the truce.", None),
        ("es", "Finlandia afirmó que Noruega violó el alto el fuego.", ("broke", "Norway", True)),
        (
            "tr",
            "Bakan, ateşkesin Norveç tarafından ihlal edildiğini söyledi.",
            ("broke", "Norway", True),
        ),
        ("ru", "Посол заявил, что перемирие нарушала Норвегия.", ("broke", "Norway", True)),
        (
            "en",
            "An aide said the truce was mediated by the United States.",
            ("mediated", "United States", True),
        ),
        (
            "en",
            "Finland denied any US mediation of the truce.",
            ("mediated", "United States", False),
        ),
        (
            "en",
            "An aide said the truce was negotiated directly between the two.",
            ("mediated", False),
        ),
        (
            "fr",
            "Un conseiller a dit que la trêve a été négociée directement entre eux.",
            ("mediated", False),
        ),
    ],
)
def test_who_broke_a_truce_and_who_mediated_it(language, text, expected):
    assert slots(language, text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The army said it had carried out no strikes on the village.", False),
        ("The army said it conducted none of the strikes on the village.", False),
        ("The army said it had carried out strikes on the village.", True),
        ("The army carried out the strikes, no doubt, the council said.", True),
    ],
)
def test_who_did_it_to_none_did_not_do_it(text, holds):
    document = Document.from_text(text, publisher="Northwire", published="2021-05-04")
    found = statements_of(extract(document), document).statements
    assert [said.holds for said in found if said.family == "fired"] == [holds]


@pytest.mark.parametrize(
    ("family", "language", "text", "expected"),
    [
        ("peaceful", "en", "The guards said the march was no peaceful protest.", ["no"]),
        ("peaceful", "en", "The guards said the protest was not peaceful.", ["no"]),
        ("peaceful", "en", "A baker said that the protesters threw stones.", ["no"]),
        ("peaceful", "en", "A baker said that the protesters threw a party.", []),
        ("peaceful", "en", "The governor denied firing on peaceful protesters.", []),
        ("peaceful", "en", "The governor said they did not fire on peaceful protesters.", []),
        ("peaceful", "en", "A nurse said it began as a peaceful protest.", []),
        ("peaceful", "de", "Der Wirt sagte, die Demonstration sei friedlich gewesen.", ["yes"]),
        ("peaceful", "de", "Der Wirt sagte, die Demonstration sei nicht friedlich.", ["no"]),
        ("peaceful", "fr", "Le maire a dit que la manifestation n'était pas pacifique.", ["no"]),
        ("peaceful", "es", "El juez dijo que no había manifestantes pacíficos.", ["no"]),
        ("peaceful", "pt", "O juiz disse que os manifestantes atiraram pedras.", ["no"]),
        ("peaceful", "it", "Il giudice ha detto che la manifestazione non era pacifica.", ["no"]),
        ("peaceful", "nb", "Dommeren sa at demonstrantene kastet stein.", ["no"]),
        ("peaceful", "id", "Hakim mengatakan para demonstran melempari batu.", ["no"]),
        ("peaceful", "tr", "Hâkim, gösterinin barışçıl olduğunu söyledi.", ["yes"]),
        ("peaceful", "pl", "Sędzia powiedział, że demonstranci rzucali kamieniami.", ["no"]),
        ("peaceful", "ru", "Судья заявил, что демонстрация не была мирной.", ["no"]),
        ("peaceful", "uk", "Суддя заявив, що демонстранти кидали каміння.", ["no"]),
        ("peaceful", "ar", "قال القاضي إن المظاهرة كانت سلمية.", ["yes"]),
        ("peaceful", "fa", "قاضی گفت که تظاهرات مسالمت‌آمیز بود.", ["yes"]),
        ("target", "en", "The army said that it struck a munitions depot.", ["yes"]),
        ("target", "en", "The army said that it guarded a munitions depot.", []),
        ("target", "en", "A baker said that there was nothing military in the mill.", ["no"]),
        ("target", "de", "Der Wirt sagte, dort sei kein Munitionslager gewesen.", ["no"]),
        ("target", "fr", "Le maire a dit qu'il n'y avait rien de militaire ici.", ["no"]),
        ("target", "es", "El dueño dijo que no había ningún objetivo militar.", ["no"]),
        ("target", "es", "El dueño negó que hubiera ningún objetivo militar.", []),
        ("target", "pt", "O dono disse que não havia nenhum alvo militar.", ["no"]),
        ("target", "it", "Il sindaco ha detto che non c'era nessun obiettivo militare.", ["no"]),
        ("target", "nb", "Hæren sa at den traff et våpenlager.", ["yes"]),
        ("target", "id", "Tentara mengatakan pihaknya menyerang gudang senjata.", ["yes"]),
        ("target", "tr", "Ordu, mühimmat deposunu vurduğunu açıkladı.", ["yes"]),
        ("target", "pl", "Armia poinformowała, że trafiła w skład amunicji.", ["yes"]),
        ("target", "ru", "Владелец заявил, что там не было военных объектов.", ["no"]),
        ("target", "uk", "Власник заявив, що там не було військових об'єктів.", ["no"]),
        ("target", "ar", "قال العمدة إنه لا يوجد أي هدف عسكري.", ["no"]),
        ("target", "fa", "ارتش گفت که پایگاه نظامی را هدف قرار داد.", ["yes"]),
        ("lawful", "en", "The army called the raid a legitimate military operation.", ["yes"]),
        ("lawful", "en", "The union called the raid a war crime.", ["no"]),
        ("lawful", "en", "The union called the film a war crime.", []),
        ("lawful", "de", "Die Gewerkschaft nannte den Angriff ein Kriegsverbrechen.", ["no"]),
        ("lawful", "fr", "Le roi a dit que c'était une opération militaire légitime.", ["yes"]),
        ("lawful", "es", "El juez dijo que el ataque fue un crimen de guerra.", ["no"]),
        ("lawful", "pt", "O juiz disse que o ataque foi um crime de guerra.", ["no"]),
        ("lawful", "it", "Il giudice ha detto che l'attacco è un crimine di guerra.", ["no"]),
        ("lawful", "ru", "Судья заявил, что нападение является военным преступлением.", ["no"]),
        ("lawful", "uk", "Суддя заявив, що напад є воєнним злочином.", ["no"]),
        ("lawful", "pl", "Sędzia oświadczył, że atak był zbrodnią wojenną.", ["no"]),
        ("lawful", "ar", "قالت النقابة إن الهجوم جريمة حرب.", ["no"]),
        ("lawful", "tr", "Hâkim, saldırının savaş suçu olduğunu söyledi.", ["no"]),
        ("lawful", "id", "Hakim mengatakan serangan itu adalah kejahatan perang.", ["no"]),
        ("lawful", "nb", "Dommeren sa at angrepet var en krigsforbrytelse.", ["no"]),
        ("lawful", "fa", "قاضی گفت که حمله جنایت جنگی بود.", ["no"]),
        ("working", "en", "The owner said that the mall was not functioning.", ["no"]),
        ("working", "en", "A nurse said that the hospital was full of children.", ["yes"]),
        ("working", "en", "A nurse said that the hospital was painted.", []),
        ("working", "de", "Der Wirt sagte, die Klinik sei damals geschlossen gewesen.", ["no"]),
        ("working", "es", "El portavoz dijo que el hospital estaba vacío.", ["no"]),
        ("working", "ru", "Врач заявил, что больница работала.", ["yes"]),
        ("harming", "en", "Finland denied targeting civilians.", ["not Finland"]),
        ("harming", "en", "Norway said that Finland targeted civilians.", ["Finland"]),
        ("harming", "en", "Norway said that Finland bombed the camp and no civilians left.", []),
        ("harming", "fr", "La Finlande a nié avoir visé des civils.", ["not Finland"]),
        ("harming", "ru", "Норвегия заявила, что Финляндия атакует мирных жителей.", ["Finland"]),
        ("harming", "tr", "Finlandiya sivilleri hedef aldığını reddetti.", ["not Finland"]),
        ("fired_on", "en", "The Finnish army did not shoot at any civilian, he said.", ["no"]),
        ("fired_on", "en", "A cook said that soldiers shot and killed protesters.", ["yes"]),
        ("fired_on", "en", "A cook said that soldiers washed and fed protesters.", []),
        ("target", "pl", "Poeta twierdził, że teatr służył jako baza wojskowa.", ["yes"]),
        ("target", "it", "Il poeta ha detto che non era usata come base militare.", ["no"]),
        ("present", "ar", 'وقال: "كان ما بين 10 و15 مسلحا يختبئون في المستشفى".', ["yes"]),
        ("civilians", "ar", "قال الطبيب إنه ليس بين القتلى أي مسلح، وأنهم مدنيون.", []),
    ],
)
def test_kinds_of_disputes_in_words_are_read_on_both_sides(family, language, text, expected):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    assert [said.words for said in found if said.family == family] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel said that there was no chemical attack.", [("a chemical attack", "no")]),
        ("The panel said that there was no chemical plant.", []),
        ("The queen called it ethnic cleansing.", [("ethnic cleansing", "yes")]),
        (
            "The army said there was an assassination attempt.",
            [("an assassination attempt", "yes")],
        ),
    ],
)
def test_more_kinds_of_happenings_are_said_to_have_occurred_or_not(text, expected):
    document = Document.from_text(text, publisher="Outlet", language="en")
    found = statements_of(extract(document), document).statements
    assert [(s.topic, s.words) for s in found if s.family == "occurred"] == expected


DEAD = {
    "en": (
        "The mayor said all the killed and injured were civilians.",
        "The army denied reports of civilian casualties.",
    ),
    "de": (
        "Der Bürgermeister sagte, unter den Toten seien Zivilisten.",
        "Die Armee bestritt Berichte über zivile Opfer.",
    ),
    "fr": (
        "Le maire a dit qu'il y a eu des victimes civiles.",
        "L'armée a démenti qu'il y ait des civils parmi les victimes.",
    ),
    "es": (
        "El alcalde dijo que hubo además víctimas civiles.",
        "El ejército negó que hubiera víctimas civiles.",
    ),
    "pt": (
        "O prefeito disse que houve também vítimas civis.",
        "O exército disse que não houve vítimas civis.",
    ),
    "it": (
        "Il sindaco ha detto che ci sono state vittime civili.",
        "L'esercito ha detto che non ci sono state vittime civili.",
    ),
    "nb": (
        "Ordføreren sa at det var sivile ofre.",
        "Hæren sa at det var ingen sivile ofre.",
    ),
    "id": (
        "Wali kota mengatakan bahwa ada korban sipil di kota itu.",
        "Tentara mengatakan bahwa tidak ada korban sipil dalam serangan itu.",
    ),
    "pl": (
        "Burmistrz powiedział, że wśród ofiar są cywile.",
        "Armia oświadczyła, że nie było ofiar cywilnych.",
    ),
    "ru": (
        "Мэр заявил, что среди погибших есть мирные жители.",
        "Армия заявила, что жертв среди мирного населения нет.",
    ),
    "uk": (
        "Мер заявив, що серед загиблих є цивільні.",
        "Армія заявила, що жертв серед цивільного населення немає.",
    ),
}


@pytest.mark.parametrize("language", DEAD)
def test_whether_civilians_were_among_the_dead_is_told_in_many_ways(language):
    told = [slots(language, text) for text in DEAD[language]]
    assert told == [[("civilians", True)], [("civilians", False)]]


@pytest.mark.parametrize(
    ("family", "language", "text", "expected"),
    [
        ("civilians", "en", "The army said 30 men died, all of them militants.", ["no"]),
        ("civilians", "en", "The army said no civilians were present.", ["no"]),
        ("civilians", "en", "The army is examining reports of civilian casualties.", []),
        ("civilians", "en", "The army said all was done to avoid civilian casualties.", []),
        ("civilians", "de", "Die Armee bestritt, für den Tod von Zivilisten zu haften.", []),
        ("gathering", "en", "The cook said the planes struck a wedding party.", ["yes"]),
        (
            "gathering",
            "en",
            "The army denied that the raid had anything to do with a wedding.",
            ["no"],
        ),
        ("gathering", "en", "The army said there was no wedding.", ["no"]),
        ("gathering", "de", "Die Armee sagte, getroffen worden sei keine Hochzeit.", ["no"]),
        ("gathering", "es", "La misión dijo que lo que se celebraba era una boda.", ["yes"]),
        ("gathering", "pt", "As vizinhas disseram que se celebrava um casamento.", ["yes"]),
        ("bodies", "en", "A nurse said that police threw the bodies into the lake.", ["yes"]),
        ("bodies", "en", "The panel denied that bodies had disappeared.", ["no"]),
        ("bodies", "en", "A nurse said that firemen removed bodies from the rubble.", []),
        ("bodies", "es", "El alcalde negó que la policía haya arrojado cadáveres.", ["no"]),
        ("present", "en", "The army said that gunmen were at the madrasa.", ["yes"]),
        ("present", "en", "The rebels denied that gunmen had been meeting there.", ["no"]),
        (
            "present",
            "es",
            "El juez dijo que dentro de la escuela se ocultaban milicianos.",
            ["yes"],
        ),
        ("target", "en", "The army said that the training camp was bombed.", ["yes"]),
        ("intended", "en", "The crew said that the shootdown had happened by accident.", ["no"]),
        ("intended", "de", "Der Oberst nannte das einen bedauerlichen Unfall.", ["no"]),
        (
            "intended",
            "pt",
            'O coronel declarou que foi "simplesmente um acidente infeliz".',
            ["no"],
        ),
        ("present", "en", "The rebels denied that its fighters were at the school.", ["no"]),
        ("fired_on", "pl", "Kucharz powiedział, że policja strzelała do demonstrantów.", ["yes"]),
        ("started", "en", "The police fired first, a nurse said.", ["police"]),
        ("started", "en", "A nurse said that the police returned fire.", ["not police"]),
        ("exists", "en", "The coalition said that it struck a part of the town.", []),
        ("part", "en", "Accounts of the attack were at odds, a nurse said.", []),
        ("approved", "en", "A nurse said the deal with militias backed by others was kept.", []),
    ],
)
def test_what_was_struck_who_was_there_and_who_began(family, language, text, expected):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    assert [said.words for said in found if said.family == family] == expected


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Gunmen killed 30 people on 3 May, a nurse said.", ["3 May 2021"]),
        ("en", "Gunmen killed 30 people, a nurse said on 3 May.", []),
        (
            "en",
            "On 3 May gunmen came, and on 4 May 30 people were killed, a nurse said.",
            ["4 May 2021"],
        ),
        ("en", "Gunmen brought 30 people home on 3 May, a nurse said.", []),
        ("en", "Gunmen killed none of the 30 on 3 May, a nurse said.", []),
        ("en", "Gunmen killed 30 people. They left on 3 May, a nurse said.", []),
        ("fr", "Des hommes armés ont tué 30 personnes le 3 mai, a dit une infirmière.", 1),
        ("es", "Murieron 30 personas el 3 de mayo, dijo una enfermera.", 1),
        ("ru", "3 мая погибли 30 человек, сообщила медсестра.", 1),
        ("tr", "3 Mayıs'ta 30 kişi öldürüldü, dedi hemşire.", 1),
    ],
)
def test_a_count_of_the_dead_tells_the_day_of_what_happened(language, text, days):
    document = Document.from_text(text, language=language, published="2021-05-04")
    found = statements_of(extract(document), document).statements
    told = [said.words for said in found if said.family == "happened"]
    assert told == (["3 May 2021"] if days == 1 else days)


@pytest.mark.parametrize(
    ("family", "language", "text", "expected"),
    [
        ("fired_on", "en", "The cabinet denied that it fired on the marchers.", ["no"]),
        ("fired_on", "en", "The rebels denied that they fired on the marchers.", []),
        ("fired_on", "en", "The army denied that gunmen fired on the marchers.", []),
        ("fired_on", "en", "The police said that they fired on the marchers.", []),
        ("fired_on", "en", "The police said that they did not fire on the marchers.", ["no"]),
        ("fired_on", "en", "A clerk said that troops killed nobody but gunmen.", ["no"]),
        ("fired_on", "en", "A clerk said that troops fed nobody but gunmen.", []),
        ("fired_on", "fr", "L'armée a nié avoir tiré sur la foule.", ["no"]),
        ("fired_on", "fr", "Les rebelles ont nié avoir tiré sur la foule.", []),
        ("fired_on", "fr", "Le juge a dit que les soldats n'ont tué que des rebelles.", ["no"]),
        ("fired_on", "fr", "Le juge a dit que les soldats n'ont pas tué que des rebelles.", []),
        ("fired_on", "de", "Die Polizei bestritt, auf die Menge gefeuert zu haben.", ["no"]),
        ("fired_on", "es", "El Gobierno negó haber disparado contra la multitud.", ["no"]),
        ("fired_on", "ru", "Правительство отрицает, что стреляло по демонстрантам.", ["no"]),
        ("armed", "en", "A nurse said that the marchers were unarmed.", ["no"]),
        ("armed", "en", "A nurse said that some protesters carried knives.", ["yes"]),
        ("armed", "en", "A nurse said that armed guards met the protesters.", []),
        ("armed", "en", "A nurse said that the marchers were not armed.", ["no"]),
        ("armed", "fr", "Le maire a dit que les manifestants n'étaient pas armés.", ["no"]),
        ("armed", "en", "The governor denied firing on unarmed protesters.", []),
        ("peaceful", "en", "A nurse said that some protesters carried knives.", ["no"]),
        ("peaceful", "en", "A nurse said that some protesters carried flags.", []),
        ("armed", "de", "Der Wirt sagte, die Demonstranten seien unbewaffnet gewesen.", ["no"]),
        ("armed", "de", "Der Wirt sagte, bewaffnete Wachen hätten Demonstranten geholt.", []),
        ("armed", "fr", "Le maire a dit que des manifestants portaient des couteaux.", ["yes"]),
        ("armed", "fr", "Le maire a dit que des hommes armés ont suivi les manifestants.", []),
        ("armed", "es", "El juez dijo que los manifestantes iban armados.", ["yes"]),
        ("armed", "pt", "O juiz disse que os manifestantes estavam desarmados.", ["no"]),
        ("armed", "it", "Il giudice ha detto che i manifestanti erano disarmati.", ["no"]),
        ("armed", "nb", "Dommeren sa at demonstrantene var ubevæpnede.", ["no"]),
        ("armed", "id", "Hakim mengatakan para demonstran tidak bersenjata.", ["no"]),
        ("armed", "tr", "Hâkim, göstericilerin silahlı olduğunu söyledi.", ["yes"]),
        ("armed", "pl", "Sędzia powiedział, że demonstranci byli nieuzbrojeni.", ["no"]),
        ("armed", "ru", "Судья заявил, что демонстранты были безоружны.", ["no"]),
        ("armed", "uk", "Суддя заявив, що демонстранти були беззбройні.", ["no"]),
        ("armed", "bg", "Съдията заяви, че протестиращите са невъоръжени.", ["no"]),
        ("armed", "ar", "قال القاضي إن بعض المتظاهرين حملوا سكاكين.", ["yes"]),
        ("armed", "fa", "قاضی گفت که معترضان غیرمسلح بودند.", ["no"]),
        ("used", "ar", "قال القائد إن الجنود لم يستخدموا الذخيرة الحية ضد المتظاهرين.", ["no"]),
    ],
)
def test_who_speaks_for_forces_denies_their_fire_and_who_was_armed(
    family, language, text, expected
):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    assert [said.words for said in found if said.family == family] == expected


def test_any_attack_further_down_a_report_is_not_what_it_is_about():
    text = f"{'The town is small. ' * 30}An attack killed 30 people on 3 May, a nurse said."
    document = Document.from_text(text, published="2021-05-04")
    found = statements_of(extract(document), document).statements
    assert not any(said.family == "happened" for said in found)
