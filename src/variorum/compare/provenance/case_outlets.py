"""Outlets by name: which publisher of the case, or which agency of the world, words mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from variorum.bylines.agencies import agencies
from variorum.language.name_keys import fold
from variorum.language.spelling import either
from variorum.model import Claim, Document, Role, Span, SpeakerKind
from variorum.text import span

_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
# A name this short, or of one common word, would be found in texts that do not mean it.
SHORTEST = 3
# A text that names an outlet at its head, or this often, cites it even where no claim says so.
HEAD_CHARS = 600
OFTEN = 2


class Outlets:
    """The publishers of a case and the agencies of the world, findable by any of their names."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._names: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._by_outlet: dict[str, list[Document]] = defaultdict(list)
        for label, names in agencies().items():
            for name in names:
                self._add(name, label)
        for document in documents:
            name = _BRACKET.sub("", document.name)
            label = self._names.get(fold(name), name)
            self._add(name, label)
            self._by_outlet[label].append(document)
            if parent := self._agency_in(name, label):
                self._by_outlet[parent].append(document)
        self._labels: dict[str, str | None] = {}
        self._mentions: dict[str, list[tuple[str, Span]]] = {}
        self._pattern = re.compile(rf"(?<!\w)(?:{either(self._written)})(?!\w)")

    def _add(self, name: str, label: str) -> None:
        plain = name.removeprefix("The ")
        self._names.setdefault(fold(name), label)
        if len(plain) >= SHORTEST or plain.isupper():
            self._written.setdefault(plain, label)

    def _agency_in(self, name: str, label: str) -> str | None:
        """Return the agency whose own edition a publisher is: Reuters of "Reuters India"."""
        first = fold(name).split()[:1]
        found = self._names.get(first[0]) if first else None
        return found if found in agencies() and found != label else None

    def label(self, name: str) -> str | None:
        """Return the outlet that a name means or contains: BBC of "the BBC's report"."""
        if name not in self._labels:
            match = self._pattern.search(name)
            within = self._written[match[0]] if match else None
            self._labels[name] = self._names.get(fold(name), within)
        return self._labels[name]

    def named(self, name: str) -> str | None:
        """Return the outlet that a publisher is: of the edition of an agency, that agency."""
        label = self._names.get(fold(_BRACKET.sub("", name)))
        return label and (self._agency_in(name, label) or label)

    def speaking(self, claim: Claim, document: Document) -> str | None:
        """Return the outlet that answers for a claim, in the case or not, by a name."""
        speaker = claim.speaker
        if speaker.kind not in {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}:
            return None
        if (label := self.label(speaker.name)) is not None:
            return label
        named = document.language == "en" and not speaker.name.islower() and speaker.span
        of_news = speaker.role is Role.NEWS_REPORT and speaker.kind is SpeakerKind.ORGANISATION
        return speaker.name if named and of_news else None

    def cited(self, claim: Claim, document: Document) -> set[str]:
        """Return the outlets by which a claim comes, other than the document's own."""
        names = [link.name for link in claim.relay[1:]] + [claim.speaker.name]
        spoken = self.speaking(claim, document)
        return (self.known(names) | ({spoken} if spoken else set())) - self.of(document)

    def bare(self, document: Document) -> str:
        """Return the name of a publisher as texts write it."""
        return _BRACKET.sub("", document.name).removeprefix("The ")

    def of(self, document: Document) -> set[str]:
        """Return the outlets that a document is of: its own, and the agency it is an edition of."""
        own = _BRACKET.sub("", document.name)
        label = self._names.get(fold(own), own)
        parent = self._agency_in(own, label)
        return {label, parent} if parent else {label}

    def by(self, label: str) -> Sequence[Document]:
        """Return the documents of an outlet, its editions among them."""
        return self._by_outlet.get(label, ())

    def mentions(self, document: Document) -> Sequence[tuple[str, Span]]:
        """Return each outlet that the text names, and where."""
        if document.id not in self._mentions:
            self._mentions[document.id] = [
                (self._written[match[0]], span(document, match.start(), match.end()))
                for match in self._pattern.finditer(document.text)
            ]
        return self._mentions[document.id]

    def known(self, names: Iterable[str]) -> set[str]:
        """Return the outlets that any of the names mean."""
        return {label for name in names if (label := self.label(name))}
