"""The parts of a term: what is to be done, to what, by when and under which condition."""

import pytest

from sentences import doc, document, word
from variorum.agreements.norms.clause_parts import parts
from variorum.agreements.norms.norms import norms
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

TEXT = "The army must free 40 prisoners by 10 May if the front opens the gate."


def test_a_term_has_its_act_quantity_day_and_condition():
    (norm,) = [norm for norm in norms(doc(TEXT)) if norm.verb == word(TEXT, "free")]
    found = parts(
        document(TEXT), norm, ("The army",), dates(document(TEXT)), places(document(TEXT)), None
    )
    assert found.act.startswith("free 40 prisoners")
    assert found.quantity is not None
    assert "40" in found.quantity
    assert found.due is not None
    assert "2021-05-10" in found.due
    assert found.condition == "if the front opens the gate"


@pytest.mark.parametrize(
    ("within", "day"),
    [
        ("within 48 hours", "2021-05-06"),
        ("within ten days", "2021-05-14"),
        ("within two weeks", "2021-05-18"),
        ("within a month", "2021-06-04"),
        ("within one year", "2022-05-04"),
    ],
)
def test_a_time_within_which_ends_so_long_after_the_agreement_holds(within, day):
    text = f"The army must leave the valley {within}."
    (norm,) = norms(doc(text))
    found = parts(document(text), norm, ("The army",), (), places(document(text)), "2021-05-04")
    assert found.due is not None
    assert found.due.endswith(day)
