"""What at most marks a claim is written without looking at the rest, and gives the same record."""

from __future__ import annotations

from pathlib import Path

import pytest

import variorum
from decisions.weighed import claim_of, made_in
from variorum.decisions import decision_of
from variorum.pipeline import _compared, _only_marked, decide
from variorum.settings import Settings
from variorum.store import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store(made_in(tmp_path)) as store:
        yield store


@pytest.mark.parametrize("kind", ["accept", "note", "grade", "restrict", "redact"])
def test_a_mark_gives_the_record_that_comparing_again_gives(store: Store, kind: str):
    case = store.load()
    about = case.documents[0].id if kind == "restrict" else claim_of(case, "40 people")
    fields = {"credibility": "2"} if kind == "grade" else {}
    made = decision_of(case, kind, [about], who="Ada", why="So.", fields=fields)
    after = decide(store, [made], known=(store.revision(), case))
    assert after.comparison is case.comparison
    assert store.load() == after
    anew = _compared(after, Settings.from_environment())
    assert anew.to_json() == after.to_json()


@pytest.mark.parametrize("kind", ["reject", "correct"])
def test_what_changes_a_claim_is_compared_again_and_so_is_taking_it_back(store: Store, kind: str):
    case = store.load()
    fields = {"low": "41", "high": "41"} if kind == "correct" else {}
    about = claim_of(case, "40 people")
    first = decide(store, [decision_of(case, kind, [about], who="Ada", why="So.", fields=fields)])
    assert first.comparison is not case.comparison
    again = decision_of(first, "accept", [about], who="Bo", why="So.")
    after = decide(store, [again], known=(store.revision(), first))
    assert after.to_json() == _compared(after, Settings.from_environment()).to_json()
    assert store.load().to_json() == after.to_json()


def test_a_case_that_somebody_else_has_saved_is_loaded_again(store: Store):
    case = store.load()
    known = store.revision(), case
    one, other = (
        decision_of(case, "note", ["Courier"], who=who, why="So.") for who in ("Ada", "Bo")
    )
    decide(store, [one])
    after = decide(store, [other], known=known)
    assert [made.who for made in after.decisions] == ["Ada", "Bo"]
    assert store.load() == after


def test_a_claim_that_is_known_no_more_is_not_marked(store: Store):
    case = store.load()
    made = decision_of(case, "accept", [case.claims[0].id], who="Ada", why="So.")
    lost = made.model_copy(update={"about": ("claim-0",)})
    after = variorum.Case(case.documents, case.claims, decisions=(lost,))
    assert _only_marked(case, after) is None
