"""A report that repeats another's words is a copy of it."""

import numpy as np

from variorum.compare.provenance.copies import _candidates, _hash, copies
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


def test_the_hashes_of_a_text_are_those_that_other_programs_make_of_it():
    # As the library datasketch 2 (seed 1, affine32) gives them.
    values = np.frombuffer(_hash(Document.from_text(TOLD)), np.uint32)
    assert len(values) == 128
    assert list(values[[0, 55, 127]]) == [274101156, 246984574, 2211002221]


def test_texts_that_share_two_hashes_at_one_of_the_places_may_be_copies():
    one, other = np.zeros((2, 128), np.uint32)
    one[:], other[:] = np.arange(128), 1000
    assert not _candidates({"a": one, "b": other})
    other[54] = one[54]
    assert not _candidates({"a": one, "b": other})
    other[55] = one[55]
    assert _candidates({"a": one, "b": other}) == {("a", "b")}
    other[:] = 1000
    other[56:] = one[56:]
    assert not _candidates({"a": one, "b": other})
