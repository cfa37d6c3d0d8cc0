"""Outlets by name: which publisher of the case, or which agency of the world, words mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.bylines.agencies import agencies
from variorum.language.name_keys import fold
from variorum.model import Document, Span
from variorum.text import span

__all__ = ["Outlets"]

_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
# A name this short, or of one common word, would be found in texts that do not mean it.
SHORTEST = 3


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
        words = sorted(self._written, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

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
        known = self._names.get(fold(name))
        if known is not None:
            return known
        match = self._pattern.search(name)
        return self._written[match[0]] if match else None

    def of(self, document: Document) -> set[str]:
        """Return the outlets that a document is of: its own, and the agency it is an edition of."""
        own = _BRACKET.sub("", document.name)
        label = self._names.get(fold(own), own)
        parent = self._agency_in(own, label)
        return {label, parent} if parent else {label}

    def by(self, label: str) -> Sequence[Document]:
        """Return the documents of an outlet, its editions among them."""
        return self._by_outlet.get(label, ())

    def mentions(self, document: Document) -> Iterator[tuple[str, Span]]:
        """Yield each outlet that the text names, and where."""
        for match in self._pattern.finditer(document.text):
            yield self._written[match[0]], span(document, match.start(), match.end())

    def known(self, names: Iterable[str]) -> set[str]:
        """Return the outlets that any of the names mean."""
        return {label for name in names if (label := self.label(name))}
