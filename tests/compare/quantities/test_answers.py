"""Claims as answers: how exact a plain number is, and what enough is known of."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import Standing, base_unit, comparable, replies, rounded
from variorum.model import Document, Stance
from variorum.pipeline import extract
from variorum.text import span


def measure(number, **more):
    return Event().said("Ada Lund", str(number), number, number, **more).measures[0]


@pytest.mark.parametrize(
    ("number", "slack"),
    [(0, 0), (4, 0), (13, 0), (10, 0.5), (50, 2.5), (250, 5), (300, 15), (4_000, 200), (2.5, 0)],
)
def test_a_plain_number_is_exact_to_half_its_last_digit_and_to_a_twentieth(number, slack):
    assert rounded(measure(number)) == (number - slack, number + slack)


@pytest.mark.parametrize(("number", "slack"), [(19, 0), (20, 1), (34, 1.02), (35, 1.05)])
def test_a_column_of_vehicles_is_counted_to_three_in_a_hundred(number, slack):
    low, high = rounded(measure(number, kind="vehicles.trucks"))
    assert (low, high) == (pytest.approx(number - slack), pytest.approx(number + slack))


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("500 fighters and their families", None),
        ("500 combattants du groupe, leurs proches et leurs biens", None),
        ("500 Kämpfer und ihre Angehörigen", None),
        ("500 مقاتل وعائلاتهم", None),
        ("500 fighters and 900 and their families", 475),
        ("500 fighters. Wives and their families", 475),
    ],
)
def test_who_may_be_counted_with_their_kin_are_at_most_so_many(words, low):
    told = Event().said("Ada Lund", words, 500, 500, kind="people.fighters")
    number = told.measures[0].model_copy(update={"text": "500", "span": _first(told, 3)})
    (reply,) = replies([told.model_copy(update={"measures": (number,)})], taxonomy.load())
    assert (reply.low, reply.high) == (low, 525)


def _first(claim, length):
    start = claim.measures[0].span.start
    return claim.measures[0].span.model_copy(
        update={"end": start + length, "exact": claim.measures[0].span.exact[:length]}
    )


def test_what_is_already_a_range_is_left_as_it_is():
    assert rounded(measure(50, approximate=True)) == (50, 50)


def test_lengths_of_time_meet_in_one_unit():
    known = taxonomy.load()
    day, hours = (measure(n, kind="duration", unit=u) for n, u in ((1, "day"), (24, "hour")))
    assert base_unit(1, day, known) == base_unit(24, hours, known)


@pytest.mark.parametrize(
    ("stance", "standing"),
    [
        (Stance.ASSERTS, Standing.FACT),
        (Stance.DENIES, Standing.DENIAL),
        (Stance.PROMISES, Standing.COMMITMENT),
        (Stance.DOUBTS, Standing.POSSIBILITY),
    ],
)
def test_what_a_claim_does_for_a_number_is_its_stance(stance, standing):
    event = Event()
    event.said("Ada Lund", "13", 13, 13, stance=stance)
    (reply,) = replies(event.claims, taxonomy.load())
    assert reply.standing is standing


def test_a_count_of_which_nothing_is_said_is_not_comparable():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, event=None)
    event.said("Bo Krag", "40", 40, 40, event="killed")
    event.said("Cy Holm", "3", 3, 3, kind="duration", unit="day", event=None)
    known = taxonomy.load()
    assert [comparable(r, known) for r in replies(event.claims, known)] == [False, True, False]


def test_how_many_more_is_no_answer():
    event = Event()
    event.said("Ada Lund", "five more", 5, 5, difference=True)
    assert replies(event.claims, taxonomy.load()) == []


def told(words, number, low, high, **more):
    """Return the reply to a claim whose number is some words of it."""
    claim = Event().said("Ada Lund", words, low, high, **more)
    start = words.index(number)
    span = claim.measures[0].span
    begin = span.start + start
    moved = span.model_copy(update={"start": begin, "end": begin + len(number), "exact": number})
    own = claim.measures[0].model_copy(update={"text": number, "span": moved})
    return [
        (r.low, r.high) for r in replies([claim.model_copy(update={"measures": (own,)})], KINDS)
    ]


KINDS = taxonomy.load()


@pytest.mark.parametrize(
    "words",
    [
        "two of the injured have died",
        "two of whom have died",
        "two d'entre eux sont morts",
        "two de los heridos murieron",
        "two der Verletzten starben",
        "two из раненых умерли",
        "two av de skadde døde",
    ],
)
def test_some_of_those_told_before_are_at_least_so_many(words):
    assert told(words, "two", 2, 2) == [(2, None)]
    assert told("two people of the town died", "two", 2, 2) == [(2, 2)]
    assert told("40 قتلوا، منهم امرأتان", "40", 40, 40) == [(38, 42)]
    assert told("40 منهم قتلوا", "40", 40, 40) == [(38, None)]


def test_none_of_a_group_says_nothing_of_the_others():
    assert told("none of the nine has died", "none", 0, 0) == []
    assert told("none of them died", "none of them", 0, 0) == []
    assert told("none has died", "none", 0, 0) == [(0, 0)]


@pytest.mark.parametrize("one", ["a", "un", "ein", "en", "bir"])
def test_an_article_counts_nothing_but_the_dead(one):
    assert told(f"{one} strike", one, 1, 1, kind="attacks", event="conducted") == [(1, None)]
    assert told(f"{one} man", one, 1, 1) == [(1, 1)]
    assert told("one strike", "one", 1, 1, kind="attacks", event="conducted") == [(1, 1)]


def test_a_number_of_a_promise_is_no_fact_without_a_verb_of_its_own():
    trip = Event().said("Ada Lund", "5", 5, 5, kind="duration", event=None, stance=Stance.PROMISES)
    (reply,) = replies([trip], KINDS)
    assert reply.standing is Standing.COMMITMENT


@pytest.mark.parametrize(("number", "event"), [("other three", "killed+"), ("three", "killed")])
def test_what_a_number_itself_says_are_others_come_on_top(number, event):
    (reply,) = replies([Event().said("Ada Lund", number, 3, 3)], KINDS)
    assert reply.variable.event == event


@pytest.mark.parametrize(("first", "event"), [("killed", "injured"), ("injured", "injured+")])
def test_others_who_fared_otherwise_come_on_top_of_nobody(first, event):
    words = f"125 died {'at once ' * 5}and 500 others"
    at = words.index("500")
    claim = Event().said("Ada Lund", words, 125, 125, event=first)
    one = claim.measures[0]
    start = one.span.start
    died = one.model_copy(update={"span": one.span.model_copy(update={"end": start + 3})})
    hurt = one.model_copy(
        update={
            "scope": one.scope.model_copy(update={"event": "injured"}),
            "span": one.span.model_copy(update={"start": start + at, "end": start + at + 3}),
        }
    )
    found = replies([claim.model_copy(update={"measures": (died, hurt)})], KINDS)
    assert found[1].variable.event == event


def test_prisoners_who_leave_are_released():
    assert KINDS.implied_event("left", "", "people.prisoners") == "released"
    assert KINDS.implied_event("left", "", "people.fighters") == "left"


@pytest.mark.parametrize(("noun", "high"), [("women and children", None), ("women", 8)])
def test_of_two_nouns_there_may_be_others_besides(noun, high):
    claim = Event().said("Ada Lund", "8", 8, 8)
    own = claim.measures[0].model_copy(update={"noun": noun})
    found = replies([claim.model_copy(update={"measures": (own,)})], KINDS)
    assert [(r.low, r.high) for r in found] == [(8, high)]


@pytest.mark.parametrize(
    ("words", "high"),
    [
        ("40 people are still in hospital", None),
        ("40 personnes étaient encore hospitalisées", None),
        ("40 personas siguen hospitalizadas", None),
        ("40 человек остаются в больницах", None),
        ("40 شخصا ما زالوا يتلقون العلاج", None),
        ("40 people were brought to hospital", 42),
        ("40 people were severely wounded", None),
        ("40 people were hurt on the bridge alone", None),
        ("40 personnes ont été blessées sur la seule place Neuve", None),
        ("40 Menschen wurden allein am Hafen verletzt", None),
        ("40 personnes ont été blessées, le maire est venu seul", 42),
        ("40 personnes ont été grièvement blessées", None),
        ("40 человек доставлены в больницу с тяжелыми ранениями", None),
        ("40 Menschen wurden leicht verletzt", 42),
    ],
)
def test_who_is_still_in_hospital_is_some_of_the_hurt(words, high):
    assert told(words, "40", 40, 40, event="injured") == [(38, high)]


@pytest.mark.parametrize(
    ("words", "high"), [("19 muertos llevados al hospital", None), ("19 muertos", 19)]
)
def test_there_may_be_more_dead_than_were_brought_to_a_hospital(words, high):
    assert told(words, "19", 19, 19, event="killed") == [(19, high)]


def test_some_of_them_are_a_part_whatever_is_counted():
    civilians = {"kind": "people.civilians"}
    assert told("19 were shot", "19", 19, 19, **civilians) == [(19, 19)]
    assert told("19 of whom were shot", "19", 19, 19, **civilians) == [(19, None)]
    assert told("19 of them were shot", "19", 19, 19, **civilians) == [(19, None)]
    assert told("19, of whom three were shot", "19", 19, 19, **civilians) == [(19, 19)]


@pytest.mark.parametrize(
    ("words", "high"),
    [
        ("46 of these killings (44 men and 2 women)", None),
        ("46 killings (44 men and 2 women)", 2),
        ("46 of these killings (44 men) and 2 women", 2),
    ],
)
def test_brackets_behind_a_part_split_it(words, high):
    told = Event().said("Ada Lund", words, 2, 2, kind="people.women")
    span = told.content[0]
    at = words.index("2 women")
    place = span.model_copy(
        update={"start": span.start + at, "end": span.start + at + 1, "exact": "2"}
    )
    number = told.measures[0].model_copy(update={"text": "2", "span": place})
    (reply,) = replies([told.model_copy(update={"measures": (number,)})], taxonomy.load())
    assert reply.high == high


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("some 60 dead", Standing.DENIAL),
        ("reports of a raid with 60 dead", Standing.DENIAL),
        ("a part in 60 deaths", Standing.POSSIBILITY),
        ("its part in the raid that left 60 dead", Standing.POSSIBILITY),
    ],
)
def test_a_number_far_into_what_is_denied_is_not_denied(words, standing):
    case = Event()
    claim = case.said("Ada Lund", words, 60, 60, stance=Stance.DENIES)
    at = claim.content[0].start + words.index("60")
    told = span(case.documents[0], at, at + 2)
    measure = claim.measures[0].model_copy(update={"span": told, "text": "60"})
    (reply,) = replies([claim.model_copy(update={"measures": (measure,)})], taxonomy.load())
    assert reply.standing is standing


def test_none_that_a_deal_lets_leave_is_no_count_of_who_left():
    text = "وقال شهود إن الاتفاق نص على ألا يخرج أي مقاتل أجنبي."
    found = extract(Document.from_text(text, publisher="Outlet", language="ar"))
    assert {reply.standing for reply in replies(found, KINDS)} == {Standing.COMMITMENT}
