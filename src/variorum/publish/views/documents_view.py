"""The documents as the report prints them: metadata, text with claims, and the notes beneath."""

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from urllib.parse import urlsplit

from variorum.model import Document
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.passages import document_tokens
from variorum.publish.base.quoted_claims import quotation
from variorum.publish.base.vocabulary import language_name
from variorum.text import paragraphs
from variorum.wording import count


def safe_url(url: str | None) -> str:
    """Return `url` when it is an http or https address with a host, else an empty string."""
    if not url or any(character.isspace() or ord(character) < 32 for character in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _facts(document: Document) -> tuple[tuple[str, str], ...]:
    sections = "; ".join(
        f"{section.label} ({date_words(section.published)})" for section in document.sections
    )
    facts = (
        ("Published", date_words(document.published) if not document.data_set else ""),
        ("By", document.author if document.author != document.name else ""),
        ("Language", language_name(document.language)),
        ("Parts", sections),
        ("Reprints", document.copy_of),
        ("File", document.file_name),
    )
    return tuple((name, value) for name, value in facts if value)


def _original(index: Index, document: Document, parted: int) -> SimpleNamespace | None:
    """Return what a document of so many paragraphs translates, if it is among the reports.

    It has its paragraphs where they are those of the translation.
    """
    known = index.case.document_by_id.get(document.translation_of or "")
    if known is None:
        return None
    texts = tuple(known.text[start:end].strip() for start, end in paragraphs(known.text))
    return SimpleNamespace(
        number=index.document_number[known.id],
        name=known.name,
        language=known.language or "",
        direction=index.direction(known),
        paragraphs=texts if len(texts) == parted else (),
    )


def _told(document: Document, claims: int) -> str:
    """Return when a document appeared, its language, and how many claims it makes."""
    when = date_words(document.published) if not document.data_set else "event data"
    return f"{when}; {language_name(document.language)}; {count(claims, 'claim')}"


def _view(
    index: Index, document: Document, unread: Mapping[str, str], text: bool
) -> SimpleNamespace:
    claims = index.claims_of.get(document.id, [])
    numbers = [index.claim_number[claim.id] for claim in claims]
    tokens = document_tokens(document, claims, numbers) if text else ()
    return SimpleNamespace(
        number=index.document_number[document.id],
        name=document.name,
        title=document.title or "",
        facts=_facts(document),
        url=document.url or "",
        link=safe_url(document.url),
        language=document.language or "",
        direction=index.direction(document),
        badge=index.document_badge(document),
        paragraphs=tokens,
        original=_original(index, document, len(tokens)),
        notes=tuple(quotation(index, claim) for claim in claims if text),
        unread=unread.get(document.id, ""),
        told=_told(document, len(claims)),
    )


def document_views(
    index: Index, documents: Iterable[Document] | None = None, *, text: bool = True
) -> tuple[SimpleNamespace, ...]:
    """Return documents, or all in their order, with their text, its claims marked and noted.

    `told` is when one appeared, its language and how much it claims; `link` is set only for
    addresses that are safe to follow.
    """
    gaps = (*index.case.gaps, *index.case.comparison.gaps)
    unread = {
        gap.document: gap.why
        for gap in gaps
        if gap.document and gap.document not in index.claims_of
    }
    chosen = index.case.documents if documents is None else documents
    return tuple(_view(index, document, unread, text) for document in chosen)
