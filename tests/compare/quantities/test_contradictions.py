import pytest
from said import Event

from variorum.model import Form, Mood, QuestionStatus, Rule, SpeakerKind, Stance


def rules(comparison):
    return [contradiction.rule for contradiction in comparison.contradictions]


def test_two_answers_that_do_not_overlap():
    event = Event()
    ministry = event.said("Ada Lund", "23 people", 23, 23)
    doctor = event.said("Bo Krag", "31 people", 31, 31)
    found = event.compared()
    (contradiction,) = found.contradictions
    assert contradiction.rule is Rule.VALUE
    assert set(contradiction.claims) == {ministry.id, doctor.id}
    assert "Ada Lund says “23 people”" in contradiction.because
    assert "Bo Krag says “31 people”" in contradiction.because
    assert found.questions[0].status is QuestionStatus.DISPUTED
    assert found.questions[0].label == "How many people were killed?"


def test_a_part_cannot_outnumber_the_whole():
    event = Event()
    event.said("Ada Lund", "23 people", 23, 23)
    event.said("Bo Krag", "26 children", 26, 26, kind="people.children")
    (contradiction,) = event.compared().contradictions
    assert contradiction.rule is Rule.SUBSET
    assert "children (26) cannot outnumber the people" in contradiction.because


def test_so_many_in_every_truck_times_the_trucks():
    event = Event()
    rate = event.said("Ada Lund", "three or four", 3, 4, per="vehicles.trucks", event="left")
    trucks = event.said("Cy Moe", "50 trucks", 50, 50, kind="vehicles.trucks", event="left")
    four = event.said("Bo Krag", "only four", 4, 4, event="left")
    (contradiction,) = event.compared().contradictions
    assert contradiction.rule is Rule.PRODUCT
    assert set(contradiction.claims) == {rate.id, trucks.id, four.id}
    assert "150 to 200" in contradiction.because


def test_the_parts_of_one_claim_against_the_whole():
    event = Event()
    parts = (("312", 312, "people.passengers"), ("18", 18, "people.crew"))
    event.total("Ada Lund", *parts, event="aboard")
    event.said("Bo Krag", "355 people", 355, 355, event="aboard")
    (contradiction,) = event.compared().contradictions
    assert contradiction.rule is Rule.SUM
    assert len(contradiction.claims) == 2
    assert "330" in contradiction.because


def test_disjoint_parts_of_different_claims_against_the_whole():
    event = Event()
    event.said("Ada Lund", "312", 312, 312, kind="people.passengers", event="aboard")
    event.said("Cy Moe", "48", 48, 48, kind="people.crew", event="aboard")
    event.said("Bo Krag", "340", 332, 348, event="aboard", approximate=True)
    (contradiction,) = event.compared().contradictions
    assert contradiction.rule is Rule.SUM
    assert len(contradiction.claims) == 3
    assert contradiction.because.endswith(
        "the parts come to at least 360, the whole to 332 to 348."
    )


def test_some_against_none():
    event = Event()
    event.said("Ada Lund", "no prisoners", 0, 0, kind="people.prisoners", polarity=True)
    event.said("Bo Krag", "some prisoners", 1, None, kind="people.prisoners", polarity=True)
    assert rules(event.compared()) == [Rule.POLARITY]


def test_a_denial_contradicts_the_very_number_it_denies():
    event = Event()
    event.said("Ada Lund", "40 people", 40, 40)
    event.said("Bo Krag", "40 people", 40, 40, stance=Stance.DENIES)
    (contradiction,) = event.compared().contradictions
    assert contradiction.rule is Rule.POLARITY
    assert contradiction.because == (
        "Ada Lund says “40 people” and Bo Krag denies “40 people”: "
        "no number fits what is said and is not among those denied."
    )
    assert "Bo Krag: “40 people” is anything but 40" in contradiction.derivation


def test_a_denial_of_what_could_have_been_says_nothing_of_what_was():
    event = Event()
    event.said("Ada Lund", "40 people", 40, 40)
    event.said("Bo Krag", "40 people", 40, 40, stance=Stance.DENIES, mood=Mood.POSSIBLE)
    assert rules(event.compared()) == []


def test_a_broken_promise_is_told_apart_from_witnesses_who_disagree():
    event = Event()
    promise = {"kind": "duration", "subject": "rescue", "event": None, "unit": "hour"}
    event.said("Ada Lund", "within one hour", None, 1, stance=Stance.PROMISES, **promise)
    event.said("Bo Krag", "five hours", 5, 5, **promise)
    (contradiction,) = event.compared().contradictions
    assert contradiction.rule is Rule.PROMISE
    assert (
        contradiction.because
        == "Ada Lund promised “within one hour”; Bo Krag says it was “five hours”."
    )


def test_a_toll_that_grows_is_an_update_and_one_that_shrinks_is_not():
    event = Event()
    event.said("Ada Lund", "23 people", 23, 23, published="2020-01-02")
    event.said("Bo Krag", "37 people", 37, 37, published="2020-01-05")
    assert rules(event.compared()) == []
    event.said("Cy Moe", "12 people", 12, 12, published="2020-01-09")
    assert set(rules(event.compared())) == {Rule.ORDER}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((300, 300), (312, 312)),  # rounded to the hundred
        ((4000, 4000), (3876, 3876)),
        ((250, None), (275, 275)),
        ((None, 300), (275, 275)),
    ],
)
def test_rounding_and_open_ends_do_not_contradict(one, other):
    event = Event()
    event.said("Ada Lund", "the first", *one)
    event.said("Bo Krag", "the second", *other)
    assert rules(event.compared()) == []


@pytest.mark.parametrize(
    "difference",
    [
        {"event": "injured"},
        {"kind": "vehicles.trucks"},
        {"place": "Norhavn"},
        {"window": "2019-05-01"},
    ],
)
def test_what_differs_in_scope_is_not_compared(difference):
    event = Event()
    same = {"event": "left", "place": "Ostby", "window": "2020-01-01"}
    event.said("Ada Lund", "23 people", 23, 23, **same)
    event.said("Cy Moe", "23 people", 23, 23, **same)
    event.said("Bo Krag", "31 people", 31, 31, **{**same, **difference})
    assert rules(event.compared()) == []


def test_spellings_of_one_place_are_one_place():
    event = Event()
    for name, place, number in (("Ada Lund", "Ostersund", 23), ("Bo Krag", "Osterssund", 31)):
        event.said(name, f"{number} people", number, number, event="left", place=place)
    assert rules(event.compared()) != []


def test_numbers_of_which_too_little_is_known_are_not_compared():
    event = Event()
    event.said("Ada Lund", "23 people", 23, 23, event=None)
    event.said("Bo Krag", "31 people", 31, 31, event=None)
    event.said("Ada Lund", "3 days", 3, 3, kind="duration", unit="day", event=None)
    event.said("Bo Krag", "9 days", 9, 9, kind="duration", unit="day", event=None)
    assert rules(event.compared()) == []


def test_units_are_converted_before_they_are_compared():
    event = Event()
    talk = {"kind": "duration", "subject": "journey", "event": None}
    event.said("Ada Lund", "72 hours", 72, 72, unit="hour", **talk)
    event.said("Bo Krag", "three days", 3, 3, unit="day", **talk)
    assert rules(event.compared()) == []
    event.said("Cy Moe", "two days", 2, 2, unit="day", **talk)
    assert Rule.VALUE in rules(event.compared())


def test_one_voice_told_in_many_places_contradicts_another_once():
    event = Event()
    for _ in range(4):
        event.said("Ada Lund", "23 people", 23, 23)
    event.said("Bo Krag", "31 people", 31, 31)
    (contradiction,) = event.compared().contradictions
    assert contradiction.origins == 2
    assert len(contradiction.also) == 3


def test_what_may_be_is_no_testimony():
    event = Event()
    event.said("Ada Lund", "23 people", 23, 23)
    event.said("Bo Krag", "31 people", 31, 31, stance=Stance.DOUBTS)
    assert rules(event.compared()) == []


def test_versions_are_the_accounts_among_which_a_reader_has_to_choose():
    event = Event()
    event.said("Ada Lund", "23 people", 23, 23)
    event.said("Cy Moe", "23 people", 23, 23)
    event.said("Bo Krag", "31 people", 31, 31)
    found = event.compared()
    assert [len(version.origins) for version in found.versions] == [2, 1]
    (value,) = found.versions[0].values
    assert (value.low, value.high) == (23, 23)


def test_the_same_claims_in_another_order_give_the_same_comparison():
    event = Event()
    event.said("Ada Lund", "23 people", 23, 23)
    event.said("Bo Krag", "31 people", 31, 31)
    event.said("Cy Moe", "26 children", 26, 26, kind="people.children")
    first = event.compared()
    event.claims.reverse()
    assert {c.id for c in event.compared().contradictions} == {c.id for c in first.contradictions}
    assert {v.id for v in event.compared().versions} == {v.id for v in first.versions}


def test_unnamed_voices_are_told_with_their_report():
    event = Event()
    unnamed = {"speaker_kind": SpeakerKind.UNNAMED}
    event.said("a driver", "23 people", 23, 23, publisher="The Post", **unnamed)
    event.said("Bo Krag", "31 people", 31, 31, form=Form.DIRECT)
    (contradiction,) = event.compared().contradictions
    assert "A driver (The Post) says" in contradiction.because


def test_fighters_of_one_account_and_civilians_of_another_may_be_the_same_people():
    event = Event()
    event.said("Ada Lund", "300", 300, 300, kind="people.fighters", event="left")
    event.said("Cy Moe", "350", 350, 350, kind="people.civilians", event="left")
    event.said("Bo Krag", "400", 400, 400, event="left")
    assert event.compared().contradictions == ()
