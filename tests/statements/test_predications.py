"""What any verb of a claim says was done, but for what was said at first and what is counted."""

from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements.predications import read_predications


def predications(text):
    document = Document.from_text(text, publisher="Outlet", published="2021-05-04", language="en")
    found = read_predications(extract(document), document)
    return {one.proposition.predicate for one in found}


def test_a_verb_with_who_does_it():
    assert predications("The clerk said that Ada Lund repainted the bridge.") == {"repaint"}


def test_what_was_said_at_first_is_left_out():
    text = "The army initially said that Ada Lund repainted the bridge."
    assert predications(text) == set()
    far = "The army initially said little" + " about what had been seen" * 5 + ". "
    assert predications(far + "A clerk said that Ada Lund repainted it.") == {"repaint"}


def test_what_is_counted_is_compared_as_a_number():
    assert predications("The clerk said that 12 workers repainted the bridge.") == set()
    far = "The clerk said that in 12 towns by the river Ada Lund repainted the bridge."
    assert predications(far) == {"repaint"}
