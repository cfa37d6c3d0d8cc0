"""What a sentence makes of a number: event, kind, part, rate, sum, mood and subject."""

import pytest

from sentences import doc, document
from variorum.model import Mood, Scope
from variorum.normalise.measures import (
    counts,
    ellipsis,
    populations,
    rates_and_sums,
    rereading,
    subjects,
    subsets,
    windows,
)
from variorum.normalise.measures.measures import measures
from variorum.normalise.nouns.nouns import counted
from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.outcomes import outcomes, polarity
from variorum.normalise.outcomes.outcome_verbs import Verbs


def first(text):
    """Return the first quantity of a text, and what it counts."""
    quantity = quantities(text)[0]
    thing = counted(doc(text), quantity)
    assert thing is not None
    return quantity, thing


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Forty people were killed.", "killed"),
        ("Forty fighters left the town.", "left"),
        ("The shelling killed forty people.", "killed"),
    ],
)
def test_what_happened_is_told_by_the_verb_above(text, event):
    _, thing = first(text)
    assert outcomes.event_of(thing.head, thing.anchor, thing.kind) == event
    (measure,) = measures(document(text), doc(text))
    assert measure.scope.event == event


def test_a_verb_tells_what_happened_to_its_subject():
    text = "Forty fighters left the town."
    verb = next(token for token in doc(text) if token.text == "left")
    assert Verbs("people.fighters", denied=False).of_verb(verb, True) == "left"


def test_some_and_none_are_measures_without_a_number():
    found = polarity.presences(doc("No foreign fighters left. Some civilians stayed."), set())
    assert [(p.kind, p.present) for p in found] == [
        ("people.fighters.foreign", False),
        ("people.civilians", True),
    ]


@pytest.mark.parametrize(
    ("text", "family"),
    [("The journey took three days.", "journey"), ("The truce lasted six hours.", "ceasefire")],
)
def test_a_length_of_time_is_about_what_it_measures(text, family):
    assert subjects.subject_of(first(text)[1], "duration") == family


def test_a_convoy_holds_its_trucks():
    _, thing = first("A convoy of 50 trucks left.")
    assert subjects.container_of(thing.head, thing.anchor) == "convoy"


@pytest.mark.parametrize(
    "text", ["Four of them were children.", "Seven of the dead were children."]
)
def test_some_of_them_are_of_a_narrower_kind(text):
    assert subsets.narrower(first(text)[1], "people") == "people.children"


def test_a_population_narrows_and_a_kind_of_its_own_does_not():
    assert populations.population_of(first("About 275 Syrian fighters left.")[1], "left") == (
        "Syrian",
    )
    assert populations.population_of(first("Some 40 foreign fighters left.")[1], "left") == ()


@pytest.mark.parametrize(
    ("text", "difference"),
    [("40 more than before", True), ("20 fewer deaths than", True), ("40 buses left.", False)],
)
def test_how_many_more_is_a_difference(text, difference):
    quantity, thing = first(text)
    assert rates_and_sums.is_difference(text, thing, quantity.end) == difference


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Each truck carried four fighters.", "vehicles.trucks"),
        ("There were four fighters in every truck.", "vehicles.trucks"),
        ("There were four fighters in the house.", None),
    ],
)
def test_a_number_may_be_one_for_each(text, per):
    assert [m.per for m in measures(document(text), doc(text))] == [per]


def test_what_is_added_names_what_it_is_added_to():
    text = "There were 312 passengers plus 18 crew members aboard."
    found = measures(document(text), doc(text))
    assert [[span.exact for span in m.plus] for m in found] == [["18"], ["312"]]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The army killed 49 people.", Mood.REALISED),
        ("The army may kill 49 people.", Mood.POSSIBLE),
        ("The army wants to kill 49 people.", Mood.POSSIBLE),
    ],
)
def test_a_clause_says_whether_it_came_about(text, mood):
    assert windows.mood_of(first(text)[1]) is mood


def test_a_model_counts_nothing():
    quantity, thing = first("An 18-wheeler left.")
    assert not counts.counts(quantity, thing, "things", Scope())
    quantity, thing = first("Forty people left.")
    assert counts.counts(quantity, thing, "people", Scope())


def test_a_number_without_a_noun_takes_the_kind_before_it():
    text = "Forty buses left. Another 20 stayed."
    quantity = quantities(text)[1]
    thing = counted(doc(text), quantity)
    (before, *_) = measures(document(text), doc(text))
    alone = before.model_copy(update={"kind": "things", "noun": ""})
    assert ellipsis.completed(before, first(text)[1], []) == before
    assert ellipsis.completed(alone, thing, [before]).kind in {"vehicles.buses", "things"}


def test_a_plain_sentence_is_not_read_anew():
    quantity, _ = first("The toll rose to 40 from 30.")
    assert rereading.reread(doc("The toll rose to 40 from 30."), quantity) == quantity


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He spoke of the shooting at a Texas mall that killed 12 and hurt 7.", "Texas"),
        ("The bombing of a mosque in Lyon killed 12 people.", "Lyon"),
        ("They recalled the Madrid attacks, in which 12 people were killed.", "Madrid"),
    ],
)
def test_a_count_is_of_the_place_of_the_event_that_did_it(text, place):
    found = [m for m in measures(document(text), doc(text)) if m.scope.event]
    assert found
    assert {m.scope.place for m in found} == {place}


def test_a_noun_behind_a_hyphened_word_is_counted():
    (measure,) = measures(document("Two off-duty guards died."), doc("Two off-duty guards died."))
    assert (measure.noun, measure.scope.event) == ("off-duty guards", "killed")


def test_what_is_beyond_doubt_counts_no_doubts():
    text = "There was no doubt that 12 people were killed."
    assert [m.low for m in measures(document(text), doc(text))] == [12]


@pytest.mark.parametrize(
    ("text", "place", "window"),
    [
        ("A man opened fire in Lyon on 3 May 2016, killing 12 people.", "Lyon", "2016-05-03"),
        ("On 3 May 2016 a bomb blew up in Lyon, killing 12 people.", "Lyon", "2016-05-03"),
    ],
)
def test_an_outcome_has_the_place_and_day_of_the_act(text, place, window):
    (measure,) = measures(document(text), doc(text))
    assert (measure.scope.place, measure.scope.window) == (place, window)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ministry released a list of 25 prisoners.", {25: None}),
        ("He was one of two gunmen who died.", {2: "killed"}),
        ("It took three days to name them. The siege was long.", {3: "lasted"}),
        ("The Group of 20 nations met.", {}),
        ("One of the protesters knew her.", {}),
        ("They fired 16 short-range ballistic missiles.", {16: "fired"}),
    ],
)
def test_what_befell_the_counted_is_not_what_befell_another(text, told):
    found = measures(document(text), doc(text))
    assert {m.low: m.scope.event for m in found} == told
    assert {m.scope.subject for m in found} <= {None}
