"""Threads: the sentences that tell of one agreement, and which norms in them may be its terms.

A norm may be a term where its own words say so ("the deal obliges", "under the truce"), or where it
stands among sentences that tell of an agreement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from variorum.agreements.agreement_mentions import Talk, talks
from variorum.agreements.bargains import bargain, is_impersonal
from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.norm_candidates import may_be_term
from variorum.agreements.norms.norm_grammar import Norm, Strength
from variorum.agreements.norms.norms import norms
from variorum.grouping import grouped
from variorum.language.alignment import sentence_of
from variorum.language.relations import COMPLEMENT, NSUBJ
from variorum.language.word_lists import pattern, words
from variorum.model import Document, Section

# So many sentences without a word of the agreement, and what follows is no longer about it.
REACH = 3
FAR = 3  # In a paragraph that does not speak of it, what binds nobody that agreed must stand nearer
WEAK_REACH = 1  # A weak norm ("will") must stand nearer
# What somebody may only demand ("must") stands so near.
DEMAND_REACH = 2
ACCORDING = words("agreements", "according")
PARTS = words("agreements", "parts_of_agreements")
_EXPLICIT = pattern(
    "agreements", r"(?i)^\W*{tying}\b|\b(?:for its part|in (?:re)?turn|in exchange)\b"
)


@dataclass
class Thread:
    """The sentences that tell of one agreement, and the norms that may be its terms."""

    talks: list[Talk] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    norms: list[Norm] = field(default_factory=list)
    framed: set[int] = field(default_factory=set)
    """The verbs of norms whose own sentence says "under the deal"."""
    stated: set[int] = field(default_factory=set)
    """The verbs of norms that the agreement itself states, or that its own sentence frames."""
    loose: set[int] = field(default_factory=set)
    """The verbs of norms that stand in a paragraph that does not speak of the agreement."""


@dataclass(frozen=True)
class _Look:
    """One sentence of a text: where it speaks of an agreement, and its bargain if it tells one."""

    sentence: Span
    here: list[Talk]
    joint: Token | None
    """The verb of "the two have agreed"."""
    soon: bool
    """Whether one of the next sentences speaks of the agreement."""

    @property
    def aside(self) -> bool:
        """Whether it speaks of none but other agreements: "an earlier truce"."""
        return bool(self.here) and all(talk.other for talk in self.here)

    @property
    def framed(self) -> bool:
        """Whether it says of itself what is agreed: "under the deal", "it was agreed that"."""
        agreed = self.joint is not None and is_impersonal(self.joint)
        return agreed or any(_frames(talk) for talk in self.here)

    @property
    def explicit(self) -> bool:
        """Whether it says that it goes on with what is agreed: "in return", "each side"."""
        return _EXPLICIT.search(self.sentence.text) is not None


def threads(document: Document, doc: Doc, whole: bool) -> list[Thread]:
    """Return the threads of a text, in order; the agreements of another section are others.

    Args:
        document: the document.
        doc: its parse.
        whole: whether it is the text of an agreement, and all that it bids is a term.
    """
    reader = _Reader(document, whole)
    by_sentence = grouped((talk.sentence.start, talk) for talk in talks(doc, whole))
    normed = grouped((sentence_of(norm.verb).start, norm) for norm in norms(doc))
    told = {
        start
        for start, here in by_sentence.items()
        if any(not talk.weak and not talk.other for talk in here)
    }
    sentences = [s for s in doc.sents if s.text.strip()]
    for at, sentence in enumerate(sentences):
        joint = bargain(sentence)
        here = by_sentence.get(sentence.start, [])
        if joint is not None and not here and joint.head.lemma_ not in load()["feeling"]:
            here = [Talk(joint, sentence, weak=False, other=False)]
        soon = any(s.start in told for s in sentences[at + 1 : at + REACH + 1])
        reader.read(_Look(sentence, here, joint, soon), normed.get(sentence.start, []))
    return reader.threads


class _Reader:
    """Follows the agreements of a text from sentence to sentence."""

    def __init__(self, document: Document, whole: bool) -> None:
        self.threads: list[Thread] = []
        self._document = document
        self._whole = whole
        self._main: Thread | None = None
        self._section: Section | None = None
        self._paragraph = -1
        self._spoken = True
        """Whether the paragraph has spoken of an agreement so far."""
        self._away = REACH + 1
        """How many sentences ago the text last spoke of the agreement."""
        self._explicit = False
        """Whether the sentence before told a term, or framed one."""

    def read(self, look: _Look, found: Sequence[Norm]) -> None:
        """Take a sentence, and the norms in it that may be terms, into the thread it belongs to."""
        self._enter(look)
        target = self._target(look)
        near = self._whole or self._away <= REACH or (look.aside and look.framed)
        near, framed = near or (look.soon and bool(look.here)), look.framed or self._whole
        # What a norm says itself may be agreed farther on in the paragraph.
        pledging = self._main is not None and (self._spoken or self._away <= FAR * 2)
        taken = [
            norm
            for norm in found
            if may_be_term(
                norm, near=near or (pledging and norm.strength is Strength.PLEDGED), framed=framed
            )
        ]
        if taken and target is None:
            self._main = target = self._new()
        if target is not None:
            self._add(target, look, taken)
        if taken and target is self._main:
            self._away, self._explicit = 0, True
        else:
            self._away += 1
            self._explicit = look.framed
        if self._whole and self._main is None and taken:
            self._main = target

    def _enter(self, look: _Look) -> None:
        """Note the section and the paragraph that a sentence stands in."""
        start = look.sentence.start_char
        section = self._document.section_at(start)
        if section is not self._section:
            self._section, self._main, self._away = section, None, REACH + 1
        paragraph = self._document.text.count("\n\n", 0, start)
        if paragraph != self._paragraph:
            self._paragraph, self._spoken = paragraph, False
        self._spoken = self._spoken or bool(look.here)

    def _target(self, look: _Look) -> Thread | None:
        """Return the thread that a sentence continues or begins, or None."""
        weak = all(talk.weak for talk in look.here)
        if not look.here or (weak and self._main is None):
            return self._main
        if look.aside:
            return self._new()
        if self._main is None:
            self._main = self._new()
        self._away = 0
        return self._main

    def _new(self) -> Thread:
        thread = Thread()
        self.threads.append(thread)
        return thread

    def _is_close(self, look: _Look) -> bool:
        """Return whether it is mentioned so near that even "will" may state one of its terms."""
        follows = self._away <= WEAK_REACH and (self._explicit or bool(look.here))
        goes_on = self._away <= REACH and look.explicit
        return self._whole or look.framed or follows or goes_on

    def _add(self, target: Thread, look: _Look, taken: list[Norm]) -> None:
        """Add a sentence to a thread, with how it stands to the agreement."""
        if not (look.aside and target is self._main):
            target.talks += look.here
        if look.here or taken or self._away <= 1 or self._whole:
            target.sentences.append(look.sentence)
        target.norms += taken
        if look.framed or look.explicit:
            target.framed |= {norm.verb.i for norm in taken}
        target.stated |= {
            norm.verb.i for norm in taken if look.framed or norm.strength is Strength.STATED
        }
        if not self._is_close(look):
            target.loose |= {
                norm.verb.i
                for norm in taken
                if norm.strength is Strength.WEAK
                or norm.past
                or (norm.is_demand and self._away > DEMAND_REACH)
            }
        if not self._spoken and not self._whole:
            far = self._away > FAR
            target.loose |= {norm.verb.i for norm in taken if far or _is_quoted(norm.verb)}


def _is_quoted(token: Token) -> bool:
    """Return whether a token stands between quotation marks of its sentence."""
    before = token.doc[sentence_of(token).start : token.i].text
    opened, closed, straight = (before.count(mark) for mark in '“”"')
    return (opened + straight) % 2 == 1 and closed <= opened


def _frames(talk: Talk) -> bool:
    """Return whether the agreement frames its sentence: "under the deal", "the deal obliges"."""
    noun, prep = talk.noun, talk.noun.head
    if noun.dep_ not in COMPLEMENT:
        return noun.dep_ in NSUBJ and noun.head.lemma_ in load().bidding | load()["assuring"]
    above = prep.head
    leads = above.lower_ in ACCORDING or (above.pos_ in {"VERB", "AUX"} and prep.i < above.i)
    return (
        prep.lower_ in load()["under"]
        or (prep.lower_ in load()["in_front"] and leads)
        or (prep.lower_ == "of" and above.lemma_.lower() in PARTS and above.i < above.sent.root.i)
    )
