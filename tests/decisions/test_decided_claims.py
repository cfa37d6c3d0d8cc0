"""Decisions are carried out over what was read, found again after it was read anew, and undone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisions.weighed import (
    COURIER,
    FIRST,
    HERALD,
    case,
    claim_with,
    decide,
    found_in,
    read,
    report,
)
from variorum.case import Case
from variorum.compare import compare
from variorum.decisions import decision_of
from variorum.decisions.decided_claims import as_read, decided
from variorum.model import ReviewState, SpeakerKind
from variorum.settings import Settings

STEPS = (
    ("accept", "40 people", {}),
    ("reject", "40 people", {}),
    ("correct", "40 people", {"low": "41", "high": "41"}),
    ("correct", "12 soldiers", {"speaker": "The mayor"}),
    ("correct", "55 people", {"happening": "another fire"}),
    ("reject", "55 people", {}),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=6))
def test_a_log_gives_one_state_and_undoing_it_gives_back_what_was_read(steps):
    of, states = case(), [case()]
    for number, (kind, words, fields) in enumerate(steps):
        claim = next(c for c in case().claims if words in c.text)
        of = decide(of, kind, claim.id, when=f"2031-06-{number + 1:02}", **fields)
        states.append(of)
    again = decided(of.documents, of.claims, of.decisions)
    assert again.claims == of.claims
    assert as_read(of.claims) == list(case().claims)
    for before in reversed(states[:-1]):
        of = decide(
            of,
            "undo",
            of.decisions[len(before.decisions)].id,
            when=f"2031-07-{len(of.decisions):02}",
        )
        assert of.claims == before.claims


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (["accept"], ReviewState.ACCEPTED),
        (["reject"], ReviewState.REJECTED),
        (["correct"], ReviewState.CORRECTED),
        (["reject", "accept"], ReviewState.ACCEPTED),
        (["correct", "accept"], ReviewState.CORRECTED),
        (["correct", "reject"], ReviewState.REJECTED),
        (["reject", "correct"], ReviewState.CORRECTED),
    ],
)
def test_the_last_word_on_a_claim_holds(steps, state):
    of = case()
    for number, kind in enumerate(steps):
        fields = {"stance": "doubts"} if kind == "correct" else {}
        of = decide(
            of, kind, claim_with("40 people", of).id, when=f"2031-06-0{number + 1}", **fields
        )
    claim = claim_with("40 people", of)
    assert claim.review.state is state
    assert claim.review.decisions == tuple(d.id for d in of.decisions)
    assert len(of.without_rejected().claims) == len(of.claims) - (state is ReviewState.REJECTED)


def test_a_decision_finds_its_claim_again_in_a_revision_and_tells_where_it_does_not():
    of = decide(case(), "reject", claim_with("12 soldiers", case()).id)
    later = report("Update. " + FIRST, "Courier").model_copy(update={"revision_of": COURIER.id})
    after = case(*of.decisions, documents=(later, HERALD))
    assert claim_with("12 soldiers", after).review.state is ReviewState.REJECTED
    gone = report("The mayor said that 40 people died in Narvik on 3 May 2031.", "Courier")
    gone = gone.model_copy(update={"id": COURIER.id})
    (gap,) = case(*of.decisions, documents=(gone, HERALD)).gaps
    assert gap.kind == "decision"
    assert gap.what == of.decisions[0].id
    assert (
        "'reject' by Ada finds its claim '12 soldiers were hurt' no more; the likeliest is claim-"
        in gap.why
    )


def test_what_fits_a_claim_no_more_is_a_gap_and_the_claim_stays_as_read():
    of = decide(case(), "correct", claim_with("40 people", case()).id, low="41", high="42")
    text = FIRST.replace("40 people died", "many people died")
    read_anew = report(text, "Courier").model_copy(update={"id": COURIER.id})
    after = case(*of.decisions, documents=(read_anew, HERALD))
    (gap,) = after.gaps
    assert "does not fit it any more: Say which figure" in gap.why
    assert claim_with("many people", after).measures == ()


def test_long_words_are_cut_in_a_gap():
    long = FIRST.replace("in Narvik", "in Narvik " + "and far beyond " * 12)
    of = case(documents=(report(long, "Courier"),))
    of = decide(of, "reject", claim_with("far beyond", of).id)
    (gap,) = case(*of.decisions, documents=(HERALD,)).gaps
    assert len(gap.why) < 130
    assert " ...' no more" in gap.why


def test_names_are_merged_and_kept_apart_as_the_last_decision_says():
    of = case()
    of = replace(of, comparison=compare(of.documents, of.claims, Settings()))
    one, other = sorted(name.name for actor in of.actors for name in actor.names)[:2]
    log = ()
    for kind in ("merge", "split", "merge"):
        log = decide(
            replace(of, decisions=log), kind, one, other, when=f"2031-06-0{len(log)}"
        ).decisions
    merged = found_in((COURIER, HERALD), log).rulings
    assert (merged.same, merged.apart) == ({(one, other)}, set())
    split = found_in((COURIER, HERALD), log[:2]).rulings
    assert (split.same, split.apart) == (set(), {(one, other)})


def test_moved_dismissed_and_verified_claims_are_rulings():
    of = case()
    forty, fifty = (claim_with(words, of).id for words in ("40 people", "55 people"))
    of = decide(of, "correct", fifty, happening="another fire")
    of = decide(of, "correct", forty, happening="main")
    of = decide(of, "dismiss", forty, fifty)
    of = decide(of, "verify", "term-1", forty)
    rulings = found_in(of.documents, of.decisions).rulings
    assert rulings.moved == {fifty: "another fire", forty: ""}
    assert rulings.dismissed == {frozenset((forty, fifty))}
    assert rulings.verified == {("term-1", forty)}


def test_an_added_claim_is_its_reports_own_until_a_speaker_is_named():
    of = decide(case(), "add", "Herald.txt", content="55 people died", certainty="PS+")
    (added,) = [c for c in of.claims if c.review]
    assert added.review.state is ReviewState.ADDED
    assert added.speaker.kind is SpeakerKind.DOCUMENT
    rejected = decide(of, "reject", added.id)
    (gone,) = [c for c in rejected.claims if c.review]
    assert gone.review.state is ReviewState.REJECTED
    assert as_read(rejected.claims) == list(case().claims)


def test_each_figure_of_a_claim_is_corrected_by_a_decision_of_its_own():
    document = report("Police said that 3 men and 5 women were held in Vik.", "Post")
    one, other = read(document)
    claim = one.model_copy(update={"measures": (*one.measures, *other.measures)})
    before = Case((document,), (claim,))
    figures = ({"number": "3", "low": "2"}, {"number": "5", "high": "6"})
    log = [
        decision_of(before, "correct", [claim.id], who="Ada", why="Counted.", fields=fields)
        for fields in figures
    ]
    (found,) = decided([document], [claim], log).claims
    told = [(m.text, m.low, m.high) for m in found.measures]
    assert told == [("3", 2, 3), ("5", 5, 6)]
