"""What was corrected stands beside what stood there before, as long as it holds."""

from decisions.weighed import case, claim_with, decide
from variorum.publish.base.index import Index
from variorum.publish.views.corrections_view import corrections_view


def test_a_correction_tells_what_was_and_what_is():
    claim = claim_with("40 people", case()).id
    of = decide(case(), "correct", claim, speaker="army", low="41", high="41")
    ((made, words, changes, _),) = corrections_view(Index(of))
    assert changes == (
        ("speaker", "mayor", "army"),
        ("low", "40", "41"),
        ("high", "40", "41"),
    )
    assert (made.when[:10], made.who, "40 people died" in words) == ("2031-06-01", "Ada", True)


def test_what_is_undone_is_no_correction_and_the_newest_comes_first():
    of = decide(case(), "reject", claim_with("55 people", case()).id)
    of = decide(of, "accept", claim_with("40 people", of).id)
    of = decide(of, "add", "Herald.txt", content="55 people died")
    told = corrections_view(Index(of))
    assert [what[:12] for *_, what in told] == ["A claim that", "It is no cla"]
    of = decide(of, "undo", of.decisions[0].id)
    assert len(corrections_view(Index(of))) == 1
