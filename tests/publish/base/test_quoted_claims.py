from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import variorum
from variorum.case import Case
from variorum.model import Proposal
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import (
    INFERRED,
    PROPOSED,
    excerpt,
    gloss,
    quotation,
    sentence_runs,
)


def test_an_inferred_speaker_is_told_as_one(tmp_path: Path) -> None:
    text = "A poll shows that 40 percent trust the mayor. Among women it is 50 percent."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    case = variorum.build(tmp_path)
    told = {claim.text: quotation(Index(case), claim).form for claim in case.claims}
    assert told["Among women it is 50 percent"].endswith(INFERRED)
    assert not told["that 40 percent trust the mayor"].endswith(INFERRED)


def test_what_a_language_model_pointed_to_is_told_as_such(case: Case) -> None:
    proposal = Proposal(model="m", prompt="0")
    claims = (case.claims[0].model_copy(update={"proposal": proposal}), *case.claims[1:])
    told = [quotation(Index(replace(case, claims=claims)), claim) for claim in claims[:2]]
    assert [one.form.endswith(PROPOSED) for one in told] == [True, False]
    assert [one.proposed for one in told] == [True, False]


def test_a_claim_in_another_language_says_what_was_read_of_it(tmp_path: Path) -> None:
    text = "Am 3. Mai 2019 starben 12 Soldaten, sagte ein Sprecher der Armee.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    case = variorum.build(tmp_path)
    (claim,) = (claim for claim in case.claims if claim.measures)
    told = gloss(claim, "de", [claim.measures[0].span])
    assert told.startswith("12 ")
    assert gloss(claim, "en") == ""


def test_an_excerpt_keeps_the_marked_words_and_says_where_it_is_cut(disputed: Case) -> None:
    index = Index(disputed)
    for claim in index.whole_claims:
        said = quotation(index, claim)
        runs = excerpt(said.runs, 40)
        assert [run for run in runs if run.marked] == [r for r in said.runs if r.marked][:1]
        whole = "".join(run.text for run in said.runs)
        assert "".join(run.text for run in runs).strip("…") in whole
        if len(whole) <= 40:
            assert "".join(run.text for run in runs) == whole


def test_a_few_words_are_shown_in_their_sentence(tmp_path: Path) -> None:
    text = "It was calm. The army denied an attack on the U.S. base, and left. Then it rained."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    case = variorum.build(tmp_path)
    claim = next(claim for claim in case.claims if "attack" in claim.text)
    runs = sentence_runs(Index(case), claim, claim.content[:1])
    assert "".join(run.text for run in runs).endswith("U.S. base, and left.")
    assert "".join(run.text for run in runs).startswith("The army denied")
    assert [run.text for run in runs if run.marked] == [claim.content[0].exact]
