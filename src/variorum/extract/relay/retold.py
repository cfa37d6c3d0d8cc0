"""Outlets: the publishers whose reports the paragraphs of a document retell."""

import bisect
from collections.abc import Sequence

from spacy.tokens import Token

from variorum.extract.document.outlets import is_outlet
from variorum.extract.document.raw_attribution import Attribution
from variorum.extract.document.reading import Reading
from variorum.extract.relay.intermediaries import passed_through
from variorum.language.alignment import sentence_of


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
            begins = reading.paragraph_range(paragraph)[0]
            if sentence_of(attribution.head).start_char <= begins + 1:
                self._of.setdefault(paragraph, outlet)
            cited.append(outlet)
        self._cited = sorted(cited, key=lambda token: token.i)
        self._cited_at = [token.idx for token in self._cited]

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
