"""Words of duty and right, and what an agreement is said to oblige."""

import pytest

from sentences import doc, word
from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.domains import domain_of, heading
from variorum.agreements.norms.modals import bindings
from variorum.agreements.norms.norm_candidates import may_be_term
from variorum.agreements.norms.stated import statements
from variorum.model import Modality


@pytest.mark.parametrize(
    ("text", "verb", "read", "modality", "obligor"),
    [
        ("The army is obliged to leave.", "obliged", bindings, Modality.MUST, "army"),
        ("The army has the right to leave.", "has", bindings, Modality.MAY, "army"),
        ("The deal obliges the army to leave.", "obliges", statements, Modality.MUST, "army"),
        ("The ministry guarantees that the road stays open.", "guarantees", statements,
         Modality.MUST, "ministry"),
    ],
)  # fmt: skip
def test_a_norm_has_its_modality_and_who_it_binds(text, verb, read, modality, obligor):
    (norm,) = read(word(text, verb), load())
    assert (norm.modality, norm.obligor.text) == (modality, obligor)
    assert may_be_term(norm, near=True, framed=True)


def test_the_field_is_told_by_the_heading_or_by_the_words():
    text = "The army must withdraw its troops from the town."
    assert domain_of(word(text, "withdraw"), list(doc(text))) == "military"
    headed = "In military matters, the army must leave."
    assert heading(word(headed, "leave")) == "military"
    assert heading(word(text, "withdraw")) is None
