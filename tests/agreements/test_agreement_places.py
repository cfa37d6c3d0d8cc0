"""Where an agreement was reached."""

import pytest

from variorum import Document, extract


def places(text: str) -> list[str | None]:
    document = Document.from_text(text, published="2031-04-02", publisher="The Courier")
    return [pact.place for claim in extract(document) for pact in claim.pacts]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "The Upland Army and the River Front signed a ceasefire in Geneva on 31 March. "
            "The army must not shell the towns.",
            "Geneva",
        ),
        (
            "Under a deal made in Lisbon on 20 March, the rebels must free nine pilots. "
            "The army must lift its roadblocks.",
            "Lisbon",
        ),
        (
            "The Upland Army and the River Front agreed on a ceasefire. "
            "The army must not shell the hospital in Geneva.",
            None,
        ),
    ],
)
def test_the_place_stands_with_the_verb_that_tells_how_it_was_made(
    text: str, place: str | None
) -> None:
    assert places(text) == [place]
