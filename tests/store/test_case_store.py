"""A store in memory keeps what it is given, as the one in a file does."""

from variorum.case import Case, Comparison
from variorum.model import Document
from variorum.settings import Settings
from variorum.store.case_store import MemoryStore
from variorum.work.unit import read_claims

DOCUMENT = Document.from_text("The mayor said that three men had left.", publisher="The Paper")


def test_a_store_in_memory_keeps_what_it_is_given():
    store = MemoryStore()
    result = read_claims(DOCUMENT, None, Settings())
    store.keep("key", DOCUMENT.id, result)
    assert list(store.claims_of(["key"])) == list(result.claims)
    store.save(Case((DOCUMENT,), result.claims, (), Comparison()))
    assert store.load().documents == (DOCUMENT,)
