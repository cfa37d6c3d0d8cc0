"""Words are found where they stand, and a claim only where nobody can mistake it."""

from decisions.weighed import COURIER, HERALD, case, claim_with, report
from variorum.decisions.anchors import claim_at, likeliest, nearest, span_of
from variorum.model import Span

TWICE = report("They left. They left again.", "Times")


def held():
    claims = case().claims
    return {d.id: [c for c in claims if c.document == d.id] for d in (COURIER, HERALD)}


def test_of_several_places_the_nearest_is_meant():
    assert span_of(TWICE, "They", 9).start == 11
    assert span_of(TWICE, "They").start == 0
    assert span_of(TWICE, "We") is span_of(TWICE, "") is None


def test_a_claim_that_shares_half_of_the_words_is_the_one():
    claim = claim_with("40 people", case())
    first = claim.content[0]

    def cut(length: int) -> Span:
        return Span(
            document=first.document,
            start=first.start,
            end=first.start + length,
            exact=first.exact[:length],
        )

    whole = first.end - first.start
    assert claim_at(cut(whole // 2 + 1), held(), [COURIER, HERALD]) == claim
    assert claim_at(cut(whole // 2 - 1), held(), [COURIER, HERALD]) is None


def test_another_document_has_to_hold_the_words_alone():
    elsewhere = span_of(HERALD, "55 people died in Narvik").model_copy(update={"document": "gone"})
    assert claim_at(elsewhere, held(), [COURIER, HERALD]) == claim_with("55 people", case())
    copy = HERALD.model_copy(update={"id": "copy"})
    assert claim_at(elsewhere, held(), [COURIER, HERALD, copy]) is None


def test_the_likeliest_place_is_the_nearest_claim_of_the_document():
    anchor = span_of(COURIER, "12 soldiers")
    assert likeliest(anchor, held()) == claim_with("12 soldiers", case())
    assert likeliest(anchor, {}) is nearest(0, []) is None
