"""Speakers shown by the layout: a label needs a second turn to be one."""

import pytest

from sentences import reading
from variorum.extract.attribution.blocks import add_blocks
from variorum.extract.attribution.rule_attributions import by_rules
from variorum.extract.attribution.transcripts import laid_out, with_layout

TURNS = "ADA LUND: It rained.\n\nBO KRAG: It did not."


def spoken(text):
    return [(a.source.text, text[slice(*a.content[0])].strip()) for a in laid_out(reading(text))]


def test_labels_of_turns_are_speakers():
    assert spoken(TURNS) == [("LUND", "It rained."), ("KRAG", "It did not.")]


def test_one_label_is_a_heading():
    assert spoken("ADA LUND: It rained.\n\nIt was cold.") == []


@pytest.mark.parametrize(("words", "is_label"), [(6, True), (7, False)])
def test_a_label_has_six_words_at_most(words, is_label):
    label = " ".join(["ADA", "LUND", "OF", "THE", "RED", "GUILD", "HERE"][:words])
    text = f"{label}: It rained.\n\nBO KRAG: It did not."
    assert len(laid_out(reading(text))) == (2 if is_label else 0)


def test_what_the_layout_shows_takes_the_place_of_the_same():
    shown = laid_out(reading(TURNS))
    assert shown
    assert with_layout([], shown) == shown


def test_a_colon_without_a_block_adds_nothing():
    text = "The mayor said this: it rained."
    found = by_rules(reading(text), reading(text).doc)
    before = list(found)
    add_blocks(reading(text), found)
    assert found == before


def test_a_colon_before_a_paragraph_opens_a_block():
    text = "The mayor said this:\n\nIt rained for three days in the valley.\n\nThe army left."
    found = by_rules(reading(text), reading(text).doc)
    add_blocks(reading(text), found)
    blocks = [a for a in found if a.block]
    assert all("It rained" in text[slice(*block.content[0])] for block in blocks)


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Blast kills ten in the harbour: monitor", "monitor"),
        ("Blast kills ten in the harbour - police", "police"),
        ("Ten dead after the blast: UN", "UN"),
        ("Blast kills ten in the harbour Monitor", "Monitor"),
        ("Blast kills ten in the harbour monitor AFP Friday", "monitor"),
        ("Blast kills ten: " + "many " * 20 + "police", None),
        ("Blast hits harbour: police", None),
        ("Gunman kills five police", None),
        ("Harbour war: Northport", None),
        ("Blast kills ten, says monitor", None),
        ("Blast kills ten in the harbour - police.", None),
        ("Blast kills ten and " + "more " * 26 + "- police", None),
    ],
)
def test_a_headline_ends_with_whom_it_has_it_from(headline, source):
    told = [a.source.text for a in laid_out(reading(f"{headline}\n\nIt was cold there."))]
    assert told == ([source] if source else [])
