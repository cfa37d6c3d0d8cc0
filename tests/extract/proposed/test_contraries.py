"""A language model suggests which claims may contradict; what it says is anchored, or left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import variorum
from extract.proposed.chat_server import answering, claims_of, serving
from extract.proposed.test_proposer import asking
from variorum.case import Case
from variorum.decisions import decision_of
from variorum.extract.proposed.contraries import SCHEMA, contraries
from variorum.model import Decision, DecisionKind
from variorum.pipeline import decide
from variorum.store import Store

REPORTS = {
    "a.txt": "The ferry sank off Ardel on 4 May 2031. The captain said the doors had been shut.",
    "b.txt": "The ferry sank off Ardel on 4 May 2031. A sailor said water came in by the doors.",
}
SHUT, IN = "the doors had been shut", "water came in by the doors"


def suggested(tmp_path: Path, pair: Callable[[list[Any]], Any], **more: Any) -> tuple[Case, Any]:
    """Return the case of two reports where the model answers so of the claims that it is shown."""

    def answer(body: dict[str, Any]) -> bytes:
        asked = json.loads(body["messages"][1]["content"])
        return answering(json.dumps(pair(asked["claims"]))) if "claims" in asked else claims_of()

    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / name for name in REPORTS]
    with serving(answer) as server:
        chosen = asking(server.endpoint, tmp_path / "kept", llm_join="union")
        return variorum.build(paths, settings=chosen, **more), server


def both(claims: list[Any], words: str = SHUT, against: str = IN) -> Any:
    at = {key: one["number"] for one in claims for key in (SHUT, IN) if key in one["words"]}
    return {"pairs": [{"one": at[SHUT], "other": at[IN], "words": words, "against": against}]}


def test_a_pair_whose_words_stand_in_both_claims_is_suggested(tmp_path: Path) -> None:
    case, server = suggested(tmp_path, both)
    (found,) = case.suggestions
    texts = [case.claim_by_id[one].text for one in found.claims]
    assert [SHUT in texts[0], IN in texts[1]] == [True, True]
    assert found.why == f"“{SHUT}” and “{IN}” may not both be true, says the language model m."
    assert found.proposal
    assert (found.proposal.model, found.proposal.answered_as, found.score) == ("m", "fake-1", 0)
    asked = server.asked[-1]["response_format"]["json_schema"]["schema"]
    assert asked == SCHEMA
    assert case.contradictions == ()


HOSTILE = [
    lambda claims: both(claims, words="the doors had been open"),
    lambda claims: both(claims, against="9,000 people died"),
    lambda claims: both(claims, words="doo"),
    lambda claims: both(claims, words=""),
    lambda claims: {"pairs": [{**both(claims)["pairs"][0], "one": 999}]},
    lambda claims: {"pairs": [{**both(claims)["pairs"][0], "one": -1}]},
    lambda claims: {"pairs": [{**both(claims)["pairs"][0], "words": 7}]},
    lambda claims: {
        "pairs": [{**both(claims)["pairs"][0], "other": both(claims)["pairs"][0]["one"]}]
    },
    lambda _: {"pairs": [{"one": "0"}]},
    lambda _: {"pairs": None},
    lambda _: [],
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_what_is_not_there_is_never_suggested(tmp_path: Path, number: int) -> None:
    case, _ = suggested(tmp_path, HOSTILE[number])
    assert case.suggestions == ()


def test_an_answer_of_another_shape_is_a_gap_of_its_happening(tmp_path: Path) -> None:
    case, _ = suggested(tmp_path, lambda _: [])
    told = [gap.why for gap in case.comparison.gaps if "what may contradict here" in gap.why]
    assert told
    assert "does not have the shape" in told[0]


def test_so_many_pairs_are_taken_of_an_answer(tmp_path: Path) -> None:
    wrong = {"one": 0, "other": 1, "words": "x", "against": "y"}
    case, _ = suggested(tmp_path, lambda c: {"pairs": [wrong] * 11 + both(c)["pairs"]})
    assert len(case.suggestions) == 1
    case, _ = suggested(tmp_path, lambda c: {"pairs": [wrong] * 12 + both(c)["pairs"]})
    assert case.suggestions == ()


def test_a_part_of_one_report_is_not_asked_about(tmp_path: Path) -> None:
    case, server = suggested(tmp_path, both)
    asked = len(server.asked)
    alone = [claim for claim in case.claims if claim.document == case.documents[0].id]
    with serving(lambda _: 500) as other:
        settings = asking(other.endpoint, tmp_path / "none")
        assert contraries(alone, case.happenings, (), settings) == ([], [])
    assert (asked, other.asked) == (3, [])


def test_many_claims_are_asked_about_in_parts(tmp_path: Path) -> None:
    case, _ = suggested(tmp_path, both)
    pair = [claim for words in (SHUT, IN) for claim in case.claims if words in claim.text][:2]
    size = sum(len(claim.text) for claim in pair)
    for copies, parts in ((3_000 // size, 1), (3_000 // size + 1, 2)):
        claims = [c.model_copy(update={"id": f"{c.id}{n}"}) for n in range(copies) for c in pair]
        happening = case.happenings[0].model_copy(update={"claims": tuple(c.id for c in claims)})
        with serving(lambda _: answering('{"pairs": []}')) as server:
            settings = asking(server.endpoint, tmp_path / f"parts-{copies}")
            assert contraries(claims, [happening], (), settings) == ([], [])
        assert len(server.asked) == parts


def test_it_stays_while_people_decide_until_they_dismiss_it(tmp_path: Path) -> None:
    place = tmp_path / "case.db"
    with Store(place) as store:
        case, _ = suggested(tmp_path, both, store=store)
        (found,) = case.suggestions
        other = next(one.id for one in case.claims if one.id not in found.claims)
        after = decide(store, [made(case, DecisionKind.REJECT, (other,))])
        assert after.suggestions == (found,)
        last = decide(store, [made(after, DecisionKind.DISMISS, found.claims)])
        assert last.suggestions == ()


def made(case: Case, kind: DecisionKind, about: tuple[str, ...]) -> Decision:
    return decision_of(case, kind, about, who="Ada", why="Read again.", when="2031-06-01")
