from __future__ import annotations

from variorum.model import Scope
from variorum.normalise.measures.ellipsis import FAR, completed
from variorum.normalise.measures.measures import measures


def pair(number, between: str):
    read = number(f"They said 300 men had died.{between} The monitor put it at 250.")
    found = measures(read.document, read.doc)
    bare = found[-1].model_copy(update={"kind": "things", "scope": Scope()})
    return completed(bare, read.thing, found[:1])


def test_a_bare_number_answers_the_number_before_it(number) -> None:
    told = pair(number, "")
    assert (told.kind, told.scope.event) == ("people.men", "killed")


def test_a_number_too_far_before_is_not_answered(number) -> None:
    told = pair(number, " They went on and on." * (FAR // 20))
    assert (told.kind, told.scope.event) == ("things", None)
    assert FAR == 240
