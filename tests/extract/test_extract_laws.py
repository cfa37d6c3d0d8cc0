from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from variorum.extract import extract
from variorum.extract.document.quotations import quotations
from variorum.language.parsing import parse
from variorum.model import Document
from variorum.text import paragraphs

PIECES = (
    "said that the police told Reuters , . : “ ” \" ' ‘ ’ '' « » ( [ ] ) he they 40 men left "
    "according to denied promised will may - — … 😀 ا İ e\u0301 \u200b"
)
WORDS = st.sampled_from([*PIECES.split(), "\n\n", "\n", "\ud7ff"])
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join))
SLOW = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def claims_of(text):
    document = Document.from_text(text, publisher="The Paper")
    return document, extract(document, parse(document))


def spans_of(claim):
    yield from claim.content
    yield from (*claim.hedges, *claim.scare_quotes)
    yield from (s for s in (claim.cue, claim.speaker.span, claim.speaker.full_span) if s)
    yield from (link.span for link in claim.relay if link.span)


@SLOW
@given(TEXTS)
@example("")
@example("“”")
@example("said")
@example("\n\n\n“\n\n“\n\n”")
@example('“said “said ‘said "said')
def test_any_text_gives_claims_whose_spans_are_its_own_words(text):
    document, claims = claims_of(text)
    for claim in claims:
        assert claim.content
        for span in spans_of(claim):
            assert document.text[span.start : span.end] == span.exact
            assert span.document == document.id


@SLOW
@given(TEXTS)
def test_claims_are_in_order_and_their_contents_do_not_overlap_themselves(text):
    _, claims = claims_of(text)
    assert [c.start for c in claims] == sorted(c.start for c in claims)
    for claim in claims:
        assert all(a.end <= b.start for a, b in pairwise(claim.content))
        assert claim.relay[0].name == "The Paper"
        assert claim.relay[-1].name.lower().removeprefix("the ") == (
            claim.speaker.name.lower().removeprefix("the ")
        )


@SLOW
@given(TEXTS)
def test_extracting_twice_is_extracting_once(text):
    assert claims_of(text)[1] == claims_of(text)[1]


@given(st.text(alphabet="ab \n.,“”‘’\"'«»`", max_size=80))
def test_quotations_are_apart_and_never_leave_their_paragraph(text):
    found = quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    starts = [start for start, _ in paragraphs(text)]
    for quote in found:
        assert quote.start < quote.inner[0] < quote.inner[1] <= quote.end
        assert not any(quote.start < start < quote.end for start in starts)
