"""The grammar of a text: one spaCy Doc per document, which all stages share.

Which pipeline parses a language, if any, stands in `variorum.language.backends`.
"""

from spacy.tokens import Doc

from variorum.language.backends import backend_of
from variorum.model import Document


def parse(document: Document, model: str | None = None) -> Doc:
    """Return the Doc of one document; `doc.text == document.text`.

    Args:
        document: the document.
        model: the name of the English pipeline to use; None takes the best one installed.

    Raises:
        ModelMissing: when the language needs a pipeline and none is installed.
    """
    return backend_of(document.language).parse(document, model)


def words(document: Document, model: str | None = None) -> Doc | None:
    """Return the tokens of the parse of a document, unparsed; None where no model needs them.

    Raises:
        ModelMissing: when the language needs a pipeline and none is installed.
    """
    return backend_of(document.language).words(document, model)
