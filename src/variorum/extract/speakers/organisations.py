"""Bodies: which named body a general word means, such as "the company" or "the aid group".

Such a word is tied to no name by the words themselves: it means the body that was named last, if
that may be of the kind. A ministry is never "the company".
"""

import bisect

from spacy.tokens import Token

from variorum.extract.speakers.speaker_mentions import Cast, Mention
from variorum.language import relations, word_lists
from variorum.language.english_words import noun_lemma, word_list
from variorum.language.features import is_common_singular
from variorum.language.name_spans import is_name
from variorum.language.words.nations import state_named

DESCRIBING = relations.COMPOUND | relations.NMOD | relations.AMOD | relations.MEASURE
TRADING = word_lists.words("extract", "trading")
JOINED = word_lists.words("extract", "joined")
PUBLIC = word_lists.words("extract", "public")
TOGETHER = PUBLIC | word_lists.words("extract", "institutes")
DETERMINED = word_lists.words("extract", "determined")
REACH = 8
FARTHEST = 260


class Bodies:
    """The named bodies of a document, in order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        doc = cast.doc
        self._named = [m for m in cast.mentions if self._may_act(m)]
        self._at = [m.tokens[0] for m in self._named]
        self._doc = doc

    def _may_act(self, mention: Mention) -> bool:
        """Whether a name is one of a body, and not one of a place or of many."""
        last = self.cast.doc[mention.tokens[1] - 1]
        if self.cast.is_person(mention) or self.cast.is_place(mention):
            return False
        if state_named(mention.name):
            return False
        if not is_name(last) and last.text != ")":
            return False
        full = self.cast.fullest(mention)
        return full.weight < 0 or last.dep_ in relations.NSUBJ | relations.APPOS

    def meant(self, noun: Token) -> Token | None:
        """Return a token of the name of the body that a general noun with "the" means, or None."""
        lemma = noun_lemma(noun)
        if not is_common_singular(noun) or lemma not in TRADING | JOINED:
            return None
        if not any(c.lower_ in DETERMINED for c in noun.lefts):
            return None
        excluded = TOGETHER if lemma in TRADING else PUBLIC
        i = bisect.bisect_left(self._at, noun.i)
        for mention in reversed(self._named[max(0, i - REACH) : i]):
            if noun.i - mention.tokens[0] > FARTHEST:
                return None
            if self._only_describes(mention, lemma):
                continue
            words = {t.lower_ for t in self._doc[mention.tokens[0] : mention.tokens[1]]}
            if not words & (excluded | word_list("outlet name") | word_list("outlet")):
                return self._head(mention)
            if mention.tokens[0] >= noun.left_edge.i:
                return None
        return None

    def _only_describes(self, mention: Mention, lemma: str) -> bool:
        """Whether a name only says which other thing is meant: "Paris-based", "a Paris street"."""
        last = self._doc[mention.tokens[1] - 1]
        tied = last.i + 1 < len(self._doc) and last.nbor().text == "-" and not last.whitespace_
        before = last.dep_ in DESCRIBING and last.head.i > last.i
        return tied or (before and noun_lemma(last.head) != lemma)

    def _head(self, mention: Mention) -> Token:
        names = [t for t in self._doc[mention.tokens[0] : mention.tokens[1]] if is_name(t)]
        return names[-1] if names else self._doc[mention.tokens[0]]
