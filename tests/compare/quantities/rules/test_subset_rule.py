"""A population within a kind: Syrian fighters are some of the fighters."""

from said import Event

from variorum.model import Rule, Stance

FIGHTERS = "people.fighters"


def asked(event, first, second):
    """Let two people give those numbers, each with its population."""
    for speaker, (number, population) in zip(("Ada Lund", "Bo Krag"), (first, second), strict=True):
        event.said(speaker, str(number), number, number, kind=FIGHTERS, population=population)
    return event.compared()


def test_some_of_the_fighters_may_be_fewer_than_all_of_them():
    found = asked(Event(), (275, ("Syrian",)), (500, ()))
    assert found.contradictions == ()
    assert len(found.questions) == 2


def test_some_of_the_fighters_are_not_more_than_all_of_them():
    (contradiction,) = asked(Event(), (800, ("Syrian",)), (500, ())).contradictions
    assert contradiction.rule is Rule.SUBSET
    assert "Syrian fighters (800) cannot outnumber the fighters" in contradiction.because


def test_two_populations_are_two_questions():
    assert asked(Event(), (275, ("Syrian",)), (40, ("Iraqi",))).contradictions == ()


def test_one_population_is_one_question():
    found = asked(Event(), (275, ("Syrian",)), (40, ("Syrian",)))
    assert [c.rule for c in found.contradictions] == [Rule.VALUE]
    assert found.questions[0].label == "How many Syrian fighters were killed?"
    assert found.questions[0].scope.population == ("Syrian",)


def test_those_of_two_populations_belong_to_each():
    (contradiction,) = asked(Event(), (90, ("Syrian", "wounded")), (40, ("Syrian",))).contradictions
    assert contradiction.rule is Rule.SUBSET
    assert asked(Event(), (90, ("Syrian", "wounded")), (40, ("Iraqi",))).contradictions == ()


def test_the_fighters_of_a_nation_are_some_of_its_people():
    event = Event()
    event.said("Ada Lund", "90", 90, 90, kind=FIGHTERS, population=("Syrian",))
    event.said("Bo Krag", "40", 40, 40, kind="people", population=("Syrian",))
    assert [c.rule for c in event.compared().contradictions] == [Rule.SUBSET]


def test_a_promise_to_some_is_not_broken_by_what_befell_all():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, population=("Syrian",), stance=Stance.PROMISES)
    event.said("Bo Krag", "90", 90, 90)
    assert event.compared().contradictions == ()


def test_how_many_more_is_no_answer():
    event = Event()
    event.said("Ada Lund", "40 more", 40, 40, difference=True)
    event.said("Bo Krag", "90", 90, 90)
    found = event.compared()
    assert found.contradictions == ()
    assert [len(question.answers) for question in found.questions] == [1]
