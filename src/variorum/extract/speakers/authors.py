"""Authors: whose text "the report" or "extracts" is, where the text has said who wrote it.

"A note by American intelligence ... The note to Congress says": such words mean nobody by
themselves; what they say is said by who wrote the text that was told of last.
"""

import bisect

from spacy.tokens import Doc, Token

from variorum.extract.document.descriptions import DETERMINED
from variorum.language import relations, word_lists
from variorum.language.dependents import governed
from variorum.language.english_words import cue_words, noun_lemma, role_of
from variorum.language.features import is_common_noun
from variorum.language.name_spans import is_body_noun, is_name
from variorum.model import SpeakerKind

TEXTS = word_lists.words("extract", "texts")
PARTS = word_lists.words("extract", "parts_of_texts")
BLAMING = word_lists.words("extract", "blaming")
PUBLISHING = word_lists.words("extract", "publishing")
INDEFINITE = word_lists.words("extract", "indefinite")
WRITTEN_BY = word_lists.words("extract", "written_by")
_POSS_OR_COMPOUND = relations.POSS | relations.COMPOUND | relations.NMOD | relations.AMOD
FARTHEST_TEXT = 260


class Authors:
    """The texts of a document of which it says who wrote them, in order."""

    def __init__(self, doc: Doc) -> None:
        texts = ((noun, _author(noun) or _publisher(noun)) for noun in doc if _is_text(noun))
        # "A second report", of nobody knows whom, is the one that is meant from there on.
        self._written = [
            (noun, author)
            for noun, author in texts  # "a report" tells of a text for the first time
            if author or any(t.lower_ in INDEFINITE for t in noun.lefts)
        ]
        self._at = [noun.i for noun, _ in self._written]

    def of(self, noun: Token) -> Token | None:
        """Return the author of the text that a noun without a name means, or None."""
        part = noun_lemma(noun) in PARTS
        text = _is_text(noun) and is_common_noun(noun)
        if any(is_name(t) for t in noun.lefts) or _author(noun) is not None or not (part or text):
            return None
        if (own := _publisher(noun)) is not None:
            return own
        # "The 18-page report" is no other one.
        plain = [t for t in noun.lefts if not (t.is_punct or any(n.like_num for n in t.subtree))]
        definite = len(plain) == 1 and plain[0].lower_ in DETERMINED
        if not definite and not (part and is_common_noun(noun)):
            return None
        return self._before(noun)

    def _before(self, noun: Token) -> Token | None:
        """Return the author of the last text of that name, or else of the last one of any."""
        i = bisect.bisect_left(self._at, noun.i)
        near = [w for w in self._written[:i] if noun.i - w[0].i <= FARTHEST_TEXT][::-1]
        same = [author for text, author in near if noun_lemma(text) == noun_lemma(noun)]
        told = [author for text, author in near if author and _author(text) is not None]
        return next(iter(same or told), None)


def _is_text(noun: Token) -> bool:
    """Whether a noun is something written: "report", "note", "assessment"."""
    return {noun_lemma(noun), noun.lower_} & TEXTS != set()


def _author(noun: Token) -> Token | None:
    """Return the name of who wrote a text: "a note by the ODNI", "a U.S. intelligence report"."""
    for found in governed(noun, WRITTEN_BY):
        if is_name(found) or _is_body(found):
            return found
    before = [c for c in noun.lefts if c.dep_ in _POSS_OR_COMPOUND and not c.is_punct]
    body = next((c for c in reversed(before) if _is_body(c)), None)
    named = any(is_name(t) for t in noun.doc[noun.left_edge.i : noun.i])
    return body if body is not None and named else None


def _publisher(noun: Token) -> Token | None:
    """Return who put out a text by the words around it: "a report that the union released"."""
    if noun.dep_ in relations.OBJ and noun.head.lemma_ in PUBLISHING:
        return _subject(noun.head)
    for clause in noun.rights:
        if clause.dep_ in relations.RELCL | relations.ACL and clause.lemma_ in PUBLISHING:
            agents = (b for b in clause.rights if b.dep_ in relations.AGENT)
            by = next((n for b in agents for n in b.rights), None)
            return by if by is not None and _may_issue(by) else _subject(clause)
    verb = noun.head.head
    if noun.head.lower_ == "for":
        under = any(c.lower_ == "under" for c in verb.rights)  # "came under fire for a report"
        return _subject(verb, passive=True) if verb.lemma_ in BLAMING or under else None
    said = noun.head.lower_ == "in" and (verb.lemma_, "VERB") in cue_words()
    return _subject(verb) if said else None


def _subject(verb: Token, passive: bool = False) -> Token | None:
    """Return the subject of a verb, where it may put out a text."""
    wanted = relations.SUBJECTS if passive else relations.NSUBJ
    return next((c for c in verb.lefts if c.dep_ in wanted and _may_issue(c)), None)


def _may_issue(noun: Token) -> bool:
    role = role_of(noun)
    spoken = role is not None and role.kind is not SpeakerKind.DOCUMENT
    return is_name(noun) or (is_common_noun(noun) and (spoken or _is_body(noun)))


def _is_body(noun: Token) -> bool:
    """Whether a noun is a body: "intelligence", "the ministry"."""
    role = role_of(noun)
    if role is not None:
        return role.kind is SpeakerKind.ORGANISATION
    return is_body_noun(noun_lemma(noun)) or is_body_noun(noun.lower_)
