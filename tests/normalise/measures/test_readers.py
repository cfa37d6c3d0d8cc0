from __future__ import annotations

from variorum.language import parsing
from variorum.model import Document
from variorum.normalise.measures.measures import measures
from variorum.normalise.measures.measures_by_lexicon import FAR, measures_by_lexicon
from variorum.normalise.measures.measures_by_parse import measures_by_parse


def test_each_language_is_read_by_its_own_reader() -> None:
    english = Document.from_text("They killed 30 men.", language="en")
    german = Document.from_text("Sie töteten 30 Männer.", language="de")
    doc = parsing.parse(english)
    assert measures(english) == measures_by_parse(english, doc, (), ())
    assert measures(german) == measures_by_lexicon(german, parsing.parse(german), (), ())
    assert [m.scope.event for m in (*measures(english), *measures(german))] == ["killed"] * 2


def test_a_bare_number_takes_up_the_count_before_it_unless_it_is_too_far() -> None:
    for filler, events in (("", 2), ("Das Wetter war gut. " * (FAR // 19 + 1), 1)):
        text = f"Es starben 30 Menschen. {filler}Es waren 25."
        found = measures(Document.from_text(text, language="de"))
        assert len([m for m in found if m.scope.event == "killed"]) == events
