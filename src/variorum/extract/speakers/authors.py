"""Authors: whose text "the report" or "extracts" is, where the text has said who wrote it.

"A note by American intelligence ... The note to Congress says": such words mean nobody by
themselves; what they say is said by who wrote the text that was told of last.
"""

import bisect

from spacy.tokens import Doc, Token

from variorum.extract.document.descriptions import is_definite
from variorum.language import relations, word_lists
from variorum.language.english_words import noun_lemma, role_of
from variorum.language.features import is_common_noun, is_preposition
from variorum.language.name_spans import is_body_noun, is_name
from variorum.model import SpeakerKind

TEXTS = word_lists.words("extract", "texts")
PARTS = word_lists.words("extract", "parts_of_texts")
WRITTEN_BY = word_lists.words("extract", "written_by")
_POSS_OR_COMPOUND = relations.POSS | relations.COMPOUND | relations.NMOD | relations.AMOD
FARTHEST_TEXT = 260


class Authors:
    """The texts of a document of which it says who wrote them, in order."""

    def __init__(self, doc: Doc) -> None:
        written = ((noun, _author(noun)) for noun in doc if _is_text(noun))
        self._written = [(noun, author) for noun, author in written if author is not None]
        self._at = [noun.i for noun, _ in self._written]

    def of(self, noun: Token) -> Token | None:
        """Return the author of the text that a noun without a name means, or None."""
        part = noun_lemma(noun) in PARTS
        definite = is_definite(noun) or (part and is_common_noun(noun))
        named = any(is_name(t) for t in noun.lefts) or _author(noun) is not None
        if named or not definite or not (part or (_is_text(noun) and is_common_noun(noun))):
            return None
        i = bisect.bisect_left(self._at, noun.i) - 1
        near = i >= 0 and noun.i - self._at[i] <= FARTHEST_TEXT
        return self._written[i][1] if near else None


def _is_text(noun: Token) -> bool:
    """Whether a noun is something written: "report", "note", "assessment"."""
    return {noun_lemma(noun), noun.lower_} & TEXTS != set()


def _author(noun: Token) -> Token | None:
    """Return the name of who wrote a text: "a note by the ODNI", "a U.S. intelligence report"."""
    for child in noun.rights:
        if is_preposition(child) and child.lower_ in WRITTEN_BY:
            found = next((c for c in child.rights if c.dep_ in relations.COMPLEMENT), None)
            if found is not None and (is_name(found) or _is_body(found)):
                return found
    before = [c for c in noun.lefts if c.dep_ in _POSS_OR_COMPOUND and not c.is_punct]
    body = next((c for c in reversed(before) if _is_body(c)), None)
    named = any(is_name(t) for t in noun.doc[noun.left_edge.i : noun.i])
    return body if body is not None and named else None


def _is_body(noun: Token) -> bool:
    """Whether a noun is a body: "intelligence", "the ministry"."""
    role = role_of(noun)
    if role is not None:
        return role.kind is SpeakerKind.ORGANISATION
    return is_body_noun(noun_lemma(noun)) or is_body_noun(noun.lower_)
