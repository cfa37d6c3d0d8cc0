"""Which state is said to have made an attack, and which denies it, in all languages."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements import statements_of
from variorum.statements.attackers import state_of


def told(text, language):
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(extract(document), document).statements
    names = {(d.name, s.holds) for s in found if s.family == "fired" for d in s.doers}
    return {name for name in names if name[0] in {"Russia", "Ukraine", "Israel", "United States"}}


@pytest.mark.parametrize(
    ("name", "language", "state"),
    [
        ("Russian Defence Ministry", "en", "Russia"),
        ("le ministère russe de la Défense", "fr", "Russia"),
        ("Минобороны России", "ru", "Russia"),
        ("the Russian opposition", "en", ""),
        ("the army", "en", ""),
        ("Kiew", "de", "Ukraine"),
        ("Moscow", "es", "Russia"),
        ("Дамаск", "ru", "Syria"),
    ],
)
def test_a_state_and_its_forces_go_by_the_country(name, language, state):
    assert state_of(name, language) == state


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
        ("İsrail saldırıyla ilgisi olduğunu yalanladı.", "tr", "Israel", False),
        ("نفت إسرائيل مسؤوليتها عن الهجوم على المستشفى.", "ar", "Israel", False),
        ("اسرائیل مسئولیت حمله را رد کرد.", "fa", "Israel", False),
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
        "In Moscow troops hit the building, the mayor said.",
        "The station was hit by planes from Russian bases, the mayor said.",
        "Officials accused Ukraine of hiding every last trace of the attack.",
    ],
)
def test_what_names_no_attacker_or_no_certain_attack(text):
    assert told(text, "en") == set()


def test_an_attack_told_further_down_may_be_any():
    text = "It rained for days. " * 40 + "Russian troops hit the bridge, the mayor said."
    assert told(text, "en") == set()
