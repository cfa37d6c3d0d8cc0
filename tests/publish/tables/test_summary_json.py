"""The screen as JSON: what programs read is what people see."""

from __future__ import annotations

import json

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.tables.summary_json import opened_plain, summary_plain
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.summary_view import summary


def test_the_screen_is_plain_values(ferry_built: Case) -> None:
    view = summary(Index(ferry_built))
    plain = summary_plain(view)
    assert json.loads(json.dumps(plain)) == plain
    assert plain["counts"] == {f"{noun}s": many for many, noun in view.counts}
    assert [row["label"] for row in plain["disputes"]] == [c.label for c in view.conflicts]


def test_an_opened_dispute_has_every_quotation_and_proof(ferry_built: Case) -> None:
    index = Index(ferry_built)
    for conflict in conflicts(index):
        plain = opened_plain(index, conflict)
        assert json.loads(json.dumps(plain)) == plain
        for row, answer in zip(plain["answers"], conflict.answers, strict=True):
            assert [said["claim"] for said in row["quotations"]] == list(answer.claims)
            texts = [ferry_built.claim_by_id[claim].content[0].exact for claim in answer.claims]
            quoted = [said["text"] for said in row["quotations"]]
            assert all(text in words for text, words in zip(texts, quoted, strict=True))
        assert [proof["because"] for proof in plain["proofs"]] == [
            proof.because for proof in conflict.proofs
        ]
