"""What holds for the agreements and terms of any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.agreements.norms.due_dates import ahead
from variorum.model import Document
from variorum.pipeline import extract

WHO = ["The army", "Veska", "Both sides", "It", "Nobody", "The union and the company", "They"]
DUTY = ["must", "shall not", "may", "will", "is obliged to", "has agreed to", "would", "lets"]
ACT = [
    "leave the fort by 9 June",
    "free 40 prisoners a day and feed the guards",
    "pull back its guns (all of them)",
    "refrain from shelling the road",
    "pay “the fee” once the gates are open, except on Sundays",
    "be searched by the guards",
]
AROUND = [
    "Veska and Torlan signed a truce on 3 May 2021.",
    "Under the deal,",
    "The pact between the army and Veska obliges both sides to rest.",
    "The document is a fake.",
    "An earlier accord lapsed.",
    "1. ",
    "In military matters,",
    "“Yes,” said Ilva Brenn, who denied it.",
    "\n\n",
]
sentences = st.builds(
    "{} {} {}.".format, st.sampled_from(WHO), st.sampled_from(DUTY), st.sampled_from(ACT)
)
texts = st.lists(st.one_of(sentences, st.sampled_from(AROUND)), min_size=1, max_size=6).map(
    " ".join
)
days = (
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
    .filter(lambda day: (day.month, day.day) != (2, 29))
    .map(date.isoformat)
)


def read(text: str) -> tuple[Document, list]:
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    return document, extract(document)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_every_term_stands_in_the_words_of_its_claim(text: str) -> None:
    document, claims = read(text)
    for claim in claims:
        told = (*claim.clauses, *claim.pledges, *claim.pacts, *claim.vouchings)
        for one in told:
            place = one.span
            assert document.text[place.start : place.end] == place.exact
        for clause in (*claim.clauses, *claim.pledges):
            shared = [
                min(part.end, clause.span.end) - max(part.start, clause.span.start)
                for part in claim.content
            ]
            assert max(shared) * 2 > clause.span.end - clause.span.start
            # Verbs stand in plain form and active: "shell" for "shelling", "search" for "searched".
            written = clause.span.exact.lower()
            assert all(word[:4] in written for word in clause.act.lower().split()[1:])


@settings(max_examples=25, deadline=None)
@given(texts)
def test_a_text_read_twice_gives_the_same(text: str) -> None:
    (_, first), (_, second) = read(text), read(text)
    assert first == second


@settings(max_examples=60, deadline=None)
@given(texts)
def test_terms_and_vouchings_belong_to_agreements_that_are_told(text: str) -> None:
    _, claims = read(text)
    numbers = [pact.number for claim in claims for pact in claim.pacts]
    assert sorted(numbers) == list(range(len(numbers)))
    used = {clause.agreement for claim in claims for clause in claim.clauses}
    used |= {vouching.agreement for claim in claims for vouching in claim.vouchings}
    assert used <= set(numbers)
    assert {pledge.agreement for claim in claims for pledge in claim.pledges} <= {None}


@given(days, days)
def test_a_day_without_a_year_never_lies_before_what_it_looks_ahead_from(
    day: str, since: str
) -> None:
    moved = ahead(day, "that day", since)
    assert moved[4:] == day[4:]
    assert moved >= day
    assert moved >= since or int(moved[:4]) > int(since[:4])


@pytest.mark.parametrize("text", ["", "   \n\n  ", "must", "shall", "Under the deal", "no between"])
def test_hardly_any_words_are_no_agreement(text: str) -> None:
    assert [claim for claim in read(text)[1] if claim.pacts or claim.clauses] == []
