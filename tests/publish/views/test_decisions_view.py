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
    assert (correct.what, correct.quotations) == ("correct: low 41, high 41", (claim.text,))
    assert correct.claims == (Index(of).claim_number[claim.id],)
    assert (correct.holds, grade.holds, undo.holds) == (False, True, True)
    assert (grade.what, grade.quotations) == ("grade: Courier, reliability B", ())
    assert (undo.what, undo.day) == (f"undo: {of.decisions[0].id}", "2031-06-02")
    assert (undo.who, undo.why) == ("Ada", "Read again.")


def test_a_rejected_claim_has_no_number_and_long_words_are_cut():
    of = decide(case(), "reject", claim_with("40 people", case()).id)
    assert decision_views(Index(of))[0].claims == ()
    text = case().documents[0].text
    of = decide(case(), "add", "Courier.txt", content=text)
    (added,) = [c.id for c in of.claims if c.review]
    of = decide(of, "accept", added)
    (words,) = decision_views(Index(of))[0].quotations
    assert len(words) == 90
    assert words.endswith("…")
