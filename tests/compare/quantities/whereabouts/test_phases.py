"""Plans are held against plans, and never taken for what came of them."""

import pytest

from variorum import taxonomy
from variorum.compare import compare
from variorum.compare.quantities.answers import PLAN, Standing, replies
from variorum.compare.quantities.whereabouts.phases import IN_ALL, phased
from variorum.model import Document, Rule
from variorum.pipeline import extract
from variorum.settings import Settings


def told(*texts, day="2020-05-04"):
    """Return the rules and reasons of the contradictions between reports, told by language."""
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", language=language, published=day)
        for n, (language, text) in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings.from_environment())
    return [(c.rule, c.because) for c in found.contradictions]


PLANS = {
    "en": "Under the deal 16,000 people are to leave Vikstad, the governor said.",
    "de": "Laut Abkommen sollen 16.000 Menschen Vikstad verlassen, sagte der Gouverneur.",
    "fr": "Selon l'accord, 16 000 personnes doivent quitter Vikstad, a dit le gouverneur.",
    "es": "Según el acuerdo, 16.000 personas deben salir de Vikstad, dijo el gobernador.",
    "ru": "По соглашению 16 000 человек должны покинуть Викстад, заявил губернатор.",
}


@pytest.mark.parametrize("language", PLANS)
def test_two_plans_cannot_both_be_the_plan(language):
    other = ("en", "According to the deal 8,000 people are to leave Vikstad, a commander said.")
    found = told((language, PLANS[language]), other)
    assert [rule for rule, _ in found] == [Rule.VALUE]


def test_a_plan_is_no_count_of_those_who_left():
    went = "5,000 people left Vikstad on Friday, the Red Cross said."
    assert told(("en", PLANS["en"]), ("en", went)) == []


def test_what_is_due_in_the_coming_hours_may_be_a_part():
    whole = "Under the deal 1,500 prisoners are to be released, the ministry said."
    part = "In the coming hours 750 prisoners are to be released, a guard said."
    assert told(("en", whole), ("en", part)) == []


def test_a_toll_that_is_feared_is_no_plan():
    one = "The governor said that 500 people will be killed by the flood in Vikstad."
    other = "The mayor said that 300 people will be killed by the flood in Vikstad."
    assert told(("en", one), ("en", other)) == []


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        (PLANS["en"], PLAN),
        ("16,000 people left Vikstad on Friday, the governor said.", ""),
        ("Before the evacuation 300 fighters remained in Vikstad, the governor said.", "before"),
    ],
)
def test_the_words_around_a_number_tell_its_phase(text, phase):
    document = Document.from_text(text, publisher="Outlet", language="en")
    known = taxonomy.load()
    found = phased(replies(extract(document), known), {document.id: document}, known)
    assert [reply.variable.phase for reply in found] == [phase]


def test_what_is_counted_in_a_whole_campaign_is_not_set_against_one_fight():
    whole = "The paper spoke of the 33 soldiers killed in the incursion."
    fight = "Twenty-three soldiers were killed in Vikstad, the army said."
    assert told(("en", whole), ("en", fight)) == []
    other = "The union spoke of the 41 soldiers killed in the incursion."
    assert len(told(("en", whole), ("en", other))) == 1


WISHES = {
    "ar": "قال رامي إن الأجانب يريدون الرحيل وعددهم 150 مقاتلا.",
    "de": "Der Bürgermeister sagte, dass die 150 Kämpfer Vikstad verlassen wollen.",
    "en": "The 150 fighters want to leave Vikstad, a commander said.",
    "es": "El alcalde dijo que los 150 combatientes quieren salir de Vikstad.",
    "fr": "Le maire a dit que les 150 combattants veulent quitter Vikstad.",
    "ru": "Мэр сказал, что 150 боевиков хотят покинуть Викстад.",
}


@pytest.mark.parametrize("language", WISHES)
def test_those_who_want_to_leave_are_of_a_plan(language):
    document = Document.from_text(WISHES[language], publisher="Outlet", language=language)
    known = taxonomy.load()
    found = phased(replies(extract(document), known), {document.id: document}, known)
    assert [reply.variable.phase for reply in found] == [PLAN]
    assert found[0].standing in {Standing.POSSIBILITY, Standing.COMMITMENT}


def phases_of(texts):
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", language="en")
        for n, text in enumerate(texts)
    ]
    known = taxonomy.load()
    claims = [claim for document in documents for claim in extract(document)]
    found = phased(replies(claims, known), {d.id: d for d in documents}, known)
    return {r.variable.phase for r in found if r.variable.event == "killed"}


def test_what_opens_a_sentence_is_told_of_the_number_behind_it():
    front = "Since the start of the invasion, "
    assert phases_of([f"{front}150 civilians were killed, the mayor said."]) == {IN_ALL}
    other = f"{front}the mayor said, the town burned, and 150 civilians were killed on Friday."
    assert IN_ALL not in phases_of([other])


SINCE = {
    "en": "The mayor said 150 civilians have been killed since the start of the invasion.",
    "de": "Seit Beginn der Invasion wurden 150 Zivilisten getötet, sagte der Bürgermeister.",
    "fr": "Depuis le début de l'invasion, 150 civils ont été tués, a dit le maire.",
    "es": "Desde el inicio de la invasión han muerto 150 civiles, dijo el alcalde.",
    "pt": "Desde o início da invasão, 150 civis foram mortos, disse o prefeito.",
    "it": "Dall'inizio dell'invasione sono stati uccisi 150 civili, ha detto il sindaco.",
    "pl": "Od początku inwazji zginęło 150 cywilów, powiedział burmistrz.",
    "ru": "С начала вторжения погибли 150 мирных жителей, сообщил мэр.",
    "uk": "Від початку вторгнення загинули 150 цивільних, повідомив мер.",
    "bg": "От началото на инвазията са убити 150 цивилни, каза кметът.",
    "nb": "Siden invasjonen startet er 150 sivile drept, sa ordføreren.",
    "id": "Sejak invasi dimulai, 150 warga sipil tewas, kata wali kota.",
    "tr": "Belediye başkanı, işgalin başından beri 150 sivilin öldüğünü söyledi.",
    "ar": "وقال رئيس البلدية إن 150 مدنيا قتلوا منذ بداية الغزو.",
    "fa": "شهردار گفت از آغاز حمله 150 غیرنظامی کشته شدند.",
}


@pytest.mark.parametrize("language", SINCE)
def test_what_is_counted_since_a_war_began_is_not_of_one_attack(language):
    document = Document.from_text(SINCE[language], publisher="Outlet", language=language)
    known = taxonomy.load()
    found = phased(replies(extract(document), known), {document.id: document}, known)
    assert {r.variable.phase for r in found if r.variable.event == "killed"} == {IN_ALL}
