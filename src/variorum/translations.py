"""Translations that a user lays beside an original: `report.txt` and `report.en.txt`.

Claims are then read from the English, and carry the words of the original too: those of the
sentence in the same place, where both have as many paragraphs and sentences, else of the paragraph.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.tokens import Doc

from variorum import language
from variorum.model import Claim, Document, Gap, Span
from variorum.text import paragraphs, span, trim

MARK = ".en"
TAKEN = ("title", "publisher", "author", "url", "published")
Range = tuple[int, int]


def pair(documents: Sequence[Document]) -> list[Document]:
    """Return the documents, the translations knowing their originals and taking their metadata.

    Of two files in one folder whose names differ only by ".en" before the suffix, that is the
    translation, whatever the suffixes are.
    """
    by_stem = {_stem(document): document for document in documents if document.path}
    return [
        _taking_from(by_stem.get(_stem(document).removesuffix(MARK)), document)
        if _stem(document).endswith(MARK)
        else document
        for document in documents
    ]


def _taking_from(original: Document | None, document: Document) -> Document:
    """Return a translation with the metadata that it leaves to its original."""
    if original is None or document.language != "en" or original.language == "en":
        return document
    known = {f: getattr(document, f) or getattr(original, f) for f in TAKEN}
    return document.model_copy(update={**known, "translation_of": original.id})


def _stem(document: Document) -> str:
    return str(Path(document.path or "").with_suffix(""))


def unaligned(document: Document, original: Document) -> Gap | None:
    """Return the gap of a translation whose paragraphs are not those of its original."""
    counts = len(_paragraphs(document.text)), len(_paragraphs(original.text))
    if counts[0] == counts[1]:
        return None
    why = (
        f"It has {counts[0]} paragraphs and its original {counts[1]}, so its claims are without"
        " the original's words; part the text as the original is parted."
    )
    return Gap(what=str(document.path), why=why, document=document.id)


def with_originals(
    claims: Iterable[Claim], document: Document, doc: Doc, original: Document
) -> list[Claim]:
    """Return the claims of a translation with the places in the original that they stand for.

    Args:
        claims: what was read from the translation.
        document: the translation.
        doc: its parse.
        original: what it translates.
    """
    told, meant = _paragraphs(document.text), _paragraphs(original.text)
    if len(told) != len(meant):
        return list(claims)
    sentences = [(s.start_char, s.end_char) for s in doc.sents if s.text.strip()]
    places = [
        pair_
        for here, there in zip(told, meant, strict=True)
        for pair_ in _sentence_pairs(sentences, original, here, there)
    ]
    return [
        claim.model_copy(update={"original": _meant(claim, places, original)}) for claim in claims
    ]


def _paragraphs(text: str) -> list[Range]:
    places = (trim(text, *place) for place in paragraphs(text))
    return [(start, end) for start, end in places if start < end]


def _sentence_pairs(
    sentences: Sequence[Range], original: Document, here: Range, there: Range
) -> list[tuple[Range, Range]]:
    """Return each sentence of a paragraph with its original, or the paragraphs as a whole."""
    if original.language not in language.LANGUAGES:
        return [(here, there)]
    told = [sentence for sentence in sentences if here[0] <= sentence[0] < here[1]]
    text = language.cut(original.text, original.language or "")
    meant = [
        (text.words[first].start, text.words[end - 1].end)
        for first, end in text.sentences
        if there[0] <= text.words[first].start < there[1]
    ]
    return list(zip(told, meant, strict=True)) if len(told) == len(meant) else [(here, there)]


def _meant(
    claim: Claim, places: Sequence[tuple[Range, Range]], original: Document
) -> tuple[Span, ...]:
    """Return the places in the original for the content of a claim, each once, in order."""
    found = dict.fromkeys(
        there
        for part in claim.content
        for here, there in places
        if here[0] < part.end and part.start < here[1]
    )
    return tuple(span(original, *place) for place in found)
