"""A report that repeats another's words is a copy of it."""

from variorum.compare.provenance.copies import copies
from variorum.model import Document, Section

TOLD = "twelve sailors drowned off the port in the storm on"


def test_ten_words_in_a_row_but_for_the_last_are_a_copy():
    one, other = (
        Document.from_text(f"{TOLD} {day}", publisher=day) for day in ("Monday", "Friday")
    )
    (found,) = copies([one, other], 0.8)
    assert {found.copy, found.original} == {one.id, other.id}


def test_other_words_are_none():
    one = Document.from_text(TOLD)
    assert copies([one, Document.from_text("the road was open and the bridge was shut")], 0.8) == []


def test_a_mail_that_quotes_another_is_no_copy_of_it():
    own = "I was there, and the road was open all day, as was the bridge. "
    quoted = Section(label="Quoted", start=len(own), end=len(own + TOLD), author="Bo Ek")
    mail = Document.from_text(own + TOLD, author="Ann Lee", sections=(quoted,))
    assert mail.own_text == own
    assert copies([mail, Document.from_text(TOLD, author="Bo Ek")], 0.8) == []
    whole = mail.model_copy(update={"sections": ()})
    assert whole.own_text == whole.text
    assert len(copies([whole, Document.from_text(TOLD, author="Bo Ek")], 0.8)) == 1
