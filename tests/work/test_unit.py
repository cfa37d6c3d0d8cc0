"""One document is one unit of work: a fault in it is its own gap, and its key follows its words."""

import pytest

from variorum.case import Case, Comparison
from variorum.errors import DocumentFailed
from variorum.language.parsing import parse
from variorum.model import Document
from variorum.settings import Settings
from variorum.store.case_store import MemoryStore
from variorum.work.spread import processes
from variorum.work.unit import Job, claims_of, lost, read_claims
from variorum.work.versions import key_of

DOCUMENT = Document.from_text("The mayor said that three men had left.", publisher="The Paper")


def fault():
    raise ZeroDivisionError("planted")


def test_a_fault_in_a_document_is_its_gap_or_is_raised():
    result = read_claims(DOCUMENT, None, Settings(), fault)
    assert result.claims == ()
    (gap,) = result.gaps
    assert gap.document == DOCUMENT.id
    assert "ZeroDivisionError" in gap.why
    with pytest.raises((DocumentFailed, ZeroDivisionError)):
        read_claims(DOCUMENT, None, Settings(strict=True), fault)


def test_the_same_document_gives_the_same_result():
    assert read_claims(DOCUMENT, None, Settings()) == read_claims(DOCUMENT, None, Settings())
    assert claims_of(DOCUMENT, parse(DOCUMENT))
    assert lost(DOCUMENT, "the process ended").gaps[0].document == DOCUMENT.id


def test_a_key_changes_with_the_words_and_not_with_the_number_of_processes():
    other = Document.from_text("The mayor said that four men had left.", publisher="The Paper")
    keys = {key_of(each, None, Settings()) for each in (DOCUMENT, other)}
    assert len(keys) == 2
    assert key_of(DOCUMENT, None, Settings(workers=3)) in keys
    assert key_of(DOCUMENT, other, Settings()) not in keys


def test_a_few_words_are_read_in_one_process_and_a_wish_is_kept():
    job = Job("key", DOCUMENT)
    assert processes([job], 0) == 1
    assert processes([job] * 5, 3) == 3


def test_a_store_in_memory_keeps_what_it_is_given():
    store = MemoryStore()
    result = read_claims(DOCUMENT, None, Settings())
    store.keep("key", DOCUMENT.id, result)
    assert list(store.claims_of(["key"])) == list(result.claims)
    case = Case((DOCUMENT,), result.claims, (), Comparison())
    store.save(case)
    assert store.load().documents == (DOCUMENT,)
