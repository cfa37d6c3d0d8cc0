"""Who comes and goes in batches is counted by each report for its own hour."""

import pytest
from counts_told import report

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.batches import in_batches
from variorum.text import span


def hours(*told, event="left"):
    """Return whether each number is of its own hour alone; each is told as (text, number)."""
    made = [report(text, number, event) for text, number in told]
    known = taxonomy.load()
    found = replies([claim for _, claim in made], known)
    documents = {document.id: document for document, _ in made}
    return [bool(reply.variable.as_of) for reply in in_batches(found, documents, known)]


FIRST = ("The first convoy took 3000 people out of Vikstad.", "3000")
SECOND = ("8000 people left, and the evacuation was suspended.", "8000")
PLAIN = ("9000 people left the town.", "9000")


def test_where_two_reports_tell_of_batches_all_counts_are_of_their_own_hours():
    assert hours(FIRST, SECOND, PLAIN) == [True, True, True]


def test_where_one_does_the_counts_are_set_side_by_side():
    assert hours(FIRST, PLAIN) == [False, False]


def test_who_was_hurt_comes_in_no_batches():
    assert hours(FIRST, SECOND, event="killed") == [False, False]


@pytest.mark.parametrize(
    "told",
    ["Es gingen 400 im ersten Kontingent.", "Dans un premier temps, 400.", "400 ушли партиями."],
)
def test_batches_are_told_in_any_language(told):
    assert hours((told, "400"), SECOND) == [True, True]


def test_two_numbers_of_one_paragraph_are_of_one_hour():
    made = [report(text, number, "left") for text, number in (FIRST, SECOND)]
    (document, claim), _ = made
    number = claim.measures[0]
    again = number.model_copy(update={"span": span(document, 0, 3)})
    claims = [
        claim,
        claim.model_copy(update={"id": "claim-other", "measures": (again,)}),
        made[1][1],
    ]
    known = taxonomy.load()
    documents = {document.id: document for document, _ in made}
    one, other, elsewhere = (
        r.variable.as_of for r in in_batches(replies(claims, known), documents, known)
    )
    assert one == other != elsewhere
