"""What is missing is told for each kind, and no more lines of a kind than a reader reads."""

from said import Event

from variorum.compare.actors.case_actors import cast
from variorum.compare.history.unanswered import gaps
from variorum.model import Question, QuestionStatus


def asked(reports, questions=1, origins=1):
    """Return the gaps of questions that so many reports answer on the word of so many origins."""
    event = Event()
    for number in range(reports):
        event.said(f"Speaker {number}", str(number + 3), number + 3, number + 3)
    documents = {document.id: document for document in event.documents}
    made = [
        Question(
            id=f"q{n}",
            label=f"Question {n:02}",
            kind="people",
            claims=tuple(claim.id for claim in event.claims),
            status=QuestionStatus.AGREED,
        )
        for n in range(questions)
    ]
    origin_of = {c.id: f"origin {n % origins}" for n, c in enumerate(event.claims)}
    people = cast(event.documents, event.claims)
    return gaps(made, event.claims, documents, (), origin_of, people)


def test_three_reports_on_one_word_are_told_and_two_are_not():
    assert [gap.what for gap in asked(3)] == ["Question 00"]
    assert asked(2) == ()


def test_reports_on_two_words_lack_nothing():
    assert asked(4, origins=2) == ()


def test_twelve_questions_are_listed_and_the_rest_is_counted():
    assert len(asked(3, questions=12)) == 12
    found = asked(3, questions=15)
    assert len(found) == 13
    assert found[-1].what == "3 more questions rest on one origin"
