"""What a text tells of one agreement: its sentences, parties, days, place and type."""

import pytest

from sentences import doc, document
from variorum.agreements import agreement_facts, agreement_places, agreement_types, parties
from variorum.agreements.threads import threads
from variorum.agreements.validity import times
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

TEXT = (
    "Veska and Torlan signed a truce in Port Elin on 3 May. The army must leave the town within"
    " two days. Both sides shall open the gate."
)


@pytest.fixture(scope="module")
def thread():
    (found,) = threads(document(TEXT), doc(TEXT), whole=True)
    return found


def test_a_thread_has_the_talk_of_the_agreement_and_its_norms(thread):
    assert [talk.noun.text for talk in thread.talks] == ["truce"]
    assert [norm.verb.text for norm in thread.norms] == ["leave", "open"]


def test_who_when_where_and_what_are_told_by_its_sentences(thread):
    whens = dates(document(TEXT))
    assert parties.parties(thread.talks, thread.sentences).names == ("Veska", "Torlan")
    assert times(doc(TEXT), thread.talks, thread.sentences, whens).reached == "2021-05-03"
    place = agreement_places.place_of(thread.talks, thread.sentences, places(document(TEXT)))
    assert place == "Port Elin"
    assert agreement_types.type_of(thread.talks, thread.sentences).value == "ceasefire"
    told = agreement_facts.told(doc(TEXT), thread.talks, thread.sentences, whens, whole=True)
    assert (told.form.value, told.parties.names) == ("written", ("Veska", "Torlan"))


def test_a_text_without_an_agreement_has_no_thread():
    text = "It rained in Port Elin on 3 May."
    assert threads(document(text), doc(text), whole=False) == []
