"""The whole way on one page.

    1. find        paths -> files
    2. read        file -> Document, or a Gap that says why not
    3. parse       Document -> grammar, shared by the next two
    4. extract     Document -> Claims
    5. normalise   Claims -> Claims with measures and dates
    6. compare     all Claims -> Comparison
    7. keep        everything -> the case file, where one is given

Steps 2 to 5 see one document at a time; step 6 alone looks across documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from variorum import parsing, translations
from variorum.case import Case
from variorum.compare import compare, known_by
from variorum.extract import extract as extract_claims
from variorum.extract import read_ahead
from variorum.model import Claim, Document, Gap
from variorum.normalise import normalise, unplaced
from variorum.read import find, read_with_gaps
from variorum.read import read as read_document
from variorum.settings import Settings
from variorum.store import Store

__all__ = ["as_known", "build", "extract", "read"]

Progress = Callable[[str, int, int], None]


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Report nothing: the default when nobody watches."""


def read(path: str | Path, settings: Settings | None = None) -> Document:
    """Return the Document in the file at `path`.

    Raises:
        UnreadableDocument: when the file is missing, empty, encrypted, damaged or not supported.
    """
    return read_document(path, settings)


def extract(document: Document, settings: Settings | None = None) -> list[Claim]:
    """Return the claims of `document` with their measures and dates, in order of their place.

    A document in a language that is not supported gives none; `build` lists it as a Gap.

    Raises:
        ModelMissing: when no usable language model is installed.
    """
    settings = settings or Settings.from_environment()
    if document.language not in parsing.LANGUAGES:
        return []
    grammar = parsing.parse(document, settings.language_model)
    return normalise(extract_claims(document, grammar), document, grammar)


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    store: Store | None = None,
    settings: Settings | None = None,
    as_of: str | None = None,
    progress: Progress = _silent,
) -> Case:
    """Return the record of the reports at `paths` (files, folders or globs).

    With a `store`, documents that it already holds are not read for claims again, and the result is
    written to it. The same input gives the same record, byte for byte.

    Args:
        paths: the reports, or folders of them; one may be given alone.
        store: the case file to add to; None builds in memory.
        settings: None takes them from the environment.
        as_of: an EDTF date; what came after its last day is kept, but not compared.
        progress: called with the stage's name, how many are done and how many there are.

    Raises:
        UsageError: when a path does not exist or nothing is found, or `as_of` is no date.
        ModelMissing: when no usable language model is installed.
    """
    settings = settings or Settings.from_environment()
    paths = [paths] if isinstance(paths, str | Path) else paths
    known = store.load() if store else Case()
    own = store.files if store else frozenset()
    files = [file for file in find(paths) if file.resolve() not in own]
    documents, gaps = _read_all(files, known.documents, settings, progress)
    read, failed = _claims(documents, settings, progress)
    claims, gaps = [*known.claims, *read], [*gaps, *failed]
    kept = sorted([*known.documents, *documents], key=lambda d: (d.path or "", d.id))
    progress("compare", 0, 1)
    order = {document.id: place for place, document in enumerate(kept)}
    claims.sort(key=lambda claim: (order[claim.document], claim.start, claim.id))
    read_now = {gap.what for gap in gaps} | {str(document.path) for document in documents}
    gaps = [*(gap for gap in known.gaps if gap.what not in read_now), *gaps, *unplaced(claims)]
    case = Case(
        documents=tuple(kept),
        claims=tuple(claims),
        gaps=tuple(sorted(set(gaps), key=lambda gap: (gap.what, gap.why))),
        comparison=compare(kept, claims, settings, as_of),
    )
    progress("compare", 1, 1)
    if store:
        store.save(case)
    return case


def as_known(case: Case, as_of: str, settings: Settings | None = None) -> Case:
    """Return the record as it could be known on the last day of an EDTF date.

    The case itself stays as it is; the documents that came later are not in the one returned.

    Raises:
        UsageError: when `as_of` is no date.
    """
    settings = settings or Settings.from_environment()
    documents, claims, _ = known_by(case.documents, case.claims, as_of)
    comparison = compare(case.documents, case.claims, settings, as_of)
    return replace(case, documents=tuple(documents), claims=tuple(claims), comparison=comparison)


def _read_all(
    files: Sequence[Path], known: Sequence[Document], settings: Settings, progress: Progress
) -> tuple[list[Document], list[Gap]]:
    """Return the documents not yet `known`, and the gaps of all files."""
    superseded = {document.revision_of for document in known}
    current = [document for document in known if document.id not in superseded]
    # The same file may be named in several ways: from its folder, or by its whole path.
    by_file = {Path(document.path or "").resolve(): document for document in current}
    taken = {document.id for document in known}
    fresh: list[Document] = []
    gaps: list[Gap] = []
    for done, file in enumerate(files):
        progress("read", done, len(files))
        document, remarks = read_with_gaps(file, settings)
        before = by_file.get(file.resolve())
        if document is None:
            gaps += remarks
        elif before is None or before.text != document.text:
            named = _identify(document, taken, before)
            taken.add(named.id)
            fresh.append(named)
            gaps += [gap.model_copy(update={"document": named.id}) for gap in remarks]
    progress("read", len(files), len(files))
    return translations.pair(fresh), gaps


def _identify(document: Document, taken: set[str], before: Document | None) -> Document:
    """Return the document with the id it has in this case, as a revision of the one `before`.

    A second file with the very same text is a document of its own: the copy must not vanish. Nor
    does a text that a file comes back to after it had been changed.
    """
    key = document.id
    while key in taken:
        same = f"{key}\x1f{document.path}"
        key = hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()
    return document.model_copy(update={"id": key, "revision_of": before.id if before else None})


def _claims(
    documents: Sequence[Document], settings: Settings, progress: Progress
) -> tuple[list[Claim], list[Gap]]:
    """Return the claims of all documents in a supported language, and those that gave way.

    Of an original that has its translation beside it, the claims are read from the translation.
    """
    by_id = {document.id: document for document in documents}
    translated = {document.translation_of for document in documents}
    supported = [
        document
        for document in documents
        if document.language in parsing.LANGUAGES and document.id not in translated
    ]
    claims: list[Claim] = []
    gaps: list[Gap] = []

    def cut(document: Document) -> Doc | None:
        return parsing.words(document, settings.language_model)

    for done, (document, tagged) in enumerate(read_ahead(supported, cut)):
        progress("extract", done, len(supported))
        try:
            grammar = parsing.parse(document, settings.language_model)
            found = normalise(extract_claims(document, grammar, tagged), document, grammar)
            original = by_id.get(document.translation_of or "")
            if original is not None:
                found = translations.with_originals(found, document, grammar, original)
                gaps += filter(None, [translations.unaligned(document, original)])
            claims += found
        except ValueError as error:
            why = f"Its claims could not be read ({error}); the document is kept and shown."
            gaps.append(Gap(what=str(document.path), why=why, document=document.id))
    progress("extract", len(supported), len(supported))
    return claims, gaps
