"""Counts of something else than reports are about, told apart by what else each report tells."""

from counts_told import report

from variorum import taxonomy
from variorum.compare.happenings.event_groups import LEDE
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.strays import strays
from variorum.model import Form, Speaker, SpeakerKind

PAD = " and so on" * (LEDE // 10 + 1)


def stray(*told):
    """Return the numbers of the replies that stray; each is told as (report, text, number)."""
    claims = []
    for name, text, number in told:
        _, claim = report(text, number, "killed")
        mine = {"document": name, "form": Form.NARRATED}
        speaker = Speaker(name=name, kind=SpeakerKind.DOCUMENT)
        claims.append(claim.model_copy(update={**mine, "speaker": speaker}))
    found = replies(claims, taxonomy.load())
    apart = strays(found)
    return [reply.measure.text for reply in found if id(reply) in apart]


FIRST = ("one", "17 people died in the fire.", "17")
SHARED = ("two", "17 people died.", "17")
OTHER = ("one", f"It went on{PAD}. In an older fire 5 people died.", "5")


def test_another_number_further_down_is_of_something_else_if_others_share_the_first():
    assert stray(FIRST, SHARED, OTHER) == ["5"]


def test_it_is_not_where_nobody_shares_the_first_or_somebody_shares_it():
    assert stray(FIRST, OTHER) == []
    assert stray(FIRST, SHARED, OTHER, ("three", "Some say 5 people died.", "5")) == []


def test_it_is_not_where_the_report_begins_with_it_or_gives_no_other():
    assert stray(FIRST, SHARED, ("one", "In an older fire 5 people died.", "5")) == []
    assert stray(FIRST, SHARED, ("three", OTHER[1], "5")) == []


def test_none_is_of_one_site_where_other_counts_differ():
    none = ("four", "0 people died at the gate.", "0")
    assert stray(FIRST, none) == []
    assert stray(FIRST, ("two", "31 people died.", "31"), none) == ["0"]
    assert (
        stray(FIRST, ("two", "31 people died.", "31"), ("four", "0 died in the attack.", "0")) == []
    )
