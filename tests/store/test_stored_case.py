"""A case that is read as it is asked for is the case that was saved, not all of it in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

import variorum.store.stored_case as stored
from variorum.case import Case, Comparison
from variorum.model import Certainty, Claim, Document
from variorum.publish.base.index import Index
from variorum.publish.views.overview.summary_view import summary
from variorum.store import Store
from variorum.store.opening import opened
from variorum.store.stored_case import StoredCase
from variorum.text import span


@pytest.fixture
def read(place: str, ferry_built: Case) -> Iterator[StoredCase]:
    with Store(place) as store:
        store.save(ferry_built)
        with store.reading() as case:
            yield case


def test_all_of_it_is_the_case_that_was_saved(read: StoredCase, ferry_built: Case) -> None:
    assert read.whole() == ferry_built
    assert read.to_json() == ferry_built.to_json()


def test_claims_are_had_in_order_by_place_and_by_id(read: StoredCase, ferry_built: Case) -> None:
    own = ferry_built.claims
    assert len(read.claims) == len(own) > 20
    assert (read.claims[0], read.claims[-1]) == (own[0], own[-1])
    assert tuple(read.claims[3:7]) == own[3:7]
    assert list(read.claim_heads) == list(ferry_built.claim_heads)
    assert dict(read.claim_by_id) == ferry_built.claim_by_id
    with pytest.raises(KeyError):
        read.claim_by_id["claim-of-nobody"]
    with pytest.raises(IndexError):
        read.claims[len(own)]


def test_the_screen_is_the_same_and_reads_only_the_claims_it_shows(
    read: StoredCase, ferry_built: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_through = []
    monkeypatch.setattr(
        stored._Claims, "__iter__", lambda self: gone_through.append(self) or iter(())
    )
    assert summary(Index(read)) == summary(Index(ferry_built))
    assert gone_through == []


def test_findings_are_read_by_their_kind(read: StoredCase, ferry_built: Case) -> None:
    found = vars(read.comparison)
    assert set(found) == {"_connection"}
    assert read.disputes == ferry_built.disputes
    assert set(found) == {"_connection", "disputes"}
    assert isinstance(read.comparison, Comparison)


def test_a_case_that_is_open_is_opened_again_without_a_change(place: str) -> None:
    with Store(place) as store:
        opened(store._engine, store.address, create=False)
        assert store.revision() == 0


@pytest.mark.parametrize("indent", [None, 2])
def test_the_export_is_written_a_record_at_a_time(
    read: StoredCase, ferry_built: Case, indent: int | None
) -> None:
    parts = list(read.json_parts(indent=indent))
    told = json.dumps(ferry_built.to_dict(), ensure_ascii=False, indent=indent) + "\n"
    assert "".join(parts) == told
    assert max(map(len, parts)) < len(told) / 10
    assert Case().to_json(indent=indent) == json.dumps(Case().to_dict(), indent=indent) + "\n"


def test_so_many_claims_are_held_and_then_those_of_one_document(place: str) -> None:
    documents = [
        Document.from_text(f"{number}. It rained.", path=f"{number}") for number in range(4)
    ]
    plain = [
        Claim.narrated(d, (span(d, 3, 11),), hedges=(), certainty=Certainty.CERTAIN)
        for d in documents
    ]
    claims = [c.model_copy(update={"id": f"{c.id}-{n}"}) for c in plain for n in range(1_001)]
    held = []
    with Store(place) as store:
        store.save(Case(tuple(documents), tuple(claims)))
        with store.reading() as case:
            for claim in claims[::1_001]:
                assert case.claim_by_id[claim.id] == claim
                held.append(len(case.claim_by_id._held))
    assert held == [1_001, 2_002, 1_001, 2_002]
