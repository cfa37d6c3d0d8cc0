"""What a number is told to be a part of, and which question it answers by itself."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.comparability import asked, listed
from variorum.model import Document
from variorum.text import span


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ({"kind": "people.civilians", "number": 471}, "people"),
        ({"kind": "people.civilians", "number": 300}, "people.civilians"),
        ({"kind": "people.civilians", "number": 17}, "people"),
        ({"kind": "people.civilians", "number": 9}, "people.civilians"),
        ({"event": None, "number": 471}, "people"),
        ({"event": None, "number": 470}, None),
        ({"population": ("Palestinian",), "number": 52}, "people"),
    ],
)
def test_some_of_the_dead_with_the_number_of_all_answer_the_question_of_all(said, question):
    event = Event()
    for number in (471, 470, 17, 9):
        event.said("Ada Lund", str(number), number, number)
    number = said.pop("number")
    event.said("Bo Krag", str(number), number, number, **said)
    known = taxonomy.load()
    found = replies(event.claims, known)
    told = asked(found, [reply.variable for reply in found], known)[-1]
    assert (told and (told.kind, told.population)) == (question and (question, ()))


@pytest.mark.parametrize(("reports", "kind"), [(1, "people.civilians"), (2, "people")])
def test_where_reports_tell_of_some_of_the_dead_what_is_told_of_all_they_are_all(reports, kind):
    event = Event()
    for number in (471, 482):
        event.said("Ada Lund", str(number), number, number)
    for number in (471, 482)[:reports]:
        event.said("Bo Krag", str(number), number, number, kind="people.civilians")
    event.said("Ina Moe", "300", 300, 300, kind="people.civilians")
    known = taxonomy.load()
    found = replies(event.claims, known)
    told = asked(found, [reply.variable for reply in found], known)[-1]
    assert told is not None
    assert told.kind == kind


def test_each_of_two_populations_is_a_question_of_its_own():
    event = Event()
    for number, population in ((60, ()), (52, ("Palestinian",)), (13, ("Israeli",))):
        event.said("Ada Lund", str(number), number, number, population=population)
    known = taxonomy.load()
    found = replies(event.claims, known)
    assert len(set(asked(found, [reply.variable for reply in found], known))) == 3


def test_a_mere_number_of_people_makes_no_question():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, event=None)
    known = taxonomy.load()
    found = replies(event.claims, known)
    assert asked(found, [reply.variable for reply in found], known) == [None]


def highs(text, *told):
    """Return the upper ends of the numbers of a sentence; each is told as (number, kind, noun)."""
    document = Document.from_text(text, publisher="Outlet")
    event = Event()
    first = event.said("Ada Lund", "1", 1, 1)
    measures = tuple(
        first.measures[0].model_copy(
            update={
                "kind": kind,
                "noun": noun,
                "low": float(number),
                "high": float(number),
                "text": number,
                "span": span(document, at, at + len(number)),
            }
        )
        for number, kind, noun in told
        for at in [text.index(number)]
    )
    content = (span(document, 0, len(text)),)
    mine = {"document": document.id, "measures": measures, "content": content}
    known = taxonomy.load()
    found = replies([first.model_copy(update=mine)], known)
    return [reply.high for reply in listed(found, {document.id: document}, known)]


PEOPLE = "people", "villagers"
CHILDREN = "people.children", "children"


@pytest.mark.parametrize(
    ("text", "told", "ends"),
    [
        ("9 Turks and 1 Dane died.", (("9", *PEOPLE), ("1", *PEOPLE)), [None, None]),
        ("9 Turks and 1 Dane died.", (("1", *PEOPLE),), [None]),
        ("9 villagers and a nurse died.", (("9", *PEOPLE),), [None]),
        ("Murieron 9 villagers y una enfermera.", (("9", *PEOPLE),), [None]),
        ("9 villagers died and a bus burned.", (("9", *PEOPLE),), [9]),
        ("9 villagers and the nurse left.", (("9", *PEOPLE),), [9]),
        ("Saldırıda 9 Türk ve 1 köylü öldü.", (("1", *PEOPLE),), [None]),
        # What was read before its noun is another thing: "9 attacks, of which one ..."
        ("9 villagers and 1 Dane died.", (("9", "attacks", "villagers"), ("1", *PEOPLE)), [9, 1]),
        ("9 Turks and the 1 died.", (("9", *PEOPLE), ("1", *PEOPLE)), [None, None]),
        ("9 died and then 1 died.", (("9", *PEOPLE), ("1", *PEOPLE)), [9, 1]),
        ("9 died, among them and 1 more", (("9", *PEOPLE), ("1", *PEOPLE)), [9, 1]),
        # Children are a part of people, and people are all of them but for the children.
        ("5 people and 2 children died.", (("5", *PEOPLE), ("2", *CHILDREN)), [None, 2]),
        ("9 people died. And 1 died too.", (("9", *PEOPLE), ("1", *PEOPLE)), [9, 1]),
        (f"9 of {'a' * 70} and 1 died.", (("9", *PEOPLE), ("1", *PEOPLE)), [None, None]),
        (f"9 of {'a' * 80} and 1 died.", (("9", *PEOPLE), ("1", *PEOPLE)), [9, 1]),
    ],
)
def test_the_items_of_a_list_are_parts(text, told, ends):
    assert highs(text, *told) == ends


@pytest.mark.parametrize(("second", "high"), [("injured", None), ("killed", None), ("left", 63.0)])
def test_at_least_is_said_of_the_dead_and_the_hurt_beside_them(second, high):
    text = "At least 20 died and 60 were hurt."
    document = Document.from_text(text, publisher="Outlet")
    made = Event().said("Ada Lund", "1", 1, 1)
    number = made.measures[0]

    def measure(at, low, high, event):
        place = span(document, at, at + 2)
        scope = number.scope.model_copy(update={"event": event})
        more = {"span": place, "low": low, "high": high, "scope": scope, "text": text[at : at + 2]}
        return number.model_copy(update=more)

    measures = (measure(9, 20.0, None, "killed"), measure(21, 60.0, 60.0, second))
    content = (span(document, 0, len(text)),)
    more = {"document": document.id, "measures": measures, "content": content}
    known = taxonomy.load()
    found = replies([made.model_copy(update=more)], known)
    assert listed(found, {document.id: document}, known)[1].high == high
