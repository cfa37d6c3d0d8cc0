from __future__ import annotations

import pytest

from variorum.normalise.measures.measures import measures
from variorum.normalise.measures.subsets import as_part, narrower


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Seven of the dead were children.", "people", "people.children"),
        ("They killed 23 people, all of them civilians.", "people", "people.civilians"),
        ("They killed 23 people, all of them angry.", "people", "people"),
    ],
)
def test_the_sentence_narrows_the_kind(number, text: str, kind: str, found: str) -> None:
    assert narrower(number(text).thing, kind) == found


def test_a_part_that_is_named_shares_what_befell_the_whole(number) -> None:
    read = number("The strike killed 47 people, among them 13 children.")
    whole, part = measures(read.document, read.doc)
    alone = part.model_copy(update={"scope": part.scope.model_copy(update={"event": None})})
    assert as_part(read.doc, alone, read.thing, [whole]).scope.event == "killed"


def test_of_whom_counts_the_kind_of_the_whole_and_not_its_event_again(number) -> None:
    read = number("They freed 600 prisoners, 300 of whom left.")
    whole, part = measures(read.document, read.doc)
    again = part.model_copy(update={"scope": whole.scope})
    told = as_part(read.doc, again, read.thing, [whole])
    assert (told.kind, told.scope.event) == (whole.kind, None)
