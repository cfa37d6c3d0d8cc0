"""The relay: through whom a claim reached the page.

A chain begins with the document's publisher and ends with the speaker. In between stand whoever the
speaker told ("told Reuters"), whoever the document cites for it ("reported for the BBC that"), and
the speakers of the claims that hold this one ("the BBC reports that drivers say").
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from spacy.tokens import Token

from variorum.extract.lexicon import role_of, word_list
from variorum.extract.reading import Reading
from variorum.extract.relations import Attribution
from variorum.extract.sources import addressee
from variorum.model import Link, Role, Speaker, SpeakerKind

__all__ = ["Outlets", "chain", "is_outlet", "passed_through"]

VENUES = frozenset({"in", "to", "by", "during"})
BETWEEN = frozenset({"for", "with", "to", "by", "in", "from", "on"})
CITING = frozenset({"cite", "quote"})


def is_outlet(token: Token) -> bool:
    """Whether a noun phrase names a publisher of news."""
    if token.lower_ in word_list("outlet") and token.pos_ in {"PROPN", "NOUN"}:
        return True
    found = role_of(token)
    if found is not None and found.role is Role.NEWS_REPORT:
        return found.kind is SpeakerKind.ORGANISATION
    compounds = {c.lower_ for c in token.children if c.dep_ == "compound"}
    return token.pos_ == "PROPN" and bool(compounds & word_list("outlet"))


def _objects(verb: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return the objects of some prepositions of a verb."""
    return [
        grandchild
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in prepositions
        for grandchild in child.children
        if grandchild.dep_ == "pobj"
    ]


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")


def passed_through(attribution: Attribution, speaker: Token | None = None) -> list[Token]:
    """Return the publishers that the words beside a cue say the claim went through.

    `speaker` is the noun that names the source, where that is another than the source itself.
    """
    head = attribution.head
    found = []
    if attribution.citer is not None:
        found.append(attribution.citer)
    told = addressee(head)
    if told is not None and is_outlet(told) and not _is_content(attribution, told):
        found.append(told)
    found += [t for t in _objects(head, frozenset({"for", "on"})) if is_outlet(t)]
    for meeting in _objects(head, VENUES):
        if meeting.lemma_.lower() in word_list("venue"):
            found += _published_by(meeting)
    if citer := _citer(head):
        found.append(citer)
    speaker = speaker or attribution.source
    if speaker is not None:
        found += _behind(speaker)
    return found[:2]


def _published_by(work: Token) -> list[Token]:
    """Return the publisher in "a report for the BBC", "the BBC's film", "a BBC interview"."""
    owners = [t for t in work.children if t.dep_ in {"compound", "poss"} and is_outlet(t)]
    doc, i = work.doc, work.i + 1
    if i < len(doc) and doc[i].lower_ in BETWEEN:
        i += 1
        while i + 1 < len(doc) and doc[i].dep_ in {"det", "compound", "amod", "poss", "case"}:
            i += 1
        owners += [doc[i]] if i < len(doc) and is_outlet(doc[i]) else []
    return owners


def _behind(speaker: Token) -> list[Token]:
    """Return the publisher of "the BBC reporter Ann Lee", or "Ann Lee, quoted by the BBC"."""
    if speaker.dep_ == "appos" and role_of(speaker.head) is not None:
        speaker = speaker.head
    role = role_of(speaker)
    found = []
    works = role is not None and role.role is Role.NEWS_REPORT and role.kind is SpeakerKind.PERSON
    if works or speaker.ent_type_ == "PERSON":
        beside = [c for c in speaker.lefts if c.dep_ in {"compound", "poss", "nmod"}]
        beside += [g for c in beside for g in c.lefts if role_of(c) is not None]
        found = [c for c in beside if is_outlet(c) and role_of(c) is None]
    for clause in speaker.rights:
        if clause.dep_ == "acl" and clause.lemma_ in CITING:
            found += [t for by in clause.rights if by.dep_ == "agent" for t in by.rights]
    return found


def _is_content(attribution: Attribution, token: Token) -> bool:
    return any(start <= token.idx < end for start, end in attribution.content)


def _citer(head: Token) -> Token | None:
    """Return who cites in "the agency cited a source as saying that ..."."""
    if head.dep_ != "pcomp" or head.head.lower_ != "as":
        return None
    verb = head.head.head
    if verb.lemma_.lower() not in CITING:
        return None
    agents = [c for c in verb.children if c.dep_ == "agent"]
    if agents:
        return next((c for c in agents[0].children if c.dep_ == "pobj"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.ent_type_ != "DATE":
        return subject
    before = [t for t in verb.doc[verb.sent.start : subject.i] if t.lower_ in word_list("outlet")]
    return before[-1] if before else None


class Outlets:
    """The publisher that each paragraph says it retells.

    A paragraph retells a publisher where the attribution in its first sentence has it as source, or
    went through it ("reported for the BBC that").
    """

    def __init__(self, reading: Reading, found: Sequence[Attribution]) -> None:
        self.reading = reading
        self._of: dict[int, Token] = {}
        cited: list[Token] = []
        for attribution in found:
            if reading.quote_at(attribution.head) >= 0:
                continue
            outlet = self._cited_by(attribution)
            if outlet is None:
                continue
            paragraph = reading.paragraph_at(outlet.idx)
            if self._opens(attribution.head, paragraph):
                self._of.setdefault(paragraph, outlet)
            cited.append(outlet)
        self._cited = sorted(cited, key=lambda token: token.i)
        self._cited_at = [token.idx for token in self._cited]

    def _opens(self, head: Token, paragraph: int) -> bool:
        start, _ = self.reading.paragraph_range(paragraph)
        return head.sent.start_char <= start + 1

    def _cited_by(self, attribution: Attribution) -> Token | None:
        """Return the publisher whose report an attribution retells."""
        source = attribution.source
        if source is not None and is_outlet(source):
            return source
        reported = attribution.word.lemma == "report"
        through = [t for t in passed_through(attribution) if reported]
        return through[0] if through else None

    def of(self, attribution: Attribution) -> Token | None:
        """Return the publisher whose retelling an attribution is part of, or None."""
        outlet = self._of.get(self.reading.paragraph_at(attribution.head.idx))
        if outlet is None or outlet.i >= attribution.cue[0]:
            return None
        own = attribution.source_range
        return None if own is not None and own[0] <= outlet.i < own[1] else outlet

    def just_before(self, offset: int) -> Token | None:
        """Return the publisher cited last before an offset, in its paragraph or the one before."""
        i = bisect.bisect_left(self._cited_at, offset) - 1
        if i < 0:
            return None
        here, there = (self.reading.paragraph_at(x) for x in (offset, self._cited_at[i]))
        return self._cited[i] if here - there <= 1 else None


def chain(
    reading: Reading,
    speaker: Speaker,
    holder: Sequence[Link] = (),
    through: Sequence[Link] = (),
) -> tuple[Link, ...]:
    """Return the relay of a claim.

    Args:
        reading: the document.
        speaker: who makes it.
        holder: the relay of the claim that holds this one, or nothing.
        through: whom it went through between the document, or the holder, and the speaker.
    """
    links = list(holder) or [Link(name=reading.document.name)]
    links += through
    links.append(Link(name=speaker.name, span=speaker.span))
    kept = links[:1]
    for link in links[1:]:
        if _bare(link.name) != _bare(kept[-1].name):
            kept.append(link)
        else:
            kept[-1] = link if kept[-1].span is None else kept[-1]
    return tuple(kept)
