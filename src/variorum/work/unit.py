"""The unit of work: one file is read, or the claims of one document.

Any exception in it is caught, whatever its class, and becomes the Gap of this file or document, so
that one report cannot cost the others. MemoryError is one of them: what the document took is free
again by then. What is no Exception, such as the interrupt from the keyboard, ends the build; the
results that were kept stay. With `settings.strict` the first failure is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from variorum import lazy, translations
from variorum.agreements import unread, with_agreements
from variorum.case import DocumentResult
from variorum.errors import DocumentFailed, UnreadableDocument
from variorum.extract import Tagged
from variorum.extract import extract as extract_claims
from variorum.extract.extractors import LEARNED
from variorum.language import parsing
from variorum.language.backends import is_read
from variorum.model import Claim, Document, Gap
from variorum.normalise import doubtful_days, in_parts, in_scene, values, with_values
from variorum.read import read_with_gaps
from variorum.settings import LLM, Settings
from variorum.statements import DocumentStatements, in_full, statements_of
from variorum.work.reading_parts import gaps_of, of_whole, parts_of

if TYPE_CHECKING:
    from variorum.extract.proposed import Proposer

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Job:
    """A document whose claims are to be read, and the key under which its result is kept."""

    key: str
    document: Document
    original: Document | None = None


def claims_of(
    document: Document,
    grammar: Doc,
    tagged: Tagged | None = None,
    extractor: str = LEARNED,
    proposer: Proposer | None = None,
) -> list[Claim]:
    """Return the claims of one document with all that its words tell.

    Args:
        document: a document in a language that is read.
        grammar: its parse.
        tagged: what the model sees in it, where it was asked already.
        extractor: what finds the claims (see `variorum.extract.extractors`).
        proposer: asks a language model for further claims, where one is to be asked.
    """
    claims = extract_claims(document, grammar, tagged, extractor)
    claims = proposer.claims(document, grammar, claims) if proposer else claims
    found = values(document, grammar)
    claims = in_scene(with_values(claims, found), document, grammar)
    return in_parts(with_agreements(claims, document, grammar, found.whens, found.places))


def claims_in(
    document: Document,
    settings: Settings,
    tagged: Tagged | None = None,
    proposer: Proposer | None = None,
) -> list[Claim]:
    """Return the claims of a document, each part of it read in its own language.

    Args:
        document: a document in a language that is read.
        settings: those that reading depends on.
        tagged: what the model sees in the whole document, where it was asked already.
        proposer: lists what a language model proposed in vain; made here where left out.
    """
    proposer = proposer or _proposer(settings)
    found: list[Claim] = []
    for part in parts_of(document):
        whole = part is document
        grammar = parsing.parse(part, settings.language_model)
        claims = claims_of(part, grammar, tagged if whole else None, settings.extractor, proposer)
        found += claims if whole else [of_whole(claim, document) for claim in claims]
    return sorted(found, key=lambda claim: (claim.start, claim.id))


def with_own_values(claim: Claim, document: Document) -> Claim:
    """Return a claim that a person added, with the values that its words state."""
    if not is_read(document.language):
        return claim
    grammar = parsing.parse(document, Settings.from_environment().language_model)
    return in_scene(with_values([claim], values(document, grammar)), document, grammar)[0]


def read_claims(
    document: Document,
    original: Document | None,
    settings: Settings,
    tagged: Callable[[], Tagged | None] = lambda: None,
) -> DocumentResult:
    """Return the claims of one document and what is missing from it.

    The same document gives the same result, in any process and beside any other document.

    Args:
        document: a document in a language that is read.
        original: the document that it translates, if it is a translation.
        settings: those that reading depends on.
        tagged: gives what the model sees in the document, where it was asked ahead.

    Raises:
        DocumentFailed: when reading fails and the settings are strict.
    """
    try:
        return _read(document, original, settings, tagged())
    except Exception as error:  # noqa: BLE001  (the unit of work: any failure becomes its Gap)
        return _failed(document, error, settings)


def _read(
    document: Document, original: Document | None, settings: Settings, tagged: Tagged | None
) -> DocumentResult:
    proposer = _proposer(settings)
    claims = in_full(claims_in(document, settings, tagged, proposer), document)
    in_vain = proposer.gaps if proposer else []
    gaps = [*gaps_of(document), *(g.model_copy(update={"document": document.id}) for g in in_vain)]
    if original is not None:
        grammar = parsing.parse(document, settings.language_model)
        claims = translations.with_originals(claims, document, grammar, original)
        gap = translations.unaligned(document, original)
        gaps += [gap] if gap else []
    claims.sort(key=lambda claim: (claim.start, claim.id))
    gaps += unread(document, claims)
    gaps += doubtful_days((when for claim in claims for when in claim.when), document)
    return DocumentResult(tuple(claims), tuple(gaps), statements_of(claims, document))


def _proposer(settings: Settings) -> Proposer | None:
    """Return what asks a language model; what that takes is loaded where one is asked alone."""
    if settings.extractor != LLM:
        return None
    made: Proposer = lazy.attribute("variorum.extract.proposed", "Proposer")(settings)
    return made


def _failed(document: Document, error: Exception, settings: Settings) -> DocumentResult:
    why = f"Its claims could not be read: {_fault(error)}."
    if settings.strict:
        raise DocumentFailed(str(document.path), why) from error
    return lost(document, why)


def lost(document: Document, why: str) -> DocumentResult:
    """Return the result of a document whose claims could not be read, and why."""
    why = f"{why} The document is kept and shown. Build with --strict to see the whole error."
    gap = Gap(what=str(document.path), why=why, document=document.id)
    return DocumentResult((), (gap,), DocumentStatements())


def read_file(path: Path, settings: Settings) -> tuple[Document | None, list[Gap]]:
    """Return the Document in a file, or None when it cannot be read, and what is missing from it.

    Raises:
        UnreadableDocument: when the file cannot be read and the settings are strict.
    """
    cause = None
    try:
        document, gaps = read_with_gaps(path, settings)
    except Exception as error:  # noqa: BLE001  (as above)
        cause = error
        why = f"It could not be read: {_fault(error)}. Save the report again, or in another format."
        document, gaps = None, [Gap(what=str(path), why=why)]
    if document is None and settings.strict:
        raise UnreadableDocument(gaps[0].what, gaps[0].why) from cause
    return document, gaps


def _fault(error: Exception) -> str:
    """Return the class of an exception and the place in our code that it came from."""
    where, trace = "", error.__traceback__
    while trace is not None:
        where = _place(trace) or where
        trace = trace.tb_next
    return f"{type(error).__name__} at {where}" if where else type(error).__name__


def _place(trace: TracebackType) -> str:
    file = Path(trace.tb_frame.f_code.co_filename)
    if not file.is_relative_to(PACKAGE):
        return ""
    return f"{file.relative_to(PACKAGE).as_posix()}:{trace.tb_lineno}"
