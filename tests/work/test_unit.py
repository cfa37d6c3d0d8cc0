"""Whatever goes wrong in one document is its Gap; the result is the same in any process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from variorum.case import DocumentResult
from variorum.errors import DocumentFailed, ModelMissing, UnreadableDocument
from variorum.extract import Tagged
from variorum.language import parsing
from variorum.model import Document
from variorum.settings import Settings
from variorum.work.unit import Job, claims_of, read_claims, read_file

TOLD = "Ten people left the town, the mayor said."
STRICT = Settings(strict=True)


class OwnError(Exception):
    """A class that nobody here knows, and that cannot even be printed."""

    def __str__(self) -> str:
        raise ValueError("no words")


FAULTS = [
    ValueError("x"),
    KeyError("x"),
    RecursionError(),
    MemoryError(),
    AssertionError(),
    StopIteration(),
    ModelMissing("x"),
    UnicodeEncodeError("utf-8", "\ud800", 0, 1, "x"),
    OwnError(),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_any_exception_becomes_the_gap_of_its_document(fault: Exception) -> None:
    def raising() -> Tagged | None:
        raise fault

    document = Document.from_text(TOLD, path="a.txt")
    result = read_claims(document, None, Settings(), raising)
    (gap,) = result.gaps
    assert (result.claims, gap.what, gap.document) == ((), "a.txt", document.id)
    assert f"{type(fault).__name__} at work/unit.py:" in gap.why
    with pytest.raises(DocumentFailed, match=r"a\.txt: Its claims could not be read") as raised:
        read_claims(document, None, STRICT, raising)
    assert raised.value.__cause__ is fault


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_is_no_fault_of_a_document(end: type[BaseException]) -> None:
    def raising() -> Tagged | None:
        raise end

    with pytest.raises(end):
        read_claims(Document.from_text(TOLD), None, Settings(), raising)


def test_a_document_that_is_broken_itself_is_a_gap_with_the_place_in_our_code() -> None:
    broken = Document.from_text(TOLD, path="b.txt").model_copy(update={"text": None})
    (gap,) = read_claims(broken, None, Settings()).gaps
    assert "TypeError at text.py:" in gap.why
    assert gap.why.endswith("Build with --strict to see the whole error.")


def test_the_result_and_the_failure_may_go_from_process_to_process() -> None:
    document = Document.from_text(TOLD, path="a.txt")
    result = read_claims(document, None, Settings())
    assert result.claims
    again: DocumentResult = pickle.loads(pickle.dumps(result))
    assert again == result == read_claims(document, None, Settings())
    failure = DocumentFailed("a.txt", "It broke.")
    assert str(pickle.loads(pickle.dumps(failure))) == "a.txt: It broke."
    assert pickle.loads(pickle.dumps(Job("k", document))).document == document


def test_the_claims_are_those_of_the_unit() -> None:
    document = Document.from_text(TOLD)
    from_unit = read_claims(document, None, Settings()).claims
    claims = claims_of(document, parsing.parse(document))
    assert tuple(sorted(claims, key=lambda claim: (claim.start, claim.id))) == from_unit


def test_a_file_that_cannot_be_read_is_a_gap_or_ends_a_strict_build(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    document, gaps = read_file(path, Settings())
    assert (document, [gap.what for gap in gaps]) == (None, [str(path)])
    with pytest.raises(UnreadableDocument, match=r"empty\.txt: "):
        read_file(path, STRICT)


def test_a_fault_of_reading_a_file_is_a_gap_with_its_class(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TOLD, encoding="utf-8")
    broken = Settings().model_copy(update={"max_text_chars": None})
    document, (gap,) = read_file(path, broken)
    assert document is None
    assert "TypeError at read/" in gap.why
    with pytest.raises(UnreadableDocument, match="TypeError at read/"):
        read_file(path, broken.model_copy(update={"strict": True}))
