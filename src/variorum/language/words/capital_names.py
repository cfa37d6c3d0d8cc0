"""Names in capitals that are spelled like small words: IS, WHO.

The parser takes "IS" for a form of "be". It looks at the norm of a word rather than at its
spelling, so such a name is given the norm of a name that it knows.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.language.word_lists import pairs, words

NAME = "variorum_capital_names"
NORMS = pairs("language", "capital_names")
STRESSED = words("language", "before_stressed")


@Language.component(NAME)
def capital_names(doc: Doc) -> Doc:
    """Return the tokens with the norms of such names set, where the words around them are small."""
    for token in doc:
        if token.text in NORMS and _is_name(token):
            token.norm_ = NORMS[token.text]
    return doc


def _is_name(token: Token) -> bool:
    """Return whether a word in capitals is a name: not in "THIS IS IT", nor in "that IS so"."""
    near = [t for t in token.doc[max(0, token.i - 2) : token.i + 3] if t.is_alpha]
    small = any(t.is_lower or t.is_title for t in near)
    before = token.nbor(-1).lower_ if token.i else ""
    return small and before not in STRESSED
