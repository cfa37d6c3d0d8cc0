"""Rows of event data sets as a document and claims of their data set."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.data_sets import documents_of
from variorum.model import (
    Certainty,
    Claim,
    Document,
    Event,
    Form,
    SpeakerKind,
    content_id,
)

PLAIN_TEXT = st.text(max_size=12)
WORDS = st.text(min_size=1, max_size=12).filter(str.strip)
DEATHS = st.one_of(st.none(), st.integers(0, 99))


def row(key: str = "1", **more: Any) -> Event:
    told: dict[str, Any] = {
        "data_set": "Ledger",
        "row": key,
        "line": 2,
        "start": "2031-04-09",
        "kind": "shelling",
        "actors": ("Upland Army", "River Front"),
        **more,
    }
    told.setdefault("end", told["start"])
    return Event(id=content_id("event", told["data_set"], told["row"]), **told)


ROWS = st.builds(
    row,
    st.uuids().map(str),
    data_set=st.sampled_from(["Ledger", "UCDP GED", "ACLED"]),
    line=st.integers(2, 9),
    start=st.sampled_from(["2031-04-02", "2031-04-09"]),
    end=st.sampled_from(["2031-04-09", "2031-04-30"]),
    kind=WORDS,
    actors=st.one_of(st.tuples(WORDS), st.tuples(WORDS, WORDS)),
    directed=st.booleans(),
    place=st.one_of(st.none(), WORDS),
    lat=st.one_of(st.none(), st.floats(-90, 90)),
    lon=st.one_of(st.none(), st.floats(-180, 180)),
    country=st.one_of(st.none(), WORDS),
    deaths=st.tuples(DEATHS, DEATHS, DEATHS),
    place_precision=st.one_of(st.none(), st.integers(1, 7)),
    sources=st.lists(WORDS, max_size=2).map(tuple),
    notes=PLAIN_TEXT,
)
MANY = st.lists(ROWS, max_size=5, unique_by=lambda event: event.id)


def in_words(event: Event) -> str:
    (document,), _ = documents_of([event])
    return document.text


def only(event: Event) -> tuple[Document, Claim]:
    (document,), claims = documents_of([event])
    return document, claims[event.id]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (row(), "2031-04-09: shelling; Upland Army, River Front (row 1, line 2)"),
        (
            row(directed=True),
            "2031-04-09: shelling; Upland Army against River Front (row 1, line 2)",
        ),
        (
            row(end="2031-04-11", actors=("Upland Army",)),
            "2031-04-09 to 2031-04-11: shelling; Upland Army (row 1, line 2)",
        ),
        (
            row(place="Orrin", country="Vell"),
            "2031-04-09: shelling; Upland Army, River Front; at Orrin, Vell (row 1, line 2)",
        ),
        (
            row(deaths=(2, 3, 9)),
            "2031-04-09: shelling; Upland Army, River Front; deaths: 3 (2 to 9) (row 1, line 2)",
        ),
        (
            row(deaths=(None, 0, None)),
            "2031-04-09: shelling; Upland Army, River Front; deaths: 0 (row 1, line 2)",
        ),
        (
            row(deaths=(2, 3, None)),
            "2031-04-09: shelling; Upland Army, River Front; deaths: 3 (row 1, line 2)",
        ),
        (
            row(deaths=(2, None, 9)),
            "2031-04-09: shelling; Upland Army, River Front (row 1, line 2)",
        ),
        (
            row("b7", notes="A shop\n burned. ", sources=("Orrin Radio", "The Post")),
            "2031-04-09: shelling; Upland Army, River Front. A shop burned. "
            "Source: Orrin Radio; The Post. (row b7, line 2)",
        ),
    ],
    ids=lambda value: "" if isinstance(value, Event) else value,
)
def test_a_row_in_words_says_all_that_it_says(event: Event, words: str) -> None:
    assert only(event)[0].text == words


def test_a_data_set_is_a_document_of_its_rows_in_the_order_of_their_days() -> None:
    rows = [row("1", start="2031-04-20"), row("2", start="2031-04-02")]
    (document,), claims = documents_of(rows)
    assert document.text == "\n\n".join(map(in_words, reversed(rows)))
    assert (document.data_set, document.publisher) == ("Ledger", "Ledger")
    assert (document.published, document.path) == (None, None)
    assert [claims[event.id].text for event in rows] == [in_words(event) for event in rows]


def test_each_data_set_has_a_document_of_its_own() -> None:
    documents, claims = documents_of([row("1"), row("2", data_set="Another"), row("3")])
    assert [document.data_set for document in documents] == ["Another", "Ledger"]
    assert sorted({claim.document for claim in claims.values()}) == sorted(d.id for d in documents)


def test_no_rows_make_no_document() -> None:
    assert documents_of([]) == ([], {})


def test_a_row_is_what_its_data_set_claims() -> None:
    document, claim = only(row(end="2031-04-11"))
    assert (claim.speaker.name, claim.speaker.kind) == ("Ledger", SpeakerKind.DOCUMENT)
    assert [link.name for link in claim.relay] == ["Ledger"]
    assert (claim.form, claim.certainty) == (Form.NARRATED, Certainty.CERTAIN)
    assert [(w.edtf, w.text) for w in claim.when] == [
        ("2031-04-09/2031-04-11", "2031-04-09 to 2031-04-11")
    ]
    assert claim.document == document.id
    assert claim.places == ()


@pytest.mark.parametrize(
    ("data_set", "precision", "km"),
    [
        ("ACLED", 1, 5.0),
        ("ACLED", 2, 25.0),
        ("ACLED", 3, 100.0),
        ("UCDP GED", 3, 50.0),
        ("UCDP GED", 4, 100.0),
        ("UCDP GED 31.1", 3, 50.0),
        ("UCDP GED", 6, None),
        ("Ledger", None, None),
    ],
)
def test_a_place_reaches_as_far_as_the_code_of_its_data_set_says(
    data_set: str, precision: int | None, km: float | None
) -> None:
    event = row(data_set=data_set, place="Orrin", lat=10.0, lon=20.0, place_precision=precision)
    (place,) = only(event)[1].places
    assert (place.name, place.lat, place.lon, place.radius_km) == ("Orrin", 10.0, 20.0, km)
    assert place.span.exact == "Orrin"


@given(MANY)
def test_every_span_is_the_slice_that_it_says(rows: list[Event]) -> None:
    documents, claims = documents_of(rows)
    texts = {document.id: document.text for document in documents}
    assert claims.keys() == {event.id for event in rows}
    for event in rows:
        claim = claims[event.id]
        spans = [*claim.content, *(w.span for w in claim.when), *(p.span for p in claim.places)]
        assert [texts[s.document][s.start : s.end] for s in spans] == [s.exact for s in spans]
        assert claim.text == in_words(event)
        assert [place.span.exact for place in claim.places] == [event.place] * bool(event.place)


@given(MANY.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_any_order_of_the_rows_makes_the_same_documents_and_claims(
    orders: tuple[list[Event], list[Event]],
) -> None:
    one, other = (documents_of(rows) for rows in orders)
    assert one == other


@given(MANY)
def test_every_claim_has_an_id_of_its_own(rows: list[Event]) -> None:
    documents, claims = documents_of(rows)
    assert len({claim.id for claim in claims.values()}) == len(rows)
    assert len({document.id for document in documents}) == len({e.data_set for e in rows})
