"""The log of decisions is shown with its words, the newest first, and what was undone as undone."""

from decisions.weighed import case, claim_with, decide
from variorum.publish.base.index import Index
from variorum.publish.views.decisions_view import decision_views


def test_a_decision_tells_what_it_set_on_which_words_and_whether_it_holds():
    claim = claim_with("40 people", case())
    of = decide(case(), "correct", claim.id, low="41", high="41")
    of = decide(of, "grade", "Courier", reliability="B")
    of = decide(of, "undo", of.decisions[0].id, when="2031-06-02T10:00:00+00:00")
    undo, grade, correct = decision_views(Index(of))
    numbers = (Index(of).claim_number[claim.id],)
    assert correct[1:] == ("correct: low 41, high 41", (claim.text,), numbers, False)
    assert grade[1:] == ("grade: Courier, reliability B", (), (), True)
    assert undo[1:] == (f"undo: {of.decisions[0].id}", (), (), True)
    assert (undo[0].when[:10], undo[0].who, undo[0].why) == ("2031-06-02", "Ada", "Read again.")


def test_a_rejected_claim_has_no_number_and_long_words_are_cut():
    of = decide(case(), "reject", claim_with("40 people", case()).id)
    assert decision_views(Index(of))[0][3] == ()
    text = case().documents[0].text
    of = decide(case(), "add", "Courier.txt", content=text)
    (added,) = [c.id for c in of.claims if c.review]
    of = decide(of, "accept", added)
    (words,) = decision_views(Index(of))[0][2]
    assert len(words) == 90
    assert words.endswith("…")
