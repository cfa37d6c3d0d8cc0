"""Claims that share their records are the claims that they were."""

from __future__ import annotations

import pickle
import sys

import pytest

from variorum.case import Case
from variorum.model import Claim
from variorum.model.base import Record
from variorum.store.shared_records import Shared


def test_a_shared_claim_is_the_claim_that_it_was(ferry_built: Case) -> None:
    shared = Shared()
    for claim in ferry_built.claims:
        same = shared.claim(claim)
        assert (same, hash(same), repr(same)) == (claim, hash(claim), repr(claim))
        assert same.model_dump_json() == claim.model_dump_json()
        assert pickle.loads(pickle.dumps(same)) == claim
        assert same.model_copy(update={"part_of": "another"}) != claim
        with pytest.raises(ValueError, match="frozen"):
            same.part_of = "another"  # type: ignore[misc]


def test_equal_records_are_one(ferry_built: Case) -> None:
    first = next(c for c in ferry_built.claims if c.speaker.span is not None)
    shared = Shared()
    one, other = (
        shared.claim(Claim.model_validate_json(first.model_dump_json())) for _ in range(2)
    )
    assert one.speaker is other.speaker
    assert one.document is other.document
    assert all(a is b for a, b in zip(one.content, other.content, strict=True))


def held(value: object, seen: set[int]) -> int:
    """Return the bytes that a value takes, with what it is made of."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    if isinstance(value, Record):
        parts = [v for _, v in value]
        return sys.getsizeof(value) + sum(held(part, seen) for part in parts)
    if isinstance(value, tuple):
        return sys.getsizeof(value) + sum(held(part, seen) for part in value)
    return sys.getsizeof(value)


def test_what_claims_share_is_held_once(ferry_built: Case) -> None:
    read = [Claim.model_validate_json(c.model_dump_json()) for c in ferry_built.claims]
    plain, seen = 0, set[int]()
    for claim in read:
        plain += held(claim, seen)
    shared, known, less = Shared(), set[int](), 0
    for claim in [shared.claim(claim) for claim in read]:
        less += held(claim, known)
    assert less < 0.85 * plain
