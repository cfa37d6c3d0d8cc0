"""Reading ahead: the model reads the next documents while the ones before are parsed.

The encoder and the parser each keep one processor busy and let go of the interpreter meanwhile, so
that on two processors the two together take little longer than the slower one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from spacy.tokens import Doc

from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import has_model, load_encoder
from variorum.extract.model.tagger import Tagged, tag
from variorum.model import Document

__all__ = ["read_ahead"]

LOOK_AHEAD = 3


def read_ahead(
    documents: Iterable[Document], cut: Callable[[Document], Doc | None]
) -> Iterator[tuple[Document, Tagged | None]]:
    """Yield each document with what the model sees in it; meanwhile it reads the next ones.

    Args:
        documents: the reports, in order.
        cut: gives the words of a document, unparsed, or None where the model does not read it.
    """
    if not has_model():
        yield from ((document, None) for document in documents)
        return
    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting: list[tuple[Document, Future[Tagged] | None]] = []
        for document in documents:
            waiting.append((document, _begun(pool, document, cut(document))))
            if len(waiting) > LOOK_AHEAD:
                yield _finished(*waiting.pop(0))
        while waiting:
            yield _finished(*waiting.pop(0))


def _begun(
    pool: ThreadPoolExecutor, document: Document, words: Doc | None
) -> Future[Tagged] | None:
    if words is None:
        return None
    return pool.submit(tag, Reading(document, words), load_encoder())


def _finished(document: Document, future: Future[Tagged] | None) -> tuple[Document, Tagged | None]:
    return document, None if future is None else future.result()
