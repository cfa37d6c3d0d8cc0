"""Reading ahead: the model reads the next documents while the ones before are parsed.

The encoder and the parser each keep one processor busy and let go of the interpreter meanwhile, so
that on two processors the two together take little longer than the slower one.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from spacy.tokens import Doc

from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import has_model, load_encoder
from variorum.extract.model.tagger import Tagged, tag
from variorum.model import Document

LOOK_AHEAD = 3
Seen = tuple[Document, Callable[[], Tagged | None]]


def read_ahead(
    documents: Iterable[Document], cut: Callable[[Document], Doc | None]
) -> Iterator[Seen]:
    """Yield each document with a call for what the model sees in it; it reads the next meanwhile.

    Each document is read by itself, so that the ones beside it change nothing. What goes wrong
    there is raised by the call.

    `cut` gives the words of a document, unparsed, or None where the model does not read it.
    """
    if not has_model():
        yield from ((document, lambda: None) for document in documents)
        return

    def look(document: Document) -> Tagged | None:
        words = cut(document)
        return None if words is None else tag(Reading(document, words), load_encoder())

    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting: list[Seen] = []
        for document in documents:
            waiting.append((document, pool.submit(look, document).result))
            if len(waiting) > LOOK_AHEAD:
                yield waiting.pop(0)
        yield from waiting
