"""The vocabulary keeps its own laws."""

import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from variorum.model import (
    Claim,
    Document,
    Form,
    Gap,
    Link,
    Section,
    Span,
    Speaker,
    SpeakerKind,
    content_id,
)
from variorum.model.base import of_values
from variorum.text import span

PARTS = st.lists(
    st.text(max_size=8).filter(lambda part: "\x1f" not in part), min_size=1, max_size=4
)


def test_ids_are_the_same_on_every_machine() -> None:
    assert (
        content_id("claim", "a", 1, None)
        == "claim-" + (hashlib.sha256(b"a\x1f1\x1fNone").hexdigest()[:16])
    )


@given(one=PARTS, other=PARTS)
def test_other_parts_make_another_id(one: list[str], other: list[str]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


@given(text=st.text())
def test_a_document_is_known_by_its_text(text: str) -> None:
    one = Document.from_text(text, publisher="One", published="2017-10")
    other = Document.from_text(text, publisher="Other")
    assert one.id == other.id == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert Document.from_text(text + "!").id != one.id


@given(start=st.integers(-2, 9), end=st.integers(-2, 9), exact=st.text(max_size=9))
def test_a_span_fits_its_words_or_is_refused(start: int, end: int, exact: str) -> None:
    if start >= 0 and end - start == len(exact):
        assert Span(document="d", start=start, end=end, exact=exact).exact == exact
    else:
        with pytest.raises(ValidationError):
            Span(document="d", start=start, end=end, exact=exact)


def test_records_are_frozen_and_know_their_fields() -> None:
    document = Document.from_text("Raqqa")
    with pytest.raises(ValidationError):
        document.title = "changed"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Document(id="x", text="x", colour="red")  # type: ignore[call-arg]


def test_a_document_goes_by_the_best_name_it_has() -> None:
    names = {
        "publisher": "Courier",
        "author": "A. Reporter",
        "title": "A headline",
        "path": "/home/someone/a.txt",
    }
    found = []
    while names:
        found.append(Document.from_text("x", **names).name)
        names.pop(next(iter(names)))
    bare = Document.from_text("x")
    assert [*found, bare.name] == ["Courier", "A. Reporter", "A headline", "a.txt", bare.id[:12]]


def test_an_offset_lies_in_its_section() -> None:
    update = Section(label="UPDATE", start=5, end=9, published="2017-11")
    document = Document.from_text("told.more", sections=(update,))
    sections = [document.section_at(place) for place in (0, 4, 5, 8, 9)]
    assert sections == [None, None, update, update, None]


def test_a_claim_is_known_by_its_place_speaker_and_form() -> None:
    document = Document.from_text("The drivers said it took three days.")
    speaker = Speaker(name="The drivers", kind=SpeakerKind.GROUP)
    cue, content = span(document, 12, 16), (span(document, 17, 35),)
    one = Claim.identify(document.id, speaker, cue, content, Form.INDIRECT)
    others = {
        Claim.identify("other", speaker, cue, content, Form.INDIRECT),
        Claim.identify(document.id, Speaker(name="x", kind="group"), cue, content, Form.INDIRECT),
        Claim.identify(document.id, speaker, None, content, Form.INDIRECT),
        Claim.identify(document.id, speaker, cue, (span(document, 17, 34),), Form.INDIRECT),
        Claim.identify(document.id, speaker, cue, content, Form.DIRECT),
    }
    assert len(others | {one}) == 6
    assert one == Claim.identify(document.id, speaker, cue, content, Form.INDIRECT)


def test_a_claim_reads_as_its_parts() -> None:
    document = Document.from_text("“It took,” they said, “three days.”")
    content = (span(document, 1, 8), span(document, 23, 33))
    claim = Claim(
        id="c",
        document=document.id,
        speaker=Speaker(name="they", kind=SpeakerKind.UNNAMED),
        relay=(Link(name="they"),),
        content=content,
        form=Form.DIRECT,
    )
    assert (claim.start, claim.text) == (1, "It took three days")


def test_records_hold_no_set_of_the_fields_that_were_given() -> None:
    made = [Gap(what="a", why="b"), Gap.model_validate_json('{"what": "a", "why": "b"}')]
    assert made[0].model_fields_set is made[1].model_fields_set
    assert made[0] == made[1] == made[0].model_copy() == pickle.loads(pickle.dumps(made[0]))
    changed = made[0].model_copy(update={"kind": "limit"})
    assert (changed.kind, made[0].kind, made[0].model_fields_set) == ("limit", "document", set())


def test_a_record_is_pickled_as_its_values_and_shares_what_others_have() -> None:
    one = Span(document="d", start=70_001, end=70_006, exact="storm", prefix="the ")
    first, second = (pickle.loads(pickle.dumps(one)) for _ in range(2))
    assert first == second == one
    assert (hash(first), repr(first)) == (hash(one), repr(one))
    assert first.model_dump_json() == one.model_dump_json()
    assert first.end is second.end
    assert first.model_copy(update={"page": 3}).page == 3
    with pytest.raises(ValidationError):
        first.start = 1  # type: ignore[misc]
    with pytest.raises(ValueError, match="shorter"):
        of_values(Span, "d", 1)
