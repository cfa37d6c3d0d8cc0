"""Which party is said to have made an attack, and which denies it, in all languages."""

import pytest

from variorum.compare.actors.case_actors import cast
from variorum.compare.quantities.rules.identity_rule import IdentityRule
from variorum.compare.statements.settled import settled
from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements import statements_of
from variorum.statements.charges.party_reader import led
from variorum.statements.statement import DEEDS

FORCES = "government forces"


def charge(text, language):
    """Return what a sentence says of who did it, its doers by their states."""
    document = Document.from_text(text, publisher="Outlet", language=language)
    claims = extract(document)
    found = statements_of(claims, document).charges
    return next(iter(settled(found, cast([document], claims))))


def told(text, language):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).charges
    names = {(d.name, s.holds) for s in found for d in s.doers}
    return {name for name in names if name[0] in {"Russia", "Ukraine", "Israel", "United States"}}


@pytest.mark.parametrize(
    ("text", "language", "state", "holds"),
    [
        ("Russian missiles struck the station, the mayor said.", "en", "Russia", True),
        ("Ukraine said its forces did not launch any strike on the jail.", "en", "Ukraine", False),
        ("The station was hit by Russian rockets, the mayor said.", "en", "Russia", True),
        ("Officials blamed Ukraine for shelling the jail.", "en", "Ukraine", True),
        ("Russia denies responsibility for the strike.", "en", "Russia", False),
        ("Russia denied claims that one of its missiles hit the station.", "en", "Russia", False),
        ("Kiew bestreitet, für den Beschuss verantwortlich zu sein.", "de", "Ukraine", False),
        ("Russia denied Ukrainian claims that it shelled the station.", "en", "Russia", False),
        ("Russia has not carried out any strikes on the station, it said.", "en", "Russia", False),
        ("Russia denied any connection with the attack.", "en", "Russia", False),
        ("Russia denied a raid on a jail in which 70 were killed.", "en", "Russia", False),
        ("La Russie a nié avoir ciblé une gare en Ukraine.", "fr", "Russia", False),
        ("La Russie a nié être à l'origine de l'attaque de la gare.", "fr", "Russia", False),
        ("Rusia negó la autoría del bombardeo de la estación.", "es", "Russia", False),
        (
            "Россия отвергла причастность к авиаудару по вокзалу.",
            "ru",
            "Russia",
            False,
        ),
        ("نفت إسرائيل أي صلة لها بالهجوم على المدرسة.", "ar", "Israel", False),
        (
            "Russland beschuldigte die Ukraine, das Gefängnis beschossen zu haben.",
            "de",
            "Ukraine",
            True,
        ),
        ("Russland bestreitet, für den Beschuss verantwortlich zu sein.", "de", "Russia", False),
        ("L'Ukraine a accusé la Russie d'avoir bombardé la gare.", "fr", "Russia", True),
        ("Rusia negó toda responsabilidad en el ataque.", "es", "Russia", False),
        ("A Ucrânia acusou a Rússia de bombardear a estação.", "pt", "Russia", True),
        ("Rusia membantah terlibat dalam serangan itu.", "id", "Russia", False),
        ("Ukraina oskarżyła Rosję o atak na dworzec.", "pl", "Russia", True),
        ("Россия отрицает свою причастность к удару.", "ru", "Russia", False),
        ("Російські війська обстріляли вокзал, повідомив губернатор.", "uk", "Russia", True),
        ("Russiske styrker bombet stasjonen, sa guvernøren.", "nb", "Russia", True),
        (
            "Le truppe russe hanno bombardato la stazione, ha detto il sindaco.",
            "it",
            "Russia",
            True,
        ),
        ("La Russia nega ogni responsabilità per l'attacco.", "it", "Russia", False),
        ("Руските войски обстреляха гарата, съобщи кметът.", "bg", "Russia", True),
        ("Русия отрича да е отговорна за нападението.", "bg", "Russia", False),
        ("İsrail saldırıyla ilgisi olduğunu yalanladı.", "tr", "Israel", False),
        ("نفت إسرائيل مسؤوليتها عن الهجوم على المستشفى.", "ar", "Israel", False),
    ],
)
def test_the_attacker_is_a_state_by_deed_charge_and_denial(text, language, state, holds):
    assert told(text, language) == {(state, holds)}


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit the Russian-held town, the mayor said.",
        "Troops struck with US-made rockets, the mayor said.",
        "The Ukrainian station was hit at noon, the mayor said.",
        "Russia may have hit the station, the mayor said.",
        "Russia denied targeting civilians.",
        "Russia denied involvement in attacks on the allies.",
        "Russia denied that it was plotting an attack on its neighbours.",
        "Russia denied any involvement in the disappearance of a well-known writer.",
        "Russia rejected the sanctions.",
        "Russia denied the claim that 500 people were killed.",
        "In Moscow troops hit the building, the mayor said.",
        "The station was hit by planes from Russian bases, the mayor said.",
        "Officials accused Ukraine of hiding every last trace of the attack.",
    ],
)
def test_what_names_no_attacker_or_no_certain_attack(text):
    assert told(text, "en") == set()


@pytest.mark.parametrize(
    ("text", "language", "state", "holds"),
    [
        ("Israeli troops opened fire on the crowd, witnesses said.", "en", "Israel", True),
        ("The army of Israel said that its troops did not fire on people.", "en", "Israel", False),
        ("Израильские военные не стреляли по людям, сообщил министр.", "ru", "Israel", False),
        ("Российские солдаты огонь не открывали, сообщил министр.", "ru", "Russia", False),
        ("Russian soldiers killed ten farmers, a witness said.", "en", "Russia", True),
        ("Ten farmers were shot by Russian soldiers, a witness said.", "en", "Russia", True),
        ("Des fermiers ont été tués par des soldats russes, dit le maire.", "fr", "Russia", True),
    ],
)
def test_who_fired_and_who_killed(text, language, state, holds):
    assert told(text, language) == {(state, holds)}


def accounts(text, language):
    document = Document.from_text(text, publisher="Outlet", language=language)
    read = statements_of(extract(document), document)
    found = (*read.charges, *(s for s in read.statements if s.family in DEEDS))
    return {(d.name, s.holds) for s in found for d in s.doers}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # A coalition, and a body that no report places, are who did it as a state is.
        ("The coalition said that it was not behind the air strike.", "en", ("coalition", False)),
        ("The coalition said that it was not behind schedule.", "en", None),
        ("The coalition denied any part in the raids.", "en", ("coalition", False)),
        ("The coalition said the clinic did not carry out any operations that day.", "en", None),
        (
            "Des témoins ont accusé la coalition menée par le nord pour ces attaques.",
            "fr",
            ("coalition", True),
        ),
        (
            "The opposition blamed the government for the incident.",
            "en",
            (FORCES, True),
        ),
        (
            "The government denies any suggestion of involvement.",
            "en",
            (FORCES, False),
        ),
        (
            "Rusia negó que su ejército esté involucrado en el ataque.",
            "es",
            ("Russia", False),
        ),
        (
            "El presidente de Ucrania, Ivan Koval, rechazó que el ejército esté involucrado "
            "en el ataque.",
            "es",
            ("Ukraine", False),
        ),
        (
            "Die russische Regierung dementierte, dass ihre Truppen am Konflikt beteiligt sind.",
            "de",
            ("Russia", False),
        ),
        ("Des soldats russes ont été tués sur le pont.", "fr", None),
        ("The mayor said that nothing showed that a Russian raid had hit the dam.", "en", None),
        ("A pilot said that Russian planes struck the town.", "en", ("Russia", True)),
    ],
)
def test_who_is_behind_it_is_a_state_a_coalition_or_a_body(text, language, expected):
    assert accounts(text, language) - {("it", False)} == ({expected} if expected else set())


CHARGE = "Ukraine accuses Russia of blowing up the dam."
ANSWERS = {
    "en": "Moscow accused Kyiv of blowing up the dam.",
    "de": "Russland behauptet, der Staudamm sei durch ukrainischen Beschuss zerstört worden.",
}


@pytest.mark.parametrize(("language", "text"), list(ANSWERS.items()))
def test_who_is_charged_and_names_another_is_answered(language, text):
    rule = IdentityRule()
    one, other = charge(CHARGE, "en"), charge(text, language)
    assert (one.charge, other.charge) == ("Ukraine", "Russia")
    assert rule.excludes(one, other, {})
    outsider = charge("France accuses Russia of blowing up the dam.", "en")
    assert rule.excludes(outsider, other, {})
    assert not rule.excludes(one, outsider, {})


def test_who_charges_with_any_attack_is_not_answered_by_another_charge():
    text = "Moscow accused Ukraine of shelling villages."
    assert not charge(text, "en").certain


def test_an_attack_told_further_down_may_be_any():
    text = "It rained for days. " * 40 + "Russian troops hit the bridge, the mayor said."
    assert told(text, "en") == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The rebels denied responsibility for the massacre.", [False]),
        ("nb", "Opprørsgruppen nekter for at den står bak massakren.", [False]),
        (
            "ru",
            "Повстанцы отрицают свою ответственность за крушение самолета и гибель людей.",
            [False],
        ),
        ("es", "El alcalde responsabilizó a los rebeldes del ataque.", [True]),
        (
            "de",
            "Rebellen haben mindestens 30 Zivilisten getötet, sagte die Bürgermeisterin.",
            [True],
        ),
        ("nb", "Minst 30 sivile ble drept av opprørere, sa ordføreren.", [True]),
        ("en", "The rebels killed 12 soldiers, the mayor said.", [True]),
        (
            "en",
            "The rebels denied responsibility for the collapse of the talks on grain and oil.",
            [],
        ),
    ],
)
def test_rebels_do_harm_or_deny_it_by_their_role(language, text, expected):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).charges
    by = [s.holds for s in found for d in s.doers if d.name == "rebels"]
    assert by == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Harvest Front (HF) accused the army of breaking the truce by using Sudanese jets.",
            (FORCES, True, "Harvest Front"),
        ),
        (
            "en",
            "The army said the HF had violated the ceasefire. The Harvest Front (HF) said no more.",
            ("Harvest Front", True, FORCES),
        ),
        (
            "en",
            "The Harvest Front said it was observing the ceasefire.",
            ("Harvest Front", False, ""),
        ),
        (
            "en",
            "Protesters accused the police of breaking the truce.",
            (FORCES, True, "protesters"),
        ),
        (
            "fr",
            "Le Front des moissons a accusé l'armée d'avoir violé la trêve.",
            (FORCES, True, "Front des moissons"),
        ),
        (
            "fr",
            "L'armée a affirmé que les violations de la trêve par les FDM durent. "
            "Les FDM ont dit que rien n'est vrai.",
            ("FDM", True, FORCES),
        ),
        (
            "de",
            "Die Armee warf den Rebellen vor, die Waffenruhe gebrochen zu haben.",
            ("rebels", True, FORCES),
        ),
        (
            "es",
            "El ejército acusó a los rebeldes de violar la tregua.",
            ("rebels", True, FORCES),
        ),
        (
            "it",
            "L'esercito ha accusato i ribelli di aver violato la tregua.",
            ("rebels", True, FORCES),
        ),
        (
            "ru",
            "Армия обвинила повстанцев в нарушении перемирия.",
            ("rebels", True, FORCES),
        ),
        (
            "uk",
            "Армія звинуватила бойовиків у порушенні перемир'я.",
            ("rebels", True, FORCES),
        ),
        (
            "ar",
            "واتهمت قوات البيدر مساء الأربعاء الجيش بخرق الهدنة.",
            (FORCES, True, "قوات البيدر"),
        ),
        ("en", "The army and the Harvest Front accused each other of breaking the truce.", None),
        ("en", "Both sides violated the ceasefire, said the Harvest Front.", None),
        ("en", "The truce brokered by Russia was violated, the mayor said.", None),
        ("ru", "Армия и повстанцы обвинили друг друга в нарушении перемирия.", None),
    ],
)
def test_any_body_breaks_a_truce_or_lays_it_at_anothers_door(language, text, expected):
    document = Document.from_text(text, publisher="Outlet", language=language)
    claims = extract(document)
    found = settled(statements_of(claims, document).statements, cast([document], claims))
    broke = [(s.doers[0].name, s.holds, s.charge.casefold()) for s in found if s.family == "broke"]
    wanted = [(expected[0], expected[1], expected[2].casefold())] if expected else []
    assert broke == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The union denied the charges made by some Russian papers of targeting the station.",
        "The union denied a raid on a jail.",
    ],
)
def test_who_only_makes_a_charge_is_not_denied_to_have_done_it(text):
    assert told(text, "en") == set()


def test_of_a_charge_it_is_whoever_is_charged_and_not_who_is_named_beside_it():
    text = "Russland beschuldigte die Ukraine, die von Israel vermittelte Waffenruhe zu verletzen."
    document = Document.from_text(text, publisher="Outlet", language="de")
    found = statements_of(extract(document), document).statements
    assert [d.name for s in found if s.family == "broke" for d in s.doers] == ["Ukraine"]


def test_a_body_that_is_no_state_goes_by_one_name_in_all_reports():
    texts = {
        "en": "The Rapid Support Forces (RSF) denied any connection with the attack.",
        "de": "RSF bestritt, für den Angriff verantwortlich zu sein.",
    }
    documents = [Document.from_text(t, publisher=k, language=k) for k, t in texts.items()]
    claims = [extract(document) for document in documents]
    people = cast(documents, [c for own in claims for c in own])
    both = (
        s
        for own, document in zip(claims, documents, strict=True)
        for s in statements_of(own, document).charges
    )
    found = settled(both, people)
    assert len(found) == 2
    assert len({d.name for s in found for d in s.doers}) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Officials compare it with the 33 Israeli soldiers killed in the raid.", "en"),
        ("Die Partei sagte, Russland habe ukrainische Zivilisten getötet.", "de"),
        ("Secondo il sindaco uno degli ucraini uccisi era un medico.", "it"),
        ("Мэр заявил, что неизвестные самолеты ударили по рынку.", "ru"),
        ("Le maire a dit que neuf ont été tués par les indigènes.", "fr"),
        ("Russia denied that the raid had anything to do with a wedding.", "en"),
    ],
)
def test_who_is_killed_or_only_sounds_like_a_state_did_not_do_it(text, language):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).charges
    named = {d.name for s in found for d in s.doers}
    assert named.isdisjoint({"Israel", "Ukraine", "Samoa", "India", "Russia"} - {"Russia"})
    assert language != "en" or not named


def test_lists_of_parties_are_those_of_their_language():
    assert "gegen" in led("de")
    assert "gegen" not in led("en")
