"""Parties that words name: nations by their states, sides by what they are, bodies by name."""

import pytest

from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import plain_phrases
from variorum.statements.charges.named_parties import is_party, parties, party_of

BODIES = plain_phrases([("Grey Front", "Grey Front")], clauses)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Danish border guards and the separatists", ["Denmark", "rebels"]),
        ("en", "pro-Danish separatists near the army post", ["rebels", "government forces"]),
        ("en", "the side of the road", []),
        ("en", "the Danish side", ["Denmark"]),
        ("en", "Grey Front fighters", ["Grey Front", "rebels"]),
        ("de", "dänische Soldaten und Rebellen", ["Denmark", "rebels"]),
        ("fr", "la partie danoise", ["Denmark"]),
        ("ru", "датская сторона и повстанцы", ["Denmark", "rebels"]),
        ("en", "danish pastry", []),
        ("en", "Danish workers and two soldiers", ["Denmark", "government forces"]),
    ],
)
def test_parties_are_named_by_nation_by_side_or_by_their_own_name(language, text, names):
    assert [party.name for party in parties(clauses(text), language, BODIES)] == names


@pytest.mark.parametrize(
    ("name", "language", "party"),
    [
        ("Danish border service", "en", "Denmark"),
        ("Denmark's interior ministry", "en", "Denmark"),
        ("governo dinamarquês", "pt", "Denmark"),
        ("Police", "en", "government forces"),
        ("separatist rebels", "en", "rebels"),
        ("Front for the Liberation of Denmark", "en", "Front for the Liberation of Denmark"),
        ("Grey Front", "en", "Grey Front"),
    ],
)
def test_a_body_is_of_its_state_or_goes_by_its_name(name, language, party):
    assert party_of(name, language) == party


def test_a_party_is_told_from_the_name_of_a_body():
    assert all(map(is_party, ("Denmark", "rebels", "government forces")))
    assert not is_party("Grey Front")
