"""What the main clause of some content does."""

import pytest

from sentences import reading
from variorum.extract.attribution import clauses


def judged(text):
    content = [(0, len(text))]
    main = clauses.main_verb(reading(text), content)
    assert main is not None
    return {
        "foretells": clauses.foretells(main, told=False),
        "hangs": clauses.hangs_on_condition(main, content),
        "commands": clauses.commands(reading(text), main, content),
        "asks": clauses.asks(text, content),
    }


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The army will leave.", "foretells"),
        ("The army left.", None),
        ("The dam would flood if it broke.", "hangs"),
        ("Leave the building now.", "commands"),
        ("Who left?", "asks"),
    ],
)
def test_a_clause_does_one_thing(text, does):
    found = judged(text)
    assert [name for name, yes in found.items() if yes] == ([does] if does else [])
