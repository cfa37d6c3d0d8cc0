"""Who is bound by a term: the parties behind "both sides", "it" and short names."""

import pytest

from variorum.agreements.obligors import aliases
from variorum.agreements.term_reading import agreements
from variorum.language import parsing
from variorum.model import Document

SIGNED = "Veska and Torlan signed a truce. "


def bound(text):
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    clauses = agreements(document, parsing.parse(document), (), ())[1]
    return [(clause.obligor, clause.obligors) for clause in clauses]


@pytest.mark.parametrize(
    ("text", "obligor"),
    [
        ("Both sides shall open the gate.", "Both sides"),
        ("Neither side may move its guns.", "Neither side"),
        ("Neither of the sides shall move its guns.", "Neither of the sides"),
        ("None of the parties may arm.", "None of the parties"),
        ("The two shall open the gate.", "The two"),
        ("Veska and Torlan shall feed the miners.", "Veska and Torlan"),
    ],
)
def test_both_sides_are_told_out(text, obligor):
    assert bound(SIGNED + text) == [(obligor, ("Veska", "Torlan"))]


def test_a_pronoun_and_its_guards_mean_who_was_bound_before():
    text = SIGNED + "Veska shall open the gate. It shall feed the men. Its guards shall leave."
    assert bound(text) == [
        ("Veska", ("Veska",)),
        ("Veska", ("Veska",)),
        ("Its guards", ("Veska",)),
    ]


def test_a_short_name_or_its_initials_stand_for_a_party():
    text = (
        "The Veska Herders’ Union and the Torlan Salt Company signed a deal. "
        "The union shall not strike. The TSC shall pay the herders."
    )
    assert bound(text) == [
        ("The union", ("The Veska Herders’ Union",)),
        ("The TSC", ("the Torlan Salt Company",)),
    ]


def test_another_name_that_a_text_gives_stands_for_a_party():
    text = (
        "DEED\n\nThe Veska Quarry (the Supplier) and the Torlan Bakery (the Receiver) agree:\n\n"
        "1. The Supplier shall deliver salt.\n\n2. The Receiver shall pay."
    )
    assert bound(text) == [
        ("The Supplier", ("The Veska Quarry",)),
        ("The Receiver", ("the Torlan Bakery",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The roads shall be cleared.",
        "The road shall stay open.",
        "Nobody may enter the camp.",
    ],
)
def test_where_nobody_is_named_nobody_is_bound(text):
    assert bound(SIGNED + text) == [("unclear", ())]


def test_what_is_guaranteed_to_each_side_binds_both():
    ((_, obligors),) = bound(SIGNED + "The truce guarantees each side safe passage.")
    assert obligors == ("Veska", "Torlan")


def test_one_who_is_no_party_is_bound_under_their_own_name():
    assert bound(SIGNED + "A joint panel shall watch the bridge.") == [
        ("A joint panel", ("A joint panel",))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Veska Quarry (the Supplier) and the Torlan Bakery (“the Receiver”) agree",
            {"supplier": "The Veska Quarry", "receiver": "the Torlan Bakery"},
        ),
        (
            "The Veska Quarry (hereinafter referred to as the Supplier)",
            {"supplier": "The Veska Quarry"},
        ),
        ("Veska and Torlan (together, the Cantons) agree", {"cantons": ""}),
        ("Veska (which is small) agrees", {}),
    ],
)
def test_what_a_text_calls_its_parties(text, expected):
    assert aliases(text) == expected
