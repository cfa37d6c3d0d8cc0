"""Block quotations: an introduction that ends in a colon, and the paragraphs that belong to it."""

from sentences import reading
from variorum.extract.attribution.blocks import add_blocks

INTRODUCTION = "The guild said in a statement:"


def test_a_block_ends_after_twelve_paragraphs():
    items = [f"- We shut gate number {n}." for n in range(20)]
    laid, found = reading("\n\n".join([INTRODUCTION, *items])), []
    add_blocks(laid, found)
    (one,) = found
    held = laid.document.text[one.content[0][0] : one.content[-1][1]]
    assert "number 11." in held
    assert "number 12." not in held


def test_a_quotation_under_an_introduction_is_its_content():
    laid, found = reading("Harbour Times reported:\n\n“The mayor left after a long quarrel.”"), []
    add_blocks(laid, found)
    (one,) = found
    assert laid.document.text[one.content[0][0] : one.content[-1][1]].startswith("“The mayor")
    assert one.quotes == [0]
    add_blocks(laid, found)
    assert len(found) == 1
