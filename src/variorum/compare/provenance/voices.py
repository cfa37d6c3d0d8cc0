"""Whose word each claim is: the voice at the end of its relay, and the origin that it counts for.

A named person, body or outlet is an origin; a spokesman counts for the body that he speaks for, and
a report that only retells an outlet for that outlet. What nobody with a name answers for
("residents", "analysts", "a source") is hearsay of the outlet that passed it on, and so of the
report: two reports that both heard residents may have heard the same, or nobody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from variorum.bylines import credit
from variorum.compare.actors.actor_mentions import has_name
from variorum.compare.actors.case_actors import Cast
from variorum.compare.actors.offices import Offices
from variorum.compare.provenance.case_outlets import HEAD_CHARS, OFTEN, Outlets
from variorum.grouping import grouped
from variorum.language.files import LANGUAGES, section
from variorum.language.name_keys import fold
from variorum.language.words.patterns import phrases
from variorum.language.words.tokens import cut
from variorum.model import Claim, Document, Form, Role, SpeakerKind

NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION})


class Voices:
    """The voices of a case: whose word each claim is, and what that counts for."""

    def __init__(
        self,
        documents: Sequence[Document],
        claims: Sequence[Claim],
        people: Cast,
        family: Mapping[str, str],
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.family = family
        self.credits = {document.id: credit(document) for document in documents}
        self.people = people
        self._labels = {actor.id: actor.label for actor in people.actors}
        self.outlets = Outlets(documents)
        self._offices = Offices(documents, claims, people)
        told = grouped((claim.document, claim) for claim in claims)
        self._retold = {d.id: self._retells(d, told.get(d.id, [])) for d in documents}

    def narrated(self, claim: Claim) -> bool:
        """Whether the document itself answers for the claim."""
        own = self.documents[claim.document].name
        return claim.form is Form.NARRATED or claim.speaker.name == own

    def narrator(self, document: str) -> str:
        """Return who narrates a document: the agency or outlet that it takes all from, or its own.

        That is what it credits, else the outlet it retells, else the publisher of the text that it
        repeats.
        """
        root = self.family[document]
        given = self.credits[root] or self.credits[document]
        if given is not None:
            return given.outlet
        name = self.documents[root].name
        return self._retold[root] or self._retold[document] or self.outlets.named(name) or name

    def origin_of(self, claim: Claim) -> tuple[str, str]:
        """Return the id of whoever first said what a claim says, and a label for him."""
        if self.narrated(claim):
            return self._outlet(self.narrator(claim.document))
        return self._speaking(claim) or self._passing(claim)

    def on_word_of(self, claim: Claim, source: str) -> bool:
        """Whether a claim is on the word of a document, or of its own report, and nobody else's."""
        told = (self._outlet(self.narrator(document))[0] for document in (source, claim.document))
        return self.origin_of(claim)[0] in told

    def _outlet(self, name: str) -> tuple[str, str]:
        return self.people.actor_of(name), name

    def _actor(self, actor: str, name: str) -> tuple[str, str]:
        return actor, self._labels.get(actor, name)

    def _speaking(self, claim: Claim) -> tuple[str, str] | None:
        """Return the speaker or who he speaks for, where either has a name."""
        speaker, document = claim.speaker, self.documents[claim.document]
        if outlet := self.outlets.speaking(claim, document):
            return self._outlet(outlet)
        if body := self._offices.body_of(claim):
            return self._actor(body, speaker.name)
        named = speaker.kind in NAMED and has_name(speaker) and not _is_described(claim, document)
        if not named or speaker.role is Role.NEWS_REPORT:
            return None
        return self._actor(self.people.actor_of(speaker.name, document.id), speaker.name)

    def _passing(self, claim: Claim) -> tuple[str, str]:
        """Return the last one with a name who passed on what somebody without one says."""
        own = fold(self.documents[claim.document].name)
        for link in reversed(claim.relay[1:-1]):
            if fold(link.name) == own:
                break
            if outlet := self.outlets.label(link.name):
                return self._outlet(outlet)
            actor = self.people.actor_of(link.name, claim.document)
            if actor in self._labels:
                return self._actor(actor, link.name)
        return self._outlet(self.narrator(claim.document))

    def voice_of(self, claim: Claim) -> str:
        """Return what tells one speaker from another, those without a name among them.

        Somebody unnamed is one voice only within what passed it on: the drivers of one report are
        not known to be the drivers of another.
        """
        if self.narrated(claim):
            return self._outlet(self.narrator(claim.document))[0]
        speaker = claim.speaker
        if speaker.kind in NAMED:
            return self.people.actor_of(speaker.name, claim.document)
        return f"{fold(speaker.name)}\x1f{self._passing(claim)[0]}"

    def _retells(self, document: Document, claims: Iterable[Claim]) -> str | None:
        """Return the outlet that a report retells: named at its head and more often than others.

        A report that speaks of itself as well has something of its own, and one that cites several
        outlets is put together from them.
        """
        text, name = document.text, self.outlets.bare(document)
        if name in text:
            return None
        cited, others = Counter[str](), set[int]()
        for claim in claims:
            outlets = self.outlets.cited(claim, document)
            cited.update(outlets)
            voice = None if outlets or self.narrated(claim) else self._speaking(claim)
            others |= {claim.content[0].start} if voice else set()
        mentions = self.outlets.mentions(document)
        named = Counter(label for label, _ in mentions)
        led = {label for label in cited | named if label in text[:HEAD_CHARS]}
        led |= {label for label, where in mentions if where.start < HEAD_CHARS}
        led |= {label for label, times in named.items() if times >= OFTEN}
        several = cited.keys() | named.keys() - self.outlets.of(document)
        best = min(several, default="")
        told = len(several) == 1 and best in led and max(cited[best], named[best]) > len(others)
        return best if told else None


def _is_described(claim: Claim, document: Document) -> bool:
    """Return whether words for a person in a language without capitals begin with what he is."""
    name, language = claim.speaker.name, document.language or ""
    if claim.speaker.kind is not SpeakerKind.PERSON or language not in LANGUAGES:
        return False
    if any(word[:1].isupper() for word in name.split()[1:]):
        return False
    roles = section(language, "sources")["roles"]
    rows = ((row, True) for kinds in roles.values() for words in kinds.values() for row in words)
    return phrases(language, rows).at(cut(name, language), 0) is not None
