"""What does a document claim, on whose word?

In: a document and its Doc. Out: its claims without measures, dates and places. The one way in is
`extract`; `extractors.EXTRACTORS` is the table of what may find them. The package itself can be
called: `variorum.extract(document)` runs the pipeline's steps on one document.
"""

from spacy.tokens import Doc

from variorum import lazy
from variorum.extract.extractors import LEARNED, extractor_of
from variorum.extract.model.encoder import has_model, load_encoder
from variorum.extract.model.prefetch import read_ahead
from variorum.extract.model.tagger import Tagged
from variorum.extract.relay.passed_mails import by_their_writers
from variorum.model import Claim, Document

__all__ = ["Tagged", "extract", "has_model", "load_encoder", "read_ahead"]

lazy.make_callable(__name__)


def extract(
    document: Document, doc: Doc, tagged: Tagged | None = None, extractor: str = LEARNED
) -> list[Claim]:
    """Return the claims of `document`, sorted by place, without measures, times and places.

    Args:
        document: the report.
        doc: its Doc as `variorum.language.parsing` gives it; token offsets are the document's own.
        tagged: what the model sees in it, where `read_ahead` has asked it already.
        extractor: a name in the table of extractors, or `package.module:function`.

    Raises:
        ModelMissing: when the files of the model are damaged.
        UsageError: when there is no such extractor.
    """
    found = extractor_of(extractor, document.language)
    claims = found(document, doc, tagged) if found else []
    return [*by_their_writers(document, claims)]
